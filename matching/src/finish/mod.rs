//! The exact search: linear programmes for guidance, whole-number bounds for proof, branching for the rest.

mod choices;
mod guide;
mod part;
mod plans;
mod tree;
mod trials;

use choices::Mark;
use guide::{cost, per, quotient, scale, sum};
use tree::Tree;

use crate::bound::{Bound, ExtraRow, Held};
use crate::cuts;
use crate::exchange::{Column, Exchange, Row, RowKind};
use crate::plan::Plan;
use crate::problem::Problem;
use crate::simplex::{Joins, Programme};

/// A search over the columns of a problem, one part of the objective after the other.
pub(crate) struct Search<'a> {
    problem: &'a Problem,
    pub exchange: Exchange,
    simplex: Programme,
    extra: Vec<ExtraRow>,
    /// By row: what its entries are divided by before the guide sees them.
    row_unit: Vec<f64>,
    /// By row: its limit must be used up.
    tight: Vec<bool>,
    /// By household: its row.
    household_row: Vec<Option<usize>>,
    held: Vec<Held>,
    /// What choices have turned out to cost.
    known: trials::Known,
    /// The best columns to take so far.
    pub taken: Vec<bool>,
    pub nodes: usize,
    /// The search ends without proof after so many steps.
    pub most_nodes: usize,
    /// Columns are still to be added: nothing may be concluded for good, and no rows need to help.
    pub is_growing: bool,
    /// Plans are sought by short cuts too, not by going through the tree alone.
    pub takes_short_cuts: bool,
}

/// What came of one part of the objective.
pub(crate) struct Found {
    pub value: i64,
    /// The tree was gone through whole.
    pub finished: bool,
    /// No plan has more; equal to the value if that is proven to be the best. If all that was looked for is ruled out,
    /// what was to be exceeded.
    pub bound: i64,
    /// The price of each row of the exchange, in the objective's unit, before branching; and what they prove there can
    /// be at most, in thousandths.
    pub prices: Vec<f64>,
    pub relaxed: i64,
}

impl<'a> Search<'a> {
    pub fn new(problem: &'a Problem, exchange: Exchange) -> Self {
        let count = exchange.columns.len();
        let mut rows: Vec<Vec<(u32, f64)>> = vec![Vec::new(); exchange.rows.len()];
        for (at, column) in (0..).zip(&exchange.columns) {
            column.entries.iter().for_each(|&(row, entry)| rows[row as usize].push((at, f64::from(entry))));
        }
        let mut simplex = Programme::new(count);
        for (entries, row) in rows.into_iter().zip(&exchange.rows) {
            simplex.add_row(entries, row.limit as f64, joins(row));
        }
        let mut household_row = vec![None; problem.households.len()];
        for (at, row) in exchange.rows.iter().enumerate() {
            if let RowKind::Household(household) = row.kind {
                household_row[household] = Some(at);
            }
        }
        Self {
            problem,
            simplex,
            extra: Vec::new(),
            row_unit: vec![1.0; exchange.rows.len()],
            tight: vec![false; exchange.rows.len()],
            household_row,
            exchange,
            held: vec![None; count],
            known: trials::Known::default(),
            taken: vec![false; count],
            nodes: 0,
            most_nodes: usize::MAX,
            is_growing: false,
            takes_short_cuts: true,
        }
    }

    /// Adds columns, while the search is growing. Rows that helped the guide so far go on doing so.
    pub fn add(&mut self, columns: Vec<Column>) {
        let rows = self.exchange.rows.len();
        let first = u32::try_from(self.exchange.columns.len()).expect("fewer columns than 32 bits can count");
        let mut added = Vec::with_capacity(columns.len());
        for (at, column) in (first..).zip(&columns) {
            let mut entries: Vec<(u32, f64)> =
                column.entries.iter().map(|&(row, entry)| (row, f64::from(entry))).collect();
            let in_extra = cuts::entries_of(&column.entries, rows, &self.extra);
            for (extra, entry) in in_extra.into_iter().enumerate().filter(|(_, entry)| *entry != 0) {
                self.extra[extra].entries.push((at, entry));
                let row = u32::try_from(rows + extra).expect("fewer rows than 32 bits can count");
                entries.push((row, quotient(entry, self.row_unit[rows + extra])));
            }
            added.push(entries);
        }
        self.simplex.add_columns(added);
        self.exchange.columns.extend(columns);
        self.held.resize(self.exchange.columns.len(), None);
        self.taken.resize(self.exchange.columns.len(), false);
    }

