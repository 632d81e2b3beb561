//! Requests, and when they must be answered.

use super::edge::*;
use super::letters::{NEW_ACT, act, provision};
use crate::acts::AdministrationAct;
use crate::applications::ApplicationKind;
use crate::cases::{Case, HousingRequest, cases_opened_by};
use crate::decisions::DecisionKind;

pub(super) const APPLICATION_KINDS: &[&str] = &["NY", "BYTTE", "FORL", "OPPTAK", "OMS", "BOSL"];

pub(super) static RULES: &[Rule] = &[
    Rule {
        name: "interim_answer",
        about: "When a decision or an interim answer (foreløpig svar) must be sent: a month after the request came.",
        source: "forvaltningsloven § 11 a (new act § 17 (2)); law.md 1.3, L1.5; sosialtjenesteloven § 27 for a roof tonight",
        fields: &[
            Field::required("received", Day, "the day the request reached the municipality").also(&["received_on"]),
            Field::default(
                "decision_kind",
                Choice(super::letters::KINDS),
                "BSL_BISTAND",
                "the kind of decision asked for",
            ),
            Field::default(
                "time_told_in_receipt",
                Flag,
                "false",
                "the receipt said when the answer can be expected; under the act of 2025 no interim answer is needed then",
            ),
            NEW_ACT,
        ],
        results: &[
            ("due", "YYYY-MM-DD", "the last day; not moved when it falls on a holiday"),
            ("target", "YYYY-MM-DD", "the last working day that keeps it"),
            ("needed", "true or false", "an interim answer is needed when no decision is made by then"),
        ],
        examples: &[
            (r#"{"received": "2026-03-02"}"#, r#"{"due": "2026-04-02", "target": "2026-04-01"}"#),
            (r#"{"received": "2026-01-31"}"#, r#"{"due": "2026-02-28", "target": "2026-02-27"}"#),
            (
                r#"{"received": "2027-07-01", "new_act_from": "2027-07-01", "time_told_in_receipt": true}"#,
                r#"{"due": "2027-08-01", "needed": false}"#,
            ),
        ],
        answer: interim_answer,
    },
    Rule {
        name: "cases_to_open",
        about: "Which cases a request opens, whatever form it came on: each has its own clock and appeal body.",
        source: "law.md 1.2, L1.2; boligsosialloven § 7",
        fields: &[
            Field::required(
                "application_kind",
                Choice(APPLICATION_KINDS),
                "NY new, BYTTE exchange, FORL renewal, OPPTAK new household member, OMS care home, BOSL housing help",
            ),
            Field::default("asks_for_dwelling", Flag, "false", "a municipal dwelling is asked for in words"),
            Field::default("needs_roof_now", Flag, "false", "nowhere to be tonight (sosialtjenesteloven § 27)"),
            Field::default("asks_for_start_loan", Flag, "false", "a start loan is asked for"),
            Field::default("asks_for_grant", Flag, "false", "a housing grant is asked for"),
        ],
        results: &[("decision_kinds", "list of codes", "one case for each")],
        examples: &[
            (r#"{"application_kind": "NY"}"#, r#"{"decision_kinds": ["BSL_BISTAND", "KOMM_BOLIG"]}"#),
            (r#"{"application_kind": "BOSL"}"#, r#"{"decision_kinds": ["BSL_BISTAND"]}"#),
        ],
        answer: cases_to_open,
    },
];

fn interim_answer(facts: &Facts<'_>, answer: &mut Answer) -> Done {
    let received = facts.day("received");
    let kind: DecisionKind =
        facts.text_if("decision_kind").unwrap_or("BSL_BISTAND").parse().expect("a choice of the list");
    let case = Case::open(kind, received);
    let (due, target) = (case.answer_due(), case.answer_target());
    let act = act(facts, received);
    let told = facts.flag("time_told_in_receipt") && act == AdministrationAct::Of2025;
    answer.put_day("due", due);
    answer.put_day("target", target);
    answer.put("needed", due != received && !told);
    if due == received {
        answer.because("L3.1", "sosialtjenesteloven § 27: behandles samme dag", [("received", day(received))]);
    } else {
        answer.because(
            "1.3",
            &provision(act, "§ 11 a", "§ 17 (2)"),
            [("received", day(received)), ("months", 1.into())],
        );
        answer.because("1.3", "prosjektregel: siste virkedag som holder fristen", [("due", day(due))]);
    }
    Ok(())
}

fn cases_to_open(facts: &Facts<'_>, answer: &mut Answer) -> Done {
    let kind: ApplicationKind = facts.text("application_kind").parse().expect("a choice of the list");
    let request = HousingRequest {
        kind,
        asks_for_dwelling: facts.flag("asks_for_dwelling"),
        needs_roof_now: facts.flag("needs_roof_now"),
        asks_for_start_loan: facts.flag("asks_for_start_loan"),
        asks_for_grant: facts.flag("asks_for_grant"),
    };
    let kinds: Vec<&str> = cases_opened_by(&request).into_iter().map(DecisionKind::code).collect();
    if kinds.is_empty() {
        answer.warn("the landlord is asked for consent: see deemed_approval for when silence is a yes");
    }
    answer.put("decision_kinds", kinds);
    answer.because("L1.2", "boligsosialloven § 7", [("application_kind", kind.code().into())]);
    Ok(())
}
