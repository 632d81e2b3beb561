use super::*;
use crate::dwellings::{FloorArea, Rooms};
use crate::money::Ore;
use crate::people::{HouseholdSize, Protection};
use jiff::civil::date;

#[track_caller]
fn amounts(cases: &[(&str, i64)]) {
    for (text, ore) in cases {
        assert_eq!(amount(text), Ok(Ore(*ore)), "{text:?}");
    }
}

#[test]
fn amounts_in_all_the_ways_people_write_them() {
    amounts(&[
        ("7850", 785_000),
        ("7 850,-", 785_000),
        ("7\u{a0}850,-", 785_000),
        ("7\u{2009}850", 785_000),
        ("kr 7850", 785_000),
        ("kr. 7.850,00", 785_000),
        ("7850 kr", 785_000),
        ("7.850,00", 785_000),
        ("7.850", 785_000),
        ("7850.00", 785_000),
        ("7850.5", 785_050),
        ("12.760,00", 1_276_000),
        ("1.234.567,89", 123_456_789),
        ("11.683,07", 1_168_307),
        ("7,850.00", 785_000),
        ("0", 0),
    ]);
}

#[test]
fn credits_are_negative_however_the_sign_is_written() {
    amounts(&[
        ("1.234,50-", -123_450),
        ("-1 234,50", -123_450),
        ("−500", -50_000),
        ("(1 234)", -123_400),
        ("500-", -50_000),
        ("kr -500,-", -50_000),
        ("500,00 CR", -50_000),
    ]);
}

#[test]
fn what_is_no_amount_is_refused() {
    for text in
        ["se merknad", "", "7.85.00", "7 85", "1,234", "12,345", "7850 per mnd", "kr", "-", "99999999999999999999"]
    {
        assert!(amount(text).is_err(), "{text:?}");
    }
}

#[test]
fn days_in_all_the_ways_people_write_them() {
    for text in [
        "01.03.2026",
        "1.3.26",
        "1.3.2026",
        "01/03/2026",
        "1/3-26",
        "2026-03-01",
        "2026-03-01 00:00",
        "2026-03-01T00:00:00",
        "1. mars 2026",
        "01032026",
        "20260301",
        "01.03.2026 kl 12:00",
    ] {
        assert_eq!(day(text), Ok(date(2026, 3, 1)), "{text:?}");
    }
    assert_eq!(day("31.12.99"), Ok(date(1999, 12, 31)));
}

#[test]
fn a_day_outside_the_calendar_is_told_from_what_is_no_day() {
    assert!(matches!(day("31.02.2025"), Err(Unreadable::NoSuchDay { .. })));
    assert!(matches!(day("1.13.2025"), Err(Unreadable::NoSuchDay { .. })));
    for text in ["ukjent", "", "2026", "1.3", "1.3.026", "tidsubestemt", "1.3.2026 - 1.3.2029"] {
        assert!(matches!(day(text), Err(Unreadable::Day { .. })), "{text:?}");
    }
}

#[test]
fn rooms_with_and_without_words() {
    for (text, count) in [
        ("2-roms", 2),
        ("2r", 2),
        ("2-r", 2),
        ("3 rom", 3),
        ("2", 2),
        ("hybel", 0),
        ("Hybel", 0),
        ("1-roms hybel", 0),
        ("tre-roms", 3),
        ("treroms", 3),
        ("5 rom eller større", 5),
        ("5+", 5),
        ("1 sov", 2),
        ("2 soverom", 3),
        ("4-roms leilighet", 4),
        ("Hybelleilighet", 0),
        ("2 R", 2),
    ] {
        assert_eq!(rooms(text), Ok(Rooms(count)), "{text:?}");
    }
    for text in ["", "stor", "2 til 3", "H0204", "99", "rom"] {
        assert!(rooms(text).is_err(), "{text:?}");
    }
    assert_eq!(bedrooms("1"), Ok(Rooms(2)));
    assert_eq!(bedrooms("3 soverom"), Ok(Rooms(4)));
}

#[test]
fn floor_areas_keep_their_decimal() {
    for (text, tenths) in
        [("54,5 m2", 545), ("54.5", 545), ("54 kvm", 540), ("54,5m²", 545), ("92.60", 926), ("116", 1160)]
    {
        assert_eq!(floor_area(text), Ok(FloorArea(tenths)), "{text:?}");
    }
    for text in ["", "stor", "54,55", "-12"] {
        assert!(floor_area(text).is_err(), "{text:?}");
    }
}

#[test]
fn yes_no_and_neither() {
    for text in ["Ja", "x", "X", "J", "1", "ja.", "Ja, med hjelp"] {
        assert_eq!(yes_no(text), Ok(true), "{text:?}");
    }
    for text in ["Nei", "N", "0", "-", "nei", "nei (trapp)"] {
        assert_eq!(yes_no(text), Ok(false), "{text:?}");
    }
    assert!(yes_no("kanskje").is_err());
    assert!(yes_no("").is_err());
    assert!(open_ended("Løpende") && open_ended("tidsubestemt") && !open_ended("01.03.2026"));
}

