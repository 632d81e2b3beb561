//! What is done with an appeal, a step at a time.

use super::letter::{self, Came};
use super::{progress_of, progress_text};
use crate::access::{Action, Thing};
use crate::office::cases::known_case;
use crate::office::decisions::{self, Deadline};
use crate::office::delegations;
use crate::office::{About, Actor, Office, OfficeError, Problem, Work};
use crate::parameters::RATES;
use crate::store::appeals::{self as store, Appeal as Row, Step};
use crate::store::decisions as store_decisions;
use housing::Date;
use housing::appeals::{
    Appeal, AppealDefect, AppealPeriod, AppealRefused, AppealResult, AppealState, DismissalGround, LateGround,
    LateRuling, Reconsideration,
};
use housing::decisions::approval::Mandate;
use housing::decisions::{DecisionKind, Outcome};
use housing::officers::OfficerId;

/// One step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Move {
    /// Is it in time? With the day it was handed in, when that is known.
    Time {
        handed_in: Option<Date>,
    },
    TakeUpLate {
        ground: LateGround,
        reason: String,
    },
    DismissLate {
        reason: String,
    },
    AskToMend {
        defects: Vec<AppealDefect>,
        mend_by: Date,
    },
    Mended,
    DismissUnmended {
        reason: String,
    },
    /// Another stands behind the dismissal.
    ConfirmDismissal,
    /// It is not dismissed after all.
    Keep,
    Reconsider {
        result: Reconsideration,
    },
    /// With what the unit writes to the appeal body.
    Forward {
        statement: String,
    },
    /// What the appeal body said, the day it did, and the day its word reached us.
    Decide {
        result: AppealResult,
        on: Date,
        arrived: Date,
    },
    /// With what it means for the party, and the reasons.
    Notify {
        text: String,
        reasons: String,
    },
    Withdraw,
}

impl Move {
    /// Whether the appeal is judged by it: then it is not for whoever made the decision (`L1.11`). Anybody receives an
    /// appeal, says when it came, and asks for what is missing in it.
    const fn judges(&self) -> bool {
        match self {
            Self::TakeUpLate { .. }
            | Self::DismissLate { .. }
            | Self::DismissUnmended { .. }
            | Self::ConfirmDismissal
            | Self::Keep
            | Self::Reconsider { .. }
            | Self::Forward { .. }
            | Self::Decide { .. }
            | Self::Notify { .. } => true,
            Self::Time { .. } | Self::AskToMend { .. } | Self::Mended | Self::Withdraw => false,
        }
    }
}

/// Makes a step with an appeal, and the letter that goes with it.
///
/// # Errors
/// [`OfficeError::Stale`] when somebody saved after `version` was opened; [`OfficeError::Invalid`] when the step
/// cannot be made.
pub fn make(office: &Office, actor: &Actor, (id, version): (&str, i64), wanted: &Move) -> Result<(), OfficeError> {
    actor.may(Action::Change, Thing::Appeal)?;
    office.change(actor, |work| {
        let row = store::find(work.tx, id)?.ok_or(OfficeError::NotFound)?;
        let (_, _, applicant) = known_case(work.tx, actor, &row.case)?;
        if row.version != version {
            return Err(OfficeError::Stale);
        }
        let before = progress_of(&row)?;
        let after = stepped(work, &row, before.clone(), wanted)?.map_err(refused)?;
        write_to_party(office, work, (&row, &before, &after), wanted)?;
        save(work, &row, &after)?;
        let details = serde_json::json!({
            "before": {"state": before.state().word()}, "after": {"state": after.state().word()},
        });
        work.note("change", About { thing: Thing::Appeal, id, person: &applicant.id }, details.to_string());
        Ok(())
    })
}

