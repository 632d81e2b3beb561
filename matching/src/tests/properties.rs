//! What must hold between the answers to problems that are alike.

use serde_json::{Value, json};

use super::random::{self, Chance, Features};
use crate::{Problem, Solution, check_solution, solve};

pub fn read(file: &Value) -> Problem {
    Problem::from_json(file.to_string().as_bytes()).expect("the generator does not contradict itself")
}

pub fn solved(file: &Value) -> Solution {
    solve(&read(file), &|| false)
}

/// As answers compare: the greater is the better.
fn worth(solution: &Solution) -> (Vec<i64>, i64, i64) {
    (solution.counts.values().copied().collect(), solution.score, -solution.moves)
}

fn some_problems(count: u64) -> impl Iterator<Item = (u64, Value)> {
    (10_000..10_000 + count).map(|seed| (seed, random::problem(&mut Chance::new(seed), Features::from_bits(seed))))
}

pub fn list<'a>(file: &'a mut Value, name: &str) -> &'a mut Vec<Value> {
    file[name].as_array_mut().expect("the generator writes lists")
}

/// The same file with its lists in another order.
pub fn shuffled(file: &Value, seed: u64) -> Value {
    let mut shuffled = file.clone();
    let mut chance = Chance::new(seed);
    for name in ["homes", "households", "fits", "caps"] {
        let lines = list(&mut shuffled, name);
        for last in (1..lines.len()).rev() {
            lines.swap(last, chance.below(last as u64 + 1) as usize);
        }
    }
    shuffled
}

#[test]
fn shuffled_lists_give_the_same_bytes() {
    for (seed, file) in some_problems(400) {
        let shuffled = shuffled(&file, seed + 1);
        assert_eq!(solved(&file).to_json(), solved(&shuffled).to_json(), "seed {seed}");
    }
}

#[test]
fn a_home_that_nobody_fits_changes_nothing() {
    for (seed, file) in some_problems(400) {
        let mut wider = file.clone();
        list(&mut wider, "homes").push(json!({"id": "H-unwanted"}));
        assert_eq!(worth(&solved(&file)), worth(&solved(&wider)), "seed {seed}");
    }
}

#[test]
fn a_raised_cap_never_makes_the_answer_worse() {
    for (seed, file) in some_problems(400) {
        let mut looser = file.clone();
        for cap in list(&mut looser, "caps") {
            cap["at_most"] = json!(cap["at_most"].as_u64().expect("a number") + 1);
        }
        assert!(worth(&solved(&looser)) >= worth(&solved(&file)), "seed {seed}");
    }
}

#[test]
fn doubled_scores_double_the_score_and_nothing_else() {
    for (seed, file) in some_problems(400) {
        let mut doubled = file.clone();
        for fit in list(&mut doubled, "fits") {
            fit["score"] = json!(2 * fit["score"].as_u64().expect("a number"));
        }
        let (once, twice) = (solved(&file), solved(&doubled));
        assert_eq!((once.counts, 2 * once.score, once.moves), (twice.counts, twice.score, twice.moves), "seed {seed}");
    }
}

#[test]
fn renamed_households_and_homes_are_placed_as_well() {
    for (seed, file) in some_problems(200) {
        let renamed = file.to_string().replace("\"P", "\"household ").replace("\"H", "\"zz-home ");
        let renamed = serde_json::from_str(&renamed).expect("names are all that changed");
        assert_eq!(worth(&solved(&file)), worth(&solved(&renamed)), "seed {seed}");
    }
}

#[test]
fn without_fits_homes_or_households_there_is_an_empty_answer() {
    for file in [
        json!({"homes": [], "households": []}),
        json!({"homes": [{"id": "H1"}], "households": [], "fits": [], "caps": []}),
        json!({"homes": [], "households": [{"id": "P1", "need_class": 1, "home": null}], "max_moves": null}),
        json!({"homes": [{"id": "H1"}], "households": [{"id": "T1", "need_class": null, "home": "H1"}],
               "caps": [{"name": "nobody", "homes": [], "households": [], "at_most": 0}], "max_moves": 9}),
    ] {
        let solution = solved(&file);
        assert!(solution.optimal && solution.placements.is_empty(), "{file}");
        assert_eq!(check_solution(&read(&file), &solution), Vec::<String>::new(), "{file}");
    }
}

/// What is cut short says truly how far it can be from the best.
#[test]
fn a_search_that_is_cut_short_keeps_the_rules_and_bounds_the_best() {
    for (seed, file) in some_problems(600) {
        let problem = read(&file);
        let patience = std::cell::Cell::new(seed % 7);
        let solution = solve(&problem, &|| {
            let left = patience.get();
            patience.set(left.saturating_sub(1));
            left == 0
        });
        assert_eq!(check_solution(&problem, &solution), Vec::<String>::new(), "seed {seed}");
        assert_bounds_the_best(&solution, &super::brute::best(&problem), seed);
    }
}

