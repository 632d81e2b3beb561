//! Small files made for a test.

use std::io::{Cursor, Write};

use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook};
use zip::write::SimpleFileOptions;

/// A cell to write: a text, a number, a day, a formula with its result, or nothing.
pub enum Put {
    T(&'static str),
    N(f64),
    D(u16, u8, u8),
    /// A formula and its result.
    F(&'static str, &'static str),
    Nothing,
}

/// An xlsx with the rows of each sheet.
pub fn xlsx(sheets: &[(&str, Vec<Vec<Put>>)]) -> Vec<u8> {
    let date = Format::new().set_num_format("dd.mm.yyyy");
    let mut workbook = Workbook::new();
    for (name, rows) in sheets {
        let sheet = workbook.add_worksheet();
        sheet.set_name(*name).expect("a short name");
        for (row, cells) in (0_u32..).zip(rows) {
            for (column, cell) in (0_u16..).zip(cells) {
                match cell {
                    Put::T(text) => sheet.write_string(row, column, *text),
                    Put::N(number) => sheet.write_number(row, column, *number),
                    Put::D(year, month, day) => {
                        let day = ExcelDateTime::from_ymd(*year, *month, *day).expect("a day");
                        sheet.write_datetime_with_format(row, column, day, &date)
                    }
                    Put::F(formula, result) => {
                        sheet.write_formula(row, column, Formula::new(*formula).set_result(*result))
                    }
                    Put::Nothing => continue,
                }
                .expect("the cell is inside a sheet");
            }
        }
    }
    workbook.save_to_buffer().expect("a workbook in memory")
}

/// A row of texts.
pub fn texts(cells: &[&'static str]) -> Vec<Put> {
    cells.iter().map(|text| if text.is_empty() { Put::Nothing } else { Put::T(text) }).collect()
}

/// In an ods: the cell is merged downwards over so many rows, `merged:3 Skolegata 1` …
pub const MERGED_DOWN: &str = "merged:";
/// … and covers this one.
pub const COVERED: &str = "covered";

/// In an ods: a formula that nobody has worked out.
pub const NOT_WORKED_OUT: &str = "of:=SUM([.A1:.A2])";

/// An ods with one sheet of texts; `2026-03-01` is written as a day.
pub fn ods(name: &str, rows: &[&[&str]]) -> Vec<u8> {
    let cell = |text: &&str| match (text.is_empty(), text.parse::<jiff::civil::Date>()) {
        (true, _) => "<table:table-cell/>".to_owned(),
        _ if *text == NOT_WORKED_OUT => format!(r#"<table:table-cell table:formula="{text}"/>"#),
        _ if *text == COVERED => "<table:covered-table-cell/>".to_owned(),
        _ if text.starts_with(MERGED_DOWN) => {
            let (rows, text) = text[MERGED_DOWN.len()..].split_once(' ').expect("a number of rows and a text");
            format!(
                r#"<table:table-cell table:number-rows-spanned="{rows}" office:value-type="string"><text:p>{text}</text:p></table:table-cell>"#
            )
        }
        (_, Ok(day)) => format!(
            r#"<table:table-cell office:value-type="date" office:date-value="{day}"><text:p>{day}</text:p></table:table-cell>"#
        ),
        (_, Err(_)) => {
            format!(r#"<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>"#)
        }
    };
    let row =
        |cells: &&[&str]| format!("<table:table-row>{}</table:table-row>", cells.iter().map(cell).collect::<String>());
    let rows: String = rows.iter().map(row).collect();
    let content = format!(
        r#"<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet><table:table table:name="{name}">{rows}</table:table></office:spreadsheet></office:body></office:document-content>"#
    );
    let manifest = r#"<?xml version="1.0" encoding="UTF-8"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>"#;
    zipped(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", manifest.as_bytes()),
        ("content.xml", content.as_bytes()),
    ])
}

/// A zip with these files.
pub fn zipped(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        zip.start_file(*name, SimpleFileOptions::default()).expect("a zip in memory");
        zip.write_all(bytes).expect("a zip in memory");
    }
    zip.finish().expect("a zip in memory").into_inner()
}
