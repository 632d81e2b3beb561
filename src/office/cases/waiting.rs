//! Cases that wait for somebody, go on, are withdrawn, or were closed by mistake.

use super::{Colleagues, known_case, may_have, note, open_case};
use crate::access::{Action, Thing};
use crate::office::people::refuse;
use crate::office::{Actor, Office, OfficeError, Problem, decisions};
use crate::store::applications as store_applications;
use crate::store::cases::{self as store, Case, Hold};
use crate::store::{StoreError, Tx};
use housing::Date;
use housing::applications::ApplicationStatus;
use housing::calendar::add_years;
use housing::cases::WaitsFor;
use housing::decisions::Outcome;
use serde_json::json;

/// What a case is to wait for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewHold {
    pub waits_for: WaitsFor,
    pub reason: String,
    /// The day somebody looks at it again.
    pub until: Date,
    /// Who does.
    pub officer: String,
}

/// So many years ahead somebody looks at it again, at the latest.
const LONGEST_HOLD: i16 = 1;

/// Puts a case on hold from today. The clock of the law does not stop for it.
///
/// # Errors
/// [`OfficeError::Invalid`] when the reason is missing, the day is not to come, or nobody follows it up;
/// [`OfficeError::Stale`] when somebody changed or closed the case after the version was shown.
pub fn put_on_hold(office: &Office, actor: &Actor, case: (&str, i64), new: &NewHold) -> Result<(), OfficeError> {
    actor.may(Action::Change, Thing::Case)?;
    office.change(actor, |work| {
        let before = open_case(work, case)?;
        let colleagues = Colleagues::read(work.tx)?;
        let mut problems = Vec::new();
        if new.reason.is_empty() {
            problems.push(Problem::plain("reason", "case-problem-hold-reason"));
        }
        if new.until <= work.today {
            problems.push(Problem::plain("until", "case-problem-hold-until"));
        }
        if new.until > add_years(work.today, LONGEST_HOLD) {
            problems.push(Problem::plain("until", "case-problem-hold-until-far"));
        }
        if !colleagues.officers.iter().any(|it| it.id == new.officer && may_have(it, before.restricted)) {
            problems.push(Problem::plain("owner", "case-problem-officer"));
        }
        refuse(problems)?;
        if !store::step(work.tx, &before.id, before.version)? {
            return Err(OfficeError::Stale);
        }
        let hold = Hold {
            from: work.today,
            until: new.until,
            waits_for: new.waits_for,
            reason: new.reason.clone(),
            officer: new.officer.clone(),
            ended: None,
        };
        store::end_hold(work.tx, &before.id, work.today)?;
        store::put_on_hold(work.tx, &before.id, &hold)?;
        let details = json!({"after": {
            "waits_for": hold.waits_for.code(),
            "until": hold.until.to_string(),
            "reason": hold.reason,
            "owner": hold.officer,
        }});
        note(work, "hold", &before, &details);
        Ok(())
    })
}

/// The case goes on.
///
/// # Errors
/// [`OfficeError::Stale`] as for [`put_on_hold`], and when it does not wait.
pub fn resume(office: &Office, actor: &Actor, case: (&str, i64)) -> Result<(), OfficeError> {
    actor.may(Action::Change, Thing::Case)?;
    office.change(actor, |work| {
        let before = open_case(work, case)?;
        let today = work.today;
        if store::end_hold(work.tx, &before.id, today)? == 0 || !store::step(work.tx, &before.id, before.version)? {
            return Err(OfficeError::Stale);
        }
        note(work, "resume", &before, &json!({}));
        Ok(())
    })
}

/// The applicant does not want an answer any more. With its last open case the application is withdrawn too.
///
/// # Errors
/// [`OfficeError::Invalid`] when it is not said how the office knows; [`OfficeError::Stale`] as for
/// [`put_on_hold`].
pub fn withdraw(office: &Office, actor: &Actor, case: (&str, i64), reason: &str) -> Result<(), OfficeError> {
    actor.may(Action::Change, Thing::Case)?;
    office.change(actor, |work| {
        let before = open_case(work, case)?;
        if reason.is_empty() {
            return refuse(vec![Problem::plain("withdrawn", "case-problem-withdrawn")]);
        }
        let today = work.today;
        store::set_closed(work.tx, &before.id, Some(today), Some(Outcome::Withdrawal.code()))?;
        store::end_hold(work.tx, &before.id, today)?;
        note(work, "withdraw", &before, &json!({"after": {"reason": reason}}));
        let others = store::of_application(work.tx, &before.application)?;
        if others
            .iter()
            .any(|other| other.closed.is_none() || other.closed_as.as_deref() != Some(Outcome::Withdrawal.code()))
        {
            return Ok(());
        }
        let application = store_applications::find(work.tx, &before.application)?.ok_or(OfficeError::NotFound)?;
        let changed = store_applications::Application { status: ApplicationStatus::Withdrawn, ..application.clone() };
        crate::office::applications::save_in(work, &application, &changed, today)
    })
}

/// A case that was closed without a decision goes on: it was withdrawn or closed by mistake. An application that was
/// over goes on with it; the day it was received stays (`L1.2`).
///
/// # Errors
/// [`OfficeError::Invalid`] when it is not said why; [`OfficeError::Stale`] when somebody changed it after the version
/// was shown, it is open, or a decision stands in it.
pub fn reopen(office: &Office, actor: &Actor, (id, version): (&str, i64), reason: &str) -> Result<(), OfficeError> {
    actor.may(Action::Change, Thing::Case)?;
    office.change(actor, |work| {
        let (before, application, _) = known_case(work.tx, actor, id)?;
        if before.version != version || !may_be_reopened(work.tx, &before)? {
            return Err(OfficeError::Stale);
        }
        if reason.trim().is_empty() {
            return refuse(vec![Problem::plain("reopened", "case-problem-reopened")]);
        }
        store::set_closed(work.tx, &before.id, None, None)?;
        let details = json!({
            "before": {"closed": before.closed.map(|day| day.to_string()), "closed_as": before.closed_as},
            "after": {"closed": null, "reason": reason.trim()},
        });
        note(work, "reopen", &before, &details);
        if application.status.is_open() {
            return Ok(());
        }
        let status = ApplicationStatus::InProgress;
        let changed = store_applications::Application { status, decided: None, ..application.clone() };
        crate::office::applications::save_in(work, &application, &changed, work.today)
    })
}

/// Whether a case is closed and no decision stands in it.
pub(super) fn may_be_reopened(tx: &mut Tx<'_>, case: &Case) -> Result<bool, StoreError> {
    Ok(case.closed.is_some() && decisions::standing(tx, &case.id)?.is_none())
}
