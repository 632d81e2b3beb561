//! `husrom access-bundle`: what a party sees of a case, as one PDF.

use super::{Place, out};
use crate::office::appeals::{self, Contents, Masked};
use crate::office::{Actor, OfficeError, cases};
use crate::texts::{Language, Texts};
use anyhow::{Context as _, bail};
use std::collections::BTreeSet;
use std::path::PathBuf;
use std::process::ExitCode;

/// What can be said to `access-bundle`.
#[derive(clap::Args)]
pub struct Arguments {
    #[command(flatten)]
    place: Place,
    /// The case's number, such as 2026/00417-2
    case: String,
    /// Only tell what the file would hold, and which persons it tells of
    #[arg(long)]
    list: bool,
    /// Hold the entry with this number back
    #[arg(long, value_name = "NUMBER")]
    withhold: Vec<u32>,
    /// Hide pages of the PDF with this number, such as 3:2,4-5
    #[arg(long, value_name = "NUMBER:PAGES")]
    hide_pages: Vec<String>,
    /// Hide what tells of this person, by the name that --list tells
    #[arg(long, value_name = "NAME")]
    hide_person: Vec<String>,
    /// Where the PDF is put
    #[arg(long, value_name = "FILE", required_unless_present = "list")]
    out: Option<PathBuf>,
}

/// Makes the bundle; internal documents are left out, and the sharing is logged with what was kept back.
///
/// # Errors
/// When there is no such case, or something is to be kept back that is not in it.
pub fn run(arguments: &Arguments) -> anyhow::Result<ExitCode> {
    let office = arguments.place.office(&arguments.place.settings()?)?;
    let actor = Actor::operator();
    let case = cases::id_of_number(&office, &actor, &arguments.case)?
        .with_context(|| format!("there is no case {}; hint: a case's number is 2026/00417-2", arguments.case))?;
    let contents = appeals::file_contents(&office, &actor, &case)?;
    let Some(file) = arguments.out.as_ref().filter(|_| !arguments.list) else {
        tell(&contents);
        return Ok(ExitCode::SUCCESS);
    };
    let masked = masked(arguments, &contents)?;
    let bundle = appeals::access_bundle(&office, &actor, &case, &masked).map_err(worded)?;
    std::fs::write(file, bundle.bytes).with_context(|| format!("writing {}", file.display()))?;
    out::talk(&format!("{} is written.", file.display()));
    Ok(ExitCode::SUCCESS)
}

fn tell(contents: &Contents) {
    for entry in &contents.entries {
        let pages = if entry.has_pages { ", pages can be hidden" } else { "" };
        out::talk(&format!("{:>3}  {}  {}{pages}", entry.number, entry.day, entry.title));
    }
    for person in &contents.persons {
        out::talk(&format!("person  {}  ({})", person.name, person.who));
    }
}

/// What is kept back, by the numbers and names that the list tells.
fn masked(arguments: &Arguments, contents: &Contents) -> anyhow::Result<Masked> {
    let id = |number: u32| {
        let found = contents.entries.iter().find(|entry| entry.number == number);
        found.map(|entry| entry.id.clone()).with_context(|| format!("there is no number {number}; hint: see --list"))
    };
    let mut masked = Masked::default();
    for typed in &arguments.hide_pages {
        let read = typed.split_once(':').and_then(|(number, pages)| {
            let pages = appeals::pages(pages).filter(|pages| !pages.is_empty())?;
            Some((number.trim().parse().ok()?, pages))
        });
        let Some((number, pages)) = read else { bail!("{typed} names no pages; hint: 3:2,4-5") };
        masked.documents.entry(id(number)?).or_default().extend(pages);
    }
    for number in &arguments.withhold {
        masked.documents.insert(id(*number)?, BTreeSet::new());
    }
    for name in &arguments.hide_person {
        let mut named = contents.persons.iter().filter(|person| person.name == *name).peekable();
        if named.peek().is_none() {
            bail!("the case tells of no {name}; hint: see --list");
        }
        masked.persons.extend(named.map(|person| person.id.clone()));
    }
    Ok(masked)
}

fn worded(error: OfficeError) -> anyhow::Error {
    let OfficeError::Invalid(problems) = error else { return error.into() };
    let words = Texts::load();
    let told = problems.iter().map(|problem| {
        let facts: Vec<(&str, &str)> = problem.facts.iter().map(|(name, fact)| (*name, fact.as_str())).collect();
        words.with(Language::English, problem.text, &facts)
    });
    anyhow::anyhow!("the bundle cannot be made: {}", told.collect::<Vec<_>>().join(", "))
}
