//! Neighbouring welfare law: temporary accommodation, care, introduction programme.

use super::edge::*;
use crate::calendar::{add_months, work_on_or_before};
use crate::decisions::DecisionKind;

const STAYS: &[&str] = &["lawful", "unlawful", "protection_seeker", "non_resident"];

pub(super) static RULES: &[Rule] = &[
    Rule {
        name: "temporary_stay_alarm",
        about: "When a temporary stay (midlertidig botilbud) has lasted too long, or calls for attention at once because a child lives there.",
        source: "sosialtjenesteloven § 27; law.md L3.1",
        fields: &[
            Field::required("from", Day, "the first day of the stay").also(&["from_on"]),
            Field::default(
                "children",
                Number("children under 18", 0, 30),
                "0",
                "how many children under 18 stay there",
            ),
            Field::optional("to", Day, "the last day, when it is over"),
        ],
        results: &[
            ("alarm_on", "YYYY-MM-DD", "three months after from, or from itself when there are children"),
            ("three_months_on", "YYYY-MM-DD", "three months after from"),
            ("at_once", "true or false", "a child is in the stay"),
            ("over_three_months", "true, false or null", "whether a stay that is over lasted longer"),
        ],
        examples: &[
            (r#"{"from": "2026-06-18"}"#, r#"{"alarm_on": "2026-09-18", "at_once": false}"#),
            (r#"{"from": "2026-06-18", "children": 2}"#, r#"{"alarm_on": "2026-06-18", "at_once": true}"#),
        ],
        answer: temporary_stay,
    },
    Rule {
        name: "care_waiting_list",
        about: "Whether a person can be put on the waiting list for 24-hour care: never when it is the only sound offer.",
        source: "pasient- og brukerrettighetsloven § 2-1 e; helse- og omsorgstjenesteloven § 3-2 a; law.md L3.2, L3.3",
        fields: &[
            Field::required("only_sound_offer", Flag, "24-hour care is the only sound offer"),
            Field::required("meets_criteria", Flag, "meets the municipality's criteria and can wait at home"),
        ],
        results: &[
            ("status", "must_be_given, waiting_list or no_right", "what the law demands"),
            ("waiting_list_lawful", "true or false", "whether the waiting list is a lawful status"),
        ],
        examples: &[
            (
                r#"{"only_sound_offer": true, "meets_criteria": true}"#,
                r#"{"status": "must_be_given", "waiting_list_lawful": false}"#,
            ),
            (
                r#"{"only_sound_offer": false, "meets_criteria": true}"#,
                r#"{"status": "waiting_list", "waiting_list_lawful": true}"#,
            ),
        ],
        answer: |facts, answer| {
            let (only, meets) = (facts.flag("only_sound_offer"), facts.flag("meets_criteria"));
            let status = if only {
                "must_be_given"
            } else if meets {
                "waiting_list"
            } else {
                "no_right"
            };
            answer.put("status", status);
            answer.put("waiting_list_lawful", !only && meets);
            let rule = if only { "L3.2" } else { "L3.3" };
            answer.because(
                rule,
                "pasient- og brukerrettighetsloven § 2-1 e",
                [("only_sound_offer", only.into()), ("meets_criteria", meets.into())],
            );
            Ok(())
        },
    },
    Rule {
        name: "housing_act_scope",
        about: "Whether boligsosialloven holds for somebody who asks for help, and whether this municipality is the one to answer. A no is still a decision that can be appealed.",
        source: "boligsosialloven §§ 2–3, in force 1 July 2023; law.md 2",
        fields: &[
            Field::required("on", Day, "the day help was asked for").also(&["received", "received_on"]),
            Field::required("stays_here", Flag, "the person stays in the municipality"),
            Field::default(
                "stay",
                Choice(STAYS),
                "lawful",
                "the right to be in Norway: lawful, unlawful, protection_seeker with state accommodation to be had, or non_resident (a foreign citizen who does not live here)",
            ),
            Field::default("on_svalbard", Flag, "false", "help is asked for on Svalbard"),
            Field::default(
                "settled_elsewhere",
                Flag,
                "false",
                "a refugee for whom another municipality receives integreringstilskudd",
            ),
            Field::default("move_agreed", Flag, "false", "that municipality has agreed to the move"),
        ],
        results: &[
            ("applies", "true or false", "the act holds for the person"),
            ("answers_here", "true or false", "and this municipality is the responsible one"),
            ("obstacles", "list of codes", "why not"),
        ],
        examples: &[
            (
                r#"{"on": "2026-03-02", "stays_here": true}"#,
                r#"{"applies": true, "answers_here": true, "obstacles": []}"#,
            ),
            (
                r#"{"on": "2026-03-02", "stays_here": true, "settled_elsewhere": true}"#,
                r#"{"applies": true, "answers_here": false, "obstacles": ["settled_elsewhere"]}"#,
            ),
            (
                r#"{"on": "2026-03-02", "stays_here": true, "stay": "unlawful"}"#,
                r#"{"applies": false, "obstacles": ["unlawful"]}"#,
            ),
        ],
        answer: housing_act_scope,
    },
    Rule {
        name: "introduction_programme",
        about: "The last day to decide on and start the introduction programme: three months after settlement or claim.",
        source: "integreringsloven § 12 (2), in force 20 June 2025; law.md 3",
        fields: &[Field::required("settled_on", Day, "the day of settlement, or of the claim").also(&["settled"])],
        results: &[
            ("due", "YYYY-MM-DD", "the last day; not moved"),
            ("target", "YYYY-MM-DD", "the last working day that keeps it"),
        ],
        examples: &[(r#"{"settled_on": "2026-01-15"}"#, r#"{"due": "2026-04-15", "target": "2026-04-15"}"#)],
        answer: |facts, answer| {
            let settled = facts.day("settled_on");
            let months = facts.law(LawNumber::IntroductionProgrammeMonths, settled)?;
            let due = add_months(settled, months);
            answer.put_day("due", due);
            answer.put_day("target", work_on_or_before(due));
            answer.because(
                "3",
                "integreringsloven § 12 andre ledd",
                [("settled_on", day(settled)), ("months", months.into())],
            );
            Ok(())
        },
    },
];

fn temporary_stay(facts: &Facts<'_>, answer: &mut Answer) -> Done {
    let (from, to) = (facts.day("from"), facts.day_if("to"));
    if let Some(to) = to.filter(|to| *to < from) {
        return Err(contradiction(format!("field to: {to} is before the stay began on {from}")));
    }
    let children = facts.number_if("children").unwrap_or(0);
    let months = facts.law(LawNumber::TemporaryStayMonths, from)?;
    let three_months = add_months(from, months);
    let at_once = children > 0;
    answer.put_day("alarm_on", if at_once { from } else { three_months });
    answer.put_day("three_months_on", three_months);
    answer.put("at_once", at_once);
    answer.put("over_three_months", to.map(|to| to > three_months));
    answer.because(
        "L3.1",
        "sosialtjenesteloven § 27",
        [("from", day(from)), ("months", months.into()), ("children", children.into())],
    );
    Ok(())
}

fn housing_act_scope(facts: &Facts<'_>, answer: &mut Answer) -> Done {
    let on = facts.day("on");
    let since = facts.rates.decisions.on(DecisionKind::HousingHelp, on).map_err(|missing| vec![missing.into()])?;
    let stay = facts.text_if("stay").unwrap_or("lawful");
    let mut obstacles: Vec<&str> = Vec::new();
    obstacles.extend((stay != "lawful").then_some(stay));
    obstacles.extend(facts.flag("on_svalbard").then_some("on_svalbard"));
    let applies = obstacles.is_empty();
    obstacles.extend((!facts.flag("stays_here")).then_some("stays_elsewhere"));
    let elsewhere = facts.flag("settled_elsewhere") && !facts.flag("move_agreed");
    obstacles.extend(elsewhere.then_some("settled_elsewhere"));
    answer.put("applies", applies);
    answer.put("answers_here", obstacles.is_empty());
    answer.because(
        "2",
        "boligsosialloven § 2",
        [("on", day(on)), ("valid_from", day(since.from)), ("stay", stay.into())],
    );
    answer.because(
        "2",
        "boligsosialloven § 3",
        [("stays_here", facts.flag("stays_here").into()), ("settled_elsewhere", elsewhere.into())],
    );
    if !obstacles.is_empty() {
        answer.warn("a refusal on this ground is still a decision (enkeltvedtak) with a right to appeal");
    }
    facts.unconfirmed("the number of § 3", "boligsosialloven");
    answer.put("obstacles", obstacles);
    Ok(())
}
