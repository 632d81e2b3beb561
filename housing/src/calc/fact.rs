//! What a rule wants to know, and how each kind of fact is written.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::Date;
use crate::calendar::norwegian_day;
use crate::money::Ore;
use crate::rates::{IndexMonth, IndexPoints, decimal};
use crate::written;

/// A fact that a rule asks for.
#[derive(Debug)]
pub struct Field {
    pub name: &'static str,
    pub kind: FieldKind,
    pub need: Need,
    pub meaning: &'static str,
    /// Other names that mean exactly the same.
    pub also: &'static [&'static str],
}

/// How a fact is written.
#[derive(Clone, Copy, Debug)]
pub enum FieldKind {
    Date,
    Dates,
    /// A whole number of something, from the first to the second.
    Number(&'static str, i64, i64),
    /// Money in whole øre; the field's name ends in `_ore`, and `_kr` takes kroner instead.
    Money,
    /// `2026-05`
    Month,
    /// Points of an index, with at most three decimals.
    Index,
    Flag,
    Text,
    /// Any number of texts.
    Texts,
    Choice(&'static [&'static str]),
    Choices(&'static [&'static str]),
    /// Facts of their own that belong together.
    Object(&'static [Field]),
    /// An object whose form is told elsewhere: in the words here.
    Json(&'static str),
}

/// Whether a fact must be given.
#[derive(Clone, Copy, Debug)]
pub enum Need {
    Required,
    Optional,
    /// One field at least of those with the same word here must be given.
    OneOf(&'static str),
    /// What holds when nothing is said; shown in the list.
    Default(&'static str),
}

/// A fact that was given and could be read.
#[derive(Clone, Debug)]
pub(super) enum Fact {
    Date(Date),
    Dates(Vec<Date>),
    Number(i64),
    Money(Ore),
    Month(IndexMonth),
    Index(IndexPoints),
    Flag(bool),
    Text(String),
    Texts(Vec<String>),
    Facts(BTreeMap<&'static str, Fact>),
    Json(Value),
}

impl Field {
    const fn new(name: &'static str, kind: FieldKind, need: Need, meaning: &'static str) -> Self {
        Self { name, kind, need, meaning, also: &[] }
    }

    pub(super) const fn required(name: &'static str, kind: FieldKind, meaning: &'static str) -> Self {
        Self::new(name, kind, Need::Required, meaning)
    }

    pub(super) const fn optional(name: &'static str, kind: FieldKind, meaning: &'static str) -> Self {
        Self::new(name, kind, Need::Optional, meaning)
    }

    pub(super) const fn default(
        name: &'static str,
        kind: FieldKind,
        default: &'static str,
        meaning: &'static str,
    ) -> Self {
        Self::new(name, kind, Need::Default(default), meaning)
    }

    /// One of the fields of the group must be given; the group is told in words.
    pub(super) const fn one_of(
        name: &'static str,
        kind: FieldKind,
        group: &'static str,
        meaning: &'static str,
    ) -> Self {
        Self::new(name, kind, Need::OneOf(group), meaning)
    }

    /// The field, also known by these names.
    pub(super) const fn also(self, also: &'static [&'static str]) -> Self {
        Self { also, ..self }
    }

    /// The field as `calc --list --json` shows it.
    pub(super) fn described(&self) -> Value {
        let mut described = serde_json::json!({
            "name": self.name,
            "type": self.kind.word(),
            "unit": self.kind.unit(),
            "required": matches!(self.need, Need::Required),
            "meaning": self.meaning,
        });
        let more = described.as_object_mut().expect("it was made as an object");
        match self.need {
            Need::Required | Need::Optional => {}
            Need::OneOf(group) => drop(more.insert("one_of".to_owned(), group.into())),
            Need::Default(default) => drop(more.insert("default".to_owned(), default.into())),
        }
        match self.kind {
            FieldKind::Choice(codes) | FieldKind::Choices(codes) => {
                drop(more.insert("choices".to_owned(), codes.into()))
            }
            FieldKind::Number(_, least, most) => {
                more.insert("least".to_owned(), least.into());
                more.insert("most".to_owned(), most.into());
            }
            FieldKind::Object(fields) => {
                more.insert("fields".to_owned(), fields.iter().map(Self::described).collect());
            }
            FieldKind::Date
            | FieldKind::Dates
            | FieldKind::Money
            | FieldKind::Month
            | FieldKind::Index
            | FieldKind::Flag
            | FieldKind::Text
            | FieldKind::Texts
            | FieldKind::Json(_) => {}
        }
        let names = self.other_names();
        if !names.is_empty() {
            more.insert("also".to_owned(), names.into());
        }
        described
    }

    /// The field as `calc --list` shows it: a line.
    pub(super) fn in_words(&self) -> String {
        let need = match self.need {
            Need::Required => "required".to_owned(),
            Need::Optional => "optional".to_owned(),
            Need::OneOf(group) => format!("one of these is required: {group}"),
            Need::Default(default) => format!("default {default:?}"),
        };
        let choices = match self.kind {
            FieldKind::Choice(codes) | FieldKind::Choices(codes) => format!(": {}", codes.join(", ")),
            FieldKind::Date
            | FieldKind::Dates
            | FieldKind::Number(..)
            | FieldKind::Money
            | FieldKind::Month
            | FieldKind::Index
            | FieldKind::Flag
            | FieldKind::Text
            | FieldKind::Texts
            | FieldKind::Object(_)
            | FieldKind::Json(_) => String::new(),
        };
        let within = self.kind.fields().iter().map(|field| format!("\n        - {}", field.in_words()));
        let (name, word, unit) = (self.name, self.kind.word(), self.kind.unit());
        format!("{name} ({word}, {unit}{choices}; {need}): {}{}", self.meaning, within.collect::<String>())
    }

    /// Every other name it can be given by.
    pub(super) fn other_names(&self) -> Vec<String> {
        let kroner = self.kroner_name();
        self.also.iter().map(|name| (*name).to_owned()).chain(kroner).collect()
    }

    /// `rent_kr` for `rent_ore`.
    pub(super) fn kroner_name(&self) -> Option<String> {
        match self.kind {
            FieldKind::Money => self.name.strip_suffix("_ore").map(|start| format!("{start}_kr")),
            FieldKind::Date
            | FieldKind::Dates
            | FieldKind::Number(..)
            | FieldKind::Month
            | FieldKind::Index
            | FieldKind::Flag
            | FieldKind::Text
            | FieldKind::Texts
            | FieldKind::Choice(_)
            | FieldKind::Choices(_)
            | FieldKind::Object(_)
            | FieldKind::Json(_) => None,
        }
    }
}

impl FieldKind {
    /// The fields of facts that belong together; none for a fact that stands alone.
    pub(super) const fn fields(self) -> &'static [Field] {
        match self {
            Self::Object(fields) => fields,
            Self::Date
            | Self::Dates
            | Self::Number(..)
            | Self::Money
            | Self::Month
            | Self::Index
            | Self::Flag
            | Self::Text
            | Self::Texts
            | Self::Choice(_)
            | Self::Choices(_)
            | Self::Json(_) => &[],
        }
    }

    /// The type's name in the list.
    pub(super) const fn word(self) -> &'static str {
        match self {
            Self::Date => "date",
            Self::Dates => "list of dates",
            Self::Number(..) => "integer",
            Self::Money => "integer",
            Self::Month => "month",
            Self::Index => "decimal",
            Self::Flag => "boolean",
            Self::Text => "text",
            Self::Texts => "list of texts",
            Self::Choice(_) => "choice",
            Self::Choices(_) => "list of choices",
            Self::Object(_) | Self::Json(_) => "object",
        }
    }

    /// The unit or form.
    pub(super) const fn unit(self) -> &'static str {
        match self {
            Self::Date => {
                "YYYY-MM-DD, or as people write it (8.9.2026, 8. september 2026); an instant such as \
                 2026-04-26T21:50:00Z counts as its day in Norway"
            }
            Self::Dates => "YYYY-MM-DD each, or as people write them",
            Self::Number(unit, ..) => unit,
            Self::Money => "øre (1 krone = 100 øre)",
            Self::Month => "YYYY-MM",
            Self::Index => "index points, at most three decimals",
            Self::Flag => "true or false",
            Self::Text => "text",
            Self::Choice(_) => "one of the choices",
            Self::Texts => "text each",
            Self::Choices(_) => "any of the choices",
            Self::Object(_) => "the fields below",
            Self::Json(form) => form,
        }
    }

    /// Reads a value; the error says what would be right.
    pub(super) fn read(self, value: &Value) -> Result<Fact, String> {
        let wrong = || format!("write {}", self.wanted());
        match self {
            Self::Date => date(value).map(Fact::Date).ok_or_else(wrong),
            Self::Dates => list(value, date).map(Fact::Dates).ok_or_else(wrong),
            Self::Number(_, least, most) => {
                let number = value.as_i64().filter(|number| (least..=most).contains(number));
                number.map(Fact::Number).ok_or_else(wrong)
            }
            Self::Money => value.as_i64().map(Ore).filter(|ore| ore.is_believable()).map(Fact::Money).ok_or_else(wrong),
            Self::Month => value.as_str().and_then(|text| text.parse().ok()).map(Fact::Month).ok_or_else(wrong),
            Self::Index => plain(value).and_then(|text| text.parse().ok()).map(Fact::Index).ok_or_else(wrong),
            Self::Flag => value.as_bool().map(Fact::Flag).ok_or_else(wrong),
            Self::Text => value.as_str().map(|text| Fact::Text(text.to_owned())).ok_or_else(wrong),
            Self::Choice(codes) => choice(value, codes).map(Fact::Text).ok_or_else(wrong),
            Self::Texts => list(value, |value| value.as_str().map(str::to_owned)).map(Fact::Texts).ok_or_else(wrong),
            Self::Choices(codes) => list(value, |value| choice(value, codes)).map(Fact::Texts).ok_or_else(wrong),
            // The fields within are read one by one, by whoever reads the facts.
            Self::Object(_) => Err(wrong()),
            Self::Json(_) => Some(value.clone()).filter(Value::is_object).map(Fact::Json).ok_or_else(wrong),
        }
    }

    fn wanted(self) -> String {
        match self {
            Self::Date => "a day as 2026-03-01 or 1.3.2026".to_owned(),
            Self::Dates => "a list of days, [\"2026-03-01\", …]".to_owned(),
            Self::Number(unit, least, most) => format!("a whole number of {unit} from {least} to {most}"),
            Self::Money => format!("whole øre, at most {}; or use the name that ends in _kr", Ore::LARGEST.0),
            Self::Month => "a month as 2026-05".to_owned(),
            Self::Index => "index points above 0 such as 128.4".to_owned(),
            Self::Flag => "true or false".to_owned(),
            Self::Text => "a text in quotes".to_owned(),
            Self::Choice(codes) => format!("one of {}", codes.join(", ")),
            Self::Texts => "a list of texts in quotes".to_owned(),
            Self::Choices(codes) => format!("a list of {}", codes.join(", ")),
            Self::Object(_) => "an object with its fields".to_owned(),
            Self::Json(form) => format!("an object: {form}"),
        }
    }
}

