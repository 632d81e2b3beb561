//! People. Identity numbers come here encrypted, with a keyed hash to find them by.

mod duplicates;
mod finding;
mod list;
mod post;

pub use duplicates::{Moved, merged_into, namesakes, part, take_over};
pub use finding::found_by_name;
pub(super) use finding::{AFTER_ALL, words};
pub use list::{Filter, Listed, SortBy, count, list};
pub use post::{post_address, set_post_address};

use super::protected::levels_that_hide;
use super::{Row, StoreError, Tx, Value};
use crate::params;
use housing::Date;
use housing::people::{Name, Protection};
use housing::text::fold;

/// An identity number as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SealedIdentity {
    /// Encrypted for the person's row.
    pub cipher: Vec<u8>,
    /// Keyed hash of the number.
    pub index: String,
}

/// A person on the register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    pub id: String,
    pub name: Name,
    pub identity: Option<SealedIdentity>,
    pub born: Option<Date>,
    pub telephone: Option<String>,
    pub email: Option<String>,
    pub protection: Protection,
    /// The level comes from a note and somebody must look at it.
    pub protection_to_check: bool,
    /// The person this one was found to be, if it was registered twice.
    pub merged_into: Option<String>,
    pub version: i64,
}

/// Every column of a person, in the order [`person`] reads them.
pub(super) const COLUMNS: &str = "id, family, given, identity_cipher, identity_index, born, telephone, email, \
    protection, protection_to_check, merged_into, version";

pub(super) fn person(row: &Row) -> Result<Person, StoreError> {
    let (cipher, index): (Option<Vec<u8>>, Option<String>) = (row.get(3)?, row.get(4)?);
    Ok(Person {
        id: row.get(0)?,
        name: Name { family: row.get(1)?, given: row.get(2)? },
        identity: cipher.zip(index).map(|(cipher, index)| SealedIdentity { cipher, index }),
        born: row.get(5)?,
        telephone: row.get(6)?,
        email: row.get(7)?,
        protection: row.get::<String>(8)?.parse()?,
        protection_to_check: row.get(9)?,
        merged_into: row.get(10)?,
        version: row.get(11)?,
    })
}

/// Whether there is anybody on the register.
///
/// # Errors
/// When the store fails.
pub fn any(tx: &mut Tx<'_>) -> Result<bool, StoreError> {
    let municipality = tx.municipality();
    Ok(tx.query_one("SELECT 1 FROM person WHERE municipality = $1 LIMIT 1", params![municipality])?.is_some())
}

/// The person with this id.
///
/// # Errors
/// When the store fails.
pub fn find(tx: &mut Tx<'_>, id: &str) -> Result<Option<Person>, StoreError> {
    let municipality = tx.municipality();
    let sql = format!("SELECT {COLUMNS} FROM person WHERE municipality = $1 AND id = $2");
    tx.query_one(&sql, params![municipality, id])?.as_ref().map(person).transpose()
}

/// The person with this identity number, by its keyed hash.
///
/// # Errors
/// When the store fails.
pub fn find_by_identity(tx: &mut Tx<'_>, index: &str) -> Result<Option<Person>, StoreError> {
    let municipality = tx.municipality();
    let sql = format!("SELECT {COLUMNS} FROM person WHERE municipality = $1 AND identity_index = $2");
    tx.query_one(&sql, params![municipality, index])?.as_ref().map(person).transpose()
}

/// People of exactly this name who have not been merged into others.
///
/// # Errors
/// When the store fails.
pub fn find_by_name(tx: &mut Tx<'_>, name: &Name) -> Result<Vec<Person>, StoreError> {
    let municipality = tx.municipality();
    let sql = format!(
        "SELECT {COLUMNS} FROM person WHERE municipality = $1 AND sort_key = $2 AND merged_into IS NULL ORDER BY id"
    );
    tx.query(&sql, params![municipality, name.sort_key()])?.iter().map(person).collect()
}

