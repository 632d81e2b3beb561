//! The overview: what the register says when it is counted, on any day.
//!
//! Every number opens to its rows, so it counts what its reader may see: who may not tie strictly
//! protected people to homes gets numbers of households without them (`L7.2`). Homes are counted
//! alike for everybody.
//!
//! What a home is (rooms, category) and the last day of a lease are read as they stand now: only
//! status, rent, who lives where, where applications stand and what is owed are dated.

mod arrears;
mod leases;
mod need;
mod register;
mod vacancies;
mod waiting;
mod years;

pub use arrears::ArrearsCount;
pub use leases::{LeaseCount, LeaseStanding};
pub use need::NeedAndStock;
pub use register::{RegisterTotals, register};
pub use vacancies::{Vacancies, VacancyByLength, VacancyByStatus, VacantHome};
pub use waiting::{Awaits, WaitingCount};
pub use years::YearCount;

use super::{Actor, Office, OfficeError};
use crate::access::{Action, Thing};
use crate::store::overview::{HomeGroup, assumed};
use crate::store::{StoreError, Tx};
use housing::Date;
use register::Counted;
use std::sync::Arc;

/// Everything the overview counts.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Overview {
    /// The day it is true of.
    pub as_of: Date,
    pub register: RegisterTotals,
    /// Homes in the stock by category, rooms, status and access by wheelchair.
    pub homes: Vec<HomeGroup>,
    /// Of the homes, those whose status was written down only after the day, and is taken to have held before.
    pub assumed_homes: i64,
    pub vacancies: Vacancies,
    /// Tenancies lived in by how soon the lease runs out.
    pub leases: Vec<LeaseCount>,
    /// Open applications by everything that tells them apart here.
    pub waiting: Vec<WaitingCount>,
    /// Applications beside homes of the size they need.
    pub need: Vec<NeedAndStock>,
    /// What is outstanding by how late it is.
    pub arrears: Vec<ArrearsCount>,
    /// What came in, was decided and was let, in this year and the years before.
    pub years: Vec<YearCount>,
}

/// The overview of a day; remembered until a fact changes.
///
/// # Errors
/// When the actor may not, or the store fails.
pub fn on(office: &Office, actor: &Actor, on: Date) -> Result<Arc<Overview>, OfficeError> {
    actor.may(Action::Look, Thing::Overview)?;
    let seen = Seen { on, with_protected: actor.sees_protected };
    Ok(office.remembered(&format!("overview {seen:?}"), |tx| Overview::read(tx, seen).map(Arc::new))?)
}

/// The day that is counted, and whether strictly protected households are counted with it.
#[derive(Clone, Copy, Debug)]
struct Seen {
    on: Date,
    with_protected: bool,
}

impl Overview {
    fn read(tx: &mut Tx<'_>, seen: Seen) -> Result<Self, StoreError> {
        let on = seen.on;
        let counted = Counted::read(tx, seen)?;
        let waiting = waiting::read(tx, seen)?;
        Ok(Self {
            as_of: on,
            register: RegisterTotals::of(&counted, on),
            assumed_homes: assumed(tx, on)?,
            vacancies: Vacancies::read(tx, on)?,
            leases: leases::count(&counted.lease_ends, on),
            need: need::compare(&waiting, &counted.homes),
            arrears: arrears::count(&counted.open_invoices, on),
            years: years::read(tx, seen)?,
            homes: counted.homes,
            waiting,
        })
    }
}

/// A count of things in memory.
fn count(things: usize) -> i64 {
    i64::try_from(things).expect("what fits in memory is fewer than i64 counts")
}
