//! The best placement of households in homes, with proof. Numbers in, proof out: this package knows no trade words
//! beyond its problem file, reads no clock and touches no disk.
//!
//! ```
//! let file = br#"{"homes": [{"id": "H1"}], "households": [{"id": "P1", "need_class": 1, "home": null}],
//!                 "fits": [{"household": "P1", "home": "H1", "score": 87}]}"#;
//! let problem = matching::Problem::from_json(file).expect("the file does not contradict itself");
//! let solution = matching::solve(&problem, &|| false);
//! assert!(solution.optimal);
//! assert_eq!((solution.counts[&1], solution.score), (1, 87));
//! ```

mod assignment;
mod bound;
mod check;
mod contradictions;
mod core;
mod cuts;
mod exchange;
mod file;
mod fill;
mod finish;
pub mod generate;
mod levels;
mod mend;
mod plan;
mod prices;
mod problem;
mod relaxed;
mod rings;
mod simplex;
mod solution;
mod why;

pub use check::check_solution;
pub use contradictions::{Contradiction, LARGEST_SCORE};
pub use problem::{Cap, Fit, Household, Limit, Problem};
pub use solution::{Bound, CapPrice, HomeValue, Level, Placement, Price, Prices, Solution, Unplaced};
pub use why::Why;

/// Finds the best plan. When `out_of_time` turns true the search ends with the best found and a bound on the rest.
///
/// The same problem gives the same answer, to the byte, unless time runs out.
pub fn solve(problem: &Problem, out_of_time: &dyn Fn() -> bool) -> Solution {
    let mut answer = best_plan(problem, out_of_time);
    fill::fill(problem, &mut answer.plan);
    if let Some(bound) = &mut answer.bound {
        bound.found = answer.plan.value(problem).at(problem, bound.level);
    }
    Solution::new(problem, &answer.plan, answer.bound, answer.prices)
}

/// Problems with so many fits are searched whole.
const SMALL: usize = 10_000;

/// What is solved without its limits and keeps them all the same is solved. If not, it still is a bound.
fn best_plan(problem: &Problem, out_of_time: &dyn Fn() -> bool) -> levels::Answer {
    let scope = exchange::Scope::new(problem);
    let without_limits = relaxed::solve(problem, &scope);
    let without_limits = match without_limits {
        Some((plan, prices)) if relaxed::keeps_the_limits(problem, &plan) => {
            return levels::Answer { plan, bound: None, prices };
        }
        Some((plan, _)) => Some(plan.value(problem)),
        None => None,
    };
    let mut answer = with_limits(problem, &scope, out_of_time);
    if let (Some(bound), Some(value)) = (&mut answer.bound, without_limits) {
        let found = answer.plan.value(problem);
        if bound.level != Level::Moves && value.equal_before(problem, bound.level, &found) {
            bound.best_possible = bound.best_possible.min(value.at(problem, bound.level));
        }
    }
    answer
}

fn with_limits(problem: &Problem, scope: &exchange::Scope, out_of_time: &dyn Fn() -> bool) -> levels::Answer {
    if problem.fits.len() > SMALL
        && let Some(answer) = core::solve(problem, scope, core::FITS_PER_HOME, out_of_time)
    {
        return answer;
    }
    let exchange = exchange::Exchange::new(problem, &|_| true);
    let begin = mend::mend(problem, scope, &plan::Plan::nobody_moves(problem));
    levels::solve(problem, &exchange, &begin, out_of_time)
}

#[cfg(test)]
mod tests;
