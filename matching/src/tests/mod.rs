mod brute;
mod odd;
mod prices;
mod properties;
mod random;
mod reasons;
mod table;
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

#[test]
fn a_line_that_cannot_be_read_hides_none_of_the_others() {
    let file = br#"{"homes": [{}, {"id": 7}, {"id": "H1"}], "households": [{"id": null}, {"id": "P1", "home": false},
        {"id": "P2", "home": "H9"}], "fits": [{"household": "P1", "score": 3}, {"household": "P1", "home": "H1"},
        {"household": 4, "home": "H8", "score": -1}], "caps": [{"homes": ["H1", 2], "households": ["P1"]}]}"#;
    let found = Problem::from_json(file).expect_err("the file contradicts itself");
    let told: Vec<String> = found.iter().map(ToString::to_string).collect();
    let expected = [
        "cap number 1 has no `at_most`",
        "cap number 1 has no `name`",
        "fit number 1 has no `home`",
        "fit number 2 has no `score`",
        "home number 1 has no `id`",
        "cap number 1 has 2 as `homes`; that must be a text",
        "fit number 3 has 4 as `household`; that must be a text",
        "home number 2 has 7 as `id`; that must be a text",
        "household number 1 has null as `id`; that must be a text",
        "household number 2 has false as `home`; that must be a text",
        "household `P2` lives in home `H9`, which is not in the list of homes",
        "a fit of household `?` names home `H8`, which is not in the list of homes",
        "the fit of household `?` with home `H8` has score -1; a score is a whole number from 0 to 1000000000000",
    ];
    assert_eq!(told, expected);
    let nothing = Problem::from_json(b"{}").expect_err("there is nothing in it");
    let told: Vec<String> = nothing.iter().map(ToString::to_string).collect();
    assert_eq!(told, ["the file has no `homes`", "the file has no `households`"]);
}

#[test]
fn a_key_that_means_nothing_is_told_of() {
    let file = br#"{"homes": [{"id": "H1", "rooms": 2}, {"id": "H2", "rooms": 3}], "households": [],
        "max_move": 3, "locks": []}"#;
    let problem = Problem::from_json(file).expect("it does not contradict itself");
    assert_eq!(problem.not_read(), ["max_move", "locks", "homes: rooms"]);
}
