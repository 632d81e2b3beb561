//! A linear programme most of whose rows wait until they are broken.
//!
//! Of all households, few are wanted in two places at once. A row that nothing breaks is no work for the simplex: it
//! joins when a solution breaks it, and is slack until then.

use super::standing::Standing;
use super::{Outcome, PRIMAL_TOLERANCE, Simplex};

/// A linear programme whose rows join the simplex as they are broken.
pub(crate) struct Programme {
    simplex: Simplex,
    rows: Vec<Row>,
    /// The rows that have joined, in the simplex' order.
    joined: Vec<usize>,
    /// Entries of the columns by row, whether it has joined or not.
    columns: Vec<Vec<(u32, f64)>>,
    /// By row: prices that prove that there is no solution.
    ray: Option<Vec<f64>>,
}

struct Row {
    limit: f64,
    /// While it waits: its entries by column.
    entries: Vec<(u32, f64)>,
    /// Where it stands in the simplex.
    at: Option<usize>,
}

/// Does a row join at once, or only when it is broken?
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Joins {
    AtOnce,
    WhenBroken,
}

impl Programme {
    /// A programme without rows, all costs nought.
    pub fn new(columns: usize) -> Self {
        Self {
            simplex: Simplex::new(columns),
            rows: Vec::new(),
            joined: Vec::new(),
            columns: vec![Vec::new(); columns],
            ray: None,
        }
    }

    /// Adds columns, nought in every row so far but for these entries, at no cost.
    pub fn add_columns(&mut self, added: Vec<Vec<(u32, f64)>>) {
        for (column, entries) in (index(self.columns.len())..).zip(&added) {
            for &(row, value) in entries {
                let row = &mut self.rows[row as usize];
                if row.at.is_none() {
                    row.entries.push((column, value));
                }
            }
        }
        let joined = |&(row, value): &(u32, f64)| self.rows[row as usize].at.map(|at| (index(at), value));
        self.simplex.add_columns(added.iter().map(|entries| entries.iter().filter_map(joined).collect()));
        self.columns.extend(added);
    }

    /// Adds the row `entries·x ≤ limit`.
    pub fn add_row(&mut self, entries: Vec<(u32, f64)>, limit: f64, joins: Joins) {
        let row = self.rows.len();
        for &(column, value) in &entries {
            self.columns[column as usize].push((index(row), value));
        }
        self.rows.push(Row { limit, entries, at: None });
        if joins == Joins::AtOnce {
            self.join(row);
        }
    }

    fn join(&mut self, row: usize) -> usize {
        if let Some(at) = self.rows[row].at {
            return at;
        }
        let at = self.joined.len();
        let line = &mut self.rows[row];
        line.at = Some(at);
        self.simplex.add_row(std::mem::take(&mut line.entries), line.limit);
        self.joined.push(row);
        at
    }

    /// Sets the limit of a row, to no more than it was.
    pub fn set_limit(&mut self, row: usize, limit: f64) {
        self.rows[row].limit = limit;
        if let Some(at) = self.rows[row].at {
            self.simplex.set_limit(at, limit);
        }
    }

    /// How much of a row's limit the solution uses.
    pub fn used(&self, row: usize) -> f64 {
        self.rows[row].limit - self.room()[row]
    }

    /// Sets what a column costs.
    pub fn set_cost(&mut self, column: usize, cost: f64) {
        self.simplex.set_cost(column, cost);
    }

    /// Holds a column between these bounds, 0 or 1 each.
    pub fn set_bounds(&mut self, column: usize, lower: f64, upper: f64) {
        self.simplex.set_bounds(column, lower, upper);
    }

    /// Has a row used up to its limit, or no longer.
    pub fn set_tight(&mut self, row: usize, tight: bool) {
        let at = self.join(row);
        self.simplex.set_tight(at, tight);
    }

    /// Is something of this limit left unused?
    pub fn is_slack(&self, row: usize) -> bool {
        self.rows[row].at.is_none_or(|at| self.simplex.is_slack(at))
    }

