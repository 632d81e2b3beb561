use crate::app::TestApp;
use crate::dwellings::{facts, home};
use housing::Date;
use housing::dwellings::{DwellingFacts, DwellingStatus};
use housing::people::{Name, PersonFacts, Protection};
use housing::tenancies::LeaseKind;
use husrom::access::Role;
use husrom::office::tenancies::{self, NewTenancy, Tenant};
use husrom::office::{Actor, arrears};
use jiff::civil::date;

/// Somebody who is not on the register yet.
pub fn person(name: &str, protection: Protection) -> PersonFacts {
    PersonFacts {
        name: Name::read(name).expect("a name"),
        identity: None,
        born: None,
        telephone: None,
        email: None,
        protection,
        protection_to_check: false,
    }
}

/// A tenancy from New Year 2024 in a new home; the answers are the home's and the tenancy's ids.
pub fn tenancy(app: &TestApp, address: &str, tenant: PersonFacts, lease_until: Option<Date>) -> (String, String) {
    let vacant = DwellingFacts { status_since: Some(date(2023, 12, 1)), ..facts(address) };
    let dwelling = home(app, &vacant);
    let kind = if lease_until.is_some() { LeaseKind::FixedTerm } else { LeaseKind::OpenEnded };
    let new = NewTenancy {
        dwelling: dwelling.clone(),
        tenant: Tenant::New(tenant),
        size: None,
        from: date(2024, 1, 1),
        lease_until,
        kind,
        rent: None,
        note: None,
    };
    let id = tenancies::begin(app.office(), &Actor::operator(), &new).expect("the tenancy can begin");
    (dwelling, id)
}

fn ordinary(name: &str) -> PersonFacts {
    person(name, Protection::Ungraded)
}

#[test]
fn a_tenancy_begins_from_the_homes_page_is_renewed_and_ends_with_a_move() {
    let app = TestApp::new();
    let caseworker = app.caseworker();
    let dwelling = home(&app, &facts("Granlia 7"));
    let page = format!("/dwellings/{dwelling}");
    let form = format!("/tenancies/new?dwelling={dwelling}");
    assert!(caseworker.get(&page).expect(200).has(&form));
    assert!(caseworker.get(&form).expect(200).has("Ny person"));
    let typed = [
        ("dwelling", dwelling.as_str()),
        ("tenant", "new"),
        ("name", "Espevoll, Samira"),
        ("size", "1+2"),
        ("from", "2026-02-15"),
        ("kind", "TIDSB"),
        ("lease_until", "2029-02-14"),
        ("protection", "UGRADERT"),
    ];
    assert_eq!(caseworker.post("/tenancies/new", &typed).expect(303).location(), page);
    let let_now = caseworker.get(&page).expect(200);
    assert!(let_now.has("Samira Espevoll") && let_now.has("Utleid") && !let_now.has(&form), "{let_now:?}");
    assert!(caseworker.post("/tenancies/new", &typed).expect(422).has("Det bor noen i boligen"));

    let list = caseworker.get("/tenancies").expect(200);
    assert!(list.has("Espevoll, Samira") && list.has("14.02.2029"), "{list:?}");
    let text = list.text();
    let (_, after) = text.split_once("href=\"/tenancies/").expect("a link to the tenancy");
    let tenancy = format!("/tenancies/{}", after.split('"').next().unwrap_or_default());
    let version = caseworker.get(&tenancy).expect(200).value("version").expect("a version");
    let wrong = [("version", version.as_str()), ("kind", "TIDSB"), ("lease_until", "2025-01-01")];
    assert!(caseworker.post(&format!("{tenancy}/renewal"), &wrong).expect(422).has("før den starter 15.02.2026"));
    let renewed = [("version", version.as_str()), ("kind", "TIDSU"), ("lease_until", "")];
    caseworker.post(&format!("{tenancy}/renewal"), &renewed).expect(303);
    caseworker.post(&format!("{tenancy}/renewal"), &renewed).expect(409);

    let version = caseworker.get(&tenancy).expect(200).value("version").expect("a version");
    let moved = [("version", version.as_str()), ("moved_out", "2026-02-28"), ("reason", "EIE"), ("then", "LEDIG")];
    caseworker.post(&format!("{tenancy}/move-out"), &moved).expect(303);
    let page = caseworker.get(&page).expect(200);
    assert!(page.has("Ledig") && page.has("Har bodd her") && page.has(&form), "{page:?}");
    assert!(caseworker.get(&tenancy).expect(200).has("Kjøpte egen bolig"));
    assert!(caseworker.get("/tenancies").expect(200).has("Ingen leieforhold ennå"));
    assert!(caseworker.get("/tenancies?on=2026-02-27").expect(200).has("Espevoll, Samira"));
}

