//! Homes, with the days their status and rent became true.

mod empty;
mod finding;
mod list;
mod planned;
pub(super) mod standing_empty;

pub use empty::{EmptyHome, empty_times};
pub use finding::{Found, found};
pub use list::{CategoryFilter, Filter, Listed, SortBy, StatusFilter, areas_and_owners, count, list, rent_of};
pub use planned::come_due;
pub use standing_empty::empty_since;

use super::{Row, StoreError, Tx, Value};
use crate::{params, values};
use housing::Date;
use housing::address::{Address, Cadastre, DwellingNumber};
use housing::dwellings::{Category, Disposal, DwellingFacts, DwellingStatus, FloorArea, Rooms};
use housing::money::Ore;
use housing::text::{fold, sort_key};

/// A home on the register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dwelling {
    pub id: String,
    /// What is known of it now; `status_since` is `None` when nobody knows since when.
    pub facts: DwellingFacts,
    /// The day from which the status is known at the latest.
    pub status_day: Date,
    pub version: i64,
}

/// Every column of a home, in the order [`dwelling`] reads them.
pub(super) const COLUMNS: &str = "id, street, street_number, postcode, place, unit, cadastre, area, category, rooms, \
    floor_area, built_year, floor, lift, step_free, wheelchair, owner, disposal, rent, status, status_since, \
    status_since_known, external_number, note, version";

pub(super) fn dwelling(row: &Row) -> Result<Dwelling, StoreError> {
    let (status_day, known): (Date, bool) = (row.get(20)?, row.get(21)?);
    let facts = DwellingFacts {
        address: Address { street: row.get(1)?, number: row.get(2)?, postcode: row.get(3)?, place: row.get(4)? },
        unit: parsed("dwelling number", Some(row.get::<String>(5)?).filter(|unit| !unit.is_empty()))?,
        cadastre: parsed("cadastre number", row.get(6)?)?,
        area: row.get(7)?,
        category: row.get::<String>(8)?.parse::<Category>()?,
        rooms: row.get::<Option<u8>>(9)?.map(Rooms),
        floor_area: row.get::<Option<u32>>(10)?.map(FloorArea),
        built_year: row.get(11)?,
        floor: row.get(12)?,
        lift: row.get(13)?,
        step_free: row.get(14)?,
        wheelchair: row.get(15)?,
        owner: row.get(16)?,
        disposal: row.get::<Option<String>>(17)?.map(|code| code.parse::<Disposal>()).transpose()?,
        rent: row.get(18)?,
        status: row.get::<String>(19)?.parse::<DwellingStatus>()?,
        status_since: known.then_some(status_day),
        external_number: row.get(22)?,
        note: row.get(23)?,
    };
    Ok(Dwelling { id: row.get(0)?, facts, status_day, version: row.get(24)? })
}

/// A stored text that was valid when it was stored.
fn parsed<T: std::str::FromStr>(what: &'static str, text: Option<String>) -> Result<Option<T>, StoreError> {
    text.map(|text| text.parse().map_err(|_| StoreError::Corrupt { what, found: text })).transpose()
}

/// The home with this id.
///
/// # Errors
/// When the store fails.
pub fn find(tx: &mut Tx<'_>, id: &str) -> Result<Option<Dwelling>, StoreError> {
    let municipality = tx.municipality();
    let sql = format!("SELECT {COLUMNS} FROM dwelling WHERE municipality = $1 AND id = $2");
    tx.query_one(&sql, params![municipality, id])?.as_ref().map(dwelling).transpose()
}

/// Whether there is any home on the register.
///
/// # Errors
/// When the store fails.
pub fn any(tx: &mut Tx<'_>) -> Result<bool, StoreError> {
    let municipality = tx.municipality();
    Ok(tx.query_one("SELECT 1 FROM dwelling WHERE municipality = $1 LIMIT 1", params![municipality])?.is_some())
}

