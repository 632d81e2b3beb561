//! A person's protection: raised by hand or confirmed, never lowered.

use super::page;
use crate::access::{Action, Thing};
use crate::office::{Problem, people};
use crate::web::reading::answered;
use crate::web::{App, FormValues, ProtectedForm, Visitor, WebError};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use housing::people::Protection;

fn version(values: &FormValues) -> Result<i64, WebError> {
    values.get("version").parse().map_err(|_| WebError::BadForm)
}

pub(super) async fn raise(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<String>,
    ProtectedForm(values): ProtectedForm,
) -> Result<Response, WebError> {
    let actor = visitor.actor();
    actor.may(Action::Change, Thing::Person)?;
    let (version, reason, person) = (version(&values)?, values.get("reason").to_owned(), id.clone());
    let Ok(to) = values.get("protection").parse::<Protection>() else {
        let problems = vec![Problem::plain("protection", "person-problem-level-needed")];
        return refused(&app, &visitor, id, values, &problems).await;
    };
    let sees_protected = actor.sees_protected;
    let saved = app
        .office(move |office| answered(people::raise_protection(office, &actor, (&person, version), to, &reason)))
        .await?;
    match saved {
        // Whoever is outside the group has just made the person unknown to themselves.
        Ok(()) if to.hides_home() && !sees_protected => Ok(Redirect::to("/people").into_response()),
        Ok(()) => Ok(Redirect::to(&format!("/people/{id}")).into_response()),
        Err(problems) => refused(&app, &visitor, id, values, &problems).await,
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
    let (version, reason, person) = (version(&values)?, values.get("check-reason").to_owned(), id.clone());
    let saved = app
        .office(move |office| answered(people::confirm_protection(office, &actor, (&person, version), &reason)))
        .await?;
    match saved {
        Ok(()) => Ok(Redirect::to(&format!("/people/{id}")).into_response()),
        Err(_) => {
            let needed = [Problem::plain("check-reason", "person-problem-reason-needed")];
            values.errors = visitor.frame().words(&needed);
            page::page(&app, &visitor, id, values, StatusCode::UNPROCESSABLE_ENTITY).await
        }
    }
}

async fn refused(
    app: &App,
    visitor: &Visitor,
    id: String,
    mut values: FormValues,
    problems: &[Problem],
) -> Result<Response, WebError> {
    values.errors = visitor.frame().words(problems);
    page::page(app, visitor, id, values, StatusCode::UNPROCESSABLE_ENTITY).await
}
