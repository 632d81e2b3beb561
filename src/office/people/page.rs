//! The list of people, and all that is known of one.

use super::identity;
use crate::access::{Action, Denied, Thing};
use crate::clock::Instant;
use crate::office::changes::{self, Change};
use crate::office::dwellings::{Listing, address_and_unit};
use crate::office::{About, Actor, Office, OfficeError};
use crate::store::applications::Application;
use crate::store::arrears::Invoice;
use crate::store::households::{Household, Member};
use crate::store::journal::Entry;
use crate::store::people::{Filter, Listed, Person, SortBy};
use crate::store::tenancies::Tenancy;
use crate::store::{
    Slice, StoreError, Tx, accounts, applications, arrears, dwellings, households, journal, people as store, tenancies,
};
use housing::people::{MemberRole, Name};
use serde_json::json;
use std::collections::HashMap;

/// The people that match, part by part; the trace tells what was asked for.
///
/// # Errors
/// When the actor may not look at people.
pub fn list(
    office: &Office,
    actor: &Actor,
    filter: &Filter,
    order: (SortBy, bool),
    slice: Slice,
) -> Result<Listing<Listed>, OfficeError> {
    actor.may(Action::Look, Thing::Person)?;
    let today = office.today();
    let filter = Filter { sees_protected: actor.sees_protected, ..filter.clone() };
    let total = office.remembered(&format!("people {today} {filter:?}"), |tx| store::count(tx, &filter, today))?;
    let rows = office.store().read(|tx| store::list(tx, &filter, order, slice, (today, total)))?;
    let details = json!({"filter": changes::asked(&filter), "from": slice.offset, "rows": rows.len()}).to_string();
    office.looked(actor, About::thing(Thing::Person, ""), details)?;
    Ok(Listing { rows, total })
}

/// A household a person is or was in, and everybody in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HouseholdOf {
    pub household: Household,
    pub members: Vec<(Member, Name)>,
}

/// A tenancy with the home it is in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TenancyOf {
    pub tenancy: Tenancy,
    /// `Granlia 7 H0101`
    pub home: String,
}

/// Somebody's look at a person, or change of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seen {
    pub at: Instant,
    /// The officer's name; empty for the command line.
    pub who: String,
    pub role: String,
    pub action: String,
    pub thing: String,
}

/// Everything a person's page shows, as far as the actor may see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Whole {
    pub person: Person,
    /// The birth part of the identity number, the rest masked.
    pub identity: Option<String>,
    pub restricted: bool,
    pub households: Vec<HouseholdOf>,
    pub tenancies: Vec<TenancyOf>,
    pub applications: Vec<Application>,
    /// `None` when the actor may not look at arrears.
    pub invoices: Option<Vec<Invoice>>,
    /// Others of the same name and not known to be born another day.
    pub namesakes: Vec<Person>,
    /// Those who were found to be this person, and whom this one was found to be.
    pub merged: Vec<Person>,
    pub merged_into: Option<Person>,
    pub changes: Vec<Change>,
    /// Who has looked; `None` when the actor may not know.
    pub trail: Option<Vec<Seen>>,
}

/// A person, for changing them.
///
/// # Errors
/// [`OfficeError::NotFound`] when there is none, or none that the actor may know of.
pub fn find(office: &Office, actor: &Actor, id: &str) -> Result<Person, OfficeError> {
    actor.may(Action::Look, Thing::Person)?;
    let person = office.store().read(|tx| known(tx, actor, id))?;
    office.looked(actor, About::person(id), String::new())?;
    Ok(person)
}

/// The person, if the actor may know of them (`L7.2`).
pub(in crate::office) fn known(tx: &mut Tx<'_>, actor: &Actor, id: &str) -> Result<Person, OfficeError> {
    let person = store::find(tx, id)?.ok_or(OfficeError::NotFound)?;
    let restricted = store::is_restricted(tx, id)? || person.protection.hides_home();
    actor.may_tie(restricted).map_err(|_| OfficeError::Denied(Denied::Hidden))?;
    Ok(person)
}

/// A person with all that is known of them.
///
/// # Errors
/// As [`find`].
pub fn whole(office: &Office, actor: &Actor, id: &str) -> Result<Whole, OfficeError> {
    actor.may(Action::Look, Thing::Person)?;
    // Before the chain is read, so that no look falls between the two.
    let newest = office.looks.at_person(id);
    let mut whole = office.store().read(|tx| read_whole(tx, actor, id, &newest))?;
    whole.identity = identity(office.secrets(), &whole.person).map(|number| number.masked());
    office.looked(actor, About::person(id), String::new())?;
    Ok(whole)
}

