use super::{GRANT, act, set_up_letters, write};
use crate::app::{Person, TestApp};
use crate::assessments::{applied, judge, record};
use crate::rule_sets::{filled_in, send};
use husrom::office::decisions::frozen_of;
use husrom::store::decisions::of_case;

/// A case on a home where income and target group are judged; answers its address.
fn assessed(officer: &Person<'_>, given: &str) -> String {
    let (_, page) = applied(officer, given, &[]);
    record(officer, &page, &[("stay", "NORSK"), ("income", "216 000"), ("income_basis", "BRUTTO")]).expect(303);
    judge(officer, &page, "INNTEKT", "yes", "Lav inntekt, leieprisene her er høye.").expect(303);
    page.replace("/assessment", "")
}

/// From `day` somebody must also have lived here for two years.
fn ask_for_two_years(app: &TestApp, day: &str) {
    let administrator = app.administrator();
    let form = administrator.get("/rule-sets/new?from=standard").expect(200);
    let more = [("valid_from", day), ("time_here", "true"), ("time_here.least_months", "24")];
    let clause = [("name", "Strengere regler"), ("time_here.clause", "To års botid")];
    send(&administrator, &filled_in(&form, &[more.as_slice(), &clause].concat()), "save").expect(303);
}

fn begin(officer: &Person<'_>, case: &str, outcome: &str, form: &str) -> String {
    officer.post(&format!("{case}/decision"), &[("outcome", outcome), ("form", form)]).expect(303);
    officer.get(&format!("{case}/decision")).expect(200).text()
}

#[test]
fn the_reasons_tell_what_the_assessment_found_and_who_judged() {
    TestApp::on_each(|app| {
        set_up_letters(app);
        let officer = app.caseworker();
        let case = assessed(&officer, "Gry");
        let page = begin(&officer, &case, "INNVILGET", "NB");
        for text in [
            "Alder: Søkeren må ha fylt 18 år. Vi har lagt til grunn: alder: 30 år; aldersgrense: 18 år.",
            "Prøve caseworker-",
            "har vurdert dette 1. mars 2026: Lav inntekt, leieprisene her er høye.",
            "Ikke vurdert ennå: I målgruppen.",
        ] {
            let text = text.to_lowercase();
            assert!(page.to_lowercase().contains(&text), "{text}: {page}");
        }
        judge(&officer, &format!("{case}/assessment"), "MAALGR", "no", "Har fått bolig selv.").expect(303);
        write(&officer, &case, "propose", &GRANT).expect(303);
        let anew = officer.get(&format!("{case}/decision")).expect(200);
        assert!(
            anew.has("Har fått bolig selv. Vilkåret er ikke oppfylt") && !anew.has("Ikke vurdert ennå"),
            "{anew:?}"
        );
        write(&officer, &case, "save", &GRANT).expect(303);
        assert!(!officer.get(&format!("{case}/decision")).expect(200).has("Har fått bolig selv"), "it can be edited");
    });
}

#[test]
fn a_refusal_proposes_the_ground_that_is_not_met_and_none_that_is_missing() {
    let app = TestApp::new();
    let officer = app.caseworker();
    let case = assessed(&officer, "Liv");
    judge(&officer, &format!("{case}/assessment"), "MAALGR", "no", "Kan skaffe bustad sjølv.").expect(303);
    ask_for_two_years(&app, "2026-03-01");
    let page = begin(&officer, &case, "AVSLAG", "NN");
    assert!(page.contains("value=\"MAALGR\" checked") && !page.contains("value=\"BOTID\" checked"), "{page}");
    for text in [
        "Kan skaffe bustad sjølv. Vilkåret er ikkje oppfylt, og det talar mot",
        "Vi har ikkje fått opplysningar om budd i kommunen sidan. Det er ikkje rekna mot deg.",
    ] {
        assert!(page.contains(text), "{text}: {page}");
    }
}

#[test]
fn a_decision_without_an_assessment_says_so_and_leads_there() {
    let app = TestApp::new();
    let officer = app.caseworker();
    let (_, page) = applied(&officer, "Ola", &[]);
    let case = page.replace("/assessment", "");
    let page = begin(&officer, &case, "INNVILGET", "NB");
    assert!(page.contains("Saken er ikke vurdert") && page.contains(&format!("href=\"{case}/assessment\"")), "{page}");
    assert!(!page.contains("Søkeren må ha fylt 18 år"), "nobody has held the case against the rules: {page}");
}

/// A refusal but for its reasons and its ground.
const REFUSED: [(&str, &str); 5] = [
    ("outcome", "AVSLAG"),
    ("form", "NB"),
    ("conclusion", "Vi har avslått søknaden din."),
    ("follow_up", "IKKE_BEHOV"),
    ("follow_up_reason", "Husstanden klarer seg selv."),
];

const MEANS: &str = "Inntekten eller formuen din er stor nok til at du selv kan skaffe en egnet bolig.";

#[test]
fn reasons_never_come_from_nothing() {
    TestApp::on_each(|app| {
        set_up_letters(app);
        let officer = app.caseworker();
        let (_, page) = applied(&officer, "Ola", &[]);
        let case = page.replace("/assessment", "");
        begin(&officer, &case, "AVSLAG", "NB");
        write(&officer, &case, "save", &[REFUSED.as_slice(), &[("refusal_grounds", "OKONOMI")]].concat()).expect(303);
        let open = officer.get(&format!("{case}/decision")).expect(200);
        assert!(open.has(MEANS), "the ground that is ticked is said: {open:?}");

        let refusal = |reasons| [REFUSED.as_slice(), &[("refusal_grounds", "OKONOMI"), ("reasons", reasons)]].concat();
        let refused = write(&officer, &case, "submit", &refusal(MEANS)).expect(422);
        assert!(refused.has("skriv med egne ord hvorfor"), "{refused:?}");
        write(&officer, &case, "submit", &refusal("Husstanden har 900 000 kroner i lønn.")).expect(303);
    });
}

