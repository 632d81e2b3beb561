//! Interest, limitation, and rates by their date.

use super::edge::*;
use crate::arrears::interest::late_interest;
use crate::arrears::limitation::last_day_before_limitation;
use crate::calc::answer::kroner;
use crate::calendar::{add_days, roll};
use crate::money::Ore;

const RATES: &[&str] =
    &["late_interest", "collection_rate", "reminder_fee", "own_demand_fee", "court_fee", "basic_amount"];

pub(super) static RULES: &[Rule] = &[
    Rule {
        name: "late_interest",
        about: "Late-payment interest (forsinkelsesrente): simple, by the day over 365, from the day after the due date to the day of payment, at each half-year's rate.",
        source: "forsinkelsesrenteloven; regulations by half-year; law.md 6.1",
        fields: &[
            Field::required("principal_ore", Money, "what was owed").also(&["amount_ore"]),
            Field::required("due_on", Day, "the due date, by the lease; moved to a working day when rent is true")
                .also(&["due"]),
            Field::required("paid_on", Day, "the day it was paid").also(&["paid"]),
            Field::default(
                "rent",
                Flag,
                "true",
                "it is rent: a due date that falls on a holiday is moved (husleieloven § 3-2)",
            ),
        ],
        results: &[
            ("interest_ore", "øre", "all of it"),
            ("interest_kr", "kroner", "the same"),
            ("segments", "list of {from, to, days, percent_per_year, interest_ore, source}", "one for each rate"),
        ],
        examples: &[
            (
                r#"{"principal_kr": 9000, "due_on": "2026-06-01", "paid_on": "2026-07-31"}"#,
                r#"{"interest_ore": 17945, "interest_kr": "179.45"}"#,
            ),
            (
                r#"{"principal_ore": 850000, "due_on": "2025-12-01", "paid_on": "2026-01-20"}"#,
                r#"{"interest_kr": "141.47"}"#,
            ),
        ],
        answer: interest,
    },
    Rule {
        name: "limitation",
        about: "The last day before a claim lapses by age (foreldelse): three years after its due date.",
        source: "foreldelsesloven; law.md 6.2",
        fields: &[Field::required("due_on", Day, "the day the claim was due").also(&["due"])],
        results: &[
            ("last_day", "YYYY-MM-DD", "the last day to interrupt it"),
            ("lapsed_from", "YYYY-MM-DD", "the first day it has lapsed"),
        ],
        examples: &[(r#"{"due_on": "2026-04-01"}"#, r#"{"last_day": "2029-04-03", "lapsed_from": "2029-04-04"}"#)],
        answer: |facts, answer| {
            let due = facts.day("due_on");
            let years = facts.law(LawNumber::LimitationYears, due)?;
            let last = last_day_before_limitation(due, years);
            answer.put_day("last_day", last);
            answer.put_day("lapsed_from", add_days(last, 1));
            answer.because("6.2", "foreldelsesloven § 2", [("due_on", day(due)), ("years", years.into())]);
            Ok(())
        },
    },
    Rule {
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
    },
];

fn interest(facts: &Facts<'_>, answer: &mut Answer) -> Done {
    let (principal, agreed, paid) = (facts.money("principal_ore"), facts.day("due_on"), facts.day("paid_on"));
    let due = if facts.flag_if("rent").unwrap_or(true) { roll(agreed) } else { agreed };
    let segments =
        late_interest(principal, due, paid, &facts.rates.late_interest).map_err(|missing| vec![missing.into()])?;
    let total: Ore = segments.iter().map(|segment| segment.interest).sum();
    answer.put_ore("interest", total);
    if due != agreed {
        answer.because("4.1", "husleieloven § 3-2", [("agreed_on", day(agreed)), ("due_on", day(due))]);
    }
    let mut shown = Vec::with_capacity(segments.len());
    for segment in segments {
        let percent = segment.rate.to_string();
        answer.because(
            "6.1",
            &segment.source,
            [
                ("from", day(segment.from)),
                ("to", day(segment.to)),
                ("days", segment.days.into()),
                ("percent_per_year", percent.clone().into()),
            ],
        );
        shown.push(serde_json::json!({
            "from": segment.from.to_string(),
            "to": segment.to.to_string(),
            "days": segment.days,
            "percent_per_year": percent,
            "interest_ore": segment.interest.0,
            "source": segment.source,
        }));
    }
    answer.put("segments", shown);
    Ok(())
}

fn dated_rate(facts: &Facts<'_>, answer: &mut Answer) -> Done {
    let (on, rates) = (facts.day("on"), facts.rates);
    let missing = |missing: crate::dated::NothingInForce| vec![FactProblem::from(missing)];
    let fee = |of: fn(&crate::rates::CollectionFees) -> Ore| {
        let span = rates.collection_fees.on(on).map_err(missing)?;
        Ok::<_, Vec<FactProblem>>((
            kroner(of(&span.value)),
            "kr",
            span.from,
            span.to,
            span.source.clone(),
            span.confirmed,
        ))
    };
    let (value, unit, from, to, source, confirmed) = match facts.text("rate") {
        "late_interest" => {
            let span = rates.late_interest.on(on).map_err(missing)?;
            (span.value.to_string(), "percent_per_year", span.from, span.to, span.source.clone(), span.confirmed)
        }
        "collection_rate" => fee(|fees| fees.rate)?,
        "reminder_fee" => fee(|fees| fees.reminder)?,
        "own_demand_fee" => fee(|fees| fees.own_demand)?,
        other => {
            let span = if other == "court_fee" { rates.court_fee.on(on) } else { rates.basic_amount.on(on) }
                .map_err(missing)?;
            (kroner(span.value), "kr", span.from, span.to, span.source.clone(), span.confirmed)
        }
    };
    answer.put("value", value);
    answer.put("unit", unit);
    answer.put_day("valid_from", from);
    answer.put_day_if("valid_to", to);
    answer.because("6.1", &source, [("rate", facts.text("rate").into()), ("on", day(on))]);
    if !confirmed {
        facts.unconfirmed(facts.text("rate"), &source);
    }
    answer.put("source", source);
    Ok(())
}
