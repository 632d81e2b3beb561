//! Persons who are expected before they apply.

use super::protected::person_is_open;
use super::wanted::{Slice, Wanted};
use super::{Row, StoreError, Tx};
use crate::{params, values};
use housing::Date;
use housing::applications::LeavesPlace;
use housing::expected::EndedBecause;
use housing::people::Name;

/// Stands for no end yet.
const STILL_EXPECTED: Date = jiff::civil::date(9999, 12, 31);

/// Somebody who is or was expected; `need` is encrypted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expected {
    pub id: String,
    pub person: String,
    pub place: LeavesPlace,
    pub place_name: Option<String>,
    pub day: Date,
    pub about: bool,
    pub contact: String,
    pub contact_telephone: Option<String>,
    pub need: Option<Vec<u8>>,
    pub officer: Option<String>,
    /// The day they were not expected any more, and what became of them.
    pub ended: Option<(Date, Ending)>,
    pub version: i64,
}

/// What became of somebody who was expected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ending {
    /// They applied: the application's id.
    Applied(String),
    Otherwise {
        because: EndedBecause,
        why: String,
    },
}

/// Every column, in the order [`expected`] reads them.
const COLUMNS: &str = "e.id, e.person, e.place, e.place_name, e.day, e.about, e.contact, e.contact_telephone, e.need, \
    e.officer, e.open_until, e.ended_as, e.ended_why, e.application, e.version";

fn expected(row: &Row) -> Result<Expected, StoreError> {
    let until: Date = row.get(10)?;
    let ended = if until == STILL_EXPECTED { None } else { Some((until, ending(row)?)) };
    Ok(Expected {
        id: row.get(0)?,
        person: row.get(1)?,
        place: row.get::<String>(2)?.parse()?,
        place_name: row.get(3)?,
        day: row.get(4)?,
        about: row.get(5)?,
        contact: row.get(6)?,
        contact_telephone: row.get(7)?,
        need: row.get(8)?,
        officer: row.get(9)?,
        ended,
        version: row.get(14)?,
    })
}

fn ending(row: &Row) -> Result<Ending, StoreError> {
    match row.get::<Option<String>>(13)? {
        Some(application) => Ok(Ending::Applied(application)),
        None => Ok(Ending::Otherwise {
            because: row.get::<String>(11)?.parse()?,
            why: row.get::<Option<String>>(12)?.unwrap_or_default(),
        }),
    }
}

/// The expected person with this id.
///
/// # Errors
/// When the store fails.
pub fn find(tx: &mut Tx<'_>, id: &str) -> Result<Option<Expected>, StoreError> {
    let municipality = tx.municipality();
    let sql = format!("SELECT {COLUMNS} FROM expected_person e WHERE e.municipality = $1 AND e.id = $2");
    tx.query_one(&sql, params![municipality, id])?.as_ref().map(expected).transpose()
}

/// Every time a person is or was expected, the newest day first.
///
/// # Errors
/// When the store fails.
pub fn of_person(tx: &mut Tx<'_>, person: &str) -> Result<Vec<Expected>, StoreError> {
    let municipality = tx.municipality();
    let sql = format!(
        "SELECT {COLUMNS} FROM expected_person e WHERE e.municipality = $1 AND e.person = $2 ORDER BY e.day DESC, e.id"
    );
    tx.query(&sql, params![municipality, person])?.iter().map(expected).collect()
}

/// Adds somebody who is expected.
///
/// # Errors
/// When the store fails.
pub fn insert(tx: &mut Tx<'_>, new: &Expected) -> Result<(), StoreError> {
    let municipality = tx.municipality();
    tx.add(
        "INSERT INTO expected_person (municipality, id, person, place, place_name, day, about, contact, \
         contact_telephone, need, officer, open_until, version) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 1)",
        values![
            municipality,
            &new.id,
            &new.person,
            new.place.code(),
            new.place_name.clone(),
            new.day,
            new.about,
            &new.contact,
            new.contact_telephone.clone(),
            new.need.clone(),
            new.officer.clone(),
            STILL_EXPECTED
        ],
    )
}

