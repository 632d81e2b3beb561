//! The letters of a case under way: found from the case, half filled in, stopped when they lack something, and queued.

use crate::app::{Page, Person, TestApp};
use crate::decisions::{cases, set_up_letters};

/// The text in a field of several lines.
fn text_of(page: &Page, field: &str) -> String {
    let text = page.text();
    let (_, from) = text.split_once(&format!("name=\"{field}\"")).expect("the field is there");
    from.split_once('>').expect("a tag ends").1.split_once("</textarea>").expect("a field ends").0.trim().to_owned()
}

/// How many letters wait to be sent.
fn queued(officer: &Person<'_>) -> usize {
    officer.get("/letters/queue").expect(200).text().matches("name=\"letter\"").count()
}

#[test]
fn an_interim_answer_is_written_from_the_case_and_moves_what_is_due() {
    TestApp::on_each(|app| {
        set_up_letters(app);
        let officer = app.caseworker();
        let [_, case] = cases(&officer, "Dahl", "Eva", &[]);
        let shown = officer.get(&case).expect(200);
        let letter = format!("{case}/letters/interim");
        assert!(shown.has(&format!("href=\"{letter}\"")), "the deadline leads to the letter that keeps it: {shown:?}");

        let form = officer.get(&letter).expect(200);
        assert_eq!(form.value("day").as_deref(), Some("2026-03-16"), "a fortnight, on a working day");
        let refused = officer.post(&letter, &[("action", "send"), ("day", "2026-04-01"), ("text", "")]).expect(422);
        assert_eq!(refused.value("day").as_deref(), Some("2026-04-01"), "what was typed stays: {refused:?}");
        let sent = [("action", "send"), ("day", "2026-04-01"), ("text", "Vi venter på opplysninger fra NAV.")];
        officer.post(&letter, &sent).expect(303);
        assert!(officer.get(&case).expect(200).has("01.04.2026"), "the promise is what is due");
        assert_eq!(queued(&officer), 1);
    });
}

#[test]
fn every_letter_of_a_case_is_found_from_it_and_queued() {
    let app = TestApp::new();
    set_up_letters(&app);
    let officer = app.caseworker();
    let [case, _] = cases(&officer, "Dahl", "Eva", &[]);
    let letters: [(&str, &[(&str, &str)]); 4] = [
        ("receipt", &[]),
        ("documents", &[("items", "Leiekontrakten"), ("day", "2026-03-20")]),
        (
            "notice",
            &[
                ("text", "Vi vurderer å avvise søknaden."),
                ("items", "Søknaden er ikke signert"),
                ("legal_basis", "forvaltningsloven § 16"),
                ("day", "2026-03-20"),
            ],
        ),
        ("forwarding", &[("to_unit", "NAV Fjordvik"), ("text", "NAV avgjør slike saker.")]),
    ];
    for (choice, fields) in letters {
        let shown = officer.get(&case).expect(200);
        assert!(shown.has(&format!("href=\"{case}/letters/{choice}\"")), "{choice}: {shown:?}");
        let mut fields = fields.to_vec();
        fields.push(("action", "send"));
        officer.post(&format!("{case}/letters/{choice}"), &fields).expect(303);
    }
    assert_eq!(queued(&officer), letters.len());
}

#[test]
fn what_an_application_lacks_is_asked_for_without_being_typed() {
    TestApp::on_each(|app| {
        let officer = app.caseworker();
        let fields = [("applicant", "new"), ("family", "Myhre"), ("given", "Pål"), ("received", "2026-02-10")];
        let application = officer.post("/applications/new", &fields).expect(303).location().to_owned();
        let page = officer.get(&application).expect(200).text();
        let case = page.split_once("href=\"/cases/").expect("a case").1.split_once('"').expect("an address").0;
        let form = officer.get(&format!("/cases/{case}/letters/documents")).expect(200);
        assert!(text_of(&form, "items").contains("Signatur"), "{form:?}");
    });
}
