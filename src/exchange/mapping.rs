//! What the columns of an office's files mean, as somebody has once confirmed it. Kept as a profile,
//! and given on the command line as a file.

use std::collections::BTreeMap;

use super::fields::{Field, SheetKind};
use super::understanding::SheetReading;
use super::vocabulary::key;

/// The meaning of an office's sheets.
///
/// ```toml
/// [[sheet]]
/// name = "Utleieboliger"
/// kind = "dwellings"
/// header-row = 4
/// [sheet.columns]
/// "Adresse" = "address"
/// "Leie i dag" = "rent"
/// "Løpenr" = "ignored"
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Mapping {
    #[serde(rename = "sheet", default)]
    pub sheets: Vec<SheetMapping>,
}

#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct SheetMapping {
    /// The sheet it is for; without a name it is for every sheet that has one of its columns.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Nothing means that the sheet is set aside.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<SheetKind>,
    /// Needed only where the headings are not found by themselves.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub header_row: Option<u32>,
    /// By heading, or by letter for a column without one.
    #[serde(default)]
    pub columns: BTreeMap<String, Field>,
}

/// A mapping file that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the mapping cannot be read: {reason}")]
pub struct BadMapping {
    pub reason: String,
}

impl Mapping {
    /// Reads a mapping from TOML, or from JSON of the same shape.
    pub fn from_text(text: &str) -> Result<Self, BadMapping> {
        if text.trim_start().starts_with('{') {
            serde_json::from_str(text).map_err(|error| BadMapping { reason: error.to_string() })
        } else {
            toml::from_str(text).map_err(|error| BadMapping { reason: error.to_string() })
        }
    }

    pub fn to_toml(&self) -> String {
        toml::to_string(self).expect("a mapping has only texts and numbers")
    }

    /// The mapping that reads the same file the same way again. Columns without a meaning are written
    /// down as ignored, so that nobody is asked about them twice.
    pub fn of(readings: &[SheetReading]) -> Self {
        Self { sheets: readings.iter().map(SheetMapping::of).collect() }
    }

    /// The part for a sheet: by its name, or else by the headings it has.
    pub fn for_sheet(&self, name: &str, headings: &[String]) -> Option<&SheetMapping> {
        let named = self.sheets.iter().find(|sheet| sheet.name.as_ref().is_some_and(|own| key(own) == key(name)));
        let known = |sheet: &SheetMapping| headings.iter().filter(|heading| sheet.field_of(heading).is_some()).count();
        named.or_else(|| {
            let (most, sheet) =
                self.sheets.iter().map(|sheet| (known(sheet), sheet)).max_by_key(|(known, _)| *known)?;
            (most * 2 > sheet.columns.len()).then_some(sheet)
        })
    }
}

impl SheetMapping {
    fn of(reading: &SheetReading) -> Self {
        let columns = reading.columns.iter().map(|column| (column.label(), column.field.unwrap_or(Field::Ignored)));
        Self {
            name: Some(reading.name.clone()).filter(|name| !name.is_empty()),
            kind: reading.kind,
            header_row: reading.header_row,
            columns: columns.collect(),
        }
    }

    pub fn field_of(&self, label: &str) -> Option<Field> {
        let wanted = key(label);
        self.columns.iter().find(|(heading, _)| key(heading) == wanted).map(|(_, field)| *field)
    }
}
