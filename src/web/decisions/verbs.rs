//! The forms on the page of a case's decision.

use super::form::{address, read};
use super::page::page;
use crate::access::{Action, Thing};
use crate::office::decisions::{self, Next};
use crate::office::letters::Way;
use crate::office::{Actor, Office, OfficeError, Problem, letters};
use crate::web::reading::{Outcome, attempt, day, needed_day};
use crate::web::{App, FormValues, ProtectedForm, Visitor, WebError};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use housing::decisions::WrittenDecision;

/// Does what a form asks for; back to the page either way.
async fn done(
    app: &App,
    visitor: &Visitor,
    case: String,
    mut form: FormValues,
    verb: impl FnOnce(&Office, &Actor) -> Result<(), OfficeError> + Send + 'static,
) -> Result<Response, WebError> {
    visitor.actor().may(Action::Change, Thing::Decision)?;
    match attempt(app, visitor, &mut form, verb).await? {
        None => Ok(Redirect::to(&format!("/cases/{case}/decision")).into_response()),
        Some(answer) => page(app, visitor, case, Some(form), answer).await,
    }
}

/// As [`done`], with the decision that the case's page showed, at the version it showed.
async fn done_with(
    app: &App,
    visitor: &Visitor,
    case: String,
    form: FormValues,
    verb: impl FnOnce(&Office, &Actor, (&str, i64)) -> Result<(), OfficeError> + Send + 'static,
) -> Result<Response, WebError> {
    visitor.actor().may(Action::Change, Thing::Decision)?;
    let (version, id) = (form.version()?, case.clone());
    done(app, visitor, case, form, move |office, actor| {
        let written = decisions::whole(office, actor, &id)?.being_written;
        let decision = written.ok_or(OfficeError::Stale)?.decision.id;
        verb(office, actor, (&decision, version))
    })
    .await
}

pub(super) async fn begin(
    State(app): State<App>,
    visitor: Visitor,
    Path(case): Path<String>,
    ProtectedForm(form): ProtectedForm,
) -> Result<Response, WebError> {
    let (outcome, written_form) = (form.get("outcome").parse().ok(), form.get("form").parse().ok());
    let (id, comes_to) = (case.clone(), form.get("comes_to").parse().ok());
    done(&app, &visitor, case, form, move |office, actor| {
        let missing = || OfficeError::Invalid(vec![Problem::plain("outcome", "decision-problem-no-outcome")]);
        decisions::begin(office, actor, &id, (outcome.ok_or_else(missing)?, comes_to), written_form).map(|_| ())
    })
    .await
}

pub(super) async fn draft(
    State(app): State<App>,
    visitor: Visitor,
    Path(case): Path<String>,
    ProtectedForm(mut form): ProtectedForm,
) -> Result<Response, WebError> {
    visitor.actor().may(Action::Change, Thing::Decision)?;
    let mut problems = Vec::new();
    let written = read(&form, &mut problems);
    let post_address = form.has("post_address_shown", "true").then(|| address(&form));
    if form.has("auto", "true") {
        return autosaved(&app, &visitor, case, &form, (written, post_address)).await;
    }
    if !problems.is_empty() {
        form.errors = visitor.frame().words(&problems);
        return page(&app, &visitor, case, Some(form), StatusCode::UNPROCESSABLE_ENTITY).await;
    }
    let next = match form.get("action") {
        "propose" => Next::Propose,
        "submit" => Next::Submit,
        "sign" => Next::Sign { rules_seen: form.get("rules").to_owned() },
        _ => Next::Save,
    };
    done_with(&app, &visitor, case, form, move |office, actor, decision| {
        decisions::save(office, actor, decision, (&written, post_address.as_deref()), &next).map(|_| ())
    })
    .await
}

/// What the script keeps while somebody writes, as far as it can be read. The answer is the new version.
async fn autosaved(
    app: &App,
    visitor: &Visitor,
    case: String,
    form: &FormValues,
    (written, post_address): (WrittenDecision, Option<Vec<String>>),
) -> Result<Response, WebError> {
    let (actor, version) = (visitor.actor(), form.version()?);
    let saved = app.office(move |office| {
        let open = decisions::whole(office, &actor, &case)?.being_written.ok_or(OfficeError::Stale)?;
        let decision = (open.decision.id.as_str(), version);
        Outcome::of(decisions::save(office, &actor, decision, (&written, post_address.as_deref()), &Next::Keep))
    });
    Ok(match saved.await? {
        Outcome::Done(version) => version.to_string().into_response(),
        Outcome::Refused(_) => StatusCode::UNPROCESSABLE_ENTITY.into_response(),
        Outcome::Stale => StatusCode::CONFLICT.into_response(),
    })
}

