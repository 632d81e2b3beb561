//! The open cases as a work list needs them: what is due is worked out from these rows, not stored.

use super::cases::STILL_OPEN;
use super::protected::applicant_is_open;
use super::wanted::Wanted;
use super::{Row, StoreError, Tx};
use crate::params;
use housing::Date;
use housing::cases::WaitsFor;
use housing::decisions::DecisionKind;
use housing::people::Name;
use std::collections::HashMap;

/// Whose open cases; everything that is not said matches.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct Filter {
    pub officer: Option<String>,
    /// Cases that nobody has.
    pub nobodys: bool,
    pub unit: Option<String>,
    pub kind: Option<DecisionKind>,
    /// Whoever asks may know of strictly protected applicants (`L7.2`).
    pub sees_protected: bool,
}

/// An open case, without anything that says whose life it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Open {
    pub id: String,
    pub version: i64,
    pub kind: DecisionKind,
    pub received: Date,
    pub unit: Option<String>,
    pub officer: Option<String>,
    pub promised: Option<Date>,
    pub interim_sent: Option<Date>,
    /// While it waits: until when, for whom, and since when.
    pub hold: Option<(Date, WaitsFor, Date)>,
}

fn open(row: &Row) -> Result<Open, StoreError> {
    let waits_for: Option<String> = row.get(9)?;
    let waits_for = waits_for.map(|code| code.parse::<WaitsFor>()).transpose()?;
    let hold = row.get::<Option<Date>>(8)?.zip(waits_for).zip(row.get::<Option<Date>>(10)?);
    Ok(Open {
        id: row.get(0)?,
        version: row.get(1)?,
        kind: row.get::<String>(2)?.parse()?,
        received: row.get(3)?,
        unit: row.get(4)?,
        officer: row.get(5)?,
        promised: row.get(6)?,
        interim_sent: row.get(7)?,
        hold: hold.map(|((until, waits_for), from)| (until, waits_for, from)),
    })
}

/// Every open case that matches, the oldest first.
///
/// # Errors
/// When the store fails.
pub fn open_cases(tx: &mut Tx<'_>, filter: &Filter) -> Result<Vec<Open>, StoreError> {
    let mut wanted = Wanted::of(tx.municipality(), "c.municipality");
    wanted.and("c.open_until =", STILL_OPEN);
    if let Some(officer) = &filter.officer {
        wanted.and("c.officer =", officer.as_str());
    }
    if filter.nobodys {
        wanted.and_that("c.officer IS NULL");
    }
    if let Some(unit) = &filter.unit {
        wanted.and("c.unit =", unit.as_str());
    }
    if let Some(kind) = filter.kind {
        wanted.and("c.kind =", kind.code());
    }
    if !filter.sees_protected {
        wanted.and_that(&applicant_is_open("c"));
    }
    let sql = format!(
        "SELECT c.id, c.version, c.kind, c.received, c.unit, c.officer, c.promised, c.interim_sent, h.until_day, \
         h.waits_for, h.from_day FROM housing_case c LEFT JOIN case_hold h ON h.municipality = c.municipality \
         AND h.housing_case = c.id AND h.ended IS NULL WHERE {} ORDER BY c.received, c.id",
        wanted.sql()
    );
    tx.query(&sql, wanted.params())?.iter().map(open).collect()
}

/// What people see of a case: its number and the applicant's name.
pub type Label = (String, Name);

/// The most ids in one question.
const TOGETHER: usize = 500;

/// The number and the applicant of each of these cases.
///
/// # Errors
/// When the store fails.
pub fn labels(tx: &mut Tx<'_>, ids: &[&str]) -> Result<HashMap<String, Label>, StoreError> {
    let mut labels = HashMap::new();
    for part in ids.chunks(TOGETHER) {
        let mut wanted = Wanted::of(tx.municipality(), "c.municipality");
        let places: Vec<String> = part.iter().map(|id| wanted.param(*id)).collect();
        wanted.and_that(&format!("c.id IN ({})", places.join(", ")));
        let sql = format!(
            "SELECT c.id, a.year, a.serial, c.position, p.family, p.given FROM housing_case c \
             JOIN application a ON a.municipality = c.municipality AND a.id = c.application \
             JOIN person p ON p.municipality = c.municipality AND p.id = c.applicant WHERE {}",
            wanted.sql()
        );
        for row in tx.query(&sql, wanted.params())? {
            let (year, serial, position): (i16, i64, i64) = (row.get(1)?, row.get(2)?, row.get(3)?);
            let name = Name { family: row.get(4)?, given: row.get(5)? };
            labels.insert(row.get(0)?, (format!("{year}/{serial:05}-{position}"), name));
        }
    }
    Ok(labels)
}

/// A decision that waits for a signature, or an appeal that is not sent on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pending {
    pub case: String,
    /// The day an appeal came in; nothing for a decision.
    pub received: Option<Date>,
}

/// The most that the list names one by one.
const MOST: i64 = 20;

/// Decisions that wait for somebody else's signature than `officer`'s.
///
/// # Errors
/// When the store fails.
pub fn decisions_to_sign(tx: &mut Tx<'_>, officer: &str, sees_protected: bool) -> Result<Vec<Pending>, StoreError> {
    let municipality = tx.municipality();
    let sql = format!(
        "SELECT d.housing_case FROM decision d JOIN housing_case c ON c.municipality = d.municipality \
         AND c.id = d.housing_case WHERE d.municipality = $1 AND d.is_open = 1 AND d.state = 'submitted' \
         AND d.prepared_by <> $2 AND {} ORDER BY d.id LIMIT {MOST}",
        open_to(sees_protected)
    );
    let rows = tx.query(&sql, params![municipality, officer])?;
    rows.iter().map(|row| Ok(Pending { case: row.get(0)?, received: None })).collect()
}

/// Appeals that nobody has decided or sent on yet, the oldest first.
///
/// # Errors
/// When the store fails.
pub fn open_appeals(tx: &mut Tx<'_>, sees_protected: bool) -> Result<Vec<Pending>, StoreError> {
    let municipality = tx.municipality();
    let sql = format!(
        "SELECT b.housing_case, b.received FROM appeal b JOIN housing_case c ON c.municipality = b.municipality \
         AND c.id = b.housing_case WHERE b.municipality = $1 AND b.is_open = 1 AND {} \
         ORDER BY b.received, b.id LIMIT {MOST}",
        open_to(sees_protected)
    );
    let rows = tx.query(&sql, params![municipality])?;
    rows.iter().map(|row| Ok(Pending { case: row.get(0)?, received: Some(row.get(1)?) })).collect()
}

fn open_to(sees_protected: bool) -> String {
    if sees_protected { "1 = 1".to_owned() } else { applicant_is_open("c") }
}
