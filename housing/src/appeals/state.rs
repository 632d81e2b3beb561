//! The way of an appeal, with its day at every step.
//!
//! received → in time, or late → (defects → mended) → reconsidered → forwarded → decided → notified;
//! dismissed or withdrawn on the way.

use super::codes::{AppealDefect, AppealResult, DismissalGround, LateGround, Reconsideration};
use super::deadline::{harm_limit, is_barred};
use crate::Date;
use crate::calendar::add_years;
use crate::decisions::{AppealBody, DecisionKind};
use crate::officers::OfficerId;

mod moves;

pub use moves::{AppealRefused, LateRuling};

/// The decision that is appealed.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct AppealedDecision {
    pub kind: DecisionKind,
    pub decided: Date,
    pub prepared_by: OfficerId,
    pub signed_by: OfficerId,
    /// Who hears the appeal if the unit keeps its decision.
    pub body: AppealBody,
}

/// An appeal on its way.
#[doc(alias = "klage")]
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Appeal {
    pub decision: AppealedDecision,
    /// The day it reached the municipality, whichever unit it came to.
    pub received: Date,
    handler: Option<OfficerId>,
    /// From the day it was received; the last is where it stands.
    steps: Vec<AppealState>,
}

/// Where an appeal stands, and what is true of it there.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(tag = "state", rename_all = "kebab-case")]
pub enum AppealState {
    Received {
        on: Date,
    },
    /// In time; `deadline` is the last day as it was known on the day, `None` when no period had run out
    /// because reasons had not come.
    Timely {
        on: Date,
        deadline: Option<Date>,
    },
    /// Too late (*oversittelse*), and it must be decided whether it is taken up.
    Late {
        on: Date,
        deadline: Date,
    },
    /// Too late and taken up.
    Excused {
        on: Date,
        ground: LateGround,
        reason: String,
    },
    /// Sent back to be mended by a day soon.
    Defective {
        on: Date,
        defects: Vec<AppealDefect>,
        mend_by: Date,
    },
    Mended {
        on: Date,
    },
    /// The unit has looked at its decision again.
    Reconsidered {
        on: Date,
        by: OfficerId,
        result: Reconsideration,
    },
    Forwarded {
        on: Date,
        to: AppealBody,
    },
    /// The appeal body decided it on a day; its word reached us on another, where that was noted.
    Decided {
        on: Date,
        #[serde(default)]
        arrived: Option<Date>,
        result: AppealResult,
    },
    /// The party has been told the result: it is over.
    Notified {
        on: Date,
    },
    /// Somebody would dismiss it; another must stand behind that.
    ToBeDismissed {
        on: Date,
        by: OfficerId,
        ground: DismissalGround,
        reason: String,
    },
    /// Not taken up: too late, or not mended. This is a decision of its own.
    Dismissed {
        on: Date,
        reason: String,
    },
    Withdrawn {
        on: Date,
    },
}

impl AppealState {
    /// The day it came to stand here.
    pub const fn on(&self) -> Date {
        match self {
            Self::Received { on }
            | Self::Timely { on, .. }
            | Self::Late { on, .. }
            | Self::Excused { on, .. }
            | Self::Defective { on, .. }
            | Self::Mended { on }
            | Self::Reconsidered { on, .. }
            | Self::Forwarded { on, .. }
            | Self::Decided { on, .. }
            | Self::Notified { on }
            | Self::ToBeDismissed { on, .. }
            | Self::Dismissed { on, .. }
            | Self::Withdrawn { on } => *on,
        }
    }

    /// A short word for messages, the journal and keys of texts.
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Received { .. } => "received",
            Self::Timely { .. } => "timely",
            Self::Late { .. } => "late",
            Self::Excused { .. } => "excused",
            Self::Defective { .. } => "defective",
            Self::Mended { .. } => "mended",
            Self::Reconsidered { .. } => "reconsidered",
            Self::Forwarded { .. } => "forwarded",
            Self::Decided { .. } => "decided",
            Self::Notified { .. } => "notified",
            Self::ToBeDismissed { .. } => "to-be-dismissed",
            Self::Dismissed { .. } => "dismissed",
            Self::Withdrawn { .. } => "withdrawn",
        }
    }

    /// Why somebody would dismiss it, and who, while another must still agree.
    pub const fn proposed_dismissal(&self) -> Option<(&String, &OfficerId)> {
        match self {
            Self::ToBeDismissed { reason, by, .. } => Some((reason, by)),
            Self::Received { .. }
            | Self::Timely { .. }
            | Self::Late { .. }
            | Self::Excused { .. }
            | Self::Defective { .. }
            | Self::Mended { .. }
            | Self::Reconsidered { .. }
            | Self::Forwarded { .. }
            | Self::Decided { .. }
            | Self::Notified { .. }
            | Self::Dismissed { .. }
            | Self::Withdrawn { .. } => None,
        }
    }

    /// Whether nothing more is to be done with it.
    pub const fn is_closed(&self) -> bool {
        match self {
            Self::Notified { .. } | Self::Dismissed { .. } | Self::Withdrawn { .. } => true,
            Self::Received { .. }
            | Self::Timely { .. }
            | Self::Late { .. }
            | Self::Excused { .. }
            | Self::Defective { .. }
            | Self::Mended { .. }
            | Self::Reconsidered { .. }
            | Self::Forwarded { .. }
            | Self::ToBeDismissed { .. }
            | Self::Decided { .. } => false,
        }
    }
}

impl Appeal {
    /// An appeal that has just come in.
    pub fn receive(decision: AppealedDecision, received: Date) -> Self {
        Self { decision, received, handler: None, steps: vec![AppealState::Received { on: received }] }
    }

    /// Where it stands.
    pub fn state(&self) -> &AppealState {
        self.steps.last().expect("an appeal begins as received, and steps are only added")
    }

    /// Every step with its day, the first first.
    pub fn steps(&self) -> &[AppealState] {
        &self.steps
    }

    /// Who handles it.
    pub fn handler(&self) -> Option<&OfficerId> {
        self.handler.as_ref()
    }

    /// Whether the one-year bar has fallen (`L1.10`): then it can only be dismissed, if it is late.
    pub fn is_barred(&self) -> bool {
        is_barred(self.decision.decided, self.received)
    }

    /// The last day an excuse could help: one year after the decision.
    pub fn year_ends(&self) -> Date {
        add_years(self.decision.decided, 1)
    }

    /// The last day on which the appeal body can tell the party of a change to its harm.
    pub fn harm_limit(&self) -> Date {
        harm_limit(self.received)
    }

    /// Whether the result becomes a decision of our own: the unit gave way, or the body changed or set
    /// aside the decision.
    pub fn calls_for_new_decision(&self) -> bool {
        self.steps.iter().any(|step| match step {
            AppealState::Reconsidered { result, .. } => *result != Reconsideration::Upheld,
            AppealState::Decided { result, .. } => match result {
                AppealResult::Changed | AppealResult::ChangedToHarm | AppealResult::SetAside => true,
                AppealResult::Upheld | AppealResult::Dismissed => false,
            },
            AppealState::Received { .. }
            | AppealState::Timely { .. }
            | AppealState::Late { .. }
            | AppealState::Excused { .. }
            | AppealState::Defective { .. }
            | AppealState::Mended { .. }
            | AppealState::Forwarded { .. }
            | AppealState::Notified { .. }
            | AppealState::ToBeDismissed { .. }
            | AppealState::Dismissed { .. }
            | AppealState::Withdrawn { .. } => false,
        })
    }
}
