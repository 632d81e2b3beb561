//! People and households by hand: entered, found, protected, merged and parted.

use crate::app::{DAY, Page, Person, TestApp};
use housing::identity::IdentityNumber;
use jiff::civil::{Date, date};

/// Enters a person and answers the address of their page.
pub fn enter(officer: &Person<'_>, family: &str, given: &str, more: &[(&str, &str)]) -> String {
    // Said outright, as whoever meets a namesake must.
    let mut fields = vec![("family", family), ("given", given), ("anyway", "1")];
    fields.extend(more);
    officer.post("/people/new", &fields).expect(303).location().to_owned()
}

/// A synthetic identity number of somebody born that day.
pub fn number(born: Date) -> String {
    let numbers = (0..1_000).filter_map(|individual| IdentityNumber::synthetic(born, individual));
    numbers.map(|number| number.reveal().to_owned()).next().expect("every day has numbers")
}

fn version(page: &Page) -> String {
    page.value("version").expect("the page has a form with the version")
}

#[test]
fn a_list_tells_of_filters_it_does_not_understand_and_of_pages_it_does_not_have() {
    let app = TestApp::new();
    let officer = app.caseworker();
    enter(&officer, "Heggelund", "Cecilie Marie", &[]);
    let list = officer.get("/people?protection=tull").expect(200);
    assert!(list.has("forstår ikke «tull»") && list.has("Heggelund"), "{list:?}");
    assert!(officer.get("/dwellings?on=tull").expect(200).has("forstår ikke «tull»"));
    for understood in ["/people?protection=check", "/dwellings?on=2026-01-01&area=Ingensteds", "/dwellings?rooms=7"] {
        assert!(!officer.get(understood).expect(200).has("forstår ikke"), "{understood}");
    }
    let beyond = officer.get("/people?page=9999").expect(200);
    assert!(beyond.has("bare én side") && beyond.has("href=\"/people?page=1\""), "{beyond:?}");
}

#[test]
fn somebody_entered_is_on_the_list_without_their_number() {
    let app = TestApp::new();
    let officer = app.caseworker();
    let identity = number(date(1981, 5, 12));
    let place = enter(&officer, "Heggelund", "Cecilie Marie", &[("identity", &identity), ("telephone", "55 00 11 22")]);
    let page = officer.get(&place).expect(200);
    assert!(page.has(&format!("{} *****", &identity[..6])) && !page.has(&identity), "{page:?}");
    assert!(page.has("12.05.1981") && page.has("55 00 11 22"));
    for words in ["heggelund", "cecilie", "marie", "cec hegg", "Heggelund, Cecilie"] {
        let list = officer.get(&format!("/people?q={}", words.replace(' ', "+"))).expect(200);
        assert!(list.has("Heggelund, Cecilie Marie") && !list.has(&identity[..6]), "{words}: {list:?}");
    }
    assert!(!officer.get("/people?q=lund").expect(200).has("Heggelund"));
    let file = officer.get("/people?format=csv").expect(200);
    assert!(file.has("Heggelund") && !file.has(&identity[6..]), "{file:?}");
}

#[test]
fn everything_wrong_is_named_at_once_and_whoever_has_the_number_is_linked() {
    let app = TestApp::new();
    let officer = app.caseworker();
    let page = officer.post("/people/new", &[("identity", "12345678901"), ("born", "2030-01-01"), ("given", "Ada")]);
    let page = page.expect(422);
    assert!(page.has("Skriv etternavnet.") && page.has("kontrollsifrene") && page.has("01.01.2030"), "{page:?}");
    assert_eq!(page.value("given").as_deref(), Some("Ada"));

    let identity = number(date(1990, 2, 3));
    let place = enter(&officer, "Lien", "Odd", &[("identity", &identity)]);
    let again = officer.post("/people/new", &[("family", "Lien"), ("given", "Odd K"), ("identity", &identity)]);
    let again = again.expect(422);
    assert!(again.has("Odd Lien er registrert") && again.has(&format!("href=\"{place}\"")), "{again:?}");
}

