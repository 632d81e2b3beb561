//! A letter opened in the browser, and the day it is proven to have arrived.

use crate::access::{Action, Thing};
use crate::office::{documents, letters};
use crate::store::documents::Document;
use crate::web::reading::{Outcome, needed_day};
use crate::web::{App, ProtectedForm, Visitor, WebError};
use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse, Redirect, Response};

/// Shown by the browser as what it is and nothing else.
pub(super) async fn open(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Result<Response, WebError> {
    let actor = visitor.actor();
    let (document, bytes) = app.office(move |office| documents::read(office, &actor, &id)).await?;
    Ok(shown(&document, bytes))
}

/// A PDF opens in the browser; anything else is downloaded.
fn shown(document: &Document, bytes: Vec<u8>) -> Response {
    let inline = document.media_type == "application/pdf";
    let name: String = document.file_name.chars().map(plain).collect();
    let disposition = format!("{}; filename=\"{name}\"", if inline { "inline" } else { "attachment" });
    let kind = if inline { "application/pdf" } else { "application/octet-stream" };
    ([(header::CONTENT_TYPE, kind.to_owned()), (header::CONTENT_DISPOSITION, disposition)], bytes).into_response()
}

/// Names of files are plain letters, so that every system keeps them.
fn plain(letter: char) -> char {
    if letter.is_ascii_alphanumeric() || matches!(letter, '.' | '-') { letter } else { '-' }
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
