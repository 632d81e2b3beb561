//! The list of applications.

use super::{groups, tone};
use crate::access::{Action, Thing};
use crate::exchange::sheet::Value;
use crate::office::applications;
use crate::store::applications::{Filter, KindFilter, Listed, SortBy, StatusFilter};
use crate::store::{Known, UNKNOWN};
use crate::web::dwellings::{choices, rooms_text};
use crate::web::export::{self, Format};
use crate::web::lists::{self, Cell, Chip, Column, Contents, Field, Fields, ListAddress, Row, Way, Words, as_they_are};
use crate::web::{App, Frame, Visitor, WebError};
use axum::extract::State;
use axum::response::Response;
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

const WORDS: Words = Words {
    title: "applications-title",
    none_match: ["applications-none-match", "applications-none-match-text", "applications-show-all"],
    none: ["applications-none", "applications-none-text"],
};

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
    let begin = may_change.then(|| Way { href: "/applications/new", text: frame.t("applications-new") });
    let list = Contents {
        filters: fields(&frame, &address, areas, officers),
        chips: chips(&frame, &address, &filter),
        columns: columns(&frame, &address),
        rows: listing.rows.iter().map(|row| row_of(&frame, row, on)).collect(),
        total: listing.total,
        narrowed: filter != Filter::default(),
        begin,
        ..Contents::default()
    };
    lists::show(frame, address, WORDS, list)
}

/// What the address narrows the list to; what cannot be read narrows nothing.
fn read_filter(address: &ListAddress) -> Filter {
    let text = |name: &str| address.filled(name).map(str::to_owned);
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
        received_from: address.day("from"),
        received_to: address.day("to"),
        outcome: address.read_as("outcome"),
        decided_from: address.day("decided_from"),
        decided_to: address.day("decided_to"),
        kind: address.read_as("kind"),
        renewals: match address.filter("renewals") {
            "yes" => Some(true),
            "no" => Some(false),
            _ => None,
        },
        target_group: address.read_as("target_group"),
        exact_groups: address.filled("groups").and_then(read_groups),
        room_need: address.read_as::<Known<u8>>("room_need").map(|rooms| rooms.map(Rooms)),
        situation: address.read_as("situation"),
        with_children,
        area: text("area"),
        wheelchair: address.read_as("wheelchair"),
        officer: text("officer"),
        on: address.day("on"),
        sees_protected: false,
    }
}

