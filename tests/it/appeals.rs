//! Appeals: from the letter that arrived to the file at the appeal body, and who may handle them.

mod dismissals;
mod file;
mod harm;
mod in_time;
mod mending;

use crate::app::{Page, Person, TestApp};
use crate::decisions::{GRANT, cases, decide, send_all, set_up_letters};
use crate::documents::text_of;
use housing::appeals::{DismissalGround, LateGround};
use husrom::office::appeals::Move;
use husrom::office::{Actor, OfficeError, appeals};
use husrom::store::decisions::of_case;
use husrom::store::journal::{Filter, list};
use husrom::store::{StoreError, appeals as store};
use jiff::civil::date;

/// Makes a step with the appeal in a case.
pub fn step(officer: &Person<'_>, case: &str, step: &str, fields: &[(&str, &str)]) -> Page {
    let page = officer.get(&format!("{case}/appeal")).expect(200);
    let version = page.value("version").expect("an appeal is under way");
    let mut all = vec![("version", version.as_str()), ("step", step)];
    all.extend(fields);
    officer.post(&format!("{case}/appeal/steps"), &all)
}

/// What the work list is told of decisions and appeals.
pub fn due(app: &TestApp) -> Vec<&'static str> {
    let due = appeals::due(app.office(), &Actor::operator()).expect("the operator may look");
    due.iter().map(|due| due.what.text_key()).collect()
}

pub fn register(officer: &Person<'_>, case: &str, received: &str) -> Page {
    let fields = [("received", received), ("signed", "true"), ("wanted", "Vi trenger tre soverom.")];
    officer.post(&format!("{case}/appeal"), &fields)
}

#[test]
fn an_appeal_is_timed_looked_at_by_somebody_else_and_forwarded_with_the_whole_file() {
    TestApp::on_each(|app| {
        set_up_letters(app);
        let (officer, colleague, leader) = (app.caseworker(), app.caseworker(), app.leader());
        let [_, case] = cases(&officer, "Fossum", "Gry", &[]);
        assert!(register(&officer, &case, "2026-03-01").expect(422).has("ikke noe vedtak å klage på"));
        decide(&officer, &leader, &case, &GRANT);
        send_all(&officer, "2026-03-01");
        assert!(register(&officer, &case, "2026-02-20").expect(422).has("kan ikke være før vedtaket"));
        let dayless = register(&officer, &case, "").expect(422);
        assert!(dayless.has("href=\"#received\"") && dayless.has("Vi trenger tre soverom."), "{dayless:?}");
        register(&officer, &case, "2026-03-01").expect(303);
        let page = officer.get(&format!("{case}/appeal")).expect(200);
        for text in ["Klage mottatt 01.03.2026", "Avgjør om klagen er i tide", "22.03.2026", "01.06.2026"] {
            assert!(page.has(text), "{text}: {page:?}");
        }
        assert!(officer.get("/letters/queue").expect(200).has("klagen din"), "the party is told that it has come");
        assert_eq!(due(app), ["due-to-be-timed"]);
        let list = colleague.get("/work").expect(200);
        assert!(
            list.has("Klager til behandling (1)") && list.has("Fossum, Gry: Avgjør om klagen er i tide"),
            "{list:?}"
        );
        // Whoever wrote or signed the decision may not handle the appeal, and does not have it among their own.
        let is_own = |who: &Person<'_>| who.get("/work?whose=mine").expect(200).has("Klager til behandling (1)");
        assert_eq!([&officer, &colleague, &leader].map(is_own), [false, true, false]);
        step(&officer, &case, "time", &[]).expect(303);
        let own = step(&leader, &case, "reconsider", &[("reconsideration", "OPPRETTHOLDT")]).expect(422);
        assert!(own.has("Du har skrevet eller signert vedtaket"), "{own:?}");
        step(&colleague, &case, "reconsider", &[("reconsideration", "OPPRETTHOLDT")]).expect(303);
        assert_eq!([&officer, &colleague, &leader].map(is_own), [false, true, false], "it is the colleague's");
        assert!(leader.get("/work?whose=all").expect(200).has("Klager til behandling (1)"));
        assert!(step(&colleague, &case, "forward", &[]).expect(422).has("Skriv en begrunnelse."));
        assert!(
            step(&officer, &case, "forward", &[("reason", "Nok.")]).expect(422).has("En annen må vurdere klagen"),
            "not one's own"
        );
        step(&colleague, &case, "forward", &[("reason", "Fire rom er nok etter romnormen.")]).expect(303);

        let bundle = colleague.post(&format!("{case}/bundle"), &[("for", "body")]).expect(200);
        assert!(bundle.bytes.starts_with(b"%PDF") && bundle.header("content-type") == "application/pdf");
        // What the body decided has its own day, and so has its arrival.
        let decided = |on, arrived| {
            let days = [("decided_on", on), ("decision_arrived", arrived)];
            step(&colleague, &case, "decide", &[[("result", "OPPHEVET")].as_slice(), &days].concat())
        };
        assert!(decided("", "").expect(422).has("href=\"#decided_on\""));
        assert!(decided("2026-02-20", "2026-03-01").expect(422).has("kan ikke være før 01.03.2026"));
        assert!(decided("2026-03-01", "2026-02-28").expect(422).has("kan ikke ha kommet før den ble tatt"));
        assert!(decided("2026-03-01", "2026-03-02").expect(422).has("Dagen er ikke kommet ennå"));
        for officer in [&officer, &leader] {
            let own = step(
                officer,
                &case,
                "decide",
                &[("result", "STADFESTET"), ("decided_on", "2026-03-01"), ("decision_arrived", "2026-03-01")],
            );
            assert!(own.expect(422).has("En annen må vurdere klagen"));
        }
        decided("2026-03-01", "2026-03-01").expect(303);
        let told = [("text", "Saken behandles på nytt."), ("reason", "Barnas behov er ikke vurdert.")];
        step(&colleague, &case, "notify", &told).expect(303);
        let page = officer.get(&format!("{case}/appeal")).expect(200);
        assert!(page.has("Parten har fått beskjed") && page.has("Klagen fører til et nytt vedtak"), "{page:?}");
    });
}

