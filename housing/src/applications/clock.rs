//! How long people wait.
//!
//! Two clocks run one after the other: until the office has decided, and from a grant until the
//! household has a home.

use super::{ApplicationFacts, ApplicationStatus, Outcome};
use crate::Date;
use crate::calendar::{add_months, days_between, work_on_or_before};

/// What an open application waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
pub enum Clock {
    /// The office has not decided, or looks at its decision again after an appeal.
    AwaitsDecision,
    /// Granted; the household waits for a home.
    AwaitsHome,
}

impl ApplicationStatus {
    /// Which clock runs; `None` when the application is closed. A refusal is closed although it can
    /// be appealed: the appeal opens it again.
    pub const fn clock(self) -> Option<Clock> {
        match self {
            Self::Received
            | Self::AwaitingDocuments
            | Self::Forwarded
            | Self::InProgress
            | Self::WithAllocationTeam
            | Self::Appealed => Some(Clock::AwaitsDecision),
            Self::Granted | Self::WaitingForHome | Self::Offered | Self::OfferDeclined => Some(Clock::AwaitsHome),
            Self::Refused | Self::Dismissed | Self::Housed | Self::Withdrawn | Self::Lapsed => None,
        }
    }

    /// Whether somebody still waits for the office.
    pub const fn is_open(self) -> bool {
        self.clock().is_some()
    }

    /// How an application that stands here was decided; `None` where no decision need have been made. An appeal is
    /// against a refusal.
    pub const fn outcome(self) -> Option<Outcome> {
        match self {
            Self::Granted
            | Self::WaitingForHome
            | Self::Offered
            | Self::OfferDeclined
            | Self::Housed
            | Self::Lapsed => Some(Outcome::Granted),
            Self::Refused | Self::Dismissed | Self::Appealed => Some(Outcome::Refused),
            Self::Received
            | Self::AwaitingDocuments
            | Self::Forwarded
            | Self::InProgress
            | Self::WithAllocationTeam
            | Self::Withdrawn => None,
        }
    }

    /// Whether only a decision leads here: an application that is granted or refused, or comes further than that, has
    /// been decided.
    pub const fn follows_a_decision(self) -> bool {
        match self {
            Self::Granted
            | Self::Refused
            | Self::Dismissed
            | Self::WaitingForHome
            | Self::Offered
            | Self::OfferDeclined
            | Self::Housed => true,
            Self::Received
            | Self::AwaitingDocuments
            | Self::Forwarded
            | Self::InProgress
            | Self::WithAllocationTeam
            | Self::Withdrawn
            | Self::Lapsed
            | Self::Appealed => false,
        }
    }
}

impl ApplicationFacts {
    /// Whether somebody still waits for the office.
    pub fn is_open(&self) -> bool {
        self.status.is_open()
    }

    /// Days since it came in, for an open application that had come in by the day: what the list of
    /// those who wait is sorted by.
    pub fn waiting_days(&self, on: Date) -> Option<i32> {
        (self.is_open() && self.received <= on).then(|| days_between(self.received, on))
    }

    /// Days from it came in until it was decided, or until the day while it is not. `None` before it
    /// came in, and for a closed application whose day of decision is not known.
    pub fn handling_days(&self, on: Date) -> Option<i32> {
        let end = match self.decided.filter(|decided| *decided <= on) {
            Some(decided) => decided,
            None if self.is_open() => on,
            None => return None,
        };
        (self.received <= end).then(|| days_between(self.received, end))
    }

    /// Days a granted household has waited for a home, counted from the decision.
    pub fn days_without_home(&self, on: Date) -> Option<i32> {
        let decided = self.decided.filter(|decided| *decided <= on)?;
        (self.status.clock() == Some(Clock::AwaitsHome)).then(|| days_between(decided, on))
    }

    /// The day by which an answer is due: decided, or an interim answer that says when
    /// (*forvaltningsloven* § 11 a, one month). It is not moved when it falls on a holiday.
    pub fn answer_due(&self) -> Date {
        add_months(self.received, 1)
    }

    /// The last working day on which an answer still keeps [`ApplicationFacts::answer_due`].
    pub fn answer_target(&self) -> Date {
        work_on_or_before(self.answer_due())
    }
}
