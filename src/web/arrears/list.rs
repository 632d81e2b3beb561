//! The list of debtors.

use crate::exchange::sheet::Value;
use crate::office::arrears::{self, Filter, Show, SortBy};
use crate::store::arrears::DebtorSum;
use crate::web::dwellings::choices;
use crate::web::export::{self, Format};
use crate::web::{App, Chip, Column, Frame, ListAddress, Pager, Visitor, WebError, render};
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use housing::arrears::ArrearsAge;
use housing::money::Ore;
use housing::text::fold;
use housing::written;

const CREDIT: &str = "credit";
const BOTH: &str = "both";

/// What the list can be sorted by; the first is its own order.
const ORDERS: &[&str] = &["oldest", "name", "owed", "credit"];

#[derive(askama::Template)]
#[template(path = "arrears/list.html")]
struct ListPage {
    frame: Frame,
    address: ListAddress,
    ages: Vec<(String, String)>,
    shows: Vec<(String, String)>,
    chips: Vec<Chip>,
    columns: Vec<Column>,
    age_labels: Vec<String>,
    rows: Vec<RowView>,
    owed: String,
    credit: String,
    pager: Pager,
    narrowed: bool,
}

struct RowView {
    href: String,
    name: String,
    oldest: String,
    owed: String,
    ages: Vec<String>,
    credit: String,
}

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
    let page = ListPage {
        ages: choices(&frame, ArrearsAge::ALL, ArrearsAge::code, ArrearsAge::text_key),
        shows: [CREDIT, BOTH].map(|show| (show.to_owned(), frame.t(show_key(show)))).into(),
        chips: chips(&frame, &address, &filter),
        columns: columns(&frame, &address),
        age_labels: ArrearsAge::ALL.iter().map(|age| frame.t(&age.text_key())).collect(),
        rows: listing.rows.iter().map(|row| row_view(&frame, row)).collect(),
        owed: owed.in_kroner(),
        credit: credit.in_kroner(),
        pager: Pager::new(&address, listing.total),
        narrowed: filter != Filter::default(),
        address,
        frame,
    };
    Ok(render(&page)?.into_response())
}

fn show_key(show: &str) -> &'static str {
    if show == CREDIT { "arrears-show-credit" } else { "arrears-show-both" }
}

/// What the address narrows the list to; what cannot be read narrows nothing.
fn read_filter(address: &ListAddress) -> Filter {
    Filter {
        on: address.filled("on").and_then(|day| written::day(day).ok()),
        show: match address.filter("show") {
            CREDIT => Show::Credit,
            BOTH => Show::Both,
            _ => Show::Owing,
        },
        age: address.filled("age").and_then(|code| code.parse().ok()),
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

fn chips(frame: &Frame, address: &ListAddress, filter: &Filter) -> Vec<Chip> {
    let worded = [
        ("on", filter.on.map(|day| frame.t1("dwellings-on", "day", frame.day(&day)))),
        ("show", address.filled("show").map(|show| frame.t(show_key(show)))),
        ("age", filter.age.map(|age| frame.t(&age.text_key()))),
        ("least", filter.at_least.map(|least| frame.t1("arrears-at-least", "amount", least.in_kroner()))),
        ("q", address.filled("q").map(|words| format!("«{words}»"))),
    ];
    worded.into_iter().filter_map(|(name, text)| Some(Chip::new(address, text?, name))).collect()
}

fn row_view(frame: &Frame, row: &DebtorSum) -> RowView {
    let or_nothing = |amount: Ore| if amount > Ore(0) { amount.in_kroner() } else { String::new() };
    let of_age = |age: &ArrearsAge| row.sum.by_age.get(age).copied().map(or_nothing).unwrap_or_default();
    RowView {
        href: format!("/arrears/{}", row.debtor),
        name: row.name.listed(),
        oldest: frame.day_or_dash(&row.sum.oldest_due),
        owed: or_nothing(row.sum.owed),
        ages: ArrearsAge::ALL.iter().map(of_age).collect(),
        credit: or_nothing(row.sum.credit),
    }
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
