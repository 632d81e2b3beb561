//! The case's documents for the party, or for the appeal body: contents in front, in order, internal notes left
//! out, and every hand-out logged (`L1.12`).

use super::progress_of;
use crate::access::{Action, Thing};
use crate::exchange::documents::{FileKind, text_of};
use crate::office::cases::known_case;
use crate::office::documents::open;
use crate::office::letters::{self, Words};
use crate::office::{About, Actor, Office, OfficeError, Problem, decisions};
use crate::store::appeals as store;
use crate::store::cases::{self, Case};
use crate::store::documents::{self, Document, Way};
use crate::store::{StoreError, Tx};
use ::letters::{Bundle, BundleDocument, BundleProblem, BundlePurpose, DocumentContent, Passage, printable};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// The basis for keeping third persons' private matters back.
const THIRD_PERSON: &str = "forvaltningsloven § 19";

/// A case's documents as one PDF.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccessBundle {
    pub file_name: String,
    pub bytes: Vec<u8>,
}

/// What of a document is kept back: its pages, counted from 1, or all of it when there are none.
pub type Masked = BTreeMap<String, BTreeSet<usize>>;

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
    let body = office.store().read(|tx| {
        let appeal = store::of_case(tx, case)?.into_iter().next().ok_or(OfficeError::NotFound)?;
        let settings = letters::settings(tx)?;
        Ok::<_, OfficeError>(decisions::body_name(Words(settings.form), &settings, progress_of(&appeal)?.decision.body))
    })?;
    make(office, actor, case, masked, Some(body))
}

fn make(
    office: &Office,
    actor: &Actor,
    case: &str,
    masked: &Masked,
    body: Option<String>,
) -> Result<AccessBundle, OfficeError> {
    actor.may(Action::Change, Thing::Document)?;
    let (bundle, person, number) = office.store().read(|tx| {
        let writing = letters::writing(tx, actor, (case, office.today()), None, (&actor.id, None))?;
        let documents = of_case(office, tx, case, masked)?;
        let subject = writing.subject();
        let bundle = Bundle {
            sender: writing.sender.clone(),
            language: writing.words().of_letter(),
            purpose: match &body {
                Some(body) => BundlePurpose::Appeal { body: body.clone() },
                None => BundlePurpose::PartyAccess,
            },
            party: writing.party.name.to_string(),
            reference: writing.number(),
            subject,
            date: office.today(),
            documents,
        };
        Ok::<_, OfficeError>((bundle, writing.party.id.clone(), writing.number()))
    })?;
    let pdf = ::letters::bundle(&bundle).map_err(|problem| refused(&problem))?;
    // Who it is shared with, by which gate, and what for (`L1.12`).
    let (purpose, gate, named) = match &body {
        Some(_) => ("appeal", "forvaltningsloven §§ 13 b og 33", "klage"),
        None => ("party-access", "forvaltningsloven §§ 13 a og 18", "innsyn"),
    };
    let recipient = body.unwrap_or_else(|| bundle.party.clone());
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

/// The documents of the case, and those of its application that belong to no other case, in their order. Internal ones
/// are left out.
pub(super) fn shown(tx: &mut Tx<'_>, case: &Case) -> Result<Vec<Document>, StoreError> {
    let belongs = |document: &Document| document.case.as_ref().is_none_or(|of| *of == case.id);
    let all = documents::of_application(tx, &case.application)?.into_iter();
    Ok(all.filter(|document| document.way != Way::Internal && belongs(document)).collect())
}

fn of_case(office: &Office, tx: &mut Tx<'_>, case: &str, masked: &Masked) -> Result<Vec<BundleDocument>, OfficeError> {
    let found = cases::find(tx, case)?.ok_or(OfficeError::NotFound)?;
    let mut bundled = Vec::new();
    for (number, document) in (1_u32..).zip(shown(tx, &found)?) {
        let content = content(office, tx, &document, masked.get(&document.id))?;
        bundled.push(BundleDocument { number, date: document.day, title: printable(&document.title), content });
    }
    Ok(bundled)
}

fn content(
    office: &Office,
    tx: &mut Tx<'_>,
    document: &Document,
    masked: Option<&BTreeSet<usize>>,
) -> Result<DocumentContent, OfficeError> {
    if masked.is_some_and(BTreeSet::is_empty) {
        return Ok(DocumentContent::Withheld { legal_basis: THIRD_PERSON.to_owned() });
    }
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
    let text = match problem {
        BundleProblem::Empty => "bundle-problem-empty",
        BundleProblem::Unreadable(_)
        | BundleProblem::NoSuchPage(_)
        | BundleProblem::Unprintable(_)
        | BundleProblem::Layout(_) => "bundle-problem",
    };
    OfficeError::Invalid(vec![Problem {
        field: "",
        text,
        facts: if text == "bundle-problem" { facts } else { vec![] },
    }])
}
