//! Assessing a case: the grounds of the rules, what is recorded, what is judged; and the waiting list.

use crate::app::{Page, Person, TestApp};
use crate::applications::{apply, decided_before_us};
use crate::people::{enter, number};
use jiff::civil::date;

/// An application of somebody of thirty who lives with friends: its page, and its case on a municipal home.
pub fn applied(officer: &Person<'_>, given: &str, more: &[(&str, &str)]) -> (String, String) {
    // No two of the same length meet in a test, so each has a number of their own.
    let born = date(1996, 1, i8::try_from(given.len()).expect("names are short"));
    let person = enter(officer, "Prøve", given, &[("identity", &number(born))]);
    let mut fields = vec![("adults", "1"), ("children", "0"), ("situation", "VENNER"), ("received", "2026-02-10")];
    fields.retain(|(name, _)| more.iter().all(|(other, _)| other != name));
    fields.extend(more);
    let place = apply(officer, &person, &fields);
    let page = officer.get(&place).expect(200).text();
    let case = page.split("href=\"/cases/").nth(2).and_then(|rest| rest.split_once('"')).expect("it has two cases").0;
    (place, format!("/cases/{case}/assessment"))
}

pub fn record(officer: &Person<'_>, page: &str, fields: &[(&str, &str)]) -> Page {
    let seen = officer.get(page).expect(200).value("seen").expect("there is a form");
    let mut all = vec![("seen", seen.as_str())];
    all.extend(fields);
    officer.post(&format!("{page}/facts"), &all)
}

pub fn judge(officer: &Person<'_>, page: &str, ground: &str, met: &str, reasons: &str) -> Page {
    let seen = officer.get(page).expect(200).value("seen").expect("there is a form");
    let fields = [("seen", seen.as_str()), ("ground", ground), ("met", met), ("reasons", reasons)];
    officer.post(&format!("{page}/judgements"), &fields)
}

#[test]
fn a_case_goes_from_missing_facts_by_judgement_to_a_reading_and_never_decides() {
    TestApp::on_each(|app| {
        let officer = app.caseworker();
        let (_, page) = applied(&officer, "Gry", &[("income", "18 000")]);
        let before = officer.get(&page).expect(200);
        for text in ["Opplysninger mangler", "Standard regelsett", "Lovlig opphold", "Ikke spurt", "Reglene foreslår"]
        {
            assert!(before.has(text), "{text}: {before:?}");
        }
        record(&officer, &page, &[("stay", "NORSK"), ("income", "216 000"), ("income_basis", "BRUTTO")]).expect(303);
        assert!(officer.get(&page).expect(200).has("Noe må vurderes"));

        judge(&officer, &page, "INNTEKT", "yes", "Lav inntekt, leieprisene her er høye").expect(303);
        judge(&officer, &page, "MAALGR", "yes", "Har søkt privat i et år uten å få bolig").expect(303);
        let after = officer.get(&page).expect(200);
        for text in ["Kan innvilges etter reglene", "Lav inntekt, leieprisene", "Har søkt privat", "Prøve caseworker"]
        {
            assert!(after.has(text), "{text}: {after:?}");
        }
    });
}

#[test]
fn a_judgement_needs_reasons_and_does_not_change_what_a_fact_settles() {
    let app = TestApp::new();
    let officer = app.caseworker();
    let (_, page) = applied(&officer, "Ida", &[]);
    let without = judge(&officer, &page, "MAALGR", "no", " ").expect(422);
    assert!(without.has("Skriv begrunnelsen."), "{without:?}");
    let undecided = judge(&officer, &page, "MAALGR", "", "Vet ikke helt").expect(422);
    assert!(undecided.has("Velg om vilkåret er oppfylt") && undecided.has("Vet ikke helt"), "{undecided:?}");
    assert!(judge(&officer, &page, "OPPHOLD", "yes", "Det går nok bra").expect(422).has("avgjør vilkåret"));
}

#[test]
fn two_who_record_at_once_meet_and_what_cannot_be_true_is_named() {
    let app = TestApp::new();
    let (first, second) = (app.caseworker(), app.caseworker());
    let (_, page) = applied(&first, "Per", &[]);
    record(&first, &page, &[("stay", "NORSK")]).expect(303);
    let late = second.post(&format!("{page}/facts"), &[("seen", "0"), ("stay", "EOS")]).expect(409);
    assert!(late.has("Noen andre lagret noe"), "{late:?}");
    let wrong = [("here_since", "2030-01-01"), ("income", "300 000"), ("wealth", "mye"), ("evicted", "on")];
    let page = record(&first, &page, &wrong).expect(422);
    for text in ["Velg om inntekten", "«mye»", "href=\"#evicted_on\""] {
        assert!(page.has(text), "{text}: {page:?}");
    }
}

