//! A dismissal is a decision of its own: told with its law and its days, and appealed in its turn.

use super::{due, granted, newest_letter, register, step};
use crate::app::{Person, TestApp};
use crate::decisions::send_all;
use jiff::civil::date;

/// An appeal on a decision of 1 March 2026, dismissed as too late on 4 May by the two, its letter sent that day.
fn dismissed(one: &Person<'_>, other: &Person<'_>, case: &str) {
    register(one, case, "2026-05-04").expect(303);
    step(one, case, "time", &[("handed_in", "2026-05-03")]).expect(303);
    step(one, case, "dismiss-late", &[("reason", "Ingen grunn til at den kom sent.")]).expect(303);
    step(other, case, "confirm-dismissal", &[]).expect(303);
}

/// The dismissal as the form for a new appeal names it.
fn dismissal(officer: &Person<'_>, case: &str) -> String {
    let page = officer.get(&format!("{case}/appeal")).expect(200).text();
    let (_, rest) = page.split_once("id=\"dismissal_of-").expect("the decision can be chosen");
    let (_, rest) = rest.split_once("id=\"dismissal_of-").expect("the dismissal can be chosen");
    rest.split_once('"').expect("its end").0.to_owned()
}

#[test]
fn the_letter_says_by_which_law_when_the_time_ended_and_who_stood_behind_it() {
    TestApp::for_days_on_each(|app| {
        let case = granted(&app);
        let app = app.reopened_on(date(2026, 5, 4));
        let (one, other) = (app.caseworker(), app.caseworker());
        dismissed(&one, &other, &case);
        let told = newest_letter(&one);
        for text in [
            "forvaltningsloven §§ 29, 31 og 33",
            "Klagefristen gikk ut 27. mars 2026. Det er tre uker etter 6. mars 2026",
            "Klagen ble levert 3. mai 2026.",
            "innen 1. juni 2026. Det er tre uker etter",
            "Klagen blir avgjort av kommunens klagenemnd",
        ] {
            assert!(told.contains(text), "{text}: {told}");
        }
        let named = |who: &Person<'_>| told.contains(&format!("Prøve {}", who.login));
        assert!(named(&one) && named(&other), "both are named: {told}");
    });
}

#[test]
fn an_appeal_on_a_dismissal_is_counted_from_it_judged_by_others_and_takes_up_the_first() {
    TestApp::for_days_on_each(|app| {
        let case = granted(&app);
        let app = app.reopened_on(date(2026, 5, 4));
        dismissed(&app.caseworker(), &app.caseworker(), &case);
        send_all(&app.caseworker(), "2026-05-04");
        let app = app.reopened_on(date(2026, 5, 20));
        let (officer, colleague) = (app.caseworker(), app.caseworker());
        let of = dismissal(&officer, &case);
        let fields =
            [("received", "2026-05-20"), ("signed", "true"), ("wanted", "Jeg var syk."), ("dismissal_of", &of)];
        officer.post(&format!("{case}/appeal"), &fields).expect(303);
        assert!(newest_letter(&officer).contains("avvisningen 4. mai 2026 av den første klagen din"));
        step(&officer, &case, "time", &[]).expect(303);
        let page = officer.get(&format!("{case}/appeal")).expect(200);
        assert!(page.has("I tide") && page.has("den første klagen ble avvist 04.05.2026"), "{page:?}");

        step(&colleague, &case, "reconsider", &[("reconsideration", "MEDHOLD")]).expect(303);
        let told = [("text", "Vi behandler klagen."), ("reason", "Du var innlagt.")];
        step(&colleague, &case, "notify", &told).expect(303);
        let told = newest_letter(&officer);
        assert!(told.contains("avvisningen er opphevet, og den første klagen din skal behandles"), "{told}");
        assert!(due(&app).contains(&"due-forward-by"), "the first appeal is to be handled: {:?}", due(&app));
        let page = officer.get(&format!("{case}/appeal")).expect(200);
        assert!(page.has("Tatt opp etter klage på avvisningen"), "{page:?}");
        step(&colleague, &case, "reconsider", &[("reconsideration", "OPPRETTHOLDT")]).expect(303);
        step(&colleague, &case, "forward", &[("reason", "Fire rom er nok.")]).expect(303);
    });
}

#[test]
fn a_neighbour_without_the_right_to_appeal_is_dismissed_with_the_law() {
    TestApp::on_each(|app| {
        let case = granted(app);
        let (one, other) = (app.caseworker(), app.caseworker());
        register(&one, &case, "2026-03-01").expect(303);
        step(&one, &case, "time", &[]).expect(303);
        assert!(step(&one, &case, "dismiss", &[("reason", "Nabo.")]).expect(422).has("Velg ett av alternativene"));
        let why = [("dismissal", "IKKE_KLAGERETT"), ("reason", "En nabo har ikke rettslig klageinteresse.")];
        step(&one, &case, "dismiss", &why).expect(303);
        step(&other, &case, "confirm-dismissal", &[]).expect(303);
        let told = newest_letter(&one);
        assert!(told.contains("Du har ikke rett til å klage") && told.contains("§§ 28 og 33"), "{told}");
        assert!(!told.contains("Klagefristen gikk ut"), "{told}");
    });
}