fn stepped(
    work: &mut Work<'_, '_>,
    row: &Row,
    appeal: Appeal,
    wanted: &Move,
) -> Result<Result<Appeal, AppealRefused>, OfficeError> {
    let on = work.today;
    let act = RATES.acts.administration(on);
    let officer = OfficerId::new(&work.actor.id);
    if wanted.judges()
        && let Err(refusal) = appeal.may_be_handled_by(&officer)
    {
        return Ok(Err(refusal));
    }
    let mandate = mandate(work, on)?;
    let dismissed = |reason: &String| LateRuling::Dismiss { reason: reason.clone() };
    Ok(match wanted {
        Move::DismissLate { reason } | Move::DismissUnmended { reason } if mandate.two_people => {
            appeal.propose_dismissal(&officer, reason, on)
        }
        Move::DismissLate { .. } | Move::DismissUnmended { .. } | Move::ConfirmDismissal
            if mandate.allows(work.actor.role.code()).is_err() =>
        {
            return Err(OfficeError::Invalid(vec![Problem::plain("", "appeal-problem-not-delegated")]));
        }
        Move::ConfirmDismissal => appeal.confirm_dismissal(&officer, on),
        Move::Keep => appeal.keep(on),
        Move::Time { handed_in } => appeal.time(&period(work, row)?, *handed_in, on),
        Move::TakeUpLate { ground, reason } => {
            appeal.rule_on_lateness(LateRuling::TakeUp { ground: *ground, reason: reason.clone() }, on)
        }
        Move::DismissLate { reason } => appeal.rule_on_lateness(dismissed(reason), on),
        Move::AskToMend { defects, mend_by } => appeal.ask_to_mend(defects, act, *mend_by, on),
        Move::Mended => appeal.mended(on),
        Move::DismissUnmended { reason } => appeal.dismiss_unmended(reason, on),
        Move::Reconsider { result } => appeal.reconsider(&officer, *result, on),
        Move::Forward { statement } if statement.trim().is_empty() => Err(AppealRefused::NoReason),
        Move::Forward { .. } => {
            let right = appeal.decision.body;
            appeal.forward(right, on)
        }
        Move::Decide { arrived, .. } if *arrived > on => {
            return Err(OfficeError::Invalid(vec![Problem::plain("decision_arrived", "appeal-problem-in-future")]));
        }
        Move::Decide { result, on, arrived } => appeal.decide(*result, *on, *arrived),
        Move::Notify { text, reasons } if text.trim().is_empty() || reasons.trim().is_empty() => {
            Err(AppealRefused::NoReason)
        }
        Move::Notify { .. } => appeal.notify(on),
        Move::Withdraw => appeal.withdraw(on),
    })
}

/// Who may dismiss an appeal, and whether it takes two: the municipality's delegation.
fn mandate(work: &mut Work<'_, '_>, on: Date) -> Result<Mandate, OfficeError> {
    let delegation = delegations::in_force(work.tx, on)?.delegation;
    let mandate = delegation.mandate(DecisionKind::AppealDismissed, Outcome::Dismissal).cloned();
    mandate.map_err(|_| OfficeError::Invalid(vec![Problem::plain("", "decision-problem-no-mandate")]))
}

/// The period to appeal the decision in, from when its letter arrived.
fn period(work: &mut Work<'_, '_>, row: &Row) -> Result<AppealPeriod, OfficeError> {
    let decision = store_decisions::find(work.tx, &row.decision)?.ok_or(OfficeError::NotFound)?;
    match decisions::deadline_of(work.tx, &decision)? {
        Some(Deadline::Runs(deadline)) => Ok(AppealPeriod::Runs(deadline)),
        Some(Deadline::Interrupted { since }) => Ok(AppealPeriod::Interrupted { since }),
        // Nothing has begun to run: an appeal cannot be too late.
        Some(Deadline::NotSent) | None => Ok(AppealPeriod::Interrupted { since: row.received }),
    }
}

