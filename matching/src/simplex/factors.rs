//! The basis as a product of a lower and an upper triangle, and what has changed since.

/// Entries smaller than this are taken for nought while factoring.
const NOUGHT: f64 = 1e-12;
/// A pivot may be this much smaller than the largest in its column, if that keeps the factors sparse.
const THRESHOLD: f64 = 0.1;
/// A column whose largest entry is smaller than this depends on the others.
const SINGULAR: f64 = 1e-9;

/// Sparse vectors laid end to end.
#[derive(Clone, Debug)]
pub(super) struct Sparse {
    starts: Vec<usize>,
    entries: Vec<(u32, f64)>,
}

impl Sparse {
    pub fn new() -> Self {
        Self { starts: vec![0], entries: Vec::new() }
    }

    pub fn clear(&mut self) {
        self.starts.truncate(1);
        self.entries.clear();
    }

    pub fn push(&mut self, row: usize, value: f64) {
        self.entries.push((u32::try_from(row).expect("fewer rows than 32 bits can count"), value));
    }

    pub fn end(&mut self) {
        self.starts.push(self.entries.len());
    }

    pub fn len(&self) -> usize {
        self.starts.len() - 1
    }

    pub fn get(&self, at: usize) -> &[(u32, f64)] {
        &self.entries[self.starts[at]..self.starts[at + 1]]
    }
}

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

/// The elimination while it goes on.
struct Making<'a> {
    columns: &'a Sparse,
    /// The positions that have an entry in each row.
    rows: Vec<Vec<u32>>,
    row_done: Vec<bool>,
    position_done: Vec<bool>,
    row_count: Vec<usize>,
    column_count: Vec<usize>,
    pivots: Vec<(usize, usize, f64)>,
    lower: Sparse,
    upper: Sparse,
}

impl<'a> Making<'a> {
    fn new(columns: &'a Sparse) -> Self {
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
    fn eliminate_singletons(&mut self) {
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
    fn eliminate_rest(&mut self) -> Vec<usize> {
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
