//! What can be done with an appeal. Each move takes the appeal, and may refuse with the reason.

use super::{Appeal, AppealState};
use crate::Date;
use crate::acts::AdministrationAct;
use crate::appeals::codes::{AppealDefect, AppealResult, DismissalGround, LateGround, Reconsideration};
use crate::appeals::deadline::AppealPeriod;
use crate::decisions::AppealBody;
use crate::officers::OfficerId;

/// What is decided about an appeal that came too late.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LateRuling {
    TakeUp { ground: LateGround, reason: String },
    Dismiss { reason: String },
}

/// Why a move was refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AppealRefused {
    #[error("the appeal is {is} and cannot be {asked}")]
    WrongState { is: &'static str, asked: &'static str },
    #[error("{asked} is before {last}, when the appeal was {was}")]
    BeforeLastStep { asked: Date, last: Date, was: &'static str },
    #[error("{officer} prepared or signed the decision and cannot handle the appeal (L1.11)")]
    OwnDecision { officer: OfficerId },
    #[error("the decision was made on {decided}; from {barred_from} an appeal is never taken up (L1.10)")]
    Barred { decided: Date, barred_from: Date },
    #[error("{officer} would dismiss the appeal; somebody else must stand behind it")]
    OwnDismissal { officer: OfficerId },
    #[error("it cannot have been handed in on {handed_in}: not before {decided}, nor after {received}")]
    HandedInOutOfReason { handed_in: Date, decided: Date, received: Date },
    #[error("it cannot have been decided on {decided} and reached us on {arrived}")]
    ArrivedBeforeDecided { decided: Date, arrived: Date },
    #[error("say why")]
    NoReason,
    #[error("say what is wrong with the appeal")]
    NoDefects,
    #[error("the day to mend by, {mend_by}, is not after {on}")]
    NoTimeToMend { mend_by: Date, on: Date },
    #[error("appeals on this decision go to {right:?}, not to {asked:?}")]
    WrongBody { right: AppealBody, asked: AppealBody },
    #[error("a change to the party's harm had to be told by {limit}")]
    HarmTooLate { limit: Date },
}

impl Appeal {
    /// Gives it to somebody who had no part in the decision.
    ///
    /// # Errors
    /// When they prepared or signed it (`L1.11`).
    pub fn assign(mut self, officer: &OfficerId) -> Result<Self, AppealRefused> {
        self.may_be_handled_by(officer)?;
        self.handler = Some(officer.clone());
        Ok(self)
    }

    /// Whether the officer had no part in the decision. We hold to this for the unit's own second look
    /// too, where the law asks it only of the appeal board.
    ///
    /// # Errors
    /// When they prepared or signed the decision.
    pub fn may_be_handled_by(&self, officer: &OfficerId) -> Result<(), AppealRefused> {
        if *officer == self.decision.prepared_by || *officer == self.decision.signed_by {
            return Err(AppealRefused::OwnDecision { officer: officer.clone() });
        }
        Ok(())
    }

    /// Whoever what is next is not for: those who made the decision (`L1.11`), and who would dismiss the appeal.
    pub fn not_for(&self) -> impl Iterator<Item = &OfficerId> {
        let proposed_by = self.state().proposed_dismissal().map(|(_, by)| by);
        [&self.decision.prepared_by, &self.decision.signed_by].into_iter().chain(proposed_by)
    }

    /// Says whether it came in time. `handed_in` is the day it was posted or handed over, when that is
    /// known; otherwise the day it was received.
    ///
    /// # Errors
    /// When that has been said already, or it cannot have been handed in on the day.
    pub fn time(self, period: &AppealPeriod, handed_in: Option<Date>, on: Date) -> Result<Self, AppealRefused> {
        match self.state() {
            AppealState::Received { .. } => {}
            other => return Err(AppealRefused::WrongState { is: other.word(), asked: "timed" }),
        }
        let handed_in = handed_in.unwrap_or(self.received);
        let (decided, received) = (self.decision.decided, self.received);
        if handed_in < decided || handed_in > received {
            return Err(AppealRefused::HandedInOutOfReason { handed_in, decided, received });
        }
        match period.last_day() {
            Some(deadline) if handed_in > deadline => self.step(AppealState::Late { on, deadline }),
            deadline => self.step(AppealState::Timely { on, deadline }),
        }
    }

