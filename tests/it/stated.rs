//! What an applicant states is typed once: the assessment, the needs and the letters read it.

use crate::app::{Person, TestApp};
use crate::decisions::set_up_letters;

/// Registers an application of somebody new; answers its address and its case on a municipal home.
pub fn registered(officer: &Person<'_>, more: &[(&str, &str)]) -> (String, String) {
    let least = [
        ("applicant", "new"),
        ("family", "Myhre"),
        ("given", "Pål"),
        ("born", "1990-03-04"),
        ("kind", "NY"),
        ("received", "2026-02-10"),
    ];
    let mut fields: Vec<_> =
        least.into_iter().filter(|(name, _)| more.iter().all(|(other, _)| other != name)).collect();
    fields.extend(more);
    let place = officer.post("/applications/new", &fields).expect(303).location().to_owned();
    let page = officer.get(&place).expect(200).text();
    let case = page.split("href=\"/cases/").nth(2).and_then(|rest| rest.split_once('"')).expect("it has two cases").0;
    (place, format!("/cases/{case}"))
}

#[test]
fn what_the_applicant_stated_is_assessed_until_somebody_finds_otherwise() {
    TestApp::on_each(|app| {
        let officer = app.caseworker();
        let more = [
            ("income", "18 000"),
            ("stay_basis", "NORSK"),
            ("here_since", "2021-05-01"),
            ("lease_until", "2026-06-30"),
            ("wealth", "12 000"),
        ];
        let (_, case) = registered(&officer, &more);
        let page = officer.get(&format!("{case}/assessment")).expect(200);
        assert!(page.has("NORSK\" selected") && page.has("(slik søkeren oppga)"), "{page:?}");
        for (field, stated) in [
            ("here_since", "2021-05-01"),
            ("lease_until", "2026-06-30"),
            ("wealth", "12\u{a0}000,00"),
            ("income", "216\u{a0}000,00"),
        ] {
            assert_eq!(page.value(field).as_deref(), Some(stated), "{field}: {page:?}");
        }
        let seen = page.value("seen").expect("there is a form");
        let found = [("seen", seen.as_str()), ("here_since", "2025-12-01"), ("stay", "NORSK")];
        officer.post(&format!("{case}/assessment/facts"), &found).expect(303);
        let page = officer.get(&format!("{case}/assessment")).expect(200);
        assert_eq!(page.value("here_since").as_deref(), Some("2025-12-01"), "what was found counts");
        assert_eq!(page.value("wealth").as_deref(), Some("12\u{a0}000,00"), "the rest stands as it was stated");
    });
}

#[test]
fn the_needs_begin_with_what_the_applicant_said() {
    TestApp::on_each(|app| {
        let officer = app.caseworker();
        let more = [
            ("h0_kind", "PRIV"),
            ("h0_from", "2020-01-01"),
            ("h0_until", "2024-06-01"),
            ("h0_ending", "UTKAST"),
            ("access", "HEIS"),
            ("own_words", "Nær søsteren min"),
            ("follow_up_kinds", "OKVEIL"),
            ("services", "Hjemmesykepleie"),
        ];
        let (_, case) = registered(&officer, &more);
        let needs = format!("{case}/needs");
        let page = officer.get(&needs).expect(200);
        assert_eq!(page.value("from-0").as_deref(), Some("2020-01-01"), "{page:?}");
        for text in [
            "Skjemaet er fylt ut med det søkeren oppga",
            "id=\"access-HEIS\" name=\"access\" value=\"HEIS\" checked",
            "Nær søsteren min</textarea>",
            "value=\"OKVEIL\" checked",
            "Hjemmesykepleie",
            "1613 dager",
            "10.02.2026",
        ] {
            assert!(page.has(text), "{text}: {page:?}");
        }
        officer.post(&format!("{needs}/wish"), &[("wish", "Helst i sentrum")]).expect(303);
        let found = officer.get(&needs).expect(200);
        assert!(found.has("Helst i sentrum</textarea>"), "what was found is what the form shows: {found:?}");
        assert!(found.has("Nær søsteren min"), "what was said stands beside it");
    });
}

#[test]
fn letters_go_where_the_applicant_says_they_live_and_without_an_address_it_is_told() {
    TestApp::on_each(|app| {
        set_up_letters(app);
        let officer = app.caseworker();
        let (_, stated) = registered(&officer, &[("address", "Storgata 1, 7600 Fjordvik")]);
        let letter = officer.get(&format!("{stated}/letters/receipt")).expect(200);
        assert!(letter.has("Storgata 1<br>7600 Fjordvik") && !letter.has("ingen adresse"), "{letter:?}");
        let (place, without) = registered(&officer, &[("given", "Ola")]);
        let letter = officer.get(&format!("{without}/letters/receipt")).expect(200);
        assert!(letter.has("Brevet har ingen adresse til Ola Myhre") && letter.has(&place), "{letter:?}");
        officer.post(&format!("{stated}/letters/receipt"), &[("action", "send")]).expect(303);
        officer.post(&format!("{without}/letters/receipt"), &[("action", "send")]).expect(303);
        let queue = officer.get("/letters/queue").expect(200);
        assert!(queue.has("1 brev er uten adresse") && queue.has("Uten adresse"), "{queue:?}");
    });
}

