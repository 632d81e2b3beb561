//! What people found on grounds that the rules leave to them.

use crate::params;
use crate::store::{Row, StoreError, Tx};
use housing::Date;
use housing::assessment::Ground;

/// A judgement as it is kept: its reasons are sealed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SealedJudgement {
    /// From 1; the newest of a ground counts.
    pub position: i64,
    pub ground: Ground,
    pub met: bool,
    pub reasons: Vec<u8>,
    pub day: Date,
    pub officer: String,
    pub at: i64,
}

fn judgement(row: &Row) -> Result<SealedJudgement, StoreError> {
    Ok(SealedJudgement {
        position: row.get(0)?,
        ground: row.get::<String>(1)?.parse()?,
        met: row.get(2)?,
        reasons: row.get(3)?,
        day: row.get(4)?,
        officer: row.get(5)?,
        at: row.get(6)?,
    })
}

/// The judgements of a case, oldest first.
///
/// # Errors
/// When the store fails.
pub fn judgements(tx: &mut Tx<'_>, case: &str) -> Result<Vec<SealedJudgement>, StoreError> {
    let municipality = tx.municipality();
    let sql = "SELECT position, ground, met, reasons, day, officer, at FROM ground_judgement \
               WHERE municipality = $1 AND housing_case = $2 ORDER BY position";
    tx.query(sql, params![municipality, case])?.iter().map(judgement).collect()
}

/// Adds a judgement.
///
/// # Errors
/// [`StoreError::Constraint`] when the position is taken.
pub fn judge(tx: &mut Tx<'_>, case: &str, new: SealedJudgement) -> Result<(), StoreError> {
    let municipality = tx.municipality();
    let SealedJudgement { position, ground, met, reasons, day, officer, at } = new;
    tx.execute(
        "INSERT INTO ground_judgement (municipality, housing_case, position, ground, met, reasons, day, officer, at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        params![municipality, case, position, ground.code(), met, reasons, day, officer, at],
    )?;
    Ok(())
}
