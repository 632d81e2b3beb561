use super::{called, choose, id, waits};
use crate::app::{Person, TestApp};
use crate::dwellings::{facts, home};
use crate::people::enter;
use housing::dwellings::{Category, DwellingFacts, Rooms};

/// The address of everybody who does not get a home, as a card of the meeting gives it.
fn stopped(meeting: &str, dwelling: &str) -> String {
    format!("{meeting}/homes/{dwelling}")
}

#[test]
fn a_wall_shows_a_few_homes_and_nobody_by_name_unasked() {
    TestApp::on_each(|app| {
        let officer = app.caseworker();
        for number in 1..=5 {
            home(app, &facts(&format!("Granlia 7 H010{number}")));
        }
        let place = waits(&officer, "Anna", &[("income", "31 234")]);
        let team = app.leader();
        let meeting = called(&team);
        let wall = team.get(&format!("{meeting}?view=wall")).expect(200);
        assert_eq!(wall.text().matches("wall-card\"").count(), 4, "{wall:?}");
        assert!(!wall.has("class=\"topbar\"") && !wall.has("id=\"navigation\""), "nothing around it: {wall:?}");
        assert!(wall.has("2026/00001") && !wall.has("Anna") && !wall.has("href=\"/dwellings/"), "{wall:?}");
        assert!(team.get(&format!("{meeting}?view=wall&first=5")).expect(200).has("5–5 av 5"));

        // What it leads to tells no more than the wall does.
        let fit = |more: &str| format!("/allocations/fit?application={}{more}", id(&place));
        let hidden = "&#38;names=hidden&#38;view=wall&#38;meeting=";
        assert!(wall.has(hidden), "{wall:?}");
        for address in [fit("&names=hidden&view=wall"), fit("&names=hidden")] {
            let page = team.get(&address).expect(200);
            assert!(!page.has("Anna") && !page.has("/applications/") && page.has("names=hidden"), "{page:?}");
        }
        let dwelling = home(app, &facts("Granlia 7 H0204"));
        let pair = fit(&format!("&dwelling={dwelling}"));
        let page = team.get(&format!("{pair}&names=hidden")).expect(200);
        assert!(!page.has("Anna") && !page.has("31\u{a0}234") && page.has("Vis navn"), "{page:?}");
        assert!(team.get(&pair).expect(200).has("31\u{a0}234"), "when somebody asks");
        let page = team.get(&format!("/allocations/fit?dwelling={dwelling}&names=hidden")).expect(200);
        assert!(!page.has("Anna") && page.has("2026/00001"), "{page:?}");

        assert!(team.get(&format!("{meeting}?view=wall&names=shown")).expect(200).has("Anna"));
        let trail = app.auditor().get("/journal").expect(200);
        assert!(trail.has("tildeling"), "{trail:?}");
    });
}

#[test]
fn a_choice_on_the_wall_comes_back_to_the_home_it_was_about() {
    TestApp::on_each(|app| {
        let officer = app.caseworker();
        let homes: Vec<String> = (1..=6).map(|number| home(app, &facts(&format!("Granlia 7 H010{number}")))).collect();
        waits(&officer, "Anna", &[]);
        let team = app.leader();
        let meeting = called(&team);
        let held = homes.last().expect("six homes");
        let hold =
            [("kind", "HOLD"), ("dwelling", held), ("back", "view=wall&alternatives=open"), ("at", held.as_str())];
        let again = choose(&team, &meeting, &hold).expect(303).location().to_owned();
        let page = team.get(again.split('#').next().expect("an address")).expect(200);
        assert!(page.has(&format!("id=\"home-{held}\"")) && page.has("Holdes tilbake"), "{page:?}");
        assert_eq!(page.text().matches("wall-card wall").count(), 0);
        assert_eq!(page.text().matches("wall-card\"").count(), 2, "two, with those who could have them instead");
    });
}

/// How many a reason counts on a page, by what it says.
fn counted(team: &Person<'_>, page: &str, count: usize, text: &str) {
    let page = team.get(page).expect(200);
    assert!(page.has(&format!("<strong>{count}</strong> {text}")), "{count} {text}: {page:?}");
}

