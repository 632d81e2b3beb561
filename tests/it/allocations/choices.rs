use super::{called, choose, close, household, solved, waits};
use crate::app::{Page, TestApp};
use crate::applications::apply;
use crate::dwellings::{facts, home};
use crate::people::enter;
use housing::dwellings::{DwellingFacts, Rooms};
use housing::tenancies::LeaseKind;
use husrom::office::Actor;
use husrom::office::tenancies::{self, NewTenancy, Tenant};
use jiff::civil::date;

/// What the form that closes the meeting would send.
fn seen(page: &Page) -> [(&'static str, String); 2] {
    ["version", "run"].map(|name| (name, page.value(name).expect("a form")))
}

#[test]
fn a_plan_from_before_the_last_choice_is_not_decided() {
    TestApp::on_each(|app| {
        let officer = app.caseworker();
        let dwelling = home(app, &facts("Granlia 7 H0204"));
        waits(&officer, "Anna", &[]);
        let (one, other) = (app.leader(), app.leader());
        let meeting = called(&one);
        let before = seen(&other.get(&meeting).expect(200));
        choose(&one, &meeting, &[("kind", "HOLD"), ("dwelling", &dwelling)]).expect(303);
        let before = before.each_ref().map(|(name, value)| (*name, value.as_str()));
        let late = other.post(&format!("{meeting}/close"), &before).expect(409);
        assert!(late.has("Noen andre endret møtet samtidig.") && late.has("Holdes tilbake"), "{late:?}");
        // Not with the new version and the old plan either.
        let now = other.get(&meeting).expect(200).value("version").expect("a form");
        other.post(&format!("{meeting}/close"), &[("version", &now), before[1]]).expect(409);
        close(&other, &meeting).expect(303);
        let minutes = other.get(&meeting).expect(200);
        assert!(minutes.has("Holdt tilbake") && minutes.has("Ingen boliger ble tildelt."), "{minutes:?}");
    });
}

#[test]
fn what_a_later_choice_overrides_is_told_and_counts_again_when_that_is_taken_back() {
    TestApp::on_each(|app| {
        let officer = app.caseworker();
        let dwelling = home(app, &facts("Granlia 7 H0204"));
        waits(&officer, "Anna", &[]);
        waits(&officer, "Bo", &[]);
        let team = app.leader();
        let meeting = called(&team);
        let first = household(&team.get(&meeting), "FORBID", &dwelling);
        let lock = |household: &str| {
            let fields = [("kind", "LOCK"), ("household", household), ("dwelling", dwelling.as_str())];
            choose(&team, &meeting, &fields).expect(303);
            team.get(&meeting).expect(200)
        };
        lock(&first);
        choose(&team, &meeting, &[("kind", "HOLD"), ("dwelling", &dwelling)]).expect(303);
        let held = team.get(&meeting).expect(200);
        assert!(held.has("Holdes tilbake") && held.has("overprøvd av et senere valg"), "{held:?}");
        team.post(&format!("{meeting}/choices/2/undo"), &[]).expect(303);
        solved(&team, &meeting);
        let again = team.get(&meeting).expect(200);
        assert!(again.has("låst av møtet") && !again.has("overprøvd av et senere valg"), "{again:?}");

        let second = household(&again, "LOCK", &dwelling);
        assert_ne!(first, second, "an alternative");
        assert!(lock(&second).has("overprøvd av et senere valg"));
        close(&team, &meeting).expect(303);
        let minutes = team.get(&meeting).expect(200);
        assert!(minutes.has("angret") && minutes.has("overprøvd av et senere valg"), "{minutes:?}");
        assert!(minutes.has("uten begrunnelse"), "nobody wrote why: {minutes:?}");
    });
}

#[test]
fn why_is_written_at_once_or_afterwards_and_limits_and_their_reasons_are_in_the_minutes() {
    TestApp::on_each(|app| {
        let officer = app.caseworker();
        let dwelling = home(app, &facts("Granlia 7 H0204"));
        waits(&officer, "Anna", &[]);
        let team = app.leader();
        let meeting = called(&team);
        let cap = [("kind", "CAP"), ("cap", "Finnes ikke"), ("at_most", "1"), ("cap_reason", "Ro i oppgangen")];
        let unknown = choose(&team, &meeting, &cap).expect(422);
        assert!(unknown.has("Velg en grense som gjelder i dette møtet."), "{unknown:?}");

        let limits = [("moves", "7"), ("ring", "2"), ("chain", "3")];
        let refused = team.post(&format!("{meeting}/limits"), &limits).expect(422);
        assert!(refused.has("Skriv hvorfor."), "{refused:?}");
        let why: Vec<_> = limits.into_iter().chain([("limits_reason", "Flere vil bytte")]).collect();
        team.post(&format!("{meeting}/limits"), &why).expect(303);
        solved(&team, &meeting);
        choose(&team, &meeting, &[("kind", "HOLD"), ("dwelling", &dwelling)]).expect(303);
        let page = team.get(&meeting).expect(200);
        assert!(page.has("Bytter i alt høyst 7"), "{page:?}");
        let position = if page.has("choices/3/reason") { 3 } else { 2 };
        let reason = format!("{meeting}/choices/{position}/reason");
        team.post(&reason, &[("why", " ")]).expect(422);
        team.post(&reason, &[("why", "Skal males")]).expect(303);
        team.post(&reason, &[("why", "En annen grunn")]).expect(409);
        close(&team, &meeting).expect(303);
        let minutes = team.get(&meeting).expect(200);
        for text in ["Bytter i alt · høyst 7", "Flere vil bytte", "Skal males", "Bytter i alt: høyst 7."] {
            assert!(minutes.has(text), "{text}: {minutes:?}");
        }
        assert!(!minutes.has("uten begrunnelse"), "{minutes:?}");
    });
}

/// A family that lives too crowded, and whose lease ends in two months.
fn crowded_tenant(app: &TestApp) {
    let officer = app.caseworker();
    let dwelling = home(app, &DwellingFacts { rooms: Some(Rooms(1)), ..facts("Solbakken 2 H0101") });
    let person = enter(&officer, "Tenant", "Tora", &[]);
    apply(&officer, &person, &[("adults", "2"), ("children", "1")]);
    let new = NewTenancy {
        dwelling,
        tenant: Tenant::Known(person.trim_start_matches("/people/").to_owned()),
        size: None,
        from: date(2024, 1, 1),
        lease_until: Some(date(2026, 5, 1)),
        kind: LeaseKind::FixedTerm,
        rent: None,
        note: None,
    };
    tenancies::begin(app.office(), &Actor::operator(), &new).expect("the tenancy can begin");
}

#[test]
fn a_lock_that_cannot_be_carried_out_says_so_and_a_tenant_who_is_not_moved_stays() {
    TestApp::on_each(|app| {
        crowded_tenant(app);
        let dwelling = home(app, &DwellingFacts { rooms: Some(Rooms(3)), ..facts("Granlia 7 H0204") });
        let team = app.leader();
        let meeting = called(&team);
        let page = team.get(&meeting).expect(200);
        assert!(page.has("1 bytter"), "{page:?}");
        let tenant = household(&page, "FORBID", &dwelling);
        let none = [("moves", "0"), ("ring", "2"), ("chain", "3"), ("limits_reason", "Ingen flyttehjelp")];
        team.post(&format!("{meeting}/limits"), &none).expect(303);
        solved(&team, &meeting);
        let page = team.get(&meeting).expect(200);
        assert!(page.has("blir boende"), "{page:?}");
        assert!(!page.has("value=\"LOCK\""), "nobody is offered a lock that cannot hold: {page:?}");

        let (who, to) = (tenant.as_str(), dwelling.as_str());
        let lock = [("kind", "LOCK"), ("household", who), ("dwelling", to), ("at", to)];
        let back = [("back", "alternatives=open&names=&evil=1")];
        let answer = choose(&team, &meeting, &[&lock[..], &back].concat());
        assert_eq!(answer.expect(303).location(), format!("{meeting}?alternatives=open&at={dwelling}#home-{dwelling}"));
        let page = team.get(&meeting).expect(200);
        for text in ["Det møtet låste, er ikke med i planen:", "Låst, ikke gjennomført", "flere kan ikke flytte"] {
            assert!(page.has(text), "{text}: {page:?}");
        }
    });
}
