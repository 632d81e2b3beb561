//! The municipality's own rules: made from a sample, tried on who waits, saved as revisions from a day.

use crate::app::{DAY, Page, Person, TestApp};
use crate::applications::apply;
use crate::people::{enter, number};
use crate::store::each_place;
use housing::assessment::RuleSet;
use husrom::clock::Clock;
use husrom::office::{Actor, KEY_CHECK, Office, rule_sets};
use husrom::secrets::Secrets;
use husrom::store::{journal, settings};
use jiff::civil::date;

/// What the form sends: every field as it stands on the page, with some of it changed.
pub fn filled_in(page: &Page, changes: &[(&str, &str)]) -> Vec<(String, String)> {
    let text = page.text();
    let form = text.split_once(" class=\"form\" data-draft=").expect("there is a form").1;
    let mut fields = Vec::new();
    for tag in form.split('<').skip(1) {
        let attribute = |name: &str| Some(tag.split_once(&format!(" {name}=\""))?.1.split_once('"')?.0.to_owned());
        let Some(name) = attribute("name") else { continue };
        if tag.starts_with("input") && (!tag.contains("type=\"checkbox\"") || tag.contains(" checked")) {
            fields.push((name, attribute("value").unwrap_or_default()));
        } else if tag.starts_with("textarea") {
            fields.push((name, tag.split_once('>').expect("a tag ends").1.to_owned()));
        } else if tag.starts_with("select") {
            let (_, options) = form.split_once(&format!("name=\"{name}\"")).expect("it is there");
            let options = options.split_once("</select>").expect("a select ends").0;
            let chosen = options.split("<option ").skip(1).find(|option| option.contains(" selected"));
            let value = chosen.and_then(|option| option.split('"').nth(1)).unwrap_or_default();
            fields.push((name, value.to_owned()));
        }
    }
    fields.retain(|(name, _)| changes.iter().all(|(changed, _)| changed != name));
    fields.extend(changes.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
    fields
}

/// Sends the form of a rule set, to look at it or to save it.
pub fn send(person: &Person<'_>, fields: &[(String, String)], verb: &str) -> Page {
    let mut pairs: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    pairs.retain(|(name, _)| *name != "csrf");
    pairs.push(("do", verb));
    person.post("/rule-sets/new", &pairs)
}

/// Three who wait: one of sixteen, one well paid, one nobody knows the income of.
fn three_who_wait(app: &TestApp) {
    let officer = app.caseworker();
    let people = [
        ("Ung", date(2010, 1, 1), vec![("income", "9 000")]),
        ("Rik", date(1980, 2, 2), vec![("income", "90 000")]),
        ("Ukjent", date(1985, 3, 3), vec![]),
    ];
    for (given, born, mut more) in people {
        let person = enter(&officer, "Prøve", given, &[("identity", &number(born))]);
        more.extend([("adults", "1"), ("children", "0"), ("situation", "VENNER")]);
        apply(&officer, &person, &more);
    }
}

#[test]
fn a_municipality_begins_with_a_standard_set_that_everybody_concerned_can_read() {
    TestApp::on_each(|app| {
        let page = app.caseworker().get("/rule-sets").expect(200);
        assert!(page.has("Standard regelsett") && page.has("Gjelder nå"), "{page:?}");
        assert!(!page.has("/rule-sets/new"), "a caseworker reads the rules and does not make them");
        assert_eq!(app.auditor().get("/rule-sets").status, 403);
        assert_eq!(app.caseworker().get("/rule-sets/new").status, 403);
        assert_eq!(app.caseworker().post("/rule-sets/new", &[]).status, 403);
    });
}

#[test]
fn a_change_is_tried_on_those_who_wait_before_it_is_saved() {
    TestApp::on_each(|app| {
        three_who_wait(app);
        let administrator = app.administrator();
        let form = administrator.get("/rule-sets/new?from=large-city-income-limits").expect(200);
        let fields = filled_in(&form, &[("valid_from", "2026-06-01"), ("age.exceptions", "")]);
        let preview = send(&administrator, &fields, "preview").expect(200);
        for text in ["3 åpne søknader", "01.06.2026", "Får et vilkår i veien"] {
            assert!(preview.has(text), "{text}: {preview:?}");
        }
        assert!(!preview.has("way=stopped"), "the administrator sees counts, no cases");
        assert!(!administrator.get("/rule-sets").expect(200).has("Kommer"), "nothing is saved by looking");

        let place = send(&administrator, &fields, "save").expect(303).location().to_owned();
        let shown = administrator.get(&place).expect(200);
        for text in ["Stor by med inntektsgrenser", "Kommer", "Prioritet 1", "3,5", "12 måneder"] {
            assert!(shown.has(text), "{text}: {shown:?}");
        }
        assert!(administrator.get("/rule-sets").expect(200).has("Gjelder nå"), "the old rules hold until June");
    });
}

#[test]
fn who_may_see_cases_opens_the_counts_down_to_them() {
    let app = TestApp::new();
    three_who_wait(&app);
    let administrator = app.administrator();
    let form = administrator.get("/rule-sets/new?from=large-city-income-limits").expect(200);
    let fields = filled_in(&form, &[("valid_from", "2026-06-01")]);
    let place = send(&administrator, &fields, "save").expect(303).location().to_owned();
    let effects = format!("{place}/effects");
    assert!(!administrator.get(&effects).expect(200).has("?ground="));
    let leader = app.leader();
    let page = leader.get(&effects).expect(200);
    assert!(page.has("ground=INNTEKT&amp;way=stopped") || page.has("ground=INNTEKT&#38;way=stopped"), "{page:?}");
    let opened = leader.get(&format!("{effects}?ground=INNTEKT&way=stopped")).expect(200);
    assert!(opened.has("2026/00002") && !opened.has("2026/00003"), "{opened:?}");
    assert_eq!(administrator.get(&format!("{effects}?ground=INNTEKT&way=stopped")).status, 403);
}

#[test]
fn everything_wrong_is_said_beside_its_field_and_what_was_typed_is_kept() {
    let app = TestApp::new();
    let administrator = app.administrator();
    let form = administrator.get("/rule-sets/new?from=large-city-income-limits").expect(200);
    let wrong =
        [("name", ""), ("age.least_years", "99"), ("limit-1", "tre og en halv"), ("limit-2", "3"), ("lease.years", "")];
    let page = send(&administrator, &filled_in(&form, &wrong), "save").expect(422);
    for text in ["99 kan ikke stemme", "tre og en halv er ikke et tall", "Fyll ut feltet"] {
        assert!(page.has(text), "{text}: {page:?}");
    }
    assert_eq!(page.value("age.least_years").as_deref(), Some("99"));
    assert!(page.has("href=\"#lease.years\""), "the summary leads to the field");
}

#[test]
fn saved_again_for_the_same_day_it_is_a_new_revision_and_two_at_once_meet() {
    TestApp::on_each(|app| {
        let (first, second) = (app.administrator(), app.administrator());
        let form = first.get("/rule-sets/new?from=verdal").expect(200);
        let place = send(&first, &filled_in(&form, &[("valid_from", "2026-09-01")]), "save").expect(303);
        let id = place.location().trim_start_matches("/rule-sets/").to_owned();

        let (mine, theirs) =
            (first.get(&format!("/rule-sets/new?from={id}")), second.get(&format!("/rule-sets/new?from={id}")));
        send(&first, &filled_in(&mine, &[("lease.years", "4")]), "save").expect(303);
        let conflict = send(&second, &filled_in(&theirs, &[("lease.years", "6")]), "save").expect(409);
        assert!(conflict.has("4 år") && conflict.has("6 år"), "{conflict:?}");
        let again = send(&second, &filled_in(&conflict, &[]), "save").expect(303);
        assert!(second.get(again.location()).expect(200).has("Utgave 3"));
        let list = second.get("/rule-sets").expect(200);
        assert!(list.has("Erstattet av ny utgave"), "what held before is still there: {list:?}");
    });
}

#[test]
fn a_municipality_from_before_there_were_rules_begins_with_the_standard_set_once() {
    each_place(|place| {
        let (store, key) = (place.open(), place.folder.path().join("husrom.key"));
        let secrets = Secrets::create(&key).expect("a key can be made");
        let clock = Clock::fixed(DAY);
        let founded = store.write(|tx| {
            settings::found_municipality(tx, "Fjordvik", clock.now())?;
            settings::set(tx, KEY_CHECK, secrets.check())?;
            journal::begin(tx)
        });
        founded.expect("the store is empty");
        let office = Office::open(store, secrets, &key, clock).expect("the office opens");
        for _ in [1, 2] {
            rule_sets::begin_where_none(&office).expect("it can begin");
        }
        let all = rule_sets::list(&office, &Actor::operator()).expect("they can be read");
        let names: Vec<_> = all.iter().map(|known| known.stored.name.as_str()).collect();
        assert_eq!(names, ["Standard regelsett"]);
    });
}

#[test]
fn what_applications_need_follows_the_room_norm_of_the_rules() {
    TestApp::on_each(|app| {
        let (officer, administrator) = (app.caseworker(), app.administrator());
        let person = enter(&officer, "Trang", "Ane", &[]);
        apply(&officer, &person, &[("adults", "1"), ("children", "1")]);
        let listed =
            |rooms: &str| officer.get(&format!("/applications?room_need={rooms}")).expect(200).has("Trang, Ane");
        assert!(listed("2") && !listed("4"));
        let form = administrator.get("/rule-sets/new?from=standard").expect(200);
        let larger = filled_in(&form, &[("valid_from", "2026-01-01"), ("least-2", "3"), ("most-2", "3")]);
        let preview = send(&administrator, &larger, "preview").expect(200);
        assert!(preview.has("Trenger flere rom"), "{preview:?}");
        let place = send(&administrator, &larger, "save").expect(303).location().to_owned();
        assert!(listed("4") && !listed("2"));

        let opened = app.leader().get(&format!("{place}/effects?rooms=more")).expect(200);
        assert!(opened.has("2026/00001"), "{opened:?}");
        let fewer = app.leader().get(&format!("{place}/effects?rooms=fewer")).expect(200);
        assert!(!fewer.has("2026/00001"), "{fewer:?}");

        let later = filled_in(&form, &[("valid_from", "2027-01-01"), ("least-2", "4"), ("most-2", "4")]);
        let preview = send(&administrator, &later, "preview").expect(200);
        assert!(!preview.has("Trenger flere rom"), "who has applied already keeps the norm of that day: {preview:?}");
    });
}

#[test]
fn every_shipped_rule_set_has_its_rules_in_both_written_forms() {
    for (word, rules) in rule_sets::samples() {
        assert_eq!(rules.lacks_nynorsk(), [""; 0], "{word}");
        let again = RuleSet::from_toml(&rules.to_toml()).expect("what is written can be read");
        assert_eq!(again, *rules, "{word}");
    }
}
