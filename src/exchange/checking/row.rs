//! One row, read field by field; what goes wrong is gathered.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashSet};
use std::str::FromStr;

use housing::Date;
use housing::dwellings::Category;
use housing::money::Ore;
use housing::written::{self, Unreadable};

use super::places::Above;
use crate::exchange::cells::{Cell, Row};
use crate::exchange::fields::Field;
use crate::exchange::problem::{Problem, Rejection};
use crate::exchange::understanding::SheetReading;
use crate::exchange::vocabulary::Vocabulary;

/// Days before this are slips of the pen, births apart.
const EARLIEST_DAY: Date = Date::constant(1900, 1, 1);
/// No lease runs longer than this from today.
const YEARS_AHEAD: i16 = 60;
/// Numbers in this range in a column of days are Excel's days without their format: 1927 to 2119.
const EXCEL_DAYS: std::ops::Range<i64> = 10_000..80_000;
const MONTHS_A_YEAR: i64 = 12;
/// The day that Excel's day 0 falls on, its leap day of 1900 that never was counted in.
const EXCEL_EPOCH: Date = Date::constant(1899, 12, 30);

/// A column and a value in it that is on none of our lists, with how many rows have it.
pub type UnknownWords = BTreeMap<(String, String), usize>;

/// Where each field stands.
pub struct Columns {
    at: Vec<(Field, u16, String)>,
    /// What the name of the sheet, or a title, says of all its homes: `Omsorgsboliger`.
    pub category: Option<Category>,
    /// Addresses that several homes have and no dwelling number tells apart, as [`housing::address::Address::key`].
    pub shared_addresses: HashSet<String>,
    /// The column for dwelling numbers mostly has numbers of the office's own.
    pub own_numbers: bool,
    /// Each address stands once, above the homes that have it.
    pub addresses_given_once: bool,
    /// The fields whose amounts are of a year.
    yearly: Vec<Field>,
}

impl Columns {
    pub fn of(reading: &SheetReading, vocabulary: &Vocabulary) -> Self {
        let mut at: Vec<_> =
            reading.columns.iter().filter_map(|column| Some((column.field?, column.column, column.label()))).collect();
        at.sort_by_key(|(field, column, _)| (*field, *column));
        let yearly = at.iter().filter(|(.., label)| vocabulary.is_yearly(label)).map(|(field, ..)| *field).collect();
        Self {
            at,
            category: vocabulary.code("category", &reading.name).or(reading.category),
            shared_addresses: HashSet::new(),
            own_numbers: false,
            addresses_given_once: false,
            yearly,
        }
    }

    fn first(&self, field: Field) -> Option<&(Field, u16, String)> {
        let at = self.at.partition_point(|(other, ..)| *other < field);
        self.at.get(at).filter(|(found, ..)| *found == field)
    }

    /// Where a field stands.
    pub fn column_of(&self, field: Field) -> Option<u16> {
        self.first(field).map(|(_, column, _)| *column)
    }

    /// What the column of a field is called.
    pub fn label_of(&self, field: Field) -> Option<&str> {
        self.first(field).map(|(_, _, label)| label.as_str())
    }

    pub fn field_at(&self, column: u16) -> Option<Field> {
        self.at.iter().find(|(_, at, _)| *at == column).map(|(field, ..)| *field)
    }

    /// The columns one of which any record has filled in.
    pub fn keys(&self) -> impl Iterator<Item = u16> + '_ {
        const KEYS: [Field; 7] = [
            Field::Address,
            Field::Street,
            Field::Name,
            Field::FamilyName,
            Field::Identity,
            Field::InvoiceNumber,
            Field::DwellingNumber,
        ];
        self.at.iter().filter(|(field, ..)| KEYS.contains(field)).map(|(_, column, _)| *column)
    }

    /// Whether nothing in the row stands in a column that means something.
    pub fn is_only_ignored(&self, row: Row<'_>) -> bool {
        row.cells().all(|(column, _)| self.field_at(column).is_none_or(|field| field == Field::Ignored))
    }
}

