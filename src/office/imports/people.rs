//! People in files: found again, added, or brought up to date.

use super::save::Saving;
use crate::office::changes::difference;
use crate::office::{About, OfficeError, households, people};
use crate::store::households::Household;
use crate::store::people::{self as store, Person};
use housing::Date;
use housing::people::{HouseholdSize, PersonFacts};

/// A person a row names.
pub(super) struct Named {
    pub person: Person,
    /// Nobody knew of them before this row: they have no household, tenancy or application.
    pub is_new: bool,
}

/// The person these facts are about; added when there is none, and told what is new of them. What
/// the file does not say stays as it is, and protection is only ever raised (`L7.1`).
pub(super) fn save(saving: &mut Saving<'_, '_, '_>, facts: &PersonFacts) -> Result<Named, OfficeError> {
    let Some(known) = find(saving, facts)? else {
        saving.outcome.people.new += 1;
        saving.outcome.protection_to_check += u64::from(facts.protection_to_check);
        let person = people::add(saving.work, facts)?;
        saving.people.add(person.name.sort_key());
        saving.people.add(person.identity.as_ref().map(|sealed| sealed.index.clone()).unwrap_or_default());
        return Ok(Named { person, is_new: true });
    };
    let changed = brought_up_to_date(saving, &known, facts)?;
    if changed == known {
        return Ok(Named { person: known, is_new: false });
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
    let details = difference(&people::as_facts(&known), &people::as_facts(&changed));
    saving.work.note("change", About::person(&known.id), details);
    Ok(Named { person: Person { version: known.version + 1, ..changed }, is_new: false })
}

fn find(saving: &mut Saving<'_, '_, '_>, facts: &PersonFacts) -> Result<Option<Person>, OfficeError> {
    let key = match &facts.identity {
        Some(identity) => saving.work.secrets.index(identity.reveal()),
        None => facts.name.sort_key(),
    };
    if !saving.people.may_have(&key) {
        return Ok(None);
    }
    Ok(people::same(saving.work.tx, saving.work.secrets, facts)?)
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

/// The household the person is the main member of; made when there is none.
pub(super) fn household(
    saving: &mut Saving<'_, '_, '_>,
    named: &Named,
    size: Option<HouseholdSize>,
    from: Date,
) -> Result<Household, OfficeError> {
    if named.is_new {
        return Ok(households::make(saving.work.tx, &named.person, size, from)?);
    }
    households::of_main(saving.work, &named.person, size, from)
}
