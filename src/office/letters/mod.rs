//! Letters: made from a case's facts, kept as documents, and put in the queue of those to be sent.

mod content;
mod making;
mod own_words;
mod post;
mod queue;
mod recipients;
mod sender;

pub use content::{Asked, LetterChoice};
pub use making::{Preview, Ready, missing_in_application, preview, send_to_queue};
pub use own_words::{BadWords, own_words};
pub use queue::{
    Channel, FolderChannel, InQueue, NotTaken, Parcel, Way, correct_dispatch, hand_over, mark_sent, printed,
    prove_arrival, queue, together,
};
pub use recipients::{Recipients, protection, recipients};
pub use sender::{LetterSettings, load as settings, sample, save, save_mark, settings_of};

pub(in crate::office) use making::{Writing, keep_letters, look, refused, writing};
pub(in crate::office) use post::note_post_address;
pub(in crate::office) use sender::sender;

/// The written form of Norwegian that a letter is in.
pub use ::letters::ComposedPart;
pub use housing::decisions::WrittenForm as Form;

use crate::texts::{Language, Texts, Wording};
use std::sync::LazyLock;

/// The words that go into letters; the letters' own words are their templates'.
static TEXTS: LazyLock<Texts> = LazyLock::new(Texts::load);

/// Words in the written form of a letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words(pub Form);

impl Words {
    /// The text with this key.
    pub fn t(self, key: &str) -> String {
        TEXTS.get(self.language(), key)
    }

    /// The text with this key and its arguments.
    pub fn ta(self, key: &str, arguments: &[(&str, &str)]) -> String {
        TEXTS.with(self.language(), key, arguments)
    }

    /// A day in words: `1. mars 2026`.
    pub fn day(self, day: housing::Date) -> String {
        let month = self.t(&format!("month-{}", day.month()));
        let (number, year) = (day.day().to_string(), day.year().to_string());
        self.ta("long-day", &[("day", &number), ("month", &month), ("year", &year)])
    }

    const fn language(self) -> Language {
        match self.0 {
            Form::Bokmal => Language::Bokmal,
            Form::Nynorsk => Language::Nynorsk,
        }
    }

    /// The language of the templates.
    pub const fn of_letter(self) -> ::letters::Language {
        match self.0 {
            Form::Bokmal => ::letters::Language::Bokmal,
            Form::Nynorsk => ::letters::Language::Nynorsk,
        }
    }
}

impl Wording for Words {
    fn t(&self, key: &str) -> String {
        Self::t(*self, key)
    }

    fn ta(&self, key: &str, arguments: &[(&str, &str)]) -> String {
        Self::ta(*self, key, arguments)
    }
}
