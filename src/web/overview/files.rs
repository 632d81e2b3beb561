//! The numbers as files: everything in one workbook, or one table with separators.

use super::Section;
use super::block::Block;
use crate::exchange::sheet::{self, SheetOut, Value};
use crate::web::export::Format;
use crate::web::{Frame, ListAddress, WebError};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use jiff::civil::Date;

/// The address of a file; `table` is the key of a block, for csv.
pub fn href(on: Date, format: &str, table: &str) -> String {
    let table = if table.is_empty() { String::new() } else { format!("&table={table}") };
    format!("/overview?on={on}&format={format}{table}")
}

/// The file that the address asks for, if it asks for one.
pub fn asked(
    frame: &Frame,
    address: &ListAddress,
    sections: &[Section],
    on: Date,
) -> Option<Result<Response, WebError>> {
    let mut blocks = sections.iter().flat_map(|section| &section.blocks);
    Some(match Format::asked(address)? {
        Format::Xlsx => workbook(frame, blocks, on),
        Format::Csv => match blocks.find(|block| block.key == address.filter("table")) {
            Some(block) => table(block, on),
            None => Err(WebError::NotFound),
        },
    })
}

fn workbook<'a>(frame: &Frame, blocks: impl Iterator<Item = &'a Block>, on: Date) -> Result<Response, WebError> {
    let about = SheetOut {
        name: frame.t("overview-about"),
        columns: vec![frame.t("overview-about-table"), frame.t("overview-about-meaning"), frame.t("overview-day")],
        rows: Vec::new(),
    };
    let mut sheets = vec![about];
    for block in blocks {
        let meaning = [block.title.clone(), block.meaning.clone()].map(Value::Text);
        sheets[0].rows.push(meaning.into_iter().chain([Value::Day(on)]).collect());
        sheets.push(SheetOut { name: block.title.clone(), columns: block.head.clone(), rows: rows(block) });
    }
    let bytes = sheet::write_workbook(&sheets).map_err(|error| cannot_write(&error))?;
    let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    Ok(attachment(&format!("oversikt-{on}.xlsx"), kind, bytes))
}

fn table(block: &Block, on: Date) -> Result<Response, WebError> {
    let bytes = sheet::write_csv(&block.head, rows(block)).map_err(|error| cannot_write(&error))?;
    Ok(attachment(&format!("oversikt-{}-{on}.csv", block.key), "text/csv; charset=utf-8", bytes))
}

fn rows(block: &Block) -> Vec<Vec<Value>> {
    block.rows.iter().map(|row| row.iter().map(|entry| entry.value.clone()).collect()).collect()
}

fn attachment(name: &str, kind: &'static str, bytes: Vec<u8>) -> Response {
    let disposition = format!("attachment; filename=\"{name}\"");
    ([(header::CONTENT_TYPE, kind.to_owned()), (header::CONTENT_DISPOSITION, disposition)], bytes).into_response()
}

fn cannot_write(error: &dyn std::error::Error) -> WebError {
    WebError::Unexpected(format!("the overview cannot be written as a file: {error}"))
}
