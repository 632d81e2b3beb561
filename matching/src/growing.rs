//! Pieces that join as the prices of the limits call for them, and what the prices prove.

use std::collections::HashSet;

use crate::exchange::{Exchange, Pieces, Row, Rows, Scope, TooMany, fits_of};
use crate::finish::{Found, Search};
use crate::plan::{Plan, Value};
use crate::problem::Problem;
use crate::relaxed::Assigned;

/// So many pieces join at once, and so many of one household.
const JOIN_AT_ONCE: usize = 600;
const JOIN_OF_ONE: usize = 3;
/// To begin with, so many pieces for each home.
const FIRST_PER_HOME: usize = 4;
/// Looking for them is given up at so many times their number.
const SHOWN_FOR_ONE: usize = 20;
/// The first exact search is given about so many pieces, or so many for each home.
const FIRST_SEARCHED: usize = 1500;
const FIRST_OF_A_HOME: usize = 5;
/// The exact search is given no more pieces than this.
const MOST_SEARCHED: usize = 60_000;
/// More pieces than this are not looked through.
const MOST_SHOWN: usize = 3_000_000;
/// What settled prices prove, counted in parts of a weight.
pub(crate) struct Settled {
    total: i128,
    pub parts: i64,
    /// By row.
    pub prices: Vec<i64>,
    /// What each fit brings beyond the prices; no piece brings more than nought.
    profits: Vec<i64>,
}

impl Settled {
    /// No plan weighs more.
    pub fn at_most(&self) -> i64 {
        self.in_weight(self.total)
    }

    /// No plan with a piece that loses more than this weighs more.
    pub fn at_most_beyond(&self, loss: i64) -> i64 {
        self.in_weight(self.total - i128::from(loss) - 1)
    }

    fn in_weight(&self, total: i128) -> i64 {
        i64::try_from(total.div_euclid(i128::from(self.parts))).unwrap_or(i64::MAX)
    }

    /// What a piece may lose and still be part of a plan that weighs more than this. `None` if there is no such plan.
    pub fn short_of_bound(&self, weight: i64) -> Option<i64> {
        let short = self.total - (i128::from(weight) + 1) * i128::from(self.parts);
        (short >= 0).then(|| i64::try_from(short).unwrap_or(i64::MAX))
    }
}

/// A search whose pieces are still joining.
pub(crate) struct Growing<'a> {
    problem: &'a Problem,
    pieces: Pieces,
    rows: Vec<Row>,
    search: Search<'a>,
    known: HashSet<Vec<u32>>,
    parts: i64,
    /// Prices to begin with, in parts.
    first_prices: Vec<i64>,
}

impl<'a> Growing<'a> {
    /// `None` if the weights are too wide to be counted in small parts.
    pub fn new(problem: &'a Problem, scope: &Scope, assigned: &Assigned<i64>, weights: &[i64]) -> Option<Self> {
        let heaviest = weights.iter().copied().max().unwrap_or(0).max(1);
        let parts = ((1_i64 << 50) / heaviest).min(1 << 24);
        if parts < 1 << 10 {
            return None;
        }
        let rows = Rows::new(problem, scope);
        let first_prices = rows.prices_of(assigned).into_iter().map(|price| price * parts).collect();
        let pieces = Pieces::new(problem, scope, &rows);
        let rows = rows.rows;
        let search = growing_search(problem, &rows);
        Some(Self { problem, pieces, rows, search, known: HashSet::new(), parts, first_prices })
    }

    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// Prices the limits and lets pieces join until none pays.
    pub fn settle(&mut self, weights: &[i64], out_of_time: &dyn Fn() -> bool) -> Result<Settled, TooMany> {
        let scaled: Vec<i64> = weights.iter().map(|weight| weight * self.parts).collect();
        if self.search.exchange.columns.is_empty() {
            self.join_first(&scaled)?;
        }
        // What pays a thousandth of the lightest placement or less is left to mending.
        let lightest = scaled.iter().copied().filter(|weight| *weight > 0).min().unwrap_or(self.parts);
        let tolerance = lightest.min(100 * self.parts) / 1000 + 1;
        loop {
            let prices = self.search.guide(&self.objective(weights), out_of_time);
            let mut prices: Vec<i64> = prices.iter().map(|price| in_parts(*price, self.parts)).collect();
            let profits = self.pieces.profits(&scaled, &prices);
            let found = self.paying(&profits, tolerance, JOIN_AT_ONCE, MOST_SHOWN)?;
            if !found.is_empty() && !out_of_time() {
                self.join(found);
                continue;
            }
            self.mend(&profits, &mut prices)?;
            let profits = self.pieces.profits(&scaled, &prices);
            let worth = self.rows.iter().zip(&prices).map(|(row, price)| i128::from(row.limit) * i128::from(*price));
            return Ok(Settled { total: worth.sum(), parts: self.parts, prices, profits });
        }
    }

