use super::*;
use crate::Date;
use crate::assessment::FollowUpRow;
use crate::dwellings::Rooms;
use crate::people::{HouseholdSize, RoomNorm};
use jiff::civil::date;

fn skills(worker: &[(SkillDomain, Rating)]) -> LivingSkills {
    let ratings = worker.iter().map(|&(domain, worker)| SkillRating { domain, worker, own: Rating::Alone }).collect();
    LivingSkills { ratings, note: None }
}

#[track_caller]
fn check(
    worker: &[(SkillDomain, Rating)],
    hardest: Option<Rating>,
    three_or_more: u8,
    suggested: Option<FollowUpLevel>,
) {
    let result = skills(worker).result(&FollowUpRow::usual());
    assert_eq!(
        (result.hardest.map(|(rating, _)| rating), result.three_or_more, result.suggested),
        (hardest, three_or_more, suggested)
    );
}

#[test]
fn the_hardest_domain_decides_and_never_an_average() {
    use FollowUpLevel::{Close, Light, Medium, NoFollowUp, OnRequest};
    use Rating::{Alone, FullHelp, MuchHelp, NotRated, Reminded, SomeHelp};
    use SkillDomain::{Cleaning, Food, Health, Money, Visitors};
    check(&[], None, 0, None);
    check(&[(Money, NotRated)], None, 0, None);
    check(&[(Money, Alone), (Food, NotRated)], Some(Alone), 0, Some(NoFollowUp));
    check(&[(Money, Alone), (Food, Reminded)], Some(Reminded), 0, Some(OnRequest));
    check(&[(Money, SomeHelp), (Food, Alone)], Some(SomeHelp), 1, Some(Light));
    let four = [(Money, SomeHelp), (Food, SomeHelp), (Cleaning, SomeHelp), (Health, SomeHelp)];
    check(&four, Some(SomeHelp), 4, Some(Medium));
    check(&[(Visitors, MuchHelp)], Some(MuchHelp), 1, Some(Medium));
    check(&[(Visitors, FullHelp), (Money, Alone), (Food, Alone)], Some(FullHelp), 1, Some(Close));
}

#[test]
fn two_views_apart_are_pointed_out() {
    let result = skills(&[(SkillDomain::Money, Rating::SomeHelp), (SkillDomain::Food, Rating::Reminded)]);
    assert_eq!(result.result(&[]).seen_differently, [SkillDomain::Money]);
}

fn row(from: Date, until: Option<Date>, kind: StayKind, ending: Option<StayEnding>) -> HistoryRow {
    HistoryRow { from, until, kind, municipality: None, landlord: None, ending }
}

#[test]
fn a_home_lost_five_years_ago_to_the_day_still_counts() {
    let lost = |until| HousingHistory {
        rows: vec![row(date(2015, 1, 1), Some(until), StayKind::PrivateRental, Some(StayEnding::Evicted))],
    };
    let failed = |until| lost(until).failed(date(2026, 3, 1)).count();
    assert_eq!((failed(date(2021, 3, 1)), failed(date(2021, 2, 28)), failed(date(2026, 3, 2))), (1, 0, 0));
}

#[test]
fn only_homes_can_be_lost_and_only_some_endings_lose_them() {
    let left = Some(date(2025, 1, 1));
    let history = HousingHistory {
        rows: vec![
            row(date(2024, 1, 1), left, StayKind::MunicipalHome, Some(StayEnding::Abandoned)),
            row(date(2024, 1, 1), left, StayKind::MunicipalHome, Some(StayEnding::LeaseEnded)),
            row(date(2024, 1, 1), left, StayKind::MunicipalHome, None),
            row(date(2024, 1, 1), left, StayKind::Institution, Some(StayEnding::GivenNotice)),
        ],
    };
    assert_eq!(history.failed(date(2026, 3, 1)).count(), 1);
}

#[test]
fn the_longest_time_in_one_home_counts_until_today() {
    let history = HousingHistory {
        rows: vec![
            row(date(2010, 1, 1), Some(date(2012, 1, 1)), StayKind::PrivateRental, Some(StayEnding::Evicted)),
            row(date(2012, 1, 1), Some(date(2023, 1, 1)), StayKind::Prison, None),
            row(date(2023, 1, 1), None, StayKind::Owned, None),
        ],
    };
    let longest = |day| history.longest_stable(day).map(|stay| (stay.row.kind, stay.days));
    assert_eq!(longest(date(2024, 12, 30)), Some((StayKind::PrivateRental, 730)));
    assert_eq!(longest(date(2025, 1, 2)), Some((StayKind::Owned, 732)));
    assert_eq!(longest(date(2009, 12, 31)), None);
}

#[test]
fn rooms_follow_the_norm_unless_somebody_gave_a_reason() {
    let (size, norm) = (Some(HouseholdSize { adults: 2, children: 1 }), RoomNorm::default());
    let rooms = |need: &HomeNeed| need.rooms(size, &norm).map(|rooms| (rooms.least, rooms.most));
    let mut need = HomeNeed::default();
    assert_eq!(rooms(&need), Some((Rooms(3), Rooms(3))));
    need.rooms = Some((Rooms(4), "samvær annenhver uke".to_owned()));
    assert_eq!(rooms(&need), Some((Rooms(4), Rooms(4))));
    assert_eq!(HomeNeed::default().rooms(None, &norm), None);
}

#[test]
fn the_gap_in_follow_up_takes_both_levels() {
    let gap = |today, needed| FollowUpNeed { today, needed, kinds: Vec::new() }.gap();
    assert_eq!(gap(Some(FollowUpLevel::NoFollowUp), Some(FollowUpLevel::Medium)), Some(3));
    assert_eq!(gap(Some(FollowUpLevel::Close), Some(FollowUpLevel::Light)), Some(-2));
    assert_eq!(gap(None, Some(FollowUpLevel::Light)), None);
}
