//! Since when a case waits for whoever it waits for, and by which fact.

use crate::clock;
use crate::store::work::{Moved, Open};
use housing::Date;

/// What made a case wait for whoever it waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WaitingSince {
    /// It was put on hold.
    Held(Date),
    /// It came in, and nobody has it.
    CameIn(Date),
    /// It was given to the officer who has it.
    Given(Date),
    /// It went on after it had been on hold.
    Resumed(Date),
}

impl WaitingSince {
    /// Since when an open case has waited until today: the newest fact that says for whom.
    pub(super) fn of(open: &Open, (given, resumed): Moved, today: Date) -> Self {
        if let Some(hold) = &open.hold {
            return Self::Held(hold.from);
        }
        if open.officer.is_none() {
            return Self::CameIn(open.received);
        }
        let given = given.map(|at| clock::day_of(at).min(today)).filter(|day| *day > open.received);
        match (given, resumed) {
            (given, Some(resumed)) if given.is_none_or(|given| given < resumed) => Self::Resumed(resumed),
            (Some(given), _) => Self::Given(given),
            (None, _) => Self::CameIn(open.received),
        }
    }

    pub const fn day(self) -> Date {
        match self {
            Self::Held(day) | Self::CameIn(day) | Self::Given(day) | Self::Resumed(day) => day,
        }
    }

    /// The key of its text, which takes the `days` it has waited and the `day`.
    pub const fn text_key(self) -> &'static str {
        match self {
            Self::Held(_) => "work-waited-held",
            Self::CameIn(_) => "work-waited-came-in",
            Self::Given(_) => "work-waited-given",
            Self::Resumed(_) => "work-waited-resumed",
        }
    }
}
