//! Linear programmes: the guide of the search, never its judge.
//!
//! A dual simplex for `minimise cost·x, rows·x ≤ limits, 0 ≤ x ≤ 1` (each x may be held at 0 or 1). It works in
//! floating point and is free to be a little wrong: the search takes nothing from it but multipliers, from which it
//! counts its bounds again in whole numbers, and suggestions for plans, which it checks.
//!
//! Every variable has two finite bounds, slacks too, so that any basis can be made dual feasible by choosing sides.
//! That is why costs, held variables and rows can change at will between solves.
#![expect(
    clippy::float_arithmetic,
    reason = "the guide may be a little wrong; what it says is counted again in whole numbers"
)]

mod anew;
mod elimination;
mod factors;
mod pivot;
mod programme;
mod sparse;
mod standing;

use factors::Factors;
pub(crate) use programme::{Joins, Programme};
use sparse::Sparse;
pub(crate) use standing::Standing;

/// A basic variable may be this far outside its bounds.
const PRIMAL_TOLERANCE: f64 = 1e-7;
/// A reduced cost this small has no sign.
const DUAL_TOLERANCE: f64 = 1e-9;
/// Rebuild the factors after this many exchanges.
const REFACTOR_AFTER: usize = 32;
/// Rows are laid out anew when one column in so many is held since.
const MOST_IN_VAIN: usize = 4;

/// How a solve ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// The best there is.
    Optimal,
    /// The cost has passed the cutoff, or there is no solution at all.
    Cutoff,
    /// Told to stop, or lost in round-off.
    Stopped,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    Basic(usize),
    Lower,
    Upper,
}

/// A linear programme with the basis it stands at.
struct Simplex {
    /// Columns, then slacks: entries by row.
    columns: Vec<Vec<(u32, f64)>>,
    /// Entries of the columns (not the slacks) by row.
    rows: Vec<Vec<(u32, f64)>>,
    /// The same, of columns that were not held when it was laid out: the others need no pivot row.
    free_rows: Sparse,
    /// Columns that are laid out, and how many have been held since. `None` if it is to be laid out anew.
    laid_out: Option<(Vec<bool>, usize)>,
    limits: Vec<f64>,
    slack_room: Vec<f64>,
    tight: Vec<bool>,
    /// Of the columns.
    cost: Vec<f64>,
    lower: Vec<f64>,
    upper: Vec<f64>,
    place: Vec<Place>,
    slack_place: Vec<Place>,
    /// The variable at each position; `columns.len() + row` is the slack of a row.
    basic: Vec<usize>,
    value: Vec<f64>,
    weight: Vec<f64>,
    reduced: Vec<f64>,
    slack_reduced: Vec<f64>,
    factors: Option<Factors>,
    /// How many times factors have been made.
    made: usize,
    /// Room for a pivot row: nought, and unmarked, between steps.
    entries: Vec<f64>,
    marked: Vec<bool>,
    /// If there is no solution: prices that, added many times over, prove it.
    ray: Option<Vec<f64>>,
    pub iterations: usize,
}

impl Simplex {
    /// A programme without rows, all costs nought.
    pub fn new(columns: usize) -> Self {
        Self {
            columns: vec![Vec::new(); columns],
            rows: Vec::new(),
            free_rows: Sparse::new(),
            laid_out: None,
            limits: Vec::new(),
            slack_room: Vec::new(),
            tight: Vec::new(),
            cost: vec![0.0; columns],
            lower: vec![0.0; columns],
            upper: vec![1.0; columns],
            place: vec![Place::Lower; columns],
            slack_place: Vec::new(),
            basic: Vec::new(),
            value: Vec::new(),
            weight: Vec::new(),
            reduced: vec![0.0; columns],
            slack_reduced: Vec::new(),
            factors: None,
            made: 0,
            entries: Vec::new(),
            marked: Vec::new(),
            ray: None,
            iterations: 0,
        }
    }

    /// Adds columns, nought in every row so far but for these entries, at no cost.
    pub fn add_columns(&mut self, added: impl Iterator<Item = Vec<(u32, f64)>>) {
        let before = self.columns.len();
        for entries in added {
            let column = u32::try_from(self.columns.len()).expect("fewer columns than 32 bits can count");
            for &(row, value) in &entries {
                self.rows[row as usize].push((column, value));
                self.slack_room[row as usize] -= value.min(0.0);
            }
            self.columns.push(entries);
        }
        let count = self.columns.len() - before;
        self.basic.iter_mut().filter(|variable| **variable >= before).for_each(|slack| *slack += count);
        self.cost.resize(self.columns.len(), 0.0);
        self.lower.resize(self.columns.len(), 0.0);
        self.upper.resize(self.columns.len(), 1.0);
        self.place.resize(self.columns.len(), Place::Lower);
        self.reduced.resize(self.columns.len(), 0.0);
        self.factors = None;
        self.laid_out = None;
    }

