//! Invented offices that keep their lists quite differently. None of their headings is known to the code.

use housing::arrears::CollectionStep;
use housing::dwellings::{Category, Disposal, DwellingStatus, FloorArea, Rooms};
use housing::money::Ore;
use housing::people::HouseholdSize;

use super::made::Put::{D, F, N, Nothing, T};
use super::made::{ods, texts, xlsx};
use super::*;

#[track_caller]
fn dwelling(checked: &CheckedSheet, index: usize) -> &DwellingRow {
    match &checked.accepted[index].record {
        Record::Dwelling(home) => home,
        Record::Application(_) | Record::Invoice(_) => panic!("not a home"),
    }
}

/// A workbook with street and number apart, gnr and bnr apart, bedrooms, two rows of headings, a sheet for
/// each kind of home, formulas, and a sum row.
fn municipality_with_two_rows_of_headings() -> Vec<u8> {
    let groups = || {
        vec![
            T("Objekt"),
            Nothing,
            Nothing,
            Nothing,
            Nothing,
            Nothing,
            Nothing,
            T("Leietaker"),
            Nothing,
            Nothing,
            T("Avtale"),
            Nothing,
            T("Økonomi"),
            Nothing,
        ]
    };
    let headings = || {
        texts(&[
            "Gate",
            "Nr",
            "Leil.nr",
            "Gnr",
            "Bnr",
            "Antall soverom",
            "BOA",
            "Etternavn",
            "Fornavn",
            "Personnummer (11 siffer)",
            "Innflyttet",
            "Utløper",
            "Leiesum",
            "Disponeres av",
        ])
    };
    let ordinary = vec![
        texts(&["Utleieportefølje Storvik kommune"]),
        vec![],
        groups(),
        headings(),
        vec![
            T("Sjøgata"),
            N(4.0),
            T("h0101"),
            N(31.0),
            N(847.0),
            N(1.0),
            N(54.5),
            T("Heggelund"),
            T("Gunhild"),
            N(3_907_536_377.0),
            D(2023, 5, 1),
            D(2026, 4, 30),
            F("=7000+850", "7850"),
            T("Kommunen"),
        ],
        vec![
            T("Sjøgata"),
            T("4 B"),
            T("H0102"),
            N(31.0),
            N(847.0),
            N(2.0),
            T("70 kvm"),
            T("Ledig"),
            Nothing,
            Nothing,
            Nothing,
            Nothing,
            T("9 100"),
            T("Innleid"),
        ],
        vec![
            T("Bakkevegen"),
            N(12.0),
            T("U0101"),
            N(5.0),
            N(6.0),
            T("3 soverom"),
            N(98.0),
            T("Oppigard"),
            T("Njål"),
            T("149078 14050"),
            D(2027, 1, 1),
            D(2026, 1, 1),
            T("elleve tusen"),
            T("Kommunen"),
        ],
        vec![
            T("Totalt"),
            Nothing,
            Nothing,
            Nothing,
            Nothing,
            Nothing,
            Nothing,
            Nothing,
            Nothing,
            Nothing,
            Nothing,
            Nothing,
            N(16_950.0),
        ],
    ];
    let care = vec![
        groups(),
        headings(),
        vec![
            T("Tunvegen"),
            N(2.0),
            T("H0201"),
            Nothing,
            Nothing,
            N(1.0),
            N(48.0),
            T("Haile"),
            T("Halvard"),
            T("16929115841"),
            D(2020, 1, 15),
            T("løpende"),
            N(8120.0),
            T("Kommunen"),
        ],
    ];
    xlsx(&[("Kommunale utleieboliger", ordinary), ("Omsorgsboliger", care)])
}

