//! Allocation: what fits whom and why, the rules for it, and the meeting.

mod apart;
mod cards;
mod counted;
mod fit;
mod meeting;
mod minutes;
mod numbers;
mod prices;
mod progress;
mod rules;
mod sight;
mod stopped;
mod traits;
mod verbs;
mod wall;
mod what_if;
pub(in crate::web) mod words;

use super::reading::{self, Outcome};
use super::{App, FormValues, Frame, ProtectedForm, Routes, Visitor, WebError, render};
use crate::access::{Action, Thing};
use crate::office::allocations;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use housing::Date;

/// The meetings, what fits whom, the rules, and what a home is beside the register's columns.
pub fn routes() -> Routes {
    Routes::new()
        .get("/allocations", list)
        .post("/allocations", call)
        .get("/allocations/fit", fit::show)
        .get("/allocations/numbers", numbers::show)
        .post("/allocations/apart", apart::keep)
        .post("/allocations/apart/{id}/end", apart::end)
        .get("/allocations/rules", rules::show)
        .get("/allocations/rules/new", rules::begin)
        .post("/allocations/rules/new", rules::save)
        .get("/allocations/{id}", meeting::show)
        .get("/allocations/{id}/homes/{dwelling}", stopped::show)
        .get("/allocations/{id}/minutes", minutes::pdf)
        .get("/allocations/{id}/prices", prices::show)
        .get("/allocations/{id}/runs/{position}/{file}", meeting::file)
        .post("/allocations/{id}/choices", verbs::choose)
        .post("/allocations/{id}/choices/{position}/undo", verbs::undo)
        .post("/allocations/{id}/choices/{position}/reason", verbs::reason)
        .get("/allocations/{id}/limits", counted::show)
        .post("/allocations/{id}/limits", verbs::limits)
        .post("/allocations/{id}/participants", verbs::participants)
        .post("/allocations/{id}/solve", verbs::solve_again)
        .post("/allocations/{id}/stop", verbs::stop)
        .get("/allocations/{id}/progress", progress::of_meeting)
        .post("/allocations/{id}/close", verbs::close)
        .post("/allocations/{id}/placements/{placement}/release", verbs::release)
        .post("/allocations/{id}/placements/{placement}/exchange", verbs::open_exchange)
        .get("/allocations/{id}/what-if", what_if::list)
        .post("/allocations/{id}/what-if", what_if::imagine)
        .post("/allocations/{id}/what-if/stop", what_if::stop)
        .get("/allocations/{id}/what-if/progress", progress::of_what_if)
        .get("/allocations/{id}/what-if/{position}", what_if::show)
        .get("/allocations/{id}/what-if/{position}/{file}", what_if::file)
        .get("/dwellings/{id}/traits", traits::show)
        .post("/dwellings/{id}/traits", traits::save)
}

struct MeetingRow {
    id: String,
    day: Date,
    state: String,
    tone: &'static str,
}

#[derive(askama::Template)]
#[template(path = "allocations/list.html")]
struct ListPage {
    frame: Frame,
    rows: Vec<MeetingRow>,
    may_change: bool,
    form: FormValues,
}

async fn page(app: &App, visitor: &Visitor, form: FormValues, status: StatusCode) -> Result<Response, WebError> {
    let (actor, frame) = (visitor.actor(), visitor.frame());
    let may_change = actor.may(Action::Change, Thing::Allocation).is_ok();
    let meetings = app.office(move |office| allocations::list(office, &actor)).await?;
    let row = |meeting: crate::store::allocations::Meeting| {
        let (state, tone) =
            if meeting.closed.is_some() { ("allocation-closed", "neutral") } else { ("allocation-open", "success") };
        MeetingRow { id: meeting.id, day: meeting.day, state: frame.t(state), tone }
    };
    let rows = meetings.into_iter().map(row).collect();
    Ok((status, render(&ListPage { frame, rows, may_change, form })?).into_response())
}

async fn list(State(app): State<App>, visitor: Visitor) -> Result<Response, WebError> {
    let form = FormValues::of([("day", app.today().to_string())]);
    page(&app, &visitor, form, StatusCode::OK).await
}

async fn call(
    State(app): State<App>,
    visitor: Visitor,
    ProtectedForm(mut form): ProtectedForm,
) -> Result<Response, WebError> {
    let actor = visitor.actor();
    actor.may(Action::Change, Thing::Allocation)?;
    let mut problems = Vec::new();
    let day = reading::needed_day(&form, "day", &mut problems);
    let called = match day {
        Some(day) => app.office(move |office| Outcome::of(allocations::call(office, &actor, day))).await?,
        None => Outcome::Refused(problems),
    };
    if let Outcome::Done(id) = called {
        return verbs::solved(&app, &visitor, id).await;
    }
    let answer = called.kept(&visitor.frame(), &mut form).unwrap_or(StatusCode::OK);
    page(&app, &visitor, form, answer).await
}
