//! Households: the one a person is the main member of, and whether its address is secret.

mod members;

pub use members::{Newcomer, Whole, add_member, begin, end_membership, set_size, whole};

use super::{OfficeError, Work, new_id};
use crate::store::households::{self as store, Household, Member};
use crate::store::people::Person;
use crate::store::{StoreError, Tx, people};
use housing::Date;
use housing::people::{HouseholdSize, MemberRole, Protection};

/// The household `person` is the main member of; made when there is none. A size that is stated
/// now replaces the one stated before.
///
/// # Errors
/// When the store fails.
pub fn of_main(
    work: &mut Work<'_, '_>,
    person: &Person,
    size: Option<HouseholdSize>,
    from: Date,
) -> Result<Household, OfficeError> {
    let memberships = store::of_person(work.tx, &person.id)?;
    let own = memberships.iter().find(|member| member.role == MemberRole::Main && member.until.is_none());
    let Some(own) = own else { return Ok(make(work.tx, person, size, from)?) };
    let household = store::find(work.tx, &own.household)?;
    let mut household = household.ok_or(StoreError::Corrupt { what: "household", found: own.household.clone() })?;
    if size.is_some() && size != household.size {
        household.size = size;
        store::update(work.tx, &household)?;
        household.version += 1;
    }
    Ok(household)
}

/// Makes a household with one main member.
///
/// # Errors
/// When the store fails.
pub fn make(tx: &mut Tx<'_>, main: &Person, size: Option<HouseholdSize>, from: Date) -> Result<Household, StoreError> {
    let household = Household { id: new_id(), size, restricted: main.protection.hides_home(), version: 1 };
    store::insert(tx, &household)?;
    let member =
        Member { household: household.id.clone(), person: main.id.clone(), role: MemberRole::Main, from, until: None };
    store::save_member(tx, &member)?;
    Ok(household)
}

/// Marks a household, its tenancies and its applications restricted when a member's level hides the
/// home, and opens them when none does any more (`L7.3`).
///
/// # Errors
/// When the store fails.
pub fn refresh_restriction(tx: &mut Tx<'_>, household: &str) -> Result<(), StoreError> {
    let mut levels = Vec::new();
    for member in store::members(tx, household)? {
        levels.extend(people::find(tx, &member.person)?.map(|person| person.protection));
    }
    let restricted = Protection::of_household(levels).hides_home();
    let known = store::find(tx, household)?.is_some_and(|household| household.restricted);
    if known != restricted {
        store::restrict(tx, household, restricted)?;
    }
    people::mark_members(tx, household)
}
