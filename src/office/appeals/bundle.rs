//! The case for its party, or for the appeal body, as one file: contents in front, documents and what the register knows
//! in the order of their days, internal notes left out, and every hand-out logged (`L1.12`).

use super::file::{Entry, entries};
use super::progress_of;
use super::records::ThirdPerson;
use crate::access::{Action, Thing};
use crate::exchange::documents::{FileKind, text_of};
use crate::office::cases::known_case;
use crate::office::documents::open;
use crate::office::letters::{self, Writing};
use crate::office::{About, Actor, Office, OfficeError, Problem, decisions};
use crate::store::Tx;
use crate::store::appeals::{self as store, Appeal as Row};
use crate::store::decisions as decisions_of;
use crate::store::documents::Document;
use ::letters::{Bundle, BundleDocument, BundleProblem, BundlePurpose, DocumentContent, Passage, printable};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// The basis for keeping third persons' private matters back.
pub(super) const THIRD_PERSON: &str = "forvaltningsloven § 19";

/// A case's documents as one PDF.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccessBundle {
    pub file_name: String,
    pub bytes: Vec<u8>,
}

/// What is kept back of a case's file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Masked {
    /// Of each document its pages, counted from 1, or all of it when there are none.
    pub documents: BTreeMap<String, BTreeSet<usize>>,
    /// The third persons whose affairs are left out of what is typed from the register.
    pub persons: BTreeSet<String>,
}

/// `2, 4-5` is three pages; `None` for what is no page.
pub fn pages(typed: &str) -> Option<BTreeSet<usize>> {
    let mut pages = BTreeSet::new();
    for part in typed.split([',', ' ']).filter(|part| !part.is_empty()) {
        let (first, last) = part.split_once(['-', '–']).unwrap_or((part, part));
        let (first, last): (usize, usize) = (first.parse().ok()?, last.parse().ok()?);
        if first == 0 || last < first || last - first > 1000 {
            return None;
        }
        pages.extend(first..=last);
    }
    Some(pages)
}

/// What a party sees of the case. Internal documents are left out by rule (*fvl.* § 18 a); `masked` is what tells of
/// third persons.
///
/// # Errors
/// [`OfficeError::NotFound`] when there is no such case, or none that the actor may know of;
/// [`OfficeError::Invalid`] when there is nothing to show, or a document cannot be opened.
pub fn access_bundle(office: &Office, actor: &Actor, case: &str, masked: &Masked) -> Result<AccessBundle, OfficeError> {
    make(office, actor, case, masked, None)
}

/// The file that goes with an appeal to the body that hears it; `masked` is what it must not have, such as a protected
/// address in an older letter.
///
/// # Errors
/// As [`access_bundle`].
pub fn appeal_bundle(office: &Office, actor: &Actor, case: &str, masked: &Masked) -> Result<AccessBundle, OfficeError> {
    let appeal = office.store().read(|tx| store::of_case(tx, case)?.into_iter().next().ok_or(OfficeError::NotFound))?;
    make(office, actor, case, masked, Some(&appeal))
}

/// What the rules that the appealed decision was made on call the body that hears it.
pub(super) fn own_body(tx: &mut Tx<'_>, appeal: &Row) -> Result<Option<String>, OfficeError> {
    let decision = decisions_of::find(tx, &appeal.decision)?.ok_or(OfficeError::NotFound)?;
    decisions::own_body_of(tx, &decision)
}

fn make(
    office: &Office,
    actor: &Actor,
    case: &str,
    masked: &Masked,
    appeal: Option<&Row>,
) -> Result<AccessBundle, OfficeError> {
    actor.may(Action::Change, Thing::Document)?;
    let (bundle, person, number) = office.store().read(|tx| {
        let mut writing = letters::writing(tx, actor, (case, office.today()), None, (&actor.id, None))?;
        if let Some(appeal) = appeal {
            writing.own_body = own_body(tx, appeal)?;
        }
        let (entries, persons) = entries(office, tx, &writing)?;
        refuse_unknown(masked, &entries, &persons)?;
        let bundle = Bundle {
            sender: writing.sender.clone(),
            language: writing.words().of_letter(),
            purpose: match appeal {
                Some(appeal) => {
                    let body = decisions::body_name(&writing, progress_of(appeal)?.decision.body);
                    BundlePurpose::Appeal { body }
                }
                None => BundlePurpose::PartyAccess,
            },
            party: writing.party.name.to_string(),
            reference: writing.number(),
            subject: writing.subject(),
            date: office.today(),
            documents: bundled(office, tx, &writing, (&entries, &persons), masked)?,
        };
        Ok::<_, OfficeError>((bundle, writing.party.id.clone(), writing.number()))
    })?;
    let pdf = ::letters::bundle(&bundle).map_err(|problem| refused(&problem))?;
    // Who it is shared with, by which gate, and what for (`L1.12`).
    let (purpose, gate, named, recipient) = match &bundle.purpose {
        BundlePurpose::Appeal { body } => ("appeal", "forvaltningsloven §§ 13 b og 33", "klage", body),
        BundlePurpose::PartyAccess => ("party-access", "forvaltningsloven §§ 13 a og 18", "innsyn", &bundle.party),
    };
    let details = serde_json::json!({
        "recipient": recipient, "documents": bundle.documents.len(), "masked": masked, "purpose": purpose, "gate": gate,
    });
    office.change(actor, |work| {
        let (case, _, _) = known_case(work.tx, actor, case)?;
        work.note("share", About { thing: Thing::Case, id: &case.id, person: &person }, details.to_string());
        Ok(())
    })?;
    let file_name = format!("{}-{named}.pdf", number.replace('/', "-"));
    Ok(AccessBundle { file_name, bytes: pdf.bytes })
}

