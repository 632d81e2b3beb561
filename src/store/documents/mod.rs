//! Documents that came in and went out, their bytes encrypted, and how those that went out arrived.

mod dispatch;
mod notices;
mod withdrawal;

pub use dispatch::{
    Channel, Dispatch, RecipientKind, Waiting, correct_hand_over, hand_over, insert_dispatch, of_document,
    prove_arrival, waiting,
};
pub use notices::{answer_day, keep_answer_day, keep_promise, promise};
pub use withdrawal::{Withdrawal, withdraw, withdrawal, withdrawn_of};

use super::{Row, StoreError, Tx};
use crate::clock::Instant;
use crate::{params, values};
use housing::Date;

/// Which way a document went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    In,
    Out,
    /// Made for the office's own work; left out of a party's access (*fvl.* § 18 a).
    Internal,
}

impl Way {
    /// The stored code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::In => "IN",
            Self::Out => "OUT",
            Self::Internal => "INTERNAL",
        }
    }

    fn from_code(code: &str) -> Result<Self, StoreError> {
        [Self::In, Self::Out, Self::Internal]
            .into_iter()
            .find(|way| way.code() == code)
            .ok_or_else(|| StoreError::Corrupt { what: "way of a document", found: code.to_owned() })
    }
}

/// A document without its bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    pub id: String,
    pub application: String,
    pub case: Option<String>,
    /// Whose document it is.
    pub person: String,
    pub way: Way,
    /// A code of what may be handed in, or the name of a kind of letter.
    pub kind: String,
    pub title: String,
    /// The day it reached us, or is dated.
    pub day: Date,
    pub file_name: String,
    /// Found from the content, not from the name.
    pub media_type: String,
    pub size: i64,
    /// Of the bytes as they are read.
    pub sha256: String,
    pub officer: String,
    pub at: Instant,
}

/// Every column of a document but its content, in the order [`document`] reads them.
const COLUMNS: &str = "id, application, housing_case, person, way, kind, title, day, file_name, media_type, size, \
    sha256, officer, at";

fn document(row: &Row) -> Result<Document, StoreError> {
    Ok(Document {
        id: row.get(0)?,
        application: row.get(1)?,
        case: row.get(2)?,
        person: row.get(3)?,
        way: Way::from_code(&row.get::<String>(4)?)?,
        kind: row.get(5)?,
        title: row.get(6)?,
        day: row.get(7)?,
        file_name: row.get(8)?,
        media_type: row.get(9)?,
        size: row.get(10)?,
        sha256: row.get(11)?,
        officer: row.get(12)?,
        at: row.get(13)?,
    })
}

/// The document with this id.
///
/// # Errors
/// When the store fails.
pub fn find(tx: &mut Tx<'_>, id: &str) -> Result<Option<Document>, StoreError> {
    let municipality = tx.municipality();
    let sql = format!("SELECT {COLUMNS} FROM document WHERE municipality = $1 AND id = $2");
    tx.query_one(&sql, params![municipality, id])?.as_ref().map(document).transpose()
}

/// A document's bytes as they are kept: encrypted for its row.
///
/// # Errors
/// When the store fails.
pub fn content(tx: &mut Tx<'_>, id: &str) -> Result<Option<Vec<u8>>, StoreError> {
    let municipality = tx.municipality();
    let sql = "SELECT content FROM document WHERE municipality = $1 AND id = $2";
    tx.query_one(sql, params![municipality, id])?.map(|row| row.get(0)).transpose()
}

/// The documents of an application and all its cases, oldest first; those that were withdrawn are no part of it.
///
/// # Errors
/// When the store fails.
pub fn of_application(tx: &mut Tx<'_>, application: &str) -> Result<Vec<Document>, StoreError> {
    let municipality = tx.municipality();
    let sql = format!(
        "SELECT {COLUMNS} FROM document WHERE municipality = $1 AND application = $2 AND NOT {} ORDER BY day, at, id",
        withdrawal::IS_WITHDRAWN
    );
    tx.query(&sql, params![municipality, application])?.iter().map(document).collect()
}

/// Adds a document with its encrypted bytes.
///
/// # Errors
/// When the store fails.
pub fn insert(tx: &mut Tx<'_>, new: &Document, content: Vec<u8>) -> Result<(), StoreError> {
    let municipality = tx.municipality();
    tx.add(
        "INSERT INTO document (municipality, id, application, housing_case, person, way, kind, title, day, file_name, \
         media_type, size, sha256, content, officer, at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)",
        values![
            municipality,
            &new.id,
            &new.application,
            new.case.clone(),
            &new.person,
            new.way.code(),
            &new.kind,
            &new.title,
            new.day,
            &new.file_name,
            &new.media_type,
            new.size,
            &new.sha256,
            content,
            &new.officer,
            new.at
        ],
    )?;
    Ok(())
}
