//! The letters as whoever gets them sees them: made by the engine, and read back with Poppler.

/// Accessible and fit for the archive.
mod accessible;
/// Every kind of letter, in both languages, with and without somebody who acts for the party.
mod every_kind;
/// Names that are long, foreign, or look like markup.
mod names;
/// Where things stand on the sheet.
mod on_the_sheet;
/// Reads a PDF back.
mod reading;
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
