//! Finding homes by what somebody types of their address or number. Never by who lives there (`L7.2`).

use crate::store::people::{AFTER_ALL, words};
use crate::store::wanted::Wanted;
use crate::store::{StoreError, Tx};
use crate::{params, values};
use housing::address::{Address, Cadastre, DwellingNumber};
use housing::dwellings::DwellingStatus;
use housing::text::fold;

/// A home that was found, as a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    pub id: String,
    /// `Granlia 7 H0101`
    pub address: String,
    pub area: Option<String>,
    pub status: DwellingStatus,
}

/// Keeps the words inside a street's name, so that `Torggate` finds `Nedre Torggate`.
pub(super) fn save_street(tx: &mut Tx<'_>, address: &Address) -> Result<(), StoreError> {
    let street = fold(&address.street);
    for word in words(&street).skip(1) {
        let municipality = tx.municipality();
        tx.add(
            "INSERT INTO street_word (municipality, word, street) VALUES ($1, $2, $3) \
             ON CONFLICT (municipality, word, street) DO NOTHING",
            values![municipality, word, street.as_str()],
        )?;
    }
    Ok(())
}

/// The streets in whose names a later word begins so.
fn streets(tx: &mut Tx<'_>, word: &str) -> Result<Vec<String>, StoreError> {
    let municipality = tx.municipality();
    let sql = "SELECT DISTINCT street FROM street_word WHERE municipality = $1 AND word >= $2 AND word < $3 \
               ORDER BY street LIMIT 20";
    tx.query(sql, params![municipality, word, format!("{word}{AFTER_ALL}")])?.iter().map(|row| row.get(0)).collect()
}

const COLUMNS: &str = "d.id, d.street, d.street_number, d.unit, d.area, d.status";

/// The first homes that what was typed points at: an address or the beginning of one, a dwelling
/// number, or the office's own number for the home.
///
/// # Errors
/// When the store fails.
pub fn found(tx: &mut Tx<'_>, typed: &str, most: usize) -> Result<Vec<Found>, StoreError> {
    let (address, unit) = Address::read(typed);
    let street = fold(&address.street);
    let mut homes = Vec::new();
    if !street.is_empty() {
        homes = at(tx, &street, &address.number, unit.as_ref(), most)?;
        let last = words(&street).last().unwrap_or_default().to_owned();
        for other in streets(tx, &last)? {
            let all_there = words(&street).all(|word| words(&other).any(|known| known.starts_with(word)));
            if all_there && homes.len() < most {
                homes.extend(at(tx, &other, &address.number, unit.as_ref(), most)?);
            }
        }
    } else if let Some(unit) = &unit {
        let mut wanted = Wanted::of(tx.municipality(), "d.municipality");
        wanted.and("d.unit =", unit.as_str());
        homes = first(tx, wanted, "d.sort_key, d.id", most)?;
    }
    homes.extend(numbered(tx, typed.trim(), most)?);
    if let Ok(cadastre) = typed.parse() {
        homes.extend(on_property(tx, cadastre, most)?);
    }
    let mut seen = std::collections::HashSet::new();
    homes.retain(|home| seen.insert(home.id.clone()));
    homes.truncate(most);
    Ok(homes)
}

/// Homes in streets that begin so, at this number and unit when they are said.
fn at(
    tx: &mut Tx<'_>,
    street: &str,
    number: &str,
    unit: Option<&DwellingNumber>,
    most: usize,
) -> Result<Vec<Found>, StoreError> {
    let mut wanted = Wanted::of(tx.municipality(), "d.municipality");
    wanted.and("d.building >=", street);
    wanted.and("d.building <", format!("{street}{AFTER_ALL}"));
    if !number.is_empty() {
        wanted.and("d.street_number >=", number);
        wanted.and("d.street_number <", format!("{number}{AFTER_ALL}"));
    }
    if let Some(unit) = unit {
        wanted.and("d.unit =", unit.as_str());
    }
    first(tx, wanted, "d.building, d.unit", most)
}

fn numbered(tx: &mut Tx<'_>, number: &str, most: usize) -> Result<Vec<Found>, StoreError> {
    if number.chars().count() < 2 || !number.bytes().any(|byte| byte.is_ascii_digit()) {
        return Ok(Vec::new());
    }
    let mut wanted = Wanted::of(tx.municipality(), "d.municipality");
    wanted.and_that("d.external_number IS NOT NULL");
    wanted.and("d.external_number >=", number);
    wanted.and("d.external_number <", format!("{number}{AFTER_ALL}"));
    first(tx, wanted, "d.external_number, d.id", most)
}

/// Homes on a property, its leased plots and sections too.
fn on_property(tx: &mut Tx<'_>, cadastre: Cadastre, most: usize) -> Result<Vec<Found>, StoreError> {
    let mut wanted = Wanted::of(tx.municipality(), "d.municipality");
    wanted.and("d.cadastre >=", cadastre.to_string());
    // A stroke sorts right before the digits.
    wanted.and("d.cadastre <", format!("{cadastre}0"));
    first(tx, wanted, "d.cadastre, d.sort_key, d.id", most)
}

fn first(tx: &mut Tx<'_>, mut wanted: Wanted, order: &str, most: usize) -> Result<Vec<Found>, StoreError> {
    let most = wanted.param(i64::try_from(most).unwrap_or(i64::MAX));
    let sql = format!("SELECT {COLUMNS} FROM dwelling d WHERE {} ORDER BY {order} LIMIT {most}", wanted.sql());
    let rows = tx.query(&sql, wanted.params())?;
    rows.iter()
        .map(|row| {
            let parts: [String; 3] = [row.get(1)?, row.get(2)?, row.get(3)?];
            let address = parts.iter().filter(|part| !part.is_empty()).map(String::as_str).collect::<Vec<_>>();
            Ok(Found {
                id: row.get(0)?,
                address: address.join(" "),
                area: row.get(4)?,
                status: row.get::<String>(5)?.parse()?,
            })
        })
        .collect()
}
