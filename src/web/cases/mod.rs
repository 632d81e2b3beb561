//! A case: one page with all of it, and the forms that pass it on, put it on hold and close it.

mod page;
mod parts;
mod verbs;

pub(in crate::web) use parts::Part;

use super::{Frame, Routes};
use crate::store::cases::Case;
use housing::applications::ApplicationStatus;
use housing::decisions::Outcome;

/// The pages of cases.
pub fn routes() -> Routes {
    Routes::new()
        .get("/cases/{id}", page::show)
        .post("/cases/{id}/taking", verbs::take)
        .post("/cases/{id}/handover", verbs::hand_over)
        .post("/cases/{id}/forwarding", verbs::forward)
        .post("/cases/{id}/hold", verbs::put_on_hold)
        .post("/cases/{id}/resumption", verbs::resume)
        .post("/cases/{id}/withdrawal", verbs::withdraw)
        .post("/cases/{id}/reopening", verbs::reopen)
}

/// A case as the page of its application lists it.
pub(in crate::web) struct CaseView {
    pub href: String,
    pub number: String,
    pub kind: String,
    pub status: String,
    pub tone: &'static str,
}

/// A case in a list of its application's; `number` is the application's.
pub(in crate::web) fn view(frame: &Frame, number: &str, case: &Case) -> CaseView {
    let (status, tone) = standing(frame, case);
    CaseView {
        href: format!("/cases/{}", case.id),
        number: format!("{number}-{}", case.position),
        kind: frame.t(&case.kind.text_key()),
        status,
        tone,
    }
}

/// How a case ended, or that somebody has it, or that nobody has.
fn standing(frame: &Frame, case: &Case) -> (String, &'static str) {
    match (&case.closed, &case.officer) {
        (Some(_), _) => (ended(frame, case), "neutral"),
        (None, Some(_)) => (frame.t("case-in-progress"), "info"),
        (None, None) => (frame.t("case-unassigned"), "warning"),
    }
}

/// The word for how a case ended.
fn ended(frame: &Frame, case: &Case) -> String {
    let code = case.closed_as.as_deref().unwrap_or_default();
    let outcome = code.parse().map(Outcome::text_key);
    let key = outcome.or_else(|_| code.parse().map(ApplicationStatus::text_key));
    key.map_or_else(|_| frame.t("case-closed"), |key| frame.t(&key))
}