#[test]
fn a_home_that_nobody_gets_says_why_and_each_count_opens_to_its_rows() {
    TestApp::on_each(|app| {
        let (officer, insider) = (app.caseworker(), app.insider());
        let [first, second] = ["Granlia 7 H0101", "Granlia 7 H0102"].map(|place| home(app, &facts(place)));
        let large = home(app, &DwellingFacts { rooms: Some(Rooms(6)), ..facts("Lia 2 H0101") });
        let care = home(app, &DwellingFacts { category: Category::CareHome, ..facts("Lia 4 H0101") });
        let team = app.leader();
        let meeting = called(&team);
        assert!(team.get(&meeting).expect(200).has("Ingen andre er med i møtet."), "nobody waits");

        waits(&officer, "Anna", &[]);
        waits(&officer, "Bo", &[]);
        let person = enter(&insider, "Skjult", "Siv", &[("protection", "STRENGT")]);
        let protected = crate::applications::apply(&insider, &person, &[("adults", "1"), ("children", "0")]);
        crate::assessments::grant(&insider, &protected, "2026-02-01");
        let meeting = called(&team);
        let page = team.get(&meeting).expect(200);
        assert!(page.has("Boligen passer for ingen av 2."), "whoever is protected is not counted: {page:?}");
        counted(&team, &stopped(&meeting, &large), 2, "Boligen har for mange rom.");
        counted(&team, &stopped(&meeting, &care), 2, "Boligen er av et annet slag enn husstanden trenger.");
        let rows = team.get(&format!("{}?by=rule-FOR_MANGE_ROM", stopped(&meeting, &large))).expect(200);
        assert_eq!(rows.text().matches("2026/0000").count(), 2, "{rows:?}");
        assert!(!rows.has("Anna") && !rows.has("Skjult"), "{rows:?}");
        let named = team.get(&format!("{}?names=shown", stopped(&meeting, &large))).expect(200);
        assert!(named.has("Anna") && !named.has("Skjult"), "{named:?}");

        // Everybody whom a home suits is given another.
        let third = home(app, &facts("Granlia 7 H0103"));
        let meeting = called(&team);
        let empty = [&first, &second, &third].into_iter().find(|dwelling| {
            let page = team.get(&stopped(&meeting, dwelling)).expect(200);
            page.has("Ingen er foreslått")
        });
        let empty = empty.expect("three homes and two households");
        counted(&team, &stopped(&meeting, empty), 2, "Foreslått til en annen bolig.");
        assert!(team.get(&meeting).expect(200).has("Boligen passer for 2 av 2."));
        assert_eq!(team.get(&stopped(&meeting, "elsewhere")).status, 404);
        assert_eq!(app.auditor().get(&stopped(&meeting, empty)).status, 403);
    });
}

#[test]
fn a_limit_tells_whom_it_counts_and_whom_it_stops() {
    TestApp::on_each(|app| {
        let officer = app.caseworker();
        let homes: Vec<String> = (1..=3).map(|number| home(app, &facts(&format!("Granlia 7 H010{number}")))).collect();
        for given in ["Anna", "Bo", "Carl"] {
            waits(&officer, given, &[("target_groups", "RUS")]);
        }
        let team = app.leader();
        let meeting = called(&team);
        let page = team.get(&meeting).expect(200);
        assert!(page.has("2 får bolig, 0 bytter, 1 står uten."), "{page:?}");
        let text = page.text();
        let (_, after) = text.split_once(&format!("href=\"{meeting}/limits?")).expect("what is used opens");
        let (query, _) = after.split_once('"').expect("an address");
        let rows = team.get(&format!("{meeting}/limits?{}", query.replace("&#38;", "&"))).expect(200);
        assert_eq!(rows.text().matches("Flytter inn").count(), 2, "{rows:?}");
        assert!(!rows.has("Anna") && rows.has("names=hidden"), "{rows:?}");
        assert_eq!(team.get(&format!("{meeting}/limits?name=Ingen")).status, 404);

        let is_empty =
            |dwelling: &&String| team.get(&stopped(&meeting, dwelling)).expect(200).has("Ingen er foreslått");
        let empty = homes.iter().find(is_empty).expect("two of three are given");
        counted(&team, &stopped(&meeting, empty), 2, "Foreslått til en annen bolig.");
        counted(&team, &stopped(&meeting, empty), 1, "Grensen for spredt bosetting er nådd:");
    });
}
