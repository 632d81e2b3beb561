//! Grounds about the home they have today, and the one they lost.

use super::answer::{Answer, FactName, FactValue};
use super::facts::{CaseFacts, Eviction, LeaseEnd};
use super::grounds::{Found, fact, known, met_if};
use super::rule_set::{HomeRule, QuarantineRule};
use crate::Date;
use crate::applications::HousingSituation;
use crate::calendar::add_months;

/// Is without a suitable home: lives in one of the situations that the rules name, or has so little left
/// of the lease that it counts as none.
pub(super) fn without_home(rule: &HomeRule, facts: &CaseFacts, day: Date) -> Found {
    let lease = lease_runs_out(rule, facts, day);
    let named = |situations: &[HousingSituation]| facts.situation.is_some_and(|now| situations.contains(&now));
    let answer = if named(&rule.situations) || lease == Some(true) {
        Answer::Met
    } else if named(&rule.judged_situations) {
        Answer::JudgementNeeded
    } else if facts.situation.is_none_or(|now| lease.is_none() && rents(now)) {
        Answer::Missing
    } else {
        rule.weighed(Answer::NotMet)
    };
    let mut used = vec![known(FactName::Situation, facts.situation, FactValue::Situation)];
    let lease_matters = facts.lease.is_some() || answer == Answer::Missing;
    if let Some(months) = rule.lease_months_left.filter(|_| lease_matters) {
        used.push(known(FactName::LeaseUntil, facts.lease, last_day));
        used.push(fact(FactName::LeaseMonths, FactValue::Months(months.into())));
    }
    (answer, used)
}

fn last_day(end: LeaseEnd) -> FactValue {
    match end {
        LeaseEnd::Open => FactValue::Nothing,
        LeaseEnd::Until(last) => FactValue::Day(last),
    }
}

/// Cannot find or keep a suitable home alone: a person weighs that, from how they live today.
pub(super) fn target_group(facts: &CaseFacts) -> Found {
    let answer = if facts.situation.is_some() { Answer::JudgementNeeded } else { Answer::Missing };
    (answer, vec![known(FactName::Situation, facts.situation, FactValue::Situation)])
}

/// Whether the lease ends so soon that it counts as none. `None` when it could matter and is not known.
fn lease_runs_out(rule: &HomeRule, facts: &CaseFacts, day: Date) -> Option<bool> {
    let Some(months) = rule.lease_months_left else { return Some(false) };
    facts.lease.map(|end| match end {
        LeaseEnd::Open => false,
        LeaseEnd::Until(last) => last < add_months(day, months.into()),
    })
}

/// Whether somebody in this situation has a lease that can end.
const fn rents(situation: HousingSituation) -> bool {
    match situation {
        HousingSituation::EvictionRequested
        | HousingSituation::NoValidLease
        | HousingSituation::LeaseEnding
        | HousingSituation::CostTooHigh
        | HousingSituation::PoorStandard
        | HousingSituation::NotAdapted
        | HousingSituation::TooSmall
        | HousingSituation::StrainedNeighbourhood
        | HousingSituation::MunicipalHome
        | HousingSituation::PrivateRental => true,
        HousingSituation::Rough
        | HousingSituation::Emergency
        | HousingSituation::Temporary
        | HousingSituation::CrisisCentre
        | HousingSituation::Prison
        | HousingSituation::Institution
        | HousingSituation::WithFriends
        | HousingSituation::Reception
        | HousingSituation::WithParents
        | HousingSituation::Owner
        | HousingSituation::WithRelatives => false,
    }
}

/// Was not evicted so lately that the rules say wait. The last day of the wait is the day before the one shown.
pub(super) fn quarantine(rule: &QuarantineRule, facts: &CaseFacts, day: Date) -> Found {
    let evicted = |eviction| match eviction {
        Eviction::Never => FactValue::Nothing,
        Eviction::On(day) => FactValue::Day(day),
    };
    let mut used = vec![known(FactName::Evicted, facts.evicted, evicted)];
    let answer = match facts.evicted {
        None => Answer::Missing,
        Some(Eviction::Never) => Answer::Met,
        Some(Eviction::On(evicted)) => {
            let over = add_months(evicted, rule.months.into());
            used.push(fact(FactName::QuarantineUntil, FactValue::Day(over)));
            met_if(day >= over)
        }
    };
    (rule.weighed(answer), used)
}
