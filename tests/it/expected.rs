//! Persons who are expected before they apply: registered, followed until the day, taken over by an application.

use crate::app::{Page, Person, TestApp};
use crate::imports::{files::identity, import};
use crate::people::enter;
use husrom::access::Role;
use jiff::civil::date;

/// What the form says, unless something else is.
const LEAST: [(&str, &str); 4] =
    [("place", "FENGSEL"), ("place_name", "Verdal fengsel"), ("day", "2026-04-10"), ("contact", "Betjent Moe")];

fn register(officer: &Person<'_>, person: &str, more: &[(&str, &str)]) -> Page {
    let mut fields: Vec<_> =
        LEAST.into_iter().filter(|(name, _)| more.iter().all(|(other, _)| other != name)).collect();
    fields.push(("person", person.trim_start_matches("/people/")));
    fields.extend(more);
    officer.post("/expected/new", &fields)
}

fn expect(officer: &Person<'_>, person: &str, more: &[(&str, &str)]) -> String {
    register(officer, person, more).expect(303).location().to_owned()
}

fn version(officer: &Person<'_>, place: &str) -> String {
    officer.get(&format!("{place}/edit")).expect(200).value("version").expect("a form")
}

#[test]
fn somebody_on_the_register_is_expected_and_stands_where_officers_look() {
    TestApp::on_each(|app| {
        let officer = app.caseworker();
        let person = enter(&officer, "Myhre", "Pål", &[]);
        assert!(officer.get("/expected").expect(200).has("Ingen ventes"));
        let more = [
            ("about", "true"),
            ("contact_telephone", "74 00 11 22"),
            ("officer", officer.id.as_str()),
            ("need", "Trenger oppfølging fra første dag"),
        ];
        let place = expect(&officer, &person, &more);
        let page = officer.get(&place).expect(200);
        for text in [
            "Pål Myhre",
            "Fengsel, Verdal fengsel",
            "ca. 10.04.2026",
            "Om 40 dager",
            "Betjent Moe",
            "74 00 11 22",
            "Trenger oppfølging",
        ] {
            assert!(page.has(text), "{text}: {page:?}");
        }
        for address in ["/expected", "/expected?place=FENGSEL&from=2026-04-01", "/work", &person] {
            let page = officer.get(address).expect(200);
            assert!(page.has("Verdal fengsel") && page.has(&format!("href=\"{place}\"")), "{address}: {page:?}");
        }
        assert!(!officer.get("/expected?place=MOTTAK").expect(200).has("Myhre"));
        let file = officer.get("/expected?format=csv").expect(200);
        assert!(file.has("Myhre, Pål") && !file.has("oppfølging"), "{file:?}");
        assert!(register(&officer, &person, &[]).expect(422).has("registrert som ventet allerede"));
    });
}

#[test]
fn a_new_person_is_entered_and_everything_wrong_is_named_at_once() {
    TestApp::on_each(|app| {
        let officer = app.caseworker();
        enter(&officer, "Lien", "Odd", &[]);
        let found = officer.get("/expected/new?q=lien").expect(200);
        assert!(found.has("Odd Lien") && found.has("Hvem ventes?"), "{found:?}");
        let wrong = [("place", ""), ("day", "31.02.2026"), ("contact", "")];
        let page = register(&officer, "new", &wrong).expect(422);
        for text in ["Skriv etternavnet", "Velg hvor personen kommer fra", "Skriv hvem som er ansvarlig"] {
            assert!(page.has(text), "{text}: {page:?}");
        }
        let passed = [("family", "Ny"), ("day", "2026-02-28"), ("officer", "ingen")];
        let page = register(&officer, "new", &passed).expect(422);
        assert!(page.has("Dagen er passert") && page.has("Velg noen som kan ha saken"), "{page:?}");
        assert!(register(&officer, "new", &[("family", "Ny"), ("day", "2046-03-01")]).expect(422).has("ti år fram"));

        let lien = [("family", "Lien"), ("given", "Odd")];
        let namesake = register(&officer, "new", &lien).expect(422);
        assert!(namesake.has("name=\"another\""), "{namesake:?}");
        let place = expect(&officer, "new", &[&lien[..], &[("another", "true"), ("place", "BARNEVERN")]].concat());
        assert!(officer.get(&place).expect(200).has("Barnevern"));
        assert_eq!(officer.get("/people?q=lien").expect(200).text().matches("Lien, Odd").count(), 2);
    });
}

