//! The consumer price index (*KPI*), which rents may follow.

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

use super::{RateProblem, Table, decimal};
use crate::Date;

/// Index points in thousandths: 128.4 is 128 400.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[serde(transparent)]
pub struct IndexPoints(pub i64);

/// A month of the index, `2026-05`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct IndexMonth {
    /// The first day of the month.
    first: Date,
}

/// The series, each by month. A calculation takes both its months from one series.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PriceIndex(BTreeMap<String, BTreeMap<IndexMonth, IndexPoints>>);

/// A month that is in no series together with another.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no consumer price index (KPI) series has both {base} and {now}; enter the missing month")]
pub struct NoIndex {
    pub base: IndexMonth,
    pub now: IndexMonth,
}

impl IndexMonth {
    /// The month that the day is in.
    pub fn of(day: Date) -> Self {
        Self { first: day.first_of_month() }
    }

    /// Its last day: the index is not published before the month is over.
    pub fn last_day(self) -> Date {
        self.first.last_of_month()
    }
}

impl FromStr for IndexMonth {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let first = format!("{text}-01").parse().map_err(|_| ())?;
        if text.len() == 7 { Ok(Self { first }) } else { Err(()) }
    }
}

impl fmt::Display for IndexMonth {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.first.year(), self.first.month())
    }
}

impl fmt::Display for IndexPoints {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = format!("{}.{:03}", self.0 / 1000, self.0 % 1000);
        f.write_str(text.trim_end_matches('0').trim_end_matches('.'))
    }
}

impl FromStr for IndexPoints {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        decimal(text, 3).filter(|points| *points > 0).map(Self).ok_or(())
    }
}

impl PriceIndex {
    /// Reads `parameters/price_index.csv`.
    ///
    /// # Errors
    /// Everything that is wrong with it.
    pub fn read(csv: &str) -> Result<Self, Vec<RateProblem>> {
        let table = Table::read("price_index.csv", csv)?;
        let rows = table.rows(|row| {
            let month: IndexMonth = row.code("month")?;
            Ok((row.text("series")?.to_owned(), month, row.code("index")?))
        })?;
        let mut series: BTreeMap<String, BTreeMap<IndexMonth, IndexPoints>> = BTreeMap::new();
        for (name, month, points) in rows {
            series.entry(name).or_default().insert(month, points);
        }
        Ok(Self(series))
    }

    /// The points of two months and the series they are from: the newest that has both.
    ///
    /// # Errors
    /// When no series has both.
    pub fn pair(&self, base: IndexMonth, now: IndexMonth) -> Result<(&str, IndexPoints, IndexPoints), NoIndex> {
        let found = self
            .0
            .iter()
            .rev()
            .find_map(|(name, months)| Some((name.as_str(), *months.get(&base)?, *months.get(&now)?)));
        found.ok_or(NoIndex { base, now })
    }
}
