//! What fits whom, and the allocation meeting from the call to the minutes.

/// A care home, which is granted in a case of its own.
mod care;
/// What a meeting lays down, why, and what of it counts.
mod choices;
/// What becomes otherwise between the proposal and the decision.
mod meanwhile;
/// What homes and limits are worth, by solving again.
mod prices;
/// Two who close the same meeting at the same moment.
mod race;
/// The rules for what fits whom, written in a form.
mod rules;
/// The meeting on a wall, and why nobody is proposed for a home.
mod wall;

use crate::app::{Page, Person, TestApp};
use crate::applications::apply;
use crate::assessments::grant;
use crate::dwellings::{facts, home};
use crate::people::enter;
use housing::dwellings::{DwellingFacts, Rooms};
use husrom::access::Role;

/// Somebody who is granted a home and waits for one; the answer is the application's address.
pub fn waits(officer: &Person<'_>, given: &str, more: &[(&str, &str)]) -> String {
    let person = enter(officer, "Prøve", given, &[]);
    let mut fields = vec![("adults", "1"), ("children", "0"), ("situation", "VENNER"), ("income", "30 000")];
    fields.retain(|(name, _)| more.iter().all(|(other, _)| other != name));
    fields.extend(more);
    let place = apply(officer, &person, &fields);
    grant(officer, &place, "2026-02-01");
    place
}

pub fn id(place: &str) -> &str {
    place.rsplit('/').next().expect("an address has parts")
}

pub fn called(team: &Person<'_>) -> String {
    let meeting = team.post("/allocations", &[("day", "2026-03-02")]).expect(303).location().to_owned();
    solved(team, &meeting);
    meeting
}

/// Waits until the search for a plan has ended, however slow the machine.
fn solved(team: &Person<'_>, meeting: &str) {
    while !team.get(&format!("{meeting}/progress")).expect(200).has("data-done") {}
}

/// The household that a card's first form of a kind would send.
fn household(page: &Page, kind: &str, dwelling: &str) -> String {
    let text = page.text();
    let mut forms = text.split("<form ").filter(|form| form.contains(&format!("value=\"{kind}\"")));
    let form = forms.find(|form| form.contains(&format!("name=\"dwelling\" value=\"{dwelling}\""))).expect("a form");
    let (_, after) = form.split_once("name=\"household\" value=\"").expect("it names a household");
    after.split_once('"').expect("it ends").0.to_owned()
}

fn choose(team: &Person<'_>, meeting: &str, fields: &[(&str, &str)]) -> Page {
    let answer = team.post(&format!("{meeting}/choices"), fields);
    solved(team, meeting);
    answer
}

fn close(team: &Person<'_>, meeting: &str) -> Page {
    let page = team.get(meeting).expect(200);
    let (version, run) = (page.value("version").expect("a form"), page.value("run").expect("a form"));
    team.post(&format!("{meeting}/close"), &[("version", &version), ("run", &run)])
}

#[test]
fn why_and_why_not_is_told_clause_by_clause() {
    TestApp::on_each(|app| {
        let officer = app.caseworker();
        let two_rooms = home(app, &facts("Granlia 7 H0204"));
        let five_rooms = home(app, &DwellingFacts { rooms: Some(Rooms(5)), ..facts("Granlia 9 H0101") });
        let place = waits(&officer, "Anna", &[("wished_area", "Sentrum")]);
        let fit = |dwelling: &str| {
            officer.get(&format!("/allocations/fit?application={}&dwelling={dwelling}", id(&place))).expect(200)
        };
        let small = fit(&two_rooms);
        for text in ["Boligen har passe mange rom.", "Boligen ligger i et område husstanden ønsker.", "Må avklares"]
        {
            assert!(small.has(text), "{text}: {small:?}");
        }
        let large = fit(&five_rooms);
        assert!(large.has("Boligen har for mange rom.") && large.has("Det som må til:"), "{large:?}");
        let homes = officer.get(&format!("/allocations/fit?application={}", id(&place))).expect(200);
        let at = |text: &str| homes.text().find(text).expect("both homes are listed");
        assert!(at("Granlia 7") < at("Granlia 9"), "what fits stands first");
        let households = officer.get(&format!("/allocations/fit?dwelling={two_rooms}")).expect(200);
        assert!(households.has("Anna Prøve"), "{households:?}");
        assert_eq!(officer.get("/allocations/fit").status, 404);
        assert_eq!(app.auditor().get(&format!("/allocations/fit?dwelling={two_rooms}")).status, 403);
    });
}

