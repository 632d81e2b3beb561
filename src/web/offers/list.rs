//! The list of offers.

use super::tone;
use crate::exchange::sheet::Value;
use crate::office::cases::Colleagues;
use crate::office::offers::{self, Listing};
use crate::store::offers::{Filter, Listed};
use crate::web::dwellings::choices;
use crate::web::export::{self, Format};
use crate::web::lists::{self, Cell, Chip, Column, Contents, Field, Fields, ListAddress, Row, Way, Words};
use crate::web::{App, Frame, Visitor, WebError};
use axum::extract::State;
use axum::response::Response;
use housing::Date;
use housing::offers::{DeclineReason, OfferStep, WithdrawReason};
use housing::people::TargetGroup;

/// Every offer whose home is promised, as the filter says it.
const OPEN: &str = "open";

const WORDS: Words = Words {
    title: "offers-title",
    none_match: ["offers-none-match", "offers-none-match-text", "offers-show-all"],
    none: ["offers-none", "offers-none-text"],
};

pub(super) async fn list(State(app): State<App>, visitor: Visitor, address: ListAddress) -> Result<Response, WebError> {
    let (actor, slice) = (visitor.actor(), export::slice(&address));
    let frame = visitor.frame();
    let filter = read_filter(&address, frame.today);
    let asked = filter.clone();
    let (listing, colleagues) = app
        .office(move |office| {
            let listing = offers::list(office, &actor, &asked, slice)?;
            Ok::<_, crate::office::OfficeError>((listing, offers::colleagues(office, &actor)?))
        })
        .await?;
    if let Some(format) = Format::asked(&address) {
        return take_out(&frame, format, &colleagues, listing.rows);
    }
    let list = Contents {
        filters: fields(&frame, &address, &colleagues),
        chips: chips(&frame, &address, &filter, &colleagues),
        columns: columns(&frame),
        rows: listing.rows.iter().map(|row| row_of(&frame, row)).collect(),
        total: listing.total(filter.step),
        narrowed: filter != Filter::all(frame.today),
        sums: sums(&frame, &listing),
        ways: vec![Way { href: "/offers/numbers", text: frame.t("offers-numbers") }],
        ..Contents::default()
    };
    lists::show(frame, address, WORDS, list)
}

/// What the address narrows the list to; what cannot be read narrows nothing.
fn read_filter(address: &ListAddress, today: Date) -> Filter {
    let step = address.filter("step");
    Filter {
        step: step.parse().ok(),
        open: step == OPEN,
        answer_until: address.day("until"),
        from: address.day("from"),
        to: address.day("to"),
        declined: address.read_as("reason"),
        group: address.read_as("group"),
        unit: address.filled("unit").map(str::to_owned),
        ..Filter::all(address.day("on").unwrap_or(today))
    }
}

/// How many homes are promised among those listed, and how many await an answer.
fn sums(frame: &Frame, listing: &Listing) -> String {
    let of = |steps: &[OfferStep]| steps.iter().map(|step| listing.total(Some(*step))).sum::<i64>();
    let waiting = of(&[OfferStep::Sent, OfferStep::Viewed]);
    let open = waiting + of(&[OfferStep::Drafted, OfferStep::Accepted]);
    frame.ta("offers-counts", &[("open", &frame.number(&open)), ("waiting", &frame.number(&waiting))])
}

fn columns(frame: &Frame) -> Vec<Column> {
    ["offer-home", "offer-party", "offer-case", "offer-made", "offer-step", "offer-answer-by", "offer-move-in"]
        .map(|key| Column::plain(frame.t(key)))
        .into()
}

