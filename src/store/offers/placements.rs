//! The placements of allocation meetings, as far as offers follow from them.

use crate::params;
use crate::store::{Row, StoreError, Tx};
use std::collections::HashMap;

/// A home that a meeting has given to a household and that is not offered, or not answered, yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placement {
    pub dwelling: String,
    /// The application it answers; `None` for a tenant who moves without one.
    pub application: Option<String>,
    pub meeting: String,
    /// Its place in the meeting's order of moves.
    pub step: i64,
    /// The home that the household leaves.
    pub vacates: Option<String>,
}

/// Every open placement, by the home it gives.
///
/// # Errors
/// When the store fails.
pub fn placements(tx: &mut Tx<'_>) -> Result<HashMap<String, Placement>, StoreError> {
    let municipality = tx.municipality();
    let sql = "SELECT dwelling, application, meeting, step, from_dwelling FROM allocation_placement \
               WHERE municipality = $1 AND is_open = 1";
    let by_home = |row: &Row| read(row).map(|placement| (placement.dwelling.clone(), placement));
    tx.query(sql, params![municipality])?.iter().map(by_home).collect()
}

fn read(row: &Row) -> Result<Placement, StoreError> {
    Ok(Placement {
        dwelling: row.get(0)?,
        application: row.get(1)?,
        meeting: row.get(2)?,
        step: row.get(3)?,
        vacates: row.get(4)?,
    })
}

/// An open placement, and the household it gives the home.
///
/// # Errors
/// When the store fails.
pub fn placement(tx: &mut Tx<'_>, id: &str) -> Result<Option<(Placement, String)>, StoreError> {
    let municipality = tx.municipality();
    let sql = "SELECT dwelling, application, meeting, step, from_dwelling, household FROM allocation_placement \
               WHERE municipality = $1 AND id = $2 AND is_open = 1";
    let row = tx.query_one(sql, params![municipality, id])?;
    row.as_ref().map(|row| Ok((read(row)?, row.get(5)?))).transpose()
}

/// Ties an open placement to the application that it answers; `false` when it answers one already.
///
/// # Errors
/// When the store fails.
pub fn set_application(tx: &mut Tx<'_>, id: &str, application: &str) -> Result<bool, StoreError> {
    let municipality = tx.municipality();
    let touched = tx.execute(
        "UPDATE allocation_placement SET application = $3, version = version + 1 \
         WHERE municipality = $1 AND id = $2 AND is_open = 1 AND application IS NULL",
        params![municipality, id, application],
    )?;
    Ok(touched == 1)
}

/// The placement of an application in a home has come to its end: a tenancy, or nothing.
///
/// # Errors
/// When the store fails.
pub fn end_placement(tx: &mut Tx<'_>, application: &str, dwelling: &str) -> Result<(), StoreError> {
    let municipality = tx.municipality();
    tx.execute(
        "UPDATE allocation_placement SET is_open = 0, version = version + 1 \
         WHERE municipality = $1 AND application = $2 AND dwelling = $3 AND is_open = 1",
        params![municipality, application, dwelling],
    )?;
    Ok(())
}