fn values(person: &Person) -> Vec<Value> {
    let search = fold(&format!("{} {}", person.name.given, person.name.family));
    vec![
        person.name.family.as_str().into(),
        person.name.given.as_str().into(),
        person.identity.as_ref().map(|identity| identity.cipher.clone()).into(),
        person.identity.as_ref().map(|identity| identity.index.clone()).into(),
        person.born.into(),
        person.telephone.clone().into(),
        person.email.clone().into(),
        person.protection.code().into(),
        person.protection_to_check.into(),
        person.merged_into.clone().into(),
        person.name.sort_key().into(),
        search.into(),
        person.protection.hides_home().into(),
    ]
}

/// Adds a person (`version` is not read).
///
/// # Errors
/// [`StoreError::Constraint`] when somebody has the same identity number.
pub fn insert(tx: &mut Tx<'_>, new: &Person) -> Result<(), StoreError> {
    let municipality = tx.municipality();
    let mut params = values(new);
    params.extend([municipality.into(), new.id.as_str().into()]);
    tx.add(
        "INSERT INTO person (family, given, identity_cipher, identity_index, born, telephone, email, protection, \
         protection_to_check, merged_into, sort_key, search, restricted, municipality, id, version) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, 1)",
        params,
    )?;
    finding::save_words(tx, &new.id, &new.name)
}

/// Saves a changed person; `false` when somebody else saved first.
///
/// # Errors
/// [`StoreError::Constraint`] when somebody else has the same identity number.
pub fn update(tx: &mut Tx<'_>, changed: &Person) -> Result<bool, StoreError> {
    let municipality = tx.municipality();
    let mut params = values(changed);
    params.extend([municipality.into(), changed.id.as_str().into(), changed.version.into()]);
    let touched = tx.execute(
        "UPDATE person SET family = $1, given = $2, identity_cipher = $3, identity_index = $4, born = $5, \
         telephone = $6, email = $7, protection = $8, protection_to_check = $9, merged_into = $10, sort_key = $11, \
         search = $12, restricted = CASE WHEN CAST($13 AS BIGINT) = 1 THEN 1 ELSE restricted END, version = version + 1 \
         WHERE municipality = $14 AND id = $15 AND version = $16",
        &params,
    )?;
    if touched == 0 {
        return Ok(false);
    }
    finding::forget_words(tx, &changed.id)?;
    finding::save_words(tx, &changed.id, &changed.name)?;
    Ok(true)
}

/// Whether only the named group may know of the person: they, or somebody they live with, have a
/// strictly confidential address (`L7.2`, `L7.3`).
///
/// # Errors
/// When the store fails.
pub fn is_restricted(tx: &mut Tx<'_>, id: &str) -> Result<bool, StoreError> {
    let municipality = tx.municipality();
    let sql = "SELECT restricted FROM person WHERE municipality = $1 AND id = $2";
    tx.query_one(sql, params![municipality, id])?.map_or(Ok(false), |row| row.get(0))
}

/// The names of all whom only the named group may know of (`L7.2`).
///
/// # Errors
/// When the store fails.
pub fn names_restricted(tx: &mut Tx<'_>) -> Result<Vec<Name>, StoreError> {
    let municipality = tx.municipality();
    let sql = "SELECT family, given FROM person WHERE municipality = $1 AND restricted = 1";
    let rows = tx.query(sql, params![municipality])?;
    rows.iter().map(|row| Ok(Name { family: row.get(0)?, given: row.get(1)? })).collect()
}

/// Marks everybody who is or was in a household restricted, or opens them again, by their own level
/// and by all the households they are in.
///
/// # Errors
/// When the store fails.
pub fn mark_members(tx: &mut Tx<'_>, household: &str) -> Result<(), StoreError> {
    let municipality = tx.municipality();
    let sql = format!(
        "UPDATE person SET restricted = CASE WHEN protection IN ({}) OR EXISTS (SELECT 1 FROM household_member m \
         JOIN household h ON h.municipality = m.municipality AND h.id = m.household \
         WHERE m.municipality = person.municipality AND m.person = person.id AND h.restricted = 1) \
         THEN 1 ELSE 0 END WHERE municipality = $1 AND id IN \
         (SELECT person FROM household_member WHERE municipality = $1 AND household = $2)",
        levels_that_hide()
    );
    tx.execute(&sql, params![municipality, household])?;
    Ok(())
}
