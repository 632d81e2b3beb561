//! Who acts for an applicant (`L1.6`).

use crate::params;
use crate::store::{Row, StoreError, Tx};
use housing::Date;
use housing::applications::{Mandate, RepresentativeRole};

/// A guardian, or somebody with authority from the applicant.
#[doc(alias = "fullmektig")]
#[doc(alias = "verge")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Representative {
    /// From 1, in the order they were named; given when they are added.
    pub position: i64,
    pub role: RepresentativeRole,
    pub name: String,
    pub address: Option<String>,
    pub telephone: Option<String>,
    pub email: Option<String>,
    /// A written authority was shown, or the appointment as guardian.
    pub authority_shown: bool,
    /// Gets a copy of every letter.
    pub gets_copies: bool,
    pub from: Date,
    /// The first day they act no more, known before or noted when it came.
    pub until: Option<Date>,
    /// What a guardian is appointed to look after; `None` while nobody has noted it, and for others.
    pub mandate: Option<Mandate>,
}

impl Representative {
    /// Whether they act still on a day, or will, and have not shown that they may.
    pub fn lacks_authority(&self, on: Date) -> bool {
        self.until.is_none_or(|until| until > on) && self.role.must_show_authority() && !self.authority_shown
    }

    /// Whether they act for the applicant on a day.
    pub fn acts_on(&self, day: Date) -> bool {
        self.from <= day && self.until.is_none_or(|until| until > day)
    }
}

fn representative(row: &Row) -> Result<Representative, StoreError> {
    Ok(Representative {
        role: row.get::<String>(0)?.parse()?,
        name: row.get(1)?,
        address: row.get(2)?,
        telephone: row.get(3)?,
        email: row.get(4)?,
        authority_shown: row.get(5)?,
        gets_copies: row.get(6)?,
        from: row.get(7)?,
        until: row.get(8)?,
        position: row.get(9)?,
        mandate: row.get::<Option<String>>(10)?.map(|code| code.parse()).transpose()?,
    })
}

/// Everybody who acts or acted for the applicant, in the order they were named.
///
/// # Errors
/// When the store fails.
pub fn representatives(tx: &mut Tx<'_>, application: &str) -> Result<Vec<Representative>, StoreError> {
    let municipality = tx.municipality();
    let sql = "SELECT role, name, address, telephone, email, authority_shown, gets_copies, from_day, until_day, \
               position, mandate FROM representative WHERE municipality = $1 AND application = $2 ORDER BY position";
    tx.query(sql, params![municipality, application])?.iter().map(representative).collect()
}

/// Adds somebody who acts for the applicant.
///
/// # Errors
/// When the store fails.
pub fn add_representative(tx: &mut Tx<'_>, application: &str, new: &Representative) -> Result<(), StoreError> {
    let municipality = tx.municipality();
    let count = "SELECT count(*) FROM representative WHERE municipality = $1 AND application = $2";
    let before: i64 =
        tx.query_one(count, params![municipality.as_str(), application])?.map_or(Ok(0), |row| row.get(0))?;
    tx.execute(
        "INSERT INTO representative (municipality, application, position, role, name, address, telephone, email, \
         authority_shown, gets_copies, from_day, until_day, mandate) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
        params![
            municipality,
            application,
            before + 1,
            new.role.code(),
            &new.name,
            new.address.clone(),
            new.telephone.clone(),
            new.email.clone(),
            new.authority_shown,
            new.gets_copies,
            new.from,
            new.until,
            new.mandate.map(Mandate::code)
        ],
    )?;
    Ok(())
}

/// Notes that somebody has shown their authority. `false` when they had, or do not act any more.
///
/// # Errors
/// When the store fails.
pub fn show_authority(tx: &mut Tx<'_>, application: &str, position: i64, on: Date) -> Result<bool, StoreError> {
    let municipality = tx.municipality();
    let sql = "UPDATE representative SET authority_shown = 1 WHERE municipality = $1 AND application = $2 \
               AND position = $3 AND authority_shown = 0 AND (until_day IS NULL OR until_day > $4)";
    Ok(tx.execute(sql, params![municipality, application, position, on])? == 1)
}

/// Notes the day from which somebody acts for the applicant no more. `false` when they did not act then either.
///
/// # Errors
/// When the store fails.
pub fn end(tx: &mut Tx<'_>, application: &str, position: i64, until: Date) -> Result<bool, StoreError> {
    let municipality = tx.municipality();
    let sql = "UPDATE representative SET until_day = $4 WHERE municipality = $1 AND application = $2 \
               AND position = $3 AND (until_day IS NULL OR until_day > $4)";
    Ok(tx.execute(sql, params![municipality, application, position, until])? == 1)
}