/// The home at this address with this dwelling number, however the address is written.
///
/// # Errors
/// When the store fails.
pub fn find_by_address(
    tx: &mut Tx<'_>,
    address: &Address,
    unit: Option<&DwellingNumber>,
) -> Result<Option<Dwelling>, StoreError> {
    let municipality = tx.municipality();
    let sql = format!("SELECT {COLUMNS} FROM dwelling WHERE municipality = $1 AND building = $2 AND unit = $3");
    let unit = unit.map_or("", DwellingNumber::as_str);
    tx.query_one(&sql, params![municipality, address.key(), unit])?.as_ref().map(dwelling).transpose()
}

/// The columns that a save writes, in one order for insert and update.
fn values(facts: &DwellingFacts, known_day: Date) -> Vec<Value> {
    let unit = facts.unit.as_ref().map_or("", DwellingNumber::as_str);
    let address = format!("{} {unit}", facts.address.street_line());
    let search = fold(&format!(
        "{address} {} {}",
        facts.area.as_deref().unwrap_or(""),
        facts.external_number.as_deref().unwrap_or("")
    ));
    vec![
        facts.address.street.as_str().into(),
        facts.address.number.as_str().into(),
        facts.address.postcode.clone().into(),
        facts.address.place.clone().into(),
        facts.address.key().into(),
        unit.into(),
        facts.cadastre.map(|cadastre: Cadastre| cadastre.to_string()).into(),
        facts.area.clone().into(),
        facts.category.code().into(),
        facts.rooms.map(|rooms| rooms.0).into(),
        facts.floor_area.map(|area| area.0).into(),
        facts.built_year.into(),
        facts.floor.into(),
        facts.lift.into(),
        facts.step_free.into(),
        facts.wheelchair.into(),
        facts.owner.clone().into(),
        facts.disposal.map(Disposal::code).into(),
        facts.rent.into(),
        facts.status.code().into(),
        facts.status_since.unwrap_or(known_day).into(),
        facts.status_since.is_some().into(),
        facts.external_number.clone().into(),
        facts.note.clone().into(),
        sort_key(&address).into(),
        search.into(),
    ]
}

/// Adds a home. What is said without a day is known from `known_day`, and held before it too.
///
/// # Errors
/// [`StoreError::Constraint`] when the home is there already.
pub fn insert(tx: &mut Tx<'_>, id: &str, facts: &DwellingFacts, known_day: Date) -> Result<(), StoreError> {
    let municipality = tx.municipality();
    let mut params = values(facts, known_day);
    params.extend([municipality.into(), id.into()]);
    tx.add(
        "INSERT INTO dwelling (street, street_number, postcode, place, building, unit, cadastre, area, category, \
         rooms, floor_area, built_year, floor, lift, step_free, wheelchair, owner, disposal, rent, status, \
         status_since, status_since_known, external_number, note, sort_key, search, municipality, id, version) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, \
         $22, $23, $24, $25, $26, $27, $28, 1)",
        params,
    )?;
    finding::save_street(tx, &facts.address)?;
    let since = facts.status_since.unwrap_or(known_day);
    record_status(tx, id, since, facts.status_since.is_some(), facts.status)?;
    if let Some(rent) = facts.rent {
        record_rent(tx, id, known_day, false, rent)?;
    }
    Ok(())
}

/// Saves a changed home; a new status or rent gets its day. `false` when somebody else saved first.
///
/// # Errors
/// [`StoreError::Constraint`] when another home has the same address and number.
pub fn update(tx: &mut Tx<'_>, before: &Dwelling, facts: &DwellingFacts, day: Date) -> Result<bool, StoreError> {
    let municipality = tx.municipality();
    let status_changed = facts.status != before.facts.status;
    let mut facts = facts.clone();
    if status_changed {
        facts.status_since = facts.status_since.or(Some(day));
    } else if facts.status_since.is_none() {
        facts.status_since = before.facts.status_since;
    }
    let since = facts.status_since.unwrap_or(before.status_day);
    let mut params = values(&facts, before.status_day);
    params.extend([municipality.into(), before.id.as_str().into(), before.version.into()]);
    let touched = tx.execute(
        "UPDATE dwelling SET street = $1, street_number = $2, postcode = $3, place = $4, building = $5, unit = $6, \
         cadastre = $7, area = $8, category = $9, rooms = $10, floor_area = $11, built_year = $12, floor = $13, \
         lift = $14, step_free = $15, wheelchair = $16, owner = $17, disposal = $18, rent = $19, status = $20, \
         status_since = $21, status_since_known = $22, external_number = $23, note = $24, sort_key = $25, \
         search = $26, version = version + 1 WHERE municipality = $27 AND id = $28 AND version = $29",
        &params,
    )?;
    if touched == 0 {
        return Ok(false);
    }
    finding::save_street(tx, &facts.address)?;
    if status_changed || facts.status_since != before.facts.status_since {
        record_status(tx, &before.id, since, facts.status_since.is_some(), facts.status)?;
    }
    match facts.rent {
        Some(rent) if before.facts.rent.is_none() => record_rent(tx, &before.id, day, false, rent)?,
        Some(rent) if before.facts.rent != Some(rent) => record_rent(tx, &before.id, day, true, rent)?,
        Some(_) | None => {}
    }
    Ok(true)
}

