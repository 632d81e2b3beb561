//! `husrom letters check`: are the municipality's own words for its letters fit to use? It needs no register.

use super::out;
use crate::office::letters::{BadWords, own_words};
use clap::{Args, Subcommand};
use std::path::PathBuf;
use std::process::ExitCode;

/// What can be said to `letters`.
#[derive(Args)]
pub struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Say what is wrong with a folder of own templates: which file, which block, and the law that asks for it
    Check {
        /// The folder with nb and nn
        #[arg(value_name = "DIR")]
        folder: PathBuf,
    },
}

/// Checks the templates; exit code 2 when one of them cannot be used.
///
/// # Errors
/// When the folder cannot be read.
pub fn run(arguments: &Arguments) -> anyhow::Result<ExitCode> {
    let Command::Check { folder } = &arguments.command;
    match own_words(folder) {
        Ok(_) => {
            out::talk("Every letter has what the law asks for.");
            Ok(ExitCode::SUCCESS)
        }
        Err(BadWords::Problems(problems)) => {
            problems.0.iter().for_each(|problem| out::data(&problem.to_string()));
            out::talk(&format!("error: {} problems; the letters cannot be used as they are", problems.0.len()));
            Ok(ExitCode::from(2))
        }
        Err(unreadable @ BadWords::Unreadable { .. }) => Err(unreadable.into()),
    }
}
