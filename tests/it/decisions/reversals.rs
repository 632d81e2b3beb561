use super::{GRANT, act, cases, decide, letter, send_all, set_up_letters, write};
use crate::app::{Person, TestApp};
use jiff::civil::date;

const REFUSAL: [(&str, &str); 7] = [
    ("outcome", "AVSLAG"),
    ("form", "NB"),
    ("conclusion", "Vi har avslått søknaden din."),
    ("reasons", "Husstanden eier en bolig i Vinne."),
    ("refusal_grounds", "EGNET"),
    ("follow_up", "IKKE_BEHOV"),
    ("follow_up_reason", "Husstanden klarer seg selv."),
];

/// What is decided instead, as a reversal.
fn instead<'a>(fields: &[(&'a str, &'a str)], comes_to: &'a str) -> Vec<(&'a str, &'a str)> {
    let kept = fields.iter().copied().filter(|(name, _)| *name != "outcome");
    [("outcome", "OMGJORT"), ("comes_to", comes_to)].into_iter().chain(kept).collect()
}

fn waits(officer: &Person<'_>) -> bool {
    officer.get("/applications?status=VENTELISTE").expect(200).has("Vik, Jon")
}

#[test]
fn a_refusal_reversed_in_the_partys_favour_puts_them_on_the_waiting_list() {
    TestApp::on_each(|app| {
        set_up_letters(app);
        let (officer, leader) = (app.caseworker(), app.leader());
        let [_, case] = cases(&officer, "Vik", "Jon", &[]);
        decide(&officer, &leader, &case, &REFUSAL);
        assert!(!waits(&officer));
        let again = officer.post(&format!("{case}/decision"), &[("outcome", "INNVILGET")]).expect(422);
        assert!(again.has("Dette utfallet passer ikke"));
        let bare = officer.post(&format!("{case}/decision"), &[("outcome", "OMGJORT")]).expect(422);
        assert!(bare.has("Velg hva omgjøringen går ut på"), "{bare:?}");
        officer.post(&format!("{case}/decision"), &[("outcome", "OMGJORT"), ("comes_to", "INNVILGET")]).expect(303);
        let lacking = write(&officer, &case, "submit", &instead(&GRANT[..4], "INNVILGET")).expect(422);
        for text in ["omtrentlig størrelse", "Skriv leietiden", "Svar på oppfølging"] {
            assert!(lacking.has(text), "{text}: {lacking:?}");
        }
        write(&officer, &case, "submit", &instead(&GRANT, "INNVILGET")).expect(303);
        act(&leader, &case, "signature", &[]).expect(303);
        assert!(waits(&officer), "what was granted instead stands");
        let page = officer.get(&format!("{case}/decision")).expect(200);
        assert!(page.has("Gjort om") && page.has("Du får kommunal bolig og står på venteliste."), "{page:?}");
        assert!(officer.get(&case).expect(200).has("Innvilget"), "the case ended so");
        assert!(officer.get(&letter(&officer, &case)).expect(200).bytes.starts_with(b"%PDF"));
    });
}

#[test]
fn a_grant_reversed_to_harm_is_warned_of_first_and_takes_the_party_off_the_list() {
    TestApp::on_each(|app| {
        set_up_letters(app);
        let (officer, leader) = (app.caseworker(), app.leader());
        let [_, case] = cases(&officer, "Vik", "Jon", &[]);
        decide(&officer, &leader, &case, &GRANT);
        assert!(waits(&officer));
        officer.post(&format!("{case}/decision"), &[("outcome", "OMGJORT"), ("comes_to", "AVSLAG")]).expect(303);
        let reversal = instead(&REFUSAL, "AVSLAG");
        let unwarned = write(&officer, &case, "submit", &reversal).expect(422);
        assert!(unwarned.has("Send forhåndsvarsel og vent på svar") && unwarned.has("id=\"unheard_because\""));
        let notice = [
            ("action", "send"),
            ("text", "Vi vurderer å gjøre om vedtaket."),
            ("items", "Husstanden eier en bolig."),
            ("legal_basis", "forvaltningsloven § 35"),
            ("day", "2026-03-15"),
        ];
        officer.post(&format!("{case}/letters/notice"), &notice).expect(303);
        write(&officer, &case, "submit", &reversal).expect(422);
        send_all(&officer, "2026-03-01");
        let early = write(&officer, &case, "submit", &reversal).expect(422);
        assert!(early.has("Parten har frist til 15.03.2026") && early.has("Varsel sendt 01.03.2026"), "{early:?}");
        let answered = |day| [reversal.as_slice(), &[("answered", day)]].concat();
        let before = write(&officer, &case, "submit", &answered("2026-02-28")).expect(422);
        assert!(before.has("kan ikke ha kommet før varselet ble sendt 01.03.2026"), "{before:?}");
        write(&officer, &case, "submit", &answered("2026-03-01")).expect(303);
        act(&leader, &case, "signature", &[]).expect(303);
        assert!(!waits(&officer), "nobody waits on a refusal");
        assert!(officer.get("/applications?status=VEDTATT_NEI").expect(200).has("Vik, Jon"));
    });
}

#[test]
fn the_day_after_the_notice_ran_out_the_decision_can_be_signed() {
    let app = TestApp::new();
    set_up_letters(&app);
    let (officer, leader) = (app.caseworker(), app.leader());
    let [_, case] = cases(&officer, "Vik", "Jon", &[]);
    decide(&officer, &leader, &case, &GRANT);
    let notice = [("action", "send"), ("text", "Vi vurderer å gjøre om."), ("items", "Eier en bolig.")];
    let more = [("legal_basis", "forvaltningsloven § 35"), ("day", "2026-03-15")];
    officer.post(&format!("{case}/letters/notice"), &[&notice[..], &more].concat()).expect(303);
    send_all(&officer, "2026-03-01");
    drop((officer, leader));
    let app = app.reopened_on(date(2026, 3, 15));
    let officer = app.caseworker();
    officer.post(&format!("{case}/decision"), &[("outcome", "OMGJORT"), ("comes_to", "AVSLAG")]).expect(303);
    write(&officer, &case, "submit", &instead(&REFUSAL, "AVSLAG")).expect(422);
    act(&officer, &case, "withdrawal", &[("why", "Fristen er ikke ute.")]).expect(303);
    drop(officer);
    let app = app.reopened_on(date(2026, 3, 16));
    let officer = app.caseworker();
    officer.post(&format!("{case}/decision"), &[("outcome", "OMGJORT"), ("comes_to", "AVSLAG")]).expect(303);
    write(&officer, &case, "submit", &instead(&REFUSAL, "AVSLAG")).expect(303);
}

#[test]
fn less_than_before_without_a_warning_takes_a_written_reason() {
    let app = TestApp::new();
    set_up_letters(&app);
    let (officer, leader) = (app.caseworker(), app.leader());
    let [_, case] = cases(&officer, "Vik", "Jon", &[]);
    decide(&officer, &leader, &case, &GRANT);
    officer.post(&format!("{case}/decision"), &[("outcome", "OMGJORT"), ("comes_to", "INNVILGET")]).expect(303);
    let fewer: Vec<_> = GRANT.into_iter().map(|(name, it)| (name, if name == "rooms" { "2" } else { it })).collect();
    let fewer = instead(&fewer, "INNVILGET");
    assert!(write(&officer, &case, "submit", &fewer).expect(422).has("Parten får mindre enn før"));
    let said = [fewer.as_slice(), &[("unheard_because", "Husstanden ba om en mindre bolig.")]].concat();
    write(&officer, &case, "submit", &said).expect(303);
}
