//! People in files: found again, added, or brought up to date.

use super::save::{Saving, before_and_after};
use crate::office::{About, OfficeError, households, people};
use crate::store::people::{self as store, Person};
use housing::people::PersonFacts;

/// The person these facts are about; added when there is none, and told what is new of them. What
/// the file does not say stays as it is, and protection is only ever raised (`L7.1`).
pub(super) fn save(saving: &mut Saving<'_, '_, '_>, facts: &PersonFacts) -> Result<Person, OfficeError> {
    let known = people::same(saving.work.tx, saving.work.secrets, facts)?;
    let Some(known) = known else {
        saving.outcome.people.new += 1;
        saving.outcome.protection_to_check += u64::from(facts.protection_to_check);
        return people::add(saving.work, facts);
    };
    let changed = brought_up_to_date(saving, &known, facts)?;
    if changed == known {
        return Ok(known);
    }
    saving.outcome.people.changed += 1;
    if !store::update(saving.work.tx, &changed)? {
        return Err(OfficeError::Stale);
    }
    if changed.protection != known.protection {
        saving.outcome.protection_to_check += 1;
        for member in crate::store::households::of_person(saving.work.tx, &known.id)? {
            households::refresh_restriction(saving.work.tx, &member.household)?;
        }
    }
    let details = before_and_after(&shown(&known), &shown(&changed));
    saving.work.note("change", About::person(&known.id), details);
    Ok(Person { version: known.version + 1, ..changed })
}

fn brought_up_to_date(saving: &Saving<'_, '_, '_>, known: &Person, facts: &PersonFacts) -> Result<Person, OfficeError> {
    let mut person = known.clone();
    if person.identity.is_none()
        && let Some(identity) = &facts.identity
    {
        person.identity = Some(people::seal(saving.work.secrets, &known.id, identity)?);
        person.born = person.born.or_else(|| identity.born());
    }
    person.born = person.born.or(facts.born);
    person.telephone = facts.telephone.clone().or(person.telephone);
    person.email = facts.email.clone().or(person.email);
    if facts.protection > person.protection {
        person.protection = facts.protection;
        person.protection_to_check = facts.protection_to_check;
    }
    Ok(person)
}

/// What the journal may say of a person: never the identity number.
fn shown(person: &Person) -> impl std::fmt::Debug + use<> {
    (person.name.clone(), person.telephone.clone(), person.email.clone(), person.protection, person.identity.is_some())
}
