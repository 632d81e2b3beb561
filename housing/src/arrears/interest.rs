//! Late-payment interest (*forsinkelsesrente*): simple, by the day, at the rate of each day.

use crate::Date;
use crate::calendar::{add_days, days_between};
use crate::dated::NothingInForce;
use crate::money::Ore;
use crate::rates::{Percent, Spans};

/// Days at one rate, and what they come to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InterestSegment {
    pub from: Date,
    /// The last day counted.
    pub to: Date,
    pub days: i32,
    pub rate: Percent,
    /// Rounded to whole øre, half away from zero.
    pub interest: Ore,
    pub source: String,
    /// Whether the rate has been read in a legal text.
    pub confirmed: bool,
}

/// The interest on a sum from the day after it was due until the day it was paid, that day included.
/// No segments when it was paid in time.
///
/// # Errors
/// When a rate is not known for one of the days.
pub fn late_interest(
    principal: Ore,
    due: Date,
    paid: Date,
    rates: &Spans<Percent>,
) -> Result<Vec<InterestSegment>, NothingInForce> {
    let mut segments = Vec::new();
    let mut from = add_days(due, 1);
    while from <= paid {
        let span = rates.on(from)?;
        // Two half-years can have one rate: they are shown apart, since each has its own regulation.
        let to = span.to.map_or(paid, |last| last.min(paid));
        let days = days_between(from, to) + 1;
        let interest = segment_interest(principal, span.value, days);
        segments.push(InterestSegment {
            from,
            to,
            days,
            rate: span.value,
            interest,
            source: span.source.clone(),
            confirmed: span.confirmed,
        });
        from = add_days(to, 1);
    }
    Ok(segments)
}

/// Principal × rate × days / 365. A leap year too has 365 days here: so the interest act is read.
fn segment_interest(principal: Ore, rate: Percent, days: i32) -> Ore {
    /// Hundredths of a per cent in the whole, times the days of the year.
    const PARTS: i128 = 10_000 * 365;
    let exact = i128::from(principal.0) * i128::from(rate.0) * i128::from(days);
    let rounded = (exact.abs() + PARTS / 2) / PARTS * exact.signum();
    Ore(i64::try_from(rounded).expect("interest on a believable amount fits in 64 bits"))
}
