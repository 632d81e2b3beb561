//! `husrom stats`: the overview's numbers for any day.

mod sections;

use super::{Place, out};
use crate::office::Actor;
use crate::office::allocations::{self, Fairness};
use crate::office::overview::{self, Overview};
use anyhow::Context as _;
use housing::calendar::add_years;
use jiff::civil::Date;
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

/// The numbers as one JSON object: those of the overview, and whom the meetings of a year gave homes and passed over.
#[derive(serde::Serialize)]
struct Numbers<'a> {
    #[serde(flatten)]
    overview: &'a Overview,
    allocations: Fairness,
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
    if arguments.json {
        let allocations = allocations::fairness(&office, &Actor::operator(), (add_years(on, -1), on))?;
        let numbers = Numbers { overview: &overview, allocations };
        out::data(&serde_json::to_string_pretty(&numbers).context("writing the numbers")?);
        return Ok(ExitCode::SUCCESS);
    }
    out::data(sections::text(&overview).trim_end());
    Ok(ExitCode::SUCCESS)
}
