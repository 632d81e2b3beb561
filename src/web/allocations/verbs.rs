//! What the meeting lays down: each form leads back to the page, solved anew.

use super::meeting;
use crate::access::{Action, Thing};
use crate::office::allocations::{self, NewChoice};
use crate::office::{Actor, Office, OfficeError, Problem, offers};
use crate::store::allocations::ChoiceKind;
use crate::web::reading::Outcome;
use crate::web::{App, FormValues, ProtectedForm, Visitor, WebError};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use housing::fit::MoveLimits;
use std::time::Duration;

/// A plan that is found within this time needs nobody to follow the search for it.
pub(super) const QUICK: Duration = Duration::from_secs(2);

/// Does what a form asks for; the answer is the page with the form as it stands when that was refused.
async fn tried(
    app: &App,
    visitor: &Visitor,
    id: &str,
    mut form: FormValues,
    verb: impl FnOnce(&Office, &Actor, &str) -> Result<(), OfficeError> + Send + 'static,
) -> Result<Option<Response>, WebError> {
    let (actor, meeting) = (visitor.actor(), id.to_owned());
    actor.may(Action::Change, Thing::Allocation)?;
    let saved = app.office(move |office| Outcome::of(verb(office, &actor, &meeting))).await?;
    match saved.kept(&visitor.frame(), &mut form) {
        None => Ok(None),
        Some(answer) => meeting::answered(app, visitor, id.to_owned(), form, answer).await.map(Some),
    }
}

/// Lays down what a form asks for and solves the meeting again; back to the page either way.
async fn laid_down(
    app: &App,
    visitor: &Visitor,
    id: String,
    form: FormValues,
    verb: impl FnOnce(&Office, &Actor, &str) -> Result<(), OfficeError> + Send + 'static,
) -> Result<Response, WebError> {
    let again = page_again(&id, &form);
    match tried(app, visitor, &id, form, verb).await? {
        None => {
            solve(app, visitor, &id).await?;
            Ok(Redirect::to(&again).into_response())
        }
        Some(refused) => Ok(refused),
    }
}

/// What a page of a meeting can be asked to show.
pub(super) const SHOWN: [&str; 5] = ["names", "alternatives", "view", "first", "page"];

/// The page as it was looked at: what was shown stays shown, and the home that was acted on is where one lands.
fn page_again(id: &str, form: &FormValues) -> String {
    let back = FormValues::parse(form.get("back")).unwrap_or_default();
    let shown = SHOWN.iter().filter_map(|name| Some((*name, back.filled(name)?)));
    let at = form.filled("at").map(|at| ("at", at));
    let query: Vec<(&str, &str)> = shown.chain(at).collect();
    let query = serde_urlencoded::to_string(query).unwrap_or_default();
    let part = at.map_or_else(|| "changes".to_owned(), |(_, at)| format!("home-{at}"));
    format!("/allocations/{id}?{query}#{part}")
}

/// Solves a meeting again; where that takes longer, its page follows the search.
async fn solve(app: &App, visitor: &Visitor, id: &str) -> Result<(), WebError> {
    let (actor, meeting) = (visitor.actor(), id.to_owned());
    app.office_within(QUICK, move |office| allocations::solve_again(office, &actor, &meeting)).await?;
    Ok(())
}

/// The page of a meeting that has been called, solved.
pub(super) async fn solved(app: &App, visitor: &Visitor, id: String) -> Result<Response, WebError> {
    solve(app, visitor, &id).await?;
    Ok(Redirect::to(&format!("/allocations/{id}")).into_response())
}

/// Does what a form asks for; back to the page either way.
async fn done(
    app: &App,
    visitor: &Visitor,
    id: String,
    form: FormValues,
    verb: impl FnOnce(&Office, &Actor, &str) -> Result<(), OfficeError> + Send + 'static,
) -> Result<Response, WebError> {
    let again = if form.filled("back").is_some() || form.filled("at").is_some() {
        page_again(&id, &form)
    } else {
        format!("/allocations/{id}")
    };
    let refused = tried(app, visitor, &id, form, verb).await?;
    Ok(refused.unwrap_or_else(|| Redirect::to(&again).into_response()))
}

/// A whole number that may be left out.
fn number(form: &FormValues, field: &'static str) -> Result<Option<u32>, OfficeError> {
    let wrong = |_| OfficeError::Invalid(vec![Problem::plain(field, "allocation-problem-number")]);
    form.filled(field).map(|text| text.parse().map_err(wrong)).transpose()
}

