//! What a sheet is about and what its columns mean, guessed from headings, values and names, with how
//! sure the guess is.

mod table;

use super::cells::{Sheet, Workbook, column_letters};
use super::fields::{Field, SheetKind};
use super::header;
use super::mapping::Mapping;
use super::vocabulary::Vocabulary;
use housing::dwellings::Category;
use table::Table;

/// How a sheet is read.
#[derive(Clone, Debug)]
pub struct SheetReading {
    /// Which sheet of the workbook, from 0.
    pub index: usize,
    pub name: String,
    /// `None` when the sheet is set aside; `set_aside` then says why.
    pub kind: Option<SheetKind>,
    pub set_aside: Option<SetAside>,
    /// As beside the rows in a spreadsheet; `None` when the sheet has no headings.
    pub header_row: Option<u32>,
    pub(super) first_data: usize,
    pub columns: Vec<ColumnReading>,
    /// What kind of homes they all are, where a title above them says so.
    pub(super) category: Option<Category>,
    /// The building that all homes of the sheet stand in, where its title or its name says so and no column does.
    pub(super) place: Option<String>,
}

/// What a column means.
#[derive(Clone, Debug)]
pub struct ColumnReading {
    /// From 0.
    pub column: u16,
    /// As it stands in the sheet; empty when there is none.
    pub heading: String,
    /// `None` when it is not understood.
    pub field: Option<Field>,
    /// Out of 100.
    pub sure: u32,
    pub ground: Ground,
    /// The first values, for somebody to check the guess by.
    pub samples: Vec<String>,
}

/// What a guess rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Ground {
    Heading,
    Values,
    /// Somebody has said so.
    Mapping,
}

/// Why no rows are taken from a sheet. The text for people is `import-aside-CODE`.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SetAside {
    #[error("the sheet is empty")]
    Empty,
    #[error("the name or title says that it does not count: {word}")]
    NotCounted { word: String },
    #[error("the mapping sets the sheet aside")]
    ByMapping,
    #[error("no row of headings was found, and the values do not show what they are")]
    NoHeadings,
    #[error("there is only one column")]
    OneColumn,
    #[error("there are headings but no rows below them")]
    NoRows,
    #[error("the columns are neither of homes, nor of applications, nor of arrears")]
    NotUnderstood,
}

impl SetAside {
    /// A stable short name for programs that read our results, and for the text catalogue.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::NotCounted { .. } => "not-counted",
            Self::ByMapping => "by-mapping",
            Self::NoHeadings => "no-headings",
            Self::OneColumn => "one-column",
            Self::NoRows => "no-rows",
            Self::NotUnderstood => "not-understood",
        }
    }

    /// The key of its text for people.
    pub fn key(&self) -> String {
        format!("import-aside-{}", self.code())
    }
}

impl ColumnReading {
    /// The heading, or the letter of a column without one.
    pub fn label(&self) -> String {
        if self.heading.is_empty() { column_letters(self.column) } else { self.heading.clone() }
    }
}

impl SheetReading {
    /// The fields that the sheet says something of. What it does not say stays as it is.
    pub fn says(&self, field: Field) -> bool {
        self.column_of(field).is_some()
    }

    /// The headings of the columns that are not understood.
    pub fn not_understood(&self) -> Vec<String> {
        self.columns.iter().filter(|column| column.field.is_none()).map(ColumnReading::label).collect()
    }

    pub(super) fn column_of(&self, field: Field) -> Option<&ColumnReading> {
        self.columns.iter().find(|column| column.field == Some(field))
    }

    fn aside(sheet: &Sheet, index: usize, why: SetAside) -> Self {
        Self {
            index,
            name: sheet.name.clone(),
            kind: None,
            set_aside: Some(why),
            header_row: None,
            first_data: 0,
            columns: Vec::new(),
            category: None,
            place: None,
        }
    }
}

/// Says of every sheet of a workbook what it is. A mapping decides where it says something; the rest is
/// guessed.
pub fn understand(workbook: &Workbook, vocabulary: &Vocabulary, mapping: Option<&Mapping>) -> Vec<SheetReading> {
    let reading = |(index, sheet)| understand_sheet(workbook, index, sheet, vocabulary, mapping);
    workbook.sheets.iter().enumerate().map(reading).collect()
}

fn understand_sheet(
    workbook: &Workbook,
    index: usize,
    sheet: &Sheet,
    vocabulary: &Vocabulary,
    mapping: Option<&Mapping>,
) -> SheetReading {
    if sheet.row_count() == 0 {
        return SheetReading::aside(sheet, index, SetAside::Empty);
    }
    let said = mapping.and_then(|mapping| mapping.for_sheet(&sheet.name, &first_texts(sheet)));
    if said.is_some_and(|said| said.kind.is_none()) {
        return SheetReading::aside(sheet, index, SetAside::ByMapping);
    }
    let in_said_row = said.and_then(|said| header::at_row(sheet, said.header_row?));
    let by_said = || header::with_known_texts(sheet, |text| said.is_some_and(|said| said.field_of(text).is_some()));
    let header = in_said_row.or_else(by_said).or_else(|| header::find(sheet, vocabulary));
    let titles = header.as_ref().map_or_else(|| first_texts(sheet), |header| header.titles.clone());
    if said.is_none()
        && let Some(word) = vocabulary.not_counted(&sheet.name, &titles)
    {
        return SheetReading::aside(sheet, index, SetAside::NotCounted { word: word.to_owned() });
    }
    if sheet.width() < 2 {
        return SheetReading::aside(sheet, index, SetAside::OneColumn);
    }
    let mut table = Table::new(sheet, header.as_ref(), vocabulary);
    table.place = table.place_above(&titles);
    let guess = said.map_or_else(
        || table.best_guess(&workbook.file_name, &titles),
        |said| said.kind.map(|kind| (kind, table.assign(kind, Some(said)))),
    );
    let (kind, columns, mut set_aside) = match guess {
        Some((kind, columns)) => (Some(kind), columns, None),
        None if header.is_none() => (None, Vec::new(), Some(SetAside::NoHeadings)),
        None => (None, table.unassigned(), Some(SetAside::NotUnderstood)),
    };
    let first_data = header.as_ref().map_or(0, |header| header.first_data);
    if kind.is_some() && first_data >= sheet.row_count() {
        set_aside = Some(SetAside::NoRows);
    }
    let category = header.as_ref().and_then(|header| category_of(&header.titles, vocabulary));
    let header_row = header.map(|header| header.row);
    let has_address = columns.iter().any(|column| matches!(column.field, Some(Field::Address | Field::Street)));
    let place = table.place.filter(|_| !has_address);
    SheetReading { index, name: sheet.name.clone(), kind, set_aside, header_row, first_data, columns, category, place }
}

/// The one kind of homes that the titles speak of; none where they speak of ordinary ones too.
fn category_of(titles: &[String], vocabulary: &Vocabulary) -> Option<Category> {
    titles.iter().find_map(|title| {
        let (category, rest) = vocabulary.take_out::<Category>("category", title);
        let (other, _) = vocabulary.take_out::<Category>("category", &rest);
        category.filter(|_| other.is_none())
    })
}

/// The texts of the rows where titles and headings can stand.
fn first_texts(sheet: &Sheet) -> Vec<String> {
    sheet
        .rows_from(0)
        .take(header::ROWS_LOOKED_AT)
        .flat_map(|row| row.cells().map(|(_, cell)| cell.shown().into_owned()))
        .collect()
}
