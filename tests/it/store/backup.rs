use super::{TestPlace, each_place};
use husrom::clock::Clock;
use husrom::office::backup::{self, BackupError, Carried};
use husrom::office::{Actor, Office, demo_data};
use husrom::secrets::Secrets;
use husrom::store::{Store, journal, tables, units};
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};

/// An office with people, homes and a journal.
fn busy_office(place: &TestPlace) -> Office {
    let office = place.office();
    demo_data::add_officers(&office, &Actor::operator()).expect("demo officers can be added");
    office.store().write(|tx| units::insert(tx, "1", "Æ, ø og å – «sitert»\n\t\u{1f3e0}")).expect("a unit");
    office
}

fn restore(file: &Path, place: &TestPlace) -> Result<(Store, Carried), BackupError> {
    let backup = backup::open(file)?;
    let store = place.make_at(backup.step());
    let carried = backup.restore(&store, &Actor::operator(), Clock::fixed(crate::app::DAY))?;
    Ok((store, carried))
}

fn mark(store: &Store) -> String {
    store.read(tables::mark).expect("the facts can be read")
}

#[test]
fn carried_from_engine_to_engine_and_back_the_facts_are_identical() {
    let Some(between) = TestPlace::postgres() else {
        return eprintln!("skipped: set HUSROM_TEST_POSTGRES, as bin/test does");
    };
    let (place, end) = (TestPlace::sqlite(), TestPlace::sqlite());
    let office = busy_office(&place);
    let (first, second) = (place.folder.path().join("first"), place.folder.path().join("second"));
    backup::write(&office, &Actor::operator(), &first).expect("a backup can be made");

    let (store, carried) = restore(&first, &between).expect("it goes into PostgreSQL");
    assert_eq!((mark(&store), carried.mark.as_str()), (mark(office.store()), carried.mark.as_str()));
    let key = place.folder.path().join("husrom.key");
    let secrets = Secrets::open(&key).expect("the key is where it was");
    let moved = Office::open(store, secrets, &key, Clock::fixed(crate::app::DAY)).expect("the office opens there");
    backup::write(&moved, &Actor::operator(), &second).expect("a backup of the moved one");

    let (back, _) = restore(&second, &end).expect("it goes back into SQLite");
    assert_eq!(mark(&back), mark(office.store()));
    let (broken, entries) = back.read(journal::verify).expect("the journal can be read");
    let (_, before) = office.store().read(journal::verify).expect("the journal can be read");
    // Restored, backed up and restored once more: three entries more, and the chain goes on.
    assert_eq!((broken, entries), (Vec::new(), before + 3));
}

/// A backup holds one state, however busy the office is while it is made.
#[test]
fn a_backup_made_while_others_work_is_one_consistent_state() {
    each_place(|place| {
        let office = busy_office(&place);
        let before = office.store().read(units::all).expect("units can be read").len();
        let done = AtomicBool::new(false);
        let file = place.folder.path().join("backup");
        std::thread::scope(|scope| {
            scope.spawn(|| {
                let mut number = 0;
                while !done.load(Ordering::Relaxed) {
                    number += 1;
                    // Two units at a time: a backup with an odd one is not one state.
                    let two = |tx: &mut husrom::store::Tx<'_>| {
                        units::insert(tx, &format!("a{number}"), &format!("A {number}"))?;
                        units::insert(tx, &format!("b{number}"), &format!("B {number}"))
                    };
                    office.store().write(two).expect("work goes on");
                }
            });
            let made = backup::write(&office, &Actor::operator(), &file);
            done.store(true, Ordering::Relaxed);
            made.expect("a backup can be made");
        });
        let empty = TestPlace::sqlite();
        let (store, _) = restore(&file, &empty).expect("it can be restored");
        let count = store.read(units::all).expect("units can be read").len();
        assert_eq!((count - before) % 2, 0, "those from before, and pairs");
        assert_eq!(store.read(journal::verify).expect("the journal can be read").0, Vec::new());
    });
}

#[test]
fn a_backup_goes_into_an_empty_place_only_and_overwrites_nothing() {
    each_place(|place| {
        let office = busy_office(&place);
        let file = place.folder.path().join("backup");
        backup::write(&office, &Actor::operator(), &file).expect("a backup can be made");
        let again = backup::write(&office, &Actor::operator(), &file);
        assert!(matches!(again, Err(BackupError::Exists { .. })), "{again:?}");
        let occupied = backup::open(&file)
            .and_then(|backup| backup.restore(office.store(), &Actor::operator(), Clock::system()))
            .expect_err("there is a register here");
        assert!(occupied.to_string().contains("Fjordvik"), "{occupied}");
    });
}

#[test]
fn a_damaged_backup_leaves_the_place_empty() {
    each_place(|place| {
        let office = busy_office(&place);
        let file = place.folder.path().join("backup");
        backup::write(&office, &Actor::operator(), &file).expect("a backup can be made");
        let whole = std::fs::read(&file).expect("the backup can be read");
        for at in [whole.len() / 4, whole.len() / 2, whole.len() * 3 / 4] {
            let mut damaged = whole.clone();
            damaged[at] ^= 0x55;
            std::fs::write(&file, &damaged).expect("the folder is ours");
            let target = TestPlace::sqlite();
            if let Err(error) = restore(&file, &target) {
                assert!(!error.to_string().is_empty());
                let name = target.open().read(husrom::store::settings::municipality_name);
                assert_eq!(name.expect("the store works"), None);
            }
        }
        std::fs::write(&file, &whole[..whole.len() / 2]).expect("the folder is ours");
        assert!(matches!(backup::open(&file), Err(BackupError::Damaged { .. })));
    });
}

#[test]
fn a_backup_tells_whether_a_key_is_its_own() {
    let place = TestPlace::sqlite();
    let office = place.office();
    let file = place.folder.path().join("backup");
    backup::write(&office, &Actor::operator(), &file).expect("a backup can be made");
    let backup = backup::open(&file).expect("it can be opened");
    let other = place.folder.path().join("other.key");
    let stranger = Secrets::create(&other).expect("a key can be made");
    backup.fits(office.secrets(), &other).expect("its own key");
    let refused = backup.fits(&stranger, &other).expect_err("another key");
    assert!(refused.to_string().contains("belongs to another installation"), "{refused}");
    let text = std::fs::read(&file).expect("the backup can be read");
    let key = std::fs::read(place.folder.path().join("husrom.key")).expect("the key can be read");
    assert!(!text.windows(64).any(|window| window == &key[..64]), "the key is not in the backup");
}
