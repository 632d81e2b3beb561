mod brute;
mod random;

use crate::{Problem, check_solution, solve};
use random::{Chance, Features};

/// Solves and compares with every plan there is.
#[track_caller]
fn check_against_all_plans(seed: u64, features: Features) {
    let file = random::problem(&mut Chance::new(seed), features);
    let problem = Problem::from_json(file.to_string().as_bytes()).expect("the generator does not contradict itself");
    let solution = solve(&problem, &|| false);
    let broken = check_solution(&problem, &solution);
    assert!(broken.is_empty(), "{broken:?}\n{file}\n{}", solution.to_json());
    assert!(solution.optimal, "{file}");
    let best = brute::best(&problem);
    let found = (solution.counts.values().copied().collect::<Vec<i64>>(), solution.score, -solution.moves);
    assert_eq!(found, best, "{features:?} seed {seed}\n{file}\n{}", solution.to_json());
}

#[test]
fn every_mix_of_features_finds_what_trying_everything_finds() {
    for seed in 0..3000 {
        let features = Features::from_bits(seed);
        check_against_all_plans(seed, features);
    }
}
