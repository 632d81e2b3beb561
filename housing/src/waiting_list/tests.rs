use super::*;
use crate::assessment::PointsTable;
use jiff::civil::date;
use proptest::prelude::*;

const STANDARD: &str = include_str!("../../../parameters/rule_sets/standard.toml");
const TODAY: Date = Date::constant(2026, 3, 1);

fn rules() -> RuleSet {
    RuleSet::from_toml(STANDARD).unwrap()
}

fn waiting(id: &str, situation: Option<HousingSituation>, children: u8, since: Date) -> Waiting {
    let serial = id.bytes().map(i64::from).sum();
    let size = Some(HouseholdSize { adults: 1, children });
    Waiting { id: id.into(), number: (2026, serial), situation, size, target_groups: vec![], since, moved: None }
}

fn moved(mut waiting: Waiting, to: MovedTo) -> Waiting {
    waiting.moved = Some(Move { to, reason: "besluttet i møtet".into(), by: "kb".into(), day: TODAY });
    waiting
}

fn order(waiting: Vec<Waiting>, rules: &RuleSet) -> Vec<(String, Option<SettledBy>)> {
    let positions = in_order(waiting, rules, TODAY);
    assert!(positions.iter().enumerate().all(|(at, position)| position.place == at + 1));
    positions.into_iter().map(|position| (position.waiting.id, position.settled_by)).collect()
}

#[test]
fn ground_then_situation_then_children_then_time_then_number() {
    let day = date(2026, 1, 1);
    let all = vec![
        waiting("g eldre søknad", Some(HousingSituation::WithFriends), 0, date(2025, 1, 1)),
        waiting("h samme dag", Some(HousingSituation::WithFriends), 0, date(2025, 1, 1)),
        waiting("e ute", Some(HousingSituation::Rough), 0, day),
        waiting("d ett barn", Some(HousingSituation::WithFriends), 1, day),
        waiting("c tre barn", Some(HousingSituation::WithFriends), 3, day),
        waiting("b skal kastes ut", Some(HousingSituation::EvictionRequested), 1, day),
        waiting("i ingen grunn", Some(HousingSituation::TooSmall), 0, date(2019, 1, 1)),
        waiting("j ukjent", None, 0, date(2018, 1, 1)),
    ];
    assert_eq!(
        order(all, &rules()),
        [
            ("c tre barn".into(), None),
            ("d ett barn".into(), Some(SettledBy::Children)),
            ("b skal kastes ut".into(), Some(SettledBy::Severity)),
            ("e ute".into(), Some(SettledBy::Priority)),
            ("h samme dag".into(), Some(SettledBy::Severity)),
            ("g eldre søknad".into(), Some(SettledBy::Number)),
            ("i ingen grunn".into(), Some(SettledBy::Priority)),
            ("j ukjent".into(), Some(SettledBy::Severity)),
        ]
    );
}

#[test]
fn need_classes_follow_grounds_and_moves_and_not_time() {
    let day = date(2026, 1, 1);
    let all = vec![
        moved(waiting("først", None, 0, day), MovedTo::First),
        waiting("rank 1", Some(HousingSituation::EvictionRequested), 1, day),
        waiting("rank 1, flere barn", Some(HousingSituation::EvictionRequested), 3, date(2020, 1, 1)),
        waiting("rank 2", Some(HousingSituation::Rough), 0, day),
        waiting("ingen grunn", None, 0, date(2018, 1, 1)),
    ];
    assert_eq!(need_classes(&in_order(all, &rules(), TODAY)), [1, 2, 2, 3, 4]);
    assert_eq!(need_classes(&[]), Vec::<u32>::new());
}

#[test]
fn where_time_does_not_count_the_number_settles_it() {
    let mut rules = rules();
    let all = vec![
        waiting("b", Some(HousingSituation::Rough), 0, date(2020, 1, 1)),
        waiting("a", Some(HousingSituation::Rough), 0, date(2026, 1, 1)),
    ];
    assert_eq!(order(all.clone(), &rules)[1], ("a".into(), Some(SettledBy::Time)));
    rules.time_counts = false;
    assert_eq!(order(all, &rules)[1], ("b".into(), Some(SettledBy::Number)));
}

