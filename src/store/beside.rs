//! A second thread that adds rows while the first one makes the next: a large import then uses two
//! cores.

use super::engine::Connection;
use super::gathered::Rows;
use super::{Row, StoreError, Value};
use std::collections::VecDeque;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

/// So many batches wait at most; whoever makes more of them waits.
const BATCHES: usize = 4;

/// A connection that two threads take turns at. Everything happens in the order it was asked for.
pub(super) struct Beside<'c> {
    connection: Mutex<&'c mut dyn Connection>,
    line: Mutex<Line>,
    moved: Condvar,
}

/// Batches that wait to be added.
#[derive(Default)]
struct Line {
    waiting: VecDeque<Vec<Rows>>,
    adding: bool,
    /// The first batch that could not be added; nothing is added after it.
    failed: Option<StoreError>,
    ended: bool,
}

impl<'c> Beside<'c> {
    pub fn new(connection: &'c mut dyn Connection) -> Self {
        Self { connection: Mutex::new(connection), line: Mutex::default(), moved: Condvar::new() }
    }

    /// Does `work` while another thread adds what it hands over. All of that is added, or has failed,
    /// when this returns.
    pub fn run<T>(&self, work: impl FnOnce(&mut HandsOver<'_, 'c>) -> T) -> T {
        std::thread::scope(|scope| {
            let end = EndsWithThis(self);
            scope.spawn(|| self.add_what_comes());
            let answer = work(&mut HandsOver(self));
            drop(end);
            answer
        })
    }

    fn add_what_comes(&self) {
        let mut line = self.line();
        loop {
            if let Some(batch) = line.waiting.pop_front() {
                line.adding = true;
                let failed = line.failed.is_some();
                drop(line);
                let outcome = if failed { Ok(()) } else { self.add(batch) };
                line = self.line();
                line.adding = false;
                line.failed = line.failed.take().or(outcome.err());
                self.moved.notify_all();
            } else if line.ended {
                return;
            } else {
                line = self.wait(line);
            }
        }
    }

    fn add(&self, batch: Vec<Rows>) -> Result<(), StoreError> {
        let mut connection = self.connection.lock().unwrap_or_else(PoisonError::into_inner);
        connection.hand_over(batch)
    }

    /// The connection, when everything handed over has been added.
    fn caught_up(&self) -> Result<MutexGuard<'_, &'c mut dyn Connection>, StoreError> {
        let mut line = self.line();
        while line.adding || !line.waiting.is_empty() {
            line = self.wait(line);
        }
        match &line.failed {
            Some(failed) => Err(failed.clone()),
            None => Ok(self.connection.lock().unwrap_or_else(PoisonError::into_inner)),
        }
    }

    fn line(&self) -> MutexGuard<'_, Line> {
        self.line.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn wait<'l>(&self, line: MutexGuard<'l, Line>) -> MutexGuard<'l, Line> {
        self.moved.wait(line).unwrap_or_else(PoisonError::into_inner)
    }
}

/// Lets the adding thread end, also when the work beside it panics.
struct EndsWithThis<'b, 'c>(&'b Beside<'c>);

impl Drop for EndsWithThis<'_, '_> {
    fn drop(&mut self) {
        self.0.line().ended = true;
        self.0.moved.notify_all();
    }
}

/// The connection as the first thread sees it.
pub(super) struct HandsOver<'b, 'c>(&'b Beside<'c>);

impl Connection for HandsOver<'_, '_> {
    fn each(
        &mut self,
        sql: &str,
        params: &[Value],
        visit: &mut dyn FnMut(Row) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        self.0.caught_up()?.each(sql, params, visit)
    }

    fn execute(&mut self, sql: &str, params: &[Value]) -> Result<u64, StoreError> {
        self.0.caught_up()?.execute(sql, params)
    }

    fn rows_together(&self, without_indexes: bool) -> usize {
        self.0.connection.lock().unwrap_or_else(PoisonError::into_inner).rows_together(without_indexes)
    }

    fn several_rows(&self, insert: String) -> String {
        self.0.connection.lock().unwrap_or_else(PoisonError::into_inner).several_rows(insert)
    }

    fn hand_over(&mut self, batch: Vec<Rows>) -> Result<(), StoreError> {
        let mut line = self.0.line();
        while line.waiting.len() >= BATCHES {
            line = self.0.wait(line);
        }
        if let Some(failed) = &line.failed {
            return Err(failed.clone());
        }
        line.waiting.push_back(batch);
        self.0.moved.notify_all();
        Ok(())
    }

    fn set_indexes_aside(
        &mut self,
        table: &str,
        most_rows: u64,
        kept: &[&str],
    ) -> Result<Option<Vec<String>>, StoreError> {
        self.0.caught_up()?.set_indexes_aside(table, most_rows, kept)
    }

    fn execute_script(&mut self, script: &str) -> Result<(), StoreError> {
        self.0.caught_up()?.execute_script(script)
    }

    fn shape(&mut self) -> Result<Vec<String>, StoreError> {
        self.0.caught_up()?.shape()
    }

    fn columns(&mut self, table: &str) -> Result<Vec<String>, StoreError> {
        self.0.caught_up()?.columns(table)
    }

    fn take_conflict(&mut self) -> bool {
        self.0.caught_up().is_ok_and(|mut connection| connection.take_conflict())
    }
}