#[test]
fn what_somebody_has_seen_of_a_home_counts() {
    TestApp::on_each(|app| {
        let officer = app.caseworker();
        let dwelling = home(app, &facts("Granlia 7 H0204"));
        let traits = format!("/dwellings/{dwelling}/traits");
        let seen = officer.get(&traits).expect(200).value("seen").expect("a form");
        let fields = [("seen", seen.as_str()), ("pets", "no"), ("access_bad", "yes"), ("entrance", "A")];
        officer.post(&traits, &fields).expect(303);
        officer.post(&traits, &fields).expect(409);
        let place = waits(&officer, "Anna", &[]);
        let page = officer.get(&format!("/allocations/fit?application={}&dwelling={dwelling}", id(&place))).expect(200);
        assert!(page.has("Dyr er ikke tillatt, og ingen har spurt om husstanden har dyr."), "{page:?}");
        officer.post(&traits, &[("seen", "1"), ("let_until", "i morgen en gang")]).expect(422);
    });
}

#[test]
fn a_household_is_kept_away_without_telling_why() {
    TestApp::on_each(|app| {
        let officer = app.caseworker();
        let dwelling = home(app, &facts("Granlia 7 H0204"));
        let place = waits(&officer, "Anna", &[]);
        let fields = [("application", id(&place)), ("kind", "BUILDING"), ("other", "Granlia 7")];
        officer.post("/allocations/apart", &fields).expect(422);
        let fields: Vec<_> = fields.into_iter().chain([("reason", "Trusler fra tidligere")]).collect();
        officer.post("/allocations/apart", &fields).expect(303);
        let homes = format!("/allocations/fit?application={}", id(&place));
        assert!(officer.get(&homes).expect(200).has("Trusler fra tidligere"), "whoever works with the case sees why");
        let team = app.officer(Role::AllocationMember);
        let page = team.get(&format!("{homes}&dwelling={dwelling}")).expect(200);
        assert!(page.has("Det er registrert at husstanden ikke skal bo her.") && !page.has("Trusler"), "{page:?}");
        assert!(!team.get(&homes).expect(200).has("Trusler"), "the team does not");
    });
}

#[test]
fn nobody_sees_a_protected_person_beside_a_home() {
    TestApp::on_each(|app| {
        let insider = app.insider();
        home(app, &facts("Granlia 7 H0204"));
        let person = enter(&insider, "Skjult", "Siv", &[("protection", "STRENGT")]);
        let place = apply(&insider, &person, &[("adults", "1"), ("children", "0")]);
        grant(&insider, &place, "2026-02-01");
        let asked = format!("/allocations/fit?application={}", id(&place));
        assert_eq!(insider.get(&asked).status, 404, "not even the named group sees it here");
        let team = app.insider_leader();
        let meeting = called(&team);
        let page = team.get(&format!("{meeting}?names=shown&alternatives=open")).expect(200);
        assert!(!page.has("Skjult") && page.has("Ingen er foreslått"), "{page:?}");
    });
}