/// Saves what is known now, and what became of them. `false` when somebody else saved first.
///
/// # Errors
/// When the store fails.
pub fn save(tx: &mut Tx<'_>, new: &Expected) -> Result<bool, StoreError> {
    let municipality = tx.municipality();
    let (until, ending) = new.ended.clone().map_or((STILL_EXPECTED, None), |(day, ending)| (day, Some(ending)));
    let (because, why, application) = match ending {
        Some(Ending::Applied(application)) => (None, None, Some(application)),
        Some(Ending::Otherwise { because, why }) => (Some(because.code()), Some(why), None),
        None => (None, None, None),
    };
    let touched = tx.execute(
        "UPDATE expected_person SET place = $4, place_name = $5, day = $6, about = $7, contact = $8, \
         contact_telephone = $9, need = $10, officer = $11, open_until = $12, ended_as = $13, ended_why = $14, \
         application = $15, version = version + 1 WHERE municipality = $1 AND id = $2 AND version = $3",
        params![
            municipality,
            &new.id,
            new.version,
            new.place.code(),
            new.place_name.clone(),
            new.day,
            new.about,
            &new.contact,
            new.contact_telephone.clone(),
            new.need.clone(),
            new.officer.clone(),
            until,
            because,
            why,
            application
        ],
    )?;
    Ok(touched == 1)
}

/// Which of them; everything that is not said matches.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct Filter {
    /// Those who are not expected any more; otherwise those who are.
    pub ended: bool,
    pub place: Option<LeavesPlace>,
    pub officer: Option<String>,
    /// Of `officer`, or nobody's.
    pub or_nobodys: bool,
    pub from: Option<Date>,
    pub to: Option<Date>,
    /// Whoever asks may know of strictly protected people (`L7.2`).
    pub sees_protected: bool,
}

fn narrow(filter: &Filter, municipality: String) -> Wanted {
    let mut wanted = Wanted::of(municipality, "e.municipality");
    wanted.and(if filter.ended { "e.open_until <" } else { "e.open_until =" }, STILL_EXPECTED);
    if let Some(place) = filter.place {
        wanted.and("e.place =", place.code());
    }
    match &filter.officer {
        Some(officer) if filter.or_nobodys => {
            let officer = wanted.param(officer.as_str());
            wanted.and_that(&format!("(e.officer = {officer} OR e.officer IS NULL)"));
        }
        Some(officer) => wanted.and("e.officer =", officer.as_str()),
        None => {}
    }
    for (comparison, day) in [("e.day >=", filter.from), ("e.day <=", filter.to)] {
        if let Some(day) = day {
            wanted.and(comparison, day);
        }
    }
    if !filter.sees_protected {
        wanted.and_that(&person_is_open("p"));
    }
    wanted
}

/// From where the list is read.
const FROM: &str = "FROM expected_person e JOIN person p ON p.municipality = e.municipality AND p.id = e.person";

/// The part of the list, the nearest day first.
///
/// # Errors
/// When the store fails.
pub fn list(tx: &mut Tx<'_>, filter: &Filter, slice: Slice) -> Result<Vec<(Expected, Name)>, StoreError> {
    let mut wanted = narrow(filter, tx.municipality());
    let (most, offset) = (wanted.param(slice.most), wanted.param(slice.offset));
    let sql = format!(
        "SELECT {COLUMNS}, p.family, p.given {FROM} WHERE {} ORDER BY e.day, e.id LIMIT {most} OFFSET {offset}",
        wanted.sql()
    );
    let listed = |row: &Row| Ok((expected(row)?, Name { family: row.get(15)?, given: row.get(16)? }));
    tx.query(&sql, wanted.params())?.iter().map(listed).collect()
}

/// How many match.
///
/// # Errors
/// When the store fails.
pub fn count(tx: &mut Tx<'_>, filter: &Filter) -> Result<i64, StoreError> {
    let wanted = narrow(filter, tx.municipality());
    let row = tx.query_one(&format!("SELECT count(*) {FROM} WHERE {}", wanted.sql()), wanted.params())?;
    row.map_or(Ok(0), |row| row.get(0))
}
