//! Steps in the calendar.

use housing::Date;
use jiff::ToSpan;

/// So many days later (earlier when negative).
pub fn days_after(date: Date, days: i64) -> Date {
    date.saturating_add(days.days())
}

/// The same day so many months later (earlier when negative), or the month's last day.
pub fn months_after(date: Date, months: i64) -> Date {
    date.saturating_add(months.months())
}

/// Whole days from one date to a later one; negative when it is earlier.
pub fn days_between(from: Date, to: Date) -> i64 {
    from.duration_until(to).as_hours() / 24
}
