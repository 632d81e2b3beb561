//! Who has had a case since when.

use crate::clock::Instant;
use crate::params;
use crate::store::{Row, StoreError, Tx};

/// From `at` on the case is this unit's, and this officer's when somebody has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Handover {
    pub at: Instant,
    pub unit: Option<String>,
    pub officer: Option<String>,
    /// The officer who handed it over.
    pub handed_by: String,
    /// What the one who takes it on must know.
    pub note: Option<String>,
}

fn handover(row: &Row) -> Result<Handover, StoreError> {
    Ok(Handover { at: row.get(0)?, unit: row.get(1)?, officer: row.get(2)?, handed_by: row.get(3)?, note: row.get(4)? })
}

/// Everybody who has had the case, the newest first.
///
/// # Errors
/// When the store fails.
pub fn handovers(tx: &mut Tx<'_>, case: &str) -> Result<Vec<Handover>, StoreError> {
    let municipality = tx.municipality();
    let sql = "SELECT at, unit, officer, handed_by, note FROM case_handover \
               WHERE municipality = $1 AND housing_case = $2 ORDER BY at DESC";
    tx.query(sql, params![municipality, case])?.iter().map(handover).collect()
}

/// Gives the case to the unit and officer of `to`; `false` when somebody changed it after `version`.
///
/// # Errors
/// [`StoreError::Constraint`] when it was handed over at the same instant already.
pub fn hand_over(tx: &mut Tx<'_>, (case, version): (&str, i64), to: &Handover) -> Result<bool, StoreError> {
    let municipality = tx.municipality();
    let touched = tx.execute(
        "UPDATE housing_case SET unit = $4, officer = $5, version = version + 1 \
         WHERE municipality = $1 AND id = $2 AND version = $3",
        params![municipality.as_str(), case, version, to.unit.clone(), to.officer.clone()],
    )?;
    if touched == 0 {
        return Ok(false);
    }
    record_handover(tx, case, to)?;
    Ok(true)
}

/// Notes who has the case from an instant on, where its row says so already.
///
/// # Errors
/// As [`hand_over`].
pub fn record_handover(tx: &mut Tx<'_>, case: &str, to: &Handover) -> Result<(), StoreError> {
    let municipality = tx.municipality();
    tx.add(
        "INSERT INTO case_handover (municipality, housing_case, at, unit, officer, handed_by, note) \
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
        params![municipality, case, to.at, to.unit.clone(), to.officer.clone(), &to.handed_by, to.note.clone()],
    )
}
