//! Documents: what was handed in on an application and its cases, opened so that a browser is safe with it.

mod file;
mod handing_in;
mod list;
mod page;

pub(in crate::web) use file::inline;
pub(in crate::web) use list::part;

use super::{Frame, Routes};
use crate::store::documents::{Document, Way};
use housing::applications::Enclosure;
use serde_json::Value;

/// The pages of documents.
pub fn routes() -> Routes {
    Routes::new()
        .get("/applications/{id}/documents", list::show)
        .post_large("/applications/{id}/documents", handing_in::receive)
        .get("/documents/{id}", page::show)
        .get("/documents/{id}/file", file::download)
        .get("/documents/{id}/view", file::view)
        .post("/documents/{id}/withdrawal", page::withdraw)
}

/// What a document is, in a word; nothing for a letter, whose title says it.
fn kind_word(frame: &Frame, document: &Document) -> String {
    let kind = document.kind.parse::<Enclosure>();
    kind.map(|kind| frame.t(&kind.text_key())).unwrap_or_default()
}

/// Which way it went, in a word.
fn way_word(frame: &Frame, way: Way) -> String {
    frame.t(match way {
        Way::In => "document-in",
        Way::Out => "document-out",
        Way::Internal => "document-internal",
    })
}

/// A size as people say it: `84 kB`, `2,4 MB`.
fn size_text(frame: &Frame, bytes: i64) -> String {
    match bytes {
        ..1_000 => frame.t1("document-size-bytes", "size", bytes),
        1_000..1_000_000 => frame.t1("document-size-kb", "size", bytes / 1_000),
        1_000_000.. => {
            let tenths = bytes / 100_000;
            let point = if frame.lang == "en" { "." } else { "," };
            frame.t1("document-size-mb", "size", format!("{}{point}{}", tenths / 10, tenths % 10))
        }
    }
}

/// A fact of a document as its history tells it.
pub(in crate::web) fn told(frame: &Frame, field: &str, value: &Value) -> Option<(String, String)> {
    let text = value.as_str().unwrap_or_default();
    let (key, said) = match field {
        "kind" => ("document-kind", text.parse().map(|kind: Enclosure| frame.t(&kind.text_key())).unwrap_or_default()),
        "title" => ("document-title", text.to_owned()),
        "day" => ("document-day", frame.typed_day(text)),
        "file_name" => ("document-file-name", text.to_owned()),
        "size" => ("document-size", value.as_i64().map(|size| size_text(frame, size)).unwrap_or_default()),
        "withdrawn" => ("document-withdrawn-why", text.to_owned()),
        _ => return None,
    };
    Some((frame.t(key), said))
}
