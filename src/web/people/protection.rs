//! A person's protection: raised by hand or confirmed, never lowered.

use super::page;
use crate::access::{Action, Thing};
use crate::office::{Problem, people};
use crate::web::reading::Outcome;
use crate::web::{App, ProtectedForm, Visitor, WebError};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use housing::people::Protection;

pub(super) async fn raise(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<String>,
    ProtectedForm(mut values): ProtectedForm,
) -> Result<Response, WebError> {
    let actor = visitor.actor();
    actor.may(Action::Change, Thing::Person)?;
    let (version, reason, person) = (values.version()?, values.get("reason").to_owned(), id.clone());
    let Ok(to) = values.get("protection").parse::<Protection>() else {
        values.errors = visitor.frame().words(&[Problem::plain("protection", "person-problem-level-needed")]);
        return page::page(&app, &visitor, id, values, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let sees_protected = actor.sees_protected;
    let saved = app
        .office(move |office| Outcome::of(people::raise_protection(office, &actor, (&person, version), to, &reason)))
        .await?;
    match saved.kept(&visitor.frame(), &mut values) {
        // Whoever is outside the group has just made the person unknown to themselves.
        None if to.hides_home() && !sees_protected => Ok(Redirect::to("/people").into_response()),
        None => Ok(Redirect::to(&format!("/people/{id}")).into_response()),
        Some(answer) => page::page(&app, &visitor, id, values, answer).await,
    }
}

pub(super) async fn confirm(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<String>,
    ProtectedForm(mut values): ProtectedForm,
) -> Result<Response, WebError> {
    let actor = visitor.actor();
    actor.may(Action::Change, Thing::Person)?;
    let (version, reason, person) = (values.version()?, values.get("check-reason").to_owned(), id.clone());
    let saved = app
        .office(move |office| Outcome::of(people::confirm_protection(office, &actor, (&person, version), &reason)))
        .await?;
    let answer = match saved {
        Outcome::Done(()) => return Ok(Redirect::to(&format!("/people/{id}")).into_response()),
        Outcome::Stale => StatusCode::CONFLICT,
        Outcome::Refused(_) => {
            let needed = [Problem::plain("check-reason", "person-problem-reason-needed")];
            values.errors = visitor.frame().words(&needed);
            StatusCode::UNPROCESSABLE_ENTITY
        }
    };
    page::page(&app, &visitor, id, values, answer).await
}
