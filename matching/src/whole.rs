//! Solves by whole pieces: chains, rings and placements that pay at the prices of the limits.
//!
//! 1. A few pieces are written out, the guide prices the limits, pieces that pay at these prices join, and so on until
//!    none does. Rounded to whole numbers and mended, the prices prove how good a plan can be at most (`growing`).
//! 2. The guide is followed to a plan among the pieces at hand.
//! 3. A plan that falls short of the bound by so much has no piece that loses more than that at these prices. So all
//!    that lose very little join, and the search looks for a plan among them that is as near the bound. If there is
//!    none, that is a better bound, and it looks a little farther. However bad the plan known, the search never looks
//!    much farther than the best there is, which is what makes it quick.
//!
//! All of the objective goes into one light weight. What is best by weight has the best score and the fewest moves for
//! its counts of placements by class; that no plan has better counts is proven apart, most often by the assignment
//! without limits.

use crate::exchange::{Scope, TooMany};
use crate::growing::{Growing, Settled};
use crate::levels::{self, Answer};
use crate::mend::mend;
use crate::plan::{Plan, Value};
use crate::problem::Problem;
use crate::relaxed::{self, Units};
use crate::solution::{Bound, Level};

/// If there is nothing so near the bound, so many tenths as far from it is searched next.
const WIDENING: i64 = 16;

/// The best plan, or the best when time was up. If there are too many pieces, or a search
/// among them takes more steps than `patience`, the best plan found is given back to begin another way with.
pub(crate) fn solve(
    problem: &Problem,
    scope: &Scope,
    without_limits: Option<&Value>,
    patience: usize,
    out_of_time: &dyn Fn() -> bool,
    found: &dyn Fn(&Plan, Bound),
) -> Result<Answer, Plan> {
    let begin = || mend(problem, scope, &Plan::nobody_moves(problem));
    let units = Units::light(problem, scope, &problem.classes()).ok_or_else(begin)?;
    let weights = units.weights(problem).ok_or_else(begin)?;
    let assigned = relaxed::assign(problem, scope, |fit| weights[fit]);
    let mut plan = mend(problem, scope, &assigned.plan);
    let mut growing = Growing::new(problem, scope, &assigned, &weights, &[]).ok_or_else(|| plan.clone())?;
    growing.patience = patience;
    let bound_of = |plan: &Plan, at_most: i64, counts_are_best: bool| {
        let value = plan.value(problem);
        if counts_are_best {
            bound_on_score(scope, &units, at_most, &value)
        } else {
            bound_on_counts(problem, without_limits, &value)
        }
    };
    let counts_are_best = |plan: &Plan| {
        let counts = plan.value(problem).counts;
        counts.is_empty() || without_limits.is_some_and(|best| best.counts == counts)
    };
    let better = |plan: &Plan, at_most: i64| found(plan, bound_of(plan, at_most, counts_are_best(plan)));
    let ending = by_whole(&mut growing, &weights, &mut plan, out_of_time, &better);
    let Ok(Ending { settled, at_most, proven }) = ending else { return Err(plan) };
    if !proven && !out_of_time() {
        return Err(plan);
    }
    let mut prices =
        levels::word_prices(problem, growing.rows(), |row| units.score_in(settled.prices[row], settled.parts));
    prices.relaxed_score = units.relaxed_score(problem, settled.total, settled.parts);
    let counts_are_best = counts_are_best(&plan) || growing.proves_the_counts(problem, &plan, out_of_time);
    if proven && counts_are_best {
        return Ok(Answer { plan, bound: None, prices });
    }
    if !out_of_time() {
        return Err(plan);
    }
    let bound = bound_of(&plan, at_most, counts_are_best);
    Ok(Answer { plan, bound: Some(bound), prices })
}

/// How a search by pieces ended.
pub(crate) struct Ending {
    pub settled: Settled,
    /// No plan weighs more.
    pub at_most: i64,
    pub proven: bool,
}

/// Finds the plan of the greatest weight. Each plan on the way that weighs more than those before is told of, with what
/// there can be at most.
pub(crate) fn by_whole(
    growing: &mut Growing<'_>,
    weights: &[i64],
    plan: &mut Plan,
    out_of_time: &dyn Fn() -> bool,
    better: &dyn Fn(&Plan, i64),
) -> Result<Ending, TooMany> {
    let settled = growing.settle_with_whole_counts(weights, plan, out_of_time)?;
    growing.follow_the_guide(weights, plan, out_of_time);
    let mut at_most = settled.at_most();
    let mut loss = growing.first_loss(&settled);
    let mut told = i64::MIN;
    loop {
        let weight = growing.weigh(weights, plan);
        if weight > told {
            better(plan, at_most);
            told = weight;
        }
        let Some(short) = settled.short_of_bound(weight) else {
            return Ok(Ending { at_most, settled, proven: true });
        };
        if out_of_time() {
            return Ok(Ending { at_most, settled, proven: false });
        }
        loss = loss.min(short);
        growing.join_within(&settled, loss)?;
        // A plan that weighs more than this has no piece that did not join.
        let beyond = settled.at_most_beyond(loss).max(weight);
        let found = growing.finish(weights, plan, beyond, loss == short, out_of_time);
        at_most = at_most.min(found.bound.max(beyond)).max(found.value);
        if at_most <= found.value || !found.finished {
            return Ok(Ending { at_most, settled, proven: at_most <= found.value });
        }
        loss = loss.saturating_mul(WIDENING) / 10;
    }
}

/// With the counts of this plan, which are the best, no plan has a better score than the weight allows.
fn bound_on_score(scope: &Scope, units: &Units, at_most: i64, value: &Value) -> Bound {
    let counts = Value { score: 0, minus_moves: 0, ..value.clone() };
    let moves = i128::try_from(scope.moves).expect("counts of households are small");
    let best_possible = (i128::from(at_most) - units.weigh(&counts) + moves).div_euclid(units.score);
    let best_possible = i64::try_from(best_possible).unwrap_or(i64::MAX).max(value.score);
    Bound { level: Level::Score, best_possible, found: value.score }
}

/// The first class of which a plan without limits has more; if that is unknown, there may be as many as there are.
fn bound_on_counts(problem: &Problem, without_limits: Option<&Value>, value: &Value) -> Bound {
    let classes = problem.classes();
    let most = |class: u32| {
        let members = problem.households.iter().filter(|household| household.need_class == Some(class)).count();
        i64::try_from(members).expect("counts of households are small")
    };
    let open = (0..classes.len()).find(|&at| without_limits.is_none_or(|best| best.counts[at] != value.counts[at]));
    let at = open.expect("some count may be better");
    let best_possible = without_limits.map_or_else(|| most(classes[at]), |best| best.counts[at]);
    Bound { level: Level::Class(classes[at]), best_possible, found: value.counts[at] }
}
