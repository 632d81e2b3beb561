//! The secret addresses under which officers' deadlines can be read.

use super::{StoreError, Tx};
use crate::clock::Instant;
use crate::params;

/// When the officer's address was made; `None` when there is none.
///
/// # Errors
/// When the store fails.
pub fn made_at(tx: &mut Tx<'_>, officer: &str) -> Result<Option<Instant>, StoreError> {
    let municipality = tx.municipality();
    let sql = "SELECT made_at FROM calendar_feed WHERE municipality = $1 AND officer = $2";
    tx.query_one(sql, params![municipality, officer])?.map(|row| row.get(0)).transpose()
}

/// Makes the officer's address; an older one no longer works.
///
/// # Errors
/// When the store fails.
pub fn put(tx: &mut Tx<'_>, officer: &str, token_hash: &str, now: Instant) -> Result<(), StoreError> {
    let municipality = tx.municipality();
    tx.execute(
        "INSERT INTO calendar_feed (municipality, officer, token_hash, made_at) VALUES ($1, $2, $3, $4) \
         ON CONFLICT (municipality, officer) DO UPDATE SET token_hash = excluded.token_hash, made_at = excluded.made_at",
        params![municipality, officer, token_hash, now],
    )?;
    Ok(())
}

/// Takes the officer's address away.
///
/// # Errors
/// When the store fails.
pub fn remove(tx: &mut Tx<'_>, officer: &str) -> Result<(), StoreError> {
    let municipality = tx.municipality();
    let sql = "DELETE FROM calendar_feed WHERE municipality = $1 AND officer = $2";
    tx.execute(sql, params![municipality, officer])?;
    Ok(())
}

/// Whose address it is.
///
/// # Errors
/// When the store fails.
pub fn officer_of(tx: &mut Tx<'_>, token_hash: &str) -> Result<Option<String>, StoreError> {
    let municipality = tx.municipality();
    let sql = "SELECT officer FROM calendar_feed WHERE municipality = $1 AND token_hash = $2";
    tx.query_one(sql, params![municipality, token_hash])?.map(|row| row.get(0)).transpose()
}
