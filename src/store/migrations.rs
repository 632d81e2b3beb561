//! Forward-only changes to the tables, embedded in the program and run at start.

use super::{Store, StoreError, Tx, engine};
use crate::params;

/// Every step, in order. A step is never edited once it has been released.
pub const STEPS: &[(&str, &str)] = &[
    ("0001_house", include_str!("../../migrations/0001_house.sql")),
    ("0002_register", include_str!("../../migrations/0002_register.sql")),
    ("0003_overview", include_str!("../../migrations/0003_overview.sql")),
    ("0004_lists", include_str!("../../migrations/0004_lists.sql")),
];

/// Brings the store up to this program's step.
///
/// # Errors
/// When the store was made by a newer program, or a step fails (then nothing of it remains).
pub fn run(store: &Store) -> Result<(), StoreError> {
    store.run(engine::Mode::Write, &|tx| {
        tx.connection.execute_script(
            "CREATE TABLE IF NOT EXISTS migration (step {INT} PRIMARY KEY, name TEXT NOT NULL) STRICT;",
        )?;
        run_up_to(tx, STEPS.len())
    })
}

fn run_up_to(tx: &mut Tx<'_>, wanted: usize) -> Result<(), StoreError> {
    let done = tx.query_one("SELECT coalesce(max(step), 0) FROM migration", &[])?;
    let done: usize = done.map_or(Ok(0), |row| row.get(0))?;
    if done > STEPS.len() {
        return Err(StoreError::Newer { found: to_number(done), known: to_number(STEPS.len()) });
    }
    for (index, (name, script)) in STEPS.iter().enumerate().take(wanted).skip(done) {
        tx.connection.execute_script(script)?;
        tx.execute("INSERT INTO migration (step, name) VALUES ($1, $2)", params![to_number(index + 1), *name])?;
    }
    Ok(())
}

fn to_number(step: usize) -> i64 {
    i64::try_from(step).expect("there are few migrations")
}
