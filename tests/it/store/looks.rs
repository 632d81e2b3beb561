//! Looks are on disk before they are acknowledged, and in the chain once, whatever happens in between.

use super::{TestPlace, each_place};
use husrom::access::Thing;
use husrom::clock::Clock;
use husrom::office::{About, Actor, Office, OfficeError};
use husrom::secrets::Secrets;
use husrom::store::{Store, journal};
use std::path::PathBuf;

fn look(office: &Office, id: &str) {
    office.looked(&Actor::operator(), About::thing(Thing::Dwelling, id), String::new()).expect("it is noted");
}

/// The office of a place where it was founded before, as another program opens it.
fn again(place: &TestPlace) -> Result<Office, OfficeError> {
    let key = place.folder.path().join("husrom.key");
    let secrets = Secrets::open(&key).expect("the key is there");
    Office::open(place.open(), secrets, &key, Clock::fixed(crate::app::DAY))
}

/// The homes that were looked at, as the chain tells, which must hold.
fn looked_at(store: &Store) -> Vec<String> {
    assert_eq!(store.read(journal::verify).expect("the journal can be read").0, []);
    let filter = journal::Filter { kind: Some("dwelling".to_owned()), most: i64::MAX, ..Default::default() };
    let list = store.read(|tx| journal::list(tx, &filter)).expect("the journal can be read");
    list.into_iter().rev().map(|sealed| sealed.entry.thing_id).collect()
}

/// The files of the rounds that wait beside an SQLite store.
fn rounds(place: &TestPlace) -> Vec<PathBuf> {
    let files = std::fs::read_dir(place.folder.path().join("looks")).expect("the folder can be read");
    let files = files.map(|file| file.expect("the folder can be read").path());
    files.filter(|path| path.file_name().is_some_and(|name| name != "lock")).collect()
}

/// Looks at `a` and `b`, and answers with what waits on disk at that moment: what a program leaves that is
/// killed then. The office itself closes as it should.
fn seen_on_disk(place: &TestPlace) -> Vec<u8> {
    let office = place.office();
    look(&office, "a");
    look(&office, "b");
    let round = rounds(place).pop().expect("looks wait in a file");
    let text = std::fs::read(&round).expect("the file can be read");
    drop(office);
    assert_eq!(looked_at(&place.open()), ["a", "b"], "the office that closes puts them in the chain");
    assert_eq!(rounds(place), [] as [PathBuf; 0]);
    text
}

fn leave(place: &TestPlace, round: &str, text: &[u8]) -> PathBuf {
    let path = place.folder.path().join("looks").join(round);
    std::fs::write(&path, text).expect("the file can be written");
    path
}

#[test]
fn what_a_killed_program_left_comes_into_the_chain_once() {
    let place = TestPlace::sqlite();
    let text = seen_on_disk(&place);
    leave(&place, "1", &text);
    assert_eq!(looked_at(again(&place).expect("it opens").store()), ["a", "b"], "they are in the chain already");
    leave(&place, "2", &text);
    assert_eq!(looked_at(again(&place).expect("it opens").store()), ["a", "b", "a", "b"]);
    assert_eq!(rounds(&place), [] as [PathBuf; 0]);
}

#[test]
fn half_a_line_at_the_end_was_never_acknowledged() {
    let place = TestPlace::sqlite();
    let text = seen_on_disk(&place);
    leave(&place, "2", &text[..text.len() - 1]);
    assert_eq!(looked_at(again(&place).expect("it opens").store()), ["a", "b", "a"]);
}

#[test]
fn a_file_that_was_meddled_with_is_named() {
    let place = TestPlace::sqlite();
    let mut text = seen_on_disk(&place);
    let in_the_first_line = text.len() / 4;
    text[in_the_first_line] ^= 1;
    let path = leave(&place, "2", &text);
    let error = again(&place).err().expect("the office does not open").to_string();
    assert!(error.contains(&path.display().to_string()), "{error}");
}

#[test]
fn two_programs_on_one_store_both_leave_their_trace() {
    each_place(|place| {
        let (one, other) = (place.office(), again(&place).expect("it opens"));
        look(&one, "a");
        look(&other, "b");
        drop((one, other));
        let mut seen = looked_at(&place.open());
        seen.sort();
        assert_eq!(seen, ["a", "b"]);
    });
}

#[test]
fn whoever_reads_the_journal_reads_the_newest_looks() {
    each_place(|place| {
        let office = place.office();
        look(&office, "a");
        office.settle_looks().expect("looks are put in the chain");
        assert_eq!(looked_at(office.store()), ["a"]);
        look(&office, "b");
        office.settle_looks().expect("looks are put in the chain");
        assert_eq!(looked_at(office.store()), ["a", "b"]);
    });
}
