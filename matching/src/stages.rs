//! More need classes than one weight can tell apart: two at a time, then the score, all that was reached being held.

use crate::exchange::Scope;
use crate::growing::Growing;
use crate::levels::{self, Answer};
use crate::mend::mend;
use crate::plan::Plan;
use crate::problem::Problem;
use crate::relaxed::{self, Units};
use crate::solution::{Bound, Level, Prices};
use crate::whole::{Ending, by_whole};

/// Classes solved at once.
const AT_ONCE: usize = 2;

/// The best plan, or the best when time was up; the best plan found if there are too many pieces, or a
/// search among them takes more steps than `patience`.
pub(crate) fn solve(
    problem: &Problem,
    scope: &Scope,
    patience: usize,
    out_of_time: &dyn Fn() -> bool,
) -> Result<Answer, Plan> {
    let classes = problem.classes();
    let mut plan = mend(problem, scope, &Plan::nobody_moves(problem));
    let mut held = Vec::new();
    for stage in classes.chunks(AT_ONCE) {
        let Some((units, weights)) = of_classes(problem, stage) else { return Err(plan) };
        let search = Stage { problem, scope, held: &held, weights: &weights, patience };
        let (ending, _) = search.run(&mut plan, out_of_time)?;
        let counts = plan.value(problem).counts;
        if !ending.proven {
            let mut left = ending.at_most;
            for (&class, unit) in stage.iter().zip(units) {
                let found = counts[held.len()];
                let best_possible = left.div_euclid(unit);
                if best_possible > found {
                    let bound = Bound { level: Level::Class(class), best_possible, found };
                    return unproven(plan, bound, out_of_time);
                }
                left -= found * unit;
                held.push((class, found));
            }
            return Err(plan);
        }
        held.extend(stage.iter().copied().zip(counts.into_iter().skip(held.len())));
    }
    let Some((units, weights)) = Units::light(problem, scope, &[]).and_then(|units| {
        let weights = units.weights(problem)?;
        Some((units, weights))
    }) else {
        return Err(plan);
    };
    let search = Stage { problem, scope, held: &held, weights: &weights, patience };
    let (ending, growing) = search.run(&mut plan, out_of_time)?;
    if !ending.proven {
        let found = plan.value(problem).score;
        let moves = i128::try_from(scope.moves).expect("counts of households are small");
        let most = (i128::from(ending.at_most) + moves).div_euclid(units.score);
        let best_possible = i64::try_from(most).unwrap_or(i64::MAX).max(found);
        return unproven(plan, Bound { level: Level::Score, best_possible, found }, out_of_time);
    }
    let settled = ending.settled;
    let price = |row: usize| units.score_in(settled.prices[row], settled.parts);
    let prices = levels::word_prices(problem, growing.rows(), price);
    Ok(Answer { plan, bound: None, prices })
}

fn unproven(plan: Plan, bound: Bound, out_of_time: &dyn Fn() -> bool) -> Result<Answer, Plan> {
    if out_of_time() { Ok(Answer { plan, bound: Some(bound), prices: Prices::default() }) } else { Err(plan) }
}

/// What a placement of each of these classes weighs, so that one of the first outweighs all of the next; and every fit.
fn of_classes(problem: &Problem, classes: &[u32]) -> Option<(Vec<i64>, Vec<i64>)> {
    let mut units = vec![1; classes.len()];
    for at in (1..classes.len()).rev() {
        let members = problem.households.iter().filter(|household| household.need_class == Some(classes[at]));
        units[at - 1] = i64::try_from(members.count() + 1).ok()?.checked_mul(units[at])?;
    }
    let weigh = |class: u32| classes.iter().position(|&other| other == class).map_or(0, |at| units[at]);
    let fits = problem.fits.iter().map(|fit| problem.households[fit.household].need_class.map_or(0, weigh));
    let fits = fits.collect();
    Some((units, fits))
}

struct Stage<'a, 'b> {
    problem: &'a Problem,
    scope: &'b Scope,
    held: &'b [(u32, i64)],
    weights: &'b [i64],
    patience: usize,
}

impl<'a> Stage<'a, '_> {
    fn run(&self, plan: &mut Plan, out_of_time: &dyn Fn() -> bool) -> Result<(Ending, Growing<'a>), Plan> {
        let assigned = relaxed::assign(self.problem, self.scope, |fit| self.weights[fit]);
        let growing = Growing::new(self.problem, self.scope, &assigned, self.weights, self.held);
        let mut growing = growing.ok_or_else(|| plan.clone())?;
        growing.patience = self.patience;
        match by_whole(&mut growing, self.weights, plan, out_of_time, &|_, _| {}) {
            Ok(ending) => Ok((ending, growing)),
            Err(_) => Err(plan.clone()),
        }
    }
}