/// An amount given in kroner, as a number or a text with a point.
pub(super) fn money_in_kroner(value: &Value) -> Result<Fact, String> {
    let ore = plain(value).and_then(|text| decimal(&text, 2)).map(Ore).filter(|ore| ore.is_believable());
    ore.map(Fact::Money).ok_or_else(|| "write kroner with at most two decimals, such as 8450 or 179.45".to_owned())
}

/// The years that a day of a rule can be in: every matter that an office still has, and a secret of 100 years.
const YEARS: std::ops::RangeInclusive<i16> = 1800..=2400;

/// A day with its whole year: `26` could be of any century.
fn date(value: &Value) -> Option<Date> {
    let text = value.as_str()?.trim();
    let four_digits = |four: &[u8]| four.iter().all(u8::is_ascii_digit);
    let is_plain_day = text.starts_with(|first: char| first.is_ascii_digit())
        && text.as_bytes().windows(4).any(four_digits)
        && !text.contains(':');
    let day = if is_plain_day { written::day(text).ok() } else { norwegian_day(text) };
    day.filter(|day| YEARS.contains(&day.year()))
}

fn list<T>(value: &Value, read: impl Fn(&Value) -> Option<T>) -> Option<Vec<T>> {
    value.as_array()?.iter().map(read).collect()
}

fn choice(value: &Value, codes: &[&str]) -> Option<String> {
    let text = value.as_str()?;
    codes.iter().find(|code| code.eq_ignore_ascii_case(text)).map(|code| (*code).to_owned())
}

/// The characters of a number or of a text: a number keeps those it was written with.
fn plain(value: &Value) -> Option<String> {
    match value {
        Value::Number(number) => Some(number.to_string()),
        Value::String(text) => Some(text.clone()),
        Value::Null | Value::Bool(_) | Value::Array(_) | Value::Object(_) => None,
    }
}
