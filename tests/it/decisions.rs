//! Decisions: written, returned, signed by somebody else, frozen, sent, and the day to appeal by.

/// What somebody tries to break.
mod addressees;
mod broken;
/// What a decision stands on: the assessment and the rules.
mod grounds;
/// What the law asks of the letter, by the act of the day.
mod letter_blocks;
mod own_rules;
/// A protected address in what leaves the office.
mod protected;
/// A decision changed or set aside: what comes in its place.
mod reversals;
/// The day it is looked at again.
mod reviews;

use crate::app::{Page, Person, TestApp};
use crate::people::enter;

/// Says how the office is reached: letters must tell it.
pub fn set_up_letters(app: &TestApp) {
    let fields = [("unit", "Boligkontoret"), ("address", "Postboks 1\n7600 Fjordvik"), ("telephone", "74 00 00 00")];
    let more =
        [("post_days", "5"), ("forward_days", "21"), ("form", "NB"), ("county_governor", "Statsforvalteren i Fjord")];
    let fields: Vec<_> = fields.into_iter().chain(more).collect();
    app.administrator().post("/settings/letters", &fields).expect(303);
}

/// An application of somebody new, for a home; answers the addresses of the cases of help and of the home.
pub fn cases(officer: &Person<'_>, family: &str, given: &str, person: &[(&str, &str)]) -> [String; 2] {
    let person = enter(officer, family, given, person);
    let fields = [
        ("applicant", person.trim_start_matches("/people/")),
        ("received", "2026-02-10"),
        ("kind", "NY"),
        ("adults", "1"),
        ("children", "2"),
        ("situation", "TRANGT"),
    ];
    let place = officer.post("/applications/new", &fields).expect(303).location().to_owned();
    let page = officer.get(&place).expect(200).text();
    let mut found = page.split("href=\"/cases/").skip(1).filter_map(|rest| rest.split_once('"'));
    let mut next = || format!("/cases/{}", found.next().expect("a case").0);
    [next(), next()]
}

/// Everything a grant of a home must say, in bokmål.
pub const GRANT: [(&str, &str); 12] = [
    ("outcome", "INNVILGET"),
    ("form", "NB"),
    ("conclusion", "Du får kommunal bolig og står på venteliste."),
    ("reasons", "Husstanden bor for trangt."),
    ("square_metres", "75"),
    ("rooms", "4"),
    ("lease_months", "36"),
    ("access", "HEIS"),
    ("waiting_list", "true"),
    ("follow_up", "INNVILGET"),
    ("follow_up_kinds", "OKVEIL"),
    ("follow_up_level", "2"),
];

/// Writes something in the decision of a case and does `action` with it.
pub fn write(officer: &Person<'_>, case: &str, action: &str, fields: &[(&str, &str)]) -> Page {
    let page = officer.get(&format!("{case}/decision")).expect(200);
    let version = page.value("version").expect("a decision is written");
    let mut all = vec![("version", version.as_str()), ("action", action)];
    all.extend(fields);
    officer.post(&format!("{case}/decision/draft"), &all)
}

/// Does something else with the decision of a case.
pub fn act(officer: &Person<'_>, case: &str, verb: &str, fields: &[(&str, &str)]) -> Page {
    let page = officer.get(&format!("{case}/decision")).expect(200);
    let version = page.value("version").expect("a decision waits");
    let mut all = vec![("version", version.as_str())];
    all.extend(fields);
    officer.post(&format!("{case}/decision/{verb}"), &all)
}

/// Begins, completes, submits and signs a decision on a case; `officer` writes and `leader` signs.
pub fn decide(officer: &Person<'_>, leader: &Person<'_>, case: &str, fields: &[(&str, &str)]) {
    let outcome = fields.iter().find(|(name, _)| *name == "outcome").expect("an outcome").1;
    let comes_to = fields.iter().find(|(name, _)| *name == "comes_to").map_or("", |(_, code)| code);
    let begun = [("outcome", outcome), ("comes_to", comes_to), ("form", "NB")];
    officer.post(&format!("{case}/decision"), &begun).expect(303);
    write(officer, case, "submit", fields).expect(303);
    act(leader, case, "signature", &[]).expect(303);
}

