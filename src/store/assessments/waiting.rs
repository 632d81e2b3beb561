//! Those who are granted a home and wait for one, and the moves somebody made among them.

use crate::params;
use crate::store::{Row, StoreError, Tx};
use housing::Date;
use housing::applications::{Clock, HousingSituation};
use housing::people::{HouseholdSize, TargetGroup};

/// An application on the waiting list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WaitingApplication {
    pub id: String,
    pub year: i16,
    pub serial: i64,
    pub family: String,
    pub given: String,
    pub restricted: bool,
    pub situation: Option<HousingSituation>,
    pub size: Option<HouseholdSize>,
    pub target_groups: Vec<TargetGroup>,
    /// Decided, or received where the day of the decision is not known.
    pub since: Date,
    pub moved: Option<SealedMove>,
}

/// A move as it is kept: its reason is sealed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SealedMove {
    pub position: i64,
    /// A word of the office for where to; empty when a move was taken back.
    pub moved_to: String,
    pub reason: Vec<u8>,
    pub day: Date,
    pub officer: String,
}

fn waiting(row: &Row) -> Result<WaitingApplication, StoreError> {
    let (adults, children): (Option<u8>, Option<u8>) = (row.get(7)?, row.get(8)?);
    let decided: Option<Date> = row.get(10)?;
    let received: Date = row.get(11)?;
    let position: Option<i64> = row.get(12)?;
    let moved = match position {
        Some(position) => Some(SealedMove {
            position,
            moved_to: row.get(13)?,
            reason: row.get(14)?,
            day: row.get(15)?,
            officer: row.get(16)?,
        }),
        None => None,
    };
    Ok(WaitingApplication {
        id: row.get(0)?,
        year: row.get(1)?,
        serial: row.get(2)?,
        family: row.get(3)?,
        given: row.get(4)?,
        restricted: row.get(5)?,
        situation: row.get::<Option<String>>(6)?.map(|code| code.parse()).transpose()?,
        size: adults.zip(children).map(|(adults, children)| HouseholdSize { adults, children }),
        target_groups: row.get::<String>(9)?.split_whitespace().map(str::parse).collect::<Result<_, _>>()?,
        since: decided.unwrap_or(received),
        moved: moved.filter(|moved| !moved.moved_to.is_empty()),
    })
}

/// Every application that is granted and waits for a home, in no order.
///
/// # Errors
/// When the store fails.
pub fn waiting_for_home(tx: &mut Tx<'_>) -> Result<Vec<WaitingApplication>, StoreError> {
    let statuses = housing::applications::ApplicationStatus::ALL.iter();
    let awaits_home = statuses.filter(|status| status.clock() == Some(Clock::AwaitsHome));
    let codes: Vec<String> = awaits_home.map(|status| format!("'{}'", status.code())).collect();
    let sql = format!(
        "SELECT a.id, a.year, a.serial, p.family, p.given, a.restricted, a.situation, a.adults, a.children, \
         a.target_groups, a.decided, a.received, m.position, m.moved_to, m.reason, m.day, m.officer \
         FROM application a JOIN person p ON p.municipality = a.municipality AND p.id = a.applicant \
         LEFT JOIN waiting_move m ON m.municipality = a.municipality AND m.application = a.id AND m.newest = 1 \
         WHERE a.municipality = $1 AND a.status IN ({})",
        codes.join(", ")
    );
    let municipality = tx.municipality();
    let mut all = Vec::new();
    tx.each(&sql, params![municipality], &mut |row| {
        all.push(waiting(&row)?);
        Ok(())
    })?;
    Ok(all)
}

/// The position of the next move of an application.
///
/// # Errors
/// When the store fails.
pub fn next_move(tx: &mut Tx<'_>, application: &str) -> Result<i64, StoreError> {
    let municipality = tx.municipality();
    let sql = "SELECT coalesce(max(position), 0) + 1 FROM waiting_move WHERE municipality = $1 AND application = $2";
    tx.query_one(sql, params![municipality, application])?.map_or(Ok(1), |row| row.get(0))
}

/// Adds a move; from now on it is the one that counts.
///
/// # Errors
/// [`StoreError::Constraint`] when the position is taken.
pub fn record_move(tx: &mut Tx<'_>, application: &str, new: SealedMove, at: i64) -> Result<(), StoreError> {
    let municipality = tx.municipality();
    tx.execute(
        "UPDATE waiting_move SET newest = 0 WHERE municipality = $1 AND application = $2 AND newest = 1",
        params![&municipality, application],
    )?;
    let SealedMove { position, moved_to, reason, day, officer } = new;
    tx.execute(
        "INSERT INTO waiting_move (municipality, application, position, newest, moved_to, reason, day, officer, at) \
         VALUES ($1, $2, $3, 1, $4, $5, $6, $7, $8)",
        params![municipality, application, position, moved_to, reason, day, officer, at],
    )?;
    Ok(())
}
