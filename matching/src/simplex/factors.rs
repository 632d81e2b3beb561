//! The basis as a product of a lower and an upper triangle, and what has changed since.

use super::elimination::Making;
use super::sparse::Sparse;

/// Entries smaller than this are taken for nought while factoring.
pub(super) const NOUGHT: f64 = 1e-12;

/// The factored basis. Rows are rows of the problem, positions are places in the list of basic variables.
pub(super) struct Factors {
    /// Row and position of each pivot, in the order of elimination, and one over its value.
    pivots: Vec<Pivot>,
    lower: Sparse,
    upper: Sparse,
    /// Pivots with something in the lower triangle, and in the upper one: most have neither.
    with_lower: Vec<usize>,
    with_upper: Vec<usize>,
    changes: Vec<Change>,
    work: Vec<f64>,
}

#[derive(Clone, Copy)]
struct Pivot {
    row: u32,
    position: u32,
    inverse: f64,
}

/// One exchange of a basic variable since the factors were made.
struct Change {
    position: usize,
    pivot: f64,
    rest: Vec<(u32, f64)>,
}

/// Positions whose columns depend on the others, with rows left without a pivot: put these rows' slacks there.
pub(super) struct Dependent(pub Vec<(usize, usize)>);

impl Factors {
    /// Factors the given columns: singletons first, which is nearly everything in our problems, then the rest column
    /// by column.
    pub fn new(columns: &Sparse) -> Result<Self, Dependent> {
        let size = columns.len();
        let mut making = Making::new(columns);
        making.eliminate_singletons();
        let dependent = making.eliminate_rest();
        if !dependent.is_empty() {
            let rows = (0..size).filter(|&row| !making.row_done[row]);
            return Err(Dependent(dependent.into_iter().zip(rows).collect()));
        }
        let Making { pivots, lower, upper, .. } = making;
        let index = |at: usize| u32::try_from(at).expect("counted in 32 bits");
        let pivot = |(row, position, value): (usize, usize, f64)| Pivot {
            row: index(row),
            position: index(position),
            inverse: 1.0 / value,
        };
        Ok(Self {
            with_lower: (0..size).filter(|&at| !lower.get(at).is_empty()).collect(),
            with_upper: (0..size).filter(|&at| !upper.get(at).is_empty()).collect(),
            pivots: pivots.into_iter().map(pivot).collect(),
            lower,
            upper,
            changes: Vec::new(),
            work: vec![0.0; size],
        })
    }

    /// How many exchanges have been noted since factoring.
    pub fn age(&self) -> usize {
        self.changes.len()
    }

    /// Forgets all exchanges but the first so many.
    pub fn forget(&mut self, age: usize) {
        self.changes.truncate(age);
    }

    /// Notes that the variable at `position` was exchanged for one whose column, solved for, is `column`.
    pub fn change(&mut self, position: usize, column: &[f64]) {
        let rest = column.iter().enumerate().filter(|&(at, value)| at != position && value.abs() > NOUGHT);
        let rest = rest.map(|(at, &value)| (u32::try_from(at).expect("counted in 32 bits"), value)).collect();
        self.changes.push(Change { position, pivot: column[position], rest });
    }

    /// Solves `basis · x = b`. In: b by row. Out: x by position.
    pub fn solve(&mut self, vector: &mut [f64]) {
        for &at in &self.with_lower {
            let value = vector[self.pivots[at].row as usize];
            if value != 0.0 {
                for &(below, multiple) in self.lower.get(at) {
                    vector[below as usize] -= multiple * value;
                }
            }
        }
        for &at in self.with_upper.iter().rev() {
            let pivot = self.pivots[at];
            let value = vector[pivot.row as usize];
            if value != 0.0 {
                let value = value * pivot.inverse;
                for &(above, entry) in self.upper.get(at) {
                    vector[above as usize] -= entry * value;
                }
            }
        }
        for pivot in &self.pivots {
            self.work[pivot.position as usize] = vector[pivot.row as usize] * pivot.inverse;
        }
        vector.copy_from_slice(&self.work);
        for change in &self.changes {
            let value = vector[change.position];
            if value != 0.0 {
                let value = value / change.pivot;
                vector[change.position] = value;
                for &(at, entry) in &change.rest {
                    vector[at as usize] -= entry * value;
                }
            }
        }
    }

    /// Solves `basisᵀ · y = c`. In: c by position. Out: y by row.
    pub fn solve_transposed(&mut self, vector: &mut [f64]) {
        for change in self.changes.iter().rev() {
            let sum: f64 = change.rest.iter().map(|&(at, entry)| entry * vector[at as usize]).sum();
            vector[change.position] = (vector[change.position] - sum) / change.pivot;
        }
        for pivot in &self.pivots {
            self.work[pivot.row as usize] = vector[pivot.position as usize] * pivot.inverse;
        }
        for &at in &self.with_upper {
            let pivot = self.pivots[at];
            let sum: f64 = self.upper.get(at).iter().map(|&(above, entry)| entry * self.work[above as usize]).sum();
            self.work[pivot.row as usize] -= sum * pivot.inverse;
        }
        for &at in self.with_lower.iter().rev() {
            let sum: f64 = self.lower.get(at).iter().map(|&(row, multiple)| multiple * self.work[row as usize]).sum();
            self.work[self.pivots[at].row as usize] -= sum;
        }
        vector.copy_from_slice(&self.work);
    }
}
