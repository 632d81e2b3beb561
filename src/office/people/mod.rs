//! People and their households: finding the same person again, adding new ones.

mod duplicates;
mod entering;
mod page;

pub use duplicates::{Pair, Side, merge, pair, pairs, part};
pub use entering::{THERE_ALREADY, as_facts, change, confirm_protection, enter, problems, raise_protection};
pub(in crate::office) use entering::{enter_in, refuse};
pub use page::{HouseholdOf, Seen, TenancyOf, Whole, find, list, whole};
pub(in crate::office) use page::{household_of, known, with_homes};

use super::{About, Actor, Office, OfficeError, Work, new_id};
use crate::access::{Action, Thing};
use crate::secrets::Secrets;
use crate::store::people::{Person, SealedIdentity};
use crate::store::{StoreError, Tx, people as store};
use housing::identity::IdentityNumber;
use housing::people::PersonFacts;

/// The person these facts are about, if they are on the register: by identity number, or, for
/// somebody without one, the only person of that name who is not known to be born another day.
///
/// # Errors
/// When the store fails.
pub fn same(tx: &mut Tx<'_>, secrets: &Secrets, facts: &PersonFacts) -> Result<Option<Person>, StoreError> {
    if facts.identity.is_some() {
        return same_identity(tx, secrets, facts);
    }
    let mut namesakes = namesakes(tx, facts)?;
    Ok(if namesakes.len() == 1 { namesakes.pop() } else { None })
}

/// Everybody of the same name who is not known to be born another day.
fn namesakes(tx: &mut Tx<'_>, facts: &PersonFacts) -> Result<Vec<Person>, StoreError> {
    let (mut namesakes, born) = (store::find_by_name(tx, &facts.name)?, facts.birth_date());
    namesakes.retain(|person| born.is_none() || person.born.is_none() || person.born == born);
    Ok(namesakes)
}

/// Who on the register these facts may be about, for whoever is about to enter somebody new: those whom an import would
/// take them for. Of people the actor may not know of, nothing is said (`L7.2`). The look at them is noted.
///
/// # Errors
/// When the actor may not enter people.
pub fn perhaps_known(office: &Office, actor: &Actor, facts: &PersonFacts) -> Result<Vec<Person>, OfficeError> {
    actor.may(Action::Change, Thing::Person)?;
    let found = office.store().read(|tx| {
        let mut open = Vec::new();
        for person in namesakes(tx, facts)? {
            // Two numbers are two people.
            let other_number = facts.identity.is_some() && person.identity.is_some();
            if !other_number && actor.may_tie(store::is_restricted(tx, &person.id)?).is_ok() {
                open.push(person);
            }
        }
        Ok::<_, StoreError>(open)
    })?;
    let abouts: Vec<About<'_>> = found.iter().map(|person| About::person(&person.id)).collect();
    office.looked_at(actor, &abouts, "")?;
    Ok(found)
}

/// The person with the same identity number, if these facts have one and they are on the register.
///
/// # Errors
/// When the store fails.
pub fn same_identity(tx: &mut Tx<'_>, secrets: &Secrets, facts: &PersonFacts) -> Result<Option<Person>, StoreError> {
    let Some(identity) = &facts.identity else { return Ok(None) };
    let found = store::find_by_identity(tx, &secrets.index(identity.reveal()))?;
    found.map(|person| current(tx, person)).transpose()
}

/// Whom a person was merged into, to the end; themselves when they were not.
pub(in crate::office) fn current(tx: &mut Tx<'_>, mut person: Person) -> Result<Person, StoreError> {
    while let Some(id) = &person.merged_into {
        let Some(next) = store::find(tx, id)? else { break };
        person = next;
    }
    Ok(person)
}

/// The identity number sealed for a person's row.
///
/// # Errors
/// When the system has no random numbers.
pub fn seal(secrets: &Secrets, id: &str, identity: &IdentityNumber) -> Result<SealedIdentity, OfficeError> {
    let cipher = secrets.encrypt(&row_name(id), identity.reveal())?;
    Ok(SealedIdentity { cipher, index: secrets.index(identity.reveal()) })
}

/// The identity number of a person; `None` when they have none or it does not open with this key.
pub fn identity(secrets: &Secrets, person: &Person) -> Option<IdentityNumber> {
    let sealed = person.identity.as_ref()?;
    let text = secrets.decrypt(&row_name(&person.id), &sealed.cipher).ok()?;
    IdentityNumber::parse_stored(&text).ok()
}

/// What an encrypted identity number is bound to: it opens in its own row only.
fn row_name(id: &str) -> String {
    format!("person.identity:{id}")
}

/// Adds a person to the register, with a journal entry.
///
/// # Errors
/// [`StoreError::Constraint`] when somebody has the same identity number.
pub fn add(work: &mut Work<'_, '_>, facts: &PersonFacts) -> Result<Person, OfficeError> {
    let person = insert(work.tx, work.secrets, facts)?;
    work.note("create", About::person(&person.id), String::new());
    Ok(person)
}

/// Adds a person without a journal entry of their own; for whoever journals many at once.
///
/// # Errors
/// As [`add`].
pub fn insert(tx: &mut Tx<'_>, secrets: &Secrets, facts: &PersonFacts) -> Result<Person, OfficeError> {
    let id = new_id();
    let person = Person {
        identity: facts.identity.as_ref().map(|identity| seal(secrets, &id, identity)).transpose()?,
        id,
        name: facts.name.clone(),
        born: facts.born.or_else(|| facts.identity.as_ref().and_then(IdentityNumber::born)),
        telephone: facts.telephone.clone(),
        email: facts.email.clone(),
        protection: facts.protection,
        protection_to_check: facts.protection_to_check,
        merged_into: None,
        version: 1,
    };
    store::insert(tx, &person)?;
    Ok(person)
}
