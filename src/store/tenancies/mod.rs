//! Tenancies: who lives in which home, on what lease.

mod found;
mod list;

pub use found::{Found, found};
pub use list::{Filter, LeaseFilter, Listed, Place, count_staying, leaving, list};
pub(super) use list::{LEASE_END, OPEN_END};

use super::{Row, StoreError, Tx, Value};
use crate::params;
use housing::Date;
use housing::money::Ore;
use housing::tenancies::{LeaseKind, MoveOutReason};

/// A tenancy on the register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tenancy {
    pub id: String,
    pub dwelling: String,
    pub household: String,
    pub tenant: String,
    pub from: Option<Date>,
    /// Last day of a fixed term; `None` is open-ended.
    pub lease_until: Option<Date>,
    pub kind: LeaseKind,
    /// The first day nobody lives there.
    pub moved_out: Option<Date>,
    pub move_out_reason: Option<MoveOutReason>,
    pub rent: Option<Ore>,
    /// A member's address is strictly confidential (`L7.2`, `L7.3`).
    pub restricted: bool,
    pub note: Option<String>,
    pub version: i64,
}

/// Every column of a tenancy, in the order [`tenancy`] reads them.
pub(super) const COLUMNS: &str = "id, dwelling, household, tenant, from_day, lease_until, kind, moved_out, \
    move_out_reason, rent, restricted, note, version";

pub(super) fn tenancy(row: &Row) -> Result<Tenancy, StoreError> {
    let reason: Option<String> = row.get(8)?;
    Ok(Tenancy {
        id: row.get(0)?,
        dwelling: row.get(1)?,
        household: row.get(2)?,
        tenant: row.get(3)?,
        from: row.get(4)?,
        lease_until: row.get(5)?,
        kind: row.get::<String>(6)?.parse()?,
        moved_out: row.get(7)?,
        move_out_reason: reason.map(|code| code.parse()).transpose()?,
        rent: row.get(9)?,
        restricted: row.get(10)?,
        note: row.get(11)?,
        version: row.get(12)?,
    })
}

/// The tenancy with this id.
///
/// # Errors
/// When the store fails.
pub fn find(tx: &mut Tx<'_>, id: &str) -> Result<Option<Tenancy>, StoreError> {
    let municipality = tx.municipality();
    let sql = format!("SELECT {COLUMNS} FROM tenancy WHERE municipality = $1 AND id = $2");
    tx.query_one(&sql, params![municipality, id])?.as_ref().map(tenancy).transpose()
}

/// The tenancies of a home, the newest first.
///
/// # Errors
/// When the store fails.
pub fn of_dwelling(tx: &mut Tx<'_>, dwelling: &str) -> Result<Vec<Tenancy>, StoreError> {
    by(tx, "dwelling", dwelling)
}

/// The tenancies a person has signed, the newest first.
///
/// # Errors
/// When the store fails.
pub fn of_tenant(tx: &mut Tx<'_>, tenant: &str) -> Result<Vec<Tenancy>, StoreError> {
    by(tx, "tenant", tenant)
}

/// The tenancies of a household, the newest first.
///
/// # Errors
/// When the store fails.
pub fn of_household(tx: &mut Tx<'_>, household: &str) -> Result<Vec<Tenancy>, StoreError> {
    by(tx, "household", household)
}

fn by(tx: &mut Tx<'_>, column: &str, id: &str) -> Result<Vec<Tenancy>, StoreError> {
    let municipality = tx.municipality();
    let sql = format!(
        "SELECT {COLUMNS} FROM tenancy WHERE municipality = $1 AND {column} = $2 \
         ORDER BY coalesce(from_day, '') DESC, id DESC"
    );
    tx.query(&sql, params![municipality, id])?.iter().map(tenancy).collect()
}

/// The tenancy that has not ended in a home, if there is one.
///
/// # Errors
/// When the store fails.
pub fn lived_in(tx: &mut Tx<'_>, dwelling: &str) -> Result<Option<Tenancy>, StoreError> {
    let municipality = tx.municipality();
    let sql = format!("SELECT {COLUMNS} FROM tenancy WHERE municipality = $1 AND dwelling = $2 AND moved_out IS NULL");
    tx.query_one(&sql, params![municipality, dwelling])?.as_ref().map(tenancy).transpose()
}

fn values(tenancy: &Tenancy) -> Vec<Value> {
    vec![
        tenancy.dwelling.as_str().into(),
        tenancy.household.as_str().into(),
        tenancy.tenant.as_str().into(),
        tenancy.from.into(),
        tenancy.lease_until.into(),
        tenancy.kind.code().into(),
        tenancy.moved_out.into(),
        tenancy.move_out_reason.map(MoveOutReason::code).into(),
        tenancy.rent.into(),
        tenancy.restricted.into(),
        tenancy.note.clone().into(),
    ]
}

/// Adds a tenancy (`version` is not read).
///
/// # Errors
/// [`StoreError::Constraint`] when somebody lives in the home already: the database keeps it.
pub fn insert(tx: &mut Tx<'_>, new: &Tenancy) -> Result<(), StoreError> {
    let municipality = tx.municipality();
    let mut params = values(new);
    params.extend([municipality.into(), new.id.as_str().into()]);
    tx.add(
        "INSERT INTO tenancy (dwelling, household, tenant, from_day, lease_until, kind, moved_out, move_out_reason, \
         rent, restricted, note, municipality, id, version) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, 1)",
        params,
    )?;
    Ok(())
}

/// Saves a changed tenancy; `false` when somebody else saved first.
///
/// # Errors
/// [`StoreError::Constraint`] as for [`insert`].
pub fn update(tx: &mut Tx<'_>, changed: &Tenancy) -> Result<bool, StoreError> {
    let municipality = tx.municipality();
    let mut params = values(changed);
    params.extend([municipality.into(), changed.id.as_str().into(), changed.version.into()]);
    let touched = tx.execute(
        "UPDATE tenancy SET dwelling = $1, household = $2, tenant = $3, from_day = $4, lease_until = $5, kind = $6, \
         moved_out = $7, move_out_reason = $8, rent = $9, restricted = $10, note = $11, version = version + 1 \
         WHERE municipality = $12 AND id = $13 AND version = $14",
        &params,
    )?;
    Ok(touched == 1)
}
