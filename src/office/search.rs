//! Search from anywhere: by name, address, unit and number. Strictly protected people are not found by
//! those outside the named group, and a home is never found by who lives there (`L7.2`).

use super::dwellings::address_and_unit;
use super::people::TenancyOf;
use super::{About, Actor, Office, OfficeError};
use crate::access::{Action, Thing};
use crate::store::applications::Application;
use crate::store::dwellings::Found;
use crate::store::people::Person;
use crate::store::{Tx, applications, dwellings, people as store_people, tenancies};
use housing::identity::IdentityNumber;
use housing::people::Name;
use housing::text::fold;
use serde_json::json;

/// What was found, by kind.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Results {
    pub people: Vec<Person>,
    pub dwellings: Vec<Found>,
    /// Applications with their applicants.
    pub applications: Vec<(Application, Name)>,
    /// Tenancies of the people and homes found, with their tenants.
    pub tenancies: Vec<(TenancyOf, Name)>,
}

/// The fewest letters that are looked for.
const SHORTEST: usize = 2;

/// Everything that `typed` finds, at most so many of each kind. An identity number finds its person
/// exactly, and is not written in the trace.
///
/// # Errors
/// When the trace cannot be written.
pub fn all(office: &Office, actor: &Actor, typed: &str, most: usize) -> Result<Results, OfficeError> {
    if typed.trim().chars().count() < SHORTEST {
        return Ok(Results::default());
    }
    let identity = identity_number(office, typed);
    let results = office.store().read(|tx| {
        let mut results = match &identity {
            Some(number) => by_identity(tx, office, actor, number)?,
            None => by_text(tx, actor, typed, most)?,
        };
        add_ties(tx, actor, &mut results, most)?;
        Ok::<_, OfficeError>(results)
    })?;
    look(office, actor, identity.is_some(), typed, &results)?;
    Ok(results)
}

/// People whose names `typed` finds, for choosing one.
///
/// # Errors
/// When the actor may not look at people.
pub fn people(office: &Office, actor: &Actor, typed: &str) -> Result<Vec<Person>, OfficeError> {
    actor.may(Action::Look, Thing::Person)?;
    let identity = identity_number(office, typed);
    let found = office.store().read(|tx| match &identity {
        Some(number) => by_identity(tx, office, actor, number).map(|results| results.people),
        None => Ok(store_people::found_by_name(tx, &fold(typed), actor.sees_protected, 12)?),
    })?;
    let results = Results { people: found, ..Results::default() };
    look(office, actor, identity.is_some(), typed, &results)?;
    Ok(results.people)
}

/// Eleven digits that are an identity number.
fn identity_number(office: &Office, typed: &str) -> Option<IdentityNumber> {
    IdentityNumber::parse_on(typed, office.today()).ok()
}

/// Whether what was typed is digits as an identity number has them, right or wrong: never shown again.
pub fn looks_like_identity_number(typed: &str) -> bool {
    let digits = typed.chars().filter(char::is_ascii_digit).count();
    digits >= 10 && typed.chars().all(|letter| letter.is_ascii_digit() || letter.is_whitespace())
}

fn by_identity(
    tx: &mut Tx<'_>,
    office: &Office,
    actor: &Actor,
    number: &IdentityNumber,
) -> Result<Results, OfficeError> {
    if actor.may(Action::Look, Thing::Person).is_err() {
        return Ok(Results::default());
    }
    let found = store_people::find_by_identity(tx, &office.secrets().index(number.reveal()))?;
    let mut people = Vec::new();
    if let Some(person) = found {
        let person = super::people::current(tx, person)?;
        if actor.may_tie(store_people::is_restricted(tx, &person.id)?).is_ok() {
            people.push(person);
        }
    }
    Ok(Results { people, ..Results::default() })
}

fn by_text(tx: &mut Tx<'_>, actor: &Actor, typed: &str, most: usize) -> Result<Results, OfficeError> {
    let mut results = Results::default();
    if actor.may(Action::Look, Thing::Person).is_ok() && typed.chars().any(char::is_alphabetic) {
        results.people = store_people::found_by_name(tx, &fold(typed), actor.sees_protected, most)?;
    }
    if actor.may(Action::Look, Thing::Dwelling).is_ok() {
        results.dwellings = dwellings::found(tx, typed, most)?;
    }
    if actor.may(Action::Look, Thing::Application).is_ok()
        && let Some((year, serial)) = application_number(typed)
        && let Some(application) = applications::find_by_number(tx, year, serial)?
        && actor.may_tie(application.restricted).is_ok()
        && let Some(applicant) = store_people::find(tx, &application.applicant)?
    {
        results.applications.push((application, applicant.name));
    }
    Ok(results)
}

/// `2026/00417`, `2026-417`, `2026 417`
fn application_number(typed: &str) -> Option<(i16, i64)> {
    let (year, serial) = typed.trim().split_once(['/', '-', ' '])?;
    let year = year.trim().parse().ok().filter(|year| (1900..3000).contains(year))?;
    Some((year, serial.trim().parse().ok()?))
}

/// The open applications of the people found, and the tenancies of the people and homes found.
fn add_ties(tx: &mut Tx<'_>, actor: &Actor, results: &mut Results, most: usize) -> Result<(), OfficeError> {
    if actor.may(Action::Look, Thing::Application).is_ok() {
        for person in &results.people {
            let of_person = applications::of_applicant(tx, &person.id)?.into_iter();
            let open = of_person.filter(|it| it.status.is_open() && actor.may_tie(it.restricted).is_ok());
            results.applications.extend(open.map(|application| (application, person.name.clone())));
        }
        results.applications.truncate(most);
    }
    if actor.may(Action::Look, Thing::Tenancy).is_err() {
        return Ok(());
    }
    let mut found = Vec::new();
    for person in &results.people {
        found.extend(tenancies::of_tenant(tx, &person.id)?);
    }
    for home in &results.dwellings {
        found.extend(tenancies::lived_in(tx, &home.id)?);
    }
    let mut seen = std::collections::HashSet::new();
    found.retain(|tenancy| tenancy.moved_out.is_none() && seen.insert(tenancy.id.clone()));
    for tenancy in found {
        let Some(tenant) = store_people::find(tx, &tenancy.tenant)? else { continue };
        let restricted = tenancy.restricted || store_people::is_restricted(tx, &tenant.id)?;
        if results.tenancies.len() == most || actor.may_tie(restricted).is_err() {
            continue;
        }
        let home = dwellings::find(tx, &tenancy.dwelling)?;
        let home = home.map(|home| address_and_unit(&home.facts)).unwrap_or_default();
        results.tenancies.push((TenancyOf { tenancy, home }, tenant.name));
    }
    Ok(())
}

/// Leaves a trace when anybody's data was found.
fn look(office: &Office, actor: &Actor, identity: bool, typed: &str, results: &Results) -> Result<(), OfficeError> {
    let personal = results.people.len() + results.applications.len() + results.tenancies.len();
    if personal == 0 {
        return Ok(());
    }
    let asked = if identity { "identity number" } else { typed };
    let details = json!({"search": asked, "found": personal}).to_string();
    office.looked(actor, About::thing(Thing::Person, ""), details)
}
