mod brute;
mod random;

use crate::exchange::Scope;
use crate::{Problem, Solution, check_solution, core, solve};
use random::{Chance, Features};

/// Solves in both ways, small and large, and compares with every plan there is.
#[track_caller]
fn check_against_all_plans(seed: u64, features: Features) {
    let file = random::problem(&mut Chance::new(seed), features);
    let problem = Problem::from_json(file.to_string().as_bytes()).expect("the generator does not contradict itself");
    let best = brute::best(&problem);
    let by_prices = core::solve(&problem, &Scope::new(&problem), 1, &|| false).expect("small weights fit");
    let by_prices = Solution::new(&problem, &by_prices.plan, by_prices.bound, by_prices.prices);
    for solution in [solve(&problem, &|| false), by_prices] {
        let broken = check_solution(&problem, &solution);
        assert!(broken.is_empty(), "{broken:?}\n{file}\n{}", solution.to_json());
        assert!(solution.optimal, "{features:?} seed {seed}\n{file}\n{}", solution.to_json());
        let found = (solution.counts.values().copied().collect::<Vec<i64>>(), solution.score, -solution.moves);
        assert_eq!(found, best, "{features:?} seed {seed}\n{file}\n{}", solution.to_json());
    }
}

#[test]
fn every_mix_of_features_finds_what_trying_everything_finds() {
    for seed in 0..3000 {
        check_against_all_plans(seed, Features::from_bits(seed));
    }
}
