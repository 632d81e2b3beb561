//! The auditor's page: everything done and seen, newest first.

mod asked;
mod words;

use super::history::Line;
use super::lists::{Field, Fields, not_understood};
use super::{App, Frame, ListAddress, Routes, Visitor, WebError, render};
use crate::access::Thing;
use crate::office::OfficeError;
use crate::office::journal::{self, Told};
use crate::store::accounts;
use crate::store::journal::Filter;
use axum::extract::State;
use axum::response::{IntoResponse, Response};

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
    /// Filters in the address that are not understood, each with what it says.
    not_understood: Vec<(String, String)>,
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
    pub details: Vec<Line>,
    pub withheld: bool,
}

async fn show(State(app): State<App>, visitor: Visitor, address: ListAddress) -> Result<Response, WebError> {
    let (actor, mut filter) = (visitor.actor(), filter(&address));
    let (told, officers) = app
        .office(move |office| {
            let officers = office.store().read(accounts::officers)?;
            filter.actor = filter.actor.filter(|who| officers.iter().any(|officer| officer.id == *who));
            Ok::<_, OfficeError>((journal::read(office, &actor, &filter)?, officers))
        })
        .await?;
    let frame = visitor.frame();
    let full = i64::try_from(told.len()).is_ok_and(|count| count >= journal::ROWS);
    let last = told.last().map(|entry| entry.seq.to_string()).filter(|_| full);
    let filters = Fields::of(&frame, &address)
        .choice("journal-who", "who", officers.into_iter().map(|officer| (officer.id, officer.name)).collect())
        .choice("journal-thing", "thing", things(&frame))
        .done();
    let page = JournalPage {
        not_understood: not_understood(&address, &filters, &[]),
        older: last.map(|seq| address.with(&[("before", &seq)])),
        whole: address.filled("before").is_none(),
        filters,
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
    let thing = text("thing").filter(|word| Thing::from_word(word).is_some());
    Filter {
        actor: text("who"),
        person: text("person"),
        kind: thing.clone(),
        thing: thing.zip(text("id")),
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
        what: words::action(frame, &entry.action),
        thing: thing_text(frame, &entry.thing),
        thing_href: linked(&entry.thing_id, href(&[("thing", &entry.thing), ("id", &entry.thing_id)])),
        person: entry.person_name.clone(),
        person_href: linked(&entry.person, href(&[("person", &entry.person)])),
        details: words::lines(frame, entry),
        withheld: entry.withheld,
    }
}

fn thing_text(frame: &Frame, word: &str) -> String {
    frame.t(&format!("journal-thing-{word}"))
}
