//! `vilkaar.txt`: the facts name a rule set, a ground and what is known; the answer is what the ground says.

use housing::assessment::{
    Answer, Assessment, BaseAmount, Basis, CaseFacts, Earning, Eviction, Ground, GroundResult, Judgement, LeaseEnd,
    RuleSet, Stay,
};
use housing::money::Ore;
use housing::people::HouseholdSize;
use housing::written::amount;

use crate::cases::{self, Case};

#[test]
fn each_ground_answers_as_the_rules_say() {
    let base_amount = BaseAmount::read(&parameter("grunnbelop.csv")).expect("the base amounts can be read");
    cases::check("vilkaar.txt", |case| {
        let rules = rules(case);
        let ground: Ground = value(case, "vilkår").expect("a case names its ground").parse().expect("it is a ground");
        let Ok(in_force) = rules.on(case.day, &base_amount) else { return "grunnbeløpet er ikke kjent".to_owned() };
        let assessment = in_force.assess(&facts(case)).with_judgements(&judgements(case, ground));
        assessment.of(ground).map_or("ikke et vilkår".to_owned(), worded)
    });
}

fn worded(result: &GroundResult) -> String {
    match result.answer() {
        Answer::Met => "oppfylt".to_owned(),
        Answer::NotMet => "ikke oppfylt".to_owned(),
        Answer::JudgementNeeded => "skjønn".to_owned(),
        Answer::Missing => {
            let missing: Vec<_> = result.missing().map(|fact| fact.code()).collect();
            format!("mangler {}", missing.join(", "))
        }
    }
}

fn rules(case: &Case) -> RuleSet {
    let name = value(case, "regler").expect("a case names its rule set");
    RuleSet::from_toml(&parameter(&format!("rule_sets/{name}.toml"))).expect("the rule set holds")
}

fn parameter(file: &str) -> String {
    let path = format!("{}/../parameters/{file}", env!("CARGO_MANIFEST_DIR"));
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("reading {path}: {error}"))
}

/// What stands after the words, when the case says it.
fn value<'a>(case: &'a Case, words: &str) -> Option<&'a str> {
    case.facts.iter().find_map(|fact| fact.strip_prefix(words)).map(str::trim)
}

#[track_caller]
fn read<T: std::str::FromStr>(text: &str) -> T {
    text.parse().unwrap_or_else(|_| panic!("{text:?} cannot be read"))
}

fn facts(case: &Case) -> CaseFacts {
    let exceptions = |text: &str| if text == "ingen" { Vec::new() } else { vec![text.to_owned()] };
    let ore = |words| value(case, words).map(|text| amount(text).expect("an amount in kroner"));
    let mut facts = CaseFacts {
        born: value(case, "født").map(read),
        age_exceptions: value(case, "unntak alder")
            .map(|text| exceptions(text).iter().map(|code| read(code)).collect()),
        here_since: value(case, "bodd her siden").map(read),
        time_exceptions: value(case, "unntak botid")
            .map(|text| exceptions(text).iter().map(|code| read(code)).collect()),
        stay: value(case, "opphold").map(|text| {
            let (basis, until) = text.split_once(" til ").map_or((text, None), |(basis, until)| (basis, Some(until)));
            Stay { basis: read(basis), until: until.map(read) }
        }),
        situation: value(case, "situasjon").map(read),
        lease: value(case, "kontrakt")
            .map(|text| text.strip_prefix("til ").map_or(LeaseEnd::Open, |day| LeaseEnd::Until(read(day)))),
        size: value(case, "husstand").map(|text| {
            let (adults, children) = text.split_once('+').expect("a household is written 2+3");
            HouseholdSize { adults: read(adults), children: read(children) }
        }),
        incomes: incomes(case),
        wealth: ore("formue"),
        evicted: value(case, "utkastet")
            .map(|text| if text == "aldri" { Eviction::Never } else { Eviction::On(read(text)) }),
        purchase: value(case, "kjøp").map(read),
        ..CaseFacts::default()
    };
    facts.overdue.loan = ore("skylder lån");
    facts.overdue.rent = ore("skylder husleie");
    facts.overdue.other = ore("skylder annet");
    facts
}

/// `inntekt 300000 brutto` or `inntekt 300000 brutto født 2008-01-01`, one fact for each who earns.
fn incomes(case: &Case) -> Option<Vec<Earning>> {
    if case.facts.iter().any(|fact| fact == "ingen inntekt") {
        return Some(Vec::new());
    }
    let earnings = case.facts.iter().filter_map(|fact| fact.strip_prefix("inntekt "));
    let earnings: Vec<Earning> = earnings
        .map(|text| {
            let (text, born) = text.split_once(" født ").map_or((text, None), |(text, born)| (text, Some(read(born))));
            let (kroner, basis) = text.split_once(' ').expect("an income is before or after tax");
            let a_year: Ore = amount(kroner).expect("an amount in kroner");
            Earning { born, a_year, basis: if basis == "brutto" { Basis::Gross } else { Basis::Net } }
        })
        .collect();
    (!earnings.is_empty()).then_some(earnings)
}

fn judgements(case: &Case, ground: Ground) -> Vec<Judgement> {
    let judged = value(case, "vurdert").map(|text| text == "oppfylt");
    let judged = judged.map(|met| Judgement { ground, met, reasons: "prøvd".into(), by: "kb".into(), day: case.day });
    judged.into_iter().collect()
}

#[test]
fn every_rule_set_we_ship_can_be_read_and_written_back() {
    let folder = format!("{}/../parameters/rule_sets", env!("CARGO_MANIFEST_DIR"));
    let files: Vec<_> = std::fs::read_dir(&folder).expect("there are rule sets").filter_map(Result::ok).collect();
    assert_eq!(files.len(), 6, "{folder}");
    for file in files {
        let text = std::fs::read_to_string(file.path()).expect("it is a text");
        let rules = RuleSet::from_toml(&text).unwrap_or_else(|error| panic!("{:?}: {error}", file.path()));
        assert_eq!(RuleSet::from_toml(&rules.to_toml()), Ok(rules), "{:?}", file.path());
    }
}

#[test]
fn an_assessment_that_is_kept_is_read_back_as_it_was() {
    let rules = RuleSet::from_toml(&parameter("rule_sets/large_city_income_limits.toml")).expect("it holds");
    let base_amount = BaseAmount::read(&parameter("grunnbelop.csv")).expect("the base amounts can be read");
    let facts = CaseFacts { born: Some(read("1990-01-01")), ..CaseFacts::default() };
    let assessment = rules.on(read("2026-06-01"), &base_amount).expect("G is known").assess(&facts);
    let kept = serde_json::to_string(&assessment).expect("it can be written");
    assert_eq!(serde_json::from_str::<Assessment>(&kept).expect("it can be read"), assessment);
}