/// Codes with spaces between; none when one of them is no code.
fn read_groups(codes: &str) -> Option<Vec<TargetGroup>> {
    codes.split_whitespace().map(|code| code.parse().ok()).collect()
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

fn fields(frame: &Frame, address: &ListAddress, areas: Vec<String>, officers: Vec<String>) -> Vec<Field> {
    let pair = |code: &str, key: &str| (code.to_owned(), frame.t(key));
    let mut statuses = vec![
        pair(OPEN, "applications-open"),
        pair(AWAITS_DECISION, "applications-awaits-decision"),
        pair(AWAITS_HOME, "applications-awaits-home"),
    ];
    statuses.extend(choices(frame, ApplicationStatus::ALL, ApplicationStatus::code, ApplicationStatus::text_key));
    let or_unknown = |mut known: Vec<(String, String)>| {
        known.push(pair(UNKNOWN, "application-unknown"));
        known
    };
    let groups = or_unknown(choices(frame, TargetGroup::ALL, TargetGroup::code, TargetGroup::text_key));
    let rooms = Rooms::CATEGORIES.map(|rooms| (rooms.0.to_string(), frame.t(&rooms.text_key())));
    let situations = choices(frame, HousingSituation::ALL, HousingSituation::code, HousingSituation::text_key);
    let children = vec![pair("yes", "applications-children-yes"), pair("no", "applications-children-no")];
    let mut kinds = vec![pair(KindFilter::Ordinary.code(), "applications-ordinary")];
    kinds.extend(choices(frame, ApplicationKind::ALL, ApplicationKind::code, ApplicationKind::text_key));
    let wheelchair = vec![pair("true", "applications-wheelchair-yes"), pair("false", "applications-wheelchair-no")];
    Fields::of(frame, address)
        .choice("application-status", "status", statuses)
        .choice("application-target-groups", "target_group", groups)
        .choice("application-room-need", "room_need", or_unknown(rooms.into()))
        .choice("application-situation", "situation", or_unknown(situations))
        .choice("application-children", "children", children)
        .choice("application-kind", "kind", kinds)
        .choice("application-wished-area", "area", as_they_are(areas))
        .choice("application-wheelchair", "wheelchair", wheelchair)
        .choice("application-officer", "officer", as_they_are(officers))
        .day("applications-from", "from")
        .day("applications-to", "to")
        .day("applications-as-of", "on")
        .done()
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
    let unknown = |key: &str| named(key, frame.t("application-unknown").to_lowercase());
    let room_need = filter.room_need.as_ref().map(|known| match known {
        Known::Is(rooms) => named("application-room-need", frame.t(&rooms.text_key())),
        Known::Unknown => unknown("application-room-need"),
    });
    let target_group = filter.target_group.as_ref().map(|known| match known {
        Known::Is(group) => frame.t(&group.text_key()),
        Known::Unknown => unknown("application-target-groups"),
    });
    let situation = filter.situation.as_ref().map(|known| match known {
        Known::Is(situation) => frame.t(&situation.text_key()),
        Known::Unknown => unknown("application-situation"),
    });
    let kind = filter.kind.map(|kind| match kind {
        KindFilter::Is(kind) => frame.t(&kind.text_key()),
        KindFilter::Ordinary => frame.t("applications-ordinary"),
    });
    let only = |these: &Vec<TargetGroup>| frame.t1("applications-only-groups", "groups", groups(frame, these));
    let children = |yes| either(yes, "applications-children-yes", "applications-children-no");
    let wheelchair = |yes| either(yes, "applications-wheelchair-yes", "applications-wheelchair-no");
    let worded = [
        ("on", filter.on.map(|day| frame.t1("applications-on", "day", frame.day(&day)))),
        ("status", status),
        ("from", filter.received_from.map(|day| named("applications-from", frame.day(&day)))),
        ("to", filter.received_to.map(|day| named("applications-to", frame.day(&day)))),
        ("outcome", filter.outcome.map(|outcome| frame.t(&outcome.text_key()))),
        ("decided_from", filter.decided_from.map(|day| named("applications-decided-from", frame.day(&day)))),
        ("decided_to", filter.decided_to.map(|day| named("applications-decided-to", frame.day(&day)))),
        ("kind", kind),
        ("renewals", filter.renewals.map(|yes| either(yes, "applications-renewals", "applications-no-renewals"))),
        ("target_group", target_group),
        ("groups", filter.exact_groups.as_ref().map(only)),
        ("room_need", room_need),
        ("situation", situation),
        ("children", filter.with_children.map(children)),
        ("area", filter.area.clone()),
        ("wheelchair", filter.wheelchair.map(wheelchair)),
        ("officer", filter.officer.clone().map(|officer| named("application-officer", officer))),
    ];
    Chip::all(address, worded)
}

/// Days since it came in, while somebody waits.
fn waiting_days(row: &Listed, on: Date) -> Option<i32> {
    let application = &row.application;
    application.status.is_open().then(|| days_between(application.received, on)).filter(|days| *days >= 0)
}

fn row_of(frame: &Frame, row: &Listed, on: Date) -> Row {
    let it = &row.application;
    Row {
        href: format!("/applications/{}", it.id),
        cells: vec![
            it.number().into(),
            row.applicant.listed().into(),
            frame.day(&it.received).into(),
            waiting_days(row, on).map(|days| frame.t1("application-days", "days", days)).into(),
            it.size.map(|size| size.to_string()).into(),
            it.room_need.map(|rooms| rooms_text(frame, rooms)).into(),
            groups(frame, &it.target_groups).into(),
            it.situation.map(|situation| frame.t(&situation.text_key())).into(),
            Cell::badge(frame.t(&it.status.text_key()), tone(it.status)),
        ],
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
