//! Fees for reminders (`law.md` 6.2, rules R1–R5, R9 and R10).

use crate::Date;
use crate::acts::CollectionAct;
use crate::calendar::{add_days, add_months};

/// A claim and the letters about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReminderFacts {
    pub due: Date,
    pub sent: Date,
    /// The days earlier letters with a fee were sent.
    pub earlier_fee_letters: Vec<Date>,
    /// The day to pay by in the last of them.
    pub earlier_deadline: Option<Date>,
    /// The debtor has a reasonable objection.
    pub disputed: bool,
    /// The act in force on the day it is sent.
    pub act: CollectionAct,
}

/// The numbers of the regulation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FeeLimits {
    /// Days after the due date before a letter may cost anything.
    pub after_days: i32,
    /// Days the first letter must give.
    pub deadline_days: i32,
    /// Letters with a fee for one claim.
    pub letters: usize,
    /// Months after the last of them before counting begins again.
    pub reset_months: i32,
}

/// Whether a letter may carry a fee, and if not, why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FeeRuling {
    Fee,
    /// R1: sent before this day.
    TooEarly {
        earliest: Date,
    },
    /// R3: so many have been sent.
    TooMany {
        sent: usize,
    },
    /// R4: the earlier letter gave no deadline of the right length, or it had not passed.
    EarlierDeadlineNotMissed {
        must_be_after: Date,
    },
    /// R9.
    Disputed,
    /// R10: the new act is in force and its regulation is not entered.
    NewAct,
}

impl FeeRuling {
    /// The rule that answered.
    pub const fn rule(self) -> &'static str {
        match self {
            Self::Fee => "R2",
            Self::TooEarly { .. } => "R1",
            Self::TooMany { .. } => "R3",
            Self::EarlierDeadlineNotMissed { .. } => "R4",
            Self::Disputed => "R9",
            Self::NewAct => "R10",
        }
    }
}

impl ReminderFacts {
    /// Whether the letter may carry a fee.
    pub fn ruling(&self, limits: FeeLimits) -> FeeRuling {
        let earliest = add_days(self.due, limits.after_days);
        let counted = self.counted_letters(limits);
        if self.act == CollectionAct::Of2026 {
            FeeRuling::NewAct
        } else if self.disputed {
            FeeRuling::Disputed
        } else if self.sent < earliest {
            FeeRuling::TooEarly { earliest }
        } else if counted.len() >= limits.letters {
            FeeRuling::TooMany { sent: counted.len() }
        } else {
            counted.last().map_or(FeeRuling::Fee, |last| self.after_letter(*last, limits))
        }
    }

    /// The earlier letters that count: none when six months have passed since the last of them (R5).
    fn counted_letters(&self, limits: FeeLimits) -> Vec<Date> {
        let mut letters = self.earlier_fee_letters.clone();
        letters.sort_unstable();
        let expired = letters.last().is_some_and(|last| self.sent > add_months(*last, limits.reset_months));
        if expired { Vec::new() } else { letters }
    }

    fn after_letter(&self, last: Date, limits: FeeLimits) -> FeeRuling {
        let shortest = add_days(last, limits.deadline_days);
        match self.earlier_deadline {
            Some(deadline) if deadline >= shortest && self.sent > deadline => FeeRuling::Fee,
            Some(deadline) => FeeRuling::EarlierDeadlineNotMissed { must_be_after: deadline.max(shortest) },
            None => FeeRuling::EarlierDeadlineNotMissed { must_be_after: shortest },
        }
    }
}
