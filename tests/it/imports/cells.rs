use super::files::{rows_of, xlsx};
use super::{accept, import, prepared, upload};
use crate::app::{DAY, TestApp};
use husrom::exchange::CheckedSheet;
use husrom::office::overview::register;
use rust_xlsxwriter::{Format, Formula, Workbook};

const HEADINGS: [&str; 5] = ["Adresse", "Bolignr", "Husleie", "Leietaker", "Født"];

fn sheet(rows: &[[&str; 5]]) -> Vec<u8> {
    let rows = [HEADINGS].into_iter().chain(rows.iter().copied());
    xlsx(&rows.map(|row| row.map(str::to_owned).to_vec()).collect::<Vec<_>>())
}

#[track_caller]
fn wrong(checked: &CheckedSheet) -> Vec<(u32, &'static str)> {
    checked.rejected.iter().map(|rejection| (rejection.row, rejection.problem.code())).collect()
}

#[test]
fn days_and_amounts_that_cannot_be_are_rejected_with_their_rows() {
    let file = prepared(
        "a.xlsx",
        &sheet(&[
            ["Granlia 7", "H0101", "7850", "Heggelund, Gunhild", "31.02.1975"],
            ["Granlia 7", "H0102", "-7850", "Oppigard, Njål", "01.02.1975"],
            ["Granlia 7", "H0103", "7850", "Haile, Halvard", "01.02.2031"],
            ["Granlia 7", "H0104", "7850", "Moen, Signe", "01.02.1975"],
        ]),
    );
    let checked = &file.files[0].sheets[0].1;
    assert_eq!(wrong(checked), [(2, "date-not-in-calendar"), (3, "amount-negative"), (4, "day-in-future")]);
    assert_eq!(checked.accepted.len(), 1);
}

#[test]
fn formulas_count_by_their_results_and_failed_ones_are_named() {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    for (column, heading) in (0_u16..).zip(HEADINGS) {
        sheet.write_string(0, column, heading).expect("inside");
    }
    sheet.merge_range(1, 0, 3, 0, "Granlia 7", &Format::new()).expect("inside");
    for (row, unit, result) in [(1, "H0101", "7850"), (2, "H0102", "#REF!"), (3, "H0103", "8000")] {
        sheet.write_string(row, 1, unit).expect("inside");
        sheet.write_formula(row, 2, Formula::new("=7000+850").set_result(result)).expect("inside");
    }
    let bytes = workbook.save_to_buffer().expect("in memory");
    let app = TestApp::new();
    let file = prepared("a.xlsx", &bytes);
    let checked = &file.files[0].sheets[0].1;
    assert_eq!(checked.accepted.len() + wrong(checked).len(), 3, "{:?}", checked.rejected);
    assert_eq!(wrong(checked).iter().map(|(row, _)| *row).collect::<Vec<_>>(), [3]);
    import(app.office(), "a.xlsx", &bytes);
    let totals = app.office().store().read(|tx| register(tx, DAY)).expect("the figures can be read");
    assert_eq!((totals.homes, totals.rent.0), (2, 1_585_000));
}

/// What somebody writes in a cell to make another's spreadsheet run a program stays a text.
#[test]
fn what_looks_like_a_formula_never_becomes_one() {
    let evil = "=cmd|' /C calc'!A0";
    let rows = [
        [evil, "H0101", "7850", "@SUM(A1:A9)", ""],
        ["Granlia 7", "H0102", "-10", "=HYPERLINK(\"http://example.org\")", ""],
    ];
    let app = TestApp::new();
    let caseworker = app.caseworker();
    let address = upload(&caseworker, &[("a.xlsx", &sheet(&rows))]);
    let rejected = caseworker.get(&format!("{address}/rejected/0")).expect(200);
    assert_no_formula(&rejected.bytes);
    assert!(rows_of(&rejected.bytes).iter().flatten().any(|cell| cell.contains("HYPERLINK")), "it is still there");
    accept(&caseworker, &address);
    let exported = caseworker.get("/dwellings?format=xlsx").expect(200);
    assert_no_formula(&exported.bytes);
    let exported = caseworker.get("/dwellings?format=csv").expect(200).text();
    let starts = |cell: &str| cell.trim_matches('"').starts_with(['=', '@', '+', '\t']);
    assert!(!exported.split([';', '\n']).any(starts), "{exported}");
}

#[track_caller]
fn assert_no_formula(bytes: &[u8]) {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("a spreadsheet");
    let mut text = String::new();
    let mut sheet = archive.by_name("xl/worksheets/sheet1.xml").expect("it has a sheet");
    std::io::Read::read_to_string(&mut sheet, &mut text).expect("it is text");
    assert!(!text.contains("<f>") && !text.contains("<f "), "{text}");
}
