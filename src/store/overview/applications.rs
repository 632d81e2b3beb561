//! Applications counted by what was asked for and where they stand.

use super::newest_holds;
use crate::params;
use crate::store::applications::status_on;
use crate::store::protected::applicant_is_open;
use crate::store::{Row, StoreError, Tx};
use housing::Date;
use housing::applications::{ApplicationKind, ApplicationStatus, HousingSituation};
use housing::dwellings::Rooms;
use housing::people::TargetGroup;

/// Applications, and the children in the households that applied.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ApplicationSum {
    pub applications: i64,
    pub children: i64,
}

/// What more must hold of an application for those who may not know of protected applicants.
fn open_only(with_protected: bool) -> String {
    if with_protected { String::new() } else { format!(" AND {}", applicant_is_open("a")) }
}

/// Every application that had come in by the day, whatever became of it. Those of strictly protected applicants are
/// among them only when asked for (`L7.2`), here and below.
///
/// # Errors
/// When the store fails.
pub fn all_received(tx: &mut Tx<'_>, on: Date, with_protected: bool) -> Result<ApplicationSum, StoreError> {
    let municipality = tx.municipality();
    let sql = format!(
        "SELECT count(*), CAST(coalesce(sum(a.children), 0) AS BIGINT) FROM application a \
         WHERE a.municipality = $1 AND a.received <= $2{}",
        open_only(with_protected)
    );
    let sum = tx.query_one(&sql, params![municipality, on])?;
    sum.map_or_else(
        || Ok(ApplicationSum::default()),
        |row| Ok(ApplicationSum { applications: row.get(0)?, children: row.get(1)? }),
    )
}

/// Applications of one kind that came in on the same day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ApplicationsReceived {
    pub kind: Option<ApplicationKind>,
    pub received: Date,
    pub applications: i64,
}

/// The applications that came in between two days, both included.
///
/// # Errors
/// When the store fails.
pub fn received(
    tx: &mut Tx<'_>,
    (first, last): (Date, Date),
    with_protected: bool,
) -> Result<Vec<ApplicationsReceived>, StoreError> {
    let municipality = tx.municipality();
    let sql = format!(
        "SELECT a.kind, a.received, count(*) FROM application a \
         WHERE a.municipality = $1 AND a.received >= $2 AND a.received <= $3{} GROUP BY a.received, a.kind",
        open_only(with_protected)
    );
    let read =
        |row: &Row| Ok(ApplicationsReceived { kind: kind(row, 0)?, received: row.get(1)?, applications: row.get(2)? });
    tx.query(&sql, params![municipality, first, last])?.iter().map(read).collect()
}

/// Applications of one kind that were decided on the same day, by what they have come to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ApplicationsDecided {
    pub kind: Option<ApplicationKind>,
    pub decided: Date,
    pub status: ApplicationStatus,
    pub applications: i64,
}

/// The applications that were decided between two days, both included.
///
/// # Errors
/// When the store fails.
pub fn decided(
    tx: &mut Tx<'_>,
    (first, last): (Date, Date),
    with_protected: bool,
) -> Result<Vec<ApplicationsDecided>, StoreError> {
    let municipality = tx.municipality();
    let sql = format!(
        "SELECT a.kind, a.decided, a.status, count(*) FROM application a WHERE a.municipality = $1 \
         AND a.decided >= $2 AND a.decided <= $3{} GROUP BY a.decided, a.kind, a.status",
        open_only(with_protected)
    );
    let read = |row: &Row| {
        Ok(ApplicationsDecided {
            kind: kind(row, 0)?,
            decided: row.get(1)?,
            status: row.get::<String>(2)?.parse()?,
            applications: row.get(3)?,
        })
    };
    tx.query(&sql, params![municipality, first, last])?.iter().map(read).collect()
}

/// Applications that wait and are alike.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WaitingGroup {
    pub status: ApplicationStatus,
    pub kind: Option<ApplicationKind>,
    pub target_groups: Vec<TargetGroup>,
    pub room_need: Option<Rooms>,
    pub situation: Option<HousingSituation>,
    /// Children in each household.
    pub children: Option<u8>,
    pub applications: i64,
}

/// The applications that were open on the day.
///
/// # Errors
/// When the store fails.
pub fn waiting(tx: &mut Tx<'_>, on: Date, with_protected: bool) -> Result<Vec<WaitingGroup>, StoreError> {
    const ALIKE: &str = "status, kind, target_groups, room_need, situation, children";
    let municipality = tx.municipality();
    let open = ApplicationStatus::ALL.iter().filter(|status| status.is_open()).map(|status| status.code());
    let seen = open_only(with_protected);
    let mut groups = Vec::new();
    if newest_holds(tx, "application_status", on)? {
        // A status at a time: then the index gives the groups in order and nothing need be sorted.
        let sql = format!(
            "SELECT {ALIKE}, count(*) FROM application a WHERE a.municipality = $1 AND a.status = $2 \
             AND a.received <= $3{seen} GROUP BY {ALIKE}"
        );
        for status in open {
            groups.extend(tx.query(&sql, params![municipality.as_str(), status, on])?);
        }
    } else {
        let codes: Vec<String> = open.map(|code| format!("'{code}'")).collect();
        let sql = format!(
            "SELECT {ALIKE}, count(*) FROM (SELECT {} AS status, a.kind, a.target_groups, a.room_need, a.situation, \
             a.children FROM application a WHERE a.municipality = $1 AND a.received <= $2{seen}) known \
             WHERE status IN ({}) GROUP BY {ALIKE}",
            status_on("$2"),
            codes.join(", ")
        );
        groups = tx.query(&sql, params![municipality, on])?;
    }
    groups.iter().map(waiting_group).collect()
}

fn waiting_group(row: &Row) -> Result<WaitingGroup, StoreError> {
    let groups: String = row.get(2)?;
    Ok(WaitingGroup {
        status: row.get::<String>(0)?.parse()?,
        kind: kind(row, 1)?,
        target_groups: groups.split_whitespace().map(str::parse).collect::<Result<_, _>>()?,
        room_need: row.get::<Option<u8>>(3)?.map(Rooms),
        situation: row.get::<Option<String>>(4)?.map(|code| code.parse()).transpose()?,
        children: row.get(5)?,
        applications: row.get(6)?,
    })
}

fn kind(row: &Row, column: usize) -> Result<Option<ApplicationKind>, StoreError> {
    Ok(row.get::<Option<String>>(column)?.map(|code| code.parse()).transpose()?)
}
