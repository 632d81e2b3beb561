//! Appeals on decisions, each with its steps.

use super::{Row, StoreError, Tx};
use crate::clock::Instant;
use crate::params;
use housing::Date;

/// An appeal on the register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Appeal {
    pub id: String,
    pub case: String,
    pub decision: String,
    /// The first on the decision is 1.
    pub position: i64,
    /// The day it reached the municipality.
    pub received: Date,
    /// The word of where it stands, as [`housing::appeals::AppealState::word`] says it.
    pub state: String,
    pub handler: Option<String>,
    /// The appeal as the rules know it: JSON.
    pub progress: String,
    /// What the party wrote: encrypted JSON.
    pub told: Vec<u8>,
    pub open: bool,
    pub version: i64,
    /// The letter that told of its dismissal, or of its result.
    pub letter: Option<String>,
    /// The earlier appeal in the case whose dismissal this one is on.
    pub dismissal_of: Option<String>,
}

/// One step of an appeal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    pub at: Instant,
    pub day: Date,
    pub officer: String,
    pub state: String,
    /// JSON.
    pub facts: String,
}

/// Every column of an appeal, in the order [`appeal`] reads them.
const COLUMNS: &str = "id, housing_case, decision, position, received, state, handler, progress, told, is_open, version, letter, dismissal_of";

fn appeal(row: &Row) -> Result<Appeal, StoreError> {
    Ok(Appeal {
        id: row.get(0)?,
        case: row.get(1)?,
        decision: row.get(2)?,
        position: row.get(3)?,
        received: row.get(4)?,
        state: row.get(5)?,
        handler: row.get(6)?,
        progress: row.get(7)?,
        told: row.get(8)?,
        open: row.get(9)?,
        version: row.get(10)?,
        letter: row.get(11)?,
        dismissal_of: row.get(12)?,
    })
}

/// The appeal with this id.
///
/// # Errors
/// When the store fails.
pub fn find(tx: &mut Tx<'_>, id: &str) -> Result<Option<Appeal>, StoreError> {
    let municipality = tx.municipality();
    let sql = format!("SELECT {COLUMNS} FROM appeal WHERE municipality = $1 AND id = $2");
    tx.query_one(&sql, params![municipality, id])?.as_ref().map(appeal).transpose()
}

/// The appeals in a case, the newest first.
///
/// # Errors
/// When the store fails.
pub fn of_case(tx: &mut Tx<'_>, case: &str) -> Result<Vec<Appeal>, StoreError> {
    let municipality = tx.municipality();
    let sql = format!(
        "SELECT {COLUMNS} FROM appeal WHERE municipality = $1 AND housing_case = $2 ORDER BY received DESC, id DESC"
    );
    tx.query(&sql, params![municipality, case])?.iter().map(appeal).collect()
}

/// An appeal that is not finished, and who has its case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unfinished {
    pub appeal: Appeal,
    pub officer: Option<String>,
    pub unit: Option<String>,
}

/// The appeals that are not finished, the oldest first; without those of strictly protected people when
/// `only_open` is asked for.
///
/// # Errors
/// When the store fails.
pub fn unfinished(tx: &mut Tx<'_>, only_open: bool) -> Result<Vec<Unfinished>, StoreError> {
    let municipality = tx.municipality();
    let sql = "SELECT a.id, a.housing_case, a.decision, a.position, a.received, a.state, a.handler, a.progress, \
         a.told, a.is_open, a.version, a.letter, a.dismissal_of, c.officer, c.unit \
         FROM appeal a JOIN housing_case c ON c.municipality = a.municipality AND c.id = a.housing_case \
         JOIN person p ON p.municipality = c.municipality AND p.id = c.applicant \
         WHERE a.municipality = $1 AND a.is_open = 1 AND (CAST($2 AS BIGINT) = 0 OR (c.restricted = 0 AND p.restricted = 0)) \
         ORDER BY a.received, a.id";
    let read = |row: &Row| Ok(Unfinished { appeal: appeal(row)?, officer: row.get(13)?, unit: row.get(14)? });
    tx.query(sql, params![municipality, i64::from(only_open)])?.iter().map(read).collect()
}

/// Adds an appeal (`version` is not read).
///
/// # Errors
/// When the store fails.
pub fn insert(tx: &mut Tx<'_>, new: &Appeal) -> Result<(), StoreError> {
    let municipality = tx.municipality();
    tx.execute(
        "INSERT INTO appeal (municipality, id, housing_case, decision, position, received, state, handler, progress, \
         told, is_open, letter, dismissal_of, version) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, 1)",
        params![
            municipality,
            &new.id,
            &new.case,
            &new.decision,
            new.position,
            new.received,
            &new.state,
            new.handler.clone(),
            &new.progress,
            new.told.clone(),
            new.open,
            new.letter.clone(),
            new.dismissal_of.clone()
        ],
    )?;
    Ok(())
}

/// Saves a changed appeal. `false` when somebody else saved first.
///
/// # Errors
/// When the store fails.
pub fn update(tx: &mut Tx<'_>, changed: &Appeal) -> Result<bool, StoreError> {
    let municipality = tx.municipality();
    let touched = tx.execute(
        "UPDATE appeal SET state = $3, handler = $4, progress = $5, told = $6, is_open = $7, letter = $9, \
         version = version + 1 WHERE municipality = $1 AND id = $2 AND version = $8",
        params![
            municipality,
            &changed.id,
            &changed.state,
            changed.handler.clone(),
            &changed.progress,
            changed.told.clone(),
            changed.open,
            changed.version,
            changed.letter.clone()
        ],
    )?;
    Ok(touched == 1)
}

/// Adds a step after those that are there.
///
/// # Errors
/// When the store fails.
pub fn add_step(tx: &mut Tx<'_>, appeal: &str, step: &Step) -> Result<(), StoreError> {
    let municipality = tx.municipality();
    tx.execute(
        "INSERT INTO appeal_step (municipality, appeal, position, at, day, officer, state, facts) \
         SELECT $1, $2, coalesce(max(position), 0) + 1, $3, $4, $5, $6, $7 FROM appeal_step \
         WHERE municipality = $1 AND appeal = $2",
        params![municipality, appeal, step.at, step.day, &step.officer, &step.state, &step.facts],
    )?;
    Ok(())
}

/// Every step of an appeal, the oldest first.
///
/// # Errors
/// When the store fails.
pub fn steps(tx: &mut Tx<'_>, appeal: &str) -> Result<Vec<Step>, StoreError> {
    let municipality = tx.municipality();
    let sql = "SELECT at, day, officer, state, facts FROM appeal_step \
               WHERE municipality = $1 AND appeal = $2 ORDER BY position";
    let rows = tx.query(sql, params![municipality, appeal])?;
    let step = |row: &Row| {
        Ok(Step { at: row.get(0)?, day: row.get(1)?, officer: row.get(2)?, state: row.get(3)?, facts: row.get(4)? })
    };
    rows.iter().map(step).collect()
}
