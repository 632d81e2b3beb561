use super::{new_offer, waiting};
use crate::app::TestApp;
use crate::dwellings::{facts, home};
use housing::offers::WithdrawReason;
use husrom::office::offers::{self, Move};
use husrom::office::{Actor, Office, OfficeError};
use husrom::store::offers as store;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Offers the home again and again, and takes each offer back at once; answers how often it was first.
fn try_often(office: &Office, case: &str, home: &str, tries: usize, holders: &AtomicUsize) -> usize {
    let (operator, mut first) = (Actor::operator(), 0);
    for _ in 0..tries {
        match offers::make(office, &operator, &new_offer(case, home)) {
            Ok(offer) => {
                assert_eq!(holders.fetch_add(1, Ordering::SeqCst), 0, "the home is promised twice");
                let open = office.store().read(|tx| store::open_of_dwelling(tx, home)).expect("it can be read");
                assert_eq!(open.map(|open| open.id), Some(offer.clone()));
                holders.fetch_sub(1, Ordering::SeqCst);
                let back = Move::Withdraw { reason: WithdrawReason::Mistake, note: "Prøve".to_owned() };
                offers::act(office, &operator, (&offer, 1), &back).expect("it is ours");
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
    TestApp::on_each(|app| {
        let officer = app.caseworker();
        let cases = [waiting(app, &officer, "Aas"), waiting(app, &officer, "Berg")];
        let home = home(app, &facts("Granlia 7 H0101"));
        let tries = if app.office().store().engine_name() == "sqlite" { 5_000 } else { 150 };
        let (office, holders) = (app.office(), AtomicUsize::new(0));
        let first: usize = std::thread::scope(|scope| {
            let officers = cases.each_ref().map(|case| {
                let (home, holders) = (&home, &holders);
                scope.spawn(move || try_often(office, case, home, tries, holders))
            });
            officers.into_iter().map(|officer| officer.join().expect("nobody is promised what another has")).sum()
        });
        assert!(first > 0 && first <= 2 * tries);
        let open = office.store().read(|tx| store::open_of_dwelling(tx, &home)).expect("it can be read");
        assert_eq!(open, None, "every offer was taken back");
    });
}
