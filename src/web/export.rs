//! Lists as files, for whoever wants to work with them elsewhere.

use super::lists::ListAddress;
use super::{Frame, WebError};
use crate::exchange::sheet;
use crate::store::Slice;
use axum::http::header;
use axum::response::{IntoResponse, Response};

/// How a list leaves the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    Xlsx,
    Csv,
}

impl Format {
    /// The format that a list's address asks for, when it is to be taken out.
    pub fn asked(address: &ListAddress) -> Option<Self> {
        match address.filter("format") {
            "xlsx" => Some(Self::Xlsx),
            "csv" => Some(Self::Csv),
            _ => None,
        }
    }
}

/// The rows a list's address asks for: a page, or everything when it is taken out.
pub fn slice(address: &ListAddress) -> Slice {
    match Format::asked(address) {
        Some(Format::Xlsx | Format::Csv) => Slice::WHOLE,
        None => Slice { offset: address.skipped(), most: super::lists::ROWS },
    }
}

/// The whole list as a file, its name with the day it was taken out.
///
/// # Errors
/// When the file cannot be made.
pub fn download(
    frame: &Frame,
    format: Format,
    name: &str,
    columns: &[String],
    rows: impl IntoIterator<Item = Vec<sheet::Value>>,
) -> Result<Response, WebError> {
    let failed = |cause: String| WebError::Unexpected(format!("the list cannot be written: {cause}"));
    let (bytes, kind, ending) = match format {
        Format::Xlsx => (
            sheet::write_xlsx(name, columns, rows).map_err(|error| failed(error.to_string()))?,
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "xlsx",
        ),
        Format::Csv => (
            sheet::write_csv(columns, rows).map_err(|error| failed(error.to_string()))?,
            "text/csv; charset=utf-8",
            "csv",
        ),
    };
    let file: String = name.to_lowercase().chars().map(plain_letter).collect();
    let disposition = format!("attachment; filename=\"{file}-{}.{ending}\"", frame.today);
    let headers = [(header::CONTENT_TYPE, kind.to_owned()), (header::CONTENT_DISPOSITION, disposition)];
    Ok((headers, bytes).into_response())
}

/// What a browser is told of a file's name: as it is, and in plain letters for those that know no others (RFC 5987).
/// `way` is `inline` or `attachment`.
pub fn disposition(way: &str, name: &str) -> String {
    let plain: String = name.chars().map(|letter| if is_plain(letter) { letter } else { '-' }).collect();
    let as_is: String = name.bytes().map(percent_encoded).collect();
    format!("{way}; filename=\"{plain}\"; filename*=UTF-8''{as_is}")
}

const fn is_plain(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || matches!(letter, '-' | '.' | '_')
}

fn percent_encoded(byte: u8) -> String {
    let letter = char::from(byte);
    if is_plain(letter) { letter.to_string() } else { format!("%{byte:02X}") }
}

/// Names of lists' files are plain letters, so that every system keeps them.
fn plain_letter(letter: char) -> char {
    match letter {
        'æ' | 'å' => 'a',
        'ø' => 'o',
        other if other.is_ascii_alphanumeric() => other,
        _ => '-',
    }
}
