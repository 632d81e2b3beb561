use super::{GRANT, act, cases, decide, letter, set_up_letters, write};
use crate::app::{Page, Person, TestApp};
use crate::appeals::{register, step};
use crate::documents::text_of;

/// Where they live; nobody outside may learn it.
const STREET: &str = "Skjulvegen";

/// The words of every letter that waits, and of what the pages say of them.
fn queued(officer: &Person<'_>) -> Vec<String> {
    let page = officer.get("/letters/queue").expect(200);
    let ids: Vec<String> = page
        .text()
        .split("name=\"letter\" value=\"")
        .skip(1)
        .filter_map(|rest| Some(rest.split_once('"')?.0.to_owned()))
        .collect();
    let read = |id: &String| text_of(&officer.get(&format!("/letters/{id}")).expect(200).bytes);
    ids.iter().map(read).chain([page.text().to_owned()]).collect()
}

/// Writes every letter that an officer can write at any time.
fn write_the_others(officer: &Person<'_>, case: &str) {
    let said = [
        ("action", "send"),
        ("form", "NB"),
        ("day", "2026-04-01"),
        ("text", "Vi trenger mer tid."),
        ("items", "Lønnsslipp"),
        ("legal_basis", "forvaltningsloven § 16"),
        ("to_unit", "NAV"),
        ("to_contact", "55 55 33 33"),
    ];
    for choice in ["receipt", "interim", "documents", "notice", "forwarding"] {
        officer.post(&format!("{case}/letters/{choice}"), &said).expect(303);
    }
}

#[test]
fn a_protected_address_is_in_no_letter_no_bundle_and_no_file_for_dispatch() {
    let app = TestApp::new();
    set_up_letters(&app);
    let (officer, leader) = (app.insider(), app.insider_leader());
    for (level, family) in [("FORTROLIG", "Holm"), ("STRENGT", "Hemmingsen")] {
        let [help, case] = cases(&officer, family, "Nora", &[("protection", level)]);
        let address = [("post_address_shown", "true"), ("post_address", "Skjulvegen 99\n7600 Fjordvik")];
        let fields: Vec<_> = GRANT.into_iter().chain(address).collect();
        officer.post(&format!("{case}/decision"), &[("outcome", "INNVILGET")]).expect(303);
        write(&officer, &case, "save", &fields).expect(303);
        let page = officer.get(&format!("{case}/decision")).expect(200);
        assert!(page.has("Adressen er skjermet") && !page.has(STREET), "{page:?}");
        write(&officer, &case, "submit", &fields).expect(303);
        act(&leader, &case, "signature", &[]).expect(303);
        write_the_others(&officer, &help);
    }
    let letters = queued(&officer);
    assert_eq!(letters.len(), 13, "six letters each, and the page");
    for text in &letters {
        assert!(!text.contains(STREET), "{text}");
    }
    assert!(letters.iter().filter(|text| text.contains("Nora Hemmingsen")).count() >= 6, "{letters:?}");

    // Outside the group neither the decision nor its letter exists.
    let outsider = app.caseworker();
    let [_, case] = cases(&officer, "Hemmelig", "Ada", &[("protection", "STRENGT")]);
    decide(&officer, &leader, &case, &GRANT);
    let hidden = letter(&officer, &case);
    outsider.get(&format!("{case}/decision")).expect(404);
    outsider.get(&hidden).expect(404);
    let queue = outsider.get("/letters/queue").expect(200);
    assert!(!queue.has("Hemmelig") && queue.has("Holm"), "{queue:?}");
}

#[test]
fn an_address_that_was_in_an_older_letter_can_be_hidden_before_the_file_goes_to_anybody() {
    let app = TestApp::new();
    set_up_letters(&app);
    let (officer, colleague, leader) = (app.insider(), app.insider(), app.insider_leader());
    let [_, case] = cases(&officer, "Vik", "Nora", &[]);
    let address = [("post_address_shown", "true"), ("post_address", "Skjulvegen 99\n7600 Fjordvik")];
    let fields: Vec<_> = GRANT.into_iter().chain(address).collect();
    decide(&officer, &leader, &case, &fields);
    super::send_all(&officer, "2026-03-01");
    assert!(text_of(&officer.get(&letter(&officer, &case)).expect(200).bytes).contains(STREET), "it was no secret yet");
    raise(&officer, &case);

    register(&officer, &case, "2026-03-01").expect(303);
    step(&officer, &case, "time", &[]).expect(303);
    step(&colleague, &case, "reconsider", &[("reconsideration", "OPPRETTHOLDT")]).expect(303);
    step(&colleague, &case, "forward", &[("reason", "Fire rom er nok.")]).expect(303);
    assert!(queued(&officer).iter().all(|text| !text.contains(STREET)), "letters about the appeal have no address");

    let page = officer.get(&format!("{case}/appeal")).expect(200);
    assert!(page.has("Adressen er skjermet. Se etter den i dokumentene"), "{page:?}");
    let decision = letter(&officer, &case).replace("/letters/", "");
    let pages = format!("pages-{decision}");
    for whom in ["", "body"] {
        let file = |fields: &[(&str, &str)]| {
            let fields = [fields, &[("for", whom)]].concat();
            text_of(&officer.post(&format!("{case}/bundle"), &fields).expect(200).bytes)
        };
        assert!(file(&[]).contains(STREET), "the officer has not looked");
        assert!(!file(&[(&pages, "1")]).contains(STREET), "{whom}");
    }
}

/// The party's address becomes strictly confidential.
fn raise(officer: &Person<'_>, case: &str) {
    let page: Page = officer.get(&format!("{case}/decision")).expect(200);
    let text = page.text();
    let (_, rest) = text.split_once("href=\"/people/").expect("the party");
    let person = format!("/people/{}", rest.split_once('"').expect("its end").0);
    let version = officer.get(&person).expect(200).value("version").expect("a form");
    let raised = [("version", version.as_str()), ("protection", "STRENGT"), ("reason", "Melding fra registeret")];
    officer.post(&format!("{person}/protection"), &raised).expect(303);
}
