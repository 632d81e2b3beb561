//! One chart with its table: what the page draws and the files hold are the same rows.

use crate::exchange::sheet::Value;
use crate::web::charts::{self, Numbers, grouped};
use crate::web::frame::Frame;
use housing::money::Ore;

/// A chart, its definition and its numbers.
pub struct Block {
    /// The name in addresses and files.
    pub key: &'static str,
    pub title: String,
    /// What is counted, and how.
    pub meaning: String,
    /// The chart as SVG; empty where the table says it all.
    pub drawing: String,
    pub head: Vec<String>,
    pub rows: Vec<Vec<Entry>>,
    /// How many columns from the left hold names.
    pub names: usize,
    /// What the page leaves to the files, in words; empty when it shows everything.
    pub rest: String,
    /// This table alone, with separators.
    pub file_href: String,
}

/// A number or name, and the list behind it.
pub struct Entry {
    pub value: Value,
    /// Empty where there is nothing to open.
    pub href: String,
}

impl Entry {
    /// A name.
    pub fn text(text: impl Into<String>) -> Self {
        Self { value: Value::Text(text.into()), href: String::new() }
    }

    /// Nothing, where a number would say nothing.
    pub fn blank() -> Self {
        Self { value: Value::Blank, href: String::new() }
    }

    /// A count; none opens to nothing.
    pub fn count(count: i64, href: String) -> Self {
        Self { value: Value::Number(count), href: if count == 0 { String::new() } else { href } }
    }

    /// An amount.
    pub fn amount(amount: Ore) -> Self {
        Self::sum(amount, String::new())
    }

    /// An amount, and the list that comes to it; nothing opens to nothing.
    pub fn sum(amount: Ore, href: String) -> Self {
        Self { value: Value::Amount(amount), href: if amount == Ore(0) { String::new() } else { href } }
    }

    /// As people read it.
    pub fn as_text(&self) -> String {
        match &self.value {
            Value::Blank => String::new(),
            Value::Text(text) => text.clone(),
            Value::Number(number) => grouped(*number),
            Value::Decimal(number) => number.to_string(),
            Value::Amount(amount) => amount.in_kroner(),
            Value::Day(day) => day.to_string(),
            Value::YesNo(yes) => yes.to_string(),
        }
    }
}

impl Block {
    /// A block without a drawing yet; its texts have keys that begin with `overview-KEY`.
    pub fn new(frame: &Frame, key: &'static str, head: Vec<String>, rows: Vec<Vec<Entry>>) -> Self {
        let (title, meaning) = (frame.t(&format!("overview-{key}-title")), frame.t(&format!("overview-{key}-meaning")));
        let (drawing, rest, file_href) = (String::new(), String::new(), String::new());
        Self { key, title, meaning, drawing, head, rows, names: 1, rest, file_href }
    }

    /// The table as the page shows it.
    pub fn numbers(&self) -> Numbers {
        let cell = |entry: &Entry| charts::Cell { text: entry.as_text(), href: entry.href.clone() };
        let rows = self.rows.iter().map(|row| row.iter().map(cell).collect()).collect();
        Numbers { head: self.head.clone(), names: self.names, rows }
    }

    /// A table of which a page shows the first rows only: the others are not even worded then.
    pub fn long(
        frame: &Frame,
        key: &'static str,
        head: Vec<String>,
        rows: impl ExactSizeIterator<Item = Vec<Entry>>,
        extent: Extent,
    ) -> Self {
        let most = match extent {
            Extent::Page => LONGEST_ON_PAGE,
            Extent::File => usize::MAX,
        };
        let hidden = rows.len().saturating_sub(most);
        let mut block = Self::new(frame, key, head, rows.take(most).collect());
        if hidden > 0 {
            block.rest = frame.t1("overview-hidden", "count", hidden);
        }
        block
    }
}

/// Whether a page or a file is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    Page,
    File,
}

/// Rows of a long table that a page shows; the lists and the files have them all.
const LONGEST_ON_PAGE: usize = 15;