#[test]
fn a_registered_application_is_completed_in_the_same_form_and_two_who_do_it_meet() {
    TestApp::on_each(|app| {
        let (officer, other) = (app.caseworker(), app.caseworker());
        let (place, _) = registered(&officer, &[("income", "18 000"), ("h0_kind", "PRIV"), ("h0_from", "2020-01-01")]);
        assert!(officer.get(&place).expect(200).has("<li>Signatur</li>"));
        let form = officer.get(&format!("{place}/answers")).expect(200);
        assert_eq!(form.value("h0_from").as_deref(), Some("2020-01-01"), "{form:?}");
        assert!(!form.has("name=\"received\""), "the day it came in is changed where its deadlines are seen");
        let version = form.value("version").expect("a version");
        let more = [
            ("version", version.as_str()),
            ("income", "18 000"),
            ("h0_kind", "PRIV"),
            ("h0_from", "2020-01-01"),
            ("stay_basis", "NORSK"),
            ("here_since", "2021-05-01"),
            ("signed_on", "2026-02-11"),
            ("health_note", "Trenger ro"),
            ("address", "Storgata 1, 7600 Fjordvik"),
        ];
        officer.post(&format!("{place}/answers"), &more).expect(303);
        let page = officer.get(&place).expect(200);
        assert!(!page.has("<li>Signatur</li>") && page.has("11.02.2026") && page.has("Trenger ro"), "{page:?}");
        assert!(page.has("Endret i søknaden") && page.has("Helse og funksjon"), "the history tells it: {page:?}");
        // Somebody who opened it before is shown both versions, and nothing of the first is lost.
        let late = [("version", version.as_str()), ("language", "engelsk")];
        let both = other.post(&format!("{place}/answers"), &late).expect(409);
        assert!(both.has("engelsk") && both.has("01.05.2021"), "{both:?}");
        assert!(officer.get(&place).expect(200).has("11.02.2026"));
        let now = officer.get(&format!("{place}/answers")).expect(200).value("version").expect("a version");
        let ahead = [("version", now.as_str()), ("signed_on", "2030-01-01"), ("here_since", "2031-01-01")];
        let refused = officer.post(&format!("{place}/answers"), &ahead).expect(422);
        assert!(refused.has("href=\"#signed_on\"") && refused.has("href=\"#here_since\""), "{refused:?}");
    });
}

#[test]
fn a_later_day_of_arrival_needs_a_reason_that_stays() {
    TestApp::on_each(|app| {
        let officer = app.caseworker();
        let (place, case) = registered(&officer, &[]);
        let version = officer.get(&format!("{place}/edit")).expect(200).value("version").expect("a version");
        let later = [("version", version.as_str()), ("received", "2026-02-28")];
        let refused = officer.post(&format!("{place}/edit"), &later).expect(422);
        assert!(refused.has("href=\"#why_later\""), "{refused:?}");
        let why = [("why_later", "Papiret lå stemplet 28. februar")];
        officer.post(&format!("{place}/edit"), &[&later[..], &why].concat()).expect(303);
        for page in [&place, &case] {
            assert!(officer.get(page).expect(200).has("Papiret lå stemplet"), "{page}");
        }
        let made_up = [("version", "2"), ("received", "2026-02-28"), ("kind", "TULL"), ("target_groups", "OGSÅ")];
        let refused = officer.post(&format!("{place}/edit"), &made_up).expect(422);
        assert!(refused.has("«TULL»") && refused.has("«OGSÅ»"), "{refused:?}");
    });
}

