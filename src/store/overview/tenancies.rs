//! Tenancies lived in, counted by the last day of their lease.

use crate::params;
use crate::store::{StoreError, Tx};
use housing::Date;

/// Tenancies whose leases end on the same day; `until` is `None` for open-ended ones.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeaseEnds {
    pub until: Option<Date>,
    pub tenancies: i64,
}

/// The tenancies that are lived in on the day. A last day can come twice.
///
/// # Errors
/// When the store fails.
pub fn lease_ends(tx: &mut Tx<'_>, on: Date) -> Result<Vec<LeaseEnds>, StoreError> {
    let municipality = tx.municipality();
    // Two statements, each one range of the index, instead of one with OR, which would read them all.
    let mut ends = Vec::new();
    for still_there in ["moved_out IS NULL", "moved_out > $2"] {
        let sql = format!(
            "SELECT lease_until, count(*) FROM tenancy WHERE municipality = $1 AND {still_there} \
             AND (from_day IS NULL OR from_day <= $2) GROUP BY lease_until"
        );
        for row in tx.query(&sql, params![municipality.as_str(), on])? {
            ends.push(LeaseEnds { until: row.get(0)?, tenancies: row.get(1)? });
        }
    }
    Ok(ends)
}
