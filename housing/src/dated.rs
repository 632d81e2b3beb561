//! Rates, norms and limits that hold from a day, each with its source.

use crate::Date;

/// Values of one rule over time. Asking takes a day; before the first value there is none, which is
/// an error that names the rule and the day, never a guess.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dated<T> {
    name: String,
    /// In order of time.
    values: Vec<Since<T>>,
}

/// A value, the first day it holds, and where it stands written.
#[derive(Clone, Debug, PartialEq, Eq, serde::Deserialize)]
pub struct Since<T> {
    pub from: Date,
    pub value: T,
    pub source: String,
}

/// No value of a rule is known for a day.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no {name} is known for {day}; the municipality must enter the one that held then")]
pub struct NothingInForce {
    pub name: String,
    pub day: Date,
}

impl<T> Dated<T> {
    /// The values may come in any order; of two from the same day the last one given holds.
    pub fn new(name: impl Into<String>, mut values: Vec<Since<T>>) -> Self {
        values.sort_by_key(|since| since.from);
        Self { name: name.into(), values }
    }

    /// What held on the day, with its first day and its source.
    pub fn on(&self, day: Date) -> Result<&Since<T>, NothingInForce> {
        let begun = self.values.partition_point(|since| since.from <= day);
        self.values[..begun].last().ok_or_else(|| NothingInForce { name: self.name.clone(), day })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_value_holds_from_its_day_until_the_next() {
        let since = |year, value| Since { from: date(year, 7, 1), value, source: format!("council {year}") };
        let share = Dated::new("rent share", vec![since(2026, 33), since(2024, 35)]);

        assert_eq!(share.on(date(2026, 6, 30)).map(|since| since.value), Ok(35));
        assert_eq!(share.on(date(2026, 7, 1)).map(|since| since.source.as_str()), Ok("council 2026"));
        let before = date(2024, 6, 30);
        assert_eq!(share.on(before), Err(NothingInForce { name: "rent share".into(), day: before }));
    }
}
