//! Every time a meeting was solved: the exact problem, its answer and the program.

use crate::params;
use crate::store::{Row, StoreError, Tx};

/// A problem and its answer, to the byte.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// From 1.
    pub position: i64,
    pub officer: String,
    pub at: i64,
    /// The version of the meeting it was solved for: a choice that came later is not in it.
    pub meeting_version: i64,
    /// The version of the program that found the answer.
    pub program: String,
    pub problem: String,
    pub answer: String,
}

const COLUMNS: &str = "position, officer, at, program, problem, answer, meeting_version";

fn run(row: &Row) -> Result<Run, StoreError> {
    Ok(Run {
        position: row.get(0)?,
        officer: row.get(1)?,
        at: row.get(2)?,
        program: row.get(3)?,
        problem: row.get(4)?,
        answer: row.get(5)?,
        meeting_version: row.get(6)?,
    })
}

/// The newest run of a meeting.
///
/// # Errors
/// When the store fails.
pub fn last_run(tx: &mut Tx<'_>, meeting: &str) -> Result<Option<Run>, StoreError> {
    let municipality = tx.municipality();
    let sql = format!(
        "SELECT {COLUMNS} FROM allocation_run WHERE municipality = $1 AND meeting = $2 ORDER BY position DESC LIMIT 1"
    );
    tx.query_one(&sql, params![municipality, meeting])?.as_ref().map(run).transpose()
}

/// The newest run of a meeting that answers another problem: what the plan was before the last thing was laid down.
///
/// # Errors
/// When the store fails.
pub fn last_run_of_another(tx: &mut Tx<'_>, meeting: &str, problem: &str) -> Result<Option<Run>, StoreError> {
    let municipality = tx.municipality();
    let sql = format!(
        "SELECT {COLUMNS} FROM allocation_run WHERE municipality = $1 AND meeting = $2 AND problem <> $3 \
         ORDER BY position DESC LIMIT 1"
    );
    tx.query_one(&sql, params![municipality, meeting, problem])?.as_ref().map(run).transpose()
}

/// One run of a meeting.
///
/// # Errors
/// When the store fails.
pub fn find_run(tx: &mut Tx<'_>, meeting: &str, position: i64) -> Result<Option<Run>, StoreError> {
    let municipality = tx.municipality();
    let sql =
        format!("SELECT {COLUMNS} FROM allocation_run WHERE municipality = $1 AND meeting = $2 AND position = $3");
    tx.query_one(&sql, params![municipality, meeting, position])?.as_ref().map(run).transpose()
}

/// Adds a run.
///
/// # Errors
/// [`StoreError::Constraint`] when the position is taken.
pub fn add_run(tx: &mut Tx<'_>, meeting: &str, new: &Run) -> Result<(), StoreError> {
    let municipality = tx.municipality();
    tx.execute(
        "INSERT INTO allocation_run (municipality, meeting, position, officer, at, program, problem, answer, \
         meeting_version) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        params![
            municipality,
            meeting,
            new.position,
            &new.officer,
            new.at,
            &new.program,
            &new.problem,
            &new.answer,
            new.meeting_version
        ],
    )?;
    Ok(())
}
