//! Documents: kept encrypted, opened with a trace.

use super::{About, Actor, Office, OfficeError, Work};
use crate::access::{Action, Thing};
use crate::secrets::{Secrets, hex};
use crate::store::documents::{self as store, Document};
use crate::store::{StoreError, Tx};
use sha2::{Digest, Sha256};

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

/// A document with its bytes, for showing or sending on.
///
/// # Errors
/// [`OfficeError::NotFound`] when there is none, or none that the actor may know of.
pub fn read(office: &Office, actor: &Actor, id: &str) -> Result<(Document, Vec<u8>), OfficeError> {
    actor.may(Action::Look, Thing::Document)?;
    let read = office.store().read(|tx| {
        let document = store::find(tx, id)?.ok_or(OfficeError::NotFound)?;
        super::applications::known_application(tx, actor, &document.application)?;
        let bytes = open(tx, office.secrets(), &document)?;
        Ok::<_, OfficeError>((document, bytes))
    })?;
    let about = About { thing: Thing::Document, id, person: &read.0.person };
    office.looked(actor, about, String::new())?;
    Ok(read)
}
