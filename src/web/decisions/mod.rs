//! A case's decision: written with its letter beside it, approved, signed, and what it led to.

mod form;
mod grounds;
mod page;
mod part;
mod verbs;

pub(in crate::web) use page::{deadline_text, missing};
pub(in crate::web) use part::part;

use super::Routes;

/// The pages of decisions.
pub fn routes() -> Routes {
    Routes::new()
        .get("/cases/{id}/decision", page::show)
        .post("/cases/{id}/decision", verbs::begin)
        .post("/cases/{id}/decision/draft", verbs::draft)
        .post("/cases/{id}/decision/remarks", verbs::return_with)
        .post("/cases/{id}/decision/signature", verbs::sign)
        .post("/cases/{id}/decision/withdrawal", verbs::withdraw)
        .post("/cases/{id}/decision/arrival", verbs::prove_arrival)
        .post("/cases/{id}/decision/dispatch", verbs::correct_dispatch)
        .post("/cases/{id}/decision/review", verbs::review)
}
