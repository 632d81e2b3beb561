//! Neighbouring welfare law: temporary accommodation, care, introduction programme.

use super::edge::*;
use crate::calendar::{add_months, work_on_or_before};

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
