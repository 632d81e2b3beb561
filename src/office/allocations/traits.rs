//! What somebody has seen of a home that the register's columns do not say.

use crate::access::{Action, Thing};
use crate::office::{About, Actor, Office, OfficeError};
use crate::store::allocations as store;
use crate::store::dwellings::{self, Dwelling};
use housing::fit::HomeTraits;
use serde_json::json;

/// A home with its traits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TraitsOf {
    pub dwelling: Dwelling,
    /// How many times they have been recorded: a form opened on fewer is stale.
    pub seen: i64,
    pub traits: HomeTraits,
}

/// The traits of a home.
///
/// # Errors
/// [`OfficeError::NotFound`] when there is no such home.
pub fn traits_of(office: &Office, actor: &Actor, dwelling: &str) -> Result<TraitsOf, OfficeError> {
    actor.may(Action::Look, Thing::Dwelling)?;
    office.store().read(|tx| {
        let found = dwellings::find(tx, dwelling)?.ok_or(OfficeError::NotFound)?;
        let (seen, traits) = store::traits_recorded(tx, dwelling)?;
        Ok(TraitsOf { dwelling: found, seen, traits })
    })
}

/// Records the traits of a home as somebody sees them today.
///
/// # Errors
/// [`OfficeError::Stale`] when somebody else recorded them meanwhile.
pub fn record_traits(
    office: &Office,
    actor: &Actor,
    (dwelling, seen): (&str, i64),
    traits: &HomeTraits,
) -> Result<(), OfficeError> {
    actor.may(Action::Change, Thing::Dwelling)?;
    office.change(actor, |work| {
        dwellings::find(work.tx, dwelling)?.ok_or(OfficeError::NotFound)?;
        let (position, before) = store::traits_recorded(work.tx, dwelling)?;
        if position != seen {
            return Err(OfficeError::Stale);
        }
        let by = (work.today, work.actor.id.as_str(), work.now);
        store::record_traits(work.tx, dwelling, (position + 1, traits), by)?;
        let details = json!({"before": {"traits": before}, "after": {"traits": traits}}).to_string();
        work.note("change", About::thing(Thing::Dwelling, dwelling), details);
        Ok(())
    })
}
