//! Tenancies: the list, a tenancy's page, and what happens to it: begun, renewed, moved out of.

mod verbs;

pub use verbs::{MoveOut, NewTenancy, Tenant, as_facts, begin, move_out, renew};
pub(in crate::office) use verbs::{begin_in, leave_in};

use super::changes::{self, Change};
use super::dwellings::Listing;
use super::{About, Actor, Office, OfficeError};
use crate::access::{Action, Denied, Thing};
use crate::store::arrears::Invoice;
use crate::store::dwellings::Dwelling;
use crate::store::people::Person;
use crate::store::tenancies::{Filter, Listed, Tenancy};
use crate::store::{Slice, StoreError, Tx, arrears, dwellings, people, tenancies as store};
use housing::Date;
use housing::money::Ore;
use housing::people::PersonFacts;
use housing::tenancies::TenancyFacts;
use std::sync::Arc;

/// The tenancies that match, part by part; the look at the list is noted.
///
/// # Errors
/// When the actor may not look at tenancies.
pub fn list(
    office: &Office,
    actor: &Actor,
    filter: &Filter,
    descending: bool,
    slice: Slice,
) -> Result<Listing<Listed>, OfficeError> {
    actor.may(Action::Look, Thing::Tenancy)?;
    let filter = Filter { with_protected: actor.sees_protected, ..filter.clone() };
    let staying = office.remembered(&format!("tenancies {filter:?}"), |tx| store::count_staying(tx, &filter))?;
    let leaving = leaving(office, &filter)?;
    let total = staying + i64::try_from(leaving.len()).unwrap_or_default();
    let rows = office.store().read(|tx| store::list(tx, &filter, &leaving, descending, slice))?;
    let details = serde_json::json!({"filter": changes::asked(&filter), "from": slice.offset, "shown": rows.len()});
    office.looked(actor, About::thing(Thing::Tenancy, ""), details.to_string())?;
    Ok(Listing { rows, total })
}

/// Those on the list who are about to move out; remembered for the lists of today that every day asks for.
fn leaving(office: &Office, filter: &Filter) -> Result<Arc<Vec<store::Place>>, StoreError> {
    if !filter.is_of_leases() || filter.on != office.today() {
        return office.store().read(|tx| store::leaving(tx, filter).map(Arc::new));
    }
    office.remembered(&format!("tenancies leaving {filter:?}"), |tx| store::leaving(tx, filter).map(Arc::new))
}

/// Everything a tenancy's page shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Whole {
    pub tenancy: Tenancy,
    pub tenant: Person,
    pub dwelling: Dwelling,
    /// What the home has cost, from which days, and whether each is a first day or was first known then.
    pub rents: Vec<(Date, bool, Ore)>,
    /// The tenant's open invoices; `None` when the actor may not look at arrears.
    pub invoices: Option<Vec<Invoice>>,
    pub changes: Vec<Change>,
}

/// A tenancy with all that is known of it.
///
/// # Errors
/// [`OfficeError::NotFound`] when there is none, or the actor may not know of it (`L7.2`).
pub fn whole(office: &Office, actor: &Actor, id: &str) -> Result<Whole, OfficeError> {
    actor.may(Action::Look, Thing::Tenancy)?;
    let may_see_arrears = actor.may(Action::Look, Thing::Arrears).is_ok();
    let whole = office.store().read(|tx| {
        let (tenancy, tenant) = visible(tx, actor, id)?;
        let dwelling = dwellings::find(tx, &tenancy.dwelling)?.ok_or(OfficeError::NotFound)?;
        let invoices = may_see_arrears.then(|| open_invoices(tx, &tenancy.tenant)).transpose()?;
        let (rents, changes) = (dwellings::rents(tx, &dwelling.id)?, changes::of(tx, Thing::Tenancy, id)?);
        Ok::<_, OfficeError>(Whole { tenancy, tenant, dwelling, rents, invoices, changes })
    })?;
    let about = About { thing: Thing::Tenancy, id, person: &whole.tenant.id };
    office.looked(actor, about, String::new())?;
    Ok(whole)
}

fn open_invoices(tx: &mut Tx<'_>, tenant: &str) -> Result<Vec<Invoice>, StoreError> {
    let mut invoices = arrears::of_debtor(tx, tenant)?;
    invoices.retain(|invoice| invoice.outstanding.0 != 0);
    Ok(invoices)
}

/// The tenancy and its tenant, when the actor may tie them to the home.
fn visible(tx: &mut Tx<'_>, actor: &Actor, id: &str) -> Result<(Tenancy, Person), OfficeError> {
    let tenancy = store::find(tx, id)?.ok_or(OfficeError::NotFound)?;
    let tenant = people::find(tx, &tenancy.tenant)?.ok_or(OfficeError::NotFound)?;
    actor.may_tie(tenancy.restricted || people::is_restricted(tx, &tenant.id)?)?;
    Ok((tenancy, tenant))
}

/// The most people that a search for a tenant offers.
const CANDIDATES: usize = 20;

/// A home to be let, and people who could be its tenant by name.
///
/// # Errors
/// When the actor may not begin tenancies, or there is no such home.
pub fn offered(
    office: &Office,
    actor: &Actor,
    dwelling: &str,
    words: &str,
) -> Result<(Dwelling, Vec<Person>), OfficeError> {
    actor.may(Action::Change, Thing::Tenancy)?;
    let found = office.store().read(|tx| {
        let home = dwellings::find(tx, dwelling)?.ok_or(OfficeError::NotFound)?;
        let found = match words {
            "" => Vec::new(),
            words => people::found_by_name(tx, words, actor.sees_protected, CANDIDATES)?,
        };
        Ok::<_, OfficeError>((home, found))
    })?;
    let abouts: Vec<About<'_>> = found.1.iter().map(|candidate| About::person(&candidate.id)).collect();
    office.looked_at(actor, &abouts, r#"{"what":"search for a tenant"}"#)?;
    Ok(found)
}

/// What the trade's rules look at.
pub fn facts_of(tenancy: &Tenancy, tenant: &Person) -> TenancyFacts {
    TenancyFacts {
        tenant: PersonFacts {
            name: tenant.name.clone(),
            identity: None,
            born: tenant.born,
            telephone: tenant.telephone.clone(),
            email: tenant.email.clone(),
            protection: tenant.protection,
            protection_to_check: tenant.protection_to_check,
        },
        from: tenancy.from,
        lease_until: tenancy.lease_until,
        kind: tenancy.kind,
        moved_out: tenancy.moved_out,
        move_out_reason: tenancy.move_out_reason,
        rent: tenancy.rent,
        note: tenancy.note.clone(),
    }
}

/// Whether the actor may see and change a tenancy.
fn may_change(actor: &Actor) -> Result<(), Denied> {
    actor.may(Action::Change, Thing::Tenancy)
}
