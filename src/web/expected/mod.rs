//! Persons who are expected before they apply: the list, their pages, and the form.

mod form;
mod list;
mod page;

use super::{Frame, Routes};
use crate::store::expected::{Ending, Expected};
use housing::applications::LeavesPlace;
use housing::calendar::days_between;
use housing::expected::{EndedBecause, Nearness};
use serde_json::Value;

/// The pages of those who are expected.
pub fn routes() -> Routes {
    Routes::new()
        .get("/expected", list::list)
        .get("/expected/new", form::new)
        .post("/expected/new", form::create)
        .get("/expected/{id}", page::show)
        .get("/expected/{id}/edit", form::edit)
        .post("/expected/{id}/edit", form::save)
        .post("/expected/{id}/application", page::begin_application)
        .post("/expected/{id}/closing", page::close)
}

/// Where somebody comes from: `Fengsel, Verdal fengsel`.
pub(in crate::web) fn place_text(frame: &Frame, expected: &Expected) -> String {
    let kind = frame.t(&expected.place.text_key());
    expected.place_name.as_ref().map_or_else(|| kind.clone(), |name| format!("{kind}, {name}"))
}

/// The day, or about when: `ca. 12.05.2026`.
pub(in crate::web) fn day_text(frame: &Frame, expected: &Expected) -> String {
    let day = frame.day(&expected.day);
    if expected.about { frame.t1("expected-about", "day", day) } else { day }
}

/// Where somebody stands, in a word with its colour.
pub(in crate::web) fn standing(frame: &Frame, expected: &Expected, nearness: Nearness) -> (String, &'static str) {
    match (&expected.ended, nearness) {
        (Some((_, Ending::Applied(_))), _) => (frame.t("expected-applied"), "success"),
        (Some((_, Ending::Otherwise { because, .. })), _) => (frame.t(&because.text_key()), "neutral"),
        (None, Nearness::Passed) => (frame.t("expected-passed"), "danger"),
        (None, Nearness::Near) => {
            let days = days_between(frame.today, expected.day);
            (frame.t1("expected-in-days", "days", days), "warning")
        }
        (None, Nearness::Later) => (frame.t("expected-later"), "info"),
    }
}

/// A fact of somebody who is expected, as their history tells it.
pub(in crate::web) fn told(frame: &Frame, field: &str, value: &Value) -> Option<(String, String)> {
    let text = value.as_str().unwrap_or_default();
    let (key, said) = match field {
        "place" => ("expected-place", text.parse().map(|it: LeavesPlace| frame.t(&it.text_key())).unwrap_or_default()),
        "place_name" => ("expected-place-name", text.to_owned()),
        "day" => ("expected-day", frame.typed_day(text)),
        "about" => {
            let key = value.as_bool().map(|about| if about { "application-yes" } else { "application-no" });
            ("expected-about-label", key.map(|key| frame.t(key)).unwrap_or_default())
        }
        "contact" => ("expected-contact", text.to_owned()),
        "contact_telephone" => ("expected-contact-telephone", text.to_owned()),
        "because" => {
            ("expected-because", text.parse().map(|it: EndedBecause| frame.t(&it.text_key())).unwrap_or_default())
        }
        "why" => ("expected-why", text.to_owned()),
        "application" => ("expected-application", text.to_owned()),
        _ => return None,
    };
    Some((frame.t(key), said))
}
