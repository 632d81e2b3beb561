//! Charts as SVG, drawn from whole numbers.
//!
//! Each function gives one `<svg role="img">` with a title and a description for those who do not see it, and with
//! classes instead of colours, so that the style sheet decides how it looks in the light, in the dark and on paper.
//! A drawing carries no links: the table beside it ([`Numbers`]) is where a figure opens to its rows.

mod bars;
mod columns;
mod line;
mod number;
mod stacked;
mod svg;
#[cfg(test)]
mod tests;

pub use bars::bars;
pub use columns::columns;
pub use line::line;
pub use number::grouped;
pub use stacked::{Stack, stacked};

/// What a drawing is called, and what someone who does not see it should know.
pub struct Caption<'a> {
    /// The name of the chart, such as *Boliger etter rom*.
    pub title: &'a str,
    /// The gist in a sentence, such as *Flest toroms: 143 av 486*.
    pub gist: &'a str,
}

/// One measured thing: a bar, a column or a point on a line.
pub struct Measure {
    /// The words at the axis, such as *2 rom* or *mars 2026*.
    pub label: String,
    /// The value, never negative; a negative one is drawn as nothing.
    pub value: i64,
    /// The value as people read it, such as *1 204 550 kr*.
    pub text: String,
}

impl Measure {
    /// A count, shown as a grouped whole number.
    pub fn count(label: impl Into<String>, value: i64) -> Self {
        Self { label: label.into(), value, text: grouped(value) }
    }
}

/// The table beside a chart: the same numbers, each with the way to its rows.
pub struct Numbers {
    /// Column heads; the first one names the rows.
    pub head: Vec<String>,
    /// How many columns from the left hold names; the others hold numbers, which stand to the right.
    pub names: usize,
    /// The rows, the first cell being the row's name.
    pub rows: Vec<Vec<Cell>>,
}

/// One cell of [`Numbers`].
pub struct Cell {
    /// The number or name as people read it.
    pub text: String,
    /// The list behind the number; empty where there is none.
    pub href: String,
}

impl Cell {
    /// A cell with nothing behind it.
    pub fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), href: String::new() }
    }

    /// A number that opens to its rows.
    pub fn linked(text: impl Into<String>, href: impl Into<String>) -> Self {
        Self { text: text.into(), href: href.into() }
    }
}
