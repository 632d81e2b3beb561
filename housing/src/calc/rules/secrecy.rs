//! Secrecy, access and the journal, as far as days go.

use super::edge::*;
use super::letters::{NEW_ACT, act};
use crate::acts::AdministrationAct;
use crate::calendar::{add_days, add_months, add_workdays, add_years, work_on_or_before};

/// *Forvaltningsloven* § 13 c.
const SECRECY_1967_YEARS: i16 = 60;
/// The act of 2025, § 33.
const SECRECY_2025_YEARS: i16 = 100;
const SECRECY_2025_YEARS_AFTER_DEATH: i16 = 20;

pub(super) static RULES: &[Rule] = &[
    Rule {
        name: "access_request_refusal",
        about: "From when a request for access that nobody has answered counts as refused and can be appealed: five working days.",
        source: "offentleglova § 32; law.md 7.5",
        fields: &[Field::required("received", Day, "the day the request came").also(&["received_on"])],
        results: &[
            ("answer_by", "YYYY-MM-DD", "the fifth working day"),
            ("refused_from", "YYYY-MM-DD", "the day after"),
        ],
        examples: &[(r#"{"received": "2026-03-30"}"#, r#"{"answer_by": "2026-04-09", "refused_from": "2026-04-10"}"#)],
        answer: |facts, answer| {
            let received = facts.day("received");
            let workdays = facts.law(LawNumber::AccessRequestWorkdays, received)?;
            let answer_by = add_workdays(received, workdays);
            answer.put_day("answer_by", answer_by);
            answer.put_day("refused_from", add_days(answer_by, 1));
            answer.because("7.5", "offentleglova § 32", [("received", day(received)), ("workdays", workdays.into())]);
            Ok(())
        },
    },
    Rule {
        name: "data_subject_request",
        about: "When a person's request about their own data must be answered: within a month.",
        source: "GDPR article 12 (3); law.md 7.1",
        fields: &[Field::required("received", Day, "the day the request came").also(&["received_on"])],
        results: &[
            ("due", "YYYY-MM-DD", "the last day; not moved"),
            ("target", "YYYY-MM-DD", "the last working day that keeps it"),
        ],
        examples: &[(r#"{"received": "2026-03-02"}"#, r#"{"due": "2026-04-02", "target": "2026-04-01"}"#)],
        answer: |facts, answer| {
            let received = facts.day("received");
            let due = add_months(received, facts.law(LawNumber::DataRequestMonths, received)?);
            answer.put_day("due", due);
            answer.put_day("target", work_on_or_before(due));
            answer.because("7.1", "personvernforordningen artikkel 12 nr. 3", [("received", day(received))]);
            Ok(())
        },
    },
    Rule {
        name: "journal_name_search",
        about: "Until when a published journal entry may be found by a person's name: a year.",
        source: "offentlegforskrifta § 6 (4); law.md 7.5, L7.7",
        fields: &[
            Field::required("journal_date", Day, "the day of the entry"),
            Field::optional("on", Day, "the day of the search"),
        ],
        results: &[
            ("names_until", "YYYY-MM-DD", "the last day"),
            ("searchable", "true, false or null", "whether it is on the day of the search"),
        ],
        examples: &[(
            r#"{"journal_date": "2026-03-02", "on": "2027-03-03"}"#,
            r#"{"names_until": "2027-03-02", "searchable": false}"#,
        )],
        answer: |facts, answer| {
            let entered = facts.day("journal_date");
            let years = facts.law(LawNumber::NameSearchYears, entered)?;
            let until = add_years(entered, i16::try_from(years).expect("a year or a few"));
            answer.put_day("names_until", until);
            answer.put("searchable", facts.day_if("on").map(|on| on <= until));
            answer.because("L7.7", "offentlegforskrifta § 6 fjerde ledd", [("journal_date", day(entered))]);
            Ok(())
        },
    },
    Rule {
        name: "secrecy_ends",
        about: "When secrecy about a person ends: after 60 years (act of 1967), or 100 years, or 20 years after death (act of 2025).",
        source: "forvaltningsloven § 13 c; act of 2025 § 33; law.md 1.6",
        fields: &[
            Field::required("arose_on", Day, "the day the information arose"),
            Field::required("on", Day, "the day asked about: the act in force then counts"),
            Field::optional("died_on", Day, "the day the person died"),
            NEW_ACT,
        ],
        results: &[
            ("secret", "true or false", "on the day asked about"),
            ("ends_on", "YYYY-MM-DD", "the last day of secrecy, as the act now stands"),
        ],
        examples: &[
            (r#"{"arose_on": "1966-03-01", "on": "2026-03-01"}"#, r#"{"secret": true, "ends_on": "2026-03-01"}"#),
            (r#"{"arose_on": "1966-03-01", "on": "2026-03-02"}"#, r#"{"secret": false}"#),
        ],
        answer: secrecy,
    },
];

fn secrecy(facts: &Facts<'_>, answer: &mut Answer) -> Done {
    let (arose, on) = (facts.day("arose_on"), facts.day("on"));
    let (ends, source) = match act(facts, on) {
        AdministrationAct::Of1967 => (add_years(arose, SECRECY_1967_YEARS), "forvaltningsloven § 13 c"),
        AdministrationAct::Of2025 => {
            let by_age = add_years(arose, SECRECY_2025_YEARS);
            let by_death = facts.day_if("died_on").map(|died| add_years(died, SECRECY_2025_YEARS_AFTER_DEATH));
            (by_death.map_or(by_age, |by_death| by_death.min(by_age)), "forvaltningsloven (2025) § 33")
        }
    };
    answer.put_day("ends_on", ends);
    answer.put("secret", on <= ends);
    answer.because("1.6", source, [("arose_on", day(arose)), ("on", day(on))]);
    Ok(())
}
