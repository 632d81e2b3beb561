//! The letters of a case under way: found from the case, half filled in, stopped when they lack something, and queued.

use crate::app::{Page, Person, TestApp};
use crate::decisions::{cases, send_all, set_up_letters};
use crate::stated::registered;
use husrom::access::Role;
use husrom::office::letters::{self, FolderChannel};
use husrom::office::{Actor, OfficeError};
use serde_json::json;

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
        assert_eq!(queued(&officer), 1);
        let due = |officer: &Person<'_>| officer.get(&case).expect(200).has("Svar er lovet innen");
        assert!(!due(&officer), "nothing is promised by a letter that lies in the queue");
        send_all(&officer, "2026-03-01");
        assert!(due(&officer) && officer.get(&case).expect(200).has("01.04.2026"), "the promise is what is due");
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

#[test]
fn the_dispatch_folder_tells_where_each_letter_goes_and_never_a_protected_address() {
    TestApp::on_each(|app| {
        set_up_letters(app);
        let insider = app.insider();
        let actor = Actor { id: insider.id.clone(), name: String::new(), role: Role::Caseworker, sees_protected: true };
        let folder = tempfile::tempdir().expect("a folder");
        let channel = FolderChannel { folder: folder.path().to_owned() };
        let queued = || {
            let letters = letters::queue(app.office(), &actor).expect("the queue");
            letters.into_iter().map(|letter| letter.waiting.dispatch.document).collect::<Vec<_>>()
        };
        let told = |document: &str| {
            let text = std::fs::read_to_string(folder.path().join(format!("{document}.json"))).expect("it is there");
            let told: serde_json::Value = serde_json::from_str(&text).expect("JSON");
            told["recipients"][0].clone()
        };
        let hand_over = || letters::hand_over(app.office(), &actor, &queued(), &channel);
        let address = ("address", "Storgata 1, 7600 Fjordvik");
        let protected = [address, ("given", "Nora"), ("protection", "STRENGT")];
        for (more, delivery, lines) in [
            (&[address][..], "ADDRESS", json!(["Storgata 1", "7600 Fjordvik"])),
            (&[("given", "Ola")], "BY_HAND_OF_OFFICE", json!([])),
            (&protected, "POPULATION_REGISTER", json!(null)),
        ] {
            let (_, case) = registered(&insider, more);
            insider.post(&format!("{case}/letters/receipt"), &[("action", "send")]).expect(303);
            let document = queued().remove(0);
            hand_over().expect("it is handed over");
            let recipient = told(&document);
            assert_eq!((&recipient["delivery"], &recipient["address"]), (&json!(delivery), &lines), "{recipient}");
        }
        // Protected after the letter was made: it does not leave with the address that stands on it.
        let (place, case) = registered(&insider, &[address, ("given", "Siri")]);
        insider.post(&format!("{case}/letters/receipt"), &[("action", "send")]).expect(303);
        let page = insider.get(&place).expect(200).text();
        let person = page.split_once("href=\"/people/").expect("the applicant").1.split_once('"').expect("an end").0;
        let form = format!("/people/{person}/protection");
        let version = insider.get(&format!("/people/{person}")).expect(200).value("version").expect("a form");
        let raised = [("version", version.as_str()), ("protection", "STRENGT"), ("reason", "Melding fra registeret")];
        insider.post(&form, &raised).expect(303);
        let refused = hand_over().expect_err("it is stopped");
        assert!(matches!(&refused, OfficeError::Invalid(why) if why[0].text == "letter-problem-protected-since"));
        assert_eq!(queued().len(), 1, "it waits still");
    });
}
