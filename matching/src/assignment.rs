//! The plain assignment: pairs of the greatest total weight, everybody in one pair at most.
//!
//! Shortest augmenting paths on a sparse table, with a bidding start: each row takes the column it gains most from and
//! raises that column's price by what it gains over its second choice; whoever is pushed out bids again. What bidding
//! leaves undecided is settled by shortest paths. Rows and columns may stay single. All in whole numbers.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::ops::{Add, AddAssign, Sub, SubAssign};

/// Whole numbers wide enough for the weights at hand.
pub(crate) trait Weight:
    Copy + Ord + Default + Add<Output = Self> + Sub<Output = Self> + AddAssign + SubAssign
{
}
impl Weight for i64 {}
impl Weight for i128 {}

/// A sparse table of weights, row by row.
pub(crate) struct Table<W> {
    starts: Vec<usize>,
    columns: Vec<u32>,
    pub weights: Vec<W>,
    width: usize,
    /// Rows that may not stay single: there must be pairs for all of them at once.
    pub must: Vec<bool>,
}

/// The best pairs, and prices that prove it: no weight exceeds the prices of its row and column together, those of a
/// pair equal it, whoever is single costs nothing, and only a row that must be in a pair can cost less than nothing.
pub(crate) struct Pairs<W> {
    /// The entry of the table each row is paired through.
    pub entry_of: Vec<Option<usize>>,
    pub row_prices: Vec<W>,
    pub column_prices: Vec<W>,
}

impl<W: Weight> Table<W> {
    /// A table with room for so many entries, to be filled row by row.
    pub fn begin(width: usize, entries: usize) -> Self {
        Self {
            starts: vec![0],
            columns: Vec::with_capacity(entries),
            weights: Vec::with_capacity(entries),
            width,
            must: Vec::new(),
        }
    }

    /// Adds an entry to the row that is being filled.
    pub fn push(&mut self, column: usize, weight: W) {
        self.columns.push(u32::try_from(column).expect("fewer columns than 32 bits can count"));
        self.weights.push(weight);
    }

    /// Ends the row that is being filled.
    pub fn end_row(&mut self, must: bool) {
        self.starts.push(self.columns.len());
        self.must.push(must);
    }

    /// Makes a table of these entries, sorted by row. No row must be in a pair.
    pub fn new(height: usize, width: usize, entries: impl Iterator<Item = (usize, usize, W)>) -> Self {
        let mut table = Self::begin(width, entries.size_hint().0);
        for (row, column, weight) in entries {
            while table.height() < row {
                table.end_row(false);
            }
            table.push(column, weight);
        }
        while table.height() < height {
            table.end_row(false);
        }
        table
    }

    pub fn height(&self) -> usize {
        self.starts.len() - 1
    }

    pub fn column(&self, entry: usize) -> usize {
        self.columns[entry] as usize
    }

    pub fn entries(&self, row: usize) -> std::ops::Range<usize> {
        self.starts[row]..self.starts[row + 1]
    }
}

/// Finds the pairs of the greatest total weight.
pub(crate) fn solve<W: Weight>(table: &Table<W>) -> Pairs<W> {
    let mut pairing = Pairing {
        table,
        entry_of: vec![None; table.height()],
        row_of: vec![None; table.width],
        prices: vec![W::default(); table.width],
        distance: vec![None; table.width],
        through: vec![(0, 0); table.width],
        reached: Vec::new(),
        settled: Vec::new(),
        heap: BinaryHeap::new(),
    };
    let mut free: Vec<usize> = (0..table.height()).collect();
    for _ in 0..15 {
        free = pairing.bid(&free);
    }
    for row in free {
        pairing.augment(row);
    }
    let row_prices = (0..table.height()).map(|row| pairing.row_price(row)).collect();
    Pairs { entry_of: pairing.entry_of, row_prices, column_prices: pairing.prices }
}

struct Pairing<'a, W> {
    table: &'a Table<W>,
    entry_of: Vec<Option<usize>>,
    row_of: Vec<Option<usize>>,
    prices: Vec<W>,
    /// Of columns, from the row being placed; `None` until reached.
    distance: Vec<Option<W>>,
    /// By column: the row and entry it was reached through.
    through: Vec<(usize, usize)>,
    reached: Vec<usize>,
    settled: Vec<usize>,
    heap: BinaryHeap<Reverse<(W, usize)>>,
}