    /// Begins with this plan as the best so far, if it can be made of the columns.
    pub fn begin_with(&mut self, plan: &Plan) {
        if let Some(taken) = self.exchange.taking(self.problem, plan)
            && self.room(&taken).iter().all(|room| *room >= 0)
            && cuts::too_long(self.problem, &self.exchange, &taken).is_empty()
        {
            self.taken = taken;
        }
    }

    /// Lowers the limit of a row.
    pub fn set_limit(&mut self, row: usize, limit: i64) {
        self.exchange.rows[row].limit = limit;
        self.simplex.set_limit(row, limit as f64);
    }

    /// Does the guide use a limit in part?
    #[expect(clippy::float_arithmetic, reason = "whether to look closer is a choice")]
    pub fn uses_a_part_of(&self, row: usize, least: f64) -> bool {
        let used = self.simplex.used(row);
        (used - used.round()).abs() > least
    }

    /// Lets the guide begin at the best plan so far.
    pub fn guide_from_plan(&mut self) {
        self.simplex.begin_at(&self.taken);
    }

    /// Finds the choice of columns with the greatest sum of `objective`, among those that keep what was required
    /// before. With `above`, only one with a greater sum than that is looked for.
    pub fn maximise(&mut self, objective: &[i64], above: Option<i64>, out_of_time: &dyn Fn() -> bool) -> Found {
        let divisor = objective.iter().fold(0, |divisor, &value| gcd(divisor, value.abs())).max(1);
        let objective: Vec<i64> = objective.iter().map(|value| value / divisor).collect();
        let unit = objective.iter().map(|value| value.abs()).max().unwrap_or(0).max(1);
        self.set_costs(&objective, unit);
        let mut tree = Tree::new(objective, unit);
        let known = self.worth(&tree.objective, &self.taken);
        tree.best = above.map_or(known, |above| known.max(above.div_euclid(divisor)));
        let finished = self.explore(&mut tree, out_of_time);
        self.release(&mut tree, Mark::default());
        let (bound, prices) = tree.root.take().map_or((None, Vec::new()), |(bound, prices)| (Some(bound), prices));
        if let (true, false, None, Some(bound)) = (finished, self.is_growing, above, &bound) {
            self.hold_for_good(bound, tree.best);
        }
        let relaxed = bound.as_ref().map_or(i64::MAX, Bound::in_thousandths).saturating_mul(divisor);
        let at_most = bound.map_or_else(|| all_at_best(&tree.objective), |bound| bound.at_most());
        let at_most = at_most.min(tree.at_most).max(tree.best);
        Found {
            value: self.worth(&tree.objective, &self.taken) * divisor,
            finished,
            bound: if finished { tree.best } else { at_most } * divisor,
            prices: prices.into_iter().take(self.exchange.rows.len()).map(|price| scale(price, divisor)).collect(),
            relaxed,
        }
    }

    /// The price of each row, in the objective's unit, when nothing is branched on.
    pub fn guide(&mut self, objective: &[i64], out_of_time: &dyn Fn() -> bool) -> Vec<f64> {
        let unit = objective.iter().map(|value| value.abs()).max().unwrap_or(0).max(1);
        self.set_costs(objective, unit);
        self.simplex.solve(f64::INFINITY, out_of_time);
        self.simplex.prices().into_iter().map(|price| scale(price, unit)).collect()
    }

