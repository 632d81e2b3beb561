//! Reminders and notices of collection.

use super::edge::*;
use crate::arrears::fees::{FeeLimits, FeeRuling, ReminderFacts};
use crate::calendar::add_days;
use crate::money::Ore;
use crate::rates::{CollectionFees, Span};

const DUE: Field = Field::required("due_on", Day, "the day the claim was due").also(&["due"]);
const SENT: Field = Field::required("sent_on", Day, "the day the letter is actually sent").also(&["sent"]);
const NEW_ACT: Field = Field::optional(
    "new_act_from",
    Day,
    "the first day of the inkassolov of 2026, when it is set; without it, as the municipality has entered it",
);

pub(super) static RULES: &[Rule] = &[
    Rule {
        name: "reminder_fee",
        about: "The fee a reminder (purring) or a notice of collection (inkassovarsel) may carry, and why it may carry none.",
        source: "inkassoloven; inkassoforskriften §§ 1-1 – 1-3; law.md 6.2 R1–R5, R9, R10",
        fields: &[
            DUE,
            SENT,
            Field::optional(
                "earlier_fee_letters_on",
                Dates,
                "the days earlier letters with a fee were sent for the same claim",
            ),
            Field::optional("earlier_deadline_on", Day, "the day to pay by in the last of them"),
            Field::default("disputed", Flag, "false", "the debtor has a reasonable objection"),
            NEW_ACT,
        ],
        results: &[
            ("fee_ore", "øre", "0 when no fee is allowed"),
            ("fee_kr", "kroner", "the same"),
            ("rule", "R1 to R10", "the rule of law.md 6.2 that answered"),
            ("earliest_fee_on", "YYYY-MM-DD", "the first day a letter may carry a fee"),
        ],
        examples: &[
            (
                r#"{"due_on": "2026-10-01", "sent_on": "2026-10-14"}"#,
                r#"{"fee_ore": 0, "rule": "R1", "earliest_fee_on": "2026-10-15"}"#,
            ),
            (r#"{"due_on": "2026-10-01", "sent_on": "2026-10-15"}"#, r#"{"fee_ore": 3800, "fee_kr": "38.00"}"#),
        ],
        answer: reminder_fee,
    },
    Rule {
        name: "collection_notice",
        about: "The shortest deadline of a notice of collection (inkassovarsel), and when the next step may come.",
        source: "inkassoloven § 9; law.md 6.2 R6, R8",
        fields: &[DUE, SENT, NEW_ACT],
        results: &[
            ("valid", "true or false", "sent after the due date, under an act that lets the creditor send it"),
            ("deadline_earliest", "YYYY-MM-DD", "the earliest day to pay by: 14 days from dispatch"),
            ("next_step_from", "YYYY-MM-DD", "when some days have passed for a payment to come"),
        ],
        examples: &[(
            r#"{"due_on": "2026-09-01", "sent_on": "2026-09-20"}"#,
            r#"{"valid": true, "deadline_earliest": "2026-10-04", "next_step_from": "2026-10-08"}"#,
        )],
        answer: collection_notice,
    },
    Rule {
        name: "own_demand_fee",
        about: "The fee of the creditor's own demand (betalingsoppfordring), after the deadline of a notice of collection was missed.",
        source: "inkassoforskriften § 1-3; law.md 6.2 R7, R9, R10",
        fields: &[
            SENT,
            Field::required("notice_deadline_on", Day, "the day to pay by in the notice of collection"),
            Field::default("disputed", Flag, "false", "the debtor has a reasonable objection"),
            NEW_ACT,
        ],
        results: &[
            ("fee_ore", "øre", "0 when no fee is allowed"),
            ("fee_kr", "kroner", "the same"),
            ("rule", "R7, R9 or R10", "the rule that answered"),
        ],
        examples: &[(
            r#"{"sent_on": "2026-10-08", "notice_deadline_on": "2026-10-04"}"#,
            r#"{"fee_kr": "113.00", "rule": "R7"}"#,
        )],
        answer: own_demand,
    },
];

fn limits(facts: &Facts<'_>, on: Date) -> Result<FeeLimits, Vec<FactProblem>> {
    let letters = facts.law(LawNumber::FeeLettersAtMost, on)?;
    Ok(FeeLimits {
        after_days: facts.law(LawNumber::ReminderAfterDays, on)?,
        deadline_days: facts.law(LawNumber::FeeLetterDeadlineDays, on)?,
        letters: usize::try_from(letters).expect("a number of letters is not negative"),
        reset_months: facts.law(LawNumber::FeeResetMonths, on)?,
    })
}

fn act(facts: &Facts<'_>, on: Date) -> crate::acts::CollectionAct {
    let mut acts = facts.rates.acts;
    acts.collection_2026_from = facts.day_if("new_act_from").or(acts.collection_2026_from);
    acts.collection(on)
}

/// The fees of the day, with a warning when nobody has read them in a legal text.
fn fees<'a>(facts: &Facts<'a>, on: Date) -> Result<&'a Span<CollectionFees>, Vec<FactProblem>> {
    let span = facts.rates.collection_fees.on(on).map_err(|missing| vec![missing.into()])?;
    if !span.confirmed {
        facts.unconfirmed("collection_rate", &span.source);
    }
    Ok(span)
}

