//! What goes out: rejected rows to be corrected, and lists that hold no formulas.

use super::made::Put::{D, N, T};
use super::made::{texts, xlsx};
use super::sheet::{Value, write_csv, write_xlsx};
use super::*;

#[test]
fn rejected_rows_come_back_with_the_same_columns_and_one_more() {
    let rows = vec![
        texts(&["Boliger i Storvik"]),
        texts(&["Adresse", "Bolignr", "Husleie", "Leietaker", "Kontrakt fra"]),
        vec![T("Sjøgata 4"), T("H0101"), N(7850.0), T("Bo Berg"), D(2024, 5, 1)],
        vec![T("Sjøgata 6"), T("H1"), N(9100.5), T("=HYPERLINK(1)"), D(2025, 2, 28)],
    ];
    let workbook = read(&xlsx(&[("Boliger", rows)]), "b.xlsx").expect("a workbook");
    let reading = &understand(&workbook, Vocabulary::built_in(), None)[0];
    let first = check(&workbook, reading, Vocabulary::built_in(), TODAY);
    let written = rejected::write(&workbook, reading, &first, "Hva er galt", |r| r.problem.to_string());
    let sheets = checked(written.expect("in memory"), "avvist.xlsx");
    let (reading, again) = &sheets[0];
    let headings: Vec<&str> = reading.columns.iter().map(|column| column.heading.as_str()).collect();
    assert_eq!(headings, ["Adresse", "Bolignr", "Husleie", "Leietaker", "Kontrakt fra", "Hva er galt"]);
    assert_eq!(again.columns_not_understood, Vec::<String>::new());
    let codes: Vec<_> = again.rejected.iter().map(|r| (r.row, r.problem.code())).collect();
    assert_eq!(codes, [(2, "dwelling-number-malformed")], "the row is as wrong as before, and nothing else is");
}

#[test]
fn no_cell_becomes_a_formula() {
    let columns = ["Navn".to_owned(), "Beløp".to_owned()];
    let row = || vec![Value::Text("=cmd|' /C calc'!A0".to_owned()), Value::Amount(housing::money::Ore(-123_450))];
    let csv = String::from_utf8(write_csv(&columns, [row()]).expect("in memory")).expect("UTF-8");
    assert_eq!(csv, "\u{feff}Navn;Beløp\r\n'=cmd|' /C calc'!A0;-1234,50\r\n");
    let xlsx = write_xlsx("Liste", &columns, [row()]).expect("in memory");
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(xlsx)).expect("a zip");
    let mut xml = String::new();
    let mut sheet = zip.by_name("xl/worksheets/sheet1.xml").expect("a sheet");
    std::io::Read::read_to_string(&mut sheet, &mut xml).expect("XML");
    assert!(!xml.contains("<f>"), "{xml}");
    assert!(xml.contains("-1234.5"), "{xml}");
}
