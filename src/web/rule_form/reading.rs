//! What stands in a form of rules becomes values, or is named as wrong.

use crate::office::Problem;
use crate::web::FormValues;
use housing::both_forms::BothForms;
use housing::written;
use std::str::FromStr;

/// A form being read, with everything that could not be.
pub struct Reading<'a> {
    pub values: &'a FormValues,
    pub problems: Vec<Problem>,
}

impl<'a> Reading<'a> {
    /// Begins to read.
    pub const fn of(values: &'a FormValues) -> Self {
        Self { values, problems: Vec::new() }
    }

    /// What is written in a field.
    pub fn words(&self, field: &str) -> String {
        self.values.get(field).to_owned()
    }

    /// What is written in a field in bokmål, and in the one beside it in nynorsk.
    pub fn both_forms(&self, field: &str) -> BothForms {
        let nn = self.values.filled(&format!("{field}_nn")).map(str::to_owned);
        BothForms { nb: self.words(field), nn }
    }

    /// Whether a field is ticked.
    pub fn is_checked(&self, field: &str) -> bool {
        self.values.filled(field).is_some()
    }

    /// What a group of fields makes; `None` when it is not switched on.
    pub fn group<T>(&mut self, name: &str, read: impl FnOnce(&mut Self) -> T) -> Option<T> {
        self.is_checked(name).then(|| read(self))
    }

    /// A whole number that may be left out; `beside` is the field that the word about it stands beside.
    pub fn number<T: TryFrom<i64>>(&mut self, name: &str, beside: &'static str) -> Option<T> {
        let typed = self.values.filled(name)?;
        let number = written::whole_number(typed).ok().and_then(|number| T::try_from(number).ok());
        if number.is_none() {
            let facts = vec![("found", typed.to_owned())];
            self.problems.push(Problem { field: beside, text: "rule-set-problem-number", facts });
        }
        number
    }

    /// A whole number that must be there.
    pub fn needed<T: TryFrom<i64> + Default>(&mut self, name: &str, beside: &'static str) -> T {
        if self.values.filled(name).is_none() {
            self.problems.push(Problem::plain(beside, "rule-set-problem-empty"));
        }
        self.number(name, beside).unwrap_or_default()
    }

    /// The codes that were chosen; the form offers no others.
    pub fn codes<T: FromStr>(&self, field: &str) -> Vec<T> {
        self.values.all(field).filter_map(|code| code.parse().ok()).collect()
    }
}
