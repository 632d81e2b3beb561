//! `husrom backup`: everything in one file, while others go on working.

use super::{Place, out};
use crate::office::{Actor, backup};
use std::path::PathBuf;
use std::process::ExitCode;

/// What can be said to `backup`.
#[derive(clap::Args)]
pub struct Arguments {
    /// The new file; one that exists is not overwritten
    file: PathBuf,
    #[command(flatten)]
    place: Place,
}

/// Writes the file.
///
/// # Errors
/// When there is a file already, or it cannot be written.
pub fn run(arguments: &Arguments) -> anyhow::Result<ExitCode> {
    let settings = arguments.place.settings()?;
    let office = arguments.place.office(&settings)?;
    let carried = backup::write(&office, &Actor::operator(), &arguments.file)?;
    out::data(&format!("{} rows", carried.rows));
    out::data(&format!("the facts: {}", carried.mark));
    let key = arguments.place.key_path(&settings);
    out::talk(&format!("The key is not in the backup. Keep a copy of {} somewhere else.", key.display()));
    Ok(ExitCode::SUCCESS)
}
