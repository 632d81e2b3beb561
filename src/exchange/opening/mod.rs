//! Files are opened by what is in them, not by what they are called.

mod containers;
mod delimited;
mod ods_merges;
mod spreadsheets;

use super::cells::{SheetBuilder, Workbook};

/// The largest file we take, in bytes. An office's largest list, a hundred thousand rows, is about
/// ten million.
pub const MAX_FILE: usize = 64 << 20;
/// The most that a zipped file may swell to when it is unpacked.
const MAX_UNPACKED: u64 = 768 << 20;
/// The most cells we keep of one file: some 100 000 rows of 100 columns.
const MAX_CELLS: usize = 12_000_000;

/// Why a file cannot be read at all. The text for people is `import-refused-CODE`.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unopenable {
    #[error("the file is empty")]
    Empty,
    #[error("the file is larger than {limit} bytes, far more than a list of homes or people")]
    TooLarge { limit: u64 },
    #[error("the file unpacks to more than {limit} bytes, far more than a list of homes or people")]
    Swollen { limit: u64 },
    #[error("the file holds more than {limit} cells")]
    TooManyCells { limit: usize },
    #[error("the file is locked with a password; save a copy without one")]
    Encrypted,
    #[error("this is {looks_like}, not a spreadsheet; we read xlsx, ods and csv")]
    NotASpreadsheet { looks_like: &'static str },
    #[error("the file is damaged: {reason}; open it, save it anew and try again")]
    Damaged { reason: String },
    #[error("every row has one column only; is the separator something else than ; , | or tab?")]
    OneColumn,
    #[error("no sheet of the file has anything in it")]
    NothingInIt,
}

impl Unopenable {
    /// A stable short name for programs that read our results, and for the text catalogue.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::TooLarge { .. } => "too-large",
            Self::Swollen { .. } => "swollen",
            Self::TooManyCells { .. } => "too-many-cells",
            Self::Encrypted => "encrypted",
            Self::NotASpreadsheet { .. } => "not-a-spreadsheet",
            Self::Damaged { .. } => "damaged",
            Self::OneColumn => "one-column",
            Self::NothingInIt => "nothing-in-it",
        }
    }

    /// The key of its text for people.
    pub fn key(&self) -> String {
        format!("import-refused-{}", self.code())
    }
}

/// Makes tables of a file. Its name is kept only to be shown.
pub fn read(bytes: &[u8], file_name: &str) -> Result<Workbook, Unopenable> {
    if bytes.is_empty() {
        return Err(Unopenable::Empty);
    }
    if bytes.len() > MAX_FILE {
        return Err(Unopenable::TooLarge { limit: MAX_FILE as u64 });
    }
    let sheets = match containers::recognise(bytes) {
        containers::Kind::Zip => match containers::inside_zip(bytes, MAX_UNPACKED)? {
            containers::Zipped::Xlsx => spreadsheets::xlsx(bytes)?,
            containers::Zipped::Ods => spreadsheets::ods(bytes)?,
        },
        containers::Kind::Compound => spreadsheets::old_excel(bytes)?,
        containers::Kind::Other(looks_like) => return Err(Unopenable::NotASpreadsheet { looks_like }),
        containers::Kind::Text => vec![delimited::table(bytes)?],
    };
    if sheets.iter().all(|sheet| sheet.row_count() == 0) {
        return Err(Unopenable::NothingInIt);
    }
    let file_name = file_name.rsplit(['/', '\\']).next().unwrap_or_default().to_owned();
    Ok(Workbook { file_name, sheets })
}

/// Refuses to keep more cells than any honest list has.
fn check_size(sheet: &SheetBuilder) -> Result<(), Unopenable> {
    if sheet.cell_count() > MAX_CELLS { Err(Unopenable::TooManyCells { limit: MAX_CELLS }) } else { Ok(()) }
}
