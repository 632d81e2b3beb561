//! Importing the office's own files: what they say becomes facts, in one transaction.
//!
//! [`prepare`] reads and checks without touching the store; [`accept`] saves the good rows, keeps
//! the files as they came, and says what changed, what stood there already and what is on the
//! register but no longer in the files.

mod applications;
mod arrears;
mod dwellings;
mod missing;
mod people;
mod save;

pub use missing::Missing;
pub use save::{Outcome, Tally, accept, accept_as, rehearse};

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
    let vocabulary = Vocabulary::built_in();
    let mut prepared = Prepared::default();
    for original in originals {
        match exchange::read(original.content.clone(), &original.name) {
            Ok(workbook) => {
                let readings = exchange::understand(&workbook, vocabulary, mapping);
                let check = |reading: SheetReading| {
                    let checked = exchange::check(&workbook, &reading, vocabulary, today);
                    (reading, checked)
                };
                let sheets = readings.into_iter().map(check).collect();
                prepared.files.push(PreparedFile { original, workbook, sheets });
            }
            Err(why) => prepared.refused.push(RefusedFile { name: original.name, why }),
        }
    }
    prepared
}

impl Prepared {
    /// The sheets of a kind, over all files.
    fn sheets_of(&self, kind: SheetKind) -> impl Iterator<Item = &(SheetReading, CheckedSheet)> {
        self.files.iter().flat_map(|file| &file.sheets).filter(move |(_, checked)| checked.kind == Some(kind))
    }
}
