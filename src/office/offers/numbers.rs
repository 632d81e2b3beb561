//! How offers go: the figures of those made in a time, as they stood on a day.

use crate::access::{Action, Thing};
use crate::office::{Actor, Office, OfficeError};
use crate::store::offers::{self as store, Filter};
use housing::offers::{OfferFigures, figures};

/// The figures of the offers that match, among those that the actor may know of. They tell of nobody.
///
/// # Errors
/// When the actor may not look at offers.
pub fn numbers(office: &Office, actor: &Actor, filter: &Filter) -> Result<OfferFigures, OfficeError> {
    actor.may(Action::Look, Thing::Offer)?;
    let filter = Filter { with_protected: actor.sees_protected, ..filter.clone() };
    let offers = office.store().read(|tx| store::in_figures(tx, &filter))?;
    Ok(figures(&offers.into_iter().map(|offer| offer.fact).collect::<Vec<_>>()))
}
