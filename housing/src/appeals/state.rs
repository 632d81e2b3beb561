//! The way of an appeal, with its day at every step.
//!
//! received → in time, or late → (defects → mended) → reconsidered → forwarded → decided (→ sent back → decided)
//! → notified; dismissed or withdrawn on the way, and taken up again when the dismissal does not stand.

use super::codes::{AppealDefect, AppealResult, DismissalGround, LateGround, Reconsideration};
use super::deadline::{harm_limit, is_barred};
use crate::Date;
use crate::calendar::add_years;
use crate::decisions::{AppealBody, DecisionKind};
use crate::officers::OfficerId;

mod moves;

pub use moves::{AppealRefused, BodyDecision, Mending};

/// The decision that is appealed.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct AppealedDecision {
    pub kind: DecisionKind,
    pub decided: Date,
    pub prepared_by: OfficerId,
    pub signed_by: OfficerId,
    /// Who hears the appeal if the unit keeps its decision.
    pub body: AppealBody,
    /// It is the dismissal of an earlier appeal.
    #[serde(default)]
    pub is_dismissal: bool,
}

/// An appeal on its way.
#[doc(alias = "klage")]
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Appeal {
    pub decision: AppealedDecision,
    /// The day it reached the municipality, whichever unit it came to.
    pub received: Date,
    /// The day it was posted or handed over, where that is known.
    #[serde(default)]
    handed_in: Option<Date>,
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
    /// The appeal body decided it on a day; its word reached us on another, where that was noted, and the party on a
    /// third, where the body told them itself.
    Decided {
        on: Date,
        #[serde(default)]
        arrived: Option<Date>,
        #[serde(default)]
        told: Option<Date>,
        result: AppealResult,
    },
    /// The appeal body's change to harm came too late to stand, and the body is asked to look at that.
    SentBack {
        on: Date,
        reason: String,
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
    /// Not taken up. This is a decision of its own, which can be appealed.
    Dismissed {
        on: Date,
        /// Who stands behind it.
        #[serde(default)]
        by: Option<OfficerId>,
        #[serde(default)]
        ground: Option<DismissalGround>,
        reason: String,
    },
    /// The dismissal did not stand: it is taken up after all.
    TakenUp {
        on: Date,
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
            | Self::SentBack { on, .. }
            | Self::TakenUp { on }
            | Self::Notified { on }
            | Self::ToBeDismissed { on, .. }
            | Self::Dismissed { on, .. }
            | Self::Withdrawn { on } => *on,
        }
    }

    /// The same, come to again on a later day: where it stood before somebody would dismiss it.
    fn again(self, on: Date) -> Self {
        match self {
            Self::Late { deadline, .. } => Self::Late { on, deadline },
            Self::Defective { defects, mend_by, .. } => Self::Defective { on, defects, mend_by },
            Self::Timely { deadline, .. } => Self::Timely { on, deadline },
            Self::Excused { ground, reason, .. } => Self::Excused { on, ground, reason },
            Self::Mended { .. } => Self::Mended { on },
            Self::TakenUp { .. } => Self::TakenUp { on },
            other @ (Self::Received { .. }
            | Self::Reconsidered { .. }
            | Self::Forwarded { .. }
            | Self::Decided { .. }
            | Self::SentBack { .. }
            | Self::Notified { .. }
            | Self::ToBeDismissed { .. }
            | Self::Dismissed { .. }
            | Self::Withdrawn { .. }) => other,
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
            Self::SentBack { .. } => "sent-back",
            Self::TakenUp { .. } => "taken-up",
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
            | Self::SentBack { .. }
            | Self::TakenUp { .. }
            | Self::Notified { .. }
            | Self::Dismissed { .. }
            | Self::Withdrawn { .. } => None,
        }
    }

    /// Whether it is for the unit to look at its decision again: in time, or taken up.
    pub const fn awaits_reconsideration(&self) -> bool {
        match self {
            Self::Timely { .. } | Self::Excused { .. } | Self::Mended { .. } | Self::TakenUp { .. } => true,
            Self::Received { .. }
            | Self::Late { .. }
            | Self::Defective { .. }
            | Self::Reconsidered { .. }
            | Self::Forwarded { .. }
            | Self::Decided { .. }
            | Self::SentBack { .. }
            | Self::Notified { .. }
            | Self::ToBeDismissed { .. }
            | Self::Dismissed { .. }
            | Self::Withdrawn { .. } => false,
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
            | Self::SentBack { .. }
            | Self::TakenUp { .. }
            | Self::Decided { .. } => false,
        }
    }
}

