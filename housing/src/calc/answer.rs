//! What a rule answers, and why.

use serde_json::{Map, Value};

use crate::Date;
use crate::money::Ore;

/// The answer of a rule.
#[derive(Clone, Debug, Default, PartialEq, serde::Serialize)]
pub struct Answer {
    pub result: Map<String, Value>,
    pub reasons: Vec<Reason>,
    /// What somebody should know who builds on the answer.
    pub warnings: Vec<String>,
}

/// One thing the answer rests on.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Reason {
    /// The requirement or step, such as `L1.8`.
    pub rule: String,
    /// The section of the law.
    pub source: String,
    pub facts: Map<String, Value>,
}

impl Answer {
    /// Adds a part of the result.
    pub(super) fn put(&mut self, name: &str, value: impl Into<Value>) {
        self.result.insert(name.to_owned(), value.into());
    }

    /// Adds a day to the result.
    pub(super) fn put_day(&mut self, name: &str, day: Date) {
        self.put(name, day.to_string());
    }

    /// Adds a day, or that there is none.
    pub(super) fn put_day_if(&mut self, name: &str, day: Option<Date>) {
        self.put(name, day.map_or(Value::Null, |day| Value::String(day.to_string())));
    }

    /// Adds an amount twice: `NAME_ore` in whole øre and `NAME_kr` as people write it.
    pub(super) fn put_ore(&mut self, name: &str, amount: Ore) {
        self.put(&format!("{name}_ore"), amount.0);
        self.put(&format!("{name}_kr"), kroner(amount));
    }

    /// Adds a reason with its facts.
    pub(super) fn because<const N: usize>(&mut self, rule: &str, source: &str, facts: [(&str, Value); N]) {
        let facts = facts.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
        self.reasons.push(Reason { rule: rule.to_owned(), source: source.to_owned(), facts });
    }

    /// Adds a warning.
    pub(super) fn warn(&mut self, warning: impl Into<String>) {
        self.warnings.push(warning.into());
    }
}

/// A day as a value.
pub(super) fn day(day: Date) -> Value {
    Value::String(day.to_string())
}

/// `179.45`, with a point: figures for programs.
pub(super) fn kroner(amount: Ore) -> String {
    let sign = if amount.0 < 0 { "-" } else { "" };
    format!("{sign}{}.{:02}", amount.0.unsigned_abs() / 100, amount.0.unsigned_abs() % 100)
}
