//! Every rule can be called by a stranger: its examples hold, and what is wrong is named.

use std::collections::BTreeSet;

use housing::calc::{self, CalcError, Rule};
use serde_json::{Map, Value, json};

use crate::rates::RATES;

fn facts(value: &Value) -> &Map<String, Value> {
    value.as_object().expect("facts are an object")
}

fn refused(rule: &str, given: &Value) -> String {
    let rule = calc::find(rule).expect("a rule of ours");
    rule.answer(facts(given), &RATES).expect_err("the facts are wrong").to_string()
}

#[test]
fn every_example_gives_what_it_says_and_names_its_reasons() {
    for rule in calc::all() {
        assert!(!rule.examples.is_empty(), "{} has no example", rule.name);
        for (given, expected) in rule.examples {
            let read =
                |text: &str| serde_json::from_str::<Value>(text).unwrap_or_else(|e| panic!("{}: {e}", rule.name));
            let answer =
                rule.answer(facts(&read(given)), &RATES).unwrap_or_else(|e| panic!("{} {given}: {e}", rule.name));
            for (name, value) in facts(&read(expected)) {
                assert_eq!(answer.result.get(name), Some(value), "{} {given}: {name}", rule.name);
            }
            assert!(!answer.reasons.is_empty(), "{} gives no reasons", rule.name);
            assert!(answer.reasons.iter().all(|reason| !reason.source.is_empty()), "{}", rule.name);
            let undescribed = rule.results.iter().filter(|(name, ..)| !answer.result.contains_key(*name));
            assert_eq!(undescribed.count(), 0, "{}: a described result is not answered: {answer:?}", rule.name);
        }
    }
}

#[test]
fn the_list_is_enough_to_call_every_rule() {
    let mut names = BTreeSet::new();
    for rule in calc::all() {
        assert!(names.insert(rule.name), "two rules are called {}", rule.name);
        assert!(rule.name.bytes().all(|b| b.is_ascii_lowercase() || b == b'_'), "{}", rule.name);
        let described = rule.described();
        for part in ["about", "source"] {
            assert!(described[part].as_str().is_some_and(|text| text.len() > 3), "{} {part}", rule.name);
        }
        for field in described["fields"].as_array().unwrap() {
            for part in ["name", "type", "unit", "meaning"] {
                assert!(field[part].as_str().is_some_and(|text| !text.is_empty()), "{} {field}", rule.name);
            }
        }
        assert!(rule.in_words().contains(rule.source));
    }
    assert!(names.len() >= 40, "{} rules", names.len());
}

#[test]
fn every_wrong_fact_is_named_with_what_would_be_right() {
    let told =
        refused("complaint_deadline", &json!({"notifed_on": "2026-03-04", "channel": "pigeon", "post_days": -1}));
    for part in [
        "field notifed_on: no such field; there are notified_on, sent_on, representative_notified_on",
        "field channel: \"pigeon\" is not right; write one of paper, digital",
        "field post_days: -1 is not right; write a whole number of calendar days from 0 to 60",
        "field notified_on or sent_on or representative_notified_on: missing",
    ] {
        assert!(told.contains(part), "{part}\n{told}");
    }
    let told = refused("one_year_bar", &json!({"decision_date": "2026-02-30", "complaint_date": 20260302}));
    assert!(told.contains("\"2026-02-30\" is not right; write a day as 2026-03-01 or 1.3.2026"), "{told}");
    assert!(told.contains("20260302 is not right"), "{told}");
}

#[test]
fn the_same_fact_under_two_names_is_refused() {
    let told = refused("interim_answer", &json!({"received": "2026-03-02", "received_on": "2026-03-03"}));
    assert!(told.contains("given twice"), "{told}");
}

#[test]
fn an_unknown_rule_is_answered_with_names_like_it() {
    let told = calc::find("complaint_limit").unwrap_err().to_string();
    assert!(told.starts_with("there is no rule complaint_limit; did you mean complaint_deadline"), "{told}");
}

#[test]
fn a_missing_rate_names_the_rate_and_the_day() {
    let late = json!({"principal_kr": 9000, "due_on": "2026-12-01", "paid_on": "2027-01-05"});
    let told = refused("late_interest", &late);
    assert!(told.contains("late-payment interest (forsinkelsesrente)") && told.contains("2027-01-01"), "{told}");
    let fee = refused("reminder_fee", &json!({"due_on": "2026-12-15", "sent_on": "2027-01-01"}));
    assert!(fee.contains("collection rate (inkassosats)") && fee.contains("2027-01-01"), "{fee}");
    let before = refused("introduction_programme", &json!({"settled_on": "2025-06-19"}));
    assert!(before.contains("introduction_programme_months") && before.contains("2025-06-19"), "{before}");
}