    /// Decides whether a late appeal is taken up.
    ///
    /// # Errors
    /// When it is not late, no reason is given, or the one-year bar has fallen.
    pub fn rule_on_lateness(self, ruling: LateRuling, on: Date) -> Result<Self, AppealRefused> {
        match self.state() {
            AppealState::Late { .. } => {}
            other => return Err(AppealRefused::WrongState { is: other.word(), asked: "ruled late or not" }),
        }
        let (LateRuling::TakeUp { reason, .. } | LateRuling::Dismiss { reason }) = &ruling;
        if reason.trim().is_empty() {
            return Err(AppealRefused::NoReason);
        }
        match ruling {
            LateRuling::TakeUp { .. } if self.is_barred() => {
                let decided = self.decision.decided;
                Err(AppealRefused::Barred { decided, barred_from: crate::appeals::first_barred_day(decided) })
            }
            LateRuling::TakeUp { ground, reason } => self.step(AppealState::Excused { on, ground, reason }),
            LateRuling::Dismiss { reason } => self.step(AppealState::Dismissed { on, reason }),
        }
    }

    /// Asks the party to mend what the act in force asks for; a signature is no longer among it under
    /// the act of 2025.
    ///
    /// # Errors
    /// When nothing that counts is wrong, the day is not ahead, or it is past that point.
    pub fn ask_to_mend(
        self,
        defects: &[AppealDefect],
        act: AdministrationAct,
        mend_by: Date,
        on: Date,
    ) -> Result<Self, AppealRefused> {
        self.expect_taken_up("sent back to be mended")?;
        let defects: Vec<_> = defects.iter().copied().filter(|defect| defect.counts_under(act)).collect();
        if defects.is_empty() {
            return Err(AppealRefused::NoDefects);
        }
        if mend_by <= on {
            return Err(AppealRefused::NoTimeToMend { mend_by, on });
        }
        self.step(AppealState::Defective { on, defects, mend_by })
    }

    /// The party has mended it; after the day, too, if the unit lets that pass.
    ///
    /// # Errors
    /// When there was nothing to mend.
    pub fn mended(self, on: Date) -> Result<Self, AppealRefused> {
        match self.state() {
            AppealState::Defective { .. } => self.step(AppealState::Mended { on }),
            other => Err(AppealRefused::WrongState { is: other.word(), asked: "mended" }),
        }
    }

    /// Dismisses an appeal that was not mended in time.
    ///
    /// # Errors
    /// When it was not sent back, the day has not passed, or no reason is given.
    pub fn dismiss_unmended(self, reason: &str, on: Date) -> Result<Self, AppealRefused> {
        match self.state() {
            AppealState::Defective { mend_by, .. } if on > *mend_by => {}
            other => return Err(AppealRefused::WrongState { is: other.word(), asked: "dismissed as not mended" }),
        }
        if reason.trim().is_empty() {
            return Err(AppealRefused::NoReason);
        }
        self.step(AppealState::Dismissed { on, reason: reason.trim().to_owned() })
    }

    /// Would dismiss it, where the municipality asks two people to stand behind that.
    ///
    /// # Errors
    /// When it could not be dismissed at once either.
    pub fn propose_dismissal(self, by: &OfficerId, reason: &str, on: Date) -> Result<Self, AppealRefused> {
        let late = matches!(self.state(), AppealState::Late { .. });
        let ground = if late { DismissalGround::TooLate } else { DismissalGround::NotMended };
        self.clone().dismissed(ground, reason, on)?;
        self.step(AppealState::ToBeDismissed { on, by: by.clone(), ground, reason: reason.trim().to_owned() })
    }

    fn dismissed(self, ground: DismissalGround, reason: &str, on: Date) -> Result<Self, AppealRefused> {
        match ground {
            DismissalGround::TooLate => self.rule_on_lateness(LateRuling::Dismiss { reason: reason.to_owned() }, on),
            DismissalGround::NotMended => self.dismiss_unmended(reason, on),
        }
    }

    /// Another stands behind the dismissal: it is dismissed.
    ///
    /// # Errors
    /// When nobody would dismiss it, or it is one's own proposal.
    pub fn confirm_dismissal(self, by: &OfficerId, on: Date) -> Result<Self, AppealRefused> {
        let reason = self.dismissal_of_another(by, "dismissed")?;
        self.step(AppealState::Dismissed { on, reason })
    }

    /// It is not dismissed after all, and stands where it stood.
    ///
    /// # Errors
    /// When nobody would dismiss it.
    pub fn keep(self, on: Date) -> Result<Self, AppealRefused> {
        match self.state() {
            AppealState::ToBeDismissed { .. } => {}
            other => return Err(AppealRefused::WrongState { is: other.word(), asked: "kept" }),
        }
        let before = self.steps.iter().rev().nth(1).expect("an appeal is received before anybody would dismiss it");
        let before = match before.clone() {
            AppealState::Late { deadline, .. } => AppealState::Late { on, deadline },
            AppealState::Defective { defects, mend_by, .. } => AppealState::Defective { on, defects, mend_by },
            other => other,
        };
        self.step(before)
    }

