//! The forms on the page of a case's decision.

use super::form::{address, read};
use super::page::page;
use crate::access::{Action, Thing};
use crate::office::{Actor, Office, OfficeError, Problem, decisions};
use crate::web::reading::Outcome;
use crate::web::{App, FormValues, ProtectedForm, Visitor, WebError};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};

fn back(case: &str) -> Response {
    Redirect::to(&format!("/cases/{case}/decision")).into_response()
}

/// Does what a form asks for; back to the page either way.
async fn done<T: Send + 'static>(
    app: &App,
    visitor: &Visitor,
    case: String,
    mut form: FormValues,
    verb: impl FnOnce(&Office, &Actor) -> Result<T, OfficeError> + Send + 'static,
) -> Result<Response, WebError> {
    let actor = visitor.actor();
    actor.may(Action::Change, Thing::Decision)?;
    let saved = app.office(move |office| Outcome::of(verb(office, &actor))).await?;
    match saved.kept(&visitor.frame(), &mut form) {
        None => Ok(back(&case)),
        Some(answer) => page(app, visitor, case, Some(form), answer).await,
    }
}

/// The decision of the case, as it stood when the form's version was shown.
fn of_case(office: &Office, actor: &Actor, case: &str) -> Result<String, OfficeError> {
    let whole = decisions::whole(office, actor, case)?;
    whole.being_written.map(|open| open.decision.id).ok_or(OfficeError::Stale)
}

pub(super) async fn begin(
    State(app): State<App>,
    visitor: Visitor,
    Path(case): Path<String>,
    ProtectedForm(form): ProtectedForm,
) -> Result<Response, WebError> {
    visitor.actor().may(Action::Change, Thing::Decision)?;
    let outcome = form.get("outcome").parse().ok();
    let written_form = form.get("form").parse().ok();
    let id = case.clone();
    done(&app, &visitor, case, form, move |office, actor| {
        let missing = || OfficeError::Invalid(vec![Problem::plain("outcome", "decision-problem-no-outcome")]);
        decisions::begin(office, actor, &id, outcome.ok_or_else(missing)?, written_form)
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
    let version = form.version()?;
    let mut problems = Vec::new();
    let written = read(&form, &mut problems);
    if !problems.is_empty() {
        form.errors = visitor.frame().words(&problems);
        return page(&app, &visitor, case, Some(form), StatusCode::UNPROCESSABLE_ENTITY).await;
    }
    let post_address = form.has("post_address_shown", "true").then(|| address(&form));
    let (action, id) = (form.get("action").to_owned(), case.clone());
    done(&app, &visitor, case, form, move |office, actor| {
        let decision = of_case(office, actor, &id)?;
        let now = decisions::save(office, actor, (&decision, version), &written, post_address.as_deref())?;
        match action.as_str() {
            "propose" => decisions::propose(office, actor, (&decision, now), &written).map(|_| ()),
            "submit" => decisions::submit(office, actor, (&decision, now)),
            "sign" => decisions::sign(office, actor, (&decision, now), ""),
            _ => Ok(()),
        }
    })
    .await
}

pub(super) async fn return_with(
    State(app): State<App>,
    visitor: Visitor,
    Path(case): Path<String>,
    ProtectedForm(form): ProtectedForm,
) -> Result<Response, WebError> {
    visitor.actor().may(Action::Change, Thing::Decision)?;
    let (version, remarks, id) = (form.version()?, form.get("remarks").to_owned(), case.clone());
    done(&app, &visitor, case, form, move |office, actor| {
        let decision = of_case(office, actor, &id)?;
        decisions::return_with(office, actor, (&decision, version), &remarks)
    })
    .await
}

pub(super) async fn sign(
    State(app): State<App>,
    visitor: Visitor,
    Path(case): Path<String>,
    ProtectedForm(form): ProtectedForm,
) -> Result<Response, WebError> {
    visitor.actor().may(Action::Change, Thing::Decision)?;
    let (version, seen, id) = (form.version()?, form.get("rules").to_owned(), case.clone());
    done(&app, &visitor, case, form, move |office, actor| {
        let decision = of_case(office, actor, &id)?;
        decisions::sign(office, actor, (&decision, version), &seen)
    })
    .await
}

pub(super) async fn withdraw(
    State(app): State<App>,
    visitor: Visitor,
    Path(case): Path<String>,
    ProtectedForm(form): ProtectedForm,
) -> Result<Response, WebError> {
    visitor.actor().may(Action::Change, Thing::Decision)?;
    let (version, why, id) = (form.version()?, form.get("why").to_owned(), case.clone());
    done(&app, &visitor, case, form, move |office, actor| {
        let decision = of_case(office, actor, &id)?;
        decisions::withdraw(office, actor, (&decision, version), &why)
    })
    .await
}
