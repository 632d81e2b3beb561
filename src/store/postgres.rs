//! PostgreSQL, for a region or the country: the same statements over a pool of connections.

use super::engine::{Connection, Engine, Mode, StoreError, TRIES, Verdict, pause};
use super::pool::Pool;
use super::{Row, Value};
use postgres::fallible_iterator::FallibleIterator;
use postgres::types::private::BytesMut;
use postgres::types::{FromSql, IsNull, ToSql, Type};
use postgres::{Client, NoTls, Statement};
use std::collections::HashMap;
use std::error::Error;

/// The server and the connections to it.
pub struct PostgresEngine {
    config: postgres::Config,
    clients: Pool<Prepared>,
}

/// A connection with the statements it has prepared.
struct Prepared {
    client: Client,
    statements: HashMap<String, Statement>,
}

/// Connections at a time; the server does the waiting, so more than cores.
const CLIENTS: usize = 16;

impl PostgresEngine {
    /// Connects to `url` (`postgres://user:password@host:port/database`).
    ///
    /// # Errors
    /// When the address is malformed or the server refuses.
    pub fn open(url: &str) -> Result<Self, StoreError> {
        let config: postgres::Config = url.parse().map_err(unavailable)?;
        let engine = Self { config, clients: Pool::new(CLIENTS) };
        engine.clients.lend(|| engine.connect(), |_| ((), true))?;
        Ok(engine)
    }

    fn connect(&self) -> Result<Prepared, StoreError> {
        let client = self.config.connect(NoTls).map_err(unavailable)?;
        Ok(Prepared { client, statements: HashMap::new() })
    }
}

#[expect(clippy::needless_pass_by_value, reason = "shaped for map_err")]
fn unavailable(error: postgres::Error) -> StoreError {
    StoreError::Unavailable { cause: full_text(&error) }
}

impl Engine for PostgresEngine {
    fn name(&self) -> &'static str {
        "postgres"
    }

    fn refresh_statistics(&self) -> Result<(), StoreError> {
        self.clients.lend(
            || self.connect(),
            |prepared| {
                let done = prepared.client.batch_execute("ANALYZE").map_err(statement);
                (done, !prepared.client.is_closed())
            },
        )?
    }

    /// The server does this by itself.
    fn tend_statistics(&self) -> Result<(), StoreError> {
        Ok(())
    }

    fn transact(&self, mode: Mode, work: &mut dyn FnMut(&mut dyn Connection) -> Verdict) -> Result<(), StoreError> {
        // Writers of one municipality queue on its journal head (see `journal::take_turn`), so each
        // sees all that was committed before it: READ COMMITTED is as strict as SQLite's one writer.
        let begin = match mode {
            Mode::Read => "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
            Mode::Write | Mode::WriteAlone => "BEGIN ISOLATION LEVEL READ COMMITTED",
        };
        for attempt in 0..TRIES {
            let outcome = self.clients.lend(
                || self.connect(),
                |prepared| {
                    let outcome = attempt_once(prepared, begin, work);
                    (outcome, !prepared.client.is_closed())
                },
            )?;
            match outcome {
                Err(StoreError::Conflict) => std::thread::sleep(pause(attempt)),
                outcome => return outcome,
            }
        }
        Err(StoreError::Conflict)
    }
}

fn attempt_once(
    prepared: &mut Prepared,
    begin: &str,
    work: &mut dyn FnMut(&mut dyn Connection) -> Verdict,
) -> Result<(), StoreError> {
    prepared.client.batch_execute(begin).map_err(statement)?;
    let mut inside = Inside { prepared, conflict: false };
    let verdict = work(&mut inside);
    let end = match verdict {
        Verdict::Commit => "COMMIT",
        Verdict::RollBack | Verdict::TryAgain => "ROLLBACK",
    };
    prepared.client.batch_execute(end).map_err(statement)?;
    if verdict == Verdict::TryAgain { Err(StoreError::Conflict) } else { Ok(()) }
}

struct Inside<'c> {
    prepared: &'c mut Prepared,
    conflict: bool,
}

impl Inside<'_> {
    fn prepare(&mut self, sql: &str) -> Result<Statement, StoreError> {
        if let Some(statement) = self.prepared.statements.get(sql) {
            return Ok(statement.clone());
        }
        let made = self.prepared.client.prepare(sql);
        let made = self.seen(made)?;
        self.prepared.statements.insert(sql.to_owned(), made.clone());
        Ok(made)
    }

    fn seen<T>(&mut self, result: Result<T, postgres::Error>) -> Result<T, StoreError> {
        result.map_err(statement).inspect_err(|error| self.conflict |= matches!(error, StoreError::Conflict))
    }
}