#[test]
fn a_case_of_somebody_protected_is_not_there_for_others() {
    let app = TestApp::new();
    let insider = app.insider();
    let (place, page) = applied(&insider, "Hemmelig", &[]);
    let person = insider.get(&place).expect(200).text();
    let id = person.split("href=\"/people/").nth(1).and_then(|rest| rest.split_once('"')).expect("the applicant").0;
    let shown = insider.get(&format!("/people/{id}")).expect(200);
    let version = shown.value("version").unwrap_or_else(|| "1".to_owned());
    let raised = [("version", version.as_str()), ("protection", "STRENGT"), ("reason", "Melding fra politiet")];
    insider.post(&format!("/people/{id}/protection"), &raised).expect(303);
    assert_eq!(insider.get(&page).status, 200);
    assert_eq!(app.caseworker().get(&page).status, 404);
}

/// An application that was granted before the register was taken into use, and waits for a home.
pub fn grant(officer: &Person<'_>, place: &str, day: &str) {
    decided_before_us(officer.app.office(), place.trim_start_matches("/applications/"));
    let version = officer.get(place).expect(200).value("version").expect("there is a form");
    let fields = [("version", version.as_str()), ("status", "VENTELISTE"), ("from", day)];
    officer.post(&format!("{place}/status"), &fields).expect(303);
}

/// The names on the waiting list, in its order.
fn order(officer: &Person<'_>) -> Vec<String> {
    let text = officer.get("/waiting-list").expect(200).text();
    let names = text.split("</a></span></td><td data-label=\"Søker\">").skip(1);
    names.filter_map(|rest| Some(rest.split_once(' ')?.0.to_owned())).collect()
}

#[test]
fn the_waiting_list_explains_its_order_and_a_move_keeps_its_reason() {
    TestApp::on_each(|app| {
        let officer = app.caseworker();
        let (alone, _) = applied(&officer, "Alene", &[]);
        let (family, _) = applied(&officer, "Familie", &[("children", "2")]);
        let (cramped, _) = applied(&officer, "Trangt", &[("situation", "TRANGT")]);
        for place in [&alone, &family, &cramped] {
            grant(&officer, place, "2026-02-20");
        }
        assert_eq!(order(&officer), ["Familie", "Alene", "Trangt"]);
        let page = officer.get("/waiting-list").expect(200);
        for text in ["3 venter på bolig", "1: Barnefamilie uten egnet bolig", "2: Bostedsløs", "Prioritetsgrunn"] {
            assert!(page.has(text), "{text}: {page:?}");
        }
        let address = format!("/waiting-list/{}", cramped.trim_start_matches("/applications/"));
        assert!(officer.get(&address).expect(200).has("Begrunnelsen blir stående"));
        officer.get("/waiting-list/nobody").expect(404);
        assert!(officer.post(&address, &[("to", "first"), ("reason", "")]).expect(422).has("Skriv hvorfor"));
        officer.post(&address, &[("to", "first"), ("reason", "Sykdom i familien, se notat")]).expect(303);
        assert_eq!(order(&officer), ["Trangt", "Familie", "Alene"]);
        assert!(officer.get("/waiting-list").expect(200).has("Sykdom i familien, se notat"));
        let file = officer.get("/waiting-list?format=csv").expect(200);
        let lines: Vec<String> = file.text().lines().map(str::to_owned).collect();
        assert_eq!(lines.len(), 4, "{lines:?}");
        for text in ["Plass", "Prioritetsgrunn", "Dager på venteliste"] {
            assert!(lines[0].contains(text), "{text}: {}", lines[0]);
        }
        for text in ["Trangt", "Foran alle", "Sykdom i familien, se notat"] {
            assert!(lines[1].contains(text), "{text}: {}", lines[1]);
        }
        let workbook = officer.get("/waiting-list?format=xlsx").expect(200);
        assert!(workbook.bytes.starts_with(b"PK") && workbook.header("content-disposition").contains("venteliste-"));
        officer.post(&address, &[("to", "back"), ("reason", "Frisk igjen")]).expect(303);
        assert_eq!(order(&officer), ["Familie", "Alene", "Trangt"]);
    });
}

