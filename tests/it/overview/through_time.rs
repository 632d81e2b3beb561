//! The same world on different days.

use super::counted;
use super::world::{DAY, settle};
use crate::store::each_place;
use housing::arrears::ArrearsAge;
use housing::dwellings::{DwellingFacts, DwellingStatus, Rooms, VacancyLength};
use housing::money::Ore;
use housing::people::TargetGroup;
use husrom::office::Office;
use husrom::office::overview::{Awaits, LeaseStanding, Overview, RegisterTotals};
use husrom::store::arrears::Invoice;
use husrom::store::{StoreError, arrears, dwellings};
use jiff::civil::date;

/// Runs a test on the settled world on each engine.
fn in_the_world(test: impl Fn(&Office)) {
    each_place(|place| {
        let office = place.office();
        settle(&office);
        test(&office);
    });
}

fn waiting(overview: &Overview, awaits: Awaits) -> i64 {
    overview.waiting.iter().filter(|group| group.awaits == awaits).map(|group| group.applications).sum()
}

fn tenancies(overview: &Overview, standing: LeaseStanding) -> i64 {
    overview.leases.iter().filter(|count| count.standing == standing).map(|count| count.tenancies).sum()
}

#[test]
fn the_register_in_thirteen_numbers() {
    in_the_world(|office| {
        let expected = RegisterTotals {
            homes: 4,
            care_homes: 1,
            vacant: 2,
            tenancies: 2,
            fixed_term: 1,
            expired_contracts: 1,
            rent: Ore::kroner(30_000),
            wheelchair: 1,
            applications: 3,
            children: 2,
            arrears_households: 1,
            arrears: Ore::kroner(9_000),
            credit: Ore::kroner(500),
        };
        assert_eq!(counted(office, DAY).register, expected);
    });
}

#[test]
fn what_was_true_on_an_earlier_day() {
    in_the_world(|office| {
        let before = counted(office, date(2026, 1, 16));
        assert_eq!(before.register.tenancies, 3, "Cia had not moved out");
        assert_eq!(before.register.vacant, 1);
        assert_eq!(before.register.expired_contracts, 0);
        assert_eq!((waiting(&before, Awaits::Decision), waiting(&before, Awaits::Home)), (1, 1));
        assert_eq!(before.register.applications, 2, "the third came in February");

        let before_the_decisions = counted(office, date(2026, 1, 14));
        assert_eq!(waiting(&before_the_decisions, Awaits::Home), 0);
        assert_eq!(waiting(&before_the_decisions, Awaits::Decision), 2);

        let before_the_sale = counted(office, date(2025, 12, 30));
        assert_eq!(before_the_sale.register.homes, 5);
        assert_eq!(before_the_sale.register.rent, Ore::kroner(35_000));
    });
}

#[test]
fn what_was_first_known_held_before_too() {
    in_the_world(|office| {
        let long_ago = counted(office, date(2025, 3, 1));
        let vacant: Vec<_> = long_ago.vacancies.longest.iter().map(|home| (home.id.as_str(), home.at_least)).collect();
        assert_eq!(vacant, [("H0103", true)], "nobody knows since when it stood empty");
        assert_eq!(long_ago.assumed_homes, 1, "and what it was that day is said to be taken from later");
        assert_eq!(counted(office, DAY).assumed_homes, 0);
        // The care home came on the register with its first day known: before that it was not there.
        assert_eq!(long_ago.register.care_homes, 0);
    });
}

#[test]
fn a_home_stands_empty_from_the_day_the_last_household_left() {
    in_the_world(|office| {
        let vacancies = &counted(office, DAY).vacancies;
        let days: Vec<_> = vacancies.longest.iter().map(|home| (home.id.as_str(), home.days, home.at_least)).collect();
        assert_eq!(days, [("H0103", 50, true), ("H0104", 28, false)]);
        assert_eq!(vacancies.loss_a_month, Ore::kroner(17_000));
        let lengths: Vec<_> =
            vacancies.by_length.iter().filter(|of| of.homes > 0).map(|of| (of.length, of.homes)).collect();
        assert_eq!(lengths, [(Some(VacancyLength::UpToMonth), 1), (None, 1)], "at least 50 days can be any number");
        let ready = vacancies.by_status.iter().find(|reason| reason.status == DwellingStatus::Vacant);
        assert_eq!(ready.map(|reason| reason.homes), Some(2));
    });
}