#[test]
fn a_figure_that_nobody_has_confirmed_is_used_with_a_warning() {
    let warnings = |rule: &str, given: Value| {
        let answer = calc::find(rule).expect("a rule of ours").answer(facts(&given), &RATES).expect("it answers");
        answer.warnings.join("; ")
    };
    let interest =
        |due: &str, paid: &str| warnings("late_interest", json!({"principal_kr": 100, "due_on": due, "paid_on": paid}));
    assert!(interest("2014-12-01", "2014-12-31").contains("late_interest is not confirmed in a legal text"));
    assert_eq!(interest("2015-01-05", "2015-01-31"), "");
    let fee = warnings("reminder_fee", json!({"due_on": "2014-12-01", "sent_on": "2014-12-31"}));
    assert!(fee.contains("collection_rate is not confirmed"), "{fee}");
}

#[test]
fn facts_that_contradict_each_other_are_refused() {
    let cases = [
        ("lease_term_check", json!({"start": "2026-02-01", "end": "2026-01-31"})),
        ("complaint_deadline", json!({"notified_on": "2026-03-01", "sent_on": "2026-03-02"})),
        ("complaint_deadline", json!({"notified_on": "2026-03-01", "reasons_arrived_on": "2026-03-02"})),
        (
            "complaint_deadline",
            json!({"notified_on": "2026-09-08", "extended_on": "2026-09-30", "extended_to": "2026-10-13"}),
        ),
        ("complaint_final_day", json!({"notified_on_each": []})),
        ("temporary_stay_alarm", json!({"from": "2026-03-02", "to": "2026-03-01"})),
        ("rent_index", json!({"rent_kr": 8000, "index_base": 100, "now_month": "2026-05"})),
        (
            "rent_index",
            json!({"rent_kr": 8000, "base_month": "2025-05", "now_month": "2026-05", "given_on": "2026-05-31"}),
        ),
    ];
    for (rule, given) in cases {
        let refused = calc::find(rule).unwrap().answer(facts(&given), &RATES);
        assert!(matches!(refused, Err(CalcError::Facts { .. })), "{rule} {given}: {refused:?}");
    }
}

#[test]
fn an_instant_counts_as_its_day_in_norway() {
    let deadline = |notified: &str| {
        let given = json!({"channel": "digital", "notified_on": notified});
        let answer = calc::find("complaint_deadline").unwrap().answer(facts(&given), &RATES).unwrap();
        answer.result["starts_on"].clone()
    };
    // In April Norway is two hours ahead of universal time, in January one.
    assert_eq!(deadline("2026-04-26T21:59:59Z"), "2026-04-26");
    assert_eq!(deadline("2026-04-26T22:00:00Z"), "2026-04-27");
    assert_eq!(deadline("2026-01-26T22:59:59Z"), "2026-01-26");
    assert_eq!(deadline("2026-04-26T23:50:00+02:00"), "2026-04-26");
}

#[test]
fn no_fact_makes_a_rule_panic() {
    let far = ["-9999-01-01", "0001-01-01", "9999-12-31", "1969-12-31", "2028-02-29"];
    for rule in calc::all() {
        for (given, _) in rule.examples {
            let given: Value = serde_json::from_str(given).unwrap();
            for field in facts(&given).keys() {
                for day in far {
                    try_with(rule, &given, field, json!(day));
                }
                for value in
                    [json!(null), json!(0), json!(-1), json!(i64::MAX), json!(""), json!([]), json!({}), json!(1.5)]
                {
                    try_with(rule, &given, field, value);
                }
            }
        }
    }
}

fn try_with(rule: &Rule, given: &Value, field: &str, value: Value) {
    let mut given = facts(given).clone();
    given.insert(field.to_owned(), value);
    drop(rule.answer(&given, &RATES));
}

#[test]
fn a_day_can_be_written_as_people_do_when_its_year_is_whole() {
    let due = |received: &str| {
        let answer = calc::find("interim_answer").unwrap().answer(facts(&json!({"received": received})), &RATES);
        answer.ok().map(|answer| answer.result["due"].clone())
    };
    for written in ["2026-03-02", "2.3.2026", "02.03.2026", "2. mars 2026", "2/3-2026", " 2026-03-02 "] {
        assert_eq!(due(written), Some(json!("2026-04-02")), "{written}");
    }
    for unclear in
        ["2.3.26", "mars 2026", "2026-02-30", "-2026-03-02", "2026-03-02T12:00:00", "9999-12-31", "0026-03-02", ""]
    {
        assert_eq!(due(unclear), None, "{unclear}");
    }
}
