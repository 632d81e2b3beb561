//! The waiting list: each place with what it rests on, and moving a case by hand.

use super::export::{self, Format};
use super::lists::{ListAddress, ROWS};
use super::reading::Outcome;
use super::{App, FormValues, Frame, ProtectedForm, Routes, Visitor, WebError, render};
use crate::access::{Action, Thing};
use crate::exchange::sheet::Value;
use crate::office::OfficeError;
use crate::office::Problem;
use crate::office::waiting_list::{self, Place};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use housing::people::Name;
use housing::waiting_list::MovedTo;

/// The list, and the form that moves a case.
pub fn routes() -> Routes {
    let list = Routes::new().get("/waiting-list", show);
    list.get("/waiting-list/{id}", ask_to_move).post("/waiting-list/{id}", move_by_hand)
}

/// Ranks that a case can be moved ahead of.
const RANKS: u8 = 4;

struct PlaceView {
    id: String,
    place: String,
    number: String,
    name: String,
    /// What the place rests on, the same for every place: points too, where the municipality counts them.
    facts: Vec<(String, String)>,
    settled_by: String,
    moved: Option<(String, String)>,
}

#[derive(askama::Template)]
#[template(path = "waiting_list/show.html")]
struct WaitingListPage {
    frame: Frame,
    rules: Option<(String, String)>,
    count: String,
    places: Vec<PlaceView>,
    /// Addresses of the parts before and after.
    earlier: Option<String>,
    later: Option<String>,
    may_change: bool,
}

#[derive(askama::Template)]
#[template(path = "waiting_list/move.html")]
struct MovePage {
    frame: Frame,
    it: PlaceView,
    targets: Vec<(String, String)>,
    form: FormValues,
}

async fn list_page(app: &App, visitor: &Visitor, from: usize) -> Result<Response, WebError> {
    let actor = visitor.actor();
    let may_change = actor.may(Action::Change, Thing::Case).is_ok();
    let list = app.office(move |office| waiting_list::list(office, &actor)).await?;
    let frame = visitor.frame();
    let rows = usize::try_from(ROWS).expect("a page has few rows");
    let total = list.places.len();
    let begins = from.min(total);
    let page = WaitingListPage {
        rules: list.rules.as_ref().map(|known| (format!("/rule-sets/{}", known.stored.id), known.stored.name.clone())),
        count: frame.t1("waiting-count", "count", total),
        places: list.places.iter().skip(begins).take(rows).map(|place| view(&frame, place)).collect(),
        earlier: (begins > 0).then(|| format!("/waiting-list?from={}", begins.saturating_sub(rows))),
        later: (begins + rows < total).then(|| format!("/waiting-list?from={}", begins + rows)),
        may_change,
        frame,
    };
    Ok(render(&page)?.into_response())
}

async fn move_page(
    app: &App,
    visitor: &Visitor,
    (id, form): (&str, FormValues),
    status: StatusCode,
) -> Result<Response, WebError> {
    let actor = visitor.actor();
    actor.may(Action::Change, Thing::Case)?;
    let list = app.office(move |office| waiting_list::list(office, &actor)).await?;
    let place = list.places.iter().find(|place| place.position.waiting.id == id).ok_or(OfficeError::NotFound)?;
    let frame = visitor.frame();
    let (it, targets) = (view(&frame, place), targets(&frame));
    Ok((status, render(&MovePage { it, targets, form, frame })?).into_response())
}

fn targets(frame: &Frame) -> Vec<(String, String)> {
    let rank = |rank: u8| (format!("rank-{rank}"), frame.t1("waiting-move-ahead", "rank", rank));
    let first = ("first".to_owned(), frame.t("waiting-move-first"));
    let others = [("last", "waiting-move-last"), ("back", "waiting-move-back")];
    let others = others.map(|(code, key)| (code.to_owned(), frame.t(key)));
    std::iter::once(first).chain((1..=RANKS).map(rank)).chain(others).collect()
}

fn view(frame: &Frame, place: &Place) -> PlaceView {
    let position = &place.position;
    let points = position.points.as_ref().map(|points| {
        let parts = points.parts.iter().map(|(part, given)| format!("{} {given}", frame.t(&part.text_key())));
        (frame.t("settled-by-poeng"), format!("{} ({})", points.total, parts.collect::<Vec<_>>().join(", ")))
    });
    let priority = position.priority.map(|(ground, rank)| format!("{rank}: {}", frame.t(&ground.text_key())));
    let situation = position.waiting.situation.map(|situation| frame.t(&situation.text_key()));
    let children = position.children.map(|children| children.to_string());
    let facts = [
        ("settled-by-prioritet", priority.unwrap_or_else(|| frame.t("waiting-no-priority"))),
        ("settled-by-situasjon", situation.unwrap_or_else(|| frame.t("assessment-unknown"))),
        ("settled-by-barn", children.unwrap_or_else(|| frame.t("assessment-unknown"))),
        ("settled-by-tid", frame.t1("application-days", "days", position.days)),
    ];
    let facts = facts.map(|(key, fact)| (frame.t(key), fact));
    let (family, given) = &place.name;
    let (year, serial) = position.waiting.number;
    PlaceView {
        id: position.waiting.id.clone(),
        place: position.place.to_string(),
        number: format!("{year}/{serial:05}"),
        name: format!("{given} {family}").trim().to_owned(),
        facts: points.into_iter().chain(facts).collect(),
        settled_by: position.settled_by.map(|by| frame.t(&by.text_key())).unwrap_or_default(),
        moved: position.waiting.moved.as_ref().map(|moved| (moved_words(frame, moved.to), moved.reason.clone())),
    }
}

