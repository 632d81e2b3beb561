//! The other side of the import benchmark: makes the spreadsheet, and reads it with calamine alone.
#![expect(clippy::print_stdout, reason = "a program that tells what it counted")]
#![expect(clippy::float_arithmetic, reason = "cells of a spreadsheet are floating-point numbers")]

use calamine::{Data, Reader, Xlsx};
use housing::Date;
use housing::identity::IdentityNumber;
use rust_xlsxwriter::{ExcelDateTime, Workbook, XlsxError};

type Fallible = Result<(), Box<dyn std::error::Error>>;

fn main() -> Fallible {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["make", rows, file] => Ok(make(rows.parse()?, file)?),
        ["read", file] => read(file),
        _ => Err("usage: import-peer make ROWS FILE | read FILE".into()),
    }
}

const HEADINGS: [&str; 12] = [
    "Adresse",
    "Bolignr.",
    "Postnr/sted",
    "Område",
    "Type",
    "BRA m²",
    "Rullestol",
    "Husleie pr. mnd",
    "Status",
    "Leietaker",
    "Fødselsnr",
    "Kontrakt fra",
];

/// Homes as an office lists them, most of them let, every row its own home and tenant.
fn make(rows: u32, file: &str) -> Result<(), XlsxError> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet_with_constant_memory()?;
    for (column, heading) in (0..).zip(HEADINGS) {
        sheet.write(0, column, heading)?;
    }
    let mut tenants = identities();
    let day = ExcelDateTime::from_ymd(2023, 4, 1)?;
    for row in 1..=rows {
        let home = row - 1;
        sheet.write(row, 0, format!("Lyngvegen {}", home / 24 + 1))?;
        sheet.write(row, 1, format!("H{:02}{:02}", home % 24 / 6 + 1, home % 6 + 1))?;
        sheet.write(row, 2, "9951 FJORDVIK")?;
        sheet.write(row, 3, ["Sentrum", "Øra", "Vinne", "Tinden"][home as usize / 240 % 4])?;
        sheet.write(row, 4, ["2-roms", "3 rom", "Hybel", "Omsorgsbolig 2r"][home as usize % 4])?;
        sheet.write(row, 5, f64::from(300 + home % 700) / 10.0)?;
        sheet.write(row, 6, if home % 3 == 0 { "Ja" } else { "Nei" })?;
        sheet.write(row, 7, 6_000 + home % 5_000)?;
        if home % 8 == 7 {
            sheet.write(row, 8, "Ledig")?;
            continue;
        }
        sheet.write(row, 8, "Utleid")?;
        sheet.write(row, 9, format!("Lyngmo{}, Kari {}", home % 977, home % 31))?;
        sheet.write(row, 10, tenants.next().expect("there are millions of synthetic numbers"))?;
        sheet.write(row, 11, &day)?;
    }
    workbook.save(file)
}

/// Synthetic identity numbers, all different.
fn identities() -> impl Iterator<Item = String> {
    let first = Date::constant(1945, 1, 1);
    let days = std::iter::successors(Some(first), |day| day.tomorrow().ok());
    days.flat_map(|born| (0..40).filter_map(move |individual| IdentityNumber::synthetic(born, individual)))
        .map(|identity| identity.reveal().to_owned())
}

fn read(file: &str) -> Fallible {
    let mut workbook: Xlsx<_> = calamine::open_workbook(file)?;
    let name = workbook.sheet_names().first().cloned().ok_or("no sheet")?;
    let cells = workbook.worksheet_range(&name)?;
    println!("{}", cells.used_cells().filter(|(_, _, cell)| **cell != Data::Empty).count());
    Ok(())
}
