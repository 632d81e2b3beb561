//! Lists as spreadsheets, for every export: what stands in a cell is never taken for a formula.

use housing::Date;
use housing::money::Ore;
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook, Worksheet, XlsxError};

/// A cell of a list that goes out.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    Blank,
    Text(String),
    Number(i64),
    /// A number with decimals, as it was in a spreadsheet.
    Decimal(f64),
    Amount(Ore),
    Day(Date),
    YesNo(bool),
}

impl Value {
    /// A text, or nothing.
    pub fn text(text: Option<&str>) -> Self {
        text.map_or(Self::Blank, |text| Self::Text(text.to_owned()))
    }

    /// The value in a list with separators. A text that a spreadsheet would take for a formula gets an
    /// apostrophe in front, which spreadsheets show as nothing.
    fn as_csv(&self) -> String {
        match self {
            Self::Blank => String::new(),
            Self::Text(text) if looks_like_formula(text) => format!("'{text}"),
            Self::Text(text) => text.clone(),
            Self::Number(number) => number.to_string(),
            Self::Decimal(number) => number.to_string().replace('.', ","),
            Self::Amount(ore) => kroner_with_comma(*ore),
            Self::Day(day) => day.strftime("%d.%m.%Y").to_string(),
            Self::YesNo(yes) => if *yes { "Ja" } else { "Nei" }.to_owned(),
        }
    }
}

fn looks_like_formula(text: &str) -> bool {
    text.trim_start_matches([' ', '\u{a0}']).starts_with(['=', '+', '-', '@', '\t', '\r', '\n'])
}

fn kroner_with_comma(ore: Ore) -> String {
    let sign = if ore.0 < 0 { "-" } else { "" };
    let ore = ore.0.unsigned_abs();
    format!("{sign}{},{:02}", ore / 100, ore % 100)
}

/// Writes a list as xlsx, row by row, so that a long one takes little memory.
pub fn write_xlsx(
    name: &str,
    columns: &[String],
    rows: impl IntoIterator<Item = Vec<Value>>,
) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    write_sheet(&mut workbook, name, columns, rows)?;
    workbook.save_to_buffer()
}

/// A table that is one sheet of several.
#[derive(Clone, Debug, PartialEq)]
pub struct SheetOut {
    /// The sheet's name; what spreadsheets do not take in one is left out. No two may begin alike.
    pub name: String,
    pub columns: Vec<String>,
    pub rows: Vec<Vec<Value>>,
}

/// Writes tables as the sheets of one xlsx.
pub fn write_workbook(sheets: &[SheetOut]) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    for sheet in sheets {
        write_sheet(&mut workbook, &sheet.name, &sheet.columns, sheet.rows.iter().cloned())?;
    }
    workbook.save_to_buffer()
}

fn write_sheet(
    workbook: &mut Workbook,
    name: &str,
    columns: &[String],
    rows: impl IntoIterator<Item = Vec<Value>>,
) -> Result<(), XlsxError> {
    let bold = Format::new().set_bold();
    let sheet = workbook.add_worksheet_with_constant_memory()?;
    sheet.set_name(sheet_name(name))?;
    sheet.set_freeze_panes(1, 0)?;
    for (column, heading) in (0_u16..).zip(columns) {
        sheet.set_column_width(column, width(heading))?;
        sheet.write_string_with_format(0, column, heading, &bold)?;
    }
    let formats =
        Formats { money: Format::new().set_num_format("# ##0.00"), date: Format::new().set_num_format("dd.mm.yyyy") };
    for (row, values) in (1_u32..).zip(rows) {
        for (column, value) in (0_u16..).zip(values) {
            write_cell(sheet, (row, column), value, &formats)?;
        }
    }
    Ok(())
}

/// How amounts and days look in a spreadsheet.
struct Formats {
    money: Format,
    date: Format,
}

fn write_cell(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    value: Value,
    formats: &Formats,
) -> Result<(), XlsxError> {
    match value {
        Value::Blank => return Ok(()),
        Value::Text(text) => sheet.write_string(row, column, text)?,
        Value::Number(number) => sheet.write_number(row, column, number as f64)?,
        Value::Decimal(number) => sheet.write_number(row, column, number)?,
        Value::Amount(ore) => sheet.write_number_with_format(row, column, kroner(ore), &formats.money)?,
        Value::Day(day) => sheet.write_datetime_with_format(row, column, excel_day(day)?, &formats.date)?,
        Value::YesNo(yes) => sheet.write_string(row, column, if yes { "Ja" } else { "Nei" })?,
    };
    Ok(())
}

/// Writes a list as csv: UTF-8 with its mark, semicolons and Windows line ends, as Norwegian
/// spreadsheets open it by themselves.
pub fn write_csv(columns: &[String], rows: impl IntoIterator<Item = Vec<Value>>) -> Result<Vec<u8>, csv::Error> {
    let start = b"\xef\xbb\xbf".to_vec();
    let mut writer = csv::WriterBuilder::new().delimiter(b';').terminator(csv::Terminator::CRLF).from_writer(start);
    writer.write_record(columns)?;
    for row in rows {
        writer.write_record(row.iter().map(Value::as_csv))?;
    }
    writer.into_inner().map_err(|error| csv::Error::from(error.into_error()))
}

fn excel_day(day: Date) -> Result<ExcelDateTime, XlsxError> {
    let part = |number: i8| number.unsigned_abs();
    ExcelDateTime::from_ymd(day.year().unsigned_abs(), part(day.month()), part(day.day()))
}

/// Kroner as spreadsheets keep numbers. Read from its text, so that no arithmetic is done on it.
fn kroner(ore: Ore) -> f64 {
    kroner_with_comma(ore).replace(',', ".").parse().expect("digits and one full stop are a number")
}

/// Excel takes 31 characters and not these signs.
fn sheet_name(name: &str) -> String {
    let plain: String = name.chars().filter(|letter| !"[]:*?/\\'".contains(*letter)).take(31).collect();
    if plain.trim().is_empty() { "Liste".to_owned() } else { plain }
}

fn width(heading: &str) -> u32 {
    u32::try_from(heading.chars().count()).unwrap_or(10).clamp(10, 40)
}
