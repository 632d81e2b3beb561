//! The list of applications.

use super::{groups, tone};
use crate::access::{Action, Thing};
use crate::exchange::sheet::Value;
use crate::office::applications;
use crate::store::applications::{Filter, Listed, SortBy, StatusFilter};
use crate::web::dwellings::{choices, rooms_text};
use crate::web::export::{self, Format};
use crate::web::{App, Chip, Column, Frame, ListAddress, Pager, Visitor, WebError, render};
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use housing::Date;
use housing::applications::{ApplicationKind, ApplicationStatus, Clock, HousingSituation};
use housing::calendar::days_between;
use housing::dwellings::Rooms;
use housing::people::TargetGroup;

/// Statuses that wait for the same, as the filter says them.
const OPEN: &str = "open";
const AWAITS_DECISION: &str = "decision";
const AWAITS_HOME: &str = "home";

/// What the list can be sorted by; the longest wait comes first when nothing is said.
const SORTS: [&str; 3] = ["received", "waiting", "number"];

#[derive(askama::Template)]
#[template(path = "applications/list.html")]
struct ListPage {
    frame: Frame,
    address: ListAddress,
    filters: Choices,
    chips: Vec<Chip>,
    columns: Vec<Column>,
    rows: Vec<RowView>,
    pager: Pager,
    may_change: bool,
    narrowed: bool,
}

/// What the filters offer.
struct Choices {
    statuses: Vec<(String, String)>,
    kinds: Vec<(String, String)>,
    target_groups: Vec<(String, String)>,
    room_needs: Vec<(String, String)>,
    situations: Vec<(String, String)>,
    children: Vec<(String, String)>,
    areas: Vec<(String, String)>,
    wheelchair: Vec<(String, String)>,
    officers: Vec<(String, String)>,
}

struct RowView {
    href: String,
    number: String,
    applicant: String,
    received: String,
    waiting: String,
    size: String,
    room_need: String,
    target_groups: String,
    situation: String,
    status: String,
    tone: &'static str,
}

pub(super) async fn list(State(app): State<App>, visitor: Visitor, address: ListAddress) -> Result<Response, WebError> {
    let (actor, filter, slice) = (visitor.actor(), read_filter(&address), export::slice(&address));
    let order = order(&address);
    let may_change = actor.may(Action::Change, Thing::Application).is_ok();
    let asked = filter.clone();
    let (listing, (areas, officers)) = app
        .office(move |office| {
            let listing = applications::list(office, &actor, &asked, order, slice)?;
            Ok::<_, crate::office::OfficeError>((listing, applications::areas_and_officers(office, &actor)?))
        })
        .await?;
    let frame = visitor.frame();
    let on = filter.on.unwrap_or(frame.today);
    if let Some(format) = Format::asked(&address) {
        return take_out(&frame, format, on, listing.rows);
    }
    let page = ListPage {
        chips: chips(&frame, &address, &filter),
        columns: columns(&frame, &address),
        rows: listing.rows.iter().map(|row| row_view(&frame, row, on)).collect(),
        pager: Pager::new(&address, listing.total),
        filters: offered(&frame, areas, officers),
        narrowed: filter != Filter::default(),
        may_change,
        address,
        frame,
    };
    Ok(render(&page)?.into_response())
}

