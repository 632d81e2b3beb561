//! The elimination that makes the triangles.

use super::factors::NOUGHT;
use super::sparse::Sparse;

/// A pivot may be this much smaller than the largest in its column, if that keeps the factors sparse.
const THRESHOLD: f64 = 0.1;
/// A column whose largest entry is smaller than this depends on the others.
const SINGULAR: f64 = 1e-9;

/// The elimination while it goes on.
pub(super) struct Making<'a> {
    columns: &'a Sparse,
    /// The positions that have an entry in each row.
    rows: Vec<Vec<u32>>,
    pub row_done: Vec<bool>,
    position_done: Vec<bool>,
    row_count: Vec<usize>,
    column_count: Vec<usize>,
    pub pivots: Vec<(usize, usize, f64)>,
    pub lower: Sparse,
    pub upper: Sparse,
}

impl<'a> Making<'a> {
    pub fn new(columns: &'a Sparse) -> Self {
        let size = columns.len();
        let mut rows = vec![Vec::new(); size];
        let mut column_count = vec![0; size];
        for (position, count) in column_count.iter_mut().enumerate() {
            *count = columns.get(position).len();
            for &(row, _) in columns.get(position) {
                rows[row as usize].push(u32::try_from(position).expect("counted in 32 bits"));
            }
        }
        Self {
            columns,
            row_count: rows.iter().map(Vec::len).collect(),
            rows,
            row_done: vec![false; size],
            position_done: vec![false; size],
            column_count,
            pivots: Vec::with_capacity(size),
            lower: Sparse::new(),
            upper: Sparse::new(),
        }
    }

    /// Pivots on every column with one row left and every row with one column left: nothing fills in.
    pub fn eliminate_singletons(&mut self) {
        let size = self.columns.len();
        let mut columns: Vec<usize> = (0..size).rev().filter(|&at| self.column_count[at] == 1).collect();
        let mut rows: Vec<usize> = (0..size).rev().filter(|&at| self.row_count[at] == 1).collect();
        loop {
            let (row, position) = if let Some(position) = columns.pop() {
                let entries = self.columns.get(position);
                match entries.iter().find(|(row, _)| !self.row_done[*row as usize]) {
                    Some(&(row, _)) if !self.position_done[position] => (row as usize, position),
                    Some(_) | None => continue,
                }
            } else if let Some(row) = rows.pop() {
                let left = self.rows[row].iter().find(|position| !self.position_done[**position as usize]);
                match left {
                    Some(&position) if !self.row_done[row] => (row, position as usize),
                    Some(_) | None => continue,
                }
            } else {
                return;
            };
            let pivot = self.columns.get(position).iter().find(|(at, _)| *at as usize == row).map_or(0.0, |at| at.1);
            if pivot.abs() < SINGULAR {
                continue;
            }
            for &(at, value) in self.columns.get(position) {
                let at = at as usize;
                if self.row_done[at] {
                    self.upper.push(at, value);
                } else {
                    self.row_count[at] -= 1;
                    if at != row {
                        self.lower.push(at, value / pivot);
                        if self.row_count[at] == 1 {
                            rows.push(at);
                        }
                    }
                }
            }
            for &other in &self.rows[row] {
                let other = other as usize;
                self.column_count[other] -= 1;
                if self.column_count[other] == 1 && !self.position_done[other] {
                    columns.push(other);
                }
            }
            self.close(row, position, pivot);
        }
    }

    /// Eliminates what singletons left, the emptiest columns first. Gives the positions that turned out dependent.
    pub fn eliminate_rest(&mut self) -> Vec<usize> {
        let size = self.columns.len();
        let mut left: Vec<usize> = (0..size).filter(|&position| !self.position_done[position]).collect();
        left.sort_by_key(|&position| (self.column_count[position], position));
        let first = self.pivots.len();
        let mut work = vec![0.0; size];
        let mut marked = vec![false; size];
        let mut touched: Vec<usize> = Vec::new();
        let mut dependent = Vec::new();
        for position in left {
            for &(row, value) in self.columns.get(position) {
                work[row as usize] = value;
                marked[row as usize] = true;
                touched.push(row as usize);
            }
            for at in first..self.pivots.len() {
                let value: f64 = work[self.pivots[at].0];
                if value != 0.0 {
                    for &(row, multiple) in self.lower.get(at) {
                        let row = row as usize;
                        work[row] -= multiple * value;
                        if !marked[row] {
                            marked[row] = true;
                            touched.push(row);
                        }
                    }
                }
            }
            let open = || touched.iter().copied().filter(|&row| !self.row_done[row]);
            let largest = open().map(|row| work[row].abs()).fold(0.0, f64::max);
            let good = open().filter(|&row| work[row].abs() >= THRESHOLD * largest);
            let row = good.min_by_key(|&row| (self.row_count[row], row));
            match row {
                Some(row) if largest >= SINGULAR => {
                    let pivot = work[row];
                    for &at in &touched {
                        if work[at].abs() > NOUGHT {
                            if self.row_done[at] {
                                self.upper.push(at, work[at]);
                            } else if at != row {
                                self.lower.push(at, work[at] / pivot);
                            }
                        }
                    }
                    self.close(row, position, pivot);
                }
                Some(_) | None => dependent.push(position),
            }
            for row in touched.drain(..) {
                work[row] = 0.0;
                marked[row] = false;
            }
        }
        dependent
    }

    fn close(&mut self, row: usize, position: usize, pivot: f64) {
        self.lower.end();
        self.upper.end();
        self.pivots.push((row, position, pivot));
        self.row_done[row] = true;
        self.position_done[position] = true;
    }
}
