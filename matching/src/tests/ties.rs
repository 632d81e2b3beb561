//! Many plans equally good: still one answer.

use serde_json::{Value, json};

use super::properties::{read, shuffled, solved};
use super::random::Chance;
use crate::generate::{Kind, problem_file};
use crate::solve;

/// Problems in which nearly everything is worth the same: for each way of solving one, with thousands of best plans.
fn problems_full_of_ties() -> Vec<Value> {
    let plain = Kind::Plain { size: 12 };
    let exchange = Kind::Exchange { sitting: 16, vacant: 4, waiting: 6, fits_each: 5, max_ring: 3, max_chain: 3 };
    let office = Kind::Office { vacant: 12, waiting: 40, willing: 10, caps: 6, fits_each: 6, max_moves: 4 };
    let kinds = [plain, exchange, office];
    let made = (1..=4).flat_map(|seed| kinds.map(|kind| (seed, problem_file(kind, seed))));
    made.map(|(seed, file)| {
        let mut file: Value = serde_json::from_str(&file).expect("the generator writes JSON");
        let mut chance = Chance::new(seed);
        for fit in file["fits"].as_array_mut().expect("the generator writes lists") {
            fit["score"] = json!(chance.below(2));
        }
        file
    })
    .collect()
}

#[test]
fn of_many_best_plans_it_is_always_the_same_whatever_the_order_of_the_lists() {
    for (at, file) in problems_full_of_ties().into_iter().enumerate() {
        let answer = solved(&file);
        assert!(answer.optimal, "problem {at}");
        for seed in 0..6 {
            assert_eq!(answer.to_json(), solved(&shuffled(&file, seed)).to_json(), "problem {at}, order {seed}");
        }
    }
}

#[test]
fn threads_side_by_side_give_the_same_answer() {
    for (at, file) in problems_full_of_ties().into_iter().enumerate() {
        let problem = read(&file);
        let answer = solve(&problem, &|| false).to_json();
        std::thread::scope(|scope| {
            let others: Vec<_> = (0..3).map(|_| scope.spawn(|| solve(&problem, &|| false).to_json())).collect();
            for other in others {
                assert_eq!(answer, other.join().expect("solving does not panic"), "problem {at}");
            }
        });
    }
}
