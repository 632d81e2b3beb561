//! What each clause answers, and the facts it answers from.

use super::{home, rules};
use crate::dwellings::Category;
use crate::fit::*;
use crate::money::Ore;
use crate::needs::{Access, FollowUpLevel, NeedKind};
use crate::people::HouseholdSize;
use jiff::civil::date;

/// What a clause found, on the first of March 2026 under the rules that are shipped.
fn of(clause: Clause, household: &FitHousehold, home: &FitHome) -> ClauseResult {
    let fit = fit(&rules(), &RoomNorm::default(), (household, home), date(2026, 3, 1));
    fit.of(clause).expect("the shipped rules ask").clone()
}

#[track_caller]
fn answers(result: &ClauseResult, answer: FitAnswer, found: Found, facts: &[(FactName, FactValue)]) {
    let facts: Vec<Fact> = facts.iter().map(|(name, value)| Fact { name: *name, value: value.clone() }).collect();
    assert_eq!((result.answer, result.found, &result.facts), (answer, found, &facts));
}

fn text(name: FactName, text: &str) -> (FactName, FactValue) {
    (name, FactValue::Text(text.to_owned()))
}

#[test]
fn the_category_is_the_one_that_was_granted() {
    let of = |kind, category| {
        of(Clause::Category, &FitHousehold { kind, ..FitHousehold::default() }, &FitHome::of(category))
    };
    let facts =
        |category, kind| [(FactName::Category, FactValue::Category(category)), (FactName::Kind, FactValue::Kind(kind))];
    let (care, kind) = (Category::CareHome, NeedKind::CareHome);
    answers(&of(Some(kind), care), FitAnswer::Fits, Found::RightCategory, &facts(care, kind));
    let ordinary = NeedKind::MunicipalHome;
    answers(&of(Some(ordinary), care), FitAnswer::DoesNot, Found::WrongCategory, &facts(care, ordinary));
    answers(&of(None, care), FitAnswer::Missing, Found::KindUnknown, &facts(care, kind)[..1]);
    answers(
        &of(None, Category::Ordinary),
        FitAnswer::Fits,
        Found::RightCategory,
        &[facts(Category::Ordinary, kind)[0].clone()],
    );
}

#[test]
fn every_second_child_who_stays_part_of_the_time_counts_for_a_room() {
    let size = HouseholdSize { adults: 1, children: 1 };
    let with_children = |contact_children, rooms| {
        let household = FitHousehold { size: Some(size), contact_children, ..FitHousehold::default() };
        of(Clause::Rooms, &household, &FitHome { rooms, ..home() })
    };
    let rooms = |name, rooms| (name, FactValue::Rooms(rooms));
    let without = with_children(0, Some(Rooms(3)));
    answers(
        &without,
        FitAnswer::Fits,
        Found::RightRooms,
        &[
            (FactName::Household, FactValue::Household(size)),
            rooms(FactName::Rooms, Rooms(3)),
            rooms(FactName::Least, Rooms(2)),
            rooms(FactName::Most, Rooms(3)),
        ],
    );
    let with = with_children(3, Some(Rooms(3)));
    assert_eq!((with.answer, with.found), (FitAnswer::DoesNot, Found::TooFewRooms), "{with:?}");
    assert!(with.facts.contains(&Fact { name: FactName::ContactChildren, value: FactValue::Number(3) }));
    let found = |contact_children, rooms| with_children(contact_children, rooms).found;
    assert_eq!(found(3, Some(Rooms(4))), Found::RightRooms, "two of the three count");
    assert_eq!(found(0, Some(Rooms(4))), Found::SpareRooms);
    assert_eq!(found(0, Some(Rooms(5))), Found::TooManyRooms);
    assert_eq!((with_children(0, None).answer, found(0, None)), (FitAnswer::Missing, Found::RoomsUnknown));
    let nobody_knows = of(Clause::Rooms, &FitHousehold::default(), &FitHome { rooms: Some(Rooms(3)), ..home() });
    answers(&nobody_knows, FitAnswer::Missing, Found::SizeUnknown, &[rooms(FactName::Rooms, Rooms(3))]);
}

