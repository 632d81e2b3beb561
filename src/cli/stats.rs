//! `husrom stats`: the overview's numbers for any day, and how allocation went in the year until then.

mod allocations;
mod sections;

use super::{Place, out};
use crate::office::Actor;
use crate::office::allocations::{Numbers, numbers};
use crate::office::overview::{self, Overview};
use anyhow::Context as _;
use housing::calendar::add_years;
use jiff::civil::Date;
use std::collections::BTreeMap;
use std::process::ExitCode;

/// What can be said to `stats`.
#[derive(clap::Args)]
#[command(
    after_help = "Examples:\n  husrom stats --data /var/lib/husrom\n  husrom stats --data /var/lib/husrom --as-of 2025-12-31 --json > year-end.json"
)]
pub struct Arguments {
    #[command(flatten)]
    place: Place,
    /// The day to count on, past or coming, such as 2025-12-31; today when not given
    #[arg(long, value_name = "YYYY-MM-DD")]
    as_of: Option<Date>,
    /// Print one JSON object instead of tables: the same numbers, amounts in øre, for other programs
    #[arg(long)]
    json: bool,
}

/// The numbers as one JSON object: those of the overview, and how allocation went in the year until then.
#[derive(serde::Serialize)]
struct All<'a> {
    #[serde(flatten)]
    overview: &'a Overview,
    allocations: &'a Numbers,
}

/// Prints the numbers of the overview.
///
/// # Errors
/// When the store or the key cannot be used.
pub fn run(arguments: &Arguments) -> anyhow::Result<ExitCode> {
    let settings = arguments.place.settings()?;
    let office = arguments.place.office(&settings)?;
    let on = arguments.as_of.unwrap_or_else(|| office.today());
    let overview = overview::on(&office, &Actor::operator(), on)?;
    let allocations = numbers(&office, &Actor::operator(), (add_years(on, -1), on), &BTreeMap::new())?;
    if arguments.json {
        let all = All { overview: &overview, allocations: &allocations };
        out::data(&serde_json::to_string_pretty(&all).context("writing the numbers")?);
        return Ok(ExitCode::SUCCESS);
    }
    out::data(sections::text(&overview, &allocations).trim_end());
    Ok(ExitCode::SUCCESS)
}
