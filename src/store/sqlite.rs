//! SQLite inside: one writer, several readers, every commit on disk before it is acknowledged.

use super::engine::{Connection, Engine, Mode, StoreError, TRIES, Verdict, pause};
use super::pool::Pool;
use super::{Row, Value};
use rusqlite::types::{ToSqlOutput, ValueRef};
use rusqlite::{ErrorCode, OpenFlags, ToSql};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// The database file and its connections.
pub struct SqliteEngine {
    path: PathBuf,
    writer: Pool<rusqlite::Connection>,
    readers: Pool<rusqlite::Connection>,
}

/// How long another process is waited for.
const BUSY: Duration = Duration::from_secs(10);
/// The size of a page, in bytes.
const PAGE: i64 = 8 << 10;
/// Memory for pages, in KiB.
const CACHE: i64 = 8_000;
/// The same while much is written: a large import that had to put its pages aside and fetch them again would take
/// twice as long. The memory is given back afterwards.
const LARGE_CACHE: i64 = 240 << 10;
/// What a large import leaves of the write-ahead log once it has gone into the database, in bytes.
const LARGEST_LOG: i64 = 64 << 20;
/// So many rows are worth the large memory for pages.
const MANY_ROWS: u64 = 20_000;

/// Readers at a time: twice a small machine's cores, since most of a read is in memory.
const READERS: usize = 4;

impl SqliteEngine {
    /// Opens the file, or makes it when `create`.
    ///
    /// # Errors
    /// When there is no such store, or it cannot be opened.
    pub fn open(path: &Path, create: bool) -> Result<Self, StoreError> {
        if !create && !path.exists() {
            return Err(StoreError::NoStore { path: path.display().to_string() });
        }
        let engine = Self { path: path.to_owned(), writer: Pool::new(1), readers: Pool::new(READERS) };
        engine.writer.lend(|| connect(path, Mode::Write), |_| ((), true))?;
        Ok(engine)
    }
}

impl SqliteEngine {
    /// On a connection of its own: what it reads is not what the office reads. The others know only what was known when
    /// they were made.
    fn statistics(&self, gather: &str) -> Result<(), StoreError> {
        let connection = connect(&self.path, Mode::Write)?;
        connection.execute_batch(&format!("PRAGMA analysis_limit = 400; {gather}")).map_err(statement)?;
        self.readers.renew();
        self.writer.renew();
        Ok(())
    }
}

fn connect(path: &Path, mode: Mode) -> Result<rusqlite::Connection, StoreError> {
    let flags = match mode {
        Mode::Write | Mode::WriteAlone => OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE,
        Mode::Read => OpenFlags::SQLITE_OPEN_READ_ONLY,
    } | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = rusqlite::Connection::open_with_flags(path, flags).map_err(unavailable)?;
    connection.busy_timeout(BUSY).map_err(unavailable)?;
    connection.set_prepared_statement_cache_capacity(256);
    if mode != Mode::Read {
        // Of a new database only. Indexes are built a fifth faster than with half of it.
        connection.pragma_update(None, "page_size", PAGE).map_err(unavailable)?;
        keep_log(&connection).map_err(unavailable)?;
        connection.pragma_update(None, "synchronous", "FULL").map_err(unavailable)?;
        connection.pragma_update(None, "journal_size_limit", LARGEST_LOG).map_err(unavailable)?;
    }
    connection.pragma_update(None, "foreign_keys", "ON").map_err(unavailable)?;
    connection.pragma_update(None, "temp_store", "MEMORY").map_err(unavailable)?;
    connection.pragma_update(None, "cache_size", -CACHE).map_err(unavailable)?;
    Ok(connection)
}

/// Gives back the memory of [`Connection::make_room`].
fn shrink_cache(connection: &rusqlite::Connection) -> rusqlite::Result<()> {
    let size: i64 = connection.pragma_query_value(None, "cache_size", |row| row.get(0))?;
    if size == -CACHE {
        return Ok(());
    }
    connection.pragma_update(None, "cache_size", -CACHE)?;
    connection.release_memory()
}

/// Changes go into a log beside the database first, so that readers and the writer do not wait for each
/// other.
fn keep_log(connection: &rusqlite::Connection) -> rusqlite::Result<()> {
    // Somebody who writes alone is waited for.
    connection.busy_timeout(Duration::from_secs(60))?;
    connection.pragma_update(None, "journal_mode", "WAL")?;
    connection.busy_timeout(BUSY)
}

