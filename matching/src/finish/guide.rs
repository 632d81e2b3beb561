//! The floating-point sums of the search, apart from everything that proves.
#![expect(clippy::float_arithmetic, reason = "the guide counts in floating point; nothing is proven by it")]

/// Columns stand at most this far apart, in parts of the greatest. All of it together widens what the guide's prices
/// prove: much more than this, and a plan as good as proven must be proven again by search.
const APART: f64 = 2e-9;

pub(super) fn quotient(entry: i64, unit: f64) -> f64 {
    entry as f64 / unit
}

pub(super) fn scale(price: f64, by: i64) -> f64 {
    price * by as f64
}

/// A price of the guide in the objective's unit and for the row's own entries.
pub(super) fn per(price: &f64, unit: i64, row_unit: f64) -> f64 {
    price * unit as f64 / row_unit
}

pub(super) fn sum(price: f64, along: f64, times: f64) -> f64 {
    price + along * times
}

pub(super) fn doubt(value: f64) -> f64 {
    0.5 - (value - 0.5).abs()
}

pub(super) fn no_better(best: i64, unit: i64) -> f64 {
    -(best as f64 + 0.999) / unit as f64
}

/// Minus the value, and a little more that differs from column to column.
pub(super) fn cost(value: i64, unit: i64, column: usize) -> f64 {
    let scattered = (column as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 40;
    scattered as f64 / (1u64 << 24) as f64 * APART - value as f64 / unit as f64
}
