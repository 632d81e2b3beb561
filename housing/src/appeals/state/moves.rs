//! What can be done with an appeal. Each move takes the appeal, and may refuse with the reason.

use super::{Appeal, AppealState};
use crate::Date;
use crate::acts::AdministrationAct;
use crate::appeals::codes::{AppealDefect, AppealResult, DismissalGround, LateGround, Reconsideration};
use crate::appeals::deadline::{AppealPeriod, first_barred_day};
use crate::decisions::AppealBody;
use crate::officers::OfficerId;

/// What came in when the party was asked to mend an appeal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mending {
    pub on: Date,
    /// It is signed now, or authenticated.
    pub signed: bool,
    /// The authority of whoever appeals for the party is shown now.
    pub authorised: bool,
    /// They wrote what they appeal on and what they want changed.
    pub has_words: bool,
}

/// What the appeal body decided, and the days it became known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BodyDecision {
    pub result: AppealResult,
    pub on: Date,
    /// The day its word reached us.
    pub arrived: Date,
    /// The day it told the party itself, where it did.
    pub told: Option<Date>,
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
    #[error("it cannot have been decided on {decided} and the party told on {told}")]
    ToldBeforeDecided { decided: Date, told: Date },
    #[error("still to be mended: {0:?}")]
    StillDefective(Vec<AppealDefect>),
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

    /// Says whether it came in time. `known` is the day it was posted or handed over, when that is
    /// known; otherwise the day it was received.
    ///
    /// # Errors
    /// When that has been said already, or it cannot have been handed in on the day.
    pub fn time(self, period: &AppealPeriod, known: Option<Date>, on: Date) -> Result<Self, AppealRefused> {
        match self.state() {
            AppealState::Received { .. } => {}
            other => return Err(AppealRefused::WrongState { is: other.word(), asked: "timed" }),
        }
        let handed_in = known.unwrap_or(self.received);
        let (decided, received) = (self.decision.decided, self.received);
        if handed_in < decided || handed_in > received {
            return Err(AppealRefused::HandedInOutOfReason { handed_in, decided, received });
        }
        let timed = Self { handed_in: known, ..self };
        match period.last_day() {
            Some(deadline) if handed_in > deadline => timed.step(AppealState::Late { on, deadline }),
            deadline => timed.step(AppealState::Timely { on, deadline }),
        }
    }

    /// Takes up an appeal though it came too late.
    ///
    /// # Errors
    /// When it is not late, no reason is given, or the one-year bar has fallen.
    pub fn take_up_late(self, ground: LateGround, reason: &str, on: Date) -> Result<Self, AppealRefused> {
        match self.state() {
            AppealState::Late { .. } => {}
            other => return Err(AppealRefused::WrongState { is: other.word(), asked: "taken up late" }),
        }
        let reason = said(reason)?;
        if self.is_barred() {
            let decided = self.decision.decided;
            return Err(AppealRefused::Barred { decided, barred_from: first_barred_day(decided) });
        }
        self.step(AppealState::Excused { on, ground, reason })
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
    /// When there was nothing to mend, or something of it is not mended yet.
    pub fn mended(self, by: Mending) -> Result<Self, AppealRefused> {
        let still: Vec<AppealDefect> = match self.state() {
            AppealState::Defective { defects, .. } => defects.iter().copied().filter(|it| !by.mends(*it)).collect(),
            other => return Err(AppealRefused::WrongState { is: other.word(), asked: "mended" }),
        };
        if !still.is_empty() {
            return Err(AppealRefused::StillDefective(still));
        }
        self.step(AppealState::Mended { on: by.on })
    }

    /// Dismisses it (*avvisning*): `by` stands behind that alone.
    ///
    /// # Errors
    /// When it does not stand so that the ground can be used, or no reason is given.
    pub fn dismiss(
        self,
        by: &OfficerId,
        (ground, reason): (DismissalGround, &str),
        on: Date,
    ) -> Result<Self, AppealRefused> {
        self.expect_dismissible(ground, on)?;
        self.step(AppealState::Dismissed { on, by: Some(by.clone()), ground: Some(ground), reason: said(reason)? })
    }

    /// Would dismiss it, where the municipality asks two people to stand behind that.
    ///
    /// # Errors
    /// When it could not be dismissed at once either.
    pub fn propose_dismissal(
        self,
        by: &OfficerId,
        (ground, reason): (DismissalGround, &str),
        on: Date,
    ) -> Result<Self, AppealRefused> {
        self.expect_dismissible(ground, on)?;
        self.step(AppealState::ToBeDismissed { on, by: by.clone(), ground, reason: said(reason)? })
    }

    /// Whether it stands so that it can be dismissed on the ground: late, not mended when the day has passed, or any time
    /// until it is looked at again where there is no right to appeal.
    fn expect_dismissible(&self, ground: DismissalGround, on: Date) -> Result<(), AppealRefused> {
        let state = self.state();
        let allowed = match (ground, state) {
            (DismissalGround::TooLate, AppealState::Late { .. }) => true,
            (DismissalGround::NotMended, AppealState::Defective { mend_by, .. }) => on > *mend_by,
            (DismissalGround::NoRight | DismissalGround::NotAppealable, state) => {
                state.awaits_reconsideration()
                    || matches!(state, AppealState::Late { .. } | AppealState::Defective { .. })
            }
            (DismissalGround::TooLate | DismissalGround::NotMended, _) => false,
        };
        if allowed { Ok(()) } else { Err(AppealRefused::WrongState { is: state.word(), asked: "dismissed" }) }
    }

    /// Another stands behind the dismissal: it is dismissed.
    ///
    /// # Errors
    /// When nobody would dismiss it, or it is one's own proposal.
    pub fn confirm_dismissal(self, by: &OfficerId, on: Date) -> Result<Self, AppealRefused> {
        let AppealState::ToBeDismissed { by: proposed_by, ground, reason, .. } = self.state().clone() else {
            return Err(AppealRefused::WrongState { is: self.state().word(), asked: "dismissed" });
        };
        if proposed_by == *by {
            return Err(AppealRefused::OwnDismissal { officer: by.clone() });
        }
        self.step(AppealState::Dismissed { on, by: Some(by.clone()), ground: Some(ground), reason })
    }

    /// The dismissal did not stand when it was appealed: it is taken up after all.
    ///
    /// # Errors
    /// When it was not dismissed.
    pub fn taken_up(self, on: Date) -> Result<Self, AppealRefused> {
        let body = self.decision.body;
        if self.dismissal(body).is_none() {
            return Err(AppealRefused::WrongState { is: self.state().word(), asked: "taken up after all" });
        }
        self.step(AppealState::TakenUp { on })
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
        let stands = before.clone().again(on);
        self.step(stands)
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

    /// The appeal body has decided. What came by post is a fact, also a change to harm that came too late to stand: then
    /// [`Self::harm_limit_broken`] says so, and it can be sent back.
    ///
    /// # Errors
    /// When it has not been forwarded, or the days are the wrong way about.
    pub fn decide(self, decision: BodyDecision) -> Result<Self, AppealRefused> {
        match self.state() {
            AppealState::Forwarded { .. } | AppealState::SentBack { .. } => {}
            other => return Err(AppealRefused::WrongState { is: other.word(), asked: "decided" }),
        }
        let BodyDecision { result, on, arrived, told } = decision;
        if arrived < on {
            return Err(AppealRefused::ArrivedBeforeDecided { decided: on, arrived });
        }
        if let Some(told) = told.filter(|told| *told < on) {
            return Err(AppealRefused::ToldBeforeDecided { decided: on, told });
        }
        self.step(AppealState::Decided { on, arrived: Some(arrived), told, result })
    }

    /// Asks the appeal body to look again at a change to harm that was told too late (*forvaltningsloven* § 34).
    ///
    /// # Errors
    /// When there is no such change, or no reason is given.
    pub fn send_back(self, reason: &str, on: Date) -> Result<Self, AppealRefused> {
        if self.harm_limit_broken(on).is_none() {
            return Err(AppealRefused::WrongState { is: self.state().word(), asked: "sent back to the appeal body" });
        }
        self.step(AppealState::SentBack { on, reason: said(reason)? })
    }

    /// The party has been told the result.
    ///
    /// # Errors
    /// When there is no result yet.
    pub fn notify(self, on: Date) -> Result<Self, AppealRefused> {
        match self.state() {
            AppealState::Decided { .. } | AppealState::Reconsidered { result: Reconsideration::Granted, .. } => {}
            other => return Err(AppealRefused::WrongState { is: other.word(), asked: "notified" }),
        }
        self.step(AppealState::Notified { on })
    }

    /// Whether the party can still withdraw it: there is no result yet.
    pub fn may_be_withdrawn(&self) -> bool {
        let state = self.state();
        !state.is_closed() && !matches!(state, AppealState::Decided { .. })
    }

    /// The party withdraws it, at any time before there is a result.
    ///
    /// # Errors
    /// When it has one, or is closed.
    pub fn withdraw(self, on: Date) -> Result<Self, AppealRefused> {
        if !self.may_be_withdrawn() {
            return Err(AppealRefused::WrongState { is: self.state().word(), asked: "withdrawn" });
        }
        self.step(AppealState::Withdrawn { on })
    }

    fn expect_taken_up(&self, asked: &'static str) -> Result<(), AppealRefused> {
        let state = self.state();
        if state.awaits_reconsideration() { Ok(()) } else { Err(AppealRefused::WrongState { is: state.word(), asked }) }
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

impl Mending {
    const fn mends(self, defect: AppealDefect) -> bool {
        match defect {
            AppealDefect::NotSigned => self.signed,
            AppealDefect::NoAuthority => self.authorised,
            AppealDefect::DecisionNotNamed | AppealDefect::ChangeNotNamed => self.has_words,
        }
    }
}

/// A reason with words in it.
fn said(reason: &str) -> Result<String, AppealRefused> {
    let reason = reason.trim();
    if reason.is_empty() { Err(AppealRefused::NoReason) } else { Ok(reason.to_owned()) }
}