/// Notes what is true of a home from a day on; said again for the same day, the last word holds.
///
/// # Errors
/// When the store fails.
pub fn record_status(
    tx: &mut Tx<'_>,
    id: &str,
    from: Date,
    from_known: bool,
    status: DwellingStatus,
) -> Result<(), StoreError> {
    let municipality = tx.municipality();
    tx.add(
        "INSERT INTO dwelling_status (municipality, dwelling, from_day, from_known, status) VALUES ($1, $2, $3, $4, $5) \
         ON CONFLICT (municipality, dwelling, from_day) DO UPDATE SET status = excluded.status, from_known = excluded.from_known",
        values![municipality, id, from, from_known, status.code()],
    )?;
    Ok(())
}

/// Notes a home's rent from a day on.
///
/// # Errors
/// When the store fails.
pub fn record_rent(tx: &mut Tx<'_>, id: &str, from: Date, from_known: bool, rent: Ore) -> Result<(), StoreError> {
    let municipality = tx.municipality();
    tx.add(
        "INSERT INTO dwelling_rent (municipality, dwelling, from_day, from_known, rent) VALUES ($1, $2, $3, $4, $5) \
         ON CONFLICT (municipality, dwelling, from_day) DO UPDATE SET rent = excluded.rent",
        values![municipality, id, from, from_known, rent],
    )?;
    Ok(())
}

/// A status with its first day, and whether that day is known to be the first.
pub type DatedStatus = (Date, bool, DwellingStatus);

/// A home's statuses, oldest first.
///
/// # Errors
/// When the store fails.
pub fn statuses(tx: &mut Tx<'_>, id: &str) -> Result<Vec<DatedStatus>, StoreError> {
    let municipality = tx.municipality();
    let sql = "SELECT from_day, from_known, status FROM dwelling_status \
               WHERE municipality = $1 AND dwelling = $2 ORDER BY from_day";
    let rows = tx.query(sql, params![municipality, id])?;
    rows.iter().map(|row| Ok((row.get(0)?, row.get(1)?, row.get::<String>(2)?.parse()?))).collect()
}

/// A home's rents with their first days, oldest first.
///
/// # Errors
/// When the store fails.
pub fn rents(tx: &mut Tx<'_>, id: &str) -> Result<Vec<(Date, bool, Ore)>, StoreError> {
    let municipality = tx.municipality();
    let sql = "SELECT from_day, from_known, rent FROM dwelling_rent \
               WHERE municipality = $1 AND dwelling = $2 ORDER BY from_day";
    let rows = tx.query(sql, params![municipality, id])?;
    rows.iter().map(|row| Ok((row.get(0)?, row.get(1)?, row.get(2)?))).collect()
}

/// The homes in stock.
///
/// # Errors
/// When the store fails.
pub fn ids_in_stock(tx: &mut Tx<'_>) -> Result<Vec<String>, StoreError> {
    let municipality = tx.municipality();
    let sql = "SELECT id FROM dwelling WHERE municipality = $1 AND status <> $2 ORDER BY sort_key, id";
    let rows = tx.query(sql, params![municipality, DwellingStatus::Disposed.code()])?;
    rows.iter().map(|row| row.get(0)).collect()
}
