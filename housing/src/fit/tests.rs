mod clauses;

use super::*;
use crate::dwellings::Category;
use crate::needs::{FollowUpLevel, NeedKind};
use crate::people::{HouseholdSize, TargetGroup};
use jiff::civil::date;

fn rules() -> FitRules {
    FitRules::shipped().clone()
}

fn home() -> FitHome {
    FitHome::of(Category::Ordinary)
}

#[test]
fn the_rules_that_are_shipped_hold_and_read_back() {
    assert_eq!(FitRules::from_toml(&rules().to_toml()), Ok(rules()));
}

#[test]
fn everything_that_cannot_be_right_is_told_at_once() {
    let mut wrong = rules();
    wrong.name = " ".into();
    wrong.score.fits = 1_001;
    if let Some(rule) = &mut wrong.rent {
        rule.most_percent = 0;
    }
    wrong.caps[0].groups.clear();
    wrong.caps[1].name = wrong.caps[0].name.clone();
    let problems = wrong.check();
    let fields: Vec<&str> = problems.iter().map(FitRulesProblem::field).collect();
    assert_eq!(fields, ["name", "rent.most_percent", "score.fits", "caps.1.groups", "caps.2.name"]);
    assert!(matches!(FitRules::from_toml(&wrong.to_toml()), Err(BadFitRules::Impossible(found)) if found == problems));
}

#[test]
fn open_questions_are_proposed_only_where_the_rules_say_so() {
    let mut rules = rules();
    let nothing_known = |rules: &FitRules| {
        fit(rules, &RoomNorm::default(), (&FitHousehold::default(), &home()), date(2026, 3, 1)).may_be_proposed()
    };
    assert!(nothing_known(&rules));
    rules.open_questions = OpenQuestions::LeaveOut;
    assert!(!nothing_known(&rules));
}

#[test]
fn a_home_that_could_not_fit_does_not_fit_whatever_it_is() {
    let (rules, norm) = (rules(), RoomNorm::default());
    let size = |adults, children| Some(HouseholdSize { adults, children });
    let households = [
        FitHousehold::default(),
        FitHousehold { size: size(1, 0), ..FitHousehold::default() },
        FitHousehold { size: size(2, 3), kind: Some(NeedKind::CareHome), ..FitHousehold::default() },
    ];
    let mut ruled_out = 0;
    for household in &households {
        for category in Category::ALL {
            for rooms in [None, Some(Rooms(1)), Some(Rooms(3)), Some(Rooms(7))] {
                let home = FitHome { rooms, step_free: Some(true), ..FitHome::of(*category) };
                if !could_fit(&rules, &norm, household, (*category, rooms)) {
                    ruled_out += 1;
                    let fit = fit(&rules, &norm, (household, &home), date(2026, 3, 1));
                    assert_eq!(fit.reading(), FitReading::DoesNot, "{household:?} in {home:?}");
                }
            }
        }
    }
    assert!(ruled_out > 40, "most kinds are ruled out: {ruled_out}");
}

#[test]
fn limits_count_households_by_entrance_building_and_area() {
    let mut rules = rules();
    rules.caps.push(CapRule {
        name: "Flyktninger per område".into(),
        per: CountedBy::Area,
        groups: vec![TargetGroup::Refugee],
        follow_up_from: None,
        at_most: 10,
    });
    let home = |id, entrance, area| CapHome { id, building: "Granlia 7", entrance, area };
    let homes = [home("H1", Some("A"), Some("Granlia")), home("H2", Some("B"), None), home("H3", None, None)];
    let both = [TargetGroup::Substance, TargetGroup::Refugee];
    let households = [
        CapHousehold { id: "P1", groups: &both, follow_up: Some(FollowUpLevel::Light) },
        CapHousehold { id: "P2", groups: &[], follow_up: Some(FollowUpLevel::RoundTheClock) },
        CapHousehold { id: "P3", groups: &[], follow_up: None },
    ];
    let found: Vec<(String, Vec<String>, Vec<String>, u32)> = caps(&rules, &homes, &households)
        .into_iter()
        .map(|it| (it.name, it.homes, it.households.to_vec(), it.at_most))
        .collect();
    let cap = |name: &str, homes: &[&str], households: &[&str], at_most| {
        let owned = |ids: &[&str]| ids.iter().map(|id| (*id).to_owned()).collect::<Vec<_>>();
        (name.to_owned(), owned(homes), owned(households), at_most)
    };
    assert_eq!(
        found,
        [
            cap("Rus og psykisk helse per oppgang: Granlia 7", &["H3"], &["P1"], 2),
            cap("Rus og psykisk helse per oppgang: Granlia 7 A", &["H1"], &["P1"], 2),
            cap("Rus og psykisk helse per oppgang: Granlia 7 B", &["H2"], &["P1"], 2),
            cap("Tett oppfølging per bygg: Granlia 7", &["H1", "H2", "H3"], &["P2"], 4),
            cap("Flyktninger per område: Granlia", &["H1"], &["P1"], 10),
        ]
    );
}

#[test]
fn why_another_came_before_says_nothing_of_who_they_are() {
    let standing = |need_class, score| Standing { need_class, score };
    let ours = standing(Some(2), 80);
    assert_eq!(Before::why(ours, standing(Some(1), 10)), Before::Priority);
    assert_eq!(Before::why(ours, standing(Some(2), 81)), Before::BetterFit);
    assert_eq!(Before::why(ours, standing(Some(2), 80)), Before::TheWhole);
    assert_eq!(Before::why(ours, standing(None, 200)), Before::TheWhole);
    assert_eq!(Before::why(standing(None, 10), standing(None, 11)), Before::BetterFit);
}

#[test]
fn a_home_that_does_not_fit_has_no_points() {
    let points = |stay_away| {
        let household = FitHousehold { stay_away, ..FitHousehold::default() };
        fit(&rules(), &RoomNorm::default(), (&household, &home()), date(2026, 3, 1)).points()
    };
    assert!(points(StayAway::No).is_some_and(|points| points > 0));
    assert_eq!(points(StayAway::Here), None);
}
