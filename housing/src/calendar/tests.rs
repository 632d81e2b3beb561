//! The law's worked examples stand in `tests/cases/frister.txt`.

use super::*;
use jiff::civil::date;
use proptest::prelude::*;

#[test]
fn easter_is_when_the_almanac_says() {
    let known = [
        date(1943, 4, 25),
        date(2000, 4, 23),
        date(2008, 3, 23),
        date(2025, 4, 20),
        date(2026, 4, 5),
        date(2027, 3, 28),
        date(2028, 4, 16),
        date(2029, 4, 1),
        date(2030, 4, 21),
        date(2038, 4, 25),
        date(2049, 4, 18),
        date(2076, 4, 19),
    ];
    assert_eq!(known.map(|day| easter(day.year())), known);
}

#[test]
fn the_table_of_movable_holidays_holds() {
    let holidays = [
        (2025, [(4, 17), (4, 18), (4, 21), (5, 29), (6, 9)]),
        (2026, [(4, 2), (4, 3), (4, 6), (5, 14), (5, 25)]),
        (2027, [(3, 25), (3, 26), (3, 29), (5, 6), (5, 17)]),
        (2028, [(4, 13), (4, 14), (4, 17), (5, 25), (6, 5)]),
        (2029, [(3, 29), (3, 30), (4, 2), (5, 10), (5, 21)]),
        (2030, [(4, 18), (4, 19), (4, 22), (5, 30), (6, 10)]),
    ];
    for (year, days) in holidays {
        for (month, day) in days {
            assert!(is_public_holiday(date(year, month, day)), "{year}-{month}-{day}");
        }
    }
}

#[test]
fn the_eves_are_ordinary_working_days() {
    for day in [date(2026, 12, 24), date(2026, 12, 31), date(2026, 4, 1)] {
        assert!(is_workday(day), "{day}");
    }
    assert!(!is_workday(date(2026, 5, 17)) && !is_workday(date(2026, 5, 1)));
}

#[test]
fn a_year_has_as_many_free_weekdays_as_the_calendar_on_the_wall() {
    let free = |year| {
        let first = date(year, 1, 1);
        (0..first.days_in_year().into())
            .map(|n| add_days(first, n))
            .filter(|day| day.weekday().to_monday_zero_offset() < 5 && !is_workday(*day))
            .count()
    };
    assert_eq!((free(2025), free(2026), free(2027)), (9, 8, 6));
}

fn any_day() -> impl Strategy<Value = Date> {
    (0..73_000).prop_map(|days| add_days(date(1900, 1, 1), days))
}

proptest! {
    #[test]
    fn easter_is_a_sunday_between_22_march_and_25_april(year in 1600_i16..3000) {
        let easter = easter(year);
        prop_assert_eq!(easter.weekday(), jiff::civil::Weekday::Sunday);
        prop_assert!((date(year, 3, 22)..=date(year, 4, 25)).contains(&easter));
    }

    #[test]
    fn rolling_finds_the_nearest_workday_and_stays_there(day in any_day()) {
        let (before, after) = (work_on_or_before(day), roll(day));
        prop_assert!(before <= day && day <= after);
        prop_assert!(is_workday(before) && is_workday(after));
        prop_assert_eq!((roll(after), work_on_or_before(before)), (after, before));
        prop_assert!(days_between(before, after) <= 6);
        let between = (1..days_between(before, after)).map(|n| add_days(before, n)).filter(|d| is_workday(*d));
        prop_assert_eq!(between.count(), 0);
    }

    #[test]
    fn a_month_later_is_the_same_day_or_the_month_s_last(day in any_day(), months in 0_i32..120) {
        let later = add_months(day, months);
        prop_assert!(later.day() == day.day() || (later.day() < day.day() && later == end_of_month(later)));
        prop_assert_eq!(add_months(later, 0), later);
        prop_assert_eq!(i32::from(later.year()) * 12 + i32::from(later.month()),
            i32::from(day.year()) * 12 + i32::from(day.month()) + months);
    }

    #[test]
    fn days_and_weeks_can_be_counted_back(day in any_day(), weeks in -500_i32..500) {
        let later = add_weeks(day, weeks);
        prop_assert_eq!(later.weekday(), day.weekday());
        prop_assert_eq!(days_between(day, later), weeks * 7);
        prop_assert_eq!(add_days(later, -weeks * 7), day);
    }
}
