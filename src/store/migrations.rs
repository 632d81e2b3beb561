//! Forward-only changes to the tables, embedded in the program and run at start.

use super::{Store, StoreError, Tx, engine};
use crate::params;

/// Every step, in order. A step is never edited once it has been released.
pub const STEPS: &[(&str, &str)] = &[
    ("0001_house", include_str!("../../migrations/0001_house.sql")),
    ("0002_register", include_str!("../../migrations/0002_register.sql")),
    ("0003_overview", include_str!("../../migrations/0003_overview.sql")),
    ("0004_lists", include_str!("../../migrations/0004_lists.sql")),
    ("0005_finding", include_str!("../../migrations/0005_finding.sql")),
    ("0006_overview_years", include_str!("../../migrations/0006_overview_years.sql")),
    ("0007_tenancy_list", include_str!("../../migrations/0007_tenancy_list.sql")),
    ("0008_applications", include_str!("../../migrations/0008_applications.sql")),
    ("0009_open_applications", include_str!("../../migrations/0009_open_applications.sql")),
    ("0010_cases", include_str!("../../migrations/0010_cases.sql")),
    ("0011_decisions", include_str!("../../migrations/0011_decisions.sql")),
    ("0012_open_cases", include_str!("../../migrations/0012_open_cases.sql")),
    ("0013_assessments", include_str!("../../migrations/0013_assessments.sql")),
    ("0014_calendar", include_str!("../../migrations/0014_calendar.sql")),
    ("0015_quick_lists", include_str!("../../migrations/0015_quick_lists.sql")),
    ("0016_intake", include_str!("../../migrations/0016_intake.sql")),
    ("0017_post", include_str!("../../migrations/0017_post.sql")),
    ("0018_allocation", include_str!("../../migrations/0018_allocation.sql")),
    ("0019_documents", include_str!("../../migrations/0019_documents.sql")),
    ("0020_expected", include_str!("../../migrations/0020_expected.sql")),
    ("0021_offers", include_str!("../../migrations/0021_offers.sql")),
    ("0022_reviews", include_str!("../../migrations/0022_reviews.sql")),
    ("0023_looks", include_str!("../../migrations/0023_looks.sql")),
    ("0024_what_if", include_str!("../../migrations/0024_what_if.sql")),
    ("0025_wishes", include_str!("../../migrations/0025_wishes.sql")),
    ("0026_minutes", include_str!("../../migrations/0026_minutes.sql")),
    ("0027_changes", include_str!("../../migrations/0027_changes.sql")),
    ("0028_unaddressed", include_str!("../../migrations/0028_unaddressed.sql")),
    ("0029_orders", include_str!("../../migrations/0029_orders.sql")),
    ("0030_letter_addresses", include_str!("../../migrations/0030_letter_addresses.sql")),
    ("0031_cadastre", include_str!("../../migrations/0031_cadastre.sql")),
    ("0032_delegation", include_str!("../../migrations/0032_delegation.sql")),
    ("0033_run_version", include_str!("../../migrations/0033_run_version.sql")),
    ("0034_stated_deadline", include_str!("../../migrations/0034_stated_deadline.sql")),
    ("0035_mandate", include_str!("../../migrations/0035_mandate.sql")),
    ("0036_rules_at_hand", include_str!("../../migrations/0036_rules_at_hand.sql")),
    ("0037_interim_promise", include_str!("../../migrations/0037_interim_promise.sql")),
    ("0038_appeals_on_dismissals", include_str!("../../migrations/0038_appeals_on_dismissals.sql")),
];

/// Brings the store up to step `wanted`; a store that is further already stays as it is.
///
/// # Errors
/// When the store was made by a newer program, or a step fails (then nothing of it remains).
pub fn run_up_to(store: &Store, wanted: usize) -> Result<(), StoreError> {
    store.run(engine::Mode::Write, &|tx| {
        tx.connection.execute_script(
            "CREATE TABLE IF NOT EXISTS migration (step {INT} PRIMARY KEY, name TEXT NOT NULL) STRICT;",
        )?;
        let done = done(tx)?;
        if done > STEPS.len() {
            return Err(StoreError::Newer { found: to_number(done), known: to_number(STEPS.len()) });
        }
        for (index, (name, script)) in STEPS.iter().enumerate().take(wanted).skip(done) {
            tx.connection.execute_script(script)?;
            tx.execute("INSERT INTO migration (step, name) VALUES ($1, $2)", params![to_number(index + 1), *name])?;
        }
        Ok(())
    })
}

/// The step this program knows as the newest.
pub const fn newest_step() -> usize {
    STEPS.len()
}

/// The step a store is at.
///
/// # Errors
/// When the store fails.
pub fn done(tx: &mut Tx<'_>) -> Result<usize, StoreError> {
    let done = tx.query_one("SELECT coalesce(max(step), 0) FROM migration", &[])?;
    done.map_or(Ok(0), |row| row.get(0))
}

/// The tables that the steps make, in the order they are made: each after those it refers to.
pub fn tables() -> impl Iterator<Item = &'static str> {
    let lines = STEPS.iter().flat_map(|(_, script)| script.lines());
    lines.filter_map(|line| line.strip_prefix("CREATE TABLE ")?.split_whitespace().next())
}

fn to_number(step: usize) -> i64 {
    i64::try_from(step).expect("there are few migrations")
}