    /// The value of a column.
    pub fn value(&self, column: usize) -> f64 {
        self.simplex.value(column)
    }

    pub fn total_cost(&self) -> f64 {
        self.simplex.total_cost()
    }

    /// What each limit costs now: how much the cost falls for one more. Nought or above, up to round-off.
    pub fn prices(&mut self) -> Vec<f64> {
        let prices = self.simplex.prices();
        self.of_all_rows(&prices)
    }

    /// After a solve that found no solution at all: prices to add, as many times over as one likes.
    pub fn ray(&self) -> Option<&[f64]> {
        self.ray.as_deref()
    }

    fn of_all_rows(&self, of_joined: &[f64]) -> Vec<f64> {
        let mut all = vec![0.0; self.rows.len()];
        self.joined.iter().zip(of_joined).for_each(|(&row, value)| all[row] = *value);
        all
    }

    /// Minimises the cost, until it is sure to pass `cutoff`.
    pub fn solve(&mut self, cutoff: f64, stop: &dyn Fn() -> bool) -> Outcome {
        self.solve_for(10_000 + 10 * self.rows.len(), cutoff, stop)
    }

    /// The same, but for so many steps only.
    pub fn solve_for(&mut self, most: usize, cutoff: f64, stop: &dyn Fn() -> bool) -> Outcome {
        let last = self.simplex.iterations + most;
        loop {
            let left = last.saturating_sub(self.simplex.iterations);
            let outcome = self.simplex.solve_for(left.max(1), cutoff, stop);
            self.ray = self.simplex.ray().map(|ray| self.of_all_rows(ray));
            let broken = if outcome == Outcome::Optimal { self.broken() } else { Vec::new() };
            if broken.is_empty() {
                return outcome;
            }
            for row in broken {
                self.join(row);
            }
        }
    }

    /// Rows that wait and that the solution breaks.
    fn broken(&self) -> Vec<usize> {
        let room = self.room();
        let waits = |row: &usize| self.rows[*row].at.is_none();
        (0..self.rows.len()).filter(waits).filter(|&row| room[row] < -PRIMAL_TOLERANCE).collect()
    }

    /// What the solution leaves of every limit.
    fn room(&self) -> Vec<f64> {
        let mut room: Vec<f64> = self.rows.iter().map(|row| row.limit).collect();
        for (column, entries) in self.columns.iter().enumerate() {
            let value = self.simplex.value(column);
            if value != 0.0 {
                entries.iter().for_each(|&(row, entry)| room[row as usize] -= entry * value);
            }
        }
        room
    }

    /// Where it stands now.
    pub fn standing(&self) -> Standing {
        self.simplex.standing()
    }

    /// Goes back to where it stood. No column or row may have been added since.
    pub fn stand_at(&mut self, standing: &Standing) {
        self.simplex.stand_at(standing);
    }

    /// Begins where another programme stands, of which this one is a part: `columns` and `rows` say which of the other's
    /// its own are. Where what is left makes no basis, slacks fill in.
    pub fn stand_like(&mut self, other: &Self, columns: &[usize], rows: &[usize]) {
        for (row, &of_other) in rows.iter().enumerate() {
            if !other.is_slack(of_other) {
                self.join(row);
            }
        }
        let stands_at =
            |&row: &usize| other.rows[rows[row]].at.expect("a row of a part joins no sooner than the whole's");
        let at_other: Vec<usize> = self.joined.iter().map(stands_at).collect();
        self.simplex.stand_like(&other.simplex, columns, &at_other);
    }

    /// Begins at a solution that takes these columns whole and leaves the others.
    pub fn begin_at(&mut self, taken: &[bool]) {
        let taken: Vec<usize> = (0..taken.len()).filter(|&column| taken[column]).collect();
        self.simplex.begin_at(&taken);
    }
}

fn index(at: usize) -> u32 {
    u32::try_from(at).expect("fewer rows and columns than 32 bits can count")
}
