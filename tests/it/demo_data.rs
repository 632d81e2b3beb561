//! The made-up municipality hangs together: decisions, letters, offers and appeals say the same as the applications do.

use crate::app::DAY;
use crate::store::TestPlace;
use husrom::access::Role;
use husrom::clock::Clock;
use husrom::office::allocations::{self, Shown};
use husrom::office::{Actor, Office, accounts, demo_data};
use husrom::params;
use husrom::secrets::Secrets;
use husrom::store::offers;

/// A small municipality with what its office has done lately.
fn small() -> (Office, tempfile::TempDir) {
    let TestPlace { folder, .. } = TestPlace::sqlite().in_memory();
    let store = husrom::store::Store::open_folder(folder.path(), true).expect("a store can be made");
    let key = folder.path().join("husrom.key");
    let secrets = Secrets::create(&key).expect("a key can be made");
    let clock = Clock::fixed(DAY);
    accounts::found(&store, &secrets, clock, "Fjordvik").expect("the office can be founded");
    let mut office = Office::open(store, secrets, &key, clock).expect("the office opens");
    let (operator, made) = (Actor::operator(), demo::municipality(demo::Profile::Small, 1, DAY));
    demo_data::fill(&office, &operator, made.dwellings(), made.applications(), |_| ()).expect("it is empty");
    demo_data::add_officers(&office, &operator).expect("the logins are free");
    demo_data::spread(&office, &operator, DAY).expect("cases can be spread");
    demo_data::work_lately(&mut office, &operator, DAY).expect("officers can do their work");
    (office, folder)
}

fn count(office: &Office, sql: &str) -> i64 {
    let found = office.store().read(|tx| tx.query_one(sql, params![tx.municipality()]));
    found.expect("it can be read").expect("a count").get(0).expect("a number")
}

/// What must not be found, and how it would be.
const CONTRADICTIONS: [(&str, &str); 9] = [
    (
        "somebody signed their own decision",
        "SELECT count(*) FROM decision WHERE municipality = $1 AND signed_by = prepared_by",
    ),
    (
        "a decision without the case closed on its day and by its outcome",
        "SELECT count(*) FROM decision d JOIN housing_case c ON c.municipality = d.municipality \
         AND c.id = d.housing_case WHERE d.municipality = $1 AND d.stands = 1 \
         AND (c.open_until <> d.decided OR c.closed_as <> d.outcome)",
    ),
    (
        "a decision before the application came in",
        "SELECT count(*) FROM decision d JOIN housing_case c ON c.municipality = d.municipality \
         AND c.id = d.housing_case WHERE d.municipality = $1 AND d.decided < c.received",
    ),
    (
        "a decision without a letter",
        "SELECT count(*) FROM decision WHERE municipality = $1 AND stands = 1 AND document IS NULL",
    ),
    (
        "a letter that left before its decision, or arrived before it left",
        "SELECT count(*) FROM decision d JOIN dispatch l ON l.municipality = d.municipality \
         AND l.document = d.document WHERE d.municipality = $1 AND (l.sent < d.decided OR l.arrived < l.sent)",
    ),
    (
        "an application that stands elsewhere than its newest status",
        "SELECT count(*) FROM application a JOIN application_status s ON s.municipality = a.municipality \
         AND s.application = a.id AND s.from_day = (SELECT max(n.from_day) FROM application_status n \
         WHERE n.municipality = a.municipality AND n.application = a.id) \
         WHERE a.municipality = $1 AND a.status <> s.status",
    ),
    (
        "somebody who is offered a home without an offer",
        "SELECT count(*) FROM application a WHERE a.municipality = $1 AND a.status = 'TILBUD' AND NOT EXISTS \
         (SELECT 1 FROM offer o JOIN housing_case c ON c.municipality = o.municipality AND c.id = o.housing_case \
         WHERE o.municipality = a.municipality AND c.application = a.id AND o.is_open = 1)",
    ),
    (
        "an offer on another ground than a decision that stands",
        "SELECT count(*) FROM offer o LEFT JOIN decision d ON d.municipality = o.municipality AND d.id = o.decision \
         WHERE o.municipality = $1 AND coalesce(d.stands, 0) <> 1",
    ),
    (
        "a newly appealed refusal without an appeal",
        "SELECT count(*) FROM application a WHERE a.municipality = $1 AND a.status = 'KLAGE' AND NOT EXISTS \
         (SELECT 1 FROM appeal p JOIN housing_case c ON c.municipality = p.municipality AND c.id = p.housing_case \
         WHERE p.municipality = a.municipality AND c.application = a.id)",
    ),
];

/// A home that is freed by a tenant who moves, and given to somebody else in the same plan.
fn has_a_chain(shown: &Shown) -> bool {
    shown.cards.iter().any(|card| card.freed && card.given.is_some())
}

#[test]
fn what_the_office_has_done_lately_does_not_contradict_itself() {
    let (office, _folder) = small();
    let found = CONTRADICTIONS.iter().filter(|(_, sql)| count(&office, sql) > 0).map(|(what, _)| *what);
    assert_eq!(found.collect::<Vec<_>>(), Vec::<&str>::new());
    for (table, least) in [("decision", 20), ("offer", 2), ("appeal", 1), ("expected_person", 3), ("dispatch", 20)] {
        let rows = count(&office, &format!("SELECT count(*) FROM {table} WHERE municipality = $1"));
        assert!(rows >= least, "{rows} rows in {table}");
    }

    // The next meeting has tenants who make room for others.
    let team = Actor { role: Role::AllocationMember, sees_protected: false, ..Actor::operator() };
    let meeting = allocations::call(&office, &team, DAY).expect("a meeting can be called");
    allocations::solve_again(&office, &team, &meeting).expect("it can be solved");
    let shown = allocations::show(&office, &team, &meeting, |cards| 0..cards.len()).expect("it can be seen");
    assert!(has_a_chain(&shown), "{:?}", shown.answer);
    let promised = office.store().read(|tx| offers::promised(tx, DAY)).expect("they can be read");
    assert!(shown.cards.iter().all(|card| !promised.contains(card.home.id())), "what is promised is not given again");
}
