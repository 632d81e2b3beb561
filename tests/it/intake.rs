//! The intake: a whole application in one sitting, kept as it is typed, and what people get wrong.

use crate::app::{Page, Person, TestApp};
use crate::people::{enter, number};
use jiff::civil::date;

/// The least a new applicant's form says.
const LEAST: [(&str, &str); 4] =
    [("applicant", "new"), ("family", "Myhre"), ("given", "Pål"), ("received", "2026-02-10")];

fn register(officer: &Person<'_>, more: &[(&str, &str)]) -> Page {
    let mut fields: Vec<_> =
        LEAST.into_iter().filter(|(name, _)| more.iter().all(|(other, _)| other != name)).collect();
    fields.extend(more);
    officer.post("/applications/new", &fields)
}

#[test]
fn everything_is_registered_at_once_and_what_is_missing_is_named() {
    TestApp::on_each(|app| {
        let officer = app.caseworker();
        let partner = number(date(1990, 5, 5));
        let more = [
            ("kind", "BOSL"),
            ("asked_in_words", "AKUTT"),
            ("asked_in_words", "STARTLAAN"),
            ("born", "1988-01-02"),
            ("interpreter", "tigrinja"),
            ("rep_role", "AUTHORISED"),
            ("rep_name", "Advokat Aas"),
            ("rep_copies", "true"),
            ("m0_name", "Myhre, Eva"),
            ("m0_identity", partner.as_str()),
            ("m0_role", "PARTNER"),
            ("m1_name", "Myhre, Bo"),
            ("m1_born", "2020-03-03"),
            ("m1_role", "BARN"),
            ("h0_kind", "PRIV"),
            ("h0_from", "2022-01-01"),
            ("h0_until", "2025-12-31"),
            ("h0_where", "Levanger"),
            ("stay_basis", "BESKYTTELSE"),
            ("notice_day", "2026-01-31"),
            ("wealth", "12 000"),
            ("access", "HEIS"),
            ("own_words", "Nær skolen"),
        ];
        let place = register(&officer, &more).expect(303).location().to_owned();
        let page = officer.get(&place).expect(200);
        for text in [
            "1 voksen og 1 barn".replace("1 voksen", "2 voksne").as_str(),
            "tigrinja",
            "Advokat Aas (Fullmektig)",
            "01.01.2022–31.12.2025: ",
            "Levanger",
            "Oppholdstillatelse",
            "Dokumentasjon på at leieforholdet opphører",
            "Signatur",
            "Nær skolen",
            "Startlån",
            "Midlertidig botilbud",
            "Bistand etter boligsosialloven",
        ] {
            assert!(page.has(text), "{text}: {page:?}");
        }
        assert!(!page.has(&partner), "no identity number on the page");
        assert!(officer.get("/people?q=myhre").expect(200).has("Myhre, Eva"));
    });
}

#[test]
fn what_is_typed_is_kept_resumed_and_forgotten_when_it_is_registered() {
    TestApp::on_each(|app| {
        let (officer, other) = (app.caseworker(), app.caseworker());
        let identity = number(date(1979, 9, 9));
        let typed =
            [("applicant", "new"), ("family", "Halvveis"), ("identity", identity.as_str()), ("own_words", "Begynte å")];
        // The script saves while somebody types; the browser is closed in mid-form.
        let id = officer.post("/applications/drafts", &[&typed[..], &[("auto", "true")]].concat()).expect(200).text();
        let again = [
            ("applicant", "new"),
            ("family", "Halvveis"),
            ("own_words", "Begynte å skrive"),
            ("draft", id.as_str()),
            ("auto", "true"),
        ];
        assert_eq!(officer.post("/applications/drafts", &again).expect(200).text(), id, "one draft, not two");
        let list = officer.get("/applications/new").expect(200);
        assert!(list.has("Halvveis") && list.has(&id), "{list:?}");
        let resumed = officer.get(&format!("/applications/new?draft={id}")).expect(200);
        assert!(resumed.has("Begynte å skrive"), "{resumed:?}");
        // It is nobody else's.
        other.get(&format!("/applications/new?draft={id}")).expect(404);
        other.post(&format!("/applications/drafts/{id}/discard"), &[]).expect(404);
        assert!(!other.get("/applications/new").expect(200).has("Halvveis"));
        register(&officer, &[("family", "Halvveis"), ("draft", &id)]).expect(303);
        officer.get(&format!("/applications/new?draft={id}")).expect(404);
        // Without script the button leads back to the form, and a draft can be thrown away.
        let saved = officer.post("/applications/drafts", &typed).expect(303).location().to_owned();
        assert!(officer.get(&saved).expect(200).has("Begynte å"));
        let draft = saved.split_once("draft=").expect("an id").1.to_owned();
        officer.post(&format!("/applications/drafts/{draft}/discard"), &[]).expect(303);
        officer.get(&saved).expect(404);
    });
}

