//! The rejected rows of a sheet as a spreadsheet of their own: the same columns and one more that says
//! what is wrong, ready to be corrected and imported again.

use rust_xlsxwriter::XlsxError;

use super::cells::{Cell, Workbook};
use super::checking::CheckedSheet;
use super::problem::Rejection;
use super::sheet::{Value, write_xlsx};
use super::understanding::SheetReading;

/// The key of the heading of the added column.
pub const WHAT_IS_WRONG: &str = "import-what-is-wrong";

/// Writes the rejected rows; `what_is_wrong` is the heading of the added column and `word` says in the
/// reader's language what is wrong with a cell.
pub fn write(
    workbook: &Workbook,
    reading: &SheetReading,
    checked: &CheckedSheet,
    what_is_wrong: &str,
    word: impl Fn(&Rejection) -> String,
) -> Result<Vec<u8>, XlsxError> {
    let mut columns: Vec<String> = reading.columns.iter().map(|column| column.label()).collect();
    columns.push(what_is_wrong.to_owned());
    let wanted = checked.rejected_rows();
    let source = workbook.sheets.get(reading.index);
    let rows = source.into_iter().flat_map(|sheet| sheet.rows_from(reading.first_data));
    let rejected = rows.filter(|row| wanted.binary_search(&row.number()).is_ok());
    let rows = rejected.map(|row| {
        let mut values: Vec<Value> = reading.columns.iter().map(|column| value(row.cell(column.column))).collect();
        let wrong = checked.rejected.iter().filter(|rejection| rejection.row == row.number());
        values.push(Value::Text(wrong.map(&word).collect::<Vec<_>>().join(" · ")));
        values
    });
    write_xlsx(&reading.name, &columns, rows)
}

fn value(cell: Cell<'_>) -> Value {
    match cell {
        Cell::Blank => Value::Blank,
        Cell::Text(text) => Value::Text(text.to_owned()),
        Cell::Number(number) => Value::Decimal(number),
        Cell::Day(day) => Value::Day(day),
        Cell::Bool(yes) => Value::YesNo(yes),
        Cell::Error | Cell::NoValue => Value::Text(cell.shown().into_owned()),
    }
}
