//! The conditions of a list's statement, gathered one by one with their parameters.

use super::Value;
use housing::dwellings::Rooms;

/// Which part of a list to read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slice {
    pub offset: i64,
    pub most: i64,
}

impl Slice {
    /// The whole list, for an export.
    pub const WHOLE: Self = Self { offset: 0, most: i64::MAX };
}

/// A fact that a list is narrowed to: what it is, or that nobody has said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Known<T> {
    Unknown,
    Is(T),
}

impl<T> Known<T> {
    /// The same about something else.
    pub fn map<U>(self, of: impl FnOnce(T) -> U) -> Known<U> {
        match self {
            Self::Unknown => Known::Unknown,
            Self::Is(known) => Known::Is(of(known)),
        }
    }
}

impl<T: serde::Serialize> serde::Serialize for Known<T> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Unknown => serializer.serialize_str(UNKNOWN),
            Self::Is(known) => known.serialize(serializer),
        }
    }
}

impl<T: std::str::FromStr> std::str::FromStr for Known<T> {
    type Err = T::Err;

    /// As it stands in the address of a list.
    fn from_str(text: &str) -> Result<Self, T::Err> {
        if text == UNKNOWN { Ok(Self::Unknown) } else { text.parse().map(Self::Is) }
    }
}

/// What is not known, in addresses and in the trace.
pub const UNKNOWN: &str = "unknown";

/// Everything but what has to do with care homes, in addresses and in the trace.
pub const ORDINARY: &str = "ordinary";

/// Conditions and parameters; `$1` is always the municipality.
pub(super) struct Wanted {
    sql: String,
    params: Vec<Value>,
}

impl Wanted {
    /// Rows of this municipality; `column` says where it stands, e.g. `d.municipality`.
    pub fn of(municipality: String, column: &str) -> Self {
        Self { sql: format!("{column} = $1"), params: vec![municipality.into()] }
    }

    /// A parameter, as it is written in the statement.
    pub fn param(&mut self, value: impl Into<Value>) -> String {
        self.params.push(value.into());
        format!("${}", self.params.len())
    }

    /// Only rows where `comparison`, e.g. `d.area =`, holds against the value.
    pub fn and(&mut self, comparison: &str, value: impl Into<Value>) {
        let param = self.param(value);
        self.and_that(&format!("{comparison} {param}"));
    }

    /// Only rows where `column` is this value, or where it is not known.
    pub fn and_known<T: Into<Value>>(&mut self, column: &str, known: Option<Known<T>>) {
        match known {
            Some(Known::Is(value)) => self.and(&format!("{column} ="), value),
            Some(Known::Unknown) => self.and_that(&format!("{column} IS NULL")),
            None => {}
        }
    }

    /// Only rows where `column` has homes or needs of this size category, or where the size is not known.
    pub fn and_rooms(&mut self, column: &str, rooms: Option<&Known<Rooms>>) {
        match rooms {
            Some(Known::Is(rooms)) if *rooms >= Rooms::LARGEST_CATEGORY => self.and(&format!("{column} >="), rooms.0),
            rooms => self.and_known(column, rooms.map(|rooms| rooms.clone().map(|rooms| rooms.0))),
        }
    }

    /// Only rows where the condition holds.
    pub fn and_that(&mut self, condition: &str) {
        self.sql.push_str(" AND ");
        self.sql.push_str(condition);
    }

    /// Only rows where `column` is one of the codes (our own, so they stand in the statement as they are).
    pub fn and_in<'a>(&mut self, column: &str, codes: impl IntoIterator<Item = &'a str>) {
        let codes: Vec<String> = codes.into_iter().map(|code| format!("'{code}'")).collect();
        self.and_that(&format!("{column} IN ({})", codes.join(", ")));
    }

    /// Only rows where `column` is one of the values.
    pub fn and_one_of(&mut self, column: &str, values: &[&str]) {
        let places: Vec<String> = values.iter().map(|value| self.param(*value)).collect();
        self.and_that(&format!("{column} IN ({})", places.join(", ")));
    }

    /// Only rows whose folded text in `column` holds each of the words.
    pub fn and_words(&mut self, column: &str, words: &str) {
        for word in words.split_whitespace() {
            let plain = word.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_");
            let param = self.param(format!("%{plain}%"));
            self.and_that(&format!("{column} LIKE {param} ESCAPE '\\'"));
        }
    }

    pub fn sql(&self) -> &str {
        &self.sql
    }

    pub fn params(&self) -> &[Value] {
        &self.params
    }
}

/// What a dated table says of a thing on a day: the newest row from no later than it, else the
/// earliest one when it held before anybody wrote it down. `owner` is the table's column with the
/// thing's id, `thing` the alias of the thing's own row, `day` a parameter.
pub(super) fn on_day(table: &str, owner: &str, thing: &str, column: &str, day: &str) -> String {
    let of_thing = format!("FROM {table} h WHERE h.municipality = {thing}.municipality AND h.{owner} = {thing}.id");
    format!(
        "coalesce((SELECT h.{column} {of_thing} AND h.from_day <= {day} ORDER BY h.from_day DESC LIMIT 1), \
         (SELECT CASE WHEN h.from_known = 0 THEN h.{column} END {of_thing} ORDER BY h.from_day LIMIT 1))"
    )
}
