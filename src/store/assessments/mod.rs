//! What applications are assessed on, as far as the register does not know it already.

mod judgements;
mod open;
mod waiting;

pub use judgements::{SealedJudgement, judge, judgements};
pub use open::{OpenApplication, open};
pub use waiting::{SealedMove, WaitingApplication, next_move, record_move, waiting_for_home};

use super::{StoreError, Tx};
use crate::params;
use housing::Date;
use housing::assessment::CaseFacts;

/// What somebody has recorded of an application's facts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordedFacts {
    pub facts: CaseFacts,
    pub day: Date,
    pub officer: String,
    pub at: i64,
}

/// The facts of an application as they have been recorded, the newest first.
///
/// # Errors
/// When the store fails.
pub fn facts(tx: &mut Tx<'_>, application: &str) -> Result<Vec<RecordedFacts>, StoreError> {
    let municipality = tx.municipality();
    let sql = "SELECT facts, day, officer, at FROM case_facts WHERE municipality = $1 AND application = $2 \
               ORDER BY position DESC";
    let rows = tx.query(sql, params![municipality, application])?;
    let recorded = |row: &super::Row| {
        let facts = read_facts(&row.get::<String>(0)?)?;
        Ok(RecordedFacts { facts, day: row.get(1)?, officer: row.get(2)?, at: row.get(3)? })
    };
    rows.iter().map(recorded).collect()
}

/// Adds what was recorded; from now on it is the newest.
///
/// # Errors
/// When the store fails.
pub fn record_facts(tx: &mut Tx<'_>, application: &str, new: &RecordedFacts) -> Result<(), StoreError> {
    let municipality = tx.municipality();
    tx.execute(
        "UPDATE case_facts SET newest = 0 WHERE municipality = $1 AND application = $2 AND newest = 1",
        params![&municipality, application],
    )?;
    let sql = "SELECT coalesce(max(position), 0) + 1 FROM case_facts WHERE municipality = $1 AND application = $2";
    let row = tx.query_one(sql, params![&municipality, application])?;
    let position: i64 = row.map_or(Ok(1), |row| row.get(0))?;
    tx.execute(
        "INSERT INTO case_facts (municipality, application, position, newest, day, officer, at, facts) \
         VALUES ($1, $2, $3, 1, $4, $5, $6, $7)",
        params![municipality, application, position, new.day, &new.officer, new.at, written(&new.facts)],
    )?;
    Ok(())
}

fn written(facts: &CaseFacts) -> String {
    serde_json::to_string(facts).expect("facts of a case can be written as JSON")
}

fn read_facts(text: &str) -> Result<CaseFacts, StoreError> {
    serde_json::from_str(text).map_err(|_| StoreError::WrongType { index: 0, wanted: "facts of a case" })
}
