//! When a claim lapses by age (*foreldelse*).

use crate::Date;
use crate::calendar::{add_years, roll};

/// The last day to interrupt the limitation of a claim that fell due on a day.
#[doc(alias = "foreldelse")]
pub fn last_day_before_limitation(due: Date, years: i32) -> Date {
    roll(add_years(due, i16::try_from(years).expect("limitation is a handful of years")))
}