/// What is to be kept back and is not in the file: nobody is to think that it was hidden.
fn refuse_unknown(masked: &Masked, entries: &[Entry], persons: &[ThirdPerson]) -> Result<(), OfficeError> {
    let known = |id: &String| entries.iter().any(|entry| entry.id() == id);
    let person = |id: &String| persons.iter().any(|person| person.id == *id);
    if masked.documents.keys().all(known) && masked.persons.iter().all(person) {
        return Ok(());
    }
    Err(OfficeError::Invalid(vec![Problem::plain("bundle", "bundle-problem-unknown")]))
}

fn bundled(
    office: &Office,
    tx: &mut Tx<'_>,
    writing: &Writing,
    (entries, persons): (&[Entry], &[ThirdPerson]),
    masked: &Masked,
) -> Result<Vec<BundleDocument>, OfficeError> {
    let hidden: Vec<&ThirdPerson> = persons.iter().filter(|person| masked.persons.contains(&person.id)).collect();
    let mut bundled = Vec::new();
    for (number, entry) in (1_u32..).zip(entries) {
        let kept_back = masked.documents.get(entry.id());
        let content = match entry {
            _ if kept_back.is_some_and(BTreeSet::is_empty) => {
                DocumentContent::Withheld { legal_basis: THIRD_PERSON.to_owned() }
            }
            Entry::Document(document) => content(office, tx, document, kept_back)?,
            Entry::Typed(_) if kept_back.is_some() => {
                return Err(OfficeError::Invalid(vec![Problem::plain("bundle", "bundle-problem-no-pages")]));
            }
            Entry::Typed(record) => {
                let (sections, partly_masked) = record.printed(writing.words(), &hidden);
                DocumentContent::Record { sections, partly_masked }
            }
        };
        bundled.push(BundleDocument { number, date: entry.day(), title: printable(entry.title()), content });
    }
    Ok(bundled)
}

fn content(
    office: &Office,
    tx: &mut Tx<'_>,
    document: &Document,
    masked: Option<&BTreeSet<usize>>,
) -> Result<DocumentContent, OfficeError> {
    let shown = match FileKind::from_media_type(&document.media_type) {
        Some(kind) => as_pages(document, kind, open(tx, office.secrets(), document)?, masked),
        None => None,
    };
    Ok(shown.filter(DocumentContent::can_be_shown).unwrap_or_else(|| DocumentContent::Beside {
        file_name: printable(&document.file_name),
        sha256: document.sha256.clone(),
    }))
}

/// What a document looks like on pages; `None` when its kind is not shown so.
fn as_pages(
    document: &Document,
    kind: FileKind,
    bytes: Vec<u8>,
    masked: Option<&BTreeSet<usize>>,
) -> Option<DocumentContent> {
    let bytes: Arc<[u8]> = bytes.into();
    match kind {
        FileKind::Pdf => {
            let masked_pages = masked.cloned().unwrap_or_default();
            Some(DocumentContent::Pdf { bytes, masked_pages, legal_basis: THIRD_PERSON.to_owned() })
        }
        FileKind::Png | FileKind::Jpeg | FileKind::Gif | FileKind::Webp => {
            Some(DocumentContent::Picture { bytes, description: printable(&document.title) })
        }
        FileKind::Text => Some(DocumentContent::Text(vec![Passage::Shown(text_of(&bytes)?)])),
        FileKind::Heic | FileKind::Docx | FileKind::Xlsx | FileKind::Odt | FileKind::Ods => None,
    }
}

fn refused(problem: &BundleProblem) -> OfficeError {
    let facts = vec![("cause", problem.to_string())];
    OfficeError::Invalid(vec![Problem { field: "", text: "bundle-problem", facts }])
}
