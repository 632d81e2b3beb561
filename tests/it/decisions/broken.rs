use super::{GRANT, act, cases, decide, letter, set_up_letters, write};
use crate::app::TestApp;

#[test]
fn who_wrote_a_decision_cannot_approve_it_and_a_colleague_without_the_mandate_neither() {
    let app = TestApp::new();
    set_up_letters(&app);
    let (author, colleague, leader) = (app.leader(), app.caseworker(), app.leader());
    let [_, case] = cases(&author, "Berge", "Tor", &[]);
    author.post(&format!("{case}/decision"), &[("outcome", "INNVILGET")]).expect(303);
    assert!(write(&author, &case, "sign", &GRANT).expect(422).has("må godkjennes av en annen"));
    write(&author, &case, "submit", &GRANT).expect(303);
    assert!(
        act(&author, &case, "signature", &[]).expect(422).has("Du har skrevet vedtaket. En annen må godkjenne det.")
    );
    assert!(act(&author, &case, "remarks", &[("remarks", "x")]).expect(422).has("En annen må godkjenne det."));
    assert!(act(&colleague, &case, "signature", &[]).expect(422).has("Det kan leder."));
    act(&leader, &case, "signature", &[]).expect(303);
}

#[test]
fn two_who_decide_at_once_get_one_decision_and_one_calm_page() {
    TestApp::on_each(|app| {
        set_up_letters(app);
        let (officer, colleague) = (app.caseworker(), app.caseworker());
        let (one, other) = (app.leader(), app.leader());
        let [_, case] = cases(&officer, "Myhre", "Pål", &[]);
        let begin = |who: &crate::app::Person<'_>| who.post(&format!("{case}/decision"), &[("outcome", "INNVILGET")]);
        begin(&officer).expect(303);
        assert!(begin(&colleague).expect(422).has("Det skrives allerede et vedtak"));
        assert!(write(&colleague, &case, "save", &GRANT).expect(422).has("Bare den som skriver vedtaket"));

        write(&officer, &case, "submit", &GRANT).expect(303);
        let version = other.get(&format!("{case}/decision")).expect(200).value("version").expect("it waits");
        act(&one, &case, "signature", &[]).expect(303);
        let late = other.post(&format!("{case}/decision/signature"), &[("version", &version)]).expect(409);
        assert!(late.has("Noen andre har endret vedtaket") && late.has("Signert"), "{late:?}");
        let back = other.post(&format!("{case}/decision/remarks"), &[("version", &version), ("remarks", "Vent")]);
        back.expect(409);
    });
}

#[test]
fn names_in_arabic_script_and_of_120_letters_are_printed() {
    let app = TestApp::new();
    set_up_letters(&app);
    let (officer, leader) = (app.caseworker(), app.leader());
    let long = "Wolfeschlegelsteinhausenbergerdorff ".repeat(3);
    for (family, given) in [("العلي", "محمد"), (long.trim(), "Anne Marie Elisabeth")] {
        let [_, case] = cases(&officer, family, given, &[]);
        decide(&officer, &leader, &case, &GRANT);
        let pdf = officer.get(&letter(&officer, &case)).expect(200);
        assert!(pdf.bytes.starts_with(b"%PDF-1.7"), "{family}");
    }
    // No font has it: the letter is not made, and the officer is told which sign it is.
    let [_, case] = cases(&officer, "Sol", "Ida 🌞", &[]);
    officer.post(&format!("{case}/decision"), &[("outcome", "INNVILGET")]).expect(303);
    assert!(write(&officer, &case, "submit", &GRANT).expect(422).has("🌞"));
}

#[test]
fn a_letter_that_lacks_what_the_law_asks_for_is_stopped_with_the_provision() {
    let app = TestApp::new();
    let officer = app.caseworker();
    let [_, case] = cases(&officer, "Dahl", "Eva", &[]);
    officer.post(&format!("{case}/decision"), &[("outcome", "INNVILGET")]).expect(303);
    let page = write(&officer, &case, "submit", &GRANT).expect(422);
    assert!(page.has("«kontakt»") && page.has("fvl. § 27"), "{page:?}");
}

