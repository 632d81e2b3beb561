//! The overview: what the register says when it is counted, on any day.
//!
//! Its numbers are sums: whoever may look at the overview sees the same ones, those of strictly
//! protected households included, for no sum ties anybody to a home (`L7.2`). The lists behind a
//! number leave out what the viewer may not see, so they can be shorter than the number.

mod register;

pub use register::{RegisterTotals, register};

use super::{Actor, Office, OfficeError};
use crate::access::{Action, Thing};
use housing::Date;

/// Everything the overview counts.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Overview {
    /// The day it is true of.
    pub as_of: Date,
    pub register: RegisterTotals,
}

/// The overview of a day.
///
/// # Errors
/// When the actor may not, or the store fails.
pub fn on(office: &Office, actor: &Actor, on: Date) -> Result<Overview, OfficeError> {
    actor.may(Action::Look, Thing::Overview)?;
    office.store().read(|tx| Ok(Overview { as_of: on, register: register(tx, on)? }))
}
