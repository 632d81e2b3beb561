//! The rules for what fits whom: written in a form, tried before they are saved, never half saved.

use super::{id, waits};
use crate::app::{Page, Person, TestApp};
use crate::dwellings::{facts, home};
use crate::rule_sets::filled_in;
use housing::dwellings::{DwellingFacts, Rooms};
use housing::fit::FitRules;
use husrom::store::allocations::fit_rules;

const FORM: &str = "/allocations/rules/new";

/// Sends the form as it stands on the page, with some of it changed; an empty value switches something off.
fn send(person: &Person<'_>, page: &Page, changes: &[(&str, &str)], verb: &str) -> Page {
    let mut fields = filled_in(page, changes);
    fields.retain(|(name, value)| name != "csrf" && !(value.is_empty() && changes.iter().any(|(one, _)| one == name)));
    let mut pairs: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    pairs.push(("do", verb));
    person.post(FORM, &pairs)
}

#[test]
fn rules_saved_as_they_stood_say_what_they_said() {
    TestApp::on_each(|app| {
        let administrator = app.administrator();
        let page = administrator.get(FORM).expect(200);
        let place = send(&administrator, &page, &[("name", "Fjordvik 2026")], "save").expect(303).location().to_owned();
        let saved = app.office().store().read(fit_rules).expect("the store answers");
        let mut standard = FitRules::shipped().clone();
        "Fjordvik 2026".clone_into(&mut standard.name);
        standard.valid_from = crate::app::DAY;
        assert_eq!(saved[0].body, standard.to_toml());
        let shown = app.caseworker().get(&place).expect(200);
        for text in ["Fjordvik 2026", "Rus og psykisk helse per oppgang", "45 % av inntekten", "Utgave 1"] {
            assert!(shown.has(text), "{text}: {shown:?}");
        }
        assert!(app.caseworker().get("/allocations/rules?revision=standard").expect(200).has("Standard passregler"));
        assert_eq!(app.caseworker().get("/allocations/rules?revision=none").status, 404);
    });
}

#[test]
fn a_change_is_tried_on_those_who_wait_before_it_is_saved() {
    TestApp::on_each(|app| {
        let officer = app.caseworker();
        let large = home(app, &DwellingFacts { rooms: Some(Rooms(5)), ..facts("Granlia 9 H0101") });
        home(app, &facts("Granlia 7 H0204"));
        let place = waits(&officer, "Anna", &[]);
        let administrator = app.administrator();
        let form = administrator.get(FORM).expect(200);
        let tried = send(&administrator, &form, &[("rooms", "")], "preview").expect(200);
        for text in
            ["1 husstander på ventelisten er prøvd mot 2 boliger", "Kommer til å passe", "med reglene i skjemaet 2"]
        {
            assert!(tried.has(text), "{text}: {tried:?}");
        }
        assert!(!tried.has("Anna") && !tried.has("Granlia"), "it tells how many, and of nobody: {tried:?}");
        assert!(app.office().store().read(fit_rules).expect("the store answers").is_empty(), "nothing is saved");
        // What was tried stands in the form, and is saved from there.
        send(&administrator, &tried, &[("rooms", "")], "save").expect(303);
        let fit = officer.get(&format!("/allocations/fit?application={}&dwelling={large}", id(&place))).expect(200);
        assert!(!fit.has("Boligen har for mange rom."), "{fit:?}");
        let changed = administrator.get("/allocations/rules").expect(200);
        assert!(changed.has("Dette ses det ikke på: Rom."), "{changed:?}");
    });
}

#[test]
fn everything_wrong_stands_beside_its_field_and_nothing_typed_is_lost() {
    TestApp::on_each(|app| {
        let administrator = app.administrator();
        let form = administrator.get(FORM).expect(200);
        let changes = [
            ("score.fits", "2000"),
            ("rent.most_percent", "mye"),
            ("pets.clause", " "),
            // The first limit is switched off, the second takes the name of a third that counts nobody.
            ("caps.1", ""),
            ("caps.2.name", "Bygg"),
            ("caps.3", "true"),
            ("caps.3.name", "Bygg"),
            ("caps.3.at_most", "få"),
        ];
        let refused = send(&administrator, &form, &changes, "save").expect(422);
        let beside =
            ["score.fits", "rent.most_percent", "pets.clause", "caps.3.name", "caps.3.at_most", "caps.3.groups"];
        for field in beside {
            assert!(refused.has(&format!("id=\"{field}-error\"")), "{field}: {refused:?}");
        }
        for typed in ["value=\"2000\"", "value=\"mye\"", "value=\"få\"", "Rus og psykisk helse per oppgang"] {
            assert!(refused.has(typed), "{typed}: {refused:?}");
        }
        assert!(app.office().store().read(fit_rules).expect("the store answers").is_empty());
        assert_eq!(app.caseworker().get(FORM).status, 403);
        assert_eq!(send(&app.leader(), &form, &[], "save").status, 403);
    });
}

#[test]
fn two_who_write_rules_for_the_same_day_see_what_each_wrote() {
    TestApp::on_each(|app| {
        let (one, other) = (app.administrator(), app.administrator());
        let form = one.get(FORM).expect(200);
        send(&one, &form, &[("name", "Den ene"), ("moves.moves", "7")], "save").expect(303);
        let late = send(&other, &form, &[("name", "Den andre")], "save").expect(409);
        for text in ["Den ene", "Den andre", "Bytter og flyttinger: Leietakere som flytter"] {
            assert!(late.has(text), "{text}: {late:?}");
        }
        // Having seen it, the second becomes the next revision.
        send(&other, &late, &[("name", "Den andre")], "save").expect(303);
        assert_eq!(app.office().store().read(fit_rules).expect("the store answers")[0].revision, 2);
    });
}
