//! How offers go: how long it takes, what is declined and why, by target group; each number opens to its rows.

use crate::office::offers;
use crate::store::offers::Filter;
use crate::web::{App, Frame, ListAddress, Visitor, WebError, render};
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use housing::calendar::add_years;
use housing::offers::{GroupFigures, OfferFigures, OfferStep, Phase, Spread};
use std::collections::BTreeMap;

#[derive(askama::Template)]
#[template(path = "offers/numbers.html")]
struct NumbersPage {
    frame: Frame,
    from: String,
    on: String,
    on_text: String,
    offers: CellView,
    times: Vec<TimeView>,
    steps: Vec<(String, CellView)>,
    declines: Vec<(String, CellView)>,
    groups: Vec<GroupView>,
}

/// A number, and the rows behind it; no address when there is nothing to open.
struct CellView {
    text: String,
    href: String,
}

/// How long something took.
struct TimeView {
    label: String,
    median: String,
    longest: String,
    count: usize,
}

struct GroupView {
    name: String,
    offers: CellView,
    accepted: usize,
    declined: usize,
    lapsed: usize,
    median: String,
}

pub(super) async fn show(State(app): State<App>, visitor: Visitor, address: ListAddress) -> Result<Response, WebError> {
    let (actor, frame) = (visitor.actor(), visitor.frame());
    let on = address.day("on").unwrap_or(frame.today);
    let from = address.day("from").unwrap_or_else(|| add_years(on, -1));
    let filter = Filter { from: Some(from), ..Filter::all(on) };
    let asked = filter.clone();
    let figures = app.office(move |office| offers::numbers(office, &actor, &asked)).await?;
    Ok(render(&page(frame, &filter, &figures))?.into_response())
}

fn page(frame: Frame, filter: &Filter, figures: &OfferFigures) -> NumbersPage {
    let (from, on) = (filter.from.map(|day| day.to_string()).unwrap_or_default(), filter.on.to_string());
    let rows = |count: usize, more: &[(&str, &str)]| CellView {
        text: count.to_string(),
        href: href((&from, &on), count, more),
    };
    NumbersPage {
        offers: rows(figures.offers, &[]),
        times: vec![
            time(&frame, "offers-granted-to-offer", of_phase(&figures.times, Phase::GrantedToOffer)),
            time(&frame, "offers-offer-to-answer", figures.offer_to_answer),
            time(&frame, "offers-offer-to-move-in", figures.offer_to_move_in),
            time(&frame, "offers-granted-to-move-in", figures.granted_to_move_in),
        ],
        steps: OfferStep::ALL
            .iter()
            .map(|step| {
                let count = figures.steps.get(step).copied().unwrap_or(0);
                (frame.t(&step.text_key()), rows(count, &[("step", step.code())]))
            })
            .collect(),
        declines: figures
            .declines
            .iter()
            .map(|(reason, count)| (frame.t(&reason.text_key()), rows(*count, &[("reason", reason.code())])))
            .collect(),
        groups: figures
            .groups
            .iter()
            .map(|of| {
                let offers = match of.group {
                    Some(group) => rows(of.offers, &[("group", group.code())]),
                    None => CellView { text: of.offers.to_string(), href: String::new() },
                };
                group_view(&frame, of, offers)
            })
            .collect(),
        on_text: frame.day(&filter.on),
        from,
        on,
        frame,
    }
}

/// Where the rows behind a number are.
fn href((from, on): (&str, &str), count: usize, more: &[(&str, &str)]) -> String {
    if count == 0 {
        return String::new();
    }
    let pairs: Vec<(&str, &str)> = [("from", from), ("on", on)].into_iter().chain(more.iter().copied()).collect();
    format!("/offers?{}", serde_urlencoded::to_string(pairs).expect("pairs of text can always be encoded"))
}

fn days(frame: &Frame, days: Option<i32>) -> String {
    days.map(|days| frame.t1("application-days", "days", days)).unwrap_or_default()
}

fn time(frame: &Frame, key: &str, spread: Spread) -> TimeView {
    let (median, longest) = (days(frame, spread.median), days(frame, spread.longest));
    TimeView { label: frame.t(key), median, longest, count: spread.count }
}

fn of_phase(times: &BTreeMap<Phase, Spread>, phase: Phase) -> Spread {
    times.get(&phase).copied().unwrap_or_default()
}

fn group_view(frame: &Frame, of: &GroupFigures, offers: CellView) -> GroupView {
    GroupView {
        name: of.group.map_or_else(|| frame.t("offers-no-group"), |group| frame.t(&group.text_key())),
        offers,
        accepted: of.accepted,
        declined: of.declined,
        lapsed: of.lapsed,
        median: days(frame, of_phase(&of.times, Phase::GrantedToOffer).median),
    }
}
