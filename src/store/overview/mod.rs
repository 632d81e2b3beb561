//! Counts for the overview, on any day: SQL aggregates over the dated facts.
//!
//! Columns such as `dwelling.status` repeat the newest dated row. When no dated row lies after the
//! day asked for, they answer for it and an index is enough; otherwise the dated rows are read.

mod applications;
mod arrears;
mod dwellings;
mod tenancies;
mod vacancies;

pub use applications::{
    ApplicationSum, ApplicationsDecided, ApplicationsReceived, WaitingGroup, all_received, decided, received, waiting,
};
pub use arrears::{OpenInvoice, open_invoices};
pub use dwellings::{HomeGroup, assumed, homes};
pub use tenancies::{LeaseEnds, MovedIn, lease_ends, moved_in};
pub use vacancies::{Vacancy, vacancies};

use super::{StoreError, Tx};
use crate::params;
use housing::Date;

/// Whether nothing in a table of dated facts begins after the day.
fn newest_holds(tx: &mut Tx<'_>, table: &str, on: Date) -> Result<bool, StoreError> {
    let municipality = tx.municipality();
    let sql = format!("SELECT max(from_day) FROM {table} WHERE municipality = $1");
    let newest: Option<Date> = tx.query_one(&sql, params![municipality])?.map_or(Ok(None), |row| row.get(0))?;
    Ok(newest.is_none_or(|newest| newest <= on))
}

/// What a table of dated facts says of a thing on day `$2`: the newest row that has begun, or else
/// the earliest one when it held before anybody knew.
fn on_day(table: &str, column: &str, thing: &str, id: &str) -> String {
    let rows = format!("FROM {table} f WHERE f.municipality = $1 AND f.{thing} = {id}");
    format!(
        "coalesce((SELECT f.{column} {rows} AND f.from_day <= $2 ORDER BY f.from_day DESC LIMIT 1), \
         (SELECT CASE WHEN f.from_known = 0 THEN f.{column} END {rows} ORDER BY f.from_day LIMIT 1))"
    )
}
