//! Tenancies: the list, a tenancy's page, a new one from a home's page.

mod beginning;
mod list;
mod page;

use super::{Frame, Routes};
use crate::office::OfficeError;
use crate::office::Problem;
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

/// What came of a form: done, refused with reasons, or somebody else saved first.
enum Outcome<T> {
    Done(T),
    Refused(Vec<Problem>),
    Stale,
}

impl<T> Outcome<T> {
    /// What was refused becomes what the form shows; anything else stays an error.
    fn of(outcome: Result<T, OfficeError>) -> Result<Self, OfficeError> {
        match outcome {
            Ok(done) => Ok(Self::Done(done)),
            Err(OfficeError::Invalid(problems)) => Ok(Self::Refused(problems)),
            Err(OfficeError::Stale) => Ok(Self::Stale),
            Err(other) => Err(other),
        }
    }
}
