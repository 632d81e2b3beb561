use super::{TestPlace, each_place};
use husrom::access::Thing;
use husrom::office::{About, Actor};
use husrom::store::Store;
use husrom::store::journal::{self, Broken, Entry};

/// A store whose journal has ten entries.
fn with_ten_entries(place: &TestPlace) -> Store {
    let office = place.office();
    for number in 2..=10 {
        let id = number.to_string();
        office.looked(&Actor::operator(), About::thing(Thing::Dwelling, &id), String::new()).expect("it is noted");
    }
    drop(office);
    let store = place.open();
    assert_eq!(verify(&store), (Vec::new(), 10));
    store
}

fn verify(store: &Store) -> (Vec<Broken>, i64) {
    store.read(journal::verify).expect("the journal can be read")
}

fn meddle(store: &Store, sql: &str) {
    store.write(|tx| tx.execute(sql, &[])).expect("whoever owns the disk can do this");
}

#[test]
fn an_altered_entry_is_named() {
    each_place(|place| {
        let store = with_ten_entries(&place);
        for column in ["actor", "role", "action", "thing", "thing_id", "person", "details"] {
            meddle(&store, &format!("UPDATE journal SET {column} = {column} || 'x' WHERE seq = 4"));
            assert_eq!(verify(&store).0, [Broken::Altered { seq: 4 }], "{column}");
            meddle(
                &store,
                &format!("UPDATE journal SET {column} = substr({column}, 1, length({column}) - 1) WHERE seq = 4"),
            );
        }
        meddle(&store, "UPDATE journal SET at = at + 1 WHERE seq = 7");
        assert_eq!(verify(&store).0, [Broken::Altered { seq: 7 }]);
    });
}

#[test]
fn removed_entries_are_named() {
    each_place(|place| {
        let store = with_ten_entries(&place);
        meddle(&store, "DELETE FROM journal WHERE seq IN (4, 5)");
        assert_eq!(verify(&store).0, [Broken::Missing { from: 4, to: 5 }]);
        meddle(&store, "DELETE FROM journal WHERE seq >= 9");
        assert_eq!(verify(&store).0, [Broken::Missing { from: 4, to: 5 }, Broken::Missing { from: 9, to: 10 }]);
    });
}

#[test]
fn an_inserted_entry_is_named() {
    each_place(|place| {
        let store = with_ten_entries(&place);
        meddle(
            &store,
            "INSERT INTO journal SELECT municipality, 11, at, actor, role, action, thing, thing_id, person, details, \
             hash FROM journal WHERE seq = 10",
        );
        let (broken, _) = verify(&store);
        assert!(broken.contains(&Broken::Inserted { seq: 11 }), "{broken:?}");
    });
}

/// Whoever can compute seals still cannot put a new tail on the chain without the head.
#[test]
fn an_entry_put_in_the_place_of_another_is_named() {
    each_place(|place| {
        let store = with_ten_entries(&place);
        meddle(&store, "UPDATE journal SET seq = -seq WHERE seq IN (4, 5)");
        meddle(&store, "UPDATE journal SET seq = 9 + seq WHERE seq IN (-4, -5)");
        assert_eq!(
            verify(&store).0,
            [Broken::Altered { seq: 4 }, Broken::Altered { seq: 5 }, Broken::Altered { seq: 6 }]
        );
    });
}

/// No two different entries are sealed over the same text.
#[test]
fn the_seams_between_fields_count() {
    each_place(|place| {
        let store = with_ten_entries(&place);
        meddle(&store, "UPDATE journal SET thing = 'dwell', thing_id = 'ing' || thing_id WHERE seq = 4");
        assert_eq!(verify(&store).0, [Broken::Altered { seq: 4 }]);
    });
}

#[test]
fn entries_are_found_by_person_thing_and_officer() {
    each_place(|place| {
        let store = with_ten_entries(&place);
        let entry = |actor: &str, person: &str| Entry {
            at: 1,
            actor: actor.to_owned(),
            role: "leader".to_owned(),
            action: "look".to_owned(),
            thing: "person".to_owned(),
            thing_id: person.to_owned(),
            person: person.to_owned(),
            details: String::new(),
        };
        let entries = [entry("anna", "p1"), entry("berit", "p1"), entry("anna", "p2")];
        store.note(|tx| journal::append(tx, &entries)).expect("it is noted");
        let found = |filter: journal::Filter| {
            let filter = journal::Filter { most: 10, ..filter };
            let list = store.read(|tx| journal::list(tx, &filter)).expect("the journal can be read");
            list.iter().map(|sealed| sealed.seq).collect::<Vec<_>>()
        };
        let text = |text: &str| Some(text.to_owned());
        assert_eq!(found(journal::Filter { person: text("p1"), ..Default::default() }), [12, 11]);
        assert_eq!(found(journal::Filter { person: text("p1"), actor: text("anna"), ..Default::default() }), [11]);
        assert_eq!(found(journal::Filter { before: Some(3), ..Default::default() }), [2, 1]);
        let home = Some(("dwelling".to_owned(), "9".to_owned()));
        assert_eq!(found(journal::Filter { thing: home, ..Default::default() }), [9]);
    });
}