/// Changes go straight into the database, and only what they replace beside it: half as much is written.
/// `false` when it cannot be, for somebody else has the database open.
fn keep_no_log(connection: &rusqlite::Connection) -> bool {
    let mode = connection.query_row("PRAGMA journal_mode = TRUNCATE", [], |row| row.get::<_, String>(0));
    mode.is_ok_and(|mode| mode == "truncate")
}

fn unavailable(error: rusqlite::Error) -> StoreError {
    StoreError::Unavailable { cause: error.to_string() }
}

impl Engine for SqliteEngine {
    fn name(&self) -> &'static str {
        "sqlite"
    }

    /// A sample of each index is enough, and takes seconds at most however large the register is.
    fn refresh_statistics(&self) -> Result<(), StoreError> {
        self.statistics("ANALYZE")
    }

    /// The second bit asks for the statistics, the last for tables nobody has asked for yet.
    fn tend_statistics(&self) -> Result<(), StoreError> {
        self.statistics("PRAGMA optimize = 0x10002")
    }

    fn transact(&self, mode: Mode, work: &mut dyn FnMut(&mut dyn Connection) -> Verdict) -> Result<(), StoreError> {
        let (pool, begin) = match mode {
            Mode::Read => (&self.readers, "BEGIN"),
            Mode::Write | Mode::WriteAlone => (&self.writer, "BEGIN IMMEDIATE"),
        };
        if mode == Mode::WriteAlone {
            self.readers.renew();
        }
        pool.lend(
            || connect(&self.path, mode),
            |connection| {
                let straight = mode == Mode::WriteAlone && keep_no_log(connection);
                let outcome = attempts(connection, begin, work);
                let good = (connection.is_autocommit() || connection.execute_batch("ROLLBACK").is_ok())
                    && (!straight || keep_log(connection).is_ok())
                    && shrink_cache(connection).is_ok();
                (outcome, good)
            },
        )?
    }
}

fn attempts(
    connection: &mut rusqlite::Connection,
    begin: &str,
    work: &mut dyn FnMut(&mut dyn Connection) -> Verdict,
) -> Result<(), StoreError> {
    for attempt in 0..TRIES {
        match attempt_once(connection, begin, work) {
            Err(StoreError::Conflict) => std::thread::sleep(pause(attempt)),
            outcome => return outcome,
        }
    }
    Err(StoreError::Conflict)
}

fn attempt_once(
    connection: &mut rusqlite::Connection,
    begin: &str,
    work: &mut dyn FnMut(&mut dyn Connection) -> Verdict,
) -> Result<(), StoreError> {
    connection.execute_batch(begin).map_err(statement)?;
    let mut inside = Inside { connection, conflict: false };
    let verdict = work(&mut inside);
    let end = match verdict {
        Verdict::Commit => "COMMIT",
        Verdict::RollBack | Verdict::TryAgain => "ROLLBACK",
    };
    if let Err(error) = connection.execute_batch(end).map_err(statement) {
        // A failed commit (disk full, say) leaves the transaction open: nothing of it may remain.
        if !connection.is_autocommit() {
            connection.execute_batch("ROLLBACK").map_err(statement)?;
        }
        // After some errors SQLite has rolled back by itself; that is what was asked for.
        if verdict == Verdict::Commit {
            return Err(error);
        }
    }
    if verdict == Verdict::TryAgain { Err(StoreError::Conflict) } else { Ok(()) }
}

struct Inside<'c> {
    connection: &'c mut rusqlite::Connection,
    conflict: bool,
}

/// Remembers when another writer was met.
fn seen<T>(conflict: &mut bool, result: rusqlite::Result<T>) -> Result<T, StoreError> {
    result.map_err(statement).inspect_err(|error| *conflict |= matches!(error, StoreError::Conflict))
}