#[test]
fn a_rent_agreed_for_later_does_not_count_yet() {
    in_the_world(|office| {
        let raised = office.store().write::<_, StoreError>(|tx| {
            let before = dwellings::find(tx, "H0101")?.expect("Ada lives there");
            let raised = DwellingFacts { rent: Some(Ore::kroner(7_500)), ..before.facts.clone() };
            dwellings::update(tx, &before, &raised, date(2026, 4, 1))
        });
        assert!(raised.expect("the rent can be raised"));
        assert_eq!(counted(office, DAY).register.rent, Ore::kroner(30_000));
        assert_eq!(counted(office, date(2026, 4, 1)).register.rent, Ore::kroner(30_500));
    });
}

#[test]
fn leases_stand_in_their_narrowest_window() {
    in_the_world(|office| {
        let window = |months| LeaseStanding::RunsOut(months);
        let on_the_last_day = counted(office, date(2026, 2, 28));
        assert_eq!(tenancies(&on_the_last_day, LeaseStanding::Expired), 0, "on its last day a lease holds");
        assert_eq!(tenancies(&on_the_last_day, window(housing::tenancies::LeaseWindow::Within3Months)), 1);
        let today = counted(office, DAY);
        assert_eq!(tenancies(&today, LeaseStanding::Expired), 1);
        assert_eq!(tenancies(&today, LeaseStanding::OpenEnded), 1);
        let january = counted(office, date(2026, 1, 20));
        assert_eq!(tenancies(&january, window(housing::tenancies::LeaseWindow::Within12Months)), 1);
    });
}

#[test]
fn who_waits_is_told_apart_by_all_that_matters() {
    in_the_world(|office| {
        let today = counted(office, DAY);
        let granted = today.waiting.iter().find(|group| group.awaits == Awaits::Home).expect("Cia waits for a home");
        assert_eq!(granted.target_groups, [TargetGroup::Substance, TargetGroup::MentalHealth]);
        assert_eq!(granted.room_need, Some(Rooms(2)));
        assert!(!granted.with_children && !granted.care_home);

        let of = |care_home, rooms| {
            let need = today.need.iter().find(|need| need.care_home == care_home && need.rooms == Some(Rooms(rooms)));
            need.map(|need| (need.awaiting_decision, need.awaiting_home, need.homes, need.vacant))
        };
        assert_eq!(of(false, 2), Some((0, 1, 2, 1)));
        assert_eq!(of(false, 3), Some((0, 0, 1, 1)));
        assert_eq!(of(true, 1), Some((1, 0, 1, 0)));
    });
}

#[test]
fn a_payment_counts_from_its_day() {
    in_the_world(|office| {
        let paid = office.store().write::<_, StoreError>(|tx| {
            let before = arrears::find(tx, "F1")?.expect("Ada owes it");
            let paid = Invoice { outstanding: Ore(0), ..before.clone() };
            arrears::update(tx, &before, &paid, date(2026, 3, 5))
        });
        assert!(paid.expect("the payment can be noted"));
        assert_eq!(counted(office, date(2026, 3, 4)).register.arrears, Ore::kroner(9_000));
        assert_eq!(counted(office, date(2026, 3, 5)).register.arrears, Ore::kroner(2_000));
        // Known since the first of March, and owed since it fell due.
        assert_eq!(counted(office, date(2026, 2, 15)).register.arrears, Ore::kroner(9_000));
        assert_eq!(counted(office, date(2026, 2, 14)).register.arrears, Ore::kroner(2_000));

        let by_age = &counted(office, date(2026, 3, 4)).arrears;
        let of = |age| by_age.iter().find(|step| step.age == Some(age)).map(|step| step.outstanding);
        assert_eq!(of(ArrearsAge::UpTo30), Some(Ore::kroner(7_000)));
        assert_eq!(of(ArrearsAge::Over90), Some(Ore::kroner(2_000)));
    });
}
