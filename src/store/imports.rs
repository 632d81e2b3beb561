//! What came in from outside, kept as it came.

use super::{Row, StoreError, Tx};
use crate::clock::Instant;
use crate::params;
use housing::Date;

/// How far an import has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Somebody is looking at what the files were found to say.
    Preview,
    /// The good rows are on the register.
    Done,
    /// Somebody decided against it.
    Discarded,
}

impl State {
    /// The stored code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Preview => "PREVIEW",
            Self::Done => "DONE",
            Self::Discarded => "DISCARDED",
        }
    }

    fn from_code(code: &str) -> Result<Self, StoreError> {
        [Self::Preview, Self::Done, Self::Discarded]
            .into_iter()
            .find(|state| state.code() == code)
            .ok_or_else(|| StoreError::Corrupt { what: "import state", found: code.to_owned() })
    }
}

/// One import of one or more files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Import {
    pub id: String,
    pub at: Instant,
    pub officer: String,
    /// The day the files' facts are known from.
    pub as_of: Date,
    pub state: State,
    /// What was found and done, as JSON.
    pub summary: String,
}

/// A file of an import.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportFile {
    pub position: u32,
    pub name: String,
    pub sha256: String,
    /// How its columns were read, as TOML.
    pub mapping: String,
    pub content: Vec<u8>,
}

const COLUMNS: &str = "id, at, officer, as_of, state, summary";

fn import(row: &Row) -> Result<Import, StoreError> {
    Ok(Import {
        id: row.get(0)?,
        at: row.get(1)?,
        officer: row.get(2)?,
        as_of: row.get(3)?,
        state: State::from_code(&row.get::<String>(4)?)?,
        summary: row.get(5)?,
    })
}

/// Adds an import, or changes what is said of it.
///
/// # Errors
/// When the store fails.
pub fn save(tx: &mut Tx<'_>, import: &Import) -> Result<(), StoreError> {
    let municipality = tx.municipality();
    tx.execute(
        "INSERT INTO import (municipality, id, at, officer, as_of, state, summary) \
         VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (municipality, id) DO UPDATE SET \
         at = excluded.at, officer = excluded.officer, as_of = excluded.as_of, state = excluded.state, \
         summary = excluded.summary",
        params![
            municipality,
            &import.id,
            import.at,
            &import.officer,
            import.as_of,
            import.state.code(),
            &import.summary
        ],
    )?;
    Ok(())
}

/// The import with this id.
///
/// # Errors
/// When the store fails.
pub fn find(tx: &mut Tx<'_>, id: &str) -> Result<Option<Import>, StoreError> {
    let municipality = tx.municipality();
    let sql = format!("SELECT {COLUMNS} FROM import WHERE municipality = $1 AND id = $2");
    tx.query_one(&sql, params![municipality, id])?.as_ref().map(import).transpose()
}

/// The newest imports.
///
/// # Errors
/// When the store fails.
pub fn newest(tx: &mut Tx<'_>, most: i64) -> Result<Vec<Import>, StoreError> {
    let municipality = tx.municipality();
    let sql = format!("SELECT {COLUMNS} FROM import WHERE municipality = $1 ORDER BY at DESC, id DESC LIMIT $2");
    tx.query(&sql, params![municipality, most])?.iter().map(import).collect()
}

/// Keeps a file, or changes how it is read.
///
/// # Errors
/// When the store fails.
pub fn save_file(tx: &mut Tx<'_>, import: &str, file: &ImportFile) -> Result<(), StoreError> {
    let municipality = tx.municipality();
    tx.execute(
        "INSERT INTO import_file (municipality, import, position, name, sha256, content, mapping) \
         VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (municipality, import, position) DO UPDATE SET \
         mapping = excluded.mapping",
        params![municipality, import, file.position, &file.name, &file.sha256, file.content.clone(), &file.mapping],
    )?;
    Ok(())
}

/// The files of an import, in their order.
///
/// # Errors
/// When the store fails.
pub fn files(tx: &mut Tx<'_>, import: &str) -> Result<Vec<ImportFile>, StoreError> {
    let municipality = tx.municipality();
    let sql = "SELECT position, name, sha256, mapping, content FROM import_file \
               WHERE municipality = $1 AND import = $2 ORDER BY position";
    let rows = tx.query(sql, params![municipality, import])?;
    let file = |row: &Row| {
        Ok(ImportFile {
            position: row.get(0)?,
            name: row.get(1)?,
            sha256: row.get(2)?,
            mapping: row.get(3)?,
            content: row.get(4)?,
        })
    };
    rows.iter().map(file).collect()
}

/// What the files of an import are called, in their order.
///
/// # Errors
/// When the store fails.
pub fn file_names(tx: &mut Tx<'_>, import: &str) -> Result<Vec<String>, StoreError> {
    let municipality = tx.municipality();
    let sql = "SELECT name FROM import_file WHERE municipality = $1 AND import = $2 ORDER BY position";
    tx.query(sql, params![municipality, import])?.iter().map(|row| row.get(0)).collect()
}

/// The saved mapping profiles' names.
///
/// # Errors
/// When the store fails.
pub fn profiles(tx: &mut Tx<'_>) -> Result<Vec<String>, StoreError> {
    let municipality = tx.municipality();
    let rows =
        tx.query("SELECT name FROM import_profile WHERE municipality = $1 ORDER BY name", params![municipality])?;
    rows.iter().map(|row| row.get(0)).collect()
}

/// The mapping saved under a name, as TOML.
///
/// # Errors
/// When the store fails.
pub fn profile(tx: &mut Tx<'_>, name: &str) -> Result<Option<String>, StoreError> {
    let municipality = tx.municipality();
    let sql = "SELECT mapping FROM import_profile WHERE municipality = $1 AND name = $2";
    tx.query_one(sql, params![municipality, name])?.map(|row| row.get(0)).transpose()
}

/// Saves a mapping under a name; the last one saved holds.
///
/// # Errors
/// When the store fails.
pub fn save_profile(tx: &mut Tx<'_>, name: &str, mapping: &str) -> Result<(), StoreError> {
    let municipality = tx.municipality();
    tx.execute(
        "INSERT INTO import_profile (municipality, name, mapping, version) VALUES ($1, $2, $3, 1) \
         ON CONFLICT (municipality, name) DO UPDATE SET mapping = excluded.mapping, \
         version = import_profile.version + 1",
        params![municipality, name, mapping],
    )?;
    Ok(())
}
