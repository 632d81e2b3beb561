//! The open cases as a work list needs them: what is due is worked out from these rows, not stored.

use super::cases::STILL_OPEN;
use super::protected::applicant_is_open;
use super::wanted::Wanted;
use super::{Row, StoreError, Tx};
use crate::clock::Instant;
use housing::Date;
use housing::cases::WaitsFor;
use housing::decisions::DecisionKind;
use housing::people::Name;
use std::collections::{HashMap, HashSet};

/// Whose open cases; everything that is not said matches.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct Filter {
    /// The cases that this officer has, and those on hold that the officer is to ask about again.
    pub officer: Option<String>,
    /// Cases that nobody has.
    pub nobodys: bool,
    /// The unit's cases; those that no unit has when it is empty.
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
    pub hold: Option<OnHold>,
}

/// A case that waits: for whom, since when, and who looks at it again when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OnHold {
    pub from: Date,
    pub until: Date,
    pub waits_for: WaitsFor,
    pub officer: String,
}

fn open(row: &Row) -> Result<Open, StoreError> {
    let on_hold = |until| {
        let waits_for = row.get::<String>(9)?.parse()?;
        Ok::<_, StoreError>(OnHold { until, waits_for, from: row.get(10)?, officer: row.get(11)? })
    };
    Ok(Open {
        id: row.get(0)?,
        version: row.get(1)?,
        kind: row.get::<String>(2)?.parse()?,
        received: row.get(3)?,
        unit: row.get(4)?,
        officer: row.get(5)?,
        promised: row.get(6)?,
        interim_sent: row.get(7)?,
        hold: row.get::<Option<Date>>(8)?.map(on_hold).transpose()?,
    })
}

/// Every open case that matches; each officer's cases before those that they only ask about again, the oldest first.
///
/// # Errors
/// When the store fails.
pub fn open_cases(tx: &mut Tx<'_>, filter: &Filter) -> Result<Vec<Open>, StoreError> {
    let mut wanted = narrowed(tx, filter);
    let Some(officer) = &filter.officer else { return read(tx, &wanted) };
    wanted.and("c.officer =", officer.as_str());
    let mut cases = read(tx, &wanted)?;
    let mut asks_again = narrowed(tx, filter);
    let param = asks_again.param(officer.as_str());
    asks_again.and_that(&format!("h.officer = {param} AND (c.officer IS NULL OR c.officer <> {param})"));
    cases.extend(read(tx, &asks_again)?);
    Ok(cases)
}

/// The open cases that match but for whose they are.
fn narrowed(tx: &Tx<'_>, filter: &Filter) -> Wanted {
    let mut wanted = Wanted::of(tx.municipality(), "c.municipality");
    wanted.and("c.open_until =", STILL_OPEN);
    if filter.nobodys {
        wanted.and_that("c.officer IS NULL");
    }
    match filter.unit.as_deref() {
        Some("") => wanted.and_that("c.unit IS NULL"),
        Some(unit) => wanted.and("c.unit =", unit),
        None => {}
    }
    if let Some(kind) = filter.kind {
        wanted.and("c.kind =", kind.code());
    }
    if !filter.sees_protected {
        wanted.and_that(&applicant_is_open("c"));
    }
    wanted
}

fn read(tx: &mut Tx<'_>, wanted: &Wanted) -> Result<Vec<Open>, StoreError> {
    let sql = format!(
        "SELECT c.id, c.version, c.kind, c.received, c.unit, c.officer, c.promised, c.interim_sent, h.until_day, \
         h.waits_for, h.from_day, h.officer FROM housing_case c LEFT JOIN case_hold h ON h.municipality = c.municipality \
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
        wanted.and_one_of("c.id", part);
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

/// Those who have open cases, or are to ask about one on hold again.
///
/// # Errors
/// When the store fails.
pub fn with_cases(tx: &mut Tx<'_>, sees_protected: bool) -> Result<HashSet<String>, StoreError> {
    let wanted = narrowed(tx, &Filter { sees_protected, ..Filter::default() });
    let sql = format!(
        "SELECT c.officer FROM housing_case c WHERE {0} AND c.officer IS NOT NULL UNION SELECT h.officer \
         FROM case_hold h JOIN housing_case c ON c.municipality = h.municipality AND c.id = h.housing_case \
         WHERE {0} AND h.ended IS NULL",
        wanted.sql()
    );
    tx.query(&sql, wanted.params())?.iter().map(|row| row.get(0)).collect()
}

/// When a case came to whoever has it now, and the day it last went on after it had waited.
pub type Moved = (Option<Instant>, Option<Date>);

/// When each of these cases last moved.
///
/// # Errors
/// When the store fails.
pub fn moved(tx: &mut Tx<'_>, ids: &[&str]) -> Result<HashMap<String, Moved>, StoreError> {
    let mut moved = HashMap::new();
    for part in ids.chunks(TOGETHER) {
        let mut wanted = Wanted::of(tx.municipality(), "c.municipality");
        wanted.and_one_of("c.id", part);
        let newest = |column: &str, table: &str| {
            format!(
                "(SELECT max(m.{column}) FROM {table} m WHERE m.municipality = c.municipality AND m.housing_case = c.id)"
            )
        };
        let (given, resumed) = (newest("at", "case_handover"), newest("ended", "case_hold"));
        let sql = format!("SELECT c.id, {given}, {resumed} FROM housing_case c WHERE {}", wanted.sql());
        for row in tx.query(&sql, wanted.params())? {
            moved.insert(row.get(0)?, (row.get(1)?, row.get(2)?));
        }
    }
    Ok(moved)
}