#[test]
fn households_of_adults_and_children() {
    for (text, adults, children) in [
        ("2+3", 2, 3),
        ("1v/2b", 1, 2),
        ("1 voksne 0 barn", 1, 0),
        ("2 voksne", 2, 0),
        ("2v 1b", 2, 1),
        ("1 voksen, 2 barn", 1, 2),
        ("enslig", 1, 0),
        ("Enslig forsørger med 2 barn", 1, 2),
        ("par uten barn", 2, 0),
        ("2 vaksne og 1 barn", 2, 1),
    ] {
        assert_eq!(household(text), Ok(HouseholdSize { adults, children }), "{text:?}");
    }
    for text in ["", "3", "2 barn", "stor familie", "2+", "+", "2 3 barn"] {
        assert!(household(text).is_err(), "{text:?}");
    }
    assert_eq!(adults_or_children("2 barn"), Ok(2));
}

#[test]
fn a_part_of_a_household_is_told_as_such() {
    let told = |adults, children| Ok(HouseholdTold { adults, children });
    for (text, adults, children) in [
        ("Enslig forsørger", Some(1), None),
        ("barnefamilie", None, None),
        ("par med barn", Some(2), None),
        ("2 barn", None, Some(2)),
        ("mor m/2 barn", Some(1), Some(2)),
        ("Voksne: 2, barn: 1", Some(2), Some(1)),
        ("5 (2+3)", Some(2), Some(3)),
        ("2+1 (7 år)", Some(2), Some(1)),
        ("1 vo. 2 ba.", Some(1), Some(2)),
    ] {
        assert_eq!(household_as_told(text), told(adults, children), "{text:?}");
    }
    for text in ["mange", "3", "vet ikke", ""] {
        assert!(household_as_told(text).is_err(), "{text:?}");
    }
    assert_eq!(adults_or_children("2 (4 og 7 år)"), Ok(2));
}

#[test]
fn leases_end_on_days_months_and_after_years() {
    for (text, day) in [
        ("31.05.26", date(2026, 5, 31)),
        ("oppsagt til 31.05.26", date(2026, 5, 31)),
        ("t.o.m. 31.5.2026", date(2026, 5, 31)),
        ("mars 2026", date(2026, 3, 31)),
        ("ut februar 2027", date(2027, 2, 28)),
        ("02.2028", date(2028, 2, 29)),
    ] {
        assert_eq!(last_day(text), Ok(day), "{text:?}");
    }
    assert!(matches!(last_day("31.02.2025"), Err(Unreadable::NoSuchDay { .. })));
    for text in ["oppsagt", "snart", "2026", "til"] {
        assert!(last_day(text).is_err(), "{text:?}");
    }
    for (text, length) in
        [("3 år", 36), ("Tidsbestemt 3 år", 36), ("tre-årig", 36), ("18 mnd.", 18), ("5 års kontrakt", 60)]
    {
        assert_eq!(months(text), Some(length), "{text:?}");
    }
    for text in ["tidsbestemt", "3", "3 år + 2 år", "2023 år", "01.03.2026"] {
        assert_eq!(months(text), None, "{text:?}");
    }
}

#[test]
fn nobody_is_born_in_years_to_come_because_the_century_is_left_out() {
    let today = date(2026, 3, 1);
    for text in ["12.03.55", "120355", "12.3.1955"] {
        assert_eq!(birth_day(text, today), Ok(Some(date(1955, 3, 12))), "{text:?}");
    }
    assert_eq!(birth_day("01.02.24", today), Ok(Some(date(2024, 2, 1))));
    assert_eq!(birth_day("12.03.2055", today), Ok(Some(date(2055, 3, 12))));
    assert_eq!(birth_day("1955", today), Ok(None));
    assert!(birth_day("310255", today).is_err() && birth_day("ukjent", today).is_err());
}

#[test]
fn notes_that_protect_an_address() {
    assert_eq!(protection("Kode 6 - IKKE oppgi adresse"), Some(Protection::StrictlyConfidential));
    assert_eq!(protection("Hemmelig adresse!"), Some(Protection::StrictlyConfidential));
    assert_eq!(protection("OBS: kode 7"), Some(Protection::Confidential));
    assert_eq!(protection("fortrolig"), Some(Protection::Confidential));
    assert_eq!(protection("strengt fortrolig adresse, utland"), Some(Protection::StrictlyConfidentialAbroad));
    for note in ["Nøkkelkode 6", "kode 61", "Ringt 2.2", "Sperret", ""] {
        assert_eq!(protection(note), None, "{note:?}");
    }
}