#[test]
fn two_who_save_at_once_see_what_the_other_wrote() {
    let app = TestApp::new();
    let (one, other) = (app.caseworker(), app.leader());
    let place = enter(&one, "Moen", "Siv", &[("telephone", "11 11 11 11")]);
    let edit = format!("{place}/edit");
    let opened = version(&one.get(&edit).expect(200));
    let fields = |telephone: &'static str, version: &str| {
        vec![
            ("family", "Moen".to_owned()),
            ("given", "Siv".to_owned()),
            ("telephone", telephone.to_owned()),
            ("version", version.to_owned()),
        ]
    };
    let send = |who: &Person<'_>, telephone, version: &str| {
        let fields = fields(telephone, version);
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        who.post(&edit, &fields)
    };
    send(&other, "22 22 22 22", &opened).expect(303);
    let conflict = send(&one, "33 33 33 33", &opened).expect(409);
    assert!(conflict.has("22 22 22 22") && conflict.has("33 33 33 33"), "{conflict:?}");
    send(&one, "33 33 33 33", &version(&conflict)).expect(303);
    let page = one.get(&place).expect(200);
    assert!(page.has("33 33 33 33") && page.has("22 22 22 22") && page.has("Prøve leader-2"), "{page:?}");
}

#[test]
fn a_level_is_raised_with_a_reason_and_never_lowered() {
    let app = TestApp::new();
    let insider = app.insider();
    let place = enter(&insider, "Vik", "Ola", &[("protection", "FORTROLIG")]);
    let raise = format!("{place}/protection");
    let opened = version(&insider.get(&place).expect(200));
    let lower = [("version", opened.as_str()), ("protection", "UGRADERT"), ("reason", "feil")];
    assert!(insider.post(&raise, &lower).expect(422).has("bare heves"));
    let without = [("version", opened.as_str()), ("protection", "STRENGT"), ("reason", "")];
    assert!(insider.post(&raise, &without).expect(422).has("Skriv en begrunnelse."));
    let right = [("version", opened.as_str()), ("protection", "STRENGT"), ("reason", "Meldt av Folkeregisteret")];
    insider.post(&raise, &right).expect(303);
    assert!(insider.get(&place).expect(200).has("Meldt av Folkeregisteret"));
    app.caseworker().get(&place).expect(404);
}

#[test]
fn a_strictly_protected_member_hides_the_whole_household() {
    let app = TestApp::new();
    let (insider, outsider) = (app.insider(), app.caseworker());
    let mother = enter(&insider, "Skogheim", "Mona", &[]);
    let id = mother.trim_start_matches("/people/").to_owned();
    let household = insider.post("/households/new", &[("person", &id)]).expect(303).location().to_owned();
    outsider.get(&mother).expect(200);
    outsider.get(&household).expect(200);

    let day = DAY.to_string();
    let child = [("name", "Tuva Skogheim"), ("role", "BARN"), ("from", day.as_str())];
    let looked_up = insider.post(&format!("{household}/members"), &child).expect(200);
    assert!(looked_up.has("Ny person: Tuva Skogheim"), "{looked_up:?}");
    let mut chosen = child.to_vec();
    chosen.extend([("person", "new"), ("protection", "STRENGT")]);
    insider.post(&format!("{household}/members"), &chosen).expect(303);

    outsider.get(&mother).expect(404);
    outsider.get(&household).expect(404);
    for page in ["/people", "/people?q=skogheim", "/people?format=csv", "/people/duplicates", "/search?q=skogheim"] {
        assert!(!outsider.get(page).expect(200).has("Skogheim"), "{page}");
        let suggestions = outsider.get("/search/suggestions?q=skogh").expect(200);
        assert!(!suggestions.has("Skogheim"));
    }
    assert!(insider.get("/people?q=skogheim").expect(200).has("Skogheim, Tuva"));
    assert!(insider.get("/search/suggestions?q=skogh").expect(200).has("Tuva Skogheim"));
}

