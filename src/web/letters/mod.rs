//! Letters: written with their words beside the form, waiting in the queue, opened and sent.

mod document;
mod queue;
mod settings;
mod writing;

pub(super) use queue::channels;
pub(super) use writing::letters_of;

use super::Routes;

/// The pages of letters.
pub fn routes() -> Routes {
    Routes::new()
        .get("/letters/queue", queue::show)
        .post("/letters/queue", queue::act)
        .get("/letters/{id}", document::open)
        .get("/cases/{id}/letters/{choice}", writing::show)
        .post("/cases/{id}/letters/{choice}", writing::act)
        .get("/settings/letters", settings::show)
        .post("/settings/letters", settings::save)
        .get("/settings/letters/sample", settings::sample)
        .post_large("/settings/letters/mark", settings::save_mark)
}
