//! One plan of a week, with what it does for each household and home.

use super::compared::{CapSide, Fate, HomeFate, Outcome, Place, Side};
use crate::office::OfficeError;
use crate::office::allocations::problem::{CapLine, FitLine, ProblemFile};
use crate::office::allocations::solving::{Answer, CAP_FULL};
use std::collections::{BTreeSet, HashMap};

/// One plan with its problem, looked up by id.
pub(super) struct Solved {
    pub problem: ProblemFile,
    pub answer: Answer,
    pub class: HashMap<String, Option<u32>>,
    lives: HashMap<String, Option<String>>,
    why: HashMap<String, String>,
    /// What becomes of each home.
    pub homes: HashMap<String, HomeFate>,
    /// Where each household goes.
    goes: HashMap<String, String>,
    /// What each placement counts for.
    points: HashMap<String, u32>,
}

impl Solved {
    pub fn read(problem: &str, answer: &str) -> Result<Self, OfficeError> {
        let (problem, answer) = (ProblemFile::read(problem)?, Answer::read(answer)?);
        let class = problem.households.iter().map(|it| (it.id.clone(), it.need_class)).collect();
        let lives = problem.households.iter().map(|it| (it.id.clone(), it.home.clone())).collect();
        let goes: HashMap<String, String> =
            answer.placements.iter().map(|placed| (placed.household.clone(), placed.to.clone())).collect();
        let mut homes: HashMap<String, HomeFate> =
            problem.homes.iter().map(|line| (line.id.clone(), HomeFate::Empty)).collect();
        for line in problem.households.iter().filter(|line| !goes.contains_key(&line.id)) {
            homes.extend(line.home.iter().map(|home| (home.clone(), HomeFate::LivedIn)));
        }
        homes.extend(goes.values().map(|home| (home.clone(), HomeFate::Given)));
        let is_made = |fit: &&FitLine| goes.get(&fit.household) == Some(&fit.home);
        let points = problem.fits.iter().filter(is_made).map(|fit| (fit.household.clone(), fit.score)).collect();
        let why = answer.unplaced.iter().map(|one| (one.household.clone(), one.why.clone())).collect();
        Ok(Self { problem, answer, class, lives, why, homes, goes, points })
    }

    /// Those the plan could do something for; the others are there because a limit counts them.
    pub fn in_play(&self) -> BTreeSet<&str> {
        let fits: BTreeSet<&str> = self.problem.fits.iter().map(|fit| fit.household.as_str()).collect();
        let all = self.problem.households.iter();
        let counts = all.filter(|it| it.need_class.is_some() || it.home.is_none() || fits.contains(it.id.as_str()));
        counts.map(|it| it.id.as_str()).collect()
    }

    pub fn outcome(&self, household: &str, places: &HashMap<String, Place>) -> Option<Outcome> {
        let lives = self.lives.get(household)?;
        let placed = self.goes.get(household);
        let fate = match (placed, lives) {
            (Some(_), None) => Fate::Placed,
            (Some(_), Some(_)) => Fate::Moved,
            (None, None) => Fate::Left,
            (None, Some(_)) => Fate::Stays,
        };
        let home = placed.or(lives.as_ref()).and_then(|home| places.get(home));
        let points = self.points.get(household).copied();
        Some(Outcome { fate, points, home: home.cloned(), why: self.why.get(household).cloned() })
    }

    /// The limits of policy, by name.
    pub fn caps(&self) -> HashMap<&str, CapSide> {
        let prices = self.answer.prices.caps.iter().map(|price| (price.cap.as_str(), price.one_more.to_string()));
        let mut prices: HashMap<&str, String> = prices.collect();
        let mut counted = self.problem.counted(&self.answer);
        let mut side = |cap: &CapLine| CapSide {
            at_most: cap.at_most,
            counted: counted.remove(cap.name.as_str()).unwrap_or_default(),
            stopped: self.stopped_by(&cap.name),
            one_more: prices.remove(cap.name.as_str()),
        };
        self.problem.of_policy().map(|cap| (cap.name.as_str(), side(cap))).collect()
    }

    /// Those who get no home because a limit is full.
    fn stopped_by(&self, cap: &str) -> BTreeSet<String> {
        let stopped = self.why.iter().filter(|(_, why)| why.strip_prefix(CAP_FULL) == Some(cap));
        stopped.map(|(household, _)| household.clone()).collect()
    }

    pub fn side(&self) -> Side {
        Side {
            score: self.answer.score,
            moves: self.answer.moves,
            optimal: self.answer.optimal,
            one_more_move: Some(self.answer.prices.move_limit.to_string()).filter(|price| price != "0"),
        }
    }
}
