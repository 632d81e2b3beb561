//! The list of applications, today or as it was on another day.

use super::{Application, COLUMNS, STILL_OPEN, application};
use crate::params;
use crate::store::protected::applicant_is_open;
use crate::store::wanted::{Slice, Wanted};
use crate::store::{StoreError, Tx};
use housing::Date;
use housing::applications::{ApplicationKind, ApplicationStatus, Clock, HousingSituation};
use housing::dwellings::Rooms;
use housing::people::{Name, TargetGroup};

/// Which applications to list; everything that is not said matches.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct Filter {
    pub status: Option<StatusFilter>,
    pub received_from: Option<Date>,
    pub received_to: Option<Date>,
    pub kind: Option<ApplicationKind>,
    pub target_group: Option<TargetGroup>,
    /// By size category: five is five rooms or more.
    pub room_need: Option<Rooms>,
    pub situation: Option<HousingSituation>,
    pub with_children: Option<bool>,
    pub area: Option<String>,
    pub wheelchair: Option<bool>,
    pub officer: Option<String>,
    /// As it stood on this day; today's columns when not said.
    pub on: Option<Date>,
    /// Whoever asks may know of strictly protected applicants (`L7.2`).
    pub sees_protected: bool,
}

/// One status, or the statuses that wait for the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
pub enum StatusFilter {
    Open,
    Awaits(Clock),
    Is(ApplicationStatus),
}

impl StatusFilter {
    fn is_open(self) -> bool {
        match self {
            Self::Open | Self::Awaits(Clock::AwaitsDecision | Clock::AwaitsHome) => true,
            Self::Is(status) => status.is_open(),
        }
    }

    fn covers(self, status: ApplicationStatus) -> bool {
        match self {
            Self::Open => status.is_open(),
            Self::Awaits(clock) => status.clock() == Some(clock),
            Self::Is(one) => status == one,
        }
    }
}

/// What the list is sorted by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SortBy {
    #[default]
    Received,
    Number,
}

/// An application as a list shows it: `status` is that of the day asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    pub application: Application,
    pub applicant: Name,
}

/// Where the status is read: the application's own row, or its history.
fn status_on(day: Option<Date>, wanted: &mut Wanted) -> String {
    let Some(day) = day else { return "a.status".to_owned() };
    let day = wanted.param(day);
    wanted.and_that(&format!("a.received <= {day}"));
    format!(
        "coalesce((SELECT s.status FROM application_status s WHERE s.municipality = a.municipality \
         AND s.application = a.id AND s.from_day <= {day} ORDER BY s.from_day DESC LIMIT 1), '{}')",
        ApplicationStatus::Received.code()
    )
}

fn narrow(filter: &Filter, municipality: String) -> (Wanted, String) {
    let mut wanted = Wanted::of(municipality, "a.municipality");
    let status = status_on(filter.on, &mut wanted);
    if let Some(asked) = filter.status {
        let covered = ApplicationStatus::ALL.iter().copied().filter(|status| asked.covers(*status));
        wanted.and_in(&status, covered.map(ApplicationStatus::code));
        // Those that were open are found by an index; where each stood is then asked of those few.
        match filter.on {
            None if asked.is_open() => wanted.and("a.open_until =", STILL_OPEN),
            Some(day) if asked.is_open() => {
                let day = wanted.param(day);
                wanted.and_that(&format!(
                    "a.id IN (SELECT id FROM application WHERE municipality = $1 AND open_until > {day} \
                     AND received <= {day})"
                ));
            }
            Some(_) | None => {}
        }
    }
    for (comparison, day) in [("a.received >=", filter.received_from), ("a.received <=", filter.received_to)] {
        if let Some(day) = day {
            wanted.and(comparison, day);
        }
    }
    let codes = [
        ("a.kind =", filter.kind.map(ApplicationKind::code)),
        ("a.situation =", filter.situation.map(HousingSituation::code)),
        ("a.wished_area =", filter.area.as_deref()),
        ("a.officer =", filter.officer.as_deref()),
    ];
    for (comparison, code) in codes {
        if let Some(code) = code {
            wanted.and(comparison, code);
        }
    }
    if let Some(group) = filter.target_group {
        wanted.and("a.target_groups LIKE", format!("% {} %", group.code()));
    }
    match filter.room_need {
        Some(rooms) if rooms >= Rooms::LARGEST_CATEGORY => wanted.and("a.room_need >=", rooms.0),
        Some(rooms) => wanted.and("a.room_need =", rooms.0),
        None => {}
    }
    match filter.with_children {
        Some(true) => wanted.and_that("a.children > 0"),
        Some(false) => wanted.and_that("coalesce(a.children, 0) = 0"),
        None => {}
    }
    if let Some(wheelchair) = filter.wheelchair {
        wanted.and("a.wheelchair =", wheelchair);
    }
    if !filter.sees_protected {
        wanted.and_that(&applicant_is_open("a"));
    }
    (wanted, status)
}

