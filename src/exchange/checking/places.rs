//! Where a home is: its address from one cell or several, or from what stands above it.

use std::collections::{HashMap, HashSet};

use housing::address::{Address, DwellingNumber};
use housing::dwellings::{FloorArea, Rooms};
use housing::written;

use super::row::{Columns, RowReader, is_dash};
use crate::exchange::cells::{Cell, Row};
use crate::exchange::evidence::is_lone_address;
use crate::exchange::fields::Field;
use crate::exchange::problem::Problem;
use crate::exchange::vocabulary::Vocabulary;

/// What says where a home is whose own row does not.
#[derive(Clone, Copy)]
pub enum Above<'a> {
    Nothing,
    /// A row above it, which has the address of all rows down to the next address.
    Row(Row<'a>),
    /// A title: the building that the homes below it, or of the whole sheet, stand in.
    Title(&'a str),
}

/// What the line with a home's address says.
pub struct Place {
    pub address: Address,
    pub unit: Option<DwellingNumber>,
    /// `Storgata 1 H0201, 2-roms, 54 m2`.
    pub rooms: Option<Rooms>,
    pub floor_area: Option<FloorArea>,
}

/// Of a list where this share of the rows, in per cent, has no address, each is given once for all homes below it.
const GIVEN_ONCE: usize = 20;
/// Shorter rows are titles and remarks.
const FULL_ROW: usize = 3;

/// Reads where the home of a row is.
pub fn read(row: &mut RowReader<'_>) -> Option<Place> {
    let own = own_line(row);
    let inherits = own.is_none();
    let Some(line) = own.or_else(|| line_above(row)) else {
        row.reject(Some(Field::Address), Problem::AddressMissing);
        return None;
    };
    let mut from = |field: Field| row.owned(field).or_else(|| if inherits { above(row, field) } else { None });
    let house = from(Field::HouseNumber).map(|number| number.replace(' ', "")).unwrap_or_default();
    let (line, rooms, floor_area) = without_size(&line);
    let (mut address, unit) = Address::read(format!("{line} {house}").trim());
    if let Some(postal) = from(Field::PostcodePlace) {
        address = address.with_postal_line(&postal);
    }
    let postcode = from(Field::Postcode).map(|code| format!("{code:0>4}"));
    let place = from(Field::Place);
    if postcode.is_some() || place.is_some() {
        let postal = [postcode, place].into_iter().flatten().collect::<Vec<_>>().join(" ");
        address = address.with_postal_line(&postal);
    }
    Some(Place { address, unit, rooms, floor_area })
}

fn own_line(row: &mut RowReader<'_>) -> Option<String> {
    let own = row.owned(Field::Address).or_else(|| row.owned(Field::Street));
    own.filter(|line| !is_ditto(line))
}

fn line_above(row: &RowReader<'_>) -> Option<String> {
    match row.above {
        Above::Nothing => None,
        Above::Title(title) => Some(title.to_owned()),
        Above::Row(_) => above(row, Field::Address).or_else(|| above(row, Field::Street)),
    }
}

fn above(row: &RowReader<'_>, field: Field) -> Option<String> {
    let Above::Row(above) = row.above else { return None };
    let text = above.cell(row.columns.column_of(field)?).shown();
    (!text.is_empty()).then(|| text.into_owned())
}

/// A mark that says: as above.
fn is_ditto(text: &str) -> bool {
    matches!(text, "\"" | "''" | "”" | "″" | "-\"-" | "-''-" | "- \" -" | "do" | "do." | "Do." | "ditto" | "Ditto")
}

/// The line without the parts of it that say how large the home is.
fn without_size(line: &str) -> (String, Option<Rooms>, Option<FloorArea>) {
    let (mut rooms, mut floor_area) = (None, None);
    if !line.contains([',', ';']) {
        return (line.to_owned(), rooms, floor_area);
    }
    let mut is_size = |part: &str| {
        let has_letters = part.contains(char::is_alphabetic);
        if has_letters && rooms.is_none() {
            rooms = written::rooms(part).ok();
            if rooms.is_some() {
                return true;
            }
        }
        if has_letters && floor_area.is_none() {
            floor_area = written::floor_area(part).ok();
            return floor_area.is_some();
        }
        false
    };
    let mut parts = parts(line).into_iter();
    let street = parts.next().unwrap_or_default();
    let rest = parts.filter(|part| !is_size(part));
    let line = [street].into_iter().chain(rest).collect::<Vec<_>>().join(",");
    (line, rooms, floor_area)
}

/// The parts of a line between commas, those of decimals apart.
fn parts(line: &str) -> Vec<&str> {
    let is_digit = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_digit);
    let bytes = line.as_bytes();
    let is_seam = |at: usize| match bytes[at] {
        b';' => true,
        b',' => at == 0 || !is_digit(bytes.get(at - 1)) || !is_digit(bytes.get(at + 1)),
        _ => false,
    };
    let mut parts = Vec::new();
    let mut begins = 0;
    for at in (0..bytes.len()).filter(|at| is_seam(*at)) {
        parts.push(&line[begins..at]);
        begins = at + 1;
    }
    parts.push(&line[begins..]);
    parts
}

