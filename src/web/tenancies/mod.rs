//! Tenancies: the list, a tenancy's page, a new one from a home's page.

mod beginning;
mod list;
mod page;

pub(super) use page::told;

use super::{Frame, Routes};
use housing::tenancies::LeaseState;

/// The pages of tenancies.
pub fn routes() -> Routes {
    Routes::new()
        .get("/tenancies", list::list)
        .get("/tenancies/new", beginning::new)
        .post("/tenancies/new", beginning::begin)
        .get("/tenancies/{id}", page::show)
        .post("/tenancies/{id}/renewal", page::renew)
        .post("/tenancies/{id}/move-out", page::move_out)
}

/// Where a lease stands, in words and with the colour that helps them along.
fn lease_text(frame: &Frame, state: LeaseState) -> (String, &'static str) {
    match state {
        LeaseState::OpenEnded => (frame.t("tenancy-open-ended"), "neutral"),
        LeaseState::Running { .. } => (frame.t("tenancy-running"), "neutral"),
        LeaseState::RunsOut { window, .. } => (frame.t(&window.text_key()), "info"),
        LeaseState::Expired { days_ago, .. } => (frame.t1("tenancy-expired-days", "days", days_ago), "warning"),
    }
}
