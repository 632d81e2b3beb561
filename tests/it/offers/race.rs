use super::{new_offer, waiting};
use crate::app::{DAY, TestApp};
use crate::dwellings::{facts, home};
use crate::store::each_place;
use husrom::office::offers;
use husrom::office::{Actor, Office, OfficeError};
use husrom::params;
use husrom::store::offers as store;
use std::sync::Barrier;

/// Offers the home in every round at the moment the other does; tells how often it was first. Whoever was, sets the
/// home free for the next round.
fn meet(office: &Office, case: &str, home: &str, (rounds, moment): (usize, &Barrier)) -> usize {
    let (operator, mut first) = (Actor::operator(), 0);
    for _ in 0..rounds {
        moment.wait();
        let made = offers::make(office, &operator, &new_offer(case, home));
        moment.wait();
        match made {
            Ok(offer) => {
                let open = office.store().read(|tx| store::open_of_dwelling(tx, home)).expect("it can be read");
                assert_eq!(open.map(|open| open.id), Some(offer.clone()), "it is promised once");
                let free = "UPDATE offer SET is_open = 0, step = 'TRUKKET' WHERE municipality = $1 AND id = $2";
                let freed = office.store().write(|tx| tx.execute(free, params![tx.municipality(), &offer]));
                assert_eq!(freed.expect("it is ours"), 1);
                first += 1;
            }
            Err(OfficeError::Invalid(problems)) => {
                let told: Vec<&str> = problems.iter().map(|problem| problem.text).collect();
                assert!(
                    told == ["offer-problem-promised"] || told == ["offer-problem-somebody-was-first"],
                    "the second is told why: {told:?}"
                );
            }
            Err(other) => panic!("{other:?}"),
        }
    }
    first
}

/// Ten thousand tries on SQLite; PostgreSQL, where every statement crosses to a server, gets some hundreds.
#[test]
fn two_officers_never_promise_the_same_home_at_the_same_moment() {
    each_place(|place| {
        // What is raced for is the promise, not the disk.
        let place = place.in_memory();
        let app = &TestApp::in_store(place.open(), place.folder, DAY);
        let officer = app.caseworker();
        let cases = [waiting(app, &officer, "Aas"), waiting(app, &officer, "Berg")];
        let home = home(app, &facts("Granlia 7 H0101"));
        let rounds = if app.office().store().engine_name() == "sqlite" { 5_000 } else { 200 };
        let (office, moment) = (app.office(), Barrier::new(2));
        let first: usize = std::thread::scope(|scope| {
            let officers = cases.each_ref().map(|case| {
                let (home, moment) = (&home, &moment);
                scope.spawn(move || meet(office, case, home, (rounds, moment)))
            });
            officers.into_iter().map(|officer| officer.join().expect("nobody is promised what another has")).sum()
        });
        assert_eq!(first, rounds, "one of them in every round");
        let open = office.store().read(|tx| store::open_of_dwelling(tx, &home)).expect("it can be read");
        assert_eq!(open, None, "every offer was taken back");
    });
}
