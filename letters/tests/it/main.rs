//! The letters as whoever gets them sees them: made by the engine, and read back with Poppler.

/// Accessible and fit for the archive.
mod accessible;
/// Several documents as one.
mod bundle;
/// Every kind of letter, in both languages, with and without somebody who acts for the party.
mod every_kind;
/// Names that are long, foreign, or look like markup.
mod names;
/// Where things stand on the sheet.
mod on_the_sheet;
/// Letters together for the printer.
mod pile;
/// Reads a PDF back.
mod reading;
mod record;
/// The same letter gives the same bytes, whoever asks.
mod repeatable;
/// What must not leave the office.
mod secrets;

use letters::{Engine, Language, Letter, LetterKind, Outcome, Templates, sample};

fn engine() -> Engine {
    Engine::new(Templates::builtin())
}

fn decision() -> Letter {
    sample(LetterKind::Decision(Outcome::Refusal), Language::Bokmal)
}

#[track_caller]
fn pdf(letter: &Letter) -> Vec<u8> {
    match engine().pdf(letter) {
        Ok(pdf) => pdf,
        Err(problem) => panic!("{problem}"),
    }
}

/// One blue pixel.
const PNG: &[u8] = &[
    0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0x00, 0x00, 0x0d, 0x49, 0x48, 0x44, 0x52, 0x00, 0x00, 0x00,
    0x01, 0x00, 0x00, 0x00, 0x01, 0x08, 0x02, 0x00, 0x00, 0x00, 0x90, 0x77, 0x53, 0xde, 0x00, 0x00, 0x00, 0x0c, 0x49,
    0x44, 0x41, 0x54, 0x78, 0x9c, 0x63, 0xe0, 0xf2, 0xaa, 0x02, 0x00, 0x01, 0x30, 0x00, 0xcf, 0x3f, 0x40, 0x2f, 0xc6,
    0x00, 0x00, 0x00, 0x00, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82,
];
