//! Homes that stand empty, and since when.

use super::{newest_holds, on_day};
use crate::params;
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

/// Every home that stood empty on the day, for whatever reason.
///
/// It has stood empty since the last household moved out. When no such day is known, or the home has
/// been let since without a tenancy on the register, since its first status that says so.
///
/// # Errors
/// When the store fails.
pub fn vacancies(tx: &mut Tx<'_>, on: Date) -> Result<Vec<Vacancy>, StoreError> {
    let municipality = tx.municipality();
    let current = newest_holds(tx, "dwelling_status", on)? && newest_holds(tx, "dwelling_rent", on)?;
    let (status, rent) = if current {
        ("d.status".to_owned(), "d.rent".to_owned())
    } else {
        (on_day("dwelling_status", "status", "dwelling", "d.id"), on_day("dwelling_rent", "rent", "dwelling", "d.id"))
    };
    let (empty, lived_in) = (codes(DwellingStatus::counts_as_vacant), codes(is_lived_in));
    let sql = format!(
        "SELECT d.id, d.street, d.street_number, d.unit, d.category, d.rooms, {status}, {rent}, \
         (SELECT max(t.moved_out) FROM tenancy t WHERE t.municipality = $1 AND t.dwelling = d.id AND t.moved_out <= $2), \
         (SELECT max(s.from_day) FROM dwelling_status s WHERE s.municipality = $1 AND s.dwelling = d.id \
         AND s.from_day <= $2 AND s.status IN ({lived_in})) \
         FROM dwelling d WHERE d.municipality = $1 AND {status} IN ({empty})"
    );
    let rows = tx.query(&sql, params![municipality, on])?;
    rows.iter().map(|row| vacancy(tx, row, on)).collect()
}

fn vacancy(tx: &mut Tx<'_>, row: &Row, on: Date) -> Result<Vacancy, StoreError> {
    let (street, number, unit): (String, String, String) = (row.get(1)?, row.get(2)?, row.get(3)?);
    let (moved_out, let_from): (Option<Date>, Option<Date>) = (row.get(8)?, row.get(9)?);
    let id: String = row.get(0)?;
    let (since, since_known) = match moved_out.filter(|out| let_from.is_none_or(|let_from| let_from <= *out)) {
        Some(out) => (out, true),
        None => first_empty_status(tx, &id, let_from, on)?,
    };
    Ok(Vacancy {
        id,
        place: format!("{street} {number} {unit}").trim().to_owned(),
        category: row.get::<String>(4)?.parse()?,
        rooms: row.get::<Option<u8>>(5)?.map(Rooms),
        status: row.get::<String>(6)?.parse()?,
        rent: row.get(7)?,
        since,
        since_known,
    })
}

/// The day of the first status after the home was last let. A status that held before anybody knew
/// says only that the home has been empty since then at least.
fn first_empty_status(
    tx: &mut Tx<'_>,
    dwelling: &str,
    let_from: Option<Date>,
    on: Date,
) -> Result<(Date, bool), StoreError> {
    let municipality = tx.municipality();
    let sql = "SELECT from_day, from_known FROM dwelling_status WHERE municipality = $1 AND dwelling = $2 \
               AND from_day > coalesce($3, '') ORDER BY from_day LIMIT 1";
    let first = tx.query_one(sql, params![municipality, dwelling, let_from])?;
    let Some(first) = first else { return Ok((on, false)) };
    let (from, known): (Date, bool) = (first.get(0)?, first.get(1)?);
    Ok((from.min(on), known && from <= on))
}

/// Whether the home was let, so that a vacancy cannot have begun before.
fn is_lived_in(status: DwellingStatus) -> bool {
    status.is_in_stock() && !status.counts_as_vacant()
}

/// Our own codes, as they stand in a statement.
fn codes(holds: fn(DwellingStatus) -> bool) -> String {
    let codes = DwellingStatus::ALL.iter().filter(|status| holds(**status));
    codes.map(|status| format!("'{}'", status.code())).collect::<Vec<_>>().join(", ")
}
