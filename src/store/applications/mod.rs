//! Applications, with the days they moved from one status to the next.

mod list;

pub(super) use list::status_on;
pub use list::{Filter, KindFilter, Listed, SortBy, StatusFilter, areas_and_officers, count, list};

use super::{Row, StoreError, Tx, Value};
use crate::store::wanted::Wanted;
use crate::{params, values};
use housing::Date;
use housing::applications::{ApplicationKind, ApplicationStatus, HousingSituation};
use housing::dwellings::Rooms;
use housing::money::Ore;
use housing::people::{HouseholdSize, TargetGroup};

/// An application on the register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Application {
    pub id: String,
    /// People see `year/serial`, e.g. `2026/00417`.
    pub year: i16,
    pub serial: i64,
    pub applicant: String,
    pub household: String,
    pub kind: Option<ApplicationKind>,
    pub received: Date,
    pub size: Option<HouseholdSize>,
    pub situation: Option<HousingSituation>,
    pub target_groups: Vec<TargetGroup>,
    /// Rooms asked for.
    pub rooms: Option<Rooms>,
    /// Rooms needed by the municipality's norm.
    pub room_need: Option<Rooms>,
    pub wished_area: Option<String>,
    pub wheelchair: Option<bool>,
    /// Net income per month.
    pub income: Option<Ore>,
    pub status: ApplicationStatus,
    pub decided: Option<Date>,
    /// The officer's short name in the office's own list.
    pub officer: Option<String>,
    /// A member's address is strictly confidential (`L7.3`).
    pub restricted: bool,
    pub note: Option<String>,
    pub version: i64,
}

impl Application {
    /// The number people see.
    pub fn number(&self) -> String {
        format!("{}/{:05}", self.year, self.serial)
    }
}

/// Every column of an application, in the order [`application`] reads them.
pub(super) const COLUMNS: &str = "id, year, serial, applicant, household, kind, received, adults, children, situation, \
    target_groups, rooms, room_need, wished_area, wheelchair, income, status, decided, officer, restricted, note, version";

pub(super) fn application(row: &Row) -> Result<Application, StoreError> {
    let (adults, children): (Option<u8>, Option<u8>) = (row.get(7)?, row.get(8)?);
    let groups: String = row.get(10)?;
    Ok(Application {
        id: row.get(0)?,
        year: row.get(1)?,
        serial: row.get(2)?,
        applicant: row.get(3)?,
        household: row.get(4)?,
        kind: row.get::<Option<String>>(5)?.map(|code| code.parse()).transpose()?,
        received: row.get(6)?,
        size: adults.zip(children).map(|(adults, children)| HouseholdSize { adults, children }),
        situation: row.get::<Option<String>>(9)?.map(|code| code.parse()).transpose()?,
        target_groups: groups.split_whitespace().map(str::parse).collect::<Result<_, _>>()?,
        rooms: row.get::<Option<u8>>(11)?.map(Rooms),
        room_need: row.get::<Option<u8>>(12)?.map(Rooms),
        wished_area: row.get(13)?,
        wheelchair: row.get(14)?,
        income: row.get(15)?,
        status: row.get::<String>(16)?.parse()?,
        decided: row.get(17)?,
        officer: row.get(18)?,
        restricted: row.get(19)?,
        note: row.get(20)?,
        version: row.get(21)?,
    })
}

/// The application with this id.
///
/// # Errors
/// When the store fails.
pub fn find(tx: &mut Tx<'_>, id: &str) -> Result<Option<Application>, StoreError> {
    let municipality = tx.municipality();
    let sql = format!("SELECT {COLUMNS} FROM application WHERE municipality = $1 AND id = $2");
    tx.query_one(&sql, params![municipality, id])?.as_ref().map(application).transpose()
}

/// A person's applications, the newest first.
///
/// # Errors
/// When the store fails.
pub fn of_applicant(tx: &mut Tx<'_>, applicant: &str) -> Result<Vec<Application>, StoreError> {
    let municipality = tx.municipality();
    let sql = format!(
        "SELECT {COLUMNS} FROM application WHERE municipality = $1 AND applicant = $2 ORDER BY received DESC, id DESC"
    );
    tx.query(&sql, params![municipality, applicant])?.iter().map(application).collect()
}

