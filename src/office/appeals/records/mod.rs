//! What the file of a case holds beside its documents: what the register knows and nobody wrote as a letter, typed out.
//!
//! A party sees the facts of the case, who judged what, and what was decided (*fvl.* §§ 18 and 18 c); the office's own
//! notes, remarks on drafts and hand-overs are internal and have no place here (§ 18 a).

mod appeal;
mod application;
mod decided;
mod needs;
mod persons;

pub use persons::ThirdPerson;

use super::bundle::THIRD_PERSON;
use crate::office::letters::{self, Words, Writing};
use crate::office::{Office, OfficeError};
use crate::store::Tx;
use ::letters::{RecordPiece, RecordSection, printable};
use housing::Date;
use persons::{Hidden, known};

/// Something in the file that nobody wrote as a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TypedRecord {
    /// What it is called in addresses and when it is held back.
    pub id: String,
    pub title: String,
    /// The day it is of: it stands among the documents of that day.
    pub day: Date,
    sections: Vec<Section>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Section {
    heading: String,
    pieces: Vec<Piece>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Piece {
    Facts(Vec<Fact>),
    List(Vec<String>),
    /// Paragraphs, an empty line between.
    Text(String),
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Fact {
    label: String,
    said: String,
    /// The third person that it tells of.
    about: Option<String>,
}

impl Fact {
    fn new(label: String, said: String) -> Self {
        Self { label, said, about: None }
    }
}

impl From<(String, String)> for Fact {
    fn from((label, said): (String, String)) -> Self {
        Self::new(label, said)
    }
}

impl Section {
    fn new(heading: String, pieces: Vec<Piece>) -> Self {
        Self { heading, pieces }
    }

    fn facts(heading: String, facts: impl IntoIterator<Item = Fact>) -> Self {
        let told = facts.into_iter().filter(|fact| !fact.said.trim().is_empty()).collect();
        Self::new(heading, vec![Piece::Facts(told)])
    }

    fn is_empty(&self) -> bool {
        self.pieces.iter().all(|piece| match piece {
            Piece::Facts(facts) => facts.is_empty(),
            Piece::List(lines) => lines.is_empty(),
            Piece::Text(text) => text.trim().is_empty(),
        })
    }
}

/// What the records of a case are made from.
struct Source<'a> {
    office: &'a Office,
    writing: &'a Writing,
    words: Words,
    /// The party's address may not leave the office (`L7.3`).
    address_hidden: bool,
    persons: &'a [ThirdPerson],
}

/// What the register knows of a case, in the order of its days, and the third persons it tells of.
///
/// # Errors
/// When something that is kept does not open.
pub(super) fn of_case(
    office: &Office,
    tx: &mut Tx<'_>,
    writing: &Writing,
) -> Result<(Vec<TypedRecord>, Vec<ThirdPerson>), OfficeError> {
    let (application, party) = (&writing.application, &writing.party);
    let protection = letters::protection(tx, party, &application.household, writing.today)?;
    let persons = known(office, tx, writing)?;
    let from = Source {
        office,
        writing,
        words: writing.words(),
        address_hidden: !protection.address_may_leave_the_office(),
        persons: &persons,
    };
    let mut records = vec![application::record(&from, tx)?];
    records.extend(needs::record(&from, tx)?);
    records.extend(decided::records(&from, tx)?);
    records.extend(appeal::records(&from, tx)?);
    for record in &mut records {
        record.sections.retain(|section| !section.is_empty());
    }
    records.sort_by_key(|record| record.day);
    Ok((records, persons))
}

impl TypedRecord {
    /// As it is printed, without what tells of those who are `hidden`, and whether anything was left out.
    pub(super) fn printed(&self, words: Words, hidden: &[&ThirdPerson]) -> (Vec<RecordSection>, bool) {
        let mut hidden = Hidden::new(hidden, words.ta("record-hidden", &[("basis", THIRD_PERSON)]));
        let heads = [words.t("record-fact"), words.t("record-said")];
        let sections = self.sections.iter().map(|section| RecordSection {
            heading: printable(&section.heading),
            pieces: section.pieces.iter().flat_map(|piece| pieces(piece, &heads, &mut hidden)).collect(),
        });
        let sections = sections.collect();
        (sections, hidden.left_out)
    }
}

fn pieces(piece: &Piece, heads: &[String; 2], hidden: &mut Hidden) -> Vec<RecordPiece> {
    match piece {
        Piece::Facts(facts) => {
            let rows = facts.iter().map(|fact| vec![printable(&fact.label), hidden.told(fact)]).collect();
            vec![RecordPiece::Table { heads: heads.to_vec(), rows }]
        }
        Piece::List(lines) => vec![RecordPiece::List { lines: lines.iter().map(|line| hidden.text(line)).collect() }],
        Piece::Text(text) => {
            let paragraphs = text.split("\n\n").map(str::trim).filter(|text| !text.is_empty());
            paragraphs.map(|text| RecordPiece::Text { text: hidden.text(text) }).collect()
        }
    }
}
