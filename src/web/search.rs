//! Search from anywhere: the suggestions under the field, and the page with all that was found.

use super::people::level;
use super::{App, Frame, Routes, Visitor, WebError, render};
use crate::office::search::{self, Numbered, Results, looks_like_identity_number};
use axum::extract::{Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;

/// The addresses of the search field in the top bar.
pub fn routes() -> Routes {
    Routes::new().get("/search", page).get("/search/suggestions", suggestions)
}

/// What was typed.
#[derive(Deserialize)]
struct Typed {
    #[serde(default)]
    q: String,
}

/// The most of each kind under the field and on the page.
const SUGGESTED: usize = 5;
const SHOWN: usize = 20;

#[derive(askama::Template)]
#[template(path = "search/page.html")]
struct SearchPage {
    frame: Frame,
    /// Empty when it may be somebody's identity number: that is never shown again.
    words: String,
    groups: Vec<Group>,
    shown: usize,
}

struct Group {
    title: String,
    items: Vec<Item>,
    more: bool,
}

/// Something that was found: where it is, what it is called, and what it is.
struct Item {
    href: String,
    title: String,
    note: String,
}

#[derive(askama::Template)]
#[template(path = "search/suggestions.html")]
struct Suggestions {
    items: Vec<Item>,
}

async fn page(State(app): State<App>, visitor: Visitor, Query(typed): Query<Typed>) -> Result<Response, WebError> {
    let actor = visitor.actor();
    let words = if looks_like_identity_number(&typed.q) { String::new() } else { typed.q.trim().to_owned() };
    let was_number = words.is_empty();
    let results = app.office(move |office| search::all(office, &actor, &typed.q, SHOWN)).await?;
    if let ([person], true) = (results.people.as_slice(), was_number) {
        return Ok(Redirect::to(&format!("/people/{}", person.id)).into_response());
    }
    let frame = visitor.frame();
    let groups = groups(&frame, &results);
    Ok(render(&SearchPage { words, groups, shown: SHOWN, frame })?.into_response())
}

async fn suggestions(
    State(app): State<App>,
    visitor: Visitor,
    Query(typed): Query<Typed>,
) -> Result<Response, WebError> {
    let actor = visitor.actor();
    let results = app.office(move |office| search::all(office, &actor, &typed.q, SUGGESTED)).await?;
    let groups = groups(&visitor.frame(), &results);
    let items = groups.into_iter().flat_map(|group| group.items).collect();
    Ok(render(&Suggestions { items })?.into_response())
}

fn groups(frame: &Frame, results: &Results) -> Vec<Group> {
    let group = |key: &str, items: Vec<Item>| Group { title: frame.t(key), more: items.len() >= SHOWN, items };
    let groups = [
        group("search-cases", numbered(frame, &results.cases, ("/cases", "search-case"))),
        group("search-invoices", numbered(frame, &results.invoices, ("/arrears", "search-invoice"))),
        group("search-people", people(frame, results)),
        group("search-dwellings", dwellings(frame, results)),
        group("search-applications", applications(frame, results)),
        group("search-tenancies", tenancies(frame, results)),
    ];
    groups.into_iter().filter(|group| !group.items.is_empty()).collect()
}

fn joined<const N: usize>(parts: [String; N]) -> String {
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

fn people(frame: &Frame, results: &Results) -> Vec<Item> {
    let item = |person: &crate::store::people::Person| Item {
        href: format!("/people/{}", person.id),
        title: person.name.to_string(),
        note: joined([
            frame.t("search-person"),
            person.born.map(|born| frame.day(&born)).unwrap_or_default(),
            level(frame, person.protection),
        ]),
    };
    results.people.iter().map(item).collect()
}

fn dwellings(frame: &Frame, results: &Results) -> Vec<Item> {
    let item = |home: &crate::store::dwellings::Found| Item {
        href: format!("/dwellings/{}", home.id),
        title: home.address.clone(),
        note: joined([frame.t("search-home"), frame.t(&home.status.text_key()), home.area.clone().unwrap_or_default()]),
    };
    results.dwellings.iter().map(item).collect()
}

fn applications(frame: &Frame, results: &Results) -> Vec<Item> {
    let found = results.applications.iter();
    found
        .map(|(application, applicant)| Item {
            href: format!("/applications/{}", application.id),
            title: format!("{} {applicant}", application.number()),
            note: joined([frame.t("search-application"), frame.t(&application.status.text_key())]),
        })
        .collect()
}

fn tenancies(frame: &Frame, results: &Results) -> Vec<Item> {
    let since = |from| frame.t1("household-since", "day", frame.day(&from));
    let item = |found: &crate::store::tenancies::Found| Item {
        href: format!("/tenancies/{}", found.id),
        title: format!("{}, {}", found.home, found.tenant),
        note: joined([frame.t("search-tenancy"), found.from.map(since).unwrap_or_default()]),
    };
    results.tenancies.iter().map(item).collect()
}

/// What was found by its number, and opens at an address that begins so.
fn numbered(frame: &Frame, found: &[Numbered], (address, what): (&str, &str)) -> Vec<Item> {
    let item = |found: &Numbered| Item {
        href: format!("{address}/{}", found.id),
        title: format!("{} {}", found.number, found.name),
        note: frame.t(what),
    };
    found.iter().map(item).collect()
}
