//! The work list: whose, what is pressing, several cases at once, and the calendar without names.

use crate::app::{Page, Person, TestApp};
use crate::cases::cases_of;
use crate::people::enter;

/// How many cases a group of the list says it has.
fn count(page: &Page, group: &str) -> usize {
    let text = page.text();
    let (before, _) = text.split_once(&format!("</strong> {group}</a>")).expect(group);
    before.rsplit_once("<strong>").expect("a count").1.parse().expect("a number")
}

#[test]
fn it_is_the_first_page_and_says_what_is_due_and_late_today() {
    TestApp::on_each(|app| {
        let officer = app.caseworker();
        assert_eq!(officer.get("/").location(), "/work");
        assert!(officer.get("/work").expect(200).has("Du har ingen saker nå"));
        let person = |name: &str, received: &str| {
            let person = enter(&officer, name, "Kari", &[]);
            cases_of(&officer, &person, &[("received", received), ("kind", "BOSL")]).remove(0)
        };
        // It is 1 March 2026: due 15 February, 5 March and 28 March.
        let late = person("Sein", "2026-01-15");
        person("Snart", "2026-02-05");
        person("Ny", "2026-02-28");
        let page = officer.get("/work?whose=all").expect(200);
        let counts =
            ["Fristen er ute", "Svar snart", "Ikke fordelt", "Nye", "På vent"].map(|group| count(&page, group));
        assert_eq!(counts, [1, 1, 3, 1, 0], "{page:?}");
        let order = ["Sein, Kari", "Snart, Kari", "Ny, Kari"].map(|name| page.text().find(name).expect(name));
        assert!(order.is_sorted(), "the most pressing first: {order:?}");
        let only = officer.get("/work?whose=all&group=LATE").expect(200);
        assert!(only.has("Sein, Kari") && !only.has("Snart, Kari"), "{only:?}");
        let file = officer.get("/work?whose=all&group=LATE&format=csv").expect(200);
        assert!(file.has("Sein, Kari;15.01.2026;45;Fristen er ute;15.02.2026"), "{file:?}");
        officer.post(&format!("{late}/taking"), &[("version", "1")]).expect(303);
        let mine = officer.get("/work").expect(200);
        assert!(mine.has("Sein, Kari") && !mine.has("Snart, Kari"), "{mine:?}");
    });
}

#[test]
fn several_cases_are_taken_or_given_at_once_and_what_changed_meanwhile_stays() {
    TestApp::on_each(|app| {
        let (leader, officer) = (app.leader(), app.caseworker());
        let person = enter(&leader, "Moe", "Ada", &[]);
        let cases = cases_of(&leader, &person, &[]);
        let chosen: Vec<String> =
            cases.iter().map(|case| format!("{}:1", case.trim_start_matches("/cases/"))).collect();
        let give = |fields: &[(&str, &str)]| leader.post("/work", fields);
        assert!(give(&[("to", "other"), ("officer", &officer.id)]).expect(422).has("Kryss av for sakene"));
        assert!(give(&[("to", "other"), ("cases", &chosen[0])]).expect(422).has("Velg noen som kan ha saken"));
        let both =
            [("cases", chosen[0].as_str()), ("cases", chosen[1].as_str()), ("to", "other"), ("officer", &officer.id)];
        assert_eq!(give(&[&both[..], &[("back", "whose=all")]].concat()).expect(303).location(), "/work?whose=all");
        assert!(officer.get("/work").expect(200).has("Moe, Ada"));
        // The leader's old list shows cases that have moved on.
        assert!(give(&[("cases", &chosen[0]), ("to", "me")]).expect(409).has("Én sak ble endret"));
    });
}

#[test]
fn the_calendar_has_deadlines_and_nobodys_name_and_can_be_turned_off() {
    let app = TestApp::new();
    let officer = app.caseworker();
    let person = enter(&officer, "Hemmelig", "Nora", &[]);
    let case = cases_of(&officer, &person, &[("received", "2026-02-08")]).remove(0);
    officer.post(&format!("{case}/taking"), &[("version", "1")]).expect(303);
    let page = officer.post("/account/calendar", &[]).expect(200).text();
    let address = page.split_once("/calendar/").expect("an address").1.split_once('<').expect("its end").0;
    let address = format!("/calendar/{address}");
    let feed = app.stranger().get(&address).expect(200);
    // Due Sunday 8 March: the last working day is the Friday.
    assert!(feed.has("DTSTART;VALUE=DATE:20260306") && feed.has("2026/00001-1: Svar eller foreløpig svar"), "{feed:?}");
    assert!(!feed.has("Hemmelig") && !feed.has("Nora"), "{feed:?}");
    assert!(!officer.get("/account").expect(200).has(&address), "the address is shown once");
    officer.post("/account/calendar/end", &[]).expect(303);
    app.stranger().get(&address).expect(404);
    app.stranger().get("/calendar/0000.ics").expect(404);
}

