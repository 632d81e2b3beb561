//! Large problems: prices tell which fits can matter, and the exact search looks at those only.
//!
//! The search solves a *core* of promising fits. Its plan and the prices' bound then show which fits could be part of
//! anything better; when all of them are in the core, the core's best is the best of all.

use crate::exchange::{Exchange, Scope};
use crate::levels::{self, Answer};
use crate::mend::mend;
use crate::plan::{Plan, Value};
use crate::prices::{Descent, Priced};
use crate::problem::Problem;
use crate::relaxed::Units;
use crate::solution::{Bound, Level};

/// Rounds of price seeking before the first core.
const ROUNDS: usize = 25;
/// A core to begin with has about this many fits for each home.
pub(crate) const FITS_PER_HOME: usize = 8;
/// Times the guide is asked for better prices before the exact search.
const REFINEMENTS: usize = 3;

/// Solves by way of prices; `None` if the weights are too wide for it.
pub(crate) fn solve(
    problem: &Problem,
    scope: &Scope,
    fits_per_home: usize,
    begin: &Plan,
    out_of_time: &dyn Fn() -> bool,
) -> Option<Answer> {
    let units = Units::new(problem, scope)?;
    let mut priced = Priced::new(problem, scope, &units)?;
    let mut descent = descend(problem, scope, &units, &mut priced, out_of_time);
    let size = fits_per_home * problem.homes.len();
    let mut core = first_core(&priced, &descent, size);
    for _ in 0..REFINEMENTS {
        if out_of_time() {
            break;
        }
        let exchange = Exchange::new(problem, &|fit| core[fit]);
        let prices = levels::guide(problem, exchange, &units, out_of_time);
        let before = descent.best.bound;
        let prices: Vec<i64> = prices.iter().map(|price| in_parts(*price, priced.parts)).collect();
        descent.offer(&mut priced, &prices);
        if before - descent.best.bound < i128::from(priced.parts) * units.score {
            break;
        }
        core = first_core(&priced, &descent, size);
    }
    let mended = mend(problem, scope, &descent.best.plan);
    let mut begin = if mended.value(problem) > begin.value(problem) { mended } else { begin.clone() };
    loop {
        mark(problem, &begin, &mut core);
        let exchange = Exchange::new(problem, &|fit| core[fit]);
        let mut answer = levels::solve(problem, exchange, &begin, out_of_time);
        // Not all fits had a say in the prices.
        answer.prices.relaxed_score = None;
        let parts = i128::from(priced.parts);
        let reached = weigh(problem, &units, &priced, &answer.plan);
        let losses = priced.losses(&descent.best);
        let could_matter = |fit: usize| {
            losses[fit].is_some_and(|loss| (descent.best.bound - i128::from(loss)).div_euclid(parts) * parts > reached)
        };
        let missing: Vec<usize> = (0..core.len()).filter(|&fit| !core[fit] && could_matter(fit)).collect();
        if missing.is_empty() && answer.bound.is_none() {
            return Some(answer);
        }
        if out_of_time() || answer.bound.is_some() {
            let most = descent.best.bound.div_euclid(parts);
            let bound = first_open_level(problem, &units, most, &answer.plan.value(problem));
            return Some(Answer { bound, ..answer });
        }
        missing.into_iter().for_each(|fit| core[fit] = true);
        begin = answer.plan;
    }
}

/// Puts the fits a plan uses into the core.
fn mark(problem: &Problem, plan: &Plan, core: &mut [bool]) {
    for (fit, kept) in problem.fits.iter().zip(core) {
        *kept |= plan.goes_to[fit.household] == Some(fit.home);
    }
}

/// The first prices, sought without the guide.
fn descend(
    problem: &Problem,
    scope: &Scope,
    units: &Units,
    priced: &mut Priced<'_>,
    out_of_time: &dyn Fn() -> bool,
) -> Descent {
    let mut descent = Descent::new(priced);
    let mut last = descent.best.passed.clone();
    let mut known = 0;
    for round in 0..ROUNDS {
        if out_of_time() || descent.is_spent() {
            break;
        }
        if round % 10 == 0 {
            known = known.max(weigh(problem, units, priced, &mend(problem, scope, &descent.best.plan)));
        }
        descent.step(priced, known, &mut last);
    }
    descent
}

fn weigh(problem: &Problem, units: &Units, priced: &Priced<'_>, plan: &Plan) -> i128 {
    units.weigh(&plan.value(problem)) * i128::from(priced.parts)
}

/// The fits that lose least, about so many.
fn first_core(priced: &Priced<'_>, descent: &Descent, size: usize) -> Vec<bool> {
    let losses = priced.losses(&descent.best);
    let mut by_loss: Vec<i64> = losses.iter().flatten().copied().collect();
    by_loss.sort_unstable();
    let most = by_loss.get(size).copied().unwrap_or(i64::MAX);
    losses.iter().map(|loss| loss.is_some_and(|loss| loss <= most)).collect()
}

#[expect(clippy::float_arithmetic, reason = "a price from the guide; whatever it is rounded to is as true a price")]
fn in_parts(price: f64, parts: i64) -> i64 {
    (price.max(0.0) * parts as f64).round() as i64
}

/// The first part of the objective that the bound leaves open.
fn first_open_level(problem: &Problem, units: &Units, most: i128, value: &Value) -> Option<Bound> {
    // Moves take away less than one point of score.
    let mut rest = most + units.score - 1;
    for (class, found) in problem.classes().into_iter().zip(&value.counts) {
        let unit = units.of_class(class);
        let best_possible = i64::try_from(rest.div_euclid(unit)).unwrap_or(i64::MAX);
        if best_possible > *found {
            return Some(Bound { level: Level::Class(class), best_possible, found: *found });
        }
        rest -= i128::from(*found) * unit;
    }
    let best_possible = i64::try_from(rest.div_euclid(units.score)).unwrap_or(i64::MAX);
    if best_possible > value.score {
        return Some(Bound { level: Level::Score, best_possible, found: value.score });
    }
    let moves_left = rest - units.score + 1 - i128::from(value.score) * units.score;
    let best_possible = i64::try_from(-moves_left).unwrap_or(0).max(0);
    Some(Bound { level: Level::Moves, best_possible, found: -value.minus_moves })
}
