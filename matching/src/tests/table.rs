//! A model of another shape than the search and than trying every plan: household after household, the best value for
//! each set of homes taken and each count under the caps. It reaches problems of a size that cannot be tried plan by plan.

use std::collections::HashMap;

use serde_json::{Value, json};

use super::random::Chance;
use crate::{Problem, check_solution, solve};

/// Placed by class, then the score.
type Worth = (Vec<i64>, i64);

const HOMES: u64 = 8;
const HOUSEHOLDS: u64 = 18;
const CLASSES: u64 = 3;

/// Nobody lives anywhere yet: homes, households of three classes, and two caps that bind.
fn week(seed: u64) -> Value {
    let mut chance = Chance::new(seed);
    let mut fits = Vec::new();
    for household in 0..HOUSEHOLDS {
        for home in 0..HOMES {
            if chance.below(3) > 0 {
                let score = chance.below(40);
                fits.push(json!({"household": format!("P{household}"), "home": format!("H{home}"), "score": score}));
            }
        }
    }
    let households: Vec<Value> = (0..HOUSEHOLDS)
        .map(|at| json!({"id": format!("P{at}"), "need_class": 1 + chance.below(CLASSES), "home": null}))
        .collect();
    let mut some = |letter: char, count: u64| -> Vec<String> {
        (0..count).filter(|_| chance.below(3) > 0).map(|at| format!("{letter}{at}")).collect()
    };
    let caps: Vec<Value> = (1..3)
        .map(|at_most| {
            let (homes, households) = (some('H', HOMES), some('P', HOUSEHOLDS));
            json!({"name": format!("cap {at_most}"), "homes": homes, "households": households, "at_most": at_most})
        })
        .collect();
    json!({"homes": (0..HOMES).map(|at| json!({"id": format!("H{at}")})).collect::<Vec<_>>(),
           "households": households, "fits": fits, "caps": caps})
}

/// The best worth of all plans, read from the file itself and not from what the solver reads.
fn best(file: &Value) -> Worth {
    let number = |id: &Value| id.as_str().expect("an id")[1..].parse::<u64>().expect("a number");
    let list = |of: &Value, name: &str| of[name].as_array().expect("a list").clone();
    let caps: Vec<(Vec<u64>, Vec<u64>, u64)> = list(file, "caps")
        .iter()
        .map(|cap| {
            let numbers = |name| list(cap, name).iter().map(number).collect::<Vec<u64>>();
            (numbers("homes"), numbers("households"), cap["at_most"].as_u64().expect("a limit"))
        })
        .collect();
    let nobody: Worth = (vec![0; CLASSES as usize], 0);
    let mut table: HashMap<(u64, Vec<u64>), Worth> = HashMap::from([((0, vec![0; caps.len()]), nobody)]);
    for household in list(file, "households") {
        let who = number(&household["id"]);
        let class = household["need_class"].as_u64().expect("a class") as usize - 1;
        let mut next = table.clone();
        for fit in list(file, "fits").iter().filter(|fit| number(&fit["household"]) == who) {
            let home = number(&fit["home"]);
            for ((taken, counts), (placed, score)) in table.iter().filter(|((taken, _), _)| taken >> home & 1 == 0) {
                let mut counts = counts.clone();
                for (count, (homes, households, _)) in counts.iter_mut().zip(&caps) {
                    *count += u64::from(homes.contains(&home) && households.contains(&who));
                }
                if counts.iter().zip(&caps).any(|(count, (.., at_most))| count > at_most) {
                    continue;
                }
                let mut placed = placed.clone();
                placed[class] += 1;
                let worth = (placed, score + fit["score"].as_i64().expect("a score"));
                let known = next.entry((taken | 1 << home, counts)).or_insert_with(|| worth.clone());
                *known = worth.max(known.clone());
            }
        }
        table = next;
    }
    table.into_values().max().expect("placing nobody is a plan")
}

#[test]
fn a_table_of_homes_and_counts_finds_the_same_best() {
    for seed in 0..40 {
        let file = week(seed);
        let problem = Problem::from_json(file.to_string().as_bytes()).expect("it does not contradict itself");
        let found = solve(&problem, &|| false);
        assert_eq!(check_solution(&problem, &found), Vec::<String>::new(), "seed {seed}");
        let counts = (1..=CLASSES as u32).map(|class| found.counts.get(&class).copied().unwrap_or(0));
        assert!(found.optimal, "seed {seed}");
        assert_eq!((counts.collect::<Vec<_>>(), found.score), best(&file), "seed {seed}");
    }
}
