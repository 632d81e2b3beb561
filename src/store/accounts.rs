//! Officers, their units and their local accounts.

use super::{Row, StoreError, Tx};
use crate::access::Role;
use crate::params;

/// Somebody who works here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Officer {
    pub id: String,
    pub login: String,
    pub name: String,
    pub role: Role,
    pub unit: Option<String>,
    /// In the named group that may tie strictly protected persons to homes (`L7.2`).
    pub sees_protected: bool,
    /// `nb`, `nn` or `en`.
    pub language: String,
    /// May no longer log in.
    pub closed: bool,
    pub version: i64,
}

/// A password as it is kept, and whether it must be changed before anything else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LocalAccount {
    pub password_hash: String,
    pub must_change: bool,
}

const COLUMNS: &str = "id, login, name, role, unit, sees_protected, language, closed, version";

fn officer(row: &Row) -> Result<Officer, StoreError> {
    let role: String = row.get(3)?;
    Ok(Officer {
        id: row.get(0)?,
        login: row.get(1)?,
        name: row.get(2)?,
        role: Role::from_code(&role).ok_or(StoreError::Corrupt { what: "role", found: role })?,
        unit: row.get(4)?,
        sees_protected: row.get(5)?,
        language: row.get(6)?,
        closed: row.get(7)?,
        version: row.get(8)?,
    })
}

/// Everybody who works or worked here, by name.
///
/// # Errors
/// When the store fails.
pub fn officers(tx: &mut Tx<'_>) -> Result<Vec<Officer>, StoreError> {
    let municipality = tx.municipality();
    let sql = format!("SELECT {COLUMNS} FROM officer WHERE municipality = $1 ORDER BY closed, name, id");
    tx.query(&sql, params![municipality])?.iter().map(officer).collect()
}

/// The officer with this id.
///
/// # Errors
/// When the store fails.
pub fn find(tx: &mut Tx<'_>, id: &str) -> Result<Option<Officer>, StoreError> {
    let municipality = tx.municipality();
    let sql = format!("SELECT {COLUMNS} FROM officer WHERE municipality = $1 AND id = $2");
    tx.query_one(&sql, params![municipality, id])?.as_ref().map(officer).transpose()
}

/// The officer who logs in as `login`.
///
/// # Errors
/// When the store fails.
pub fn find_by_login(tx: &mut Tx<'_>, login: &str) -> Result<Option<Officer>, StoreError> {
    let municipality = tx.municipality();
    let sql = format!("SELECT {COLUMNS} FROM officer WHERE municipality = $1 AND login = $2");
    tx.query_one(&sql, params![municipality, login])?.as_ref().map(officer).transpose()
}

/// Adds an officer.
///
/// # Errors
/// [`StoreError::Constraint`] when the login is taken.
pub fn insert(tx: &mut Tx<'_>, new: &Officer) -> Result<(), StoreError> {
    let municipality = tx.municipality();
    tx.execute(
        "INSERT INTO officer (municipality, id, login, name, role, unit, sees_protected, language, closed, version) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 1)",
        params![
            municipality,
            &new.id,
            &new.login,
            &new.name,
            new.role.code(),
            new.unit.clone(),
            new.sees_protected,
            &new.language,
            new.closed
        ],
    )?;
    Ok(())
}

/// Saves a changed officer; `false` when somebody else saved first.
///
/// # Errors
/// When the store fails.
pub fn update(tx: &mut Tx<'_>, changed: &Officer) -> Result<bool, StoreError> {
    let municipality = tx.municipality();
    let touched = tx.execute(
        "UPDATE officer SET name = $3, role = $4, unit = $5, sees_protected = $6, language = $7, closed = $8, \
         version = version + 1 WHERE municipality = $1 AND id = $2 AND version = $9",
        params![
            municipality,
            &changed.id,
            &changed.name,
            changed.role.code(),
            changed.unit.clone(),
            changed.sees_protected,
            &changed.language,
            changed.closed,
            changed.version
        ],
    )?;
    Ok(touched == 1)
}

/// The officer's local account.
///
/// # Errors
/// When the store fails.
pub fn local_account(tx: &mut Tx<'_>, officer: &str) -> Result<Option<LocalAccount>, StoreError> {
    let municipality = tx.municipality();
    let sql = "SELECT password_hash, must_change FROM local_account WHERE municipality = $1 AND officer = $2";
    let row = tx.query_one(sql, params![municipality, officer])?;
    row.map(|row| Ok(LocalAccount { password_hash: row.get(0)?, must_change: row.get(1)? })).transpose()
}

/// Sets the officer's password.
///
/// # Errors
/// When the store fails.
pub fn set_password(tx: &mut Tx<'_>, officer: &str, account: &LocalAccount, now: i64) -> Result<(), StoreError> {
    let municipality = tx.municipality();
    tx.execute(
        "INSERT INTO local_account (municipality, officer, password_hash, must_change, changed_at) \
         VALUES ($1, $2, $3, $4, $5) ON CONFLICT (municipality, officer) DO UPDATE SET \
         password_hash = excluded.password_hash, must_change = excluded.must_change, changed_at = excluded.changed_at",
        params![municipality, officer, &account.password_hash, account.must_change, now],
    )?;
    Ok(())
}
