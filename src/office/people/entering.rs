//! People entered and changed by hand, with the checks of the import; their protection is raised or
//! confirmed, never lowered.

use super::page::known;
use super::{insert, same_identity, seal};
use crate::access::{Action, Thing};
use crate::office::changes::{Facts, beginning, difference};
use crate::office::{About, Actor, Office, OfficeError, Problem, Work, households};
use crate::store::people::{self as store, Person};
use crate::store::{StoreError, households as store_households};
use housing::Date;
use housing::people::{PersonFacts, PersonProblem, Protection};
use serde_json::json;

/// The text that says somebody has the identity number already; its facts are their `name` and `id`.
pub const THERE_ALREADY: &str = "person-problem-there-already";

/// Everything about the facts that cannot be true, by field of the form.
pub fn problems(facts: &PersonFacts, today: Date) -> Vec<Problem> {
    facts.check(today).into_iter().map(worded).collect()
}

fn worded(problem: PersonProblem) -> Problem {
    let day = |day: Date| day.strftime("%d.%m.%Y").to_string();
    match problem {
        PersonProblem::NoName => Problem::plain("family", "person-problem-no-name"),
        PersonProblem::BornInFuture { born } => {
            Problem { field: "born", text: "person-problem-born-in-future", facts: vec![("day", day(born))] }
        }
        PersonProblem::TooOld { age, .. } => {
            Problem { field: "born", text: "person-problem-too-old", facts: vec![("age", age.to_string())] }
        }
        PersonProblem::BornUnlikeIdentityNumber { by_number, .. } => {
            Problem { field: "born", text: "person-problem-born-unlike-number", facts: vec![("day", day(by_number))] }
        }
    }
}

/// Adds a person; the answer is their id.
///
/// # Errors
/// [`OfficeError::Invalid`] names everything that cannot be true, and whoever has the number already.
pub fn enter(office: &Office, actor: &Actor, facts: &PersonFacts) -> Result<String, OfficeError> {
    actor.may(Action::Change, Thing::Person)?;
    office.change(actor, |work| enter_in(work, facts))
}

/// As [`enter`], inside a change that does more.
///
/// # Errors
/// As [`enter`].
pub(in crate::office) fn enter_in(work: &mut Work<'_, '_>, facts: &PersonFacts) -> Result<String, OfficeError> {
    let mut problems = problems(facts, work.today);
    problems.extend(there_already(work, facts, None)?);
    refuse(problems)?;
    let person = insert(work.tx, work.secrets, facts)?;
    work.note("create", About::person(&person.id), beginning(&as_facts(&person)));
    Ok(person.id)
}

/// Saves a changed person; their protection stays. Without an identity number in `facts` the one that
/// is known stays.
///
/// # Errors
/// [`OfficeError::Stale`] when somebody saved after `version` was opened; otherwise as [`enter`].
pub fn change(
    office: &Office,
    actor: &Actor,
    (id, version): (&str, i64),
    facts: &PersonFacts,
) -> Result<(), OfficeError> {
    actor.may(Action::Change, Thing::Person)?;
    office.change(actor, |work| {
        let before = of_version(work, id, version)?;
        let mut problems = problems(facts, work.today);
        problems.extend(there_already(work, facts, Some(id))?);
        refuse(problems)?;
        let identity = match &facts.identity {
            Some(number) => Some(seal(work.secrets, id, number)?),
            None => before.identity.clone(),
        };
        let born = facts.birth_date();
        let changed = Person {
            name: facts.name.clone(),
            identity,
            born,
            telephone: facts.telephone.clone(),
            email: facts.email.clone(),
            ..before.clone()
        };
        save(work, &before, &changed, None)
    })
}