pub(super) async fn return_with(
    State(app): State<App>,
    visitor: Visitor,
    Path(case): Path<String>,
    ProtectedForm(form): ProtectedForm,
) -> Result<Response, WebError> {
    let remarks = form.get("remarks").to_owned();
    done_with(&app, &visitor, case, form, move |office, actor, decision| {
        decisions::return_with(office, actor, decision, &remarks)
    })
    .await
}

pub(super) async fn sign(
    State(app): State<App>,
    visitor: Visitor,
    Path(case): Path<String>,
    ProtectedForm(form): ProtectedForm,
) -> Result<Response, WebError> {
    let seen = form.get("rules").to_owned();
    done_with(&app, &visitor, case, form, move |office, actor, decision| {
        decisions::sign(office, actor, decision, &seen)
    })
    .await
}

pub(super) async fn withdraw(
    State(app): State<App>,
    visitor: Visitor,
    Path(case): Path<String>,
    ProtectedForm(form): ProtectedForm,
) -> Result<Response, WebError> {
    let why = form.get("why").to_owned();
    done_with(&app, &visitor, case, form, move |office, actor, decision| {
        decisions::withdraw(office, actor, decision, &why)
    })
    .await
}

/// The letter of the decision that stands is proven to have arrived on a day.
pub(super) async fn prove_arrival(
    State(app): State<App>,
    visitor: Visitor,
    Path(case): Path<String>,
    ProtectedForm(form): ProtectedForm,
) -> Result<Response, WebError> {
    let mut problems = Vec::new();
    let (arrived, id) = (needed_day(&form, "arrived", &mut problems), case.clone());
    done(&app, &visitor, case, form, move |office, actor| {
        let arrived = arrived.ok_or(OfficeError::Invalid(problems))?;
        let whole = decisions::whole(office, actor, &id)?;
        let letter = whole.standing().and_then(|standing| standing.decision.document.as_ref());
        letters::prove_arrival(office, actor, letter.ok_or(OfficeError::Stale)?, arrived)
    })
    .await
}

/// The letter of the decision that stands left otherwise than was noted.
pub(super) async fn correct_dispatch(
    State(app): State<App>,
    visitor: Visitor,
    Path(case): Path<String>,
    ProtectedForm(form): ProtectedForm,
) -> Result<Response, WebError> {
    let mut problems = Vec::new();
    let (sent, way, id) = (needed_day(&form, "sent", &mut problems), Way::from_code(form.get("channel")), case.clone());
    if way.is_none() {
        problems.push(Problem::plain("channel", "letter-problem-channel"));
    }
    let why = form.get("why_sent").to_owned();
    done(&app, &visitor, case, form, move |office, actor| {
        let left = way.zip(sent).ok_or(OfficeError::Invalid(problems))?;
        let whole = decisions::whole(office, actor, &id)?;
        let letter = whole.standing().and_then(|standing| standing.decision.document.as_ref());
        letters::correct_dispatch(office, actor, letter.ok_or(OfficeError::Stale)?, left, &why)
    })
    .await
}

/// The decision that stands was looked at, and is looked at again on a day or not any more.
pub(super) async fn review(
    State(app): State<App>,
    visitor: Visitor,
    Path(case): Path<String>,
    ProtectedForm(form): ProtectedForm,
) -> Result<Response, WebError> {
    visitor.actor().may(Action::Change, Thing::Decision)?;
    let mut problems = Vec::new();
    let (next, version, id) = (day(&form, "review_on", &mut problems), form.version()?, case.clone());
    done(&app, &visitor, case, form, move |office, actor| {
        if problems.is_empty() {
            decisions::review(office, actor, (&id, version), next)
        } else {
            Err(OfficeError::Invalid(problems))
        }
    })
    .await
}
