//! People: the list, a person's page, the forms, those who were registered twice.

mod duplicates;
mod form;
mod list;
mod page;
mod protection;

pub(super) use form::read;
pub(super) use list::TO_CHECK;
pub(super) use page::{
    ApplicationView, HouseholdView, TenancyView, application_view, household_view, tenancy_view, told,
};

use super::{Frame, Routes};
use crate::store::people::Person;
use housing::Date;
use housing::people::Protection;

/// The pages of people.
pub fn routes() -> Routes {
    Routes::new()
        .get("/people", list::list)
        .get("/people/new", form::new)
        .post("/people/new", form::create)
        .get("/people/duplicates", duplicates::list)
        .get("/people/{id}", page::show)
        .get("/people/{id}/edit", form::edit)
        .post("/people/{id}/edit", form::save)
        .post("/people/{id}/protection", protection::raise)
        .post("/people/{id}/protection/check", protection::confirm)
        .get("/people/{id}/duplicates/{other}", duplicates::compare)
        .post("/people/{id}/merge", duplicates::merge)
        .post("/people/{id}/parting", duplicates::part)
}

/// The colour that helps the word of a level along.
pub(super) const fn tone(protection: Protection) -> &'static str {
    match protection {
        Protection::Ungraded => "neutral",
        Protection::Confidential => "warning",
        Protection::StrictlyConfidential | Protection::StrictlyConfidentialAbroad => "danger",
    }
}

/// The word for a level that is protected; nothing for everybody else.
pub(super) fn level(frame: &Frame, protection: Protection) -> String {
    if protection == Protection::Ungraded { String::new() } else { frame.t(&protection.text_key()) }
}

/// `12.05.1981 (44 år)`
pub(super) fn born_and_age(frame: &Frame, born: Option<Date>) -> String {
    let Some(born) = born else { return String::new() };
    let day = frame.day(&born);
    match housing::people::age_on(born, frame.today) {
        Some(age) => frame.ta("person-born-and-age", &[("day", &day), ("age", &age.to_string())]),
        None => day,
    }
}

/// Somebody to choose: id, and name with birth.
pub(super) fn candidate(frame: &Frame, person: &Person) -> (String, String) {
    let born = born_and_age(frame, person.born);
    let separator = if born.is_empty() { "" } else { ", " };
    (person.id.clone(), format!("{}{separator}{born}", person.name))
}
