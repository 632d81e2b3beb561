//! The list of people: never with identity numbers.

use super::{born_and_age, level, tone};
use crate::access::{Action, Thing};
use crate::exchange::sheet::Value;
use crate::office::people;
use crate::store::people::{Filter, Listed, SortBy};
use crate::web::dwellings::choices;
use crate::web::export::{self, Format};
use crate::web::{App, Chip, Column, Frame, ListAddress, Pager, Visitor, WebError, render};
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use housing::people::Protection;
use housing::text::fold;

/// The level filter for those whose level must be looked at.
const TO_CHECK: &str = "check";

/// What the list can be sorted by.
const SORTS: [&str; 2] = ["name", "born"];

#[derive(askama::Template)]
#[template(path = "people/list.html")]
struct ListPage {
    frame: Frame,
    address: ListAddress,
    levels: Vec<(String, String)>,
    yes: Vec<(String, String)>,
    chips: Vec<Chip>,
    columns: Vec<Column>,
    rows: Vec<RowView>,
    pager: Pager,
    may_change: bool,
    narrowed: bool,
}

struct RowView {
    href: String,
    name: String,
    born: String,
    home: String,
    applications: String,
    level: String,
    tone: &'static str,
    to_check: bool,
}

pub(super) async fn list(State(app): State<App>, visitor: Visitor, address: ListAddress) -> Result<Response, WebError> {
    let (actor, filter, slice) = (visitor.actor(), read_filter(&address), export::slice(&address));
    let (key, descending) = address.order(&SORTS);
    let order = (if key == "born" { SortBy::Born } else { SortBy::Name }, descending);
    let may_change = actor.may(Action::Change, Thing::Person).is_ok();
    let asked = filter.clone();
    let listing = app.office(move |office| people::list(office, &actor, &asked, order, slice)).await?;
    let frame = visitor.frame();
    if let Some(format) = Format::asked(&address) {
        return take_out(&frame, format, listing.rows);
    }
    let sorted = |text: &str, key: &str| Column::sorted(&address, address.order(&SORTS), frame.t(text), key);
    let columns = vec![
        sorted("person-name", "name"),
        sorted("person-born", "born"),
        Column::plain(frame.t("person-home")),
        Column::plain(frame.t("person-open-applications")),
        Column::plain(frame.t("person-protection")),
    ];
    let mut levels = vec![(TO_CHECK.to_owned(), frame.t("people-to-check"))];
    levels.extend(choices(&frame, Protection::ALL, Protection::code, Protection::text_key));
    let page = ListPage {
        chips: chips(&frame, &address, &filter),
        columns,
        rows: listing.rows.iter().map(|row| row_view(&frame, row)).collect(),
        pager: Pager::new(&address, listing.total),
        levels,
        yes: vec![("true".to_owned(), frame.t("people-with"))],
        narrowed: filter != Filter::default(),
        may_change,
        address,
        frame,
    };
    Ok(render(&page)?.into_response())
}

/// What the address narrows the list to; what cannot be read narrows nothing.
fn read_filter(address: &ListAddress) -> Filter {
    let level = address.filter("protection");
    Filter {
        words: fold(address.filter("q")),
        to_check: level == TO_CHECK,
        protection: level.parse().ok(),
        with_open_application: address.filter("application") == "true",
        with_tenancy: address.filter("tenancy") == "true",
        sees_protected: false,
    }
}

fn chips(frame: &Frame, address: &ListAddress, filter: &Filter) -> Vec<Chip> {
    let worded = [
        ("q", Some(format!("«{}»", address.filter("q"))).filter(|_| !filter.words.is_empty())),
        ("protection", filter.to_check.then(|| frame.t("people-to-check"))),
        ("protection", filter.protection.map(|level| frame.t(&level.text_key()))),
        ("application", filter.with_open_application.then(|| frame.t("people-with-application"))),
        ("tenancy", filter.with_tenancy.then(|| frame.t("people-with-tenancy"))),
    ];
    worded.into_iter().filter_map(|(name, text)| Some(Chip::new(address, text?, name))).collect()
}

fn row_view(frame: &Frame, row: &Listed) -> RowView {
    RowView {
        href: format!("/people/{}", row.id),
        name: row.name.listed(),
        born: born_and_age(frame, row.born),
        home: row.home.clone().unwrap_or_default(),
        applications: if row.open_applications == 0 { String::new() } else { row.open_applications.to_string() },
        level: level(frame, row.protection),
        tone: tone(row.protection),
        to_check: row.protection_to_check,
    }
}

fn take_out(frame: &Frame, format: Format, rows: Vec<Listed>) -> Result<Response, WebError> {
    let keys = [
        "person-family",
        "person-given",
        "person-born",
        "person-home",
        "person-open-applications",
        "person-protection",
    ];
    let rows = rows.into_iter().map(|row| {
        vec![
            Value::Text(row.name.family),
            Value::Text(row.name.given),
            row.born.map_or(Value::Blank, Value::Day),
            Value::text(row.home.as_deref()),
            Value::Number(row.open_applications),
            Value::Text(level(frame, row.protection)),
        ]
    });
    export::download(frame, format, &frame.t("people-title"), &keys.map(|key| frame.t(key)), rows)
}
