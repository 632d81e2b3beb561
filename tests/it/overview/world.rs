//! Five homes in Granlia, two tenants, three applicants and what one of them owes.
//!
//! | home | what | since | who |
//! |---|---|---|---|
//! | H0101 | two rooms, 7 000 kr, let | 1 January 2024 | Ada, lease until 28 February 2026 |
//! | H0102 | care home, one room, 6 000 kr, let, wheelchair | 1 June 2025 | Bo, open-ended |
//! | H0103 | three rooms, 9 000 kr, vacant | nobody knows; on the register since 10 January 2026 | |
//! | H0104 | two rooms, 8 000 kr, vacant | 1 February 2026 | Cia, until then |
//! | H0105 | two rooms, 5 000 kr, sold | 31 December 2025 | |

use crate::dwellings;
use housing::applications::{ApplicationKind, ApplicationStatus, HousingSituation};
use housing::dwellings::{Category, DwellingFacts, DwellingStatus, Rooms};
use housing::money::Ore;
use housing::people::{HouseholdSize, Name, PersonFacts, Protection, TargetGroup};
use housing::tenancies::LeaseKind;
use husrom::office::{Office, new_id, people};
use husrom::store::applications::Application;
use husrom::store::arrears::Invoice;
use husrom::store::households::Household;
use husrom::store::tenancies::Tenancy;
use husrom::store::{StoreError, Tx, applications, arrears, dwellings as homes, households, tenancies};
use jiff::civil::{Date, date};

/// The day the register is counted on, and the day the arrears came in.
pub const DAY: Date = date(2026, 3, 1);

/// Puts the world on an empty register.
pub fn settle(office: &Office) {
    let ada = person(office, "Ada");
    let bo = person(office, "Bo");
    let cia = person(office, "Cia");
    let settled = office.store().write(|tx| {
        let granlia = Granlia { tx };
        granlia.settle(&ada, &bo, &cia)
    });
    settled.expect("the world fits in the register");
}

/// A person and their household, with the same id.
fn person(office: &Office, given: &str) -> String {
    let facts = PersonFacts {
        name: Name { family: "Prøve".to_owned(), given: given.to_owned() },
        identity: None,
        born: None,
        telephone: None,
        email: None,
        protection: Protection::Ungraded,
        protection_to_check: false,
    };
    let made = office.change(&husrom::office::Actor::operator(), |work| {
        let person = people::add(work, &facts)?;
        let household = Household { id: person.id.clone(), size: None, restricted: false, version: 1 };
        households::insert(work.tx, &household)?;
        Ok(person.id)
    });
    made.expect("a person can be added")
}

struct Granlia<'a, 'store> {
    tx: &'a mut Tx<'store>,
}

impl Granlia<'_, '_> {
    fn settle(mut self, ada: &str, bo: &str, cia: &str) -> Result<(), StoreError> {
        let first = self.home("H0101", 2, 7_000, DwellingStatus::Let, Some(date(2024, 1, 1)))?;
        self.lives(&first, ada, date(2024, 1, 1), Some(date(2026, 2, 28)), None)?;

        let second = DwellingFacts {
            category: Category::CareHome,
            wheelchair: Some(true),
            ..facts("H0102", 1, 6_000, DwellingStatus::Let, Some(date(2025, 6, 1)))
        };
        homes::insert(self.tx, "H0102", &second, date(2025, 6, 1))?;
        self.lives("H0102", bo, date(2025, 6, 1), None, None)?;

        self.home("H0103", 3, 9_000, DwellingStatus::Vacant, None)?;

        let fourth = self.home("H0104", 2, 8_000, DwellingStatus::Vacant, Some(date(2026, 2, 1)))?;
        homes::record_status(self.tx, &fourth, date(2023, 1, 1), true, DwellingStatus::Let)?;
        self.lives(&fourth, cia, date(2023, 1, 1), Some(date(2026, 12, 31)), Some(date(2026, 2, 1)))?;

        let fifth = self.home("H0105", 2, 5_000, DwellingStatus::Disposed, Some(date(2025, 12, 31)))?;
        homes::record_status(self.tx, &fifth, date(2020, 1, 1), true, DwellingStatus::Let)?;

        self.apply(ada, bo, cia)?;
        self.owe("F1", ada, Some(date(2026, 2, 15)), 7_000)?;
        self.owe("F2", ada, Some(date(2025, 10, 1)), 2_000)?;
        self.owe("F3", bo, Some(date(2026, 1, 20)), -500)
    }

