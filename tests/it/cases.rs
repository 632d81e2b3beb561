//! Cases: opened by an application, passed on, put on hold and closed, and hidden with a protected applicant.

use crate::app::{Person, TestApp};
use crate::people::enter;
use husrom::office::{Actor, units};

/// Enters an application and answers the addresses of its cases, in their order.
pub fn cases_of(officer: &Person<'_>, person: &str, more: &[(&str, &str)]) -> Vec<String> {
    let id = person.trim_start_matches("/people/");
    let mut fields = vec![("applicant", id), ("received", "2026-02-10"), ("kind", "NY")];
    fields.retain(|(name, _)| more.iter().all(|(other, _)| other != name));
    fields.extend(more);
    let place = officer.post("/applications/new", &fields).expect(303).location().to_owned();
    let page = officer.get(&place).expect(200).text();
    page.split("href=\"/cases/")
        .skip(1)
        .filter_map(|rest| Some(format!("/cases/{}", rest.split_once('"')?.0)))
        .filter(|address| !address.ends_with("/decision"))
        .collect()
}

fn version(officer: &Person<'_>, case: &str) -> String {
    officer.get(case).expect(200).value("version").expect("a form")
}

#[test]
fn whatever_form_was_used_the_cases_of_the_law_are_opened() {
    TestApp::on_each(|app| {
        let officer = app.caseworker();
        let person = enter(&officer, "Fossum", "Gry", &[]);
        let kinds = |kind: &str| {
            let cases = cases_of(&officer, &person, &[("kind", kind)]);
            cases.iter().map(|case| officer.get(case).expect(200)).map(|page| kicker(&page.text())).collect::<Vec<_>>()
        };
        assert_eq!(kinds("NY"), ["Bistand etter boligsosialloven", "Kommunal bolig"]);
        assert_eq!(kinds("BOSL"), ["Bistand etter boligsosialloven"]);
        assert_eq!(kinds("FORL"), ["Bistand etter boligsosialloven", "Forlengelse av leie i kommunal bolig"]);
        assert!(kinds("OPPTAK").is_empty());
        // A form that does not say is an application for a home.
        assert_eq!(kinds("").len(), 2);
    });
}

fn kicker(page: &str) -> String {
    let (_, after) = page.split_once("class=\"kicker\">").expect("a heading");
    after.split_once('<').expect("its end").0.to_owned()
}

#[test]
fn a_case_has_its_number_its_clock_and_where_it_stands() {
    let app = TestApp::new();
    let officer = app.caseworker();
    let person = enter(&officer, "Sand", "Liv", &[]);
    let cases = cases_of(&officer, &person, &[("situation", "TRANGT")]);
    let page = officer.get(&cases[1]).expect(200);
    for text in
        ["Sak 2026/00001-2", "19 dager", "10.03.2026", "Ikke fordelt", "Bor for trangt", "Liv Sand", "2026/00001-1"]
    {
        assert!(page.has(text), "{text}: {page:?}");
    }
    officer.post(&format!("{}/taking", cases[1]), &[("version", "1")]).expect(303);
    let page = officer.get(&cases[1]).expect(200);
    assert!(page.has("Under behandling") && page.has(&format!("Prøve {}", officer.login)), "{page:?}");
    // Somebody who still has the old page open loses nothing and is told.
    let other = app.caseworker();
    let stale = other.post(&format!("{}/taking", cases[1]), &[("version", "1")]).expect(409);
    assert!(stale.has("Noen andre gjorde noe med saken"), "{stale:?}");
}

#[test]
fn it_is_handed_over_with_a_note_and_forwarded_with_its_day() {
    TestApp::on_each(|app| {
        units::add(app.office(), &Actor::operator(), "Boligkontoret").expect("a unit");
        let unit = units::list(app.office(), &Actor::operator()).expect("units")[0].id.clone();
        let (officer, other) = (app.caseworker(), app.caseworker());
        let person = enter(&officer, "Berge", "Tor", &[]);
        let case = &cases_of(&officer, &person, &[])[0];
        let send = |verb: &str, fields: &[(&str, &str)]| {
            let version = version(&officer, case);
            let fields: Vec<_> = fields.iter().copied().chain([("version", version.as_str())]).collect();
            officer.post(&format!("{case}/{verb}"), &fields)
        };
        send("taking", &[]).expect(303);
        assert!(send("handover", &[("officer", &other.id)]).expect(422).has("Skriv en beskjed"));
        let page = send("handover", &[("officer", "ingen"), ("note", "x")]).expect(422);
        assert!(page.has("Velg noen som kan ha saken"), "{page:?}");
        send("handover", &[("officer", &other.id), ("note", "Ring mor først")]).expect(303);
        let page = officer.get(case).expect(200);
        assert!(page.has("Ring mor først") && page.has(&format!("Prøve {}", other.login)), "{page:?}");
        send("forwarding", &[("unit", &unit), ("unit-note", "Kom til feil enhet")]).expect(303);
        let page = officer.get(case).expect(200);
        assert!(page.has("Boligkontoret") && page.has("Ikke fordelt") && page.has("mottatt 10.02.2026"), "{page:?}");
    });
}

