//! Records of the office's own, kept as they were made: minutes of a meeting and the like.

use jiff::civil::Date;
use serde::Serialize;
use typst::foundations::Bytes;

use crate::engine::LetterProblem;
use crate::fonts::unprintable;
use crate::letter::{Language, Sender};
use crate::printed::{PrintedMark, footer};
use crate::typeset::{Conformance, typeset};
use crate::values::clean;
use crate::world::Layout;

/// A record: whose it is, and what it tells (*protokoll*, *referat*).
#[doc(alias = "referat")]
#[derive(Clone, Debug, PartialEq)]
pub struct Record {
    pub sender: Sender,
    pub language: Language,
    pub title: String,
    /// The day it is of.
    pub date: Date,
    /// Label and value, on top.
    pub facts: Vec<(String, String)>,
    pub sections: Vec<RecordSection>,
}

/// What stands under one heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordSection {
    pub heading: String,
    pub pieces: Vec<RecordPiece>,
}

/// A piece of a record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub enum RecordPiece {
    Text {
        text: String,
    },
    List {
        lines: Vec<String>,
    },
    /// Each row has as many cells as there are heads.
    Table {
        heads: Vec<String>,
        rows: Vec<Vec<String>>,
    },
}

#[derive(Serialize)]
struct Printed<'a> {
    language: &'static str,
    /// Year, month, day.
    day: [i16; 3],
    municipality: &'a str,
    unit: &'a str,
    mark: Option<PrintedMark<'a>>,
    title: String,
    facts: Vec<(String, String)>,
    sections: Vec<PrintedSection>,
    footer: Vec<String>,
    /// "Side", "av".
    page: [&'static str; 2],
}

/// A section as the layouts print it.
#[derive(Serialize)]
pub(crate) struct PrintedSection {
    heading: String,
    pieces: Vec<RecordPiece>,
}

impl PrintedSection {
    pub(crate) fn new(section: &RecordSection) -> Self {
        let pieces = section.pieces.iter().map(RecordPiece::cleaned).collect();
        Self { heading: clean(&section.heading), pieces }
    }
}

impl RecordPiece {
    fn cleaned(&self) -> Self {
        let all = |lines: &[String]| lines.iter().map(|line| clean(line)).collect::<Vec<_>>();
        match self {
            Self::Text { text } => Self::Text { text: clean(text) },
            Self::List { lines } => Self::List { lines: all(lines) },
            Self::Table { heads, rows } => {
                Self::Table { heads: all(heads), rows: rows.iter().map(|row| all(row)).collect() }
            }
        }
    }
}

impl<'a> Printed<'a> {
    fn new(record: &'a Record) -> Self {
        let day = record.date;
        Self {
            language: record.language.code(),
            day: [day.year(), day.month().into(), day.day().into()],
            municipality: &record.sender.municipality,
            unit: &record.sender.unit,
            mark: record.sender.mark.as_ref().map(PrintedMark::new),
            title: clean(&record.title),
            facts: record.facts.iter().map(|(name, value)| (clean(name), clean(value))).collect(),
            sections: record.sections.iter().map(PrintedSection::new).collect(),
            footer: footer(&record.sender),
            page: ["Side", "av"],
        }
    }
}

/// The record as PDF/A-2a and PDF/UA-1: the same record gives the same bytes.
///
/// # Errors
/// [`LetterProblem::Unprintable`] for characters that no font has; [`LetterProblem::Layout`] when Typst could not lay
/// it out.
pub fn record(record: &Record) -> Result<Vec<u8>, LetterProblem> {
    let data = serde_json::to_string(&Printed::new(record)).expect("plain texts become JSON");
    let unprintable = unprintable(&data);
    if !unprintable.is_empty() {
        return Err(LetterProblem::Unprintable(unprintable));
    }
    let mark = record.sender.mark.as_ref().map(|mark| (mark.path().to_owned(), Bytes::new(mark.bytes())));
    let files = [("/data.json".to_owned(), Bytes::new(data.into_bytes()))].into_iter().chain(mark);
    typeset(Layout::Record, files, Conformance::Archival).map_err(LetterProblem::Layout)
}
