//! Spreadsheets: xlsx cell by cell, so that a large one takes little memory; ods and old Excel whole.

use std::io::{Cursor, Read as _};

use calamine::{Data, DataRef, Ods, OdsError, Range, Reader, SheetType, SheetVisible, Xls, XlsError, Xlsx, XlsxError};
use housing::Date;

use super::{Unopenable, check_size, ods_merges};
use crate::exchange::cells::{Cell, MergedDown, Sheet, SheetBuilder};

/// In sheets of up to so many cells, cells merged downwards are filled in. The merges stand at the end of
/// a sheet, which must be gone through again to find them.
const CELLS_LOOKED_AT_FOR_MERGES: usize = 400_000;

pub fn xlsx(bytes: &[u8]) -> Result<Vec<Sheet>, Unopenable> {
    let damaged = |error: XlsxError| {
        let is_locked = matches!(error, XlsxError::Password);
        if is_locked { Unopenable::Encrypted } else { Unopenable::Damaged { reason: error.to_string() } }
    };
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(damaged)?;
    let mut sheets = Vec::new();
    for name in visible_sheets(workbook.sheets_metadata()) {
        let (mut sheet, has_empty_cells) = read_xlsx_sheet(&mut workbook, &name).map_err(damaged)??;
        if has_empty_cells && has_formulas(bytes) {
            sheet = read_formulas_too(&mut workbook, &name).map_err(damaged)??;
        }
        if sheet.cell_count() <= CELLS_LOOKED_AT_FOR_MERGES {
            sheet.fill_down(&merged_downwards(&mut workbook, &name));
        }
        sheets.push(sheet.finish());
    }
    Ok(sheets)
}

fn visible_sheets(all: &[calamine::Sheet]) -> Vec<String> {
    let is_table =
        |sheet: &&calamine::Sheet| sheet.typ == SheetType::WorkSheet && sheet.visible == SheetVisible::Visible;
    all.iter().filter(is_table).map(|sheet| sheet.name.clone()).collect()
}

/// A sheet, and whether it has cells with nothing in them: formats without a value, or formulas without one.
fn read_xlsx_sheet(
    workbook: &mut Xlsx<Cursor<&[u8]>>,
    name: &str,
) -> Result<Result<(SheetBuilder, bool), Unopenable>, XlsxError> {
    let (mut sheet, mut has_empty_cells) = (SheetBuilder::new(name), false);
    let mut cells = workbook.worksheet_cells_reader(name)?;
    while let Some(cell) = cells.next_cell()? {
        let (row, column) = cell.get_position();
        let Ok(column) = u16::try_from(column) else { continue };
        has_empty_cells |= matches!(cell.get_value(), DataRef::Empty);
        sheet.push(row + 1, column, streamed_cell(cell.get_value()));
        if let Err(too_many) = check_size(&sheet) {
            return Ok(Err(too_many));
        }
    }
    Ok(Ok((sheet, has_empty_cells)))
}

/// As [`read_xlsx_sheet`], where a formula without a value is told from a blank cell. It takes longer, and few files
/// need it: spreadsheet programs write the values beside their formulas.
fn read_formulas_too(
    workbook: &mut Xlsx<Cursor<&[u8]>>,
    name: &str,
) -> Result<Result<SheetBuilder, Unopenable>, XlsxError> {
    let mut sheet = SheetBuilder::new(name);
    let mut cells = workbook.worksheet_cells_reader(name)?;
    while let Some(cell) = cells.next_cell_with_formula()? {
        let (row, column) = cell.pos;
        let Ok(column) = u16::try_from(column) else { continue };
        let has_no_value = cell.formula.is_some() && matches!(cell.value, DataRef::Empty);
        sheet.push(row + 1, column, if has_no_value { Cell::NoValue } else { streamed_cell(&cell.value) });
        if let Err(too_many) = check_size(&sheet) {
            return Ok(Err(too_many));
        }
    }
    Ok(Ok(sheet))
}

/// Whether any sheet of the file has a formula: looked for in its text, which is far quicker than reading the cells.
fn has_formulas(bytes: &[u8]) -> bool {
    let Ok(mut archive) = zip::ZipArchive::new(Cursor::new(bytes)) else { return false };
    let mut text = Vec::new();
    (0..archive.len()).any(|index| {
        let Ok(mut entry) = archive.by_index(index) else { return false };
        text.clear();
        let is_sheet = entry.name().is_ok_and(|name| name.starts_with("xl/worksheets/"));
        let is_read = is_sheet && entry.read_to_end(&mut text).is_ok();
        is_read && text.windows(3).any(|part| matches!(part, b"<f>" | b"<f "))
    })
}

/// The areas of one column merged over several rows. Where they cannot be read, none is.
fn merged_downwards(workbook: &mut Xlsx<Cursor<&[u8]>>, name: &str) -> Vec<MergedDown> {
    let all = workbook.merge_cells_by_sheet_name(name).unwrap_or_default();
    let downwards = all.into_iter().filter(|area| area.end.0 > area.start.0 && area.end.1 == area.start.1);
    let merged = |area: calamine::Dimensions| {
        let column = u16::try_from(area.start.1).ok()?;
        Some(MergedDown { column, first_row: area.start.0 + 1, last_row: area.end.0 + 1 })
    };
    downwards.filter_map(merged).collect()
}

