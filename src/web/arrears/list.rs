//! The list of debtors.

use crate::exchange::sheet::Value;
use crate::office::arrears::{self, Filter, Show, SortBy};
use crate::store::arrears::DebtorSum;
use crate::store::{Known, UNKNOWN};
use crate::web::dwellings::choices;
use crate::web::export::{self, Format};
use crate::web::lists::{self, Chip, Column, Contents, Field, Fields, ListAddress, Row, Way, Words};
use crate::web::{App, Frame, Visitor, WebError};
use axum::extract::State;
use axum::response::Response;
use housing::arrears::ArrearsAge;
use housing::money::Ore;
use housing::text::fold;
use housing::written;

const CREDIT: &str = "credit";
const BOTH: &str = "both";

/// What the list can be sorted by; the first is its own order.
const ORDERS: &[&str] = &["oldest", "name", "owed", "credit"];

const WORDS: Words = Words {
    title: "arrears-title",
    none_match: ["arrears-none-match", "dwellings-none-match-text", "arrears-show-all"],
    none: ["arrears-none", "arrears-none-text"],
};

pub(super) async fn list(State(app): State<App>, visitor: Visitor, address: ListAddress) -> Result<Response, WebError> {
    let (actor, slice, filter) = (visitor.actor(), export::slice(&address), read_filter(&address));
    let (key, descending) = address.order(ORDERS);
    let by = match key {
        "name" => SortBy::Name,
        "owed" => SortBy::Owed,
        "credit" => SortBy::Credit,
        _ => SortBy::OldestDue,
    };
    let asked = filter.clone();
    let (listing, owed, credit) =
        app.office(move |office| arrears::list(office, &actor, &asked, (by, descending), slice)).await?;
    let frame = visitor.frame();
    if let Some(format) = Format::asked(&address) {
        return take_out(&frame, format, listing.rows);
    }
    let sums = [("owed", owed.in_kroner()), ("credit", credit.in_kroner())];
    let list = Contents {
        filters: fields(&frame, &address),
        chips: chips(&frame, &address, &filter),
        columns: columns(&frame, &address),
        rows: listing.rows.iter().map(|row| row_of(&frame, row)).collect(),
        sums: frame.ta("arrears-sums", &sums.each_ref().map(|(name, sum)| (*name, sum.as_str()))),
        total: listing.total,
        narrowed: filter != Filter::default(),
        ways: vec![Way { href: "/invoices", text: frame.t("arrears-owed-invoices") }],
        ..Contents::default()
    };
    lists::show(frame, address, WORDS, list)
}

fn show_key(show: &str) -> &'static str {
    if show == CREDIT { "arrears-show-credit" } else { "arrears-show-both" }
}

/// What the address narrows the list to; what cannot be read narrows nothing.
fn read_filter(address: &ListAddress) -> Filter {
    Filter {
        on: address.day("on"),
        show: match address.filter("show") {
            CREDIT => Show::Credit,
            BOTH => Show::Both,
            _ => Show::Owing,
        },
        age: address.read_as("age"),
        at_least: address.filled("least").and_then(|amount| written::amount(amount).ok()),
        words: fold(address.filter("q")),
    }
}

fn columns(frame: &Frame, address: &ListAddress) -> Vec<Column> {
    let order = address.order(ORDERS);
    let sorted = |text: &str, key: &str| Column::sorted(address, order, frame.t(text), key);
    let ages = ArrearsAge::ALL.iter().map(|age| Column::plain(frame.t(&age.text_key())).numeric());
    [sorted("arrears-debtor", "name"), sorted("arrears-oldest", "oldest"), sorted("arrears-owed", "owed").numeric()]
        .into_iter()
        .chain(ages)
        .chain([sorted("arrears-credit", "credit").numeric()])
        .collect()
}

fn fields(frame: &Frame, address: &ListAddress) -> Vec<Field> {
    let shows = [CREDIT, BOTH].map(|show| (show.to_owned(), frame.t(show_key(show))));
    Fields::of(frame, address)
        .words("arrears-search", "q")
        .choice("arrears-age-filter", "age", ages(frame))
        .words("arrears-least", "least")
        .choice_or("arrears-show", "show", "arrears-show-owing", shows.into())
        .day("dwellings-as-of", "on")
        .done()
}

/// How late something can be, for choosing among.
pub(super) fn ages(frame: &Frame) -> Vec<(String, String)> {
    let known = choices(frame, ArrearsAge::ALL, ArrearsAge::code, ArrearsAge::text_key).into_iter();
    known.chain([(UNKNOWN.to_owned(), age_text(frame, &Known::Unknown))]).collect()
}

pub(super) fn age_text(frame: &Frame, age: &Known<ArrearsAge>) -> String {
    match age {
        Known::Is(age) => frame.t(&age.text_key()),
        Known::Unknown => frame.t("overview-due-unknown"),
    }
}

fn chips(frame: &Frame, address: &ListAddress, filter: &Filter) -> Vec<Chip> {
    let worded = [
        ("on", filter.on.map(|day| frame.t1("dwellings-on", "day", frame.day(&day)))),
        ("show", address.filled("show").map(|show| frame.t(show_key(show)))),
        ("age", filter.age.as_ref().map(|age| age_text(frame, age))),
        ("least", filter.at_least.map(|least| frame.t1("arrears-at-least", "amount", least.in_kroner()))),
        ("q", address.filled("q").map(|words| format!("«{words}»"))),
    ];
    Chip::all(address, worded)
}

fn row_of(frame: &Frame, row: &DebtorSum) -> Row {
    let or_nothing = |amount: Ore| Some(amount).filter(|amount| *amount > Ore(0)).map(Ore::in_kroner);
    let of_age = |age: &ArrearsAge| row.sum.by_age.get(age).copied().and_then(or_nothing).into();
    let mut cells =
        vec![row.name.listed().into(), frame.day_or_dash(&row.sum.oldest_due).into(), or_nothing(row.sum.owed).into()];
    cells.extend(ArrearsAge::ALL.iter().map(of_age));
    cells.push(or_nothing(row.sum.credit).into());
    Row { href: format!("/arrears/{}", row.debtor), cells }
}

fn take_out(frame: &Frame, format: Format, rows: Vec<DebtorSum>) -> Result<Response, WebError> {
    let mut columns =
        ["arrears-debtor", "arrears-oldest", "arrears-invoices", "arrears-owed"].map(|key| frame.t(key)).to_vec();
    columns.extend(ArrearsAge::ALL.iter().map(|age| frame.t(&age.text_key())));
    columns.push(frame.t("arrears-credit"));
    let rows = rows.into_iter().map(|row| {
        let of_age = |age: &ArrearsAge| Value::Amount(row.sum.by_age.get(age).copied().unwrap_or_default());
        let mut cells = vec![
            Value::Text(row.name.listed()),
            row.sum.oldest_due.map_or(Value::Blank, Value::Day),
            Value::Number(row.sum.invoices.into()),
            Value::Amount(row.sum.owed),
        ];
        cells.extend(ArrearsAge::ALL.iter().map(of_age));
        cells.push(Value::Amount(row.sum.credit));
        cells
    });
    export::download(frame, format, &frame.t("arrears-title"), &columns, rows)
}
