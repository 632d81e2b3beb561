//! The municipality's delegation with all its revisions.

use super::{Row, StoreError, Tx};
use crate::params;
use housing::Date;

/// A revision of the delegation that holds from a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredDelegation {
    pub id: String,
    pub valid_from: Date,
    /// From 1; of those with the same first day the newest holds.
    pub revision: i64,
    /// Who decided it and when.
    pub source: String,
    /// JSON.
    pub body: String,
    pub officer: String,
    pub at: i64,
}

/// What a revision is read from, in the order of [`delegation`].
const COLUMNS: &str = "id, valid_from, revision, source, body, officer, at";

fn delegation(row: &Row) -> Result<StoredDelegation, StoreError> {
    Ok(StoredDelegation {
        id: row.get(0)?,
        valid_from: row.get(1)?,
        revision: row.get(2)?,
        source: row.get(3)?,
        body: row.get(4)?,
        officer: row.get(5)?,
        at: row.get(6)?,
    })
}

/// Every revision, the newest day and revision first.
///
/// # Errors
/// When the store fails.
pub fn all(tx: &mut Tx<'_>) -> Result<Vec<StoredDelegation>, StoreError> {
    let municipality = tx.municipality();
    let sql =
        format!("SELECT {COLUMNS} FROM delegation WHERE municipality = $1 ORDER BY valid_from DESC, revision DESC");
    tx.query(&sql, params![municipality])?.iter().map(delegation).collect()
}

/// The revision that holds on a day; `None` before the first.
///
/// # Errors
/// When the store fails.
pub fn in_force(tx: &mut Tx<'_>, day: Date) -> Result<Option<StoredDelegation>, StoreError> {
    let municipality = tx.municipality();
    let sql = format!(
        "SELECT {COLUMNS} FROM delegation WHERE municipality = $1 AND valid_from <= $2 \
         ORDER BY valid_from DESC, revision DESC LIMIT 1"
    );
    tx.query_one(&sql, params![municipality, day])?.as_ref().map(delegation).transpose()
}

/// Adds a revision.
///
/// # Errors
/// [`StoreError::Constraint`] when somebody has added the same revision.
pub fn insert(tx: &mut Tx<'_>, new: &StoredDelegation) -> Result<(), StoreError> {
    let municipality = tx.municipality();
    tx.execute(
        "INSERT INTO delegation (municipality, id, valid_from, revision, source, body, officer, at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        params![municipality, &new.id, new.valid_from, new.revision, &new.source, &new.body, &new.officer, new.at],
    )?;
    Ok(())
}
