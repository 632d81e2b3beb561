use super::{each_engine, each_place};
use husrom::access::Thing;
use husrom::office::{About, Actor};
use husrom::params;
use husrom::store::{Store, StoreError, Tx, settings, units};

fn count_units(store: &Store) -> usize {
    store.read(units::all).expect("units can be read").len()
}

#[test]
fn a_transaction_happens_whole_or_not_at_all() {
    each_engine(|test| {
        let failed = test.store.write(|tx| {
            units::insert(tx, "1", "Boligkontoret")?;
            units::insert(tx, "2", "Oppfølging")?;
            units::insert(tx, "3", "Boligkontoret")
        });
        assert!(matches!(failed, Err(StoreError::Constraint { .. })), "{failed:?}");
        assert_eq!(count_units(&test.store), 0);

        let refused: Result<(), StoreError> = test.store.write(|tx| {
            units::insert(tx, "1", "Boligkontoret")?;
            Err(StoreError::Corrupt { what: "mind", found: "changed".to_owned() })
        });
        assert!(refused.is_err());
        assert_eq!(count_units(&test.store), 0);
    });
}

#[test]
fn a_statement_that_fails_says_which_kind_of_failure() {
    each_engine(|test| {
        let wrong = test.store.read(|tx| tx.query("SELECT nothing FROM nowhere", &[]));
        assert!(matches!(wrong, Err(StoreError::Statement { .. })), "{wrong:?}");
        let orphan = test.store.write(|tx| {
            tx.execute(
                "INSERT INTO tenancy (municipality, id, dwelling, household, tenant, kind, restricted, version) \
                 VALUES ($1, 't', 'no such home', 'h', 'no such person', 'FIXED', 0, 1)",
                params!["kommune"],
            )
        });
        assert!(matches!(orphan, Err(StoreError::Constraint { .. })), "{orphan:?}");
    });
}

/// Four writers over two doors add one to the same number: none of them is lost.
#[test]
fn writers_that_meet_wait_for_each_other() {
    fn add_one(tx: &mut Tx<'_>) -> Result<(), StoreError> {
        let number: i64 = settings::get(tx, "number")?.map_or(0, |text| text.parse().expect("a number"));
        settings::set(tx, "number", &(number + 1).to_string())
    }
    each_engine(|test| {
        let other = test.place.open();
        std::thread::scope(|scope| {
            for store in [&test.store, &other, &test.store, &other] {
                scope.spawn(move || (0..25).for_each(|_| store.write(add_one).expect("it waits its turn")));
            }
        });
        let number = test.store.read(|tx| settings::get(tx, "number")).expect("the store works");
        assert_eq!(number.as_deref(), Some("100"));
    });
}

#[test]
fn a_reader_sees_one_state_while_others_write() {
    each_engine(|test| {
        test.store
            .read(|tx| {
                let before = units::all(tx)?.len();
                let id = husrom::office::new_id();
                test.store.write(|tx| units::insert(tx, &id, &id))?;
                assert_eq!(units::all(tx)?.len(), before);
                Ok::<_, StoreError>(())
            })
            .expect("the store works");
        assert_eq!(count_units(&test.store), 1);
    });
}

/// A home is lived in by one household at a time, whatever the pages think.
#[test]
fn a_home_is_lived_in_once() {
    const HOME: &str = "INSERT INTO dwelling (municipality, id, street, street_number, building, unit, category, \
        status, status_since, status_since_known, sort_key, search, version) \
        VALUES ($1, 'd', 'Storgata', '1', 'storgata 1', '', 'ordinary', 'LEDIG', '2026-01-01', 1, 's', 's', 1)";
    const PERSON: &str = "INSERT INTO person (municipality, id, family, given, protection, protection_to_check, \
        sort_key, search, version) VALUES ($1, 'p', 'Nordmann', 'Kari', 'NONE', 0, 's', 's', 1)";
    const TENANCY: &str = "INSERT INTO tenancy (municipality, id, dwelling, household, tenant, kind, moved_out, \
        restricted, version) VALUES ($1, $2, 'd', 'h', 'p', 'FIXED', $3, 0, 1)";
    each_engine(|test| {
        let here = test.store.municipality();
        let let_out = |id: &str, moved_out: Option<&str>| {
            test.store.write(|tx| tx.execute(TENANCY, params![here, id, moved_out]))
        };
        test.store
            .write(|tx| {
                tx.execute(HOME, params![here])?;
                tx.execute(PERSON, params![here])
            })
            .expect("there is a home and a person");
        let_out("earlier", Some("2025-12-31")).expect("somebody lived there before");
        let_out("now", None).expect("somebody lives there now");
        let second = let_out("second", None);
        assert!(matches!(second, Err(StoreError::Constraint { .. })), "{second:?}");
    });
}

#[test]
fn a_change_and_its_entry_stand_or_fall_together() {
    each_place(|place| {
        let office = place.office();
        let entries = || office.store().read(husrom::store::journal::verify).expect("the journal can be read");
        let (_, before) = entries();
        let failed = office.change(&Actor::operator(), |work| {
            units::insert(work.tx, "1", "Boligkontoret")?;
            work.note("create", About::thing(Thing::Settings, "1"), String::new());
            Ok(units::insert(work.tx, "1", "Boligkontoret")?)
        });
        assert!(failed.is_err());
        assert_eq!((count_units(office.store()), entries()), (0, (Vec::new(), before)));
    });
}