impl Connection for Inside<'_> {
    fn each(
        &mut self,
        sql: &str,
        params: &[Value],
        visit: &mut dyn FnMut(Row) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        let Self { connection, conflict } = self;
        let mut prepared = seen(conflict, connection.prepare_cached(&numbered(sql)))?;
        let columns = prepared.column_count();
        let mut rows = seen(conflict, prepared.query(rusqlite::params_from_iter(params)))?;
        while let Some(row) = seen(conflict, rows.next())? {
            let mut values = Vec::with_capacity(columns);
            for index in 0..columns {
                values.push(seen(conflict, row.get_ref(index))?.try_into()?);
            }
            visit(Row(values))?;
        }
        Ok(())
    }

    fn execute(&mut self, sql: &str, params: &[Value]) -> Result<u64, StoreError> {
        let Self { connection, conflict } = self;
        let mut prepared = seen(conflict, connection.prepare_cached(&numbered(sql)))?;
        let touched = seen(conflict, prepared.execute(rusqlite::params_from_iter(params)))?;
        Ok(touched as u64)
    }

    fn make_room(&mut self, rows: u64) -> Result<(), StoreError> {
        if rows < MANY_ROWS {
            return Ok(());
        }
        seen(&mut self.conflict, self.connection.pragma_update(None, "cache_size", -LARGE_CACHE))
    }

    /// A statement of several rows can fail half-way, so every page it touches is copied first: with
    /// many indexes that costs more than it saves where no network lies between.
    fn rows_together(&self, without_indexes: bool) -> usize {
        if without_indexes { 32 } else { 1 }
    }

    /// Without `OR FAIL` every page is copied before it changes, for taking back a statement that fails
    /// half-way. Here all of the transaction is taken back.
    fn several_rows(&self, insert: String) -> String {
        numbered(&insert.replacen("INSERT INTO", "INSERT OR FAIL INTO", 1))
    }

    fn set_indexes_aside(
        &mut self,
        table: &str,
        most_rows: u64,
        kept: &[&str],
    ) -> Result<Option<Vec<String>>, StoreError> {
        let (mut rows, mut indexes) = (0_u64, Vec::new());
        self.each(&format!("SELECT coalesce(max(rowid), 0) FROM {table}"), &[], &mut |row| {
            rows = row.get::<i64>(0)?.unsigned_abs();
            Ok(())
        })?;
        if rows > most_rows {
            return Ok(None);
        }
        let sql = "SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND tbl_name = $1 AND sql IS NOT NULL";
        self.each(sql, &[table.into()], &mut |row| {
            indexes.push((row.get::<String>(0)?, row.get::<String>(1)?));
            Ok(())
        })?;
        indexes.retain(|(name, _)| !kept.contains(&name.as_str()));
        for (name, _) in &indexes {
            self.execute_script(&format!("DROP INDEX {name}"))?;
        }
        Ok(Some(indexes.into_iter().map(|(_, definition)| definition).collect()))
    }

    fn execute_script(&mut self, script: &str) -> Result<(), StoreError> {
        // An index begins with what is unknown without being told.
        let script = script.replace("{INT}", "INTEGER").replace("{BYTES}", "BLOB").replace(" {UNKNOWN_FIRST}", "");
        seen(&mut self.conflict, self.connection.execute_batch(&script))
    }

    fn shape(&mut self) -> Result<Vec<String>, StoreError> {
        let mut lines = Vec::new();
        self.each("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name", &[], &mut |row| {
            lines.push(row.get(0)?);
            Ok(())
        })?;
        Ok(lines)
    }

    fn columns(&mut self, table: &str) -> Result<Vec<String>, StoreError> {
        let mut names = Vec::new();
        self.each("SELECT name FROM pragma_table_info($1) ORDER BY name", &[table.into()], &mut |row| {
            names.push(row.get(0)?);
            Ok(())
        })?;
        Ok(names)
    }

    fn take_conflict(&mut self) -> bool {
        std::mem::take(&mut self.conflict)
    }
}

/// `$1` is a *name* to SQLite and a number to PostgreSQL; `?1` is the number here.
fn numbered(sql: &str) -> String {
    sql.replace('$', "?")
}

fn statement(error: rusqlite::Error) -> StoreError {
    match error.sqlite_error_code() {
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => StoreError::Conflict,
        Some(ErrorCode::ConstraintViolation) => StoreError::Constraint { cause: error.to_string() },
        Some(ErrorCode::DiskFull) => StoreError::DiskFull,
        Some(_) | None => StoreError::Statement { cause: error.to_string() },
    }
}

impl ToSql for Value {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match self {
            Self::Null => ValueRef::Null,
            Self::Int(number) => ValueRef::Integer(*number),
            Self::Text(text) => ValueRef::Text(text.as_bytes()),
            Self::Bytes(bytes) => ValueRef::Blob(bytes),
        }))
    }
}

impl TryFrom<ValueRef<'_>> for Value {
    type Error = StoreError;

    fn try_from(value: ValueRef<'_>) -> Result<Self, StoreError> {
        match value {
            ValueRef::Null => Ok(Self::Null),
            ValueRef::Integer(number) => Ok(Self::Int(number)),
            ValueRef::Text(text) => match std::str::from_utf8(text) {
                Ok(text) => Ok(Self::Text(text.to_owned())),
                Err(error) => Err(StoreError::Corrupt { what: "text", found: error.to_string() }),
            },
            ValueRef::Blob(bytes) => Ok(Self::Bytes(bytes.to_owned())),
            ValueRef::Real(number) => Err(StoreError::Corrupt { what: "whole number", found: number.to_string() }),
        }
    }
}
