//! Homes: the list, a home's page, the forms.

mod form;
mod list;
mod page;

pub(super) use page::told;

use super::{Frame, Routes};
use crate::store::dwellings::CategoryFilter;
use crate::texts::Wording as _;
use housing::dwellings::{Category, DwellingStatus, Rooms};

/// The pages of homes.
pub fn routes() -> Routes {
    Routes::new()
        .get("/dwellings", list::list)
        .get("/dwellings/new", form::new)
        .post("/dwellings/new", form::create)
        .get("/dwellings/{id}", page::show)
        .get("/dwellings/{id}/edit", form::edit)
        .post("/dwellings/{id}/edit", form::save)
        .post("/dwellings/{id}/status", form::set_status)
}

/// The colour that helps the word of a status along.
pub(super) const fn tone(status: DwellingStatus) -> &'static str {
    match status {
        DwellingStatus::Let | DwellingStatus::Disposed => "neutral",
        DwellingStatus::Vacant => "success",
        DwellingStatus::NoticeGiven | DwellingStatus::BeingPrepared | DwellingStatus::Reserved => "info",
        DwellingStatus::UnderRehabilitation | DwellingStatus::ForSale | DwellingStatus::Blocked => "warning",
    }
}

/// Yes, no, or nothing when nobody knows.
pub(super) fn yes_no(frame: &Frame, answer: Option<bool>) -> String {
    answer.map_or_else(String::new, |yes| frame.t(if yes { "dwelling-yes" } else { "dwelling-no" }))
}

/// `2-roms`; six rooms are said as they are.
pub(super) fn rooms_text(frame: &Frame, rooms: Rooms) -> String {
    frame.rooms(rooms)
}

/// A choice for every code of a list.
pub(in crate::web) fn choices<T: Copy>(
    frame: &Frame,
    all: &[T],
    code: impl Fn(T) -> &'static str,
    key: impl Fn(T) -> String,
) -> Vec<(String, String)> {
    all.iter().map(|one| (code(*one).to_owned(), frame.t(&key(*one)))).collect()
}

/// The categories that a list of homes can be narrowed to.
pub(in crate::web) fn categories(frame: &Frame) -> Vec<(String, String)> {
    let all = Category::ALL.iter().copied().map(CategoryFilter::Is);
    let all = [CategoryFilter::Ordinary].into_iter().chain(all);
    all.map(|category| (category.code().to_owned(), category_words(frame, category))).collect()
}

pub(in crate::web) fn category_words(frame: &Frame, category: CategoryFilter) -> String {
    match category {
        CategoryFilter::Ordinary => frame.t("dwellings-ordinary"),
        CategoryFilter::Is(category) => frame.t(&category.text_key()),
    }
}
