//! Keeping a household away from somebody or somewhere: forms on the page of the homes that fit it.

use super::fit;
use crate::access::{Action, Thing};
use crate::office::allocations;
use crate::store::allocations::ApartKind;
use crate::web::reading::Outcome;
use crate::web::{App, ProtectedForm, Visitor, WebError};
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};

pub(super) async fn keep(
    State(app): State<App>,
    visitor: Visitor,
    ProtectedForm(mut form): ProtectedForm,
) -> Result<Response, WebError> {
    let actor = visitor.actor();
    actor.may(Action::Change, Thing::Case)?;
    let kind = ApartKind::from_code(form.get("kind")).ok_or(WebError::BadForm)?;
    let application = form.get("application").to_owned();
    let (asked, other, reason) = (application.clone(), form.get("other").to_owned(), form.get("reason").to_owned());
    let keep = move |office: &crate::office::Office| {
        Outcome::of(allocations::keep_apart(office, &actor, &asked, (kind, &other, &reason)))
    };
    match app.office(keep).await?.kept(&visitor.frame(), &mut form) {
        None => Ok(back(&application)),
        Some(answer) => fit::homes_of(&app, &visitor, application, form, answer).await,
    }
}

pub(super) async fn end(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<String>,
    ProtectedForm(form): ProtectedForm,
) -> Result<Response, WebError> {
    let actor = visitor.actor();
    actor.may(Action::Change, Thing::Case)?;
    let application = form.get("application").to_owned();
    let asked = application.clone();
    app.office(move |office| allocations::end_apart(office, &actor, (&asked, &id))).await?;
    Ok(back(&application))
}

fn back(application: &str) -> Response {
    Redirect::to(&format!("/allocations/fit?application={application}")).into_response()
}
