//! Rooms for everybody, and a rent they can pay.

use super::answer::{Fact, FactName, FactValue, FitAnswer, Found};
use super::home::FitHome;
use super::household::FitHousehold;
use super::rules::{Finding, RentRule, RoomsRule};
use crate::dwellings::Rooms;
use crate::money::Ore;
use crate::people::{HouseholdSize, RoomNeed, RoomNorm};

/// The rooms a household needs: what somebody has written a reason for, else what the norm gives it with the
/// children who stay part of the time, as far as the rules count them.
pub(super) fn need(rule: &RoomsRule, norm: &RoomNorm, household: &FitHousehold) -> Option<RoomNeed> {
    if let Some(rooms) = household.rooms {
        return Some(RoomNeed { least: rooms, most: rooms });
    }
    household.size.map(|size| norm.need(counted(rule, size, household.contact_children)))
}

fn counted(rule: &RoomsRule, size: HouseholdSize, contact_children: u8) -> HouseholdSize {
    let more = rule.contact_children.of(contact_children);
    HouseholdSize { children: size.children.saturating_add(more), ..size }
}

pub(super) fn rooms(rule: &RoomsRule, norm: &RoomNorm, household: &FitHousehold, home: &FitHome) -> Finding {
    let mut facts = Vec::new();
    facts.extend(household.size.map(|size| Fact { name: FactName::Household, value: FactValue::Household(size) }));
    if household.contact_children > 0 {
        let value = FactValue::Number(household.contact_children.into());
        facts.push(Fact { name: FactName::ContactChildren, value });
    }
    let of_rooms = |name, rooms| Fact { name, value: FactValue::Rooms(rooms) };
    facts.extend(home.rooms.map(|rooms| of_rooms(FactName::Rooms, rooms)));
    let Some(need) = need(rule, norm, household) else {
        return (FitAnswer::Missing, Found::SizeUnknown, facts);
    };
    facts.push(of_rooms(FactName::Least, need.least));
    facts.push(of_rooms(FactName::Most, need.most));
    let Some(rooms) = home.rooms else { return (FitAnswer::Missing, Found::RoomsUnknown, facts) };
    let most_with_spare = Rooms(need.most.0.saturating_add(rule.spare_rooms));
    let (answer, found) = if rooms < need.least {
        (FitAnswer::DoesNot, Found::TooFewRooms)
    } else if rooms > most_with_spare {
        (FitAnswer::DoesNot, Found::TooManyRooms)
    } else if rooms > need.most {
        (FitAnswer::Fits, Found::SpareRooms)
    } else {
        (FitAnswer::Fits, Found::RightRooms)
    };
    (answer, found, facts)
}

/// The rent as a share of the income after tax, in whole percent rounded up; nothing when one of them is not known.
/// Without any income every rent is beyond it.
pub(super) fn share(income: Option<Ore>, rent: Option<Ore>) -> Option<u16> {
    let (income, rent) = (income?.0, rent?.0);
    if income <= 0 {
        return Some(if rent > 0 { u16::MAX } else { 0 });
    }
    let exact = i128::from(rent) * 100;
    let rounded_up = (exact + i128::from(income) - 1) / i128::from(income);
    Some(u16::try_from(rounded_up.max(0)).unwrap_or(u16::MAX))
}

pub(super) fn rent(rule: &RentRule, household: &FitHousehold, home: &FitHome) -> Finding {
    let money = |name, amount: Option<Ore>| amount.map(|amount| Fact { name, value: FactValue::Money(amount) });
    let mut facts = Vec::new();
    facts.extend(money(FactName::Rent, home.rent));
    facts.extend(money(FactName::Income, household.income));
    facts.push(Fact { name: FactName::Limit, value: FactValue::Percent(rule.most_percent) });
    if home.rent.is_none() {
        return (FitAnswer::Missing, Found::RentUnknown, facts);
    }
    let Some(share) = share(household.income, home.rent) else {
        return (FitAnswer::Missing, Found::IncomeUnknown, facts);
    };
    facts.push(Fact { name: FactName::Share, value: FactValue::Percent(share) });
    if share <= rule.most_percent {
        (FitAnswer::Fits, Found::WithinMeans, facts)
    } else {
        (FitAnswer::DoesNot, Found::AboveMeans, facts)
    }
}
