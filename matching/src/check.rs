//! A second opinion: does an answer keep every rule of its problem, and is it worth what it says?
//!
//! Written from the rules alone, sharing nothing with the search. It does not judge whether the answer is the best.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::problem::Problem;
use crate::solution::Solution;

/// Every rule the answer breaks, in words. Empty if it breaks none.
pub fn check_solution(problem: &Problem, solution: &Solution) -> Vec<String> {
    let mut broken = Vec::new();
    let today: HashMap<&str, Option<&str>> = problem
        .households
        .iter()
        .map(|household| (household.id.as_str(), household.home.map(|home| problem.homes[home].as_str())))
        .collect();
    let scores: HashMap<(&str, &str), i64> = problem
        .fits
        .iter()
        .map(|fit| ((problem.households[fit.household].id.as_str(), problem.homes[fit.home].as_str()), fit.score))
        .collect();
    let mut after = today.clone();
    let (mut score, mut moves) = (0, 0);
    let mut moving: HashMap<&str, (Option<&str>, &str)> = HashMap::new();
    for placement in &solution.placements {
        let (household, to) = (placement.household.as_str(), placement.to.as_str());
        match scores.get(&(household, to)) {
            Some(points) => score += points,
            None => broken.push(format!("{household} does not fit {to}")),
        }
        let from = today.get(household).copied().flatten();
        if from != placement.from.as_deref() {
            broken.push(format!("{household} does not come from {:?}", placement.from));
        }
        if moving.insert(household, (from, to)).is_some() {
            broken.push(format!("{household} is placed twice"));
        }
        moves += i64::from(from.is_some());
        after.insert(household, Some(to));
    }
    let mut taken: HashMap<&str, &str> = HashMap::new();
    for (household, home) in &after {
        if let Some(other) = home.and_then(|home| taken.insert(home, household)) {
            broken.push(format!("{household} and {other} live in one home"));
        }
    }
    if !problem.max_moves.allows(usize::try_from(moves).unwrap_or(usize::MAX)) {
        broken.push(format!("{moves} moves are too many"));
    }
    if (score, moves) != (solution.score, solution.moves) {
        broken
            .push(format!("score {score} and moves {moves} are reported as {} and {}", solution.score, solution.moves));
    }
    check_counts(problem, solution, &moving, &mut broken);
    check_caps(problem, &today, &after, &mut broken);
    check_links(problem, &today, &moving, &mut broken);
    check_order(&solution.order, &today, &moving, &mut broken);
    let without: BTreeSet<&str> = after.iter().filter(|(_, home)| home.is_none()).map(|(id, _)| *id).collect();
    let listed: BTreeSet<&str> = solution.unplaced.iter().map(|line| line.household.as_str()).collect();
    if without != listed || listed.len() != solution.unplaced.len() {
        broken.push("the list of who is unplaced is wrong".to_owned());
    }
    broken
}

type Moving<'a> = HashMap<&'a str, (Option<&'a str>, &'a str)>;

fn check_counts(problem: &Problem, solution: &Solution, moving: &Moving<'_>, broken: &mut Vec<String>) {
    let mut counts: BTreeMap<u32, i64> = BTreeMap::new();
    for household in &problem.households {
        if let Some(class) = household.need_class {
            *counts.entry(class).or_default() += i64::from(moving.contains_key(household.id.as_str()));
        }
    }
    if counts != solution.counts {
        broken.push(format!("counts {counts:?} are reported as {:?}", solution.counts));
    }
}

fn check_caps(
    problem: &Problem,
    today: &HashMap<&str, Option<&str>>,
    after: &HashMap<&str, Option<&str>>,
    broken: &mut Vec<String>,
) {
    for cap in &problem.caps {
        let homes: BTreeSet<&str> = cap.homes.iter().map(|&home| problem.homes[home].as_str()).collect();
        let count = |where_they_live: &HashMap<&str, Option<&str>>| {
            let households = cap.households.iter().map(|&household| problem.households[household].id.as_str());
            households.filter(|household| where_they_live[household].is_some_and(|home| homes.contains(home))).count()
        };
        let limit = usize::try_from(cap.at_most).unwrap_or(usize::MAX).max(count(today));
        if count(after) > limit {
            broken.push(format!("cap {} counts {} and allows {limit}", cap.name, count(after)));
        }
    }
}

/// Follows every move to the one that made room for it.
fn check_links(problem: &Problem, today: &HashMap<&str, Option<&str>>, moving: &Moving<'_>, broken: &mut Vec<String>) {
    let sitting: HashMap<&str, &str> = today.iter().filter_map(|(id, home)| home.map(|home| (home, *id))).collect();
    for (&household, &(from, to)) in moving {
        let mut sitting_moves = usize::from(from.is_some());
        let mut home = to;
        loop {
            let Some(&before) = sitting.get(home) else {
                if !problem.max_chain.allows(sitting_moves) {
                    broken.push(format!("the chain that ends with {household} has {sitting_moves} moves"));
                }
                break;
            };
            if before == household {
                if !problem.max_ring.allows(sitting_moves) {
                    broken.push(format!("the ring of {household} has {sitting_moves} moves"));
                }
                break;
            }
            let Some(&(_, next)) = moving.get(before) else {
                broken.push(format!("{before} stays in the home {home} that another is to have"));
                break;
            };
            sitting_moves += 1;
            if sitting_moves > moving.len() {
                broken.push(format!("{household} waits for a ring it is not part of"));
                break;
            }
            home = next;
        }
    }
}

/// Carries the steps out one by one: everybody moves once, into a home that is empty by then.
fn check_order(
    order: &[Vec<String>],
    today: &HashMap<&str, Option<&str>>,
    moving: &Moving<'_>,
    broken: &mut Vec<String>,
) {
    let mut full: BTreeSet<&str> = today.values().copied().flatten().collect();
    let mut moved: BTreeSet<&str> = BTreeSet::new();
    for step in order {
        for household in step {
            if let Some((Some(from), _)) = moving.get(household.as_str()) {
                full.remove(from);
            }
        }
        for household in step {
            match moving.get(household.as_str()) {
                Some((_, to)) if full.insert(to) && moved.insert(household) => {}
                Some((_, to)) => broken.push(format!("{household} cannot move into {to} in its step")),
                None => broken.push(format!("{household} has a step and no placement")),
            }
        }
    }
    if moved.len() != moving.len() {
        broken.push("not every placement has its step".to_owned());
    }
}
