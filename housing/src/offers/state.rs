//! The way of an offer, with its day at every step.
//!
//! drafted → sent → (viewed) → accepted → housed; declined, lapsed or withdrawn on the way. From it is
//! drafted until it ends, the home is promised to the household and to nobody else.

use super::codes::{DeclineReason, OfferStep, WithdrawReason};
use super::deadline::remind_on;
use crate::Date;
use crate::assessment::OfferRule;

mod moves;

pub use moves::OfferRefused;

/// Where an offer stands, and what is true of it there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(tag = "state", rename_all = "kebab-case")]
pub enum OfferState {
    Drafted {
        on: Date,
    },
    Sent {
        on: Date,
        answer_by: Date,
    },
    /// The household has seen the home.
    Viewed {
        on: Date,
        answer_by: Date,
    },
    /// The home is reserved, and a day to move in may be planned.
    Accepted {
        on: Date,
        move_in: Option<Date>,
    },
    /// A tenancy was agreed from the day.
    Housed {
        on: Date,
        from: Date,
    },
    Declined {
        on: Date,
        reason: DeclineReason,
    },
    /// Nobody answered by the day; `on` is the day after it.
    Lapsed {
        on: Date,
        answer_by: Date,
    },
    Withdrawn {
        on: Date,
        reason: WithdrawReason,
    },
}

impl OfferState {
    /// The day it came to stand here.
    pub const fn on(self) -> Date {
        match self {
            Self::Drafted { on }
            | Self::Sent { on, .. }
            | Self::Viewed { on, .. }
            | Self::Accepted { on, .. }
            | Self::Housed { on, .. }
            | Self::Declined { on, .. }
            | Self::Lapsed { on, .. }
            | Self::Withdrawn { on, .. } => on,
        }
    }

    /// The step without what is true of it, for lists and texts.
    pub const fn step(self) -> OfferStep {
        match self {
            Self::Drafted { .. } => OfferStep::Drafted,
            Self::Sent { .. } => OfferStep::Sent,
            Self::Viewed { .. } => OfferStep::Viewed,
            Self::Accepted { .. } => OfferStep::Accepted,
            Self::Housed { .. } => OfferStep::Housed,
            Self::Declined { .. } => OfferStep::Declined,
            Self::Lapsed { .. } => OfferStep::Lapsed,
            Self::Withdrawn { .. } => OfferStep::Withdrawn,
        }
    }

    /// The last day to answer, while an answer is awaited.
    pub const fn answer_by(self) -> Option<Date> {
        match self {
            Self::Sent { answer_by, .. } | Self::Viewed { answer_by, .. } => Some(answer_by),
            Self::Drafted { .. }
            | Self::Accepted { .. }
            | Self::Housed { .. }
            | Self::Declined { .. }
            | Self::Lapsed { .. }
            | Self::Withdrawn { .. } => None,
        }
    }
}

/// An offer of a certain home to a household, on its way.
#[doc(alias = "tilbud")]
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Offer {
    /// The day the household can see the home, when one is planned.
    pub viewing: Option<Date>,
    /// From the day it was drafted; the last is where it stands.
    steps: Vec<OfferState>,
}

/// Something that an offer calls for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OfferDue {
    /// Its letter waits to be sent since the day.
    ToSend { since: Date },
    /// The household sees the home on the day.
    Viewing { on: Date },
    /// The household should be reminded from the day on.
    Remind { on: Date, answer_by: Date },
    /// An answer is due by the day.
    Answer { by: Date },
    /// Accepted on the day, and no day to move in is planned.
    PlanMoveIn { since: Date },
    /// The household moves in on the day; the lease is to be agreed.
    MoveIn { on: Date },
    /// It lapsed on the day, and nobody has looked at what that means.
    Lapsed { on: Date },
    /// The grant it rests on gave way to another on the day: it is withdrawn, or made anew.
    NewDecision { on: Date },
}

impl OfferDue {
    /// The day it is due, or has waited since.
    pub const fn day(self) -> Date {
        match self {
            Self::ToSend { since: day }
            | Self::Viewing { on: day }
            | Self::Remind { on: day, .. }
            | Self::Answer { by: day }
            | Self::PlanMoveIn { since: day }
            | Self::MoveIn { on: day }
            | Self::Lapsed { on: day }
            | Self::NewDecision { on: day } => day,
        }
    }
}

impl Offer {
    /// An offer that was made on a day.
    pub fn draft(on: Date, viewing: Option<Date>) -> Self {
        Self { viewing, steps: vec![OfferState::Drafted { on }] }
    }

    /// Where it stands.
    pub fn state(&self) -> OfferState {
        *self.steps.last().expect("an offer is drafted first")
    }

    /// The whole way, from the day it was drafted.
    pub fn steps(&self) -> &[OfferState] {
        &self.steps
    }

    /// Whether the home is promised by it.
    pub fn holds_the_home(&self) -> bool {
        self.state().step().holds_the_home()
    }

    /// Everything it calls for on a day, the most pressing first. `begins` is when the letter arrived.
    pub fn due(&self, on: Date, begins: Option<Date>, rule: &OfferRule) -> Vec<OfferDue> {
        let mut due = Vec::new();
        match self.state() {
            OfferState::Drafted { on: since } => due.push(OfferDue::ToSend { since }),
            OfferState::Sent { answer_by: by, .. } | OfferState::Viewed { answer_by: by, .. } => {
                let remind = begins.and_then(|begins| remind_on(begins, by, rule)).filter(|day| on >= *day);
                due.extend(remind.map(|on| OfferDue::Remind { on, answer_by: by }));
                due.push(OfferDue::Answer { by });
            }
            OfferState::Accepted { on: since, move_in: None } => due.push(OfferDue::PlanMoveIn { since }),
            OfferState::Accepted { move_in: Some(on), .. } => due.push(OfferDue::MoveIn { on }),
            OfferState::Lapsed { on, .. } => due.push(OfferDue::Lapsed { on }),
            OfferState::Housed { .. } | OfferState::Declined { .. } | OfferState::Withdrawn { .. } => {}
        }
        let seen = matches!(self.state().step(), OfferStep::Drafted | OfferStep::Sent);
        due.extend(self.viewing.filter(|_| seen).map(|on| OfferDue::Viewing { on }));
        due.sort_by_key(|due| due.day());
        due
    }
}
