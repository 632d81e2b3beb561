//! Cells merged downwards in an ods. The library that reads its cells leaves them out.

use std::io::{Cursor, Read};

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use crate::exchange::cells::MergedDown;

/// The merged cells of every sheet, by the sheet's name; none where the file cannot be read so.
pub fn downwards(bytes: &[u8]) -> Vec<(String, Vec<MergedDown>)> {
    let mut content = String::new();
    let read = zip::ZipArchive::new(Cursor::new(bytes))
        .ok()
        .and_then(|mut archive| archive.by_name("content.xml").ok()?.read_to_string(&mut content).ok());
    if read.is_none() || !content.contains("number-rows-spanned") {
        return Vec::new();
    }
    let mut reader = Reader::from_str(&content);
    let mut at = Place::default();
    loop {
        match reader.read_event() {
            Ok(Event::Start(tag) | Event::Empty(tag)) => at.pass(&tag),
            Ok(Event::Eof) | Err(_) => return at.found,
            Ok(_) => {}
        }
    }
}

/// How far one has come.
#[derive(Default)]
struct Place {
    found: Vec<(String, Vec<MergedDown>)>,
    /// Rows begun, counted from 1; repeated ones count as often as they stand there.
    row: u32,
    next_row: u32,
    column: u32,
}

impl Place {
    fn pass(&mut self, tag: &BytesStart<'_>) {
        match tag.local_name().as_ref() {
            "table" => {
                self.found.push((text(tag, "name"), Vec::new()));
                (self.row, self.next_row) = (0, 1);
            }
            "table-row" => {
                self.row = self.next_row;
                self.next_row = self.row.saturating_add(number(tag, "number-rows-repeated"));
                self.column = 0;
            }
            "table-cell" | "covered-table-cell" => {
                let (down, right) = (number(tag, "number-rows-spanned"), number(tag, "number-columns-spanned"));
                if let (true, Ok(column), Some((_, merged))) =
                    (down > 1 && right == 1, u16::try_from(self.column), self.found.last_mut())
                {
                    let last_row = self.row.saturating_add(down - 1);
                    merged.push(MergedDown { column, first_row: self.row, last_row });
                }
                self.column = self.column.saturating_add(number(tag, "number-columns-repeated"));
            }
            _ => {}
        }
    }
}

fn text(tag: &BytesStart<'_>, name: &str) -> String {
    let found = tag.attributes().flatten().find(|attribute| attribute.key.local_name().as_ref() == name);
    found
        .and_then(|attribute| attribute.normalized_value(XmlVersion::Implicit1_0).ok())
        .unwrap_or_default()
        .into_owned()
}

/// A count, which is 1 when nothing is said.
fn number(tag: &BytesStart<'_>, name: &str) -> u32 {
    text(tag, name).parse().unwrap_or(1).max(1)
}
