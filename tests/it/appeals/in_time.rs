//! Whether an appeal is in time.

use super::{register, signed, step};
use crate::app::{Person, TestApp};
use jiff::civil::date;

/// Marks the letter that waits as left on 1 March 2026.
fn send(officer: &Person<'_>, channel: &str) {
    let page = officer.get("/letters/queue").expect(200).text();
    let (_, rest) = page.split_once("name=\"letter\" value=\"").expect("a letter waits");
    let letter = rest.split_once('"').expect("its end").0;
    let fields = [("action", "sent"), ("sent", "2026-03-01"), ("channel", channel), ("letter", letter)];
    officer.post("/letters/queue", &fields).expect(303);
}

#[test]
fn an_appeal_that_the_letter_says_is_in_time_is_in_time() {
    for channel in ["DIGITAL", "BY_HAND"] {
        TestApp::for_days_on_each(|app| {
            let case = signed(&app);
            send(&app.caseworker(), channel);
            // The letter reckons with five days by post and says 27 March. Three weeks from 1 March is the 23rd.
            let app = app.reopened_on(date(2026, 3, 27));
            let officer = app.caseworker();
            let page = officer.get(&format!("{case}/appeal")).expect(200);
            assert!(page.has("27.03.2026, som brevet selv sier. Regnet fra 01.03.2026"), "{channel}: {page:?}");
            register(&officer, &case, "2026-03-27").expect(303);
            step(&officer, &case, "time", &[]).expect(303);
            assert!(officer.get(&format!("{case}/appeal")).expect(200).has("I tide"), "{channel}");
        });
    }
}

#[test]
fn the_day_after_the_one_the_letter_names_is_late() {
    TestApp::for_days_on_each(|app| {
        let case = signed(&app);
        send(&app.caseworker(), "DIGITAL");
        let app = app.reopened_on(date(2026, 3, 28));
        let officer = app.caseworker();
        register(&officer, &case, "2026-03-28").expect(303);
        step(&officer, &case, "time", &[]).expect(303);
        assert!(officer.get(&format!("{case}/appeal")).expect(200).has("For sent"));
    });
}
