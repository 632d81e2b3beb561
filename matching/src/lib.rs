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
//!
//! # How it is solved
//!
//! The problem is one of set packing: an exchange of homes under limits. Each step is tried only if the one before was
//! not enough, and whatever guides the search, what proves is counted in whole numbers.
//!
//! 1. Without caps and limits on moves it is an assignment (`assignment`, `relaxed`). If its answer keeps the limits all
//!    the same, it is the best. If not, it bounds what any plan can reach.
//! 2. Prices on the limits, found by a linear programme over the few chains, rings and placements that pay (`growing`),
//!    prove a bound within a fraction of a percent. Nothing that loses more than the best known plan falls short of the
//!    bound need be looked at again, and a search settles the rest (`whole`, `finish`).
//!    Many need classes, or many equal plans, are solved in stages (`stages`).
//! 3. Where chains and rings are too long to be listed, moves stand in their places of a chain instead, and the parts of
//!    the objective are solved one after the other (`exchange::places`, `core`, `levels`).
//!
//! The linear programmes (`simplex`) count in floating point and decide nothing: their prices are rounded, and the bound
//! of the rounded prices is counted again (`bound`, `growing`); their plans are checked against every limit.

mod assignment;
mod bound;
mod caps;
mod check;
mod contradictions;
mod core;
mod cuts;
mod exchange;
mod file;
mod fill;
mod finish;
pub mod generate;
mod growing;
mod ids;
mod levels;
mod mend;
mod plan;
mod prices;
mod problem;
mod relaxed;
mod simplex;
mod solution;
mod stages;
mod whole;
mod why;

pub use check::check_solution;
pub use contradictions::{Contradiction, LARGEST_SCORE};
pub use problem::{Cap, Fit, Household, Limit, Problem};
pub use solution::{Bound, CapPrice, HomeValue, Level, Placement, Price, Prices, Solution, Unplaced};
pub use why::Why;

/// The version of the solver and a mark of its sources: the same version gives the same answer to the same file.
pub const VERSION: &str = concat!(env!("CARGO_PKG_VERSION"), "+", env!("MATCHING_MARK"));

/// Finds the best plan. When `out_of_time` turns true the search ends with the best found and a bound on the rest.
///
/// The same problem gives the same answer, to the byte, unless time runs out.
pub fn solve(problem: &Problem, out_of_time: &dyn Fn() -> bool) -> Solution {
    solve_telling(problem, out_of_time, &|_| {})
}

/// As [`solve`], and tells of plans found on the way, each with what can be at most. They come as they are found: a later
/// one may be worth less, and which there are says nothing about the answer.
pub fn solve_telling(problem: &Problem, out_of_time: &dyn Fn() -> bool, found: &dyn Fn(Solution)) -> Solution {
    let on_the_way = |plan: &plan::Plan, bound: Bound| {
        found(word(problem, levels::Answer { plan: plan.clone(), bound: Some(bound), prices: Prices::default() }));
    };
    word(problem, best_plan(problem, out_of_time, &on_the_way))
}

fn word(problem: &Problem, mut answer: levels::Answer) -> Solution {
    fill::fill(problem, &mut answer.plan);
    if let Some(bound) = &mut answer.bound {
        bound.found = answer.plan.value(problem).at(problem, bound.level);
    }
    Solution::new(problem, &answer.plan, answer.bound, answer.prices)
}

/// Problems with so many fits are searched whole where pieces do not help.
const SMALL: usize = 10_000;
/// With so few fits and some need classes, what is not settled in so many steps is tried class after class: where many
/// plans are equally good, that leaves far less to look at.
const FEW: usize = 2_000;
const FEW_STEPS: usize = 500;

/// What is solved without its limits and keeps them all the same is solved. If not, it still is a bound.
fn best_plan(problem: &Problem, out_of_time: &dyn Fn() -> bool, found: &dyn Fn(&plan::Plan, Bound)) -> levels::Answer {
    let scope = exchange::Scope::new(problem);
    let without_limits = relaxed::solve(problem, &scope);
    let without_limits = match without_limits {
        Some((plan, prices)) if relaxed::keeps_the_limits(problem, &plan) => {
            return levels::Answer { plan, bound: None, prices };
        }
        Some((plan, _)) => Some(plan.value(problem)),
        None => None,
    };
    let by_whole = |patience| whole::solve(problem, &scope, without_limits.as_ref(), patience, out_of_time, found);
    let in_stages = |patience| stages::solve(problem, &scope, patience, out_of_time);
    let answer = match problem.classes().len() {
        0 => by_whole(usize::MAX),
        classes if classes > relaxed::CLASSES_AT_ONCE => in_stages(usize::MAX),
        _ if problem.fits.len() > FEW => by_whole(usize::MAX),
        _ => by_whole(FEW_STEPS).or_else(|_| in_stages(FEW_STEPS)).or_else(|_| by_whole(usize::MAX)),
    };
    let mut answer = answer.unwrap_or_else(|begin| another_way(problem, &scope, &begin, out_of_time));
    if let (Some(bound), Some(value)) = (&mut answer.bound, without_limits) {
        let found = answer.plan.value(problem);
        if bound.level != Level::Moves && value.equal_before(problem, bound.level, &found) {
            bound.best_possible = bound.best_possible.min(value.at(problem, bound.level));
        }
    }
    answer
}

/// Part by part of the objective, with moves in their places: for chains too long to be listed.
fn another_way(
    problem: &Problem,
    scope: &exchange::Scope,
    begin: &plan::Plan,
    out_of_time: &dyn Fn() -> bool,
) -> levels::Answer {
    if problem.fits.len() > SMALL
        && let Some(answer) = core::solve(problem, scope, core::FITS_PER_HOME, begin, out_of_time)
    {
        return answer;
    }
    levels::solve(problem, exchange::Exchange::new(problem, &|_| true), begin, out_of_time)
}

#[cfg(test)]
mod tests;
