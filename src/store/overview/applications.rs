//! Applications counted by what was asked for and where they stand.

use super::newest_holds;
use crate::params;
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

/// Every application that had come in by the day, whatever became of it.
///
/// # Errors
/// When the store fails.
pub fn all_received(tx: &mut Tx<'_>, on: Date) -> Result<ApplicationSum, StoreError> {
    let municipality = tx.municipality();
    let sql = "SELECT count(*), CAST(coalesce(sum(children), 0) AS BIGINT) FROM application \
               WHERE municipality = $1 AND received <= $2";
    let sum = tx.query_one(sql, params![municipality, on])?;
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
pub fn received(tx: &mut Tx<'_>, first: Date, last: Date) -> Result<Vec<ApplicationsReceived>, StoreError> {
    let municipality = tx.municipality();
    let sql = "SELECT kind, received, count(*) FROM application \
               WHERE municipality = $1 AND received >= $2 AND received <= $3 GROUP BY received, kind";
    let read =
        |row: &Row| Ok(ApplicationsReceived { kind: kind(row, 0)?, received: row.get(1)?, applications: row.get(2)? });
    tx.query(sql, params![municipality, first, last])?.iter().map(read).collect()
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
pub fn decided(tx: &mut Tx<'_>, first: Date, last: Date) -> Result<Vec<ApplicationsDecided>, StoreError> {
    let municipality = tx.municipality();
    let sql = "SELECT kind, decided, status, count(*) FROM application WHERE municipality = $1 \
               AND decided >= $2 AND decided <= $3 GROUP BY decided, kind, status";
    let read = |row: &Row| {
        Ok(ApplicationsDecided {
            kind: kind(row, 0)?,
            decided: row.get(1)?,
            status: row.get::<String>(2)?.parse()?,
            applications: row.get(3)?,
        })
    };
    tx.query(sql, params![municipality, first, last])?.iter().map(read).collect()
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
pub fn waiting(tx: &mut Tx<'_>, on: Date) -> Result<Vec<WaitingGroup>, StoreError> {
    const ALIKE: &str = "status, kind, target_groups, room_need, situation, children";
    let municipality = tx.municipality();
    let open = ApplicationStatus::ALL.iter().filter(|status| status.is_open()).map(|status| status.code());
    let mut groups = Vec::new();
    if newest_holds(tx, "application_status", on)? {
        // A status at a time: then the index gives the groups in order and nothing need be sorted.
        let sql = format!(
            "SELECT {ALIKE}, count(*) FROM application WHERE municipality = $1 AND status = $2 AND received <= $3 \
             GROUP BY {ALIKE}"
        );
        for status in open {
            groups.extend(tx.query(&sql, params![municipality.as_str(), status, on])?);
        }
    } else {
        let codes: Vec<String> = open.map(|code| format!("'{code}'")).collect();
        let sql = format!(
            "SELECT {ALIKE}, count(*) FROM (SELECT (SELECT s.status FROM application_status s \
             WHERE s.municipality = $1 AND s.application = a.id AND s.from_day <= $2 ORDER BY s.from_day DESC LIMIT 1) \
             AS status, kind, target_groups, room_need, situation, children FROM application a \
             WHERE a.municipality = $1 AND a.received <= $2) known WHERE status IN ({}) GROUP BY {ALIKE}",
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
