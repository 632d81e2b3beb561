//! A file as tables: sheets of rows of cells, with the numbers a spreadsheet shows beside the rows.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::Arc;

use housing::Date;

/// A file that could be opened.
#[derive(Debug)]
pub struct Workbook {
    /// The name it came under, without folders.
    pub file_name: String,
    pub sheets: Vec<Sheet>,
}

/// One table. Texts are kept once however often they stand in it.
#[derive(Debug)]
pub struct Sheet {
    pub name: String,
    rows: Vec<RowAt>,
    cells: Vec<Placed>,
    texts: Vec<Arc<str>>,
}

#[derive(Clone, Copy, Debug)]
struct RowAt {
    /// From 1, as beside the rows in a spreadsheet.
    number: u32,
    first_cell: usize,
}

#[derive(Clone, Copy, Debug)]
struct Placed {
    column: u16,
    value: Stored,
}

#[derive(Clone, Copy, Debug)]
enum Stored {
    Text(u32),
    Number(f64),
    Day(Date),
    Bool(bool),
    Error,
    NoValue,
}

/// What stands in a cell; of a formula, its result.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Cell<'a> {
    Blank,
    /// Never only white space.
    Text(&'a str),
    Number(f64),
    Day(Date),
    Bool(bool),
    /// `#REF!` and its like.
    Error,
    /// A formula that the file has no result of: the program that wrote the file did not work it out.
    NoValue,
}

impl<'a> Cell<'a> {
    pub const fn is_blank(&self) -> bool {
        matches!(self, Self::Blank)
    }

    /// The cell as a person reads it. A whole number has no decimals, a day is `01.03.2026`.
    pub fn shown(&self) -> Cow<'a, str> {
        match *self {
            Self::Blank => Cow::Borrowed(""),
            Self::Text(text) => Cow::Borrowed(text.trim()),
            Self::Number(number) => Cow::Owned(number.to_string()),
            Self::Day(day) => Cow::Owned(day.strftime("%d.%m.%Y").to_string()),
            Self::Bool(yes) => Cow::Borrowed(if yes { "ja" } else { "nei" }),
            Self::Error => Cow::Borrowed("#FEIL"),
            Self::NoValue => Cow::Borrowed("#UTEN VERDI"),
        }
    }
}

/// One row of a sheet that has at least one cell.
#[derive(Clone, Copy, Debug)]
pub struct Row<'a> {
    sheet: &'a Sheet,
    number: u32,
    cells: &'a [Placed],
}

impl<'a> Row<'a> {
    /// From 1, as beside the rows in a spreadsheet.
    pub const fn number(&self) -> u32 {
        self.number
    }

    /// The cell in a column, counted from 0.
    pub fn cell(&self, column: u16) -> Cell<'a> {
        // Most rows are full to the left of the column, so it stands at its own index or a little before.
        let likely = self.cells.get(usize::from(column)).filter(|placed| placed.column == column);
        let placed = likely.or_else(|| {
            let at = self.cells.binary_search_by_key(&column, |placed| placed.column).ok()?;
            self.cells.get(at)
        });
        placed.map_or(Cell::Blank, |placed| self.sheet.look_up(placed.value))
    }

    /// The cells that are not blank, with their columns.
    pub fn cells(&self) -> impl Iterator<Item = (u16, Cell<'a>)> + use<'a> {
        let sheet = self.sheet;
        self.cells.iter().map(move |placed| (placed.column, sheet.look_up(placed.value)))
    }

    /// How many cells are not blank.
    pub const fn len(&self) -> usize {
        self.cells.len()
    }

    /// Rows without cells are not kept, so this is only for completeness of `len`.
    pub const fn is_empty(&self) -> bool {
        self.cells.is_empty()
    }
}

impl Sheet {
    pub const fn row_count(&self) -> usize {
        self.rows.len()
    }

    /// The row at an index among those that are not blank.
    pub fn row(&self, index: usize) -> Option<Row<'_>> {
        let at = self.rows.get(index)?;
        let end = self.rows.get(index + 1).map_or(self.cells.len(), |next| next.first_cell);
        Some(Row { sheet: self, number: at.number, cells: &self.cells[at.first_cell..end] })
    }

    /// The rows that are not blank, from an index on.
    pub fn rows_from(&self, first: usize) -> impl Iterator<Item = Row<'_>> {
        (first..self.rows.len()).filter_map(|index| self.row(index))
    }

    /// One more than the last column used.
    pub fn width(&self) -> u16 {
        self.cells.iter().map(|placed| placed.column + 1).max().unwrap_or(0)
    }

    fn look_up(&self, value: Stored) -> Cell<'_> {
        match value {
            Stored::Text(id) => Cell::Text(&self.texts[id as usize]),
            Stored::Number(number) => Cell::Number(number),
            Stored::Day(day) => Cell::Day(day),
            Stored::Bool(yes) => Cell::Bool(yes),
            Stored::Error => Cell::Error,
            Stored::NoValue => Cell::NoValue,
        }
    }
}

