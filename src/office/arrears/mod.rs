//! Arrears: who owes what and how late it is, and invoices entered by hand.

mod entering;
mod invoices;

pub use entering::{Entered, as_facts, change, enter};
pub use invoices::{InvoiceFilter, invoices};

use super::changes::{self, Change};
use super::dwellings::{Listing, address_and_unit};
use super::{About, Actor, Office, OfficeError};
use crate::access::{Action, Thing};
use crate::store::arrears::{self as store, DebtorSum, Invoice};
use crate::store::people::Person;
use crate::store::{Known, Slice, StoreError, Tx, dwellings, people, tenancies};
use housing::Date;
use housing::arrears::ArrearsAge;
use housing::money::Ore;
use housing::text::fold;
use std::cmp::Reverse;
use std::sync::Arc;

/// Which debtors to list.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct Filter {
    /// As it was on this day; today when not said.
    pub on: Option<Date>,
    pub show: Show,
    /// Something is owed that is so late; unknown when it has no due day.
    pub age: Option<Known<ArrearsAge>>,
    /// At least this much is owed (or to credit, when credits are shown).
    pub at_least: Option<Ore>,
    /// Folded words of the name.
    pub words: String,
}

/// Those who owe, those the municipality owes, or both.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub enum Show {
    #[default]
    Owing,
    Credit,
    Both,
}

/// What the list is sorted by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SortBy {
    /// The longest unpaid first.
    #[default]
    OldestDue,
    Name,
    Owed,
    Credit,
}

impl Filter {
    fn holds(&self, debtor: &DebtorSum) -> bool {
        let sum = &debtor.sum;
        let (shown, amount) = match self.show {
            Show::Owing => (sum.owes(), sum.owed),
            Show::Credit => (sum.credit > Ore(0), sum.credit),
            Show::Both => (true, sum.owed.max(sum.credit)),
        };
        let name = fold(&debtor.name.to_string());
        shown
            && self.age.as_ref().is_none_or(|age| match age {
                Known::Is(age) => sum.by_age.contains_key(age),
                Known::Unknown => sum.owes_without_due_day(),
            })
            && self.at_least.is_none_or(|least| amount >= least)
            && self.words.split_whitespace().all(|word| name.contains(word))
    }
}

/// The debtors that match, part by part, and the sums of all that match: owed and to credit. The
/// look at the list is noted.
///
/// # Errors
/// When the actor may not look at arrears.
pub fn list(
    office: &Office,
    actor: &Actor,
    filter: &Filter,
    (by, descending): (SortBy, bool),
    slice: Slice,
) -> Result<(Listing<DebtorSum>, Ore, Ore), OfficeError> {
    actor.may(Action::Look, Thing::Arrears)?;
    let (on, as_of, protected) =
        (filter.on.unwrap_or_else(|| office.today()), filter.on.is_some(), actor.sees_protected);
    let question = format!("arrears {on} {as_of} {protected}");
    let all: Arc<Vec<DebtorSum>> =
        office.remembered(&question, |tx| store::debtors(tx, on, as_of, protected).map(Arc::new))?;
    let question = format!("{question} {filter:?} {by:?} {descending}");
    let matching = office
        .remembered(&question, |_| Ok::<_, StoreError>(Arc::new(Matching::of(&all, filter, (by, descending)))))?;
    let part = |number: i64| usize::try_from(number).unwrap_or(usize::MAX);
    let shown = matching.order.iter().skip(part(slice.offset)).take(part(slice.most));
    let rows: Vec<DebtorSum> = shown.filter_map(|at| all.get(*at).cloned()).collect();
    let total = i64::try_from(matching.order.len()).unwrap_or(i64::MAX);
    let details = serde_json::json!({"filter": changes::asked(&filter), "from": slice.offset, "shown": rows.len()});
    office.looked(actor, About::thing(Thing::Arrears, ""), details.to_string())?;
    Ok((Listing { rows, total }, matching.owed, matching.credit))
}

/// The debtors that match, as places among all, in order; and the sums of them.
struct Matching {
    order: Vec<usize>,
    owed: Ore,
    credit: Ore,
}

