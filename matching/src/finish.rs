//! The exact search: linear programmes for guidance, whole-number bounds for proof, branching for the rest.

use crate::bound::{Bound, ExtraRow, Held};
use crate::cuts;
use crate::exchange::{Exchange, Row};
use crate::plan::Plan;
use crate::problem::Problem;
use crate::simplex::{Outcome, Simplex};

/// Between dives for a better plan, so many steps of the search.
const DIVE_EVERY: usize = 50;
/// A dive ends after so many questions to the guide.
const LONGEST_DIVE: usize = 60;
/// What a dive takes without more ado.
const NEARLY_SURE: f64 = 0.7;

/// A search over the columns of a problem, one part of the objective after the other.
pub(crate) struct Search<'a> {
    problem: &'a Problem,
    exchange: &'a Exchange,
    simplex: Simplex,
    extra: Vec<ExtraRow>,
    /// By row: what its entries are divided by before the guide sees them.
    row_unit: Vec<f64>,
    held: Vec<Held>,
    /// The best columns to take so far.
    pub taken: Vec<bool>,
    pub nodes: usize,
}

/// What came of one part of the objective.
pub(crate) struct Found {
    pub value: i64,
    /// No plan has more; equal to the value if that is proven to be the best.
    pub bound: i64,
    /// The price of each row of the exchange, in the objective's unit, before branching.
    pub prices: Vec<f64>,
}

/// A choice that can be taken back.
struct Branch {
    column: usize,
    /// How many columns were held before the choice.
    held_before: usize,
    /// The other side has been looked at too.
    last: bool,
}

impl<'a> Search<'a> {
    pub fn new(problem: &'a Problem, exchange: &'a Exchange) -> Self {
        let count = exchange.columns.len();
        let mut rows: Vec<Vec<(u32, f64)>> = vec![Vec::new(); exchange.rows.len()];
        for (at, column) in (0..).zip(&exchange.columns) {
            column.entries.iter().for_each(|&(row, entry)| rows[row as usize].push((at, f64::from(entry))));
        }
        let mut simplex = Simplex::new(count);
        for (entries, row) in rows.into_iter().zip(&exchange.rows) {
            simplex.add_row(entries, row.limit as f64);
        }
        Self {
            problem,
            exchange,
            simplex,
            extra: Vec::new(),
            row_unit: vec![1.0; exchange.rows.len()],
            held: vec![None; count],
            taken: vec![false; count],
            nodes: 0,
        }
    }

    /// Begins with this plan as the best so far, if it can be made of the columns.
    pub fn begin_with(&mut self, plan: &Plan) {
        if let Some(taken) = self.exchange.taking(self.problem, plan)
            && self.room(&taken).iter().all(|room| *room >= 0)
            && cuts::too_long(self.problem, self.exchange, &taken).is_empty()
        {
            self.taken = taken;
        }
    }

