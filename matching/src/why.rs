//! Why a household is without a home still.

use std::fmt;

use crate::caps::CapIndex;
use crate::exchange::Scope;
use crate::plan::Plan;
use crate::problem::Problem;

/// What stood in the way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// It fits no home that is vacant or can become so.
    NoFittingHome,
    /// Others went before it in every home it fits.
    Outranked,
    /// This cap was full.
    CapFull { cap: String },
}

impl fmt::Display for Why {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoFittingHome => formatter.write_str("no fitting home"),
            Self::Outranked => formatter.write_str("outranked"),
            Self::CapFull { cap } => write!(formatter, "cap full: {cap}"),
        }
    }
}

/// Every household without a home in the plan, with what stood in its way.
pub(crate) fn unplaced(problem: &Problem, plan: &Plan) -> Vec<(usize, Why)> {
    let scene = Scene::new(problem, plan);
    let without = (0..problem.households.len())
        .filter(|&household| problem.households[household].home.is_none() && plan.goes_to[household].is_none());
    without.map(|household| (household, scene.why(household))).collect()
}

/// The plan as it came out, laid out for asking about it.
struct Scene<'a> {
    problem: &'a Problem,
    lives_in: Vec<Option<usize>>,
    scope: Scope,
    /// The caps that are full in the plan.
    full_caps: CapIndex,
}

impl<'a> Scene<'a> {
    fn new(problem: &'a Problem, plan: &'a Plan) -> Self {
        let is_full = |at: usize| {
            let cap = &problem.caps[at];
            plan.count(problem, cap) >= problem.effective_limit(cap)
        };
        let full_caps = CapIndex::of(problem, is_full);
        Self { problem, lives_in: plan.lives_in(problem), scope: Scope::new(problem), full_caps }
    }

    /// A cap is what stood in the way if it alone kept the household out of every home it fits: out of an empty one,
    /// or out of one it could otherwise have had in somebody else's stead.
    fn why(&self, household: usize) -> Why {
        let first = self.problem.first_fit_of(household);
        let fits = (first..).zip(self.problem.fits_of(household));
        let possible = fits.filter(|&(at, _)| self.scope.possible(self.problem, at));
        let mut homes: Vec<_> = possible.map(|(_, fit)| fit).collect();
        if homes.is_empty() {
            return Why::NoFittingHome;
        }
        homes.sort_by_key(|fit| (self.lives_in[fit.home].is_some(), std::cmp::Reverse(fit.score), fit.home));
        let blocking: Vec<Option<usize>> = homes.iter().map(|fit| self.full_cap(household, fit.home)).collect();
        let an_empty_home_is_closed = self.lives_in[homes[0].home].is_none();
        let caps_close_every_home = blocking.iter().all(Option::is_some);
        if let (true, Some(cap)) = (an_empty_home_is_closed || caps_close_every_home, blocking[0]) {
            return Why::CapFull { cap: self.problem.caps[cap].name.clone() };
        }
        Why::Outranked
    }

    /// The first full cap that keeps the household out of this home, also if whoever lives there in the plan did not.
    fn full_cap(&self, household: usize, home: usize) -> Option<usize> {
        self.full_caps.counting(household, home).find(|&at| {
            let counted = &self.problem.caps[at].households;
            self.lives_in[home].is_none_or(|other| counted.binary_search(&other).is_err())
        })
    }
}
