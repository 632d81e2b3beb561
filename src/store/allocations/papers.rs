//! The minutes of meetings as documents.

use crate::params;
use crate::store::{StoreError, Tx};

/// The document of a closed meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paper {
    pub meeting: String,
    /// The mark of its bytes.
    pub sha256: String,
    /// Encrypted PDF.
    pub content: Vec<u8>,
}

/// Keeps the document of a meeting.
///
/// # Errors
/// [`StoreError::Constraint`] when the meeting has one.
pub fn insert_paper(tx: &mut Tx<'_>, new: &Paper) -> Result<(), StoreError> {
    let municipality = tx.municipality();
    tx.execute(
        "INSERT INTO allocation_paper (municipality, meeting, sha256, content) VALUES ($1, $2, $3, $4)",
        params![municipality, &new.meeting, &new.sha256, new.content.clone()],
    )?;
    Ok(())
}

/// The document of a meeting; `None` while it is open, or when it was closed before documents were kept.
///
/// # Errors
/// When the store fails.
pub fn paper(tx: &mut Tx<'_>, meeting: &str) -> Result<Option<Paper>, StoreError> {
    let municipality = tx.municipality();
    let sql = "SELECT meeting, sha256, content FROM allocation_paper WHERE municipality = $1 AND meeting = $2";
    let row = tx.query_one(sql, params![municipality, meeting])?;
    row.map(|row| Ok(Paper { meeting: row.get(0)?, sha256: row.get(1)?, content: row.get(2)? })).transpose()
}