impl<W: Weight> Pairing<'_, W> {
    fn row_price(&self, row: usize) -> W {
        self.entry_of[row].map_or_else(W::default, |entry| self.gain(entry))
    }

    fn gain(&self, entry: usize) -> W {
        self.table.weights[entry] - self.prices[self.table.column(entry)]
    }

    /// Lets these rows bid. Gives those still without a column that may gain from one.
    fn bid(&mut self, free: &[usize]) -> Vec<usize> {
        let mut undecided = Vec::new();
        // Two rows after one column could outbid each other in small steps for ever and a day.
        let mut bids_left = 4 * self.table.height();
        for &row in free {
            let mut row = row;
            loop {
                if bids_left == 0 {
                    undecided.push(row);
                    break;
                }
                bids_left -= 1;
                let Some((entry, gain, second)) = self.two_best(row) else { break };
                let column = self.table.column(entry);
                let pushed_out = self.row_of[column];
                if pushed_out.is_some() && gain == second {
                    undecided.push(row);
                    break;
                }
                if pushed_out.is_some() || gain > second {
                    self.prices[column] += gain - second;
                }
                self.row_of[column] = Some(row);
                self.entry_of[row] = Some(entry);
                match pushed_out {
                    Some(other) => {
                        self.entry_of[other] = None;
                        row = other;
                    }
                    None => break,
                }
            }
        }
        undecided
    }

    /// The entry the row gains most from, that gain, and what its second choice (or staying single) would give.
    fn two_best(&self, row: usize) -> Option<(usize, W, W)> {
        let mut best: Option<(usize, W)> = None;
        let mut second = (!self.table.must[row]).then(W::default);
        for entry in self.table.entries(row) {
            let gain = self.gain(entry);
            if best.is_none_or(|(_, most)| gain > most) {
                second = second.max(best.map(|(_, most)| most));
                best = Some((entry, gain));
            } else {
                second = second.max(Some(gain));
            }
        }
        let (entry, most) = best?;
        let gains_nothing = !self.table.must[row] && most <= W::default();
        (!gains_nothing).then(|| (entry, most, second.unwrap_or(most)))
    }

    /// Places one more row, by the cheapest row of exchanges.
    fn augment(&mut self, source: usize) {
        let Some(source_price) = self.table.entries(source).map(|entry| self.gain(entry)).max() else { return };
        let may_stay_single = !self.table.must[source];
        if may_stay_single && source_price <= W::default() {
            return;
        }
        // Where the exchanges end, and how far away that is: a single column, or a row that does without.
        let mut end = may_stay_single.then_some((End::Row(source, None), source_price));
        self.reach_from(source, source_price, W::default(), &mut end);
        while let Some(Reverse((distance, column))) = self.heap.pop() {
            if end.is_some_and(|(_, length)| distance >= length) {
                break;
            }
            if self.distance[column] != Some(distance) || self.settled.last() == Some(&column) {
                continue;
            }
            self.settled.push(column);
            let row = self.row_of[column].expect("single columns are ends and never wait in the heap");
            let price = self.row_price(row);
            if !self.table.must[row] && end.is_none_or(|(_, length)| distance + price < length) {
                end = Some((End::Row(row, Some(column)), distance + price));
            }
            self.reach_from(row, price, distance, &mut end);
        }
        let (end, length) = end.expect("the table has pairs for all rows that must be in one");
        for column in self.settled.drain(..) {
            let distance = self.distance[column].unwrap_or_default();
            if distance < length {
                self.prices[column] += length - distance;
            }
        }
        self.exchange(end, source);
        self.heap.clear();
        for column in self.reached.drain(..) {
            self.distance[column] = None;
        }
    }

    /// Notes what can be reached through this row, as long as it is nearer than the nearest end.
    fn reach_from(&mut self, row: usize, price: W, distance: W, end: &mut Option<(End, W)>) {
        let mut limit = end.map(|(_, length)| length);
        for entry in self.table.entries(row) {
            let column = self.table.column(entry);
            let to = distance + (price - self.table.weights[entry] + self.prices[column]);
            if limit.is_some_and(|limit| to >= limit) || self.distance[column].is_some_and(|known| to >= known) {
                continue;
            }
            if self.distance[column].is_none() {
                self.reached.push(column);
            }
            self.distance[column] = Some(to);
            self.through[column] = (row, entry);
            if self.row_of[column].is_some() {
                self.heap.push(Reverse((to, column)));
            } else {
                limit = Some(to);
                *end = Some((End::Column(column), to));
            }
        }
    }

    /// Carries the exchanges out, from the end back to the source.
    fn exchange(&mut self, end: End, source: usize) {
        let mut column = match end {
            End::Column(column) => column,
            End::Row(row, column) => {
                self.entry_of[row] = None;
                match column {
                    Some(column) => column,
                    None => return,
                }
            }
        };
        loop {
            let (row, entry) = self.through[column];
            let left = self.entry_of[row].replace(entry);
            self.row_of[column] = Some(row);
            if row == source {
                return;
            }
            column = self.table.column(left.expect("a row on the path gives up the column it was reached through"));
        }
    }
}

#[derive(Clone, Copy)]
enum End {
    Column(usize),
    Row(usize, Option<usize>),
}

#[cfg(test)]
mod tests;
