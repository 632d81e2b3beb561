//! The problem without its limits on moves, lengths and caps: a plain assignment, solved in no time.
//!
//! A sitting household is paired with the home it stays in or the one it moves to, and must be in a pair: that is
//! what makes a home free only if its household moves. If the plan that comes out keeps the limits all the
//! same, it is the best there is.

use crate::assignment::{self, Table, Weight};
use crate::exchange::Scope;
use crate::plan::{Group, Plan, Value};
use crate::problem::Problem;
use crate::solution::{HomeValue, Price, Prices};

/// Weights this small can be added up along any path in 64 bits.
const FITS_64_BITS: i128 = 1 << 58;

/// How much weightier a class is than the next, in light weights.
pub(crate) const STEEPNESS: i32 = 8;
/// The guide cannot tell more classes than this apart by such weights, and a point of score too.
pub(crate) const CLASSES_AT_ONCE: usize = 4;

/// One weight for all parts of the objective: so much for a placement of each class and for a point of score, and one
/// less for a move. Each is worth more than everything lighter together.
pub(crate) struct Units {
    classes: Vec<(u32, i128)>,
    pub score: i128,
    /// The weightiest placement is below this.
    pub above_all: i128,
}

impl Units {
    /// `None` if 128 bits are too few.
    pub fn new(problem: &Problem, scope: &Scope) -> Option<Self> {
        let vacant = problem.lives_in.iter().filter(|sitting| sitting.is_none()).count();
        let at_once = i128::try_from((vacant + scope.movers).min(problem.households.len())).ok()?;
        let highest = problem.fits.iter().map(|fit| i128::from(fit.score)).max().unwrap_or(0);
        let score = i128::try_from(scope.movers).ok()? + 1;
        let mut next = score.checked_mul(highest.checked_mul(at_once)?.checked_add(1)?)?;
        let mut classes = Vec::new();
        for class in problem.classes().into_iter().rev() {
            classes.push((class, next));
            let members = problem.households.iter().filter(|household| household.need_class == Some(class)).count();
            next = next.checked_mul(i128::try_from(members).ok()?.min(at_once) + 1)?;
        }
        (next < i128::MAX >> 20).then_some(Self { classes, score, above_all: next })
    }

    /// Lighter weights, of these classes and the score, that a guide in floating point can tell apart. A class is worth `STEEPNESS` times the next one:
    /// enough for most problems, but what is best by these weights must be seen to have the most of every class.
    pub fn light(problem: &Problem, scope: &Scope, of_classes: &[u32]) -> Option<Self> {
        let highest = problem.fits.iter().map(|fit| i128::from(fit.score)).max().unwrap_or(0);
        let score = i128::try_from(scope.movers).ok()? + 1;
        let mut next = score.checked_mul(highest + 1)?;
        let mut classes = Vec::new();
        for &class in of_classes.iter().rev() {
            next = next.checked_mul(i128::from(STEEPNESS))?;
            classes.push((class, next));
        }
        let at_once = i128::try_from(problem.homes.len().min(problem.households.len())).ok()?;
        let above_all = (next + score * highest).checked_mul(at_once + 1)?;
        (above_all < i128::MAX >> 20).then_some(Self { classes, score, above_all })
    }

    pub fn weight(&self, problem: &Problem, fit: usize) -> i128 {
        let fit = problem.fits[fit];
        let household = &problem.households[fit.household];
        let placed = i128::from(fit.score) * self.score + household.need_class.map_or(0, |class| self.of_class(class));
        placed - i128::from(household.home.is_some())
    }

    /// What a placement of this class weighs.
    pub fn of_class(&self, class: u32) -> i128 {
        self.classes.iter().find(|(known, _)| *known == class).map_or(0, |unit| unit.1)
    }

    /// What a whole plan weighs.
    pub fn weigh(&self, value: &Value) -> i128 {
        let counted = value.counts.iter().zip(self.classes.iter().rev());
        let classes: i128 = counted.map(|(count, (_, unit))| i128::from(*count) * unit).sum();
        classes + i128::from(value.score) * self.score + i128::from(value.minus_moves)
    }

    /// What every fit weighs; `None` if 64 bits are too few.
    pub fn weights(&self, problem: &Problem) -> Option<Vec<i64>> {
        (0..problem.fits.len()).map(|fit| i64::try_from(self.weight(problem, fit)).ok()).collect()
    }

    /// The score no plan of such a weight, counted in parts, exceeds; `None` if it has need classes in it.
    pub fn relaxed_score(&self, problem: &Problem, weight: i128, parts: i64) -> Option<Price> {
        let sitting = problem.lives_in.iter().filter(|household| household.is_some()).count();
        let moves = i128::try_from(sitting).ok()?;
        self.classes.is_empty().then(|| self.score_in(weight + moves * i128::from(parts), parts))
    }

    /// The score in a weight counted in parts, with whole placements of a class left out.
    pub fn score_in(&self, weight: impl Into<i128>, parts: i64) -> Price {
        let parts = i128::from(parts);
        let rest = self.classes.iter().rev().fold(weight.into(), |rest, (_, unit)| {
            let half = unit * parts / 2;
            (rest + half).rem_euclid(unit * parts) - half
        });
        let thousandths = (rest * 1000 + self.score * parts / 2).div_euclid(self.score * parts);
        Price { thousandths: i64::try_from(thousandths).unwrap_or(i64::MAX) }
    }
}

