//! The list of people: never with identity numbers.

use super::{born_and_age, level, tone};
use crate::access::{Action, Thing};
use crate::exchange::sheet::Value;
use crate::office::people;
use crate::store::people::{Filter, Listed, SortBy};
use crate::web::dwellings::choices;
use crate::web::export::{self, Format};
use crate::web::lists::{self, Cell, Chip, Column, Contents, Field, Fields, ListAddress, Row, Way, Words};
use crate::web::{App, Frame, Visitor, WebError};
use axum::extract::State;
use axum::response::Response;
use housing::people::Protection;
use housing::text::fold;

/// The level filter for those whose level must be looked at.
pub const TO_CHECK: &str = "check";

/// What the list can be sorted by.
const SORTS: [&str; 2] = ["name", "born"];

const WORDS: Words = Words {
    title: "people-title",
    none_match: ["people-none-match", "people-none-match-text", "people-show-all"],
    none: ["people-none", "people-none-text"],
};

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
    let begin = may_change.then(|| Way { href: "/people/new", text: frame.t("people-new") });
    let list = Contents {
        ways: vec![Way { href: "/people/duplicates", text: frame.t("people-duplicates") }],
        filters: fields(&frame, &address),
        chips: chips(&frame, &address, &filter),
        columns: columns(&frame, &address),
        rows: listing.rows.iter().map(|row| row_of(&frame, row)).collect(),
        total: listing.total,
        narrowed: filter != Filter::default(),
        begin,
        ..Contents::default()
    };
    lists::show(frame, address, WORDS, list)
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

fn columns(frame: &Frame, address: &ListAddress) -> Vec<Column> {
    let sorted = |text: &str, key: &str| Column::sorted(address, address.order(&SORTS), frame.t(text), key);
    vec![
        sorted("person-name", "name"),
        sorted("person-born", "born"),
        Column::plain(frame.t("person-home")),
        Column::plain(frame.t("person-open-applications")),
        Column::plain(frame.t("person-protection")),
    ]
}

fn fields(frame: &Frame, address: &ListAddress) -> Vec<Field> {
    let mut levels = vec![(TO_CHECK.to_owned(), frame.t("people-to-check"))];
    levels.extend(choices(frame, Protection::ALL, Protection::code, Protection::text_key));
    let with = || vec![("true".to_owned(), frame.t("people-with"))];
    Fields::of(frame, address)
        .words("person-name", "q")
        .choice("person-protection", "protection", levels)
        .choice("person-open-applications", "application", with())
        .choice("person-tenancies", "tenancy", with())
        .done()
}

fn chips(frame: &Frame, address: &ListAddress, filter: &Filter) -> Vec<Chip> {
    let worded = [
        ("q", Some(format!("«{}»", address.filter("q"))).filter(|_| !filter.words.is_empty())),
        ("protection", filter.to_check.then(|| frame.t("people-to-check"))),
        ("protection", filter.protection.map(|level| frame.t(&level.text_key()))),
        ("application", filter.with_open_application.then(|| frame.t("people-with-application"))),
        ("tenancy", filter.with_tenancy.then(|| frame.t("people-with-tenancy"))),
    ];
    Chip::all(address, worded)
}

fn row_of(frame: &Frame, row: &Listed) -> Row {
    let mut protection = Cell::default();
    if row.protection != Protection::Ungraded {
        protection = protection.and_badge(level(frame, row.protection), tone(row.protection));
    }
    if row.protection_to_check {
        protection = protection.and_badge(frame.t("people-to-check"), "warning");
    }
    Row {
        href: format!("/people/{}", row.id),
        cells: vec![
            row.name.listed().into(),
            born_and_age(frame, row.born).into(),
            row.home.clone().into(),
            Some(row.open_applications).filter(|count| *count != 0).map(|count| count.to_string()).into(),
            protection,
        ],
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
