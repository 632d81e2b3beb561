//! The backup file itself.

use super::BackupError;
use crate::clock::Instant;
use crate::secrets::{from_hex, hex};
use crate::store::tables::Table;
use crate::store::{Value, newest_step};
use serde::{Deserialize, Serialize};
use std::fs::{File, OpenOptions};
use std::io::{BufRead as _, BufReader, BufWriter, Write as _};
use std::path::{Path, PathBuf};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

/// The format this program writes, and the only one so far.
pub const FORMAT: u32 = 1;

/// The first thing to read in a backup.
const CONTENTS: &str = "husrom.json";

/// What a backup holds.
#[derive(Clone, Debug, Deserialize, Serialize, PartialEq, Eq)]
pub struct Contents {
    pub format: u32,
    /// The step of the migrations it was made at.
    pub step: usize,
    pub municipality: String,
    pub made_at: Instant,
    /// The mark of the key that identity numbers are encrypted with; the key itself is not here.
    pub key_check: String,
    pub tables: Vec<String>,
    pub rows: u64,
    /// The mark of the facts, as `husrom verify` prints it.
    pub mark: String,
}

/// A file beside `path` that only its owner can read, for writing until the backup is whole.
pub fn reserve(path: &Path) -> Result<PathBuf, BackupError> {
    if path.exists() {
        return Err(BackupError::Exists { path: path.to_owned() });
    }
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".unfinished");
    Ok(path.with_file_name(name))
}

/// What the disk answered, about this file.
pub fn io(path: &Path, cause: &std::io::Error) -> BackupError {
    BackupError::Io { path: path.to_owned(), cause: cause.to_string() }
}

/// Writes a backup, a table at a time.
pub struct Writer {
    path: PathBuf,
    zip: ZipWriter<BufWriter<File>>,
}

impl Writer {
    /// Begins the file anew.
    pub fn create(path: &Path) -> Result<Self, BackupError> {
        let mut options = OpenOptions::new();
        options.write(true).create(true).truncate(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let file = options.open(path).map_err(|cause| io(path, &cause))?;
        Ok(Self { path: path.to_owned(), zip: ZipWriter::new(BufWriter::new(file)) })
    }

    /// Begins a table: its first line names the columns.
    pub fn begin_table(&mut self, table: &Table) -> Result<(), BackupError> {
        self.begin(&entry_name(&table.name))?;
        let names = table.columns.iter().map(|name| serde_json::Value::from(name.as_str())).collect();
        self.line(&serde_json::Value::Array(names))
    }

    /// Adds a row to the table begun last.
    pub fn row(&mut self, row: &[Value]) -> Result<(), BackupError> {
        self.line(&serde_json::Value::Array(row.iter().map(to_json).collect()))
    }

    /// Writes what the file holds, and returns when it is on disk.
    pub fn finish(mut self, contents: &Contents) -> Result<(), BackupError> {
        self.begin(CONTENTS)?;
        let contents = serde_json::to_value(contents).expect("texts and numbers can be written as JSON");
        self.line(&contents)?;
        let path = self.path;
        let written = self.zip.finish().map_err(|cause| damaged(&path, &cause))?;
        let file = written.into_inner().map_err(|cause| io(&path, cause.error()))?;
        file.sync_all().map_err(|cause| io(&path, &cause))
    }

    fn begin(&mut self, name: &str) -> Result<(), BackupError> {
        let options = SimpleFileOptions::default().large_file(true);
        self.zip.start_file(name, options).map_err(|cause| damaged(&self.path, &cause))
    }

    fn line(&mut self, value: &serde_json::Value) -> Result<(), BackupError> {
        writeln!(self.zip, "{value}").map_err(|cause| io(&self.path, &cause))
    }
}

/// Reads a backup.
pub struct Reader {
    path: PathBuf,
    pub contents: Contents,
}

impl Reader {
    /// Opens a backup and reads what it holds.
    pub fn open(path: &Path) -> Result<Self, BackupError> {
        let mut zip = archive(path)?;
        let entry = zip.by_name(CONTENTS).map_err(|cause| damaged(path, &cause))?;
        let contents: Contents = serde_json::from_reader(entry).map_err(|cause| damaged(path, &cause))?;
        let known = newest_step();
        if contents.step > known || contents.format > FORMAT {
            return Err(BackupError::Newer { found: contents.step, known });
        }
        Ok(Self { path: path.to_owned(), contents })
    }

    /// Calls `visit` with each row of a table and the length of its line.
    pub fn each_row(
        &self,
        table: &Table,
        visit: &mut dyn FnMut(Vec<Value>, usize) -> Result<(), BackupError>,
    ) -> Result<(), BackupError> {
        let mut zip = archive(&self.path)?;
        let entry = zip.by_name(&entry_name(&table.name)).map_err(|cause| damaged(&self.path, &cause))?;
        let mut lines = BufReader::new(entry).lines();
        let mut next = || lines.next().transpose().map_err(|cause| damaged(&self.path, &cause));
        let columns: Vec<String> = match next()? {
            Some(line) => serde_json::from_str(&line).map_err(|cause| damaged(&self.path, &cause))?,
            None => Vec::new(),
        };
        if columns != table.columns {
            return Err(self.strange(&format!("the table {} has other columns", table.name)));
        }
        while let Some(line) = next()? {
            let row: Vec<serde_json::Value> =
                serde_json::from_str(&line).map_err(|cause| damaged(&self.path, &cause))?;
            let values = row.iter().map(from_json).collect::<Option<Vec<_>>>();
            let values = values.filter(|values| values.len() == columns.len());
            let values = values.ok_or_else(|| self.strange(&format!("a row of the table {}", table.name)))?;
            visit(values, line.len())?;
        }
        Ok(())
    }

    fn strange(&self, what: &str) -> BackupError {
        BackupError::Damaged { path: self.path.clone(), cause: what.to_owned() }
    }
}

fn archive(path: &Path) -> Result<ZipArchive<BufReader<File>>, BackupError> {
    let file = File::open(path).map_err(|cause| io(path, &cause))?;
    ZipArchive::new(BufReader::new(file)).map_err(|cause| damaged(path, &cause))
}

fn damaged(path: &Path, cause: &dyn std::fmt::Display) -> BackupError {
    BackupError::Damaged { path: path.to_owned(), cause: cause.to_string() }
}

fn entry_name(table: &str) -> String {
    format!("{table}.jsonl")
}

/// Bytes stand as `{"hex": "…"}`; everything else as JSON has it.
fn to_json(value: &Value) -> serde_json::Value {
    match value {
        Value::Null => serde_json::Value::Null,
        Value::Int(number) => (*number).into(),
        Value::Text(text) => text.as_str().into(),
        Value::Bytes(bytes) => serde_json::json!({ "hex": hex(bytes) }),
    }
}

fn from_json(value: &serde_json::Value) -> Option<Value> {
    match value {
        serde_json::Value::Null => Some(Value::Null),
        serde_json::Value::Number(number) => number.as_i64().map(Value::Int),
        serde_json::Value::String(text) => Some(Value::Text(text.clone())),
        serde_json::Value::Object(object) => from_hex(object.get("hex")?.as_str()?).map(Value::Bytes),
        serde_json::Value::Bool(_) | serde_json::Value::Array(_) => None,
    }
}
