//! People and applications: found, listed and merged the same on both engines.

use super::each_place;
use crate::applications::decided_before_us;
use crate::tenancies::person;
use housing::applications::{Answers, ApplicationFacts, ApplicationKind, ApplicationStatus, Clock, HousingSituation};
use housing::dwellings::Rooms;
use housing::people::{HouseholdSize, PersonFacts, Protection, TargetGroup};
use husrom::office::intake::{self, Applicant, Intake};
use husrom::office::{Actor, Office, applications, people, search};
use husrom::store::applications::{Filter as ApplicationFilter, KindFilter, SortBy as ApplicationOrder, StatusFilter};
use husrom::store::people::{Filter, SortBy};
use husrom::store::{Known, Slice, applications as store};
use jiff::civil::{Date, date};

const PAGE: Slice = Slice { offset: 0, most: 50 };

fn add(office: &Office, name: &str, born: Option<Date>, protection: Protection) -> String {
    let facts = PersonFacts { born, ..person(name, protection) };
    people::enter(office, &Actor::operator(), &facts).expect("the person can be added")
}

/// An application of somebody on the register that says no more than these facts.
fn taken_in(applicant: &str, facts: &ApplicationFacts) -> Intake {
    Intake {
        applicant: Applicant::Known(applicant.to_owned()),
        facts: facts.clone(),
        members: Vec::new(),
        representative: None,
        answers: Answers::default(),
        draft: None,
    }
}

/// Somebody at work outside the group that may know of strictly protected people.
fn outsider() -> Actor {
    Actor { sees_protected: false, ..Actor::operator() }
}

#[test]
fn people_are_found_by_any_word_and_listed_alike() {
    each_place(|place| {
        let office = place.office();
        add(&office, "Heggelund, Cecilie Anne-Marie", Some(date(1981, 5, 12)), Protection::Ungraded);
        add(&office, "Berg Hansen, Åse", None, Protection::Confidential);
        add(&office, "Berg, Siv", Some(date(1950, 1, 1)), Protection::StrictlyConfidential);
        let names = |actor: &Actor, filter: Filter, order| {
            let listing = people::list(&office, actor, &filter, order, PAGE).expect("a list");
            assert_eq!(listing.total, i64::try_from(listing.rows.len()).unwrap());
            listing.rows.into_iter().map(|row| row.name.family).collect::<Vec<_>>().join(", ")
        };
        let all = Filter::default;
        assert_eq!(names(&Actor::operator(), all(), (SortBy::Name, false)), "Berg, Berg Hansen, Heggelund");
        assert_eq!(names(&Actor::operator(), all(), (SortBy::Born, true)), "Heggelund, Berg, Berg Hansen");
        assert_eq!(names(&outsider(), all(), (SortBy::Name, true)), "Heggelund, Berg Hansen");
        let confidential = Filter { protection: Some(Protection::Confidential), ..all() };
        assert_eq!(names(&outsider(), confidential, (SortBy::Name, false)), "Berg Hansen");
        for nobody in [
            Filter { to_check: true, ..all() },
            Filter { with_tenancy: true, ..all() },
            Filter { with_open_application: true, ..all() },
            Filter { words: "x%".to_owned(), ..all() },
        ] {
            assert_eq!(names(&Actor::operator(), nobody, (SortBy::Born, false)), "");
        }
        for words in ["marie", "hegge cec", "cecilie heggelund", "anne heg", "lise", "hansen", "ås berg", "siv"] {
            let expected = match words {
                "lise" | "siv" => "",
                "hansen" | "ås berg" => "Berg Hansen",
                _ => "Heggelund",
            };
            let filter = Filter { words: words.to_owned(), ..all() };
            assert_eq!(names(&outsider(), filter, (SortBy::Name, false)), expected, "{words}");
            let found = search::all(&office, &outsider(), words, 5).expect("an answer").people;
            let found: Vec<String> = found.into_iter().map(|person| person.name.family).collect();
            assert_eq!(found.join(", "), expected, "{words}");
        }
    });
}

/// People with an open application.
fn waiting() -> Filter {
    Filter { with_open_application: true, ..Filter::default() }
}

/// Another application of the same person, that was closed before the register knew of it.
fn add_closed(office: &Office, like: &str) {
    let added = office.store().write(|tx| {
        let known = store::find(tx, like)?.expect("it is there");
        let closed = store::Application { id: "closed".to_owned(), serial: 99, ..known };
        store::insert(tx, &closed, &[(date(2026, 1, 20), closed.status)])
    });
    added.expect("it can be added");
}

