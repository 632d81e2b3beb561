//! The forms on a case's page.

use super::page::page;
use crate::access::{Action, Thing};
use crate::office::cases::{self, NewHold, Receiver};
use crate::office::{Actor, Office, OfficeError, Problem};
use crate::web::reading::{Outcome, needed_day};
use crate::web::{App, FormValues, ProtectedForm, Visitor, WebError};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};

/// Does what a form asks for on the case as it was shown; back to the page either way.
async fn done(
    app: &App,
    visitor: &Visitor,
    id: String,
    mut form: FormValues,
    verb: impl FnOnce(&Office, &Actor, (&str, i64)) -> Result<(), OfficeError> + Send + 'static,
) -> Result<Response, WebError> {
    let actor = visitor.actor();
    actor.may(Action::Change, Thing::Case)?;
    let version = form.version()?;
    let case = id.clone();
    let saved = app.office(move |office| Outcome::of(verb(office, &actor, (&case, version)))).await?;
    match saved.kept(&visitor.frame(), &mut form) {
        None => Ok(Redirect::to(&format!("/cases/{id}")).into_response()),
        Some(answer) => page(app, visitor, id, form, answer).await,
    }
}

pub(super) async fn take(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<String>,
    ProtectedForm(form): ProtectedForm,
) -> Result<Response, WebError> {
    done(&app, &visitor, id, form, cases::take).await
}

pub(super) async fn hand_over(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<String>,
    ProtectedForm(form): ProtectedForm,
) -> Result<Response, WebError> {
    let (to, told) = (Receiver::Officer(form.get("officer").to_owned()), form.get("note").to_owned());
    done(&app, &visitor, id, form, move |office, actor, case| cases::hand_over(office, actor, case, &to, &told)).await
}

pub(super) async fn forward(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<String>,
    ProtectedForm(form): ProtectedForm,
) -> Result<Response, WebError> {
    let (to, told) = (Receiver::Unit(form.get("unit").to_owned()), form.get("unit-note").to_owned());
    done(&app, &visitor, id, form, move |office, actor, case| cases::hand_over(office, actor, case, &to, &told)).await
}

pub(super) async fn put_on_hold(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<String>,
    ProtectedForm(mut form): ProtectedForm,
) -> Result<Response, WebError> {
    visitor.actor().may(Action::Change, Thing::Case)?;
    form.version()?;
    let mut problems = Vec::new();
    let until = needed_day(&form, "until", &mut problems);
    let waits_for = form.get("waits_for").parse().ok();
    if waits_for.is_none() {
        problems.push(Problem::plain("waits_for", "case-problem-waits-for"));
    }
    let (Some(until), Some(waits_for)) = (until, waits_for) else {
        form.errors = visitor.frame().words(&problems);
        return page(&app, &visitor, id, form, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let (reason, officer) = (form.get("reason").to_owned(), form.get("owner").to_owned());
    let new = NewHold { waits_for, reason, until, officer };
    done(&app, &visitor, id, form, move |office, actor, case| cases::put_on_hold(office, actor, case, &new)).await
}

pub(super) async fn resume(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<String>,
    ProtectedForm(form): ProtectedForm,
) -> Result<Response, WebError> {
    done(&app, &visitor, id, form, cases::resume).await
}

pub(super) async fn withdraw(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<String>,
    ProtectedForm(form): ProtectedForm,
) -> Result<Response, WebError> {
    let reason = form.get("withdrawn").to_owned();
    done(&app, &visitor, id, form, move |office, actor, case| cases::withdraw(office, actor, case, &reason)).await
}

pub(super) async fn reopen(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<String>,
    ProtectedForm(form): ProtectedForm,
) -> Result<Response, WebError> {
    let reason = form.get("reopened").to_owned();
    done(&app, &visitor, id, form, move |office, actor, case| cases::reopen(office, actor, case, &reason)).await
}