#[test]
fn two_rows_of_headings_and_parts_in_columns_of_their_own() {
    let sheets = checked(municipality_with_two_rows_of_headings(), "storvik.xlsx");
    let (reading, ordinary) = &sheets[0];
    assert_eq!(reading.kind, Some(SheetKind::Dwellings), "{:#?}", meanings(reading));
    assert_eq!(ordinary.columns_not_understood, Vec::<String>::new(), "{:#?}", meanings(reading));
    assert_eq!((ordinary.rows, ordinary.accepted.len()), (3, 2), "{:#?}", ordinary.rejected);
    let home = dwelling(ordinary, 0);
    assert_eq!(home.dwelling.address.street_line(), "Sjøgata 4");
    assert_eq!(home.dwelling.unit.as_ref().map(|unit| unit.as_str()), Some("H0101"));
    assert_eq!(home.dwelling.cadastre.map(|number| (number.gnr, number.bnr)), Some((31, 847)));
    assert_eq!((home.dwelling.rooms, home.dwelling.floor_area), (Some(Rooms(2)), Some(FloorArea(545))));
    assert_eq!((home.dwelling.rent, home.dwelling.disposal), (Some(Ore(785_000)), Some(Disposal::Owned)));
    assert_eq!(home.dwelling.status, DwellingStatus::Let);
    let tenancy = home.tenancy.as_ref().expect("somebody lives there");
    assert_eq!(tenancy.tenant.name.listed(), "Heggelund, Gunhild");
    assert_eq!((tenancy.from, tenancy.lease_until), (Some(date(2023, 5, 1)), Some(date(2026, 4, 30))));
    let vacant = dwelling(ordinary, 1);
    assert_eq!((vacant.dwelling.status, &vacant.tenancy), (DwellingStatus::Vacant, &None));
    assert_eq!(vacant.dwelling.address.number, "4B");
    assert_eq!(ordinary.skipped.len(), 1, "the row of sums");
}

#[test]
fn every_error_of_a_row_is_named() {
    let sheets = checked(municipality_with_two_rows_of_headings(), "storvik.xlsx");
    let found: Vec<_> = sheets[0].1.rejected.iter().map(|r| (r.row, r.column.as_deref(), r.problem.code())).collect();
    assert_eq!(found, [(7, Some("Leiesum"), "amount-unreadable"), (7, Some("Utløper"), "tenancy-ends-before-start")]);
}

#[test]
fn the_name_of_a_sheet_says_that_its_homes_are_care_homes() {
    let sheets = checked(municipality_with_two_rows_of_headings(), "storvik.xlsx");
    let home = dwelling(&sheets[1].1, 0);
    assert_eq!(home.dwelling.category, Category::CareHome);
    assert_eq!(home.tenancy.as_ref().and_then(|tenancy| tenancy.lease_until), None);
}

#[test]
fn a_nynorsk_office_keeps_its_applicants_in_ods() {
    let bytes = ods(
        "Ark1",
        &[
            &["Søkjarliste bustadkontoret"],
            &[
                "Motteken dato",
                "Søkjar",
                "F.nr.",
                "Tlf",
                "Tal vaksne",
                "Tal barn",
                "Busituasjon",
                "Gruppe",
                "Bustadønske",
                "Avgjerd",
                "Sakshandsamar",
            ],
            &[
                "2026-01-12",
                "Gunhild Heggelund",
                "039075 36377",
                "97 14 89 46",
                "2",
                "3",
                "bur hos vener",
                "flyktning",
                "Sentrum",
                "ny",
                "AB",
            ],
            &[
                "20.02.2026",
                "Njål Oppigard",
                "14907814050",
                "",
                "1",
                "",
                "utan bustad",
                "rus, psykiatri",
                "",
                "avslag",
                "",
            ],
            &[
                "20.02.2026",
                "Njål Oppigard",
                "14907814050",
                "",
                "1",
                "",
                "utan bustad",
                "rus, psykiatri",
                "",
                "avslag",
                "",
            ],
            &["2027-01-12", "", "", "", "1", "", "veit ikkje", "", "", "tja", ""],
        ],
    );
    let sheets = checked(bytes, "søkjarar.ods");
    let (reading, checked) = &sheets[0];
    assert_eq!(reading.kind, Some(SheetKind::Applications), "{:#?}", meanings(reading));
    assert_eq!((checked.rows, checked.accepted.len()), (4, 2), "{:#?}", checked.rejected);
    let Record::Application(first) = &checked.accepted[0].record else { panic!("not an application") };
    assert_eq!(first.received, date(2026, 1, 12));
    assert_eq!(first.size, Some(HouseholdSize { adults: 2, children: 3 }));
    assert_eq!(first.situation.map(|situation| situation.code()), Some("VENNER"));
    let Record::Application(second) = &checked.accepted[1].record else { panic!("not an application") };
    assert_eq!(second.size, Some(HouseholdSize { adults: 1, children: 0 }));
    assert_eq!(second.target_groups.iter().map(|group| group.code()).collect::<Vec<_>>(), ["RUS", "PSYK"]);
    assert_eq!(checked.repeated, [Repeated { row: 5, same_as_row: 4 }]);
    let codes: Vec<_> = checked.rejected.iter().map(|r| (r.row, r.problem.code())).collect();
    assert_eq!(codes, [(6, "day-in-future"), (6, "name-missing"), (6, "status-unknown")]);
}

