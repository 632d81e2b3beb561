use std::sync::LazyLock;

use typst::foundations::Bytes;
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;

/// Found by `build.rs`, kept in the program.
const FILES: &[&[u8]] = &include!(concat!(env!("OUT_DIR"), "/fonts.rs"));

static FONTS: LazyLock<Vec<Font>> =
    LazyLock::new(|| FILES.iter().flat_map(|file| Font::iter(Bytes::new(*file))).collect());

static BOOK: LazyLock<LazyHash<FontBook>> = LazyLock::new(|| LazyHash::new(FontBook::from_fonts(FONTS.iter())));

/// What Typst chooses from.
pub(crate) fn book() -> &'static LazyHash<FontBook> {
    &BOOK
}

/// The font at a place in the book.
pub(crate) fn font(index: usize) -> Option<Font> {
    FONTS.get(index).cloned()
}

/// The characters of a text that no font of ours can print, each once.
pub(crate) fn unprintable(text: &str) -> Vec<char> {
    let mut found: Vec<char> = text.chars().filter(|character| !can_print(*character)).collect();
    found.sort_unstable();
    found.dedup();
    found
}

/// A text from outside as it can be printed: a question mark for each character that cannot.
pub fn printable(text: &str) -> String {
    text.chars().map(|character| if can_print(character) { character } else { '?' }).collect()
}

/// Whether a character can be printed. White space, and the marks that steer direction and joining,
/// have no picture and need none; a private character means something else on every machine, and the
/// archive's format refuses it.
fn can_print(character: char) -> bool {
    match character {
        '\u{200c}'..='\u{200f}' => true,
        '\u{e000}'..='\u{f8ff}' | '\u{f0000}'.. => false,
        _ => character.is_whitespace() || FONTS.iter().any(|font| font.info().coverage.contains(character.into())),
    }
}