#[test]
fn whoever_needs_a_lift_gets_a_home_that_is_reached_without_stairs() {
    let needs = |needs: &[Access]| FitHousehold { access: Some(needs.to_vec()), ..FitHousehold::default() };
    let need = |access| (FactName::Needs, FactValue::Access(access));
    let floor = |floor| (FactName::Floor, FactValue::Number(floor));
    let third = FitHome { floor: Some(3), ..home() };
    let of = |household: &FitHousehold, home: &FitHome| of(Clause::Access, household, home);
    answers(&of(&needs(&[]), &third), FitAnswer::Fits, Found::NoAccessNeeded, &[]);
    let lift = needs(&[Access::Lift]);
    let facts = [need(Access::Lift), floor(3)];
    answers(&of(&lift, &third), FitAnswer::Missing, Found::AccessOfHomeUnknown, &facts);
    let with_lift = FitHome { lift: Some(true), ..third.clone() };
    answers(&of(&lift, &with_lift), FitAnswer::Fits, Found::AccessMet, &facts);
    let stairs = FitHome { lift: Some(false), ..third.clone() };
    answers(&of(&lift, &stairs), FitAnswer::DoesNot, Found::AccessLacks, &facts);
    let steps = FitHome { step_free: Some(false), ..with_lift.clone() };
    assert_eq!(of(&lift, &steps).found, Found::AccessLacks, "a lift behind a step");
    answers(&of(&FitHousehold::default(), &third), FitAnswer::Missing, Found::AccessNotAsked, &[floor(3)]);

    let wheelchair = needs(&[Access::Wheelchair, Access::AdaptedBathroom]);
    let adapted = FitHome { wheelchair: Some(true), ..with_lift };
    answers(
        &of(&wheelchair, &adapted),
        FitAnswer::Missing,
        Found::AccessOfHomeUnknown,
        &[need(Access::AdaptedBathroom), floor(3)],
    );
    let seen = HomeTraits { has: vec![Access::AdaptedBathroom], ..HomeTraits::default() };
    let seen = FitHome { traits: seen, ..adapted };
    assert_eq!(of(&wheelchair, &seen).answer, FitAnswer::Fits);
    assert_eq!(of(&FitHousehold::default(), &seen).answer, FitAnswer::Fits, "everybody can use it");
}

#[test]
fn a_rent_beyond_the_means_is_weighed_by_a_person() {
    let of = |income, rent| {
        let household = FitHousehold { income, ..FitHousehold::default() };
        of(Clause::Rent, &household, &FitHome { rent, ..home() })
    };
    let kroner = |amount| Some(Ore::kroner(amount));
    let money = |name, amount| (name, FactValue::Money(Ore::kroner(amount)));
    let facts = |income, share| {
        [
            money(FactName::Rent, 9_000),
            money(FactName::Income, income),
            (FactName::Limit, FactValue::Percent(45)),
            (FactName::Share, FactValue::Percent(share)),
        ]
    };
    let rent = kroner(9_000);
    answers(&of(kroner(20_000), rent), FitAnswer::Fits, Found::WithinMeans, &facts(20_000, 45));
    answers(&of(kroner(19_999), rent), FitAnswer::NeedsJudgement, Found::AboveMeans, &facts(19_999, 46));
    answers(&of(kroner(0), rent), FitAnswer::NeedsJudgement, Found::AboveMeans, &facts(0, u16::MAX));
    let known = facts(0, 0);
    answers(&of(None, rent), FitAnswer::Missing, Found::IncomeUnknown, &[known[0].clone(), known[2].clone()]);
    answers(&of(kroner(0), None), FitAnswer::Missing, Found::RentUnknown, &[known[1].clone(), known[2].clone()]);
}

#[test]
fn an_area_they_cannot_live_in_is_closed_and_other_words_are_read_by_a_person() {
    let of = |words: Option<&str>, area: Option<&str>| {
        let household = FitHousehold { cannot_live_in: words.map(str::to_owned), ..FitHousehold::default() };
        of(Clause::ImpossibleArea, &household, &FitHome { area: area.map(str::to_owned), ..home() })
    };
    let (said, area) = (|words| text(FactName::Words, words), text(FactName::Area, "Åsen"));
    answers(&of(None, Some("Åsen")), FitAnswer::Fits, Found::AreaPossible, &[]);
    let named = "Sentrum eller åsen";
    answers(&of(Some(named), Some("Åsen")), FitAnswer::DoesNot, Found::AreaImpossible, &[said(named), area.clone()]);
    let told = "Der broren min bor";
    answers(&of(Some(told), Some("Åsen")), FitAnswer::NeedsJudgement, Found::AreaInWords, &[said(told), area]);
    answers(&of(Some(told), None), FitAnswer::Missing, Found::AreaUnknown, &[said(told)]);
}

#[test]
fn a_wished_area_closes_nothing_and_what_must_be_near_or_far_is_weighed() {
    let wishes = |areas: &[&str]| FitHousehold {
        wished_areas: areas.iter().map(|area| (*area).to_owned()).collect(),
        ..FitHousehold::default()
    };
    let at = |area: &str| FitHome { area: Some(area.to_owned()), ..home() };
    let (wished, area) = (text(FactName::Words, "Vika"), text(FactName::Area, "Åsen"));
    let of_area = |household: &FitHousehold, home: &FitHome| of(Clause::WishedArea, household, home);
    answers(&of_area(&wishes(&[]), &at("Åsen")), FitAnswer::Fits, Found::NoAreaWished, &[]);
    answers(
        &of_area(&wishes(&["Vika"]), &at("Åsen")),
        FitAnswer::Fits,
        Found::OutsideWishedArea,
        &[wished.clone(), area],
    );
    assert!(
        of_area(&wishes(&["Vika"]), &at("Åsen")).is_only_scored()
            && !of_area(&wishes(&[]), &at("Åsen")).is_only_scored()
    );
    let there = text(FactName::Area, "Vika");
    answers(&of_area(&wishes(&["Vika"]), &at("Vika")), FitAnswer::Fits, Found::InWishedArea, &[wished, there]);

    let says = |near: Option<&str>, far: Option<&str>| FitHousehold {
        near: near.map(str::to_owned),
        far_from: far.map(str::to_owned),
        ..FitHousehold::default()
    };
    let of = |household: &FitHousehold| of(Clause::NearAndFar, household, &home());
    answers(&of(&says(None, Some(" "))), FitAnswer::Fits, Found::NothingNearOrFar, &[]);
    let school = text(FactName::Words, "Skolen");
    answers(&of(&says(Some("Skolen"), None)), FitAnswer::NeedsJudgement, Found::NearToWeigh, &[school]);
    let milieu = text(FactName::Words, "Miljøet");
    answers(&of(&says(Some("Skolen"), Some("Miljøet"))), FitAnswer::NeedsJudgement, Found::FarToWeigh, &[milieu]);
}

