//! Prices on caps and on moves, found by asking again and again what the plain assignment makes of them.
//!
//! With any prices, the assignment's worth plus what the limits are worth is a bound on every plan. Each round raises
//! the prices of limits that were passed and lowers the others. In whole parts throughout, so a bound is a proof.

use crate::assignment::{self, Pairs, Table};
use crate::caps::CapIndex;
use crate::exchange::Scope;
use crate::plan::Plan;
use crate::problem::Problem;
use crate::relaxed::{self, Units};

/// Prices are counted in these parts of the smallest weight, when there is room for it.
const FINEST: i64 = 64;
/// Weights up to this can be added up along any path in 64 bits.
const WIDEST: i128 = 1 << 56;
/// All prices that meet in one entry stay below this together, so that they can be added up.
const HIGHEST_PRICES: i64 = 1 << 57;

/// The assignment with prices on its limits.
pub(crate) struct Priced<'a> {
    problem: &'a Problem,
    pub parts: i64,
    table: Table<i64>,
    /// By entry of the table: its fit, or `None` for staying.
    fit_of: Vec<Option<usize>>,
    /// By entry: its weight in parts, before prices.
    base: Vec<i64>,
    /// By entry: the limits it counts in.
    counts: Counts,
    pub limits: Vec<i64>,
    /// Whatever prices are asked for, none is put higher than this. Any prices at all make a bound.
    highest_price: i64,
}

/// Limits each entry counts in, laid end to end.
struct Counts {
    starts: Vec<usize>,
    limits: Vec<(u32, i8)>,
}

/// What some prices give.
pub(crate) struct Round {
    /// No plan weighs more, in parts.
    pub bound: i128,
    pub plan: Plan,
    /// How far each limit is passed; below nought if it is not.
    pub passed: Vec<i64>,
    prices: Vec<i64>,
    pairs: Pairs<i64>,
}

impl<'a> Priced<'a> {
    /// The limits are the caps in order, then the limit on moves. `None` if the weights are too wide for 64 bits.
    pub fn new(problem: &'a Problem, scope: &Scope, units: &Units) -> Option<Self> {
        let widest = units.above_all;
        let parts = i64::try_from((WIDEST / widest.max(1)).min(i128::from(FINEST))).ok()?;
        if parts < 1 {
            return None;
        }
        let narrow = |weight: i128| i64::try_from(weight * i128::from(parts)).expect("checked to fit");
        let mut entries: Vec<(usize, usize, Option<usize>, i64)> = Vec::with_capacity(problem.fits.len());
        for (at, fit) in problem.fits.iter().enumerate() {
            if scope.possible(problem, at) {
                entries.push((fit.household, fit.home, Some(at), narrow(units.weight(problem, at))));
            }
        }
        for (household, line) in problem.households.iter().enumerate() {
            if let (true, Some(home)) = (scope.movable[household], line.home) {
                entries.push((household, home, None, 0));
            }
        }
        let by_home = relaxed::goes_by_home(problem, scope);
        if by_home {
            entries.iter_mut().for_each(|(household, home, _, _)| std::mem::swap(household, home));
        }
        entries.sort_by_key(|&(row, _, _, _)| row);
        let (height, width) = if by_home {
            (problem.homes.len(), problem.households.len())
        } else {
            (problem.households.len(), problem.homes.len())
        };
        let mut table =
            Table::new(height, width, entries.iter().map(|&(row, column, _, weight)| (row, column, weight)));
        if !by_home {
            table.must.clone_from(&scope.movable);
        }
        let fit_of: Vec<Option<usize>> = entries.iter().map(|entry| entry.2).collect();
        let base = entries.iter().map(|entry| entry.3).collect();
        let counts = Counts::new(problem, &fit_of);
        let caps = problem.caps.iter().map(|cap| problem.effective_limit(cap) - problem.count_today(cap));
        let moves = i64::try_from(scope.moves).expect("counts of households are small");
        let limits = caps.chain([moves]).collect();
        let highest_price = HIGHEST_PRICES / counts.most_in_one_entry().max(1);
        Some(Self { problem, parts, table, fit_of, base, counts, limits, highest_price })
    }

    /// Solves the assignment with these prices, in parts, on the limits.
    pub fn round(&mut self, prices: &[i64]) -> Round {
        let prices: Vec<i64> = prices.iter().map(|price| (*price).clamp(0, self.highest_price)).collect();
        let prices = prices.as_slice();
        for entry in 0..self.base.len() {
            self.table.weights[entry] = self.priced_weight(entry, prices);
        }
        let pairs = assignment::solve(&self.table);
        let mut bound: i128 =
            pairs.row_prices.iter().chain(&pairs.column_prices).map(|price| i128::from(*price)).sum::<i128>();
        bound +=
            prices.iter().zip(&self.limits).map(|(price, limit)| i128::from(*price) * i128::from(*limit)).sum::<i128>();
        let mut plan = Plan::nobody_moves(self.problem);
        let mut passed: Vec<i64> = self.limits.iter().map(|limit| -limit).collect();
        for entry in pairs.entry_of.iter().flatten() {
            if let Some(fit) = self.fit_of[*entry] {
                let fit = self.problem.fits[fit];
                plan.goes_to[fit.household] = Some(fit.home);
                self.counts.of(*entry).iter().for_each(|&(limit, count)| passed[limit as usize] += i64::from(count));
            }
        }
        Round { bound, plan, passed, prices: prices.to_vec(), pairs }
    }

