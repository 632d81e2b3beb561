//! A letter opened in the browser.

use crate::office::documents;
use crate::web::documents::inline;
use crate::web::{App, Visitor, WebError};
use axum::extract::{Path, State};
use axum::response::Response;

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