#[test]
fn staff_goes_to_those_who_need_it() {
    use FollowUpLevel::{Light, RoundTheClock};
    let of = |needed: Option<FollowUpLevel>, offered: Option<FollowUpLevel>| {
        let traits = HomeTraits { follow_up: offered, ..HomeTraits::default() };
        let household = FitHousehold { follow_up: needed, ..FitHousehold::default() };
        of(Clause::FollowUp, &household, &FitHome { traits, ..home() })
    };
    let (needed, offered) =
        (|level| (FactName::Needed, FactValue::Level(level)), |level| (FactName::Offered, FactValue::Level(level)));
    answers(&of(Some(Light), None), FitAnswer::Fits, Found::FollowUpComes, &[needed(Light)]);
    let both = |one, other| [needed(one), offered(other)];
    let staffed = of(Some(RoundTheClock), Some(RoundTheClock));
    answers(&staffed, FitAnswer::Fits, Found::FollowUpOffered, &both(RoundTheClock, RoundTheClock));
    let too_little = of(Some(RoundTheClock), Some(Light));
    answers(&too_little, FitAnswer::DoesNot, Found::TooLittleFollowUp, &both(RoundTheClock, Light));
    let wasted = of(Some(Light), Some(RoundTheClock));
    answers(&wasted, FitAnswer::DoesNot, Found::StaffNotNeeded, &both(Light, RoundTheClock));
    let unseen = of(Some(RoundTheClock), None);
    answers(&unseen, FitAnswer::Missing, Found::FollowUpOfHomeUnknown, &[needed(RoundTheClock)]);
    answers(&of(None, Some(Light)), FitAnswer::Missing, Found::FollowUpUnknown, &[offered(Light)]);
}

#[test]
fn animals_are_asked_about_where_they_may_not_be() {
    let found = |pets, allowed| {
        let traits = HomeTraits { pets: allowed, ..HomeTraits::default() };
        let result = of(Clause::Pets, &FitHousehold { pets, ..FitHousehold::default() }, &FitHome { traits, ..home() });
        (result.answer, result.found)
    };
    assert_eq!(found(Some(false), Some(false)), (FitAnswer::Fits, Found::NoPets));
    assert_eq!(found(Some(true), Some(true)), (FitAnswer::Fits, Found::PetsAllowed));
    assert_eq!(found(Some(true), Some(false)), (FitAnswer::DoesNot, Found::PetsNotAllowed));
    assert_eq!(found(Some(true), None), (FitAnswer::Missing, Found::PetsOfHomeUnknown));
    assert_eq!(found(None, Some(false)), (FitAnswer::Missing, Found::PetsOfHouseholdUnknown));
    assert_eq!(found(None, None), (FitAnswer::Fits, Found::NoPets));
}

#[test]
fn a_home_near_somebody_to_be_kept_from_does_not_fit_and_says_nothing_of_whom() {
    let of = |stay_away| of(Clause::Neighbours, &FitHousehold { stay_away, ..FitHousehold::default() }, &home());
    answers(&of(StayAway::Here), FitAnswer::DoesNot, Found::SomebodyToAvoid, &[]);
    answers(&of(StayAway::NamedGroupKnows), FitAnswer::NeedsJudgement, Found::NamedGroupDecides, &[]);
    answers(&of(StayAway::No), FitAnswer::Fits, Found::NobodyToAvoid, &[]);
}

#[test]
fn a_home_that_is_given_up_before_the_lease_ends_is_weighed() {
    let of = |let_until, lease_months| {
        let traits = HomeTraits { let_until, ..HomeTraits::default() };
        let household = FitHousehold { lease_months, ..FitHousehold::default() };
        of(Clause::Lease, &household, &FitHome { traits, ..home() })
    };
    let facts = |until| [(FactName::Until, FactValue::Day(until)), (FactName::Months, FactValue::Number(36))];
    let (last_day, day_before) = (date(2029, 3, 1), date(2029, 2, 28));
    answers(&of(Some(last_day), Some(36)), FitAnswer::Fits, Found::LeaseLongEnough, &facts(last_day));
    answers(&of(Some(day_before), Some(36)), FitAnswer::NeedsJudgement, Found::LeaseTooShort, &facts(day_before));
    answers(&of(None, Some(36)), FitAnswer::Fits, Found::LeaseNotLimited, &[]);
}