/// Whoever sees the best found so far is told the truth about it.
#[test]
fn plans_found_on_the_way_keep_the_rules_and_bound_the_best() {
    let times_told = std::cell::Cell::new(0);
    for (seed, file) in some_problems(600) {
        let problem = read(&file);
        let best = super::brute::best(&problem);
        let answer = crate::solve_telling(&problem, &|| false, &|found| {
            times_told.set(times_told.get() + 1);
            assert_eq!(check_solution(&problem, &found), Vec::<String>::new(), "seed {seed}");
            assert_bounds_the_best(&found, &best, seed);
        });
        assert_eq!(answer, solve(&problem, &|| false), "seed {seed}: telling changes nothing");
    }
    assert!(times_told.get() > 100, "{} plans were told of", times_told.get());
}

fn assert_bounds_the_best(solution: &Solution, best: &(Vec<i64>, i64, i64), seed: u64) {
    use crate::Level::{Class, Moves, Score};
    let found = worth(solution);
    let Some(bound) = &solution.bound else {
        assert_eq!(found, *best, "seed {seed}");
        return;
    };
    let classes: Vec<u32> = solution.counts.keys().copied().collect();
    let open = match bound.level {
        Class(class) => classes.binary_search(&class).expect("a class of the problem"),
        Score | Moves => classes.len(),
    };
    assert_eq!(found.0[..open], best.0[..open], "seed {seed}: what is weightier is proven");
    let true_bound = match bound.level {
        Class(_) => best.0[open] <= bound.best_possible,
        Score => best.1 <= bound.best_possible,
        Moves => best.1 == found.1 && -best.2 >= bound.best_possible,
    };
    assert!(true_bound, "seed {seed}: {bound:?} against {best:?}");
}

/// A household for whom a hundred caps make room when it leaves its home.
#[test]
fn very_many_caps_on_one_household_are_no_trouble() {
    let caps: Vec<Value> = (0..300)
        .map(|at| {
            let homes = if at % 2 == 0 { json!(["H1"]) } else { json!(["H2"]) };
            json!({"name": format!("cap {at}"), "homes": homes, "households": ["T1", "P1"], "at_most": 1})
        })
        .collect();
    let file = json!({"homes": [{"id": "H1"}, {"id": "H2"}],
        "households": [{"id": "T1", "need_class": null, "home": "H1"}, {"id": "P1", "need_class": 1, "home": null}],
        "fits": [{"household": "T1", "home": "H2", "score": 1}, {"household": "P1", "home": "H1", "score": 5},
                 {"household": "P1", "home": "H2", "score": 3}],
        "caps": caps, "max_moves": 1});
    let problem = read(&file);
    let scope = crate::exchange::Scope::new(&problem);
    let answer = crate::core::solve(&problem, &scope, 1, &crate::plan::Plan::nobody_moves(&problem), &|| false)
        .expect("small weights fit");
    assert!(answer.bound.is_none());
    assert_eq!(worth(&solved(&file)), (vec![1], 6, -1));
}

#[test]
fn numbers_that_are_no_whole_numbers_are_all_named() {
    let file = br#"{"homes": [{"id": "H1"}], "households": [{"id": "P1", "need_class": "first", "home": null}],
        "fits": [{"household": "P1", "home": "H1", "score": null}],
        "caps": [{"name": "c", "homes": [], "households": [], "at_most": true}], "max_moves": 1.5, "max_ring": 2.0}"#;
    let found = Problem::from_json(file).expect_err("the file contradicts itself");
    assert_eq!(found.len(), 4, "{found:#?}");
}

#[test]
fn a_fit_listed_twice_is_told_with_known_and_unknown_names() {
    let file = br#"{"homes": [{"id": "H1"}], "households": [{"id": "P1", "need_class": null, "home": null}],
        "fits": [{"household": "P1", "home": "H1", "score": 1}, {"household": "P9", "home": "H1", "score": 1},
                 {"household": "P1", "home": "H1", "score": 2}, {"household": "P9", "home": "H1", "score": 1}]}"#;
    let found = Problem::from_json(file).expect_err("the file contradicts itself");
    let texts: Vec<String> = found.iter().map(ToString::to_string).collect();
    assert_eq!(
        texts,
        [
            "a fit with home `H1` names household `P9`, which is not in the list of households",
            "the fit of household `P1` with home `H1` is listed more than once",
            "the fit of household `P9` with home `H1` is listed more than once",
        ]
    );
}
