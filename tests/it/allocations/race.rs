use super::{called, waits};
use crate::app::{Page, TestApp};
use crate::dwellings::{facts, home};
use husrom::access::Role;
use husrom::office::allocations::{self, NewChoice};
use husrom::office::{Actor, Office, OfficeError};
use husrom::store::allocations as store;
use std::collections::BTreeSet;
use std::sync::Barrier;

/// Meetings that are closed twice at once.
const ROUNDS: usize = 25;

fn leader(id: &str) -> Actor {
    Actor { id: id.to_owned(), name: id.to_owned(), role: Role::Leader, sees_protected: false }
}

/// What the form on the page would send.
fn seen(page: &Page) -> (i64, i64) {
    let number = |name| page.value(name).expect("a form").parse().expect("a number");
    (number("version"), number("run"))
}

/// Closes the meeting as one of two who do so at the same moment; what was placed, when they were first.
fn closed(
    office: &Office,
    meeting: &str,
    (version, run): (i64, i64),
    who: &str,
    start: &Barrier,
) -> Option<Vec<String>> {
    start.wait();
    match allocations::close(office, &leader(who), (meeting, version, run)) {
        Ok(placed) => Some(placed),
        Err(OfficeError::Stale | OfficeError::NotFound) => None,
        Err(OfficeError::Invalid(problems)) => {
            assert_eq!(problems.first().map(|problem| problem.text), Some("allocation-problem-stale"));
            None
        }
        Err(other) => panic!("{other:?}"),
    }
}

/// Lays down that a home is held back, as one of two at the same moment; whether it was in time.
fn held(office: &Office, meeting: &str, dwelling: &str, start: &Barrier) -> bool {
    let new = NewChoice {
        kind: store::ChoiceKind::Hold,
        household: None,
        dwelling: Some(dwelling.to_owned()),
        cap: None,
        at_most: None,
        reason: String::new(),
    };
    start.wait();
    match allocations::choose(office, &leader("one"), meeting, &new) {
        Ok(()) => true,
        // The other has closed the meeting, and given the home.
        Err(OfficeError::Stale | OfficeError::NotFound) => false,
        Err(other) => panic!("{other:?}"),
    }
}

#[test]
fn a_home_is_held_back_or_given_never_both_whoever_comes_first() {
    TestApp::on_each(|app| {
        let officer = app.caseworker();
        let dwelling = home(app, &facts("Granlia 7 H0101"));
        waits(&officer, "Anna", &[]);
        let (team, office) = (app.leader(), app.office());
        for _ in 0..ROUNDS {
            let address = called(&team);
            let meeting = address.trim_start_matches("/allocations/");
            let (seen, start) = (seen(&team.get(&address).expect(200)), Barrier::new(2));
            let (placed, held) = std::thread::scope(|scope| {
                let closing = scope.spawn(|| closed(office, meeting, seen, "other", &start));
                let holding = scope.spawn(|| held(office, meeting, &dwelling, &start));
                (closing.join().expect("nobody breaks down"), holding.join().expect("nobody breaks down"))
            });
            assert_ne!(placed.is_some(), held, "one of them is first, and only one");
            let kept = office.store().read(|tx| store::placements_of(tx, meeting)).expect("they can be read");
            assert_eq!(kept.len(), usize::from(!held));
            for placement in placed.into_iter().flatten() {
                allocations::release(office, &leader("one"), (meeting, &placement)).expect("it is let go");
            }
        }
    });
}

#[test]
fn two_officers_who_close_the_same_meeting_at_the_same_moment_decide_once() {
    TestApp::on_each(|app| {
        let officer = app.caseworker();
        for place in ["Granlia 7 H0101", "Granlia 7 H0102"] {
            home(app, &facts(place));
        }
        for given in ["Anna", "Bo", "Carl"] {
            waits(&officer, given, &[]);
        }
        let (team, office) = (app.leader(), app.office());
        for _ in 0..ROUNDS {
            let address = called(&team);
            let meeting = address.trim_start_matches("/allocations/");
            let (seen, start) = (seen(&team.get(&address).expect(200)), Barrier::new(2));
            let both = std::thread::scope(|scope| {
                let officers = ["one", "other"].map(|who| {
                    let start = &start;
                    scope.spawn(move || closed(office, meeting, seen, who, start))
                });
                officers.map(|officer| officer.join().expect("nobody breaks down"))
            });
            let [first] =
                both.into_iter().flatten().collect::<Vec<_>>().try_into().expect("one is first, and only one");
            let kept = office.store().read(|tx| store::placements_of(tx, meeting)).expect("they can be read");
            let ids: BTreeSet<&str> = kept.iter().map(|placement| placement.id.as_str()).collect();
            assert_eq!(ids, first.iter().map(String::as_str).collect(), "one set of placements");
            assert_eq!(kept.iter().map(|it| it.dwelling.as_str()).collect::<BTreeSet<_>>().len(), 2);
            for placement in &ids {
                allocations::release(office, &leader("one"), (meeting, placement)).expect("it is let go");
            }
        }
    });
}