/// The letter that goes with the step.
fn write_to_party(
    office: &Office,
    work: &mut Work<'_, '_>,
    (row, before, after): (&Row, &Appeal, &Appeal),
    wanted: &Move,
) -> Result<(), OfficeError> {
    match wanted {
        Move::AskToMend { defects, mend_by } => letter::received(office, work, row, after, (defects, Some(*mend_by))),
        Move::Forward { statement } => letter::forwarded(office, work, row, after, statement),
        Move::Notify { text, reasons } => {
            let came = match before.state() {
                AppealState::Decided { on, result, .. } => (Came::Body(*result), *on),
                other => (Came::UnitGaveWay, other.on()),
            };
            letter::result(office, work, (row, after), came, (text, reasons))
        }
        Move::DismissLate { .. } | Move::DismissUnmended { .. } | Move::ConfirmDismissal => {
            match (after.state(), before.state()) {
                (AppealState::Dismissed { .. }, AppealState::ToBeDismissed { ground, reason, .. }) => {
                    letter::dismissed(office, work, (row, after), (*ground, reason))
                }
                (AppealState::Dismissed { reason, .. }, AppealState::Late { .. }) => {
                    letter::dismissed(office, work, (row, after), (DismissalGround::TooLate, reason))
                }
                (AppealState::Dismissed { reason, .. }, _) => {
                    letter::dismissed(office, work, (row, after), (DismissalGround::NotMended, reason))
                }
                // Another is to look at it first.
                (_, _) => Ok(()),
            }
        }
        Move::Time { .. }
        | Move::TakeUpLate { .. }
        | Move::Mended
        | Move::Keep
        | Move::Reconsider { .. }
        | Move::Decide { .. }
        | Move::Withdraw => Ok(()),
    }
}

fn save(work: &mut Work<'_, '_>, row: &Row, after: &Appeal) -> Result<(), OfficeError> {
    let state = after.state();
    let handler = match state {
        AppealState::Reconsidered { by, .. } => Some(by.0.clone()),
        AppealState::Received { .. }
        | AppealState::Timely { .. }
        | AppealState::Late { .. }
        | AppealState::Excused { .. }
        | AppealState::Defective { .. }
        | AppealState::Mended { .. }
        | AppealState::Forwarded { .. }
        | AppealState::Decided { .. }
        | AppealState::Notified { .. }
        | AppealState::ToBeDismissed { .. }
        | AppealState::Dismissed { .. }
        | AppealState::Withdrawn { .. } => row.handler.clone(),
    };
    let changed = Row {
        state: state.word().to_owned(),
        handler,
        progress: progress_text(after),
        open: !state.is_closed(),
        ..row.clone()
    };
    if !store::update(work.tx, &changed)? {
        return Err(OfficeError::Stale);
    }
    let step = Step {
        at: work.now,
        day: state.on(),
        officer: work.actor.id.clone(),
        state: changed.state.clone(),
        facts: serde_json::to_string(state).expect("a state becomes JSON"),
    };
    Ok(store::add_step(work.tx, &row.id, &step)?)
}

/// Why a step cannot be made, in words.
fn refused(refusal: AppealRefused) -> OfficeError {
    let day = |day: Date| day.strftime("%d.%m.%Y").to_string();
    let problem = match refusal {
        AppealRefused::WrongState { .. } => Problem::plain("", "appeal-problem-state"),
        AppealRefused::BeforeLastStep { last, .. } => {
            Problem { field: "decided_on", text: "appeal-problem-before-last", facts: vec![("day", day(last))] }
        }
        AppealRefused::OwnDecision { .. } => Problem::plain("", "appeal-problem-own-decision"),
        AppealRefused::Barred { barred_from, .. } => {
            Problem { field: "", text: "appeal-problem-barred", facts: vec![("day", day(barred_from))] }
        }
        AppealRefused::OwnDismissal { .. } => Problem::plain("", "appeal-problem-own-dismissal"),
        AppealRefused::HandedInOutOfReason { decided, received, .. } => {
            let facts = vec![("decided", day(decided)), ("received", day(received))];
            Problem { field: "handed_in", text: "appeal-problem-handed-in", facts }
        }
        AppealRefused::ArrivedBeforeDecided { .. } => {
            Problem::plain("decision_arrived", "appeal-problem-decision-arrived")
        }
        AppealRefused::NoReason => Problem::plain("reason", "appeal-problem-reason"),
        AppealRefused::NoDefects => Problem::plain("defects", "appeal-problem-defects"),
        AppealRefused::NoTimeToMend { .. } => Problem::plain("mend_by", "appeal-problem-mend-by"),
        AppealRefused::WrongBody { .. } => Problem::plain("", "appeal-problem-body"),
        AppealRefused::HarmTooLate { limit } => {
            Problem { field: "", text: "appeal-problem-harm", facts: vec![("day", day(limit))] }
        }
    };
    OfficeError::Invalid(vec![problem])
}
