//! What is done with an appeal, a step at a time.

use super::letter::{self, Came};
use super::{Mended, add_step, dismissals, period, progress_of, progress_text, sealed, told_of};
use crate::access::{Action, Thing};
use crate::office::cases::known_case;
use crate::office::delegations;
use crate::office::{About, Actor, Office, OfficeError, Problem, Work};
use crate::parameters::RATES;
use crate::store::appeals::{self as store, Appeal as Row};
use housing::Date;
use housing::appeals::{
    Appeal, AppealDefect, AppealRefused, AppealState, BodyDecision, DismissalGround, LateGround, Mending,
    Reconsideration,
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
    /// It is not to be taken up.
    Dismiss {
        ground: DismissalGround,
        reason: String,
    },
    AskToMend {
        defects: Vec<AppealDefect>,
        mend_by: Date,
    },
    /// What came in when the party was asked to mend it.
    Mended(Mended),
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
    /// What the appeal body said, the day it did, and the days its word reached us and the party.
    Decide(BodyDecision),
    /// The appeal body is asked to look again at a change to harm that came too late.
    SendBack {
        reason: String,
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
            | Self::Dismiss { .. }
            | Self::ConfirmDismissal
            | Self::Keep
            | Self::Reconsider { .. }
            | Self::Forward { .. }
            | Self::Decide(_)
            | Self::SendBack { .. }
            | Self::Notify { .. } => true,
            Self::Time { .. } | Self::AskToMend { .. } | Self::Mended(_) | Self::Withdraw => false,
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
        let letter = write_to_party(office, work, (&row, &before, &after), wanted)?;
        let told = told_now(work, &row, wanted)?;
        save(work, &Row { letter: letter.or_else(|| row.letter.clone()), told, ..row.clone() }, &after)?;
        dismissals::take_up_first(work, &row, &after)?;
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
    let in_future = |field| OfficeError::Invalid(vec![Problem::plain(field, "appeal-problem-in-future")]);
    Ok(match wanted {
        Move::Dismiss { ground, reason } if mandate.two_people => {
            appeal.propose_dismissal(&officer, (*ground, reason), on)
        }
        Move::Dismiss { .. } | Move::ConfirmDismissal if mandate.allows(work.actor.role.code()).is_err() => {
            return Err(OfficeError::Invalid(vec![Problem::plain("", "appeal-problem-not-delegated")]));
        }
        Move::Dismiss { ground, reason } => appeal.dismiss(&officer, (*ground, reason), on),
        Move::ConfirmDismissal => appeal.confirm_dismissal(&officer, on),
        Move::Keep => appeal.keep(on),
        Move::Time { handed_in } => {
            let period = period(work.tx, row, &appeal)?;
            appeal.time(&period, *handed_in, on)
        }
        Move::TakeUpLate { ground, reason } => appeal.take_up_late(*ground, reason, on),
        Move::AskToMend { defects, mend_by } => appeal.ask_to_mend(defects, act, *mend_by, on),
        Move::Mended(mended) if mended.on > on => return Err(in_future("mended_on")),
        Move::Mended(mended) => appeal.mended(Mending {
            on: mended.on,
            signed: mended.signed,
            authorised: mended.authorised,
            has_words: !mended.wanted.trim().is_empty(),
        }),
        Move::Reconsider { result } => appeal.reconsider(&officer, *result, on),
        Move::Forward { statement } if statement.trim().is_empty() => Err(AppealRefused::NoReason),
        Move::Forward { .. } => {
            let right = appeal.decision.body;
            appeal.forward(right, on)
        }
        Move::Decide(decision) if decision.arrived > on => return Err(in_future("decision_arrived")),
        Move::Decide(decision) if decision.told.is_some_and(|told| told > on) => {
            return Err(in_future("decision_told"));
        }
        Move::Decide(decision) => appeal.decide(*decision),
        Move::SendBack { reason } if reason.trim().is_empty() => {
            return Err(OfficeError::Invalid(vec![Problem::plain("back", "appeal-problem-reason")]));
        }
        Move::SendBack { reason } => appeal.send_back(reason, on),
        Move::Notify { text, reasons } if text.trim().is_empty() || reasons.trim().is_empty() => {
            Err(AppealRefused::NoReason)
        }
        Move::Notify { .. } => appeal.notify(on),
        Move::Withdraw => appeal.withdraw(on),
    })
}

/// What the party has told, with what came in now.
fn told_now(work: &Work<'_, '_>, row: &Row, wanted: &Move) -> Result<Vec<u8>, OfficeError> {
    let Move::Mended(mended) = wanted else { return Ok(row.told.clone()) };
    let mut told = told_of(work.secrets, row)?;
    told.mended.push(mended.clone());
    sealed(work.secrets, &row.id, &told)
}

/// Who may dismiss an appeal, and whether it takes two: the municipality's delegation.
fn mandate(work: &mut Work<'_, '_>, on: Date) -> Result<Mandate, OfficeError> {
    let delegation = delegations::in_force(work.tx, on)?.delegation;
    let mandate = delegation.mandate(DecisionKind::AppealDismissed, Outcome::Dismissal).cloned();
    mandate.map_err(|_| OfficeError::Invalid(vec![Problem::plain("", "decision-problem-no-mandate")]))
}

/// The letter that goes with the step; its id, when it tells how the appeal ended.
fn write_to_party(
    office: &Office,
    work: &mut Work<'_, '_>,
    (row, before, after): (&Row, &Appeal, &Appeal),
    wanted: &Move,
) -> Result<Option<String>, OfficeError> {
    match wanted {
        Move::AskToMend { mend_by, .. } => letter::to_mend(office, work, (row, after), *mend_by).map(|()| None),
        Move::Forward { statement } => letter::forwarded(office, work, row, after, statement).map(|()| None),
        Move::Notify { text, reasons } => {
            let came = match before.state() {
                AppealState::Decided { on, result, .. } => (Came::Body(*result), *on),
                other => (Came::UnitGaveWay, other.on()),
            };
            letter::result(office, work, (row, before), came, (text, reasons)).map(Some)
        }
        // Unless another is to look at it first.
        Move::Dismiss { .. } | Move::ConfirmDismissal if matches!(after.state(), AppealState::Dismissed { .. }) => {
            letter::dismissed(office, work, row, (before, after)).map(Some)
        }
        Move::Dismiss { .. } | Move::ConfirmDismissal => Ok(None),
        Move::Time { .. }
        | Move::TakeUpLate { .. }
        | Move::Mended(_)
        | Move::Keep
        | Move::Reconsider { .. }
        | Move::Decide(_)
        | Move::SendBack { .. }
        | Move::Withdraw => Ok(None),
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
        | AppealState::SentBack { .. }
        | AppealState::Notified { .. }
        | AppealState::ToBeDismissed { .. }
        | AppealState::Dismissed { .. }
        | AppealState::TakenUp { .. }
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
    add_step(work, &row.id, state)
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
        AppealRefused::ToldBeforeDecided { .. } => Problem::plain("decision_told", "appeal-problem-decision-told"),
        AppealRefused::StillDefective(defects) => return still_defective(&defects),
    };
    OfficeError::Invalid(vec![problem])
}

/// What is not mended yet, each beside the field that would say that it is.
fn still_defective(defects: &[AppealDefect]) -> OfficeError {
    let problem = |defect: &AppealDefect| match defect {
        AppealDefect::NotSigned => Problem::plain("mended_signed", "appeal-problem-still-unsigned"),
        AppealDefect::NoAuthority => Problem::plain("mended_authorised", "appeal-problem-still-unauthorised"),
        AppealDefect::DecisionNotNamed | AppealDefect::ChangeNotNamed => {
            Problem::plain("mended_wanted", "appeal-problem-still-unsaid")
        }
    };
    let mut problems: Vec<Problem> = defects.iter().map(problem).collect();
    problems.dedup_by_key(|problem| problem.field);
    OfficeError::Invalid(problems)
}