pub struct RowReader<'a> {
    row: Row<'a>,
    pub columns: &'a Columns,
    pub vocabulary: &'a Vocabulary,
    pub today: Date,
    /// What a title within the sheet says of the homes below it: `Omsorgsboliger`.
    pub section: Option<Category>,
    /// What says where the home is when the row does not.
    pub above: Above<'a>,
    sheet: &'a str,
    unknown: &'a mut UnknownWords,
    problems: Vec<Rejection>,
}

impl<'a> RowReader<'a> {
    pub const fn new(
        row: Row<'a>,
        columns: &'a Columns,
        vocabulary: &'a Vocabulary,
        today: Date,
        sheet: &'a str,
        unknown: &'a mut UnknownWords,
    ) -> Self {
        Self {
            row,
            columns,
            vocabulary,
            today,
            section: None,
            above: Above::Nothing,
            sheet,
            unknown,
            problems: Vec::new(),
        }
    }

    /// Everything that is wrong with the row; nothing when it can be trusted.
    pub fn into_problems(self) -> Vec<Rejection> {
        self.problems
    }

    pub fn has(&self, field: Field) -> bool {
        self.columns.first(field).is_some()
    }

    pub fn reject(&mut self, field: Option<Field>, problem: Problem) {
        let place = field.and_then(|field| self.columns.first(field));
        let rejection = Rejection {
            sheet: self.sheet.to_owned(),
            row: self.row.number(),
            column: place.map(|(_, _, label)| label.clone()),
            value: place.map(|(_, column, _)| self.row.cell(*column).shown().into_owned()).unwrap_or_default(),
            problem,
        };
        // A field may be asked for more than once; what is wrong with it is said once.
        if !self.problems.contains(&rejection) {
            self.problems.push(rejection);
        }
    }

