//! Style, script and fonts: built by `npm run build`, embedded in the program, and named by their
//! content so that a browser may keep them for ever.

use super::{Routes, WebError};
use axum::extract::Path;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use rust_embed::RustEmbed;

#[derive(RustEmbed)]
#[folder = "assets/dist"]
struct Files;

/// The addresses of the files.
pub fn routes() -> Routes {
    Routes::new().get("/assets/{mark}/{*name}", file)
}

/// The address of a file, with the mark of its content.
pub fn href(name: &str) -> String {
    let mark = Files::get(name).map_or_else(|| "0".to_owned(), |file| mark(&file.metadata.sha256_hash()));
    format!("/assets/{mark}/{name}")
}

fn mark(hash: &[u8; 32]) -> String {
    crate::secrets::hex(&hash[..6])
}

/// Files are found by name; the mark only tells browsers versions apart. Style sheets name their
/// fonts by relative address, so the same mark leads to those too.
async fn file(Path((_, name)): Path<(String, String)>) -> Result<Response, WebError> {
    let file = Files::get(&name).ok_or(WebError::NotFound)?;
    let kind = match name.rsplit('.').next() {
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("woff2") => "font/woff2",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        _ => "application/octet-stream",
    };
    let headers = [(header::CONTENT_TYPE, kind), (header::CACHE_CONTROL, "public, max-age=31536000, immutable")];
    Ok((headers, file.data.into_owned()).into_response())
}
