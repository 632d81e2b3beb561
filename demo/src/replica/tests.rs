//! Gjøvik's published totals, each counted from the facts.

use std::collections::HashSet;

use housing::applications::{ApplicationFacts, Clock};

use super::*;

/// Every application received up to the day, those behind leases included.
fn applications(replica: &Replica) -> impl Iterator<Item = &ApplicationFacts> {
    let behind_leases = replica
        .dwellings
        .iter()
        .flat_map(|home| &home.tenancies)
        .flat_map(|tenancy| tenancy.leases.iter().map(|lease| &lease.granted).chain(&tenancy.applications));
    let others = replica.applications.iter().map(|applicant| &applicant.application);
    behind_leases.chain(others).map(|application| &application.facts)
}

fn is_for_care_home(application: &&ApplicationFacts) -> bool {
    application.kind == Some(ApplicationKind::CareHome)
}

fn homes(replica: &Replica, care: bool) -> impl Iterator<Item = &DwellingHistory> {
    replica.dwellings.iter().filter(move |home| home.facts.category.is_care_home() == care)
}

/// Homes of a kind that a household moved into in 2009 after applying.
fn allocated(replica: &Replica, care: bool) -> usize {
    homes(replica, care)
        .flat_map(|home| &home.tenancies)
        .filter(|tenancy| tenancy.facts.from.unwrap().year() == 2009)
        .filter(|tenancy| tenancy.leases[0].granted.facts.decided.unwrap().year() == 2009)
        .count()
}

#[test]
fn the_942_homes_are_486_for_rent_and_456_care_homes() {
    let replica = gjovik_2009();
    assert_eq!(replica.dwellings.len(), 942);
    assert_eq!((homes(&replica, false).count(), homes(&replica, true).count()), (486, 456));
    assert!(homes(&replica, false).all(|home| home.facts.category == Category::Ordinary));
}

#[test]
fn in_2009_135_applied_to_rent_and_178_for_a_care_home() {
    let replica = gjovik_2009();
    let (care, rent): (Vec<_>, Vec<_>) =
        applications(&replica).filter(|one| one.received.year() == 2009).partition(is_for_care_home);
    assert_eq!((rent.len(), care.len()), (135, 178));
}

#[test]
fn in_2009_87_homes_to_rent_and_111_care_homes_were_allocated() {
    let replica = gjovik_2009();
    assert_eq!((allocated(&replica, false), allocated(&replica, true)), (87, 111));
}

#[test]
fn on_31_december_20_households_waited_for_a_home_to_rent() {
    let replica = gjovik_2009();
    let (care, rent): (Vec<_>, Vec<_>) =
        applications(&replica).filter(|one| one.status.clock() == Some(Clock::AwaitsHome)).partition(is_for_care_home);
    assert_eq!((rent.len(), care.len()), (20, 0));
}

#[test]
fn on_31_december_220_applications_for_a_care_home_were_not_handled() {
    let replica = gjovik_2009();
    let (care, rent): (Vec<_>, Vec<_>) = applications(&replica)
        .filter(|one| one.status.clock() == Some(Clock::AwaitsDecision))
        .partition(is_for_care_home);
    assert_eq!((rent.len(), care.len()), (0, 220));
    assert!(care.iter().any(|one| one.received.year() < 2009), "some came in before the year");
}

#[test]
fn nothing_in_the_replica_is_impossible_or_happens_twice() {
    let replica = gjovik_2009();
    let mut places = HashSet::new();
    let mut numbers = HashSet::new();
    for home in &replica.dwellings {
        assert_eq!(home.facts.check(replica.as_of), []);
        assert!(home.statuses.is_sorted_by_key(|(day, _)| *day), "{:?}", home.statuses);
        assert!(places.insert((home.facts.address.key(), home.facts.unit.clone())));
        for pair in home.tenancies.windows(2) {
            assert!(pair[0].facts.moved_out.unwrap() <= pair[1].facts.from.unwrap());
        }
        for tenancy in &home.tenancies {
            assert_eq!(tenancy.facts.check(), []);
            let members = tenancy.household.members.iter().map(|member| member.person.identity.clone());
            assert!(members.into_iter().all(|number| numbers.insert(number)));
        }
    }
    for application in applications(&replica) {
        assert_eq!(application.check(replica.as_of), []);
    }
}