#[test]
fn whoever_acts_for_the_applicant_gets_letters_once_their_authority_is_shown() {
    TestApp::on_each(|app| {
        set_up_letters(app);
        let officer = app.caseworker();
        let acts = [("rep_role", "AUTHORISED"), ("rep_name", "Sol Aas"), ("rep_copies", "true")];
        let (place, case) = registered(&officer, &acts);
        let letter = || officer.get(&format!("{case}/letters/receipt")).expect(200);
        assert!(letter().has("Sol Aas får ikke brevet"), "{:?}", letter());
        let represent = |fields: &[(&str, &str)]| officer.post(&format!("{place}/representatives"), fields);
        represent(&[("position", "1"), ("action", "shows")]).expect(303);
        assert!(represent(&[("position", "1"), ("action", "shows")]).expect(422).has("notert om Sol Aas"));
        assert!(!letter().has("får ikke brevet") && letter().has("Kopi til:"), "{:?}", letter());
        assert!(officer.get(&place).expect(200).has("Har vist fullmakt"));
        represent(&[("position", "1"), ("action", "ends")]).expect(303);
        assert!(!letter().has("Sol Aas"), "{:?}", letter());
        assert!(represent(&[("action", "begins"), ("rep_name", "Ny Hjelper")]).expect(422).has("href=\"#rep_role\""));
        represent(&[("rep_role", "LAWYER"), ("rep_name", "Advokat Vik"), ("rep_copies", "true")]).expect(303);
        assert!(letter().has("Advokat Vik"), "{:?}", letter());
    });
}

#[test]
fn an_authority_that_is_handed_in_says_whose_it_is_and_they_get_the_letters() {
    TestApp::on_each(|app| {
        set_up_letters(app);
        let officer = app.caseworker();
        let acts = [("rep_role", "AUTHORISED"), ("rep_name", "Sol Aas"), ("rep_copies", "true")];
        let (place, case) = registered(&officer, &acts);
        let documents = format!("{place}/documents");
        assert!(officer.get(&place).expect(200).has("Fullmakt er ikke vist"));
        let hand_in = |more: &[(&str, &str)], text: &str| {
            let said = [("kind", "FULLMAKT"), ("day", "2026-02-27"), ("title", "")];
            officer.upload(&documents, &[&said[..], more].concat(), &[("fullmakt.txt", text.as_bytes())])
        };
        for unsaid in [&[][..], &[("authority_of", "9")], &[("authority_of", "x")]] {
            let refused = hand_in(unsaid, "Fullmakt").expect(422);
            assert!(refused.has("href=\"#authority_of\""), "{refused:?}");
        }
        hand_in(&[("authority_of", "-")], "Fullmakt til en annen").expect(303);
        assert!(officer.get(&place).expect(200).has("Fullmakt er ikke vist"));
        hand_in(&[("authority_of", "1")], "Fullmakt til Sol").expect(303);
        let page = officer.get(&place).expect(200);
        assert!(!page.has("Fullmakt er ikke vist") && page.has("Har vist fullmakt"), "{page:?}");
        assert!(officer.get(&format!("{case}/letters/receipt")).expect(200).has("Kopi til:"));
        // Nobody lacks authority now: nothing is asked.
        assert!(!officer.get(&documents).expect(200).has("authority_of"));
        hand_in(&[], "Fullmakt til").expect(303);
    });
}

#[test]
fn a_childs_guardian_always_gets_the_letter() {
    TestApp::on_each(|app| {
        set_up_letters(app);
        let officer = app.caseworker();
        let child = [("born", "2010-06-01"), ("rep_role", "GUARDIAN"), ("rep_name", "Mor Myhre")];
        let (_, case) = registered(&officer, &child);
        let letter = officer.get(&format!("{case}/letters/receipt")).expect(200);
        assert!(letter.has("<p class=\"letter-window\">Mor Myhre") && letter.has("Kopi til:"), "{letter:?}");
    });
}

#[test]
fn a_guardian_of_an_adult_gets_the_letter_within_the_mandate_while_it_runs() {
    TestApp::on_each(|app| {
        set_up_letters(app);
        let officer = app.caseworker();
        let told = |given: &str, more: &[(&str, &str)]| {
            let verge =
                [("born", "1960-06-01"), ("rep_role", "GUARDIAN"), ("rep_name", "Vera Verge"), ("rep_shown", "true")];
            let (place, case) =
                registered(&officer, &[&verge[..], &[("given", given), ("kind", "OMS")], more].concat());
            (officer.get(&place).expect(200), officer.get(&format!("{case}/letters/receipt")).expect(200))
        };
        // Care around the clock is a matter of personal affairs.
        let (page, letter) = told("Anne", &[("rep_mandate", "PERSONLIG")]);
        assert!(
            page.has("Vera Verge (Verge: Personlige forhold)") && !page.has("Hva vergens mandat gjelder"),
            "{page:?}"
        );
        assert!(letter.has("<p class=\"letter-window\">Vera Verge"), "{letter:?}");
        let (_, letter) = told("Berit", &[("rep_mandate", "OKONOMISK")]);
        assert!(letter.has("Vera Verge er verge for noe annet enn denne saken"), "{letter:?}");
        assert!(!letter.has("<p class=\"letter-window\">Vera Verge") && !letter.has("Kopi til:"), "{letter:?}");
        let (page, letter) = told("Cato", &[]);
        assert!(
            page.has("Hva vergens mandat gjelder") && letter.has("<p class=\"letter-window\">Vera Verge"),
            "{page:?}"
        );
        let (page, letter) = told("Dina", &[("rep_from", "2025-01-01"), ("rep_until", "2026-02-20")]);
        assert!(page.has("21.02.2026") && !letter.has("Vera Verge"), "it is over: {page:?} {letter:?}");
        let backwards = [
            ("rep_name", "Vera Verge"),
            ("rep_role", "GUARDIAN"),
            ("rep_from", "2026-03-01"),
            ("rep_until", "2026-02-01"),
        ];
        let fields =
            [&[("applicant", "new"), ("family", "Bak"), ("given", "Fram"), ("received", "2026-02-10")][..], &backwards]
                .concat();
        let refused = officer.post("/applications/new", &fields).expect(422);
        assert!(
            refused.has("href=\"#rep_until\"") && refused.has("Siste dag kan ikke være før den første"),
            "{refused:?}"
        );
    });
}

