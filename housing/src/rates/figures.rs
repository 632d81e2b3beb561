//! Rates of interest, fees and the other figures that come from one file each.

use super::{RateProblem, Row, Span, Spans, Table};
use crate::acts::Acts;
use crate::money::Ore;

/// Hundredths of a per cent: 12,25 % is 1225.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[serde(transparent)]
pub struct Percent(pub i64);

impl std::fmt::Display for Percent {
    /// `12.25`
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}.{:02}", self.0 / 100, self.0 % 100)
    }
}

/// What may be asked for letters about money that is late.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CollectionFees {
    /// *Inkassosatsen.*
    pub rate: Ore,
    /// For a reminder (*purring*) or a notice of collection (*inkassovarsel*).
    pub reminder: Ore,
    /// For the creditor's own demand (*betalingsoppfordring*).
    pub own_demand: Ore,
}

pub(super) fn late_interest(csv: &str) -> Result<Spans<Percent>, Vec<RateProblem>> {
    let table = Table::read("late_interest.csv", csv)?;
    let spans = table.rows(|row| span(row, Percent(row.decimal("percent_per_year", 2)?)))?;
    Ok(Spans::new("late-payment interest (forsinkelsesrente)", spans))
}

pub(super) fn collection_fees(csv: &str) -> Result<Spans<CollectionFees>, Vec<RateProblem>> {
    let table = Table::read("collection_fees.csv", csv)?;
    let fees = |row: &Row<'_>| {
        let [rate, reminder, own_demand] =
            ["rate_kr", "reminder_fee_kr", "own_demand_fee_kr"].map(|name| kroner(row, name));
        span(row, CollectionFees { rate: rate?, reminder: reminder?, own_demand: own_demand? })
    };
    Ok(Spans::new("collection rate (inkassosats)", table.rows(fees)?))
}

pub(super) fn court_fee(csv: &str) -> Result<Spans<Ore>, Vec<RateProblem>> {
    let table = Table::read("court_fee.csv", csv)?;
    Ok(Spans::new("court fee (rettsgebyr)", table.rows(|row| span(row, kroner(row, "kr")?))?))
}

pub(super) fn acts(csv: &str) -> Result<Acts, Vec<RateProblem>> {
    let table = Table::read("acts.csv", csv)?;
    let known = table.rows(|row| Ok((row.text("act")?.to_owned(), row.day_if_known("in_force_from")?)))?;
    let from = |act: &'static str| {
        let found = known.iter().find(|(name, _)| name == act).map(|(_, from)| *from);
        found.ok_or_else(|| vec![RateProblem::Lacks { file: table.file(), what: act.to_owned() }])
    };
    Ok(Acts { administration_2025_from: from("forvaltningslov-2025")?, collection_2026_from: from("inkassolov-2026")? })
}

fn kroner(row: &Row<'_>, column: &'static str) -> Result<Ore, RateProblem> {
    row.decimal(column, 2).map(Ore)
}

fn span<T>(row: &Row<'_>, value: T) -> Result<Span<T>, RateProblem> {
    let (from, to) = (row.day("valid_from")?, row.day_if_known("valid_to")?);
    Ok(Span { from, to, value, source: row.text("source")?.to_owned(), confirmed: row.yes_no("verified")? })
}
