//! A figure that holds from a day to a day, and is not known outside.

use crate::Date;
use crate::dated::NothingInForce;

/// One value with its days and its source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span<T> {
    pub from: Date,
    /// The last day; `None` until something else is entered.
    pub to: Option<Date>,
    pub value: T,
    pub source: String,
    /// Whether somebody has read it in a legal text or an authority's words.
    pub confirmed: bool,
}

/// The values of one figure over time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spans<T> {
    name: String,
    /// In order of time.
    spans: Vec<Span<T>>,
}

impl<T> Spans<T> {
    /// The values may come in any order; of two that hold on a day the one that began last counts.
    pub fn new(name: impl Into<String>, mut spans: Vec<Span<T>>) -> Self {
        spans.sort_by_key(|span| span.from);
        Self { name: name.into(), spans }
    }

    /// What held on the day.
    ///
    /// # Errors
    /// When nothing is known to have held: the error names the figure and the day.
    pub fn on(&self, day: Date) -> Result<&Span<T>, NothingInForce> {
        let begun = self.spans.partition_point(|span| span.from <= day);
        let last = self.spans[..begun].last().filter(|span| span.to.is_none_or(|to| day <= to));
        last.ok_or_else(|| NothingInForce { name: self.name.clone(), day })
    }

    /// What the figure is called.
    pub fn name(&self) -> &str {
        &self.name
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_value_holds_to_its_last_day_and_nothing_is_guessed_after_it() {
        let span = |from, to, value| Span { from, to: Some(to), value, source: "FOR".into(), confirmed: true };
        let spring = span(date(2026, 1, 1), date(2026, 6, 30), 1200);
        let autumn = span(date(2026, 7, 1), date(2026, 12, 31), 1225);
        let rate = Spans::new("rate", vec![autumn, spring]);
        let on = |day| rate.on(day).map(|span| span.value).ok();
        assert_eq!(
            [date(2026, 6, 30), date(2026, 7, 1), date(2026, 12, 31)].map(on),
            [Some(1200), Some(1225), Some(1225)]
        );
        assert_eq!([date(2025, 12, 31), date(2027, 1, 1)].map(on), [None, None]);
        assert_eq!(rate.on(date(2027, 1, 1)).unwrap_err().day, date(2027, 1, 1));
    }
}
