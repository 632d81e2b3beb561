//! When nobody lived in the homes, and why.

use super::DwellingStatus;
use crate::params;
use crate::store::{Row, StoreError, Tx};
use housing::Date;
use housing::dwellings::EmptyTime;

/// A home with a time that nobody lived in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EmptyHome {
    pub id: String,
    /// Street, house number and dwelling number.
    pub place: String,
    pub time: EmptyTime,
}

/// Every time from a day until another that a home had a status nobody lives in it with, home by home in the order of
/// their addresses. A status that held before anybody knew counts from the day it was known.
///
/// # Errors
/// When the store fails.
pub fn empty_times(tx: &mut Tx<'_>, (from, on): (Date, Date)) -> Result<Vec<EmptyHome>, StoreError> {
    let municipality = tx.municipality();
    let codes = DwellingStatus::ALL.iter().filter(|status| status.counts_as_vacant());
    let codes = codes.map(|status| format!("'{}'", status.code())).collect::<Vec<_>>().join(", ");
    let sql = format!(
        "SELECT d.id, d.street, d.street_number, d.unit, s.status, s.from_day, \
         (SELECT min(n.from_day) FROM dwelling_status n WHERE n.municipality = s.municipality \
         AND n.dwelling = s.dwelling AND n.from_day > s.from_day) \
         FROM dwelling_status s JOIN dwelling d ON d.municipality = s.municipality AND d.id = s.dwelling \
         WHERE s.municipality = $1 AND s.from_day <= $2 AND s.status IN ({codes}) ORDER BY d.sort_key, d.id, s.from_day"
    );
    let rows = tx.query(&sql, params![municipality, on])?;
    let homes = rows.iter().map(empty).collect::<Result<Vec<_>, _>>()?;
    Ok(homes.into_iter().filter(|home| home.time.until.is_none_or(|until| until > from)).collect())
}

fn empty(row: &Row) -> Result<EmptyHome, StoreError> {
    let (street, number, unit): (String, String, String) = (row.get(1)?, row.get(2)?, row.get(3)?);
    Ok(EmptyHome {
        id: row.get(0)?,
        place: format!("{street} {number} {unit}").trim().to_owned(),
        time: EmptyTime { status: row.get::<String>(4)?.parse()?, from: row.get(5)?, until: row.get(6)? },
    })
}
