//! `husrom restore`: an empty place filled from a backup, on either engine.

use super::{Place, out};
use crate::office::{Actor, backup};
use crate::secrets::Secrets;
use crate::store::Store;
use anyhow::Context as _;
use std::path::PathBuf;
use std::process::ExitCode;

/// What can be said to `restore`.
#[derive(clap::Args)]
pub struct Arguments {
    /// The backup
    file: PathBuf,
    #[command(flatten)]
    place: Place,
}

/// Fills the place; when its key is there already it must be the backup's.
///
/// # Errors
/// When the place is not empty, the file is damaged, or the key is another one.
pub fn run(arguments: &Arguments) -> anyhow::Result<ExitCode> {
    let (place, backup) = (&arguments.place, backup::open(&arguments.file)?);
    std::fs::create_dir_all(&place.data).with_context(|| format!("making the folder {}", place.data.display()))?;
    let settings = place.settings()?;
    let key_path = place.key_path(&settings);
    if key_path.exists() {
        backup.fits(&Secrets::open(&key_path)?, &key_path)?;
    }
    let made = match &settings.database {
        Some(url) => Store::make_postgres_at(url, backup.step()),
        None => Store::make_folder_at(&place.data, backup.step()),
    };
    let carried = backup.restore(&made.context("opening the store")?, &Actor::operator(), settings.clock())?;
    out::talk(&format!("Restored the register of {}.", backup.municipality()));
    out::data(&format!("{} rows", carried.rows));
    out::data(&format!("the facts: {}", carried.mark));
    if !key_path.exists() {
        out::talk("The key is not in the backup, and Husrom does not start without it.");
        out::talk(&format!("hint: put your copy of the key file at {}", key_path.display()));
    }
    Ok(ExitCode::SUCCESS)
}
