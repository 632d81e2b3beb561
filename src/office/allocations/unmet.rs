//! What the meeting gave somebody and the plan cannot carry out, and why: a lock that is no lock must say so.

use super::choices::{Choice, in_force};
use super::problem::{CapLine, ProblemFile};
use super::scene::{Candidate, Home, Scene};
use super::solving::Answer;
use std::collections::HashMap;

/// A home that was locked or left for a household, which the plan does not give it.
#[derive(Clone, Debug)]
pub struct Unmet {
    pub position: i64,
    pub dwelling: String,
    pub candidate: Option<Candidate>,
    pub home: Option<Home>,
    pub why: WhyUnmet,
}

/// What stands in the way of a lock.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WhyUnmet {
    /// The household or the home is no longer in the meeting.
    Gone,
    /// Tenants move as often as they may already.
    MoveLimit(u32),
    /// This limit is full.
    Cap(String),
    /// Whoever lives there does not move.
    TenantStays,
    /// The other limits, or households in a more urgent class.
    Others,
}

/// The locks and reservations that count and are not in the plan.
pub(super) fn unmet(scene: &Scene, problem: &ProblemFile, (answer, choices): (&Answer, &[Choice])) -> Vec<Unmet> {
    let counted = problem.counted(answer);
    let used: HashMap<&str, usize> = counted.iter().map(|(cap, all)| (*cap, all.len())).collect();
    let unmet = in_force(choices).into_iter().filter_map(|choice| {
        let (household, dwelling) = choice.given_to()?;
        if answer.home_of(household).is_some_and(|placed| placed.to == dwelling) {
            return None;
        }
        let (candidate, home) = (scene.candidate(household), scene.home(dwelling));
        let why = match candidate.zip(home) {
            None => WhyUnmet::Gone,
            Some((candidate, home)) => why(scene, problem, (answer, &used), (candidate, home)),
        };
        Some(Unmet {
            position: choice.position,
            dwelling: dwelling.to_owned(),
            candidate: candidate.cloned(),
            home: home.cloned(),
            why,
        })
    });
    unmet.collect()
}

fn why(
    scene: &Scene,
    problem: &ProblemFile,
    (answer, used): (&Answer, &HashMap<&str, usize>),
    (candidate, home): (&Candidate, &Home),
) -> WhyUnmet {
    let moves = i64::from(problem.max_moves.unwrap_or(u32::MAX));
    if candidate.lives_in.is_some() && answer.moves >= moves {
        return WhyUnmet::MoveLimit(problem.max_moves.unwrap_or_default());
    }
    let is_full = |cap: &&CapLine| used.get(cap.name.as_str()).is_some_and(|count| *count >= cap.at_most as usize);
    if let Some(cap) = problem.of_policy().filter(|cap| cap.is_about(&candidate.household, home.id())).find(is_full) {
        return WhyUnmet::Cap(cap.name.clone());
    }
    let is_vacant = scene.homes.iter().any(|vacant| vacant.id() == home.id());
    let tenant_moves = answer.placements.iter().any(|placed| placed.from.as_deref() == Some(home.id()));
    if is_vacant || tenant_moves { WhyUnmet::Others } else { WhyUnmet::TenantStays }
}

/// Whether no plan under these limits can give a household a home: there is no use in locking it.
pub(super) fn is_impossible(scene: &Scene, problem: &ProblemFile, candidate: &Candidate, home: &Home) -> bool {
    let may_not_move = candidate.lives_in.is_some() && problem.max_moves == Some(0);
    let is_full = |cap: &CapLine| {
        let there = |dwelling: &String| cap.homes.iter().any(|home| home == dwelling);
        let stay = scene.stays.iter().filter(|one| there(&one.dwelling) && cap.counts(&one.household));
        stay.count() >= cap.at_most as usize
    };
    may_not_move || problem.of_policy().any(|cap| cap.is_about(&candidate.household, home.id()) && is_full(cap))
}
