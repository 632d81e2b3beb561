//! Halves of limits added up, and rounded down: whole columns keep these rows, the guide's halves often do not.
//!
//! Take some limits together, divide by two, and round every count and the limit itself down: what holds for whole
//! columns holds still. If the limits add up to an odd number, and what the guide takes of columns counted an odd number
//! of times plus what it leaves unused is less than one, its values break the row. Which limits to take is found by
//! elimination modulo two: the columns the guide takes most of are made to count evenly first.

use std::cmp::Ordering;

use crate::bound::ExtraRow;
use crate::exchange::Exchange;

/// What is left over must be this much below one.
const LEAST_PASSED: f64 = 0.04;
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
#[expect(clippy::float_arithmetic, reason = "which rows to add is a choice; every one of them is true")]
pub(crate) fn find(exchange: &Exchange, extra: &[ExtraRow], values: &[f64], most: usize) -> Vec<ExtraRow> {
    let fractional = |at: usize| values[at] > 1e-6 && values[at] < 1.0 - 1e-6;
    let mut sums = first_sums(exchange, extra, values);
    let mut order: Vec<u32> = (0..).zip(values).map(|(at, _)| at).filter(|&at| fractional(at as usize)).collect();
    order.sort_by(|&a, &b| values[b as usize].total_cmp(&values[a as usize]).then(a.cmp(&b)));
    let left_over = |sum: &Sum| sum.unused + sum.odd.iter().map(|&at| values[at as usize]).sum::<f64>();
    let mut found: Vec<(f64, Sum)> = Vec::new();
    for column in order {
        let with: Vec<usize> = (0..sums.len()).filter(|&at| sums[at].odd.binary_search(&column).is_ok()).collect();
        // The one with the least unused, then the shortest, is added to the others.
        let pivot = with.iter().copied().min_by(|&a, &b| {
            let (a, b) = (&sums[a], &sums[b]);
            a.unused.total_cmp(&b.unused).then(a.odd.len().cmp(&b.odd.len())).then(a.limits.cmp(&b.limits))
        });
        let Some(pivot) = pivot else { continue };
        let by = sums[pivot].clone();
        for at in with.into_iter().filter(|&at| at != pivot) {
            sums[at] = Sum {
                limits: without_pairs(&sums[at].limits, &by.limits),
                odd: without_pairs(&sums[at].odd, &by.odd),
                odd_limit: sums[at].odd_limit != by.odd_limit,
                unused: sums[at].unused + by.unused,
            };
        }
        sums.swap_remove(pivot);
        sums.retain(|sum| sum.unused < 1.0 - LEAST_PASSED);
        for sum in sums.iter().filter(|sum| sum.odd_limit && sum.limits.len() > 1) {
            let left = left_over(sum);
            if left < 1.0 - LEAST_PASSED && sum.limits.len() <= MOST_LIMITS {
                found.push((left, sum.clone()));
            }
        }
    }
    found.sort_by(|a, b| {
        a.0.total_cmp(&b.0).then(a.1.limits.len().cmp(&b.1.limits.len())).then(a.1.limits.cmp(&b.1.limits))
    });
    found.dedup_by(|a, b| a.1.limits == b.1.limits);
    let mut times = vec![0; exchange.rows.len() + extra.len()];
    let mut rows = Vec::new();
    for (_, sum) in found {
        if rows.len() < most
            && sum.limits.iter().filter(|&&limit| times[limit as usize] >= ROWS_OF_ONE).count() * 2 <= sum.limits.len()
        {
            sum.limits.iter().for_each(|&limit| times[limit as usize] += 1);
            rows.push(halved(exchange, extra, &sum.limits));
        }
    }
    rows
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
            if value >= 1.0 - 1e-6 {
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

/// The row that half of these limits make, rounded down.
fn halved(exchange: &Exchange, extra: &[ExtraRow], limits: &[u32]) -> ExtraRow {
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
    let entries = (0..).zip(&counts).map(|(at, count)| (at, count.div_euclid(2))).filter(|entry| entry.1 != 0);
    ExtraRow { entries: entries.collect(), limit: total.div_euclid(2), halves: limits.to_vec() }
}