#[test]
fn a_meeting_proposes_is_overruled_and_decides() {
    TestApp::on_each(|app| {
        let officer = app.caseworker();
        let team = app.officer(Role::AllocationMember);
        let dwelling = home(app, &facts("Granlia 7 H0204"));
        let first = waits(&officer, "Anna", &[("children", "1"), ("situation", "BEGJAERT")]);
        let second = waits(&officer, "Bo", &[]);
        let meeting = called(&team);
        let page = team.get(&meeting).expect(200);
        assert!(
            page.has("1 får bolig, 0 bytter, 1 står uten.") && page.has("Ingen annen fordeling er bedre"),
            "{page:?}"
        );
        assert!(!page.has("Anna") && !page.has("Bo Prøve"), "names are hidden until asked for");
        assert!(team.get(&format!("{meeting}?names=shown")).expect(200).has("Anna Prøve"));
        let trail = app.auditor().get("/journal").expect(200);
        assert!(trail.has("tildeling"), "{trail:?}");

        // Another one is chosen, and it is told what that changed.
        let other = household(&team.get(&meeting), "FORBID", &dwelling);
        choose(&team, &meeting, &[("kind", "FORBID"), ("household", &other), ("dwelling", &dwelling)]).expect(303);
        let page = team.get(&meeting).expect(200);
        assert!(page.has("Dette endret seg") && page.has("2026/00002"), "{page:?}");
        let why = format!("/allocations/fit?application={}&dwelling={dwelling}", id(&first));
        assert!(
            team.get(&why).expect(200).has("Møtet har bestemt at husstanden ikke får"),
            "not that others came first"
        );
        team.post(&format!("{meeting}/choices/1/undo"), &[]).expect(303);
        solved(&team, &meeting);
        assert!(team.get(&why).expect(200).has("Boligen er foreslått for denne husstanden."));
        let theirs = format!("/allocations/fit?application={}&dwelling={dwelling}", id(&second));
        assert!(team.get(&theirs).expect(200).has("i en behovsklasse som går foran"), "{:?}", team.get(&theirs));

        // A home is held back, and left for somebody only with a reason.
        choose(&team, &meeting, &[("kind", "HOLD"), ("dwelling", &dwelling)]).expect(303);
        assert!(team.get(&meeting).expect(200).has("Holdes tilbake"));
        assert!(team.get(&theirs).expect(200).has("Møtet holder boligen tilbake"));
        team.post(&format!("{meeting}/choices/2/undo"), &[]).expect(303);
        solved(&team, &meeting);
        let left = [("kind", "RESERVE"), ("household", &other), ("dwelling", &dwelling)];
        let refused = choose(&team, &meeting, &left).expect(422);
        assert!(refused.has("Skriv hvorfor."), "{refused:?}");
        let with_reason: Vec<_> = left.into_iter().chain([("reason", "Skal bo nær skolen")]).collect();
        choose(&team, &meeting, &with_reason).expect(303);

        let lines = "Tilla Tildeler; Boligkontoret\nNils Nabo; Nav; 2026/00001";
        let seen = team.get(&meeting).expect(200).value("participants_seen").expect("a form");
        let typed = [("participants", lines), ("participants_seen", seen.as_str())];
        team.post(&format!("{meeting}/participants"), &typed).expect(303);
        let other = [("participants", "Odd Leder"), typed[1]];
        let late = team.post(&format!("{meeting}/participants"), &other).expect(409);
        assert!(late.has("Slik står det nå: Tilla Tildeler; Boligkontoret"), "{late:?}");
        let prepares = officer.post(&format!("{meeting}/close"), &[]);
        assert_eq!(prepares.status, 403, "a caseworker prepares and does not decide");
        close(&team, &meeting).expect(303);
        let minutes = team.get(&meeting).expect(200);
        for text in
            ["Referat", "2026/00001 → Granlia 7", "Skal bo nær skolen", "Fratrådte i 2026/00001", "Holdt tilbake"]
        {
            assert!(minutes.has(text), "{text}: {minutes:?}");
        }
        assert_eq!(choose(&team, &meeting, &[("kind", "HOLD"), ("dwelling", &dwelling)]).status, 404);

        assert!(minutes.has("Hvorfor disse boligene") && minutes.has("Boligen har passe mange rom."), "{minutes:?}");
        let pdf = team.get(&format!("{meeting}/minutes")).expect(200);
        assert!(pdf.bytes.starts_with(b"%PDF-1.7"), "the minutes are kept as a document");
        assert_eq!(pdf.bytes, team.get(&format!("{meeting}/minutes")).expect(200).bytes);

        // The reason stands when the letter is written, for the pair and among all homes of a household.
        let page = team.get(&theirs).expect(200);
        assert!(page.has("I møtet 02.03.2026") && page.has("satt av boligen til en annen"), "{page:?}");
        let page = team.get(&format!("/allocations/fit?application={}", id(&first))).expect(200);
        assert!(page.has("I møtet 02.03.2026") && page.has("foreslått for denne husstanden"), "{page:?}");

        // The home is given: the next meeting does not see it, nor the household.
        let next = team.get(&called(&team)).expect(200);
        assert!(next.has("Ingen boliger å tildele"), "{next:?}");
    });
}

