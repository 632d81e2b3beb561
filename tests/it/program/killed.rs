use super::{Server, init};
use crate::app::PASSWORD;
use husrom::access::Role;
use husrom::clock::Clock;
use husrom::office::{Actor, Office, accounts};
use husrom::secrets::Secrets;
use husrom::store::{Store, journal, units};
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::mpsc;
use std::time::Duration;

/// An officer whose password need not be changed.
fn open_account(data: &Path, role: Role) {
    let key = data.join("husrom.key");
    let store = Store::open_folder(data, false).expect("the store opens");
    let secrets = Secrets::open(&key).expect("the key is there");
    let office = Office::open(store, secrets, &key, Clock::system()).expect("the office opens");
    let new = accounts::NewOfficer {
        login: "asta".to_owned(),
        name: "Asta Astasdatter".to_owned(),
        role,
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
    /// Logs in, and finds on `page` what a form must send along.
    fn log_in(server: &Server, page: &str) -> Self {
        let config = ureq::Agent::config_builder().max_redirects(0).http_status_as_error(false);
        let agent = ureq::Agent::new_with_config(config.timeout_global(Some(Duration::from_secs(10))).build());
        let fields = [("login", "asta"), ("password", PASSWORD)];
        let answer = agent.post(format!("{}/login", server.address)).send_form(fields).expect("the server answers");
        let cookie = answer.headers().get("set-cookie").and_then(|value| value.to_str().ok());
        let cookie = cookie.and_then(|value| value.split(';').next()).expect("logged in").to_owned();
        let page = agent.get(format!("{}{page}", server.address)).header("cookie", &cookie).call();
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

    /// Whether the whole page came of those whose name holds `words`.
    fn look_for(&self, server: &Server, words: &str) -> bool {
        let page = self.agent.get(format!("{}/people?q={words}", server.address)).header("cookie", &self.cookie).call();
        page.is_ok_and(|mut page| {
            page.status().as_u16() == 200 && page.body_mut().read_to_string().is_ok_and(|text| text.contains("</html>"))
        })
    }
}

const KILLS: u32 = 100;
const LOOKING_KILLS: u32 = 20;

/// Does something again and again until the server, killed some moment after the first time, does not
/// acknowledge it; another moment in each round. The answer is what was acknowledged.
fn until_killed<T: Send>(server: &Server, round: u32, act: impl Fn(u32) -> Option<T> + Send + Sync) -> Vec<T> {
    let (tell, began) = mpsc::channel();
    std::thread::scope(|scope| {
        let acting = scope.spawn(|| {
            (0..)
                .map_while(&act)
                .inspect(|_| {
                    // Nobody listens after the first.
                    let _ = tell.send(());
                })
                .collect()
        });
        began.recv_timeout(Duration::from_secs(60)).expect("the server acknowledges the first");
        std::thread::sleep(Duration::from_micros(u64::from(round) * 370));
        server.signal("-KILL");
        acting.join().expect("the browser goes on until the server is gone")
    })
}

/// The power goes a hundred times in the middle of saving: what was acknowledged is there, each
/// thing saved has its entry and each entry its thing, and the chain holds.
#[test]
fn killed_a_hundred_times_no_acknowledged_save_is_lost_and_nothing_is_half_done() {
    let data = tempfile::tempdir().expect("there is room for a folder");
    init(data.path());
    open_account(data.path(), Role::Administrator);
    let mut acknowledged = BTreeSet::new();
    let mut browser = None;
    for round in 0..KILLS {
        let server = Server::start(data.path());
        let browser = browser.get_or_insert_with(|| Browser::log_in(&server, "/units"));
        acknowledged.extend(until_killed(&server, round, |number| {
            let name = format!("enhet {round}-{number}");
            browser.save_unit(&server, &name).then_some(name)
        }));
    }

    let store = Store::open_folder(data.path(), false).expect("the store opens");
    let saved = store.read(units::all).expect("units can be read");
    let names: BTreeSet<String> = saved.iter().map(|unit| unit.name.clone()).collect();
    let lost: Vec<_> = acknowledged.difference(&names).collect();
    assert!(acknowledged.len() >= KILLS as usize, "something was saved each time: {}", acknowledged.len());
    assert!(lost.is_empty(), "acknowledged and lost: {lost:?}");
    assert_eq!(store.read(journal::verify).expect("the journal can be read").0, Vec::new());

    let filter = journal::Filter { kind: Some("settings".to_owned()), most: i64::MAX, ..Default::default() };
    let entries = store.read(|tx| journal::list(tx, &filter)).expect("the journal can be read");
    let told: BTreeSet<String> = entries.into_iter().map(|sealed| sealed.entry.thing_id).collect();
    assert_eq!(told, saved.into_iter().map(|unit| unit.id).collect(), "each save with its entry, or neither");
}

/// The power goes in the middle of showing pages: whoever saw one has left a trace, once, and the chain holds.
#[test]
fn killed_while_people_look_every_page_that_was_shown_has_its_trace() {
    let data = tempfile::tempdir().expect("there is room for a folder");
    init(data.path());
    open_account(data.path(), Role::Caseworker);
    let mut shown = Vec::new();
    let mut browser = None;
    for round in 0..LOOKING_KILLS {
        let server = Server::start(data.path());
        let browser = browser.get_or_insert_with(|| Browser::log_in(&server, "/people"));
        shown.extend(until_killed(&server, round, |number| {
            let words = format!("x{round}y{number}z");
            browser.look_for(&server, &words).then_some(words)
        }));
    }

    Server::start(data.path()).signal("-TERM");
    let store = Store::open_folder(data.path(), false).expect("the store opens");
    assert_eq!(store.read(journal::verify).expect("the journal can be read").0, Vec::new());
    let filter = journal::Filter { kind: Some("person".to_owned()), most: i64::MAX, ..Default::default() };
    let entries = store.read(|tx| journal::list(tx, &filter)).expect("the journal can be read");
    assert!(shown.len() >= LOOKING_KILLS as usize, "something was shown each time: {}", shown.len());
    for words in shown {
        let traces = entries.iter().filter(|sealed| sealed.entry.details.contains(&words)).count();
        assert_eq!(traces, 1, "{words}");
    }
}
