//! `husrom init`: a new register, without a question.

use super::{Place, out};
use crate::office::accounts;
use crate::secrets::Secrets;
use crate::store::settings::municipality_name;
use anyhow::Context as _;
use std::process::ExitCode;

/// What can be said to `init`.
#[derive(clap::Args)]
pub struct Arguments {
    #[command(flatten)]
    place: Place,
    /// The municipality's name, as it stands on pages and letters
    #[arg(long, default_value = "Ny kommune")]
    municipality: String,
}

/// Makes the store, the key file and a first administrator.
///
/// # Errors
/// When there is a register already, or the folder cannot be written.
pub fn run(arguments: &Arguments) -> anyhow::Result<ExitCode> {
    let place = &arguments.place;
    std::fs::create_dir_all(&place.data).with_context(|| format!("making the folder {}", place.data.display()))?;
    let settings = place.settings()?;
    let store = place.store(&settings, true)?;
    if let Some(name) = store.read(municipality_name)? {
        anyhow::bail!("there is a register already, for {name}; hint: choose an empty folder or database");
    }
    let key_path = place.key_path(&settings);
    let secrets = Secrets::create(&key_path)?;
    let first = accounts::found(&store, &secrets, settings.clock(), &arguments.municipality)?;
    out::talk(&format!("Made a register for {} in {}.", arguments.municipality, place.data.display()));
    out::talk(&format!("Keep a copy of the key file {} apart from the data.", key_path.display()));
    out::talk("The first administrator (the password must be changed at the first login):");
    out::data(&format!("login: {}", first.login));
    out::data(&format!("password: {}", first.password.as_str()));
    out::talk(&format!("hint: husrom serve --data {}", place.data.display()));
    Ok(ExitCode::SUCCESS)
}
