//! Homes: the list, a home's page, and entering and changing them by hand.

mod day;
mod entering;

pub use entering::{THERE_ALREADY, add, address_and_unit, as_facts, change, problems, set_status};
pub(super) use entering::{let_to_somebody, status_from};

use super::changes::{self, Change};
use super::offers::{self, Promise};
use super::{About, Actor, Office, OfficeError};
use crate::access::{Action, Thing};
use crate::store::arrears::Invoice;
use crate::store::dwellings::{DatedStatus, Dwelling, Filter, Listed, SortBy};
use crate::store::tenancies::Tenancy;
use crate::store::{Slice, StoreError, Tx, arrears, dwellings as store, people, tenancies};
use housing::Date;
use housing::money::Ore;
use housing::people::Name;

/// A part of a list, and how many rows the whole list has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listing<T> {
    pub rows: Vec<T>,
    pub total: i64,
}

/// The homes that match, part by part.
///
/// # Errors
/// When the actor may not look at homes.
pub fn list(
    office: &Office,
    actor: &Actor,
    filter: &Filter,
    order: (SortBy, bool),
    slice: Slice,
) -> Result<Listing<Listed>, OfficeError> {
    actor.may(Action::Look, Thing::Dwelling)?;
    let today = office.today();
    let total = office.remembered(&format!("dwellings {today} {filter:?}"), |tx| store::count(tx, filter, today))?;
    let rows = office.store().read(|tx| store::list(tx, (filter, today), order, slice))?;
    Ok(Listing { rows, total })
}

/// The rent a month of all homes that match, as far as it is known.
///
/// # Errors
/// When the actor may not look at homes.
pub fn rent_of(office: &Office, actor: &Actor, filter: &Filter) -> Result<Ore, OfficeError> {
    actor.may(Action::Look, Thing::Dwelling)?;
    let today = office.today();
    Ok(office.remembered(&format!("rent of dwellings {today} {filter:?}"), |tx| store::rent_of(tx, filter, today))?)
}

/// The areas and owners to choose among.
///
/// # Errors
/// When the actor may not look at homes.
pub fn areas_and_owners(office: &Office, actor: &Actor) -> Result<(Vec<String>, Vec<String>), OfficeError> {
    actor.may(Action::Look, Thing::Dwelling)?;
    Ok(office.remembered("dwellings areas and owners", store::areas_and_owners)?)
}

/// A home, for changing it.
///
/// # Errors
/// [`OfficeError::NotFound`] when there is no such home.
pub fn find(office: &Office, actor: &Actor, id: &str) -> Result<Dwelling, OfficeError> {
    actor.may(Action::Look, Thing::Dwelling)?;
    office.store().read(|tx| store::find(tx, id))?.ok_or(OfficeError::NotFound)
}

/// Somebody's time in a home.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LivedIn {
    pub tenancy: Tenancy,
    pub tenant: Name,
}

/// Everything a home's page shows, as far as the actor may see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Whole {
    pub dwelling: Dwelling,
    pub statuses: Vec<DatedStatus>,
    /// While nobody lives there: since when, and whether that was the first empty day.
    pub empty_since: Option<(Date, bool)>,
    pub rents: Vec<(Date, bool, Ore)>,
    /// Who lives and has lived there, the newest first; empty when the actor may not look at tenancies.
    pub tenancies: Vec<LivedIn>,
    /// Somebody lives there now whom the actor may not know of (`L7.2`).
    pub occupied_restricted: bool,
    /// The home is promised by an offer; to whom is told only who may know.
    pub promise: Option<Promise>,
    /// What is unpaid or to credit; `None` when the actor may not look at arrears.
    pub invoices: Option<Vec<Invoice>>,
    /// Other homes at the same address, and how many there are.
    pub neighbours: Listing<Listed>,
    pub changes: Vec<Change>,
}

/// Other homes of the building that a home's page shows.
const NEIGHBOURS: i64 = 12;

/// A home with all that is known of it. The trace tells whose homes were looked at.
///
/// # Errors
/// [`OfficeError::NotFound`] when there is no such home.
pub fn whole(office: &Office, actor: &Actor, id: &str) -> Result<Whole, OfficeError> {
    actor.may(Action::Look, Thing::Dwelling)?;
    let today = office.today();
    let whole = office.store().read(|tx| read_whole(tx, actor, id, today))?.ok_or(OfficeError::NotFound)?;
    let about = |person| About { thing: Thing::Dwelling, id, person };
    let mut people: Vec<&str> = whole.tenancies.iter().map(|lived| lived.tenancy.tenant.as_str()).collect();
    people.extend(whole.invoices.iter().flatten().map(|invoice| invoice.debtor.as_str()));
    people.sort_unstable();
    people.dedup();
    let abouts: Vec<About<'_>> = people.into_iter().map(about).collect();
    office.looked_at(actor, &abouts, "")?;
    Ok(whole)
}

fn read_whole(tx: &mut Tx<'_>, actor: &Actor, id: &str, today: Date) -> Result<Option<Whole>, StoreError> {
    let Some(dwelling) = store::find(tx, id)? else { return Ok(None) };
    let (tenancies, occupied_restricted) = who_lived_there(tx, actor, id)?;
    let may_see_arrears = actor.may(Action::Look, Thing::Arrears).is_ok();
    let invoices = may_see_arrears.then(|| arrears::of_dwelling(tx, id, actor.sees_protected)).transpose()?;
    let in_building = Filter { building: Some(dwelling.facts.address.key()), ..Filter::default() };
    let slice = Slice { offset: 0, most: NEIGHBOURS + 1 };
    let mut rows = store::list(tx, (&in_building, today), (SortBy::Address, false), slice)?;
    rows.retain(|row| row.id != id);
    rows.truncate(usize::try_from(NEIGHBOURS).unwrap_or_default());
    let total = store::count(tx, &in_building, today)? - 1;
    let is_empty = dwelling.facts.status.counts_as_vacant();
    let empty_since = if is_empty { store::empty_since(tx, id, today)? } else { None };
    Ok(Some(Whole {
        empty_since,
        statuses: store::statuses(tx, id)?,
        rents: store::rents(tx, id)?,
        tenancies,
        occupied_restricted,
        promise: offers::promise(tx, actor, id, today)?,
        invoices,
        neighbours: Listing { rows, total },
        changes: changes::of(tx, Thing::Dwelling, id)?,
        dwelling,
    }))
}

/// The tenancies of a home that the actor may see, and whether one that has not ended is hidden.
fn who_lived_there(tx: &mut Tx<'_>, actor: &Actor, id: &str) -> Result<(Vec<LivedIn>, bool), StoreError> {
    let may_look = actor.may(Action::Look, Thing::Tenancy).is_ok();
    let (mut seen, mut occupied_restricted) = (Vec::new(), false);
    for tenancy in tenancies::of_dwelling(tx, id)? {
        let Some(tenant) = people::find(tx, &tenancy.tenant)? else { continue };
        let restricted = tenancy.restricted || people::is_restricted(tx, &tenant.id)?;
        if actor.may_tie(restricted).is_err() {
            occupied_restricted |= tenancy.moved_out.is_none();
        } else if may_look {
            seen.push(LivedIn { tenancy, tenant: tenant.name });
        }
    }
    Ok((seen, occupied_restricted))
}
