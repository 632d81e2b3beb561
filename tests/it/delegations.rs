//! The municipality's delegation: entered from a day, and what decisions are signed by.

use crate::app::{Page, Person, TestApp};
use crate::decisions::{GRANT, act, cases, decide, set_up_letters, write};
use husrom::office::decisions::frozen_of;
use husrom::store::{decisions as store, delegations};

/// What the form sends: a caseworker alone may grant homes, and leaders sign the rest.
const ALONE: [(&str, &str); 7] = [
    ("source", "Kommunestyret, sak 12/26"),
    ("kind-0", "KOMM_BOLIG"),
    ("outcome-0", "INNVILGET"),
    ("role-0", "caseworker"),
    ("kind-1", ""),
    ("role-1", "leader"),
    ("two-1", "true"),
];

fn save(administrator: &Person<'_>, from: &str, day: &str, fields: &[(&str, &str)]) -> Page {
    let day = [("from", from), ("valid_from", day)];
    administrator.post("/delegations/new", &[&day[..], fields].concat())
}

#[test]
fn who_may_sign_follows_the_municipalitys_own_delegation_from_its_day() {
    TestApp::on_each(|app| {
        set_up_letters(app);
        let (administrator, officer) = (app.administrator(), app.caseworker());
        let shipped = administrator.get("/delegations").expect(200);
        assert!(shipped.has("ikke lagt inn sitt eget") && shipped.has("Midlertidig botilbud"), "{shipped:?}");
        let form = administrator.get("/delegations/new?from=").expect(200);
        assert!(form.has("Fullmakt 8"), "five mandates, and three to fill in: {form:?}");

        // From tomorrow: today it still takes a leader.
        save(&administrator, "", "2026-03-02", &ALONE).expect(303);
        let [_, case] = cases(&officer, "Fossum", "Gry", &[]);
        officer.post(&format!("{case}/decision"), &[("outcome", "INNVILGET")]).expect(303);
        let alone = write(&officer, &case, "sign", &GRANT).expect(422);
        assert!(alone.has("Vedtaket må godkjennes av en annen"), "{alone:?}");

        save(&administrator, "", "2026-03-01", &ALONE).expect(303);
        write(&officer, &case, "sign", &GRANT).expect(303);
        let page = officer.get(&format!("{case}/decision")).expect(200);
        assert!(page.has("Signert av") && !page.has("Godkjent og signert av"), "{page:?}");
        let (frozen, known) = app
            .office()
            .store()
            .read(|tx| {
                let decisions = store::of_case(tx, case.trim_start_matches("/cases/"))?;
                let frozen = frozen_of(app.office().secrets(), &decisions[0])?;
                Ok::<_, husrom::store::StoreError>((frozen, delegations::all(tx)?))
            })
            .expect("it is signed");
        let frozen: serde_json::Value = serde_json::from_str(&frozen.expect("it is signed")).expect("it is JSON");
        let held = known.iter().find(|known| known.valid_from == crate::app::DAY).expect("it was saved");
        assert_eq!(frozen["delegation"]["revision"], held.id, "the decision keeps what it was signed by");
        assert_eq!(frozen["delegation"]["mandate"]["two_people"], false);
    });
}

#[test]
fn a_delegation_that_cannot_be_right_is_refused_and_two_who_change_it_meet() {
    let app = TestApp::new();
    let (administrator, other) = (app.administrator(), app.administrator());
    let nobody = save(&administrator, "", "2026-03-01", &ALONE[..4]).expect(422);
    assert!(nobody.has("Lag en rad for alle typer") && nobody.has("Kommunestyret, sak 12/26"), "{nobody:?}");
    let sourceless = save(&administrator, "", "2026-03-01", &ALONE[1..]).expect(422);
    assert!(sourceless.has("hvem som har vedtatt"), "{sourceless:?}");
    let auditor: Vec<_> = ALONE.into_iter().chain([("kind-2", "NAV_RAAD"), ("role-2", "auditor")]).collect();
    assert!(save(&administrator, "", "2026-03-01", &auditor).expect(422).has("arbeider ikke med vedtak"));
    save(&administrator, "", "2026-03-01", &ALONE).expect(303);
    let stale = save(&other, "", "2026-03-01", &ALONE).expect(409);
    assert!(stale.has("Noen andre har lagret en delegering"), "{stale:?}");
    let known = app.office().store().read(delegations::all).expect("they can be read");
    let id = known[0].id.clone();
    save(&other, &id, "2026-03-01", &ALONE).expect(303);
    let history = administrator.get("/delegations").expect(200);
    assert!(history.has("Erstattet av ny utgave") && history.has("Gjelder nå"), "{history:?}");
    assert!(administrator.get(&format!("/delegations/{id}")).expect(200).has("Kommunestyret, sak 12/26"));
    app.caseworker().get("/delegations").expect(200);
    app.caseworker().get("/delegations/new").expect(403);
}

#[test]
fn the_page_of_a_signed_decision_says_who_stands_behind_it_and_who_gets_its_letter() {
    let app = TestApp::new();
    set_up_letters(&app);
    let (officer, leader) = (app.caseworker(), app.leader());
    let [_, case] = cases(&officer, "Fossum", "Gry", &[]);
    let page = officer.get(&case).expect(200).text();
    let (_, rest) = page.split_once("href=\"/applications/").expect("its application");
    let application = format!("/applications/{}", rest.split_once('"').expect("its end").0);
    let lawyer = [("rep_role", "LAWYER"), ("rep_name", "Advokat Aas"), ("rep_copies", "true")];
    officer.post(&format!("{application}/representatives"), &lawyer).expect(303);
    officer.post(&format!("{case}/decision"), &[("outcome", "INNVILGET")]).expect(303);
    write(&officer, &case, "submit", &GRANT).expect(303);
    act(&leader, &case, "remarks", &[("remarks", "Skriv hvorfor fire rom.")]).expect(303);
    write(&officer, &case, "submit", &GRANT).expect(303);
    act(&leader, &case, "signature", &[]).expect(303);
    let page = officer.get(&format!("{case}/decision")).expect(200);
    for text in ["Skrevet av", "Godkjent og signert av", "Skriv hvorfor fire rom.", "Advokat Aas (handler for parten)"]
    {
        assert!(page.has(text), "{text}: {page:?}");
    }
    assert!(page.has("Gry Fossum (parten)"), "the party's copy: {page:?}");
    let [_, other] = cases(&officer, "Vik", "Jon", &[]);
    decide(&officer, &leader, &other, &GRANT);
    assert!(officer.get(&format!("{other}/decision")).expect(200).has("Jon Vik (parten)"));
}
