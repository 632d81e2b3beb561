//! `husrom import`: the office's own files onto the register.

mod report;

use super::{Place, out};
use crate::exchange::{MAX_FILE, Mapping};
use crate::office::imports::{self, OriginalFile, Outcome, Prepared};
use crate::office::overview::{RegisterTotals, register};
use crate::office::{Actor, Office, new_id};
use crate::store::{StoreError, Tx};
use crate::texts::{Language, Texts};
use anyhow::Context as _;
use housing::Date;
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// What can be said to `import`.
#[derive(clap::Args)]
pub struct Arguments {
    #[command(flatten)]
    place: Place,
    /// The files: xlsx, ods or csv
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Show what would happen; change nothing
    #[arg(long)]
    dry_run: bool,
    /// Read the columns as saved under this name (saved with --save-profile or on the pages)
    #[arg(long, value_name = "NAME", conflicts_with = "mapping")]
    profile: Option<String>,
    /// Read the columns as this file says (TOML or JSON) instead of guessing
    #[arg(long, value_name = "FILE")]
    mapping: Option<PathBuf>,
    /// Save how the columns were read under this name
    #[arg(long, value_name = "NAME")]
    save_profile: Option<String>,
    /// The day the files stand as of, and the day of the register's figures (default today)
    #[arg(long, value_name = "DATE")]
    as_of: Option<Date>,
    /// Write the rejected rows as spreadsheets into this folder, ready to correct and import again
    #[arg(long, value_name = "DIR")]
    rejected: Option<PathBuf>,
    /// Print what happened as one JSON object
    #[arg(long)]
    json: bool,
}

/// Imports the files in one transaction. Exit code 1 when a file could not be read at all.
///
/// # Errors
/// When a file cannot be opened, the mapping is not right, or the store fails.
pub fn run(arguments: &Arguments) -> anyhow::Result<ExitCode> {
    let settings = arguments.place.settings()?;
    let office = arguments.place.office(&settings)?;
    let mapping = mapping(arguments, &office)?;
    let originals = arguments.files.iter().map(|path| original(path)).collect::<anyhow::Result<Vec<_>>>()?;
    let prepared = imports::prepare(originals, mapping.as_ref(), office.today());
    let texts = Texts::load();
    report::readings(&prepared);
    let (outcome, totals) = carry_out(arguments, &office, &prepared)?;
    if let Some(folder) = &arguments.rejected {
        write_rejected(folder, &prepared, &texts)?;
    }
    if arguments.json {
        out::data(&serde_json::to_string_pretty(&report::json(&prepared, &totals, &texts))?);
    } else {
        report::words(&prepared, &outcome, &totals, &texts);
    }
    if arguments.dry_run {
        out::talk("Nothing was changed: this was a dry run.");
    }
    Ok(if prepared.refused.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn carry_out(arguments: &Arguments, office: &Office, prepared: &Prepared) -> anyhow::Result<(Outcome, RegisterTotals)> {
    let operator = Actor::operator();
    let as_of = arguments.as_of.unwrap_or_else(|| office.today());
    let totals = |tx: &mut Tx<'_>| -> Result<RegisterTotals, StoreError> { register(tx, as_of) };
    if arguments.dry_run {
        return Ok(imports::rehearse(office, &operator, prepared, as_of, totals)?);
    }
    if prepared.files.is_empty() {
        return Ok((Outcome::default(), office.store().read(totals)?));
    }
    let answer = imports::accept_as(office, &operator, &new_id(), (prepared, as_of), &|| {}, totals)?;
    if let Some(name) = &arguments.save_profile {
        imports::save_profile(office, &operator, name, &prepared.mapping())?;
    }
    Ok(answer)
}

fn mapping(arguments: &Arguments, office: &Office) -> anyhow::Result<Option<Mapping>> {
    if let Some(path) = &arguments.mapping {
        let text = std::fs::read_to_string(path).with_context(|| format!("reading {}", path.display()))?;
        return Ok(Some(Mapping::from_text(&text).with_context(|| format!("in {}", path.display()))?));
    }
    let Some(name) = &arguments.profile else { return Ok(None) };
    let (known, names) = imports::profile(office, &Actor::operator(), name)?;
    match known {
        Some(mapping) => Ok(Some(mapping)),
        None if names.is_empty() => anyhow::bail!("no profile has been saved; hint: save one with --save-profile NAME"),
        None => anyhow::bail!("there is no profile {name:?}; hint: there are {}", names.join(", ")),
    }
}

fn original(path: &Path) -> anyhow::Result<OriginalFile> {
    let mut content = Vec::new();
    // One byte more than is taken is enough to be refused.
    let read = std::fs::File::open(path).and_then(|file| file.take(MAX_FILE as u64 + 1).read_to_end(&mut content));
    read.with_context(|| format!("reading {}", path.display()))?;
    let name = path.file_name().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned());
    Ok(OriginalFile { name, content })
}

fn write_rejected(folder: &Path, prepared: &Prepared, texts: &Texts) -> anyhow::Result<()> {
    std::fs::create_dir_all(folder).with_context(|| format!("making the folder {}", folder.display()))?;
    for (name, content) in prepared.rejected_sheets(texts, Language::Bokmal)? {
        let path = folder.join(name);
        std::fs::write(&path, content).with_context(|| format!("writing {}", path.display()))?;
        out::talk(&format!("Rejected rows: {}", path.display()));
    }
    Ok(())
}
