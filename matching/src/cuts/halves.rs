//! Halves of limits added up, and rounded down: whole columns keep these rows, the guide's halves often do not.
//!
//! Take some limits together, divide by two, and round every count and the limit itself down: what holds for whole
//! columns holds still. If the limits add up to an odd number, and what the guide takes of columns counted an odd number
//! of times plus what it leaves unused is less than one, its values break the row. Which limits to take
//! is found from each limit in turn: the columns the guide takes most of are made to count evenly first.

use std::cmp::Ordering;

use crate::bound::ExtraRow;
use crate::exchange::Exchange;

/// What is left over must be this much below one.
const LEAST_PASSED: f64 = 0.04;
/// A column of which the guide takes so much is taken whole.
const WHOLE: f64 = 1.0 - 1e-6;
/// A limit may be part of so many of the rows added at once.
const ROWS_OF_ONE: usize = 6;
/// More limits than this make a row that slows the guide more than it helps.
const MOST_LIMITS: usize = 13;

/// A sum of limits, modulo two.
#[derive(Clone)]
struct Sum {
    limits: Vec<u32>,
    /// Fractional columns counted an odd number of times.
    odd: Vec<u32>,
    odd_limit: bool,
    unused: f64,
}

/// Rows that the guide's values break, the most broken first.
pub(crate) fn find(exchange: &Exchange, extra: &[ExtraRow], values: &[f64], most: usize) -> Vec<ExtraRow> {
    let lines = first_sums(exchange, extra, values);
    let mut with: Vec<Vec<usize>> = vec![Vec::new(); values.len()];
    for (at, line) in lines.iter().enumerate() {
        line.odd.iter().for_each(|&column| with[column as usize].push(at));
    }
    let mut found: Vec<(f64, Vec<u32>)> =
        lines.iter().filter_map(|first| broken_from(first, &lines, &with, values)).collect();
    found.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.len().cmp(&b.1.len())).then(a.1.cmp(&b.1)));
    found.dedup_by(|a, b| a.1 == b.1);
    let mut times = vec![0; exchange.rows.len() + extra.len()];
    let mut rows = Vec::new();
    for (_, limits) in found {
        if rows.len() < most
            && limits.iter().filter(|&&limit| times[limit as usize] >= ROWS_OF_ONE).count() * 2 <= limits.len()
        {
            limits.iter().for_each(|&limit| times[limit as usize] += 1);
            rows.push(halved(exchange, extra, &limits, values));
        }
    }
    rows
}

/// Adds limits to the first, each so that the column counted odd that the guide takes most of counts evenly, until the
/// sum makes a row that the guide breaks: how much is left over, and of which limits it is made.
#[expect(clippy::float_arithmetic, reason = "which rows to add is a choice; every one of them is true")]
fn broken_from(first: &Sum, lines: &[Sum], with: &[Vec<usize>], values: &[f64]) -> Option<(f64, Vec<u32>)> {
    let value = |column: &u32| values[*column as usize];
    let mut sum = first.clone();
    while sum.limits.len() < MOST_LIMITS {
        let most = sum.odd.iter().max_by(|a, b| value(a).total_cmp(&value(b)).then(b.cmp(a)))?;
        let others = with[*most as usize].iter().map(|&at| &lines[at]);
        let others = others.filter(|line| sum.limits.binary_search(&line.limits[0]).is_err());
        let next = others.map(|line| sum.with(line)).map(|next| (next.left_over(values), next));
        let (left, next) = next.min_by(|(a, one), (b, other)| a.total_cmp(b).then(one.limits.cmp(&other.limits)))?;
        if next.unused >= 1.0 - LEAST_PASSED {
            return None;
        }
        sum = next;
        if sum.odd_limit && left < 1.0 - LEAST_PASSED {
            return Some((left, sum.limits));
        }
    }
    None
}

impl Sum {
    #[expect(clippy::float_arithmetic, reason = "which rows to add is a choice; every one of them is true")]
    fn with(&self, other: &Self) -> Self {
        Self {
            limits: without_pairs(&self.limits, &other.limits),
            odd: without_pairs(&self.odd, &other.odd),
            odd_limit: self.odd_limit != other.odd_limit,
            unused: self.unused + other.unused,
        }
    }

    #[expect(clippy::float_arithmetic, reason = "which rows to add is a choice; every one of them is true")]
    fn left_over(&self, values: &[f64]) -> f64 {
        self.unused + self.odd.iter().map(|&at| values[at as usize]).sum::<f64>()
    }
}

