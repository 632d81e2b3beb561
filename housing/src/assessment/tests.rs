use super::*;
use crate::money::Ore;
use crate::people::HouseholdSize;
use jiff::civil::date;
use proptest::prelude::*;

const STANDARD: &str = include_str!("../../../parameters/rule_sets/standard.toml");
const LARGE_CITY: &str = include_str!("../../../parameters/rule_sets/large_city_income_limits.toml");
const BASE_AMOUNTS: &str = include_str!("../../../parameters/grunnbelop.csv");

fn large_city() -> RuleSet {
    RuleSet::from_toml(LARGE_CITY).unwrap()
}

fn base_amount() -> BaseAmount {
    BaseAmount::read(BASE_AMOUNTS).unwrap()
}

#[test]
fn a_bad_file_names_the_field_and_the_line() {
    let error = |from: &str, to: &str| {
        assert!(STANDARD.contains(from), "{from}");
        RuleSet::from_toml(&STANDARD.replacen(from, to, 1)).unwrap_err().to_string()
    };
    let misspelt = error("least_years", "least_year");
    assert!(misspelt.contains("least_year") && misspelt.contains("line"), "{misspelt}");
    let left_out = error("appeal_body", "# appeal_body");
    assert!(left_out.contains("missing field `appeal_body`"), "{left_out}");
    let unknown = error("\"UTE\"", "\"UTA\"");
    assert!(unknown.contains("UTA") && unknown.contains("line"), "{unknown}");
}

#[test]
fn everything_that_cannot_hold_is_told_at_once() {
    let mut rules = large_city();
    rules.name = " ".to_owned();
    rules.age.as_mut().unwrap().least_years = 99;
    rules.overdue =
        Some(OverdueRule { clause: "§ 5".into(), waivable: false, loan: false, rent: false, other: false });
    rules.income.as_mut().unwrap().limits =
        IncomeLimits::BaseAmounts { by_persons: vec![BaseAmounts(400), BaseAmounts(350)] };
    rules.priority.push(rules.priority[0]);
    rules.room_norm.larger.most = 1;
    let fields: Vec<_> = rules.check().iter().map(RuleSetProblem::field).collect();
    assert_eq!(fields, ["name", "overdue", "age.least_years", "income.limits", "priority", "room_norm"]);
    assert_eq!(RuleSet::from_toml(&rules.to_toml()), Err(BadRuleSet::Impossible(rules.check())));
}

#[test]
fn the_rules_of_the_day_hold() {
    let since = |year| RuleSet { valid_from: date(year, 7, 1), name: format!("regler {year}"), ..large_city() };
    let sets = RuleSets::new(vec![since(2026), since(2024)]);
    let name = |day| sets.on(day).map(|rules| rules.name.as_str());
    assert_eq!(name(date(2026, 6, 30)), Ok("regler 2024"));
    assert_eq!(name(date(2026, 7, 1)), Ok("regler 2026"));
    assert!(name(date(2024, 6, 30)).is_err());
}

#[test]
fn base_amounts_are_exact_and_read_as_offices_write_them() {
    for (written, hundredths) in [("3,5", 350), ("3.5 G", 350), ("4", 400), ("0,25", 25), ("3,05", 305)] {
        assert_eq!(written.parse(), Ok(BaseAmounts(hundredths)), "{written}");
    }
    for wrong in ["", "G", "3,555", "-1", "3,", "tre"] {
        assert!(wrong.parse::<BaseAmounts>().is_err(), "{wrong:?}");
    }
    assert_eq!(BaseAmounts(350).of(Ore::kroner(136_549)), Ore(47_792_150));
    assert!(BaseAmount::read("valid_from,g_kr\nfjor,1,2,3").is_err());
}

#[test]
fn a_ground_in_the_way_goes_before_what_is_missing_and_that_before_judgement() {
    let (rules, g) = (large_city(), base_amount());
    let in_force = rules.on(date(2026, 6, 1), &g).unwrap();
    let mut facts = good();
    let reading = |facts: &CaseFacts, judged: &[Judgement]| in_force.assess(facts).with_judgements(judged).reading();
    let target_group = Judgement {
        ground: Ground::TargetGroup,
        met: true,
        reasons: "…".into(),
        by: "kb".into(),
        day: date(2026, 6, 1),
    };
    assert_eq!(reading(&facts, &[]), Reading::JudgementNeeded);
    assert_eq!(reading(&facts, std::slice::from_ref(&target_group)), Reading::MayBeGranted);
    facts.evicted = None;
    assert_eq!(reading(&facts, std::slice::from_ref(&target_group)), Reading::FactsMissing);
    facts.situation = Some(crate::applications::HousingSituation::Owner);
    assert_eq!(reading(&facts, &[target_group]), Reading::GroundInTheWay);
}

