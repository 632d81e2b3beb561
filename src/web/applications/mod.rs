//! Applications: the list, an application's page, the forms.

mod form;
mod intake;
mod list;
mod page;
mod said;

pub(super) use page::{request_facts, told};

use super::{Frame, Routes};
use housing::applications::{ApplicationStatus, Clock};

/// The pages of applications.
pub fn routes() -> Routes {
    Routes::new()
        .get("/applications", list::list)
        .get("/applications/new", intake::new)
        .post("/applications/new", intake::create)
        .post("/applications/alike", intake::alike)
        .post("/applications/drafts", intake::save_draft)
        .post("/applications/drafts/{id}/discard", intake::discard)
        .get("/applications/{id}", page::show)
        .get("/applications/{id}/edit", form::edit)
        .post("/applications/{id}/edit", form::save)
        .get("/applications/{id}/answers", intake::complete)
        .post("/applications/{id}/answers", intake::completed)
        .post("/applications/{id}/representatives", intake::represent)
        .post("/applications/{id}/status", page::set_status)
}

/// The colour that helps the word of a status along.
const fn tone(status: ApplicationStatus) -> &'static str {
    match status.clock() {
        Some(Clock::AwaitsDecision) => "info",
        Some(Clock::AwaitsHome) => "success",
        None => "neutral",
    }
}

/// Yes, no, or nothing when nobody asked.
fn yes_no(frame: &Frame, answer: Option<bool>) -> String {
    answer.map_or_else(String::new, |yes| frame.t(if yes { "application-yes" } else { "application-no" }))
}

/// Each group by its name.
fn groups(frame: &Frame, groups: &[housing::people::TargetGroup]) -> String {
    groups.iter().map(|group| frame.t(&group.text_key())).collect::<Vec<_>>().join(", ")
}
