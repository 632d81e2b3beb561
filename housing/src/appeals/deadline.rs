//! The last day to appeal.

use super::Arrival;
use crate::Date;
use crate::calendar::{add_days, add_months, add_weeks, add_years, roll};

/// A demand for reasons that were not given with the decision. Made within the period it interrupts it,
/// and a new full period runs from the day the reasons arrive (*forvaltningsloven* § 29).
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct ReasonsDemand {
    pub demanded: Date,
    /// `None` while the party still waits for them.
    pub arrived: Option<Date>,
}

/// The last day, and how it was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct AppealDeadline {
    /// The day the period begins, not counted.
    pub begins: Date,
    pub weeks: i32,
    /// The day so many weeks later, before it is moved to a working day.
    pub counted_to: Date,
    /// To the end of this day.
    pub last_day: Date,
    /// From the post's presumed time; a proven arrival takes its place.
    pub presumed: bool,
    /// Whether it runs from reasons that came after the decision.
    pub from_reasons: bool,
    /// The letter itself names this last day, and it is later than the counted one.
    pub from_letter: bool,
}

/// Where the period for appeal stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(tag = "period", rename_all = "kebab-case")]
pub enum AppealPeriod {
    Runs(AppealDeadline),
    /// Reasons were demanded in time and have not come; nothing runs until they do.
    Interrupted {
        since: Date,
    },
}

/// Facts about a period that contradict each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PeriodProblem {
    #[error("the reasons arrived on {arrived}, before they were demanded on {demanded}")]
    ReasonsBeforeDemand { demanded: Date, arrived: Date },
    #[error("the period ended on {last_day}; on {asked} it can no longer be extended")]
    ExtendedTooLate { last_day: Date, asked: Date },
    #[error("an extension to {to} is no extension: the period ends on {last_day}")]
    NotLonger { last_day: Date, to: Date },
}

impl AppealDeadline {
    fn counted(begins: Date, weeks: i32) -> Self {
        let counted_to = add_weeks(begins, weeks);
        Self {
            begins,
            weeks,
            counted_to,
            last_day: roll(counted_to),
            presumed: false,
            from_reasons: false,
            from_letter: false,
        }
    }

    /// Not before the day `stated` in the letter: what the party was told of the time to appeal never harms them
    /// (*forvaltningsloven* §§ 27 and 31).
    fn not_before(self, stated: Option<Date>) -> Self {
        match stated {
            Some(stated) if stated > self.last_day => Self { last_day: stated, from_letter: true, ..self },
            Some(_) | None => self,
        }
    }

    /// Whether an appeal handed in on the day is in time.
    pub fn keeps(&self, handed_in: Date) -> bool {
        handed_in <= self.last_day
    }

    /// A later last day, granted before the period has run out.
    ///
    /// # Errors
    /// When it has run out, or the new day is not later.
    pub fn extended(self, granted: Date, to: Date) -> Result<Self, PeriodProblem> {
        if granted > self.last_day {
            return Err(PeriodProblem::ExtendedTooLate { last_day: self.last_day, asked: granted });
        }
        if to <= self.last_day {
            return Err(PeriodProblem::NotLonger { last_day: self.last_day, to });
        }
        Ok(Self { last_day: to, ..self })
    }
}

impl AppealPeriod {
    /// The last day, when one runs.
    pub const fn last_day(&self) -> Option<Date> {
        match self {
            Self::Runs(deadline) => Some(deadline.last_day),
            Self::Interrupted { .. } => None,
        }
    }
}

/// The period for appeal, never shorter than to the last day that the letter itself names, `stated`. A demand for
/// reasons after the first period has ended changes nothing.
///
/// # Errors
/// When the reasons arrived before they were demanded.
pub fn appeal_period(
    arrival: Arrival,
    weeks: i32,
    reasons: Option<ReasonsDemand>,
    stated: Option<Date>,
) -> Result<AppealPeriod, PeriodProblem> {
    let presumed = arrival.is_presumed();
    let counted = AppealDeadline { presumed, ..AppealDeadline::counted(arrival.begins(), weeks) };
    let first = counted.not_before(stated);
    let Some(ReasonsDemand { demanded, arrived }) = reasons else { return Ok(AppealPeriod::Runs(first)) };
    if let Some(arrived) = arrived.filter(|arrived| *arrived < demanded) {
        return Err(PeriodProblem::ReasonsBeforeDemand { demanded, arrived });
    }
    if !first.keeps(demanded) {
        return Ok(AppealPeriod::Runs(first));
    }
    Ok(match arrived {
        None => AppealPeriod::Interrupted { since: demanded },
        Some(arrived) => {
            let counted = AppealDeadline { from_reasons: true, ..AppealDeadline::counted(arrived, weeks) };
            AppealPeriod::Runs(counted.not_before(stated))
        }
    })
}

/// Months after the decision within which somebody who got no notice must appeal, when the decision gives
/// the right to another (*forvaltningsloven* § 29).
pub const UNNOTIFIED_MONTHS: i32 = 3;

/// The last day for somebody who got no notice and is not the one the decision gives a right: counted
/// from when they knew or should have known, and at the latest three months after the decision.
pub fn last_day_without_notice(knew: Date, weeks: i32, decided: Date) -> Date {
    roll(add_weeks(knew, weeks).min(add_months(decided, UNNOTIFIED_MONTHS)))
}

/// The day after which the decision is final for everybody: when the last of the periods has run out
/// (`L1.9`). `None` while one of them is interrupted, or there are none.
pub fn final_when(periods: &[AppealPeriod]) -> Option<Date> {
    let last_days: Option<Vec<Date>> = periods.iter().map(AppealPeriod::last_day).collect();
    last_days?.into_iter().max()
}

/// From this day an appeal is never taken up, however good the excuse (*forvaltningsloven* § 31): more
/// than a year after the decision itself, not its notice. It is not moved to a working day.
pub fn first_barred_day(decided: Date) -> Date {
    add_days(add_years(decided, 1), 1)
}

/// Whether the one-year bar has fallen for an appeal (`L1.10`).
pub fn is_barred(decided: Date, appealed: Date) -> bool {
    appealed > add_years(decided, 1)
}

/// The last day on which the appeal body can tell the party of a change to its harm: three months after
/// the deciding unit received the appeal (*forvaltningsloven* § 34). It is not moved to a working day.
pub fn harm_limit(received: Date) -> Date {
    add_months(received, 3)
}

/// The last day to send again an appeal that never arrived: one week from when the sender knew, or
/// should have known (*forvaltningsloven* § 30).
pub fn repeat_by(knew: Date) -> Date {
    roll(add_weeks(knew, 1))
}
