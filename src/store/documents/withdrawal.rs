//! Documents that were filed wrongly and taken out of their case again.

use super::{COLUMNS, Document, document};
use crate::clock::Instant;
use crate::store::{Row, StoreError, Tx};
use crate::{params, values};

/// True of a document that was withdrawn, in a question about `document`.
pub(super) const IS_WITHDRAWN: &str = "EXISTS (SELECT 1 FROM document_withdrawal w \
     WHERE w.municipality = document.municipality AND w.document = document.id)";

/// When a document was taken out of its case, by whom and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Withdrawal {
    pub at: Instant,
    pub officer: String,
    pub reason: String,
}

/// The withdrawal of a document, if it was withdrawn.
///
/// # Errors
/// When the store fails.
pub fn withdrawal(tx: &mut Tx<'_>, document: &str) -> Result<Option<Withdrawal>, StoreError> {
    let municipality = tx.municipality();
    let sql = "SELECT at, officer, reason FROM document_withdrawal WHERE municipality = $1 AND document = $2";
    let withdrawn = |row: Row| Ok(Withdrawal { at: row.get(0)?, officer: row.get(1)?, reason: row.get(2)? });
    tx.query_one(sql, params![municipality, document])?.map(withdrawn).transpose()
}

/// The documents of an application that were withdrawn, oldest first.
///
/// # Errors
/// When the store fails.
pub fn withdrawn_of(tx: &mut Tx<'_>, application: &str) -> Result<Vec<Document>, StoreError> {
    let municipality = tx.municipality();
    let sql = format!(
        "SELECT {COLUMNS} FROM document WHERE municipality = $1 AND application = $2 AND {IS_WITHDRAWN} \
         ORDER BY day, at, id"
    );
    tx.query(&sql, params![municipality, application])?.iter().map(document).collect()
}

/// Takes a document out of its case. `false` when that was done already.
///
/// # Errors
/// When the store fails.
pub fn withdraw(tx: &mut Tx<'_>, document: &str, new: &Withdrawal) -> Result<bool, StoreError> {
    if withdrawal(tx, document)?.is_some() {
        return Ok(false);
    }
    let municipality = tx.municipality();
    tx.add(
        "INSERT INTO document_withdrawal (municipality, document, at, officer, reason) VALUES ($1, $2, $3, $4, $5)",
        values![municipality, document, new.at, &new.officer, &new.reason],
    )?;
    Ok(true)
}
