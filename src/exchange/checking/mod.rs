//! Rows become records of the trade, or every thing that is wrong with them is named.

mod applications;
mod arrears;
mod dwellings;
mod people;
mod repeats;
mod row;

use std::collections::BTreeMap;

use housing::Date;
use housing::applications::ApplicationFacts;
use housing::arrears::InvoiceFacts;
use housing::dwellings::DwellingFacts;
use housing::tenancies::TenancyFacts;

use super::cells::{Cell, Row, Workbook};
use super::fields::{Field, SheetKind};
use super::problem::Rejection;
use super::understanding::SheetReading;
use super::vocabulary::Vocabulary;
use repeats::{Seen, Standing};
use row::{Columns, RowReader};

/// A sheet whose every row is accounted for.
#[derive(Debug, Default)]
pub struct CheckedSheet {
    pub name: String,
    pub kind: Option<SheetKind>,
    /// How many rows were taken for records: accepted, repeated or rejected.
    pub rows: usize,
    pub accepted: Vec<Accepted>,
    pub repeated: Vec<Repeated>,
    /// In row order; a row with several errors stands here several times.
    pub rejected: Vec<Rejection>,
    /// Rows that are no records: sums, notes, headings again.
    pub skipped: Vec<Skipped>,
    /// Headings of columns that are not understood.
    pub columns_not_understood: Vec<String>,
    /// Values that were left out because their word is not known; their rows are accepted.
    pub unknown: Vec<Unknown>,
}

/// A row that became a record.
#[derive(Debug)]
pub struct Accepted {
    /// From 1, as beside the rows in a spreadsheet.
    pub row: u32,
    pub record: Record,
}

#[derive(Debug)]
pub enum Record {
    Dwelling(Box<DwellingRow>),
    Application(Box<ApplicationFacts>),
    Invoice(Box<InvoiceFacts>),
}

/// A home and who lives in it.
#[derive(Debug, PartialEq, Eq)]
pub struct DwellingRow {
    pub dwelling: DwellingFacts,
    pub tenancy: Option<TenancyFacts>,
}

/// A row that says again what an earlier one said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Repeated {
    pub row: u32,
    pub same_as_row: u32,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Skipped {
    pub row: u32,
    pub text: String,
}

/// A word that is on none of our lists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unknown {
    pub column: String,
    pub value: String,
    pub rows: usize,
}

impl CheckedSheet {
    /// The numbers of the rows that were rejected, each once.
    pub fn rejected_rows(&self) -> Vec<u32> {
        let mut rows: Vec<u32> = self.rejected.iter().map(|rejection| rejection.row).collect();
        rows.dedup();
        rows
    }
}

/// Checks every row of a sheet as it has been understood. A sheet that is set aside has no rows.
pub fn check(workbook: &Workbook, reading: &SheetReading, vocabulary: &Vocabulary, today: Date) -> CheckedSheet {
    let mut checked = CheckedSheet {
        name: reading.name.clone(),
        kind: reading.kind,
        columns_not_understood: reading.not_understood(),
        ..CheckedSheet::default()
    };
    let (Some(kind), None, Some(sheet)) = (reading.kind, &reading.set_aside, workbook.sheets.get(reading.index)) else {
        return checked;
    };
    let mut columns = Columns::of(reading, vocabulary);
    if kind == SheetKind::Dwellings {
        columns.shared_addresses = dwellings::shared_addresses(sheet.rows_from(reading.first_data), &columns);
        columns.own_numbers = dwellings::has_own_numbers(sheet.rows_from(reading.first_data), &columns);
    }
    let mut section = None;
    let mut seen = Seen::default();
    let mut unknown = BTreeMap::new();
    for row in sheet.rows_from(reading.first_data) {
        if let Some(text) = no_record(row, &columns, reading, vocabulary) {
            section = vocabulary.code("category", &text).or(section);
            checked.skipped.push(Skipped { row: row.number(), text });
            continue;
        }
        checked.rows += 1;
        let mut reader = RowReader::new(row, &columns, vocabulary, today, &reading.name, &mut unknown);
        reader.section = section;
        let record = match kind {
            SheetKind::Dwellings => dwellings::read(&mut reader).map(|home| Record::Dwelling(Box::new(home))),
            SheetKind::Applications => {
                applications::read(&mut reader).map(|facts| Record::Application(Box::new(facts)))
            }
            SheetKind::Arrears => arrears::read(&mut reader).map(|facts| Record::Invoice(Box::new(facts))),
        };
        let standing = record.as_ref().map(|record| seen.standing(record, row.number()));
        if let Some(Standing::Contradicts(problem, field)) = &standing {
            reader.reject(*field, problem.clone());
        }
        let problems = reader.into_problems();
        match (record, standing) {
            (Some(record), Some(Standing::New)) if problems.is_empty() => {
                checked.accepted.push(Accepted { row: row.number(), record });
            }
            (Some(_), Some(Standing::Same { row: same_as_row })) if problems.is_empty() => {
                checked.repeated.push(Repeated { row: row.number(), same_as_row });
            }
            _ => checked.rejected.extend(problems),
        }
    }
    let listed = |((column, value), rows)| Unknown { column, value, rows };
    checked.unknown = unknown.into_iter().map(listed).collect();
    checked
}

/// The text of a row that is no record: a sum, a note below the table, a title within it, or the
/// headings once more.
fn no_record(row: Row<'_>, columns: &Columns, reading: &SheetReading, vocabulary: &Vocabulary) -> Option<String> {
    let text = || row.cells().map(|(_, cell)| cell.shown().into_owned()).collect::<Vec<_>>().join(" ");
    let first_text = row.cells().find(|(_, cell)| matches!(cell, Cell::Text(_)));
    let is_sum = || {
        first_text.is_some_and(|(_, cell)| vocabulary.is_sum(&cell.shown()))
            && columns.keys().all(|column| is_sum_or_blank(row.cell(column), vocabulary))
    };
    let is_headings_again = row.len() >= 2
        && row.cells().all(|(at, cell)| {
            reading.columns.iter().any(|column| column.column == at && column.heading.trim() == cell.shown().trim())
        });
    let is_note = row.len() == 1 && row.cells().all(|(column, cell)| is_remark(column, cell, columns));
    let no_record = is_headings_again || is_note || columns.is_only_ignored(row) || is_sum();
    no_record.then(text)
}

fn is_sum_or_blank(cell: Cell<'_>, vocabulary: &Vocabulary) -> bool {
    cell.is_blank() || vocabulary.is_sum(&cell.shown())
}

/// A lone text is a note or a title, unless it is an address or name in its own column.
fn is_remark(column: u16, cell: Cell<'_>, columns: &Columns) -> bool {
    let shown = cell.shown();
    let address_without_number = !shown.chars().any(|letter| letter.is_ascii_digit()) || shown.starts_with(['*', '(']);
    match columns.field_at(column) {
        Some(Field::Address | Field::Street) => address_without_number,
        Some(_) | None => true,
    }
}
