//! Importing, through the program's own doors: the command line and the pages.

/// The same file again, a newer one, and rejected rows that come back corrected.
mod again;
/// Killed half-way, and a disk that is full.
mod broken_off;
/// Cells that are not what they seem.
mod cells;
/// The files that offices bring.
pub mod files;
/// One office's own untidy files, with the figures they must give.
mod fjordvik;
/// Columns read as somebody has said, and kept under a name.
mod readings;
/// Notes about people whom they protect.
mod secrecy;
/// Several people at once.
mod together;
/// Files that cannot be read.
mod unreadable;

use crate::app::{DAY, Person};
use husrom::office::imports::{self, OriginalFile, Outcome, Prepared};
use husrom::office::{Actor, Office};
use husrom::store::journal;
use std::path::Path;
use std::process::{Command, Output};

/// Runs the real program on a data folder, on the day of the tests.
pub fn husrom(data: &Path, words: &[&str]) -> Output {
    command(data, words).output().expect("the program runs")
}

pub fn command(data: &Path, words: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_husrom"));
    command.args(words).arg("--data").arg(data).env("HUSROM_TODAY", DAY.to_string());
    command
}

/// A new register in a folder of its own.
pub fn register() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("there is room for a folder");
    let made = husrom(folder.path(), &["init"]);
    assert!(made.status.success(), "{made:?}");
    folder
}

#[track_caller]
pub fn stdout(output: &Output) -> String {
    assert!(output.status.success(), "{output:?}");
    String::from_utf8(output.stdout.clone()).expect("the program speaks UTF-8")
}

pub fn prepared(name: &str, content: &[u8]) -> Prepared {
    imports::prepare(vec![OriginalFile { name: name.to_owned(), content: content.to_vec() }], None, DAY)
}

/// Imports one file into an office.
#[track_caller]
pub fn import(office: &Office, name: &str, content: &[u8]) -> Outcome {
    imports::accept(office, &Actor::operator(), &prepared(name, content), DAY).expect("the file can be imported")
}

/// Uploads files and answers the address of the import.
#[track_caller]
pub fn upload(person: &Person<'_>, files: &[(&str, &[u8])]) -> String {
    let answer = person.upload("/imports", &[("as_of", &DAY.to_string())], files).expect(303);
    answer.location().to_owned()
}

/// Accepts an import and follows it to its end, as the page does.
#[track_caller]
pub fn accept(person: &Person<'_>, import: &str) {
    person.post(&format!("{import}/acceptance"), &[]).expect(303);
    while !person.get(&format!("{import}/progress")).expect(200).has("data-done") {
        std::thread::sleep(std::time::Duration::from_millis(50));
    }
}

#[track_caller]
pub fn assert_whole(office: &Office) {
    let (broken, _) = office.store().read(journal::verify).expect("the journal can be read");
    assert_eq!(broken, []);
}
