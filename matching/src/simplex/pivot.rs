//! One step of the dual simplex: who leaves the basis, who comes in, and what it changes.

use std::cmp::Ordering;
use std::collections::BinaryHeap;

use super::{PRIMAL_TOLERANCE, Place, Simplex, Step};

/// Entries of the pivot row smaller than this are no candidates.
const SMALLEST_PIVOT: f64 = 1e-7;
/// After so many candidates have been looked for one by one, the rest are sorted.
const LOOKED_THROUGH: usize = 4;

/// A variable that could come in.
struct Candidate {
    variable: usize,
    ratio: f64,
    size: f64,
}

impl PartialEq for Candidate {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}
impl Eq for Candidate {}
impl PartialOrd for Candidate {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
impl Ord for Candidate {
    /// The heap gives the smallest ratio first; of equals the largest entry, then the first variable.
    fn cmp(&self, other: &Self) -> Ordering {
        other
            .ratio
            .total_cmp(&self.ratio)
            .then(self.size.total_cmp(&other.size))
            .then(other.variable.cmp(&self.variable))
    }
}

/// Candidates in their order. Most often the first few are all that is asked for.
struct Queue {
    looked_through: usize,
    rest: Vec<Candidate>,
    heap: BinaryHeap<Candidate>,
}

impl Queue {
    fn new(candidates: Vec<Candidate>) -> Self {
        Self { looked_through: 0, rest: candidates, heap: BinaryHeap::new() }
    }

    fn next(&mut self) -> Option<Candidate> {
        if self.looked_through < LOOKED_THROUGH {
            self.looked_through += 1;
            let first = (0..self.rest.len()).max_by(|&a, &b| self.rest[a].cmp(&self.rest[b]))?;
            return Some(self.rest.swap_remove(first));
        }
        if !self.rest.is_empty() {
            self.heap = BinaryHeap::from(std::mem::take(&mut self.rest));
        }
        self.heap.pop()
    }
}

/// The pivot row: its entries at the columns and, as they stand in `by_row`, at the slacks.
pub(super) struct PivotRow {
    pub by_row: Vec<f64>,
    pub entries: Vec<f64>,
    pub touched: Vec<usize>,
}

impl Simplex {
    pub(super) fn step(&mut self) -> Step {
        let Some((position, excess)) = self.most_infeasible() else { return Step::Optimal };
        let row = self.pivot_row(position);
        let step = self.step_along(position, excess, &row);
        self.give_back(row);
        step
    }

    /// The room a pivot row was written in can be used again.
    pub(super) fn give_back(&mut self, mut row: PivotRow) {
        row.touched.iter().for_each(|&column| row.entries[column] = 0.0);
        self.entries = row.entries;
    }

    fn step_along(&mut self, position: usize, excess: f64, row: &PivotRow) -> Step {
        let Some((entering, flips)) = self.choose_entering(row, excess) else {
            return Step::Infeasible(row.by_row.iter().map(|value| -excess.signum() * value).collect());
        };
        let in_row = self.entry(row, entering);
        let column = self.solved_column(entering);
        let apart = (column[position] - in_row).abs();
        let is_fresh = self.factors.as_ref().is_some_and(|factors| factors.age() == 0);
        if apart > 1e-6 * (1.0 + in_row.abs()) && !is_fresh {
            return Step::Lost;
        }
        if column[position].abs() < SMALLEST_PIVOT {
            return Step::Lost;
        }
        let tau = self.solved(&row.by_row);
        self.flip(&flips);
        self.exchange(position, entering, excess, row, &column, &tau);
        Step::Moved
    }

    /// The column of a variable, as the basis makes it.
    pub(super) fn solved_column(&mut self, variable: usize) -> Vec<f64> {
        let mut column = vec![0.0; self.basic.len()];
        if variable < self.columns.len() {
            self.columns[variable].iter().for_each(|&(at, value)| column[at as usize] = value);
        } else {
            column[variable - self.columns.len()] = 1.0;
        }
        self.factors.as_mut().expect("a step is taken with factors at hand").solve(&mut column);
        column
    }

    pub(super) fn solved(&mut self, vector: &[f64]) -> Vec<f64> {
        let mut solved = vector.to_vec();
        self.factors.as_mut().expect("a step is taken with factors at hand").solve(&mut solved);
        solved
    }

    /// The basic variable farthest outside its bounds, measured along its edge, and by how much: above if positive.
    pub(super) fn most_infeasible(&self) -> Option<(usize, f64)> {
        let mut best = None;
        let mut most = 0.0;
        for (position, &variable) in self.basic.iter().enumerate() {
            let (lower, upper) = self.bounds_of(variable);
            let value = self.value[position];
            let excess = if value > upper { value - upper } else { value - lower };
            let outside = value > upper + PRIMAL_TOLERANCE || value < lower - PRIMAL_TOLERANCE;
            if outside && excess * excess > most * self.weight[position] {
                most = excess * excess / self.weight[position];
                best = Some((position, excess));
            }
        }
        best
    }

    pub(super) fn pivot_row(&mut self, position: usize) -> PivotRow {
        let mut by_row = vec![0.0; self.basic.len()];
        by_row[position] = 1.0;
        self.factors.as_mut().expect("a step is taken with factors at hand").solve_transposed(&mut by_row);
        self.weight[position] = by_row.iter().map(|value| value * value).sum::<f64>().max(1e-6);
        let (mut entries, mut marked) = (std::mem::take(&mut self.entries), std::mem::take(&mut self.marked));
        entries.resize(self.columns.len(), 0.0);
        marked.resize(self.columns.len(), false);
        let mut touched = Vec::new();
        for (row, &multiple) in by_row.iter().enumerate() {
            if multiple.abs() > 1e-12 {
                for &(column, value) in self.free_rows.get(row) {
                    let column = column as usize;
                    if !marked[column] {
                        marked[column] = true;
                        touched.push(column);
                    }
                    entries[column] += multiple * value;
                }
            }
        }
        touched.iter().for_each(|&column| marked[column] = false);
        self.marked = marked;
        PivotRow { by_row, entries, touched }
    }

