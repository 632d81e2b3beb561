//! The whole site in process, for tests that speak of people: `app.caseworker().get("/dwellings")`.

mod page;
mod person;

pub use page::Page;
pub use person::Person;

use crate::store::{TestPlace, each_place};
use husrom::access::Role;
use husrom::clock::Clock;
use husrom::office::{Actor, Office, accounts};
use husrom::secrets::Secrets;
use husrom::settings::Settings;
use husrom::store::Store;
use husrom::web::{App, site};
use jiff::civil::{Date, date};
use std::cell::Cell;
use std::path::Path;
use std::sync::Arc;

/// The password of everybody in the tests.
pub const PASSWORD: &str = "en lang setning til prøve";

/// The day it is in the tests, unless they say otherwise.
pub const DAY: Date = date(2026, 3, 1);

/// Husrom for one made-up municipality, empty but for its administrator, in a folder of its own.
pub struct TestApp {
    site: axum::Router,
    office: Arc<Office>,
    runtime: tokio::runtime::Runtime,
    officers: Cell<u32>,
    place: TestPlace,
}

impl TestApp {
    /// On SQLite, on [`DAY`].
    pub fn new() -> Self {
        Self::on(DAY)
    }

    /// On SQLite, on another day.
    pub fn on(day: Date) -> Self {
        Self::in_place(TestPlace::sqlite(), day)
    }

    /// In a place of either engine.
    pub fn in_place(place: TestPlace, day: Date) -> Self {
        let key = place.folder.path().join("husrom.key");
        let secrets = Secrets::create(&key).expect("a key can be made");
        let (store, clock) = (place.open(), Clock::fixed(day));
        accounts::found(&store, &secrets, clock, "Fjordvik").expect("the office can be founded");
        Self::open(store, secrets, place, day)
    }

    /// The same place on another day, as after a restart; everybody must log in again.
    pub fn reopened_on(self, day: Date) -> Self {
        let Self { site, office, officers, place, .. } = self;
        drop((site, office));
        let key = place.folder.path().join("husrom.key");
        let secrets = Secrets::open(&key).expect("the key is there");
        Self { officers, ..Self::open(place.open(), secrets, place, day) }
    }

    fn open(store: Store, secrets: Secrets, place: TestPlace, day: Date) -> Self {
        let key = place.folder.path().join("husrom.key");
        let office = Office::open(store, secrets, &key, Clock::fixed(day)).expect("the office opens");
        let office = Arc::new(office);
        let settings = Settings { today: Some(day), ..Settings::default() };
        let app = App::new(Arc::clone(&office), settings, "Fjordvik".to_owned());
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime starts");
        Self { site: site(app), office, runtime, officers: Cell::new(0), place }
    }

    /// Runs a test on a site of each engine; PostgreSQL where there is one to test on.
    pub fn on_each(test: impl Fn(&Self)) {
        each_place(|place| test(&Self::in_place(place, DAY)));
    }

    /// As [`Self::on_each`], for what goes on for days: the site can be [reopened](Self::reopened_on).
    pub fn for_days_on_each(test: impl Fn(Self)) {
        each_place(|place| test(Self::in_place(place, DAY)));
    }

    /// The office behind the pages, for laying facts ready and for looking at what was saved.
    pub fn office(&self) -> &Office {
        &self.office
    }

    /// The data folder.
    pub fn folder(&self) -> &Path {
        self.place.folder.path()
    }

    /// Somebody new in this role, logged in.
    pub fn officer(&self, role: Role) -> Person<'_> {
        self.newcomer(role, false)
    }

    pub fn caseworker(&self) -> Person<'_> {
        self.officer(Role::Caseworker)
    }

    pub fn leader(&self) -> Person<'_> {
        self.officer(Role::Leader)
    }

    pub fn administrator(&self) -> Person<'_> {
        self.officer(Role::Administrator)
    }

    pub fn auditor(&self) -> Person<'_> {
        self.officer(Role::Auditor)
    }

    /// A caseworker of the named group that may tie strictly protected persons to homes.
    pub fn insider(&self) -> Person<'_> {
        self.newcomer(Role::Caseworker, true)
    }

    /// A leader of the named group.
    pub fn insider_leader(&self) -> Person<'_> {
        self.newcomer(Role::Leader, true)
    }

    /// Somebody with a browser who is not logged in.
    pub fn stranger(&self) -> Person<'_> {
        self.stranger_called("")
    }

    /// Somebody who is not logged in yet, but has a login.
    pub fn stranger_called(&self, login: &str) -> Person<'_> {
        Person::new(self, login.to_owned(), String::new())
    }

    fn newcomer(&self, role: Role, sees_protected: bool) -> Person<'_> {
        self.officers.set(self.officers.get() + 1);
        let login = format!("{}-{}", role.code(), self.officers.get());
        let new = accounts::NewOfficer {
            login: login.clone(),
            name: format!("Prøve {login}"),
            role,
            unit: None,
            sees_protected,
        };
        let id = accounts::open_account_with(&self.office, &Actor::operator(), &new, PASSWORD, false);
        let person = Person::new(self, login, id.expect("the account can be opened"));
        person.log_in(PASSWORD);
        person
    }
}

#[test]
fn everybody_comes_to_a_page_of_theirs() {
    let app = TestApp::new();
    for person in [app.caseworker(), app.leader(), app.administrator(), app.auditor(), app.insider()] {
        let own = person.get("/account").expect(200);
        assert!(own.has(&person.login), "{own:?}");
        assert_eq!(person.get("/").status, 303);
    }
    assert_eq!(app.stranger().get("/account").location(), "/login?next=%2Faccount");
}
