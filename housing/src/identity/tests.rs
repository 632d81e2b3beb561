//! Synthetic numbers only: none of these can be a person's.

use super::*;
use jiff::civil::date;
use proptest::prelude::*;

/// Adds the classic check digits to nine digits.
fn with_check_digits(first_nine: &str) -> String {
    let mut digits = digits_of(first_nine).unwrap();
    digits.push(check_digit(&FIRST_WEIGHTS, &digits).unwrap());
    digits.push(check_digit(&SECOND_WEIGHTS, &digits).unwrap());
    digits.iter().map(ToString::to_string).collect()
}

#[track_caller]
fn refused(text: &str) -> InvalidIdentityNumber {
    IdentityNumber::parse(text).unwrap_err()
}

#[test]
fn the_national_test_number_is_read_with_and_without_a_space() {
    let number = IdentityNumber::parse("10915596784").unwrap();
    assert_eq!(IdentityNumber::parse(" 109155 96784 ").unwrap(), number);
    assert_eq!(number.born(), Some(date(1955, 11, 10)));
    assert!(number.is_synthetic() && !number.is_d_number());
}

#[test]
fn a_d_number_has_forty_added_to_the_day() {
    let number = IdentityNumber::parse("489072 09442").unwrap();
    assert!(number.is_d_number() && number.is_synthetic());
    assert_eq!(number.born(), Some(date(1972, 10, 8)));
}

#[test]
fn nav_s_test_numbers_and_hospital_numbers_are_told_apart() {
    let nav = IdentityNumber::parse(&with_check_digits("106690101")).unwrap();
    assert!(nav.is_synthetic());
    let hospital = IdentityNumber::parse(&with_check_digits("104190101")).unwrap();
    assert!(!hospital.is_synthetic());
    assert_eq!((nav.born(), hospital.born()), (Some(date(1990, 1, 10)), Some(date(1990, 1, 10))));
}

#[test]
fn each_fault_is_named() {
    assert_eq!(refused(""), InvalidIdentityNumber::TooFewDigits);
    assert_eq!(refused("098984135"), InvalidIdentityNumber::TooFewDigits);
    assert_eq!(refused("4926438943"), InvalidIdentityNumber::TooFewDigits);
    assert_eq!(refused("109155967840"), InvalidIdentityNumber::TooManyDigits);
    assert_eq!(refused("se merknad"), InvalidIdentityNumber::NotDigits);
    assert_eq!(refused("١٠٩١٥٥٩٦٧٨٤"), InvalidIdentityNumber::NotDigits);
    assert_eq!(refused("10915596785"), InvalidIdentityNumber::CheckDigits);
    assert_eq!(refused(&with_check_digits("318290100")), InvalidIdentityNumber::NoSuchDay);
}

#[test]
fn a_lost_leading_zero_is_put_back_only_when_asked_for_and_only_when_it_fits() {
    let number = IdentityNumber::parse_lenient_leading_zero("4926438943").unwrap();
    assert_eq!(number.reveal(), "04926438943");
    let lenient = |text| IdentityNumber::parse_lenient_leading_zero(text).unwrap_err();
    assert_eq!(lenient("4926438944"), InvalidIdentityNumber::TooFewDigits);
    assert_eq!(lenient("098984135"), InvalidIdentityNumber::TooFewDigits);
    assert_eq!(lenient("4926438943x"), InvalidIdentityNumber::NotDigits);
}

#[test]
fn the_individual_digits_give_the_century() {
    let born = |first_nine| IdentityNumber::parse(&with_check_digits(first_nine)).unwrap().born().unwrap().year();
    assert_eq!(born("108155101"), 1955);
    assert_eq!(born("108155501"), 1855);
    assert_eq!(born("108105501"), 2005);
    assert_eq!(born("108155901"), 1955);
    assert_eq!(refused(&with_check_digits("108145501")), InvalidIdentityNumber::NoSuchDay);
}

#[test]
fn from_2032_the_first_check_digit_may_leave_up_to_three_and_no_century_is_read() {
    let mut digits = digits_of("108155101").unwrap();
    digits.push(check_digit(&FIRST_WEIGHTS, &digits).unwrap() + 2);
    digits.push(check_digit(&SECOND_WEIGHTS, &digits).unwrap());
    let text: String = digits.iter().map(ToString::to_string).collect();

    assert_eq!(IdentityNumber::parse_on(&text, date(2031, 12, 31)), Err(InvalidIdentityNumber::CheckDigits));
    let number = IdentityNumber::parse_on(&text, date(2032, 1, 1)).unwrap();
    assert_eq!(IdentityNumber::parse_stored(&text).as_ref(), Ok(&number));
    assert_eq!(number.born(), None);
}

#[test]
fn neither_page_nor_log_shows_the_whole_number() {
    let number = IdentityNumber::parse("10915596784").unwrap();
    assert_eq!(number.masked(), "109155 *****");
    assert_eq!(format!("{number:?}"), "IdentityNumber(masked)");
}

proptest! {
    #[test]
    fn a_synthetic_number_says_the_day_it_was_made_for(
        year in 1940_i16..2040, month in 1_i8..=12, day in 1_i8..=28, individual in 0_u16..1000
    ) {
        let born = date(year, month, day);
        if let Some(number) = IdentityNumber::synthetic(born, individual) {
            prop_assert!(number.is_synthetic());
            prop_assert_eq!(number.born(), Some(born));
            prop_assert_eq!(IdentityNumber::parse(number.reveal()), Ok(number));
        }
    }

    #[test]
    fn one_mistyped_digit_never_passes(individual in 0_u16..500, at in 0_usize..11, wrong in 1_u8..10) {
        if let Some(number) = IdentityNumber::synthetic(date(1984, 12, 16), individual) {
            let mut digits = number.values();
            digits[at] = (digits[at] + wrong) % 10;
            let text: String = digits.iter().map(ToString::to_string).collect();
            prop_assert!(IdentityNumber::parse(&text).is_err());
        }
    }
}
