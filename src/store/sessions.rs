//! Sessions: who is logged in where, until when.

use super::{Row, StoreError, Tx};
use crate::clock::Instant;
use crate::params;

/// Somebody logged in on one device.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    pub token_hash: String,
    pub officer: String,
    /// The token that forms must carry.
    pub csrf: String,
    /// What the browser calls itself, so that people recognise their devices.
    pub client: String,
    pub began_at: Instant,
    pub seen_at: Instant,
    pub ends_at: Instant,
}

const COLUMNS: &str = "token_hash, officer, csrf, client, began_at, seen_at, ends_at";

fn session(row: &Row) -> Result<Session, StoreError> {
    Ok(Session {
        token_hash: row.get(0)?,
        officer: row.get(1)?,
        csrf: row.get(2)?,
        client: row.get(3)?,
        began_at: row.get(4)?,
        seen_at: row.get(5)?,
        ends_at: row.get(6)?,
    })
}

/// The session with this token, ended or not.
///
/// # Errors
/// When the store fails.
pub fn find(tx: &mut Tx<'_>, token_hash: &str) -> Result<Option<Session>, StoreError> {
    let municipality = tx.municipality();
    let sql = format!("SELECT {COLUMNS} FROM session WHERE municipality = $1 AND token_hash = $2");
    tx.query_one(&sql, params![municipality, token_hash])?.as_ref().map(session).transpose()
}

/// An officer's sessions, newest first.
///
/// # Errors
/// When the store fails.
pub fn of_officer(tx: &mut Tx<'_>, officer: &str) -> Result<Vec<Session>, StoreError> {
    let municipality = tx.municipality();
    let sql = format!("SELECT {COLUMNS} FROM session WHERE municipality = $1 AND officer = $2 ORDER BY seen_at DESC");
    tx.query(&sql, params![municipality, officer])?.iter().map(session).collect()
}

/// Begins a session.
///
/// # Errors
/// When the store fails.
pub fn insert(tx: &mut Tx<'_>, new: &Session) -> Result<(), StoreError> {
    let municipality = tx.municipality();
    tx.execute(
        "INSERT INTO session (municipality, token_hash, officer, csrf, client, began_at, seen_at, ends_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        params![
            municipality,
            &new.token_hash,
            &new.officer,
            &new.csrf,
            &new.client,
            new.began_at,
            new.seen_at,
            new.ends_at
        ],
    )?;
    Ok(())
}

/// Moves the session's end.
///
/// # Errors
/// When the store fails.
pub fn extend(tx: &mut Tx<'_>, token_hash: &str, seen_at: Instant, ends_at: Instant) -> Result<(), StoreError> {
    let municipality = tx.municipality();
    tx.execute(
        "UPDATE session SET seen_at = $3, ends_at = $4 WHERE municipality = $1 AND token_hash = $2",
        params![municipality, token_hash, seen_at, ends_at],
    )?;
    Ok(())
}

/// Ends a session.
///
/// # Errors
/// When the store fails.
pub fn delete(tx: &mut Tx<'_>, token_hash: &str) -> Result<(), StoreError> {
    let municipality = tx.municipality();
    tx.execute("DELETE FROM session WHERE municipality = $1 AND token_hash = $2", params![municipality, token_hash])?;
    Ok(())
}

/// Ends every session of an officer but one.
///
/// # Errors
/// When the store fails.
pub fn delete_others(tx: &mut Tx<'_>, officer: &str, keep: &str) -> Result<(), StoreError> {
    let municipality = tx.municipality();
    tx.execute(
        "DELETE FROM session WHERE municipality = $1 AND officer = $2 AND token_hash <> $3",
        params![municipality, officer, keep],
    )?;
    Ok(())
}

/// Forgets sessions that ended before `instant`.
///
/// # Errors
/// When the store fails.
pub fn delete_ended(tx: &mut Tx<'_>, instant: Instant) -> Result<(), StoreError> {
    let municipality = tx.municipality();
    tx.execute("DELETE FROM session WHERE municipality = $1 AND ends_at < $2", params![municipality, instant])?;
    Ok(())
}
