//! Plain text, which has no mark of its own.

use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};

use super::{FileKind, Refusal};

/// Text is what reads as text, is called so, and is not written to be run or drawn.
pub(super) fn recognise(name: &str, bytes: &[u8]) -> Result<FileKind, Refusal> {
    let text = text_of(bytes).ok_or(Refusal::Unknown)?;
    let start = text.trim_start_matches(['\u{feff}', ' ', '\t', '\r', '\n']);
    if start.starts_with("#!") {
        return Err(Refusal::Program);
    }
    if start.starts_with('<') {
        return Err(Refusal::WebPage);
    }
    let called_text = name.to_lowercase().ends_with(".txt");
    if called_text && !start.is_empty() { Ok(FileKind::Text) } else { Err(Refusal::Unknown) }
}

/// A text as people read it; `None` when it is none: it has characters that only machines use.
pub fn text_of(bytes: &[u8]) -> Option<String> {
    let encoding = match Encoding::for_bom(bytes) {
        Some((encoding, _)) => encoding,
        None if std::str::from_utf8(bytes).is_ok() => UTF_8,
        None => WINDOWS_1252,
    };
    let (text, _, malformed) = encoding.decode(bytes);
    let machines_own = |letter: char| letter.is_control() && !matches!(letter, '\t' | '\r' | '\n' | '\u{c}');
    let is_text = !malformed && !text.chars().any(machines_own);
    is_text.then(|| text.into_owned())
}
