use crate::app::{Person, TestApp};
use housing::address::Address;
use housing::dwellings::{Category, DwellingFacts, DwellingStatus, FloorArea, Rooms};
use housing::money::Ore;
use husrom::access::Role;
use husrom::office::{Actor, dwellings};
use jiff::civil::date;

/// The facts of an ordinary vacant home.
pub fn facts(address: &str) -> DwellingFacts {
    let (address, unit) = Address::read(address);
    DwellingFacts {
        address,
        unit,
        cadastre: None,
        area: Some("Sentrum".to_owned()),
        category: Category::Ordinary,
        rooms: Some(Rooms(2)),
        floor_area: Some(FloorArea(545)),
        built_year: None,
        floor: None,
        lift: None,
        step_free: None,
        wheelchair: None,
        owner: None,
        disposal: None,
        rent: Some(Ore::kroner(7_850)),
        status: DwellingStatus::Vacant,
        status_since: Some(date(2026, 1, 15)),
        external_number: None,
        note: None,
    }
}

/// A home on the register; the answer is its id.
pub fn home(app: &TestApp, facts: &DwellingFacts) -> String {
    dwellings::add(app.office(), &Actor::operator(), facts).expect("the home can be added")
}

/// What is typed for an ordinary home.
const TYPED: [(&str, &str); 6] = [
    ("address", "Granlia 7"),
    ("unit", "H0204"),
    ("category", "ORD"),
    ("rooms", "2-roms"),
    ("rent", "kr 7 850,-"),
    ("status", "LEDIG"),
];

#[track_caller]
fn enter(person: &Person<'_>, fields: &[(&str, &str)]) -> String {
    person.post("/dwellings/new", fields).expect(303).location().to_owned()
}

#[test]
fn a_home_entered_by_hand_is_on_the_list_and_has_its_page() {
    let app = TestApp::new();
    let caseworker = app.caseworker();
    assert!(caseworker.get("/dwellings").expect(200).has("Ingen boliger ennå"));
    let page = enter(&caseworker, &TYPED);
    let page = caseworker.get(&page).expect(200);
    for text in ["Granlia 7 H0204", "7\u{a0}850\u{a0}kr", "2-roms", "Ledig", "Registrert"] {
        assert!(page.has(text), "{text}: {page:?}");
    }
    let list = caseworker.get("/dwellings?rooms=2&status=LEDIG&q=granlia").expect(200);
    assert!(list.has("Granlia 7 H0204") && list.has("1–1 av 1"), "{list:?}");
    assert!(caseworker.get("/dwellings?rooms=3").expect(200).has("Ingen boliger passer"));
}

#[test]
fn homes_are_found_by_the_property_they_stand_on_and_by_no_longer_number() {
    let app = TestApp::new();
    let caseworker = app.caseworker();
    for (address, cadastre) in [("Granlia 7", "18/1"), ("Granlia 9", "18/1/0/3"), ("Lia 1", "18/10"), ("Lia 3", "18/2")]
    {
        enter(&caseworker, &[("address", address), ("category", "ORD"), ("status", "LEDIG"), ("cadastre", cadastre)]);
    }
    let found = caseworker.get("/search?q=18/1").expect(200);
    assert!(found.has("Granlia 7") && found.has("Granlia 9"), "{found:?}");
    assert!(!found.has("Lia 1") && !found.has("Lia 3"), "{found:?}");
}

#[test]
fn the_same_home_twice_is_refused_with_the_way_to_the_other() {
    let app = TestApp::new();
    let caseworker = app.caseworker();
    let first = enter(&caseworker, &TYPED);
    let again = [("address", "GRANLIA  7"), ("unit", "h0204"), ("category", "OMS")];
    let refused = caseworker.post("/dwellings/new", &again).expect(422);
    assert!(refused.has("Granlia 7 H0204 er registrert fra før.") && refused.has(&first), "{refused:?}");
}

#[test]
fn everything_wrong_is_named_at_once_and_what_was_typed_is_kept() {
    let app = TestApp::new();
    let caseworker = app.caseworker();
    let wrong = [
        ("address", ""),
        ("unit", "loftet"),
        ("rooms", "mange"),
        ("rent", "-1"),
        ("built_year", "900"),
        ("status_since", "2026-03-02"),
    ];
    let page = caseworker.post("/dwellings/new", &wrong).expect(422);
    for text in [
        "Skriv gateadressen",
        "«loftet» er ikke et bruksenhetsnummer",
        "«mange» er ikke et antall rom",
        "kan ikke være under null",
        "Ingen bolig er bygd i «900»",
        "value=\"mange\"",
    ] {
        assert!(page.has(text), "{text}: {page:?}");
    }
}

#[test]
fn two_who_save_the_same_home_see_what_the_other_wrote() {
    let app = TestApp::new();
    let (one, other) = (app.caseworker(), app.caseworker());
    let address = enter(&one, &TYPED);
    let edit = format!("{address}/edit");
    let version = one.get(&edit).expect(200).value("version").expect("the form has its version");
    let changed = |rent| [("version", version.as_str()), ("address", "Granlia 7"), ("unit", "H0204"), ("rent", rent)];
    one.post(&edit, &changed("8000")).expect(303);
    let conflict = other.post(&edit, &changed("9000")).expect(409);
    assert!(conflict.has("8\u{a0}000,00") && conflict.has("9000"), "{conflict:?}");
    let newer = conflict.value("version").expect("the form has the newer version");
    let mut again = changed("9000");
    again[0].1 = &newer;
    other.post(&edit, &again).expect(303);
    let page = one.get(&address).expect(200);
    assert!(page.has("9\u{a0}000\u{a0}kr") && page.has("Endret") && page.has(&format!("Prøve {}", other.login)));
}

