//! The years: leases, moves, applications and arrears agree with each other and with the parameters.

use housing::applications::{ApplicationKind, ApplicationStatus, Clock, HousingSituation};
use housing::people::Protection;
use housing::tenancies::MoveOutReason;

use super::{all_applications, assert_share, is_care, some};
use crate::{ApplicationHistory, DwellingHistory, Municipality, TenancyHistory};
use housing::calendar::{add_months, days_between};

fn tenancies(municipality: &Municipality) -> Vec<TenancyHistory> {
    municipality.dwellings().flat_map(|home| home.tenancies).collect()
}

#[test]
fn tenancies_and_leases_on_a_home_never_overlap() {
    for home in some().flat_map(|municipality| municipality.dwellings().collect::<Vec<_>>()) {
        for pair in home.tenancies.windows(2) {
            let left = pair[0].facts.moved_out.expect("only the last tenancy goes on");
            assert!(left < pair[1].facts.from.unwrap(), "{left} and {:?}", pair[1].facts.from);
        }
        for tenancy in &home.tenancies {
            assert_eq!(tenancy.facts.from, Some(tenancy.leases[0].from));
            assert_eq!(tenancy.facts.lease_until, tenancy.leases.last().unwrap().until);
            assert!(tenancy.leases.windows(2).all(|pair| pair[0].until.unwrap() < pair[1].from));
            assert!(tenancy.facts.moved_out.is_none_or(|left| tenancy.leases.last().unwrap().from < left));
        }
    }
}

#[test]
fn nobody_lives_in_a_home_before_it_is_built() {
    for home in some().flat_map(|municipality| municipality.dwellings().collect::<Vec<_>>()) {
        let (Some(built), Some(first)) = (home.facts.built_year, home.tenancies.first()) else { continue };
        assert!(first.facts.from.unwrap().year() >= built, "built {built}, {:?}", first.facts.from);
    }
}

#[test]
fn every_lease_has_a_granted_application_decided_before_it_began() {
    for tenancy in some().flat_map(|municipality| tenancies(&municipality)) {
        for (number, lease) in tenancy.leases.iter().enumerate() {
            let application = &lease.granted;
            let is_renewal = application.facts.kind == Some(ApplicationKind::Renewal);
            assert_eq!(application.facts.status, ApplicationStatus::Housed);
            assert_eq!(is_renewal, number > 0);
            assert!(application.facts.received <= application.facts.decided.unwrap());
            assert!(application.facts.decided.unwrap() < lease.from);
            assert_eq!(application.facts.applicant, tenancy.facts.tenant);
        }
    }
}

/// Moves a year, over the whole history, as a share of the homes.
#[test]
fn homes_turn_over_as_often_as_the_parameters_say() {
    for municipality in some() {
        let p = &municipality.parameters;
        let begins = p.history_begins(municipality.today);
        let homes: Vec<DwellingHistory> = municipality.dwellings().collect();
        for (what, care, wanted) in [("ordinary", false, p.turnover_ordinary), ("care", true, p.turnover_care)] {
            let of_kind: Vec<_> = homes.iter().filter(|home| is_care(home) == care).collect();
            let moves = of_kind.iter().flat_map(|home| &home.tenancies).filter_map(|one| one.facts.moved_out);
            let moves = moves.filter(|day| *day > begins).count();
            assert_share(what, moves, of_kind.len() * p.history_years as usize, wanted, 20);
        }
    }
}

#[test]
fn received_less_decided_less_withdrawn_is_undecided_at_every_year_end() {
    for municipality in some() {
        let applications = all_applications(&municipality);
        for years_ago in 0..5 {
            let day = add_months(municipality.today, -12 * years_ago);
            let by_then = |date: Option<housing::Date>| date.is_some_and(|date| date <= day);
            let received = applications.iter().filter(|one| one.facts.received <= day).count();
            let decided = applications.iter().filter(|one| by_then(one.facts.decided)).count();
            let withdrawn = applications.iter().filter(|one| by_then(one.withdrawn())).count();
            let undecided = applications
                .iter()
                .filter(|one| one.facts.received <= day && !by_then(one.facts.decided) && !by_then(one.withdrawn()))
                .count();
            assert_eq!(received - decided - withdrawn, undecided, "on {day}");
        }
        let p = &municipality.parameters;
        // Tenants who wait for another home come on top of these.
        let newcomers = || applications.iter().filter(|one| one.facts.kind != Some(ApplicationKind::Exchange));
        let open = newcomers().filter(|one| one.facts.is_open()).count();
        assert_eq!(open, (p.open_ordinary + p.open_care + p.waiting + p.appeals) as usize);
        let waits = |one: &&ApplicationHistory| one.facts.status.clock() == Some(Clock::AwaitsHome);
        assert_eq!(newcomers().filter(waits).count(), p.waiting as usize);
    }
}

