//! Rent: when it is due, and how it may change (*husleieloven* chapters 3 and 4).

use crate::Date;
use crate::calendar::{add_days, add_months, add_years, roll};
use crate::money::Ore;
use crate::rates::IndexPoints;

#[cfg(test)]
mod tests;

/// The day rent is due: the agreed day, or the next working day when it falls on a Saturday or a
/// holiday (§ 3-2).
pub fn due_date(agreed: Date) -> Date {
    roll(agreed)
}

/// The earliest day a rent that follows the price index can take effect (§ 4-2): a year after the last
/// change took effect, and when a whole month has run out since the notice came.
pub fn earliest_index_change(last_effective: Date, notice: Date, years: i32, notice_months: i32) -> Date {
    let years = i16::try_from(years).expect("the law counts in single years");
    add_years(last_effective, years).max(add_days(add_months(notice, notice_months), 1))
}

/// The first of a month on or after the day: when a monthly rent can change.
pub fn first_of_month_from(day: Date) -> Date {
    if day.day() == 1 { day } else { add_days(day.last_of_month(), 1) }
}

/// The rent after following the index, in whole kroner. Rounded toward the old rent, so that the change
/// stays within the index both ways.
pub fn follow_index(old: Ore, base: IndexPoints, now: IndexPoints) -> Ore {
    let exact = i128::from(old.0) * i128::from(now.0);
    let krone = i128::from(base.0) * 100;
    let (down, up) = (exact.div_euclid(krone), -(-exact).div_euclid(krone));
    let kroner = |whole: i128| Ore(i64::try_from(whole * 100).expect("rents are believable amounts"));
    if now >= base { kroner(down).max(old) } else { kroner(up).min(old) }
}

/// The earliest days of an adjustment to current rent (*gjengs leie*, § 4-3).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CurrentRent {
    /// The first day it can be demanded.
    pub demand_from: Date,
    /// The first day it takes effect, if it is demanded on the day given.
    pub effective_from: Date,
}

/// The months and years of § 4-3.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CurrentRentPeriods {
    /// Months of tenancy with no other changes than by the index, before a demand.
    pub wait_months: i32,
    /// Months from the demand until it takes effect.
    pub notice_months: i32,
    /// Years since the last change of any kind.
    pub years_since_change: i32,
}

/// When a rent can be adjusted to the current rent. `since` is the start, or the last change that did not
/// follow the index. Without a demand the earliest one is reckoned with.
pub fn current_rent(
    since: Date,
    last_change: Option<Date>,
    demanded: Option<Date>,
    periods: CurrentRentPeriods,
) -> CurrentRent {
    let demand_from = add_months(since, periods.wait_months);
    let demanded = demanded.map_or(demand_from, |day| day.max(demand_from));
    let after_notice = add_months(demanded, periods.notice_months);
    let years = i16::try_from(periods.years_since_change).expect("the law counts in single years");
    let after_change = last_change.map(|day| add_years(day, years));
    CurrentRent { demand_from, effective_from: after_change.map_or(after_notice, |day| day.max(after_notice)) }
}

/// How much security may still be asked for (§§ 3-5 and 3-6): deposit and guarantee together are at most
/// so many months' rent. Negative when more has been asked than the law allows.
pub fn room_for_security(monthly: Ore, months: i32, deposit: Ore, guarantee: Ore) -> Ore {
    Ore(monthly.0 * i64::from(months)) - deposit - guarantee
}
