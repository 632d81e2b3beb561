//! Importing the office's own files: what they say becomes facts, in one transaction.
//!
//! [`prepare`] reads and checks without touching the store; [`accept`] saves the good rows, keeps
//! the files as they came, and says what changed, what stood there already and what is on the
//! register but no longer in the files.

mod applications;
mod arrears;
mod dwellings;
mod known;
mod missing;
mod notes;
mod people;
mod profiles;
mod save;
mod under_way;
mod wizard;
mod words;

pub use missing::{Missing, MissingNamed};
pub use profiles::{profile, profile_names, save_profile};
pub use save::{Outcome, Tally, accept, accept_as, rehearse};
pub use under_way::{Progress, UnderWay};
pub use wizard::{MISSING_SHOWN, NewestImport, Preview, carry_out, discard, newest, open, preview, rehearsed, remap};
pub use words::rejection_text;

use crate::exchange::{self, CheckedSheet, Mapping, SheetKind, SheetReading, Unopenable, Vocabulary, Workbook};
use housing::Date;

/// A file as it came.
#[derive(Clone, Debug)]
pub struct OriginalFile {
    pub name: String,
    pub content: Vec<u8>,
}

/// A file with what it was found to say.
pub struct PreparedFile {
    pub original: OriginalFile,
    pub workbook: Workbook,
    /// A reading and its checked rows for every sheet, in the file's order.
    pub sheets: Vec<(SheetReading, CheckedSheet)>,
}

/// A file that cannot be read at all.
#[derive(Debug)]
pub struct RefusedFile {
    pub name: String,
    pub why: Unopenable,
}

/// Files ready to be saved, and those that cannot be read.
#[derive(Default)]
pub struct Prepared {
    pub files: Vec<PreparedFile>,
    pub refused: Vec<RefusedFile>,
}

/// Reads, understands and checks files; nothing is saved. `today` is the day that births and
/// applications may not lie after.
pub fn prepare(originals: Vec<OriginalFile>, mapping: Option<&Mapping>, today: Date) -> Prepared {
    let mut prepared = Prepared::default();
    for original in originals {
        match prepare_file(original, mapping, today) {
            Ok(file) => prepared.files.push(file),
            Err(refused) => prepared.refused.push(refused),
        }
    }
    prepared
}

fn prepare_file(original: OriginalFile, mapping: Option<&Mapping>, today: Date) -> Result<PreparedFile, RefusedFile> {
    let vocabulary = Vocabulary::built_in();
    match exchange::read(&original.content, &original.name) {
        Ok(workbook) => {
            let readings = exchange::understand(&workbook, vocabulary, mapping);
            let check = |reading: SheetReading| {
                let checked = exchange::check(&workbook, &reading, vocabulary, today);
                (reading, checked)
            };
            let sheets = readings.into_iter().map(check).collect();
            Ok(PreparedFile { original, workbook, sheets })
        }
        Err(why) => Err(RefusedFile { name: original.name, why }),
    }
}

impl Prepared {
    /// How many rows will be saved.
    pub fn accepted_rows(&self) -> u64 {
        let sheets = self.files.iter().flat_map(|file| &file.sheets);
        sheets.map(|(_, checked)| checked.accepted.len() as u64).sum()
    }

    /// The sheets of a kind, over all files.
    fn sheets_of(&self, kind: SheetKind) -> impl Iterator<Item = &(SheetReading, CheckedSheet)> {
        self.files.iter().flat_map(|file| &file.sheets).filter(move |(_, checked)| checked.kind == Some(kind))
    }
}