#[test]
fn a_draft_is_encrypted_on_disk() {
    let app = TestApp::new();
    let officer = app.caseworker();
    let typed = [("applicant", "new"), ("family", "Kryptertsen"), ("health_note", "Hemmelig plage")];
    officer.post("/applications/drafts", &typed).expect(303);
    register(&officer, &[("health_note", "Hemmelig plage")]).expect(303);
    for file in ["husrom.db", "husrom.db-wal"] {
        let bytes = std::fs::read(app.folder().join(file)).unwrap_or_default();
        let found = |text: &str| bytes.windows(text.len()).any(|window| window == text.as_bytes());
        assert!(!found("Kryptertsen") && !found("Hemmelig plage"), "{file} says what was typed");
    }
}

#[test]
fn the_same_person_and_an_open_application_are_found_while_typing_and_when_registered() {
    let app = TestApp::new();
    let officer = app.caseworker();
    let person = enter(&officer, "Myhre", "Pål", &[("born", "1988-01-02")]);
    let id = person.trim_start_matches("/people/");
    let place = register(&officer, &[("applicant", id)]).expect(303).location().to_owned();
    let alike = officer.post("/applications/alike", &[("family", "myhre"), ("given", "pål")]).expect(200);
    assert!(alike.has(&format!("/applications/new?applicant={id}")) && alike.has(&place), "{alike:?}");
    let form = officer.get(&format!("/applications/new?applicant={id}")).expect(200);
    assert!(form.has("har en åpen søknad") && form.has("2026/00001"), "{form:?}");
    assert!(register(&officer, &[]).expect(422).has("Pål Myhre er registrert fra før"));
    register(&officer, &[("another", "true")]).expect(303);
    // Born another day: nobody asks.
    register(&officer, &[("born", "1970-07-07")]).expect(422);
}

#[test]
fn a_protected_namesake_is_not_told_of() {
    let app = TestApp::new();
    let (insider, officer) = (app.insider(), app.caseworker());
    enter(&insider, "Myhre", "Pål", &[("protection", "STRENGT")]);
    assert!(!officer.post("/applications/alike", &[("family", "Myhre"), ("given", "Pål")]).expect(200).has("Myhre"));
    register(&officer, &[]).expect(303);
}

#[test]
fn received_in_the_future_before_birth_or_without_a_day_is_said_calmly() {
    let app = TestApp::new();
    let officer = app.caseworker();
    assert!(register(&officer, &[("received", "2026-03-02")]).expect(422).has("Dagen er ikke kommet ennå"));
    let early = register(&officer, &[("received", "1987-01-01"), ("born", "1988-01-02")]).expect(422);
    assert!(early.has("før søkeren ble født"), "{early:?}");
    let paper = register(&officer, &[("received", ""), ("own_words", "Papir uten dato")]).expect(422);
    assert!(paper.has("Papir uten dato") && paper.has("bruk dagen den kom"), "{paper:?}");
}

#[test]
fn a_child_may_apply_and_lacks_a_guardian() {
    let app = TestApp::new();
    let officer = app.caseworker();
    let place = register(&officer, &[("born", "2010-06-01")]).expect(303).location().to_owned();
    let page = officer.get(&place).expect(200);
    assert!(page.has("Verge: søkeren er under 18 år") && page.has("Fødselsnummer"), "{page:?}");
    let with = [("family", "Ung"), ("born", "2010-06-01"), ("rep_role", "GUARDIAN"), ("rep_name", "Mor Ung")];
    let place = register(&officer, &with).expect(303).location().to_owned();
    assert!(!officer.get(&place).expect(200).has("Verge: søkeren"));
    assert!(register(&officer, &[("rep_name", "Uten rolle")]).expect(422).has("Velg om det er en verge"));
}