impl Appeal {
    /// An appeal that has just come in.
    pub fn receive(decision: AppealedDecision, received: Date) -> Self {
        let steps = vec![AppealState::Received { on: received }];
        Self { decision, received, handed_in: None, handler: None, steps }
    }

    /// The day the law asks about: it was handed in then, or received where nothing else is known.
    pub fn made_on(&self) -> Date {
        self.handed_in.unwrap_or(self.received)
    }

    /// The day it was posted or handed over, where that is known.
    pub const fn handed_in(&self) -> Option<Date> {
        self.handed_in
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
        is_barred(self.decision.decided, self.made_on())
    }

    /// The last day an excuse could help: one year after the decision.
    pub fn year_ends(&self) -> Date {
        add_years(self.decision.decided, 1)
    }

    /// The last day on which the appeal body can tell the party of a change to its harm.
    pub fn harm_limit(&self) -> Date {
        harm_limit(self.received)
    }

    /// The limit for a change to harm, when the appeal body's change did not keep it: the party was told after it, or
    /// has not been told on `today`, when it is past.
    pub fn harm_limit_broken(&self, today: Date) -> Option<Date> {
        let AppealState::Decided { result: AppealResult::ChangedToHarm, told, .. } = self.state() else { return None };
        Some(self.harm_limit()).filter(|limit| told.unwrap_or(today) > *limit)
    }

    /// Whether the result becomes a decision of our own: the unit gave way, or the body changed or set
    /// aside the decision.
    pub fn calls_for_new_decision(&self) -> bool {
        let by_body = match self.decided() {
            Some(AppealResult::Changed | AppealResult::ChangedToHarm | AppealResult::SetAside) => true,
            Some(AppealResult::Upheld | AppealResult::Dismissed) | None => false,
        };
        let by_unit = self.reconsidered().is_some_and(|result| result != Reconsideration::Upheld);
        !self.decision.is_dismissal && (by_body || by_unit)
    }

    /// Whether the appeal that was dismissed is to be taken up after all: this one, on its dismissal, came to that.
    pub fn takes_up_the_first(&self) -> bool {
        let by_body = matches!(self.decided(), Some(AppealResult::Changed | AppealResult::SetAside));
        self.decision.is_dismissal && (by_body || self.reconsidered() == Some(Reconsideration::Granted))
    }

    /// What the appeal body said, the last time it did.
    fn decided(&self) -> Option<AppealResult> {
        let said =
            |step: &AppealState| if let AppealState::Decided { result, .. } = step { Some(*result) } else { None };
        self.steps.iter().rev().find_map(said)
    }

    /// What the unit said when it last looked again at its decision.
    fn reconsidered(&self) -> Option<Reconsideration> {
        let said =
            |step: &AppealState| if let AppealState::Reconsidered { result, .. } = step { Some(*result) } else { None };
        self.steps.iter().rev().find_map(said)
    }

    /// The dismissal as a decision that can be appealed in its turn (*fvl.* § 28): its makers are those who stood behind
    /// it, and the same body hears it. Of the appeal body's own dismissal, where the law lets that be appealed, `further`
    /// hears it, and those who made the first decision are still not to handle it. `None` for an appeal that was not
    /// dismissed.
    pub fn dismissal(&self, further: AppealBody) -> Option<AppealedDecision> {
        let first = &self.decision;
        if let AppealState::Dismissed { on, by, .. } = self.state() {
            let proposed_by = self.steps.iter().rev().find_map(AppealState::proposed_dismissal).map(|(_, by)| by);
            let signed_by = by.as_ref().or(proposed_by).unwrap_or(&first.signed_by).clone();
            let prepared_by = proposed_by.unwrap_or(&signed_by).clone();
            return Some(AppealedDecision {
                decided: *on,
                prepared_by,
                signed_by,
                is_dismissal: true,
                ..first.clone()
            });
        }
        let [.., AppealState::Decided { on, result: AppealResult::Dismissed, .. }, AppealState::Notified { .. }] =
            self.steps.as_slice()
        else {
            return None;
        };
        let kind = DecisionKind::AppealDismissed;
        let dismissed = AppealedDecision { kind, decided: *on, body: further, is_dismissal: true, ..first.clone() };
        Some(dismissed).filter(|_| first.body == AppealBody::MunicipalBoard)
    }
}
