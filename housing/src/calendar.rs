//! Norwegian public holidays, working days, and the counting of deadlines (`law.md` section 9,
//! *domstolloven* §§ 148–149).
//!
//! Civil dates only: a deadline lasts to the end of its day in Norway. Which deadlines are moved to a
//! working day is said by the rule that uses them, not here.

use jiff::{Span, ToSpan};

use crate::Date;

mod named;
#[cfg(test)]
mod tests;

pub use named::public_holidays;

/// The holidays that move with Easter, as days from Easter Sunday: Maundy Thursday, Good Friday, the
/// two days of Easter, Ascension Day and the two days of Whitsun.
const EASTER_HOLIDAYS: [i32; 7] = [-3, -2, 0, 1, 39, 49, 50];

/// New Year's Day, Labour Day, Constitution Day and the two days of Christmas, as (month, day).
const FIXED_HOLIDAYS: [(i8, i8); 5] = [(1, 1), (5, 1), (5, 17), (12, 25), (12, 26)];

/// Easter Sunday of a year in the Gregorian calendar.
#[doc(alias = "første påskedag")]
pub fn easter(year: i16) -> Date {
    // Gauss's rule in Lichtenberg's form: it first finds the paschal full moon as a day of March
    // (day 32 is 1 April), then the Sunday after it. The numbers are the calendar's, not ours.
    let year = i32::from(year);
    let century = year.div_euclid(100);
    let skipped_leap_years = 15 + (3 * century + 3).div_euclid(4) - (8 * century + 13).div_euclid(25);
    let golden = year.rem_euclid(19);
    let moon_age = (19 * golden + skipped_leap_years).rem_euclid(30);
    let correction = (moon_age + golden / 11) / 29;
    let full_moon = 21 + moon_age - correction;
    let solar = 2 - (3 * century + 3).div_euclid(4);
    let first_sunday = 7 - (year + year.div_euclid(4) + solar).rem_euclid(7);
    let march_day = full_moon + 7 - (full_moon - first_sunday).rem_euclid(7);
    let year = i16::try_from(year).expect("it came as an i16");
    Date::new(year, 3, 1).expect("every year has a first of March").saturating_add((march_day - 1).days())
}

/// Whether it is a public holiday other than an ordinary Sunday: the church's holidays, and 1 and
/// 17 May. The 24th and 31st of December and the Wednesday before Easter are not.
#[doc(alias = "helligdag")]
pub fn is_public_holiday(day: Date) -> bool {
    let easter = easter(day.year());
    FIXED_HOLIDAYS.contains(&(day.month(), day.day())) || EASTER_HOLIDAYS.contains(&days_between(easter, day))
}

/// Monday to Friday, when it is no public holiday.
#[doc(alias = "virkedag")]
pub fn is_workday(day: Date) -> bool {
    let weekend = day.weekday().to_monday_zero_offset() >= 5;
    !weekend && !is_public_holiday(day)
}

/// The first working day on or after the day: where a deadline that falls on a holiday ends
/// (*domstolloven* § 149).
pub fn roll(day: Date) -> Date {
    nearest_workday(day, 1.day())
}

/// The last working day on or before the day: when the municipality must have done what it is bound
/// to do by that day.
pub fn work_on_or_before(day: Date) -> Date {
    nearest_workday(day, -1.day())
}

/// So many days later; the first day is not counted, the last is.
pub fn add_days(day: Date, days: i32) -> Date {
    day.saturating_add(days.days())
}

/// So many working days later; the first day is not counted.
pub fn add_workdays(day: Date, workdays: i32) -> Date {
    (0..workdays).fold(day, |day, _| roll(add_days(day, 1)))
}

/// The same weekday so many weeks later.
pub fn add_weeks(day: Date, weeks: i32) -> Date {
    day.saturating_add(weeks.weeks())
}

/// The same day of the month so many months later, or the last day of a month that is too short.
pub fn add_months(day: Date, months: i32) -> Date {
    day.saturating_add(months.months())
}

/// The same day so many years later; 29 February becomes 28 February in a common year.
pub fn add_years(day: Date, years: i16) -> Date {
    day.saturating_add(years.years())
}

/// The day in Norway of an instant written with its zone, such as `2026-04-26T21:50:00Z`: ten to midnight
/// in summer. `None` when it is no such instant.
pub fn norwegian_day(instant: &str) -> Option<Date> {
    let instant: jiff::Timestamp = instant.parse().ok()?;
    let norway = jiff::tz::TimeZone::get("Europe/Oslo").expect("the time zones are part of the program");
    Some(instant.to_zoned(norway).date())
}

/// The last day of the month that the day is in.
pub fn end_of_month(day: Date) -> Date {
    day.last_of_month()
}

/// Days from one day to another, negative when the second is earlier.
pub fn days_between(from: Date, to: Date) -> i32 {
    (to - from).get_days()
}

/// A few steps at most: no free week follows another.
fn nearest_workday(day: Date, step: Span) -> Date {
    let mut candidate = day;
    while !is_workday(candidate) {
        match candidate.checked_add(step) {
            Ok(next) => candidate = next,
            Err(_) => return day, // the calendar itself ends here, in the year 9999 or -9999
        }
    }
    candidate
}
