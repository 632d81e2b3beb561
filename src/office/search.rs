//! Search from anywhere: by name, address, unit and number. Strictly protected people are not found by
//! those outside the named group, and a home is never found by who lives there (`L7.2`).

use super::{About, Actor, Office, OfficeError};
use crate::access::{Action, Thing};
use crate::store::applications::Application;
use crate::store::dwellings::Found;
use crate::store::people::Person;
use crate::store::{Tx, applications, arrears, cases, dwellings, people as store_people, tenancies};
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
    /// A case, when its number was typed.
    pub cases: Vec<Numbered>,
    /// An invoice, when its number was typed; it opens its debtor.
    pub invoices: Vec<Numbered>,
    /// Tenancies of the people and homes found.
    pub tenancies: Vec<tenancies::Found>,
}

/// Something found by its whole number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Numbered {
    /// Of the case, or of the invoice's debtor.
    pub id: String,
    pub number: String,
    /// The applicant or the debtor.
    pub name: Name,
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
    add_application(tx, actor, typed, &mut results)?;
    add_invoice(tx, actor, typed, &mut results)?;
    Ok(results)
}

/// The application with the number that was typed, and the case when its number was.
fn add_application(tx: &mut Tx<'_>, actor: &Actor, typed: &str, results: &mut Results) -> Result<(), OfficeError> {
    let Some(number) = ApplicationNumber::read(typed) else { return Ok(()) };
    if actor.may(Action::Look, Thing::Application).is_err() {
        return Ok(());
    }
    let application = applications::find_by_number(tx, number.year, number.serial)?;
    let Some(application) = application.filter(|found| actor.may_tie(found.restricted).is_ok()) else { return Ok(()) };
    let Some(applicant) = store_people::find(tx, &application.applicant)? else { return Ok(()) };
    if let Some(position) = number.position
        && actor.may(Action::Look, Thing::Case).is_ok()
    {
        let cases = cases::of_application(tx, &application.id)?.into_iter();
        let case = cases.filter(|case| case.position == position && actor.may_tie(case.restricted).is_ok());
        results.cases.extend(case.map(|case| Numbered {
            number: super::cases::number(&application, &case),
            id: case.id,
            name: applicant.name.clone(),
        }));
    }
    results.applications.push((application, applicant.name));
    Ok(())
}

/// The invoice with the number that was typed.
fn add_invoice(tx: &mut Tx<'_>, actor: &Actor, typed: &str, results: &mut Results) -> Result<(), OfficeError> {
    if actor.may(Action::Look, Thing::Arrears).is_err() || !typed.contains(|letter: char| letter.is_ascii_digit()) {
        return Ok(());
    }
    let Some(invoice) = arrears::find_by_number(tx, typed.trim())? else { return Ok(()) };
    if actor.may_tie(store_people::is_restricted(tx, &invoice.debtor)?).is_ok()
        && let Some(debtor) = store_people::find(tx, &invoice.debtor)?
    {
        results.invoices.push(Numbered { id: debtor.id, number: invoice.number, name: debtor.name });
    }
    Ok(())
}

/// The number of an application: `2026/00417`, `2026-417` or `2026 417`; or that of one of its cases, `2026/00417-2`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct ApplicationNumber {
    year: i16,
    serial: i64,
    /// Of the case.
    position: Option<i64>,
}

impl ApplicationNumber {
    fn read(typed: &str) -> Option<Self> {
        let (year, rest) = typed.trim().split_once(['/', '-', ' '])?;
        let year = year.trim().parse().ok().filter(|year| (1900..3000).contains(year))?;
        let (serial, position) =
            rest.split_once('-').map_or((rest, None), |(serial, position)| (serial, Some(position)));
        let position = position.map(|position| position.trim().parse()).transpose().ok()?;
        Some(Self { year, serial: serial.trim().parse().ok()?, position })
    }
}

/// The open applications of the people found, and the tenancies of the people and homes found.
fn add_ties(tx: &mut Tx<'_>, actor: &Actor, results: &mut Results, most: usize) -> Result<(), OfficeError> {
    let people: Vec<&str> = results.people.iter().map(|person| person.id.as_str()).collect();
    if actor.may(Action::Look, Thing::Application).is_ok() {
        for application in applications::open_of(tx, &people)? {
            let applicant = results.people.iter().find(|person| person.id == application.applicant);
            if let Some(applicant) = applicant.filter(|_| actor.may_tie(application.restricted).is_ok()) {
                results.applications.push((application, applicant.name.clone()));
            }
        }
        results.applications.truncate(most);
    }
    if actor.may(Action::Look, Thing::Tenancy).is_ok() {
        let homes: Vec<&str> = results.dwellings.iter().map(|home| home.id.as_str()).collect();
        let found = tenancies::found(tx, &people, &homes)?.into_iter();
        results.tenancies = found.filter(|tenancy| actor.may_tie(tenancy.restricted).is_ok()).take(most).collect();
    }
    Ok(())
}

/// Leaves a trace when anybody's data was found.
fn look(office: &Office, actor: &Actor, identity: bool, typed: &str, results: &Results) -> Result<(), OfficeError> {
    let Results { people, dwellings: _, applications, cases, invoices, tenancies } = results;
    let personal = people.len() + applications.len() + cases.len() + invoices.len() + tenancies.len();
    if personal == 0 {
        return Ok(());
    }
    let asked = if identity { "identity number" } else { typed };
    let details = json!({"search": asked, "found": personal}).to_string();
    office.looked(actor, About::thing(Thing::Person, ""), details)
}