#[test]
fn a_household_of_fourteen_fits_and_everything_wrong_with_its_members_is_named() {
    let app = TestApp::new();
    let officer = app.caseworker();
    let names: Vec<(String, String)> = (0..13)
        .flat_map(|row| {
            [(format!("m{row}_name"), format!("Myhre, Barn{row}")), (format!("m{row}_role"), "BARN".to_owned())]
        })
        .collect();
    let fields: Vec<(&str, &str)> = names.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let wrong = register(&officer, &[&fields[..], &[("m12_born", "i fjor")]].concat()).expect(422);
    assert!(wrong.has("Medlem 13 mangler navn") && wrong.has("Myhre, Barn11"), "{wrong:?}");
    let place = register(&officer, &fields).expect(303).location().to_owned();
    let page = officer.get(&place).expect(200);
    assert!(page.has("13 barn") && page.has("Barn12 Myhre"), "{page:?}");
}

#[test]
fn children_who_live_here_part_of_the_time_are_told_where_the_rooms_are_judged() {
    TestApp::on_each(|app| {
        let officer = app.caseworker();
        let more = [("adults", "1"), ("children", "1"), ("part_time_children", "2"), ("days_a_month", "14")];
        let place = register(&officer, &more).expect(303).location().to_owned();
        let page = officer.get(&place).expect(200);
        for text in ["Barn som bor her en del av tiden", "Avtale om delt bosted eller samvær"] {
            assert!(page.has(text), "{text}: {page:?}");
        }
        let (_, case) =
            page.text().split_once("href=\"/cases/").map(|(a, b)| (a.to_owned(), b.to_owned())).expect("a case");
        let needs = format!("/cases/{}/needs", case.split_once('"').expect("its end").0);
        let page = officer.get(&needs).expect(200);
        assert!(page.has("Barn som bor her en del av tiden: 2. Dager i måneden: 14."), "{page:?}");
        let wrong = register(&officer, &[("family", "Ny"), ("days_a_month", "32")]).expect(422);
        assert!(wrong.has("href=\"#days_a_month\""), "{wrong:?}");
    });
}

#[test]
fn codes_nobody_offered_and_numbers_out_of_range_are_refused_by_field_with_what_is_allowed() {
    let app = TestApp::new();
    let officer = app.caseworker();
    let wrong = [
        ("adults", "70000"),
        ("days_a_month", "32"),
        ("home_rent", "-1"),
        ("income_ARBEID", "mye"),
        ("m0_name", "Myhre, Bo"),
        ("m0_days", "45"),
        ("m1_name", "Myhre, Li"),
        ("m1_role", "NABO"),
        ("h0_kind", "SLOTT"),
        ("h0_from", "2022-01-01"),
        ("need_reasons", "LUNE"),
    ];
    let page = register(&officer, &wrong).expect(422);
    for text in [
        "«70000» kan ikke stå her. Skriv et helt tall fra 0 til 30.",
        "«32» kan ikke stå her. Skriv et helt tall fra 0 til 31.",
        "«-1» kan ikke stå her. Skriv et beløp fra 0 til",
        "«mye» er ikke en inntekt",
        "Medlem 1: «45» er ikke dager i en måned",
        "Rad 1: valget «SLOTT» finnes ikke",
        "Valget «LUNE» finnes ikke",
    ] {
        assert!(page.has(text), "{text}: {page:?}");
    }
    let page = register(&officer, &[("m0_name", "Myhre, Li"), ("m0_role", "NABO")]).expect(422);
    assert!(page.has("Rad 1: valget «NABO» finnes ikke"), "{page:?}");
    // The sum cannot be less than what it is made of.
    let page = register(&officer, &[("income", "5000"), ("income_ARBEID", "18000")]).expect(422);
    assert!(page.has("gir 18\u{a0}000\u{a0}kr i måneden"), "{page:?}");
}
