mod brute;
mod odd;
mod prices;
mod properties;
mod random;
mod reasons;
mod ties;

use crate::exchange::{Exchange, Scope};
use crate::levels::{self, Answer};
use crate::plan::Plan;
use crate::{Problem, Solution, check_solution, core, solve, stages, whole};
use random::{Chance, Features};
use serde_json::Value;

/// Solves in every way there is, and compares with every plan there is.
#[track_caller]
fn check_against_all_plans(seed: u64, features: Features) {
    check_in_every_way(seed, &random::problem(&mut Chance::new(seed), features));
}

#[track_caller]
fn check_in_every_way(seed: u64, file: &Value) {
    let problem = Problem::from_json(file.to_string().as_bytes()).expect("the generator does not contradict itself");
    let best = brute::best(&problem);
    let scope = Scope::new(&problem);
    let nobody = Plan::nobody_moves(&problem);
    let words = |answer: Answer| Solution::new(&problem, &answer.plan, answer.bound, answer.prices);
    let by_prices = core::solve(&problem, &scope, 1, &nobody, &|| false).expect("small weights fit");
    let in_places = levels::solve(&problem, Exchange::new(&problem, &|_| true), &nobody, &|| false);
    let by_whole = whole::solve(&problem, &scope, None, usize::MAX, &|| false, &|_, _| {});
    let mut solutions = vec![solve(&problem, &|| false), words(by_prices), words(in_places)];
    solutions.extend(by_whole.map(words));
    solutions.extend(stages::solve(&problem, &scope, usize::MAX, &|| false).map(words));
    for solution in solutions {
        let broken = check_solution(&problem, &solution);
        assert!(broken.is_empty(), "{broken:?}\n{file}\n{}", solution.to_json());
        assert!(solution.optimal, "seed {seed}\n{file}\n{}", solution.to_json());
        let found = (solution.counts.values().copied().collect::<Vec<i64>>(), solution.score, -solution.moves);
        assert_eq!(found, best, "seed {seed}\n{file}\n{}", solution.to_json());
    }
}

#[test]
fn every_mix_of_features_finds_what_trying_everything_finds() {
    for seed in 0..5000 {
        check_against_all_plans(seed, Features::from_bits(seed));
    }
}

#[test]
fn more_classes_than_one_weight_tells_apart_are_put_in_their_order() {
    for seed in 50_000..51_000 {
        let mut chance = Chance::new(seed);
        let mut file = random::problem(&mut chance, Features::from_bits(seed));
        for household in file["households"].as_array_mut().expect("the generator writes lists") {
            household["need_class"] = serde_json::json!(1 + chance.below(9));
        }
        check_in_every_way(seed, &file);
    }
}

#[test]
fn the_order_of_the_lists_does_not_matter() {
    for seed in 0..500 {
        let file = random::problem(&mut Chance::new(seed), Features::from_bits(seed));
        let mut turned = file.clone();
        for list in ["homes", "households", "fits", "caps"] {
            turned[list].as_array_mut().expect("the generator writes lists").reverse();
        }
        let [one, other] = [file, turned].map(|file| {
            let problem = Problem::from_json(file.to_string().as_bytes()).expect("free of contradictions");
            solve(&problem, &|| false).to_json()
        });
        assert_eq!(one, other, "seed {seed}");
    }
}

#[test]
fn every_contradiction_is_reported_at_once() {
    let file = br#"{"homes": [{"id": "H1"}, {"id": "H1"}], "households": [
        {"id": "P1", "need_class": 0, "home": "H1"}, {"id": "P2", "home": "H1"}, {"id": "P3", "home": "H7"}],
        "fits": [{"household": "P1", "home": "H1", "score": -1}, {"household": "P9", "home": "H8", "score": 1.5}],
        "caps": [{"name": "c", "homes": ["H8"], "households": ["P9"], "at_most": -2}], "max_ring": -1}"#;
    let found = Problem::from_json(file).expect_err("the file contradicts itself");
    assert_eq!(found.len(), 12, "{found:#?}");
}
