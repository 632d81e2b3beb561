//! What somebody asked to see: the list's filters and the search, in the words of the page they stood on.

use super::words::{of_thing, plain, said};
use crate::access::Thing;
use crate::store::{ORDINARY, UNKNOWN};
use crate::web::Frame;
use crate::web::history::Line;
use serde_json::{Map, Value};

/// What a look at a list or a search was narrowed to, and how many rows it showed.
pub(super) fn lines(frame: &Frame, thing: &str, object: &Map<String, Value>) -> Vec<Line> {
    let text = |name: &str| object.get(name).and_then(Value::as_str);
    let mut lines = Vec::new();
    let filter = object.get("filter").and_then(Value::as_object);
    for (name, value) in filter.into_iter().flatten() {
        lines.extend(narrowed(frame, Thing::from_word(thing), name, value));
    }
    if let Some(words) = text("search") {
        let words = if words == "identity number" { frame.t("person-identity") } else { quoted(words) };
        lines.push(said(frame.t("journal-searched"), words));
    }
    if text("list") == Some("duplicates") {
        lines.push(said(frame.t("journal-about"), frame.t("people-duplicates")));
    }
    let shown = ["shown", "rows", "found"].into_iter().find_map(|name| object.get(name)).and_then(Value::as_i64);
    let from = object.get("from").and_then(Value::as_i64).unwrap_or_default();
    if let Some(shown) = shown {
        let rows = match (shown, from) {
            (0, _) | (_, 0) => frame.number(&shown),
            (_, from) => format!("{}–{}", frame.number(&(from + 1)), frame.number(&(from + shown))),
        };
        lines.push(said(frame.t("journal-rows"), rows));
    }
    lines
}

fn quoted(words: &str) -> String {
    format!("«{words}»")
}

/// One filter; which of two sets of rights somebody looked with is no filter.
fn narrowed(frame: &Frame, thing: Option<Thing>, name: &str, value: &Value) -> Option<Line> {
    let day = || value.as_str().map(|day| frame.typed_day(day)).unwrap_or_default();
    let (label, text) = match name {
        "sees_protected" | "with_protected" => return None,
        "words" if value.as_str() == Some("") => return None,
        "words" => (frame.t("journal-searched"), quoted(&plain(value))),
        "on" => (frame.t("dwellings-as-of"), day()),
        "received_from" => (frame.t("applications-from"), day()),
        "received_to" => (frame.t("applications-to"), day()),
        "from" => (frame.t("expected-day-from"), day()),
        "to" => (frame.t("expected-day-to"), day()),
        "ended" => (frame.t("expected-standing"), frame.t("expected-ended")),
        "with_children" => (frame.t("application-children"), yes_no(frame, value)),
        "with_open_application" => (frame.t("person-open-applications"), yes_no(frame, value)),
        "with_tenancy" => (frame.t("person-tenancies"), yes_no(frame, value)),
        "to_check" => (frame.t("people-to-check"), yes_no(frame, value)),
        "decided_from" => (frame.t("applications-decided-from"), day()),
        "decided_to" => (frame.t("applications-decided-to"), day()),
        "outcome" => (frame.t("application-status"), named(frame, "application-outcome", value)),
        "renewals" => {
            let only = value.as_bool() == Some(true);
            (
                frame.t("application-kind"),
                frame.t(if only { "applications-renewals" } else { "applications-no-renewals" }),
            )
        }
        "begun" => (frame.t("tenancies-begun-from"), begun(frame, value)),
        "kind" if value.as_str() == Some(ORDINARY) => (frame.t("application-kind"), frame.t("applications-ordinary")),
        "category" if value.as_str() == Some(ORDINARY) => (frame.t("dwelling-category"), frame.t("dwellings-ordinary")),
        "category" => (frame.t("dwelling-category"), coded(frame, Some(Thing::Dwelling), "category", value)),
        "exact_groups" => {
            let groups = coded(frame, thing, "target_groups", value);
            (frame.t("application-target-groups"), frame.t1("applications-only-groups", "groups", groups))
        }
        "age" if value.as_str() == Some(UNKNOWN) => (frame.t("arrears-age-filter"), frame.t("overview-due-unknown")),
        "target_group" | "room_need" | "situation" if value.as_str() == Some(UNKNOWN) => {
            let key = match name {
                "target_group" => "application-target-groups",
                "room_need" => "application-room-need",
                _ => "application-situation",
            };
            (frame.t(key), frame.t("application-unknown"))
        }
        "target_group" => (frame.t("application-target-groups"), coded(frame, thing, "target_groups", value)),
        "area" if thing == Some(Thing::Application) => (frame.t("application-wished-area"), plain(value)),
        "area" => (frame.t("dwelling-area"), plain(value)),
        "lease" => (frame.t("tenancy-lease"), lease(frame, value)),
        "show" => (frame.t("arrears-show"), shown(frame, value)),
        "age" => (frame.t("arrears-age-filter"), named(frame, "arrears-age", value)),
        "at_least" => (frame.t("arrears-least"), value.as_i64().map(kroner).unwrap_or_default()),
        "status" => (frame.t("application-status"), status(frame, thing, value)),
        other => of_thing(frame, thing, other, value).unwrap_or_else(|| (other.to_owned(), plain(value))),
    };
    Some(said(label, text))
}

