//! The what-ifs of a meeting: what was changed, the exact problem, its answer and the program.

use crate::params;
use crate::store::{Row, StoreError, Tx};

/// A what-if, to the byte.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WhatIf {
    /// From 1.
    pub position: i64,
    /// The run of the meeting that it is held against.
    pub run: i64,
    /// JSON.
    pub changes: String,
    pub officer: String,
    pub at: i64,
    /// The version of the program that found the answer.
    pub program: String,
    pub problem: String,
    pub answer: String,
}

const COLUMNS: &str = "position, run, changes, officer, at, program, problem, answer";

fn what_if(row: &Row) -> Result<WhatIf, StoreError> {
    Ok(WhatIf {
        position: row.get(0)?,
        run: row.get(1)?,
        changes: row.get(2)?,
        officer: row.get(3)?,
        at: row.get(4)?,
        program: row.get(5)?,
        problem: row.get(6)?,
        answer: row.get(7)?,
    })
}

/// The what-ifs of a meeting, the newest first.
///
/// # Errors
/// When the store fails.
pub fn what_ifs(tx: &mut Tx<'_>, meeting: &str) -> Result<Vec<WhatIf>, StoreError> {
    let municipality = tx.municipality();
    let sql = format!(
        "SELECT {COLUMNS} FROM allocation_what_if WHERE municipality = $1 AND meeting = $2 ORDER BY position DESC"
    );
    tx.query(&sql, params![municipality, meeting])?.iter().map(what_if).collect()
}

/// One what-if of a meeting.
///
/// # Errors
/// When the store fails.
pub fn find_what_if(tx: &mut Tx<'_>, meeting: &str, position: i64) -> Result<Option<WhatIf>, StoreError> {
    let municipality = tx.municipality();
    let sql =
        format!("SELECT {COLUMNS} FROM allocation_what_if WHERE municipality = $1 AND meeting = $2 AND position = $3");
    tx.query_one(&sql, params![municipality, meeting, position])?.as_ref().map(what_if).transpose()
}

/// Adds a what-if.
///
/// # Errors
/// [`StoreError::Constraint`] when the position is taken.
pub fn add_what_if(tx: &mut Tx<'_>, meeting: &str, new: &WhatIf) -> Result<(), StoreError> {
    let municipality = tx.municipality();
    tx.execute(
        "INSERT INTO allocation_what_if (municipality, meeting, position, run, changes, officer, at, program, problem, \
         answer) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        params![
            municipality,
            meeting,
            new.position,
            new.run,
            &new.changes,
            &new.officer,
            new.at,
            &new.program,
            &new.problem,
            &new.answer
        ],
    )?;
    Ok(())
}
