//! The file of a case for its party and for the appeal body: all that the decision stood on, in order, and what is kept
//! back of it.

use super::{register, step};
use crate::app::{Person, TestApp};
use crate::assessments::{judge, record};
use crate::decisions::{GRANT, decide, send_all, set_up_letters};
use crate::documents::text_of;
use crate::program::{husrom, run, said};
use husrom::store::journal::{Filter, list};

/// A case of a household of two, assessed, with needs, whose applicant was born under another's eyes.
fn of_two(officer: &Person<'_>) -> String {
    let fields = [
        ("applicant", "new"),
        ("family", "Fossum"),
        ("given", "Gry"),
        ("born", "1988-01-02"),
        ("received", "2026-02-10"),
        ("kind", "NY"),
        ("situation", "TRANGT"),
        ("address", "Elvegata 4, 7600 Fjordvik"),
        ("m0_name", "Fossum, Torbjørn"),
        ("m0_born", "2012-03-03"),
        ("m0_role", "BARN"),
        ("landlord", "Utleie Utgård"),
        ("own_words", "Torbjørns skole ligger langt unna."),
    ];
    let place = officer.post("/applications/new", &fields).expect(303).location().to_owned();
    let page = officer.get(&place).expect(200).text();
    let case = page.split("href=\"/cases/").nth(2).and_then(|rest| rest.split_once('"')).expect("it has two cases").0;
    let case = format!("/cases/{case}");
    let assessment = format!("{case}/assessment");
    record(officer, &assessment, &[("stay", "NORSK"), ("income", "216 000"), ("income_basis", "BRUTTO")]).expect(303);
    case
}

fn file(officer: &Person<'_>, case: &str, fields: &[(&str, &str)]) -> String {
    text_of(&officer.post(&format!("{case}/bundle"), fields).expect(200).bytes)
}

/// What the page calls a third person.
fn person(officer: &Person<'_>, case: &str, name: &str) -> String {
    let page = officer.get(&format!("{case}/appeal")).expect(200).text();
    let (before, _) = page.split_once(&format!("\">{name}")).expect("the person is named");
    before.rsplit_once("for=\"person-").expect("there is a box for it").1.to_owned()
}

#[test]
fn the_file_holds_all_that_the_decision_stood_on_in_the_order_of_its_days() {
    TestApp::on_each(|app| {
        set_up_letters(app);
        let (officer, colleague, leader) = (app.caseworker(), app.caseworker(), app.leader());
        let case = of_two(&officer);
        let before = file(&officer, &case, &[]);
        assert!(before.contains("Opplysninger i saken") && before.contains("216 000"), "{before}");
        assert!(!before.contains("Vurderingen vedtaket bygger på"), "nothing is made of the facts yet: {before}");

        judge(&officer, &format!("{case}/assessment"), "INNTEKT", "yes", "Leieprisene her er høye.").expect(303);
        officer.post(&format!("{case}/needs/wish"), &[("wish", "Nær skolen")]).expect(303);
        decide(&officer, &leader, &case, &GRANT);
        send_all(&officer, "2026-03-01");
        register(&officer, &case, "2026-03-01").expect(303);
        step(&officer, &case, "time", &[]).expect(303);
        step(&colleague, &case, "reconsider", &[("reconsideration", "OPPRETTHOLDT")]).expect(303);
        step(&colleague, &case, "forward", &[("reason", "Fire rom er nok.")]).expect(303);

        let whole = file(&colleague, &case, &[("for", "body")]);
        let (contents, rest) = whole.split_once("1. Søknaden slik den ble mottatt").expect("contents in front");
        assert!(contents.contains("Klagen") && contents.contains("Vurderingen vedtaket bygger på"), "{contents}");
        let told = [
            "Elvegata 4",
            "Det som mangler",
            "Kartlagte behov",
            "Nær skolen",
            "Vurderingen vedtaket bygger på",
            "Leieprisene her er høye.",
            "Vedtaket og opplysningene det bygger på",
            "(utgave 1)",
            "Kontrollsum",
            "Du får kommunal bolig og står på venteliste.",
            "Klagen 1. mars 2026",
            "Vi trenger tre soverom.",
            "Behandlingen av klagen",
            "Vedtaket opprettholdes",
        ];
        let mut at = 0;
        for text in told {
            at += rest[at..].find(text).unwrap_or_else(|| panic!("{text:?} is not told in its place:\n{rest}"));
        }
        let judged = "Vurdert av ";
        assert!(rest.contains(judged), "it is told who judged: {rest}");
    });
}

#[test]
fn what_is_filled_in_later_stands_with_its_day_beside_what_came_first() {
    let app = TestApp::new();
    let officer = app.caseworker();
    let case = of_two(&officer);
    let page = officer.get(&case).expect(200).text();
    let (_, rest) = page.split_once("href=\"/applications/").expect("its application");
    let application = format!("/applications/{}", rest.split_once('"').expect("its end").0);
    let place = format!("{application}/answers");
    let version = officer.get(&place).expect(200).value("version").expect("a form");
    let said = [("version", version.as_str()), ("situation", "TRANGT"), ("own_words", "Helst nær skolen.")];
    officer.post(&place, &said).expect(303);
    let told = file(&officer, &case, &[]);
    let first = told.find("Svar i søknaden 10. februar 2026").expect("what came first");
    let later = told.find("Utfylt eller rettet 1. mars 2026").expect("what came later");
    assert!(first < later && told[first..later].contains("Torbjørns skole"), "{told}");
    assert!(told[later..].contains("Helst nær skolen."), "{told}");
}