#[test]
fn words_not_known_are_listed_and_not_dropped_silently() {
    let text = "Søkt dato;Navn;Antall personer;Årsak;Status\n\
                01.02.2026;Ada Berg;1;gruble;Ny\n02.02.2026;Bo Berg;1;gruble;Ny\n";
    let (_, checked) = &checked(text.into(), "a.csv")[0];
    assert_eq!(checked.accepted.len(), 2, "{:#?}", checked.rejected);
    assert_eq!(checked.unknown, [Unknown { column: "Årsak".to_owned(), value: "gruble".to_owned(), rows: 2 }]);
}

#[test]
fn a_ledger_with_commas_quotes_and_a_running_balance() {
    let text = "\u{feff}Fakturanr,Debitor,Fnr.,Boligadresse,Forfallsdato,KID,Utestående,Inkassostatus\r\n\
                1001,\"Heggelund, Gunhild\",03907536377,\"Sjøgata 4, 9951 STORVIK\",2026-01-20,12345,\"7.850,00\",Inkasso\r\n\
                \r\n\
                1002,\"Oppigard, Njål\",14907814050,Bakkevegen 12 H0101,2026-02-20,12346,\"-1.070,00\",\r\n\
                1002,\"Oppigard, Njål\",14907814050,Bakkevegen 12 H0101,2026-02-20,12346,\"-1.070,00\",\r\n\
                Sum,,,,,,\"6.780,00\",\r\n";
    let (reading, checked) = &checked(text.into(), "rapport.txt")[0];
    assert_eq!(reading.kind, Some(SheetKind::Arrears), "{:#?}", meanings(reading));
    let Record::Invoice(first) = &checked.accepted[0].record else { panic!("not an invoice") };
    assert_eq!(
        (first.number.as_str(), first.outstanding, first.step),
        ("1001", Ore(785_000), Some(CollectionStep::Collection))
    );
    assert_eq!(first.address.as_ref().and_then(|address| address.postcode.as_deref()), Some("9951"));
    let Record::Invoice(second) = &checked.accepted[1].record else { panic!("not an invoice") };
    assert_eq!((second.outstanding, checked.accepted[1].row), (Ore(-107_000), 4));
    assert_eq!(second.unit.as_ref().map(|unit| unit.as_str()), Some("H0101"));
    assert_eq!(checked.repeated, [Repeated { row: 5, same_as_row: 4 }]);
    assert_eq!(checked.skipped.len(), 1);
}

#[test]
fn values_tell_what_headings_do_not() {
    let text = "A|B|C|D|Mnd.leie\n\
                Sjøgata 4|H0101|03907536377|2-roms|7850\n\
                Sjøgata 6|H0102|14907814050|3-roms|8850\n\
                Sjøgata 8|H0201|16929115841|hybel|4850\n\
                Sjøgata 8|H0202|19840788434|2-roms|7850\n";
    let (reading, _) = &checked(text.into(), "x.csv")[0];
    assert_eq!(
        meanings(reading).iter().map(|(_, field)| *field).collect::<Vec<_>>(),
        ["address", "dwelling-number", "identity", "kind", "rent"]
    );
}