    /// Adds the row `entries·x ≤ limit`.
    pub fn add_row(&mut self, entries: Vec<(u32, f64)>, limit: f64) {
        let row = u32::try_from(self.rows.len()).expect("fewer rows than 32 bits can count");
        for &(column, value) in &entries {
            self.columns[column as usize].push((row, value));
        }
        let least: f64 = entries.iter().map(|&(_, value)| value.min(0.0)).sum();
        self.slack_room.push((limit - least).max(0.0) + 1.0);
        self.rows.push(entries);
        self.tight.push(false);
        self.limits.push(limit);
        self.slack_place.push(Place::Basic(self.basic.len()));
        self.slack_reduced.push(0.0);
        self.basic.push(self.columns.len() + row as usize);
        self.value.push(0.0);
        self.weight.push(1.0);
        self.factors = None;
        self.laid_out = None;
    }

    /// Sets the limit of a row, to no more than it was.
    pub fn set_limit(&mut self, row: usize, limit: f64) {
        self.limits[row] = limit;
    }

    /// Sets what a column costs.
    pub fn set_cost(&mut self, column: usize, cost: f64) {
        self.cost[column] = cost;
        self.factors = None;
    }

    /// Holds a column between these bounds, 0 or 1 each.
    pub fn set_bounds(&mut self, column: usize, lower: f64, upper: f64) {
        self.lower[column] = lower;
        self.upper[column] = upper;
        if let Some((laid_out, held_since)) = &mut self.laid_out {
            let is_free = lower < upper;
            if is_free && !laid_out[column] || !is_free && *held_since * MOST_IN_VAIN > laid_out.len() {
                self.laid_out = None;
            } else if is_free {
                *held_since = held_since.saturating_sub(1);
            } else {
                *held_since += 1;
            }
        }
    }

    /// Has a row used up to its limit, or no longer.
    pub fn set_tight(&mut self, row: usize, tight: bool) {
        self.tight[row] = tight;
    }

    /// Is something of this limit left unused?
    pub fn is_slack(&self, row: usize) -> bool {
        matches!(self.slack_place[row], Place::Basic(_))
    }

    /// The value of a column.
    pub fn value(&self, column: usize) -> f64 {
        match self.place[column] {
            Place::Basic(at) => self.value[at],
            Place::Lower => self.lower[column],
            Place::Upper => self.upper[column],
        }
    }

    /// What each limit costs now: how much the cost falls for one more. Nought or above, up to round-off.
    pub fn prices(&mut self) -> Vec<f64> {
        let mut prices: Vec<f64> = self.basic.iter().map(|&variable| self.cost_of(variable)).collect();
        match &mut self.factors {
            Some(factors) => factors.solve_transposed(&mut prices),
            None => prices.fill(0.0),
        }
        prices.iter_mut().for_each(|price| *price = -*price);
        prices
    }

    /// After a solve that found no solution at all: prices to add, as many times over as one likes.
    pub fn ray(&self) -> Option<&[f64]> {
        self.ray.as_deref()
    }

    /// Minimises the cost in so many steps, or until it is sure to pass `cutoff`.
    pub fn solve_for(&mut self, most: usize, cutoff: f64, stop: &dyn Fn() -> bool) -> Outcome {
        self.ray = None;
        self.lay_out_free_rows();
        if self.factors.as_ref().is_none_or(|factors| factors.age() >= REFACTOR_AFTER / 2) {
            self.refactor();
        }
        self.recompute();
        let mut fresh = true;
        for iteration in 0..most {
            if self.factors.as_ref().is_none_or(|factors| factors.age() >= REFACTOR_AFTER) {
                self.refactor();
                self.recompute();
                fresh = true;
            }
            if iteration % 16 == 15 {
                if self.total_cost() > cutoff {
                    return Outcome::Cutoff;
                }
                if stop() {
                    return Outcome::Stopped;
                }
            }
            match self.step() {
                Step::Moved => {
                    self.iterations += 1;
                    fresh = false;
                }
                Step::Optimal if fresh => {
                    return if self.total_cost() > cutoff { Outcome::Cutoff } else { Outcome::Optimal };
                }
                Step::Infeasible(ray) if self.factors.as_ref().is_some_and(|factors| factors.age() == 0) => {
                    self.ray = Some(ray);
                    return Outcome::Cutoff;
                }
                Step::Optimal => {
                    self.recompute();
                    fresh = true;
                }
                Step::Infeasible(_) | Step::Lost => {
                    self.refactor();
                    self.recompute();
                    fresh = true;
                }
            }
        }
        Outcome::Stopped
    }

    fn cost_of(&self, variable: usize) -> f64 {
        self.cost.get(variable).copied().unwrap_or(0.0)
    }

    fn bounds_of(&self, variable: usize) -> (f64, f64) {
        let columns = self.columns.len();
        if variable < columns {
            (self.lower[variable], self.upper[variable])
        } else {
            let row = variable - columns;
            (0.0, if self.tight[row] { 0.0 } else { self.slack_room[row] })
        }
    }

    pub fn total_cost(&self) -> f64 {
        (0..self.columns.len())
            .filter(|&column| self.cost[column] != 0.0)
            .map(|at| self.cost[at] * self.value(at))
            .sum()
    }

    fn place_of(&mut self, variable: usize) -> &mut Place {
        let columns = self.columns.len();
        if variable < columns { &mut self.place[variable] } else { &mut self.slack_place[variable - columns] }
    }
}

enum Step {
    Moved,
    Optimal,
    Infeasible(Vec<f64>),
    Lost,
}

#[cfg(test)]
mod tests;
