//! Homes counted by what they are.

use super::{newest_holds, on_day};
use crate::params;
use crate::store::{Row, StoreError, Tx};
use housing::Date;
use housing::dwellings::{Category, DwellingStatus, Rooms};
use housing::money::Ore;

/// Homes that are alike, and what they cost a month together.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct HomeGroup {
    pub category: Category,
    pub rooms: Option<Rooms>,
    pub status: DwellingStatus,
    /// `None` when nobody has said.
    pub wheelchair: Option<bool>,
    pub homes: i64,
    /// The sum of their rents a month, as far as they are known.
    #[serde(rename = "rent_ore")]
    pub rent: Ore,
}

/// Every home that had been registered on the day, those that have left the stock too.
///
/// # Errors
/// When the store fails.
pub fn homes(tx: &mut Tx<'_>, on: Date) -> Result<Vec<HomeGroup>, StoreError> {
    let municipality = tx.municipality();
    let count = |homes: &str| {
        format!(
            "SELECT category, rooms, status, wheelchair, count(*), CAST(coalesce(sum(rent), 0) AS BIGINT) \
             FROM {homes} GROUP BY category, rooms, status, wheelchair"
        )
    };
    let rows = if newest_holds(tx, "dwelling_status", on)? && newest_holds(tx, "dwelling_rent", on)? {
        tx.query(&count("dwelling WHERE municipality = $1"), params![municipality])?
    } else {
        let (status, rent) = (
            on_day("dwelling_status", "status", "dwelling", "d.id"),
            on_day("dwelling_rent", "rent", "dwelling", "d.id"),
        );
        let homes = format!(
            "(SELECT d.category, d.rooms, d.wheelchair, {status} AS status, {rent} AS rent FROM dwelling d \
             WHERE d.municipality = $1) known WHERE status IS NOT NULL"
        );
        tx.query(&count(&homes), params![municipality, on])?
    };
    rows.iter().map(group).collect()
}

/// How many homes stand in the counts of the day by a status that was written down only later.
///
/// # Errors
/// When the store fails.
pub fn assumed(tx: &mut Tx<'_>, on: Date) -> Result<i64, StoreError> {
    if newest_holds(tx, "dwelling_status", on)? {
        return Ok(0);
    }
    let municipality = tx.municipality();
    let sql = "SELECT count(*) FROM (SELECT dwelling, min(from_day) AS first_day FROM dwelling_status \
               WHERE municipality = $1 GROUP BY dwelling) said JOIN dwelling_status s ON s.municipality = $1 \
               AND s.dwelling = said.dwelling AND s.from_day = said.first_day WHERE said.first_day > $2 AND s.from_known = 0";
    tx.query_one(sql, params![municipality, on])?.map_or(Ok(0), |row| row.get(0))
}

fn group(row: &Row) -> Result<HomeGroup, StoreError> {
    Ok(HomeGroup {
        category: row.get::<String>(0)?.parse()?,
        rooms: row.get::<Option<u8>>(1)?.map(Rooms),
        status: row.get::<String>(2)?.parse()?,
        wheelchair: row.get(3)?,
        homes: row.get(4)?,
        rent: row.get(5)?,
    })
}
