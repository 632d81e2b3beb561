use super::{called, close, id, solved, waits};
use crate::app::{DAY, TestApp};
use crate::applications::apply;
use crate::decisions::{GRANT, cases, decide, set_up_letters};
use crate::dwellings::{facts, home};
use crate::offers::{new_offer, refused};
use crate::people::enter;
use housing::dwellings::{DwellingFacts, Rooms};
use housing::people::Protection;
use housing::tenancies::LeaseKind;
use husrom::access::Role;
use husrom::office::tenancies::{self, NewTenancy, Tenant};
use husrom::office::{Actor, offers, people};
use husrom::store::applications::Application;
use husrom::store::{applications, cases as store_cases, people as store_people};

fn application(app: &TestApp, place: &str) -> Application {
    let found = app.office().store().read(|tx| applications::find(tx, id(place)));
    found.expect("it can be read").expect("it is there")
}

/// The applicant becomes strictly protected.
fn protect(app: &TestApp, place: &str) {
    let applicant = application(app, place).applicant;
    let found = app.office().store().read(|tx| store_people::find(tx, &applicant));
    let version = found.expect("it can be read").expect("the person is there").version;
    let level = Protection::StrictlyConfidential;
    people::raise_protection(app.office(), &Actor::operator(), (&applicant, version), level, "Folkeregisteret")
        .expect("raised");
}

#[test]
fn whoever_becomes_protected_during_the_meeting_is_no_longer_in_it() {
    TestApp::on_each(|app| {
        let officer = app.caseworker();
        home(app, &facts("Granlia 7 H0204"));
        let first = waits(&officer, "Anna", &[("children", "1"), ("situation", "BEGJAERT")]);
        waits(&officer, "Bo", &[]);
        let team = app.officer(Role::AllocationMember);
        let meeting = called(&team);
        assert!(team.get(&meeting).expect(200).has("2026/00001"), "it is proposed for her");
        protect(app, &first);
        let page = team.get(&format!("{meeting}?names=shown&alternatives=open")).expect(200);
        assert!(!page.has("2026/00001") && !page.has("Anna"), "{page:?}");
        assert!(page.has("Ett forslag holder ikke lenger"), "{page:?}");
        assert_eq!(team.get(&format!("{meeting}/runs/1/problem.json")).status, 404, "she is in it");
        assert!(close(&team, &meeting).expect(422).has("Et forslag holder ikke lenger."));

        team.post(&format!("{meeting}/solve"), &[]).expect(303);
        solved(&team, &meeting);
        close(&team, &meeting).expect(303);
        let minutes = team.get(&meeting).expect(200);
        assert!(minutes.has("2026/00002 → Granlia 7") && !minutes.has("2026/00001"), "{minutes:?}");
    });
}

#[test]
fn a_decision_that_is_reversed_after_the_proposal_gives_no_home() {
    TestApp::on_each(|app| {
        set_up_letters(app);
        let (officer, leader) = (app.caseworker(), app.leader());
        for (place, rooms) in [("Granlia 7 H0101", 3), ("Granlia 7 H0102", 4)] {
            home(app, &DwellingFacts { rooms: Some(Rooms(rooms)), ..facts(place) });
        }
        let [_, case] = cases(&officer, "Fossum", "Gry", &[]);
        decide(&officer, &leader, &case, &GRANT);
        let meeting = called(&leader);
        assert!(leader.get(&meeting).expect(200).has("1 får bolig"), "{:?}", leader.get(&meeting));
        let reversal = [
            ("outcome", "OMGJORT"),
            ("comes_to", "AVSLAG"),
            ("refusal_grounds", "EGNET"),
            ("unheard_because", "Husstanden ba om det selv."),
            ("form", "NB"),
            ("conclusion", "Vedtaket er gjort om."),
            ("reasons", "Husstanden har fått bolig."),
            ("follow_up", "IKKE_BEHOV"),
            ("follow_up_reason", "Husstanden klarer seg selv."),
        ];
        decide(&officer, &leader, &case, &reversal);
        assert!(leader.get(&meeting).expect(200).has("Ett forslag holder ikke lenger"));
        assert!(close(&leader, &meeting).expect(422).has("Et forslag holder ikke lenger."));
        leader.post(&format!("{meeting}/solve"), &[]).expect(303);
        solved(&leader, &meeting);
        close(&leader, &meeting).expect(303);
        assert!(leader.get(&meeting).expect(200).has("Ingen boliger ble tildelt."));
    });
}

#[test]
fn who_is_kept_from_somebody_that_becomes_protected_is_housed_by_the_named_group() {
    TestApp::on_each(|app| {
        let (officer, insider) = (app.caseworker(), app.insider());
        let [theirs, beside, elsewhere] =
            ["Granlia 7 H0101", "Granlia 7 H0204", "Solbakken 2 H0101"].map(|place| home(app, &facts(place)));
        let person = enter(&officer, "Tenant", "Tora", &[]);
        let tenant = apply(&officer, &person, &[("adults", "1"), ("children", "0")]);
        let new = NewTenancy {
            dwelling: theirs,
            tenant: Tenant::Known(application(app, &tenant).applicant),
            size: None,
            from: DAY,
            lease_until: None,
            kind: LeaseKind::OpenEnded,
            rent: None,
            note: None,
        };
        tenancies::begin(app.office(), &Actor::operator(), &new).expect("the tenancy can begin");
        let place = waits(&officer, "Anna", &[]);
        let apart =
            [("application", id(&place)), ("kind", "HOUSEHOLD"), ("other", "2026/00001"), ("reason", "Trusler")];
        officer.post("/allocations/apart", &apart).expect(303);
        let fits = format!("/allocations/fit?application={}", id(&place));
        let against = |who: &crate::app::Person<'_>, dwelling: &str, text: &str| {
            let page = who.get(&format!("{fits}&dwelling={dwelling}")).expect(200);
            assert!(page.has(text), "{text}: {page:?}");
        };
        let (closed, open) = ("Det er registrert at husstanden ikke skal bo her.", "Ingenting er registrert om");
        against(&officer, &beside, closed);
        against(&officer, &elsewhere, open);

        protect(app, &tenant);
        for dwelling in [&beside, &elsewhere] {
            against(&officer, dwelling, "Den navngitte gruppen avgjør om husstanden kan bo her.");
        }
        against(&insider, &beside, closed);
        against(&insider, &elsewhere, open);
        let seen = officer.get(&fits).expect(200);
        assert!(!seen.has("2026/00001") && !seen.has("Trusler"), "{seen:?}");
        assert!(insider.get(&fits).expect(200).has("Trusler"));

        // No plan tells where she may not live, nor does an offer that was refused.
        let team = app.leader();
        let meeting = called(&team);
        let page = team.get(&meeting).expect(200);
        assert!(page.has("Den navngitte gruppen finner boligen.") && page.has("0 får bolig"), "{page:?}");
        let household = application(app, &place).household;
        assert!(!team.get(&format!("{meeting}/runs/1/problem.json")).expect(200).has(&household));
        let case = app.office().store().read(|tx| store_cases::of_application(tx, id(&place)));
        let case = case.expect("they can be read").into_iter().next_back().expect("a case on a municipal home").id;
        let actor = |sees_protected| Actor {
            id: officer.id.clone(),
            name: officer.login.clone(),
            role: Role::Caseworker,
            sees_protected,
        };
        let offered = |sees, home| offers::make(app.office(), &actor(sees), &new_offer(&case, home));
        assert_eq!(refused(offered(false, &elsewhere)), ["offer-problem-named-group"]);
        offered(true, &elsewhere).expect("the named group may");
    });
}
