//! What if: the week of a meeting with changes, held against its plan.

use crate::allocations::{called, waits};
use crate::app::{Page, Person, TestApp};
use crate::dwellings::{facts, home};
use housing::dwellings::{DwellingFacts, Rooms};
use husrom::access::Role;

/// One home, and two who could live in it.
fn week(app: &TestApp) -> (Person<'_>, String) {
    let officer = app.caseworker();
    home(app, &facts("Granlia 7 H0204"));
    for given in ["Anna", "Bo"] {
        waits(&officer, given, &[]);
    }
    let team = app.officer(Role::AllocationMember);
    let meeting = called(&team);
    (team, meeting)
}

/// Tries something for the first time, and waits for what comes of it, however slow the machine.
fn tried(team: &Person<'_>, meeting: &str, fields: &[(&str, &str)]) -> (String, Page) {
    team.post(&format!("{meeting}/what-if"), fields).expect(303);
    while !team.get(&format!("{meeting}/what-if/progress")).expect(200).has("data-done") {}
    let place = format!("{meeting}/what-if/1");
    let page = team.get(&place).expect(200);
    (place, page)
}

#[test]
fn one_more_home_houses_one_more_and_every_number_opens_to_its_rows() {
    TestApp::on_each(|app| {
        let (team, meeting) = week(app);
        let fields = [("home1_count", "1"), ("home1_rooms", "2-roms"), ("home1_category", "ORD")];
        let (place, page) = tried(&team, &meeting, &fields);
        for text in
            ["Én bolig til: 2-roms", "Én husstand til i behovsklasse", "Én husstand får bolig", "Begge er bevist"]
        {
            assert!(page.has(text), "{text}: {page:?}");
        }
        assert!(!page.has("Anna") && !page.has("Bo Prøve"), "names are hidden until asked for: {page:?}");
        assert!(team.get(&format!("{place}?names=shown")).expect(200).has("Prøve"));
        let left = team.get(&format!("{place}?of=plan&class=1&fate=left")).expect(200);
        assert!(left.has("Ny bolig 1") && left.has("Andre husstander kom foran"), "{left:?}");
        let given = team.get(&format!("{place}?of=what-if&homes=given")).expect(200);
        assert!(given.has("Granlia 7") && given.has("Ny bolig 1"), "{given:?}");
        assert!(team.get(&format!("{meeting}/what-if")).expect(200).has("2 (+1)"), "it is kept with the meeting");
    });
}

#[test]
fn points_and_prices_open_to_the_placements_behind_them() {
    TestApp::on_each(|app| {
        let officer = app.caseworker();
        home(app, &facts("Granlia 7 H0204"));
        home(app, &facts("Granlia 7 H0205"));
        for given in ["Anna", "Bo", "Carl"] {
            waits(&officer, given, &[("target_groups", "RUS")]);
        }
        let team = app.officer(Role::AllocationMember);
        let meeting = called(&team);
        let cap = "Rus og psykisk helse per oppgang";
        let (place, page) = tried(&team, &meeting, &[("cap1", cap), ("cap1_at_most", "1")]);
        for link in ["of=plan&#38;fate=got#rows", "of=what-if&#38;fate=got#rows", "of=what-if&#38;cap=Rus+og+psykisk"] {
            assert!(page.has(link), "{link}: {page:?}");
        }
        let got = team.get(&format!("{place}?of=plan&fate=got")).expect(200);
        let answer = team.get(&format!("{meeting}/runs/1/answer.json")).expect(200);
        let answer: serde_json::Value = serde_json::from_slice(&answer.bytes).expect("it is JSON");
        assert!(got.has(&format!("gir summen på {} poeng", answer["score"])), "{got:?}");
        assert!(got.text().matches(" poeng</small>").count() >= 2, "each placement with its points: {got:?}");
        assert!(got.has("/allocations/fit?application="), "and further to what the points are for: {got:?}");
        let of_plan = team.get(&format!("{place}?of=plan&fate=got&names=shown")).expect(200);
        assert!(of_plan.has("Granlia 7 H0204") && of_plan.has("Granlia 7 H0205"), "{of_plan:?}");
        let stopped = team.get(&format!("{place}?of=what-if&cap={}%3A+Granlia+7", cap.replace(' ', "+"))).expect(200);
        assert!(stopped.has("de grensen teller") && stopped.has("Grensen er nådd"), "{stopped:?}");
    });
}

#[test]
fn new_households_and_another_limit_are_weighed_as_the_others() {
    TestApp::on_each(|app| {
        let (team, meeting) = week(app);
        let fields = [
            ("household1_count", "20"),
            ("household1_adults", "1"),
            ("household1_class", "1"),
            ("household1_group", "RUS"),
            ("cap1", "Rus og psykisk helse per oppgang"),
            ("cap1_at_most", "0"),
        ];
        let (place, page) = tried(&team, &meeting, &fields);
        assert!(page.has("20 husstander er bare med her"), "{page:?}");
        let new = team.get(&format!("{place}?turn=new")).expect(200);
        assert!(new.has("Ny husstand 20") && new.has("Grensen er nådd"), "{new:?}");
        assert!(page.has("Ingen forskjell"), "nobody new may live there, and nobody else is moved: {page:?}");
    });
}

#[test]
fn a_what_if_can_be_solved_again_years_later() {
    TestApp::on_each(|app| {
        let (team, meeting) = week(app);
        home(app, &DwellingFacts { rooms: Some(Rooms(3)), ..facts("Granlia 9 H0101") });
        let fields = [("home1_count", "2"), ("home1_rooms", "2"), ("home1_wheelchair", "true"), ("moves", "1")];
        let (place, _) = tried(&team, &meeting, &fields);
        let problem = team.get(&format!("{place}/problem.json")).expect(200);
        let answer = team.get(&format!("{place}/answer.json")).expect(200);
        let read = matching::Problem::from_json(&problem.bytes).expect("the file does not contradict itself");
        assert_eq!(matching::solve(&read, &|| false).to_json().as_bytes(), answer.bytes);
        // The home that came meanwhile is in both: the meeting was solved again first.
        assert_eq!(team.get(&format!("{meeting}/runs/2/problem.json")).status, 200);
    });
}

#[test]
fn what_cannot_be_tried_is_told_all_at_once() {
    TestApp::on_each(|app| {
        let (team, meeting) = week(app);
        let address = format!("{meeting}/what-if");
        let own = [("moves", "3"), ("ring", "2"), ("chain", "3")];
        let nothing = team.post(&address, &own).expect(422);
        assert!(nothing.has("Endre minst én ting"), "{nothing:?}");
        let wrong = [("home1_count", "mange"), ("household1_count", "2"), ("cap1", "Rus"), ("moves", "få")];
        let refused = team.post(&address, &wrong).expect(422);
        for text in ["«mange»", "«få»", "Må fylles ut."] {
            assert!(refused.has(text), "{text}: {refused:?}");
        }
        assert!(refused.has("value=\"mange\""), "what was typed stands there still: {refused:?}");
        let many = team.post(&address, &[("home1_count", "201"), ("home1_rooms", "2")]).expect(422);
        assert!(many.has("fra 1 til 200"), "{many:?}");
        assert_eq!(app.caseworker().post(&address, &own).status, 403);
    });
}
