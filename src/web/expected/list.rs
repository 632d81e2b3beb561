//! The list of those who are expected.

use super::{day_text, place_text, standing};
use crate::access::{Action, Thing};
use crate::exchange::sheet::Value;
use crate::office::OfficeError;
use crate::office::cases::Colleagues;
use crate::office::expected::{self, Listed};
use crate::store::expected::Filter;
use crate::web::dwellings::choices;
use crate::web::export::{self, Format};
use crate::web::lists::{self, Cell, Chip, Column, Contents, Field, Fields, ListAddress, Row, Way, Words};
use crate::web::{App, Frame, Visitor, WebError};
use axum::extract::State;
use axum::response::Response;
use housing::applications::LeavesPlace;

/// Those who are not expected any more, as the filter says it.
const ENDED: &str = "ended";

const WORDS: Words = Words {
    title: "expected-title",
    none_match: ["expected-none-match", "expected-none-match-text", "expected-show-all"],
    none: ["expected-none", "expected-none-text"],
};

pub(super) async fn list(State(app): State<App>, visitor: Visitor, address: ListAddress) -> Result<Response, WebError> {
    let (actor, filter, slice) = (visitor.actor(), read_filter(&address), export::slice(&address));
    let may_change = actor.may(Action::Change, Thing::Expected).is_ok();
    let asked = filter.clone();
    let (rows, total, colleagues) = app
        .office(move |office| {
            let listing = expected::list(office, &actor, &asked, slice)?;
            Ok::<_, OfficeError>((listing.rows, listing.total, Colleagues::of(office)?))
        })
        .await?;
    let frame = visitor.frame();
    if let Some(format) = Format::asked(&address) {
        return take_out(&frame, format, &colleagues, rows);
    }
    let begin = may_change.then(|| Way { href: "/expected/new", text: frame.t("expected-new") });
    let contents = Contents {
        filters: fields(&frame, &address, &colleagues),
        chips: chips(&frame, &address, &filter, &colleagues),
        columns: KEYS.iter().map(|key| Column::plain(frame.t(key))).collect(),
        rows: rows.iter().map(|row| row_of(&frame, &colleagues, row)).collect(),
        total,
        narrowed: filter != Filter::default(),
        begin,
        ..Contents::default()
    };
    lists::show(frame, address, WORDS, contents)
}

/// The columns, by the keys of their texts.
const KEYS: [&str; 6] =
    ["expected-person", "expected-place", "expected-day", "expected-standing", "expected-contact", "case-officer"];

/// What the address narrows the list to; what cannot be read narrows nothing.
fn read_filter(address: &ListAddress) -> Filter {
    Filter {
        ended: address.filter("standing") == ENDED,
        place: address.read_as("place"),
        officer: address.filled("officer").map(str::to_owned),
        from: address.day("from"),
        to: address.day("to"),
        ..Filter::default()
    }
}

fn fields(frame: &Frame, address: &ListAddress, colleagues: &Colleagues) -> Vec<Field> {
    let officers = colleagues.officers.iter().map(|officer| (officer.id.clone(), officer.name.clone()));
    let ended = vec![(ENDED.to_owned(), frame.t("expected-ended"))];
    Fields::of(frame, address)
        .choice_or("expected-standing", "standing", "expected-still", ended)
        .choice("expected-place", "place", choices(frame, LeavesPlace::ALL, LeavesPlace::code, LeavesPlace::text_key))
        .choice("case-officer", "officer", officers.collect())
        .day("expected-day-from", "from")
        .day("expected-day-to", "to")
        .done()
}

fn chips(frame: &Frame, address: &ListAddress, filter: &Filter, colleagues: &Colleagues) -> Vec<Chip> {
    let named = |key: &str, text: String| format!("{}: {text}", frame.t(key));
    let worded = [
        ("standing", filter.ended.then(|| frame.t("expected-ended"))),
        ("place", filter.place.map(|place| frame.t(&place.text_key()))),
        ("officer", filter.officer.as_deref().map(|id| named("case-officer", colleagues.officer(id)))),
        ("from", filter.from.map(|day| named("expected-day-from", frame.day(&day)))),
        ("to", filter.to.map(|day| named("expected-day-to", frame.day(&day)))),
    ];
    Chip::all(address, worded)
}

fn row_of(frame: &Frame, colleagues: &Colleagues, Listed { expected, name, nearness }: &Listed) -> Row {
    let (standing, tone) = standing(frame, expected, *nearness);
    Row {
        href: format!("/expected/{}", expected.id),
        cells: vec![
            name.listed().into(),
            place_text(frame, expected).into(),
            day_text(frame, expected).into(),
            Cell::badge(standing, tone),
            expected.contact.clone().into(),
            expected.officer.as_deref().map(|id| colleagues.officer(id)).into(),
        ],
    }
}

fn take_out(frame: &Frame, format: Format, colleagues: &Colleagues, rows: Vec<Listed>) -> Result<Response, WebError> {
    let keys = [
        "expected-person",
        "expected-place",
        "expected-place-name",
        "expected-day",
        "expected-about-label",
        "expected-standing",
        "expected-contact",
        "expected-contact-telephone",
        "case-officer",
    ];
    let rows = rows.into_iter().map(|Listed { expected, name, nearness }| {
        vec![
            Value::Text(name.listed()),
            Value::Text(frame.t(&expected.place.text_key())),
            Value::text(expected.place_name.as_deref()),
            Value::Day(expected.day),
            Value::YesNo(expected.about),
            Value::Text(standing(frame, &expected, nearness).0),
            Value::Text(expected.contact.clone()),
            Value::text(expected.contact_telephone.as_deref()),
            expected.officer.as_deref().map_or(Value::Blank, |id| Value::Text(colleagues.officer(id))),
        ]
    });
    export::download(frame, format, &frame.t("expected-title"), &keys.map(|key| frame.t(key)), rows)
}
