//! What a fact of an assessment is called: the same words on the page and in the letter.

use housing::Date;
use housing::assessment::FactValue;

/// A fact's value in words; `text` finds the text of a key, `day` writes a day.
pub fn value(value: FactValue, text: impl Fn(&str) -> String, day: impl Fn(Date) -> String) -> String {
    match value {
        FactValue::Unknown => text("assessment-unknown"),
        FactValue::Nothing => text("assessment-nothing"),
        FactValue::Day(on) => day(on),
        FactValue::Years(years) => format!("{years} {}", text("rule-set-unit-years")),
        FactValue::Months(months) => format!("{months} {}", text("rule-set-unit-months")),
        FactValue::Money(amount) => amount.in_kroner(),
        FactValue::Household(size) => size.to_string(),
        FactValue::AgeException(code) => text(&code.text_key()),
        FactValue::TimeException(code) => text(&code.text_key()),
        FactValue::Stay(code) => text(&code.text_key()),
        FactValue::Situation(code) => text(&code.text_key()),
        FactValue::Basis(code) => text(&code.text_key()),
        FactValue::Purchase(code) => text(&code.text_key()),
    }
}