#[test]
fn needs_are_recorded_day_by_day_with_what_follows_from_them() {
    TestApp::on_each(|app| {
        let officer = app.caseworker();
        let (_, page) = applied(&officer, "Liv", &[]);
        let needs = page.replace("/assessment", "/needs");
        let post = |part: &str, fields: &[(&str, &str)]| officer.post(&format!("{needs}/{part}"), fields);

        post("skills", &[("worker-BES", "4"), ("own-BES", "1"), ("worker-OK", "3"), ("skills_note", "Ber om hjelp")])
            .expect(303);
        let found = officer.get(&needs).expect(200);
        for text in ["4 Trenger mye hjelp: Styre besøk", "Middels, flere ganger i uken", "Ber om hjelp"] {
            assert!(found.has(text), "{text}: {found:?}");
        }
        let lost = [("from-0", "2020-01-01"), ("until-0", "2024-06-01"), ("kind-0", "PRIV"), ("ending-0", "UTKAST")];
        post("history", &lost).expect(303);
        assert!(officer.get(&needs).expect(200).has("1613 dager"), "{:?}", officer.get(&needs));
        post("follow-up", &[("level_today", "0"), ("level_needed", "3"), ("follow_up", "OKVEIL")]).expect(303);
        post("home", &[("access", "HEIS"), ("access", "DYR"), ("areas", "Sentrum, Nord")]).expect(303);
        post("wish", &[("wish", "Nær søsteren min")]).expect(303);
        let all = officer.get(&needs).expect(200);
        for text in ["Økonomisk veiledning", "Heis, Husdyr tillatt", "Sentrum, Nord", "Nær søsteren min"] {
            assert!(all.has(text), "{text}: {all:?}");
        }
        // Saved again, the first finding stays beside the new one.
        post("wish", &[("wish", "Helst i sentrum")]).expect(303);
        let again = officer.get(&needs).expect(200);
        assert!(again.has("Nær søsteren min") && again.has("Helst i sentrum"));
    });
}

#[test]
fn what_cannot_be_saved_of_needs_is_named_and_kept() {
    let app = TestApp::new();
    let officer = app.caseworker();
    let (_, page) = applied(&officer, "Tor", &[]);
    let needs = page.replace("/assessment", "/needs");
    let post = |part: &str, fields: &[(&str, &str)]| officer.post(&format!("{needs}/{part}"), fields);
    assert!(post("wish", &[]).expect(422).has("ikke fylt ut noe"));
    let row = post("history", &[("from-0", "i fjor"), ("kind-0", "PRIV"), ("place-0", "Fjordvik")]).expect(422);
    assert!(row.has("trenger fra-dato") && row.has("Fjordvik"), "{row:?}");
    let backwards = [("from-0", "2024-01-01"), ("until-0", "2023-01-01"), ("kind-0", "PRIV")];
    assert!(post("history", &backwards).expect(422).has("En dag kan ikke stemme"));
    assert!(post("home", &[("rooms", "5")]).expect(422).has("Skriv 1 til 9 rom"));
    assert_eq!(post("finnes-ikke", &[]).status, 404);
}

#[test]
fn codes_nobody_offered_are_refused_by_field_in_needs_and_facts() {
    let app = TestApp::new();
    let officer = app.caseworker();
    let (_, page) = applied(&officer, "Kode", &[]);
    let needs = page.replace("/assessment", "/needs");
    let refused = |part: &str, field: &str| {
        let page = officer.post(&format!("{needs}/{part}"), &[(field, "TULL")]).expect(422);
        assert!(page.has("Valget «TULL» finnes ikke. Velg på nytt."), "{part} {field}: {page:?}");
    };
    let fields = [("skills", "worker-OK"), ("follow-up", "level_needed"), ("follow-up", "follow_up")];
    let fields = fields.into_iter().chain([("home", "need_kind"), ("home", "access"), ("wish", "wish_kind")]);
    fields.chain([("history", "kind-0"), ("history", "ending-0")]).for_each(|(part, field)| refused(part, field));
    let fields = ["age_exception", "time_exception", "stay", "lease", "evicted", "purchase"];
    for field in fields {
        let answer = record(&officer, &page, &[(field, "TULL")]).expect(422);
        assert!(answer.has("Valget «TULL» finnes ikke. Velg på nytt."), "{field}: {answer:?}");
        assert!(answer.has(&format!("href=\"#{field}\"")), "{field}");
    }
}
