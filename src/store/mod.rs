//! The facts on disk: SQL and nothing else, a file per subject.
//!
//! One SQL text serves two engines, SQLite and PostgreSQL; what they say differently stands in
//! [`engine`]. A transaction is a closure that may run more than once, so it has no side effects.
//! Everything here is synchronous: the web calls it from blocking threads.

mod aside;
mod beside;
pub mod engine;
mod gathered;
mod migrations;
mod pool;
mod postgres;
mod protected;
mod sqlite;
mod value;
mod wanted;

pub mod accounts;
pub mod allocations;
pub mod appeals;
pub mod applications;
pub mod arrears;
pub mod assessments;
pub mod calendar;
pub mod cases;
pub mod decisions;
pub mod delegations;
pub mod documents;
pub mod dwellings;
pub mod expected;
pub mod households;
pub mod imports;
pub mod intake;
pub mod journal;
pub mod needs;
pub mod offers;
pub mod overview;
pub mod people;
pub mod rule_sets;
pub mod sessions;
pub mod settings;
pub mod tables;
pub mod tenancies;
pub mod units;
pub mod work;

pub use engine::{Engine, StoreError};
pub use migrations::newest_step;
pub use value::{FromValue, Row, Value};
pub use wanted::{Known, ORDINARY, Slice, UNKNOWN};

use std::cell::Cell;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// The store of one municipality's facts.
pub struct Store {
    engine: Box<dyn Engine>,
    municipality: String,
    /// Where the store lies, when that is on this machine.
    folder: Option<PathBuf>,
}

/// A transaction under way. Reads see one consistent state; writes happen whole or not at all.
pub struct Tx<'store> {
    connection: &'store mut dyn engine::Connection,
    municipality: &'store str,
    /// Rows that wait to be added together, when they may.
    gathered: Option<gathered::Gathered>,
    /// Indexes that are built again when the rows are in.
    aside: Option<aside::Aside>,
    /// Whether the transaction has taken its place in the line of writers.
    changes: Cell<bool>,
    /// Statements that have been run, and how long they took.
    statements: (u32, Duration),
}

/// The municipality a new store is made for until it is given a name of its own.
pub const ONLY_MUNICIPALITY: &str = "kommune";

impl Store {
    /// Opens (and, when `create`, makes) the SQLite store in `folder`.
    ///
    /// # Errors
    /// When the folder or file cannot be used, or was made by a newer program.
    pub fn open_folder(folder: &Path, create: bool) -> Result<Self, StoreError> {
        Self::in_folder(folder, create, migrations::STEPS.len())
    }

    /// Opens the PostgreSQL store at `url`; its tables are made when there are none.
    ///
    /// # Errors
    /// When the server does not answer or refuses, or the store was made by a newer program.
    pub fn open_postgres(url: &str) -> Result<Self, StoreError> {
        Self::make_postgres_at(url, migrations::STEPS.len())
    }

    /// Makes an SQLite store in `folder` as it was at `step`, for filling it from a backup of that time.
    ///
    /// # Errors
    /// As [`Store::open_folder`].
    pub fn make_folder_at(folder: &Path, step: usize) -> Result<Self, StoreError> {
        Self::in_folder(folder, true, step)
    }

    /// Makes a PostgreSQL store as it was at `step`, for filling it from a backup of that time.
    ///
    /// # Errors
    /// As [`Store::open_postgres`].
    pub fn make_postgres_at(url: &str, step: usize) -> Result<Self, StoreError> {
        Self::at(Box::new(postgres::PostgresEngine::open(url)?), None, step)
    }

    fn in_folder(folder: &Path, create: bool, step: usize) -> Result<Self, StoreError> {
        let engine = sqlite::SqliteEngine::open(&folder.join("husrom.db"), create)?;
        Self::at(Box::new(engine), Some(folder.to_owned()), step)
    }

    fn at(engine: Box<dyn Engine>, folder: Option<PathBuf>, step: usize) -> Result<Self, StoreError> {
        let store = Self { engine, municipality: ONLY_MUNICIPALITY.to_owned(), folder };
        migrations::run_up_to(&store, step)?;
        Ok(store)
    }

    /// Brings a store made at an earlier step up to this program's.
    ///
    /// # Errors
    /// When a step fails; then nothing of it remains.
    pub fn upgrade(&self) -> Result<(), StoreError> {
        migrations::run_up_to(self, migrations::STEPS.len())
    }

    /// The key of the municipality whose facts these are.
    pub fn municipality(&self) -> &str {
        &self.municipality
    }

    /// The folder the store lies in; `None` when it lies with a server that others may use too.
    pub fn folder(&self) -> Option<&Path> {
        self.folder.as_deref()
    }