#[test]
fn the_work_list_speaks_in_good_time_and_does_not_forget_a_day_that_passed() {
    let app = TestApp::new();
    let (officer, colleague) = (app.caseworker(), app.caseworker());
    let near = enter(&officer, "Nær", "Ola", &[]);
    let later = enter(&officer, "Senere", "Eva", &[]);
    expect(&officer, &near, &[("day", "2026-04-30"), ("officer", &officer.id)]);
    expect(&officer, &later, &[("day", "2026-05-01")]);
    let list = officer.get("/work").expect(200);
    assert!(list.has("Nær, Ola") && !list.has("Senere, Eva"), "{list:?}");
    assert!(!colleague.get("/work?whose=mine").expect(200).has("Nær, Ola"), "somebody else follows that up");
    assert!(colleague.get("/work?whose=all").expect(200).has("Nær, Ola"));
    let login = officer.login.clone();
    let app = app.reopened_on(date(2026, 5, 2));
    let officer = app.stranger_called(&login);
    officer.log_in(crate::app::PASSWORD);
    let list = officer.get("/work?whose=all").expect(200);
    assert!(list.has("Nær, Ola") && list.has("Senere, Eva") && list.has("Datoen er passert"), "{list:?}");
}

#[test]
fn an_application_takes_over_with_what_is_known() {
    TestApp::on_each(|app| {
        let officer = app.caseworker();
        let person = enter(&officer, "Myhre", "Pål", &[]);
        let place = expect(&officer, &person, &[("contact_telephone", "74 00 11 22"), ("need", "Rolig strøk")]);
        let begin = || officer.post(&format!("{place}/application"), &[]).expect(303).location().to_owned();
        let draft = begin();
        assert_eq!(begin(), draft, "what was begun is gone on with");
        let form = officer.get(&draft).expect(200);
        for text in ["Betjent Moe, 74 00 11 22, Verdal fengsel", "Rolig strøk"] {
            assert!(form.has(text), "{text}: {form:?}");
        }
        assert_eq!(form.value("leaves_on").as_deref(), Some("2026-04-10"));
        for chosen in ["value=\"FENGSEL\" selected", "value=\"FENGSEL2\" selected", "value=\"LOSLAT\" checked"] {
            assert!(form.has(chosen), "{chosen}: {form:?}");
        }
        let fields = [("applicant", person.trim_start_matches("/people/")), ("received", "2026-03-01"), ("kind", "NY")];
        let application = officer.post("/applications/new", &fields).expect(303).location().to_owned();
        let page = officer.get(&place).expect(200);
        assert!(page.has("Har søkt") && page.has(&format!("href=\"{application}\"")), "{page:?}");
        assert!(!page.has("/closing") && !officer.get("/expected").expect(200).has("Myhre"));
        assert!(officer.get("/expected?standing=ended").expect(200).has("Myhre, Pål"));
        officer.post(&format!("{place}/application"), &[]).expect(409);
    });
}

#[test]
fn an_application_in_a_file_takes_over_too() {
    TestApp::on_each(|app| {
        let officer = app.caseworker();
        let number = identity(7);
        let person = enter(&officer, "Myhre", "Pål", &[("identity", &number)]);
        let place = expect(&officer, &person, &[]);
        let headings = "Mottatt;Søker;Fødselsnr;Husstand;Bosituasjon;Målgruppe;Status";
        let file = format!("{headings}\n28.02.2026;Pål Myhre;{number};1v;uten bolig;rus;Ny\n");
        assert_eq!(import(app.office(), "søkere.csv", file.as_bytes()).applications.new, 1);
        assert!(officer.get(&place).expect(200).has("Har søkt"));
        assert!(!officer.get("/expected").expect(200).has("Myhre"));
    });
}

