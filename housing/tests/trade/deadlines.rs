//! `frister.txt`: each fact is a step from the day to the deadline.

use housing::Date;
use housing::calendar::{add_days, add_months, add_weeks, add_years, end_of_month, roll, work_on_or_before};

use crate::cases;

#[test]
fn deadlines_are_counted_as_the_law_s_examples() {
    cases::check("frister.txt", |case| case.facts.iter().fold(case.day, |day, step| take(step, day)).to_string());
}

#[track_caller]
fn take(step: &str, day: Date) -> Date {
    match step {
        "virkedag" => return roll(day),
        "siste virkedag" => return work_on_or_before(day),
        "månedens siste dag" => return end_of_month(day),
        _ => {}
    }
    let (number, unit) = step.split_once(' ').unwrap_or_else(|| panic!("{step:?} is no step"));
    let number: i32 = number.parse().unwrap_or_else(|_| panic!("{step:?} does not begin with a number"));
    match unit {
        "dag" | "dager" => add_days(day, number),
        "uke" | "uker" => add_weeks(day, number),
        "måned" | "måneder" => add_months(day, number),
        "år" => add_years(day, i16::try_from(number).expect("a case counts years in small numbers")),
        _ => panic!("{step:?} is no step"),
    }
}