    /// Looks for a better plan among the pieces at hand.
    pub fn follow_the_guide(&mut self, weights: &[i64], plan: &mut Plan, out_of_time: &dyn Fn() -> bool) {
        self.search.most_nodes = 1;
        self.run(weights, plan, None, out_of_time);
        self.search.most_nodes = usize::MAX;
    }

    /// Finds the best plan among the pieces at hand, if it weighs more than this.
    pub fn finish(
        &mut self,
        weights: &[i64],
        plan: &mut Plan,
        above: i64,
        short_cuts: bool,
        out_of_time: &dyn Fn() -> bool,
    ) -> Found {
        self.search.is_growing = false;
        self.search.takes_short_cuts = short_cuts;
        self.run(weights, plan, Some(above), out_of_time)
    }

    fn run(&mut self, weights: &[i64], plan: &mut Plan, above: Option<i64>, out_of_time: &dyn Fn() -> bool) -> Found {
        self.join_plan(plan);
        self.search.begin_with(plan);
        let found = self.search.maximise(&self.objective(weights), above, out_of_time);
        *plan = self.search.exchange.plan(self.problem, &self.search.taken);
        found
    }

    /// After a search of some pieces only: lets more join.
    pub fn begin_again(&mut self) {
        self.search = growing_search(self.problem, &self.rows);
        self.known.clear();
    }

    pub fn weigh(&self, weights: &[i64], plan: &Plan) -> i64 {
        let groups = plan.groups(self.problem);
        let fits = groups.iter().flat_map(|group| {
            let (moves, placement) = fits_of(self.problem, plan, group);
            moves.into_iter().chain(placement)
        });
        fits.map(|fit| weights[fit as usize]).sum()
    }

    /// Is it certain that no plan has better counts of placements by class?
    pub fn proves_the_counts(&mut self, problem: &Problem, value: &Value, out_of_time: &dyn Fn() -> bool) -> bool {
        let classes = problem.classes();
        let members = |class: u32| problem.households.iter().filter(|line| line.need_class == Some(class)).count();
        let mut units = vec![0_i64; classes.len()];
        let mut unit = 1_i64;
        for (at, &class) in classes.iter().enumerate().rev() {
            units[at] = unit;
            let Some(next) = i64::try_from(members(class) + 1).ok().and_then(|most| unit.checked_mul(most)) else {
                return false;
            };
            unit = next;
        }
        if unit > (1 << 50) / self.parts {
            return false;
        }
        let of_fit = |fit: &crate::problem::Fit| {
            let class = problem.households[fit.household].need_class;
            class.map_or(0, |class| units[classes.binary_search(&class).expect("classes are all listed")])
        };
        let weights: Vec<i64> = problem.fits.iter().map(of_fit).collect();
        let found: i64 = value.counts.iter().zip(&units).map(|(count, unit)| count * unit).sum();
        self.begin_again();
        self.settle(&weights, out_of_time).is_ok_and(|settled| settled.at_most() <= found)
    }

    fn objective(&self, weights: &[i64]) -> Vec<i64> {
        let weigh = |fits: &[u32]| fits.iter().map(|&fit| weights[fit as usize]).sum();
        self.search.exchange.columns.iter().map(|column| weigh(&column.fits)).collect()
    }

    /// The pieces that lose least at the first prices.
    fn join_first(&mut self, scaled: &[i64]) -> Result<(), TooMany> {
        let profits = self.pieces.profits(scaled, &self.first_prices);
        let few = FIRST_PER_HOME * self.problem.homes.len();
        let mut loss = self.parts;
        let mut found = self.paying(&profits, 0, few, MOST_SHOWN)?;
        while found.len() < few && loss < 1 << 54 {
            match self.paying(&profits, -loss, few, SHOWN_FOR_ONE * few) {
                Ok(more) => found = more,
                // Fewer to begin with will do.
                Err(TooMany) => break,
            }
            loss *= 2;
        }
        self.join(found);
        Ok(())
    }

