//! Persons who are expected before they apply: registered, followed until the day, and taken over by an application.

mod applying;
mod registering;

pub(in crate::office) use applying::applied;
pub use applying::begin_application;
pub use registering::{NewExpected, change, close, register};

use super::changes::{self, Change};
use super::dwellings::Listing;
use super::people::known;
use super::{About, Actor, Office, OfficeError, Work};
use crate::access::{Action, Thing};
use crate::office::cases::Colleagues;
use crate::secrets::Secrets;
use crate::store::expected::{self as store, Expected, Filter};
use crate::store::people::Person;
use crate::store::{Slice, StoreError, Tx, applications};
use housing::calendar::add_days;
use housing::expected::Nearness;
use housing::people::Name;
use serde_json::json;

/// How many days ahead an office wants to know when it has not said otherwise: time to find a home.
pub const USUAL_DAYS: i32 = 60;

/// Somebody in a list of those who are expected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    pub expected: Expected,
    pub name: Name,
    pub nearness: Nearness,
}

/// Those who are or were expected, part by part; the trace tells what was asked for.
///
/// # Errors
/// When the actor may not look at who is expected.
pub fn list(office: &Office, actor: &Actor, filter: &Filter, slice: Slice) -> Result<Listing<Listed>, OfficeError> {
    actor.may(Action::Look, Thing::Expected)?;
    let filter = Filter { sees_protected: actor.sees_protected, ..filter.clone() };
    let total = office.remembered(&format!("expected {filter:?}"), |tx| store::count(tx, &filter))?;
    let rows = office.store().read(|tx| store::list(tx, &filter, slice))?;
    let details = json!({"filter": changes::asked(&filter), "from": slice.offset, "rows": rows.len()}).to_string();
    office.looked(actor, About::thing(Thing::Expected, ""), details)?;
    Ok(Listing { rows: with_nearness(office, rows), total })
}

/// What the page of somebody who is expected shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Whole {
    pub expected: Expected,
    pub person: Person,
    pub need: String,
    pub nearness: Nearness,
    /// The number of the application they came with.
    pub application: Option<String>,
    pub changes: Vec<Change>,
    pub colleagues: Colleagues,
}

/// Somebody who is or was expected, with all that is known.
///
/// # Errors
/// [`OfficeError::NotFound`] when there is none, or none that the actor may know of.
pub fn whole(office: &Office, actor: &Actor, id: &str) -> Result<Whole, OfficeError> {
    actor.may(Action::Look, Thing::Expected)?;
    let whole = office.store().read(|tx| {
        let (expected, person) = known_expected(tx, actor, id)?;
        let application = match &expected.ended {
            Some((_, store::Ending::Applied(application))) => applications::find(tx, application)?,
            Some((_, store::Ending::Otherwise { .. })) | None => None,
        };
        Ok::<_, OfficeError>(Whole {
            need: need(office.secrets(), &expected)?,
            nearness: nearness(office, &expected),
            application: application.map(|application| application.number()),
            changes: changes::of(tx, Thing::Expected, id)?,
            colleagues: Colleagues::read(tx)?,
            expected,
            person,
        })
    })?;
    office.looked(actor, About { thing: Thing::Expected, id, person: &whole.person.id }, String::new())?;
    Ok(whole)
}

/// When somebody was or is expected; read with their page, whose look is in the journal.
///
/// # Errors
/// When the actor may not know of the person.
pub fn of_person(office: &Office, actor: &Actor, person: &str) -> Result<Vec<Listed>, OfficeError> {
    actor.may(Action::Look, Thing::Expected)?;
    let (name, times) = office.store().read(|tx| {
        let person = known(tx, actor, person)?;
        Ok::<_, OfficeError>((person.name, store::of_person(tx, &person.id)?))
    })?;
    Ok(with_nearness(office, times.into_iter().map(|expected| (expected, name.clone())).collect()))
}

/// The most that the work list names one by one.
const MOST_DUE: i64 = 20;

/// Those whom the work list speaks of: expected within the days the office wants to know ahead, or passed. `officer`
/// narrows it to theirs and nobody's.
pub(in crate::office) fn due(
    office: &Office,
    tx: &mut Tx<'_>,
    actor: &Actor,
    officer: Option<&str>,
) -> Result<Vec<Listed>, StoreError> {
    let filter = Filter {
        officer: officer.map(str::to_owned),
        or_nobodys: true,
        to: Some(add_days(office.today(), office.expected_days)),
        sees_protected: actor.sees_protected,
        ..Filter::default()
    };
    let due = store::list(tx, &filter, Slice { offset: 0, most: MOST_DUE })?;
    Ok(with_nearness(office, due))
}

fn with_nearness(office: &Office, rows: Vec<(Expected, Name)>) -> Vec<Listed> {
    let near = |(expected, name): (Expected, Name)| Listed { nearness: nearness(office, &expected), expected, name };
    rows.into_iter().map(near).collect()
}

/// How near somebody's day is, by the days that this office wants to know ahead.
fn nearness(office: &Office, expected: &Expected) -> Nearness {
    Nearness::of(expected.day, office.today(), office.expected_days)
}

/// Somebody who is or was expected, if the actor may know of them (`L7.2`).
fn known_expected(tx: &mut Tx<'_>, actor: &Actor, id: &str) -> Result<(Expected, Person), OfficeError> {
    let expected = store::find(tx, id)?.ok_or(OfficeError::NotFound)?;
    let person = known(tx, actor, &expected.person)?;
    Ok((expected, person))
}

/// As it stood when `version` was shown, and still expected.
fn still_expected(work: &mut Work<'_, '_>, (id, version): (&str, i64)) -> Result<Expected, OfficeError> {
    let (expected, _) = known_expected(work.tx, work.actor, id)?;
    if expected.version != version || expected.ended.is_some() { Err(OfficeError::Stale) } else { Ok(expected) }
}

/// What an encrypted need is bound to: it opens in its own row only.
fn row_name(id: &str) -> String {
    format!("expected_person.need:{id}")
}

fn need(secrets: &Secrets, expected: &Expected) -> Result<String, OfficeError> {
    let Some(sealed) = &expected.need else { return Ok(String::new()) };
    let corrupt = |_| StoreError::Corrupt { what: "need of somebody expected", found: expected.id.clone() };
    Ok(secrets.decrypt(&row_name(&expected.id), sealed).map_err(corrupt)?.to_string())
}

fn note(work: &mut Work<'_, '_>, action: &str, expected: &Expected, details: String) {
    let about = About { thing: Thing::Expected, id: &expected.id, person: &expected.person };
    work.note(action, about, details);
}
