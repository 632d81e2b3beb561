//! People: synthetic numbers, families, protection and hard names.

use std::collections::HashSet;

use housing::people::{MemberRole, Protection};

use super::{assert_share, is_care, some};
use crate::names::HARD_NAMES;
use crate::{Household, Municipality, Profile, municipality};
use housing::calendar::add_months;

fn households(municipality: &Municipality) -> Vec<Household> {
    let tenants = municipality.dwellings().flat_map(|home| home.tenancies).map(|tenancy| tenancy.household);
    tenants.chain(municipality.applications().map(|applicant| applicant.household)).collect()
}

#[test]
fn every_identity_number_is_synthetic_and_belongs_to_one_person() {
    for municipality in some() {
        let mut seen = HashSet::new();
        for member in households(&municipality).into_iter().flat_map(|household| household.members) {
            let number = member.person.identity.expect("everybody made up has a number");
            assert!(number.is_synthetic());
            assert_eq!(number.born(), member.person.born);
            assert!(seen.insert(number), "the same number twice");
        }
    }
}

#[test]
fn nobody_is_born_after_today_or_has_children_too_young() {
    for municipality in some() {
        for household in households(&municipality) {
            let parent = household.main().born.unwrap();
            assert!(household.members[0].role == MemberRole::Main);
            for member in &household.members {
                let born = member.person.born.unwrap();
                assert!(born <= municipality.today);
                match member.role {
                    MemberRole::Child | MemberRole::ContactChild => assert!(add_months(parent, 12 * 17) < born),
                    MemberRole::Main | MemberRole::Partner | MemberRole::OtherAdult => {
                        assert!(add_months(born, 12 * 18) <= member.from, "a minor on a lease");
                    }
                }
            }
        }
    }
}

#[test]
fn ordinary_homes_have_the_families_their_parameters_ask_for() {
    for municipality in some() {
        let p = &municipality.parameters;
        let ordinary = municipality.dwellings().filter(|home| !is_care(home)).flat_map(|home| home.tenancies);
        let sizes: Vec<_> = ordinary.map(|one| one.household.size_on(one.facts.from.unwrap())).collect();
        let alone = sizes.iter().filter(|size| size.adults == 1 && size.children == 0).count();
        let families = sizes.iter().filter(|size| size.children > 0).count();
        assert_share("living alone", alone, sizes.len(), p.single_share, 60);
        assert_share("with children", families, sizes.len(), p.with_children_share, 40);
    }
}

#[test]
fn homes_are_large_enough_for_their_children() {
    for home in some().flat_map(|municipality| municipality.dwellings().collect::<Vec<_>>()) {
        for tenancy in &home.tenancies {
            let size = tenancy.household.size_on(tenancy.facts.from.unwrap());
            let rooms = home.facts.rooms.unwrap().0;
            assert!(size.children == 0 || rooms >= 2, "{size:?} in {rooms} rooms");
            assert!(rooms >= 5 || size.children <= rooms, "{size:?} in {rooms} rooms");
        }
    }
}

#[test]
fn every_profile_has_protected_tenants_and_applicants_and_protects_whole_households() {
    for municipality in some() {
        let tenants: Vec<Household> = municipality
            .dwellings()
            .flat_map(|home| home.tenancies)
            .filter(|tenancy| tenancy.facts.moved_out.is_none())
            .map(|tenancy| tenancy.household)
            .collect();
        let applicants: Vec<Household> = municipality.applications().map(|applicant| applicant.household).collect();
        for group in [&tenants, &applicants] {
            for level in [Protection::Confidential, Protection::StrictlyConfidential] {
                assert!(group.iter().any(|household| household.main().protection == level), "{level:?}");
            }
        }
        for household in tenants.iter().chain(&applicants) {
            let level = household.main().protection;
            assert!(household.members.iter().all(|member| member.person.protection == level));
        }
    }
}

#[test]
fn every_profile_has_the_hard_names() {
    for profile in [Profile::Small, Profile::Medium] {
        let municipality = municipality(profile, 3, super::TODAY);
        let names: HashSet<String> =
            households(&municipality).iter().map(|household| household.main().name.family.clone()).collect();
        assert!(HARD_NAMES.iter().all(|(family, _)| names.contains(*family)));
    }
}