#[test]
fn a_grant_out_of_all_reason_is_refused_field_by_field() {
    TestApp::on_each(|app| {
        set_up_letters(app);
        let officer = app.caseworker();
        let [_, case] = cases(&officer, "Lie", "Ada", &[]);
        officer.post(&format!("{case}/decision"), &[("outcome", "INNVILGET")]).expect(303);
        let absurd = [("rooms", "255"), ("square_metres", "65535"), ("lease_months", "6"), ("from", "1900-01-01")];
        let other = |name: &str| absurd.iter().all(|(field, _)| *field != name);
        let fields: Vec<_> = GRANT.into_iter().filter(|(name, _)| other(name)).chain(absurd).collect();
        let page = write(&officer, &case, "submit", &fields).expect(422);
        for text in [
            "255 rom er flere enn en bolig har",
            "65535 kvadratmeter kan ikke stemme",
            "Leietiden er kortere enn 3 år. Skriv grunnen",
            "Vedtaket kan gjelde fra 10.02.2026 til 01.03.2028",
        ] {
            assert!(page.has(text), "{text}: {page:?}");
        }
        let short = [("lease_months", "12"), ("short_lease_because", "Bygget skal rives.")];
        let fields: Vec<_> = GRANT.into_iter().filter(|(name, _)| *name != "lease_months").chain(short).collect();
        write(&officer, &case, "submit", &fields).expect(303);
        let told = officer.get(&format!("{case}/decision")).expect(200);
        assert!(told.has("kortere enn lovens minstetid fordi: Bygget skal rives."), "{told:?}");
    });
}

#[test]
fn a_condition_without_legal_basis_cannot_be_set() {
    let app = TestApp::new();
    set_up_letters(&app);
    let officer = app.caseworker();
    let [_, case] = cases(&officer, "Moen", "Ole", &[]);
    officer.post(&format!("{case}/decision"), &[("outcome", "INNVILGET")]).expect(303);
    let condition = [("condition_text", "Ta imot besøk"), ("condition_basis", ""), ("condition_reason", "Avtalt")];
    let fields: Vec<_> = GRANT.into_iter().chain(condition).collect();
    let page = write(&officer, &case, "submit", &fields).expect(422);
    assert!(page.has("Vilkår 1 mangler hjemmel") && page.has("Ta imot besøk"), "{page:?}");
    let fields: Vec<_> = fields.into_iter().filter(|(name, _)| *name != "condition_basis").collect();
    let with = |basis| [fields.as_slice(), &[("condition_basis", basis)]].concat();
    assert!(write(&officer, &case, "submit", &with("x")).expect(422).has("Vilkår 1 må vise til en lov eller regel"));
    write(&officer, &case, "submit", &with("husleieloven § 5-1")).expect(303);
}

#[test]
fn a_child_is_given_nothing_until_a_guardian_acts_for_them() {
    TestApp::on_each(|app| {
        set_up_letters(app);
        let officer = app.caseworker();
        let [_, case] = cases(&officer, "Ung", "Per", &[("born", "2012-06-01")]);
        officer.post(&format!("{case}/decision"), &[("outcome", "INNVILGET")]).expect(303);
        let stopped = write(&officer, &case, "submit", &GRANT).expect(422);
        assert!(stopped.has("Søkeren er under 18 år, og ingen verge er registrert"), "{stopped:?}");
        let page = officer.get(&case).expect(200).text();
        let (_, rest) = page.split_once("page-actions").expect("the head of the page");
        let (_, rest) = rest.split_once("href=\"/applications/").expect("the application");
        let application = format!("/applications/{}", rest.split_once('"').expect("an address").0);
        let guardian = [("action", "add"), ("rep_role", "GUARDIAN"), ("rep_name", "Mor Ung")];
        officer.post(&format!("{application}/representatives"), &guardian).expect(303);
        write(&officer, &case, "submit", &GRANT).expect(303);
    });
}
