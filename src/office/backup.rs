//! Carrying the whole register to a file and from it, whichever engine it lives on.
//!
//! The file is a zip: `husrom.json` says what it holds, and each table is a text file with a row a
//! line, as JSON. Anybody can read it without Husrom; identity numbers stand encrypted in it, and
//! the key is not there.

mod file;

use super::{About, Actor, KEY_CHECK, Office, OfficeError};
use crate::access::{Action, Thing};
use crate::clock::Clock;
use crate::secrets::{KeyError, Secrets};
use crate::store::{Store, StoreError, Tx, journal, settings, tables};
use file::{Contents, Reader, Writer};
use std::path::{Path, PathBuf};

/// Why a backup was not made or not restored.
#[derive(Debug, thiserror::Error)]
pub enum BackupError {
    #[error("there is a file at {path} already; it is not overwritten")]
    Exists { path: PathBuf },
    #[error("the file {path} cannot be used: {cause}")]
    Io { path: PathBuf, cause: String },
    #[error("{path} is not a backup of Husrom, or it is damaged: {cause}")]
    Damaged { path: PathBuf, cause: String },
    #[error("the backup was made by a newer Husrom (step {found}, this program knows {known}); use the newer program")]
    Newer { found: usize, known: usize },
    #[error("there is a register already, for {municipality}; a backup is restored into an empty place only")]
    NotEmpty { municipality: String },
    #[error("the facts of the backup do not match its own mark: it was altered after it was made")]
    Altered,
    #[error(transparent)]
    Office(#[from] OfficeError),
}

impl From<StoreError> for BackupError {
    fn from(error: StoreError) -> Self {
        Self::Office(error.into())
    }
}

/// What was carried: rows in all, and the mark of the facts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Carried {
    pub rows: u64,
    pub mark: String,
}

/// Rows that go into one statement, and the bytes they may hold.
const BATCH_ROWS: usize = 100;
const BATCH_BYTES: usize = 1 << 20;

/// Writes everything there is to a new file, as of one instant, while others go on working.
///
/// # Errors
/// [`BackupError`]; then there is no file.
pub fn write(office: &Office, actor: &Actor, path: &Path) -> Result<Carried, BackupError> {
    actor.may(Action::Look, Thing::Backup).map_err(OfficeError::from)?;
    office.change(actor, |work| {
        work.note("backup", About::thing(Thing::Backup, ""), String::new());
        Ok(())
    })?;
    office.settle_looks()?;
    let unfinished = file::reserve(path)?;
    let carried = office.store().read(|tx| write_all(tx, office, &unfinished));
    match carried {
        Ok(carried) => {
            std::fs::rename(&unfinished, path).map_err(|cause| file::io(path, &cause))?;
            Ok(carried)
        }
        Err(error) => {
            // What was written so far is of no use; the error tells why.
            let _ = std::fs::remove_file(&unfinished);
            Err(error)
        }
    }
}

fn write_all(tx: &mut Tx<'_>, office: &Office, path: &Path) -> Result<Carried, BackupError> {
    let mut writer = Writer::create(path)?;
    let mut rows = 0;
    let all = tables::all(tx)?;
    for table in &all {
        writer.begin_table(table)?;
        tables::each_row(tx, table, &mut |row| {
            rows += 1;
            writer.row(&row).map_err(|error| StoreError::Unavailable { cause: error.to_string() })
        })?;
    }
    let mark = tables::mark(tx)?;
    let contents = Contents {
        format: file::FORMAT,
        step: tables::step(tx)?,
        municipality: settings::municipality_name(tx)?.unwrap_or_default(),
        made_at: office.now(),
        key_check: office.secrets().check().to_owned(),
        tables: all.into_iter().map(|table| table.name).collect(),
        rows,
        mark: mark.clone(),
    };
    writer.finish(&contents)?;
    Ok(Carried { rows, mark })
}

/// Reads what a backup holds, before a place is made for it.
///
/// # Errors
/// When the file is no backup, is damaged, or was made by a newer program.
pub fn open(path: &Path) -> Result<Backup, BackupError> {
    Ok(Backup { reader: Reader::open(path)? })
}

/// A backup that can be read.
pub struct Backup {
    reader: Reader,
}

impl Backup {
    /// The step of the store it was made from: the store it goes into is made at that step.
    pub fn step(&self) -> usize {
        self.reader.contents.step
    }

    /// The municipality's name.
    pub fn municipality(&self) -> &str {
        &self.reader.contents.municipality
    }

    /// # Errors
    /// When these keys are not the ones it was made with.
    pub fn fits(&self, secrets: &Secrets, key_path: &Path) -> Result<(), OfficeError> {
        if self.reader.contents.key_check == secrets.check() {
            return Ok(());
        }
        Err(KeyError::Mismatch { path: key_path.to_owned() }.into())
    }

    /// Fills an empty store, made at [`Backup::step`], and brings it up to date: all or nothing.
    ///
    /// # Errors
    /// [`BackupError`]; then the store is as empty as it was.
    pub fn restore(&self, store: &Store, actor: &Actor, clock: Clock) -> Result<Carried, BackupError> {
        actor.may(Action::Change, Thing::Backup).map_err(OfficeError::from)?;
        if let Some(municipality) = store.read(settings::municipality_name)? {
            return Err(BackupError::NotEmpty { municipality });
        }
        store.write(|tx| {
            tx.make_room(self.reader.contents.rows)?;
            self.fill(tx)?;
            if tables::mark(tx)? != self.reader.contents.mark {
                return Err(BackupError::Altered);
            }
            if settings::get(tx, KEY_CHECK)?.as_deref() != Some(&self.reader.contents.key_check) {
                return Err(BackupError::Altered);
            }
            let entry = super::entry(actor, clock.now(), "restore", About::thing(Thing::Backup, ""), String::new());
            journal::append(tx, &[entry])?;
            Ok(())
        })?;
        store.upgrade()?;
        store.refresh_statistics()?;
        Ok(Carried { rows: self.reader.contents.rows, mark: self.reader.contents.mark.clone() })
    }

    fn fill(&self, tx: &mut Tx<'_>) -> Result<(), BackupError> {
        for table in tables::all(tx)? {
            let (mut batch, mut bytes) = (Vec::new(), 0);
            self.reader.each_row(&table, &mut |row, length| {
                batch.push(row);
                bytes += length;
                if batch.len() >= BATCH_ROWS || bytes >= BATCH_BYTES {
                    tables::insert(tx, &table, &batch)?;
                    (batch, bytes) = (Vec::new(), 0);
                }
                Ok(())
            })?;
            tables::insert(tx, &table, &batch)?;
        }
        Ok(())
    }
}