    fn home(
        &mut self,
        unit: &str,
        rooms: u8,
        rent: i64,
        status: DwellingStatus,
        since: Option<Date>,
    ) -> Result<String, StoreError> {
        homes::insert(self.tx, unit, &facts(unit, rooms, rent, status, since), date(2026, 1, 10))?;
        Ok(unit.to_owned())
    }

    fn lives(
        &mut self,
        dwelling: &str,
        tenant: &str,
        from: Date,
        lease_until: Option<Date>,
        moved_out: Option<Date>,
    ) -> Result<(), StoreError> {
        let tenancy = Tenancy {
            id: new_id(),
            dwelling: dwelling.to_owned(),
            household: tenant.to_owned(),
            tenant: tenant.to_owned(),
            from: Some(from),
            lease_until,
            kind: if lease_until.is_some() { LeaseKind::FixedTerm } else { LeaseKind::OpenEnded },
            moved_out,
            move_out_reason: None,
            rent: None,
            restricted: false,
            note: None,
            version: 1,
        };
        tenancies::insert(self.tx, &tenancy)
    }

    fn apply(&mut self, ada: &str, bo: &str, cia: &str) -> Result<(), StoreError> {
        let granted = Application {
            target_groups: vec![TargetGroup::Substance, TargetGroup::MentalHealth],
            situation: Some(HousingSituation::WithFriends),
            status: ApplicationStatus::WaitingForHome,
            decided: Some(date(2026, 1, 15)),
            ..application(1, cia, date(2025, 11, 1))
        };
        let new = Application {
            kind: Some(ApplicationKind::CareHome),
            target_groups: vec![TargetGroup::Elderly],
            room_need: Some(Rooms(1)),
            ..application(2, bo, date(2026, 2, 1))
        };
        let housed = Application {
            size: Some(HouseholdSize { adults: 1, children: 2 }),
            room_need: Some(Rooms(3)),
            status: ApplicationStatus::Housed,
            decided: Some(date(2026, 1, 20)),
            ..application(3, ada, date(2025, 12, 1))
        };
        [granted, new, housed].iter().try_for_each(|one| applications::insert(self.tx, one, &one.known_steps()))
    }

    fn owe(&mut self, number: &str, debtor: &str, due: Option<Date>, kroner: i64) -> Result<(), StoreError> {
        let invoice = Invoice {
            id: number.to_owned(),
            number: number.to_owned(),
            debtor: debtor.to_owned(),
            dwelling: None,
            due,
            amount: None,
            outstanding: Ore::kroner(kroner),
            step: None,
            version: 1,
        };
        arrears::insert(self.tx, &invoice, DAY)
    }
}

fn facts(unit: &str, rooms: u8, rent: i64, status: DwellingStatus, since: Option<Date>) -> DwellingFacts {
    DwellingFacts {
        rooms: Some(Rooms(rooms)),
        rent: Some(Ore::kroner(rent)),
        status,
        status_since: since,
        ..dwellings::facts(&format!("Granlia 7 {unit}"))
    }
}

fn application(serial: i64, applicant: &str, received: Date) -> Application {
    Application {
        id: format!("A{serial}"),
        year: received.year(),
        serial,
        applicant: applicant.to_owned(),
        household: applicant.to_owned(),
        kind: Some(ApplicationKind::New),
        received,
        size: Some(HouseholdSize { adults: 1, children: 0 }),
        situation: None,
        target_groups: vec![TargetGroup::Economic],
        rooms: None,
        room_need: Some(Rooms(2)),
        wished_area: None,
        wheelchair: None,
        income: None,
        status: ApplicationStatus::Received,
        decided: None,
        officer: None,
        restricted: false,
        note: None,
        version: 1,
    }
}
