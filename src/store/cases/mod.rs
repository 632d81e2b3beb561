//! The cases that applications open, each with its own kind, clock and appeal body.

mod handovers;
mod holds;

pub use handovers::{Handover, hand_over, handovers, record_handover};
pub use holds::{Hold, end_hold, holds, put_on_hold};

use super::{Row, StoreError, Tx};
use crate::{params, values};
use housing::Date;
use housing::decisions::DecisionKind;

/// A case on the register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    pub id: String,
    pub application: String,
    /// Shown after the application's number: `2026/00417-2`.
    pub position: i64,
    pub kind: DecisionKind,
    pub applicant: String,
    pub household: String,
    /// The day it reached the municipality, whatever unit it reached first (`L1.2`).
    pub received: Date,
    pub unit: Option<String>,
    pub officer: Option<String>,
    /// The day the interim answer promised a decision by.
    pub promised: Option<Date>,
    pub interim_sent: Option<Date>,
    /// The day it was closed; `None` while it is open.
    pub closed: Option<Date>,
    /// How it ended: the code of the decision's outcome, or a word for another end.
    pub closed_as: Option<String>,
    /// A member's address is strictly confidential (`L7.3`).
    pub restricted: bool,
    pub version: i64,
}

/// `housing_case.open_until` of one that is open: no day comes after it.
pub(super) const STILL_OPEN: Date = Date::constant(9999, 12, 31);

/// Every column of a case, in the order [`case`] reads them.
const COLUMNS: &str = "id, application, position, kind, applicant, household, received, unit, officer, promised, \
    interim_sent, open_until, closed_as, restricted, version";

fn case(row: &Row) -> Result<Case, StoreError> {
    let open_until: Date = row.get(11)?;
    Ok(Case {
        id: row.get(0)?,
        application: row.get(1)?,
        position: row.get(2)?,
        kind: row.get::<String>(3)?.parse()?,
        applicant: row.get(4)?,
        household: row.get(5)?,
        received: row.get(6)?,
        unit: row.get(7)?,
        officer: row.get(8)?,
        promised: row.get(9)?,
        interim_sent: row.get(10)?,
        closed: Some(open_until).filter(|day| *day != STILL_OPEN),
        closed_as: row.get(12)?,
        restricted: row.get(13)?,
        version: row.get(14)?,
    })
}

/// The case with this id.
///
/// # Errors
/// When the store fails.
pub fn find(tx: &mut Tx<'_>, id: &str) -> Result<Option<Case>, StoreError> {
    let municipality = tx.municipality();
    let sql = format!("SELECT {COLUMNS} FROM housing_case WHERE municipality = $1 AND id = $2");
    tx.query_one(&sql, params![municipality, id])?.as_ref().map(case).transpose()
}

/// The cases an application opened, in their order.
///
/// # Errors
/// When the store fails.
pub fn of_application(tx: &mut Tx<'_>, application: &str) -> Result<Vec<Case>, StoreError> {
    let municipality = tx.municipality();
    let sql =
        format!("SELECT {COLUMNS} FROM housing_case WHERE municipality = $1 AND application = $2 ORDER BY position");
    tx.query(&sql, params![municipality, application])?.iter().map(case).collect()
}

/// Adds a case (`version` is not read).
///
/// # Errors
/// [`StoreError::Constraint`] when the position is taken.
pub fn insert(tx: &mut Tx<'_>, new: &Case) -> Result<(), StoreError> {
    let municipality = tx.municipality();
    tx.add(
        "INSERT INTO housing_case (municipality, id, application, position, kind, applicant, household, received, \
         unit, officer, promised, interim_sent, open_until, closed_as, restricted, version) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, 1)",
        values![
            municipality,
            &new.id,
            &new.application,
            new.position,
            new.kind.code(),
            &new.applicant,
            &new.household,
            new.received,
            new.unit.clone(),
            new.officer.clone(),
            new.promised,
            new.interim_sent,
            new.closed.unwrap_or(STILL_OPEN),
            new.closed_as.clone(),
            new.restricted
        ],
    )?;
    Ok(())
}

/// Closes a case that a decision or another end was found for, or opens it again when `closed` is `None`.
///
/// # Errors
/// When the store fails.
pub fn set_closed(tx: &mut Tx<'_>, id: &str, closed: Option<Date>, closed_as: Option<&str>) -> Result<(), StoreError> {
    let municipality = tx.municipality();
    tx.execute(
        "UPDATE housing_case SET open_until = $3, closed_as = $4, version = version + 1 \
         WHERE municipality = $1 AND id = $2",
        params![municipality, id, closed.unwrap_or(STILL_OPEN), closed_as.map(str::to_owned)],
    )?;
    Ok(())
}

/// Notes that an interim answer was sent, and the day it promised (`L1.5`).
///
/// # Errors
/// When the store fails.
pub fn set_promised(tx: &mut Tx<'_>, id: &str, sent: Date, promised: Date) -> Result<(), StoreError> {
    let municipality = tx.municipality();
    tx.execute(
        "UPDATE housing_case SET interim_sent = $3, promised = $4, version = version + 1 \
         WHERE municipality = $1 AND id = $2",
        params![municipality, id, sent, promised],
    )?;
    Ok(())
}

/// Whether the case still stands at `version`; from now on it stands at the next.
///
/// # Errors
/// When the store fails.
pub fn step(tx: &mut Tx<'_>, id: &str, version: i64) -> Result<bool, StoreError> {
    let municipality = tx.municipality();
    let touched = tx.execute(
        "UPDATE housing_case SET version = version + 1 WHERE municipality = $1 AND id = $2 AND version = $3",
        params![municipality, id, version],
    )?;
    Ok(touched == 1)
}

/// The application came in on another day than was written: so did its cases.
///
/// # Errors
/// When the store fails.
pub fn set_received(tx: &mut Tx<'_>, application: &str, received: Date) -> Result<(), StoreError> {
    let municipality = tx.municipality();
    tx.execute(
        "UPDATE housing_case SET received = $3, version = version + 1 \
         WHERE municipality = $1 AND application = $2 AND received <> $3",
        params![municipality, application, received],
    )?;
    Ok(())
}

/// Every open case, the oldest first.
///
/// # Errors
/// When the store fails.
pub fn all_open(tx: &mut Tx<'_>) -> Result<Vec<Case>, StoreError> {
    let municipality = tx.municipality();
    let sql =
        format!("SELECT {COLUMNS} FROM housing_case WHERE municipality = $1 AND open_until = $2 ORDER BY received, id");
    tx.query(&sql, params![municipality, STILL_OPEN])?.iter().map(case).collect()
}