/// What the address narrows the list to; what cannot be read narrows nothing.
fn read_filter(address: &ListAddress) -> Filter {
    let text = |name: &str| address.filled(name).map(str::to_owned);
    let day = |name: &str| address.filled(name).and_then(|day| housing::written::day(day).ok());
    let status = address.filled("status").and_then(|code| match code {
        OPEN => Some(StatusFilter::Open),
        AWAITS_DECISION => Some(StatusFilter::Awaits(Clock::AwaitsDecision)),
        AWAITS_HOME => Some(StatusFilter::Awaits(Clock::AwaitsHome)),
        code => code.parse().ok().map(StatusFilter::Is),
    });
    let with_children = match address.filter("children") {
        "yes" => Some(true),
        "no" => Some(false),
        _ => None,
    };
    Filter {
        status,
        received_from: day("from"),
        received_to: day("to"),
        kind: address.filled("kind").and_then(|code| code.parse().ok()),
        target_group: address.filled("target_group").and_then(|code| code.parse().ok()),
        room_need: address.filled("room_need").and_then(|rooms| rooms.parse().ok()).map(Rooms),
        situation: address.filled("situation").and_then(|code| code.parse().ok()),
        with_children,
        area: text("area"),
        wheelchair: address.filled("wheelchair").and_then(|answer| answer.parse().ok()),
        officer: text("officer"),
        on: day("on"),
        sees_protected: false,
    }
}

/// Who came first has waited longest: the two orders are each other turned round.
fn order(address: &ListAddress) -> (SortBy, bool) {
    match address.order(&SORTS) {
        ("waiting", descending) => (SortBy::Received, !descending),
        ("number", descending) => (SortBy::Number, descending),
        (_, descending) => (SortBy::Received, descending),
    }
}

fn columns(frame: &Frame, address: &ListAddress) -> Vec<Column> {
    let order = address.order(&SORTS);
    let sorted = |text: &str, key: &str| Column::sorted(address, order, frame.t(text), key);
    let plain = |text: &str| Column::plain(frame.t(text));
    vec![
        sorted("application-number", "number"),
        plain("application-applicant"),
        sorted("application-received", "received"),
        sorted("application-waiting", "waiting").numeric(),
        plain("application-size"),
        plain("application-room-need"),
        plain("application-target-groups"),
        plain("application-situation"),
        plain("application-status"),
    ]
}

fn offered(frame: &Frame, areas: Vec<String>, officers: Vec<String>) -> Choices {
    let same = |texts: Vec<String>| texts.into_iter().map(|text| (text.clone(), text)).collect();
    let pair = |code: &str, key: &str| (code.to_owned(), frame.t(key));
    let mut statuses = vec![
        pair(OPEN, "applications-open"),
        pair(AWAITS_DECISION, "applications-awaits-decision"),
        pair(AWAITS_HOME, "applications-awaits-home"),
    ];
    statuses.extend(choices(frame, ApplicationStatus::ALL, ApplicationStatus::code, ApplicationStatus::text_key));
    Choices {
        statuses,
        kinds: choices(frame, ApplicationKind::ALL, ApplicationKind::code, ApplicationKind::text_key),
        target_groups: choices(frame, TargetGroup::ALL, TargetGroup::code, TargetGroup::text_key),
        room_needs: Rooms::CATEGORIES.map(|rooms| (rooms.0.to_string(), frame.t(&rooms.text_key()))).into(),
        situations: choices(frame, HousingSituation::ALL, HousingSituation::code, HousingSituation::text_key),
        children: vec![pair("yes", "applications-children-yes"), pair("no", "applications-children-no")],
        areas: same(areas),
        wheelchair: vec![pair("true", "applications-wheelchair-yes"), pair("false", "applications-wheelchair-no")],
        officers: same(officers),
    }
}

