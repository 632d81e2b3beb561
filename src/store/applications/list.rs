//! The list of applications, today or as it was on another day.

use super::{Application, COLUMNS, STILL_OPEN, application, groups_as_stored};
use crate::params;
use crate::store::protected::applicant_is_open;
use crate::store::wanted::{Known, ORDINARY, Slice, Wanted};
use crate::store::{StoreError, Tx};
use housing::Date;
use housing::applications::{ApplicationKind, ApplicationStatus, Clock, HousingSituation, Outcome};
use housing::dwellings::Rooms;
use housing::people::{Name, TargetGroup};

/// Which applications to list; everything that is not said matches.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct Filter {
    pub status: Option<StatusFilter>,
    pub received_from: Option<Date>,
    pub received_to: Option<Date>,
    /// How they were decided, and when: by what each has come to since.
    pub outcome: Option<Outcome>,
    pub decided_from: Option<Date>,
    pub decided_to: Option<Date>,
    pub kind: Option<KindFilter>,
    /// Renewals of leases, or everything else.
    pub renewals: Option<bool>,
    pub target_group: Option<Known<TargetGroup>>,
    /// These target groups and no others.
    pub exact_groups: Option<Vec<TargetGroup>>,
    /// By size category: five is five rooms or more.
    pub room_need: Option<Known<Rooms>>,
    pub situation: Option<Known<HousingSituation>>,
    pub with_children: Option<bool>,
    pub area: Option<String>,
    pub wheelchair: Option<bool>,
    pub officer: Option<String>,
    /// As it stood on this day; today's columns when not said.
    pub on: Option<Date>,
    /// Whoever asks may know of strictly protected applicants (`L7.2`).
    pub sees_protected: bool,
}

/// One kind, or everything but applications for care homes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KindFilter {
    Ordinary,
    Is(ApplicationKind),
}

impl KindFilter {
    /// As it stands in the address of the list and in the trace.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Ordinary => ORDINARY,
            Self::Is(kind) => kind.code(),
        }
    }
}

impl std::str::FromStr for KindFilter {
    type Err = housing::UnknownCode;

    fn from_str(code: &str) -> Result<Self, Self::Err> {
        if code == ORDINARY { Ok(Self::Ordinary) } else { code.parse().map(Self::Is) }
    }
}

impl serde::Serialize for KindFilter {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
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
fn status_of(day: Option<Date>, wanted: &mut Wanted) -> String {
    let Some(day) = day else { return "a.status".to_owned() };
    let day = wanted.param(day);
    wanted.and_that(&format!("a.received <= {day}"));
    status_on(&day)
}

/// Where application `a` stood on a day (a parameter).
pub(in crate::store) fn status_on(day: &str) -> String {
    format!(
        "coalesce((SELECT s.status FROM application_status s WHERE s.municipality = a.municipality \
         AND s.application = a.id AND s.from_day <= {day} ORDER BY s.from_day DESC LIMIT 1), '{}')",
        ApplicationStatus::Received.code()
    )
}

fn narrow(filter: &Filter, municipality: String) -> (Wanted, String) {
    let mut wanted = Wanted::of(municipality, "a.municipality");
    let status = status_of(filter.on, &mut wanted);
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
    let days = [
        ("a.received >=", filter.received_from),
        ("a.received <=", filter.received_to),
        ("a.decided >=", filter.decided_from),
        ("a.decided <=", filter.decided_to),
    ];
    for (comparison, day) in days {
        if let Some(day) = day {
            wanted.and(comparison, day);
        }
    }
    if let Some(outcome) = filter.outcome {
        let decided_so = ApplicationStatus::ALL.iter().copied().filter(|status| status.outcome() == Some(outcome));
        wanted.and_in("a.status", decided_so.map(ApplicationStatus::code));
    }
    match filter.kind {
        Some(KindFilter::Is(kind)) => wanted.and("a.kind =", kind.code()),
        Some(KindFilter::Ordinary) => wanted.and("coalesce(a.kind, '') <>", ApplicationKind::CareHome.code()),
        None => {}
    }
    match filter.renewals {
        Some(true) => wanted.and("a.kind =", ApplicationKind::Renewal.code()),
        Some(false) => wanted.and("coalesce(a.kind, '') <>", ApplicationKind::Renewal.code()),
        None => {}
    }
    for (comparison, text) in [("a.wished_area =", &filter.area), ("a.officer =", &filter.officer)] {
        if let Some(text) = text {
            wanted.and(comparison, text);
        }
    }
    wanted.and_known("a.situation", filter.situation.clone().map(|known| known.map(HousingSituation::code)));
    match filter.target_group {
        Some(Known::Is(group)) => wanted.and("a.target_groups LIKE", format!("% {} %", group.code())),
        Some(Known::Unknown) => wanted.and("a.target_groups =", ""),
        None => {}
    }
    if let Some(groups) = &filter.exact_groups {
        wanted.and("a.target_groups =", groups_as_stored(groups));
    }
    wanted.and_rooms("a.room_need", filter.room_need.as_ref());
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
