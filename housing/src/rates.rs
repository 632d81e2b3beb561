//! Reading tables of dated figures: one file for each kind of figure, each row with its first day and
//! its source. The text comes in as an argument.

mod table;

pub use table::{RateProblem, Row, Table, decimal};