#[test]
fn it_is_changed_and_closed_with_a_reason_and_two_at_once_see_both() {
    TestApp::on_each(|app| {
        let (officer, other) = (app.caseworker(), app.leader());
        let person = enter(&officer, "Myhre", "Pål", &[]);
        let place = expect(&officer, &person, &[]);
        let opened = version(&officer, &place);
        let change = |who: &Person<'_>, day: &str, version: &str| {
            let mut fields: Vec<_> = LEAST.into_iter().filter(|(name, _)| *name != "day").collect();
            fields.extend([("day", day), ("version", version)]);
            who.post(&format!("{place}/edit"), &fields)
        };
        change(&other, "2026-06-01", &opened).expect(303);
        let conflict = change(&officer, "2026-05-01", &opened).expect(409);
        assert!(conflict.has("01.06.2026") && conflict.has("01.05.2026"), "{conflict:?}");
        change(&officer, "2026-05-01", &version(&officer, &place)).expect(303);
        let page = officer.get(&place).expect(200);
        assert!(page.has("<del>01.06.2026</del>") && page.has("01.05.2026"), "{page:?}");

        let close = |fields: &[(&str, &str)]| {
            let version = version(&officer, &place);
            let fields: Vec<_> = fields.iter().copied().chain([("version", version.as_str())]).collect();
            officer.post(&format!("{place}/closing"), &fields)
        };
        assert!(close(&[("why", "x")]).expect(422).has("Velg hvorfor personen ikke ventes"));
        assert!(close(&[("because", "BLIR")]).expect(422).has("Skriv en kort forklaring"));
        close(&[("because", "BLIR"), ("why", "Dommen er forlenget")]).expect(303);
        let page = officer.get(&place).expect(200);
        assert!(page.has("Blir værende") && page.has("Dommen er forlenget"), "{page:?}");
        change(&officer, "2026-05-01", "4").expect(409);
        // They may be expected again later.
        expect(&officer, &person, &[("day", "2026-12-01")]);
    });
}

#[test]
fn a_strictly_protected_person_is_expected_by_the_named_group_only() {
    TestApp::on_each(|app| {
        let (insider, outsider, leader) = (app.insider(), app.caseworker(), app.leader());
        let person = enter(&insider, "Hemmingsen", "Nora", &[("protection", "STRENGT")]);
        let given = register(&insider, &person, &[("officer", &outsider.id)]).expect(422);
        assert!(given.has("Velg noen som kan ha saken"), "{given:?}");
        let place = expect(&insider, &person, &[("officer", &insider.id)]);
        assert!(insider.get("/expected").expect(200).has("Hemmingsen"));
        for officer in [&outsider, &leader] {
            officer.get(&place).expect(404);
            officer.get(&format!("{place}/edit")).expect(404);
            officer.post(&format!("{place}/application"), &[]).expect(404);
            let close = [("version", "1"), ("because", "BLIR"), ("why", "x")];
            officer.post(&format!("{place}/closing"), &close).expect(404);
            for list in ["/expected", "/expected?format=csv", "/work?whose=all"] {
                assert!(!officer.get(list).expect(200).has("Hemmingsen"), "{list}");
            }
        }
        assert!(!app.auditor().get("/journal").expect(200).has(&place));
        app.officer(Role::PropertyManager).get("/expected").expect(403);
        app.officer(Role::FollowUpWorker).post(&format!("{place}/application"), &[]).expect(403);
    });
}

#[test]
fn whoever_was_registered_twice_is_expected_once_they_are_one() {
    let app = TestApp::new();
    let officer = app.caseworker();
    let (kept, twice) = (enter(&officer, "Moe", "Per", &[]), enter(&officer, "Moe", "Per", &[]));
    let place = expect(&officer, &twice, &[]);
    let twice = twice.trim_start_matches("/people/");
    officer.post(&format!("{kept}/merge"), &[("duplicate", twice)]).expect(303);
    assert!(officer.get(&kept).expect(200).has(&place));
    officer.post(&format!("/people/{twice}/parting"), &[]).expect(303);
    assert!(!officer.get(&kept).expect(200).has(&place));
}
