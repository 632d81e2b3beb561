use super::each_place;
use housing::Date;
use housing::people::MemberRole;
use husrom::store::households::{Household, Member};
use husrom::store::{Store, StoreError, Tx, households, units};

fn shape(store: &Store) -> Vec<String> {
    store.read(|tx| tx.shape()).expect("the engine tells the shape")
}

fn household(number: u32) -> Household {
    Household { id: format!("h{number:04}"), size: None, restricted: false, version: 1 }
}

/// Forty households of one, as an import of five thousand rows would begin.
fn add_forty(tx: &mut Tx<'_>) -> Result<(), StoreError> {
    tx.adding_many(5_000, |tx| {
        for number in 0..40 {
            let household = household(number);
            households::insert(tx, &household)?;
            let (person, from) = (format!("p{number:02}"), Date::constant(2026, 3, 1));
            let member = Member { household: household.id, person, role: MemberRole::Main, from, until: None };
            households::save_member(tx, &member)?;
        }
        Ok(())
    })
}

#[test]
fn what_was_added_together_is_found_and_every_index_is_back() {
    each_place(|place| {
        let store = place.open();
        let before = shape(&store);
        store
            .write(|tx| {
                add_forty(tx)?;
                assert_eq!(households::of_person(tx, "p39")?.len(), 1, "found within the transaction");
                units::insert(tx, "1", "Boligkontoret")
            })
            .expect("the rows go in");
        assert_eq!(shape(&store), before);
        let found = store.read(|tx| households::of_person(tx, "p07")).expect("a household");
        assert_eq!(found.iter().map(|member| member.household.as_str()).collect::<Vec<_>>(), ["h0007"]);
    });
}

#[test]
fn what_another_thread_adds_is_added_in_order_and_found_when_asked_for() {
    each_place(|place| {
        let store = place.open();
        let added = store.write(|tx| {
            tx.adding_many(5_000, |tx| {
                for number in 0..1_000 {
                    households::insert(tx, &household(number))?;
                }
                households::find(tx, "h0999")
            })
        });
        assert_eq!(added.expect("the households go in"), Some(household(999)));
    });
}

#[test]
fn a_row_that_cannot_be_added_is_told_of_whoever_added_it() {
    each_place(|place| {
        let store = place.open();
        let failed = store.write(|tx| {
            tx.adding_many(5_000, |tx| {
                for number in 0..1_000 {
                    households::insert(tx, &household(number % 300))?;
                }
                Ok::<_, StoreError>(())
            })
        });
        assert!(matches!(failed, Err(StoreError::Constraint { .. })), "{failed:?}");
        assert_eq!(store.read(|tx| households::find(tx, "h0000")).expect("a read"), None);
    });
}

#[test]
fn who_writes_alone_is_waited_for_and_others_write_as_before() {
    each_place(|place| {
        let store = place.open();
        std::thread::scope(|scope| {
            let late = store.write_alone(|tx| {
                let late = scope.spawn(|| place.open());
                units::insert(tx, "1", "Boligkontoret")?;
                Ok::<_, StoreError>(late)
            });
            let late = late.expect("it is written").join().expect("it is waited for");
            late.write(|tx| units::insert(tx, "2", "Booppfølging")).expect("it is written");
            store.write_alone(|tx| units::insert(tx, "3", "Tildeling")).expect("also beside somebody");
            let all = |store: &Store| store.read(units::all).expect("a read").len();
            assert_eq!((all(&store), all(&late)), (3, 3));
        });
    });
}

#[test]
fn when_it_fails_nothing_has_happened_to_rows_or_indexes() {
    each_place(|place| {
        let store = place.open();
        let before = shape(&store);
        let failed = store.write(|tx| {
            add_forty(tx)?;
            Err::<(), _>(StoreError::DiskFull)
        });
        assert!(matches!(failed, Err(StoreError::DiskFull)), "{failed:?}");
        assert_eq!(shape(&store), before);
        assert_eq!(store.read(|tx| households::find(tx, "h0000")).expect("a read"), None);
    });
}

#[test]
fn the_engine_can_look_at_its_tables_anew() {
    each_place(|place| {
        let store = place.open();
        store.write(add_forty).expect("the rows go in");
        store.refresh_statistics().expect("the engine looks");
    });
}
