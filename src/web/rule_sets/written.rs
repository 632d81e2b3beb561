//! A rule set as what stands in its form.

use super::fields::{bedrooms, follow_up, income_limit, points_of_rank, priority, situation};
use crate::web::FormValues;
use housing::assessment::{IncomeLimits, RuleSet};
use housing::both_forms::BothForms;

/// Fields with their values, as a form sends them.
type Pairs = Vec<(String, String)>;

/// What the form shows of a rule set.
pub fn values(rules: &RuleSet) -> FormValues {
    let mut pairs: Pairs = vec![
        ("name".into(), rules.name.clone()),
        ("valid_from".into(), rules.valid_from.to_string()),
        ("source".into(), rules.source.clone()),
        ("appeal_body".into(), rules.appeal_body.clone()),
    ];
    check(&mut pairs, "time_counts", rules.time_counts);
    person(rules, &mut pairs);
    home(rules, &mut pairs);
    economy(rules, &mut pairs);
    order(rules, &mut pairs);
    terms(rules, &mut pairs);
    FormValues::of(pairs.iter().map(|(name, value)| (name.as_str(), value.clone())))
}

fn check(pairs: &mut Pairs, name: &str, yes: bool) {
    if yes {
        pairs.push((name.into(), "true".into()));
    }
}

/// A text in its field in bokmål, and in the one beside it in nynorsk.
fn both_forms(pairs: &mut Pairs, name: &str, text: &BothForms) {
    pairs.push((name.into(), text.nb.clone()));
    pairs.extend(text.nn.clone().map(|nn| (format!("{name}_nn"), nn)));
}

fn ground(pairs: &mut Pairs, name: &str, clause: &BothForms, waivable: bool) {
    check(pairs, name, true);
    both_forms(pairs, &format!("{name}.clause"), clause);
    check(pairs, &format!("{name}.waivable"), waivable);
}

fn number(pairs: &mut Pairs, name: &str, number: impl ToString) {
    pairs.push((name.into(), number.to_string()));
}

fn person(rules: &RuleSet, pairs: &mut Pairs) {
    if let Some(rule) = &rules.age {
        ground(pairs, "age", &rule.clause, rule.waivable);
        number(pairs, "age.least_years", rule.least_years);
        pairs.extend(rule.exceptions.iter().map(|one| ("age.exceptions".into(), one.code().into())));
    }
    if let Some(rule) = &rules.time_here {
        ground(pairs, "time_here", &rule.clause, rule.waivable);
        number(pairs, "time_here.least_months", rule.least_months);
        pairs.extend(rule.exceptions.iter().map(|one| ("time_here.exceptions".into(), one.code().into())));
    }
    if let Some(rule) = &rules.stay {
        ground(pairs, "stay", &rule.clause, rule.waivable);
        pairs.extend(rule.accepted.iter().map(|one| ("stay.accepted".into(), one.code().into())));
    }
    if let Some(rule) = &rules.target_group {
        ground(pairs, "target_group", &rule.clause, false);
    }
    if let Some(rule) = &rules.own_effort {
        ground(pairs, "own_effort", &rule.clause, false);
    }
}

fn home(rules: &RuleSet, pairs: &mut Pairs) {
    if let Some(rule) = &rules.home {
        ground(pairs, "home", &rule.clause, rule.waivable);
        pairs.extend(rule.situations.iter().map(|one| (situation(*one), "met".into())));
        pairs.extend(rule.judged_situations.iter().map(|one| (situation(*one), "judged".into())));
        if let Some(months) = rule.lease_months_left {
            number(pairs, "home.lease_months_left", months);
        }
    }
    if let Some(rule) = &rules.quarantine {
        ground(pairs, "quarantine", &rule.clause, rule.waivable);
        number(pairs, "quarantine.months", rule.months);
    }
}

fn economy(rules: &RuleSet, pairs: &mut Pairs) {
    if let Some(rule) = &rules.income {
        ground(pairs, "income", &rule.clause, rule.waivable);
        pairs.push(("income.basis".into(), rule.basis.code().into()));
        let (unit, limits): (_, Vec<String>) = match &rule.limits {
            IncomeLimits::BaseAmounts { by_persons } => ("G", by_persons.iter().map(ToString::to_string).collect()),
            IncomeLimits::Kroner { by_persons } => ("kr", by_persons.iter().map(ToString::to_string).collect()),
            IncomeLimits::Judgement => ("judgement", Vec::new()),
        };
        pairs.push(("income.unit".into(), unit.into()));
        pairs.extend(limits.into_iter().enumerate().map(|(at, limit)| (income_limit(at + 1), limit)));
        if let Some(age) = rule.counted_from_age {
            number(pairs, "income.counted_from_age", age);
        }
    }
    if let Some(rule) = &rules.wealth {
        ground(pairs, "wealth", &rule.clause, rule.waivable);
        if let Some(most) = rule.most_kroner {
            number(pairs, "wealth.most_kroner", most);
        }
    }
    if let Some(rule) = &rules.overdue {
        ground(pairs, "overdue", &rule.clause, rule.waivable);
        check(pairs, "overdue.loan", rule.loan);
        check(pairs, "overdue.rent", rule.rent);
        check(pairs, "overdue.other", rule.other);
    }
    if let Some(rule) = &rules.purchase {
        ground(pairs, "purchase", &rule.clause, rule.waivable);
    }
}

fn order(rules: &RuleSet, pairs: &mut Pairs) {
    pairs.extend(rules.priority.iter().map(|row| (priority(row.ground), row.rank.to_string())));
    if let Some(points) = &rules.points {
        ground(pairs, "points", &points.clause, false);
        for (at, given) in points.by_rank.iter().enumerate() {
            number(pairs, &points_of_rank(at + 1), given);
        }
        number(pairs, "points.per_child", points.per_child);
        number(pairs, "points.most_children", points.most_children);
        number(pairs, "points.per_month", points.per_month);
        number(pairs, "points.most_months", points.most_months);
    }
}

fn terms(rules: &RuleSet, pairs: &mut Pairs) {
    let (lease, offer, norm) = (&rules.lease, &rules.offer, &rules.room_norm);
    both_forms(pairs, "lease.clause", &lease.clause);
    number(pairs, "lease.years", lease.years);
    number(pairs, "lease.years_with_children", lease.years_with_children);
    number(pairs, "lease.renewal_years", lease.renewal_years);
    number(pairs, "lease.renewal_years_with_children", lease.renewal_years_with_children);
    number(pairs, "lease.child_until_age", lease.child_until_age);
    both_forms(pairs, "offer.clause", &offer.clause);
    number(pairs, "offer.answer_days", offer.answer_days);
    check(pairs, "offer.in_workdays", offer.in_workdays);
    number(pairs, "offer.remind_days", offer.remind_days);
    number(pairs, "offer.most_declined", offer.most_declined);
    pairs.extend(offer.good_reasons.iter().map(|one| ("offer.good_reasons".into(), one.code().into())));
    check(pairs, "offer.no_answer_counts", offer.no_answer_counts);
    for (at, rooms) in norm.rows.iter().map(|row| row.bedrooms).chain([norm.larger]).enumerate() {
        let [(least, _), (most, _)] = bedrooms(at);
        number(pairs, &least, rooms.least);
        number(pairs, &most, rooms.most);
    }
    pairs.extend(rules.follow_up.iter().enumerate().map(|(at, row)| (follow_up(at), row.level.code().into())));
}