#[test]
fn a_move_by_hand_goes_before_every_fact_and_says_so() {
    let day = date(2026, 1, 1);
    let all = vec![
        waiting("rank 1", Some(HousingSituation::EvictionRequested), 1, day),
        waiting("rank 2", Some(HousingSituation::Rough), 0, day),
        moved(waiting("foran rank 2", Some(HousingSituation::TooSmall), 0, day), MovedTo::AheadOfRank(2)),
        moved(waiting("sist", Some(HousingSituation::Rough), 4, day), MovedTo::Last),
        moved(waiting("først", None, 0, day), MovedTo::First),
    ];
    assert_eq!(
        order(all, &rules()),
        [
            ("først".into(), None),
            ("rank 1".into(), Some(SettledBy::Moved)),
            ("foran rank 2".into(), Some(SettledBy::Priority)),
            ("rank 2".into(), Some(SettledBy::Moved)),
            ("sist".into(), Some(SettledBy::Moved)),
        ]
    );
}

#[test]
fn a_local_table_of_points_settles_the_order_and_shows_its_sums() {
    let mut rules = rules();
    rules.points = Some(PointsTable {
        clause: "Vedtak i utvalget".into(),
        by_rank: vec![30, 20],
        per_child: 5,
        most_children: 3,
        per_month: 1,
        most_months: 12,
    });
    let family = waiting("familie", Some(HousingSituation::EvictionRequested), 5, date(2025, 12, 15));
    let long = waiting("lenge", Some(HousingSituation::Rough), 0, date(2019, 1, 1));
    let positions = in_order(vec![long, family], &rules, TODAY);
    let points = |at: usize| positions[at].points.clone().map(|points| (points.total, points.parts));
    let parts = |priority, children, time| {
        vec![(PointsFor::Priority, priority), (PointsFor::Children, children), (PointsFor::Time, time)]
    };
    assert_eq!(points(0), Some((47, parts(30, 15, 2))));
    assert_eq!(points(1), Some((32, parts(20, 0, 12))));
    assert_eq!(positions[1].settled_by, Some(SettledBy::Points));
}

fn any_waiting() -> impl Strategy<Value = Waiting> {
    let situation = proptest::option::of(proptest::sample::select(HousingSituation::ALL));
    let to = proptest::option::of(prop_oneof![
        Just(MovedTo::First),
        (1_u8..5).prop_map(MovedTo::AheadOfRank),
        Just(MovedTo::Last)
    ]);
    (0_i64..50, situation, 0_u8..5, 0_i32..900, to).prop_map(|(serial, situation, children, days, to)| {
        let since = crate::calendar::add_days(TODAY, -days);
        let mut one = waiting(&format!("sak {serial}"), situation, children, since);
        one.number.1 = serial;
        match to {
            Some(to) => moved(one, to),
            None => one,
        }
    })
}

proptest! {
    #[test]
    fn the_order_does_not_hang_on_the_order_asked(mut all in proptest::collection::vec(any_waiting(), 0..20), turn in 0_usize..20) {
        let mut seen = std::collections::BTreeSet::new();
        all.retain(|waiting| seen.insert(waiting.number));
        let once = order(all.clone(), &rules());
        let turned = turn.min(all.len());
        all.rotate_left(turned);
        prop_assert_eq!(once, order(all, &rules()));
    }

    #[test]
    fn leaving_the_list_moves_nobody_past_another(mut all in proptest::collection::vec(any_waiting(), 2..20)) {
        let mut seen = std::collections::BTreeSet::new();
        all.retain(|waiting| seen.insert(waiting.number));
        let ids = |all: Vec<Waiting>| -> Vec<String> { order(all, &rules()).into_iter().map(|(id, _)| id).collect() };
        let mut before = ids(all.clone());
        let gone = all.remove(0).id;
        before.retain(|id| *id != gone);
        prop_assert_eq!(before, ids(all));
    }
}