#[test]
fn the_steps_of_an_application_are_in_order_and_end_with_its_status() {
    for municipality in some() {
        for application in all_applications(&municipality) {
            assert!(application.steps.is_sorted_by_key(|(day, _)| *day), "{:?}", application.steps);
            assert_eq!(application.steps[0], (application.facts.received, ApplicationStatus::Received));
            let (last_day, last) = *application.steps.last().unwrap();
            assert_eq!(last, application.facts.status);
            assert!(last_day <= municipality.today);
        }
    }
}

#[test]
fn as_many_new_applicants_are_refused_as_the_parameters_say() {
    for municipality in some() {
        let begins = municipality.parameters.history_begins(municipality.today);
        let applications = all_applications(&municipality);
        let new = applications.iter().filter(|one| one.facts.kind != Some(ApplicationKind::Renewal));
        let decided: Vec<_> = new.filter(|one| one.facts.decided.is_some_and(|day| day > begins)).collect();
        let refused = [ApplicationStatus::Refused, ApplicationStatus::Dismissed, ApplicationStatus::Appealed];
        let refused = decided.iter().filter(|one| refused.contains(&one.facts.status)).count();
        assert_share("refused", refused, decided.len(), municipality.parameters.refused_share, 40);
    }
}

#[test]
fn as_many_applicants_are_homeless_as_the_parameters_say() {
    for municipality in some() {
        let p = &municipality.parameters;
        let found = municipality
            .applications()
            .map(|one| one.application.facts)
            .filter(|facts| facts.is_open() && facts.kind != Some(ApplicationKind::CareHome))
            .filter(|facts| facts.situation.is_some_and(is_homeless))
            .count();
        let expected = p.inhabitants * p.homeless / 100_000;
        assert!(found.abs_diff(expected as usize) <= 8, "{found}, not about {expected}");
    }
}

fn is_homeless(situation: HousingSituation) -> bool {
    crate::tables::HOMELESS_SITUATIONS.iter().any(|(homeless, _)| *homeless == situation)
}

#[test]
fn leases_that_ran_out_while_somebody_lives_there_are_few_but_there() {
    for municipality in some() {
        let today = municipality.today;
        let current: Vec<_> =
            tenancies(&municipality).into_iter().filter(|one| one.facts.moved_out.is_none()).collect();
        let overdue = current.iter().filter(|one| one.facts.is_expired(today)).count();
        assert!(overdue > 0 && overdue * 10 < current.len(), "{overdue} of {}", current.len());
    }
}

#[test]
fn whoever_gives_notice_still_lives_there_and_leaves_later() {
    for municipality in some() {
        for tenancy in tenancies(&municipality) {
            let Some(notice) = tenancy.notice else { continue };
            assert!(notice.given <= municipality.today && municipality.today < notice.leaves);
            assert_eq!(tenancy.facts.moved_out, None);
        }
    }
}

#[test]
fn one_in_eight_tenants_owes_more_than_a_months_rent() {
    for municipality in some() {
        let today = municipality.today;
        let current: Vec<_> =
            tenancies(&municipality).into_iter().filter(|one| one.facts.moved_out.is_none()).collect();
        let late = |one: &&TenancyHistory| {
            one.invoices
                .iter()
                .any(|invoice| invoice.facts.outstanding.0 > 0 && days_between(invoice.facts.due.unwrap(), today) > 30)
        };
        let owing = current.iter().filter(late).count();
        assert_share("over 30 days late", owing, current.len(), municipality.parameters.arrears_share, 40);
    }
}

#[test]
fn collection_goes_step_by_step_and_only_the_evicted_keep_arrears() {
    for tenancy in some().flat_map(|municipality| tenancies(&municipality)) {
        for invoice in &tenancy.invoices {
            assert!(invoice.steps.is_sorted(), "{:?}", invoice.steps);
            assert_eq!(invoice.steps.last().map(|(_, step)| *step), invoice.facts.step);
            assert!(invoice.facts.outstanding <= invoice.facts.amount.unwrap());
            assert!(Some(invoice.facts.due.unwrap()) >= tenancy.facts.from || invoice.facts.outstanding.0 < 0);
        }
        let evicted = tenancy.facts.move_out_reason == Some(MoveOutReason::Evicted);
        assert!(tenancy.facts.moved_out.is_none() || evicted || tenancy.invoices.is_empty());
    }
}

#[test]
fn the_ledger_does_not_say_where_protected_people_live() {
    for tenancy in some().flat_map(|municipality| tenancies(&municipality)) {
        for invoice in tenancy.invoices {
            let protected = invoice.facts.debtor.protection != Protection::Ungraded;
            assert!(!protected || (invoice.facts.address.is_none() && invoice.facts.unit.is_none()));
        }
    }
}