/// The name of a column as spreadsheets write it: A, B, …, Z, AA.
pub fn column_letters(column: u16) -> String {
    let mut rest = u32::from(column) + 1;
    let mut letters = Vec::new();
    while rest > 0 {
        rest -= 1;
        letters.push(char::from(b'A' + u8::try_from(rest % 26).expect("a remainder of 26 fits")));
        rest /= 26;
    }
    letters.into_iter().rev().collect()
}

/// Cells of one column merged over several rows, counted from 1.
#[derive(Clone, Copy, Debug)]
pub struct MergedDown {
    pub column: u16,
    pub first_row: u32,
    pub last_row: u32,
}

/// Builds a sheet cell by cell, from left to right and from top to bottom.
pub struct SheetBuilder {
    sheet: Sheet,
    known: HashMap<Arc<str>, u32>,
}

impl SheetBuilder {
    pub fn new(name: &str) -> Self {
        let sheet = Sheet { name: name.to_owned(), rows: Vec::new(), cells: Vec::new(), texts: Vec::new() };
        Self { sheet, known: HashMap::new() }
    }

    /// Adds a cell; blank ones and texts of white space only are left out. `row` counts from 1. Cells
    /// that come out of order (only damaged files have them) are left out too.
    pub fn push(&mut self, row: u32, column: u16, cell: Cell<'_>) {
        let value = match cell {
            Cell::Blank => return,
            Cell::Text(text) if text.trim().is_empty() => return,
            Cell::Text(text) => Stored::Text(self.text_id(text)),
            Cell::Number(number) => Stored::Number(number),
            Cell::Day(day) => Stored::Day(day),
            Cell::Bool(yes) => Stored::Bool(yes),
            Cell::Error => Stored::Error,
            Cell::NoValue => Stored::NoValue,
        };
        match self.sheet.rows.last() {
            Some(last) if last.number > row => return,
            Some(last) if last.number == row => {
                if self.sheet.cells.last().is_some_and(|placed| placed.column >= column) {
                    return;
                }
            }
            _ => self.sheet.rows.push(RowAt { number: row, first_cell: self.sheet.cells.len() }),
        }
        self.sheet.cells.push(Placed { column, value });
    }

    pub const fn cell_count(&self) -> usize {
        self.sheet.cells.len()
    }

    /// Gives every row that a merged cell covers, and that has other cells, the value of the cell.
    pub fn fill_down(&mut self, merged: &[MergedDown]) {
        let mut missing: HashMap<u32, Vec<Placed>> = HashMap::new();
        for area in merged {
            let Ok(first) = self.sheet.rows.binary_search_by_key(&area.first_row, |row| row.number) else { continue };
            let value = self.cells_of(first).iter().find(|placed| placed.column == area.column).map(|p| p.value);
            let Some(value) = value else { continue };
            let covered = self.sheet.rows[first + 1..].iter().take_while(|row| row.number <= area.last_row);
            for row in covered {
                missing.entry(row.number).or_default().push(Placed { column: area.column, value });
            }
        }
        if missing.is_empty() {
            return;
        }
        let mut cells = Vec::with_capacity(self.sheet.cells.len() + missing.len());
        let mut starts = Vec::with_capacity(self.sheet.rows.len());
        for index in 0..self.sheet.rows.len() {
            let start = cells.len();
            cells.extend_from_slice(self.cells_of(index));
            for placed in missing.remove(&self.sheet.rows[index].number).into_iter().flatten() {
                let in_row = &cells[start..];
                if let Err(at) = in_row.binary_search_by_key(&placed.column, |placed| placed.column) {
                    cells.insert(start + at, placed);
                }
            }
            starts.push(start);
        }
        for (row, start) in self.sheet.rows.iter_mut().zip(starts) {
            row.first_cell = start;
        }
        self.sheet.cells = cells;
    }

    fn cells_of(&self, index: usize) -> &[Placed] {
        let end = self.sheet.rows.get(index + 1).map_or(self.sheet.cells.len(), |next| next.first_cell);
        &self.sheet.cells[self.sheet.rows[index].first_cell..end]
    }

    pub fn finish(self) -> Sheet {
        self.sheet
    }

    fn text_id(&mut self, text: &str) -> u32 {
        if let Some(&id) = self.known.get(text) {
            return id;
        }
        let text: Arc<str> = text.into();
        let id = u32::try_from(self.sheet.texts.len()).expect("the limit on cells is far below u32");
        self.sheet.texts.push(Arc::clone(&text));
        self.known.insert(text, id);
        id
    }
}
