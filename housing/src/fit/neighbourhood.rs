//! What kind of home it is, and where.

use super::answer::{Fact, FactName, FactValue, FitAnswer, Found};
use super::home::FitHome;
use super::household::FitHousehold;
use super::rules::{CategoryRule, Finding};
use crate::text::fold;

pub(super) fn category(rule: &CategoryRule, household: &FitHousehold, home: &FitHome) -> Finding {
    let mut facts = vec![Fact { name: FactName::Category, value: FactValue::Category(home.category) }];
    let Some(kind) = household.kind else {
        // Nobody has said what kind: the usual ones are open to everybody, the others to those who need them.
        return match rule.for_everybody.contains(&home.category) {
            true => (FitAnswer::Fits, Found::RightCategory, facts),
            false => (FitAnswer::Missing, Found::KindUnknown, facts),
        };
    };
    facts.push(Fact { name: FactName::Kind, value: FactValue::Kind(kind) });
    let row = rule.by_need.iter().find(|row| row.need == kind);
    let open = row.map_or(&rule.for_everybody, |row| &row.categories);
    match open.contains(&home.category) {
        true => (FitAnswer::Fits, Found::RightCategory, facts),
        false => (FitAnswer::DoesNot, Found::WrongCategory, facts),
    }
}

fn named(name: FactName, text: &str) -> Fact {
    Fact { name, value: FactValue::Text(text.to_owned()) }
}

/// Whether the words name the area: alone, or between commas, "og" and "eller".
fn names(words: &str, area: &str) -> bool {
    let (words, area) = (fold(words), fold(area));
    let parts = words.split([',', ';', '/']).flat_map(|part| part.split(" og ")).flat_map(|part| part.split(" eller "));
    !area.is_empty() && parts.map(str::trim).any(|part| part == area)
}

/// What the household says it cannot live in. Where the words name the home's area they settle it; other words are
/// for a person to read.
pub(super) fn impossible_area(household: &FitHousehold, home: &FitHome) -> Finding {
    let Some(words) = household.cannot_live_in.as_deref().filter(|words| !words.trim().is_empty()) else {
        return (FitAnswer::Fits, Found::AreaPossible, Vec::new());
    };
    let said = named(FactName::Words, words);
    match &home.area {
        None => (FitAnswer::Missing, Found::AreaUnknown, vec![said]),
        Some(area) if names(words, area) => {
            (FitAnswer::DoesNot, Found::AreaImpossible, vec![said, named(FactName::Area, area)])
        }
        Some(area) => (FitAnswer::NeedsJudgement, Found::AreaInWords, vec![said, named(FactName::Area, area)]),
    }
}

pub(super) fn wished_area(household: &FitHousehold, home: &FitHome) -> Finding {
    if household.wished_areas.is_empty() {
        return (FitAnswer::Fits, Found::NoAreaWished, Vec::new());
    }
    let wished = named(FactName::Words, &household.wished_areas.join(", "));
    let Some(area) = &home.area else { return (FitAnswer::Missing, Found::AreaUnknown, vec![wished]) };
    let facts = vec![wished, named(FactName::Area, area)];
    match in_wished_area(household, home) {
        true => (FitAnswer::Fits, Found::InWishedArea, facts),
        false => (FitAnswer::DoesNot, Found::OutsideWishedArea, facts),
    }
}

/// Whether the home lies in an area the household wishes for.
pub(super) fn in_wished_area(household: &FitHousehold, home: &FitHome) -> bool {
    home.area.as_deref().is_some_and(|area| household.wished_areas.iter().any(|wished| names(wished, area)))
}

/// What must be near or far is said in words, and weighed by a person who knows the place.
pub(super) fn near_and_far(household: &FitHousehold) -> Finding {
    let said = |words: &Option<String>| words.as_deref().filter(|words| !words.trim().is_empty()).map(str::to_owned);
    match (said(&household.far_from), said(&household.near)) {
        (Some(far), _) => (FitAnswer::NeedsJudgement, Found::FarToWeigh, vec![named(FactName::Words, &far)]),
        (None, Some(near)) => (FitAnswer::NeedsJudgement, Found::NearToWeigh, vec![named(FactName::Words, &near)]),
        (None, None) => (FitAnswer::Fits, Found::NothingNearOrFar, Vec::new()),
    }
}
