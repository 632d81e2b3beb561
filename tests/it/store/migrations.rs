use super::{TestPlace, each_place};
use husrom::store::{Store, StoreError, newest_step, units};

fn shape(store: &Store) -> Vec<String> {
    store.read(|tx| tx.shape()).expect("the engine tells the shape")
}

/// A place of the same engine, for comparing.
fn another(place: &TestPlace) -> TestPlace {
    match &place.url {
        Some(_) => TestPlace::postgres().expect("it was there a moment ago"),
        None => TestPlace::sqlite(),
    }
}

#[test]
fn an_upgraded_store_equals_a_fresh_one() {
    each_place(|place| {
        let fresh = shape(&place.open());
        for step in 1..newest_step() {
            let elsewhere = another(&place);
            let old = elsewhere.make_at(step);
            assert_ne!(shape(&old), fresh, "step {} would change nothing", step + 1);
            old.upgrade().expect("the rest of the steps run");
            let upgraded = shape(&old);
            let different = fresh.iter().filter(|line| !upgraded.contains(line));
            let different: Vec<_> = different.chain(upgraded.iter().filter(|line| !fresh.contains(line))).collect();
            assert!(different.is_empty(), "from step {step}: {different:#?}");
        }
    });
}

#[test]
fn what_was_there_before_an_upgrade_is_there_after() {
    each_place(|place| {
        let old = place.make_at(1);
        old.write(|tx| units::insert(tx, "1", "Boligkontoret")).expect("the first step has units");
        drop(old);
        let kept = place.open().read(units::all).expect("units can be read");
        assert_eq!(kept.iter().map(|unit| unit.name.as_str()).collect::<Vec<_>>(), ["Boligkontoret"]);
    });
}

#[test]
fn a_store_from_a_newer_program_is_left_alone() {
    each_place(|place| {
        let next = i64::try_from(newest_step()).expect("there are few steps") + 1;
        let newer = format!("INSERT INTO migration (step, name) VALUES ({next}, 'from the future')");
        place.open().write(|tx| tx.execute(&newer, &[])).expect("the newer program wrote this");
        let opened = match &place.url {
            Some(url) => Store::open_postgres(url),
            None => Store::open_folder(place.folder.path(), false),
        };
        let refused = opened.map(|_| ()).expect_err("it must not be touched");
        assert!(matches!(refused, StoreError::Newer { found, .. } if found == next), "{refused}");
    });
}
