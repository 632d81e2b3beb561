//! The stock: shares, addresses, units and their floors.

use std::collections::HashSet;

use housing::dwellings::Disposal;

use super::{assert_share, is_care, some};
use crate::DwellingHistory;

#[test]
fn homes_have_the_shares_their_parameters_ask_for() {
    for municipality in some() {
        let p = &municipality.parameters;
        let homes: Vec<DwellingHistory> = municipality.dwellings().collect();
        let share = |what: &str, per_mille: u32, give_or_take: usize, is: &dyn Fn(&DwellingHistory) -> bool| {
            assert_share(what, homes.iter().filter(|home| is(home)).count(), homes.len(), per_mille, give_or_take);
        };
        assert_eq!(homes.len(), p.dwellings as usize);
        share("care homes", p.care_home_share, 30, &is_care);
        share("owned", p.owned_share, 50, &|home| home.facts.disposal == Some(Disposal::Owned));
        share("wheelchair", p.wheelchair_share, 20, &|home| home.facts.wheelchair == Some(true));
        let rooms = |home: &DwellingHistory| home.facts.rooms.map_or(0, |rooms| rooms.0);
        share("one room", p.rooms_1_share, 10, &|home| rooms(home) <= 1);
        share("two rooms", p.rooms_2_share, 10, &|home| rooms(home) == 2);
        share("three rooms", p.rooms_3_share, 10, &|home| rooms(home) == 3);
        share("four rooms", p.rooms_4_share, 10, &|home| rooms(home) == 4);
        share("five rooms", p.rooms_5_share, 10, &|home| rooms(home) == 5);
    }
}

#[test]
fn every_home_is_a_place_of_its_own() {
    for municipality in some() {
        let places: HashSet<_> =
            municipality.dwellings().map(|home| (home.facts.address.key(), home.facts.unit)).collect();
        assert_eq!(places.len(), municipality.parameters.dwellings as usize);
    }
}

#[test]
fn unit_numbers_fit_floors_and_high_buildings_have_a_lift() {
    for home in some().flat_map(|municipality| municipality.dwellings().collect::<Vec<_>>()) {
        let facts = home.facts;
        let (floor, unit) = (facts.floor.unwrap(), facts.unit.unwrap());
        assert_eq!(unit.as_str()[1..3].parse(), Ok(floor));
        assert!(floor <= 4 || facts.lift == Some(true), "floor {floor} without a lift");
        assert!(facts.wheelchair == Some(false) || floor == 1 || facts.lift == Some(true));
        assert!(facts.wheelchair == Some(false) || facts.step_free == Some(true));
    }
}

#[test]
fn statuses_and_rents_are_dated_in_order_and_end_with_todays() {
    for municipality in some() {
        for home in municipality.dwellings() {
            assert!(home.statuses.is_sorted_by_key(|(day, _)| *day), "{:?}", home.statuses);
            assert!(home.rents.is_sorted_by(|one, next| one.0 < next.0), "{:?}", home.rents);
            assert_eq!(home.statuses.last(), home.facts.status_since.map(|day| (day, home.facts.status)).as_ref());
            assert_eq!(home.rents.last().map(|(_, rent)| *rent), home.facts.rent);
            assert!(home.statuses.iter().all(|(day, _)| *day <= municipality.today));
        }
    }
}

#[test]
fn a_home_is_let_today_exactly_when_somebody_lives_there() {
    for municipality in some() {
        for home in municipality.dwellings() {
            let lived_in = home.tenancies.iter().any(|tenancy| tenancy.facts.is_lived_in(municipality.today));
            assert_eq!(lived_in, !home.facts.status.counts_as_vacant(), "{:?}", home.statuses);
        }
    }
}

#[test]
fn two_to_six_of_a_hundred_homes_stand_empty() {
    for municipality in some() {
        let homes: Vec<DwellingHistory> = municipality.dwellings().collect();
        let empty = homes.iter().filter(|home| home.facts.status.counts_as_vacant());
        assert_share("vacant", empty.count(), homes.len(), 42, 22);
    }
}