/// A grant signed and sent on 1 March 2026; the last day to appeal is Friday the 27th.
fn granted(app: &TestApp) -> String {
    let case = signed(app);
    send_all(&app.caseworker(), "2026-03-01");
    case
}

/// A grant signed on 1 March 2026, its letter in the queue.
fn signed(app: &TestApp) -> String {
    set_up_letters(app);
    let (officer, leader) = (app.caseworker(), app.leader());
    let [_, case] = cases(&officer, "Fossum", "Gry", &[]);
    decide(&officer, &leader, &case, &GRANT);
    case
}

/// What the letters that wait say in their titles and recipients.
fn queue(officer: &Person<'_>) -> Page {
    officer.get("/letters/queue").expect(200)
}

#[test]
fn a_late_appeal_is_taken_up_with_a_ground_or_dismissed_with_a_letter() {
    let app = TestApp::new();
    let case = granted(&app);
    let app = app.reopened_on(date(2026, 5, 4));
    let officer = app.caseworker();
    register(&officer, &case, "2026-05-04").expect(303);
    step(&officer, &case, "time", &[]).expect(303);
    assert_eq!(due(&app), ["due-lateness"]);
    let page = officer.get(&format!("{case}/appeal")).expect(200);
    assert!(page.has("For sent") && page.has("Hvorfor den likevel tas opp"), "{page:?}");
    assert!(step(&officer, &case, "take-up", &[("reason", "Syk")]).expect(422).has("Velg ett av alternativene"));
    let ground = [("ground", "KAN_IKKE_LASTES")];
    assert!(step(&officer, &case, "take-up", &ground).expect(422).has("Skriv en begrunnelse."));
    step(&officer, &case, "take-up", &[ground[0], ("reason", "Var innlagt på sykehus.")]).expect(303);
    assert!(officer.get(&format!("{case}/appeal")).expect(200).has("Tatt opp etter fristen"));
    step(&officer, &case, "withdraw", &[]).expect(303);

    register(&officer, &case, "2026-05-04").expect(303);
    step(&officer, &case, "time", &[]).expect(303);
    assert!(step(&officer, &case, "dismiss-late", &[]).expect(422).has("Skriv en begrunnelse."));
    step(&officer, &case, "dismiss-late", &[("reason", "Ingen grunn til at den kom sent.")]).expect(303);
    assert_eq!(due(&app), ["due-dismissal"]);
    step(&app.caseworker(), &case, "confirm-dismissal", &[]).expect(303);
    assert!(officer.get(&format!("{case}/appeal")).expect(200).has("Avvist") && due(&app).is_empty());
    assert!(queue(&officer).has("Klagen din er avgjort"), "the party is told: {:?}", queue(&officer));
}

