//! The open cases as a work list needs them: what is due is worked out from these rows, not stored.

use super::cases::STILL_OPEN;
use super::protected::applicant_is_open;
use super::wanted::Wanted;
use super::{Row, StoreError, Tx};
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