/// The address of the letter of the decision that stands.
pub fn letter(officer: &Person<'_>, case: &str) -> String {
    let page = officer.get(&format!("{case}/decision")).expect(200).text();
    let (_, signed) = page.split_once("<article class=\"panel\">").expect("a decision stands");
    let (_, after) = signed.split_once("href=\"/letters/").expect("it has a letter");
    format!("/letters/{}", after.split_once('"').expect("its end").0)
}

/// Marks everything in the queue as sent on a day.
pub fn send_all(officer: &Person<'_>, day: &str) {
    let page = officer.get("/letters/queue").expect(200).text();
    let ids: Vec<&str> =
        page.split("name=\"letter\" value=\"").skip(1).filter_map(|rest| Some(rest.split_once('"')?.0)).collect();
    assert!(!ids.is_empty(), "letters wait");
    let mut fields = vec![("action", "sent"), ("sent", day), ("channel", "POST")];
    fields.extend(ids.iter().map(|id| ("letter", *id)));
    officer.post("/letters/queue", &fields).expect(303);
}

#[test]
fn a_grant_goes_from_draft_to_signature_to_letter_to_deadline() {
    TestApp::on_each(|app| {
        set_up_letters(app);
        let (officer, leader) = (app.caseworker(), app.leader());
        let [_, case] = cases(&officer, "Fossum", "Gry", &[]);
        let place = format!("{case}/decision");
        officer.post(&place, &[("outcome", "INNVILGET"), ("form", "NB")]).expect(303);
        let page = officer.get(&place).expect(200);
        for text in ["Utkast", "Vi fikk søknaden din 10. februar 2026.", "én voksen og 2 barn", "Svar på oppfølging"]
        {
            assert!(page.has(text), "{text}: {page:?}");
        }
        let refused = write(&officer, &case, "submit", &GRANT[..4]).expect(422);
        for text in ["omtrentlig størrelse", "Svar på oppfølging", "Skriv leietiden"] {
            assert!(refused.has(text), "{text}: {refused:?}");
        }
        let address = [("post_address_shown", "true"), ("post_address", "Storgata 1\n7600 Fjordvik")];
        let complete: Vec<_> = GRANT.into_iter().chain(address).collect();
        write(&officer, &case, "submit", &complete).expect(303);
        assert_eq!(crate::appeals::due(app), ["due-approval"]);
        assert!(leader.get("/work").expect(200).has("Vedtak som venter på underskrift (1)"));
        assert!(!officer.get("/work").expect(200).has("Vedtak som venter på underskrift"), "not one's own");

        act(&leader, &case, "remarks", &[("remarks", "Si hvorfor heis trengs.")]).expect(303);
        let own = officer.get("/work").expect(200);
        assert!(own.has("Vedtak å gjøre ferdig (1)") && own.has("Vedtak sendt tilbake med merknader"), "{own:?}");
        assert!(!app.caseworker().get("/work").expect(200).has("Vedtak å gjøre ferdig"), "it is whose who wrote it");
        assert!(officer.get(&place).expect(200).has("Si hvorfor heis trengs."));
        write(&officer, &case, "submit", &complete).expect(303);
        act(&leader, &case, "signature", &[]).expect(303);

        let signed = officer.get(&place).expect(200);
        assert!(signed.has("Signert") && signed.has("Løper ikke før brevet er sendt"), "{signed:?}");
        let pdf = officer.get(&letter(&officer, &case)).expect(200);
        assert!(pdf.bytes.starts_with(b"%PDF-1.7") && pdf.header("content-type") == "application/pdf");
        let queue = officer.get("/letters/queue").expect(200);
        assert!(queue.has("Gry Fossum") && queue.has("1 brev venter"), "{queue:?}");
        let id = letter(&officer, &case).replace("/letters/", "");
        let printed = officer.post("/letters/queue", &[("action", "print"), ("letter", &id)]).expect(200);
        assert!(printed.bytes.starts_with(b"%PDF") && printed.header("content-disposition").contains(".pdf"));

        assert!(officer.get("/work").expect(200).has("Signert vedtak som ikke er sendt"));
        send_all(&officer, "2026-03-01");
        assert!(!officer.get("/work").expect(200).has("Vedtak å gjøre ferdig"));
        // Sent 1 March, presumed there on the 6th, three weeks later is 27 March 2026, a Friday.
        let sent = officer.get(&case).expect(200);
        assert!(sent.has("27.03.2026, regnet fra 06.03.2026"), "{sent:?}");
        assert!(sent.has("Innvilget"));
        let list = officer.get("/applications?status=VENTELISTE").expect(200);
        assert!(list.has("Fossum, Gry"), "the application waits for a home: {list:?}");
    });
}

