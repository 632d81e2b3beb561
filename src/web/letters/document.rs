//! A letter opened in the browser, and the day it is proven to have arrived.

use crate::access::{Action, Thing};
use crate::office::{documents, letters};
use crate::web::documents::inline;
use crate::web::reading::{Outcome, needed_day};
use crate::web::{App, ProtectedForm, Visitor, WebError};
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};

/// A letter, as it was sent.
pub(super) async fn open(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Result<Response, WebError> {
    let actor = visitor.actor();
    let (document, bytes) = app.office(move |office| documents::read(office, &actor, &id)).await?;
    Ok(inline(&document, bytes))
}

pub(super) async fn prove_arrival(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<String>,
    ProtectedForm(form): ProtectedForm,
) -> Result<Response, WebError> {
    let actor = visitor.actor();
    actor.may(Action::Change, Thing::Document)?;
    let mut problems = Vec::new();
    let arrived = needed_day(&form, "arrived", &mut problems);
    let back = form.get("back").to_owned();
    if !back.starts_with("/cases/") {
        return Err(WebError::BadForm);
    }
    let Some(arrived) = arrived else { return Ok(Redirect::to(&format!("{back}?wrong=arrived")).into_response()) };
    let saved = app.office(move |office| Outcome::of(letters::prove_arrival(office, &actor, &id, arrived))).await?;
    Ok(match saved {
        Outcome::Done(()) => Redirect::to(&back).into_response(),
        Outcome::Refused(_) => Redirect::to(&format!("{back}?wrong=arrived")).into_response(),
        Outcome::Stale => return Err(WebError::Stale),
    })
}
