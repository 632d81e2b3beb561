//! What is kept, for how long, and what never leaves the office.

use super::edge::*;
use crate::calendar::{add_days, add_years};
use crate::people::Protection;

const CLASSES: &[&str] = &["keep", "destroy_after", "undecided"];
const LEVELS: &[&str] = Protection::CODES;
const UNKNOWN: &str = "UKJENT";
const LEVELS_OR_UNKNOWN: &[&str] = &[LEVELS[0], LEVELS[1], LEVELS[2], LEVELS[3], UNKNOWN];

pub(super) static RULES: &[Rule] = &[
    Rule {
        name: "retention",
        about: "From when a document can be destroyed: never without a decided class, and by two people with a list.",
        source: "arkivlova § 13; law.md 7.4, L7.5",
        fields: &[
            Field::required("class", Choice(CLASSES), "what is decided for documents of its type")
                .also(&["retention_class"]),
            Field::optional("event_on", Day, "destroy_after: the day of the event the years run from"),
            Field::optional("years", Number("years", 0, 200), "destroy_after: for so long it is kept"),
        ],
        results: &[
            ("destroy_from", "YYYY-MM-DD or null", "the first day it can be destroyed; null: it is kept"),
            ("people_needed", "people", "how many must agree"),
        ],
        examples: &[
            (
                r#"{"class": "destroy_after", "event_on": "2016-02-29", "years": 10}"#,
                r#"{"destroy_from": "2026-03-01", "people_needed": 2}"#,
            ),
            (r#"{"class": "undecided"}"#, r#"{"destroy_from": null}"#),
        ],
        answer: retention,
    },
    Rule {
        name: "household_protection",
        about: "How secret a household's address is: as its strictest member's, and a level nobody has checked counts as fortrolig.",
        source: "law.md 7.2, L7.1, L7.2, L7.3; project rule",
        fields: &[Field::required("members", Choices(LEVELS_OR_UNKNOWN), "the level of each member")],
        results: &[
            ("level", "code", "the household's"),
            (
                "address_in_letters",
                "true or false",
                "whether the address may stand in a letter; else the register forwards it",
            ),
            ("home_hidden", "true or false", "whether only the named group may tie the household to a home"),
        ],
        examples: &[
            (
                r#"{"members": ["UGRADERT", "STRENGT", "FORTROLIG"]}"#,
                r#"{"level": "STRENGT", "address_in_letters": false, "home_hidden": true}"#,
            ),
            (
                r#"{"members": ["UGRADERT", "UKJENT"]}"#,
                r#"{"level": "FORTROLIG", "address_in_letters": false, "home_hidden": false}"#,
            ),
            (r#"{"members": ["UGRADERT"]}"#, r#"{"address_in_letters": true}"#),
        ],
        answer: household_protection,
    },
];

fn retention(facts: &Facts<'_>, answer: &mut Answer) -> Done {
    let class = facts.text("class");
    let kept_for = facts.day_if("event_on").zip(facts.count_if("years"));
    let destroy_from = match (class, kept_for) {
        ("destroy_after", Some((event, years))) => {
            let years = i16::try_from(years).expect("the field ends at 200");
            Some(add_days(add_years(event, years), 1))
        }
        ("destroy_after", None) => {
            return Err(contradiction("class destroy_after needs both event_on and years"));
        }
        _ => None,
    };
    answer.put_day_if("destroy_from", destroy_from);
    answer.put("people_needed", 2);
    answer.because("L7.5", "arkivlova § 13", [("class", class.into())]);
    if class == "undecided" {
        answer.warn("nothing is decided for this type: it is kept until it is");
    }
    Ok(())
}

fn household_protection(facts: &Facts<'_>, answer: &mut Answer) -> Done {
    let members = facts.texts("members");
    if members.is_empty() {
        return Err(contradiction("field members: a household has at least one member"));
    }
    let level = |code: &String| match code.as_str() {
        UNKNOWN => Protection::UNTIL_CHECKED,
        known => known.parse().expect("a choice of the list"),
    };
    let household = Protection::of_household(members.iter().map(level));
    answer.put("level", household.code());
    answer.put("address_in_letters", household.address_may_leave_the_office());
    answer.put("home_hidden", household.hides_home());
    answer.because("L7.3", "law.md 7.2", [("members", members.clone().into())]);
    if members.iter().any(|code| code == UNKNOWN) {
        answer.warn("a level that nobody has checked counts as fortrolig until somebody has (L7.1)");
    }
    Ok(())
}
