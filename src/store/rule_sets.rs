//! The municipality's rule sets with all their revisions.

use super::{Row, StoreError, Tx};
use crate::clock::Instant;
use crate::params;
use housing::Date;

/// A revision of the rules that hold from a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredRuleSet {
    pub id: String,
    pub valid_from: Date,
    /// From 1; of those with the same first day the newest holds.
    pub revision: i64,
    pub name: String,
    /// TOML.
    pub body: String,
    pub officer: String,
    pub at: i64,
}

/// What a revision is read from, in the order of [`rule_set`].
pub(super) const COLUMNS: &str = "id, valid_from, revision, name, body, officer, at";

/// A revision, as [`COLUMNS`] names its parts.
pub(super) fn rule_set(row: &Row) -> Result<StoredRuleSet, StoreError> {
    Ok(StoredRuleSet {
        id: row.get(0)?,
        valid_from: row.get(1)?,
        revision: row.get(2)?,
        name: row.get(3)?,
        body: row.get(4)?,
        officer: row.get(5)?,
        at: row.get(6)?,
    })
}

/// Every revision, the newest rules and revision first.
///
/// # Errors
/// When the store fails.
pub fn all(tx: &mut Tx<'_>) -> Result<Vec<StoredRuleSet>, StoreError> {
    let municipality = tx.municipality();
    let sql = format!("SELECT {COLUMNS} FROM rule_set WHERE municipality = $1 ORDER BY valid_from DESC, revision DESC");
    tx.query(&sql, params![municipality])?.iter().map(rule_set).collect()
}

/// The revision with this id.
///
/// # Errors
/// When the store fails.
pub fn find(tx: &mut Tx<'_>, id: &str) -> Result<Option<StoredRuleSet>, StoreError> {
    let municipality = tx.municipality();
    let sql = format!("SELECT {COLUMNS} FROM rule_set WHERE municipality = $1 AND id = $2");
    tx.query_one(&sql, params![municipality, id])?.as_ref().map(rule_set).transpose()
}

/// The rules that hold on a day; `None` before the first.
///
/// # Errors
/// When the store fails.
pub fn in_force(tx: &mut Tx<'_>, day: Date) -> Result<Option<StoredRuleSet>, StoreError> {
    let municipality = tx.municipality();
    let sql = format!(
        "SELECT {COLUMNS} FROM rule_set WHERE municipality = $1 AND valid_from <= $2 \
         ORDER BY valid_from DESC, revision DESC LIMIT 1"
    );
    tx.query_one(&sql, params![municipality, day])?.as_ref().map(rule_set).transpose()
}

/// The rules that held on a day as they stood at an instant: without those that were saved later.
///
/// # Errors
/// When the store fails.
pub fn in_force_at(tx: &mut Tx<'_>, day: Date, at: Instant) -> Result<Option<StoredRuleSet>, StoreError> {
    let municipality = tx.municipality();
    let sql = format!(
        "SELECT {COLUMNS} FROM rule_set WHERE municipality = $1 AND valid_from <= $2 AND at <= $3 \
         ORDER BY valid_from DESC, revision DESC LIMIT 1"
    );
    tx.query_one(&sql, params![municipality, day, at])?.as_ref().map(rule_set).transpose()
}

/// Adds a revision.
///
/// # Errors
/// [`StoreError::Constraint`] when somebody has added the same revision.
pub fn insert(tx: &mut Tx<'_>, new: &StoredRuleSet) -> Result<(), StoreError> {
    let municipality = tx.municipality();
    tx.execute(
        "INSERT INTO rule_set (municipality, id, valid_from, revision, name, body, officer, at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        params![municipality, &new.id, new.valid_from, new.revision, &new.name, &new.body, &new.officer, new.at],
    )?;
    Ok(())
}
