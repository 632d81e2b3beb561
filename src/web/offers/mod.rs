//! Offers of homes: the list, making one, and the page where it is sent, answered and becomes a tenancy.

mod list;
mod making;
mod numbers;
mod page;
mod part;
mod verbs;

pub(in crate::web) use page::told;
pub(in crate::web) use part::{part, promise_text};

use super::{Frame, Routes};
use crate::store::dwellings::Dwelling;
use housing::offers::OfferStep;

/// The pages of offers.
pub fn routes() -> Routes {
    Routes::new()
        .get("/offers", list::list)
        .get("/offers/numbers", numbers::show)
        .get("/offers/new", making::new)
        .post("/offers/new", making::make)
        .get("/offers/{id}", page::show)
        .post("/offers/{id}/letter", verbs::write_letter)
        .post("/offers/{id}/reminder", verbs::remind)
        .post("/offers/{id}/steps", verbs::step)
}

const fn tone(step: OfferStep) -> &'static str {
    match step {
        OfferStep::Drafted => "warning",
        OfferStep::Sent | OfferStep::Viewed => "info",
        OfferStep::Accepted | OfferStep::Housed => "success",
        OfferStep::Declined | OfferStep::Lapsed | OfferStep::Withdrawn => "neutral",
    }
}

fn address(home: &Dwelling) -> String {
    crate::office::dwellings::address_and_unit(&home.facts)
}

/// `36 måneder`, or that it is open-ended.
fn lease_text(frame: &Frame, months: Option<u16>) -> String {
    months.map_or_else(|| frame.t("offer-lease-open"), |months| frame.t1("offer-lease-of", "months", months))
}
