//! What an entry says, in the words of the pages it is about: each field by its name, each code by what it stands for.

use super::asked;
use crate::access::Thing;
use crate::office::changes;
use crate::office::journal::Told;
use crate::web::history::Line;
use crate::web::{
    Frame, accounts, applications, arrears, documents, dwellings, expected, households, offers, people, tenancies,
};
use serde_json::{Map, Value};

/// What was done, in a word; a word we have no text for stands as it was written.
pub fn action(frame: &Frame, action: &str) -> String {
    let key = match action {
        "look" => "journal-action-look",
        "create" => "journal-action-create",
        "change" => "journal-action-change",
        "import" => "journal-action-import",
        "login" => "journal-action-login",
        "logout" => "journal-action-logout",
        "backup" => "journal-action-backup",
        "restore" => "journal-action-restore",
        "merge" => "person-trail-merge",
        "part" => "person-trail-part",
        "renew" => "history-renew",
        "move-out" => "history-move-out",
        "discard" => "journal-action-discard",
        "take-out" => "document-taken-out",
        "close" => "journal-action-close",
        other => return other.to_owned(),
    };
    frame.t(key)
}

/// What an entry says, a line for each field: what stood there before and what stands there after.
pub fn lines(frame: &Frame, entry: &Told) -> Vec<Line> {
    let object: Map<String, Value> = match serde_json::from_str(&entry.details) {
        Ok(Value::Object(object)) => object,
        Ok(_) | Err(_) if entry.details.is_empty() => return Vec::new(),
        Ok(_) | Err(_) => return vec![said(String::new(), entry.details.clone())],
    };
    let mut lines = Vec::new();
    for (field, before, after) in changes::fields(&entry.details) {
        let ((label, before), (_, after)) = (fact(frame, entry, &field, &before), fact(frame, entry, &field, &after));
        if before != after {
            lines.push(Line { label, before, after });
        }
    }
    lines.extend(asked::lines(frame, &entry.thing, &object));
    lines.extend(summary(frame, &object));
    lines
}

/// A line that only says something.
pub(super) fn said(label: String, text: String) -> Line {
    Line { label, before: String::new(), after: text }
}

/// A field of a thing: its name, and how the value is read. What no page knows stands as it was written.
pub(super) fn fact(frame: &Frame, entry: &Told, field: &str, value: &Value) -> (String, String) {
    let known = match Thing::from_word(&entry.thing) {
        Some(Thing::Household) => households::told(frame, field, value, |_| entry.person_name.clone()),
        thing => of_thing(frame, thing, field, value),
    };
    known.unwrap_or_else(|| (field.to_owned(), plain(value)))
}

/// A field of a thing as the thing's own page reads it.
pub(super) fn of_thing(frame: &Frame, thing: Option<Thing>, field: &str, value: &Value) -> Option<(String, String)> {
    match thing? {
        Thing::Dwelling => dwellings::told(frame, field, value),
        Thing::Person => people::told(frame, field, value),
        Thing::Tenancy => tenancies::told(frame, field, value),
        Thing::Application => applications::told(frame, field, value),
        Thing::Document => documents::told(frame, field, value),
        Thing::Expected => expected::told(frame, field, value),
        Thing::Offer => offers::told(frame, field, value),
        Thing::Arrears => arrears::told(frame, field, value),
        Thing::Account | Thing::Settings => accounts::told(frame, field, value),
        Thing::Household
        | Thing::Case
        | Thing::Decision
        | Thing::Appeal
        | Thing::Allocation
        | Thing::RuleSet
        | Thing::Import
        | Thing::Overview
        | Thing::Journal
        | Thing::Trail
        | Thing::Backup => None,
    }
}

/// What an import did and what a merge moved, counted; what an administrator's change was about.
fn summary(frame: &Frame, object: &Map<String, Value>) -> Vec<Line> {
    let mut lines = Vec::new();
    for (name, value) in object {
        let label = match name.as_str() {
            "dwellings" => "nav-dwellings",
            "people" => "nav-people",
            "tenancies" => "nav-tenancies",
            "applications" => "nav-applications",
            "invoices" => "nav-arrears",
            "protection_to_check" => "people-to-check",
            "profile" => "journal-profile",
            "merged" | "kept" => "journal-merged",
            "parted" => "journal-parted",
            "what" => "journal-about",
            _ => continue,
        };
        let text = match value {
            Value::Object(tally) => tallied(frame, tally),
            Value::String(text) => match name.as_str() {
                "profile" => text.clone(),
                "what" => about(frame, text),
                _ => frame.t("journal-other-entry"),
            },
            other => plain(other),
        };
        if !text.is_empty() && text != "0" {
            lines.push(said(frame.t(label), text));
        }
    }
    lines
}

/// `42 nye, 3 endret`; nothing when nothing came of it.
fn tallied(frame: &Frame, tally: &Map<String, Value>) -> String {
    let count = |name: &str| tally.get(name).and_then(Value::as_i64).unwrap_or_default();
    let (new, changed) = (count("new"), count("changed"));
    if new + changed == 0 {
        return String::new();
    }
    frame.ta("imports-result", &[("new", &frame.number(&new)), ("changed", &frame.number(&changed))])
}

fn about(frame: &Frame, what: &str) -> String {
    let key = match what {
        "mapping" => "journal-about-mapping",
        "password" | "new password" => "journal-about-password",
        "language" => "account-language",
        "search for a tenant" => "tenancy-find-person",
        other => return other.to_owned(),
    };
    frame.t(key)
}

/// A value without a page of its own, as it was written.
pub(super) fn plain(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Bool(_) | Value::Number(_) | Value::Array(_) | Value::Object(_) => value.to_string(),
    }
}