    /// From now on, only choices whose sum of `objective` is at least `value` count.
    pub fn require(&mut self, objective: &[i64], value: i64) {
        let divisor = objective.iter().fold(0, |divisor, &value| gcd(divisor, value.abs())).max(1);
        let entries = (0..).zip(objective).filter(|(_, value)| **value != 0);
        self.add_row(ExtraRow {
            entries: entries.map(|(at, value)| (at, -value / divisor)).collect(),
            limit: -value / divisor,
            halves: Vec::new(),
        });
    }

    fn add_row(&mut self, row: ExtraRow) {
        let unit = row.entries.iter().map(|(_, entry)| entry.abs()).max().unwrap_or(1) as f64;
        let entries = row.entries.iter().map(|&(column, entry)| (column, quotient(entry, unit))).collect();
        self.simplex.add_row(entries, quotient(row.limit, unit), Joins::AtOnce);
        self.row_unit.push(unit);
        self.tight.push(false);
        self.extra.push(row);
    }

    /// Holds what must be so in every plan better than the best so far.
    fn hold_by_price(&mut self, bound: &Bound, tree: &mut Tree) {
        for column in 0..self.held.len() {
            if self.held[column].is_none()
                && let Some(taken) = bound.must_be(column, tree.best + 1)
            {
                self.hold(column, taken, tree);
            }
        }
    }

    /// Holds for the parts of the objective that follow what must be so in every plan as good as the best.
    fn hold_for_good(&mut self, bound: &Bound, best: i64) {
        for column in 0..self.held.len() {
            if self.held[column].is_none()
                && let Some(taken) = bound.must_be(column, best)
            {
                self.held[column] = Some(taken);
                let at = if taken { 1.0 } else { 0.0 };
                self.simplex.set_bounds(column, at, at);
            }
        }
    }

    fn bound(&mut self, tree: &Tree) -> (Bound, Vec<f64>) {
        let prices = self.simplex.prices();
        let prices: Vec<f64> =
            prices.iter().zip(&self.row_unit).map(|(price, unit)| per(price, tree.unit, *unit)).collect();
        (self.bound_of(&prices, tree), prices)
    }

    /// If the guide says there is no plan at all, its reason, pressed ever harder, makes a bound.
    fn bound_along_ray(&mut self, tree: &Tree) -> i64 {
        let Some(ray) = self.simplex.ray().map(<[f64]>::to_vec) else { return i64::MAX };
        let (_, prices) = self.bound(tree);
        let pressed = |times: f64| -> Vec<f64> {
            let along = ray.iter().zip(&self.row_unit).map(|(price, unit)| per(price, tree.unit, *unit));
            prices.iter().zip(along).map(|(price, along)| sum(*price, along, times)).collect()
        };
        let bounds = [1.0, 1e3, 1e6].map(|times| self.bound_of(&pressed(times), tree).at_most());
        bounds.into_iter().min().unwrap_or(i64::MAX)
    }

    fn bound_of(&self, prices: &[f64], tree: &Tree) -> Bound {
        let columns = self.exchange.columns.iter().map(|column| column.entries.as_slice());
        let limits = self.exchange.rows.iter().map(|row: &Row| row.limit);
        Bound::new(&tree.objective, columns, limits, &self.extra, prices, &self.tight, &self.held)
    }

    /// Tells the guide what columns cost, each a tiny bit apart, so that it does not lose its way among equals.
    fn set_costs(&mut self, objective: &[i64], unit: i64) {
        for (column, &value) in objective.iter().enumerate() {
            self.simplex.set_cost(column, cost(value, unit, column));
        }
    }
}

/// Few households are wanted in two places at once.
fn joins(row: &Row) -> Joins {
    match row.kind {
        RowKind::Household(_) | RowKind::Counts(_) => Joins::WhenBroken,
        RowKind::Home(_)
        | RowKind::Position
        | RowKind::Ring
        | RowKind::Cap(_)
        | RowKind::MoveLimit
        | RowKind::AtLeast => Joins::AtOnce,
    }
}

fn gcd(a: i64, b: i64) -> i64 {
    if b == 0 { a } else { gcd(b, a % b) }
}

fn all_at_best(objective: &[i64]) -> i64 {
    objective.iter().filter(|value| **value > 0).sum()
}
