//! Weeks out of the common run.

use serde_json::{Value, json};

use super::properties::{read, shuffled, solved};
use crate::check_solution;

fn waiting(id: &str) -> Value {
    json!({"id": id, "need_class": 1, "home": null})
}

fn sitting(id: &str, home: &str) -> Value {
    json!({"id": id, "need_class": null, "home": home})
}

fn fit(household: &str, home: &str, score: u32) -> Value {
    json!({"household": household, "home": home, "score": score})
}

#[test]
fn when_nothing_is_vacant_nobody_is_placed_and_all_are_told_why() {
    let file = json!({"homes": [{"id": "H1"}], "households": [sitting("T1", "H1"), waiting("P1"), waiting("P2")],
        "fits": [fit("P1", "H1", 90)], "max_moves": null});
    let solution = solved(&file);
    assert!(solution.optimal && solution.placements.is_empty());
    let told: Vec<String> = solution.unplaced.iter().map(|line| format!("{}: {}", line.household, line.why)).collect();
    assert_eq!(told, ["P1: no fitting home", "P2: no fitting home"]);
}

#[test]
fn when_nobody_waits_those_who_live_there_still_trade() {
    let file = json!({"homes": [{"id": "H1"}, {"id": "H2"}], "households": [sitting("T1", "H1"), sitting("T2", "H2")],
        "fits": [fit("T1", "H2", 5), fit("T2", "H1", 5)], "max_moves": 2});
    let solution = solved(&file);
    assert!(solution.optimal && solution.unplaced.is_empty());
    assert_eq!(solution.order, [["T1", "T2"]], "a ring is the only way, and moves on one day");
}

#[test]
fn a_ring_that_is_too_long_is_no_way() {
    let homes: Vec<Value> = (0..3).map(|at| json!({"id": format!("H{at}")})).collect();
    let households: Vec<Value> = (0..3).map(|at| sitting(&format!("T{at}"), &format!("H{at}"))).collect();
    let fits: Vec<Value> = (0..3).map(|at| fit(&format!("T{at}"), &format!("H{}", (at + 1) % 3), 9)).collect();
    let mut file = json!({"homes": homes, "households": households, "fits": fits, "max_moves": null, "max_ring": 2});
    assert_eq!(solved(&file).moves, 0);
    file["max_ring"] = json!(3);
    assert_eq!(solved(&file).moves, 3);
}

/// Three of a group live where one may: nobody is forced out, nobody more comes in, and room is made by moving out only.
#[test]
fn a_cap_that_is_broken_today_lets_nobody_in_and_forces_nobody_out() {
    let file = json!({"homes": [{"id": "H1"}, {"id": "H2"}, {"id": "H3"}, {"id": "H4"}],
        "households": [sitting("T1", "H1"), sitting("T2", "H2"), sitting("T3", "H3"), waiting("P1")],
        "fits": [fit("P1", "H4", 50)],
        "caps": [{"name": "stairs", "homes": ["H1", "H2", "H3", "H4"], "households": ["T1", "T2", "T3", "P1"],
                  "at_most": 1}]});
    let solution = solved(&file);
    assert!(solution.optimal && solution.placements.is_empty());
    assert_eq!(solution.unplaced[0].why.to_string(), "cap full: stairs");
}

#[test]
fn ten_thousand_fits_of_equal_score_are_settled_and_always_alike() {
    let ids = |letter: char| (0..100).map(move |at| format!("{letter}{at}"));
    let file = json!({
        "homes": ids('H').map(|id| json!({"id": id})).collect::<Vec<Value>>(),
        "households": ids('P').map(|id| waiting(&id)).collect::<Vec<Value>>(),
        "fits": ids('P').flat_map(|one| ids('H').map(move |home| fit(&one, &home, 50))).collect::<Vec<Value>>(),
        "caps": [{"name": "stairs", "homes": ids('H').take(40).collect::<Vec<String>>(),
                  "households": ids('P').take(70).collect::<Vec<String>>(), "at_most": 7}],
    });
    let solution = solved(&file);
    assert_eq!(check_solution(&read(&file), &solution), Vec::<String>::new());
    assert!(solution.optimal);
    assert_eq!((solution.counts[&1], solution.score), (97, 97 * 50), "70 may have 7 of the 40 homes and all other 60");
    assert_eq!(solution.to_json(), solved(&shuffled(&file, 1)).to_json());
}