/// The applications of a part of the list.
///
/// # Errors
/// When the store fails.
pub fn list(
    tx: &mut Tx<'_>,
    filter: &Filter,
    (by, descending): (SortBy, bool),
    slice: Slice,
) -> Result<Vec<Listed>, StoreError> {
    let (mut wanted, status) = narrow(filter, tx.municipality());
    let direction = if descending { "DESC" } else { "ASC" };
    let order = match by {
        SortBy::Received => format!("a.received {direction}, a.id {direction}"),
        SortBy::Number => format!("a.year {direction}, a.serial {direction}"),
    };
    let (most, offset) = (wanted.param(slice.most), wanted.param(slice.offset));
    let columns = COLUMNS.split(", ").map(|column| match column {
        "status" => status.clone(),
        column => format!("a.{column}"),
    });
    let columns = columns.collect::<Vec<_>>().join(", ");
    // The ids first, from an index alone; then the rows of those few.
    let sql = format!(
        "SELECT {columns}, p.family, p.given \
         FROM (SELECT a.id AS listed FROM application a WHERE {} ORDER BY {order} LIMIT {most} OFFSET {offset}) AS part \
         JOIN application a ON a.municipality = $1 AND a.id = part.listed \
         JOIN person p ON p.municipality = $1 AND p.id = a.applicant ORDER BY {order}",
        wanted.sql()
    );
    let rows = tx.query(&sql, wanted.params())?;
    let name_at = COLUMNS.split(", ").count();
    rows.iter()
        .map(|row| {
            let applicant = Name { family: row.get(name_at)?, given: row.get(name_at + 1)? };
            Ok(Listed { application: application(row)?, applicant })
        })
        .collect()
}

/// How many applications match.
///
/// # Errors
/// When the store fails.
pub fn count(tx: &mut Tx<'_>, filter: &Filter) -> Result<i64, StoreError> {
    let (wanted, _) = narrow(filter, tx.municipality());
    let row = tx.query_one(&format!("SELECT count(*) FROM application a WHERE {}", wanted.sql()), wanted.params())?;
    row.map_or(Ok(0), |row| row.get(0))
}

/// The areas that are wished for and the officers who handle applications, each once, for choosing among.
///
/// # Errors
/// When the store fails.
pub fn areas_and_officers(tx: &mut Tx<'_>) -> Result<(Vec<String>, Vec<String>), StoreError> {
    let municipality = tx.municipality();
    let mut of = |column: &str| {
        let sql = format!("SELECT DISTINCT {column} FROM application WHERE municipality = $1 AND {column} IS NOT NULL");
        let rows = tx.query(&sql, params![municipality.as_str()])?;
        let mut texts = rows.iter().map(|row| row.get(0)).collect::<Result<Vec<String>, StoreError>>()?;
        texts.sort_by_key(|text| housing::text::sort_key(text));
        Ok::<_, StoreError>(texts)
    };
    Ok((of("wished_area")?, of("officer")?))
}
