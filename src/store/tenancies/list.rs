//! The list of tenancies: who lives in the homes on a day, by the end of their lease.

use super::{Row, StoreError, Tx};
use crate::store::protected::person_is_open;
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

/// What leases without an end are sorted by.
const LEASE_END: &str = "coalesce(t.lease_until, '9999-12-31')";

const JOINED: &str = "tenancy t JOIN dwelling d ON d.municipality = t.municipality AND d.id = t.dwelling \
    JOIN person p ON p.municipality = t.municipality AND p.id = t.tenant";

/// The two ways to live there on the day, each one range of the index: not moved out, and moving out
/// later. Both conditions use the same parameters.
fn narrow(filter: &Filter, municipality: String) -> (Wanted, [String; 2]) {
    let mut wanted = Wanted::of(municipality, "t.municipality");
    let day = wanted.param(filter.on);
    wanted.and_that(&format!("(t.from_day IS NULL OR t.from_day <= {day})"));
    let day_after = |months: i32| add_months(filter.on, months);
    match filter.lease {
        Some(LeaseFilter::Expired) => wanted.and("t.lease_until <", filter.on),
        Some(LeaseFilter::Window(window)) => {
            let narrower = LeaseWindow::ALL.iter().take_while(|other| **other != window).last();
            match narrower {
                Some(narrower) => wanted.and("t.lease_until >", day_after(narrower.months())),
                None => wanted.and("t.lease_until >=", filter.on),
            }
            wanted.and("t.lease_until <=", day_after(window.months()));
        }
        Some(LeaseFilter::Fixed) => wanted.and("t.lease_until >=", filter.on),
        Some(LeaseFilter::OpenEnded) => wanted.and_that("t.lease_until IS NULL"),
        None => {}
    }
    if let Some(area) = &filter.area {
        wanted.and("d.area =", area);
    }
    wanted.and_words("d.search", &filter.words);
    if !filter.with_protected {
        wanted.and_that("t.restricted = 0");
        wanted.and_that(&person_is_open("p"));
    }
    (wanted, ["t.moved_out IS NULL".to_owned(), format!("t.moved_out > {day}")])
}

/// The tenancies of a part of the list, by the end of the lease.
///
/// # Errors
/// When the store fails.
pub fn list(tx: &mut Tx<'_>, filter: &Filter, descending: bool, slice: Slice) -> Result<Vec<Listed>, StoreError> {
    let (mut wanted, ways) = narrow(filter, tx.municipality());
    let reach = wanted.param(slice.offset.saturating_add(slice.most));
    let (most, offset) = (wanted.param(slice.most), wanted.param(slice.offset));
    let direction = if descending { "DESC" } else { "ASC" };
    let parts = ways.map(|way| {
        format!(
            "SELECT * FROM (SELECT t.id AS listed, {LEASE_END} AS ends FROM {JOINED} WHERE {} AND {way} \
             ORDER BY {LEASE_END} {direction}, t.id {direction} LIMIT {reach}) AS way",
            wanted.sql()
        )
    });
    let sql = format!(
        "SELECT t.id, d.street, d.street_number, d.unit, d.area, p.family, p.given, t.from_day, t.lease_until, t.kind, \
         coalesce(t.rent, d.rent), t.restricted \
         FROM (SELECT listed, ends FROM ({}) AS ways ORDER BY ends {direction}, listed {direction} \
         LIMIT {most} OFFSET {offset}) AS part \
         JOIN tenancy t ON t.municipality = $1 AND t.id = part.listed \
         JOIN dwelling d ON d.municipality = $1 AND d.id = t.dwelling \
         JOIN person p ON p.municipality = $1 AND p.id = t.tenant \
         ORDER BY part.ends {direction}, t.id {direction}",
        parts.join(" UNION ALL ")
    );
    tx.query(&sql, wanted.params())?.iter().map(listed).collect()
}

/// How many tenancies match.
///
/// # Errors
/// When the store fails.
pub fn count(tx: &mut Tx<'_>, filter: &Filter) -> Result<i64, StoreError> {
    let (wanted, ways) = narrow(filter, tx.municipality());
    let mut total = 0;
    for way in ways {
        let sql = format!("SELECT count(*) FROM {JOINED} WHERE {} AND {way}", wanted.sql());
        total += tx.query_one(&sql, wanted.params())?.map_or(Ok(0), |row| row.get::<i64>(0))?;
    }
    Ok(total)
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
