use super::{Server, init};
use crate::app::PASSWORD;
use husrom::access::Role;
use husrom::clock::Clock;
use husrom::office::{Actor, Office, accounts};
use husrom::secrets::Secrets;
use husrom::store::{Store, journal, units};
use std::collections::BTreeSet;
use std::path::Path;
use std::time::Duration;

/// An administrator whose password need not be changed.
fn open_account(data: &Path) {
    let key = data.join("husrom.key");
    let store = Store::open_folder(data, false).expect("the store opens");
    let secrets = Secrets::open(&key).expect("the key is there");
    let office = Office::open(store, secrets, &key, Clock::system()).expect("the office opens");
    let new = accounts::NewOfficer {
        login: "asta".to_owned(),
        name: "Asta Administrator".to_owned(),
        role: Role::Administrator,
        unit: None,
        sees_protected: false,
    };
    accounts::open_account_with(&office, &Actor::operator(), &new, PASSWORD, false).expect("the account opens");
}

/// A browser that survives the server: its session is in the store.
struct Browser {
    agent: ureq::Agent,
    cookie: String,
    csrf: String,
}

impl Browser {
    fn log_in(server: &Server) -> Self {
        let config = ureq::Agent::config_builder().max_redirects(0).http_status_as_error(false);
        let agent = ureq::Agent::new_with_config(config.timeout_global(Some(Duration::from_secs(10))).build());
        let fields = [("login", "asta"), ("password", PASSWORD)];
        let answer = agent.post(format!("{}/login", server.address)).send_form(fields).expect("the server answers");
        let cookie = answer.headers().get("set-cookie").and_then(|value| value.to_str().ok());
        let cookie = cookie.and_then(|value| value.split(';').next()).expect("logged in").to_owned();
        let page = agent.get(format!("{}/units", server.address)).header("cookie", &cookie).call();
        let page = page.expect("the server answers").body_mut().read_to_string().expect("a page of text");
        let (_, after) = page.split_once("name=\"csrf\" value=\"").expect("forms have a token");
        let csrf = after.split_once('"').expect("an attribute ends").0.to_owned();
        Self { agent, cookie, csrf }
    }

    /// Whether the server acknowledged that the unit was saved.
    fn save_unit(&self, server: &Server, name: &str) -> bool {
        let fields = [("csrf", self.csrf.as_str()), ("name", name)];
        let address = format!("{}/units", server.address);
        let sent = self.agent.post(address).header("cookie", &self.cookie).send_form(fields);
        sent.is_ok_and(|answer| answer.status().as_u16() == 303)
    }
}

const KILLS: u32 = 100;

/// The power goes a hundred times in the middle of saving: what was acknowledged is there, each
/// thing saved has its entry and each entry its thing, and the chain holds.
#[test]
fn killed_a_hundred_times_no_acknowledged_save_is_lost_and_nothing_is_half_done() {
    let data = tempfile::tempdir().expect("there is room for a folder");
    init(data.path());
    open_account(data.path());
    let mut acknowledged = BTreeSet::new();
    let mut browser = None;
    for round in 0..KILLS {
        let server = Server::start(data.path());
        let browser = browser.get_or_insert_with(|| Browser::log_in(&server));
        std::thread::scope(|scope| {
            let saving = scope.spawn(|| {
                let names = (0..).map(|number| format!("enhet {round}-{number}"));
                names.take_while(|name| browser.save_unit(&server, name)).collect::<Vec<_>>()
            });
            // Another moment of the save each time.
            std::thread::sleep(Duration::from_micros(5_000 + u64::from(round) * 370));
            server.signal("-KILL");
            acknowledged.extend(saving.join().expect("the browser goes on until the server is gone"));
        });
    }

    let store = Store::open_folder(data.path(), false).expect("the store opens");
    let saved = store.read(units::all).expect("units can be read");
    let names: BTreeSet<String> = saved.iter().map(|unit| unit.name.clone()).collect();
    let lost: Vec<_> = acknowledged.difference(&names).collect();
    assert!(acknowledged.len() > 50, "the server was killed before it did anything: {}", acknowledged.len());
    assert!(lost.is_empty(), "acknowledged and lost: {lost:?}");
    assert_eq!(store.read(journal::verify).expect("the journal can be read").0, Vec::new());

    let filter = journal::Filter { kind: Some("settings".to_owned()), most: i64::MAX, ..Default::default() };
    let entries = store.read(|tx| journal::list(tx, &filter)).expect("the journal can be read");
    let told: BTreeSet<String> = entries.into_iter().map(|sealed| sealed.entry.thing_id).collect();
    assert_eq!(told, saved.into_iter().map(|unit| unit.id).collect(), "each save with its entry, or neither");
}
