//! The last day to appeal, from when the letter arrived: proven, or presumed until it is (`L1.8`).

use super::content;
use crate::access::{Action, Thing};
use crate::office::cases::known_case;
use crate::office::letters;
use crate::office::{About, Actor, Office, OfficeError, Problem};
use crate::store::Tx;
use crate::store::decisions::{self as store, Decision, State};
use crate::store::documents::{self, Channel, Dispatch};
use housing::Date;
use housing::appeals::{AppealDeadline, AppealPeriod, Arrival, ReasonsDemand, appeal_period};
use housing::decisions::Outcome;

/// Where the time to appeal a decision stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deadline {
    /// Nothing runs until the letter has left.
    NotSent,
    /// The party asked for reasons that have not come.
    Interrupted {
        since: Date,
    },
    Runs(AppealDeadline),
}

/// Where the time to appeal stands; `None` for a decision that is not signed or gives no right to appeal.
///
/// # Errors
/// When the store fails.
pub(in crate::office) fn of(tx: &mut Tx<'_>, decision: &Decision) -> Result<Option<Deadline>, OfficeError> {
    let (State::Signed, Some(decided)) = (decision.state, decision.decided) else { return Ok(None) };
    let Some(document) = decision.document.as_ref().filter(|_| decision.outcome != Some(Outcome::Withdrawal)) else {
        return Ok(None);
    };
    let reasons =
        decision.reasons_demanded.map(|demanded| ReasonsDemand { demanded, arrived: decision.reasons_arrived });
    let weeks = content::rule(decision.kind, decided)?.appeal_weeks;
    of_letter(tx, document, weeks, reasons)
}

/// Where the time to appeal what a letter tells stands; `None` when there is no such letter.
///
/// # Errors
/// When the store fails.
pub(in crate::office) fn of_letter(
    tx: &mut Tx<'_>,
    document: &str,
    weeks: i32,
    reasons: Option<ReasonsDemand>,
) -> Result<Option<Deadline>, OfficeError> {
    let Some(letter) = documents::of_document(tx, document)?.into_iter().next() else { return Ok(None) };
    let post_days = letters::settings(tx)?.post_days;
    let Some(arrival) = arrival(&letter, post_days) else { return Ok(Some(Deadline::NotSent)) };
    Ok(Some(match appeal_period(arrival, weeks, reasons, letter.appeal_by) {
        Ok(AppealPeriod::Runs(deadline)) => Deadline::Runs(deadline),
        Ok(AppealPeriod::Interrupted { since }) => Deadline::Interrupted { since },
        Err(problem) => {
            let facts = vec![("cause", problem.to_string())];
            return Err(OfficeError::Invalid(vec![Problem { field: "", text: "decision-problem-period", facts }]));
        }
    }))
}

/// When a letter reached its recipient; `None` while it has not left.
pub(in crate::office) fn arrival(letter: &Dispatch, post_days: i32) -> Option<Arrival> {
    let sent = letter.sent?;
    Some(match (letter.arrived, letter.channel) {
        (Some(on), Channel::Post | Channel::Digital | Channel::ByHand) => Arrival::Proven { on },
        (None, Channel::ByHand) => Arrival::Proven { on: sent },
        (None, Channel::Digital) => Arrival::Digital { available: sent, notified: sent },
        (None, Channel::Post) => Arrival::Presumed { sent, post_days },
    })
}

/// Where the time to appeal the standing decision of a case stands.
///
/// # Errors
/// [`OfficeError::NotFound`] when there is no such case, or none that the actor may know of.
pub fn deadline(office: &Office, actor: &Actor, case: &str) -> Result<Option<Deadline>, OfficeError> {
    actor.may(Action::Look, Thing::Decision)?;
    office.store().read(|tx| {
        let (case, _, _) = known_case(tx, actor, case)?;
        match super::standing(tx, &case.id)? {
            Some(decision) => of(tx, &decision),
            None => Ok(None),
        }
    })
}

/// The party asked for reasons on a day, and got them on another: the period is interrupted, and a new full
/// one runs from when they arrive (*fvl.* § 29).
///
/// # Errors
/// [`OfficeError::Invalid`] for days that cannot be; [`OfficeError::Stale`] when somebody else saved first.
pub fn demand_reasons(
    office: &Office,
    actor: &Actor,
    (case, version): (&str, i64),
    (demanded, arrived): (Date, Option<Date>),
) -> Result<(), OfficeError> {
    actor.may(Action::Change, Thing::Appeal)?;
    office.change(actor, |work| {
        let (case, _, applicant) = known_case(work.tx, actor, case)?;
        let before = super::standing(work.tx, &case.id)?.ok_or(OfficeError::NotFound)?;
        if before.version != version {
            return Err(OfficeError::Stale);
        }
        let refused = |field, text| Err(OfficeError::Invalid(vec![Problem::plain(field, text)]));
        if demanded > work.today || before.decided.is_some_and(|decided| demanded < decided) {
            return refused("demanded", "appeal-problem-demanded");
        }
        if arrived.is_some_and(|arrived| arrived < demanded || arrived > work.today) {
            return refused("arrived", "appeal-problem-reasons-arrived");
        }
        let changed =
            Decision { reasons_demanded: Some(demanded), reasons_arrived: arrived, ..before.clone() };
        if !store::update(work.tx, &changed)? {
            return Err(OfficeError::Stale);
        }
        let told = |decision: &Decision| {
            serde_json::json!({"reasons_demanded": decision.reasons_demanded, "reasons_arrived": decision.reasons_arrived})
        };
        let details = serde_json::json!({"before": told(&before), "after": told(&changed)}).to_string();
        work.note("change", About { thing: Thing::Decision, id: &before.id, person: &applicant.id }, details);
        Ok(())
    })
}