fn streamed_cell<'a>(value: &'a DataRef<'_>) -> Cell<'a> {
    match value {
        DataRef::Int(number) => Cell::Number(*number as f64),
        DataRef::Float(number) => Cell::Number(*number),
        DataRef::String(text) => Cell::Text(text),
        DataRef::SharedString(text) => Cell::Text(text),
        DataRef::Bool(yes) => Cell::Bool(*yes),
        DataRef::DateTime(moment) => day_of(*moment),
        DataRef::DateTimeIso(text) => iso_day(text),
        DataRef::DurationIso(text) => Cell::Text(text),
        DataRef::Error(_) => Cell::Error,
        DataRef::Empty => Cell::Blank,
    }
}

fn whole_cell(value: &Data) -> Cell<'_> {
    match value {
        Data::Int(number) => Cell::Number(*number as f64),
        Data::Float(number) => Cell::Number(*number),
        Data::String(text) | Data::DurationIso(text) => Cell::Text(text),
        Data::Bool(yes) => Cell::Bool(*yes),
        Data::DateTime(moment) => day_of(*moment),
        Data::DateTimeIso(text) => iso_day(text),
        Data::Error(_) => Cell::Error,
        Data::Empty => Cell::Blank,
    }
}

fn day_of<'a>(moment: calamine::ExcelDateTime) -> Cell<'a> {
    let (year, month, day, ..) = moment.to_ymd_hms_milli();
    let parts = (i16::try_from(year), i8::try_from(month), i8::try_from(day));
    match parts {
        (Ok(year), Ok(month), Ok(day)) if moment.is_datetime() && moment.as_f64() >= 1.0 => {
            Date::new(year, month, day).map_or(Cell::Number(moment.as_f64()), Cell::Day)
        }
        _ => Cell::Number(moment.as_f64()),
    }
}

fn iso_day(text: &str) -> Cell<'_> {
    housing::written::day(text).map_or(Cell::Text(text), Cell::Day)
}

pub fn ods(bytes: &[u8]) -> Result<Vec<Sheet>, Unopenable> {
    let damaged = |error: OdsError| {
        let is_locked = matches!(error, OdsError::Password);
        if is_locked { Unopenable::Encrypted } else { Unopenable::Damaged { reason: error.to_string() } }
    };
    let mut workbook: Ods<_> = Ods::new(Cursor::new(bytes)).map_err(damaged)?;
    let merged = ods_merges::downwards(bytes);
    let mut sheets = Vec::new();
    for name in visible_sheets(workbook.sheets_metadata()) {
        let values = workbook.worksheet_range(&name).map_err(damaged)?;
        let mut sheet = whole(&name, &values, &workbook.worksheet_formula(&name).map_err(damaged)?)?;
        if let Some((_, merged)) = merged.iter().find(|(other, _)| *other == name) {
            sheet.fill_down(merged);
        }
        sheets.push(sheet.finish());
    }
    Ok(sheets)
}

pub fn old_excel(bytes: &[u8]) -> Result<Vec<Sheet>, Unopenable> {
    // A password-protected xlsx is an old container with the encrypted package in it, named in UTF-16.
    let encrypted: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    if bytes.windows(encrypted.len()).any(|window| window == encrypted) {
        return Err(Unopenable::Encrypted);
    }
    let unreadable = |error: XlsError| {
        let is_locked = matches!(error, XlsError::Password);
        if is_locked {
            Unopenable::Encrypted
        } else {
            Unopenable::NotASpreadsheet { looks_like: "a file of an old program" }
        }
    };
    let mut workbook: Xls<_> = Xls::new(Cursor::new(bytes)).map_err(unreadable)?;
    let mut sheets = Vec::new();
    for name in visible_sheets(workbook.sheets_metadata()) {
        let values = workbook.worksheet_range(&name).map_err(unreadable)?;
        sheets.push(whole(&name, &values, &workbook.worksheet_formula(&name).map_err(unreadable)?)?.finish());
    }
    Ok(sheets)
}

/// A sheet whose values have been read as a whole. A formula without a value is told from a blank cell.
fn whole(name: &str, values: &Range<Data>, formulas: &Range<String>) -> Result<SheetBuilder, Unopenable> {
    let mut sheet = SheetBuilder::new(name);
    let mut push = |(row, column): (u32, u32), cell: Cell<'_>| {
        if let Ok(column) = u16::try_from(column) {
            sheet.push(row.saturating_add(1), column, cell);
        }
        check_size(&sheet)
    };
    let is_blank = |at: &(u32, u32)| values.get_value(*at).is_none_or(|value| matches!(value, Data::Empty));
    let mut not_worked_out = places(formulas).filter(is_blank).peekable();
    for (at, (.., value)) in places(values).zip(values.used_cells()) {
        while let Some(before) = not_worked_out.next_if(|other| *other < at) {
            push(before, Cell::NoValue)?;
        }
        push(at, whole_cell(value))?;
    }
    for at in not_worked_out {
        push(at, Cell::NoValue)?;
    }
    Ok(sheet)
}

/// The rows and columns of the cells that are not blank, from 0, in order.
fn places<T: calamine::CellType>(range: &Range<T>) -> impl Iterator<Item = (u32, u32)> + '_ {
    let (first_row, first_column) = range.start().unwrap_or((0, 0));
    let offset = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
    range.used_cells().map(move |(row, column, _)| {
        (first_row.saturating_add(offset(row)), first_column.saturating_add(offset(column)))
    })
}
