//! Rows become records of the trade, or every thing that is wrong with them is named.

mod applications;
mod arrears;
mod dwellings;
mod people;
mod places;
mod repeats;
mod row;

use housing::Date;
use housing::applications::ApplicationFacts;
use housing::arrears::InvoiceFacts;
use housing::dwellings::{Category, DwellingFacts};
use housing::tenancies::TenancyFacts;

use super::cells::{Cell, Row, Workbook};
use super::evidence::is_lone_address;
use super::fields::{Field, SheetKind};
use super::problem::Rejection;
use super::understanding::{ColumnReading, SheetReading};
use super::vocabulary::Vocabulary;
use places::Above;
pub use places::{address_in, title};
use repeats::{Seen, Standing};
pub use row::excel_day;
use row::{Columns, RowReader, UnknownWords};

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
        let rows = || sheet.rows_from(reading.first_data);
        columns.shared_addresses = places::shared_addresses(rows(), &columns);
        columns.own_numbers = places::has_own_numbers(rows(), &columns);
        columns.addresses_given_once = places::are_given_once(rows(), &columns);
    }
    let most_rows_are_full = most_are_full(sheet.rows_from(reading.first_data));
    let checking = Checking { reading, kind, columns, vocabulary, today, most_rows_are_full };
    let rows = checking.set_apart_from(sheet.rows_from(reading.first_data), &mut checked.skipped);
    checked.rows = rows.len();
    let (records, unknown) = checking.read(&rows);
    checking.account_for(&rows, records, &mut checked);
    let listed = |((column, value), rows)| Unknown { column, value, rows };
    checked.unknown = unknown.into_iter().map(listed).collect();
    checked
}

/// What is needed to check the rows of one sheet.
struct Checking<'a> {
    reading: &'a SheetReading,
    kind: SheetKind,
    columns: Columns,
    vocabulary: &'a Vocabulary,
    today: Date,
    most_rows_are_full: bool,
}

/// A row that is a record, and what stands above it and is about it too.
#[derive(Clone, Copy)]
struct RecordRow<'a> {
    row: Row<'a>,
    /// What a title says of the homes below it: `Omsorgsboliger`.
    section: Option<Category>,
    above: Above<'a>,
}

/// What a row was read as, and everything that is wrong with it.
type ReadRow = (Option<Record>, Vec<Rejection>);

