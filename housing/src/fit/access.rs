//! Whether a household can use the home: step-free, wheelchair, lift, floor and what somebody has seen of the rest.

use super::answer::{Fact, FactName, FactValue, FitAnswer, Found};
use super::home::FitHome;
use super::household::FitHousehold;
use super::rules::Finding;
use crate::needs::Access;

/// Floors that are reached without stairs or a lift.
const STREET_LEVEL: std::ops::RangeInclusive<i8> = 0..=1;

pub(super) fn access(household: &FitHousehold, home: &FitHome) -> Finding {
    let Some(needs) = &household.access else { return not_asked(home) };
    let about_the_home = |need: &&Access| **need != Access::PetsAllowed;
    let mut needs = needs.iter().filter(about_the_home).peekable();
    if needs.peek().is_none() {
        return (FitAnswer::Fits, Found::NoAccessNeeded, Vec::new());
    }
    let answers: Vec<(Access, Option<bool>)> = needs.map(|need| (*need, has(home, *need))).collect();
    let of = |wanted: Option<bool>| answers.iter().filter(move |(_, has)| *has == wanted).map(|(need, _)| *need);
    let (lacking, unknown): (Vec<_>, Vec<_>) = (of(Some(false)).collect(), of(None).collect());
    let (answer, found, named) = if !lacking.is_empty() {
        (FitAnswer::DoesNot, Found::AccessLacks, lacking)
    } else if !unknown.is_empty() {
        (FitAnswer::Missing, Found::AccessOfHomeUnknown, unknown)
    } else {
        (FitAnswer::Fits, Found::AccessMet, of(Some(true)).collect())
    };
    (answer, found, facts(home, named))
}

/// Nobody has asked: that matters only where the home could not be used by everybody.
fn not_asked(home: &FitHome) -> Finding {
    let open_to_all = [Access::Wheelchair, Access::Lift].into_iter().all(|need| has(home, need) == Some(true));
    if open_to_all {
        (FitAnswer::Fits, Found::AccessMet, facts(home, vec![Access::Wheelchair]))
    } else {
        (FitAnswer::Missing, Found::AccessNotAsked, facts(home, Vec::new()))
    }
}

fn facts(home: &FitHome, needs: Vec<Access>) -> Vec<Fact> {
    let needs = needs.into_iter().map(|need| Fact { name: FactName::Needs, value: FactValue::Access(need) });
    let floor = home.floor.map(|floor| Fact { name: FactName::Floor, value: FactValue::Number(floor.into()) });
    needs.chain(floor).collect()
}

/// Whether a home has it; `None` when nobody knows.
fn has(home: &FitHome, need: Access) -> Option<bool> {
    let seen = seen(home, need);
    match need {
        Access::Wheelchair => both(home.wheelchair.or(seen), reached_without_stairs(home)),
        Access::Lift => seen.or(reached_without_stairs(home)),
        Access::GroundFloor => seen.or(home.floor.map(|floor| STREET_LEVEL.contains(&floor))),
        Access::NoThresholds => seen.or((home.wheelchair == Some(true)).then_some(true)),
        Access::UniversalDesign
        | Access::AdaptedBathroom
        | Access::Secluded
        | Access::NearStaff
        | Access::Central
        | Access::Robust
        | Access::PetsAllowed => seen,
    }
}

fn seen(home: &FitHome, need: Access) -> Option<bool> {
    if home.traits.has.contains(&need) { Some(true) } else { home.traits.lacks.contains(&need).then_some(false) }
}

/// A home at street level or with a lift, and no steps at the door as far as anybody knows.
fn reached_without_stairs(home: &FitHome) -> Option<bool> {
    let by_floor = home.floor.is_some_and(|floor| STREET_LEVEL.contains(&floor));
    match (home.step_free, home.lift, by_floor) {
        (Some(false), _, _) => Some(false),
        (_, Some(true), _) | (_, _, true) => Some(true),
        (_, Some(false), false) => home.floor.map(|_| false),
        (Some(true) | None, None, false) => None,
    }
}

/// Both are needed: a no settles it, whatever is not known of the other.
fn both(one: Option<bool>, other: Option<bool>) -> Option<bool> {
    match (one, other) {
        (Some(false), _) | (_, Some(false)) => Some(false),
        (Some(true), Some(true)) => Some(true),
        (None, _) | (_, None) => None,
    }
}
