//! What a sheet is about and what its columns mean, guessed from headings, values and names, with how
//! sure the guess is.

use std::collections::HashSet;

use super::cells::{Sheet, Workbook, column_letters};
use super::evidence::{Profile, Verdict, known_words};
use super::fields::{Field, SheetKind};
use super::header::{self, Header, Heading};
use super::mapping::{Mapping, SheetMapping};
use super::vocabulary::Vocabulary;

/// A guess below this is none.
const LEAST_SURE: u32 = 45;
/// What the values add when they are of the very form the heading promises.
const FITTING_VALUES: u32 = 15;
/// What they take away when they are something else.
const CONTRADICTING_VALUES: u32 = 60;
/// Numbers of the office's own in a column for dwelling numbers say a little less than its heading does.
const OWN_NUMBERS: u32 = 5;
/// A status column is known by its words: more than this share of them, in per cent.
const KNOWN_STATUS_WORDS: u32 = 60;

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
    let table = Table::new(sheet, header.as_ref(), vocabulary);
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
    let header_row = header.map(|header| header.row);
    SheetReading { index, name: sheet.name.clone(), kind, set_aside, header_row, first_data, columns }
}

/// The texts of the rows where titles and headings can stand.
fn first_texts(sheet: &Sheet) -> Vec<String> {
    sheet
        .rows_from(0)
        .take(header::ROWS_LOOKED_AT)
        .flat_map(|row| row.cells().map(|(_, cell)| cell.shown().into_owned()))
        .collect()
}

/// The columns of a sheet with what their values show.
struct Table<'a> {
    sheet: &'a Sheet,
    vocabulary: &'a Vocabulary,
    first_data: usize,
    columns: Vec<(Heading, Profile)>,
}

/// A possible meaning of a column.
#[derive(Clone, Copy, Debug)]
struct Candidate {
    at: usize,
    field: Field,
    sure: u32,
    ground: Ground,
}

impl<'a> Table<'a> {
    fn new(sheet: &'a Sheet, header: Option<&Header>, vocabulary: &'a Vocabulary) -> Self {
        let first_data = header.map_or(0, |header| header.first_data);
        let mut headings = header.map(|header| header.headings.clone()).unwrap_or_default();
        let headed: HashSet<u16> = headings.iter().map(|heading| heading.column).collect();
        let bare = (0..sheet.width()).filter(|column| !headed.contains(column));
        headings.extend(bare.map(|column| Heading { column, text: String::new(), group: None }));
        headings.sort_by_key(|heading| heading.column);
        let columns = headings
            .into_iter()
            .map(|heading| {
                let profile = Profile::of(heading.column, sheet.rows_from(first_data));
                (heading, profile)
            })
            .filter(|(heading, profile)| !heading.text.is_empty() || !profile.is_empty())
            .collect();
        Self { sheet, vocabulary, first_data, columns }
    }

    /// The kind that explains the columns best, when one has what its rows need.
    fn best_guess(&self, file_name: &str, titles: &[String]) -> Option<(SheetKind, Vec<ColumnReading>)> {
        let named = |kind: SheetKind, name: &str| u32::from(self.vocabulary.kind_named(name) == Some(kind));
        let mut best: Option<(u32, SheetKind, Vec<ColumnReading>)> = None;
        for kind in SheetKind::ALL {
            let columns = self.assign(kind, None);
            if !has_what_it_needs(kind, &columns) {
                continue;
            }
            let weight = |column: &ColumnReading| {
                column.field.map_or(0, |field| column.sure * if field.marks(kind) { 3 } else { 1 })
            };
            let by_columns: u32 = columns.iter().map(weight).sum();
            let by_title = titles.iter().map(|title| named(kind, title)).max().unwrap_or(0);
            let by_names = 200 * named(kind, &self.sheet.name) + 100 * by_title + 100 * named(kind, file_name);
            let score = by_columns + by_names;
            if best.as_ref().is_none_or(|(most, ..)| score > *most) {
                best = Some((score, kind, columns));
            }
        }
        best.map(|(_, kind, columns)| (kind, columns))
    }

    /// Gives each column the meaning it fits best and each meaning one column, the surest first.
    fn assign(&self, kind: SheetKind, said: Option<&SheetMapping>) -> Vec<ColumnReading> {
        let mut readings = self.unassigned();
        let mut taken: HashSet<Field> = HashSet::new();
        if let Some(said) = said {
            for reading in &mut readings {
                let by_letter = || said.field_of(&column_letters(reading.column));
                let heading = Some(&reading.heading).filter(|heading| !heading.is_empty());
                if let Some(field) = heading.and_then(|heading| said.field_of(heading)).or_else(by_letter) {
                    (reading.field, reading.sure, reading.ground) = (Some(field), 100, Ground::Mapping);
                    taken.insert(field);
                }
            }
        }
        for candidate in self.candidates(kind) {
            let reading = &mut readings[candidate.at];
            let is_free = candidate.field.may_repeat() || !taken.contains(&candidate.field);
            if reading.field.is_none() && is_free {
                reading.field = Some(candidate.field);
                (reading.sure, reading.ground) = (candidate.sure.min(100), candidate.ground);
                taken.insert(candidate.field);
            }
        }
        readings
    }