#[test]
fn a_status_holds_from_its_day_and_the_list_knows_what_held_before() {
    let app = TestApp::new();
    let manager = app.officer(Role::PropertyManager);
    let id = home(&app, &facts("Granlia 7"));
    let address = format!("/dwellings/{id}");
    let version = manager.get(&address).value("version").expect("the form has its version");
    let status = |from| [("version", version.as_str()), ("status", "REHAB"), ("from", from)];
    manager.post(&format!("{address}/status"), &status("2026-02-20")).expect(303);
    manager.post(&format!("{address}/status"), &status("2026-02-20")).expect(409);

    // Nobody has lived there since it was vacant, whatever is done with it meanwhile.
    assert!(manager.get("/dwellings?status=REHAB").has("45 dager") && manager.get(&address).has("45 dager"));
    assert!(manager.get("/dwellings?status=LEDIG").has("Ingen boliger passer"));
    let then = manager.get("/dwellings?status=LEDIG&on=2026-02-19").expect(200);
    assert!(then.has("Granlia 7") && then.has("35 dager"), "{then:?}");
    assert!(manager.get("/dwellings?on=2026-01-14").has("Ingen boliger passer"), "nobody knew of it then");
}

#[test]
fn the_list_goes_out_whole_and_never_as_formulas() {
    let app = TestApp::new();
    let caseworker = app.caseworker();
    for number in 1..=60 {
        home(&app, &facts(&format!("Granlia {number}")));
    }
    home(&app, &DwellingFacts { area: Some("=1+1".to_owned()), ..facts("Ørn 1") });
    let list = caseworker.get("/dwellings?sort=-address").expect(200);
    assert!(list.has("Ørn 1") && !list.has("Granlia 1<") && list.has("1–50 av 61"), "{list:?}");
    assert!(caseworker.get("/dwellings?sort=-address&page=2").has("51–61 av 61"));
    let csv = caseworker.get("/dwellings?format=csv").expect(200);
    assert_eq!(csv.text().lines().count(), 62);
    assert!(csv.has("Granlia 60;;Sentrum;2;54,5;Ordinær utleiebolig;7850,00;Ledig;15.01.2026;45;"), "{csv:?}");
    assert!(csv.has("'=1+1"));
    assert!(caseworker.get("/dwellings?format=xlsx").header("content-disposition").contains("boliger-2026-03-01.xlsx"));
}

#[test]
fn homes_are_for_those_who_work_with_them() {
    let app = TestApp::new();
    let id = home(&app, &facts("Granlia 7"));
    for role in Role::OF_OFFICERS {
        let person = app.officer(*role);
        let sees = !matches!(role, Role::Administrator | Role::Auditor);
        let changes = matches!(role, Role::Caseworker | Role::Leader | Role::PropertyManager);
        let (see, change) = (if sees { 200 } else { 403 }, if changes { 200 } else { 403 });
        assert_eq!(person.get("/dwellings").status, see, "{role:?}");
        assert_eq!(person.get(&format!("/dwellings/{id}")).status, see, "{role:?}");
        assert_eq!(person.get("/dwellings/new").status, change, "{role:?}");
        assert_eq!(person.get(&format!("/dwellings/{id}/edit")).status, change, "{role:?}");
    }
    assert_eq!(app.caseworker().get("/dwellings/no-such-home").status, 404);
}

#[test]
fn what_is_said_of_a_home_ahead_of_its_day_holds_from_that_day_without_anybody_doing_anything() {
    let app = TestApp::new();
    let (caseworker, for_sale) = (app.caseworker(), home(&app, &facts("Granlia 9")));
    let reserved = home(&app, &facts("Granlia 7"));
    let sold = [("version", "1"), ("status", "SALG"), ("from", "2026-04-01")];
    caseworker.post(&format!("/dwellings/{for_sale}/status"), &sold).expect(303);
    let typed = [
        ("dwelling", reserved.as_str()),
        ("tenant", "new"),
        ("name", "Espevoll, Samira"),
        ("from", "2026-04-01"),
        ("kind", "TIDSU"),
        ("protection", "UGRADERT"),
    ];
    caseworker.post("/tenancies/new", &typed).expect(303);

    let page = caseworker.get(&format!("/dwellings/{for_sale}")).expect(200);
    assert!(page.has("Ledig") && page.has("01.04.2026") && page.has("Gjelder fra denne dagen"), "{page:?}");
    assert!(caseworker.get(&format!("/dwellings/{reserved}")).expect(200).has("flytter inn 01.04.2026"));
    let lists = |app: &TestApp, query: &str| {
        let page = app.caseworker().get(&format!("/dwellings?{query}")).expect(200);
        ["Granlia 7", "Granlia 9"].map(|address| page.has(address))
    };
    assert_eq!(lists(&app, "status=LEDIG"), [false, true]);
    assert_eq!(lists(&app, "status=RESERVERT"), [true, false]);
    assert_eq!(lists(&app, "status=UTLEID&on=2026-04-01"), [true, false], "asked ahead of the day");

    let later = app.reopened_on(date(2026, 4, 2));
    assert_eq!(lists(&later, "status=UTLEID"), [true, false]);
    assert_eq!(lists(&later, "status=SALG"), [false, true]);
    assert_eq!(lists(&later, "status=LEDIG&on=2026-03-31"), [false, true]);
    let page = later.caseworker().get(&format!("/dwellings/{reserved}")).expect(200);
    assert!(page.has("Utleid") && page.has("leier fra 01.04.2026"), "{page:?}");
}