#[test]
fn what_tells_of_a_third_person_is_hidden_when_asked_for_and_every_record_opens_by_itself() {
    let app = TestApp::new();
    set_up_letters(&app);
    let (officer, leader, outsider) = (app.caseworker(), app.leader(), app.auditor());
    let case = of_two(&officer);
    decide(&officer, &leader, &case, &GRANT);
    let all = file(&officer, &case, &[]);
    assert!(all.contains("Torbjørn Fossum, født 03.03.2012") && all.contains("Utleie Utgård"), "{all}");
    let (child, landlord) = (person(&officer, &case, "Torbjørn"), person(&officer, &case, "Utleie"));
    let masked = file(&officer, &case, &[("person", &child), ("person", &landlord)]);
    for hidden in ["Torbjørn", "03.03.2012", "Utgård"] {
        assert!(!masked.contains(hidden), "{hidden}: {masked}");
    }
    assert!(masked.contains("Noe er skjult.") && masked.contains("[Skjult etter forvaltningsloven § 19]s skole"));
    let without = file(&officer, &case, &[("withheld", "application")]);
    assert!(!without.contains("Torbjørn") && without.contains("Ikke utlevert, etter forvaltningsloven § 19"));
    let unknown = officer.post(&format!("{case}/bundle"), &[("person", "nobody")]).expect(422);
    assert!(unknown.has("er ikke i saken lenger"), "{unknown:?}");

    let opened = officer.get(&format!("{case}/records/decision-1")).expect(200);
    assert!(text_of(&opened.bytes).contains("Kontrollsum"), "a record is looked at before it is handed out");
    officer.get(&format!("{case}/records/decision-2")).expect(404);
    outsider.get(&format!("{case}/records/decision-1")).expect(403);
}

#[test]
fn nothing_that_leads_to_a_protected_home_is_typed_out() {
    let app = TestApp::new();
    set_up_letters(&app);
    let (officer, outsider) = (app.insider(), app.caseworker());
    let case = of_two(&officer);
    let page = officer.get(&case).expect(200).text();
    let (_, rest) = page.split_once("href=\"/people/").expect("the party");
    let party = format!("/people/{}", rest.split_once('"').expect("its end").0);
    let version = officer.get(&party).expect(200).value("version").expect("a form");
    let raised = [("version", version.as_str()), ("protection", "STRENGT"), ("reason", "Melding fra registeret")];
    officer.post(&format!("{party}/protection"), &raised).expect(303);
    let told = file(&officer, &case, &[]);
    assert!(told.contains("Torbjørns skole") && !told.contains("Elvegata") && !told.contains("Utgård"), "{told}");
    outsider.get(&format!("{case}/records/application")).expect(404);
}

#[test]
fn an_operator_sees_what_is_in_the_file_and_masks_it_and_the_journal_says_so() {
    let app = TestApp::new();
    set_up_letters(&app);
    let (officer, leader) = (app.caseworker(), app.leader());
    let case = of_two(&officer);
    decide(&officer, &leader, &case, &GRANT);
    let page = officer.get(&format!("{case}/appeal")).expect(200).text();
    let number = page.split("Klage i sak ").nth(1).and_then(|rest| rest.split_whitespace().next()).expect("its number");
    let out = app.folder().join("innsyn.pdf");
    let bundle = |arguments: &[&str]| {
        let mut command = husrom("access-bundle", app.folder());
        run(command.arg(number).args(arguments).env("HUSROM_TODAY", "2026-03-01"))
    };
    let listed = said(&bundle(&["--list"]));
    for text in
        ["  1  2026-02-10  Søknaden slik den ble mottatt", "pages can be hidden", "person  Torbjørn Fossum  (Barn)"]
    {
        assert!(listed.contains(text), "{text}: {listed}");
    }
    let letter = listed.lines().find(|line| line.contains("pages can be hidden")).expect("the decision's letter");
    let pages = format!("{}:1", letter.split_whitespace().next().expect("its number"));
    let file = out.to_str().expect("the folder's name is text");
    let made = bundle(&["--out", file, "--hide-person", "Torbjørn Fossum", "--hide-pages", &pages]);
    assert!(made.status.success(), "{}", said(&made));
    let text = text_of(&std::fs::read(&out).expect("the file is there"));
    assert!(!text.contains("Torbjørn") && text.contains("side 1 av 2 Skjult etter forvaltningsloven § 19"), "{text}");
    for (wrong, told) in [
        (["--withhold", "99"], "there is no number 99"),
        (["--hide-pages", "1:2"], "Pages can be hidden in PDF documents only"),
        (["--hide-person", "Ingen"], "the case tells of no Ingen"),
    ] {
        let refused = bundle(&[&["--out", file], &wrong[..]].concat());
        assert!(!refused.status.success() && said(&refused).contains(told), "{}", said(&refused));
    }
    let shares = Filter { changes_only: true, actor: Some("operator".to_owned()), most: 100, ..Filter::default() };
    let shares = app.office().store().read(|tx| list(tx, &shares)).expect("the journal is there");
    let shared: Vec<_> = shares.iter().filter(|sealed| sealed.entry.action == "share").collect();
    assert_eq!(shared.len(), 1, "{shares:?}");
    assert!(shared[0].entry.details.contains("\"persons\":[\""), "{}", shared[0].entry.details);
}
