use super::*;
use proptest::prelude::*;

#[track_caller]
fn check(line: &str, expected: [&str; 5]) {
    let (address, unit) = Address::read(line);
    let unit = unit.map(|unit| unit.to_string()).unwrap_or_default();
    let found =
        [address.street, address.number, address.postcode.unwrap_or_default(), address.place.unwrap_or_default(), unit];
    assert_eq!(found, expected, "{line}");
}

#[test]
fn an_address_is_read_however_it_is_written() {
    check("Granlia 7", ["Granlia", "7", "", "", ""]);
    check("  Åsvegen   8 ", ["Åsvegen", "8", "", "", ""]);
    check("Nedre Torggate 33 H0403", ["Nedre Torggate", "33", "", "", "H0403"]);
    check("Strandgata 10 B, 9951 FJORDVIK", ["Strandgata", "10B", "9951", "FJORDVIK", ""]);
    check("Strandgata 10b h0201, 9951 Øvre Fjordvik", ["Strandgata", "10B", "9951", "Øvre Fjordvik", "H0201"]);
    check("Strandgata 10, H0201, 9951 FJORDVIK", ["Strandgata", "10", "9951", "FJORDVIK", "H0201"]);
    check("Strandgata 10 9951 FJORDVIK", ["Strandgata", "10", "9951", "FJORDVIK", ""]);
    check("Strandgata 10-12 (H0101)", ["Strandgata", "10-12", "", "", "H0101"]);
    check("Granlia 7 - H0201", ["Granlia", "7", "", "", "H0201"]);
    check("17. mai-gata 5", ["17. mai-gata", "5", "", "", ""]);
    check("Prestegården", ["Prestegården", "", "", "", ""]);
    check("Vegen 1234", ["Vegen", "1234", "", "", ""]);
    check("9951 FJORDVIK", ["", "", "9951", "FJORDVIK", ""]);
    check("", ["", "", "", "", ""]);
}

#[test]
fn what_is_not_understood_stays_in_the_street() {
    check("Granlia 7 leil. sør", ["Granlia 7 leil. sør", "", "", "", ""]);
    check("Granlia 7 H1", ["Granlia 7 H1", "", "", "", ""]);
}

#[test]
fn the_same_house_has_the_same_key() {
    let key = |line| Address::read(line).0.key();
    assert_eq!(key("STRANDGATA 10 B, 9951 FJORDVIK"), key(" Strandgata  10b"));
    assert_ne!(key("Strandgata 10"), key("Strandgata 1"));
    assert_ne!(key("Øragata 1"), key("Oragata 1"));
}

#[test]
fn a_postal_column_fills_what_the_line_left_out() {
    let address = Address::read("Granlia 7").0.with_postal_line("9952 VINNE");
    assert_eq!(address.to_string(), "Granlia 7, 9952 VINNE");
    assert_eq!(Address::read("Granlia 7").0.with_postal_line("").to_string(), "Granlia 7");
}

#[test]
fn a_dwelling_number_is_a_letter_and_four_digits_or_the_offices_own() {
    assert_eq!("h 0204".parse::<DwellingNumber>().unwrap().as_str(), "H0204");
    assert_eq!("H0204".parse::<DwellingNumber>().unwrap().main_floor(), Some(2));
    assert_eq!("U0101".parse::<DwellingNumber>().unwrap().main_floor(), None);
    for (own, kept) in [("101", "101"), ("2b", "2B"), ("leil. 3", "3"), ("A", "A"), ("12-4", "12-4")] {
        assert_eq!(own.parse::<DwellingNumber>().unwrap().as_str(), kept);
    }
    for wrong in ["H1", "", "A0101", "H01011", "H01O1", "0101", "ved trappa", "se merknad"] {
        assert_eq!(wrong.parse::<DwellingNumber>(), Err(InvalidDwellingNumber { text: wrong.into() }));
    }
}

#[test]
fn a_cadastre_number_has_two_to_four_parts() {
    assert_eq!("12 / 34".parse::<Cadastre>().unwrap().to_string(), "12/34");
    assert_eq!("gnr. 12 bnr. 34".parse::<Cadastre>().unwrap().to_string(), "12/34");
    assert_eq!("gnr 12 bnr 34 snr 5".parse::<Cadastre>().unwrap().to_string(), "12/34/0/5");
    assert_eq!("12-34".parse::<Cadastre>().unwrap().to_string(), "12/34");
    assert_eq!("12/34/0/0".parse::<Cadastre>().unwrap().to_string(), "12/34");
    for wrong in ["12", "12/", "0/1", "12/34/5/6/7", "12/x", "+1/2", "99999999999/1"] {
        assert!(wrong.parse::<Cadastre>().is_err(), "{wrong}");
    }
}

proptest! {
    #[test]
    fn an_address_reads_back_as_it_is_shown(
        street in "[A-ZÆØÅ][a-zæøå]{2,12}( [A-ZÆØÅ][a-zæøå]{2,12})?", number in 1_u16..999,
        letter in "[A-H]?", postal in proptest::option::of(("[0-9]{4}", "[A-ZÆØÅ]{2,12}")),
    ) {
        let (postcode, place) = postal.unzip();
        let address = Address { street, number: format!("{number}{letter}"), postcode, place };
        prop_assert_eq!(Address::read(&address.to_string()), (address, None));
    }

    #[test]
    fn a_cadastre_number_reads_back(
        gnr in 1_u32.., bnr in 1_u32.., fnr in proptest::option::of(1_u32..), snr in proptest::option::of(1_u32..)
    ) {
        let cadastre = Cadastre { gnr, bnr, fnr, snr };
        prop_assert_eq!(cadastre.to_string().parse(), Ok(cadastre));
    }

    #[test]
    fn no_line_makes_the_reader_stumble(line in "\\PC{0,60}") {
        let words = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_uppercase).count();
        let (address, unit) = Address::read(&line);
        let kept = words(&address.to_string()) + unit.map_or(0, |unit| words(unit.as_str()));
        prop_assert_eq!(kept, words(&line));
    }
}
