//! Reading the journal: who has done and seen what, and what not even the auditor may join.

use crate::app::{Person, TestApp};
use husrom::access::Thing;
use husrom::office::{About, Actor, journal};
use husrom::params;
use husrom::store::journal::Filter;

/// A home, a person whose address is strictly confidential, and the tenancy that joins them; each
/// looked at once.
fn with_a_protected_tenant(app: &TestApp) {
    const STATEMENTS: [&str; 4] = [
        "INSERT INTO dwelling (municipality, id, street, street_number, building, unit, category, status, \
         status_since, status_since_known, sort_key, search, version) \
         VALUES ($1, 'home-1', 'Storgata', '1', 'storgata 1', '', 'ordinary', 'UTLEID', '2026-01-01', 1, 's', 's', 1)",
        "INSERT INTO person (municipality, id, family, given, protection, protection_to_check, sort_key, search, \
         version) VALUES ($1, 'person-1', 'Hemmelig', 'Hanne', 'STRICTLY_CONFIDENTIAL', 0, 's', 's', 1)",
        "INSERT INTO household (municipality, id, restricted, version) VALUES ($1, 'household-1', 1, 1)",
        "INSERT INTO tenancy (municipality, id, dwelling, household, tenant, kind, restricted, version) \
         VALUES ($1, 'tenancy-1', 'home-1', 'household-1', 'person-1', 'FIXED', 1, 1)",
    ];
    let office = app.office();
    let strict =
        housing::people::Protection::ALL.iter().find(|level| level.hides_home()).expect("there is such a level");
    for statement in STATEMENTS {
        let statement = statement.replace("STRICTLY_CONFIDENTIAL", strict.code());
        office.store().write(|tx| tx.execute(&statement, params!["kommune"])).expect("the facts are right");
    }
    let look = |thing, id, person| {
        let about = About { thing, id, person };
        office.looked(&Actor::operator(), about, r#"{"home": "Storgata 1"}"#.to_owned()).expect("it is noted");
    };
    look(Thing::Person, "person-1", "person-1");
    look(Thing::Tenancy, "tenancy-1", "person-1");
    look(Thing::Dwelling, "home-1", "person-1");
}

fn actor_of(app: &TestApp, person: &Person<'_>) -> Actor {
    let found = app.office().store().read(|tx| husrom::store::accounts::find(tx, &person.id));
    let officer = found.expect("the store works").expect("they work here");
    Actor { id: officer.id, name: officer.name, role: officer.role, sees_protected: officer.sees_protected }
}

#[test]
fn the_auditor_reads_who_did_what_and_leaves_a_trace() {
    let app = TestApp::new();
    let (auditor, administrator) = (app.auditor(), app.administrator());
    administrator.post("/units", &[("name", "Boligkontoret")]).expect(303);
    let page = auditor.get("/journal").expect(200);
    assert!(page.has("Navn: Boligkontoret") && page.has("Opprettet"), "{page:?}");
    let again = auditor.get("/journal?thing=journal").expect(200);
    assert!(again.has("Så på"), "looking at the journal is an entry too: {again:?}");
    let own = auditor.get(&format!("/journal?who={}", administrator.id)).expect(200);
    assert!(own.has("Navn: Boligkontoret") && !own.has("Så på: logg"), "{own:?}");
    for outsider in [app.caseworker(), app.leader(), app.administrator()] {
        outsider.get("/journal").expect(403);
    }
}

#[test]
fn long_journals_are_read_page_by_page() {
    let app = TestApp::new();
    let auditor = app.auditor();
    let about = |id: usize| {
        app.office().looked(&Actor::operator(), About::thing(Thing::Dwelling, &id.to_string()), String::new())
    };
    (0..150).for_each(|id| about(id).expect("it is noted"));
    let first = auditor.get("/journal?thing=dwelling").expect(200);
    assert!(first.has("id=149") && !first.has("id=49\""));
    let text = first.text();
    let (_, older) = text.split_once("rel=\"next\" href=\"").expect("there is an older page");
    let older = older.split_once('"').expect("an address ends").0.replace("&#38;", "&");
    let second = auditor.get(&older).expect(200);
    assert!(second.has("id=49\"") && !second.has("id=50\""), "{second:?}");
}

/// `L7.2`, `L7.4`: outside the named group nothing in the journal joins the person and the home.
#[test]
fn the_journal_never_ties_a_strictly_protected_person_to_a_home() {
    let app = TestApp::new();
    with_a_protected_tenant(&app);
    let auditor = app.auditor();
    let all = auditor.get("/journal").expect(200);
    assert!(all.has("Hemmelig"), "that somebody looked at the person is told");
    assert!(!all.has("Storgata") && !all.has("tenancy-1") && !all.has("home-1"), "{all:?}");

    let of_person = auditor.get("/journal?person=person-1").expect(200);
    assert!(of_person.has("person-1") && !of_person.has("Storgata") && !of_person.has("leieforhold</a>"));
    let both = auditor.get("/journal?person=person-1&thing=dwelling&id=home-1").expect(200);
    assert!(both.has("Ingen oppføringer"), "not even that there is an entry: {both:?}");
    let of_home = auditor.get("/journal?thing=dwelling&id=home-1").expect(200);
    assert!(!of_home.has("Hemmelig") && !of_home.has("person-1"), "{of_home:?}");
}

#[test]
fn the_named_group_reads_it_whole() {
    let app = TestApp::new();
    with_a_protected_tenant(&app);
    let insider = Actor { role: husrom::access::Role::Auditor, ..actor_of(&app, &app.insider()) };
    let told = journal::read(app.office(), &insider, &Filter::default()).expect("it can be read");
    assert!(told.iter().any(|entry| entry.thing == "tenancy" && entry.thing_id == "tenancy-1" && !entry.withheld));
}

#[test]
fn a_leader_sees_who_has_looked_at_a_person_and_a_caseworker_does_not() {
    let app = TestApp::new();
    let kari = actor_of(&app, &app.caseworker());
    app.office().looked(&kari, About::person("person-9"), String::new()).expect("it is noted");
    let leader = actor_of(&app, &app.leader());
    let trail = journal::trail(app.office(), &leader, "person-9").expect("leaders may");
    assert_eq!(trail.iter().map(|entry| entry.who.as_str()).collect::<Vec<_>>(), [kari.name.as_str()]);
    let again = journal::trail(app.office(), &leader, "person-9").expect("leaders may");
    assert_eq!(again.first().map(|entry| entry.thing.as_str()), Some("trail"), "this look is there as well");
    journal::trail(app.office(), &kari, "person-9").expect_err("caseworkers may not");
}

/// What stands in the last column of the journal's page.
fn said(page: &crate::app::Page) -> Vec<String> {
    let text = page.text();
    let rows = text.split("<tr>").skip(2);
    rows.filter_map(|row| Some(row.rsplit_once("<td>")?.1.split_once("</td>")?.0.to_owned())).collect()
}

#[test]
fn entries_are_read_in_words_with_what_stood_there_before() {
    let app = TestApp::new();
    let (caseworker, insider, administrator) = (app.caseworker(), app.insider(), app.administrator());
    let home = crate::dwellings::home(&app, &crate::dwellings::facts("Granlia 7"));
    let changed = [
        ("address", "Granlia 7"),
        ("category", "ORD"),
        ("rooms", "3-roms"),
        ("rent", "8 100"),
        ("version", "1"),
        ("rent_from", "2026-03-01"),
        ("status", "LEDIG"),
    ];
    caseworker.post(&format!("/dwellings/{home}/edit"), &changed).expect(303);
    let tenant = crate::tenancies::person("Moe, Kari", housing::people::Protection::Ungraded);
    let (_, tenancy) = crate::tenancies::tenancy(&app, "Granlia 9", tenant, Some(jiff::civil::date(2026, 8, 31)));
    let renewed = [("version", "1"), ("kind", "TIDSU"), ("lease_until", "")];
    caseworker.post(&format!("/tenancies/{tenancy}/renewal"), &renewed).expect(303);
    let person = crate::people::enter(&insider, "Sand", "Liv", &[]);
    let raised = [("version", "1"), ("protection", "FORTROLIG"), ("reason", "Melding fra folkeregisteret")];
    insider.post(&format!("{person}/protection"), &raised).expect(303);
    let household = insider.post("/households/new", &[("person", person.trim_start_matches("/people/"))]).expect(303);
    insider.post(&format!("{}/size", household.location()), &[("version", "1"), ("adults", "2"), ("children", "1")]);
    for list in [
        "/people?protection=check&application=true&q=sand",
        "/tenancies?lease=M6&area=Sentrum&on=2026-02-01",
        "/applications?status=decision&children=yes&target_group=RUS&from=2026-01-01&kind=NY",
        "/applications?status=AVSLUTTET",
        "/arrears?show=both&least=500&age=OVER_90",
        "/search?q=sand",
    ] {
        insider.get(list).expect(200);
    }
    let account = format!("/accounts/{}", caseworker.id);
    let moved = [("version", "1"), ("name", "Kari Moe"), ("role", "leader")];
    administrator.post(&account, &moved).expect(303);

    let page = app.auditor().get("/journal").expect(200);
    let said = said(&page);
    assert!(said.len() > 15, "{page:?}");
    for cell in &said {
        let raw =
            ["_", "{", "&#34;", ": true", "null", "Is:", "before", "after"].iter().find(|raw| cell.contains(**raw));
        assert_eq!(raw, None, "{cell} speaks of fields and codes");
    }
    for words in [
        "Rom: <del>2-roms</del> → 3-roms",
        "Kontrakttype: <del>Tidsbestemt</del> → Tidsubestemt",
        "Adressesperre: <del>Ugradert</del> → Fortrolig adresse",
        "Status: Venter på avgjørelse",
        "Søkte etter: «sand»",
        "Rolle: <del>Saksbehandler</del> → Leder",
    ] {
        assert!(said.iter().any(|cell| cell.contains(words)), "{words} is not among {said:#?}");
    }
}
