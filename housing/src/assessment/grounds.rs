//! Each ground of a rule set, answered for a case.

use super::answer::{Answer, Assessment, Fact, FactName, FactValue, Ground, GroundResult, RulesUsed};
use super::base_amount::BaseAmount;
use super::facts::CaseFacts;
use super::rule_set::{AgeRule, IncomeLimits, RuleSet, StayRule, TimeHereRule};
use super::{economy, home};
use crate::Date;
use crate::both_forms::BothForms;
use crate::calendar::add_months;
use crate::dated::NothingInForce;
use crate::money::Ore;
use crate::people::age_on;

/// A rule set ready to be asked on a day: its amounts are in kroner. Ask it about as many cases as there are.
#[derive(Clone, Debug)]
pub struct InForce<'a> {
    rules: &'a RuleSet,
    day: Date,
    /// By persons in the household, the last for all larger ones; empty when there is no limit.
    income_limits: Vec<Ore>,
}

/// What a ground found: the answer and the facts it used.
pub(super) type Found = (Answer, Vec<Fact>);

pub(super) const fn fact(name: FactName, value: FactValue) -> Fact {
    Fact { name, value }
}

/// A fact that may be unknown.
pub(super) fn known<T>(name: FactName, value: Option<T>, as_value: impl FnOnce(T) -> FactValue) -> Fact {
    fact(name, value.map_or(FactValue::Unknown, as_value))
}

pub(super) const fn met_if(met: bool) -> Answer {
    if met { Answer::Met } else { Answer::NotMet }
}

impl RuleSet {
    /// The rules ready to be asked on a day.
    ///
    /// # Errors
    /// When limits are counted in base amounts and none is known for the day.
    pub fn on<'a>(&'a self, day: Date, base_amount: &BaseAmount) -> Result<InForce<'a>, NothingInForce> {
        let income_limits = match self.income.as_ref().map(|income| &income.limits) {
            Some(IncomeLimits::BaseAmounts { by_persons }) => {
                let g = base_amount.on(day)?;
                by_persons.iter().map(|limit| limit.of(g)).collect()
            }
            Some(IncomeLimits::Kroner { by_persons }) => by_persons.iter().map(|&kr| Ore::kroner(kr.into())).collect(),
            Some(IncomeLimits::Judgement) | None => Vec::new(),
        };
        Ok(InForce { rules: self, day, income_limits })
    }
}

impl InForce<'_> {
    /// Every ground of the rules, answered for a case.
    pub fn assess(&self, facts: &CaseFacts) -> Assessment {
        let RuleSet { name, valid_from, source, .. } = self.rules;
        let used = RulesUsed { name: name.clone(), valid_from: *valid_from, source: source.clone() };
        let mut grounds = Vec::with_capacity(Ground::ALL.len());
        self.each(facts, |ground, clause, (by_rule, facts)| {
            grounds.push(GroundResult { ground, by_rule, facts, clause: clause.clone(), judgement: None });
        });
        Assessment { rules: used, day: self.day, grounds }
    }

    /// Only what each ground answers, for counting many cases.
    pub fn answers(&self, facts: &CaseFacts) -> Vec<(Ground, Answer)> {
        let mut answers = Vec::with_capacity(Ground::ALL.len());
        self.each(facts, |ground, _, (answer, _)| answers.push((ground, answer)));
        answers
    }

    fn each(&self, facts: &CaseFacts, mut tell: impl FnMut(Ground, &BothForms, Found)) {
        let Self { rules, day, income_limits } = self;
        if let Some(rule) = &rules.age {
            tell(Ground::Age, &rule.clause, age(rule, facts, *day));
        }
        if let Some(rule) = &rules.time_here {
            tell(Ground::TimeHere, &rule.clause, time_here(rule, facts, *day));
        }
        if let Some(rule) = &rules.stay {
            tell(Ground::LawfulStay, &rule.clause, stay(rule, facts, *day));
        }
        if let Some(rule) = &rules.home {
            tell(Ground::WithoutHome, &rule.clause, home::without_home(rule, facts, *day));
        }
        if let Some(rule) = &rules.income {
            tell(Ground::Income, &rule.clause, economy::income(rule, income_limits, facts, *day));
        }
        if let Some(rule) = &rules.wealth {
            tell(Ground::Wealth, &rule.clause, economy::wealth(rule, facts));
        }
        if let Some(rule) = &rules.overdue {
            tell(Ground::KeptAgreements, &rule.clause, economy::kept_agreements(rule, facts));
        }
        if let Some(rule) = &rules.quarantine {
            tell(Ground::Quarantine, &rule.clause, home::quarantine(rule, facts, *day));
        }
        if let Some(rule) = &rules.purchase {
            tell(Ground::CannotBuy, &rule.clause, economy::cannot_buy(rule, facts));
        }
        if let Some(rule) = &rules.target_group {
            tell(Ground::TargetGroup, &rule.clause, home::target_group(facts));
        }
        if let Some(rule) = &rules.own_effort {
            tell(Ground::OwnEffort, &rule.clause, (Answer::JudgementNeeded, Vec::new()));
        }
    }
}