    /// Finds the choice of columns with the greatest sum of `objective`, among those that keep what was required
    /// before.
    pub fn maximise(&mut self, objective: &[i64], out_of_time: &dyn Fn() -> bool) -> Found {
        let divisor = objective.iter().fold(0, |divisor, &value| gcd(divisor, value.abs())).max(1);
        let objective: Vec<i64> = objective.iter().map(|value| value / divisor).collect();
        let unit = objective.iter().map(|value| value.abs()).max().unwrap_or(0).max(1);
        self.set_costs(&objective, unit);
        let mut tree = Tree { objective, unit, best: 0, root: None, stack: Vec::new(), trail: Vec::new() };
        tree.best = self.worth(&tree.objective, &self.taken);
        let finished = self.explore(&mut tree, out_of_time);
        self.release(&mut tree, 0);
        let (bound, prices) = tree.root.take().map_or((None, Vec::new()), |(bound, prices)| (Some(bound), prices));
        if let (true, Some(bound)) = (finished, &bound) {
            self.hold_for_good(bound, tree.best);
        }
        let at_most = bound.map_or_else(|| all_at_best(&tree.objective), |bound| bound.at_most()).max(tree.best);
        Found {
            value: tree.best * divisor,
            bound: if finished { tree.best } else { at_most } * divisor,
            prices: prices.into_iter().take(self.exchange.rows.len()).map(|price| scale(price, divisor)).collect(),
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
        });
    }

    fn add_row(&mut self, row: ExtraRow) {
        let unit = row.entries.iter().map(|(_, entry)| entry.abs()).max().unwrap_or(1) as f64;
        let entries = row.entries.iter().map(|&(column, entry)| (column, quotient(entry, unit))).collect();
        self.simplex.add_row(entries, quotient(row.limit, unit));
        self.row_unit.push(unit);
        self.extra.push(row);
    }

    /// Goes through the tree of choices, up-branches first. True if it was gone through whole.
    fn explore(&mut self, tree: &mut Tree, out_of_time: &dyn Fn() -> bool) -> bool {
        loop {
            if out_of_time() {
                return false;
            }
            self.nodes += 1;
            let outcome = self.simplex.solve(tree.cutoff(), out_of_time);
            if outcome == Outcome::Stopped && out_of_time() {
                return false;
            }
            let (bound, prices) = self.bound(tree);
            let mut at_most = bound.at_most();
            if at_most > tree.best {
                self.hold_by_price(&bound, tree);
            }
            tree.root.get_or_insert((bound, prices));
            if at_most > tree.best && outcome == Outcome::Optimal && self.nodes % DIVE_EVERY == 1 {
                self.dive(tree, out_of_time);
                if at_most <= tree.best {
                    continue;
                }
                self.simplex.solve(tree.cutoff(), out_of_time);
            }
            if at_most > tree.best && outcome == Outcome::Cutoff {
                at_most = at_most.min(self.bound_along_ray(tree));
            }
            if at_most > tree.best {
                if self.try_what_the_guide_says(tree) {
                    continue;
                }
                if at_most > tree.best {
                    if let Some(column) = self.branching_column() {
                        tree.stack.push(Branch { column, held_before: tree.trail.len(), last: false });
                        self.hold(column, true, tree);
                        continue;
                    }
                    self.consider_what_is_held(tree);
                }
            }
            if !self.turn_back(tree) {
                return true;
            }
        }
    }

    /// Goes back to the last choice whose other side has not been looked at. False if there is none.
    fn turn_back(&mut self, tree: &mut Tree) -> bool {
        while let Some(branch) = tree.stack.pop() {
            self.release(tree, branch.held_before);
            if !branch.last {
                let column = branch.column;
                tree.stack.push(Branch { last: true, ..branch });
                self.hold(column, false, tree);
                return true;
            }
        }
        false
    }

    /// Follows the guide to a plan: takes what it is nearly sure of, asks again, until nothing is in doubt.
    fn dive(&mut self, tree: &mut Tree, out_of_time: &dyn Fn() -> bool) {
        let held_before = tree.trail.len();
        for _ in 0..LONGEST_DIVE {
            let open = (0..self.held.len()).filter(|&column| self.held[column].is_none());
            let liked: Vec<(usize, f64)> =
                open.map(|column| (column, self.simplex.value(column))).filter(|(_, value)| *value > 1e-6).collect();
            let unsure = liked.iter().filter(|(_, value)| doubt(*value) > 1e-6);
            let Some(surest) = unsure.max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0))).copied() else {
                let taken = (0..self.held.len()).map(|column| self.simplex.value(column) > 0.5).collect::<Vec<bool>>();
                if cuts::too_long(self.problem, self.exchange, &taken).is_empty() {
                    self.consider(taken, tree);
                }
                break;
            };
            let nearly_sure = liked.iter().filter(|(column, value)| *value > NEARLY_SURE || *column == surest.0);
            nearly_sure.for_each(|&(column, _)| self.hold(column, true, tree));
            if self.simplex.solve(tree.cutoff(), out_of_time) != Outcome::Optimal {
                break;
            }
        }
        self.release(tree, held_before);
    }

    /// Takes the guide's solution if it is whole, or makes a plan near it. True if it broke a length limit that is
    /// now cut off, so that the guide must be asked again.
    fn try_what_the_guide_says(&mut self, tree: &mut Tree) -> bool {
        let values: Vec<f64> = (0..self.held.len()).map(|column| self.simplex.value(column)).collect();
        let whole = values.iter().all(|value| doubt(*value) < 1e-6);
        if whole {
            let taken: Vec<bool> = values.iter().map(|value| *value > 0.5).collect();
            let cuts = cuts::too_long(self.problem, self.exchange, &taken);
            if cuts.is_empty() {
                self.consider(taken, tree);
            } else {
                for columns in cuts {
                    let limit = i64::try_from(columns.len()).expect("chains are short") - 1;
                    self.add_row(ExtraRow { entries: columns.into_iter().map(|at| (at, 1)).collect(), limit });
                }
                return true;
            }
        }
        if !whole || tree.stack.is_empty() {
            let taken = self.round(&values, &tree.objective);
            if cuts::too_long(self.problem, self.exchange, &taken).is_empty() {
                self.consider(taken, tree);
            }
        }
        false
    }

    /// Nothing is left open: whatever the guide made of it, this is the one choice here.
    fn consider_what_is_held(&mut self, tree: &mut Tree) {
        let taken: Vec<bool> = self.held.iter().map(|held| *held == Some(true)).collect();
        if cuts::too_long(self.problem, self.exchange, &taken).is_empty() {
            self.consider(taken, tree);
        }
    }

    /// Keeps this choice if it is allowed and better than the best so far.
    fn consider(&mut self, taken: Vec<bool>, tree: &mut Tree) {
        let value = self.worth(&tree.objective, &taken);
        if value > tree.best && self.room(&taken).iter().all(|room| *room >= 0) {
            tree.best = value;
            self.taken = taken;
        }
    }

    fn worth(&self, objective: &[i64], taken: &[bool]) -> i64 {
        objective.iter().zip(taken).filter(|(_, taken)| **taken).map(|(value, _)| value).sum()
    }

    /// What is left of every limit when these columns are taken.
    fn room(&self, taken: &[bool]) -> Vec<i64> {
        let mut room: Vec<i64> = self.exchange.rows.iter().map(|row| row.limit).collect();
        for (column, _) in self.exchange.columns.iter().zip(taken).filter(|(_, taken)| **taken) {
            column.entries.iter().for_each(|&(row, entry)| room[row as usize] -= i64::from(entry));
        }
        room.extend(self.extra.iter().map(|row| {
            let used = row.entries.iter().filter(|(column, _)| taken[*column as usize]);
            row.limit - used.map(|(_, entry)| entry).sum::<i64>()
        }));
        room
    }

    /// A plan near the guide's: the columns it likes most first, as long as there is room.
    fn round(&self, values: &[f64], objective: &[i64]) -> Vec<bool> {
        let mut order: Vec<usize> = (0..values.len()).filter(|&at| self.held[at] != Some(false)).collect();
        order.sort_by(|&a, &b| values[b].total_cmp(&values[a]).then(objective[b].cmp(&objective[a])).then(a.cmp(&b)));
        let mut taken = vec![false; values.len()];
        let mut room: Vec<i64> = self.exchange.rows.iter().map(|row| row.limit).collect();
        loop {
            let before = taken.iter().filter(|taken| **taken).count();
            for &at in &order {
                let entries = &self.exchange.columns[at].entries;
                let fits = |&(row, entry): &(u32, i32)| entry <= 0 || room[row as usize] >= i64::from(entry);
                let wanted = values[at] > 0.5 || objective[at] > 0;
                if !taken[at] && wanted && entries.iter().all(fits) {
                    taken[at] = true;
                    entries.iter().for_each(|&(row, entry)| room[row as usize] -= i64::from(entry));
                }
            }
            if before == taken.iter().filter(|taken| **taken).count() {
                return taken;
            }
        }
    }

    /// The open column the guide is most in doubt about; any open one if it is in no doubt.
    fn branching_column(&self) -> Option<usize> {
        let open = (0..self.held.len()).filter(|&column| self.held[column].is_none());
        open.map(|column| (column, doubt(self.simplex.value(column))))
            .max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0)))
            .map(|(column, _)| column)
    }

    fn hold(&mut self, column: usize, taken: bool, tree: &mut Tree) {
        self.held[column] = Some(taken);
        let at = if taken { 1.0 } else { 0.0 };
        self.simplex.set_bounds(column, at, at);
        tree.trail.push(column);
    }

    fn release(&mut self, tree: &mut Tree, held_before: usize) {
        for column in tree.trail.drain(held_before..) {
            self.held[column] = None;
            self.simplex.set_bounds(column, 0.0, 1.0);
        }
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
        Bound::new(&tree.objective, columns, limits, &self.extra, prices, &self.held)
    }

    /// Tells the guide what columns cost, each a tiny bit apart, so that it does not lose its way among equals.
    fn set_costs(&mut self, objective: &[i64], unit: i64) {
        for (column, &value) in objective.iter().enumerate() {
            self.simplex.set_cost(column, cost(value, unit, column));
        }
    }
}