fn fields(frame: &Frame, address: &ListAddress, colleagues: &Colleagues) -> Vec<Field> {
    let mut steps = vec![(OPEN.to_owned(), frame.t("offers-open"))];
    steps.extend(choices(frame, OfferStep::ALL, OfferStep::code, OfferStep::text_key));
    let units = colleagues.units.iter().map(|unit| (unit.id.clone(), unit.name.clone())).collect();
    Fields::of(frame, address)
        .choice("offer-step", "step", steps)
        .choice("offer-why", "reason", choices(frame, DeclineReason::ALL, DeclineReason::code, DeclineReason::text_key))
        .choice(
            "application-target-groups",
            "group",
            choices(frame, TargetGroup::ALL, TargetGroup::code, TargetGroup::text_key),
        )
        .choice("case-unit", "unit", units)
        .day("offers-answer-until", "until")
        .day("offers-from", "from")
        .day("offers-to", "to")
        .day("applications-as-of", "on")
        .done()
}

fn chips(frame: &Frame, address: &ListAddress, filter: &Filter, colleagues: &Colleagues) -> Vec<Chip> {
    let step =
        filter.step.map(|step| frame.t(&step.text_key())).or_else(|| filter.open.then(|| frame.t("offers-open")));
    let until = filter.answer_until.map(|day| format!("{} {}", frame.t("offers-answer-until"), frame.day(&day)));
    let unit = filter.unit.as_ref().map(|id| colleagues.unit(id));
    let named = |key: &str, day: Option<Date>| day.map(|day| format!("{} {}", frame.t(key), frame.day(&day)));
    let worded = [
        (
            "on",
            Some(filter.on)
                .filter(|on| *on != frame.today)
                .map(|day| frame.t1("applications-on", "day", frame.day(&day))),
        ),
        ("step", step),
        ("reason", filter.declined.map(|reason| frame.t(&reason.text_key()))),
        ("group", filter.group.map(|group| frame.t(&group.text_key()))),
        ("unit", unit),
        ("until", until),
        ("from", named("offers-from", filter.from)),
        ("to", named("offers-to", filter.to)),
    ];
    Chip::all(address, worded)
}

/// The last day to answer, as long as an answer is awaited.
fn awaited(row: &Listed) -> Option<Date> {
    row.answer_by.filter(|_| matches!(row.step, OfferStep::Drafted | OfferStep::Sent | OfferStep::Viewed))
}

fn row_of(frame: &Frame, row: &Listed) -> Row {
    Row {
        href: format!("/offers/{}", row.id),
        cells: vec![
            row.address.clone().into(),
            row.applicant.listed().into(),
            row.number.clone().into(),
            frame.day(&row.made).into(),
            Cell::badge(frame.t(&row.step.text_key()), tone(row.step)),
            awaited(row).map(|day| frame.day(&day)).into(),
            row.move_in.map(|day| frame.day(&day)).into(),
        ],
    }
}

/// The name of the reason for a no, or for taking the offer back.
fn reason(frame: &Frame, row: &Listed) -> Value {
    let code = row.ended_as.as_deref().unwrap_or_default();
    let key = code.parse().map(DeclineReason::text_key).or_else(|_| code.parse().map(WithdrawReason::text_key));
    key.map_or(Value::Blank, |key| Value::Text(frame.t(&key)))
}

fn take_out(frame: &Frame, format: Format, colleagues: &Colleagues, rows: Vec<Listed>) -> Result<Response, WebError> {
    let keys = [
        "offer-home",
        "offer-party",
        "offer-case",
        "offer-made",
        "offer-step",
        "offer-answer-by",
        "offer-move-in",
        "offer-reason",
        "case-unit",
    ];
    let rows = rows.into_iter().map(|row| {
        vec![
            Value::Text(row.address.clone()),
            Value::Text(row.applicant.listed()),
            Value::Text(row.number.clone()),
            Value::Day(row.made),
            Value::Text(frame.t(&row.step.text_key())),
            row.answer_by.map_or(Value::Blank, Value::Day),
            row.move_in.map_or(Value::Blank, Value::Day),
            reason(frame, &row),
            row.unit.as_deref().map_or(Value::Blank, |unit| Value::Text(colleagues.unit(unit))),
        ]
    });
    export::download(frame, format, &frame.t("offers-title"), &keys.map(|key| frame.t(key)), rows)
}
