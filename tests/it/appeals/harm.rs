//! A change to the party's harm that comes too late to stand (*fvl.* § 34).

use super::{due, granted, newest_letter, register, step};
use crate::app::TestApp;
use crate::documents::text_of;
use jiff::civil::date;

/// An appeal received on 1 March 2026, so that a change to harm must be told by 1 June, and forwarded; today is 16 June.
fn forwarded(app: TestApp) -> (TestApp, String) {
    let case = granted(&app);
    let officer = app.caseworker();
    register(&officer, &case, "2026-03-01").expect(303);
    step(&officer, &case, "time", &[]).expect(303);
    step(&officer, &case, "reconsider", &[("reconsideration", "OPPRETTHOLDT")]).expect(303);
    step(&officer, &case, "forward", &[("reason", "Fire rom er nok.")]).expect(303);
    drop(officer);
    (app.reopened_on(date(2026, 6, 16)), case)
}

const RESULT: (&str, &str) = ("result", "ENDRET_TIL_SKADE");
const TOLD: [(&str, &str); 2] = [("text", "Du får to rom."), ("reason", "Andre trenger boligen mer.")];

#[test]
fn a_change_that_the_body_told_in_time_is_told_on_though_it_reached_us_after_the_limit() {
    TestApp::for_days_on_each(|app| {
        let (app, case) = forwarded(app);
        let officer = app.caseworker();
        let days = [("decided_on", "2026-05-29"), ("decision_arrived", "2026-06-16"), ("decision_told", "2026-06-01")];
        step(&officer, &case, "decide", &[[RESULT].as_slice(), &days].concat()).expect(303);
        let page = officer.get(&format!("{case}/appeal")).expect(200);
        assert!(!page.has("Send tilbake til klageinstansen") && !page.has("Klagen er trukket"), "{page:?}");
        step(&officer, &case, "notify", &TOLD).expect(303);
        assert!(!newest_letter(&officer).contains("er ikke holdt"));
    });
}

#[test]
fn a_change_that_nobody_told_in_time_is_recorded_and_sent_back_or_told_with_that() {
    TestApp::for_days_on_each(|app| {
        let (app, case) = forwarded(app);
        let officer = app.caseworker();
        let days = [("decided_on", "2026-06-04"), ("decision_arrived", "2026-06-16")];
        let decided = [[RESULT].as_slice(), &days].concat();
        let early = [decided.as_slice(), &[("decision_told", "2026-06-03")]].concat();
        assert!(step(&officer, &case, "decide", &early).expect(422).has("før avgjørelsen ble tatt"));
        step(&officer, &case, "decide", &decided).expect(303);
        assert!(due(&app).contains(&"due-harm-too-late"));
        let page = officer.get(&format!("{case}/appeal")).expect(200);
        assert!(page.has("senest 01.06.2026. Den fristen er ikke holdt"), "{page:?}");

        assert!(step(&officer, &case, "send-back", &[]).expect(422).has("Skriv en begrunnelse."));
        step(&officer, &case, "send-back", &[("back", "Fristen i § 34 er oversittet.")]).expect(303);
        assert_eq!(due(&app), ["due-sent-back"]);
        let file = text_of(&officer.post(&format!("{case}/bundle"), &[]).expect(200).bytes);
        assert!(file.contains("Fristen i § 34 er oversittet."), "{file}");

        let again = [RESULT, ("decided_on", "2026-06-16"), ("decision_arrived", "2026-06-16")];
        step(&officer, &case, "decide", &again).expect(303);
        step(&officer, &case, "notify", &TOLD).expect(303);
        let told = newest_letter(&officer);
        assert!(told.contains("1. juni 2026, og den fristen er ikke holdt"), "{told}");
        assert!(due(&app).is_empty());
    });
}