#[test]
fn a_known_person_is_found_by_name_and_chosen() {
    let app = TestApp::new();
    let caseworker = app.caseworker();
    tenancy(&app, "Granlia 1", ordinary("Espevoll, Samira"), None);
    let dwelling = home(&app, &facts("Granlia 7"));
    let found = caseworker.get(&format!("/tenancies/new?dwelling={dwelling}&q=espev")).expect(200);
    assert!(found.has("Samira Espevoll"), "{found:?}");
    let text = found.text();
    let (_, after) = text.split_once("name=\"tenant\" value=\"").expect("somebody to choose");
    let person = after.split('"').next().unwrap_or_default();
    let typed = [("dwelling", dwelling.as_str()), ("tenant", person), ("from", "2026-03-01"), ("kind", "TIDSU")];
    caseworker.post("/tenancies/new", &typed).expect(303);
    assert!(caseworker.get("/tenancies").expect(200).has("1–2 av 2"));
}

#[test]
fn leases_are_listed_by_when_they_run_out() {
    let app = TestApp::new();
    let caseworker = app.caseworker();
    for (address, until) in [
        ("Utgata 1", Some(date(2026, 2, 28))),
        ("Snartgata 1", Some(date(2026, 3, 1))),
        ("Snartgata 2", Some(date(2026, 6, 1))),
        ("Halvåret 1", Some(date(2026, 6, 2))),
        ("Langtunna 1", Some(date(2030, 1, 1))),
        ("Evigheten 1", None),
    ] {
        tenancy(&app, address, ordinary("Espevoll, Samira"), until);
    }
    #[track_caller]
    fn check(page: &crate::app::Page, there: &[&str]) {
        let streets = ["Utgata", "Snartgata 1", "Snartgata 2", "Halvåret", "Langtunna", "Evigheten"];
        let found: Vec<&str> = streets.into_iter().filter(|street| page.has(street)).collect();
        assert_eq!(found, there, "{page:?}");
    }
    let at = |query: &str| caseworker.get(&format!("/tenancies{query}")).expect(200);
    check(&at("?lease=expired"), &["Utgata"]);
    check(&at("?lease=M3"), &["Snartgata 1", "Snartgata 2"]);
    check(&at("?lease=M6"), &["Halvåret"]);
    check(&at("?lease=open"), &["Evigheten"]);
    check(&at("?lease=fixed"), &["Snartgata 1", "Snartgata 2", "Halvåret", "Langtunna"]);
    check(&at("?lease=expired&on=2026-02-28"), &[]);
    let all = at("").text();
    assert!(all.find("Utgata") < all.find("Snartgata 1") && all.find("Langtunna") < all.find("Evigheten"), "{all}");
    let turned = at("?sort=-lease").text();
    assert!(turned.find("Evigheten") < turned.find("Utgata"));
    assert_eq!(at("?format=csv").text().lines().count(), 7);
}