/// Homes bid for households if there are fewer of them. But what all homes want alike, such as urgent households or
/// those that must stay in some home, is better on the bidders' side: it would take many bids to settle its price.
pub(crate) fn goes_by_home(problem: &Problem, scope: &Scope) -> bool {
    problem.homes.len() < problem.households.len() && scope.movers == 0 && problem.classes().is_empty()
}

/// The best plan if none of the limits mattered, with the homes' values; `None` if weights grow too wide.
pub(crate) fn solve(problem: &Problem, scope: &Scope) -> Option<(Plan, Prices)> {
    let units = Units::new(problem, scope)?;
    if units.above_all < FITS_64_BITS {
        let narrow = |fit| i64::try_from(units.weight(problem, fit)).expect("checked to fit");
        Some(worded(problem, &units, assign(problem, scope, narrow), i128::from))
    } else {
        let weight = |fit| units.weight(problem, fit);
        Some(worded(problem, &units, assign(problem, scope, weight), |weight| weight))
    }
}

/// An assignment without limits, and the prices that prove it.
pub(crate) struct Assigned<W> {
    pub plan: Plan,
    pub household_prices: Vec<W>,
    pub home_prices: Vec<W>,
}

/// Assigns homes to households by these weights of fits, limits set aside.
pub(crate) fn assign<W: Weight>(problem: &Problem, scope: &Scope, weight: impl Fn(usize) -> W) -> Assigned<W> {
    let by_home = goes_by_home(problem, scope);
    let table =
        if by_home { table_by_home(problem, scope, weight) } else { table_by_household(problem, scope, weight) };
    let pairs = assignment::solve(&table);
    let mut plan = Plan::nobody_moves(problem);
    for (row, entry) in pairs.entry_of.iter().enumerate() {
        let Some(entry) = *entry else { continue };
        let column = table.column(entry);
        let (household, home) = if by_home { (column, row) } else { (row, column) };
        plan.goes_to[household] = (problem.households[household].home != Some(home)).then_some(home);
    }
    let (household_prices, home_prices) =
        if by_home { (pairs.column_prices, pairs.row_prices) } else { (pairs.row_prices, pairs.column_prices) };
    Assigned { plan, household_prices, home_prices }
}

fn table_by_household<W: Weight>(problem: &Problem, scope: &Scope, weight: impl Fn(usize) -> W) -> Table<W> {
    let mut table = Table::begin(problem.homes.len(), problem.fits.len() + scope.movers);
    let mut fits = problem.fits.iter().enumerate().peekable();
    for (household, line) in problem.households.iter().enumerate() {
        while let Some((at, fit)) = fits.next_if(|(_, fit)| fit.household == household) {
            if scope.possible(problem, at) {
                table.push(fit.home, weight(at));
            }
        }
        if let (true, Some(home)) = (scope.movable[household], line.home) {
            table.push(home, W::default());
        }
        table.end_row(scope.movable[household]);
    }
    table
}

/// Only where nobody moves.
fn table_by_home<W: Weight>(problem: &Problem, scope: &Scope, weight: impl Fn(usize) -> W) -> Table<W> {
    let mut fits: Vec<usize> = (0..problem.fits.len()).filter(|&fit| scope.possible(problem, fit)).collect();
    fits.sort_by_key(|&fit| problem.fits[fit].home);
    let entries = fits.into_iter().map(|fit| (problem.fits[fit].home, problem.fits[fit].household, weight(fit)));
    Table::new(problem.homes.len(), problem.households.len(), entries)
}

fn worded<W: Weight>(
    problem: &Problem,
    units: &Units,
    assigned: Assigned<W>,
    widen: impl Fn(W) -> i128,
) -> (Plan, Prices) {
    let vacant = (0..problem.homes.len()).filter(|&home| problem.lives_in[home].is_none());
    let value = |home: usize| HomeValue {
        home: problem.homes[home].clone(),
        value: units.score_in(widen(assigned.home_prices[home]), 1),
    };
    let homes = vacant.map(value).collect();
    let relaxed_score = units.relaxed_score(problem, units.weigh(&assigned.plan.value(problem)), 1);
    (assigned.plan, Prices { homes, relaxed_score, ..Prices::default() })
}

/// Does the plan keep the limits on moves, lengths and caps?
pub(crate) fn keeps_the_limits(problem: &Problem, plan: &Plan) -> bool {
    let sitting = |household: &usize| problem.households[*household].home.is_some();
    let moves = (0..plan.goes_to.len()).filter(|&at| plan.goes_to[at].is_some()).filter(sitting).count();
    problem.max_moves.allows(moves)
        && problem.caps.iter().all(|cap| plan.count(problem, cap) <= problem.effective_limit(cap))
        && plan.groups(problem).iter().all(|group| match group {
            Group::Chain(chain) => problem.max_chain.allows(chain.iter().filter(|at| sitting(at)).count()),
            Group::Ring(ring) => problem.max_ring.allows(ring.len()),
        })
}
