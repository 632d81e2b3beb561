//! The auditor's page: everything done and seen, newest first.

use super::lists::{Field, Fields};
use super::{App, Frame, ListAddress, Routes, Visitor, WebError, render};
use crate::access::Thing;
use crate::office::OfficeError;
use crate::office::journal::{self, Told};
use crate::store::accounts;
use crate::store::journal::Filter;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use serde_json::Value;

/// The journal.
pub fn routes() -> Routes {
    Routes::new().get("/journal", show)
}

#[derive(askama::Template)]
#[template(path = "journal/list.html")]
struct JournalPage {
    frame: Frame,
    address: ListAddress,
    filters: Vec<Field>,
    rows: Vec<EntryView>,
    /// Entries before these; `None` on the last page.
    older: Option<String>,
    whole: bool,
}

/// An entry in words.
pub struct EntryView {
    pub seq: i64,
    pub when: String,
    pub who: String,
    pub role: String,
    pub what: String,
    pub thing: String,
    /// Everything about the same thing; empty when it is withheld.
    pub thing_href: String,
    pub person: String,
    pub person_href: String,
    /// What changed, a line each.
    pub details: Vec<String>,
    pub withheld: bool,
}

async fn show(State(app): State<App>, visitor: Visitor, address: ListAddress) -> Result<Response, WebError> {
    let (actor, filter) = (visitor.actor(), filter(&address));
    let (told, officers) = app
        .office(move |office| {
            let told = journal::read(office, &actor, &filter)?;
            let officers = office.store().read(accounts::officers)?;
            Ok::<_, OfficeError>((told, officers))
        })
        .await?;
    let frame = visitor.frame();
    let full = i64::try_from(told.len()).is_ok_and(|count| count >= journal::ROWS);
    let last = told.last().map(|entry| entry.seq.to_string()).filter(|_| full);
    let page = JournalPage {
        older: last.map(|seq| address.with(&[("before", &seq)])),
        whole: address.filled("before").is_none(),
        filters: Fields::of(&frame, &address)
            .choice("journal-who", "who", officers.into_iter().map(|officer| (officer.id, officer.name)).collect())
            .choice("journal-thing", "thing", things(&frame))
            .done(),
        rows: views(&frame, &told),
        address,
        frame,
    };
    Ok(render(&page)?.into_response())
}

fn things(frame: &Frame) -> Vec<(String, String)> {
    Thing::ALL.iter().map(|thing| (thing.word().to_owned(), thing_text(frame, thing.word()))).collect()
}

fn filter(address: &ListAddress) -> Filter {
    let text = |name: &str| address.filled(name).map(str::to_owned);
    Filter {
        actor: text("who"),
        person: text("person"),
        kind: text("thing"),
        thing: text("thing").zip(text("id")),
        before: address.filled("before").and_then(|seq| seq.parse().ok()),
        ..Filter::default()
    }
}

/// Entries in words, for this page and for the trail on a person's page.
pub fn views(frame: &Frame, told: &[Told]) -> Vec<EntryView> {
    told.iter().map(|entry| view(frame, entry)).collect()
}

fn view(frame: &Frame, entry: &Told) -> EntryView {
    let href = |pairs: &[(&str, &str)]| {
        let query = serde_urlencoded::to_string(pairs).expect("pairs of text can always be encoded");
        format!("/journal?{query}")
    };
    let linked = |id: &str, address: String| if id.is_empty() { String::new() } else { address };
    EntryView {
        seq: entry.seq,
        when: frame.instant(&entry.at),
        who: if entry.who.is_empty() { frame.t("role-operator") } else { entry.who.clone() },
        role: frame.t(&format!("role-{}", entry.role)),
        what: action_text(frame, &entry.action),
        thing: thing_text(frame, &entry.thing),
        thing_href: linked(&entry.thing_id, href(&[("thing", &entry.thing), ("id", &entry.thing_id)])),
        person: entry.person_name.clone(),
        person_href: linked(&entry.person, href(&[("person", &entry.person)])),
        details: lines(&entry.details),
        withheld: entry.withheld,
    }
}

fn thing_text(frame: &Frame, word: &str) -> String {
    frame.t(&format!("journal-thing-{word}"))
}

/// What was done, in a word; a word we have no text for stands as it was written.
fn action_text(frame: &Frame, action: &str) -> String {
    match action {
        "look" => frame.t("journal-action-look"),
        "create" => frame.t("journal-action-create"),
        "change" => frame.t("journal-action-change"),
        "import" => frame.t("journal-action-import"),
        "login" => frame.t("journal-action-login"),
        "logout" => frame.t("journal-action-logout"),
        "backup" => frame.t("journal-action-backup"),
        "restore" => frame.t("journal-action-restore"),
        other => other.to_owned(),
    }
}

/// What an entry says, a line for each field: `rent: 785000 → 801000`.
fn lines(details: &str) -> Vec<String> {
    let object = match serde_json::from_str(details) {
        Ok(Value::Object(object)) => object,
        Ok(_) | Err(_) => return Vec::from_iter(Some(details.to_owned()).filter(|text| !text.is_empty())),
    };
    let part = |name: &str| object.get(name).and_then(Value::as_object);
    let mut lines = Vec::new();
    let before = part("before");
    for (field, after) in part("after").into_iter().flatten() {
        match before.and_then(|facts| facts.get(field)) {
            Some(before) if before == after => {}
            Some(before) => lines.push(format!("{field}: {} → {}", plain(before), plain(after))),
            None => lines.push(format!("{field}: {}", plain(after))),
        }
    }
    let others = object.iter().filter(|(name, value)| !matches!(name.as_str(), "before" | "after") && !value.is_null());
    lines.extend(others.map(|(name, value)| format!("{name}: {}", plain(value))));
    lines
}

fn plain(value: &Value) -> String {
    match value {
        Value::Null => "–".to_owned(),
        Value::String(text) => text.clone(),
        Value::Bool(_) | Value::Number(_) | Value::Array(_) | Value::Object(_) => value.to_string(),
    }
}
