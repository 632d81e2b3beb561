//! The list of tenancies: who lives in the homes on a day, by the end of their lease.

use super::{Row, StoreError, Tx, Value};
use crate::store::dwellings::CategoryFilter;
use crate::store::protected::tenancy_is_open;
use crate::store::wanted::{Slice, Wanted};
use housing::Date;
use housing::calendar::add_months;
use housing::money::Ore;
use housing::people::Name;
use housing::tenancies::{LeaseKind, LeaseWindow};

/// Which tenancies to list.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Filter {
    /// Lived in on this day, and their leases seen from it.
    pub on: Date,
    pub lease: Option<LeaseFilter>,
    /// Begun from this day until that one, both included: then those that are over are listed too.
    pub begun: Option<(Option<Date>, Option<Date>)>,
    pub category: Option<CategoryFilter>,
    pub area: Option<String>,
    /// Folded words of the address.
    pub words: String,
    /// Whether strictly protected tenants are among them (`L7.2`).
    pub with_protected: bool,
}

/// Where the lease stands on the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
pub enum LeaseFilter {
    Expired,
    /// The narrowest window that the last day falls in: six months is three to six.
    Window(LeaseWindow),
    /// Any last day that has not passed.
    Fixed,
    /// A last day later than any window.
    Later,
    OpenEnded,
}

/// A tenancy as a list shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    pub id: String,
    pub street_line: String,
    pub unit: String,
    pub area: Option<String>,
    pub tenant: Name,
    pub from: Option<Date>,
    pub lease_until: Option<Date>,
    pub kind: LeaseKind,
    pub rent: Option<Ore>,
    pub restricted: bool,
}

/// What leases (of row `t`) are sorted by: those without an end come last.
pub(in crate::store) const LEASE_END: &str = "coalesce(t.lease_until, '9999-12-31')";
pub(in crate::store) const OPEN_END: &str = "9999-12-31";

/// A place in the list: the end of the lease (far ahead when there is none) and the tenancy's id.
pub type Place = (String, String);

impl Filter {
    /// Whether nothing but the tenancies themselves need be read to tell who is on the list.
    pub fn is_of_leases(&self) -> bool {
        self.area.is_none() && self.words.is_empty() && self.category.is_none()
    }
}

/// The two ways to live there on the day, each one range of the index: not moved out, and moving out
/// later (or, of those begun within some days, ever).
#[derive(Clone, Copy)]
enum Way {
    Stays,
    Leaves,
}

/// The tables and conditions of the tenancies that match, lived in one way.
fn narrow(filter: &Filter, way: Way, municipality: String) -> (Wanted, &'static str) {
    let mut wanted = Wanted::of(municipality, "t.municipality");
    let day = wanted.param(filter.on);
    wanted.and_that(&format!("(t.from_day IS NULL OR t.from_day <= {day})"));
    match (way, filter.begun) {
        (Way::Stays, _) => wanted.and_that("t.moved_out IS NULL"),
        (Way::Leaves, None) => wanted.and_that(&format!("t.moved_out > {day}")),
        (Way::Leaves, Some(_)) => wanted.and_that("t.moved_out IS NOT NULL"),
    }
    let (first, last) = filter.begun.unwrap_or_default();
    for (comparison, day) in [("t.from_day >=", first), ("t.from_day <=", last)] {
        if let Some(day) = day {
            wanted.and(comparison, day);
        }
    }
    let day_after = |months: i32| add_months(filter.on, months);
    match filter.lease {
        Some(LeaseFilter::Expired) => wanted.and(&format!("{LEASE_END} <"), filter.on),
        Some(LeaseFilter::Window(window)) => {
            let narrower = LeaseWindow::ALL.iter().take_while(|other| **other != window).last();
            match narrower {
                Some(narrower) => wanted.and(&format!("{LEASE_END} >"), day_after(narrower.months())),
                None => wanted.and(&format!("{LEASE_END} >="), filter.on),
            }
            wanted.and(&format!("{LEASE_END} <="), day_after(window.months()));
        }
        Some(LeaseFilter::Fixed) => {
            wanted.and(&format!("{LEASE_END} >="), filter.on);
            wanted.and(&format!("{LEASE_END} <"), OPEN_END);
        }
        Some(LeaseFilter::Later) => {
            let longest = LeaseWindow::ALL.iter().map(|window| window.months()).max().unwrap_or_default();
            wanted.and(&format!("{LEASE_END} >"), day_after(longest));
            wanted.and(&format!("{LEASE_END} <"), OPEN_END);
        }
        Some(LeaseFilter::OpenEnded) => wanted.and(&format!("{LEASE_END} ="), OPEN_END),
        None => {}
    }
    if !filter.with_protected {
        wanted.and_that(&tenancy_is_open("t"));
    }
    if filter.is_of_leases() {
        return (wanted, "tenancy t");
    }
    if let Some(area) = &filter.area {
        wanted.and("d.area =", area);
    }
    CategoryFilter::narrow(filter.category, &mut wanted);
    wanted.and_words("d.search", &filter.words);
    (wanted, "tenancy t JOIN dwelling d ON d.municipality = t.municipality AND d.id = t.dwelling")
}

