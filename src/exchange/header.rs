//! Where the headings of a sheet stand: below titles, in one row or two, with groups merged above them.

use super::cells::{Cell, Row, Sheet};
use super::fields::SheetKind;
use super::vocabulary::{Vocabulary, WORDS_WITHIN};

/// Headings stand among the first rows, whatever letters and logos come before them.
pub const ROWS_LOOKED_AT: usize = 40;
/// A heading is short; longer texts are notes.
const LONGEST_HEADING: usize = 80;
/// How well a row's headings must be known together: two whole ones.
const LEAST_KNOWN: u32 = 150;

/// The headings of a sheet.
#[derive(Clone, Debug)]
pub struct Header {
    /// The row of the (lowest) headings, as beside the rows in a spreadsheet.
    pub row: u32,
    /// The index of the first row below them among the rows that are not blank.
    pub first_data: usize,
    pub headings: Vec<Heading>,
    /// The texts above the headings.
    pub titles: Vec<String>,
}

#[derive(Clone, Debug)]
pub struct Heading {
    pub column: u16,
    /// As it stands in the sheet.
    pub text: String,
    /// The heading of the group of columns above it, merged over several columns.
    pub group: Option<String>,
}

/// Finds the headings by the words in them, or else by their look: a row of words above rows of figures.
pub fn find(sheet: &Sheet, vocabulary: &Vocabulary) -> Option<Header> {
    let rows: Vec<Row<'_>> = sheet.rows_from(0).take(ROWS_LOOKED_AT).collect();
    by_words(&rows, vocabulary).or_else(|| by_look(&rows))
}

/// The headings in the row where most texts are known to somebody; `None` when none is.
pub fn with_known_texts(sheet: &Sheet, is_known: impl Fn(&str) -> bool) -> Option<Header> {
    let rows: Vec<Row<'_>> = sheet.rows_from(0).take(ROWS_LOOKED_AT).collect();
    let known = |row: &Row<'_>| row.cells().filter(|(_, cell)| is_known(&one_line(&cell.shown()))).count();
    let (lowest, most) = rows.iter().map(known).enumerate().rev().max_by_key(|(_, known)| *known)?;
    (most > 0).then(|| with_lowest_row(&rows, lowest))
}

fn by_look(rows: &[Row<'_>]) -> Option<Header> {
    let has_digit = |cell: Cell<'_>| cell.shown().chars().any(|letter| letter.is_ascii_digit());
    let only_words = |row: &Row<'_>| {
        row.len() >= 2 && row.cells().all(|(_, cell)| matches!(cell, Cell::Text(_)) && !has_digit(cell))
    };
    let has_figures = |row: &Row<'_>| row.cells().any(|(_, cell)| has_digit(cell));
    let lowest = rows.windows(2).position(|pair| only_words(&pair[0]) && has_figures(&pair[1]))?;
    Some(with_lowest_row(rows, lowest))
}

fn by_words(rows: &[Row<'_>], vocabulary: &Vocabulary) -> Option<Header> {
    let known: Vec<u32> = rows.iter().map(|row| known(*row, vocabulary)).collect();
    let (best, &score) = known.iter().enumerate().rev().max_by_key(|(_, score)| **score)?;
    if score < LEAST_KNOWN {
        return None;
    }
    // A second row of headings right below ("fra", "til" below "Kontrakt") has nothing but headings.
    let below =
        rows.get(best + 1).filter(|row| is_all_headings(**row, vocabulary) && row.number() == rows[best].number() + 1);
    let lowest = best + usize::from(below.is_some());
    Some(with_lowest_row(rows, lowest))
}

/// The headings when it is known in which row they stand.
pub fn at_row(sheet: &Sheet, number: u32) -> Option<Header> {
    let rows: Vec<Row<'_>> = sheet.rows_from(0).take_while(|row| row.number() <= number).collect();
    let lowest = rows.iter().position(|row| row.number() == number)?;
    Some(with_lowest_row(&rows, lowest))
}

fn with_lowest_row(rows: &[Row<'_>], lowest: usize) -> Header {
    let above = lowest.checked_sub(1).map(|index| rows[index]).filter(|row| is_group_row(*row, rows[lowest]));
    let first_row = lowest - usize::from(above.is_some());
    let texts = |row: Row<'_>| row.cells().map(|(_, cell)| cell.shown().into_owned()).collect::<Vec<_>>();
    Header {
        row: rows[lowest].number(),
        first_data: lowest + 1,
        headings: headings(rows[lowest], above),
        titles: rows[..first_row].iter().flat_map(|row| texts(*row)).collect(),
    }
}

/// How well the vocabulary knows the texts of a row as headings, for the kind that fits best.
fn known(row: Row<'_>, vocabulary: &Vocabulary) -> u32 {
    let of_kind = |kind| row.cells().map(|(_, cell)| strength(cell, kind, vocabulary)).sum();
    SheetKind::ALL.into_iter().map(of_kind).max().unwrap_or(0)
}

fn strength(cell: Cell<'_>, kind: SheetKind, vocabulary: &Vocabulary) -> u32 {
    match cell {
        Cell::Text(text) if text.len() <= LONGEST_HEADING => {
            let strengths = vocabulary.fields_of(kind, text).into_iter().map(|(_, strength)| strength);
            strengths.filter(|strength| *strength >= WORDS_WITHIN).max().unwrap_or(0)
        }
        Cell::Text(_) | Cell::Blank | Cell::Number(_) | Cell::Day(_) | Cell::Bool(_) | Cell::Error | Cell::NoValue => 0,
    }
}

fn is_all_headings(row: Row<'_>, vocabulary: &Vocabulary) -> bool {
    let known = |(_, cell)| SheetKind::ALL.into_iter().any(|kind| strength(cell, kind, vocabulary) == 100);
    row.len() >= 2 && row.cells().filter(|cell| known(*cell)).count() * 4 >= row.len() * 3
}

/// A row of groups stands right above, has fewer cells than the headings and only texts, and is no title
/// alone in the first column.
fn is_group_row(row: Row<'_>, headings: Row<'_>) -> bool {
    let only_texts = row.cells().all(|(_, cell)| matches!(cell, Cell::Text(text) if text.len() <= LONGEST_HEADING));
    let alone_in_front = row.len() == 1 && row.cells().all(|(column, _)| column == 0);
    row.number() + 1 == headings.number() && only_texts && row.len() <= headings.len() + 2 && !alone_in_front
}

fn headings(lowest: Row<'_>, above: Option<Row<'_>>) -> Vec<Heading> {
    let mut headings: Vec<Heading> =
        lowest.cells().map(|(column, cell)| Heading { column, text: one_line(&cell.shown()), group: None }).collect();
    let Some(above) = above else { return headings };
    for (column, cell) in above.cells() {
        if lowest.cell(column).is_blank() {
            headings.push(Heading { column, text: one_line(&cell.shown()), group: None });
        }
    }
    headings.sort_by_key(|heading| heading.column);
    for heading in &mut headings {
        let group = above.cells().take_while(|(column, _)| *column <= heading.column).last();
        heading.group = group.map(|(_, cell)| one_line(&cell.shown())).filter(|group| *group != heading.text);
    }
    headings
}

/// Headings are often broken over several lines in their cell.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