/// Raises a person's protection by hand; every household they are in follows in the same change (`L7.3`).
///
/// # Errors
/// [`OfficeError::Invalid`] when it would be lowered (`L7.1`) or no reason is given; [`OfficeError::Stale`]
/// as for [`change`].
pub fn raise_protection(
    office: &Office,
    actor: &Actor,
    (id, version): (&str, i64),
    to: Protection,
    reason: &str,
) -> Result<(), OfficeError> {
    actor.may(Action::Change, Thing::Person)?;
    office.change(actor, |work| {
        let before = of_version(work, id, version)?;
        let mut problems = reason_missing(reason);
        let Ok(protection) = before.protection.raise(to) else {
            problems.push(Problem::plain("protection", "person-problem-cannot-lower"));
            return Err(OfficeError::Invalid(problems));
        };
        refuse(problems)?;
        let changed = Person { protection, protection_to_check: false, ..before.clone() };
        save(work, &before, &changed, Some(reason))?;
        for member in store_households::of_person(work.tx, id)? {
            households::refresh_restriction(work.tx, &member.household)?;
        }
        Ok(())
    })
}

/// Confirms a level that came from a note, after somebody has looked at it.
///
/// # Errors
/// [`OfficeError::Invalid`] when no reason is given; [`OfficeError::Stale`] as for [`change`].
pub fn confirm_protection(
    office: &Office,
    actor: &Actor,
    (id, version): (&str, i64),
    reason: &str,
) -> Result<(), OfficeError> {
    actor.may(Action::Change, Thing::Person)?;
    office.change(actor, |work| {
        let before = of_version(work, id, version)?;
        refuse(reason_missing(reason))?;
        let changed = Person { protection_to_check: false, ..before.clone() };
        save(work, &before, &changed, Some(reason))
    })
}

fn reason_missing(reason: &str) -> Vec<Problem> {
    let missing = reason.trim().is_empty();
    if missing { vec![Problem::plain("reason", "person-problem-reason-needed")] } else { Vec::new() }
}

fn of_version(work: &mut Work<'_, '_>, id: &str, version: i64) -> Result<Person, OfficeError> {
    let before = known(work.tx, work.actor, id)?;
    if before.version == version { Ok(before) } else { Err(OfficeError::Stale) }
}

fn save(work: &mut Work<'_, '_>, before: &Person, changed: &Person, reason: Option<&str>) -> Result<(), OfficeError> {
    if !store::update(work.tx, changed)? {
        return Err(OfficeError::Stale);
    }
    let mut after = as_facts(changed);
    if let Some(reason) = reason {
        after.insert("reason".to_owned(), json!(reason.trim()));
    }
    work.note("change", About::person(&before.id), difference(&as_facts(before), &after));
    Ok(())
}

/// Whoever has the identity number already. Of a person the actor may not know of, only that there is one.
fn there_already(
    work: &mut Work<'_, '_>,
    facts: &PersonFacts,
    own: Option<&str>,
) -> Result<Option<Problem>, StoreError> {
    let Some(other) = same_identity(work.tx, work.secrets, facts)?.filter(|other| Some(other.id.as_str()) != own)
    else {
        return Ok(None);
    };
    let hidden = work.actor.may_tie(store::is_restricted(work.tx, &other.id)?).is_err();
    if hidden {
        return Ok(Some(Problem::plain("identity", "person-problem-number-taken")));
    }
    let facts = vec![("name", other.name.to_string()), ("id", other.id)];
    Ok(Some(Problem { field: "identity", text: THERE_ALREADY, facts }))
}

pub(in crate::office) fn refuse(problems: Vec<Problem>) -> Result<(), OfficeError> {
    if problems.is_empty() { Ok(()) } else { Err(OfficeError::Invalid(problems)) }
}

/// A person's facts as the journal tells them: never the identity number itself.
pub fn as_facts(person: &Person) -> Facts {
    let told = json!({
        "family": person.name.family,
        "given": person.name.given,
        "identity": person.identity.is_some(),
        "born": person.born.map(|born| born.to_string()),
        "telephone": person.telephone,
        "email": person.email,
        "protection": person.protection.code(),
        "protection_to_check": person.protection_to_check,
    });
    told.as_object().cloned().unwrap_or_default()
}
