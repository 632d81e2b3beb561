//! Applications by hand: entered, listed on any day, moved on, and hidden with a protected applicant.

use crate::app::{Person, TestApp};
use crate::people::{enter, number};
use housing::decisions::Outcome;
use husrom::office::Office;
use husrom::store::{StoreError, cases};
use jiff::civil::date;

/// Enters an application of somebody on the register and answers the address of its page.
pub fn apply(officer: &Person<'_>, person: &str, more: &[(&str, &str)]) -> String {
    let id = person.trim_start_matches("/people/");
    let mut fields = vec![("applicant", id), ("kind", "NY"), ("received", "2026-01-10")];
    fields.retain(|(name, _)| more.iter().all(|(other, _)| other != name));
    fields.extend(more);
    officer.post("/applications/new", &fields).expect(303).location().to_owned()
}

#[test]
fn the_applicant_is_found_first_and_what_came_in_stands_on_the_page() {
    let app = TestApp::new();
    let officer = app.caseworker();
    let person = enter(&officer, "Fossum", "Gry", &[("identity", &number(date(1988, 8, 8)))]);
    let found = officer.get("/applications/new?q=foss").expect(200);
    let link = format!("/applications/new?applicant={}", person.trim_start_matches("/people/"));
    assert!(found.has(&link) && found.has("Gry Fossum"), "{found:?}");
    assert!(officer.get(&link).expect(200).has("Gry Fossum"));

    let more =
        [("adults", "1"), ("children", "2"), ("situation", "TRANGT"), ("target_groups", "OKON"), ("income", "21 500")];
    let place = apply(&officer, &person, &more);
    let page = officer.get(&place).expect(200);
    for text in
        ["Søknad 2026/00001", "50 dager", "10.02.2026", "Fristen er ute", "1 voksen og 2 barn", "Bor for trangt"]
    {
        assert!(page.has(text), "{text}: {page:?}");
    }
    assert!(officer.get("/search/suggestions?q=2026/1").expect(200).has("2026/00001 Gry Fossum"));
    let case = officer.get("/search?q=2026/1-1").expect(200);
    assert!(case.has("2026/00001-1 Gry Fossum") && case.has("href=\"/cases/"), "{case:?}");
    assert!(!officer.get("/search?q=2026/1-9").expect(200).has("href=\"/cases/"), "there is no ninth case");
    assert!(officer.get(&person).expect(200).has(&place));
}

#[test]
fn somebody_new_applies_in_one_form_and_everything_wrong_is_named() {
    let app = TestApp::new();
    let officer = app.caseworker();
    let wrong = [
        ("applicant", "new"),
        ("received", "2030-01-01"),
        ("children", "2"),
        ("income", "mye"),
        ("identity", "123"),
        ("note", "Ringte"),
    ];
    let page = officer.post("/applications/new", &wrong).expect(422);
    for text in [
        "Skriv etternavnet.",
        "ikke kommet ennå",
        "hvor mange voksne",
        "«mye» kan ikke stå her. Skriv et beløp fra 0",
        "kontrollsifrene",
    ] {
        assert!(page.has(text), "{text}: {page:?}");
    }
    assert!(page.has("Ringte"), "nothing typed is lost");
    let right = [("applicant", "new"), ("family", "Myhre"), ("given", "Pål"), ("received", "2026-02-28")];
    let place = officer.post("/applications/new", &right).expect(303).location().to_owned();
    assert!(officer.get(&place).expect(200).has("Pål Myhre"));
    assert!(officer.get("/people?application=true").expect(200).has("Myhre, Pål"));
}

/// The cases of an application were decided before the register was taken into use.
pub fn decided_before_us(office: &Office, application: &str) {
    let closed = office.store().write::<_, StoreError>(|tx| {
        let open = cases::of_application(tx, application)?.into_iter().filter(|case| case.closed.is_none());
        for case in open.collect::<Vec<_>>() {
            cases::set_closed(tx, &case.id, Some(case.received), Some(Outcome::Grant.code()))?;
        }
        Ok(())
    });
    closed.expect("its cases can be closed");
}

