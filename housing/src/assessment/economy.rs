//! Grounds about money: whether the household could find a home of its own, and what it owes.

use super::answer::{Answer, Fact, FactName, FactValue};
use super::facts::{Basis, CaseFacts, Earning, Purchase};
use super::grounds::{Found, fact, known, met_if};
use super::rule_set::{IncomeLimits, IncomeRule, OverdueRule, PurchaseRule, WealthRule};
use crate::Date;
use crate::money::Ore;
use crate::people::age_on;

/// The least and the most that the income can be by what is known; `None` is no upper end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Bounds {
    least: Ore,
    most: Option<Ore>,
}

/// The income of a year is within the limit for a household of the size.
pub(super) fn income(rule: &IncomeRule, limits: &[Ore], facts: &CaseFacts, day: Date) -> Found {
    let bounds = facts.incomes.as_deref().map(|incomes| within(rule, incomes, day));
    let mut used =
        vec![known(FactName::Income, bounds, |bounds| FactValue::Money(bounds.most.unwrap_or(bounds.least)))];
    let (IncomeLimits::BaseAmounts { .. } | IncomeLimits::Kroner { .. }) = rule.limits else {
        return (if bounds.is_some() { Answer::JudgementNeeded } else { Answer::Missing }, used);
    };
    used.push(known(FactName::Household, facts.size, FactValue::Household));
    let limit =
        facts.size.and_then(|size| limits.get(usize::from(size.persons().max(1)) - 1).or(limits.last()).copied());
    if let Some(limit) = limit {
        used.push(fact(FactName::IncomeLimit, FactValue::Money(limit)));
    }
    let answer = match (bounds, limit) {
        (Some(Bounds { least, .. }), Some(limit)) if least > limit => Answer::NotMet,
        (Some(Bounds { most: Some(most), .. }), Some(limit)) if most <= limit => Answer::Met,
        (Some(_), Some(_)) => {
            used.push(fact(FactName::IncomeBasis, FactValue::Unknown));
            Answer::Missing
        }
        (None, _) | (_, None) => Answer::Missing,
    };
    (rule.weighed(answer), used)
}

/// An income after tax says that the one before tax is at least that, and the other way round; what a
/// young member of unknown age earns may or may not count.
fn within(rule: &IncomeRule, incomes: &[Earning], day: Date) -> Bounds {
    incomes.iter().fold(Bounds { least: Ore(0), most: Some(Ore(0)) }, |sum, earning| {
        let of_one = bounds(rule, earning, day);
        let most = sum.most.zip(of_one.most).map(|(sum, of_one)| sum + of_one);
        Bounds { least: sum.least + of_one.least, most }
    })
}

fn bounds(rule: &IncomeRule, earning: &Earning, day: Date) -> Bounds {
    let counts = rule
        .counted_from_age
        .map_or(Some(true), |least| earning.born.and_then(|born| age_on(born, day)).map(|age| age >= least.into()));
    let (least, most) = match (rule.basis, earning.basis) {
        (Basis::Gross, Basis::Gross) | (Basis::Net, Basis::Net) => (earning.a_year, Some(earning.a_year)),
        (Basis::Gross, Basis::Net) => (earning.a_year, None),
        (Basis::Net, Basis::Gross) => (Ore(0), Some(earning.a_year)),
    };
    match counts {
        Some(true) => Bounds { least, most },
        Some(false) => Bounds { least: Ore(0), most: Some(Ore(0)) },
        None => Bounds { least: Ore(0), most },
    }
}

/// Wealth is within the limit, or is weighed when there is none.
pub(super) fn wealth(rule: &WealthRule, facts: &CaseFacts) -> Found {
    let mut used = vec![known(FactName::Wealth, facts.wealth, FactValue::Money)];
    let Some(wealth) = facts.wealth else { return (Answer::Missing, used) };
    let Some(limit) = rule.most_kroner.map(|kroner| Ore::kroner(kroner.into())) else {
        return (Answer::JudgementNeeded, used);
    };
    used.push(fact(FactName::WealthLimit, FactValue::Money(limit)));
    (rule.weighed(met_if(wealth <= limit)), used)
}

/// Owes the municipality nothing of the kinds that the rules name.
pub(super) fn kept_agreements(rule: &OverdueRule, facts: &CaseFacts) -> Found {
    let asked = [
        (rule.loan, FactName::OverdueLoan, facts.overdue.loan),
        (rule.rent, FactName::OverdueRent, facts.overdue.rent),
        (rule.other, FactName::OverdueOther, facts.overdue.other),
    ];
    let asked = asked.into_iter().filter(|(is_asked, ..)| *is_asked);
    let used: Vec<Fact> = asked.map(|(_, name, owed)| known(name, owed, FactValue::Money)).collect();
    let owes = used.iter().any(|fact| matches!(fact.value, FactValue::Money(owed) if owed > Ore(0)));
    let unknown = used.iter().any(|fact| fact.value == FactValue::Unknown);
    let answer = if unknown && !owes { Answer::Missing } else { met_if(!owes) };
    (rule.weighed(answer), used)
}

/// Could not buy a home with a start loan or a grant instead.
pub(super) fn cannot_buy(rule: &PurchaseRule, facts: &CaseFacts) -> Found {
    let used = vec![known(FactName::Purchase, facts.purchase, FactValue::Purchase)];
    let answer = facts.purchase.map_or(Answer::Missing, |purchase| met_if(purchase == Purchase::CannotBuy));
    (rule.weighed(answer), used)
}
