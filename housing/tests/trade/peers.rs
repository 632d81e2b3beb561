//! Other people's programs asked the same questions: where we differ, one of us is wrong.

use chrono::{Datelike as _, NaiveDate};
use holidays::{Builder, Country};
use housing::Date;
use housing::calendar::{easter, is_public_holiday};
use housing::identity::IdentityNumber;

#[test]
fn public_holidays_are_those_of_the_holidays_package() {
    let years = 2000..2031;
    let theirs = Builder::new().countries(&[Country::NO]).years(years.clone()).build().expect("it has these years");
    for year in years {
        let year_of_days = &theirs[&Country::NO][&year];
        let first = NaiveDate::from_ymd_opt(year, 1, 1).expect("every year has one");
        for day in first.iter_days().take_while(|day| day.year() == year) {
            let ours: Date = day.to_string().parse().expect("both write days in the same way");
            assert_eq!(is_public_holiday(ours), year_of_days.contains_key(&day), "{day}");
        }
    }
}

#[test]
fn easter_is_when_the_computus_package_says() {
    for year in 1600..3000_i16 {
        let theirs = computus::gregorian_jiff_date(year.into()).expect("the Gregorian calendar has these years");
        assert_eq!(easter(year), theirs, "{year}");
    }
}

#[test]
fn identity_numbers_are_those_of_nav_s_validator() {
    let text = include_str!("../peers/identity_numbers.txt");
    let mut asked = 0;
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        let (number, theirs) = line.split_once(' ').expect("a number and an answer");
        let ours = match IdentityNumber::parse_stored(number) {
            Ok(number) if number.is_d_number() => "dnr-and-tnr",
            Ok(_) => "tnr",
            Err(_) => "invalid",
        };
        assert_eq!(ours, theirs, "{number}");
        asked += 1;
    }
    assert_eq!(asked, 600);
}
