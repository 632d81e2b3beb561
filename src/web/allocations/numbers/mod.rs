//! How allocation goes: who gets a home and who waits, how long it takes, what empty homes wait for, and why
//! households say no. Each number opens to its rows.

mod meetings;
mod vacancy;
mod ways;

use crate::office::allocations::{self, Numbers};
use crate::web::lists::{ListAddress, Pager, ROWS};
use crate::web::{App, Frame, Visitor, WebError, render};
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use housing::calendar::add_years;
use housing::people::TargetGroup;
use std::collections::BTreeMap;

/// A number or a word, with where it leads; no address when there is nothing to open.
struct Cell {
    text: String,
    href: String,
    /// Below it, in small print.
    more: String,
}

impl Cell {
    const fn plain(text: String) -> Self {
        Self { text, href: String::new(), more: String::new() }
    }

    const fn link(text: String, href: String) -> Self {
        Self { text, href, more: String::new() }
    }
}

/// A table of numbers, with the rows behind the one that was opened.
struct Section {
    id: &'static str,
    title: String,
    means: String,
    /// What the numbers are of; empty when the title says it.
    about: String,
    none: String,
    /// What a line is of, then what each number is.
    heads: Vec<String>,
    lines: Vec<(String, Vec<Cell>)>,
    opened: Option<Opened>,
}

/// The rows behind a number.
struct Opened {
    title: String,
    heads: Vec<String>,
    rows: Vec<Vec<Cell>>,
    pager: Pager,
}

impl Opened {
    /// The page of rows that the address asks for.
    fn new(address: &ListAddress, title: String, heads: Vec<String>, rows: Vec<Vec<Cell>>) -> Self {
        let pager = Pager::new(address, i64::try_from(rows.len()).unwrap_or(i64::MAX));
        let [skipped, shown] = [address.skipped(), ROWS].map(|count| usize::try_from(count).unwrap_or(usize::MAX));
        Self { title, heads, rows: rows.into_iter().skip(skipped).take(shown).collect(), pager }
    }
}

#[derive(askama::Template)]
#[template(path = "allocations/numbers.html")]
struct NumbersPage {
    frame: Frame,
    from: String,
    on: String,
    sections: Vec<Section>,
}

/// What rows can be opened by, as it stands in the address.
const OPENED_BY: [&str; 4] = ["group", "came", "time", "vacancy"];

/// What stands for no group in addresses.
const NO_GROUP: &str = "none";

/// The address of the page with the rows behind a number.
fn opening(address: &ListAddress, to: &[(&str, &str)]) -> String {
    let value = |name: &str| to.iter().find(|(other, _)| *other == name).map_or("", |(_, value)| value);
    format!("{}#rows", address.with(&OPENED_BY.map(|name| (name, value(name)))))
}

fn group_code(group: Option<TargetGroup>) -> &'static str {
    group.map_or(NO_GROUP, TargetGroup::code)
}

fn group_name(frame: &Frame, group: Option<TargetGroup>) -> String {
    group.map_or_else(|| frame.t("offers-no-group"), |group| frame.t(&group.text_key()))
}

/// Whether those of these groups are asked for; everybody is when no group is.
fn is_of_group(address: &ListAddress, groups: &[TargetGroup]) -> bool {
    address.filled("group").is_none_or(|asked| match groups {
        [] => asked == NO_GROUP,
        groups => groups.iter().any(|group| group.code() == asked),
    })
}

fn days(frame: &Frame, days: i32) -> String {
    frame.t1("application-days", "days", days)
}

pub(super) async fn show(State(app): State<App>, visitor: Visitor, address: ListAddress) -> Result<Response, WebError> {
    let (actor, frame) = (visitor.actor(), visitor.frame());
    let on = address.day("on").unwrap_or(frame.today);
    let from = address.day("from").unwrap_or_else(|| add_years(on, -1));
    let opened = OPENED_BY.iter().filter_map(|name| Some(((*name).to_owned(), address.filled(name)?.to_owned())));
    let opened: BTreeMap<String, String> = opened.collect();
    let numbers = app.office(move |office| allocations::numbers(office, &actor, (from, on), &opened)).await?;
    let page = NumbersPage {
        sections: sections(&frame, &address, &numbers),
        from: from.to_string(),
        on: on.to_string(),
        frame,
    };
    Ok(render(&page)?.into_response())
}

fn sections(frame: &Frame, address: &ListAddress, numbers: &Numbers) -> Vec<Section> {
    vec![
        meetings::section(frame, address, &numbers.fairness),
        ways::section(frame, address, numbers),
        vacancy::section(frame, address, numbers),
        ways::declines(frame, numbers),
    ]
}
