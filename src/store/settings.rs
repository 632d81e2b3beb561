//! Small settings kept with the facts: the municipality's name, the key's mark.

use super::{StoreError, Tx};
use crate::params;

/// A setting, if it has been made.
///
/// # Errors
/// When the store fails.
pub fn get(tx: &mut Tx<'_>, name: &str) -> Result<Option<String>, StoreError> {
    let municipality = tx.municipality();
    let row =
        tx.query_one("SELECT value FROM setting WHERE municipality = $1 AND name = $2", params![municipality, name])?;
    row.map(|row| row.get(0)).transpose()
}

/// Makes or changes a setting.
///
/// # Errors
/// When the store fails.
pub fn set(tx: &mut Tx<'_>, name: &str, value: &str) -> Result<(), StoreError> {
    let municipality = tx.municipality();
    tx.execute(
        "INSERT INTO setting (municipality, name, value) VALUES ($1, $2, $3) \
         ON CONFLICT (municipality, name) DO UPDATE SET value = excluded.value",
        params![municipality, name, value],
    )?;
    Ok(())
}

/// Makes the municipality, once.
///
/// # Errors
/// [`StoreError::Constraint`] when it is there already.
pub fn found_municipality(tx: &mut Tx<'_>, name: &str, now: i64) -> Result<(), StoreError> {
    let municipality = tx.municipality();
    tx.execute(
        "INSERT INTO municipality (id, name, created_at) VALUES ($1, $2, $3)",
        params![municipality, name, now],
    )?;
    Ok(())
}

/// The municipality's name, `None` before it is founded.
///
/// # Errors
/// When the store fails.
pub fn municipality_name(tx: &mut Tx<'_>) -> Result<Option<String>, StoreError> {
    let municipality = tx.municipality();
    let row = tx.query_one("SELECT name FROM municipality WHERE id = $1", params![municipality])?;
    row.map(|row| row.get(0)).transpose()
}
