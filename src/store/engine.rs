//! What the two engines say differently, and what both can do.

use super::gathered::Rows;
use super::{Row, Value};

/// What went wrong in the store.
#[derive(Clone, Debug, thiserror::Error)]
pub enum StoreError {
    #[error("the store cannot be reached: {cause}")]
    Unavailable { cause: String },
    #[error("a statement failed: {cause}")]
    Statement { cause: String },
    /// A rule the database keeps was broken, e.g. the same home twice.
    #[error("a constraint was broken: {cause}")]
    Constraint { cause: String },
    #[error("two writers met and one must try again")]
    Conflict,
    #[error("the disk is full: nothing was saved; free some space and try again")]
    DiskFull,
    #[error("the answer has no column {index}")]
    NoSuchColumn { index: usize },
    #[error("column {index} is not a {wanted}")]
    WrongType { index: usize, wanted: &'static str },
    #[error("the stored {what} {found:?} is not valid")]
    Corrupt { what: &'static str, found: String },
    #[error("this store was made by a newer Husrom (step {found}, this program knows {known}); use the newer program")]
    Newer { found: i64, known: i64 },
    #[error("there is no store at {path}; run `husrom init --data …` first")]
    NoStore { path: String },
}

impl From<housing::UnknownCode> for StoreError {
    fn from(unknown: housing::UnknownCode) -> Self {
        Self::Corrupt { what: unknown.list, found: unknown.code }
    }
}

/// Whether a transaction only reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    Read,
    Write,
    /// A change by somebody who asks nothing else of the store meanwhile, and whom others may wait for.
    WriteAlone,
}

/// What to do with the transaction when its work is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    Commit,
    RollBack,
    TryAgain,
}

/// A database that keeps the facts.
pub trait Engine: Send + Sync {
    /// `"sqlite"` or `"postgres"`.
    fn name(&self) -> &'static str;

    /// Brings what the planner knows of the tables up to date. Without it a large register is read
    /// by the wrong indexes.
    ///
    /// # Errors
    /// When the store cannot be reached.
    fn refresh_statistics(&self) -> Result<(), StoreError>;

    /// The same where much has changed since the last time, or an index is new; quick when all is well.
    ///
    /// # Errors
    /// When the store cannot be reached.
    fn tend_statistics(&self) -> Result<(), StoreError>;

    /// Runs `work` in one transaction, again when two writers met.
    ///
    /// # Errors
    /// When the store cannot be reached or will not commit.
    fn transact(&self, mode: Mode, work: &mut dyn FnMut(&mut dyn Connection) -> Verdict) -> Result<(), StoreError>;
}

/// One connection inside a transaction.
pub trait Connection: Send {
    /// Calls `visit` with each row of the answer.
    ///
    /// # Errors
    /// When the statement or `visit` fails.
    fn each(
        &mut self,
        sql: &str,
        params: &[Value],
        visit: &mut dyn FnMut(Row) -> Result<(), StoreError>,
    ) -> Result<(), StoreError>;

    /// Runs a statement; returns how many rows it touched.
    ///
    /// # Errors
    /// When the statement fails.
    fn execute(&mut self, sql: &str, params: &[Value]) -> Result<u64, StoreError>;

    /// Makes ready for adding about so many rows in this transaction.
    ///
    /// # Errors
    /// When the engine cannot.
    fn make_room(&mut self, _rows: u64) -> Result<(), StoreError> {
        Ok(())
    }

    /// How many rows are best added with one statement to a table, whose indexes may be set aside.
    fn rows_together(&self, without_indexes: bool) -> usize;

    /// An `INSERT` of several rows in the engine's words. When it fails, some rows may have been added:
    /// the transaction must be rolled back.
    fn several_rows(&self, insert: String) -> String {
        insert
    }

    /// Adds rows, or lets another thread add them: then it may be told of the next time that one fails.
    ///
    /// # Errors
    /// When a row breaks a rule of the store.
    fn hand_over(&mut self, batch: Vec<Rows>) -> Result<(), StoreError> {
        batch.iter().try_for_each(|rows| rows.add_to(self))
    }

    /// Takes a table's indexes away, all but `kept` and those that belong to the table itself, unless
    /// it has more rows than `most_rows`. The answer is what builds them again in this transaction, or
    /// `None` when they were left.
    ///
    /// # Errors
    /// When a statement fails.
    fn set_indexes_aside(
        &mut self,
        table: &str,
        most_rows: u64,
        kept: &[&str],
    ) -> Result<Option<Vec<String>>, StoreError>;

    /// Runs several statements of a migration, with `{INT}`, `{BYTES}` and `{UNKNOWN_FIRST}` put in the engine's words.
    ///
    /// # Errors
    /// When a statement fails.
    fn execute_script(&mut self, script: &str) -> Result<(), StoreError>;

    /// One line per table column and index, sorted, in the engine's own words.
    ///
    /// # Errors
    /// When the engine does not answer.
    fn shape(&mut self) -> Result<Vec<String>, StoreError>;

    /// The names of a table's columns, sorted; none when there is no such table.
    ///
    /// # Errors
    /// When the engine does not answer.
    fn columns(&mut self, table: &str) -> Result<Vec<String>, StoreError>;

    /// Whether a statement since the last call met another writer.
    fn take_conflict(&mut self) -> bool;
}

/// How many times a transaction is tried when writers meet, before giving up.
pub const TRIES: u32 = 12;

/// How long to wait before try number `attempt` (from 0): 2 ms doubling to half a second.
pub fn pause(attempt: u32) -> std::time::Duration {
    std::time::Duration::from_millis((2u64 << attempt.min(8)).min(500))
}
