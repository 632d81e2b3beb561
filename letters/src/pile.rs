//! Letters that are made already as one PDF, for the printer.

use std::sync::Arc;

use hayro_syntax::Pdf;
use serde_json::json;
use typst::foundations::Bytes;

use crate::typeset::{Conformance, typeset};
use crate::world::Layout;

/// Why letters were not put together.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PileProblem {
    #[error("there is no letter to print")]
    Empty,
    /// Counted from 1.
    #[error("letter {0} is no PDF that can be opened")]
    Unreadable(usize),
    #[error("the letters could not be put together: {0}")]
    Layout(String),
}

/// The letters in their order, each on sheets of its own also when they are printed on both sides. For paper: the
/// letters that are kept and sent stay as they are.
pub fn pile(title: &str, letters: &[Arc<[u8]>]) -> Result<Vec<u8>, PileProblem> {
    if letters.is_empty() {
        return Err(PileProblem::Empty);
    }
    let mut printed = Vec::with_capacity(letters.len());
    for (place, bytes) in letters.iter().enumerate() {
        let pages = Pdf::new(Arc::new(Arc::clone(bytes))).map_or(0, |pdf| pdf.pages().len());
        if pages == 0 {
            return Err(PileProblem::Unreadable(place + 1));
        }
        printed.push(json!({"path": path(place), "pages": pages, "label": format!("{title}, {}", place + 1)}));
    }
    let data = json!({"title": title, "letters": printed}).to_string();
    let files = letters.iter().enumerate().map(|(place, bytes)| (path(place), Bytes::new(Arc::clone(bytes))));
    let data = [("/data.json".to_owned(), Bytes::new(data.into_bytes()))];
    typeset(Layout::Pile, data.into_iter().chain(files), Conformance::Plain).map_err(PileProblem::Layout)
}

/// Named by place, so that the same few names serve every pile.
fn path(place: usize) -> String {
    format!("/letter-{place}.pdf")
}
