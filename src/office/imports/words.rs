//! What was wrong with rows, in the reader's words, and the rejected rows as spreadsheets.

use super::Prepared;
use crate::exchange::{Mapping, Rejection, rejected};
use crate::office::OfficeError;
use crate::store::StoreError;
use crate::texts::{Language, Texts};

/// What is wrong with a row and what would be right, in the reader's language.
pub fn rejection_text(texts: &Texts, language: Language, rejection: &Rejection) -> String {
    let arguments = rejection.problem.arguments();
    let arguments: Vec<(&str, &str)> = arguments.iter().map(|(name, value)| (*name, value.as_str())).collect();
    texts.with(language, &format!("import-error-{}", rejection.problem.code()), &arguments)
}

impl Prepared {
    /// How the columns of every sheet were read, to be kept as a profile.
    pub fn mapping(&self) -> Mapping {
        let readings = self.files.iter().flat_map(|file| &file.sheets).map(|(reading, _)| reading.clone());
        Mapping::of(&readings.collect::<Vec<_>>())
    }

    /// The rejected rows of each sheet that has any, as spreadsheets with their names.
    ///
    /// # Errors
    /// When a spreadsheet cannot be made.
    pub fn rejected_sheets(&self, texts: &Texts, language: Language) -> Result<Vec<(String, Vec<u8>)>, OfficeError> {
        let heading = texts.get(language, "import-what-is-wrong");
        let mut made = Vec::new();
        for file in &self.files {
            let stem = file.original.name.rsplit_once('.').map_or(file.original.name.as_str(), |(stem, _)| stem);
            for (reading, checked) in file.sheets.iter().filter(|(_, checked)| !checked.rejected.is_empty()) {
                let word = |rejection: &Rejection| {
                    let column = rejection.column.as_ref().map(|column| format!("{column}: ")).unwrap_or_default();
                    format!("{column}{}", rejection_text(texts, language, rejection))
                };
                let content = rejected::write(&file.workbook, reading, checked, &heading, word)
                    .map_err(|error| StoreError::Unavailable { cause: error.to_string() })?;
                let sheet = reading.name.replace(|sign: char| !sign.is_alphanumeric(), "-");
                // The one sheet of a csv file has no name.
                let parts: Vec<&str> = [stem, &sheet, "avvist"].into_iter().filter(|part| !part.is_empty()).collect();
                made.push((format!("{}.xlsx", parts.join("-")), content));
            }
        }
        Ok(made)
    }
}