#[test]
fn an_identity_number_finds_exactly_its_person_and_is_not_shown_again() {
    let app = TestApp::new();
    let officer = app.caseworker();
    let identity = number(date(1975, 11, 30));
    let place = enter(&officer, "Aas", "Berit", &[("identity", &identity)]);
    assert_eq!(officer.get(&format!("/search?q={identity}")).expect(303).location(), place);
    let suggestions = officer.get(&format!("/search/suggestions?q={identity}")).expect(200);
    assert!(suggestions.has("Berit Aas") && !suggestions.has(&identity), "{suggestions:?}");
    let other = number(date(1975, 12, 1));
    let nobody = officer.get(&format!("/search?q={other}")).expect(200);
    assert!(nobody.has("Ingen treff") && !nobody.has(&other), "{nobody:?}");
}

#[test]
fn somebody_registered_twice_is_merged_and_can_be_parted() {
    let app = TestApp::new();
    let officer = app.caseworker();
    let identity = number(date(1966, 6, 6));
    let without = enter(&officer, "Dahl", "Kåre", &[("telephone", "99 88 77 66")]);
    let with = enter(&officer, "Dahl", "Kåre", &[("identity", &identity)]);
    let (kept, duplicate) = (with.trim_start_matches("/people/"), without.trim_start_matches("/people/"));
    let household = officer.post("/households/new", &[("person", duplicate)]).expect(303).location().to_owned();

    assert!(officer.get("/people/duplicates").expect(200).has("Dahl, Kåre"));
    let side_by_side = officer.get(&format!("{with}/duplicates/{duplicate}")).expect(200);
    assert!(side_by_side.has("99 88 77 66"), "{side_by_side:?}");
    officer.post(&format!("{with}/merge"), &[("duplicate", duplicate)]).expect(303);

    let page = officer.get(&with).expect(200);
    assert!(page.has("99 88 77 66") && page.has(&household), "{page:?}");
    assert!(page.has("Slått sammen med: Kåre Dahl") && page.has("Hentet fra den andre: telefon"), "{page:?}");
    assert!(officer.get(&without).expect(200).has("slått sammen med"));
    assert!(officer.get("/people/duplicates").expect(200).has("Ingen ser ut"));
    let list = officer.get("/people?q=dahl").expect(200);
    assert_eq!(list.text().matches("Dahl, Kåre").count(), 1, "{list:?}");

    officer.post(&format!("{without}/parting"), &[]).expect(303);
    assert!(officer.get(&without).expect(200).has(&household));
    let page = officer.get(&with).expect(200);
    assert!(!page.has(&household) && page.has("*****"), "{page:?}");
    assert!(page.has("Skilt fra: Kåre Dahl") && page.has("Slått sammen med: Kåre Dahl"), "the history keeps both");
    officer.get(&format!("/households/{kept}")).expect(404);
}

#[test]
fn whoever_enters_a_namesake_is_asked_first() {
    let app = TestApp::new();
    let officer = app.caseworker();
    let known = enter(&officer, "Dahl", "Kåre", &[("born", "1966-06-06")]);
    let typed = [("family", "Dahl"), ("given", "Kåre")];
    let asked = officer.post("/people/new", &typed).expect(200);
    assert!(asked.has("Er det en av disse?") && asked.has(&format!("{known}\"")), "{asked:?}");
    let born_later = [("family", "Dahl"), ("given", "Kåre"), ("born", "1970-01-01")];
    officer.post("/people/new", &born_later).expect(303);
    officer.post("/people/new", &[&typed[..], &[("anyway", "1")]].concat()).expect(303);

    // Nobody outside the named group learns that there is a namesake whom they may not know of.
    enter(&app.insider(), "Vik", "Ola", &[("protection", "STRENGT")]);
    officer.post("/people/new", &[("family", "Vik"), ("given", "Ola")]).expect(303);
}
