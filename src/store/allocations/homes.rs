//! Homes that can be given, and what somebody has seen of them.

use super::{MANY, listed};
use crate::params;
use crate::store::dwellings::{self, Dwelling};
use crate::store::{Row, StoreError, Tx};
use housing::Date;
use housing::dwellings::DwellingStatus;
use housing::fit::HomeTraits;

/// A home with its building and traits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CandidateHome {
    pub dwelling: Dwelling,
    /// Folded street and number: the same building however it is written.
    pub building: String,
    /// The first day nobody lives there, for a home whose tenant leaves.
    pub leaves: Option<Date>,
    pub traits: HomeTraits,
}

/// Homes somebody can move into now or soon.
const GIVEN: [DwellingStatus; 3] = [DwellingStatus::Vacant, DwellingStatus::BeingPrepared, DwellingStatus::NoticeGiven];

/// What is read of a home, beside the columns of [`dwellings::COLUMNS`].
const MORE: &str = "building, (SELECT max(t.moved_out) FROM tenancy t WHERE t.municipality = d.municipality \
    AND t.dwelling = d.id), (SELECT r.traits FROM dwelling_traits r WHERE r.municipality = d.municipality \
    AND r.dwelling = d.id AND r.newest = 1)";

fn home(row: &Row) -> Result<CandidateHome, StoreError> {
    let traits: Option<String> = row.get(27)?;
    let traits = traits.map(|text| read_traits(&text)).transpose()?.unwrap_or_default();
    Ok(CandidateHome { dwelling: dwellings::dwelling(row)?, building: row.get(25)?, leaves: row.get(26)?, traits })
}

fn read_traits(text: &str) -> Result<HomeTraits, StoreError> {
    serde_json::from_str(text).map_err(|_| StoreError::Corrupt { what: "traits of a home", found: text.to_owned() })
}

/// The homes that can be given now or soon and that no placement has taken, by address.
///
/// # Errors
/// When the store fails.
pub fn candidate_homes(tx: &mut Tx<'_>) -> Result<Vec<CandidateHome>, StoreError> {
    let municipality = tx.municipality();
    let statuses = GIVEN.map(|status| format!("'{}'", status.code())).join(", ");
    let sql = format!(
        "SELECT {}, {MORE} FROM dwelling d WHERE d.municipality = $1 AND d.status IN ({statuses}) \
         AND NOT EXISTS (SELECT 1 FROM allocation_placement p WHERE p.municipality = d.municipality \
         AND p.dwelling = d.id AND p.is_open = 1) ORDER BY d.sort_key, d.id",
        dwellings::COLUMNS
    );
    tx.query(&sql, params![municipality])?.iter().map(home).collect()
}

/// The homes with these ids, in no order.
///
/// # Errors
/// When the store fails.
pub fn homes_by_id(tx: &mut Tx<'_>, ids: &[&str]) -> Result<Vec<CandidateHome>, StoreError> {
    let municipality = tx.municipality();
    let mut homes = Vec::with_capacity(ids.len());
    for ids in ids.chunks(MANY) {
        let (places, values) = listed(&municipality, ids);
        let sql = format!(
            "SELECT {}, {MORE} FROM dwelling d WHERE d.municipality = $1 AND d.id IN ({places})",
            dwellings::COLUMNS
        );
        for row in tx.query(&sql, &values)? {
            homes.push(home(&row)?);
        }
    }
    Ok(homes)
}

/// How many times somebody has recorded the traits of a home, and what they are now.
///
/// # Errors
/// When the store fails.
pub fn traits_recorded(tx: &mut Tx<'_>, dwelling: &str) -> Result<(i64, HomeTraits), StoreError> {
    let municipality = tx.municipality();
    let sql = "SELECT position, traits FROM dwelling_traits WHERE municipality = $1 AND dwelling = $2 AND newest = 1";
    match tx.query_one(sql, params![municipality, dwelling])? {
        Some(row) => Ok((row.get(0)?, read_traits(&row.get::<String>(1)?)?)),
        None => Ok((0, HomeTraits::default())),
    }
}

/// Adds what was seen of a home; from now on it is what counts.
///
/// # Errors
/// [`StoreError::Constraint`] when somebody else was first.
pub fn record_traits(
    tx: &mut Tx<'_>,
    dwelling: &str,
    (position, traits): (i64, &HomeTraits),
    (day, officer, at): (Date, &str, i64),
) -> Result<(), StoreError> {
    let municipality = tx.municipality();
    tx.execute(
        "UPDATE dwelling_traits SET newest = 0 WHERE municipality = $1 AND dwelling = $2 AND newest = 1",
        params![&municipality, dwelling],
    )?;
    let text = serde_json::to_string(traits).expect("traits are codes, days and texts");
    tx.execute(
        "INSERT INTO dwelling_traits (municipality, dwelling, position, newest, day, officer, at, traits) \
         VALUES ($1, $2, $3, 1, $4, $5, $6, $7)",
        params![municipality, dwelling, position, day, officer, at, text],
    )?;
    Ok(())
}