    /// The cell of a field; blank when the sheet has no such column. A formula that failed or has no value is an error.
    pub fn cell(&mut self, field: Field) -> Cell<'a> {
        let Some((_, column, _)) = self.columns.first(field) else { return Cell::Blank };
        let cell = self.row.cell(*column);
        let problem = match cell {
            Cell::Error => Problem::CellError,
            Cell::NoValue => Problem::FormulaWithoutValue,
            Cell::Blank | Cell::Text(_) | Cell::Number(_) | Cell::Day(_) | Cell::Bool(_) => return cell,
        };
        self.reject(Some(field), problem);
        Cell::Blank
    }

    /// The text of a field, when there is any.
    pub fn text(&mut self, field: Field) -> Option<Cow<'a, str>> {
        Some(self.cell(field).shown()).filter(|text| !text.is_empty())
    }

    /// The text with its spaces folded; a lone dash is none.
    pub fn owned(&mut self, field: Field) -> Option<String> {
        self.text(field).filter(|text| !is_dash(text)).map(|text| text.split_whitespace().collect::<Vec<_>>().join(" "))
    }

    /// All notes of the row.
    pub fn note(&self) -> Option<String> {
        let texts: Vec<_> = self.notes().collect();
        (!texts.is_empty()).then(|| texts.join("; "))
    }

    /// Each note of the row.
    pub fn notes(&self) -> impl Iterator<Item = Cow<'a, str>> {
        let notes = self.columns.at.iter().filter(|(field, ..)| *field == Field::Note);
        let row = self.row;
        notes.map(move |(_, column, _)| row.cell(*column).shown()).filter(|text| !text.is_empty())
    }

    /// Every text of the row, whatever its column means.
    pub fn texts(&self) -> impl Iterator<Item = &'a str> + use<'a> {
        self.row.cells().filter_map(|(_, cell)| match cell {
            Cell::Text(text) => Some(text),
            Cell::Blank | Cell::Number(_) | Cell::Day(_) | Cell::Bool(_) | Cell::Error | Cell::NoValue => None,
        })
    }

    /// Reads a field with one of the readers of written text; what it refuses is an error of the row.
    pub fn read<T, P: Into<Problem>>(&mut self, field: Field, reader: impl FnOnce(&str) -> Result<T, P>) -> Option<T> {
        let text = self.text(field)?;
        reader(&text).map_err(|problem| self.reject(Some(field), problem.into())).ok()
    }

    /// As [`Self::read`], for what a row can do without: what is not understood is noted and left out.
    pub fn read_if_understood<T>(
        &mut self,
        field: Field,
        reader: impl FnOnce(&str) -> Result<T, Unreadable>,
    ) -> Option<T> {
        let text = self.text(field).filter(|text| !is_dash(text))?;
        let read = reader(&text).ok();
        if read.is_none() {
            self.note_unknown(field, &text);
        }
        read
    }

    pub fn day(&mut self, field: Field) -> Option<Date> {
        self.day_by(field, written::day)
    }

    fn day_by(&mut self, field: Field, reader: impl Fn(&str) -> Result<Date, Unreadable>) -> Option<Date> {
        let day = match self.cell(field) {
            Cell::Day(day) => Some(day),
            Cell::Number(number) => self.excel_day(field, number),
            Cell::Blank => None,
            Cell::Text(_) | Cell::Bool(_) | Cell::Error | Cell::NoValue => self.read(field, reader),
        }?;
        self.in_reason(field, day)
    }

    /// The day something begins; of a month, its first.
    pub fn first_day(&mut self, field: Field) -> Option<Date> {
        let reader =
            |text: &str| written::day(text).or_else(|no_day| written::month(text).map_err(|_| no_day).map(|of| of.0));
        self.day_by(field, reader)
    }

    /// The last day of something. A lone dash or a word for "no end" in a column of end dates is no day.
    pub fn end_day(&mut self, field: Field) -> Option<Date> {
        if let Cell::Text(text) = self.cell(field)
            && written::open_ended(text)
        {
            return None;
        }
        self.day_by(field, written::last_day)
    }

    /// The day somebody was born; nothing of a year alone.
    pub fn birth_day(&mut self, field: Field) -> Option<Date> {
        let today = self.today;
        let day = match self.cell(field) {
            Cell::Day(_) | Cell::Blank => return self.past_day(field),
            Cell::Number(number) if EXCEL_DAYS.contains(&(number as i64)) => return self.past_day(field),
            Cell::Number(_) | Cell::Text(_) | Cell::Bool(_) | Cell::Error | Cell::NoValue => {
                self.read(field, |text| if is_dash(text) { Ok(None) } else { written::birth_day(text, today) })??
            }
        };
        self.in_reason(field, day).and_then(|day| self.not_to_come(field, day))
    }

    /// A day that has been: received, decided, born.
    pub fn past_day(&mut self, field: Field) -> Option<Date> {
        let day = self.day(field)?;
        self.not_to_come(field, day)
    }

    fn not_to_come(&mut self, field: Field, day: Date) -> Option<Date> {
        if day > self.today {
            self.reject(Some(field), Problem::DayInFuture { day });
            return None;
        }
        Some(day)
    }

    fn excel_day(&mut self, field: Field, number: f64) -> Option<Date> {
        excel_day(&number.to_string()).or_else(|| self.read(field, written::day))
    }

    fn in_reason(&mut self, field: Field, day: Date) -> Option<Date> {
        let latest = Date::new(self.today.year().saturating_add(YEARS_AHEAD), 12, 31).unwrap_or(Date::MAX);
        if day < EARLIEST_DAY || day > latest {
            self.reject(Some(field), Problem::DayOutOfReason { day, earliest: EARLIEST_DAY, latest });
            return None;
        }
        Some(day)
    }

    /// An amount, negative for a credit.
    pub fn amount(&mut self, field: Field) -> Option<Ore> {
        self.amount_by(field, written::amount)
    }

    fn amount_by(&mut self, field: Field, reader: impl Fn(&str) -> Result<Ore, Unreadable>) -> Option<Ore> {
        match self.cell(field) {
            Cell::Number(number) => {
                let text = format!("{number:.2}");
                written::amount(&text).map_err(|problem| self.reject(Some(field), problem.into())).ok()
            }
            Cell::Blank => None,
            Cell::Text(text) if is_dash(text) => None,
            Cell::Text(_) | Cell::Day(_) | Cell::Bool(_) | Cell::Error | Cell::NoValue => self.read(field, reader),
        }
    }

    /// An amount per month, 0 or more and within reason; from a column of amounts a year, the twelfth part.
    pub fn monthly(&mut self, field: Field, largest_kroner: u32) -> Option<Ore> {
        let amount = self.amount_by(field, written::amount_a_month)?;
        let amount = if self.columns.yearly.contains(&field) { Ore(amount.0 / MONTHS_A_YEAR) } else { amount };
        let found = self.text(field).unwrap_or_default().into_owned();
        if amount < Ore(0) {
            self.reject(Some(field), Problem::NegativeAmount { found });
            return None;
        }
        if amount > Ore::kroner(i64::from(largest_kroner)) {
            self.reject(Some(field), Problem::OutOfReason { found, largest: largest_kroner });
            return None;
        }
        Some(amount)
    }

    /// Yes or no. In a column that asks the question a blank or a dash is a no; without the column, or where
    /// somebody has put a question mark, nothing is known.
    pub fn yes_no(&mut self, field: Field) -> Option<bool> {
        if !self.has(field) {
            return None;
        }
        match self.cell(field) {
            Cell::Bool(yes) => Some(yes),
            Cell::Blank => Some(false),
            Cell::Text(text) if text.trim() == "?" => None,
            Cell::Text(_) | Cell::Number(_) | Cell::Day(_) | Cell::Error | Cell::NoValue => {
                self.read(field, written::yes_no)
            }
        }
    }

    /// A whole number from 0 up to the largest believed.
    pub fn number(&mut self, field: Field, largest: u32) -> Option<u32> {
        let number =
            self.read(field, |text| if is_dash(text) { Ok(None) } else { written::whole_number(text).map(Some) })??;
        let within = u32::try_from(number).ok().filter(|number| *number <= largest);
        if within.is_none() {
            let found = number.to_string();
            self.reject(Some(field), Problem::OutOfReason { found, largest });
        }
        within
    }

    /// The code for a word; a word not known is noted and left out.
    pub fn code<T: FromStr>(&mut self, field: Field, list: &str) -> Option<T> {
        let text = self.text(field).filter(|text| !is_dash(text))?;
        let code = self.vocabulary.code(list, &text);
        if code.is_none() {
            self.note_unknown(field, &text);
        }
        code
    }

    pub fn codes<T: FromStr + PartialEq>(&mut self, field: Field, list: &str) -> Vec<T> {
        let Some(text) = self.text(field).filter(|text| !is_dash(text)) else { return Vec::new() };
        self.vocabulary.codes(list, &text).unwrap_or_else(|| {
            self.note_unknown(field, &text);
            Vec::new()
        })
    }

    /// A word that is left out, for somebody to look at.
    pub fn note_unknown(&mut self, field: Field, value: &str) {
        let column = self.columns.first(field).map(|(_, _, label)| label.clone()).unwrap_or_default();
        *self.unknown.entry((column, value.to_owned())).or_default() += 1;
    }
}

/// The day that a spreadsheet's number stands for where a day is meant.
pub fn excel_day(shown: &str) -> Option<Date> {
    let days = shown.split('.').next().and_then(|whole| whole.parse::<i64>().ok());
    let days = days.filter(|days| EXCEL_DAYS.contains(days))?;
    EXCEL_EPOCH.checked_add(jiff::Span::new().days(days)).ok()
}

/// A lone dash stands for nothing.
pub fn is_dash(text: &str) -> bool {
    matches!(text.trim(), "-" | "–" | "—" | "." | "?")
}

/// Wraps a reader so that a lone dash is nothing.
pub fn or_dash<T>(reader: impl Fn(&str) -> Result<T, Unreadable>) -> impl Fn(&str) -> Result<Option<T>, Unreadable> {
    move |text| if is_dash(text) { Ok(None) } else { reader(text).map(Some) }
}
