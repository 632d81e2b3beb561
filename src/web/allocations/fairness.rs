//! Who is passed over and why, by target group; each number opens to its rows.

use super::words;
use crate::office::allocations::{self, Came, Fairness, GroupFairness, InMeeting};
use crate::web::lists::{ListAddress, Pager, ROWS};
use crate::web::{App, Frame, Visitor, WebError, render};
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use housing::calendar::add_years;
use housing::people::TargetGroup;

/// A number, and the rows behind it; no address when there is nothing to open.
struct CellView {
    text: String,
    href: String,
}

struct GroupView {
    name: String,
    households: CellView,
    /// Households that were given a home, of how many.
    placed: String,
    times: Vec<CellView>,
}

struct RowView {
    number: String,
    href: String,
    day: String,
    meeting_href: String,
    came: String,
}

#[derive(askama::Template)]
#[template(path = "allocations/fairness.html")]
struct FairnessPage {
    frame: Frame,
    from: String,
    on: String,
    about: String,
    heads: Vec<String>,
    groups: Vec<GroupView>,
    rows_title: String,
    rows: Vec<RowView>,
    pager: Pager,
}

/// What stands for no group in addresses.
const NO_GROUP: &str = "none";

fn code(group: Option<TargetGroup>) -> &'static str {
    group.map_or(NO_GROUP, TargetGroup::code)
}

fn name(frame: &Frame, group: Option<TargetGroup>) -> String {
    group.map_or_else(|| frame.t("offers-no-group"), |group| frame.t(&group.text_key()))
}

pub(super) async fn show(State(app): State<App>, visitor: Visitor, address: ListAddress) -> Result<Response, WebError> {
    let (actor, frame) = (visitor.actor(), visitor.frame());
    let on = address.day("on").unwrap_or(frame.today);
    let from = address.day("from").unwrap_or_else(|| add_years(on, -1));
    let found = app.office(move |office| allocations::fairness(office, &actor, (from, on))).await?;
    Ok(render(&page(frame, &address, &found))?.into_response())
}

fn page(frame: Frame, address: &ListAddress, found: &Fairness) -> FairnessPage {
    let asked: Vec<&InMeeting> = found.rows.iter().filter(|row| is_asked(address, row)).collect();
    let pager = Pager::new(address, i64::try_from(asked.len()).unwrap_or(i64::MAX));
    let (skipped, shown) = (usize::try_from(address.skipped()), usize::try_from(ROWS));
    let on_page = asked.into_iter().skip(skipped.unwrap_or(usize::MAX)).take(shown.unwrap_or(usize::MAX));
    FairnessPage {
        from: found.from.to_string(),
        on: found.on.to_string(),
        about: frame.t1("fairness-meetings", "count", found.meetings),
        heads: Came::ALL.iter().map(|came| frame.t(&format!("fairness-{}", came.code()))).collect(),
        groups: found.groups.iter().map(|group| group_view(&frame, address, group)).collect(),
        rows_title: rows_title(&frame, address),
        rows: on_page.map(|row| row_view(&frame, row)).collect(),
        pager,
        frame,
    }
}

/// Rows are shown when a number was opened.
fn is_asked(address: &ListAddress, row: &InMeeting) -> bool {
    let of_group = |asked: &str| {
        let groups = &row.known.groups;
        if groups.is_empty() { asked == NO_GROUP } else { groups.iter().any(|group| group.code() == asked) }
    };
    address.filled("group").is_some_and(of_group) && address.filled("came").is_none_or(|came| row.came.code() == came)
}

fn rows_title(frame: &Frame, address: &ListAddress) -> String {
    let Some(group) = address.filled("group") else { return String::new() };
    let group = name(frame, group.parse().ok());
    let came = Came::ALL.iter().find(|came| came.code() == address.filter("came"));
    match came {
        Some(came) => format!("{group}: {}", frame.t(&format!("fairness-{}", came.code()))),
        None => group,
    }
}

fn group_view(frame: &Frame, address: &ListAddress, of: &GroupFairness) -> GroupView {
    let cell = |count: usize, came: &str| CellView {
        text: count.to_string(),
        href: match count {
            0 => String::new(),
            _ => format!("{}#rows", address.with(&[("group", code(of.group)), ("came", came)])),
        },
    };
    let (placed, households) = (of.placed.to_string(), of.households.to_string());
    GroupView {
        name: name(frame, of.group),
        households: cell(of.households, ""),
        placed: frame.ta("fairness-of", &[("count", &placed), ("all", &households)]),
        times: Came::ALL.map(|came| cell(of.times.get(&came).copied().unwrap_or(0), came.code())).into(),
    }
}

fn row_view(frame: &Frame, row: &InMeeting) -> RowView {
    RowView {
        number: row.known.number.clone(),
        href: format!("/applications/{}", row.known.application),
        day: frame.day(&row.day),
        meeting_href: format!("/allocations/{}", row.meeting),
        came: match row.came {
            Came::Placed => frame.t("fairness-placed"),
            Came::NoFittingHome | Came::Outranked | Came::CapFull => words::why(frame, &row.why),
        },
    }
}
