//! The command line: one file per command, calling the same verbs as the pages.
//! Data goes to standard output, talk to standard error, and a `hint:` when we know the way out.

mod access_bundle;
mod backup;
mod calc;
mod demo_data;
mod import;
mod init;
mod letters;
mod matching;
mod out;
mod restore;
mod serve;
mod stats;
mod verify;

use crate::office::{Office, letters as office_letters, rule_sets};
use crate::secrets::Secrets;
use crate::settings::Settings;
use crate::store::{Store, settings as store_settings};
use anyhow::Context as _;
use clap::{Args, CommandFactory as _, Parser, Subcommand};
use std::path::PathBuf;
use std::process::ExitCode;

/// The housing office's program: homes, people, applications and arrears in one register.
///
/// Begin with `husrom init --data DIR` and `husrom serve --data DIR`.
#[derive(Parser)]
#[command(name = "husrom", version, max_term_width = 100)]
struct CommandLine {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Make a new register: the store, the key file and a first administrator
    Init(init::Arguments),
    /// Serve the pages
    Serve(serve::Arguments),
    /// Read the office's own spreadsheets and lists onto the register
    Import(Box<import::Arguments>),
    /// Fill an empty register with a made-up municipality
    DemoData(demo_data::Arguments),
    /// Find the best placement of households in homes, with proof
    Match(matching::Arguments),
    /// Ask one rule of law: facts in, the answer with its reasons out
    Calc(calc::Arguments),
    /// Print the overview for any day: homes, vacancies, leases, who waits, need and arrears
    Stats(stats::Arguments),
    /// Check the municipality's own words for its letters
    Letters(letters::Arguments),
    /// Make what a party sees of a case, as one PDF
    AccessBundle(access_bundle::Arguments),
    /// Write everything to one file, while others go on working
    Backup(backup::Arguments),
    /// Fill an empty place, on either engine, from a backup
    Restore(restore::Arguments),
    /// Prove that nothing in the journal has been altered, removed or inserted
    Verify(Place),
}

/// Where the register is.
#[derive(Args, Clone)]
pub struct Place {
    /// The data folder, with the key file and (unless --database is given) the store
    #[arg(long, env = "HUSROM_DATA", value_name = "DIR")]
    pub data: PathBuf,
    /// Use PostgreSQL: postgres://user:password@host/database
    #[arg(long, value_name = "URL")]
    pub database: Option<String>,
    /// The key file, when it is not DIR/husrom.key
    #[arg(long, value_name = "FILE")]
    pub key: Option<PathBuf>,
    /// The settings file, when it is not DIR/husrom.toml
    #[arg(long, value_name = "FILE")]
    pub config: Option<PathBuf>,
}

impl Place {
    /// The settings in force: file, environment, command line.
    ///
    /// # Errors
    /// When one of them cannot be used.
    pub fn settings(&self) -> anyhow::Result<Settings> {
        let mut settings = Settings::load(self.config.as_deref(), &self.data, |name| std::env::var(name).ok())?;
        if self.database.is_some() {
            settings.database.clone_from(&self.database);
        }
        if self.key.is_some() {
            settings.key.clone_from(&self.key);
        }
        Ok(settings)
    }

    /// The key file's path.
    pub fn key_path(&self, settings: &Settings) -> PathBuf {
        settings.key.clone().unwrap_or_else(|| self.data.join("husrom.key"))
    }

    /// The store, without its keys.
    ///
    /// # Errors
    /// When there is none, or it cannot be reached.
    pub fn store(&self, settings: &Settings, create: bool) -> anyhow::Result<Store> {
        let opened = match &settings.database {
            Some(url) => Store::open_postgres(url),
            None => Store::open_folder(&self.data, create),
        };
        opened.context("opening the store")
    }

    /// The office, ready for work.
    ///
    /// # Errors
    /// When the store or the key cannot be used.
    pub fn office(&self, settings: &Settings) -> anyhow::Result<Office> {
        let store = self.store(settings, false)?;
        if store.read(store_settings::municipality_name)?.is_none() {
            anyhow::bail!("the store is empty; hint: run `husrom init --data {}` first", self.data.display());
        }
        let key_path = self.key_path(settings);
        let secrets = Secrets::open(&key_path)?;
        let office = Office::open(store, secrets, &key_path, settings.clock())?;
        office.begin_day()?;
        rule_sets::begin_where_none(&office)?;
        let office = office.with_expected_days(settings.expected_days);
        Ok(match &settings.letter_templates {
            Some(folder) => {
                office.with_templates(office_letters::own_words(folder).context("the setting `letter_templates`")?)
            }
            None => office,
        })
    }
}

/// The command line as it is declared, for lists of what there is.
pub fn declared() -> clap::Command {
    CommandLine::command()
}

/// Runs the command line and says how it went: 0 done, 1 not done, 2 not understood.
pub fn main() -> ExitCode {
    let done = match CommandLine::parse().command {
        Command::Init(arguments) => init::run(&arguments),
        Command::Serve(arguments) => serve::run(&arguments),
        Command::Import(arguments) => import::run(&arguments),
        Command::DemoData(arguments) => demo_data::run(&arguments),
        Command::Match(arguments) => matching::run(&arguments),
        Command::Calc(arguments) => calc::run(&arguments),
        Command::Stats(arguments) => stats::run(&arguments),
        Command::Letters(arguments) => letters::run(&arguments),
        Command::AccessBundle(arguments) => access_bundle::run(&arguments),
        Command::Backup(arguments) => backup::run(&arguments),
        Command::Restore(arguments) => restore::run(&arguments),
        Command::Verify(place) => verify::run(&place),
    };
    match done {
        Ok(code) => code,
        Err(error) => {
            out::talk(&format!("error: {error:#}"));
            ExitCode::FAILURE
        }
    }
}