#[test]
fn what_only_a_decision_leads_to_is_not_set_by_hand_while_a_case_waits() {
    TestApp::on_each(|app| {
        let officer = app.caseworker();
        let person = enter(&officer, "Sand", "Liv", &[]);
        let place = apply(&officer, &person, &[]);
        let page = officer.get(&place).expect(200);
        assert!(page.has("<option value=\"BORTFALT\"") && page.has("/decision\">2026/00001-2</a>"), "{page:?}");
        let version = page.value("version").expect("a form");
        for status in ["VEDTATT_JA", "VEDTATT_NEI", "AVVIST", "VENTELISTE", "TILBUD", "TAKKETNEI", "KONTRAKT"] {
            assert!(!page.has(&format!("<option value=\"{status}\"")), "{status} is not among the choices");
            let typed = [("version", version.as_str()), ("status", status), ("from", "2026-02-01")];
            let refused = officer.post(&format!("{place}/status"), &typed).expect(422);
            assert!(refused.has("Vedtaket mangler i 2026/00001-1, 2026/00001-2."), "{status}: {refused:?}");
        }
        let id = place.trim_start_matches("/applications/");
        let cases = app.office().store().read(|tx| cases::of_application(tx, id)).expect("its cases");
        assert!(cases.iter().all(|case| case.closed.is_none()), "nothing was decided by it: {cases:?}");
    });
}

#[test]
fn a_status_has_its_day_and_the_list_knows_what_was_true_then() {
    let app = TestApp::new();
    let officer = app.caseworker();
    let person = enter(&officer, "Sand", "Liv", &[]);
    let place = apply(&officer, &person, &[("adults", "2"), ("children", "0"), ("officer", "lhn")]);
    let version = officer.get(&place).expect(200).value("version").expect("a form");
    let status = format!("{place}/status");
    decided_before_us(app.office(), place.trim_start_matches("/applications/"));
    let too_early = [("version", version.as_str()), ("status", "VEDTATT_NEI"), ("from", "2026-01-01")];
    assert!(officer.post(&status, &too_early).expect(422).has("før søknaden kom inn"));
    let refused = [("version", version.as_str()), ("status", "VEDTATT_NEI"), ("from", "2026-02-01")];
    officer.post(&status, &refused).expect(303);
    let page = officer.get(&place).expect(200);
    assert!(page.has("Avslått") && page.has("01.02.2026") && page.has("22 dager"), "{page:?}");
    officer.post(&status, &refused).expect(409);

    let lists = |query: &str| officer.get(&format!("/applications?{query}")).expect(200).has("Sand, Liv");
    assert!(!lists("status=open") && lists("status=VEDTATT_NEI"));
    assert!(lists("status=open&on=2026-01-31") && !lists("status=open&on=2026-01-09"));
    assert!(lists("from=2026-01-10&to=2026-01-10") && !lists("to=2026-01-09"));
    assert!(lists("children=no&officer=lhn") && !lists("children=yes"));
    let file = officer.get("/applications?status=VEDTATT_NEI&format=csv").expect(200);
    assert!(file.has("2026/00001;Sand, Liv;10.01.2026"), "{file:?}");
}

#[test]
fn two_who_change_an_application_at_once_see_both_versions() {
    let app = TestApp::new();
    let officer = app.caseworker();
    let person = enter(&officer, "Berge", "Tor", &[]);
    let place = apply(&officer, &person, &[]);
    let edit = format!("{place}/edit");
    let send = |version: &str, area: &str| {
        officer.post(&edit, &[("version", version), ("received", "2026-01-10"), ("wished_area", area)])
    };
    send("1", "Sentrum").expect(303);
    let conflict = send("1", "Vinne").expect(409);
    assert!(conflict.has("Sentrum") && conflict.has("Vinne"), "{conflict:?}");
    send(&conflict.value("version").expect("a form"), "Vinne").expect(303);
    assert!(officer.get("/applications?area=Vinne").expect(200).has("Berge, Tor"));
}

#[test]
fn a_strictly_protected_applicant_is_nowhere_for_those_outside_the_group() {
    let app = TestApp::new();
    let (insider, outsider, leader) = (app.insider(), app.caseworker(), app.leader());
    let person = enter(&insider, "Hemmingsen", "Nora", &[("protection", "STRENGT")]);
    let place = apply(&insider, &person, &[("wished_area", "Skjulvika"), ("officer", "lhn")]);
    assert!(insider.get("/applications").expect(200).has("Hemmingsen"));
    for officer in [&outsider, &leader] {
        officer.get(&place).expect(404);
        officer.get(&format!("{place}/edit"));
        for page in [
            "/applications",
            "/applications?status=open",
            "/applications?area=Skjulvika",
            "/applications?on=2026-02-01",
            "/applications?format=csv",
            "/applications/new?q=hemmingsen",
            "/people?application=true",
            "/search?q=2026/1",
            "/search?q=hemmingsen",
            "/search/suggestions?q=2026/00001",
        ] {
            let answer = officer.get(page).expect(200);
            assert!(!answer.has("Hemmingsen") && !answer.has(&place), "{page}: {answer:?}");
        }
    }
}
