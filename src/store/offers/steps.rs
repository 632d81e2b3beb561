//! Every step of an offer, with the officer who made it.

use crate::clock::Instant;
use crate::params;
use crate::store::{Row, StoreError, Tx};
use housing::Date;
use housing::offers::OfferStep;

/// One step of an offer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    pub at: Instant,
    pub day: Date,
    pub officer: String,
    pub step: OfferStep,
    /// JSON.
    pub facts: String,
    /// What was said about it: encrypted.
    pub note: Option<Vec<u8>>,
}

/// Adds a step after those that are there; the answer is its position, which its note is bound to.
///
/// # Errors
/// When the store fails.
pub fn add_step(tx: &mut Tx<'_>, offer: &str, position: i64, step: Step) -> Result<(), StoreError> {
    let municipality = tx.municipality();
    tx.execute(
        "INSERT INTO offer_step (municipality, offer, position, at, day, officer, step, facts, note) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        params![
            municipality,
            offer,
            position,
            step.at,
            step.day,
            step.officer,
            step.step.code(),
            step.facts,
            step.note
        ],
    )?;
    Ok(())
}

/// Every step of an offer, the oldest first: the first has position 1.
///
/// # Errors
/// When the store fails.
pub fn steps(tx: &mut Tx<'_>, offer: &str) -> Result<Vec<Step>, StoreError> {
    let municipality = tx.municipality();
    let sql = "SELECT at, day, officer, step, facts, note FROM offer_step \
               WHERE municipality = $1 AND offer = $2 ORDER BY position";
    let rows = tx.query(sql, params![municipality, offer])?;
    let step = |row: &Row| {
        Ok(Step {
            at: row.get(0)?,
            day: row.get(1)?,
            officer: row.get(2)?,
            step: row.get::<String>(3)?.parse()?,
            facts: row.get(4)?,
            note: row.get(5)?,
        })
    };
    rows.iter().map(step).collect()
}
