//! Appeals: from the letter that arrived to the file at the appeal body, and who may handle them.

use crate::app::{Page, Person, TestApp};
use crate::decisions::{GRANT, cases, decide, send_all, set_up_letters};
use husrom::office::{Actor, appeals};

/// Makes a step with the appeal in a case.
fn step(officer: &Person<'_>, case: &str, step: &str, fields: &[(&str, &str)]) -> Page {
    let page = officer.get(&format!("{case}/appeal")).expect(200);
    let version = page.value("version").expect("an appeal is under way");
    let mut all = vec![("version", version.as_str()), ("step", step)];
    all.extend(fields);
    officer.post(&format!("{case}/appeal/steps"), &all)
}

/// What the work list is told of decisions and appeals.
pub fn due(app: &TestApp) -> Vec<&'static str> {
    let due = appeals::due(app.office(), &Actor::operator()).expect("the operator may look");
    due.iter().map(|due| due.what.text_key()).collect()
}

fn register(officer: &Person<'_>, case: &str, received: &str) -> Page {
    let fields = [("received", received), ("signed", "true"), ("wanted", "Vi trenger tre soverom.")];
    officer.post(&format!("{case}/appeal"), &fields)
}

#[test]
fn an_appeal_is_timed_looked_at_by_somebody_else_and_forwarded_with_the_whole_file() {
    TestApp::on_each(|app| {
        set_up_letters(app);
        let (officer, colleague, leader) = (app.caseworker(), app.caseworker(), app.leader());
        let [_, case] = cases(&officer, "Fossum", "Gry", &[]);
        assert!(register(&officer, &case, "2026-03-01").expect(422).has("ikke noe vedtak å klage på"));
        decide(&officer, &leader, &case, &GRANT);
        send_all(&officer, "2026-03-01");
        assert!(register(&officer, &case, "2026-02-20").expect(422).has("kan ikke være før vedtaket"));
        register(&officer, &case, "2026-03-01").expect(303);
        let page = officer.get(&format!("{case}/appeal")).expect(200);
        for text in ["Klage mottatt 01.03.2026", "Avgjør om klagen er i tide", "22.03.2026", "01.06.2026"] {
            assert!(page.has(text), "{text}: {page:?}");
        }
        assert!(officer.get("/letters/queue").expect(200).has("klagen din"), "the party is told that it has come");
        assert_eq!(due(app), ["due-to-be-timed"]);
        step(&officer, &case, "time", &[]).expect(303);
        let own = step(&leader, &case, "reconsider", &[("reconsideration", "OPPRETTHOLDT")]).expect(422);
        assert!(own.has("L1.11"), "{own:?}");
        step(&colleague, &case, "reconsider", &[("reconsideration", "OPPRETTHOLDT")]).expect(303);
        assert!(step(&colleague, &case, "forward", &[]).expect(422).has("Skriv en begrunnelse."));
        step(&colleague, &case, "forward", &[("reason", "Fire rom er nok etter romnormen.")]).expect(303);

        let bundle = colleague.post(&format!("{case}/bundle"), &[("for", "body")]).expect(200);
        assert!(bundle.bytes.starts_with(b"%PDF") && bundle.header("content-type") == "application/pdf");
        step(&colleague, &case, "decide", &[("result", "OPPHEVET")]).expect(303);
        let told = [("text", "Saken behandles på nytt."), ("reason", "Barnas behov er ikke vurdert.")];
        step(&colleague, &case, "notify", &told).expect(303);
        let page = officer.get(&format!("{case}/appeal")).expect(200);
        assert!(page.has("Parten har fått beskjed") && page.has("Klagen fører til et nytt vedtak"), "{page:?}");
    });
}

#[test]
fn two_who_handle_an_appeal_at_once_get_a_calm_page() {
    let app = TestApp::new();
    set_up_letters(&app);
    let (officer, leader, colleague) = (app.caseworker(), app.leader(), app.caseworker());
    let [_, case] = cases(&officer, "Sand", "Liv", &[]);
    decide(&officer, &leader, &case, &GRANT);
    register(&officer, &case, "2026-03-01").expect(303);
    let version = colleague.get(&format!("{case}/appeal")).expect(200).value("version").expect("an appeal");
    step(&officer, &case, "time", &[]).expect(303);
    let late = colleague.post(&format!("{case}/appeal/steps"), &[("version", &version), ("step", "time")]).expect(409);
    assert!(late.has("Noen andre har gjort noe med klagen"), "{late:?}");
}

#[test]
fn reasons_demanded_interrupt_the_period_and_a_new_one_runs_from_when_they_arrive() {
    let app = TestApp::new();
    set_up_letters(&app);
    let (officer, leader) = (app.caseworker(), app.leader());
    let [_, case] = cases(&officer, "Berge", "Tor", &[]);
    decide(&officer, &leader, &case, &GRANT);
    send_all(&officer, "2026-03-01");
    let place = format!("{case}/appeal");
    let demand = |arrived: &str| {
        let version = officer.get(&place).expect(200).value("version").expect("a form");
        officer.post(
            &format!("{place}/reasons"),
            &[("version", &version), ("demanded", "2026-03-01"), ("arrived", arrived)],
        )
    };
    demand("").expect(303);
    assert!(officer.get(&case).expect(200).has("Avbrutt 01.03.2026"));
    assert!(demand("2026-02-01").expect(422).has("kan ikke ha kommet før"));
    demand("2026-03-01").expect(303);
    // Three weeks from Sunday 1 March is Sunday 22 March: Monday 23 March 2026.
    assert!(officer.get(&case).expect(200).has("23.03.2026, regnet fra 01.03.2026 da begrunnelsen kom fram"));
}

#[test]
fn a_party_sees_the_documents_of_the_case_and_the_sharing_is_logged() {
    let app = TestApp::new();
    set_up_letters(&app);
    let (officer, leader, outsider) = (app.insider(), app.insider_leader(), app.caseworker());
    let [_, case] = cases(&officer, "Hemmingsen", "Nora", &[("protection", "STRENGT")]);
    let place = format!("{case}/bundle");
    assert!(officer.post(&place, &[]).expect(422).has("Det er ingen dokumenter i saken"));
    decide(&officer, &leader, &case, &GRANT);
    let bundle = officer.post(&place, &[]).expect(200);
    assert!(bundle.bytes.starts_with(b"%PDF") && bundle.header("content-disposition").contains("innsyn.pdf"));
    outsider.post(&place, &[]).expect(404);
    let journal = app.auditor().get("/journal").expect(200);
    assert!(!journal.has(&case), "nobody outside the group is led to the case: {journal:?}");
}