/// Old enough, or exempt.
fn age(rule: &AgeRule, facts: &CaseFacts, day: Date) -> Found {
    let age = facts.born.and_then(|born| age_on(born, day));
    let enough = age.map(|age| age >= rule.least_years.into());
    let (answer, exception) = or_exempt(enough, &rule.exceptions, facts.age_exceptions.as_deref());
    let mut used = vec![
        known(FactName::Age, age, FactValue::Years),
        fact(FactName::LeastAge, FactValue::Years(rule.least_years.into())),
    ];
    used.extend(exception.map(|value| fact(FactName::AgeException, told(value, FactValue::AgeException))));
    (rule.weighed(answer), used)
}

/// Has lived in the municipality long enough, or is exempt.
fn time_here(rule: &TimeHereRule, facts: &CaseFacts, day: Date) -> Found {
    let enough = facts.here_since.map(|since| add_months(since, rule.least_months.into()) <= day);
    let (answer, exception) = or_exempt(enough, &rule.exceptions, facts.time_exceptions.as_deref());
    let mut used = vec![
        known(FactName::HereSince, facts.here_since, FactValue::Day),
        fact(FactName::LeastMonths, FactValue::Months(rule.least_months.into())),
    ];
    used.extend(exception.map(|value| fact(FactName::TimeException, told(value, FactValue::TimeException))));
    (rule.weighed(answer), used)
}

/// What was found when an exception was looked for.
#[derive(Clone, Copy)]
enum Exception<T> {
    NotAsked,
    NoneApplies,
    Applies(T),
}

/// A limit that an exception can stand in for, with what was found when the limit did not decide. One who
/// is exempt need not tell whether the limit is kept.
fn or_exempt<T: Copy + PartialEq>(
    enough: Option<bool>,
    accepted: &[T],
    asked: Option<&[T]>,
) -> (Answer, Option<Exception<T>>) {
    let applies = asked.and_then(|reasons| reasons.iter().copied().find(|reason| accepted.contains(reason)));
    match (enough, applies) {
        (Some(true), _) => (Answer::Met, None),
        (Some(false) | None, Some(reason)) => (Answer::Met, Some(Exception::Applies(reason))),
        (None, None) => (Answer::Missing, None),
        (Some(false), None) if accepted.is_empty() => (Answer::NotMet, None),
        (Some(false), None) if asked.is_none() => (Answer::Missing, Some(Exception::NotAsked)),
        (Some(false), None) => (Answer::NotMet, Some(Exception::NoneApplies)),
    }
}

fn told<T>(exception: Exception<T>, as_value: impl FnOnce(T) -> FactValue) -> FactValue {
    match exception {
        Exception::NotAsked => FactValue::Unknown,
        Exception::NoneApplies => FactValue::Nothing,
        Exception::Applies(reason) => as_value(reason),
    }
}

/// Stays in Norway on a basis that the rules accept, and still does on the day.
fn stay(rule: &StayRule, facts: &CaseFacts, day: Date) -> Found {
    let mut used = vec![known(FactName::StayBasis, facts.stay, |stay| FactValue::Stay(stay.basis))];
    let Some(stay) = facts.stay else { return (Answer::Missing, used) };
    if let Some(until) = stay.until {
        used.push(fact(FactName::StayUntil, FactValue::Day(until)));
    }
    let runs = stay.until.is_none_or(|until| day <= until);
    (rule.weighed(met_if(rule.accepted.contains(&stay.basis) && runs)), used)
}
