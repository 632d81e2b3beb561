use super::each_place;
use housing::Date;
use housing::people::MemberRole;
use husrom::store::households::{Household, Member};
use husrom::store::{Store, StoreError, Tx, households, units};

fn shape(store: &Store) -> Vec<String> {
    store.read(|tx| tx.shape()).expect("the engine tells the shape")
}

/// Forty households of one, as an import of five thousand rows would begin.
fn add_forty(tx: &mut Tx<'_>) -> Result<(), StoreError> {
    tx.gather_many(5_000);
    for number in 0..40 {
        let id = format!("h{number:02}");
        households::insert(tx, &Household { id: id.clone(), size: None, restricted: false, version: 1 })?;
        let person = format!("p{number:02}");
        let from = Date::constant(2026, 3, 1);
        households::save_member(tx, &Member { household: id, person, role: MemberRole::Main, from, until: None })?;
    }
    Ok(())
}

#[test]
fn what_was_added_together_is_found_and_every_index_is_back() {
    each_place(|place| {
        let store = place.open();
        let before = shape(&store);
        store
            .write(|tx| {
                add_forty(tx)?;
                tx.all_added()?;
                assert_eq!(households::of_person(tx, "p39")?.len(), 1, "found within the transaction");
                units::insert(tx, "1", "Boligkontoret")
            })
            .expect("the rows go in");
        assert_eq!(shape(&store), before);
        let found = store.read(|tx| households::of_person(tx, "p07")).expect("a household");
        assert_eq!(found.iter().map(|member| member.household.as_str()).collect::<Vec<_>>(), ["h07"]);
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
        assert_eq!(store.read(|tx| households::find(tx, "h00")).expect("a read"), None);
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
