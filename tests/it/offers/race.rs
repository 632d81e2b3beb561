use super::waiting;
use crate::app::{DAY, Page, TestApp};
use crate::dwellings::{facts, home};
use crate::store::each_place;
use husrom::office::Office;
use husrom::params;
use husrom::store::offers as store;

/// Tries on each engine, ten thousand together: each is a form that somebody sends at the moment another does.
const TRIES: [(&str, usize); 2] = [("sqlite", 6_000), ("postgres", 4_000)];

/// Whether the offer was made; the second is told why it was not.
fn is_made(page: &Page) -> bool {
    match page.status {
        303 => true,
        422 => {
            assert!(page.has("er lovet bort til noen") || page.has("Noen andre var først"), "{page:?}");
            false
        }
        other => panic!("{other}: {page:?}"),
    }
}

/// Lets the one offer go that holds the home, as if it had been withdrawn.
fn let_go(office: &Office, home: &str) {
    let free = "UPDATE offer SET is_open = 0, step = 'TRUKKET'
                WHERE municipality = $1 AND dwelling = $2 AND is_open = 1";
    let freed = office.store().write(|tx| tx.execute(free, params![tx.municipality(), home]));
    assert_eq!(freed.expect("it is ours"), 1, "it is promised, and once");
}

fn made_in_all(office: &Office) -> i64 {
    let count = "SELECT COUNT(*) FROM offer WHERE municipality = $1";
    let found = office.store().read(|tx| tx.query_one(count, params![tx.municipality()]));
    found.expect("they can be counted").expect("a count").get(0).expect("a number")
}

#[test]
fn two_officers_in_two_browsers_never_promise_the_same_home_at_the_same_moment() {
    each_place(|place| {
        // What is raced for is the promise, not the disk.
        let place = place.in_memory();
        let app = &TestApp::in_place(place, DAY);
        let officers = [app.caseworker(), app.caseworker()];
        let cases = ["Aas", "Berg"].map(|family| waiting(app, &officers[0], family));
        let home = home(app, &facts("Granlia 7 H0101"));
        let engine = app.office().store().engine_name();
        let tries = TRIES.iter().find(|(of, _)| *of == engine).expect("every engine is tried").1;
        let form = |case| [("case", case), ("dwelling", home.as_str()), ("from", "01.04.2026"), ("rent", "7 850")];
        let forms = cases.each_ref().map(|case| form(case.as_str()));
        let mut first = [0, 0];
        for _ in 0..tries / 2 {
            let pages = officers[0].post_beside(&forms[0], (&officers[1], &forms[1]), "/offers/new");
            let made = pages.each_ref().map(is_made);
            assert_ne!(made[0], made[1], "one of them is first, and only one: {pages:?}");
            first[usize::from(made[1])] += 1;
            let_go(app.office(), &home);
        }
        assert_eq!(first.iter().sum::<usize>(), tries / 2);
        assert_eq!(usize::try_from(made_in_all(app.office())), Ok(tries / 2), "as many offers as rounds");
        let open = app.office().store().read(|tx| store::open_of_dwelling(tx, &home)).expect("it can be read");
        assert_eq!(open, None, "every offer was let go");
    });
}
