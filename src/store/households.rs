//! Households: who lives together, from when to when.

use super::{Row, StoreError, Tx};
use crate::{params, values};
use housing::Date;
use housing::people::{HouseholdSize, MemberRole};

/// A household on the register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Household {
    pub id: String,
    /// As stated by the household, when its members are not registered one by one.
    pub size: Option<HouseholdSize>,
    /// A member's address is strictly confidential: no page may tie the household to a home (`L7.3`).
    pub restricted: bool,
    pub version: i64,
}

/// A person's time in a household.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    pub household: String,
    pub person: String,
    pub role: MemberRole,
    pub from: Date,
    /// The first day they no longer belong to it.
    pub until: Option<Date>,
}

fn household(row: &Row) -> Result<Household, StoreError> {
    let (adults, children): (Option<u8>, Option<u8>) = (row.get(1)?, row.get(2)?);
    let size = adults.zip(children).map(|(adults, children)| HouseholdSize { adults, children });
    Ok(Household { id: row.get(0)?, size, restricted: row.get(3)?, version: row.get(4)? })
}

fn member(row: &Row) -> Result<Member, StoreError> {
    Ok(Member {
        household: row.get(0)?,
        person: row.get(1)?,
        role: row.get::<String>(2)?.parse()?,
        from: row.get(3)?,
        until: row.get(4)?,
    })
}

/// The household with this id.
///
/// # Errors
/// When the store fails.
pub fn find(tx: &mut Tx<'_>, id: &str) -> Result<Option<Household>, StoreError> {
    let municipality = tx.municipality();
    let sql = "SELECT id, adults, children, restricted, version FROM household WHERE municipality = $1 AND id = $2";
    tx.query_one(sql, params![municipality, id])?.as_ref().map(household).transpose()
}

/// The households that no page may tie to a home (`L7.3`): few.
///
/// # Errors
/// When the store fails.
pub fn restricted(tx: &mut Tx<'_>) -> Result<Vec<String>, StoreError> {
    let municipality = tx.municipality();
    let sql = "SELECT id FROM household WHERE municipality = $1 AND restricted = 1 ORDER BY id";
    tx.query(sql, params![municipality])?.iter().map(|row| row.get(0)).collect()
}

/// Adds a household (`version` is not read).
///
/// # Errors
/// When the store fails.
pub fn insert(tx: &mut Tx<'_>, new: &Household) -> Result<(), StoreError> {
    let municipality = tx.municipality();
    tx.add(
        "INSERT INTO household (municipality, id, adults, children, restricted, version) VALUES ($1, $2, $3, $4, $5, 1)",
        values![
            municipality, &new.id, new.size.map(|size| size.adults), new.size.map(|size| size.children), new.restricted
        ],
    )?;
    Ok(())
}

/// Saves a changed household; `false` when somebody else saved first.
///
/// # Errors
/// When the store fails.
pub fn update(tx: &mut Tx<'_>, changed: &Household) -> Result<bool, StoreError> {
    let municipality = tx.municipality();
    let touched = tx.execute(
        "UPDATE household SET adults = $3, children = $4, restricted = $5, version = version + 1 \
         WHERE municipality = $1 AND id = $2 AND version = $6",
        params![
            municipality,
            &changed.id,
            changed.size.map(|size| size.adults),
            changed.size.map(|size| size.children),
            changed.restricted,
            changed.version
        ],
    )?;
    Ok(touched == 1)
}

/// Adds a member, or changes the role and last day of one who came the same day.
///
/// # Errors
/// When the store fails.
pub fn save_member(tx: &mut Tx<'_>, member: &Member) -> Result<(), StoreError> {
    let municipality = tx.municipality();
    tx.add(
        "INSERT INTO household_member (municipality, household, person, role, from_day, until_day) \
         VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (municipality, household, person, from_day) DO UPDATE SET \
         role = excluded.role, until_day = excluded.until_day",
        values![municipality, &member.household, &member.person, member.role.code(), member.from, member.until],
    )?;
    Ok(())
}

/// Everybody who is or was in the household, the oldest first.
///
/// # Errors
/// When the store fails.
pub fn members(tx: &mut Tx<'_>, household: &str) -> Result<Vec<Member>, StoreError> {
    let municipality = tx.municipality();
    let sql = "SELECT household, person, role, from_day, until_day FROM household_member \
               WHERE municipality = $1 AND household = $2 ORDER BY from_day, person";
    tx.query(sql, params![municipality, household])?.iter().map(member).collect()
}

/// The households a person is or was in, the newest first.
///
/// # Errors
/// When the store fails.
pub fn of_person(tx: &mut Tx<'_>, person: &str) -> Result<Vec<Member>, StoreError> {
    let municipality = tx.municipality();
    let sql = "SELECT household, person, role, from_day, until_day FROM household_member \
               WHERE municipality = $1 AND person = $2 ORDER BY from_day DESC, household DESC";
    tx.query(sql, params![municipality, person])?.iter().map(member).collect()
}

/// Restricts, or opens again, everything that ties a household to a home: its tenancies,
/// applications and cases carry the mark too, so that no list can forget it (`L7.2`, `L7.3`).
///
/// # Errors
/// When the store fails.
pub fn restrict(tx: &mut Tx<'_>, household: &str, restricted: bool) -> Result<(), StoreError> {
    let municipality = tx.municipality();
    for sql in [
        "UPDATE household SET restricted = $3, version = version + 1 WHERE municipality = $1 AND id = $2",
        "UPDATE tenancy SET restricted = $3, version = version + 1 WHERE municipality = $1 AND household = $2",
        "UPDATE application SET restricted = $3, version = version + 1 WHERE municipality = $1 AND household = $2",
        "UPDATE housing_case SET restricted = $3, version = version + 1 WHERE municipality = $1 AND household = $2",
    ] {
        tx.execute(sql, params![municipality.as_str(), household, restricted])?;
    }
    Ok(())
}
