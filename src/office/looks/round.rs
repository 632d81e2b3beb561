//! A round of looks as a file: a line for each, with a check that tells a whole line from half of one.

use crate::secrets::hex;
use crate::store::StoreError;
use crate::store::journal::Entry;
use sha2::{Digest, Sha256};
use std::collections::VecDeque;
use std::fs::File;
use std::io::{ErrorKind, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

/// Looks that go into the chain together.
pub(super) struct Round {
    pub number: i64,
    pub entries: Vec<Entry>,
    path: PathBuf,
    /// `None` for one that an earlier program left: nothing is added to it.
    file: Option<File>,
    /// Bytes of whole lines.
    length: u64,
}

impl Round {
    /// Makes the file of a new round; its name is on disk before anything in it is acknowledged.
    ///
    /// # Errors
    /// When it cannot be made.
    pub fn begin(folder: &Path, number: i64) -> Result<Self, StoreError> {
        let path = folder.join(number.to_string());
        let made = File::options().write(true).create(true).truncate(true).open(&path);
        let file = made.map_err(|error| failed(&path, &error))?;
        let named = File::open(folder).and_then(|folder| folder.sync_all());
        named.map_err(|error| failed(folder, &error))?;
        Ok(Self { number, entries: Vec::new(), path, file: Some(file), length: 0 })
    }

    /// Adds the entries, on disk.
    ///
    /// # Errors
    /// When they cannot be written; then none of them is kept.
    pub fn keep(&mut self, entries: Vec<Entry>) -> Result<(), StoreError> {
        let Some(file) = &mut self.file else {
            return Err(StoreError::Unavailable { cause: "a round that has ended takes no more looks".to_owned() });
        };
        let text: String = entries.iter().map(line).collect();
        let written = file.write_all(text.as_bytes()).and_then(|()| file.sync_data());
        if let Err(error) = written {
            // Half of what was written must not stand before what comes next.
            file.set_len(self.length)
                .and_then(|()| file.seek(SeekFrom::Start(self.length)))
                .map_err(|again| failed(&self.path, &again))?;
            return Err(failed(&self.path, &error));
        }
        self.length += text.len() as u64;
        self.entries.extend(entries);
        Ok(())
    }

    /// Takes the file away: its entries are in the chain.
    ///
    /// # Errors
    /// When it cannot be removed.
    pub fn remove(self) -> Result<(), StoreError> {
        std::fs::remove_file(&self.path).map_err(|error| failed(&self.path, &error))
    }
}

/// The rounds an earlier program left in `folder`, the oldest first. Those up to `settled` are in the chain
/// already, and their files are taken away.
///
/// # Errors
/// When a file cannot be read, or holds something else than looks.
pub(super) fn left(folder: &Path, settled: i64) -> Result<VecDeque<Round>, StoreError> {
    let mut rounds = Vec::new();
    for file in std::fs::read_dir(folder).map_err(|error| failed(folder, &error))? {
        let path = file.map_err(|error| failed(folder, &error))?.path();
        let number = path.file_name().and_then(|name| name.to_str()).and_then(|name| name.parse::<i64>().ok());
        let Some(number) = number else { continue };
        if number <= settled {
            std::fs::remove_file(&path).map_err(|error| failed(&path, &error))?;
        } else {
            let text = std::fs::read(&path).map_err(|error| failed(&path, &error))?;
            rounds.push(Round { number, entries: read(&path, &text)?, path, file: None, length: text.len() as u64 });
        }
    }
    rounds.sort_by_key(|round| round.number);
    Ok(rounds.into())
}

/// The entries of a file. A last line that is not whole was never acknowledged.
fn read(path: &Path, text: &[u8]) -> Result<Vec<Entry>, StoreError> {
    let mut lines: Vec<&[u8]> = text.split_inclusive(|byte| *byte == b'\n').collect();
    let mut entries = Vec::new();
    let last = lines.pop();
    for line in &lines {
        let found = || path.display().to_string();
        entries.push(entry(line).ok_or_else(|| StoreError::Corrupt { what: "round of looks", found: found() })?);
    }
    entries.extend(last.and_then(entry));
    Ok(entries)
}

/// How many characters of the check stand before a line.
const CHECK: usize = 16;

fn check(text: &[u8]) -> String {
    let mut check = hex(&Sha256::digest(text));
    check.truncate(CHECK);
    check
}

fn line(entry: &Entry) -> String {
    let Entry { at, actor, role, action, thing, thing_id, person, details } = entry;
    let text = serde_json::json!([at, actor, role, action, thing, thing_id, person, details]).to_string();
    format!("{} {text}\n", check(text.as_bytes()))
}

fn entry(line: &[u8]) -> Option<Entry> {
    let (checked, rest) = line.split_at_checked(CHECK)?;
    let text = rest.strip_prefix(b" ")?.strip_suffix(b"\n")?;
    if check(text).as_bytes() != checked {
        return None;
    }
    let (at, actor, role, action, thing, thing_id, person, details) = serde_json::from_slice(text).ok()?;
    Some(Entry { at, actor, role, action, thing, thing_id, person, details })
}

/// What went wrong with a file, as the store tells of it.
pub(super) fn failed(path: &Path, error: &std::io::Error) -> StoreError {
    match error.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => StoreError::DiskFull,
        _ => StoreError::Unavailable { cause: format!("{}: {error}", path.display()) },
    }
}
