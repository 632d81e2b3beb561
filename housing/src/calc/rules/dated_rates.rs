//! Rates by their date.

use super::edge::*;
use crate::calc::answer::kroner;
use crate::dated::NothingInForce;
use crate::money::Ore;
use crate::rates::{CollectionFees, Span};

const RATES: &[&str] =
    &["late_interest", "collection_rate", "reminder_fee", "own_demand_fee", "court_fee", "base_amount"];

pub(super) static RULES: &[Rule] = &[Rule {
    name: "dated_rate",
    about: "A rate, fee or amount on a day, with its source; an error when none is known for that day.",
    source: "law.md 6.1; parameters/*.csv",
    fields: &[Field::required("rate", Choice(RATES), "which"), Field::required("on", Day, "the day of the event")],
    results: &[
        ("value", "text", "per cent a year for late_interest, kroner for the others"),
        ("unit", "percent_per_year or kr", "its unit"),
        ("valid_from", "YYYY-MM-DD", "its first day"),
        ("valid_to", "YYYY-MM-DD or null", "its last day, when known"),
        ("source", "text", "where it stands"),
    ],
    examples: &[
        (r#"{"rate": "late_interest", "on": "2026-06-30"}"#, r#"{"value": "12.00", "unit": "percent_per_year"}"#),
        (r#"{"rate": "reminder_fee", "on": "2026-01-01"}"#, r#"{"value": "38.00", "unit": "kr"}"#),
    ],
    answer: dated_rate,
}];

/// A rate as the list of rates would show it.
struct Shown<'a> {
    value: String,
    unit: &'static str,
    from: Date,
    to: Option<Date>,
    source: &'a str,
    confirmed: bool,
}

fn dated_rate(facts: &Facts<'_>, answer: &mut Answer) -> Done {
    let (name, on) = (facts.text("rate"), facts.day("on"));
    let shown = shown(facts, name, on).map_err(|missing| vec![FactProblem::from(missing)])?;
    answer.put("value", shown.value);
    answer.put("unit", shown.unit);
    answer.put_day("valid_from", shown.from);
    answer.put_day_if("valid_to", shown.to);
    answer.put("source", shown.source);
    answer.because("6.1", shown.source, [("rate", name.into()), ("on", day(on))]);
    if !shown.confirmed {
        facts.unconfirmed(name, shown.source);
    }
    Ok(())
}

fn shown<'a>(facts: &'a Facts<'_>, name: &str, on: Date) -> Result<Shown<'a>, NothingInForce> {
    let rates = facts.rates;
    let fee = |of: fn(&CollectionFees) -> Ore| rates.collection_fees.on(on).map(|span| amount(span, of(&span.value)));
    match name {
        "late_interest" => {
            let span = rates.late_interest.on(on)?;
            Ok(Shown { value: span.value.to_string(), unit: "percent_per_year", ..amount(span, Ore(0)) })
        }
        "collection_rate" => fee(|fees| fees.rate),
        "reminder_fee" => fee(|fees| fees.reminder),
        "own_demand_fee" => fee(|fees| fees.own_demand),
        "court_fee" => rates.court_fee.on(on).map(|span| amount(span, span.value)),
        _ => {
            let since = rates.base_amount.since(on)?;
            let (value, from, source) = (kroner(since.value), since.from, since.source.as_str());
            Ok(Shown { value, unit: "kr", from, to: None, source, confirmed: true })
        }
    }
}

fn amount<T>(span: &Span<T>, amount: Ore) -> Shown<'_> {
    let (from, to, source, confirmed) = (span.from, span.to, span.source.as_str(), span.confirmed);
    Shown { value: kroner(amount), unit: "kr", from, to, source, confirmed }
}
