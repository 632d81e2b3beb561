//! `husrom verify`: proves the journal's chain, and prints the mark of the facts.

use super::{Place, out};
use crate::store::{journal, tables};
use std::process::ExitCode;

/// Walks the whole chain; two registers with the same facts have the same mark. Exit code 1 and a line for each fault when it does not hold.
///
/// # Errors
/// When the store cannot be reached.
pub fn run(place: &Place) -> anyhow::Result<ExitCode> {
    let settings = place.settings()?;
    let store = place.store(&settings, false)?;
    let (broken, count) = store.read(journal::verify)?;
    for fault in &broken {
        out::data(&fault.to_string());
    }
    if !broken.is_empty() {
        out::talk("The journal has been tampered with.");
        return Ok(ExitCode::FAILURE);
    }
    out::data(&format!("the journal is whole: {count} entries"));
    out::data(&format!("the facts: {}", store.read(tables::mark)?));
    Ok(ExitCode::SUCCESS)
}
