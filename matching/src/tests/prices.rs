//! What prices promise, held against the problem solved anew.

use serde_json::{Value, json};

use super::brute;
use super::properties::{list, read};
use super::random::{self, Chance, Features};
use crate::exchange::{Exchange, Scope};
use crate::plan::Plan;
use crate::{Prices, levels, solve, whole};

/// Prices are shown in thousandths, each rounded.
const ROUNDING: i64 = 2;

fn best_score(file: &Value) -> i64 {
    1000 * brute::best(&read(file)).1
}

/// One more of each limit, and each vacant home kept back, never gives more than the prices say.
#[track_caller]
fn check(file: &Value, prices: &Prices, seed: u64) {
    let relaxed = prices.relaxed_score.expect("there are no need classes").thousandths + ROUNDING;
    assert!(best_score(file) <= relaxed, "seed {seed}");
    for at in 0..list(&mut file.clone(), "caps").len() {
        let mut looser = file.clone();
        let cap = &mut list(&mut looser, "caps")[at];
        cap["at_most"] = json!(cap["at_most"].as_u64().expect("a number") + 1);
        let name = cap["name"].as_str().expect("a name").to_owned();
        let priced = prices.caps.iter().find(|priced| priced.cap == name).map_or(0, |cap| cap.one_more.thousandths);
        assert!(best_score(&looser) <= relaxed + priced, "seed {seed}: {name} is priced {priced}\n{file}");
    }
    let longest = ["max_chain", "max_ring"].map(|name| file[name].as_u64().unwrap_or(3)).into_iter().max();
    if let Some(moves) = file["max_moves"].as_u64().filter(|moves| Some(*moves) >= longest) {
        let mut looser = file.clone();
        looser["max_moves"] = json!(moves + 1);
        assert!(best_score(&looser) <= relaxed + prices.move_limit.thousandths, "seed {seed}: one more move\n{file}");
    }
    for home in &prices.homes {
        let mut without = file.clone();
        list(&mut without, "fits").retain(|fit| fit["home"] != json!(home.home));
        let worth = home.value.thousandths;
        assert!(best_score(&without) <= relaxed - worth, "seed {seed}: {} is worth {worth}\n{file}", home.home);
    }
}

#[test]
fn nothing_gains_more_than_its_price() {
    for seed in 30_000..31_000 {
        let features = Features { classes: false, ..Features::from_bits(seed) };
        let file = random::problem(&mut Chance::new(seed), features);
        let problem = read(&file);
        let nobody = Plan::nobody_moves(&problem);
        check(&file, &solve(&problem, &|| false).prices, seed);
        check(&file, &levels::solve(&problem, Exchange::new(&problem, &|_| true), &nobody, &|| false).prices, seed);
        if let Ok(answer) = whole::solve(&problem, &Scope::new(&problem), None, usize::MAX, &|| false, &|_, _| {}) {
            check(&file, &answer.prices, seed);
        }
    }
}

/// Where no limit binds, the relaxed problem is the problem, so keeping a home back costs what it is said to, or more.
#[test]
fn keeping_back_a_home_of_a_plain_assignment_costs_at_least_its_value() {
    for seed in 40_000..40_500 {
        let features = Features { classes: false, sitting: false, caps: false, ..Features::from_bits(seed) };
        let file = random::problem(&mut Chance::new(seed), features);
        let solution = solve(&read(&file), &|| false);
        for home in &solution.prices.homes {
            let mut without = file.clone();
            list(&mut without, "fits").retain(|fit| fit["home"] != json!(home.home));
            let cost = 1000 * solution.score - best_score(&without);
            assert!(cost >= home.value.thousandths && home.value.thousandths >= 0, "seed {seed}: {}", home.home);
        }
    }
}
