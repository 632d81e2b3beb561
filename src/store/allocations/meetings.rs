//! Allocation meetings: who took part, which limits they set, and what was decided.

use crate::params;
use crate::store::{Row, StoreError, Tx};
use housing::Date;
use housing::fit::MoveLimits;

/// A meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meeting {
    pub id: String,
    pub day: Date,
    pub called_by: String,
    /// The fit rules it was called under, or the word for those that come with the program.
    pub rules: String,
    /// How much may move, as the rules said when it was called.
    pub limits: MoveLimits,
    /// The day its placements were decided.
    pub closed: Option<Date>,
    /// Encrypted.
    pub minutes: Option<Vec<u8>>,
    /// Counts what it has laid down and taken back.
    pub version: i64,
}

/// Somebody who took part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Participant {
    pub name: String,
    /// The unit or office they speak for.
    pub part: String,
    /// Households they did not decide about (*forvaltningsloven* § 6).
    pub steps_aside_for: Vec<String>,
}

/// How a placement came to be decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chosen {
    /// As the solver proposed.
    Proposed,
    /// The meeting locked it.
    Locked,
    /// The home was left for this household, with a reason.
    Reserved,
}

impl Chosen {
    /// The stored code; texts for people have the key `allocation-chosen-CODE`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Proposed => "PROPOSED",
            Self::Locked => "LOCKED",
            Self::Reserved => "RESERVED",
        }
    }

    fn from_code(code: &str) -> Result<Self, StoreError> {
        match code {
            "PROPOSED" => Ok(Self::Proposed),
            "LOCKED" => Ok(Self::Locked),
            "RESERVED" => Ok(Self::Reserved),
            other => Err(StoreError::Corrupt { what: "way a placement was chosen", found: other.to_owned() }),
        }
    }
}

/// A placement that a meeting decided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placement {
    pub id: String,
    pub meeting: String,
    pub household: String,
    /// `None` for a tenant who moves without an application.
    pub application: Option<String>,
    pub dwelling: String,
    pub from_dwelling: Option<String>,
    /// From 1; those of the same step move on the same day.
    pub step: i64,
    pub chosen: Chosen,
    /// Encrypted.
    pub grounds: Vec<u8>,
    pub decided: Date,
    pub officer: String,
    pub restricted: bool,
    /// Until its offer became a tenancy or came to nothing, or somebody lets it go.
    pub is_open: bool,
    pub version: i64,
}

const COLUMNS: &str = "id, day, called_by, rules, max_moves, max_ring, max_chain, closed, minutes, version";

fn meeting(row: &Row) -> Result<Meeting, StoreError> {
    Ok(Meeting {
        id: row.get(0)?,
        day: row.get(1)?,
        called_by: row.get(2)?,
        rules: row.get(3)?,
        limits: MoveLimits { moves: row.get(4)?, ring: row.get(5)?, chain: row.get(6)? },
        closed: row.get(7)?,
        minutes: row.get(8)?,
        version: row.get(9)?,
    })
}

/// The meeting with this id.
///
/// # Errors
/// When the store fails.
pub fn find(tx: &mut Tx<'_>, id: &str) -> Result<Option<Meeting>, StoreError> {
    let municipality = tx.municipality();
    let sql = format!("SELECT {COLUMNS} FROM allocation_meeting WHERE municipality = $1 AND id = $2");
    tx.query_one(&sql, params![municipality, id])?.as_ref().map(meeting).transpose()
}

/// Every meeting, the newest first.
///
/// # Errors
/// When the store fails.
pub fn all(tx: &mut Tx<'_>) -> Result<Vec<Meeting>, StoreError> {
    let municipality = tx.municipality();
    let sql = format!("SELECT {COLUMNS} FROM allocation_meeting WHERE municipality = $1 ORDER BY day DESC, id DESC");
    tx.query(&sql, params![municipality])?.iter().map(meeting).collect()
}

/// Adds a meeting (`version` is not read).
///
/// # Errors
/// When the store fails.
pub fn insert(tx: &mut Tx<'_>, new: &Meeting) -> Result<(), StoreError> {
    let municipality = tx.municipality();
    tx.execute(
        "INSERT INTO allocation_meeting (municipality, id, day, called_by, rules, max_moves, max_ring, max_chain, \
         closed, minutes, version) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 1)",
        params![
            municipality,
            &new.id,
            new.day,
            &new.called_by,
            &new.rules,
            new.limits.moves,
            new.limits.ring,
            new.limits.chain,
            new.closed,
            new.minutes.clone()
        ],
    )?;
    Ok(())
}

/// Says that a meeting has laid down something: what it was solved for before is not what it wants now.
///
/// # Errors
/// When the store fails.
pub fn to_be_solved(tx: &mut Tx<'_>, id: &str) -> Result<(), StoreError> {
    let municipality = tx.municipality();
    tx.execute(
        "UPDATE allocation_meeting SET version = version + 1 WHERE municipality = $1 AND id = $2 AND closed IS NULL",
        params![municipality, id],
    )?;
    Ok(())
}