#[test]
fn the_sentence_of_a_ground_is_put_in_once_and_can_be_worded_otherwise() {
    let app = TestApp::new();
    let officer = app.caseworker();
    let case = assessed(&officer, "Liv");
    begin(&officer, &case, "AVSLAG", "NB");
    let save = |ground, reasons| {
        let more = [("refusal_grounds", ground), ("reasons", reasons)];
        write(&officer, &case, "save", &[REFUSED.as_slice(), &more].concat()).expect(303);
        officer.get(&format!("{case}/decision")).expect(200)
    };
    assert!(save("OKONOMI", "Dette er grunnen.").has(&format!("Dette er grunnen.\n\n{MEANS}")));
    assert!(!save("OKONOMI", "Lønna er høy nok.").has(MEANS), "whoever writes has the last word");
    let other = save("KAPASITET", &format!("Dette er grunnen.\n\n{MEANS}"));
    assert!(!other.has(MEANS) && other.has("Kommunen har ikke et egnet boligtilbud."), "{other:?}");
}

#[test]
fn rules_that_changed_after_the_assessment_are_told_and_whoever_signs_must_have_seen_it() {
    TestApp::on_each(|app| {
        set_up_letters(app);
        let (officer, leader) = (app.caseworker(), app.leader());
        let case = assessed(&officer, "Gry");
        begin(&officer, &case, "INNVILGET", "NB");
        ask_for_two_years(app, "2026-03-01");
        write(&officer, &case, "submit", &GRANT).expect(303);

        let page = leader.get(&format!("{case}/decision")).expect(200);
        for text in [
            "Reglene er endret etter at saken ble vurdert",
            "Vurdert etter Standard regelsett, fra 01.01.2020 (utgave 1). Nå gjelder Strengere regler, fra 01.03.2026",
            "Botid i kommunen: ikke spurt om før, nå Opplysning mangler",
            "To års botid",
        ] {
            assert!(page.has(text), "{text}: {page:?}");
        }
        assert!(act(&leader, &case, "signature", &[]).expect(422).has("Kryss av for at du har sett det"));
        let seen = page.value("rules").expect("it can be confirmed");
        act(&leader, &case, "signature", &[("rules", &seen)]).expect(303);
        assert!(leader.get(&format!("{case}/decision")).expect(200).has("Strengere regler, fra 01.03.2026"));

        let id = case.trim_start_matches("/cases/");
        let signed = app.office().store().read(|tx| of_case(tx, id)).expect("it is there").remove(0);
        let frozen = frozen_of(app.office().secrets(), &signed).expect("it opens").expect("it is signed");
        let frozen: serde_json::Value = serde_json::from_str(&frozen).expect("it is JSON");
        assert_eq!(frozen["assessment"]["rules"]["name"], "Strengere regler");
        assert_ne!(frozen["rules"]["assessed_on"], frozen["rules"]["in_force"]);
    });
}

#[test]
fn rules_that_come_later_or_that_the_case_was_assessed_by_ask_nothing() {
    TestApp::on_each(|app| {
        set_up_letters(app);
        let (officer, leader) = (app.caseworker(), app.leader());
        let case = assessed(&officer, "Gry");
        begin(&officer, &case, "INNVILGET", "NB");
        ask_for_two_years(app, "2026-03-02");
        assert!(!officer.get(&format!("{case}/decision")).expect(200).has("Reglene er endret"), "they hold tomorrow");

        ask_for_two_years(app, "2026-03-01");
        assert!(officer.get(&format!("{case}/decision")).expect(200).has("Reglene er endret"));
        write(&officer, &case, "propose", &GRANT).expect(303);
        assert!(
            officer.get(&format!("{case}/decision")).expect(200).has("Reglene er endret"),
            "judged by the old rules"
        );
        record(&officer, &format!("{case}/assessment"), &[("here_since", "2020-01-01"), ("stay", "NORSK")]).expect(303);
        write(&officer, &case, "propose", &GRANT).expect(303);
        assert!(!officer.get(&format!("{case}/decision")).expect(200).has("Reglene er endret"));
        write(&officer, &case, "submit", &GRANT).expect(303);
        act(&leader, &case, "signature", &[]).expect(303);
    });
}

#[test]
fn a_decision_in_nynorsk_tells_the_rules_in_nynorsk_and_names_those_that_lack_it() {
    TestApp::on_each(|app| {
        set_up_letters(app);
        let officer = app.caseworker();
        let page = begin(&officer, &assessed(&officer, "Gry"), "INNVILGET", "NN").to_lowercase();
        for text in ["søkjaren må ha fylt 18 år", "retningslinjene i kommunen og forvaltningslova"] {
            assert!(page.contains(text), "{text}: {page}");
        }
        assert!(!page.contains("søkeren må ha fylt") && !page.contains("har bare bokmål"), "{page}");
        ask_for_two_years(app, "2026-03-01");
        let page = begin(&officer, &assessed(&officer, "Ragnhild"), "INNVILGET", "NN");
        assert!(page.contains("har bare bokmål for: ") && page.contains("To års botid"), "{page}");
        let list = officer.get("/rule-sets").expect(200).text();
        let (_, after) = list.split_once("href=\"/rule-sets/").expect("a rule set");
        let newest = officer.get(&format!("/rule-sets/{}", after.split_once('"').expect("its end").0)).expect(200);
        assert!(newest.has("Uten nynorsk tekst: Botid"), "{newest:?}");
    });
}
