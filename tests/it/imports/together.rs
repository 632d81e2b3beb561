use super::files::{applications, homes, many_homes};
use super::{assert_whole, prepared};
use crate::app::DAY;
use crate::store::each_place;
use husrom::office::imports::{accept, preview};
use husrom::office::overview::register;
use husrom::office::{Actor, OfficeError, imports};

/// Two import the same homes at the same moment: one adds them, the other finds them there.
#[test]
fn two_imports_at_once_come_to_the_same_as_one_after_the_other() {
    each_place(|place| {
        let office = place.office();
        let file = prepared("boliger.csv", many_homes(120).as_bytes());
        let outcomes = std::thread::scope(|scope| {
            let import = || accept(&office, &Actor::operator(), &file, DAY).expect("both can be imported");
            let both = [scope.spawn(import), scope.spawn(import)];
            both.map(|one| one.join().expect("neither falls over"))
        });
        let added: u64 = outcomes.iter().map(|outcome| outcome.dwellings.new).sum();
        let found: u64 = outcomes.iter().map(|outcome| outcome.dwellings.unchanged).sum();
        assert_eq!((added, found), (120, 120));
        let totals = office.store().read(|tx| register(tx, DAY)).expect("the figures can be read");
        assert_eq!((totals.homes, totals.tenancies), (120, 120));
        assert_whole(&office);
    });
}

/// Homes, applicants and a second list of the same homes in one import, on both engines.
#[test]
fn several_files_in_one_import_know_of_each_other() {
    each_place(|place| {
        let office = place.office();
        let file =
            |name: &str, text: String| imports::OriginalFile { name: name.to_owned(), content: text.into_bytes() };
        let twice = vec![
            file("boliger.csv", homes()),
            file("søkere.csv", applications()),
            file("boliger igjen.csv", homes().replace("7 850,-", "8 050,-")),
        ];
        let prepared = imports::prepare(twice, None, DAY);
        let outcome = accept(&office, &Actor::operator(), &prepared, DAY).expect("it can be imported");
        assert_eq!((outcome.dwellings.new, outcome.dwellings.changed), (4, 1));
        assert_eq!((outcome.people.new, outcome.applications.new), (4, 2), "a tenant who applies is one person");
        let totals = office.store().read(|tx| register(tx, DAY)).expect("the figures can be read");
        assert_eq!((totals.homes, totals.tenancies, totals.children), (4, 3, 3));
        assert_whole(&office);
    });
}

/// The same preview accepted twice, by somebody who clicks twice, is saved once.
#[test]
fn an_import_is_saved_once_however_often_it_is_accepted() {
    each_place(|place| {
        let office = place.office();
        let actor = Actor::operator();
        let original = imports::OriginalFile { name: "boliger.csv".to_owned(), content: homes().into_bytes() };
        let (id, _) = imports::open(&office, &actor, vec![original], None, DAY).expect("it can be looked at");
        let id = id.expect("the file can be read");
        let answers = std::thread::scope(|scope| {
            let save = || imports::carry_out(&office, &actor, &id);
            let both = [scope.spawn(save), scope.spawn(save)];
            both.map(|one| one.join().expect("neither falls over"))
        });
        assert_eq!(answers.iter().filter(|answer| answer.is_ok()).count(), 1, "{answers:?}");
        assert!(answers.iter().any(|answer| matches!(answer, Err(OfficeError::Stale))), "{answers:?}");
        let done = preview(&office, &actor, &id).expect("it can be looked at").import;
        assert_eq!(done.state, husrom::store::imports::State::Done);
        assert_whole(&office);
    });
}