#[test]
fn the_newest_judgement_counts() {
    let rules = large_city();
    let assessment = rules.on(date(2026, 6, 1), &base_amount()).unwrap().assess(&good());
    let judged = |met, day| Judgement { ground: Ground::TargetGroup, met, reasons: "…".into(), by: "kb".into(), day };
    let assessment = assessment.with_judgements(&[judged(false, date(2026, 5, 9)), judged(true, date(2026, 5, 2))]);
    assert_eq!(assessment.of(Ground::TargetGroup).map(GroundResult::answer), Some(Answer::NotMet));
}

/// Somebody who meets everything that facts can settle.
fn good() -> CaseFacts {
    CaseFacts {
        born: Some(date(1990, 1, 1)),
        age_exceptions: Some(Vec::new()),
        here_since: Some(date(2020, 1, 1)),
        time_exceptions: Some(Vec::new()),
        stay: Some(Stay { basis: StayBasis::Norwegian, until: None }),
        situation: Some(crate::applications::HousingSituation::WithFriends),
        lease: Some(LeaseEnd::Open),
        size: Some(HouseholdSize { adults: 1, children: 1 }),
        incomes: Some(vec![Earning { born: None, a_year: Ore::kroner(300_000), basis: Basis::Gross }]),
        wealth: Some(Ore(0)),
        overdue: Overdue { loan: Some(Ore(0)), rent: Some(Ore(0)), other: Some(Ore(0)) },
        evicted: Some(Eviction::Never),
        purchase: Some(Purchase::CannotBuy),
    }
}

/// The facts of a case with some of them forgotten.
fn forgetful(forgotten: u16) -> CaseFacts {
    let (known, told) = (good(), |bit: u16| forgotten & (1 << bit) == 0);
    CaseFacts {
        born: known.born.filter(|_| told(0)),
        age_exceptions: known.age_exceptions.filter(|_| told(1)),
        here_since: known.here_since.filter(|_| told(2)),
        time_exceptions: known.time_exceptions.filter(|_| told(3)),
        stay: known.stay.filter(|_| told(4)),
        situation: known.situation.filter(|_| told(5)),
        lease: known.lease.filter(|_| told(6)),
        size: known.size.filter(|_| told(7)),
        incomes: known.incomes.filter(|_| told(8)),
        wealth: known.wealth.filter(|_| told(9)),
        overdue: if told(10) { known.overdue } else { Overdue::default() },
        evicted: known.evicted.filter(|_| told(11)),
        purchase: known.purchase.filter(|_| told(12)),
    }
}

proptest! {
    #[test]
    fn forgetting_a_fact_never_turns_a_yes_into_a_no(forgotten in any::<u16>()) {
        let (rules, g) = (large_city(), base_amount());
        let in_force = rules.on(date(2026, 6, 1), &g).unwrap();
        for (ground, answer) in in_force.answers(&forgetful(forgotten)) {
            prop_assert_ne!(answer, Answer::NotMet, "{:?}", ground);
        }
    }

    #[test]
    fn a_missing_answer_names_what_is_missing(forgotten in any::<u16>()) {
        let (rules, g) = (large_city(), base_amount());
        let assessment = rules.on(date(2026, 6, 1), &g).unwrap().assess(&forgetful(forgotten));
        for result in &assessment.grounds {
            prop_assert_eq!(result.by_rule == Answer::Missing, result.missing().next().is_some(), "{:?}", result);
        }
    }

    #[test]
    fn the_short_answers_are_those_of_the_assessment(forgotten in any::<u16>()) {
        let (rules, g) = (large_city(), base_amount());
        let in_force = rules.on(date(2026, 6, 1), &g).unwrap();
        let facts = forgetful(forgotten);
        let long: Vec<_> = in_force.assess(&facts).grounds.iter().map(|result| (result.ground, result.by_rule)).collect();
        prop_assert_eq!(in_force.answers(&facts), long);
    }

    #[test]
    fn more_income_never_helps(kroner in 0_i64..2_000_000, more in 0_i64..500_000, adults in 1_u8..4, children in 0_u8..8) {
        let (rules, g) = (large_city(), base_amount());
        let in_force = rules.on(date(2026, 6, 1), &g).unwrap();
        let met = |kroner| {
            let incomes = Some(vec![Earning { born: None, a_year: Ore::kroner(kroner), basis: Basis::Gross }]);
            let facts = CaseFacts { incomes, size: Some(HouseholdSize { adults, children }), ..good() };
            in_force.assess(&facts).of(Ground::Income).map(GroundResult::answer) == Some(Answer::Met)
        };
        prop_assert!(met(kroner) || !met(kroner + more));
    }
}