fn moved_words(frame: &Frame, to: MovedTo) -> String {
    match to {
        MovedTo::First => frame.t("waiting-move-first"),
        MovedTo::AheadOfRank(rank) => frame.t1("waiting-move-ahead", "rank", rank),
        MovedTo::Last => frame.t("waiting-move-last"),
    }
}

async fn show(State(app): State<App>, visitor: Visitor, address: ListAddress) -> Result<Response, WebError> {
    if let Some(format) = Format::asked(&address) {
        let actor = visitor.actor();
        let list = app.office(move |office| waiting_list::list(office, &actor)).await?;
        return take_out(&visitor.frame(), format, &list.places);
    }
    let from = address.read_as("from").unwrap_or(0);
    list_page(&app, &visitor, from).await
}

async fn ask_to_move(State(app): State<App>, visitor: Visitor, Path(id): Path<String>) -> Result<Response, WebError> {
    move_page(&app, &visitor, (&id, FormValues::default()), StatusCode::OK).await
}

/// The whole list as a file: a row a place, a column a fact.
fn take_out(frame: &Frame, format: Format, places: &[Place]) -> Result<Response, WebError> {
    let keys = [
        "waiting-place",
        "application-number",
        "application-applicant",
        "settled-by-poeng",
        "settled-by-prioritet",
        "settled-by-situasjon",
        "settled-by-barn",
        "waiting-days",
        "waiting-settled",
        "settled-by-flyttet",
        "waiting-reason",
    ];
    let rows = places.iter().map(|place| row(frame, place));
    export::download(frame, format, &frame.t("nav-waiting-list"), &keys.map(|key| frame.t(key)), rows)
}

fn row(frame: &Frame, place: &Place) -> Vec<Value> {
    let Place { position, name: (family, given) } = place;
    let (year, serial) = position.waiting.number;
    let number = |number: Option<i64>| number.map_or(Value::Blank, Value::Number);
    let words = |key: Option<String>| key.map_or(Value::Blank, |key| Value::Text(frame.t(&key)));
    let moved = position.waiting.moved.as_ref();
    vec![
        number(i64::try_from(position.place).ok()),
        Value::Text(format!("{year}/{serial:05}")),
        Value::Text(Name { family: family.clone(), given: given.clone() }.listed()),
        number(position.points.as_ref().map(|points| points.total.into())),
        words(position.priority.map(|(ground, _)| ground.text_key())),
        words(position.waiting.situation.map(|situation| situation.text_key())),
        number(position.children.map(i64::from)),
        Value::Number(position.days.into()),
        words(position.settled_by.map(|by| by.text_key())),
        moved.map_or(Value::Blank, |moved| Value::Text(moved_words(frame, moved.to))),
        Value::text(moved.map(|moved| moved.reason.as_str())),
    ]
}

/// Where the form wants a case: `None` is back to where the facts put it.
fn target(form: &FormValues) -> Option<Option<MovedTo>> {
    match form.get("to") {
        "first" => Some(Some(MovedTo::First)),
        "last" => Some(Some(MovedTo::Last)),
        "back" => Some(None),
        other => other.strip_prefix("rank-")?.parse().ok().map(|rank| Some(MovedTo::AheadOfRank(rank))),
    }
}

async fn move_by_hand(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<String>,
    ProtectedForm(mut form): ProtectedForm,
) -> Result<Response, WebError> {
    let (actor, case, reason, to) = (visitor.actor(), id.clone(), form.get("reason").to_owned(), target(&form));
    actor.may(Action::Change, Thing::Case)?;
    let saved = app
        .office(move |office| {
            let no_target = || OfficeError::Invalid(vec![Problem::plain("to", "waiting-problem-to")]);
            let moved = to.ok_or_else(no_target);
            Outcome::of(moved.and_then(|to| waiting_list::move_by_hand(office, &actor, &case, (to, &reason))))
        })
        .await?;
    match saved.kept(&visitor.frame(), &mut form) {
        None => Ok(Redirect::to("/waiting-list").into_response()),
        Some(answer) => move_page(&app, &visitor, (&id, form), answer).await,
    }
}