#[test]
fn a_refusal_names_its_ground_and_a_proven_arrival_moves_the_deadline() {
    let app = TestApp::new();
    set_up_letters(&app);
    let (officer, leader) = (app.caseworker(), app.leader());
    let [help, case] = cases(&officer, "Sand", "Liv", &[]);
    let refusal = [
        ("outcome", "AVSLAG"),
        ("form", "NN"),
        ("conclusion", "Vi har avslått søknaden din."),
        ("reasons", "Inntekta er høg nok."),
        ("follow_up", "IKKE_BEHOV"),
        ("follow_up_reason", "Husstanden klarer seg sjølv."),
    ];
    officer.post(&format!("{case}/decision"), &[("outcome", "AVSLAG"), ("form", "NN")]).expect(303);
    let page = write(&officer, &case, "submit", &refusal).expect(422);
    assert!(page.has("minst ett grunnlag"), "{page:?}");
    let care = write(&officer, &case, "submit", &[refusal.as_slice(), &[("refusal_grounds", "OMSORG")]].concat());
    assert!(care.expect(422).has("skal oversendes, ikke avslås"));
    let grounds = [refusal.as_slice(), &[("refusal_grounds", "OKONOMI")]].concat();
    write(&officer, &case, "submit", &grounds).expect(303);
    act(&leader, &case, "signature", &[]).expect(303);
    // The case of help has its own clock and its own decision.
    assert!(officer.get(&help).expect(200).has("Det er ikke skrevet noe vedtak"));

    send_all(&officer, "2026-03-01");
    let back = format!("{case}/decision");
    let arrival = |day: &str| officer.post(&format!("{back}/arrival"), &[("arrived", day)]);
    assert!(officer.get(&back).expect(200).has("Det er bevist når brevet kom fram"));
    let early = arrival("2026-02-28").expect(422);
    assert!(early.has("href=\"#arrived\"") && early.value("arrived").as_deref() == Some("2026-02-28"), "{early:?}");
    assert_eq!(arrival("2026-03-01").expect(303).location(), back);
    // Proven on Sunday 1 March: three weeks later would be Monday the 23rd, but the letter itself says the 27th.
    let page = officer.get(&back).expect(200);
    assert!(page.has("27.03.2026, som brevet selv sier. Regnet fra 01.03.2026"), "{page:?}");
    assert!(!page.has("Det er bevist når brevet kom fram"), "it is proven once");
}