/// The tree of choices for one part of the objective.
struct Tree {
    objective: Vec<i64>,
    unit: i64,
    best: i64,
    root: Option<(Bound, Vec<f64>)>,
    stack: Vec<Branch>,
    trail: Vec<usize>,
}

impl Tree {
    /// The guide's cost beyond which no plan is better than the best, with room for its round-off.
    fn cutoff(&self) -> f64 {
        if self.root.is_none() { f64::INFINITY } else { no_better(self.best, self.unit) }
    }
}

fn gcd(a: i64, b: i64) -> i64 {
    if b == 0 { a } else { gcd(b, a % b) }
}

fn all_at_best(objective: &[i64]) -> i64 {
    objective.iter().filter(|value| **value > 0).sum()
}

/// The floating-point sums of the search, apart from everything that proves.
mod guide {
    #![expect(clippy::float_arithmetic, reason = "the guide counts in floating point; nothing is proven by it")]

    pub fn quotient(entry: i64, unit: f64) -> f64 {
        entry as f64 / unit
    }

    pub fn scale(price: f64, by: i64) -> f64 {
        price * by as f64
    }

    /// A price of the guide in the objective's unit and for the row's own entries.
    pub fn per(price: &f64, unit: i64, row_unit: f64) -> f64 {
        price * unit as f64 / row_unit
    }

    pub fn sum(price: f64, along: f64, times: f64) -> f64 {
        price + along * times
    }

    pub fn doubt(value: f64) -> f64 {
        0.5 - (value - 0.5).abs()
    }

    pub fn no_better(best: i64, unit: i64) -> f64 {
        -(best as f64 + 0.999) / unit as f64
    }

    /// Minus the value, and a little more that differs from column to column.
    pub fn cost(value: i64, unit: i64, column: usize) -> f64 {
        let scattered = (column as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 40;
        scattered as f64 / (1u64 << 24) as f64 * 1e-6 - value as f64 / unit as f64
    }
}
use guide::{cost, doubt, no_better, per, quotient, scale, sum};