/// What ties the strictly protected person to the home must be on no page and in no file of those
/// outside the named group; it walks every page and export of homes, tenancies and arrears.
#[test]
fn a_protected_person_and_their_home_meet_on_no_page_and_in_no_file() {
    let app = TestApp::new();
    let (dwelling, id) = tenancy(
        &app,
        "Hemmelia 3",
        person("Skjulestad, Vilja", Protection::StrictlyConfidential),
        Some(date(2026, 2, 1)),
    );
    tenancy(&app, "Granlia 1", ordinary("Espevoll, Samira"), None);
    let debtor = app
        .office()
        .store()
        .read(|tx| husrom::store::tenancies::find(tx, &id))
        .expect("the store answers")
        .expect("the tenancy is there")
        .tenant;
    let invoice = arrears::Entered {
        number: "90017".to_owned(),
        dwelling: Some(dwelling.clone()),
        due: Some(date(2026, 1, 20)),
        amount: None,
        outstanding: housing::money::Ore::kroner(4_321),
        step: None,
    };
    let invoice =
        arrears::enter(app.office(), &Actor::operator(), &debtor, &invoice).expect("the invoice can be entered");

    let pages = [
        "/dwellings".to_owned(),
        format!("/dwellings/{dwelling}"),
        format!("/dwellings/{dwelling}/edit"),
        "/dwellings?format=csv".to_owned(),
        "/tenancies".to_owned(),
        "/tenancies?q=hemmelia".to_owned(),
        "/tenancies?lease=expired".to_owned(),
        "/tenancies?on=2025-01-01".to_owned(),
        "/tenancies?format=csv".to_owned(),
        format!("/tenancies/new?dwelling={dwelling}&q=skjulestad"),
        "/arrears".to_owned(),
        "/arrears?show=both&q=skjulestad".to_owned(),
        "/arrears?on=2026-02-01".to_owned(),
        "/arrears?format=csv".to_owned(),
    ];
    let hidden = [format!("/tenancies/{id}"), format!("/arrears/{debtor}"), format!("/invoices/{invoice}/edit")];
    for role in Role::OF_OFFICERS {
        let officer = app.officer(*role);
        for page in &pages {
            let shown = officer.get(page);
            for secret in ["Skjulestad", "Vilja", "4\u{a0}321", "4321", id.as_str(), debtor.as_str(), "90017"] {
                assert!(!shown.has(&format!(">{secret}")) && !shown.has(&format!("{secret}<")), "{role:?}: {shown:?}");
                assert!(secret == "Vilja" || page.contains("skjulestad") || !shown.has(secret), "{role:?}: {shown:?}");
            }
        }
        for page in &hidden {
            assert!(matches!(officer.get(page).status, 403 | 404), "{role:?} {page}");
        }
    }
    let caseworker = app.caseworker();
    assert!(caseworker.get(&format!("/dwellings/{dwelling}")).has("Utleid – skjermet"));
    assert!(caseworker.get("/tenancies").has("1–1 av 1"), "the count tells nothing either");
    for page in &hidden {
        assert_eq!(caseworker.get(page).status, 404, "{page}");
    }
    let insider = app.insider();
    for page in [&pages[1], &pages[4], &pages[8], &pages[10], &pages[13], &hidden[0], &hidden[1]] {
        assert!(insider.get(page).expect(200).has("Skjulestad"), "{page}");
    }
}

#[test]
fn an_end_that_opens_the_home_again_needs_the_move_first() {
    let app = TestApp::new();
    let caseworker = app.caseworker();
    let (dwelling, _) = tenancy(&app, "Granlia 1", ordinary("Espevoll, Samira"), None);
    let page = format!("/dwellings/{dwelling}");
    let version = caseworker.get(&page).value("version").expect("a version");
    let vacant = DwellingStatus::Vacant.code();
    let typed = [("version", version.as_str()), ("status", vacant), ("from", "2026-03-01")];
    assert!(caseworker.post(&format!("{page}/status"), &typed).expect(422).has("Registrer fraflyttingen først"));
}

#[test]
fn tenancies_households_and_debtors_have_timelines_of_dated_facts() {
    let app = TestApp::new();
    let (_, id) = tenancy(&app, "Granlia 7", ordinary("Espevoll, Samira"), Some(date(2026, 12, 31)));
    let whole = tenancies::whole(app.office(), &Actor::operator(), &id).expect("its page");
    let invoice = arrears::Entered {
        number: "F-1".to_owned(),
        dwelling: Some(whole.dwelling.id),
        due: Some(date(2026, 1, 20)),
        amount: None,
        outstanding: housing::money::Ore::kroner(7_000),
        step: None,
    };
    arrears::enter(app.office(), &Actor::operator(), &whole.tenant.id, &invoice).expect("the invoice can be entered");

    let caseworker = app.caseworker();
    let page = caseworker.get(&format!("/tenancies/{id}")).expect(200);
    let (ends, began) = ("Siste dag i kontrakten", "Flyttet inn i Granlia 7");
    assert!(page.has("datetime=\"2026-12-31\"") && page.has(ends) && page.has(began), "{page:?}");
    assert!(page.text().find(ends) < page.text().find(began), "the newest first");
    let household = caseworker.get(&format!("/households/{}", whole.tenancy.household)).expect(200);
    assert!(household.has("Samira Espevoll kom inn") && household.has(began), "{household:?}");
    let debtor = caseworker.get(&format!("/arrears/{}", whole.tenant.id)).expect(200);
    assert!(debtor.has("Forfall for faktura F-1") && debtor.has("datetime=\"2026-01-20\""), "{debtor:?}");
}
