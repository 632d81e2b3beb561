//! Solving a problem, and reading the answer.

use super::under_way::Search;
use crate::office::{Office, OfficeError};
use crate::store::StoreError;
use matching::{Problem, Solution};
use serde::Deserialize;
use serde_json::Number;
use std::cell::RefCell;
use std::collections::BTreeMap;

/// After so long, in microseconds, the best found so far is on the wall while a better one is looked for.
const FIRST: i64 = 1_000_000;

/// How long a search goes on at most, in microseconds.
pub const LONGEST: i64 = 60_000_000;

/// What the solver writes before the name of the limit that was full.
pub const CAP_FULL: &str = "cap full: ";

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

/// What the limits cost by the solver's own prices, in points: about how much it can be at most.
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

/// What an answer is weighed by: households placed by need class, then the score, then few moves.
type Weight<'a> = (Vec<&'a i64>, i64, i64);

impl Answer {
    fn weight(&self) -> Weight<'_> {
        (self.counts.values().collect(), self.score, -self.moves)
    }

    /// Whether it is worth keeping in place of an earlier answer to the same problem: better, or proven at last.
    fn is_more_than(&self, before: &Self) -> bool {
        let (ours, theirs) = (self.weight(), before.weight());
        ours > theirs || (ours == theirs && self.optimal && !before.optimal)
    }
}

/// Solves a problem file, and tells of the first answer and of each that is better: the answer file, to the byte. The
/// search ends with the best found when somebody stops it, or it has gone on for a minute.
///
/// # Errors
/// When the file contradicts itself, or whatever `told` answers.
pub(super) fn search(
    office: &Office,
    search: &Search,
    problem: &str,
    told: &mut dyn FnMut(&str) -> Result<(), OfficeError>,
) -> Result<(), OfficeError> {
    let contradicts = |found: Vec<matching::Contradiction>| StoreError::Corrupt {
        what: "allocation problem",
        found: found.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "),
    };
    let problem = Problem::from_json(problem.as_bytes()).map_err(contradicts)?;
    let began = office.now();
    answers(&problem, &|longest| search.is_stopped() || office.now() - began > longest, told)
}

/// The best found after a second at most, each that is better as it is found, and then the best there is.
fn answers(
    problem: &Problem,
    is_over: &dyn Fn(i64) -> bool,
    told: &mut dyn FnMut(&str) -> Result<(), OfficeError>,
) -> Result<(), OfficeError> {
    let telling = RefCell::new(Telling { told, last: None, refused: None });
    let waiting: RefCell<Option<Solution>> = RefCell::new(None);
    let is_over = || {
        if is_over(LONGEST) || telling.borrow().refused.is_some() {
            return true;
        }
        if is_over(FIRST)
            && let Some(found) = waiting.take()
        {
            telling.borrow_mut().tell(&found);
        }
        false
    };
    let best = matching::solve_telling(problem, &is_over, &|found| {
        waiting.replace(Some(found));
    });
    let mut telling = telling.into_inner();
    telling.tell(&best);
    telling.refused.map_or(Ok(()), Err)
}

/// Passes answers on that are worth more than those before.
struct Telling<'a> {
    told: &'a mut dyn FnMut(&str) -> Result<(), OfficeError>,
    last: Option<Answer>,
    /// Nobody hears what is told: there is no use in going on.
    refused: Option<OfficeError>,
}

impl Telling<'_> {
    fn tell(&mut self, found: &Solution) {
        if self.refused.is_none() {
            self.refused = self.pass_on(&found.to_json()).err();
        }
    }

    fn pass_on(&mut self, text: &str) -> Result<(), OfficeError> {
        let answer = Answer::read(text)?;
        if self.last.as_ref().is_none_or(|last| answer.is_more_than(last)) {
            (self.told)(text)?;
            self.last = Some(answer);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn week() -> Problem {
        let kind = matching::generate::Kind::Caps { households: 200, homes: 50, fits_each: 20 };
        Problem::from_json(matching::generate::problem_file(kind, 1).as_bytes()).expect("it does not contradict itself")
    }

    /// Everything that is told, when a search may take as long as `is_over` says.
    fn told(is_over: &dyn Fn(i64) -> bool) -> Vec<Answer> {
        let mut told = Vec::new();
        let mut tell = |answer: &str| {
            told.push(Answer::read(answer)?);
            Ok(())
        };
        answers(&week(), is_over, &mut tell).expect("it is answered");
        told
    }

    #[test]
    fn a_search_that_is_stopped_keeps_the_best_found() {
        let told = told(&|_| true);
        assert_eq!(told.len(), 1, "nobody waits for more");
        assert!(told[0].optimal || told[0].bound.is_some(), "how good the best can be is told");
    }

    #[test]
    fn a_search_that_is_stopped_midway_keeps_a_plan_that_is_no_worse_than_the_first_and_says_how_good_one_can_be() {
        let kind = matching::generate::Kind::Caps { households: 600, homes: 150, fits_each: 30 };
        let text = matching::generate::problem_file(kind, 3);
        let problem = Problem::from_json(text.as_bytes()).expect("it does not contradict itself");
        let asked = std::cell::Cell::new(0);
        let stopped_after = |times: u32| {
            asked.set(0);
            let mut told = Vec::new();
            let mut tell = |answer: &str| {
                told.push(Answer::read(answer)?);
                Ok(())
            };
            let is_over = |_| asked.replace(asked.get() + 1) >= times;
            answers(&problem, &is_over, &mut tell).expect("it is answered");
            told.pop().expect("the best found")
        };
        let (first, later) = (stopped_after(0), stopped_after(40));
        assert!(!first.optimal && first.bound.is_some(), "something was stopped: {first:?}");
        assert!(first.weight() <= later.weight(), "whoever waits longer has no less");
        let best = stopped_after(u32::MAX);
        assert!(best.optimal && later.weight() <= best.weight());
        let bound = first.bound.expect("it says how good the best can be");
        assert!(bound.best_possible >= bound.found);
    }

    #[test]
    fn a_first_answer_is_told_of_and_the_search_goes_on_to_the_best() {
        let told = told(&|longest| longest == FIRST);
        let best = told.last().expect("there is an answer");
        assert!(best.optimal);
        assert!(told.windows(2).all(|two| two[1].is_more_than(&two[0])), "only what is better is told of");
    }
}
