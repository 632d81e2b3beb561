//! A document's bytes on their way to a browser. They come from outside, so the browser is told what they are, to
//! believe nothing else, and to run nothing of them.

use crate::exchange::documents::FileKind;
use crate::office::documents;
use crate::store::documents::Document;
use crate::web::export::disposition;
use crate::web::{App, Visitor, WebError};
use axum::extract::{Path, State};
use axum::http::{HeaderName, header};
use axum::response::{IntoResponse, Response};

/// Nothing is loaded and nothing runs, whatever the file holds.
const NOTHING_RUNS: &str = "sandbox; default-src 'none'";

/// As [`NOTHING_RUNS`], with what browsers draw a picture on its own page with.
const PICTURE: &str = "sandbox; default-src 'none'; img-src 'self'; style-src 'unsafe-inline'";

/// A file to keep: the browser saves it and shows nothing.
pub(super) async fn download(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Result<Response, WebError> {
    let (document, bytes) = read(&app, &visitor, id).await?;
    Ok(saved(&document, bytes))
}

/// A file to look at: PDF and pictures are shown, anything else is saved.
pub(super) async fn view(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Result<Response, WebError> {
    let (document, bytes) = read(&app, &visitor, id).await?;
    Ok(inline(&document, bytes))
}

async fn read(app: &App, visitor: &Visitor, id: String) -> Result<(Document, Vec<u8>), WebError> {
    let actor = visitor.actor();
    app.office(move |office| documents::read(office, &actor, &id)).await
}

/// Shown by the browser as what it is and nothing else, when it is something that browsers show.
pub(in crate::web) fn inline(document: &Document, bytes: Vec<u8>) -> Response {
    let policy = match FileKind::from_media_type(&document.media_type).filter(|kind| kind.is_shown_by_browsers()) {
        None => return saved(document, bytes),
        Some(FileKind::Pdf) => NOTHING_RUNS,
        Some(_) => PICTURE,
    };
    answer(document, "inline", policy, bytes)
}

fn saved(document: &Document, bytes: Vec<u8>) -> Response {
    answer(document, "attachment", NOTHING_RUNS, bytes)
}

fn answer(document: &Document, way: &str, policy: &str, bytes: Vec<u8>) -> Response {
    let media_type = FileKind::from_media_type(&document.media_type).map(FileKind::media_type);
    let headers: [(HeaderName, String); 4] = [
        (header::CONTENT_TYPE, media_type.unwrap_or("application/octet-stream").to_owned()),
        (header::CONTENT_DISPOSITION, disposition(way, &document.file_name)),
        (header::CONTENT_SECURITY_POLICY, policy.to_owned()),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff".to_owned()),
    ];
    (headers, bytes).into_response()
}
