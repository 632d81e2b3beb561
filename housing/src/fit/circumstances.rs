//! The help that can be given there, animals, who else lives there, and for how long.

use super::answer::{Fact, FactName, FactValue, FitAnswer, Found};
use super::home::FitHome;
use super::household::{FitHousehold, StayAway};
use super::rules::{Finding, FollowUpRule};
use crate::Date;
use crate::calendar::add_months;
use crate::needs::{Access, FollowUpLevel};

/// Follow-up below the rule's level comes to any home; from that level on, the building must offer it.
pub(super) fn follow_up(rule: &FollowUpRule, household: &FitHousehold, home: &FitHome) -> Finding {
    let level = |name, level| Fact { name, value: FactValue::Level(level) };
    let mut facts = Vec::new();
    facts.extend(household.follow_up.map(|needed| level(FactName::Needed, needed)));
    facts.extend(home.traits.follow_up.map(|offered| level(FactName::Offered, offered)));
    let most = FollowUpLevel::RoundTheClock;
    let (answer, found) = match (household.follow_up, home.traits.follow_up) {
        (None, Some(offered)) if offered == most => (FitAnswer::Fits, Found::FollowUpOffered),
        (None, _) => (FitAnswer::Missing, Found::FollowUpUnknown),
        (Some(needed), Some(offered)) if needed < rule.staffed_from && offered >= rule.staffed_from => {
            (FitAnswer::DoesNot, Found::StaffNotNeeded)
        }
        (Some(needed), _) if needed < rule.staffed_from => (FitAnswer::Fits, Found::FollowUpComes),
        (Some(_), None) => (FitAnswer::Missing, Found::FollowUpOfHomeUnknown),
        (Some(needed), Some(offered)) if offered >= needed => (FitAnswer::Fits, Found::FollowUpOffered),
        (Some(_), Some(_)) => (FitAnswer::DoesNot, Found::TooLittleFollowUp),
    };
    (answer, found, facts)
}

/// Whether a household brings animals, from what it says or what somebody found that it needs.
fn brings_pets(household: &FitHousehold) -> Option<bool> {
    let needs = household.access.as_ref().is_some_and(|access| access.contains(&Access::PetsAllowed));
    if needs { Some(true) } else { household.pets }
}

/// What is not known of one side matters only as far as the other could say no.
pub(super) fn pets(household: &FitHousehold, home: &FitHome) -> Finding {
    let (answer, found) = match (brings_pets(household), home.traits.pets) {
        (Some(false), _) => (FitAnswer::Fits, Found::NoPets),
        (Some(true) | None, Some(true)) => (FitAnswer::Fits, Found::PetsAllowed),
        (Some(true), Some(false)) => (FitAnswer::DoesNot, Found::PetsNotAllowed),
        (Some(true), None) => (FitAnswer::Missing, Found::PetsOfHomeUnknown),
        (None, Some(false)) => (FitAnswer::Missing, Found::PetsOfHouseholdUnknown),
        (None, None) => (FitAnswer::Fits, Found::NoPets),
    };
    (answer, found, Vec::new())
}

/// Says nothing of who it is: only that the home is closed to this household.
pub(super) fn neighbours(household: &FitHousehold) -> Finding {
    match household.stay_away {
        StayAway::Here => (FitAnswer::DoesNot, Found::SomebodyToAvoid, Vec::new()),
        StayAway::NamedGroupKnows => (FitAnswer::NeedsJudgement, Found::NamedGroupDecides, Vec::new()),
        StayAway::No => (FitAnswer::Fits, Found::NobodyToAvoid, Vec::new()),
    }
}

pub(super) fn lease(household: &FitHousehold, home: &FitHome, day: Date) -> Finding {
    let (Some(until), Some(months)) = (home.traits.let_until, household.lease_months) else {
        return (FitAnswer::Fits, Found::LeaseNotLimited, Vec::new());
    };
    let facts = vec![
        Fact { name: FactName::Until, value: FactValue::Day(until) },
        Fact { name: FactName::Months, value: FactValue::Number(months.into()) },
    ];
    if add_months(day, i32::from(months)) <= until {
        (FitAnswer::Fits, Found::LeaseLongEnough, facts)
    } else {
        (FitAnswer::DoesNot, Found::LeaseTooShort, facts)
    }
}