    /// `"sqlite"` or `"postgres"`.
    pub fn engine_name(&self) -> &'static str {
        self.engine.name()
    }

    /// Brings what the planner knows of the tables up to date: when much has been added.
    ///
    /// # Errors
    /// When the store cannot be reached.
    pub fn refresh_statistics(&self) -> Result<(), StoreError> {
        self.engine.refresh_statistics()
    }

    /// The same at the start of a day's work, where it is needed: quick when all is well.
    ///
    /// # Errors
    /// When the store cannot be reached.
    pub fn tend_statistics(&self) -> Result<(), StoreError> {
        self.engine.tend_statistics()
    }

    /// Reads in one consistent state of the facts.
    ///
    /// # Errors
    /// Whatever `work` answers, or that the store cannot be reached.
    pub fn read<T, E: From<StoreError>>(&self, work: impl Fn(&mut Tx<'_>) -> Result<T, E>) -> Result<T, E> {
        self.run(engine::Mode::Read, &work)
    }

    /// Changes facts: all of `work`, or nothing. When this returns `Ok` the change is on disk.
    ///
    /// `work` may run more than once when two writers meet, so it must have no other effects.
    ///
    /// # Errors
    /// Whatever `work` answers (then nothing has changed), or that the store cannot be reached.
    pub fn write<T, E: From<StoreError>>(&self, work: impl Fn(&mut Tx<'_>) -> Result<T, E>) -> Result<T, E> {
        self.run(engine::Mode::Write, &|tx| {
            journal::take_turn(tx, true)?;
            work(tx)
        })
    }

    /// As [`Store::write`], for a large change by somebody who asks nothing else of the store meanwhile:
    /// where nobody else has it open, others wait until it is done, and half as much is written to disk.
    ///
    /// # Errors
    /// As [`Store::write`].
    pub fn write_alone<T, E: From<StoreError>>(&self, work: impl Fn(&mut Tx<'_>) -> Result<T, E>) -> Result<T, E> {
        self.run(engine::Mode::WriteAlone, &|tx| {
            journal::take_turn(tx, true)?;
            work(tx)
        })
    }

    /// Like [`Store::write`] for entries that change no fact (looks, sessions): what is remembered
    /// of the facts stays valid.
    ///
    /// # Errors
    /// As [`Store::write`].
    pub fn note<T, E: From<StoreError>>(&self, work: impl Fn(&mut Tx<'_>) -> Result<T, E>) -> Result<T, E> {
        self.run(engine::Mode::Write, &|tx| {
            journal::take_turn(tx, false)?;
            work(tx)
        })
    }

    /// Runs statements that belong to the engine itself, outside the line of writers.
    fn run<T, E: From<StoreError>>(
        &self,
        mode: engine::Mode,
        work: &dyn Fn(&mut Tx<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let mut outcome: Option<Result<T, E>> = None;
        let municipality = self.municipality.as_str();
        let transacted = self.engine.transact(mode, &mut |connection| {
            let changes = Cell::new(mode != engine::Mode::Read);
            let mut tx =
                Tx { connection, municipality, gathered: None, aside: None, changes, statements: (0, Duration::ZERO) };
            let result = work(&mut tx).and_then(|answer| {
                tx.add_waiting()?;
                Ok(answer)
            });
            tx.tell(mode);
            let verdict = match (&result, tx.connection.take_conflict()) {
                (_, true) => engine::Verdict::TryAgain,
                (Ok(_), false) => engine::Verdict::Commit,
                (Err(_), false) => engine::Verdict::RollBack,
            };
            outcome = Some(result);
            verdict
        });
        match (transacted, outcome) {
            (Ok(()), Some(result)) => result,
            (Err(error), _) => Err(error.into()),
            (Ok(()), None) => Err(StoreError::Unavailable { cause: "the transaction never ran".to_owned() }.into()),
        }
    }
}

impl Tx<'_> {
    /// The key of the municipality whose facts are read or changed: the first parameter of
    /// nearly every statement.
    pub fn municipality(&self) -> String {
        self.municipality.to_owned()
    }

    /// Every row the statement answers.
    ///
    /// # Errors
    /// When the statement fails.
    pub fn query(&mut self, sql: &str, params: &[Value]) -> Result<Vec<Row>, StoreError> {
        let mut rows = Vec::new();
        self.each(sql, params, &mut |row| {
            rows.push(row);
            Ok(())
        })?;
        Ok(rows)
    }

    /// The first row, if there is one.
    ///
    /// # Errors
    /// When the statement fails.
    pub fn query_one(&mut self, sql: &str, params: &[Value]) -> Result<Option<Row>, StoreError> {
        Ok(self.query(sql, params)?.into_iter().next())
    }

    /// Calls `visit` with each row in turn, without holding them all in memory.
    ///
    /// # Errors
    /// When the statement or `visit` fails.
    pub fn each(
        &mut self,
        sql: &str,
        params: &[Value],
        visit: &mut dyn FnMut(Row) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        self.add_waiting()?;
        self.timed(|connection| connection.each(sql, params, visit))
    }

    /// Runs a statement that answers nothing; returns how many rows it touched.
    ///
    /// # Errors
    /// When the statement fails, e.g. [`StoreError::Constraint`].
    pub fn execute(&mut self, sql: &str, params: &[Value]) -> Result<u64, StoreError> {
        self.add_waiting()?;
        self.timed(|connection| connection.execute(sql, params))
    }

    fn timed<T>(&mut self, statement: impl FnOnce(&mut dyn engine::Connection) -> T) -> T {
        let began = Instant::now();
        let answer = statement(self.connection);
        self.statements.0 += 1;
        self.statements.1 += began.elapsed();
        answer
    }

    /// For whoever looks for what is slow: `HUSROM_LOG=husrom::store=debug`.
    fn tell(&self, mode: engine::Mode) {
        let (statements, took) = self.statements;
        tracing::debug!(?mode, statements, micros = took.as_micros(), "a transaction's statements");
    }

    /// From here on, rows that are added may wait for each other and be added many at a time, before
    /// the next question at the latest. A row that breaks a rule of the store is told of only then.
    pub fn gather(&mut self) {
        self.gathered.get_or_insert_default();
    }

    /// Makes ready for adding about so many rows in this transaction.
    ///
    /// # Errors
    /// When the store fails.
    pub fn make_room(&mut self, rows: u64) -> Result<(), StoreError> {
        self.connection.make_room(rows)
    }

    /// Adds about `rows` things: `add` makes the rows while another thread puts them in, and what they
    /// fill anew has its indexes built when all are added. Until then asking for them can be slow.
    ///
    /// # Errors
    /// Whatever `add` answers, and [`StoreError::Constraint`] when a row breaks a rule of the store;
    /// then the transaction must be rolled back.
    pub fn adding_many<T, E: From<StoreError>>(
        &mut self,
        rows: u64,
        add: impl FnOnce(&mut Tx<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        self.add_waiting()?;
        self.make_room(rows)?;
        let (municipality, changes, statements) = (self.municipality, self.changes.clone(), self.statements);
        let (answer, statements) = beside::Beside::new(self.connection).run(|connection| {
            let (gathered, aside) = (Some(gathered::Gathered::default()), aside::Aside::for_rows(rows));
            let mut tx = Tx { connection, municipality, gathered, aside, changes, statements };
            let answer = add(&mut tx).and_then(|answer| {
                tx.add_waiting()?;
                tx.bring_indexes_back()?;
                Ok(answer)
            });
            (answer, tx.statements)
        });
        self.statements = statements;
        answer
    }

    fn bring_indexes_back(&mut self) -> Result<(), StoreError> {
        self.aside.as_mut().map_or(Ok(()), |aside| aside.bring_back(self.connection))
    }

    /// Adds a row with an `INSERT` of one list of values.
    ///
    /// # Errors
    /// As [`Tx::execute`].
    pub fn add(&mut self, sql: &str, params: impl Into<Vec<Value>>) -> Result<(), StoreError> {
        let row = params.into();
        let Some(gathered) = &mut self.gathered else { return self.execute(sql, &row).map(|_| ()) };
        if !gathered.knows(sql) {
            let without_indexes = match &mut self.aside {
                Some(aside) => aside.set_aside(self.connection, gathered::table(sql))?,
                None => false,
            };
            gathered.know(sql, row.len(), self.connection.rows_together(without_indexes), self.connection);
        }
        if gathered.add(sql, row) {
            let batch = gathered.take();
            self.timed(|connection| connection.hand_over(batch))?;
        }
        Ok(())
    }

    fn add_waiting(&mut self) -> Result<(), StoreError> {
        let Some(gathered) = &mut self.gathered else { return Ok(()) };
        gathered.take().iter().try_for_each(|rows| rows.add_to(self.connection))
    }

    /// The tables' shape, for comparing an upgraded store with a fresh one.
    ///
    /// # Errors
    /// When the engine does not answer.
    pub fn shape(&mut self) -> Result<Vec<String>, StoreError> {
        self.connection.shape()
    }

    /// Whether this transaction may change anything.
    pub fn may_change(&self) -> bool {
        self.changes.get()
    }
}
