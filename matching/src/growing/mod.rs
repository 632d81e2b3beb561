//! Pieces that join as the prices of the limits call for them, and what the prices prove.

mod counts;
mod joining;
mod settled;

use std::collections::HashSet;

use joining::MOST_SHOWN;
pub(crate) use settled::Settled;

use crate::exchange::{Exchange, Pieces, Row, RowKind, Rows, Scope, TooMany, fits_of};
use crate::finish::{Found, Search};
use crate::plan::Plan;
use crate::problem::Problem;
use crate::relaxed::{Assigned, STEEPNESS};

/// A search whose pieces are still joining.
pub(crate) struct Growing<'a> {
    problem: &'a Problem,
    pieces: Pieces,
    rows: Vec<Row>,
    search: Search<'a>,
    known: HashSet<Vec<u32>>,
    parts: i64,
    /// A search among the pieces is given up after so many steps.
    pub patience: usize,
    /// Prices to begin with, in parts.
    first_prices: Vec<i64>,
}

impl<'a> Growing<'a> {
    /// So many placements of some classes must be kept. `None` if the weights are too wide to be counted in small parts.
    pub fn new(
        problem: &'a Problem,
        scope: &Scope,
        assigned: &Assigned<i64>,
        weights: &[i64],
        held: &[(u32, i64)],
    ) -> Option<Self> {
        let heaviest = weights.iter().copied().max().unwrap_or(0).max(1);
        let parts = ((1_i64 << 50) / heaviest).min(1 << 24);
        if parts < 1 << 10 {
            return None;
        }
        let mut rows = Rows::new(problem, scope);
        rows.count_classes(STEEPNESS);
        held.iter().for_each(|&(class, count)| rows.hold(class, count));
        let first_prices = rows.prices_of(assigned).into_iter().map(|price| price * parts).collect();
        let pieces = Pieces::new(problem, scope, &rows);
        let rows = rows.rows;
        let search = growing_search(problem, &rows);
        Some(Self { problem, pieces, rows, search, known: HashSet::new(), parts, patience: usize::MAX, first_prices })
    }

    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// Prices the limits and lets pieces join until none pays.
    pub fn settle(&mut self, weights: &[i64], plan: &Plan, out_of_time: &dyn Fn() -> bool) -> Result<Settled, TooMany> {
        let scaled: Vec<i64> = weights.iter().map(|weight| weight * self.parts).collect();
        if self.search.exchange.columns.is_empty() {
            self.join_first(&scaled)?;
            self.join_plan(plan);
            self.search.begin_with(plan);
            self.search.guide_from_plan();
        }
        // What pays a thousandth of the lightest placement or less is left to mending.
        let lightest = scaled.iter().copied().filter(|weight| *weight > 0).min().unwrap_or(self.parts);
        let tolerance = lightest.min(100 * self.parts) / 1000 + 1;
        loop {
            let prices = self.search.guide(&self.objective(weights), out_of_time);
            let whole = |(price, row)| in_parts(price, self.parts).min(highest_price(row));
            let mut prices: Vec<i64> = prices.into_iter().zip(&self.rows).map(whole).collect();
            let profits = self.pieces.profits(&scaled, &prices);
            let found = self.paying_now(&profits, tolerance)?;
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
        self.search.most_nodes = self.patience;
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

    fn objective(&self, weights: &[i64]) -> Vec<i64> {
        let weigh = |fits: &[u32]| fits.iter().map(|&fit| weights[fit as usize]).sum();
        self.search.exchange.columns.iter().map(|column| weigh(&column.fits)).collect()
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
}

fn growing_search<'a>(problem: &'a Problem, rows: &[Row]) -> Search<'a> {
    let mut search = Search::new(problem, Exchange::of(Vec::new(), rows.to_vec()));
    search.is_growing = true;
    search
}

/// A price so high says nothing more, and prices must be added up.
const HIGHEST_PRICE: i64 = 1 << 54;

/// In proportion to what a fit can count in the row.
fn highest_price(row: &Row) -> i64 {
    match row.kind {
        RowKind::Counts(heaviest) => HIGHEST_PRICE / i64::from(heaviest),
        RowKind::Household(_)
        | RowKind::Home(_)
        | RowKind::Position
        | RowKind::Ring
        | RowKind::Cap(_)
        | RowKind::MoveLimit
        | RowKind::AtLeast => HIGHEST_PRICE,
    }
}

#[expect(clippy::float_arithmetic, reason = "a price from the guide; whatever it is rounded to is as true a price")]
fn in_parts(price: f64, parts: i64) -> i64 {
    (price.max(0.0) * parts as f64).min(HIGHEST_PRICE as f64).round() as i64
}
