//! Statuses that were said ahead of their day.

use super::DatedStatus;
use crate::params;
use crate::store::{StoreError, Tx};
use housing::Date;

/// Statuses whose first day lies after `after`, has come on `today`, and is later than what the home's own row says:
/// each with its home, in order of days.
///
/// # Errors
/// When the store fails.
pub fn come_due(tx: &mut Tx<'_>, after: Date, today: Date) -> Result<Vec<(String, DatedStatus)>, StoreError> {
    let municipality = tx.municipality();
    let sql = "SELECT s.dwelling, s.from_day, s.from_known, s.status FROM dwelling_status s \
               JOIN dwelling d ON d.municipality = s.municipality AND d.id = s.dwelling \
               WHERE s.municipality = $1 AND s.from_day > $2 AND s.from_day <= $3 AND s.from_day > d.status_since \
               ORDER BY s.dwelling, s.from_day";
    let rows = tx.query(sql, params![municipality, after, today])?;
    rows.iter().map(|row| Ok((row.get(0)?, (row.get(1)?, row.get(2)?, row.get::<String>(3)?.parse()?)))).collect()
}
