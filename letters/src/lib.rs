//! The office's documents: letters as PDF from typed data, in the words of templates that a municipality
//! can change.
//!
//! Typed data in, bytes out. Knows no SQL, no pages and no clock; the same letter gives the same bytes.
//!
//! ```
//! use letters::{Engine, Language, LetterKind, Templates, sample};
//!
//! let engine = Engine::new(Templates::builtin());
//! let letter = sample(LetterKind::Receipt, Language::Bokmal);
//! assert!(letter.check().is_empty());
//! let pdf = engine.pdf(&letter).expect("the sample is complete");
//! assert!(pdf.starts_with(b"%PDF-1.7"));
//! ```

/// The parts a letter must have, and the law that asks for each.
mod blocks;
/// Several documents as one PDF.
mod bundle;
/// What a letter must tell before it may be sent.
mod check;
/// A letter's words in order, before any layout.
mod composed;
/// From a letter to its words and its PDF.
mod engine;
/// The fonts that come with the program.
mod fonts;
/// The kinds of letter, each with the facts that are its own.
mod kinds;
/// Who writes to whom, about what.
mod letter;
/// The municipality's mark.
mod mark;
/// Letters as one PDF for the printer.
mod pile;
/// What the fixed layout prints around the words.
mod printed;
/// Records of the office's own.
mod record;
/// A letter of each kind, to look at and to test with.
mod samples;
/// The words of the letters.
mod templates;
/// From a layout and its data to PDF.
mod typeset;
/// What stands in a template's placeholders.
mod values;
/// Dates, periods and enumerations as people say them.
mod words;
/// What Typst may see: our layouts, our fonts and one document's data.
mod world;

pub use blocks::Block;
pub use bundle::{Bundle, BundleDocument, BundlePdf, BundleProblem, BundlePurpose, DocumentContent, Passage, bundle};
pub use check::MissingBlock;
pub use composed::{Composed, ComposedBlock, ComposedPart, Span};
pub use engine::{Engine, LetterProblem};
pub use fonts::printable;
pub use kinds::{
    AdvanceNotice, AppealForwarded, AppealMending, AppealOutcome, AppealReceived, AppealResult, AppealRight, Appealed,
    Condition, Content, Counted, Decision, DocumentRequest, FollowUp, Forwarding, InterimAnswer, LetterKind, Offer,
    Outcome, Receipt,
};
pub use letter::{CopyRole, CopyTo, Language, Letter, Post, Recipient, Sender};
pub use mark::{Mark, NotAMark};
pub use pile::{PileProblem, pile};
pub use record::{Record, RecordPiece, RecordSection, record};
pub use samples::letter as sample;
pub use templates::{TemplateProblem, TemplateProblems, Templates};
pub use words::weeks;
