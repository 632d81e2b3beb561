//! Homes that stand empty, and since when.

use super::{newest_holds, on_day};
use crate::params;
use crate::store::dwellings::standing_empty;
use crate::store::{Row, StoreError, Tx};
use housing::Date;
use housing::dwellings::{Category, DwellingStatus, Rooms};
use housing::money::Ore;

/// A home that earns no rent on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Vacancy {
    pub id: String,
    /// Street, house number and dwelling number.
    pub place: String,
    pub category: Category,
    pub rooms: Option<Rooms>,
    pub status: DwellingStatus,
    /// Rent a month, when it is known.
    pub rent: Option<Ore>,
    /// The first day it is known to have stood empty …
    pub since: Date,
    /// … and whether it was lived in until then.
    pub since_known: bool,
}

/// Every home that stood empty on the day, for whatever reason; since when is told by [`standing_empty`].
///
/// # Errors
/// When the store fails.
pub fn vacancies(tx: &mut Tx<'_>, on: Date) -> Result<Vec<Vacancy>, StoreError> {
    let municipality = tx.municipality();
    let current = newest_holds(tx, "dwelling_status", on)? && newest_holds(tx, "dwelling_rent", on)?;
    let of = |column: &str, alias: &str| match current {
        true => format!("{alias}.{column}"),
        false => on_day(&format!("dwelling_{column}"), column, "dwelling", &format!("{alias}.id")),
    };
    let (status, rent) = (of("status", "d"), of("rent", "d"));
    let which = format!("{} IN ({})", of("status", "e"), standing_empty::empty_statuses());
    let sql = format!(
        "SELECT d.id, d.street, d.street_number, d.unit, d.category, d.rooms, {status}, {rent}, \
         stands.since, stands.since_known FROM ({}) stands \
         JOIN dwelling d ON d.municipality = $1 AND d.id = stands.id",
        standing_empty::statement("$2", &which)
    );
    tx.query(&sql, params![municipality, on])?.iter().map(vacancy).collect()
}

fn vacancy(row: &Row) -> Result<Vacancy, StoreError> {
    let (street, number, unit): (String, String, String) = (row.get(1)?, row.get(2)?, row.get(3)?);
    Ok(Vacancy {
        id: row.get(0)?,
        place: format!("{street} {number} {unit}").trim().to_owned(),
        category: row.get::<String>(4)?.parse()?,
        rooms: row.get::<Option<u8>>(5)?.map(Rooms),
        status: row.get::<String>(6)?.parse()?,
        rent: row.get(7)?,
        since: row.get(8)?,
        since_known: row.get(9)?,
    })
}