pub(super) async fn choose(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<String>,
    ProtectedForm(form): ProtectedForm,
) -> Result<Response, WebError> {
    visitor.actor().may(Action::Change, Thing::Allocation)?;
    let kind = ChoiceKind::from_code(form.get("kind")).ok_or(WebError::BadForm)?;
    let filled = |field: &str| form.filled(field).map(str::to_owned);
    let at_most = number(&form, "at_most");
    let (household, dwelling, cap) = (filled("household"), filled("dwelling"), filled("cap"));
    let reason = form.get(if kind == ChoiceKind::Cap { "cap_reason" } else { "reason" }).to_owned();
    let verb = move |office: &Office, actor: &Actor, id: &str| {
        let new = NewChoice { kind, household, dwelling, cap, at_most: at_most?, reason };
        allocations::choose(office, actor, id, &new)
    };
    laid_down(&app, &visitor, id, form, verb).await
}

pub(super) async fn undo(
    State(app): State<App>,
    visitor: Visitor,
    Path((id, position)): Path<(String, i64)>,
    ProtectedForm(form): ProtectedForm,
) -> Result<Response, WebError> {
    let verb = move |office: &Office, actor: &Actor, id: &str| allocations::undo(office, actor, id, position);
    laid_down(&app, &visitor, id, form, verb).await
}

/// Why something was laid down, written afterwards.
pub(super) async fn reason(
    State(app): State<App>,
    visitor: Visitor,
    Path((id, position)): Path<(String, i64)>,
    ProtectedForm(form): ProtectedForm,
) -> Result<Response, WebError> {
    let why = form.get("why").to_owned();
    let verb =
        move |office: &Office, actor: &Actor, id: &str| allocations::give_reason(office, actor, (id, position), &why);
    done(&app, &visitor, id, form, verb).await
}

pub(super) async fn limits(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<String>,
    ProtectedForm(form): ProtectedForm,
) -> Result<Response, WebError> {
    visitor.actor().may(Action::Change, Thing::Allocation)?;
    let reason = form.get("limits_reason").to_owned();
    let read = || -> Result<MoveLimits, OfficeError> {
        let (moves, ring, chain) = (number(&form, "moves")?, number(&form, "ring")?, number(&form, "chain")?);
        Ok(MoveLimits { moves, ring, chain })
    };
    let limits = read();
    let verb =
        move |office: &Office, actor: &Actor, id: &str| allocations::set_limits(office, actor, id, (limits?, &reason));
    laid_down(&app, &visitor, id, form, verb).await
}

pub(super) async fn participants(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<String>,
    ProtectedForm(form): ProtectedForm,
) -> Result<Response, WebError> {
    let (lines, seen) = (form.get("participants").to_owned(), form.get("participants_seen").to_owned());
    let verb = move |office: &Office, actor: &Actor, id: &str| {
        allocations::set_participants(office, actor, id, (&lines, &seen))
    };
    done(&app, &visitor, id, form, verb).await
}

pub(super) async fn solve_again(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<String>,
    ProtectedForm(form): ProtectedForm,
) -> Result<Response, WebError> {
    laid_down(&app, &visitor, id, form, |_, _, _| Ok(())).await
}

pub(super) async fn stop(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<String>,
    ProtectedForm(form): ProtectedForm,
) -> Result<Response, WebError> {
    done(&app, &visitor, id, form, allocations::stop_search).await
}

pub(super) async fn close(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<String>,
    ProtectedForm(form): ProtectedForm,
) -> Result<Response, WebError> {
    visitor.actor().may(Action::Change, Thing::Allocation)?;
    let version = form.version()?;
    let run: i64 = form.get("run").parse().map_err(|_| WebError::BadForm)?;
    let verb = move |office: &Office, actor: &Actor, id: &str| {
        allocations::close(office, actor, (id, version, run)).map(|_| ())
    };
    done(&app, &visitor, id, form, verb).await
}

pub(super) async fn release(
    State(app): State<App>,
    visitor: Visitor,
    Path((id, placement)): Path<(String, String)>,
    ProtectedForm(form): ProtectedForm,
) -> Result<Response, WebError> {
    let verb = move |office: &Office, actor: &Actor, id: &str| allocations::release(office, actor, (id, &placement));
    done(&app, &visitor, id, form, verb).await
}

/// Opens the case where a tenant's exchange is decided, and goes there.
pub(super) async fn open_exchange(
    State(app): State<App>,
    visitor: Visitor,
    Path((id, placement)): Path<(String, String)>,
    ProtectedForm(mut form): ProtectedForm,
) -> Result<Response, WebError> {
    let (actor, meeting) = (visitor.actor(), id.clone());
    actor.may(Action::Change, Thing::Application)?;
    let opened =
        app.office(move |office| Outcome::of(offers::open_exchange(office, &actor, (&meeting, &placement)))).await?;
    if let Outcome::Done(case) = &opened {
        return Ok(Redirect::to(&format!("/cases/{case}")).into_response());
    }
    let answer = opened.kept(&visitor.frame(), &mut form).unwrap_or(StatusCode::CONFLICT);
    meeting::answered(&app, &visitor, id, form, answer).await
}