    pub(super) fn entry(&self, row: &PivotRow, variable: usize) -> f64 {
        let columns = self.columns.len();
        if variable < columns { row.entries[variable] } else { row.by_row[variable - columns] }
    }

    pub(super) fn place(&self, variable: usize) -> Place {
        let columns = self.columns.len();
        if variable < columns { self.place[variable] } else { self.slack_place[variable - columns] }
    }

    fn reduced_of(&self, variable: usize) -> f64 {
        let columns = self.columns.len();
        if variable < columns { self.reduced[variable] } else { self.slack_reduced[variable - columns] }
    }

    /// The variable whose reduced cost is first to stop the step; those that can change sides instead are passed, as
    /// long as that still pays.
    fn choose_entering(&self, row: &PivotRow, excess: f64) -> Option<(usize, Vec<usize>)> {
        let columns = self.columns.len();
        let stops = |place: Place, entry: f64| match place {
            Place::Basic(_) => false,
            Place::Lower => entry * excess > 0.0,
            Place::Upper => entry * excess < 0.0,
        };
        let mut candidates = Vec::with_capacity(row.touched.len());
        for &column in &row.touched {
            let (entry, size) = (row.entries[column], row.entries[column].abs());
            if size > SMALLEST_PIVOT && stops(self.place[column], entry) && self.lower[column] < self.upper[column] {
                candidates.push(Candidate { variable: column, ratio: (self.reduced[column] / entry).abs(), size });
            }
        }
        for (at, &entry) in row.by_row.iter().enumerate() {
            if entry.abs() > SMALLEST_PIVOT && stops(self.slack_place[at], entry) && !self.tight[at] {
                let ratio = (self.slack_reduced[at] / entry).abs();
                candidates.push(Candidate { variable: columns + at, ratio, size: entry.abs() });
            }
        }
        let mut slope = excess.abs();
        let mut flips = Vec::new();
        let mut queue = Queue::new(candidates);
        while let Some(candidate) = queue.next() {
            let (lower, upper) = self.bounds_of(candidate.variable);
            slope -= candidate.size * (upper - lower);
            if slope < PRIMAL_TOLERANCE {
                return Some((candidate.variable, flips));
            }
            flips.push(candidate.variable);
        }
        None
    }

    /// Sends variables to their other bound.
    pub(super) fn flip(&mut self, flips: &[usize]) {
        if flips.is_empty() {
            return;
        }
        let columns = self.columns.len();
        let mut change = vec![0.0; self.basic.len()];
        for &variable in flips {
            let (lower, upper) = self.bounds_of(variable);
            let by = match self.place(variable) {
                Place::Lower => upper - lower,
                Place::Upper => lower - upper,
                Place::Basic(_) => continue,
            };
            *self.place_of(variable) = if by > 0.0 { Place::Upper } else { Place::Lower };
            if variable < columns {
                self.columns[variable].iter().for_each(|&(row, value)| change[row as usize] += value * by);
            } else {
                change[variable - columns] += by;
            }
        }
        self.factors.as_mut().expect("a step is taken with factors at hand").solve(&mut change);
        self.value.iter_mut().zip(&change).for_each(|(value, change)| *value -= change);
    }

    pub(super) fn exchange(
        &mut self,
        position: usize,
        entering: usize,
        excess: f64,
        row: &PivotRow,
        column: &[f64],
        tau: &[f64],
    ) {
        let columns = self.columns.len();
        let leaving = self.basic[position];
        let (lower, upper) = self.bounds_of(leaving);
        let bound = if excess > 0.0 { upper } else { lower };
        let pivot = column[position];
        let step = (self.value[position] - bound) / pivot;
        let (entering_lower, entering_upper) = self.bounds_of(entering);
        let entering_from = if self.place(entering) == Place::Upper { entering_upper } else { entering_lower };
        self.value.iter_mut().zip(column).for_each(|(value, entry)| *value -= step * entry);
        self.value[position] = entering_from + step;

        let dual_step = self.reduced_of(entering) / pivot;
        for &at in &row.touched {
            if !matches!(self.place[at], Place::Basic(_)) {
                self.reduced[at] -= dual_step * row.entries[at];
            }
        }
        for (at, &entry) in row.by_row.iter().enumerate() {
            if entry != 0.0 && !matches!(self.slack_place[at], Place::Basic(_)) {
                self.slack_reduced[at] -= dual_step * entry;
            }
        }
        let mut set_reduced = |variable: usize, reduced: f64| {
            if variable < columns {
                self.reduced[variable] = reduced;
            } else {
                self.slack_reduced[variable - columns] = reduced;
            }
        };
        set_reduced(leaving, -dual_step);
        set_reduced(entering, 0.0);

        let own = self.weight[position];
        for (at, &entry) in column.iter().enumerate() {
            if at != position && entry != 0.0 {
                let ratio = entry / pivot;
                let weight = self.weight[at] - 2.0 * ratio * tau[at] + ratio * ratio * own;
                self.weight[at] = weight.max(1e-4);
            }
        }
        self.weight[position] = (own / (pivot * pivot)).max(1e-4);

        *self.place_of(leaving) = if excess > 0.0 { Place::Upper } else { Place::Lower };
        *self.place_of(entering) = Place::Basic(position);
        self.basic[position] = entering;
        self.factors.as_mut().expect("a step is taken with factors at hand").change(position, column);
    }
}