/// The open applications of these people, in the people's order, the newest first.
///
/// # Errors
/// When the store fails.
pub fn open_of(tx: &mut Tx<'_>, applicants: &[&str]) -> Result<Vec<Application>, StoreError> {
    if applicants.is_empty() {
        return Ok(Vec::new());
    }
    let mut wanted = Wanted::of(tx.municipality(), "municipality");
    wanted.and("open_until =", STILL_OPEN);
    wanted.and_one_of("applicant", applicants);
    let sql = format!("SELECT {COLUMNS} FROM application WHERE {} ORDER BY received DESC, id DESC", wanted.sql());
    let mut open = tx.query(&sql, wanted.params())?.iter().map(application).collect::<Result<Vec<_>, _>>()?;
    open.sort_by_key(|application| applicants.iter().position(|applicant| *applicant == application.applicant));
    Ok(open)
}

/// A household's applications, the newest first.
///
/// # Errors
/// When the store fails.
pub fn of_household(tx: &mut Tx<'_>, household: &str) -> Result<Vec<Application>, StoreError> {
    let municipality = tx.municipality();
    let sql = format!(
        "SELECT {COLUMNS} FROM application WHERE municipality = $1 AND household = $2 ORDER BY received DESC, id DESC"
    );
    tx.query(&sql, params![municipality, household])?.iter().map(application).collect()
}

/// The application with this number.
///
/// # Errors
/// When the store fails.
pub fn find_by_number(tx: &mut Tx<'_>, year: i16, serial: i64) -> Result<Option<Application>, StoreError> {
    let municipality = tx.municipality();
    let sql = format!("SELECT {COLUMNS} FROM application WHERE municipality = $1 AND year = $2 AND serial = $3");
    tx.query_one(&sql, params![municipality, year, serial])?.as_ref().map(application).transpose()
}

/// The next free serial number of a year. Ask within the transaction that takes it.
///
/// # Errors
/// When the store fails.
pub fn next_serial(tx: &mut Tx<'_>, year: i16) -> Result<i64, StoreError> {
    let municipality = tx.municipality();
    let sql = "SELECT coalesce(max(serial), 0) + 1 FROM application WHERE municipality = $1 AND year = $2";
    tx.query_one(sql, params![municipality, year])?.map_or(Ok(1), |row| row.get(0))
}

/// Codes with a space around each, so that one can be looked for among them.
fn groups_as_stored(groups: &[TargetGroup]) -> String {
    let codes: Vec<&str> = groups.iter().map(|group| group.code()).collect();
    if codes.is_empty() { String::new() } else { format!(" {} ", codes.join(" ")) }
}

fn values(application: &Application) -> Vec<Value> {
    vec![
        application.applicant.as_str().into(),
        application.household.as_str().into(),
        application.kind.map(ApplicationKind::code).into(),
        application.received.into(),
        application.size.map(|size| size.adults).into(),
        application.size.map(|size| size.children).into(),
        application.situation.map(HousingSituation::code).into(),
        groups_as_stored(&application.target_groups).into(),
        application.rooms.map(|rooms| rooms.0).into(),
        application.room_need.map(|rooms| rooms.0).into(),
        application.wished_area.clone().into(),
        application.wheelchair.into(),
        application.income.into(),
        application.status.code().into(),
        application.decided.into(),
        application.officer.clone().into(),
        application.restricted.into(),
        application.note.clone().into(),
    ]
}

impl Application {
    /// What is known of its way when nobody told it: received that day, and what it is now from the
    /// day it was decided.
    pub fn known_steps(&self) -> Vec<(Date, ApplicationStatus)> {
        let now = (self.decided.unwrap_or(self.received), self.status);
        if now.0 == self.received { vec![now] } else { vec![(self.received, ApplicationStatus::Received), now] }
    }
}

/// `application.open_until` of one that is open: no day comes after it.
pub(super) const STILL_OPEN: Date = Date::constant(9999, 12, 31);

/// The day a status that holds from `day` closes the application; far ahead when it does not.
fn open_until(status: ApplicationStatus, day: Date) -> Date {
    if status.is_open() { STILL_OPEN } else { day }
}

/// Adds an application (`version` is not read) with the days its status changed.
///
/// # Errors
/// [`StoreError::Constraint`] when the number is taken.
pub fn insert(tx: &mut Tx<'_>, new: &Application, steps: &[(Date, ApplicationStatus)]) -> Result<(), StoreError> {
    let municipality = tx.municipality();
    let mut params = values(new);
    let newest = steps.iter().map(|(day, _)| *day).max().unwrap_or(new.received);
    params.extend([municipality.into(), new.id.as_str().into(), new.year.into(), new.serial.into()]);
    params.push(open_until(new.status, newest).into());
    tx.add(
        "INSERT INTO application (applicant, household, kind, received, adults, children, situation, target_groups, \
         rooms, room_need, wished_area, wheelchair, income, status, decided, officer, restricted, note, \
         municipality, id, year, serial, open_until, version) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, \
         $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, 1)",
        params,
    )?;
    for (day, status) in steps {
        record_status(tx, &new.id, *day, *status)?;
    }
    Ok(())
}

