//! Arrears: who owes what, a debtor's page, invoices by hand.

mod debtor;
mod invoice;
mod invoices;
mod list;

pub(super) use invoice::told;

use super::{Frame, Routes};
use housing::arrears::CollectionStep;

/// The pages of arrears.
pub fn routes() -> Routes {
    Routes::new()
        .get("/arrears", list::list)
        .get("/arrears/{debtor}", debtor::show)
        .get("/invoices", invoices::list)
        .get("/invoices/new", invoice::new)
        .post("/invoices/new", invoice::create)
        .get("/invoices/{id}/edit", invoice::edit)
        .post("/invoices/{id}/edit", invoice::save)
}

/// How far collection has come, in words.
fn step_text(frame: &Frame, step: Option<CollectionStep>) -> String {
    step.map(|step| frame.t(&step.text_key())).unwrap_or_default()
}