    fn dismissal_of_another(&self, by: &OfficerId, asked: &'static str) -> Result<String, AppealRefused> {
        match self.state() {
            AppealState::ToBeDismissed { by: proposed_by, .. } if proposed_by == by => {
                Err(AppealRefused::OwnDismissal { officer: by.clone() })
            }
            AppealState::ToBeDismissed { reason, .. } => Ok(reason.clone()),
            other => Err(AppealRefused::WrongState { is: other.word(), asked }),
        }
    }

    /// The unit has looked at its decision again.
    ///
    /// # Errors
    /// When it is not ready for that, or the officer had a part in the decision.
    pub fn reconsider(self, by: &OfficerId, result: Reconsideration, on: Date) -> Result<Self, AppealRefused> {
        self.expect_taken_up("reconsidered")?;
        self.may_be_handled_by(by)?;
        self.step(AppealState::Reconsidered { on, by: by.clone(), result })
    }

    /// Sends it on with the whole file. What was granted in full goes nowhere.
    ///
    /// # Errors
    /// When it has not been reconsidered, or the body is not the right one.
    pub fn forward(self, to: AppealBody, on: Date) -> Result<Self, AppealRefused> {
        match self.state() {
            AppealState::Reconsidered { result: Reconsideration::Partly | Reconsideration::Upheld, .. } => {}
            other => return Err(AppealRefused::WrongState { is: other.word(), asked: "forwarded" }),
        }
        if to != self.decision.body {
            return Err(AppealRefused::WrongBody { right: self.decision.body, asked: to });
        }
        self.step(AppealState::Forwarded { on, to })
    }

    /// The appeal body decided on a day, and its word reached us on another.
    ///
    /// # Errors
    /// When it has not been forwarded, the days are the wrong way about, or a change to harm comes after three months.
    pub fn decide(self, result: AppealResult, on: Date, arrived: Date) -> Result<Self, AppealRefused> {
        match self.state() {
            AppealState::Forwarded { .. } => {}
            other => return Err(AppealRefused::WrongState { is: other.word(), asked: "decided" }),
        }
        if arrived < on {
            return Err(AppealRefused::ArrivedBeforeDecided { decided: on, arrived });
        }
        self.keep_harm_limit(result, on)?;
        self.step(AppealState::Decided { on, arrived: Some(arrived), result })
    }

    /// The party has been told the result.
    ///
    /// # Errors
    /// When there is no result yet, or a change to harm is told after three months.
    pub fn notify(self, on: Date) -> Result<Self, AppealRefused> {
        match self.state() {
            AppealState::Decided { result, .. } => self.keep_harm_limit(*result, on)?,
            AppealState::Reconsidered { result: Reconsideration::Granted, .. } => {}
            other => return Err(AppealRefused::WrongState { is: other.word(), asked: "notified" }),
        }
        self.step(AppealState::Notified { on })
    }

    /// The party withdraws it, at any time before there is a result.
    ///
    /// # Errors
    /// When it has one, or is closed.
    pub fn withdraw(self, on: Date) -> Result<Self, AppealRefused> {
        let state = self.state();
        if state.is_closed() || matches!(state, AppealState::Decided { .. }) {
            return Err(AppealRefused::WrongState { is: state.word(), asked: "withdrawn" });
        }
        self.step(AppealState::Withdrawn { on })
    }

    fn keep_harm_limit(&self, result: AppealResult, on: Date) -> Result<(), AppealRefused> {
        if result == AppealResult::ChangedToHarm && on > self.harm_limit() {
            return Err(AppealRefused::HarmTooLate { limit: self.harm_limit() });
        }
        Ok(())
    }

    fn expect_taken_up(&self, asked: &'static str) -> Result<(), AppealRefused> {
        match self.state() {
            AppealState::Timely { .. } | AppealState::Excused { .. } | AppealState::Mended { .. } => Ok(()),
            other => Err(AppealRefused::WrongState { is: other.word(), asked }),
        }
    }

    fn step(mut self, to: AppealState) -> Result<Self, AppealRefused> {
        let last = self.state();
        if to.on() < last.on() {
            return Err(AppealRefused::BeforeLastStep { asked: to.on(), last: last.on(), was: last.word() });
        }
        self.steps.push(to);
        Ok(self)
    }
}