#[test]
fn an_appeal_handed_in_before_the_deadline_is_in_time_though_it_arrived_later() {
    let app = TestApp::new();
    let case = granted(&app);
    let app = app.reopened_on(date(2026, 3, 30));
    let officer = app.caseworker();
    register(&officer, &case, "2026-03-30").expect(303);
    step(&officer, &case, "time", &[("handed_in", "2026-03-27")]).expect(303);
    assert!(officer.get(&format!("{case}/appeal")).expect(200).has("I tide"));
}

#[test]
fn an_appeal_cannot_be_handed_in_before_the_decision_or_after_it_came() {
    let app = TestApp::new();
    let case = granted(&app);
    let officer = app.caseworker();
    register(&officer, &case, "2026-03-01").expect(303);
    for day in ["2026-02-01", "2026-03-02"] {
        let refused = step(&officer, &case, "time", &[("handed_in", day)]).expect(422);
        let told = "mellom vedtaket 01.03.2026 og dagen den ble mottatt, 01.03.2026";
        assert!(refused.has("href=\"#handed_in\"") && refused.has(told), "{day}: {refused:?}");
    }
}

/// The appeal in a case as it stands when it came after the last day.
fn make_late(app: &TestApp, case: &str) {
    let made = app.office().store().write::<_, StoreError>(|tx| {
        let row = store::of_case(tx, case.trim_start_matches("/cases/"))?.remove(0);
        let mut progress: serde_json::Value = serde_json::from_str(&row.progress).expect("it is JSON");
        let late = serde_json::json!({"state": "late", "on": "2026-03-01", "deadline": "2026-02-27"});
        progress["steps"].as_array_mut().expect("its steps").push(late);
        store::update(tx, &store::Appeal { progress: progress.to_string(), state: "late".to_owned(), ..row })
    });
    assert!(made.expect("it is stored"));
}

/// Who wrote and signed the decision that stands.
fn makers(app: &TestApp, case: &str) -> [String; 2] {
    let found = app.office().store().read(|tx| of_case(tx, case.trim_start_matches("/cases/")));
    let decision = found.expect("it is there").remove(0);
    [decision.prepared_by, decision.signed_by.expect("it is signed")]
}

/// The words of the newest letter that waits to be sent.
fn newest_letter(officer: &Person<'_>) -> String {
    let page = queue(officer).text();
    let (_, last) = page.rsplit_once("name=\"letter\" value=\"").expect("a letter waits");
    let id = last.split_once('"').expect("its end").0;
    text_of(&officer.get(&format!("/letters/{id}")).expect(200).bytes)
}

#[test]
fn who_made_the_decision_neither_takes_up_nor_dismisses_and_a_dismissal_takes_two_others() {
    TestApp::on_each(|app| {
        let case = granted(app);
        let (one, other) = (app.caseworker(), app.caseworker());
        register(&one, &case, "2026-03-01").expect(303);
        make_late(app, &case);
        for maker in makers(app, &case) {
            let actor = Actor { id: maker, ..Actor::operator() };
            let row = app.office().store().read(|tx| store::of_case(tx, case.trim_start_matches("/cases/")));
            let row = row.expect("it is there").remove(0);
            let (ground, reason) = (LateGround::NotToBlame, "Syk".to_owned());
            for wanted in [
                Move::Dismiss { ground: DismissalGround::TooLate, reason: reason.clone() },
                Move::TakeUpLate { ground, reason },
            ] {
                let refused = appeals::make(app.office(), &actor, (&row.id, row.version), &wanted);
                assert!(matches!(refused, Err(OfficeError::Invalid(_))), "{wanted:?}: {refused:?}");
            }
        }
        step(&one, &case, "dismiss-late", &[("reason", "Kom for sent.")]).expect(303);
        assert_eq!(due(app), ["due-dismissal"]);
        let own = step(&one, &case, "confirm-dismissal", &[]).expect(422);
        assert!(own.has("En annen må stå bak det."), "{own:?}");
        step(&other, &case, "keep", &[]).expect(303);
        assert_eq!(due(app), ["due-lateness"]);
        step(&one, &case, "dismiss-late", &[("reason", "Kom for sent.")]).expect(303);
        step(&other, &case, "confirm-dismissal", &[]).expect(303);
        let told = newest_letter(&one);
        // Sent today, presumed there on 6 March: three weeks later is 27 March 2026.
        assert!(told.contains("klagenemnd") && told.contains("27. mars 2026"), "{told}");
        assert!(
            !told.contains("Statsforvalteren"),
            "the unit's own dismissal goes to the body of the decision: {told}"
        );
    });
}

