//! What is said to have stood in the way is what did, seen against every plan there is.

use super::brute;
use super::properties::read;
use super::random::{self, Chance, Features};
use crate::{Problem, Solution, Why, solve};

#[test]
fn whoever_is_left_without_a_home_is_told_the_truth() {
    for seed in 20_000..21_500 {
        let file = random::problem(&mut Chance::new(seed), Features::from_bits(seed));
        let problem = read(&file);
        let solution = solve(&problem, &|| false);
        let mut can_be_placed = vec![false; problem.households.len()];
        brute::every_plan(&problem, &mut |_, goes_to| {
            can_be_placed.iter_mut().zip(goes_to).for_each(|(can, to)| *can |= to.is_some());
        });
        for line in &solution.unplaced {
            let household = problem.households.iter().position(|one| one.id == line.household).expect("a listed one");
            match &line.why {
                Why::NoFittingHome => {
                    assert!(!can_be_placed[household], "seed {seed}: {} could have a home\n{file}", line.household);
                }
                Why::CapFull { cap } => assert_full(&problem, &solution, household, cap, seed),
                Why::Outranked => assert_no_free_home(&problem, &solution, household, seed),
            }
        }
    }
}

/// Where everybody lives when the answer is carried out.
fn homes_after(problem: &Problem, solution: &Solution) -> Vec<Option<usize>> {
    let mut after: Vec<Option<usize>> = problem.households.iter().map(|line| line.home).collect();
    for placement in &solution.placements {
        let household = problem.households.iter().position(|line| line.id == placement.household);
        after[household.expect("a listed one")] = problem.homes.iter().position(|home| *home == placement.to);
    }
    after
}

/// The cap counts the household in a home it fits, and lets nobody more in.
fn assert_full(problem: &Problem, solution: &Solution, household: usize, name: &str, seed: u64) {
    let after = homes_after(problem, solution);
    let is_full = problem.caps.iter().filter(|cap| cap.name == name).any(|cap| {
        let fits = problem.fits_of(household).iter().any(|fit| cap.homes.contains(&fit.home));
        let inside = |at: &&usize| after[**at].is_some_and(|home| cap.homes.contains(&home));
        let count = i64::try_from(cap.households.iter().filter(inside).count()).expect("few");
        fits && cap.households.contains(&household) && count >= problem.effective_limit(cap)
    });
    assert!(is_full, "seed {seed}: the cap {name} kept nobody out");
}

/// Every home it fits is lived in, or shut by some cap: only somebody else in its place could have made room.
fn assert_no_free_home(problem: &Problem, solution: &Solution, household: usize, seed: u64) {
    let after = homes_after(problem, solution);
    for fit in problem.fits_of(household) {
        let is_empty = !after.contains(&Some(fit.home));
        assert!(!is_empty, "seed {seed}: {} stands empty", problem.homes[fit.home]);
    }
}
