//! Appeals in a case: registered, moved on step by step, and the file that goes with them.

mod page;
mod verbs;

use super::Routes;

/// The pages of appeals.
pub fn routes() -> Routes {
    Routes::new()
        .get("/cases/{id}/appeal", page::show)
        .post("/cases/{id}/appeal", verbs::receive)
        .post("/cases/{id}/appeal/steps", verbs::step)
        .post("/cases/{id}/appeal/reasons", verbs::demand_reasons)
        .post("/cases/{id}/bundle", verbs::bundle)
        .get("/cases/{id}/records/{record}", verbs::record)
}