impl Checking<'_> {
    /// The rows that are records, apart from those that are none.
    fn set_apart_from<'r>(
        &'r self,
        rows: impl Iterator<Item = Row<'r>>,
        skipped: &mut Vec<Skipped>,
    ) -> Vec<RecordRow<'r>> {
        let (mut records, mut section) = (Vec::new(), None);
        let mut above = self.reading.place.as_deref().map_or(Above::Nothing, Above::Title);
        // A lone text is a row of its own only where rows are short, and never below a sum.
        let mut lone_texts_are_remarks = self.most_rows_are_full;
        for row in rows {
            lone_texts_are_remarks = lone_texts_are_remarks || is_sum(row, &self.columns, self.vocabulary);
            if let Some(text) = self.no_record(row, lone_texts_are_remarks) {
                section = self.vocabulary.code("category", &text).or(section);
                above = match places::title(row, self.vocabulary) {
                    Some(title) => Above::Title(title),
                    None if self.columns.addresses_given_once && places::has_address(row, &self.columns) => {
                        Above::Nothing
                    }
                    None => above,
                };
                skipped.push(Skipped { row: row.number(), text });
            } else {
                records.push(RecordRow { row, section, above });
                if places::has_address(row, &self.columns) {
                    above = if self.columns.addresses_given_once { Above::Row(row) } else { Above::Nothing };
                }
            }
        }
        records
    }

    /// The text of a row that is no record: a sum, a note below the table, a title within it, or the headings once more.
    fn no_record(&self, row: Row<'_>, lone_texts_are_remarks: bool) -> Option<String> {
        let is_headings_again = row.len() >= 2
            && row.cells().all(|(at, cell)| {
                let said = |column: &ColumnReading| column.column == at && column.heading.trim() == cell.shown().trim();
                self.reading.columns.iter().any(said)
            });
        let is_note = row.len() == 1
            && (lone_texts_are_remarks
                || self.columns.addresses_given_once
                || row.cells().all(|(column, cell)| is_remark(column, cell, &self.columns)));
        let no_record = is_headings_again
            || is_note
            || self.columns.is_only_ignored(row)
            || is_sum(row, &self.columns, self.vocabulary);
        no_record.then(|| row.cells().map(|(_, cell)| cell.shown().into_owned()).collect::<Vec<_>>().join(" "))
    }

    /// Reads every row by itself, many of them on several threads.
    fn read(&self, rows: &[RecordRow<'_>]) -> (Vec<ReadRow>, UnknownWords) {
        let read_part = |part: &[RecordRow<'_>]| {
            let mut unknown = UnknownWords::new();
            let records: Vec<ReadRow> = part.iter().map(|row| self.read_row(*row, &mut unknown)).collect();
            (records, unknown)
        };
        let mut whole = (Vec::with_capacity(rows.len()), UnknownWords::new());
        for (records, unknown) in in_parts(rows, read_part) {
            whole.0.extend(records);
            for (word, rows) in unknown {
                *whole.1.entry(word).or_default() += rows;
            }
        }
        whole
    }

    fn read_row(&self, at: RecordRow<'_>, unknown: &mut UnknownWords) -> ReadRow {
        let mut reader = self.reader(at.row, unknown);
        (reader.section, reader.above) = (at.section, at.above);
        let record = match self.kind {
            SheetKind::Dwellings => dwellings::read(&mut reader).map(|home| Record::Dwelling(Box::new(home))),
            SheetKind::Applications => {
                applications::read(&mut reader).map(|facts| Record::Application(Box::new(facts)))
            }
            SheetKind::Arrears => arrears::read(&mut reader).map(|facts| Record::Invoice(Box::new(facts))),
        };
        (record, reader.into_problems())
    }

    fn reader<'r>(&'r self, row: Row<'r>, unknown: &'r mut UnknownWords) -> RowReader<'r> {
        RowReader::new(row, &self.columns, self.vocabulary, self.today, &self.reading.name, unknown)
    }

    /// Holds the records against each other: every row is accepted, repeated or rejected.
    fn account_for(&self, rows: &[RecordRow<'_>], records: Vec<ReadRow>, checked: &mut CheckedSheet) {
        let mut seen = Seen::default();
        for (RecordRow { row, .. }, (record, mut problems)) in rows.iter().zip(records) {
            let standing = record.as_ref().map(|record| seen.standing(record, row.number()));
            if let Some(Standing::Contradicts(problem, field)) = &standing {
                let mut unknown = UnknownWords::new();
                let mut reader = self.reader(*row, &mut unknown);
                reader.reject(*field, problem.clone());
                problems.extend(reader.into_problems());
            }
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
    }
}

/// So few items are done on one thread.
const FEW: usize = 1_000;

/// Does the work part by part, a part on each of the machine's cores; the answers are in order.
fn in_parts<T: Sync, R: Send>(items: &[T], work: impl Fn(&[T]) -> R + Sync) -> Vec<R> {
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let size = items.len().div_ceil(cores).max(FEW);
    if items.len() <= size {
        return vec![work(items)];
    }
    std::thread::scope(|scope| {
        let parts: Vec<_> = items.chunks(size).map(|part| scope.spawn(|| work(part))).collect();
        let ended = |part: std::thread::ScopedJoinHandle<'_, R>| {
            part.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
        };
        parts.into_iter().map(ended).collect()
    })
}

/// With so many cells a row says enough that one of a single text beside it is no row of the kind.
const FULL_ROW: usize = 3;

/// Whether more than half of the rows are full.
fn most_are_full<'a>(rows: impl Iterator<Item = Row<'a>>) -> bool {
    let (mut full, mut all) = (0_usize, 0_usize);
    for row in rows {
        all += 1;
        full += usize::from(row.len() >= FULL_ROW);
    }
    full * 2 > all
}

/// Whether a row sums up the rows above it.
fn is_sum(row: Row<'_>, columns: &Columns, vocabulary: &Vocabulary) -> bool {
    let first_text = row.cells().find(|(_, cell)| matches!(cell, Cell::Text(_)));
    first_text.is_some_and(|(_, cell)| vocabulary.is_sum(&cell.shown()))
        && columns.keys().all(|column| is_sum_or_blank(row.cell(column), vocabulary))
}

fn is_sum_or_blank(cell: Cell<'_>, vocabulary: &Vocabulary) -> bool {
    cell.is_blank() || vocabulary.is_sum(&cell.shown())
}

/// A lone text is a note or a title, unless it is an address in its own column.
fn is_remark(column: u16, cell: Cell<'_>, columns: &Columns) -> bool {
    match columns.field_at(column) {
        Some(Field::Address | Field::Street) => !is_lone_address(&cell.shown()),
        Some(_) | None => true,
    }
}
