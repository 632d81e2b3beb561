//! Whole files through the whole way: bytes in, checked records out.

mod fjordvik;
mod made;
mod mapping;
mod odd_words;
mod offices;
mod other_words;
mod refusals;
mod rows;
mod strangers;
mod unseen;
mod writing_back;

use jiff::civil::date;

use super::*;

/// The day all tests are on.
const TODAY: housing::Date = date(2026, 3, 1);

/// Reads, understands and checks a file with the built-in vocabulary.
#[track_caller]
fn checked(bytes: Vec<u8>, name: &str) -> Vec<(SheetReading, CheckedSheet)> {
    let workbook = read(&bytes, name).expect("the file can be opened");
    let vocabulary = Vocabulary::built_in();
    let readings = understand(&workbook, vocabulary, None);
    readings
        .into_iter()
        .map(|reading| {
            let checked = check(&workbook, &reading, vocabulary, TODAY);
            (reading, checked)
        })
        .collect()
}

/// The meaning of each column, for a failure that shows all of them at once.
fn meanings(reading: &SheetReading) -> Vec<(String, &'static str)> {
    reading.columns.iter().map(|column| (column.label(), column.field.map_or("?", Field::name))).collect()
}