#[test]
fn a_letter_is_not_sent_before_it_was_made_nor_promises_an_answer_in_another_age() {
    TestApp::on_each(|app| {
        set_up_letters(app);
        let (officer, leader) = (app.caseworker(), app.leader());
        let [_, case] = cases(&officer, "Fossum", "Gry", &[]);
        decide(&officer, &leader, &case, &GRANT);
        let id = letter(&officer, &case).replace("/letters/", "");
        let send = |day, channel| {
            let fields = [("action", "sent"), ("letter", &id), ("sent", day), ("channel", channel)];
            officer.post("/letters/queue", &fields)
        };
        let early = send("2026-02-28", "POST").expect(422);
        assert!(early.has("ble laget 01.03.2026 og kan ikke være sendt før"), "{early:?}");
        assert!(send("2026-03-01", "DUE").expect(422).has("Velg hvordan brevene er sendt"));
        send("2026-03-01", "POST").expect(303);

        let [_, case] = cases(&officer, "Sand", "Liv", &[]);
        let interim = [("action", "send"), ("day", "2199-01-01"), ("text", "Det er mange søknader.")];
        let far = officer.post(&format!("{case}/letters/interim"), &interim).expect(422);
        assert!(far.has("mer enn ett år fram"), "{far:?}");
    });
}

#[test]
fn a_dispatch_that_was_noted_wrong_is_corrected_with_a_reason() {
    TestApp::on_each(|app| {
        set_up_letters(app);
        let (officer, leader) = (app.caseworker(), app.leader());
        let [_, case] = cases(&officer, "Fossum", "Gry", &[]);
        decide(&officer, &leader, &case, &GRANT);
        let place = format!("{case}/decision");
        let correct = |sent, channel, why| {
            let fields = [("sent", sent), ("channel", channel), ("why_sent", why)];
            officer.post(&format!("{place}/dispatch"), &fields)
        };
        assert!(!officer.get(&place).expect(200).has("Rett hvordan brevet ble sendt"), "it has not left");
        correct("2026-03-01", "POST", "Feil dag").expect(422);

        let id = letter(&officer, &case).replace("/letters/", "");
        let sent = [("action", "sent"), ("letter", &id), ("sent", "2026-03-01"), ("channel", "DIGITAL")];
        officer.post("/letters/queue", &sent).expect(303);
        let digital = officer.get(&place).expect(200);
        let refused = correct("2026-02-28", "POST", "").expect(422);
        assert!(
            refused.has("Skriv hva som var feil.") && refused.has("Brevet er laget etter denne dagen."),
            "{refused:?}"
        );
        correct("2026-03-01", "POST", "Det gikk i posten").expect(303);
        let by_post = officer.get(&place).expect(200);
        assert!(!digital.has("antas") && by_post.has("antas"), "{by_post:?}");
    });
}

#[test]
fn what_is_half_written_is_kept_as_it_is_typed() {
    let app = TestApp::new();
    let officer = app.caseworker();
    let [_, case] = cases(&officer, "Fossum", "Gry", &[]);
    let place = format!("{case}/decision");
    officer.post(&place, &[("outcome", "INNVILGET"), ("form", "NB")]).expect(303);
    let version = officer.get(&place).expect(200).value("version").expect("a draft");
    let typed = |version: &str, more: &[(&str, &str)]| {
        let fields = [("version", version), ("auto", "true"), ("outcome", "INNVILGET"), ("form", "NB")];
        officer.post(&format!("{place}/draft"), &[fields.as_slice(), more].concat())
    };
    let half = [("conclusion", "Du får"), ("rooms", "fi"), ("square_metres", "75")];
    let now = typed(&version, &half).expect(200).text();
    let page = officer.get(&place).expect(200);
    assert_eq!((page.value("version"), page.value("square_metres").as_deref()), (Some(now.clone()), Some("75")));
    assert!(page.has(">Du får</textarea>"), "{page:?}");
    typed(&version, &half).expect(409);
    // What stands in the way of submitting does not lose what was typed with it.
    write(&officer, &case, "submit", &[("outcome", "INNVILGET"), ("form", "NB"), ("conclusion", "Du får bolig.")])
        .expect(422);
    assert!(officer.get(&place).expect(200).has(">Du får bolig.</textarea>"));
}
