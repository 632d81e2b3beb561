//! What is in the file of a case: its documents, and what the register knows of it, in the order of their days.

use super::AccessBundle;
use super::records::{self, ThirdPerson, TypedRecord};
use crate::access::{Action, Thing};
use crate::exchange::documents::FileKind;
use crate::office::letters::{self, Writing};
use crate::office::{About, Actor, Office, OfficeError};
use crate::store::cases::Case;
use crate::store::documents::{self, Document, Way};
use crate::store::{StoreError, Tx};
use ::letters::printable;
use housing::Date;

/// Something in a case's file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Entry {
    Document(Document),
    Typed(TypedRecord),
}

impl Entry {
    pub fn id(&self) -> &str {
        match self {
            Self::Document(document) => &document.id,
            Self::Typed(record) => &record.id,
        }
    }

    pub fn title(&self) -> &str {
        match self {
            Self::Document(document) => &document.title,
            Self::Typed(record) => &record.title,
        }
    }

    pub const fn day(&self) -> Date {
        match self {
            Self::Document(document) => document.day,
            Self::Typed(record) => record.day,
        }
    }
}

/// What is in a case's file, for choosing what is kept back of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contents {
    /// In the order of their days.
    pub entries: Vec<Listed>,
    pub persons: Vec<ThirdPerson>,
}

/// One entry of a case's file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// From 1: its number in the file.
    pub number: u32,
    pub id: String,
    pub title: String,
    pub day: Date,
    /// Pages of it can be hidden.
    pub has_pages: bool,
    pub origin: Origin,
}

/// Where an entry of a case's file comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// Typed from the register: no document of its own.
    Typed,
    HandedIn,
    /// The office wrote it.
    Letter,
}

/// The documents of the case, and those of its application that belong to no other case, in their order. Internal ones
/// are left out.
fn shown(tx: &mut Tx<'_>, case: &Case) -> Result<Vec<Document>, StoreError> {
    let belongs = |document: &Document| document.case.as_ref().is_none_or(|of| *of == case.id);
    let all = documents::of_application(tx, &case.application)?.into_iter();
    Ok(all.filter(|document| document.way != Way::Internal && belongs(document)).collect())
}

/// Documents and records in the order of their days. On one day what came in goes before what was made of it, and that
/// before the letters.
pub(super) fn entries(
    office: &Office,
    tx: &mut Tx<'_>,
    writing: &Writing,
) -> Result<(Vec<Entry>, Vec<ThirdPerson>), OfficeError> {
    let (typed, persons) = records::of_case(office, tx, writing)?;
    let documents = shown(tx, &writing.case)?.into_iter().map(Entry::Document);
    let mut entries: Vec<Entry> = typed.into_iter().map(Entry::Typed).chain(documents).collect();
    let is_sent = |entry: &Entry| matches!(entry, Entry::Document(document) if document.way == Way::Out);
    entries.sort_by_key(|entry| (entry.day(), is_sent(entry)));
    Ok((entries, persons))
}

/// What is in a case's file.
pub(super) fn contents(office: &Office, tx: &mut Tx<'_>, writing: &Writing) -> Result<Contents, OfficeError> {
    let (entries, persons) = entries(office, tx, writing)?;
    let listed = |(number, entry): (u32, &Entry)| Listed {
        number,
        id: entry.id().to_owned(),
        title: entry.title().to_owned(),
        day: entry.day(),
        has_pages: matches!(entry, Entry::Document(document)
            if FileKind::from_media_type(&document.media_type) == Some(FileKind::Pdf)),
        origin: match entry {
            Entry::Typed(_) => Origin::Typed,
            Entry::Document(document) if document.way == Way::In => Origin::HandedIn,
            Entry::Document(_) => Origin::Letter,
        },
    };
    Ok(Contents { entries: (1..).zip(&entries).map(listed).collect(), persons })
}

/// What would be in a case's file, for choosing what is kept back.
///
/// # Errors
/// [`OfficeError::NotFound`] when there is no such case, or none that the actor may know of.
pub fn file_contents(office: &Office, actor: &Actor, case: &str) -> Result<Contents, OfficeError> {
    actor.may(Action::Look, Thing::Document)?;
    let (contents, person) = office.store().read(|tx| {
        let writing = letters::writing(tx, actor, (case, office.today()), None, (&actor.id, None))?;
        Ok::<_, OfficeError>((contents(office, tx, &writing)?, writing.party.id.clone()))
    })?;
    office.looked(actor, About { thing: Thing::Case, id: case, person: &person }, String::new())?;
    Ok(contents)
}

/// One record of a case as a PDF of its own, to look at before the file is made.
///
/// # Errors
/// [`OfficeError::NotFound`] when there is no such case or record, or none that the actor may know of.
pub fn typed_record(office: &Office, actor: &Actor, case: &str, id: &str) -> Result<AccessBundle, OfficeError> {
    actor.may(Action::Look, Thing::Document)?;
    let (record, person, number) = office.store().read(|tx| {
        let writing = letters::writing(tx, actor, (case, office.today()), None, (&actor.id, None))?;
        let (records, _) = records::of_case(office, tx, &writing)?;
        let record = records.into_iter().find(|record| record.id == id).ok_or(OfficeError::NotFound)?;
        let words = writing.words();
        let fact = |key: &str, said: String| (words.t(key), said);
        let printed = ::letters::Record {
            sender: writing.sender.clone(),
            language: words.of_letter(),
            title: record.title.clone(),
            date: record.day,
            facts: vec![
                fact("record-party", printable(&writing.party.name.to_string())),
                fact("record-case", writing.number()),
                fact("record-day", words.day(record.day)),
            ],
            sections: record.printed(words, &[]).0,
        };
        Ok::<_, OfficeError>((printed, writing.party.id.clone(), writing.number()))
    })?;
    let bytes = ::letters::record(&record).map_err(letters::refused)?;
    office.looked(actor, About { thing: Thing::Case, id: case, person: &person }, String::new())?;
    Ok(AccessBundle { file_name: format!("{}-{id}.pdf", number.replace('/', "-")), bytes })
}