#[test]
fn a_strictly_protected_applicant_is_neither_listed_nor_counted_for_those_outside_the_group() {
    let app = TestApp::new();
    let (insider, outsider) = (app.insider(), app.leader());
    let person = enter(&insider, "Hemmingsen", "Nora", &[("protection", "STRENGT")]);
    let case = cases_of(&insider, &person, &[]).remove(0);
    assert!(insider.get("/work?whose=all").expect(200).has("Hemmingsen"));
    for page in ["/work", "/work?whose=all", "/work?whose=all&group=UNASSIGNED", "/work?whose=all&format=csv"] {
        assert!(!outsider.get(page).expect(200).has("Hemmingsen"), "{page}");
    }
    assert_eq!(count(&outsider.get("/work").expect(200), "åpne saker"), 0);
    let chosen = format!("{}:1", case.trim_start_matches("/cases/"));
    outsider.post("/work", &[("cases", &chosen), ("to", "me")]).expect(404);
}

#[test]
fn whoever_asks_again_has_the_case_on_hold_among_their_own_and_each_says_since_when_it_waits() {
    TestApp::on_each(|app| {
        let (leader, has, asks) = (app.leader(), app.caseworker(), app.caseworker());
        let person = enter(&has, "Vik", "Eva", &[]);
        let case = &cases_of(&has, &person, &[("kind", "BOSL")])[0];
        let waits = |who: &Person<'_>| {
            let page = who.get("/work?whose=all").expect(200).text();
            let (_, cell) = page.rsplit_once("data-label=\"Venter på\">").expect("a row");
            cell.split_once("</td>").expect("its end").0.to_owned()
        };
        assert!(waits(&leader).contains("Å bli fordelt") && waits(&leader).contains("19 dager, kom inn 10.02.2026"));
        has.post(&format!("{case}/taking"), &[("version", "1")]).expect(303);
        assert!(
            waits(&leader).contains("Saksbehandleren") && waits(&leader).contains("Fikk saken i dag"),
            "{}",
            waits(&leader)
        );
        assert!(!asks.get("/work").expect(200).has("Vik, Eva"));
        let hold = [
            ("version", "2"),
            ("waits_for", "PARTNER"),
            ("until", "2026-03-20"),
            ("owner", asks.id.as_str()),
            ("reason", "Venter på uttalelse"),
        ];
        has.post(&format!("{case}/hold"), &hold).expect(303);
        let asks_again = format!("Prøve {} spør igjen.", asks.login);
        for who in [&has, &asks] {
            let page = who.get("/work").expect(200);
            assert!(page.has("Vik, Eva") && page.has("Satt på vent i dag") && page.has(&asks_again), "{page:?}");
            assert_eq!(count(&page, "På vent"), 1);
        }
        assert!(waits(&leader).contains("En samarbeidspart utenfor kommunen til 20.03.2026"), "{}", waits(&leader));
        has.post(&format!("{case}/resumption"), &[("version", "3")]).expect(303);
        assert!(!asks.get("/work").expect(200).has("Vik, Eva"));
    });
}

#[test]
fn the_leader_chooses_among_those_who_have_cases() {
    TestApp::on_each(|app| {
        let (leader, has, idle, administrator) =
            (app.leader(), app.caseworker(), app.caseworker(), app.administrator());
        let person = enter(&has, "Vik", "Eva", &[]);
        let case = &cases_of(&has, &person, &[("kind", "BOSL")])[0];
        has.post(&format!("{case}/taking"), &[("version", "1")]).expect(303);
        let choices = |page: &Page| {
            let text = page.text();
            let (_, after) = text.split_once("name=\"officer\"").expect("a choice");
            after.split_once("</select>").expect("its end").0.to_owned()
        };
        let listed = choices(&leader.get("/work?whose=all").expect(200));
        assert!(listed.contains(&has.id), "{listed}");
        for other in [&idle, &administrator, &leader] {
            assert!(!listed.contains(&other.id), "{listed}");
        }
        // Whoever is chosen stays a choice.
        let chosen = leader.get(&format!("/work?whose=all&officer={}", idle.id)).expect(200);
        assert!(choices(&chosen).contains(&idle.id));
    });
}

#[test]
fn what_the_address_asks_for_and_nobody_knows_is_said() {
    let app = TestApp::new();
    let page = app.leader().get("/work?whose=alle&group=hast&officer=ingen&kind=HUS").expect(200);
    for value in ["«alle»", "«hast»", "«ingen»", "«HUS»"] {
        assert!(page.has(&format!("forstår ikke {value}")), "{value}: {page:?}");
    }
    assert!(!app.leader().get("/work?whose=all").expect(200).has("forstår ikke"));
    let journal = app.auditor().get("/journal?thing=hus&who=ingen").expect(200);
    assert!(journal.has("forstår ikke «hus»") && journal.has("forstår ikke «ingen»"), "{journal:?}");
}
