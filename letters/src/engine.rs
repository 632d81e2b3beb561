use typst::foundations::Bytes;

use crate::check::MissingBlock;
use crate::composed::Composed;
use crate::fonts::unprintable;
use crate::letter::Letter;
use crate::printed::Printed;
use crate::templates::Templates;
use crate::typeset::{Conformance, typeset};
use crate::world::Layout;

/// Makes letters with one set of templates. Cheap to make, and may be shared by threads: fonts and
/// layouts are read once for the whole program.
#[derive(Clone, Debug)]
pub struct Engine {
    templates: Templates,
}

/// Why a letter was not made.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LetterProblem {
    #[error("the letter lacks what it must tell: {}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "))]
    Missing(Vec<MissingBlock>),
    /// No font has them: an emoji, or a script that we have no font for.
    #[error("the letter has characters that cannot be printed: {}", .0.iter().map(|c| format!("{c} (U+{:04X})", u32::from(*c))).collect::<Vec<_>>().join(", "))]
    Unprintable(Vec<char>),
    /// The mark is no picture, or Typst could not lay the letter out.
    #[error("the letter could not be laid out: {0}")]
    Layout(String),
}

impl Engine {
    /// An engine that writes with these templates.
    pub const fn new(templates: Templates) -> Self {
        Self { templates }
    }

    /// The letter's words, to show beside the form and to read aloud. Never refuses: what is missing
    /// is told by [`Engine::missing`].
    pub fn preview(&self, letter: &Letter) -> Composed {
        Composed::new(letter, self.templates.get(letter.language, letter.kind()))
    }

    /// What the law asks for and the letter would not say. Empty when it may be sent.
    pub fn missing(&self, letter: &Letter) -> Vec<MissingBlock> {
        letter.check_composed(&self.preview(letter))
    }

    /// The letter as PDF/A-2a and PDF/UA-1: the same letter gives the same bytes.
    pub fn pdf(&self, letter: &Letter) -> Result<Vec<u8>, LetterProblem> {
        let composed = self.preview(letter);
        let missing = letter.check_composed(&composed);
        if !missing.is_empty() {
            return Err(LetterProblem::Missing(missing));
        }
        let data = serde_json::to_string(&Printed::new(letter, &composed)).expect("plain texts become JSON");
        let unprintable = unprintable(&data);
        if !unprintable.is_empty() {
            return Err(LetterProblem::Unprintable(unprintable));
        }
        let data = ("/data.json".to_owned(), Bytes::new(data.into_bytes()));
        let mark = letter.sender.mark.as_ref().map(|mark| (mark.path().to_owned(), Bytes::new(mark.bytes())));
        typeset(Layout::Letter, [data].into_iter().chain(mark), Conformance::Archival).map_err(LetterProblem::Layout)
    }
}
