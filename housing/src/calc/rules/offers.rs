//! Offers of a home.

use super::edge::*;
use crate::appeals::Arrival;
use crate::assessment::OfferRule;
use crate::offers::{Consequence, DeclineReason, EarlierOffer, answer_by, consequence, remind_on};

const SOURCE: &str = "the municipality's rule set, [offer]; practice.md B3";
/// Every reason for a no, and the two ways an offer ends without one.
const ENDINGS: &[&str] = &[
    "FOR_LITEN",
    "TRAPPER",
    "HELSE",
    "UTRYGT",
    "AVSTAND",
    "HUSLEIE",
    "ANNEN_BOLIG",
    "OMRADE",
    "STANDARD",
    "NABOER",
    "HUSDYR",
    "TIDSPUNKT",
    "OMBESTEMT",
    "IKKE_OPPGITT",
    LAPSED,
    WITHDRAWN,
];
const LAPSED: &str = "BORTFALT";
const WITHDRAWN: &str = "TRUKKET";

pub(super) static RULES: &[Rule] = &[
    Rule {
        name: "offer_deadline",
        about: "The last day to answer an offer of a home, and the day to remind the household.",
        source: SOURCE,
        fields: &[
            Field::required("arrived_on", Day, "the day the letter reached the household"),
            Field::default("answer_days", Number("days", 1, 90), "7", "days to answer, by the rule set"),
            Field::default("in_workdays", Flag, "false", "whether they are working days"),
            Field::default("remind_days", Number("days", 0, 30), "2", "days before the last to remind; 0 is never"),
            Field::optional("stated_on", Day, "the last day that the letter itself names"),
        ],
        results: &[
            ("answer_by", "YYYY-MM-DD", "to the end of this day"),
            ("remind_on", "YYYY-MM-DD or null", "the working day to remind on"),
            ("later_than_letter", "true or false", "the letter was slow, and the household has longer than it says"),
        ],
        examples: &[
            (
                r#"{"arrived_on": "2026-09-05"}"#,
                r#"{"answer_by": "2026-09-14", "remind_on": "2026-09-11", "later_than_letter": false}"#,
            ),
            (
                r#"{"arrived_on": "2026-03-30", "answer_days": 5, "in_workdays": true}"#,
                r#"{"answer_by": "2026-04-09"}"#,
            ),
        ],
        answer: deadline,
    },
    Rule {
        name: "offer_decline",
        about: "What a no to an offer of a home, or no answer, leads to: the rule suggests, an officer decides.",
        source: SOURCE,
        fields: &[
            Field::required("last", Choice(ENDINGS), "how the last offer ended: the reason for the no, or without one"),
            Field::optional("earlier", Choices(ENDINGS), "how earlier offers of the same grant ended"),
            Field::default("most_declined", Number("offers", 0, 20), "1", "offers that may be declined"),
            Field::default("no_answer_counts", Flag, "false", "whether no answer counts as a no"),
        ],
        results: &[
            ("consequence", "none, counts, consider-lapse or ask-if-needed", "what the rule suggests"),
            ("counted", "offers", "how many count"),
            ("left", "offers or null", "how many more may be declined; null when it does not count"),
        ],
        examples: &[
            (r#"{"last": "TRAPPER"}"#, r#"{"consequence": "none", "counted": 0}"#),
            (r#"{"last": "OMRADE"}"#, r#"{"consequence": "counts", "counted": 1, "left": 0}"#),
            (
                r#"{"last": "STANDARD", "earlier": ["OMRADE"]}"#,
                r#"{"consequence": "consider-lapse", "counted": 2, "left": null}"#,
            ),
        ],
        answer: decline,
    },
];

/// The rule as the facts give it, with what is usual where they say nothing.
fn rule(facts: &Facts<'_>) -> OfferRule {
    let small =
        |name, usual: u8| facts.number_if(name).map_or(usual, |it| u8::try_from(it).expect("within its limits"));
    OfferRule {
        clause: "".into(),
        answer_days: small("answer_days", 7),
        in_workdays: facts.flag_if("in_workdays").unwrap_or(false),
        remind_days: small("remind_days", OfferRule::usual_remind_days()),
        most_declined: small("most_declined", 1),
        good_reasons: DeclineReason::usually_good(),
        no_answer_counts: facts.flag_if("no_answer_counts").unwrap_or(false),
    }
}

fn deadline(facts: &Facts<'_>, answer: &mut Answer) -> Done {
    let (arrived, rule) = (facts.day("arrived_on"), rule(facts));
    let by = answer_by(Arrival::Proven { on: arrived }, &rule, facts.day_if("stated_on"));
    answer.put_day("answer_by", by.last_day);
    answer.put_day_if("remind_on", remind_on(by.begins, by.last_day, &rule));
    answer.put("later_than_letter", by.later_than_letter);
    let days = i64::from(rule.answer_days);
    answer.because("B3", SOURCE, [("arrived_on", day(arrived)), ("answer_days", days.into())]);
    Ok(())
}

fn ending(code: &str) -> EarlierOffer {
    match code {
        LAPSED => EarlierOffer::Lapsed,
        WITHDRAWN => EarlierOffer::Withdrawn,
        reason => EarlierOffer::Declined { reason: reason.parse().expect("a choice of the list") },
    }
}

fn decline(facts: &Facts<'_>, answer: &mut Answer) -> Done {
    let rule = rule(facts);
    let mut offers: Vec<EarlierOffer> = facts.texts("earlier").iter().map(|code| ending(code)).collect();
    offers.push(ending(facts.text("last")));
    let counted = offers.iter().filter(|offer| offer.counts(&rule)).count();
    let (word, left) = match consequence(&offers, &rule) {
        Consequence::None => ("none", None),
        Consequence::Counts { left, .. } => ("counts", Some(left)),
        Consequence::ConsiderLapse { .. } => ("consider-lapse", None),
        Consequence::AskIfNeeded => ("ask-if-needed", None),
    };
    answer.put("consequence", word);
    answer.put("counted", counted);
    answer.put("left", left);
    answer.because("B3", SOURCE, [("offers", offers.len().into()), ("most_declined", rule.most_declined.into())]);
    Ok(())
}
