//! Who must not live near whom, in which building or area.

use crate::params;
use crate::store::{Row, StoreError, Tx};
use housing::Date;

/// What a household must be kept apart from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ApartKind {
    Household,
    Building,
    Area,
}

/// A household that must not live near another, in a building or in an area.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Apart {
    pub id: String,
    pub household: String,
    pub kind: ApartKind,
    /// The other household's id, the folded building, the area's name.
    pub other: String,
    /// Encrypted.
    pub reason: Vec<u8>,
    pub day: Date,
    pub officer: String,
}

impl ApartKind {
    /// The stored code; texts for people have the key `apart-CODE`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Household => "HOUSEHOLD",
            Self::Building => "BUILDING",
            Self::Area => "AREA",
        }
    }

    /// The kind with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Household, Self::Building, Self::Area].into_iter().find(|kind| kind.code() == code)
    }
}

const COLUMNS: &str = "id, household, kind, other, reason, day, officer";

fn apart(row: &Row) -> Result<Apart, StoreError> {
    let kind: String = row.get(2)?;
    Ok(Apart {
        id: row.get(0)?,
        household: row.get(1)?,
        kind: ApartKind::from_code(&kind).ok_or(StoreError::Corrupt { what: "kind of keeping apart", found: kind })?,
        other: row.get(3)?,
        reason: row.get(4)?,
        day: row.get(5)?,
        officer: row.get(6)?,
    })
}

/// Everything that keeps households apart today, in the order it was entered.
///
/// # Errors
/// When the store fails.
pub fn keep_apart(tx: &mut Tx<'_>) -> Result<Vec<Apart>, StoreError> {
    let municipality = tx.municipality();
    let sql = format!("SELECT {COLUMNS} FROM keep_apart WHERE municipality = $1 AND ended IS NULL ORDER BY id");
    tx.query(&sql, params![municipality])?.iter().map(apart).collect()
}

/// Adds what a household must be kept apart from.
///
/// # Errors
/// When the store fails.
pub fn insert_apart(tx: &mut Tx<'_>, new: &Apart) -> Result<(), StoreError> {
    let municipality = tx.municipality();
    tx.execute(
        "INSERT INTO keep_apart (municipality, id, household, kind, other, reason, day, officer, ended) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, NULL)",
        params![
            municipality,
            &new.id,
            &new.household,
            new.kind.code(),
            &new.other,
            new.reason.clone(),
            new.day,
            &new.officer
        ],
    )?;
    Ok(())
}

/// Says that a household need no longer be kept apart, from a day; `false` when there was no such thing.
///
/// # Errors
/// When the store fails.
pub fn end_apart(tx: &mut Tx<'_>, (household, id): (&str, &str), day: Date) -> Result<bool, StoreError> {
    let municipality = tx.municipality();
    let touched = tx.execute(
        "UPDATE keep_apart SET ended = $4 WHERE municipality = $1 AND household = $2 AND id = $3 AND ended IS NULL",
        params![municipality, household, id, day],
    )?;
    Ok(touched == 1)
}
