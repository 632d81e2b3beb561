//! Where people get letters.

use crate::params;
use crate::store::{StoreError, Tx};
use housing::Date;

/// A person's newest postal address, a line each; empty when none is known.
///
/// # Errors
/// When the store fails.
pub fn post_address(tx: &mut Tx<'_>, person: &str) -> Result<Vec<String>, StoreError> {
    let municipality = tx.municipality();
    let sql = "SELECT lines FROM post_address WHERE municipality = $1 AND person = $2 ORDER BY from_day DESC LIMIT 1";
    let lines: Option<String> = tx.query_one(sql, params![municipality, person])?.map(|row| row.get(0)).transpose()?;
    Ok(lines.unwrap_or_default().lines().map(str::to_owned).collect())
}

/// Notes a person's postal address from a day on; said again for the same day, the last word holds.
///
/// # Errors
/// When the store fails.
pub fn set_post_address(tx: &mut Tx<'_>, person: &str, from: Date, lines: &[String]) -> Result<(), StoreError> {
    let municipality = tx.municipality();
    tx.execute(
        "INSERT INTO post_address (municipality, person, from_day, lines) VALUES ($1, $2, $3, $4) \
         ON CONFLICT (municipality, person, from_day) DO UPDATE SET lines = excluded.lines",
        params![municipality, person, from, lines.join("\n")],
    )?;
    Ok(())
}