impl Matching {
    fn of(all: &[DebtorSum], filter: &Filter, (by, descending): (SortBy, bool)) -> Self {
        let mut matching: Vec<(usize, &DebtorSum)> =
            all.iter().enumerate().filter(|(_, debtor)| filter.holds(debtor)).collect();
        match by {
            SortBy::Name => matching.sort_by_key(|(_, debtor)| &debtor.sort_key),
            SortBy::OldestDue => matching.sort_by_key(|(_, debtor)| debtor.sum.oldest_due.unwrap_or(Date::MAX)),
            SortBy::Owed => matching.sort_by_key(|(_, debtor)| Reverse(debtor.sum.owed)),
            SortBy::Credit => matching.sort_by_key(|(_, debtor)| Reverse(debtor.sum.credit)),
        }
        if descending != matches!(by, SortBy::Owed | SortBy::Credit) {
            matching.reverse();
        }
        Self {
            owed: matching.iter().map(|(_, debtor)| debtor.sum.owed).sum(),
            credit: matching.iter().map(|(_, debtor)| debtor.sum.credit).sum(),
            order: matching.into_iter().map(|(at, _)| at).collect(),
        }
    }
}

/// A home an invoice may be for: its id and address.
pub type HomeOf = (String, String);

/// A debtor's page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfDebtor {
    pub person: Person,
    /// Every invoice, the oldest first; those that are settled too.
    pub invoices: Vec<Invoice>,
    /// What was left of each invoice (by id), from when, whether that was its first day, and how much.
    pub balances: Vec<(String, Date, bool, Ore)>,
    /// The homes of the invoices and of the debtor's tenancies.
    pub homes: Vec<HomeOf>,
}

/// What somebody owes, invoice by invoice.
///
/// # Errors
/// [`OfficeError::NotFound`] when there is no such person, or the actor may not know of them (`L7.2`).
pub fn of_debtor(office: &Office, actor: &Actor, person: &str) -> Result<OfDebtor, OfficeError> {
    actor.may(Action::Look, Thing::Arrears)?;
    let found = office.store().read(|tx| read_debtor(tx, actor, person))?;
    office.looked(actor, About { thing: Thing::Arrears, id: person, person }, String::new())?;
    Ok(found)
}

fn read_debtor(tx: &mut Tx<'_>, actor: &Actor, person: &str) -> Result<OfDebtor, OfficeError> {
    let person = visible(tx, actor, person)?;
    let invoices = store::of_debtor(tx, &person.id)?;
    let homes = homes_of(tx, &person.id, &invoices)?;
    let balances = store::balances(tx, &person.id)?;
    Ok(OfDebtor { person, invoices, balances, homes })
}

fn visible(tx: &mut Tx<'_>, actor: &Actor, person: &str) -> Result<Person, OfficeError> {
    let found = people::find(tx, person)?.ok_or(OfficeError::NotFound)?;
    actor.may_tie(people::is_restricted(tx, person)?)?;
    Ok(found)
}

fn homes_of(tx: &mut Tx<'_>, person: &str, invoices: &[Invoice]) -> Result<Vec<HomeOf>, StoreError> {
    let tenancies = tenancies::of_tenant(tx, person)?;
    let rented = tenancies.into_iter().map(|tenancy| tenancy.dwelling);
    let mut ids: Vec<String> = Vec::new();
    for id in rented.chain(invoices.iter().filter_map(|invoice| invoice.dwelling.clone())) {
        if !ids.contains(&id) {
            ids.push(id);
        }
    }
    let mut homes = Vec::new();
    for id in ids {
        homes.extend(dwellings::find(tx, &id)?.map(|home| (id, address_and_unit(&home.facts))));
    }
    Ok(homes)
}

/// An invoice with its debtor, for changing it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfInvoice {
    pub invoice: Invoice,
    pub debtor: OfDebtor,
    pub changes: Vec<Change>,
}

/// An invoice and what was done to it.
///
/// # Errors
/// As [`of_debtor`].
pub fn of_invoice(office: &Office, actor: &Actor, id: &str) -> Result<OfInvoice, OfficeError> {
    actor.may(Action::Look, Thing::Arrears)?;
    let found = office.store().read(|tx| {
        let invoice = store::find(tx, id)?.ok_or(OfficeError::NotFound)?;
        let debtor = read_debtor(tx, actor, &invoice.debtor)?;
        let changes = changes::of(tx, Thing::Arrears, id)?;
        Ok::<_, OfficeError>(OfInvoice { invoice, debtor, changes })
    })?;
    office.looked(actor, About { thing: Thing::Arrears, id, person: &found.invoice.debtor }, String::new())?;
    Ok(found)
}
