//! `husrom access-bundle`: what a party sees of a case, as one PDF.

use super::{Place, out};
use crate::office::{Actor, OfficeError, appeals, cases};
use crate::texts::{Language, Texts};
use anyhow::Context as _;
use std::path::PathBuf;
use std::process::ExitCode;

/// What can be said to `access-bundle`.
#[derive(clap::Args)]
pub struct Arguments {
    #[command(flatten)]
    place: Place,
    /// The case's number, such as 2026/00417-2
    case: String,
    /// Where the PDF is put
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
}

/// Makes the bundle; internal documents are left out, and the sharing is logged.
///
/// # Errors
/// When there is no such case, or it has no documents.
pub fn run(arguments: &Arguments) -> anyhow::Result<ExitCode> {
    let office = arguments.place.office(&arguments.place.settings()?)?;
    let actor = Actor::operator();
    let case = cases::id_of_number(&office, &actor, &arguments.case)?
        .with_context(|| format!("there is no case {}; hint: a case's number is 2026/00417-2", arguments.case))?;
    let words = Texts::load();
    let bundle =
        appeals::access_bundle(&office, &actor, &case, &appeals::Masked::new()).map_err(|error| match error {
            OfficeError::Invalid(problems) => anyhow::anyhow!(
                "the bundle cannot be made: {}",
                problems
                    .iter()
                    .map(|problem| words.get(Language::English, problem.text))
                    .collect::<Vec<_>>()
                    .join(", ")
            ),
            other => other.into(),
        })?;
    std::fs::write(&arguments.out, bundle.bytes).with_context(|| format!("writing {}", arguments.out.display()))?;
    out::talk(&format!("{} is written.", arguments.out.display()));
    Ok(ExitCode::SUCCESS)
}
