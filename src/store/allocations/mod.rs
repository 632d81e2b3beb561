//! What an allocation is made from, and what a meeting laid down, found and decided.

mod apart;
mod choices;
mod gathering;
mod homes;
mod known;
mod meetings;
mod papers;
mod rules;
mod runs;
mod what_ifs;

pub use apart::{Apart, ApartKind, end_apart, insert_apart, keep_apart};
pub use choices::{ChoiceKind, SealedChoice, add_choice, choices, set_reason, take_back};
pub use gathering::{
    Living, Sitting, answers_of, buildings_of, contact_children, findings_of, living, movers, placed, sitting,
    tenants_asked, waiting,
};
pub use homes::{CandidateHome, candidate_homes, homes_by_id, record_traits, traits_recorded};
pub use known::{KnownBy, known_by};
pub use meetings::{
    Chosen, Meeting, Participant, Placement, all, close, end_placement, find, insert, insert_placement, participants,
    placements_of, set_participants, to_be_solved,
};
pub use papers::{Paper, insert_paper, paper};
pub use rules::{fit_rules, fit_rules_in_force, insert_fit_rules};
pub use runs::{Run, add_run, find_run, last_run, last_run_of_another};
pub use what_ifs::{WhatIf, add_what_if, find_what_if, what_ifs};

use super::Value;

/// Ids in one statement, well below what either engine takes.
const MANY: usize = 400;

/// `($2, $3, …)` with the values that fill it, after the municipality.
fn listed(municipality: &str, ids: &[&str]) -> (String, Vec<Value>) {
    let places = (0..ids.len()).map(|at| format!("${}", at + 2)).collect::<Vec<_>>().join(", ");
    let values = std::iter::once(municipality).chain(ids.iter().copied()).map(Value::from).collect();
    (places, values)
}
