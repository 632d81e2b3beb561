//! Documents: handed in and withdrawn, kept encrypted, opened with a trace.

mod handing_in;
mod withdrawing;

pub use handing_in::{AuthorityOf, File, HandedIn, NotKept, Outcome, WhyNot, hand_in};
pub use withdrawing::withdraw;

use super::applications::known_application;
use super::changes::{self, Change};
use super::{About, Actor, Office, OfficeError, Work};
use crate::access::{Action, Thing};
use crate::secrets::{Secrets, hex};
use crate::store::applications::Application;
use crate::store::cases::Case;
use crate::store::documents::{self as store, Document, Way, Withdrawal};
use crate::store::intake::{self, Representative};
use crate::store::people::Person;
use crate::store::{StoreError, Tx, accounts, cases};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// What an encrypted document is bound to: it opens in its own row only.
fn row_name(id: &str) -> String {
    format!("document.content:{id}")
}

/// The mark of a document's bytes.
pub fn sha256(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

/// Keeps a document: its size and mark are those of the bytes.
///
/// # Errors
/// When it cannot be encrypted or kept.
pub fn keep(work: &mut Work<'_, '_>, document: Document, bytes: &[u8]) -> Result<Document, OfficeError> {
    let size = i64::try_from(bytes.len()).expect("no document is that large");
    let document = Document { size, sha256: sha256(bytes), ..document };
    let sealed = work.secrets.encrypt_bytes(&row_name(&document.id), bytes)?;
    store::insert(work.tx, &document, sealed)?;
    Ok(document)
}

/// A document's bytes as they were kept.
///
/// # Errors
/// [`StoreError::Corrupt`] when they do not open, or are not what was kept.
pub fn open(tx: &mut Tx<'_>, secrets: &Secrets, document: &Document) -> Result<Vec<u8>, OfficeError> {
    let sealed = store::content(tx, &document.id)?.ok_or(OfficeError::NotFound)?;
    let corrupt = || StoreError::Corrupt { what: "document", found: document.id.clone() };
    let bytes = secrets.decrypt_bytes(&row_name(&document.id), &sealed).map_err(|_| corrupt())?;
    if sha256(&bytes) == document.sha256 { Ok(bytes) } else { Err(corrupt().into()) }
}

/// A document with its bytes, for showing or sending on. One that was withdrawn is not opened any more: it may be
/// about somebody else.
///
/// # Errors
/// [`OfficeError::NotFound`] when there is none, or none that the actor may know of.
pub fn read(office: &Office, actor: &Actor, id: &str) -> Result<(Document, Vec<u8>), OfficeError> {
    actor.may(Action::Look, Thing::Document)?;
    let read = office.store().read(|tx| {
        let document = known_document(tx, actor, id)?;
        if store::withdrawal(tx, id)?.is_some() {
            return Err(OfficeError::NotFound);
        }
        let bytes = open(tx, office.secrets(), &document)?;
        Ok((document, bytes))
    })?;
    let about = About { thing: Thing::Document, id, person: &read.0.person };
    office.looked(actor, about, String::new())?;
    Ok(read)
}

/// The document, if the actor may know of its application (`L7.2`).
fn known_document(tx: &mut Tx<'_>, actor: &Actor, id: &str) -> Result<Document, OfficeError> {
    let document = store::find(tx, id)?.ok_or(OfficeError::NotFound)?;
    known_application(tx, actor, &document.application)?;
    Ok(document)
}

/// What a document's own page shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Whole {
    pub document: Document,
    pub application: Application,
    pub applicant: Person,
    /// The case it belongs to, when it belongs to one of them only.
    pub case: Option<Case>,
    pub withdrawal: Option<Withdrawal>,
    pub changes: Vec<Change>,
    pub officers: Names,
}

/// The names of officers, by id.
pub type Names = BTreeMap<String, String>;

fn names(tx: &mut Tx<'_>) -> Result<Names, StoreError> {
    Ok(accounts::officers(tx)?.into_iter().map(|officer| (officer.id, officer.name)).collect())
}

/// A document with all that is known of it, but for its bytes.
///
/// # Errors
/// [`OfficeError::NotFound`] when there is none, or none that the actor may know of.
pub fn whole(office: &Office, actor: &Actor, id: &str) -> Result<Whole, OfficeError> {
    actor.may(Action::Look, Thing::Document)?;
    let whole = office.store().read(|tx| {
        let document = known_document(tx, actor, id)?;
        let (application, applicant) = known_application(tx, actor, &document.application)?;
        let case = document.case.as_deref().map(|case| cases::find(tx, case)).transpose()?.flatten();
        let (withdrawal, changes) = (store::withdrawal(tx, id)?, changes::of(tx, Thing::Document, id)?);
        Ok::<_, OfficeError>(Whole {
            document,
            application,
            applicant,
            case,
            withdrawal,
            changes,
            officers: names(tx)?,
        })
    })?;
    office.looked(actor, About { thing: Thing::Document, id, person: &whole.document.person }, String::new())?;
    Ok(whole)
}

/// What the page of an application's documents shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfApplication {
    pub application: Application,
    pub applicant: Person,
    pub cases: Vec<Case>,
    /// Oldest first.
    pub documents: Vec<Document>,
    pub withdrawn: Vec<Document>,
    /// Those who act for the applicant and have not shown that they may.
    pub lack_authority: Vec<Representative>,
    pub officers: Names,
}

/// The documents of an application and its cases.
///
/// # Errors
/// [`OfficeError::NotFound`] when there is none, or none that the actor may know of.
pub fn of_application(office: &Office, actor: &Actor, id: &str) -> Result<OfApplication, OfficeError> {
    actor.may(Action::Look, Thing::Document)?;
    let whole = office.store().read(|tx| {
        let (application, applicant) = known_application(tx, actor, id)?;
        let (documents, withdrawn) = (store::of_application(tx, id)?, store::withdrawn_of(tx, id)?);
        let cases = cases::of_application(tx, id)?;
        let mut lack_authority = intake::representatives(tx, id)?;
        lack_authority.retain(|one| one.lacks_authority(office.today()));
        Ok::<_, OfficeError>(OfApplication {
            application,
            applicant,
            cases,
            documents,
            withdrawn,
            lack_authority,
            officers: names(tx)?,
        })
    })?;
    let details = serde_json::json!({"rows": whole.documents.len()}).to_string();
    office.looked(actor, About { thing: Thing::Application, id, person: &whole.applicant.id }, details)?;
    Ok(whole)
}

/// A document that was handed in, not one that we wrote.
const fn was_handed_in(document: &Document) -> bool {
    matches!(document.way, Way::In)
}