impl Connection for Inside<'_> {
    fn each(
        &mut self,
        sql: &str,
        params: &[Value],
        visit: &mut dyn FnMut(Row) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        let statement = self.prepare(sql)?;
        let answer = self.prepared.client.query_raw(&statement, params.iter().map(|value| value as &dyn ToSql));
        let mut rows = answer.map_err(self::statement).inspect_err(|error| {
            self.conflict |= matches!(error, StoreError::Conflict);
        })?;
        while let Some(row) = rows.next().map_err(self::statement)? {
            let values = (0..row.len()).map(|index| row.try_get::<_, Value>(index)).collect::<Result<_, _>>();
            visit(Row(values.map_err(self::statement)?))?;
        }
        Ok(())
    }

    fn execute(&mut self, sql: &str, params: &[Value]) -> Result<u64, StoreError> {
        let statement = self.prepare(sql)?;
        let params: Vec<&(dyn ToSql + Sync)> = params.iter().map(|value| value as &(dyn ToSql + Sync)).collect();
        let touched = self.prepared.client.execute(&statement, &params);
        self.seen(touched)
    }

    /// Each statement crosses the network and back. 64 rows of the widest table are far from the
    /// 65 535 parameters that a statement can have.
    fn rows_together(&self, _without_indexes: bool) -> usize {
        64
    }

    /// Taking an index away would shut everybody else out of the table until the end of the transaction.
    fn set_indexes_aside(
        &mut self,
        _table: &str,
        _most_rows: u64,
        _kept: &[&str],
    ) -> Result<Option<Vec<String>>, StoreError> {
        Ok(None)
    }

    fn execute_script(&mut self, script: &str) -> Result<(), StoreError> {
        // Texts compare byte by byte, as in SQLite; keys for sorting are made for that.
        let script = script
            .replace("{INT}", "BIGINT")
            .replace("{UNKNOWN_FIRST}", "NULLS FIRST")
            .replace("{BYTES}", "BYTEA")
            .replace(" TEXT", " TEXT COLLATE \"C\"")
            .replace(" STRICT", "");
        let done = self.prepared.client.batch_execute(&script);
        self.seen(done)
    }

    fn shape(&mut self) -> Result<Vec<String>, StoreError> {
        let mut lines = Vec::new();
        let columns = "SELECT table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable \
                       FROM information_schema.columns WHERE table_schema = current_schema()";
        let indexes =
            "SELECT replace(indexdef, schemaname || '.', '') FROM pg_indexes WHERE schemaname = current_schema()";
        for sql in [columns, indexes] {
            self.each(sql, &[], &mut |row| {
                lines.push(row.get(0)?);
                Ok(())
            })?;
        }
        lines.sort();
        Ok(lines)
    }

    fn columns(&mut self, table: &str) -> Result<Vec<String>, StoreError> {
        let sql = "SELECT CAST(column_name AS TEXT) FROM information_schema.columns \
                   WHERE table_schema = current_schema() AND table_name = CAST($1 AS TEXT)";
        let mut names = Vec::new();
        self.each(sql, &[table.into()], &mut |row| {
            names.push(row.get(0)?);
            Ok(())
        })?;
        names.sort();
        Ok(names)
    }

    fn take_conflict(&mut self) -> bool {
        std::mem::take(&mut self.conflict)
    }
}

#[expect(clippy::needless_pass_by_value, reason = "shaped for map_err")]
fn statement(error: postgres::Error) -> StoreError {
    let Some(code) = error.code().map(|state| state.code().to_owned()) else {
        return StoreError::Unavailable { cause: full_text(&error) };
    };
    match code.as_str() {
        "40001" | "40P01" => StoreError::Conflict,
        "53100" => StoreError::DiskFull,
        code if code.starts_with("23") => StoreError::Constraint { cause: full_text(&error) },
        _other => StoreError::Statement { cause: full_text(&error) },
    }
}

/// The server's own words, without the row's values (its DETAIL may hold personal data).
fn full_text(error: &postgres::Error) -> String {
    match error.as_db_error() {
        Some(from_server) => format!("{} ({})", from_server.message(), from_server.code().code()),
        None => error.to_string(),
    }
}

impl ToSql for Value {
    fn to_sql(&self, ty: &Type, out: &mut BytesMut) -> Result<IsNull, Box<dyn Error + Sync + Send>> {
        match self {
            Self::Null => Ok(IsNull::Yes),
            Self::Int(number) => number.to_sql(ty, out),
            Self::Text(text) => text.to_sql(ty, out),
            Self::Bytes(bytes) => bytes.to_sql(ty, out),
        }
    }

    fn accepts(ty: &Type) -> bool {
        matches!(*ty, Type::INT8 | Type::TEXT | Type::BYTEA | Type::UNKNOWN)
    }

    postgres::types::to_sql_checked!();
}

impl<'a> FromSql<'a> for Value {
    fn from_sql(ty: &Type, raw: &'a [u8]) -> Result<Self, Box<dyn Error + Sync + Send>> {
        match *ty {
            Type::INT8 => Ok(Self::Int(i64::from_sql(ty, raw)?)),
            Type::INT4 => Ok(Self::Int(i32::from_sql(ty, raw)?.into())),
            Type::BOOL => Ok(Self::from(bool::from_sql(ty, raw)?)),
            Type::BYTEA => Ok(Self::Bytes(raw.to_owned())),
            _ => Ok(Self::Text(String::from_sql(ty, raw)?)),
        }
    }

    fn from_sql_null(_: &Type) -> Result<Self, Box<dyn Error + Sync + Send>> {
        Ok(Self::Null)
    }

    fn accepts(ty: &Type) -> bool {
        matches!(*ty, Type::INT8 | Type::INT4 | Type::BOOL | Type::BYTEA) || <String as FromSql>::accepts(ty)
    }
}
