//! The list of invoices that are owed.

use super::list::{age_text, ages};
use super::step_text;
use crate::access::{Action, Thing};
use crate::exchange::sheet::Value;
use crate::office::arrears::{self, InvoiceFilter};
use crate::store::arrears::OpenInvoice;
use crate::web::export::{self, Format};
use crate::web::lists::{self, Cell, Chip, Column, Contents, Fields, ListAddress, Row, Words};
use crate::web::{App, Frame, Visitor, WebError};
use axum::extract::State;
use axum::response::Response;
use housing::Date;
use housing::arrears::ArrearsAge;
use housing::calendar::days_between;

const WORDS: Words = Words {
    title: "arrears-owed-invoices",
    none_match: ["arrears-none-match-invoices", "dwellings-none-match-text", "arrears-show-all-invoices"],
    none: ["arrears-none", "arrears-none-text"],
};

const KEYS: [&str; 6] =
    ["arrears-number", "arrears-debtor", "arrears-due", "arrears-age-filter", "arrears-outstanding", "arrears-step"];

pub(super) async fn list(State(app): State<App>, visitor: Visitor, address: ListAddress) -> Result<Response, WebError> {
    let (actor, slice) = (visitor.actor(), export::slice(&address));
    let may_change = actor.may(Action::Change, Thing::Arrears).is_ok();
    let filter = InvoiceFilter { on: address.day("on"), age: address.read_as("age") };
    let asked = filter.clone();
    let (listing, sum) = app.office(move |office| arrears::invoices(office, &actor, &asked, slice)).await?;
    let frame = visitor.frame();
    let on = filter.on.unwrap_or(frame.today);
    if let Some(format) = Format::asked(&address) {
        return take_out(&frame, format, listing.rows, on);
    }
    let worded = [
        ("on", filter.on.map(|day| frame.t1("dwellings-on", "day", frame.day(&day)))),
        ("age", filter.age.as_ref().map(|age| age_text(&frame, age))),
    ];
    let numeric = ["arrears-outstanding"];
    let column = |key: &str| {
        let column = Column::plain(frame.t(key));
        if numeric.contains(&key) { column.numeric() } else { column }
    };
    let list = Contents {
        filters: Fields::of(&frame, &address)
            .choice("arrears-age-filter", "age", ages(&frame))
            .day("dwellings-as-of", "on")
            .done(),
        chips: Chip::all(&address, worded),
        columns: KEYS.map(column).into(),
        rows: listing.rows.iter().map(|row| row_of(&frame, row, on, may_change)).collect(),
        sums: frame.t1("arrears-invoices-sum", "owed", sum.in_kroner()),
        total: listing.total,
        narrowed: filter != InvoiceFilter::default(),
        ..Contents::default()
    };
    lists::show(frame, address, WORDS, list)
}

/// How late it is on the day.
fn age(frame: &Frame, row: &OpenInvoice, on: Date) -> String {
    row.due.map(|due| frame.t(&ArrearsAge::of_days(days_between(due, on)).text_key())).unwrap_or_default()
}

/// A row that opens the invoice for those who may change it, and otherwise its debtor.
fn row_of(frame: &Frame, row: &OpenInvoice, on: Date, may_change: bool) -> Row {
    Row {
        href: if may_change { format!("/invoices/{}/edit", row.id) } else { format!("/arrears/{}", row.debtor) },
        cells: vec![
            row.number.clone().into(),
            row.name.listed().into(),
            frame.day_or_dash(&row.due).into(),
            age(frame, row, on).into(),
            Cell::from(row.outstanding.exact()),
            step_text(frame, row.step).into(),
        ],
    }
}

fn take_out(frame: &Frame, format: Format, rows: Vec<OpenInvoice>, on: Date) -> Result<Response, WebError> {
    let rows = rows.into_iter().map(|row| {
        let age = age(frame, &row, on);
        vec![
            Value::Text(row.number),
            Value::Text(row.name.listed()),
            row.due.map_or(Value::Blank, Value::Day),
            Value::Text(age),
            Value::Amount(row.outstanding),
            Value::Text(step_text(frame, row.step)),
        ]
    });
    export::download(frame, format, &frame.t("arrears-owed-invoices"), &KEYS.map(|key| frame.t(key)), rows)
}