#[test]
fn on_hold_it_says_for_what_until_when_and_whose_and_the_clock_runs_on() {
    TestApp::on_each(|app| {
        let officer = app.caseworker();
        let person = enter(&officer, "Moen", "Ida", &[]);
        let case = &cases_of(&officer, &person, &[])[0];
        let send = |verb: &str, fields: &[(&str, &str)]| {
            let version = version(&officer, case);
            let fields: Vec<_> = fields.iter().copied().chain([("version", version.as_str())]).collect();
            officer.post(&format!("{case}/{verb}"), &fields)
        };
        let wrong = send("hold", &[("waits_for", "APPLICANT"), ("until", "2026-03-01"), ("owner", &officer.id)]);
        let wrong = wrong.expect(422);
        assert!(wrong.has("Skriv hvorfor saken venter") && wrong.has("Dagen må være etter i dag"), "{wrong:?}");
        let far = [("waits_for", "APPLICANT"), ("until", "2099-01-01"), ("owner", &officer.id), ("reason", "Venter")];
        assert!(send("hold", &far).expect(422).has("mer enn ett år fram"));
        let right = [
            ("waits_for", "APPLICANT"),
            ("until", "2026-03-20"),
            ("owner", officer.id.as_str()),
            ("reason", "Lønnsslipp"),
        ];
        send("hold", &right).expect(303);
        let page = officer.get(case).expect(200);
        assert!(page.has("På vent til 20.03.2026") && page.has("Lønnsslipp") && page.has("10.03.2026"), "{page:?}");
        send("resumption", &[]).expect(303);
        let page = officer.get(case).expect(200);
        assert!(!page.has("På vent til") && page.has("Tatt opp igjen"), "{page:?}");
        send("resumption", &[]).expect(409);
    });
}

#[test]
fn the_last_withdrawn_case_takes_the_application_with_it() {
    let app = TestApp::new();
    let officer = app.caseworker();
    let person = enter(&officer, "Lie", "Per", &[]);
    let cases = cases_of(&officer, &person, &[]);
    let withdraw =
        |case: &str, why: &str| officer.post(&format!("{case}/withdrawal"), &[("version", "1"), ("withdrawn", why)]);
    assert!(withdraw(&cases[0], "").expect(422).has("Skriv hvordan vi vet det"));
    withdraw(&cases[0], "Ringte i dag").expect(303);
    assert!(officer.get("/applications?status=open").expect(200).has("Lie, Per"));
    withdraw(&cases[1], "Ringte i dag").expect(303);
    assert!(!officer.get("/applications?status=open").expect(200).has("Lie, Per"));
    assert!(officer.get(&cases[1]).expect(200).has("Trukket"));
    withdraw(&cases[1], "En gang til").expect(409);
}

#[test]
fn a_case_that_was_withdrawn_by_mistake_goes_on_with_a_reason() {
    TestApp::on_each(|app| {
        let officer = app.caseworker();
        let person = enter(&officer, "Lie", "Ada", &[]);
        let cases = cases_of(&officer, &person, &[]);
        assert!(!officer.get(&cases[0]).expect(200).has("Åpne saken igjen"), "it is open");
        for case in &cases {
            let withdrawn = [("version", &*version(&officer, case)), ("withdrawn", "Ringte")];
            officer.post(&format!("{case}/withdrawal"), &withdrawn).expect(303);
        }
        let reopen = |reason: &str| {
            let version = version(&officer, &cases[0]);
            officer.post(&format!("{}/reopening", cases[0]), &[("version", &*version), ("reopened", reason)])
        };
        assert!(reopen(" ").expect(422).has("Skriv hvorfor saken åpnes igjen"));
        reopen("Det var en annen som ringte.").expect(303);
        let page = officer.get(&cases[0]).expect(200);
        assert!(page.has("Det var en annen som ringte.") && page.has("10.03.2026"), "the clock runs on: {page:?}");
        assert!(officer.get("/applications?status=open").expect(200).has("Lie, Ada"));
        let again = [("version", &*version(&officer, &cases[0])), ("reopened", "En gang til")];
        officer.post(&format!("{}/reopening", cases[0]), &again).expect(409);
        officer.post(&format!("{}/decision", cases[0]), &[("outcome", "AVVIST")]).expect(303);
    });
}

#[test]
fn a_status_set_by_hand_ends_the_cases_and_another_day_moves_their_clock() {
    let app = TestApp::new();
    let officer = app.caseworker();
    let person = enter(&officer, "Vik", "Eva", &[]);
    let cases = cases_of(&officer, &person, &[]);
    let application = officer.get(&cases[0]).expect(200).text();
    let (_, after) = application.split_once("href=\"/applications/").expect("a link");
    let application = format!("/applications/{}", after.split_once('"').expect("its end").0);
    let edit = [("version", "1"), ("received", "2026-01-20"), ("kind", "NY")];
    officer.post(&format!("{application}/edit"), &edit).expect(303);
    assert!(officer.get(&cases[0]).expect(200).has("20.02.2026"));
    let lapsed = [("version", "2"), ("status", "BORTFALT"), ("from", "2026-02-25")];
    officer.post(&format!("{application}/status"), &lapsed).expect(303);
    assert!(officer.get(&cases[1]).expect(200).has("Vedtaket er falt bort"));
}

#[test]
fn a_strictly_protected_applicants_case_is_nowhere_for_those_outside_the_group() {
    let app = TestApp::new();
    let (insider, outsider, leader) = (app.insider(), app.caseworker(), app.leader());
    let person = enter(&insider, "Hemmingsen", "Nora", &[("protection", "STRENGT")]);
    let case = &cases_of(&insider, &person, &[])[0];
    for officer in [&outsider, &leader] {
        officer.get(case).expect(404);
        officer.post(&format!("{case}/taking"), &[("version", "1")]).expect(404);
    }
    let give = [("version", "1"), ("officer", outsider.id.as_str())];
    assert!(insider.post(&format!("{case}/handover"), &give).expect(422).has("Velg noen som kan ha saken"));
    assert!(!insider.get(case).expect(200).has(&format!("Prøve {}", outsider.login)));
}