#[test]
fn a_change_to_the_partys_harm_says_so_in_the_letter() {
    TestApp::on_each(|app| {
        let case = granted(app);
        let colleague = app.caseworker();
        register(&colleague, &case, "2026-03-01").expect(303);
        step(&colleague, &case, "time", &[]).expect(303);
        step(&colleague, &case, "reconsider", &[("reconsideration", "OPPRETTHOLDT")]).expect(303);
        step(&colleague, &case, "forward", &[("reason", "Fire rom er nok.")]).expect(303);
        let days = [("decided_on", "2026-03-01"), ("decision_arrived", "2026-03-01")];
        step(&colleague, &case, "decide", &[[("result", "ENDRET_TIL_SKADE")].as_slice(), &days].concat()).expect(303);
        let told = [("text", "Du får to rom."), ("reason", "Andre trenger boligen mer.")];
        step(&colleague, &case, "notify", &told).expect(303);
        let told = newest_letter(&colleague);
        assert!(told.contains("du får mindre enn før") && !told.contains("blir stående"), "{told}");
    });
}

#[test]
fn after_a_year_an_appeal_can_only_be_dismissed() {
    let app = TestApp::new();
    let case = granted(&app);
    let app = app.reopened_on(date(2027, 3, 2));
    let officer = app.caseworker();
    register(&officer, &case, "2027-03-02").expect(303);
    step(&officer, &case, "time", &[]).expect(303);
    let page = officer.get(&format!("{case}/appeal")).expect(200);
    assert!(page.has("mer enn ett år") && !page.has("Ta opp klagen"), "{page:?}");
    let forced = [("ground", "SARLIGE_GRUNNER"), ("reason", "Vil likevel.")];
    assert!(step(&officer, &case, "take-up", &forced).expect(422).has("L1.10"));
    step(&officer, &case, "dismiss-late", &[("reason", "Mer enn ett år siden vedtaket.")]).expect(303);
    step(&app.caseworker(), &case, "confirm-dismissal", &[]).expect(303);
}

#[test]
fn a_defective_appeal_is_sent_back_for_mending_and_dismissed_when_it_is_not_mended() {
    let app = TestApp::new();
    let case = granted(&app);
    let officer = app.caseworker();
    register(&officer, &case, "2026-03-01").expect(303);
    step(&officer, &case, "time", &[]).expect(303);
    assert!(step(&officer, &case, "mend", &[("mend_by", "2026-03-20")]).expect(422).has("Velg minst én mangel"));
    let defect = ("defects", "ENDRING_IKKE_NEVNT");
    assert!(
        step(&officer, &case, "mend", &[defect, ("mend_by", "2026-03-01")]).expect(422).has("Velg en dag som kommer")
    );
    step(&officer, &case, "mend", &[defect, ("mend_by", "2026-03-20")]).expect(303);
    let page = officer.get(&format!("{case}/appeal")).expect(200);
    assert!(page.has("Sendt tilbake for retting") && due(&app) == ["due-forward-by"], "{page:?}");

    let app = app.reopened_on(date(2026, 3, 21));
    let officer = app.caseworker();
    assert!(due(&app).contains(&"due-mending"));
    assert!(officer.get("/work").expect(200).has("Fristen for å rette klagen er ute"));
    step(&officer, &case, "dismiss-unmended", &[("reason", "Klageren har ikke svart.")]).expect(303);
    step(&app.caseworker(), &case, "confirm-dismissal", &[]).expect(303);
    assert!(officer.get(&format!("{case}/appeal")).expect(200).has("Avvist"));
    assert!(queue(&officer).has("Klagen din er avgjort"));
}

#[test]
fn a_mended_appeal_goes_on() {
    let app = TestApp::new();
    let case = granted(&app);
    let (officer, colleague) = (app.caseworker(), app.caseworker());
    register(&officer, &case, "2026-03-01").expect(303);
    step(&officer, &case, "time", &[]).expect(303);
    step(&officer, &case, "mend", &[("defects", "VEDTAK_IKKE_NEVNT"), ("mend_by", "2026-03-20")]).expect(303);
    let mended = [("mended_on", "2026-03-01"), ("mended_wanted", "Jeg klager på vedtaket om kommunal bolig.")];
    step(&officer, &case, "mended", &mended).expect(303);
    step(&colleague, &case, "reconsider", &[("reconsideration", "MEDHOLD")]).expect(303);
    assert_eq!(due(&app), ["due-to-be-notified"]);
    let told = [("text", "Du får en større bolig."), ("reason", "Barnas behov veier tyngre.")];
    step(&colleague, &case, "notify", &told).expect(303);
    assert!(colleague.get(&format!("{case}/appeal")).expect(200).has("Klagen fører til et nytt vedtak"));
}