    /// Raises the prices of households until no piece pays more than nought.
    fn mend(&self, profits: &[i64], prices: &mut [i64]) -> Result<(), TooMany> {
        let mut raised = vec![0; self.problem.households.len()];
        let mut shown = 0;
        self.pieces.each(profits, 1, &mut |fits, profit| {
            let households = || fits.iter().map(|&fit| self.problem.fits[fit as usize].household);
            let left = profit - households().map(|household| raised[household]).sum::<i64>();
            if let (true, Some(first)) = (left > 0, households().next()) {
                raised[first] += left;
            }
            shown += 1;
            if shown > MOST_SHOWN { Err(TooMany) } else { Ok(()) }
        })?;
        // The rows of households come first.
        prices.iter_mut().zip(&raised).for_each(|(price, raised)| *price += raised);
        Ok(())
    }

    /// Pieces that profit at least so much and are not at hand yet: the best, not too many of one household.
    fn paying(&self, profits: &[i64], least: i64, most: usize, most_shown: usize) -> Result<Vec<Vec<u32>>, TooMany> {
        let mut found: Vec<(i64, Vec<u32>)> = Vec::new();
        self.pieces.each(profits, least, &mut |fits, profit| {
            found.push((profit, fits.to_vec()));
            if found.len() > most_shown { Err(TooMany) } else { Ok(()) }
        })?;
        found.sort_unstable_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
        let mut times = vec![0; self.problem.households.len()];
        let mut chosen = Vec::new();
        for (_, fits) in found {
            let households = || fits.iter().map(|&fit| self.problem.fits[fit as usize].household);
            if households().all(|household| times[household] >= JOIN_OF_ONE) || self.known.contains(&sorted(&fits)) {
                continue;
            }
            households().for_each(|household| times[household] += 1);
            chosen.push(fits);
            if chosen.len() >= most {
                break;
            }
        }
        Ok(chosen)
    }

    /// Lets every piece join that loses at most so much.
    pub fn join_within(&mut self, settled: &Settled, loss: i64) -> Result<(), TooMany> {
        let found = self.losing(settled, loss, MOST_SEARCHED)?;
        self.join(found);
        Ok(())
    }

    /// A loss that few pieces keep within.
    pub fn first_loss(&self, settled: &Settled) -> i64 {
        let few = FIRST_SEARCHED.max(FIRST_OF_A_HOME * self.problem.homes.len());
        let mut loss = settled.parts;
        while loss < 1 << 54 && self.losing(settled, 2 * loss, few).is_ok() {
            loss *= 2;
        }
        loss
    }

    fn losing(&self, settled: &Settled, loss: i64, most: usize) -> Result<Vec<Vec<u32>>, TooMany> {
        let mut found = Vec::new();
        self.pieces.each(&settled.profits, -loss, &mut |fits, _| {
            found.push(fits.to_vec());
            if found.len() > most { Err(TooMany) } else { Ok(()) }
        })?;
        Ok(found)
    }

    fn join(&mut self, found: Vec<Vec<u32>>) {
        let new: Vec<_> = found.into_iter().filter(|fits| self.known.insert(sorted(fits))).collect();
        self.search.add(new.iter().map(|fits| self.pieces.column(fits)).collect());
    }

    /// The pieces of a plan join.
    fn join_plan(&mut self, plan: &Plan) {
        let mut found = Vec::new();
        for group in plan.groups(self.problem) {
            let (moves, placement) = fits_of(self.problem, plan, &group);
            found.extend(placement.map(|fit| vec![fit]));
            if self.pieces.any_length() {
                found.extend(moves.into_iter().map(|fit| vec![fit]));
            } else if !moves.is_empty() {
                found.push(moves);
            }
        }
        self.join(found);
    }
}

fn growing_search<'a>(problem: &'a Problem, rows: &[Row]) -> Search<'a> {
    let mut search = Search::new(problem, Exchange::of(Vec::new(), rows.to_vec()));
    search.is_growing = true;
    search
}

fn sorted(fits: &[u32]) -> Vec<u32> {
    let mut fits = fits.to_vec();
    fits.sort_unstable();
    fits
}

#[expect(clippy::float_arithmetic, reason = "a price from the guide; whatever it is rounded to is as true a price")]
fn in_parts(price: f64, parts: i64) -> i64 {
    // A price so high says nothing more, and prices must be added up.
    const HIGHEST: f64 = (1_u64 << 54) as f64;
    (price.max(0.0) * parts as f64).min(HIGHEST).round() as i64
}