    fn priced_weight(&self, entry: usize, prices: &[i64]) -> i64 {
        let counts = self.counts.of(entry).iter();
        self.base[entry] - counts.map(|&(limit, count)| prices[limit as usize] * i64::from(count)).sum::<i64>()
    }

    /// By fit: how much the bound falls, in parts, if the plan must use it. Fits that cannot be used are `None`.
    pub fn losses(&self, round: &Round) -> Vec<Option<i64>> {
        let mut losses = vec![None; self.problem.fits.len()];
        for row in 0..self.table.height() {
            for entry in self.table.entries(row) {
                if let Some(fit) = self.fit_of[entry] {
                    let priced = round.pairs.row_prices[row] + round.pairs.column_prices[self.table.column(entry)];
                    losses[fit] = Some(priced - self.priced_weight(entry, &round.prices));
                }
            }
        }
        losses
    }
}

impl Counts {
    fn new(problem: &Problem, fit_of: &[Option<usize>]) -> Self {
        let caps = CapIndex::new(problem);
        let index = |at: usize| u32::try_from(at).expect("fewer limits than 32 bits can count");
        let mut counts = Self { starts: vec![0], limits: Vec::new() };
        for fit in fit_of {
            if let Some(fit) = fit.map(|fit| problem.fits[fit]) {
                let from = problem.households[fit.household].home;
                let changes = caps.changes(fit.household, from, fit.home);
                counts.limits.extend(changes.map(|(cap, count)| (index(cap), count)));
                if from.is_some() {
                    counts.limits.push((index(problem.caps.len()), 1));
                }
            }
            counts.starts.push(counts.limits.len());
        }
        counts
    }

    fn most_in_one_entry(&self) -> i64 {
        let most = self.starts.windows(2).map(|ends| ends[1] - ends[0]).max().unwrap_or(0);
        i64::try_from(most).expect("fewer limits than 63 bits can count")
    }

    fn of(&self, entry: usize) -> &[(u32, i8)] {
        &self.limits[self.starts[entry]..self.starts[entry + 1]]
    }
}

/// Goes towards the prices that give the least bound.
pub(crate) struct Descent {
    pub best: Round,
    direction: Vec<f64>,
    exact: Vec<f64>,
    eagerness: f64,
    idle: usize,
}

impl Descent {
    /// Begins with everything free.
    pub fn new(priced: &mut Priced<'_>) -> Self {
        let prices = vec![0; priced.limits.len()];
        let best = priced.round(&prices);
        let count = prices.len();
        Self { exact: vec![0.0; count], best, direction: vec![0.0; count], eagerness: 1.0, idle: 0 }
    }

    /// One round, aiming at a bound of `target`, which some plan is thought to reach.
    #[expect(clippy::float_arithmetic, reason = "where to look next is a guess; what is found there is counted whole")]
    pub fn step(&mut self, priced: &mut Priced<'_>, target: i128, last: &mut Vec<i64>) {
        for (at, &passed) in last.iter().enumerate() {
            let at_floor = passed < 0 && self.exact[at] <= 0.0;
            let aim = if at_floor { 0.0 } else { passed as f64 };
            self.direction[at] = 0.6 * self.direction[at] + aim;
        }
        let length: f64 = self.direction.iter().map(|part| part * part).sum();
        if length < 1e-9 {
            self.idle += 100;
            return;
        }
        let gap = (self.best.bound - target).max(1) as f64;
        let stride = self.eagerness * gap / length;
        for (exact, part) in self.exact.iter_mut().zip(&self.direction) {
            *exact = (*exact + stride * part).max(0.0);
        }
        let prices: Vec<i64> = self.exact.iter().map(|price| price.round() as i64).collect();
        let round = priced.round(&prices);
        last.clone_from(&round.passed);
        if round.bound < self.best.bound {
            self.idle = 0;
            self.best = round;
        } else {
            self.idle += 1;
            if self.idle % 6 == 5 {
                self.eagerness *= 0.6;
                self.exact = self.best.prices.iter().map(|price| *price as f64).collect();
                self.direction.fill(0.0);
                last.clone_from(&self.best.passed);
            }
        }
    }

    /// Nothing more to gain this way.
    pub fn is_spent(&self) -> bool {
        self.idle > 24
    }

    /// Takes other prices if they give a lower bound.
    pub fn offer(&mut self, priced: &mut Priced<'_>, prices: &[i64]) {
        let round = priced.round(prices);
        if round.bound < self.best.bound {
            self.best = round;
        }
    }
}