fn reminder_fee(facts: &Facts<'_>, answer: &mut Answer) -> Done {
    let (due, sent) = (facts.day("due_on"), facts.day("sent_on"));
    let earlier_fee_letters = facts.days("earlier_fee_letters_on");
    if let Some(later) = earlier_fee_letters.iter().find(|letter| **letter > sent) {
        return Err(contradiction(format!("field earlier_fee_letters_on: {later} is after the letter of {sent}")));
    }
    let limits = limits(facts, sent)?;
    let earlier_deadline = facts.day_if("earlier_deadline_on");
    let letter = ReminderFacts {
        due,
        sent,
        earlier_fee_letters,
        earlier_deadline,
        disputed: facts.flag("disputed"),
        act: act(facts, sent),
    };
    let ruling = letter.ruling(limits);
    let fee = if ruling == FeeRuling::Fee {
        let span = fees(facts, sent)?;
        answer.because("R2", &span.source, [("sent_on", day(sent)), ("rate_ore", span.value.rate.0.into())]);
        span.value.reminder
    } else {
        Ore(0)
    };
    answer.put_ore("fee", fee);
    answer.put("rule", ruling.rule());
    answer.put_day("earliest_fee_on", add_days(due, limits.after_days));
    answer.because(
        ruling.rule(),
        "inkassoforskriften §§ 1-1 – 1-3",
        [("due_on", day(due)), ("earlier_letters", letter.earlier_fee_letters.len().into())],
    );
    explain(answer, ruling);
    Ok(())
}

fn explain(answer: &mut Answer, ruling: FeeRuling) {
    match ruling {
        FeeRuling::Fee => {}
        FeeRuling::TooEarly { earliest } => {
            answer.warn(format!("no fee before {earliest}; the letter may be sent without"))
        }
        FeeRuling::TooMany { sent } => answer.warn(format!("{sent} letters have carried a fee; no more may")),
        FeeRuling::EarlierDeadlineNotMissed { must_be_after } => {
            answer.warn(format!("the earlier letter must have given a deadline of 14 days that was missed: earliest after {must_be_after}"));
        }
        FeeRuling::Disputed => answer.warn("the claim is disputed: no fee, and the run is put on hold"),
        FeeRuling::NewAct => {
            answer.warn("the act of 2026 is in force and its fee regulation has not been entered: no fee")
        }
    }
}

fn collection_notice(facts: &Facts<'_>, answer: &mut Answer) -> Done {
    let (due, sent) = (facts.day("due_on"), facts.day("sent_on"));
    let days = facts.law(LawNumber::FeeLetterDeadlineDays, sent)?;
    let wait = facts.law(LawNumber::PaymentWaitDays, sent)?;
    let deadline = add_days(sent, days);
    let old_act = act(facts, sent) == crate::acts::CollectionAct::Of1988;
    answer.put("valid", sent > due && old_act);
    answer.put_day("deadline_earliest", deadline);
    answer.put_day("next_step_from", add_days(deadline, wait + 1));
    answer.because("R6", "inkassoloven § 9", [("due_on", day(due)), ("sent_on", day(sent)), ("days", days.into())]);
    answer.because("R8", "prosjektregel: dager en betaling er på vei", [("days", wait.into())]);
    if !old_act {
        answer.warn("under the act of 2026 only licensed collectors send the notice");
    }
    Ok(())
}

fn own_demand(facts: &Facts<'_>, answer: &mut Answer) -> Done {
    let (sent, deadline) = (facts.day("sent_on"), facts.day("notice_deadline_on"));
    let old_act = act(facts, sent) == crate::acts::CollectionAct::Of1988;
    let (fee, rule) = if !old_act {
        (Ore(0), "R10")
    } else if facts.flag("disputed") {
        (Ore(0), "R9")
    } else if sent <= deadline {
        answer.warn(format!("the deadline of {deadline} has not been missed"));
        (Ore(0), "R7")
    } else {
        let span = fees(facts, sent)?;
        answer.because("R2", &span.source, [("rate_ore", span.value.rate.0.into())]);
        (span.value.own_demand, "R7")
    };
    answer.put_ore("fee", fee);
    answer.put("rule", rule);
    answer.because(rule, "inkassoforskriften § 1-3", [("sent_on", day(sent)), ("notice_deadline_on", day(deadline))]);
    Ok(())
}