/// Saves a changed application; a new status is true from `day`. `false` when somebody else saved first.
///
/// # Errors
/// When the store fails.
pub fn update(tx: &mut Tx<'_>, before: &Application, changed: &Application, day: Date) -> Result<bool, StoreError> {
    let municipality = tx.municipality();
    let mut params = values(changed);
    params.extend([municipality.into(), before.id.as_str().into(), before.version.into()]);
    let touched = tx.execute(
        "UPDATE application SET applicant = $1, household = $2, kind = $3, received = $4, adults = $5, \
         children = $6, situation = $7, target_groups = $8, rooms = $9, room_need = $10, wished_area = $11, \
         wheelchair = $12, income = $13, status = $14, decided = $15, officer = $16, restricted = $17, note = $18, \
         version = version + 1 WHERE municipality = $19 AND id = $20 AND version = $21",
        &params,
    )?;
    if touched == 0 {
        return Ok(false);
    }
    if changed.status != before.status {
        record_status(tx, &before.id, day, changed.status)?;
        let municipality = tx.municipality();
        tx.execute(
            "UPDATE application SET open_until = $3 WHERE municipality = $1 AND id = $2",
            params![municipality, &before.id, open_until(changed.status, day)],
        )?;
    }
    Ok(true)
}

/// Works out anew how many rooms the applications need that came in from a day until another.
///
/// # Errors
/// When the store fails.
pub fn follow_room_norm(
    tx: &mut Tx<'_>,
    (from, until): (Date, Option<Date>),
    need: impl Fn(HouseholdSize) -> Rooms,
) -> Result<(), StoreError> {
    let municipality = tx.municipality();
    let until = until.unwrap_or(Date::MAX);
    let sizes = "SELECT DISTINCT adults, children FROM application WHERE municipality = $1 AND received >= $2 \
                 AND received < $3 AND adults IS NOT NULL AND children IS NOT NULL";
    for row in tx.query(sizes, params![municipality.as_str(), from, until])? {
        let size = HouseholdSize { adults: row.get(0)?, children: row.get(1)? };
        tx.execute(
            "UPDATE application SET room_need = $6 WHERE municipality = $1 AND received >= $2 AND received < $3 \
             AND adults = $4 AND children = $5",
            params![municipality.as_str(), from, until, size.adults, size.children, need(size).0],
        )?;
    }
    Ok(())
}

/// Notes an application's status from a day on; said again for the same day, the last word holds.
///
/// # Errors
/// When the store fails.
pub fn record_status(tx: &mut Tx<'_>, id: &str, from: Date, status: ApplicationStatus) -> Result<(), StoreError> {
    let municipality = tx.municipality();
    tx.add(
        "INSERT INTO application_status (municipality, application, from_day, status) VALUES ($1, $2, $3, $4) \
         ON CONFLICT (municipality, application, from_day) DO UPDATE SET status = excluded.status",
        values![municipality, id, from, status.code()],
    )?;
    Ok(())
}

/// An application's statuses with their first days, oldest first.
///
/// # Errors
/// When the store fails.
pub fn statuses(tx: &mut Tx<'_>, id: &str) -> Result<Vec<(Date, ApplicationStatus)>, StoreError> {
    let municipality = tx.municipality();
    let sql = "SELECT from_day, status FROM application_status WHERE municipality = $1 AND application = $2 \
               ORDER BY from_day";
    let rows = tx.query(sql, params![municipality, id])?;
    rows.iter().map(|row| Ok((row.get(0)?, row.get::<String>(1)?.parse()?))).collect()
}

/// The applications that are open.
///
/// # Errors
/// When the store fails.
pub fn ids_open(tx: &mut Tx<'_>) -> Result<Vec<String>, StoreError> {
    let open = ApplicationStatus::ALL.iter().filter(|status| status.is_open());
    let codes: Vec<String> = open.map(|status| format!("'{}'", status.code())).collect();
    let sql = format!(
        "SELECT id FROM application WHERE municipality = $1 AND status IN ({}) ORDER BY received, id",
        codes.join(", ")
    );
    let municipality = tx.municipality();
    let rows = tx.query(&sql, params![municipality])?;
    rows.iter().map(|row| row.get(0)).collect()
}