#[test]
fn income_from_each_source_and_member_areas_and_the_home_now_are_typed_once_and_carried_on() {
    TestApp::on_each(|app| {
        let officer = app.caseworker();
        let more = [
            ("income_ARBEID", "18 000"),
            ("income_BOSTOTTE", "2 000"),
            ("housing_costs", "1 500"),
            ("m0_name", "Myhre, Bo"),
            ("m0_born", "2008-03-03"),
            ("m0_role", "BARN"),
            ("m0_days", "14"),
            ("m0_income", "4 000"),
            ("m1_name", "Myhre, Eva"),
            ("m1_role", "PARTNER"),
            ("m1_moves_in", "false"),
            ("m1_income", "30 000"),
            ("home_rooms", "hybel"),
            ("notice_by", "UTLEIER"),
            ("suitable", "false"),
            ("rooms", "3-roms"),
            ("wished_area", "Sentrum"),
            ("other_areas", "Nesset, Lia"),
            ("h0_kind", "PRIV"),
            ("h0_from", "2022-01-01"),
            ("h0_landlord", "Ola Utleier"),
        ];
        let (place, case) = registered(&officer, &more);
        let page = officer.get(&place).expect(200);
        for text in [
            "Arbeid 18\u{a0}000\u{a0}kr, Bostøtte 2\u{a0}000\u{a0}kr",
            "24\u{a0}000\u{a0}kr",
            "1\u{a0}500\u{a0}kr",
            "Myhre, Bo: Barn, 03.03.2008, her 14 dager i måneden, 4\u{a0}000\u{a0}kr i måneden",
            "flytter ikke med",
            "Hybel",
            "Utleieren",
            "Nesset, Lia",
            "Ola Utleier",
            "1 voksen og 1 barn",
            "Fødselsdato for alle i husstanden",
        ] {
            assert!(page.has(text), "{text}: {page:?}");
        }
        assert!(!officer.get("/people?q=myhre").expect(200).has("Myhre, Eva"), "who stays behind is not a member");
        // The assessment counts what each earns, the needs have the areas in order.
        let assessment = officer.get(&format!("{case}/assessment")).expect(200);
        assert_eq!(assessment.value("income").as_deref(), Some("288\u{a0}000,00"));
        assert!(assessment.has("Saken regnes ikke som vurdert ennå"), "{assessment:?}");
        let needs = officer.get(&format!("{case}/needs")).expect(200);
        assert_eq!(needs.value("areas").as_deref(), Some("Sentrum, Nesset, Lia"));
        // The form is filled in with all of it, and says the same when it is saved again.
        let form = officer.get(&format!("{place}/answers")).expect(200);
        for (field, value) in [
            ("income_BOSTOTTE", "2\u{a0}000,00"),
            ("m0_days", "14"),
            ("m1_income", "30\u{a0}000,00"),
            ("other_areas", "Nesset, Lia"),
            ("home_rooms", "0"),
            ("h0_landlord", "Ola Utleier"),
        ] {
            assert_eq!(form.value(field).as_deref(), Some(value), "{field}: {form:?}");
        }
        let version = form.value("version").expect("a form");
        let anew = [
            ("version", version.as_str()),
            ("adults", "1"),
            ("children", "1"),
            ("income_PENSJON", "20 000"),
            ("m0_days", "10"),
            ("m0_name", "En annen"),
            ("m1_moves_in", "false"),
        ];
        officer.post(&format!("{place}/answers"), &anew).expect(303);
        let page = officer.get(&place).expect(200);
        assert!(
            page.has("<dd>Pensjon eller uføretrygd 20\u{a0}000\u{a0}kr</dd>") && !page.has("<dd>Arbeid 18"),
            "{page:?}"
        );
        assert!(page.has("Myhre, Bo: Barn, 03.03.2008, her 10 dager") && !page.has("En annen"), "{page:?}");
    });
}
