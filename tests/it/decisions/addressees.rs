//! What letters and files tell of whom.

use crate::app::TestApp;
use crate::decisions::{GRANT, cases, decide, set_up_letters};
use crate::documents::text_of;
use crate::people::enter;

/// What somebody hidden says of where they are, in every field that asks.
const WHERE: [(&str, &str); 8] = [
    ("address", "Skjulestien 1"),
    ("home_address", "Skjulestien 2"),
    ("landlord", "Krisesenteret Skjulestien"),
    ("wished_area", "Skjulestien nord"),
    ("other_areas", "Skjulestien sør"),
    ("services", "Vakten i Skjulestien"),
    ("contact_person", "Skjulestiens leder"),
    ("responsible", "Fengslet i Skjulestien"),
];

#[test]
fn the_file_of_somebody_protected_does_not_tell_where_they_are() {
    let app = TestApp::new();
    set_up_letters(&app);
    let officer = app.insider();
    for (level, hidden) in [("UGRADERT", false), ("FORTROLIG", true), ("STRENGT", true)] {
        let person = enter(&officer, "Hemmingsen", level, &[("protection", level)]);
        let least = [("applicant", person.trim_start_matches("/people/")), ("received", "2026-02-10"), ("kind", "NY")];
        let fields: Vec<_> = least.into_iter().chain(WHERE).chain([("leaves_place", "FENGSEL")]).collect();
        let place = officer.post("/applications/new", &fields).expect(303).location().to_owned();
        let page = officer.get(&place).expect(200).text();
        let case = page.split("href=\"/cases/").nth(2).and_then(|rest| rest.split_once('"')).expect("a case").0;
        let file = text_of(&officer.post(&format!("/cases/{case}/bundle"), &[]).expect(200).bytes);
        assert_eq!(!file.contains("Skjulestien"), hidden, "{level}: {file}");
    }
}

#[test]
fn the_partys_own_copy_is_about_nobody_else() {
    let app = TestApp::new();
    set_up_letters(&app);
    let (officer, leader) = (app.caseworker(), app.leader());
    let [_, case] = cases(&officer, "Fossum", "Gry", &[]);
    let page = officer.get(&case).expect(200).text();
    let (_, rest) = page.split_once("href=\"/applications/").expect("its application");
    let application = format!("/applications/{}", rest.split_once('"').expect("its end").0);
    let lawyer = [("action", "add"), ("rep_role", "LAWYER"), ("rep_name", "Full Mektigsen"), ("rep_copies", "true")];
    officer.post(&format!("{application}/representatives"), &lawyer).expect(303);
    decide(&officer, &leader, &case, &GRANT);
    let queue = officer.get("/letters/queue").expect(200).text();
    let ids = queue.split("name=\"letter\" value=\"").skip(1).filter_map(|rest| Some(rest.split_once('"')?.0));
    let letters: Vec<String> =
        ids.map(|id| text_of(&officer.get(&format!("/letters/{id}")).expect(200).bytes)).collect();
    assert!(letters.iter().any(|letter| letter.contains("Gjelder: Gry Fossum")), "the lawyer's: {letters:?}");
    assert!(letters.iter().all(|letter| !letter.contains("Gjelder: Full Mektigsen")), "{letters:?}");
}