/// Closes a meeting with its minutes; `false` when somebody else changed it first, or it is closed.
///
/// # Errors
/// When the store fails.
pub fn close(tx: &mut Tx<'_>, (id, version): (&str, i64), (day, minutes): (Date, Vec<u8>)) -> Result<bool, StoreError> {
    let municipality = tx.municipality();
    let touched = tx.execute(
        "UPDATE allocation_meeting SET closed = $4, minutes = $5, version = version + 1 \
         WHERE municipality = $1 AND id = $2 AND version = $3 AND closed IS NULL",
        params![municipality, id, version, day, minutes],
    )?;
    Ok(touched == 1)
}

/// Who takes part, in the order they were written.
///
/// # Errors
/// When the store fails.
pub fn participants(tx: &mut Tx<'_>, meeting: &str) -> Result<Vec<Participant>, StoreError> {
    let municipality = tx.municipality();
    let sql = "SELECT name, part, steps_aside_for FROM allocation_participant \
               WHERE municipality = $1 AND meeting = $2 AND name <> '' ORDER BY position";
    let participant = |row: &Row| {
        let aside: String = row.get(2)?;
        let steps_aside_for = aside.split_whitespace().map(str::to_owned).collect();
        Ok(Participant { name: row.get(0)?, part: row.get(1)?, steps_aside_for })
    };
    tx.query(sql, params![municipality, meeting])?.iter().map(participant).collect()
}

/// Writes anew who takes part. Rows beyond the new list stay without a name: nobody takes part there any more.
///
/// # Errors
/// When the store fails.
pub fn set_participants(tx: &mut Tx<'_>, meeting: &str, all: &[Participant]) -> Result<(), StoreError> {
    let municipality = tx.municipality();
    tx.execute(
        "UPDATE allocation_participant SET name = '', part = '', steps_aside_for = '' \
         WHERE municipality = $1 AND meeting = $2",
        params![&municipality, meeting],
    )?;
    for (position, one) in (1_i64..).zip(all) {
        tx.execute(
            "INSERT INTO allocation_participant (municipality, meeting, position, name, part, steps_aside_for) \
             VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (municipality, meeting, position) DO UPDATE SET \
             name = excluded.name, part = excluded.part, steps_aside_for = excluded.steps_aside_for",
            params![&municipality, meeting, position, &one.name, &one.part, one.steps_aside_for.join(" ")],
        )?;
    }
    Ok(())
}

/// Adds a placement (`version` is not read).
///
/// # Errors
/// [`StoreError::Constraint`] when the home or the household has an open placement.
pub fn insert_placement(tx: &mut Tx<'_>, new: &Placement) -> Result<(), StoreError> {
    let municipality = tx.municipality();
    tx.execute(
        "INSERT INTO allocation_placement (municipality, id, meeting, household, application, dwelling, from_dwelling, \
         step, chosen, grounds, decided, officer, restricted, is_open, version) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, 1)",
        params![
            municipality,
            &new.id,
            &new.meeting,
            &new.household,
            new.application.clone(),
            &new.dwelling,
            new.from_dwelling.clone(),
            new.step,
            new.chosen.code(),
            new.grounds.clone(),
            new.decided,
            &new.officer,
            new.restricted,
            new.is_open
        ],
    )?;
    Ok(())
}

/// What a meeting decided, in the order of moves.
///
/// # Errors
/// When the store fails.
pub fn placements_of(tx: &mut Tx<'_>, meeting: &str) -> Result<Vec<Placement>, StoreError> {
    let municipality = tx.municipality();
    let sql = "SELECT id, meeting, household, application, dwelling, from_dwelling, step, chosen, grounds, decided, \
               officer, restricted, is_open, version FROM allocation_placement \
               WHERE municipality = $1 AND meeting = $2 ORDER BY step, id";
    let placement = |row: &Row| {
        Ok(Placement {
            id: row.get(0)?,
            meeting: row.get(1)?,
            household: row.get(2)?,
            application: row.get(3)?,
            dwelling: row.get(4)?,
            from_dwelling: row.get(5)?,
            step: row.get(6)?,
            chosen: Chosen::from_code(&row.get::<String>(7)?)?,
            grounds: row.get(8)?,
            decided: row.get(9)?,
            officer: row.get(10)?,
            restricted: row.get(11)?,
            is_open: row.get(12)?,
            version: row.get(13)?,
        })
    };
    tx.query(sql, params![municipality, meeting])?.iter().map(placement).collect()
}

/// Ends a placement; `false` when it was not open.
///
/// # Errors
/// When the store fails.
pub fn end_placement(tx: &mut Tx<'_>, id: &str) -> Result<bool, StoreError> {
    let municipality = tx.municipality();
    let touched = tx.execute(
        "UPDATE allocation_placement SET is_open = 0, version = version + 1 \
         WHERE municipality = $1 AND id = $2 AND is_open = 1",
        params![municipality, id],
    )?;
    Ok(touched == 1)
}