fn chips(frame: &Frame, address: &ListAddress, filter: &Filter) -> Vec<Chip> {
    let status = filter.status.map(|status| match status {
        StatusFilter::Open => frame.t("applications-open"),
        StatusFilter::Awaits(Clock::AwaitsDecision) => frame.t("applications-awaits-decision"),
        StatusFilter::Awaits(Clock::AwaitsHome) => frame.t("applications-awaits-home"),
        StatusFilter::Is(status) => frame.t(&status.text_key()),
    });
    let either = |yes: bool, one: &str, other: &str| frame.t(if yes { one } else { other });
    let named = |key: &str, text: String| format!("{}: {text}", frame.t(key));
    let children = |yes| either(yes, "applications-children-yes", "applications-children-no");
    let wheelchair = |yes| either(yes, "applications-wheelchair-yes", "applications-wheelchair-no");
    let worded = [
        ("on", filter.on.map(|day| frame.t1("applications-on", "day", frame.day(&day)))),
        ("status", status),
        ("from", filter.received_from.map(|day| named("applications-from", frame.day(&day)))),
        ("to", filter.received_to.map(|day| named("applications-to", frame.day(&day)))),
        ("kind", filter.kind.map(|kind| frame.t(&kind.text_key()))),
        ("target_group", filter.target_group.map(|group| frame.t(&group.text_key()))),
        ("room_need", filter.room_need.map(|rooms| named("application-room-need", frame.t(&rooms.text_key())))),
        ("situation", filter.situation.map(|situation| frame.t(&situation.text_key()))),
        ("children", filter.with_children.map(children)),
        ("area", filter.area.clone()),
        ("wheelchair", filter.wheelchair.map(wheelchair)),
        ("officer", filter.officer.clone().map(|officer| named("application-officer", officer))),
    ];
    worded.into_iter().filter_map(|(name, text)| Some(Chip::new(address, text?, name))).collect()
}

/// Days since it came in, while somebody waits.
fn waiting_days(row: &Listed, on: Date) -> Option<i32> {
    let application = &row.application;
    application.status.is_open().then(|| days_between(application.received, on)).filter(|days| *days >= 0)
}

fn row_view(frame: &Frame, row: &Listed, on: Date) -> RowView {
    let application = &row.application;
    RowView {
        href: format!("/applications/{}", application.id),
        number: application.number(),
        applicant: row.applicant.listed(),
        received: frame.day(&application.received),
        waiting: waiting_days(row, on).map(|days| frame.t1("application-days", "days", days)).unwrap_or_default(),
        size: application.size.map(|size| size.to_string()).unwrap_or_default(),
        room_need: application.room_need.map(|rooms| rooms_text(frame, rooms)).unwrap_or_default(),
        target_groups: groups(frame, &application.target_groups),
        situation: application.situation.map(|situation| frame.t(&situation.text_key())).unwrap_or_default(),
        status: frame.t(&application.status.text_key()),
        tone: tone(application.status),
    }
}

fn take_out(frame: &Frame, format: Format, on: Date, rows: Vec<Listed>) -> Result<Response, WebError> {
    let keys = [
        "application-number",
        "application-applicant",
        "application-received",
        "application-waiting",
        "application-kind",
        "application-adults",
        "application-children",
        "application-room-need",
        "application-target-groups",
        "application-situation",
        "application-wished-area",
        "application-wheelchair",
        "application-status",
        "application-decided",
        "application-officer",
    ];
    let rows = rows.into_iter().map(|row| {
        let waiting = waiting_days(&row, on);
        let it = row.application;
        let number = |number: Option<u8>| number.map_or(Value::Blank, |number| Value::Number(number.into()));
        vec![
            Value::Text(it.number()),
            Value::Text(row.applicant.listed()),
            Value::Day(it.received),
            waiting.map_or(Value::Blank, |days| Value::Number(days.into())),
            it.kind.map_or(Value::Blank, |kind| Value::Text(frame.t(&kind.text_key()))),
            number(it.size.map(|size| size.adults)),
            number(it.size.map(|size| size.children)),
            number(it.room_need.map(|rooms| rooms.0)),
            Value::Text(groups(frame, &it.target_groups)),
            it.situation.map_or(Value::Blank, |situation| Value::Text(frame.t(&situation.text_key()))),
            Value::text(it.wished_area.as_deref()),
            it.wheelchair.map_or(Value::Blank, Value::YesNo),
            Value::Text(frame.t(&it.status.text_key())),
            it.decided.map_or(Value::Blank, Value::Day),
            Value::text(it.officer.as_deref()),
        ]
    });
    export::download(frame, format, &frame.t("applications-title"), &keys.map(|key| frame.t(key)), rows)
}
