//! The office's units.

use super::{Row, StoreError, Tx};
use crate::params;

/// A unit of the office; officers belong to one or to none.
#[doc(alias = "enhet")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit {
    pub id: String,
    pub name: String,
    pub version: i64,
}

fn unit(row: &Row) -> Result<Unit, StoreError> {
    Ok(Unit { id: row.get(0)?, name: row.get(1)?, version: row.get(2)? })
}

/// Every unit, by name.
///
/// # Errors
/// When the store fails.
pub fn all(tx: &mut Tx<'_>) -> Result<Vec<Unit>, StoreError> {
    let municipality = tx.municipality();
    let sql = "SELECT id, name, version FROM unit WHERE municipality = $1 ORDER BY name, id";
    tx.query(sql, params![municipality])?.iter().map(unit).collect()
}

/// Adds a unit.
///
/// # Errors
/// [`StoreError::Constraint`] when there is a unit of that name.
pub fn insert(tx: &mut Tx<'_>, id: &str, name: &str) -> Result<(), StoreError> {
    let municipality = tx.municipality();
    tx.execute(
        "INSERT INTO unit (municipality, id, name, version) VALUES ($1, $2, $3, 1)",
        params![municipality, id, name],
    )?;
    Ok(())
}

/// Gives a unit another name; `false` when somebody else saved first.
///
/// # Errors
/// [`StoreError::Constraint`] when there is a unit of that name.
pub fn rename(tx: &mut Tx<'_>, changed: &Unit) -> Result<bool, StoreError> {
    let municipality = tx.municipality();
    let touched = tx.execute(
        "UPDATE unit SET name = $3, version = version + 1 WHERE municipality = $1 AND id = $2 AND version = $4",
        params![municipality, &changed.id, &changed.name, changed.version],
    )?;
    Ok(touched == 1)
}