fn kroner(ore: i64) -> String {
    housing::money::Ore(ore).in_kroner()
}

fn yes_no(frame: &Frame, value: &Value) -> String {
    frame.t(if value.as_bool() == Some(true) { "dwelling-yes" } else { "dwelling-no" })
}

/// The name of a code of a list.
fn named(frame: &Frame, list: &str, value: &Value) -> String {
    let code = value.as_str().unwrap_or_default().to_ascii_lowercase().replace('_', "-");
    frame.t(&format!("{list}-{code}"))
}

fn coded(frame: &Frame, thing: Option<Thing>, field: &str, value: &Value) -> String {
    of_thing(frame, thing, field, value).map_or_else(|| plain(value), |(_, text)| text)
}

/// One status, or those that wait for the same.
fn status(frame: &Frame, thing: Option<Thing>, value: &Value) -> String {
    let of = |kind: &str| value.get(kind);
    match (value.as_str(), of("Is"), of("Awaits").and_then(Value::as_str)) {
        (Some("Open"), _, _) => frame.t("applications-open"),
        (_, _, Some("AwaitsDecision")) => frame.t("applications-awaits-decision"),
        (_, _, Some("AwaitsHome")) => frame.t("applications-awaits-home"),
        (_, Some(code), _) => coded(frame, thing, "status", code),
        (Some(_) | None, None, Some(_) | None) => plain(value),
    }
}

fn lease(frame: &Frame, value: &Value) -> String {
    match (value.as_str(), value.get("Window")) {
        (Some("Expired"), _) => frame.t("tenancies-expired"),
        (Some("Later"), _) => frame.t("tenancies-later"),
        (Some("Fixed"), _) => frame.t("tenancies-fixed"),
        (Some("OpenEnded"), _) => frame.t("tenancies-open"),
        (_, Some(window)) => named(frame, "lease-window", window),
        (Some(_) | None, None) => plain(value),
    }
}

/// The days that tenancies began between; either may be open.
fn begun(frame: &Frame, value: &Value) -> String {
    let days = value.as_array().into_iter().flatten();
    let days = days.map(|day| day.as_str().map(|day| frame.typed_day(day)).unwrap_or_default());
    days.collect::<Vec<_>>().join("–")
}

fn shown(frame: &Frame, value: &Value) -> String {
    match value.as_str() {
        Some("Credit") => frame.t("arrears-show-credit"),
        Some("Both") => frame.t("arrears-show-both"),
        Some(_) | None => frame.t("arrears-show-owing"),
    }
}
