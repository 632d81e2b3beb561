//! A plan: who goes where. And how good it is.

use crate::problem::{Cap, Problem};
use crate::solution::Level;

/// For every household the home it goes to, or `None` if it stays where it is, or stays without.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Plan {
    pub goes_to: Vec<Option<usize>>,
}

/// How good a plan is, the weightiest part first. Of two values the greater one is the better plan.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Value {
    /// Households placed or moved, for each need class in use, most urgent first.
    pub counts: Vec<i64>,
    pub score: i64,
    /// Moves of sitting households, negated: fewer is better.
    pub minus_moves: i64,
}

impl Value {
    /// Is everything weightier than this part of the objective the same?
    pub fn equal_before(&self, problem: &Problem, level: Level, other: &Self) -> bool {
        let classes = match level {
            Level::Class(class) => problem.classes().binary_search(&class).unwrap_or_default(),
            Level::Score | Level::Moves => self.counts.len(),
        };
        let score = level != Level::Moves || self.score == other.score;
        score && self.counts[..classes] == other.counts[..classes]
    }

    /// One part of the objective, as it is reported.
    pub fn at(&self, problem: &Problem, level: Level) -> i64 {
        match level {
            Level::Class(class) => problem.classes().binary_search(&class).map_or(0, |at| self.counts[at]),
            Level::Score => self.score,
            Level::Moves => -self.minus_moves,
        }
    }
}

/// What hangs together: households that move one after the other, or all on the same day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Group {
    /// Each moves into the home the one before left; the first into a vacant one.
    Chain(Vec<usize>),
    /// Sitting households that trade homes among themselves.
    Ring(Vec<usize>),
}

impl Plan {
    pub fn nobody_moves(problem: &Problem) -> Self {
        Self { goes_to: vec![None; problem.households.len()] }
    }

    pub fn value(&self, problem: &Problem) -> Value {
        let classes = problem.classes();
        let mut value = Value { counts: vec![0; classes.len()], score: 0, minus_moves: 0 };
        for (at, household) in problem.households.iter().enumerate() {
            let Some(home) = self.goes_to[at] else { continue };
            let fits = problem.fits_of(at);
            let fit = fits.binary_search_by_key(&home, |fit| fit.home).expect("a plan uses listed fits only");
            value.score += fits[fit].score;
            if let Some(class) = household.need_class {
                value.counts[classes.binary_search(&class).expect("classes are all listed")] += 1;
            }
            if household.home.is_some() {
                value.minus_moves -= 1;
            }
        }
        value
    }

    /// Who moves into each home.
    pub fn comes_to(&self, problem: &Problem) -> Vec<Option<usize>> {
        let mut comes_to = vec![None; problem.homes.len()];
        for (household, home) in self.goes_to.iter().enumerate() {
            if let Some(home) = home {
                comes_to[*home] = Some(household);
            }
        }
        comes_to
    }

    /// Who lives in each home when all is done.
    pub fn lives_in(&self, problem: &Problem) -> Vec<Option<usize>> {
        let mut lives_in = self.comes_to(problem);
        for (household, line) in problem.households.iter().enumerate() {
            if let (Some(home), None) = (line.home, self.goes_to[household]) {
                lives_in[home] = Some(household);
            }
        }
        lives_in
    }

    /// The chains by the vacant home they begin with, then the rings by their first household.
    pub fn groups(&self, problem: &Problem) -> Vec<Group> {
        let comes_to = self.comes_to(problem);
        let mut seen = vec![false; problem.households.len()];
        let mut groups = Vec::new();
        for home in (0..problem.homes.len()).filter(|&home| problem.lives_in[home].is_none()) {
            let mut chain = Vec::new();
            let mut next = comes_to[home];
            while let Some(household) = next {
                seen[household] = true;
                chain.push(household);
                next = problem.households[household].home.and_then(|left| comes_to[left]);
            }
            if !chain.is_empty() {
                groups.push(Group::Chain(chain));
            }
        }
        for first in 0..problem.households.len() {
            if seen[first] || self.goes_to[first].is_none() {
                continue;
            }
            let mut ring = Vec::new();
            let mut next = Some(first);
            while let Some(household) = next.filter(|&household| !seen[household]) {
                seen[household] = true;
                ring.push(household);
                next = problem.households[household].home.and_then(|left| comes_to[left]);
            }
            groups.push(Group::Ring(ring));
        }
        groups
    }

    /// How many of the cap's households live in its homes when all is done.
    pub fn count(&self, problem: &Problem, cap: &Cap) -> i64 {
        let counted = cap.households.iter().filter(|&&household| {
            let lives_in = self.goes_to[household].or(problem.households[household].home);
            lives_in.is_some_and(|home| cap.homes.binary_search(&home).is_ok())
        });
        counted.map(|_| 1).sum()
    }
}
