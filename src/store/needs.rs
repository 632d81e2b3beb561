//! What was found about a household's needs, each finding as it was on its day.

use super::{Row, StoreError, Tx};
use crate::params;
use housing::Date;

/// A finding; its content is sealed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SealedFinding {
    pub id: String,
    pub household: String,
    pub application: String,
    /// The office's word for what it is about.
    pub kind: String,
    pub day: Date,
    pub officer: String,
    pub at: i64,
    pub content: Vec<u8>,
}

/// Every column of a finding, in the order [`finding`] reads them.
pub(super) const COLUMNS: &str = "id, household, application, kind, day, officer, at, content";

pub(super) fn finding(row: &Row) -> Result<SealedFinding, StoreError> {
    Ok(SealedFinding {
        id: row.get(0)?,
        household: row.get(1)?,
        application: row.get(2)?,
        kind: row.get(3)?,
        day: row.get(4)?,
        officer: row.get(5)?,
        at: row.get(6)?,
        content: row.get(7)?,
    })
}

/// Everything found about a household, the newest first.
///
/// # Errors
/// When the store fails.
pub fn of_household(tx: &mut Tx<'_>, household: &str) -> Result<Vec<SealedFinding>, StoreError> {
    let municipality = tx.municipality();
    let sql = format!(
        "SELECT {COLUMNS} FROM need_record WHERE municipality = $1 AND household = $2 ORDER BY day DESC, id DESC"
    );
    tx.query(&sql, params![municipality, household])?.iter().map(finding).collect()
}

/// Adds a finding.
///
/// # Errors
/// When the store fails.
pub fn insert(tx: &mut Tx<'_>, new: SealedFinding) -> Result<(), StoreError> {
    let municipality = tx.municipality();
    let SealedFinding { id, household, application, kind, day, officer, at, content } = new;
    tx.execute(
        "INSERT INTO need_record (municipality, id, household, application, kind, day, officer, at, content) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        params![municipality, id, household, application, kind, day, officer, at, content],
    )?;
    Ok(())
}
