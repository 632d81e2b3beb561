//! Other people's files, in and out: the offices' own spreadsheets and lists become checked records,
//! and lists go out as spreadsheets that no program takes for formulas.
//!
//! The way of a file: [`read`] makes tables of its bytes, [`understand`] says what each sheet and
//! column is, [`check`] turns rows into records of the trade or names everything that is wrong with
//! them. Nothing here knows the store: what to do with the records is the office's matter.
//!
//! [`documents`] tells what somebody's handed-in paper is.

mod cells;
mod checking;
pub mod documents;
mod evidence;
mod fields;
mod header;
mod mapping;
mod opening;
mod problem;
pub mod rejected;
pub mod sheet;
#[cfg(test)]
mod tests;
mod understanding;
mod vocabulary;
mod zipped;

pub use cells::{Cell, Row, Sheet, Workbook};
pub use checking::{Accepted, CheckedSheet, DwellingRow, Record, Repeated, Skipped, Unknown, check, excel_day};
pub use fields::{Field, SheetKind};
pub use mapping::{Mapping, SheetMapping};
pub use opening::{MAX_FILE, Unopenable, read};
pub use problem::{Problem, Rejection};
pub use understanding::{ColumnReading, Ground, SetAside, SheetReading, understand};
pub use vocabulary::Vocabulary;