/// The dwelling number in its own column.
pub fn unit(row: &mut RowReader<'_>) -> Option<DwellingNumber> {
    let malformed = |text: &str| Problem::DwellingNumber { found: text.to_owned() };
    let read = if row.columns.own_numbers { str::parse } else { DwellingNumber::national };
    row.read(Field::DwellingNumber, |text| {
        if is_dash(text) { Ok(None) } else { read(text).map(Some).map_err(|_| malformed(text)) }
    })
    .flatten()
}

/// Whether most of what stands in the column for dwelling numbers are the office's own, and no national numbers.
pub fn has_own_numbers<'a>(rows: impl Iterator<Item = Row<'a>>, columns: &Columns) -> bool {
    let Some(column) = columns.column_of(Field::DwellingNumber) else { return false };
    let numbers = rows.map(|row| row.cell(column).shown()).filter(|text| !text.is_empty() && !is_dash(text));
    let (mut national, mut others) = (0_usize, 0_usize);
    for number in numbers {
        *if DwellingNumber::national(&number).is_ok() { &mut national } else { &mut others } += 1;
    }
    others > national
}

/// The addresses that stand in several rows whose homes only the office's own numbers tell apart.
pub fn shared_addresses<'a>(rows: impl Iterator<Item = Row<'a>>, columns: &Columns) -> HashSet<String> {
    let at = |field| columns.column_of(field);
    let Some(number) = at(Field::ExternalNumber) else { return HashSet::new() };
    let mut numbers: HashMap<String, String> = HashMap::new();
    let mut shared = HashSet::new();
    for row in rows {
        let shown = |field| at(field).map(|column| row.cell(column).shown()).unwrap_or_default();
        if !shown(Field::DwellingNumber).trim().is_empty() {
            continue;
        }
        let line = [Field::Address, Field::Street].into_iter().map(shown).find(|line| !line.is_empty());
        let line = format!("{} {}", line.unwrap_or_default(), shown(Field::HouseNumber).replace(' ', ""));
        let (address, unit) = Address::read(line.trim());
        let own = row.cell(number).shown().into_owned();
        if unit.is_none() && numbers.insert(address.key(), own.clone()).is_some_and(|other| other != own) {
            shared.insert(address.key());
        }
    }
    shared
}

/// Whether each address is given once, above the homes that have it: far too many rows are without for it to be a slip.
pub fn are_given_once<'a>(rows: impl Iterator<Item = Row<'a>>, columns: &Columns) -> bool {
    let numbered = [Field::DwellingNumber, Field::ExternalNumber].into_iter().any(|at| columns.column_of(at).is_some());
    let lines: Vec<u16> =
        [Field::Address, Field::Street].into_iter().filter_map(|field| columns.column_of(field)).collect();
    if !numbered || lines.is_empty() {
        return false;
    }
    let (mut without, mut all) = (0_usize, 0_usize);
    for row in rows.filter(|row| row.len() >= FULL_ROW) {
        all += 1;
        without += usize::from(lines.iter().all(|column| row.cell(*column).is_blank()));
    }
    without >= 2 && without * 100 >= all * GIVEN_ONCE
}

/// Whether the row has an address of its own.
pub fn has_address(row: Row<'_>, columns: &Columns) -> bool {
    let own = |field| columns.column_of(field).is_some_and(|at: u16| !row.cell(at).is_blank());
    own(Field::Address) || own(Field::Street)
}

/// The address in a row that is a title above the homes that stand there.
pub fn title<'a>(row: Row<'a>, vocabulary: &Vocabulary) -> Option<&'a str> {
    let mut texts = row.cells().filter_map(|(_, cell)| if let Cell::Text(text) = cell { Some(text) } else { None });
    let text = texts.next()?;
    if texts.next().is_some() || vocabulary.is_sum(text) { None } else { address_in(text, vocabulary) }
}

/// The part of a title that is an address: `Granlia 7 – omsorgsboliger`, `Bygg A (Granlia 7)`.
pub fn address_in<'a>(text: &'a str, vocabulary: &Vocabulary) -> Option<&'a str> {
    let parts = text.split([',', ';', ':', '(', ')', '–']).flat_map(|part| part.split(" - ")).map(str::trim);
    let is_address = |part: &&str| {
        let street = part.split(|letter: char| letter.is_ascii_digit()).next().unwrap_or_default();
        is_lone_address(part) && street.ends_with(' ') && !vocabulary.is_no_street(street)
    };
    parts.into_iter().find(is_address)
}
