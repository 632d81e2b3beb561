//! What every made-up municipality must satisfy, whatever its seed.

mod homes;
mod people;
mod years;

use housing::Date;

use crate::{Applicant, ApplicationHistory, DwellingHistory, Municipality, Parameters, Profile, municipality};

const TODAY: Date = Date::constant(2026, 3, 1);

/// The municipalities each rule is tried on: both ordinary sizes, two seeds each.
fn some() -> impl Iterator<Item = Municipality> {
    [(Profile::Small, 1), (Profile::Small, 2), (Profile::Medium, 1), (Profile::Medium, 2)]
        .into_iter()
        .map(|(profile, seed)| municipality(profile, seed, TODAY))
}

fn is_care(home: &DwellingHistory) -> bool {
    home.facts.category.is_care_home()
}

/// Every application there has been, those behind leases included.
fn all_applications(municipality: &Municipality) -> Vec<ApplicationHistory> {
    let without_home = municipality.applications().map(|Applicant { application, .. }| application);
    let behind_leases = municipality
        .dwellings()
        .flat_map(|home| home.tenancies)
        .flat_map(|tenancy| tenancy.leases.into_iter().map(|lease| lease.granted).chain(tenancy.applications));
    without_home.chain(behind_leases).collect()
}

/// Fails when a count is not so many per mille of the whole, give or take.
#[track_caller]
fn assert_share(what: &str, count: usize, whole: usize, per_mille: u32, give_or_take: usize) {
    let found = count * 1000 / whole.max(1);
    assert!(
        found.abs_diff(per_mille as usize) <= give_or_take,
        "{what}: {count} of {whole} is {found} ‰, not {per_mille} ± {give_or_take}"
    );
}

#[test]
fn the_same_seed_gives_the_same_facts_and_another_seed_others() {
    let printed = |seed| {
        let municipality = municipality(Profile::Small, seed, TODAY);
        let homes: Vec<_> = municipality.dwellings().collect();
        let applicants: Vec<_> = municipality.applications().collect();
        format!("{homes:?}{applicants:?}")
    };
    assert_eq!(printed(5), printed(5));
    assert_ne!(printed(5), printed(6));
}

#[test]
fn nothing_made_up_is_impossible() {
    for municipality in some() {
        let today = municipality.today;
        for home in municipality.dwellings() {
            assert_eq!(home.facts.check(today), []);
            for tenancy in home.tenancies {
                assert_eq!(tenancy.facts.check(), []);
                for member in tenancy.household.members {
                    assert_eq!(member.person.check(today), []);
                }
            }
        }
        for application in all_applications(&municipality) {
            assert_eq!(application.facts.check(today), []);
        }
    }
}

/// The promise that measurements rest on; what else `large` holds follows the same code as the rest.
#[test]
fn the_large_municipality_has_60_000_open_applications_for_110_000_homes() {
    let p = Parameters::of(Profile::Large);
    assert_eq!(p.dwellings, 110_000);
    assert_eq!(p.waiting + p.open_ordinary + p.open_care + p.appeals, 60_000);
}
