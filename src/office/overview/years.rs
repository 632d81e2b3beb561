//! What came in, was decided and was let, year by year.

use super::Seen;
use super::waiting::is_for_care_home;
use crate::store::overview::{decided, moved_in, received};
use crate::store::{StoreError, Tx};
use housing::Date;
use housing::applications::Outcome;

/// Years shown, the one under way included.
const YEARS: i16 = 5;

/// A year's applications and lettings, ordinary homes and care homes apart.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct YearCount {
    pub year: i16,
    pub care_home: bool,
    /// Applications that came in during the year, renewals too.
    pub received: i64,
    /// Of all applications, those granted during the year, by what they have come to since.
    pub granted: i64,
    /// … and those refused or dismissed.
    pub refused: i64,
    /// Households that moved in during the year.
    pub moved_in: i64,
}

/// The year of the day, as far as it has come, and the years before it.
pub(super) fn read(tx: &mut Tx<'_>, seen: Seen) -> Result<Vec<YearCount>, StoreError> {
    let (on, with_protected) = (seen.on, seen.with_protected);
    let first_year = on.year().saturating_sub(YEARS - 1).max(1);
    let first_day = Date::new(first_year, 1, 1).expect("every year has a first of January");
    let years = (first_year..=on.year()).rev();
    let mut counts: Vec<YearCount> = years
        .flat_map(|year| [false, true].map(|care_home| YearCount { year, care_home, ..YearCount::default() }))
        .collect();
    let mut add = |day: Date, care_home: bool, add_to: &dyn Fn(&mut YearCount)| {
        let year = counts.iter_mut().find(|count| count.year == day.year() && count.care_home == care_home);
        year.into_iter().for_each(add_to);
    };
    for day in received(tx, (first_day, on), with_protected)? {
        add(day.received, is_for_care_home(day.kind), &|year| year.received += day.applications);
    }
    for day in decided(tx, (first_day, on), with_protected)? {
        let outcome = day.status.outcome();
        add(day.decided, is_for_care_home(day.kind), &|year| match outcome {
            Some(Outcome::Granted) => year.granted += day.applications,
            Some(Outcome::Refused) => year.refused += day.applications,
            None => {}
        });
    }
    for day in moved_in(tx, (first_day, on), with_protected)? {
        add(day.from, true, &|year| year.moved_in += day.care_homes);
        add(day.from, false, &|year| year.moved_in += day.tenancies - day.care_homes);
    }
    Ok(counts)
}
