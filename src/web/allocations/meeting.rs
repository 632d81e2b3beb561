//! The meeting's page: names only when somebody asks, and never for good.

use super::cards::{self, CardView, UnmetView, who};
use super::minutes::{self, MinutesView};
use super::progress::{self, SearchView};
use super::sight::Sight;
use super::{verbs, wall, words};
use crate::access::{Action, Thing};
use crate::office::OfficeError;
use crate::office::allocations::{self, Candidate, Card, Change, Choice, Home, Shown};
use crate::web::lists::{ListAddress, Pager, ROWS};
use crate::web::{App, FormValues, Frame, Visitor, WebError, render};
use axum::extract::{Path, RawQuery, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use std::ops::Range;

struct WithoutView {
    who: String,
    href: String,
    why: String,
}

pub(super) struct ChangeView {
    pub who: String,
    pub before: String,
    pub after: String,
}

struct CapView {
    name: String,
    /// Whom it counts.
    href: String,
    at_most: u32,
    used: usize,
    /// Said where more live there today than it allows.
    passed: String,
}

struct ChoiceView {
    position: i64,
    kind: String,
    about: String,
    reason: String,
    taken_back: bool,
    overridden: bool,
}

#[derive(askama::Template)]
#[template(path = "allocations/show.html")]
struct MeetingPage {
    frame: Frame,
    id: String,
    version: i64,
    run: i64,
    /// What can be checked of the run.
    replay: String,
    title: String,
    summary: String,
    proof: String,
    search: Option<SearchView>,
    stale: String,
    is_solved: bool,
    named: bool,
    open_all: bool,
    names_href: String,
    alternatives_href: String,
    wall_href: String,
    /// Said where not everything could be tried.
    narrowed: String,
    cards: Vec<CardView>,
    pager: Pager,
    without_count: usize,
    without: Vec<WithoutView>,
    changes: Vec<ChangeView>,
    /// The home whose card tells of them: the one that something was laid down about.
    at: String,
    /// What is shown of the page, as its forms send it back.
    back: String,
    unmet: Vec<UnmetView>,
    caps: Vec<CapView>,
    cap_names: Vec<(String, String)>,
    choices: Vec<ChoiceView>,
    participants: String,
    /// As they stand, for whoever saves over them.
    participants_seen: String,
    homes: Vec<(String, String)>,
    households: Vec<(String, String)>,
    minutes: Option<MinutesView>,
    may_change: bool,
    may_exchange: bool,
    conflict: bool,
    form: FormValues,
}

impl MeetingPage {
    /// Whether something is wrong with one of the fields of a form that is folded away otherwise.
    fn has_error(&self, fields: &[&str]) -> bool {
        fields.iter().any(|field| self.form.error(field).is_some())
    }
}

pub(super) async fn show(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<String>,
    RawQuery(query): RawQuery,
) -> Result<Response, WebError> {
    let address = ListAddress::read(&format!("/allocations/{id}"), &query.unwrap_or_default())?;
    page(&app, &visitor, (id, address), FormValues::default(), StatusCode::OK).await
}

/// The page without names, with what a form could not do.
pub(super) async fn answered(
    app: &App,
    visitor: &Visitor,
    id: String,
    form: FormValues,
    status: StatusCode,
) -> Result<Response, WebError> {
    let address = ListAddress::read(&format!("/allocations/{id}"), "")?;
    page(app, visitor, (id, address), form, status).await
}

async fn page(
    app: &App,
    visitor: &Visitor,
    (id, address): (String, ListAddress),
    mut form: FormValues,
    status: StatusCode,
) -> Result<Response, WebError> {
    let (actor, meeting) = (visitor.actor(), id.clone());
    let (named, open_all) = (address.filter("names") == "shown", address.filter("alternatives") == "open");
    let sight = Sight { named, on_the_wall: address.filter("view") == "wall", meeting: id.clone() };
    let may_change = actor.may(Action::Change, Thing::Allocation).is_ok();
    let may_exchange = actor.may(Action::Change, Thing::Application).is_ok();
    let asked = address.clone();
    let (shown, minutes, grounds) = app
        .office(move |office| {
            let shown = allocations::show(office, &actor, &meeting, |cards| looked_at(&asked, cards))?;
            if named {
                let part = &shown.cards[looked_at(&asked, &shown.cards)];
                let all = shown.candidates.iter().chain(&shown.for_named_group);
                let named: Vec<&Candidate> =
                    if wall::is_asked(&asked, &shown) { wall::named(&shown, part) } else { all.collect() };
                allocations::show_names(office, &actor, &meeting, named.into_iter())?;
            }
            let minutes = allocations::minutes(office, &actor, &meeting)?;
            Ok::<_, OfficeError>((shown, minutes, allocations::grounds(office, &actor, &meeting)?))
        })
        .await?;
    let frame = visitor.frame();
    if status == StatusCode::OK {
        let limits = shown.meeting.limits;
        for (field, limit) in [("moves", limits.moves), ("ring", limits.ring), ("chain", limits.chain)] {
            form.set(field, limit.map(|limit| limit.to_string()).unwrap_or_default());
        }
    }
    if status == StatusCode::OK && wall::is_asked(&address, &shown) {
        return wall::page(app, (frame, may_change), (&shown, &address), &sight);
    }
    let who = |candidate: &Candidate| who(&frame, candidate, named);
    let on_page = &shown.cards[looked_at(&address, &shown.cards)];
    let page = MeetingPage {
        title: frame.t1("allocation-title", "day", frame.day(&shown.meeting.day)),
        summary: summary(&frame, &shown),
        proof: proof(&frame, &shown),
        search: progress::for_meeting(app, &id, false),
        stale: if shown.stale > 0 { frame.t1("allocation-stale", "count", shown.stale) } else { String::new() },
        narrowed: shown.homes_each.map(|count| frame.t1("allocation-narrowed", "count", count)).unwrap_or_default(),
        names_href: address.with(&[("names", if named { "" } else { "shown" })]),
        wall_href: address.with(&[("view", "wall")]),
        alternatives_href: address.with(&[("alternatives", if open_all { "" } else { "open" })]),
        pager: Pager::new(&address, i64::try_from(shown.cards.len()).unwrap_or(i64::MAX)),
        cards: on_page.iter().map(|card| cards::view(&frame, &shown, card, &sight)).collect(),
        without_count: shown.without.len() + shown.for_named_group.len(),
        without: without(&frame, &shown, &sight),
        changes: shown.changes.iter().map(|change| change_view(&frame, change, &who)).collect(),
        unmet: shown.unmet.iter().map(|one| cards::unmet(&frame, one, named)).collect(),
        at: on_page
            .iter()
            .map(|card| card.home.id())
            .find(|id| *id == address.filter("at"))
            .unwrap_or_default()
            .to_owned(),
        back: back(&address),
        caps: caps(&frame, &shown),
        cap_names: shown.caps.iter().map(|cap| (cap.name.clone(), cap.name.clone())).collect(),
        choices: shown.choices.iter().map(|choice| choice_view(&frame, &shown, choice)).collect(),
        participants: form.filled("participants").map_or_else(|| participants(&shown), str::to_owned),
        participants_seen: participants(&shown),
        homes: shown.cards.iter().map(|card| (card.home.id().to_owned(), words::address(&card.home))).collect(),
        households: first_in_line(&shown).map(|one| (one.household.clone(), who(one))).collect(),
        minutes: minutes.map(|minutes| minutes::view(&frame, &shown, (&minutes, &grounds))),
        is_solved: shown.is_solved,
        version: shown.meeting.version,
        run: shown.run,
        replay: replay(&frame, &shown),
        named,
        open_all,
        conflict: status == StatusCode::CONFLICT,
        may_change,
        may_exchange,
        id,
        form,
        frame,
    };
    Ok((status, render(&page)?).into_response())
}

/// The cards that an address asks for: a page of them, or as many as stand on a wall.
fn looked_at(address: &ListAddress, cards: &[Card]) -> Range<usize> {
    if address.filter("view") == "wall" {
        return wall::on_screen(address, cards);
    }
    let skipped = usize::try_from(address.skipped()).unwrap_or(usize::MAX).min(cards.len());
    let rows = usize::try_from(ROWS).unwrap_or(usize::MAX);
    skipped..skipped.saturating_add(rows).min(cards.len())
}

/// The most that stand in a list that has no pages.
const MANY: usize = 500;

/// Those who could be chosen by name: as they stand on the waiting list.
fn first_in_line(shown: &Shown) -> impl Iterator<Item = &Candidate> {
    let mut in_line: Vec<&Candidate> = shown.candidates.iter().collect();
    in_line.sort_by_key(|candidate| candidate.waits.map_or(usize::MAX, |(place, _)| place));
    in_line.into_iter().take(MANY)
}

pub(super) fn summary(frame: &Frame, shown: &Shown) -> String {
    let Some(answer) = &shown.answer else { return frame.t("allocation-not-solved") };
    let placed = answer.placements.iter().filter(|placed| placed.from.is_none()).count().to_string();
    let (moves, without) = (answer.moves.to_string(), answer.unplaced.len().to_string());
    frame.ta("allocation-summary", &[("placed", &placed), ("moves", &moves), ("without", &without)])
}

pub(super) fn proof(frame: &Frame, shown: &Shown) -> String {
    let Some(answer) = &shown.answer else { return String::new() };
    if answer.optimal {
        return frame.t1("allocation-proven", "score", answer.score);
    }
    let found = frame.t1("allocation-not-proven", "score", answer.score);
    let at_most = answer.bound.as_ref().map(|bound| words::at_most(frame, bound));
    [Some(found), at_most].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// What the page shows, as its forms send it back.
pub(super) fn back(address: &ListAddress) -> String {
    let shown =
        verbs::SHOWN.map(|name| (name, address.filter(name))).into_iter().filter(|(_, value)| !value.is_empty());
    serde_urlencoded::to_string(shown.collect::<Vec<_>>()).expect("pairs of text can always be encoded")
}

/// Only what is proven is found again to the byte: a search that ended before, ended somewhere.
fn replay(frame: &Frame, shown: &Shown) -> String {
    let is_proven = shown.answer.as_ref().is_some_and(|answer| answer.optimal);
    let key = if is_proven { "allocation-run" } else { "allocation-run-not-proven" };
    frame.ta(key, &[("run", &shown.run.to_string()), ("program", &shown.program)])
}

/// Those who get nothing, and last those whose home the named group finds.
fn without(frame: &Frame, shown: &Shown, sight: &Sight) -> Vec<WithoutView> {
    let ranked = shown.without.iter().map(|one| (&one.candidate, words::why(frame, &one.why)));
    let others = shown.for_named_group.iter().map(|one| (one, frame.t("allocation-why-named-group")));
    let view = |(candidate, why): (&Candidate, String)| {
        let href = sight.fit(Some(&candidate.application.id), None);
        WithoutView { who: who(frame, candidate, sight.named), href, why }
    };
    ranked.chain(others).take(MANY).map(view).collect()
}

pub(super) fn change_view(frame: &Frame, change: &Change, who: &impl Fn(&Candidate) -> String) -> ChangeView {
    // Who lives in one of ours loses nothing by not being moved.
    let nothing = if change.candidate.lives_in.is_some() { "allocation-stays" } else { "allocation-nothing" };
    let home = |home: &Option<Home>| home.as_ref().map_or_else(|| frame.t(nothing), words::address);
    ChangeView { who: who(&change.candidate), before: home(&change.before), after: home(&change.after) }
}

fn caps(frame: &Frame, shown: &Shown) -> Vec<CapView> {
    let counted = |name: &str| {
        let query = serde_urlencoded::to_string([("name", name)]).expect("pairs of text can always be encoded");
        format!("/allocations/{}/limits?{query}", shown.meeting.id)
    };
    let view = |cap: &allocations::CapUse| CapView {
        href: counted(&cap.name),
        name: cap.name.clone(),
        at_most: cap.at_most,
        used: cap.used,
        passed: if cap.today > cap.at_most as usize {
            frame.t1("allocation-cap-passed", "today", cap.today)
        } else {
            String::new()
        },
    };
    shown.caps.iter().map(view).collect()
}

fn choice_view(frame: &Frame, shown: &Shown, choice: &Choice) -> ChoiceView {
    let candidate = choice.household.as_deref().and_then(|id| shown.candidates.iter().find(|it| it.household == id));
    let card = choice.dwelling.as_deref().and_then(|id| shown.cards.iter().find(|card| card.home.id() == id));
    let limit = words::limit(frame, choice.kind, choice.cap.as_ref(), choice.at_most);
    let about =
        [candidate.map(|candidate| candidate.application.number()), card.map(|card| words::address(&card.home)), limit];
    ChoiceView {
        position: choice.position,
        kind: frame.t(words::kind_key(choice.kind)),
        about: about.into_iter().flatten().collect::<Vec<_>>().join(" → "),
        reason: choice.reason.clone(),
        taken_back: choice.taken_back,
        overridden: !choice.taken_back && !shown.counts(choice),
    }
}

/// A line each: `Navn; enhet; 2026/00417`.
fn participants(shown: &Shown) -> String {
    let number = |household: &String| {
        let found = shown.candidates.iter().find(|candidate| candidate.household == *household);
        found.map(|candidate| candidate.application.number())
    };
    let line = |one: &crate::store::allocations::Participant| {
        let aside: Vec<String> = one.steps_aside_for.iter().filter_map(number).collect();
        format!("{}; {}; {}", one.name, one.part, aside.join(", ")).trim_end_matches([' ', ';']).to_owned()
    };
    shown.participants.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// The exact problem or answer of a run, as `husrom match` reads and writes it.
pub(super) async fn file(
    State(app): State<App>,
    visitor: Visitor,
    Path((id, position, file)): Path<(String, i64, String)>,
) -> Result<Response, WebError> {
    let actor = visitor.actor();
    let run = app.office(move |office| allocations::run(office, &actor, &id, position)).await?;
    let body = match file.as_str() {
        "problem.json" => run.problem,
        "answer.json" => run.answer,
        _ => return Err(WebError::NotFound),
    };
    Ok(([(header::CONTENT_TYPE, "application/json")], body).into_response())
}