    fn unassigned(&self) -> Vec<ColumnReading> {
        let samples = |column| {
            let cells = self.sheet.rows_from(self.first_data).map(move |row| row.cell(column));
            cells.filter(|cell| !cell.is_blank()).take(3).map(|cell| cell.shown().into_owned()).collect()
        };
        let reading = |(heading, _): &(Heading, Profile)| ColumnReading {
            column: heading.column,
            heading: heading.text.clone(),
            field: None,
            sure: 0,
            ground: Ground::Values,
            samples: samples(heading.column),
        };
        self.columns.iter().map(reading).collect()
    }

    /// Every possible meaning of every column, the surest first.
    fn candidates(&self, kind: SheetKind) -> Vec<Candidate> {
        let mut candidates = Vec::new();
        for (at, (heading, profile)) in self.columns.iter().enumerate() {
            for (field, strength) in self.by_heading(kind, heading) {
                let sure = match profile.verdict(field) {
                    Verdict::Fits => strength + FITTING_VALUES,
                    // Where it may be the office's own number of the home, that is what it is.
                    Verdict::Possible if field == Field::DwellingNumber && profile.has_own_numbers() => {
                        strength.saturating_sub(OWN_NUMBERS)
                    }
                    Verdict::Possible => strength,
                    Verdict::Contradicts => strength.saturating_sub(CONTRADICTING_VALUES),
                };
                candidates.push(Candidate { at, field, sure, ground: Ground::Heading });
            }
            for (field, sure) in profile.suggestions(kind) {
                candidates.push(Candidate { at, field, sure, ground: Ground::Values });
            }
            candidates.extend(self.status_by_words(kind, at, heading.column));
        }
        if self.addresses_have_numbers(&candidates) {
            candidates.retain(|candidate| candidate.field != Field::HouseNumber);
        }
        candidates.retain(|candidate| candidate.sure >= LEAST_SURE);
        candidates.sort_by_key(|candidate| (std::cmp::Reverse(candidate.sure), candidate.at, candidate.field));
        candidates
    }

    fn by_heading(&self, kind: SheetKind, heading: &Heading) -> Vec<(Field, u32)> {
        let own = self.vocabulary.fields_of(kind, &heading.text);
        let Some(group) = &heading.group else { return own };
        // "fra" below "Kontrakt" is "Kontrakt fra"; a heading that says enough alone is left alone.
        let in_group = self.vocabulary.fields_of(kind, &format!("{group} {}", heading.text));
        let whole_in_group = in_group.into_iter().filter(|(_, strength)| *strength == 100);
        own.into_iter().chain(whole_in_group).collect()
    }

    fn status_by_words(&self, kind: SheetKind, at: usize, column: u16) -> Option<Candidate> {
        let list = match kind {
            SheetKind::Dwellings => "dwelling-status",
            SheetKind::Applications => "application-status",
            SheetKind::Arrears => return None,
        };
        let share = known_words(self.vocabulary, list, column, self.sheet.rows_from(self.first_data));
        let is_status = share >= KNOWN_STATUS_WORDS;
        is_status.then_some(Candidate { at, field: Field::Status, sure: share / 2, ground: Ground::Values })
    }

    /// A column of whole addresses leaves no house number to look for in a column called "Nr".
    fn addresses_have_numbers(&self, candidates: &[Candidate]) -> bool {
        candidates.iter().any(|candidate| {
            candidate.field == Field::Address
                && candidate.sure >= LEAST_SURE
                && self.columns[candidate.at].1.verdict(Field::Address) == Verdict::Fits
        })
    }
}

/// Whether rows could be made records of the kind, and the columns are of that kind and no other.
fn has_what_it_needs(kind: SheetKind, columns: &[ColumnReading]) -> bool {
    let has = |field: Field| columns.iter().any(|column| column.field == Some(field));
    let person = has(Field::Name) || has(Field::FamilyName) || has(Field::GivenName);
    let place = has(Field::Address) || has(Field::Street);
    let marks = columns.iter().filter(|column| column.field.is_some_and(|field| field.marks(kind))).count();
    marks >= 1
        && match kind {
            SheetKind::Dwellings => place,
            SheetKind::Applications => person && marks >= 2,
            SheetKind::Arrears => {
                (has(Field::Outstanding) || has(Field::Amount))
                    && (person || has(Field::Identity))
                    && (marks >= 2 || has(Field::Outstanding))
            }
        }
}