#[test]
fn the_same_problem_gives_the_same_answer_years_later() {
    TestApp::on_each(|app| {
        let officer = app.caseworker();
        for (place, rooms) in [("Granlia 7 H0204", 2), ("Granlia 9 H0101", 3)] {
            home(app, &DwellingFacts { rooms: Some(Rooms(rooms)), ..facts(place) });
        }
        for (given, children) in [("Anna", "0"), ("Bo", "1"), ("Carl", "2")] {
            waits(&officer, given, &[("children", children)]);
        }
        let team = app.leader();
        let meeting = called(&team);
        let problem = team.get(&format!("{meeting}/runs/1/problem.json")).expect(200);
        let answer = team.get(&format!("{meeting}/runs/1/answer.json")).expect(200);
        let read = matching::Problem::from_json(&problem.bytes).expect("the file does not contradict itself");
        assert_eq!(matching::solve(&read, &|| false).to_json().as_bytes(), answer.bytes);
        // Solved again on the same facts, nothing new is kept.
        team.post(&format!("{meeting}/solve"), &[]).expect(303);
        assert_eq!(team.get(&format!("{meeting}/runs/2/problem.json")).status, 404);
    });
}

#[test]
fn a_search_is_followed_until_it_ends_and_whoever_decides_may_stop_it() {
    let app = TestApp::new();
    let officer = app.caseworker();
    home(&app, &facts("Granlia 7 H0204"));
    waits(&officer, "Anna", &[]);
    let team = app.officer(Role::AllocationMember);
    let meeting = called(&team);
    for page in [meeting.clone(), format!("{meeting}/what-if")] {
        let progress = team.get(&format!("{page}/progress")).expect(200);
        assert!(progress.has("data-done") && progress.has(&page), "the search has ended: {progress:?}");
        assert_eq!(officer.post(&format!("{page}/stop"), &[]).status, 403);
        team.post(&format!("{page}/stop"), &[]).expect(303);
    }
    assert!(team.get(&meeting).expect(200).has("Ingen annen fordeling er bedre"));
}

#[test]
fn a_home_is_given_once_whichever_meeting_comes_first() {
    TestApp::on_each(|app| {
        let officer = app.caseworker();
        home(app, &facts("Granlia 7 H0204"));
        waits(&officer, "Anna", &[]);
        let (one, other) = (app.leader(), app.officer(Role::AllocationMember));
        let (first, second) = (called(&one), called(&other));
        let seen = other.get(&second).expect(200);
        let (version, run) = (seen.value("version").expect("a form"), seen.value("run").expect("a form"));
        close(&one, &first).expect(303);
        let late = other.post(&format!("{second}/close"), &[("version", &version), ("run", &run)]);
        assert_eq!(late.status, 422, "{late:?}");
        assert!(late.has("Et forslag holder ikke lenger."), "{late:?}");
    });
}

#[test]
fn who_is_passed_over_and_why_is_counted_by_target_group() {
    TestApp::on_each(|app| {
        let officer = app.caseworker();
        home(app, &facts("Granlia 7 H0204"));
        let tenant = waits(&officer, "Anna", &[("target_groups", "RUS"), ("situation", "BEGJAERT")]);
        let homeless = waits(&officer, "Bo", &[("target_groups", "RUS")]);
        waits(&officer, "Carl", &[("adults", "2"), ("children", "6"), ("target_groups", "FLYKT")]);
        let team = app.officer(Role::AllocationMember);
        let none = team.get("/allocations/numbers").expect(200);
        assert!(none.has("kommer tallene fram her"), "{none:?}");
        let meeting = called(&team);
        close(&team, &meeting).expect(303);
        let numbers = team.get("/allocations/numbers").expect(200);
        for text in ["Ett møte er avsluttet", "Rusavhengighet", "1 av 2", "Flyktning", "0 av 1"] {
            assert!(numbers.has(text), "{text}: {numbers:?}");
        }
        let rows = team.get("/allocations/numbers?group=RUS&came=outranked").expect(200);
        assert!(rows.has(&tenant) && rows.has("2026/00001") && !rows.has(&homeless), "{rows:?}");
        assert!(team.get("/allocations/numbers?group=FLYKT&came=any").expect(200).has("Ingen av boligene passer."));
        assert!(team.get("/allocations/numbers?on=2025-12-31").expect(200).has("Ingen møter er avsluttet"));

        // What the office lets go before it was offered, nobody got.
        let page = team.get(&meeting).expect(200).text();
        let (_, after) = page.split_once(&format!("{meeting}/placements/")).expect("it can be let go");
        let (placement, _) = after.split_once('/').expect("its id");
        team.post(&format!("{meeting}/placements/{placement}/release"), &[]).expect(303);
        let numbers = team.get("/allocations/numbers").expect(200);
        assert!(numbers.has("0 av 2") && numbers.has("Sluppet uten tilbud"), "{numbers:?}");
        assert!(team.get("/allocations/numbers?group=RUS&came=released").expect(200).has(&homeless));
    });
}
