//! Decisions that somebody is to look at again.

use crate::params;
use crate::store::{Row, StoreError, Tx};
use housing::Date;

/// A decision whose day of review has come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ToReview {
    pub case: String,
    /// Whoever has the case.
    pub officer: Option<String>,
    /// The unit that has the case.
    pub unit: Option<String>,
    pub on: Date,
}

/// The decisions that stand and were to be looked at again by a day, the longest waiting first; without those of
/// strictly protected people when `only_open` is asked for.
///
/// # Errors
/// When the store fails.
pub fn to_review(tx: &mut Tx<'_>, by: Date, only_open: bool) -> Result<Vec<ToReview>, StoreError> {
    let municipality = tx.municipality();
    let sql = "SELECT d.housing_case, c.officer, c.unit, d.review_on FROM decision d \
         JOIN housing_case c ON c.municipality = d.municipality AND c.id = d.housing_case \
         JOIN person p ON p.municipality = c.municipality AND p.id = c.applicant \
         WHERE d.municipality = $1 AND d.stands = 1 AND d.review_on <= $2 \
         AND (CAST($3 AS BIGINT) = 0 OR (c.restricted = 0 AND p.restricted = 0)) ORDER BY d.review_on, d.id";
    let read = |row: &Row| Ok(ToReview { case: row.get(0)?, officer: row.get(1)?, unit: row.get(2)?, on: row.get(3)? });
    tx.query(sql, params![municipality, by, i64::from(only_open)])?.iter().map(read).collect()
}
