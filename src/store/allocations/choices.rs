//! What a meeting laid down before it was solved again.

use crate::params;
use crate::store::{Row, StoreError, Tx};

/// What was laid down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChoiceKind {
    /// This household gets this home.
    Lock,
    /// It does not.
    Forbid,
    /// The home is given to nobody this time.
    Hold,
    /// The home is left for this household, whatever the solver would have proposed.
    Reserve,
    /// Another number within a limit.
    Cap,
    /// How many tenants may move in all.
    Moves,
    /// How many may trade homes among themselves.
    Ring,
    /// How many may move after each other.
    Chain,
}

impl ChoiceKind {
    const ALL: [Self; 8] =
        [Self::Lock, Self::Forbid, Self::Hold, Self::Reserve, Self::Cap, Self::Moves, Self::Ring, Self::Chain];

    /// The stored code; texts for people have the key `allocation-choice-CODE`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Lock => "LOCK",
            Self::Forbid => "FORBID",
            Self::Hold => "HOLD",
            Self::Reserve => "RESERVE",
            Self::Cap => "CAP",
            Self::Moves => "MOVES",
            Self::Ring => "RING",
            Self::Chain => "CHAIN",
        }
    }

    /// The kind with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// A choice as it is kept: its reason is sealed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SealedChoice {
    /// From 1.
    pub position: i64,
    pub kind: ChoiceKind,
    pub household: Option<String>,
    pub dwelling: Option<String>,
    pub cap: Option<String>,
    pub at_most: Option<u32>,
    pub reason: Vec<u8>,
    pub officer: String,
    pub at: i64,
    pub taken_back: bool,
}

fn choice(row: &Row) -> Result<SealedChoice, StoreError> {
    let kind: String = row.get(1)?;
    Ok(SealedChoice {
        position: row.get(0)?,
        kind: ChoiceKind::from_code(&kind).ok_or(StoreError::Corrupt { what: "choice of a meeting", found: kind })?,
        household: row.get(2)?,
        dwelling: row.get(3)?,
        cap: row.get(4)?,
        at_most: row.get(5)?,
        reason: row.get(6)?,
        officer: row.get(7)?,
        at: row.get(8)?,
        taken_back: row.get(9)?,
    })
}

/// The choices of a meeting in the order they were made, those that were taken back too.
///
/// # Errors
/// When the store fails.
pub fn choices(tx: &mut Tx<'_>, meeting: &str) -> Result<Vec<SealedChoice>, StoreError> {
    let municipality = tx.municipality();
    let sql = "SELECT position, kind, household, dwelling, cap, at_most, reason, officer, at, taken_back \
               FROM allocation_choice WHERE municipality = $1 AND meeting = $2 ORDER BY position";
    tx.query(sql, params![municipality, meeting])?.iter().map(choice).collect()
}

/// Adds a choice.
///
/// # Errors
/// [`StoreError::Constraint`] when the position is taken.
pub fn add_choice(tx: &mut Tx<'_>, meeting: &str, new: &SealedChoice) -> Result<(), StoreError> {
    let municipality = tx.municipality();
    tx.execute(
        "INSERT INTO allocation_choice (municipality, meeting, position, kind, household, dwelling, cap, at_most, \
         reason, officer, at, taken_back) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
        params![
            municipality,
            meeting,
            new.position,
            new.kind.code(),
            new.household.clone(),
            new.dwelling.clone(),
            new.cap.clone(),
            new.at_most,
            new.reason.clone(),
            &new.officer,
            new.at,
            new.taken_back
        ],
    )?;
    Ok(())
}

/// Takes a choice back; it stays in the minutes.
///
/// # Errors
/// When the store fails.
pub fn take_back(tx: &mut Tx<'_>, meeting: &str, position: i64) -> Result<bool, StoreError> {
    let municipality = tx.municipality();
    let touched = tx.execute(
        "UPDATE allocation_choice SET taken_back = 1 \
         WHERE municipality = $1 AND meeting = $2 AND position = $3 AND taken_back = 0",
        params![municipality, meeting, position],
    )?;
    Ok(touched == 1)
}

/// Writes why something was laid down.
///
/// # Errors
/// When the store fails.
pub fn set_reason(tx: &mut Tx<'_>, (meeting, position): (&str, i64), reason: Vec<u8>) -> Result<(), StoreError> {
    let municipality = tx.municipality();
    tx.execute(
        "UPDATE allocation_choice SET reason = $4 WHERE municipality = $1 AND meeting = $2 AND position = $3",
        params![municipality, meeting, position, reason],
    )?;
    Ok(())
}
