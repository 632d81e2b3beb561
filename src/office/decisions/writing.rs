//! Beginning a decision and writing it, a draft at a time.

use super::wording;
use super::{content, sealed, written_of};
use crate::access::{Action, Thing};
use crate::office::cases::known_case;
use crate::office::letters::{self, Form, Words};
use crate::office::{About, Actor, Office, OfficeError, Problem, Work, new_id};
use crate::store::applications::Application;
use crate::store::cases::Case;
use crate::store::decisions::{self as store, Decision, State, Step};
use crate::store::{StoreError, people};
use housing::decisions::{
    DecisionKind, FollowUpChoice, HomeAccess, LeaseLength, Outcome, WrittenDecision, outcomes_of,
};

/// Begins a decision with an outcome and a written form; its words are proposed from the facts. The answer is
/// its id.
///
/// # Errors
/// [`OfficeError::Invalid`] when one is being written already, or the outcome does not fit the case.
pub fn begin(
    office: &Office,
    actor: &Actor,
    case: &str,
    outcome: Outcome,
    form: Option<Form>,
) -> Result<String, OfficeError> {
    actor.may(Action::Change, Thing::Decision)?;
    office.change(actor, |work| {
        let (case, application, applicant) = known_case(work.tx, actor, case)?;
        let known = store::of_case(work.tx, &case.id)?;
        let refused = |field, text| Err(OfficeError::Invalid(vec![Problem::plain(field, text)]));
        if known.iter().any(|decision| decision.state.is_open()) {
            return refused("", "decision-problem-being-written");
        }
        let standing = known.iter().find(|decision| decision.stands);
        if standing.is_none() && case.closed.is_some() {
            return refused("", "decision-problem-case-closed");
        }
        if !outcomes_of(case.kind, standing.is_some()).contains(&outcome) {
            return refused("outcome", "decision-problem-outcome");
        }
        let form = form.map_or_else(|| letters::settings(work.tx).map(|settings| settings.form), Ok)?;
        let id = new_id();
        let written = proposed(&case, &application, outcome, form, work)?;
        let decision = Decision {
            case: case.id.clone(),
            position: known.iter().map(|decision| decision.position).max().unwrap_or(0) + 1,
            kind: case.kind,
            outcome: Some(outcome),
            state: State::Draft,
            prepared_by: actor.id.clone(),
            signed_by: None,
            decided: None,
            written: sealed(work.secrets, &id, &written)?,
            frozen: None,
            seal: None,
            rules: Some(content::rules_now(case.kind, work.today)?),
            replaces: standing.map(|decision| decision.id.clone()),
            stands: false,
            reasons_demanded: None,
            reasons_arrived: None,
            document: None,
            version: 1,
            id,
        };
        store::insert(work.tx, &decision).map_err(one_at_a_time)?;
        step(work, &decision.id, State::Draft, "")?;
        let details = serde_json::json!({"after": {"outcome": outcome.code(), "state": "draft"}}).to_string();
        work.note("create", About { thing: Thing::Decision, id: &decision.id, person: &applicant.id }, details);
        Ok(decision.id)
    })
}

/// Two who begin at once: the database lets one of them.
fn one_at_a_time(error: StoreError) -> OfficeError {
    match error {
        StoreError::Constraint { .. } => OfficeError::Stale,
        other => other.into(),
    }
}

/// Adds a step to a decision's history.
pub(super) fn step(work: &mut Work<'_, '_>, decision: &str, state: State, remarks: &str) -> Result<(), OfficeError> {
    let step =
        Step { at: work.now, day: work.today, officer: work.actor.id.clone(), state, remarks: remarks.to_owned() };
    Ok(store::add_step(work.tx, decision, &step)?)
}

/// What a decision begins with: what the application says of the need, and reasons from the facts.
fn proposed(
    case: &Case,
    application: &Application,
    outcome: Outcome,
    form: Form,
    work: &Work<'_, '_>,
) -> Result<WrittenDecision, OfficeError> {
    let gives = outcome.gives();
    let is_home = matches!(case.kind, DecisionKind::MunicipalHome | DecisionKind::Renewal);
    let mut written = WrittenDecision {
        outcome: Some(outcome),
        form: Some(form),
        rooms: application.room_need.filter(|_| gives && is_home),
        lease: (gives && is_home).then_some(LeaseLength::Months(36)),
        access: match application.wheelchair {
            Some(true) if gives => vec![HomeAccess::Wheelchair],
            Some(_) | None => Vec::new(),
        },
        waiting_list: gives && case.kind == DecisionKind::MunicipalHome,
        follow_up: None::<FollowUpChoice>,
        ..WrittenDecision::default()
    };
    put_words(case, application, &mut written, work)?;
    Ok(written)
}