/// The first places of those who live there one way, in the list's order.
fn places(tx: &mut Tx<'_>, filter: &Filter, way: Way, descending: bool, most: i64) -> Result<Vec<Place>, StoreError> {
    let (mut wanted, tables) = narrow(filter, way, tx.municipality());
    let most = wanted.param(most);
    let direction = if descending { "DESC" } else { "ASC" };
    let sql = format!(
        "SELECT {LEASE_END}, t.id FROM {tables} WHERE {} ORDER BY {LEASE_END} {direction}, t.id {direction} LIMIT {most}",
        wanted.sql()
    );
    tx.query(&sql, wanted.params())?.iter().map(|row| Ok((row.get(0)?, row.get(1)?))).collect()
}

/// Everybody on the list who moves out later than its day, by the end of the lease. They are few.
///
/// # Errors
/// When the store fails.
pub fn leaving(tx: &mut Tx<'_>, filter: &Filter) -> Result<Vec<Place>, StoreError> {
    places(tx, filter, Way::Leaves, false, i64::MAX)
}

/// The tenancies of a part of the list, by the end of the lease; `leaving` is what [`leaving`] answers.
///
/// # Errors
/// When the store fails.
pub fn list(
    tx: &mut Tx<'_>,
    filter: &Filter,
    leaving: &[Place],
    descending: bool,
    slice: Slice,
) -> Result<Vec<Listed>, StoreError> {
    let reach = slice.offset.saturating_add(slice.most);
    let mut all = places(tx, filter, Way::Stays, descending, reach)?;
    let up_to = usize::try_from(reach).unwrap_or(usize::MAX);
    if descending {
        all.extend(leaving.iter().rev().take(up_to).cloned());
        all.sort_by(|one, other| other.cmp(one));
    } else {
        all.extend(leaving.iter().take(up_to).cloned());
        all.sort();
    }
    all.truncate(up_to);
    let ids = all.drain(..).skip(usize::try_from(slice.offset).unwrap_or(usize::MAX)).map(|(_, id)| id);
    let ids: Vec<String> = ids.collect();
    let mut rows = Vec::with_capacity(ids.len());
    for some in ids.chunks(TOGETHER) {
        rows.extend(of_ids(tx, some)?);
    }
    Ok(rows)
}

/// Tenancies read with one statement.
const TOGETHER: usize = 50;

/// The tenancies with these ids, in their order; there are no more than [`TOGETHER`].
fn of_ids(tx: &mut Tx<'_>, ids: &[String]) -> Result<Vec<Listed>, StoreError> {
    let mut params: Vec<Value> = vec![tx.municipality().into()];
    // Always as many, so that the statement is the same for a short part of a list.
    params.extend(ids.iter().map(Value::from).chain(std::iter::repeat(Value::Null)).take(TOGETHER));
    let places: Vec<String> = (2..TOGETHER + 2).map(|number| format!("${number}")).collect();
    let sql = format!(
        "SELECT t.id, d.street, d.street_number, d.unit, d.area, p.family, p.given, t.from_day, t.lease_until, t.kind, \
         coalesce(t.rent, d.rent), t.restricted FROM tenancy t \
         JOIN dwelling d ON d.municipality = $1 AND d.id = t.dwelling \
         JOIN person p ON p.municipality = $1 AND p.id = t.tenant \
         WHERE t.municipality = $1 AND t.id IN ({})",
        places.join(", ")
    );
    let mut rows = tx.query(&sql, &params)?.iter().map(listed).collect::<Result<Vec<_>, _>>()?;
    rows.sort_by_cached_key(|row| ids.iter().position(|id| *id == row.id));
    Ok(rows)
}

/// How many tenancies match, beside those who are leaving.
///
/// # Errors
/// When the store fails.
pub fn count_staying(tx: &mut Tx<'_>, filter: &Filter) -> Result<i64, StoreError> {
    let (wanted, tables) = narrow(filter, Way::Stays, tx.municipality());
    let row = tx.query_one(&format!("SELECT count(*) FROM {tables} WHERE {}", wanted.sql()), wanted.params())?;
    row.map_or(Ok(0), |row| row.get(0))
}

fn listed(row: &Row) -> Result<Listed, StoreError> {
    let (street, number): (String, String) = (row.get(1)?, row.get(2)?);
    Ok(Listed {
        id: row.get(0)?,
        street_line: if number.is_empty() { street } else { format!("{street} {number}") },
        unit: row.get(3)?,
        area: row.get(4)?,
        tenant: Name { family: row.get(5)?, given: row.get(6)? },
        from: row.get(7)?,
        lease_until: row.get(8)?,
        kind: row.get::<String>(9)?.parse()?,
        rent: row.get(10)?,
        restricted: row.get(11)?,
    })
}