/// Every limit on its own that the guide nearly uses up.
#[expect(clippy::float_arithmetic, reason = "which rows to add is a choice; every one of them is true")]
fn first_sums(exchange: &Exchange, extra: &[ExtraRow], values: &[f64]) -> Vec<Sum> {
    let limits: Vec<i64> = exchange.rows.iter().map(|row| row.limit).chain(extra.iter().map(|row| row.limit)).collect();
    let mut sums: Vec<Sum> = (0..)
        .zip(&limits)
        .map(|(at, &limit)| Sum { limits: vec![at], odd: Vec::new(), odd_limit: limit % 2 != 0, unused: limit as f64 })
        .collect();
    let mut count = |row: usize, column: usize, entry: i64| {
        let value = values[column];
        if value > 1e-6 {
            sums[row].unused -= value * entry as f64;
            // What is taken whole can be counted off.
            if value >= WHOLE {
                sums[row].odd_limit ^= entry % 2 != 0;
            } else if entry % 2 != 0 {
                sums[row].odd.push(u32::try_from(column).expect("fewer columns than 32 bits can count"));
            }
        }
    };
    for (column, line) in exchange.columns.iter().enumerate() {
        line.entries.iter().for_each(|&(row, entry)| count(row as usize, column, i64::from(entry)));
    }
    for (at, row) in extra.iter().enumerate() {
        let mut entries = row.entries.clone();
        entries.sort_unstable();
        entries.iter().for_each(|&(column, entry)| count(exchange.rows.len() + at, column as usize, entry));
    }
    sums.retain(|sum| sum.unused < 1.0 - LEAST_PASSED && !sum.odd.is_empty());
    sums
}

/// What is in one of two sorted lists only.
fn without_pairs(mut one: &[u32], mut other: &[u32]) -> Vec<u32> {
    let mut left = Vec::with_capacity(one.len() + other.len());
    while let (Some(a), Some(b)) = (one.first(), other.first()) {
        match a.cmp(b) {
            Ordering::Less => {
                left.push(*a);
                one = &one[1..];
            }
            Ordering::Greater => {
                left.push(*b);
                other = &other[1..];
            }
            Ordering::Equal => (one, other) = (&one[1..], &other[1..]),
        }
    }
    left.extend_from_slice(one);
    left.extend_from_slice(other);
    left
}

/// What a column counts in each of the extra rows, which are halves of limits or of rows before them.
pub(crate) fn entries_of(column: &[(u32, i32)], rows: usize, extra: &[ExtraRow]) -> Vec<i64> {
    let mut in_extra: Vec<i64> = Vec::with_capacity(extra.len());
    for row in extra {
        let entry = |limit: &u32| match (*limit as usize).checked_sub(rows) {
            Some(before) => in_extra[before],
            None => column.iter().find(|(at, _)| at == limit).map_or(0, |(_, entry)| i64::from(*entry)),
        };
        let total: i64 = row.halves.iter().map(entry).sum();
        in_extra.push(total.div_euclid(2));
    }
    in_extra
}

/// The row that half of these limits make, rounded down. That no column is taken more than once is a limit too: it is
/// one of them for each column taken whole that the others count an odd number of times.
fn halved(exchange: &Exchange, extra: &[ExtraRow], limits: &[u32], values: &[f64]) -> ExtraRow {
    let rows = exchange.rows.len();
    let mut within = vec![false; rows];
    let mut total = 0;
    let mut counts = vec![0_i64; exchange.columns.len()];
    for &limit in limits {
        match limit as usize {
            row if row < rows => {
                within[row] = true;
                total += exchange.rows[row].limit;
            }
            row => {
                total += extra[row - rows].limit;
                extra[row - rows].entries.iter().for_each(|&(column, entry)| counts[column as usize] += entry);
            }
        }
    }
    for (count, column) in counts.iter_mut().zip(&exchange.columns) {
        *count +=
            column.entries.iter().filter(|entry| within[entry.0 as usize]).map(|entry| i64::from(entry.1)).sum::<i64>();
    }
    for (count, value) in counts.iter_mut().zip(values) {
        if *value >= WHOLE && *count % 2 != 0 {
            *count += 1;
            total += 1;
        }
    }
    let entries = (0..).zip(&counts).map(|(at, count)| (at, count.div_euclid(2))).filter(|entry| entry.1 != 0);
    ExtraRow { entries: entries.collect(), limit: total.div_euclid(2), halves: limits.to_vec() }
}
