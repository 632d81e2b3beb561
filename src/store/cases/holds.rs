//! Cases that wait for something: for what, until when, and who asks again.

use crate::params;
use crate::store::{Row, StoreError, Tx};
use housing::Date;
use housing::cases::WaitsFor;

/// A time that a case waits, or waited.
#[doc(alias = "på vent")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hold {
    pub from: Date,
    /// The day somebody looks at it again.
    pub until: Date,
    pub waits_for: WaitsFor,
    pub reason: String,
    /// The officer who follows it up.
    pub officer: String,
    /// The day the case went on.
    pub ended: Option<Date>,
}

fn hold(row: &Row) -> Result<Hold, StoreError> {
    Ok(Hold {
        from: row.get(0)?,
        until: row.get(1)?,
        waits_for: row.get::<String>(2)?.parse()?,
        reason: row.get(3)?,
        officer: row.get(4)?,
        ended: row.get(5)?,
    })
}

/// Every time the case has waited, the newest first.
///
/// # Errors
/// When the store fails.
pub fn holds(tx: &mut Tx<'_>, case: &str) -> Result<Vec<Hold>, StoreError> {
    let municipality = tx.municipality();
    let sql = "SELECT from_day, until_day, waits_for, reason, officer, ended FROM case_hold \
               WHERE municipality = $1 AND housing_case = $2 ORDER BY from_day DESC";
    tx.query(sql, params![municipality, case])?.iter().map(hold).collect()
}

/// Puts the case on hold; said again for the same day, the last word holds.
///
/// # Errors
/// When the store fails.
pub fn put_on_hold(tx: &mut Tx<'_>, case: &str, hold: &Hold) -> Result<(), StoreError> {
    let municipality = tx.municipality();
    tx.add(
        "INSERT INTO case_hold (municipality, housing_case, from_day, until_day, waits_for, reason, officer, ended) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (municipality, housing_case, from_day) DO UPDATE SET \
         until_day = excluded.until_day, waits_for = excluded.waits_for, reason = excluded.reason, \
         officer = excluded.officer, ended = excluded.ended",
        params![
            municipality,
            case,
            hold.from,
            hold.until,
            hold.waits_for.code(),
            &hold.reason,
            &hold.officer,
            hold.ended
        ],
    )
}

/// The case goes on from `day`; how many holds ended.
///
/// # Errors
/// When the store fails.
pub fn end_hold(tx: &mut Tx<'_>, case: &str, day: Date) -> Result<u64, StoreError> {
    let municipality = tx.municipality();
    tx.execute(
        "UPDATE case_hold SET ended = $3 WHERE municipality = $1 AND housing_case = $2 AND ended IS NULL",
        params![municipality, case, day],
    )
}