#[test]
fn two_who_handle_an_appeal_at_once_get_a_calm_page() {
    let app = TestApp::new();
    set_up_letters(&app);
    let (officer, leader, colleague) = (app.caseworker(), app.leader(), app.caseworker());
    let [_, case] = cases(&officer, "Sand", "Liv", &[]);
    decide(&officer, &leader, &case, &GRANT);
    register(&officer, &case, "2026-03-01").expect(303);
    let version = colleague.get(&format!("{case}/appeal")).expect(200).value("version").expect("an appeal");
    step(&officer, &case, "time", &[]).expect(303);
    let late = colleague.post(&format!("{case}/appeal/steps"), &[("version", &version), ("step", "time")]).expect(409);
    assert!(late.has("Noen andre har gjort noe med klagen"), "{late:?}");
}

#[test]
fn reasons_demanded_interrupt_the_period_and_a_new_one_runs_from_when_they_arrive() {
    let app = TestApp::new();
    set_up_letters(&app);
    let (officer, leader) = (app.caseworker(), app.leader());
    let [_, case] = cases(&officer, "Berge", "Tor", &[]);
    decide(&officer, &leader, &case, &GRANT);
    send_all(&officer, "2026-03-01");
    let place = format!("{case}/appeal");
    let demand = |arrived: &str| {
        let version = officer.get(&place).expect(200).value("version").expect("a form");
        officer.post(
            &format!("{place}/reasons"),
            &[("version", &version), ("demanded", "2026-03-01"), ("arrived", arrived)],
        )
    };
    demand("").expect(303);
    assert!(officer.get(&case).expect(200).has("Avbrutt 01.03.2026"));
    assert!(demand("2026-02-01").expect(422).has("kan ikke ha kommet før"));
    demand("2026-03-01").expect(303);
    // Three weeks from Sunday 1 March is Monday 23 March 2026; the letter, which was to take five days, says the 27th.
    assert!(officer.get(&case).expect(200).has("27.03.2026, som brevet selv sier. Regnet fra 01.03.2026"));
}

#[test]
fn a_party_sees_the_documents_of_the_case_and_the_sharing_is_logged() {
    let app = TestApp::new();
    set_up_letters(&app);
    let (officer, leader, outsider) = (app.insider(), app.insider_leader(), app.caseworker());
    let [_, case] = cases(&officer, "Hemmingsen", "Nora", &[("protection", "STRENGT")]);
    let place = format!("{case}/bundle");
    decide(&officer, &leader, &case, &GRANT);
    let bundle = officer.post(&place, &[]).expect(200);
    assert!(bundle.bytes.starts_with(b"%PDF") && bundle.header("content-disposition").contains("innsyn.pdf"));
    outsider.post(&place, &[]).expect(404);
    // What tells of others is kept back, page by page or whole, and the trace says so (L1.12).
    let page = officer.get(&format!("{case}/appeal")).expect(200).text();
    let document = page.split("name=\"pages-").nth(1).and_then(|rest| rest.split_once('"')).expect("a letter").0;
    let pages = format!("pages-{document}");
    let wrong = officer.post(&place, &[(&pages, "side to")]).expect(422);
    assert!(wrong.has("«side to» er ikke sidetall") && wrong.value(&pages).as_deref() == Some("side to"), "{wrong:?}");
    assert!(officer.post(&place, &[(&pages, "99")]).expect(422).has("Filen kunne ikke lages"));
    let masked = officer.post(&place, &[(&pages, "1")]).expect(200);
    let whole = officer.post(&place, &[("withheld", document)]).expect(200);
    assert!(masked.bytes.len() < bundle.bytes.len() && whole.bytes.len() < masked.bytes.len());
    let shares = Filter { changes_only: true, actor: Some(officer.id.clone()), most: 100, ..Filter::default() };
    let shares = app.office().store().read(|tx| list(tx, &shares)).expect("the journal is there").into_iter();
    let told = shares.filter(|sealed| sealed.entry.action == "share" && sealed.entry.details.contains(document));
    assert_eq!(told.count(), 2, "what was kept back is in the trace");
    let journal = app.auditor().get("/journal").expect(200);
    assert!(!journal.has(&case), "nobody outside the group is led to the case: {journal:?}");
}