/// Proposes the words again from what is chosen now.
fn put_words(
    case: &Case,
    application: &Application,
    written: &mut WrittenDecision,
    work: &Work<'_, '_>,
) -> Result<(), OfficeError> {
    let words = Words(written.form.unwrap_or(Form::Bokmal));
    let basis = content::rule(case.kind, work.today)?.legal_basis.clone();
    let facts = wording::facts(case, application, basis);
    written.conclusion = wording::conclusion(words, case.kind, written);
    written.reasons = wording::reasons(words, &facts, written);
    Ok(())
}

/// A decision that the actor writes, as it stood when `version` was shown.
pub(super) fn own_draft(
    work: &mut Work<'_, '_>,
    (id, version): (&str, i64),
) -> Result<(Decision, Case, Application), OfficeError> {
    let decision = store::find(work.tx, id)?.ok_or(OfficeError::NotFound)?;
    let (case, application, _) = known_case(work.tx, work.actor, &decision.case)?;
    if decision.version != version || !matches!(decision.state, State::Draft | State::Returned) {
        return Err(OfficeError::Stale);
    }
    if decision.prepared_by != work.actor.id {
        return Err(OfficeError::Invalid(vec![Problem::plain("", "decision-problem-somebody-elses")]));
    }
    Ok((decision, case, application))
}

/// Keeps what is written so far, with where the party gets letters when that was said; the answer is the new
/// version.
///
/// # Errors
/// [`OfficeError::Stale`] when somebody saved after `version` was opened.
pub fn save(
    office: &Office,
    actor: &Actor,
    decision: (&str, i64),
    written: &WrittenDecision,
    post_address: Option<&[String]>,
) -> Result<i64, OfficeError> {
    actor.may(Action::Change, Thing::Decision)?;
    office.change(actor, |work| {
        let (before, case, application) = own_draft(work, decision)?;
        set_post_address(work, &case, &application, post_address)?;
        keep(work, &before, &case, written)
    })
}

/// As [`save`], with conclusion and reasons proposed anew from the facts and what is chosen now.
///
/// # Errors
/// As [`save`].
pub fn propose(
    office: &Office,
    actor: &Actor,
    decision: (&str, i64),
    written: &WrittenDecision,
) -> Result<i64, OfficeError> {
    actor.may(Action::Change, Thing::Decision)?;
    office.change(actor, |work| {
        let (before, case, application) = own_draft(work, decision)?;
        let mut written = written.clone();
        put_words(&case, &application, &mut written, work)?;
        keep(work, &before, &case, &written)
    })
}

fn keep(
    work: &mut Work<'_, '_>,
    before: &Decision,
    case: &Case,
    written: &WrittenDecision,
) -> Result<i64, OfficeError> {
    if written_of(work.secrets, before)? == *written {
        return Ok(before.version);
    }
    let changed = Decision {
        outcome: written.outcome,
        written: sealed(work.secrets, &before.id, written)?,
        rules: Some(content::rules_now(case.kind, work.today)?),
        ..before.clone()
    };
    if !store::update(work.tx, &changed)? {
        return Err(OfficeError::Stale);
    }
    let (was, is) = (before.outcome.map(Outcome::code), written.outcome.map(Outcome::code));
    let details = serde_json::json!({"before": {"outcome": was}, "after": {"outcome": is}}).to_string();
    work.note("change", About { thing: Thing::Decision, id: &before.id, person: &case.applicant }, details);
    Ok(before.version + 1)
}

/// Notes where the party gets letters. Nothing is kept for somebody whose address is protected.
fn set_post_address(
    work: &mut Work<'_, '_>,
    case: &Case,
    application: &Application,
    lines: Option<&[String]>,
) -> Result<(), OfficeError> {
    let Some(lines) = lines else { return Ok(()) };
    let party = people::find(work.tx, &case.applicant)?.ok_or(OfficeError::NotFound)?;
    let protection = letters::protection(work.tx, &party, &application.household, work.today)?;
    if !protection.address_may_leave_the_office() || people::post_address(work.tx, &party.id)? == lines {
        return Ok(());
    }
    people::set_post_address(work.tx, &party.id, work.today, lines)?;
    let details = serde_json::json!({"after": {"post_address": lines.join(", ")}}).to_string();
    work.note("change", About::person(&party.id), details);
    Ok(())
}
