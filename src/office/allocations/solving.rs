//! Solving a problem, and reading the answer.

use crate::office::Office;
use crate::store::StoreError;
use matching::Problem;
use serde::Deserialize;
use serde_json::Number;
use std::collections::BTreeMap;

/// How long a page waits for the best there is, in microseconds; then it gets the best found.
const LONGEST: i64 = 5_000_000;

/// The answer as the solver writes it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Answer {
    pub placements: Vec<Placed>,
    /// Who moves on the same day, in order.
    pub order: Vec<Vec<String>>,
    /// Households placed, by need class.
    pub counts: BTreeMap<u32, i64>,
    pub score: i64,
    pub moves: i64,
    /// Proven that nothing is better.
    pub optimal: bool,
    /// How good the best can be at most, where that is not proven.
    #[serde(default)]
    pub bound: Option<Bound>,
    pub unplaced: Vec<Unplaced>,
    pub prices: Prices,
}

/// The part of the objective that the search was on when it ended, and what that can be at the very most.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Bound {
    /// In the solver's words: `class 1`, `score` or `moves`.
    pub level: String,
    pub best_possible: i64,
    pub found: i64,
}

/// One household gets or changes home.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Placed {
    pub household: String,
    pub from: Option<String>,
    pub to: String,
}

/// Somebody who is without a home still; `why` in the solver's words.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Unplaced {
    pub household: String,
    pub why: String,
}

/// What the limits cost, in points.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Prices {
    pub caps: Vec<CapPrice>,
    pub move_limit: Number,
    pub homes: Vec<HomeValue>,
}

/// What one more within a limit would be worth.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct CapPrice {
    pub cap: String,
    pub one_more: Number,
}

/// What keeping a home back would cost.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct HomeValue {
    pub home: String,
    pub value: Number,
}

/// Somebody whose home another answer changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moved {
    pub household: String,
    pub before: Option<String>,
    pub after: Option<String>,
}

impl Answer {
    /// Reads an answer as it was kept.
    pub(super) fn read(text: &str) -> Result<Self, StoreError> {
        serde_json::from_str(text).map_err(|_| StoreError::Corrupt { what: "answer of a run", found: text.to_owned() })
    }

    /// Where a household is to live.
    pub fn home_of(&self, household: &str) -> Option<&Placed> {
        self.placements.iter().find(|placed| placed.household == household)
    }

    /// Who is to live in a home.
    pub fn who_gets(&self, home: &str) -> Option<&Placed> {
        self.placements.iter().find(|placed| placed.to == home)
    }

    /// The step in which a household moves, from 1.
    pub fn step_of(&self, household: &str) -> i64 {
        let at = self.order.iter().position(|step| step.iter().any(|one| one == household));
        at.map_or(1, |at| i64::try_from(at).unwrap_or(i64::MAX - 1) + 1)
    }

    /// Whom this answer gives another home than the one before did.
    pub fn since(&self, before: &Self) -> Vec<Moved> {
        let mut households: Vec<&str> =
            self.placements.iter().chain(&before.placements).map(|placed| placed.household.as_str()).collect();
        households.sort_unstable();
        households.dedup();
        let home = |answer: &Self, household: &str| answer.home_of(household).map(|placed| placed.to.clone());
        let moved = households.into_iter().map(|household| Moved {
            household: household.to_owned(),
            before: home(before, household),
            after: home(self, household),
        });
        moved.filter(|moved| moved.before != moved.after).collect()
    }
}

/// Solves a problem file: the answer file, to the byte.
///
/// # Errors
/// When the file contradicts itself.
pub fn replay(office: &Office, problem: &str) -> Result<String, StoreError> {
    let contradicts = |found: Vec<matching::Contradiction>| StoreError::Corrupt {
        what: "allocation problem",
        found: found.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "),
    };
    let problem = Problem::from_json(problem.as_bytes()).map_err(contradicts)?;
    let began = office.now();
    Ok(matching::solve(&problem, &|| office.now() - began > LONGEST).to_json())
}
