//! The meeting on a wall: as many homes at a time as can be read from the table, and nothing around them.

use super::cards::{self, CardView};
use super::meeting::{ChangeView, back, change_view, proof, summary};
use super::progress::{self, SearchView};
use super::sight::Sight;
use crate::office::allocations::{Candidate, Card, Shown};
use crate::web::lists::ListAddress;
use crate::web::{App, Frame, WebError, render};
use axum::response::{IntoResponse, Response};
use std::ops::Range;

/// Homes at a time: four with who is proposed, or two with those who could have it instead.
const HOMES: usize = 4;
const HOMES_WITH_OTHERS: usize = 2;

/// What changed, as many lines as there is room for.
const CHANGES: usize = 3;

#[derive(askama::Template)]
#[template(path = "allocations/wall.html")]
struct WallPage {
    frame: Frame,
    id: String,
    title: String,
    summary: String,
    proof: String,
    /// What must be seen to before the meeting can decide.
    warnings: Vec<String>,
    search: Option<SearchView>,
    named: bool,
    open_all: bool,
    names_href: String,
    alternatives_href: String,
    desk_href: String,
    /// `5–8 av 22`.
    which: String,
    previous_href: Option<String>,
    next_href: Option<String>,
    cards: Vec<CardView>,
    changes: Vec<ChangeView>,
    /// How many more changes the meeting's page tells of.
    more_changes: usize,
    /// What is shown of the page, as its forms send it back.
    back: String,
    may_change: bool,
}

/// Whether the wall is asked for. A meeting that is over has its minutes instead.
pub(super) fn is_asked(address: &ListAddress, shown: &Shown) -> bool {
    address.filter("view") == "wall" && shown.meeting.closed.is_none()
}

/// The cards on the wall: those with the home that something was laid down about, or from where one has come to.
pub(super) fn on_screen(address: &ListAddress, cards: &[Card]) -> Range<usize> {
    let each = homes_each(address);
    let laid_down = address.filled("at").and_then(|at| cards.iter().position(|card| card.home.id() == at));
    let asked = address.read_as::<usize>("first").unwrap_or(1).saturating_sub(1);
    let at = laid_down.unwrap_or(asked).min(cards.len().saturating_sub(1));
    let first = at - at % each;
    first..(first + each).min(cards.len())
}

fn homes_each(address: &ListAddress) -> usize {
    if address.filter("alternatives") == "open" { HOMES_WITH_OTHERS } else { HOMES }
}

/// Those whose names stand on the wall, when names are asked for.
pub(super) fn named<'a>(shown: &'a Shown, on_screen: &'a [Card]) -> Vec<&'a Candidate> {
    let proposed = on_screen.iter().filter_map(|card| card.given.as_ref()).map(|given| &given.candidate);
    let others = on_screen.iter().flat_map(|card| &card.alternatives).map(|other| &other.candidate);
    let locked = shown.unmet.iter().filter_map(|unmet| unmet.candidate.as_ref());
    let changed = shown.changes.iter().take(CHANGES).map(|change| &change.candidate);
    proposed.chain(others).chain(locked).chain(changed).collect()
}

pub(super) fn page(
    app: &App,
    (frame, may_change): (Frame, bool),
    (shown, address): (&Shown, &ListAddress),
    sight: &Sight,
) -> Result<Response, WebError> {
    let (part, each) = (on_screen(address, &shown.cards), homes_each(address));
    let screen = |first: usize| address.with(&[("first", &(first + 1).to_string()), ("at", "")]);
    let here = (part.start + 1).to_string();
    let with = |name: &str, value: &str| address.with(&[(name, value), ("first", &here), ("at", "")]);
    let who = |candidate: &Candidate| match sight.named {
        true => format!("{} {}", candidate.name, candidate.application.number()),
        false => candidate.application.number(),
    };
    let acted = address.filled("at").is_some();
    let changes = shown.changes.iter().filter(|_| acted);
    let (open_all, all) = (each == HOMES_WITH_OTHERS, shown.cards.len());
    let page = WallPage {
        title: frame.t1("allocation-title", "day", frame.day(&shown.meeting.day)),
        summary: summary(&frame, shown),
        proof: proof(&frame, shown),
        warnings: warnings(&frame, shown),
        search: progress::for_meeting(app, &shown.meeting.id, true),
        names_href: with("names", if sight.named { "" } else { "shown" }),
        alternatives_href: with("alternatives", if open_all { "" } else { "open" }),
        desk_href: address.with(&[("view", ""), ("first", ""), ("at", "")]),
        which: frame
            .ta("shell-pager-count", &[("first", &here), ("last", &part.end.to_string()), ("total", &all.to_string())]),
        previous_href: (part.start > 0).then(|| screen(part.start.saturating_sub(each))),
        next_href: (part.end < all).then(|| screen(part.end)),
        more_changes: changes.clone().skip(CHANGES).count(),
        changes: changes.take(CHANGES).map(|change| change_view(&frame, change, &who)).collect(),
        cards: shown.cards[part].iter().map(|card| cards::view(&frame, shown, card, sight)).collect(),
        named: sight.named,
        back: back(address),
        id: shown.meeting.id.clone(),
        open_all,
        may_change,
        frame: sight.frame(frame),
    };
    Ok(render(&page)?.into_response())
}

/// What must be seen to before the meeting can decide.
fn warnings(frame: &Frame, shown: &Shown) -> Vec<String> {
    let stale = (shown.stale > 0).then(|| frame.t1("allocation-stale", "count", shown.stale));
    let unsolved = (!shown.is_solved).then(|| frame.t("allocation-not-solved-since"));
    [stale, unsolved].into_iter().flatten().collect()
}
