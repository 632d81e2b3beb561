//! Tenancies lived in, counted by the last day of their lease.

use crate::params;
use crate::store::protected::tenancy_is_open;
use crate::store::tenancies::{LEASE_END, OPEN_END};
use crate::store::{Row, StoreError, Tx};
use housing::Date;
use housing::dwellings::Category;

/// Tenancies whose leases end on the same day; `until` is `None` for open-ended ones.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeaseEnds {
    pub until: Option<Date>,
    pub tenancies: i64,
}

/// The tenancies that are lived in on the day; those of strictly protected tenants only when asked for (`L7.2`). A last
/// day can come twice.
///
/// # Errors
/// When the store fails.
pub fn lease_ends(tx: &mut Tx<'_>, on: Date, with_protected: bool) -> Result<Vec<LeaseEnds>, StoreError> {
    let municipality = tx.municipality();
    // Two statements, each one range of the index, instead of one with OR, which would read them all.
    let mut ends = Vec::new();
    for still_there in ["moved_out IS NULL", "moved_out > $2"] {
        let sql = format!(
            "SELECT {LEASE_END}, count(*) FROM tenancy t WHERE t.municipality = $1 AND t.{still_there} \
             AND (t.from_day IS NULL OR t.from_day <= $2){} GROUP BY {LEASE_END}",
            open_only(with_protected)
        );
        for row in tx.query(&sql, params![municipality.as_str(), on])? {
            let until = if row.get::<String>(0)? == OPEN_END { None } else { row.get(0)? };
            ends.push(LeaseEnds { until, tenancies: row.get(1)? });
        }
    }
    Ok(ends)
}

/// Households that moved in on the same day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MovedIn {
    pub from: Date,
    pub tenancies: i64,
    /// Of them into care homes.
    pub care_homes: i64,
}

/// Everybody who moved in between two days, both included; strictly protected tenants only when asked for.
///
/// # Errors
/// When the store fails.
pub fn moved_in(
    tx: &mut Tx<'_>,
    (first, last): (Date, Date),
    with_protected: bool,
) -> Result<Vec<MovedIn>, StoreError> {
    let municipality = tx.municipality();
    // Care homes as a sum, not as a group: then the index gives the days in order and nothing is sorted.
    let sql = format!(
        "SELECT t.from_day, count(*), CAST(sum(CASE WHEN d.category = $4 THEN 1 ELSE 0 END) AS BIGINT) \
         FROM tenancy t JOIN dwelling d ON d.municipality = t.municipality AND d.id = t.dwelling \
         WHERE t.municipality = $1 AND t.from_day >= $2 AND t.from_day <= $3{} GROUP BY t.from_day",
        open_only(with_protected)
    );
    let read = |row: &Row| Ok(MovedIn { from: row.get(0)?, tenancies: row.get(1)?, care_homes: row.get(2)? });
    let care_home = Category::CareHome.code();
    tx.query(&sql, params![municipality, first, last, care_home])?.iter().map(read).collect()
}

/// What more must hold of a tenancy for those who may not tie protected people to homes.
fn open_only(with_protected: bool) -> String {
    if with_protected { String::new() } else { format!(" AND {}", tenancy_is_open("t")) }
}