fn read_whole(tx: &mut Tx<'_>, actor: &Actor, id: &str, newest: &[Entry]) -> Result<Whole, OfficeError> {
    let person = known(tx, actor, id)?;
    let mut of_person = Vec::new();
    let mut seen = std::collections::HashSet::new();
    for member in households::of_person(tx, id)? {
        if seen.insert(member.household.clone()) {
            of_person.extend(household_of(tx, &member.household)?);
        }
    }
    let namesakes = store::find_by_name(tx, &person.name)?;
    let may_be = |other: &Person| {
        other.id != person.id && (other.born.is_none() || person.born.is_none() || other.born == person.born)
    };
    let mut others = Vec::new();
    for other in namesakes.into_iter().filter(may_be) {
        if actor.may_tie(store::is_restricted(tx, &other.id)?).is_ok() {
            others.push(other);
        }
    }
    let may_see_arrears = actor.may(Action::Look, Thing::Arrears).is_ok();
    let tenancies = tenancies::of_tenant(tx, id)?;
    let mut applications = applications::of_applicant(tx, id)?;
    applications.retain(|application| actor.may_tie(application.restricted).is_ok());
    let merged_into = match &person.merged_into {
        Some(kept) => store::find(tx, kept)?,
        None => None,
    };
    Ok(Whole {
        identity: None,
        restricted: store::is_restricted(tx, id)?,
        households: of_person,
        tenancies: with_homes(tx, actor, tenancies)?,
        applications,
        invoices: may_see_arrears.then(|| arrears::of_debtor(tx, id)).transpose()?,
        namesakes: others,
        merged: store::merged_into(tx, id)?,
        merged_into,
        changes: changes::of(tx, Thing::Person, id)?,
        trail: actor.may(Action::Look, Thing::Trail).is_ok().then(|| trail(tx, id, newest)).transpose()?,
        person,
    })
}

/// A household with its members by name; those who were registered twice stand once.
pub(in crate::office) fn household_of(tx: &mut Tx<'_>, id: &str) -> Result<Option<HouseholdOf>, StoreError> {
    let Some(household) = households::find(tx, id)? else { return Ok(None) };
    let mut members = Vec::new();
    for member in households::members(tx, id)? {
        let person = store::find(tx, &member.person)?;
        if let Some(person) = person.filter(|person| person.merged_into.is_none()) {
            members.push((member, person.name));
        }
    }
    members.sort_by_key(|(member, _)| (member.until.is_some(), member.role != MemberRole::Main, member.from));
    Ok(Some(HouseholdOf { household, members }))
}

/// Tenancies that the actor may see, with their homes.
pub(in crate::office) fn with_homes(
    tx: &mut Tx<'_>,
    actor: &Actor,
    tenancies: Vec<Tenancy>,
) -> Result<Vec<TenancyOf>, StoreError> {
    let mut with_homes = Vec::new();
    for tenancy in tenancies {
        if actor.may_tie(tenancy.restricted).is_err() {
            continue;
        }
        let home = dwellings::find(tx, &tenancy.dwelling)?;
        let home = home.map(|home| address_and_unit(&home.facts)).unwrap_or_default();
        with_homes.push(TenancyOf { tenancy, home });
    }
    Ok(with_homes)
}

/// The most looks a person's page shows.
const MOST_LOOKS: i64 = 100;

/// `newest` are looks that may not be in the chain yet.
fn trail(tx: &mut Tx<'_>, id: &str, newest: &[Entry]) -> Result<Vec<Seen>, StoreError> {
    let filter = journal::Filter { person: Some(id.to_owned()), most: MOST_LOOKS, ..journal::Filter::default() };
    let chain: Vec<Entry> = journal::list(tx, &filter)?.into_iter().map(|sealed| sealed.entry).collect();
    let newest = newest.iter().filter(|entry| !chain.contains(entry));
    let names: HashMap<String, String> =
        accounts::officers(tx)?.into_iter().map(|officer| (officer.id, officer.name)).collect();
    let seen = |entry: &Entry| Seen {
        at: entry.at,
        who: names.get(&entry.actor).cloned().unwrap_or_default(),
        role: entry.role.clone(),
        action: entry.action.clone(),
        thing: entry.thing.clone(),
    };
    Ok(newest.chain(&chain).map(seen).collect())
}