#[test]
fn applications_are_narrowed_by_what_was_true_on_the_day() {
    each_place(|place| {
        let office = place.office();
        let operator = Actor::operator();
        let applicant = add(&office, "Sand, Liv", None, Protection::Ungraded);
        let hidden = add(&office, "Vik, Ola", None, Protection::StrictlyConfidential);
        let facts = ApplicationFacts {
            applicant: person("Sand, Liv", Protection::Ungraded),
            kind: Some(ApplicationKind::New),
            received: date(2026, 1, 10),
            size: Some(HouseholdSize { adults: 1, children: 2 }),
            situation: Some(HousingSituation::TooSmall),
            target_groups: vec![TargetGroup::Economic, TargetGroup::Young],
            rooms: None,
            wished_area: Some("Øra".to_owned()),
            wheelchair: Some(false),
            income: None,
            status: ApplicationStatus::Received,
            decided: None,
            officer: Some("lhn".to_owned()),
            note: None,
        };
        let id = intake::register(&office, &operator, &taken_in(&applicant, &facts)).expect("it can be entered");
        intake::register(&office, &operator, &taken_in(&hidden, &facts)).expect("it can be entered");
        decided_before_us(&office, &id);
        applications::set_status(&office, &operator, (&id, 1), ApplicationStatus::Refused, date(2026, 2, 1))
            .expect("it can be refused");
        let count = |actor: &Actor, filter: ApplicationFilter| {
            let order = (ApplicationOrder::Received, true);
            let listing = applications::list(&office, actor, &filter, order, PAGE).expect("a list");
            assert_eq!(listing.total, i64::try_from(listing.rows.len()).unwrap());
            listing.total
        };
        let all = ApplicationFilter::default;
        assert_eq!(count(&operator, all()), 2);
        let narrowed = [
            ApplicationFilter { status: Some(StatusFilter::Is(ApplicationStatus::Refused)), ..all() },
            ApplicationFilter { target_group: Some(Known::Is(TargetGroup::Young)), ..all() },
            ApplicationFilter { situation: Some(Known::Is(HousingSituation::TooSmall)), ..all() },
            ApplicationFilter { room_need: Some(Known::Is(Rooms(3))), ..all() },
            ApplicationFilter { with_children: Some(true), area: Some("Øra".to_owned()), ..all() },
            ApplicationFilter { wheelchair: Some(false), officer: Some("lhn".to_owned()), ..all() },
            ApplicationFilter { status: Some(StatusFilter::Open), on: Some(date(2026, 1, 31)), ..all() },
            ApplicationFilter {
                status: Some(StatusFilter::Awaits(Clock::AwaitsDecision)),
                on: Some(date(2026, 1, 10)),
                kind: Some(KindFilter::Is(ApplicationKind::New)),
                ..all()
            },
        ];
        for filter in narrowed {
            assert_eq!(count(&outsider(), filter.clone()), 1, "{filter:?}");
        }
        for filter in [
            ApplicationFilter { status: Some(StatusFilter::Open), ..all() },
            ApplicationFilter { status: Some(StatusFilter::Open), on: Some(date(2026, 2, 1)), ..all() },
            ApplicationFilter { on: Some(date(2026, 1, 9)), ..all() },
            ApplicationFilter { received_from: Some(date(2026, 1, 11)), ..all() },
            ApplicationFilter { received_to: Some(date(2026, 1, 9)), ..all() },
        ] {
            assert_eq!(count(&outsider(), filter.clone()), 0, "{filter:?}");
        }
        let waits = || people::list(&office, &operator, &waiting(), (SortBy::Name, false), PAGE).expect("a list").total;
        assert_eq!(waits(), 1, "the hidden one waits, the refused one does not");
        add_closed(&office, &id);
        assert_eq!(waits(), 1, "one that comes in closed does not wait");
        assert_eq!(count(&operator, ApplicationFilter { status: Some(StatusFilter::Open), ..all() }), 1);
        assert!(search::all(&office, &outsider(), "2026/2", 5).expect("an answer").applications.is_empty());
        assert_eq!(search::all(&office, &operator, "2026-00002", 5).expect("an answer").applications.len(), 1);
    });
}

#[test]
fn those_registered_twice_are_paired_merged_and_parted_alike() {
    each_place(|place| {
        let office = place.office();
        let operator = Actor::operator();
        let born = Some(date(1966, 6, 6));
        let one = add(&office, "Dahl, Kåre", born, Protection::Ungraded);
        let other = add(&office, "Dahl, Kåre", born, Protection::Ungraded);
        let unknown = add(&office, "Dahl, Kåre", None, Protection::Ungraded);
        add(&office, "Dahl, Kåre", Some(date(1990, 1, 1)), Protection::Ungraded);
        let pairs = || people::pairs(&office, &operator).expect("pairs").len();
        assert_eq!(pairs(), 4, "the two of one birth, and the one without beside each of the three");
        people::merge(&office, &operator, &one, &other).expect("they can be merged");
        people::merge(&office, &operator, &one, &unknown).expect("they can be merged");
        assert_eq!(pairs(), 0);
        people::part(&office, &operator, &other).expect("they can be parted");
        assert_eq!(pairs(), 1);
        assert!(people::part(&office, &operator, &other).is_err(), "they are parted already");
    });
}
