//! Late-payment interest and limitation.

use super::edge::*;
use crate::arrears::interest::late_interest;
use crate::arrears::limitation::last_day_before_limitation;
use crate::calendar::{add_days, roll};
use crate::money::Ore;

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
        if !segment.confirmed {
            facts.unconfirmed("late_interest", &segment.source);
        }
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
