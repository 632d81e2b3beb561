//! Somebody is expected, something of it changes, or they are not expected any more.

use super::{note, row_name, still_expected};
use crate::access::{Action, Thing};
use crate::office::cases::Colleagues;
use crate::office::changes::{Facts, beginning, difference};
use crate::office::intake::{Applicant, person_of, wrong_with};
use crate::office::people::refuse;
use crate::office::{Actor, Office, OfficeError, Problem, Work, new_id};
use crate::store::expected::{self as store, Ending, Expected};
use crate::store::people;
use housing::expected::{EndedBecause, ExpectedFacts, ExpectedProblem};
use serde_json::json;

/// Somebody new to expect.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewExpected {
    /// From the register, or new.
    pub person: Applicant,
    pub facts: ExpectedFacts,
}

/// Registers that somebody is expected; the answer is the id.
///
/// # Errors
/// [`OfficeError::Invalid`] names everything that cannot be true.
pub fn register(office: &Office, actor: &Actor, new: &NewExpected) -> Result<String, OfficeError> {
    actor.may(Action::Change, Thing::Expected)?;
    office.change(actor, |work| {
        let restricted = match &new.person {
            Applicant::Known(id) => people::is_restricted(work.tx, id)?,
            Applicant::New { facts, .. } => facts.protection.hides_home(),
        };
        let mut problems = wrong(work, &new.facts, restricted)?;
        problems.extend(wrong_with(work, &new.person)?);
        refuse(problems)?;
        let person = person_of(work, &new.person)?;
        if store::of_person(work.tx, &person.id)?.iter().any(|other| other.ended.is_none()) {
            refuse(vec![Problem::plain("person", "expected-problem-already")])?;
        }
        let expected = sealed(work, new_id(), person.id, &new.facts)?;
        store::insert(work.tx, &expected)?;
        let told = beginning(&as_facts(&expected));
        note(work, "create", &expected, told);
        Ok(expected.id)
    })
}

/// Changes what is known of somebody who is expected.
///
/// # Errors
/// [`OfficeError::Stale`] when somebody saved after the version was shown, or they are not expected any more;
/// [`OfficeError::Invalid`] names everything that cannot be true.
pub fn change(
    office: &Office,
    actor: &Actor,
    (id, version): (&str, i64),
    facts: &ExpectedFacts,
) -> Result<(), OfficeError> {
    actor.may(Action::Change, Thing::Expected)?;
    office.change(actor, |work| {
        let before = still_expected(work, (id, version))?;
        let restricted = people::is_restricted(work.tx, &before.person)?;
        refuse(wrong(work, facts, restricted)?)?;
        let after = Expected { version, ..sealed(work, before.id.clone(), before.person.clone(), facts)? };
        if !store::save(work.tx, &after)? {
            return Err(OfficeError::Stale);
        }
        note(work, "change", &after, difference(&as_facts(&before), &as_facts(&after)));
        Ok(())
    })
}

/// Somebody is not expected any more, and has not applied.
///
/// # Errors
/// As [`change`]; a reason must be written.
pub fn close(
    office: &Office,
    actor: &Actor,
    (id, version): (&str, i64),
    because: EndedBecause,
    why: &str,
) -> Result<(), OfficeError> {
    actor.may(Action::Change, Thing::Expected)?;
    office.change(actor, |work| {
        let before = still_expected(work, (id, version))?;
        if why.trim().is_empty() {
            refuse(vec![Problem::plain("why", "expected-problem-why")])?;
        }
        let ending = Ending::Otherwise { because, why: why.trim().to_owned() };
        let after = Expected { ended: Some((work.today, ending)), ..before };
        if !store::save(work.tx, &after)? {
            return Err(OfficeError::Stale);
        }
        let details = json!({"after": {"because": because.code(), "why": why.trim()}}).to_string();
        note(work, "close", &after, details);
        Ok(())
    })
}

fn sealed(work: &Work<'_, '_>, id: String, person: String, facts: &ExpectedFacts) -> Result<Expected, OfficeError> {
    let need = facts.need.as_ref().map(|need| work.secrets.encrypt(&row_name(&id), need)).transpose()?;
    Ok(Expected {
        id,
        person,
        place: facts.place,
        place_name: facts.place_name.clone(),
        day: facts.day,
        about: facts.about,
        contact: facts.contact.trim().to_owned(),
        contact_telephone: facts.contact_telephone.clone(),
        need,
        officer: facts.officer.clone(),
        ended: None,
        version: 1,
    })
}

/// Everything that cannot be true; somebody strictly protected is followed up by the named group only (`L7.2`).
fn wrong(work: &mut Work<'_, '_>, facts: &ExpectedFacts, restricted: bool) -> Result<Vec<Problem>, OfficeError> {
    let worded = |problem: ExpectedProblem| match problem {
        ExpectedProblem::DayPassed { .. } => Problem::plain("day", "expected-problem-day-passed"),
        ExpectedProblem::DayFarAhead { .. } => Problem::plain("day", "expected-problem-day-far"),
        ExpectedProblem::NoContact => Problem::plain("contact", "expected-problem-contact"),
    };
    let mut problems: Vec<Problem> = facts.check(work.today).into_iter().map(worded).collect();
    if let Some(chosen) = &facts.officer {
        let colleagues = Colleagues::read(work.tx)?;
        if colleagues.who_may_have(restricted).all(|officer| officer.id != *chosen) {
            problems.push(Problem::plain("officer", "case-problem-officer"));
        }
    }
    Ok(problems)
}

/// As the journal tells it; the need itself stays encrypted, and is said only to be there.
fn as_facts(expected: &Expected) -> Facts {
    let told = json!({
        "place": expected.place.code(), "place_name": expected.place_name, "day": expected.day.to_string(),
        "about": expected.about, "contact": expected.contact, "contact_telephone": expected.contact_telephone,
        "officer": expected.officer,
    });
    told.as_object().cloned().unwrap_or_default()
}
