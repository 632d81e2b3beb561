//! Which homes nobody lives in on a day, and since when: one account of it, for the overview, the lists and a home's page.

use crate::params;
use crate::store::{StoreError, Tx};
use housing::Date;
use housing::dwellings::DwellingStatus;

/// Since when a home has stood empty on a day, and whether that was its first empty day; for a home whose status says
/// that it does.
///
/// # Errors
/// When the store fails.
pub fn empty_since(tx: &mut Tx<'_>, dwelling: &str, on: Date) -> Result<Option<(Date, bool)>, StoreError> {
    let municipality = tx.municipality();
    let since = tx.query_one(&statement("$2", "e.id = $3"), params![municipality, on, dwelling])?;
    since.map(|row| Ok((row.get(1)?, row.get(2)?))).transpose()
}

/// A statement for homes that stand empty on a day (a parameter), and since when: `id`, `since`, and `since_known` as 0
/// or 1. `which` says which homes, as a condition on row `e`.
///
/// A home has stood empty since the last household moved out. When no such day is known, or the home has been let since
/// without a tenancy on the register, since its first status after that. A status that held before anybody knew, or one
/// that was written down only after the day, says only that it was empty then.
pub(in crate::store) fn statement(day: &str, which: &str) -> String {
    let lived_in = codes(is_lived_in);
    let first_status = format!(
        "FROM dwelling_status s WHERE s.municipality = $1 AND s.dwelling = was.id AND s.from_day > was.let_from \
         AND s.from_day <= {day}"
    );
    format!(
        "SELECT was.id AS id, CASE WHEN was.left_on >= was.let_from THEN was.left_on \
         ELSE coalesce((SELECT min(s.from_day) {first_status}), {day}) END AS since, \
         CASE WHEN was.left_on >= was.let_from THEN 1 \
         ELSE coalesce((SELECT s.from_known {first_status} ORDER BY s.from_day LIMIT 1), 0) END AS since_known \
         FROM (SELECT e.id, (SELECT max(t.moved_out) FROM tenancy t WHERE t.municipality = $1 AND t.dwelling = e.id \
         AND t.moved_out <= {day}) AS left_on, \
         coalesce((SELECT max(s.from_day) FROM dwelling_status s WHERE s.municipality = $1 AND s.dwelling = e.id \
         AND s.from_day <= {day} AND s.status IN ({lived_in})), '') AS let_from \
         FROM dwelling e WHERE e.municipality = $1 AND {which}) was"
    )
}

/// The statuses of homes that stand empty, as they stand in a statement.
pub(in crate::store) fn empty_statuses() -> String {
    codes(DwellingStatus::counts_as_vacant)
}

/// Whether the home was let, so that a vacancy cannot have begun before.
fn is_lived_in(status: DwellingStatus) -> bool {
    status.is_in_stock() && !status.counts_as_vacant()
}

/// Our own codes, as they stand in a statement.
fn codes(holds: fn(DwellingStatus) -> bool) -> String {
    let codes = DwellingStatus::ALL.iter().filter(|status| holds(**status));
    codes.map(|status| format!("'{}'", status.code())).collect::<Vec<_>>().join(", ")
}
