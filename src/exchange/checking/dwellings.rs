//! Rows of homes, with who lives in them.

use housing::Date;
use housing::address::Cadastre;
use housing::dwellings::{Category, DwellingFacts, DwellingStatus, Rooms};
use housing::people::PersonFacts;
use housing::tenancies::{LeaseKind, TenancyFacts};
use housing::written;

use super::row::{RowReader, is_dash, or_dash};
use super::{DwellingRow, people, places};
use crate::exchange::cells::Cell;
use crate::exchange::fields::Field;
use crate::exchange::problem::Problem;
use crate::exchange::vocabulary::Vocabulary;

/// A home with a higher rent per month than this, in kroner, is a slip of the pen.
const LARGEST_RENT: u32 = 100_000;
/// No single home is larger, in square metres.
const LARGEST_AREA: u32 = 1_000;
const OLDEST_BUILDING: i16 = 1500;
const HIGHEST_FLOOR: i64 = 40;

/// Reads a row of homes.
pub fn read(row: &mut RowReader<'_>) -> Option<DwellingRow> {
    let place = places::read(row);
    let unit = places::unit(row).or_else(|| place.as_ref()?.unit.clone()).or_else(|| {
        // Several homes at one address, and only the office's own numbers to tell them apart.
        let is_shared = row.columns.shared_addresses.contains(&place.as_ref()?.address.key());
        if is_shared { row.owned(Field::ExternalNumber)?.parse().ok() } else { None }
    });
    let (category, rooms) = category_and_rooms(row);
    let tenant = people::read(row);
    let nobody = tenant.is_none() && people::says_nobody(row);
    let (status, said_since) = status(row, tenant.is_some(), nobody);
    if status == Some(DwellingStatus::Vacant) && tenant.is_some() {
        row.reject(Some(Field::Status), Problem::VacantWithTenant);
    }
    let rent = row.monthly(Field::Rent, LARGEST_RENT);
    let (note, of_tenancy) = notes(row, tenant.is_some());
    let tenancy = tenancy(row, tenant, of_tenancy);
    let dwelling = DwellingFacts {
        unit,
        cadastre: cadastre(row),
        area: of_the_home(row, Field::Area),
        category: category.or(row.section).or(row.columns.category).unwrap_or(Category::Ordinary),
        rooms: rooms.or_else(|| place.as_ref()?.rooms),
        floor_area: floor_area(row).or_else(|| place.as_ref()?.floor_area),
        built_year: built_year(row),
        floor: floor(row),
        lift: row.yes_no(Field::Lift),
        step_free: row.yes_no(Field::StepFree),
        wheelchair: row.yes_no(Field::Wheelchair),
        disposal: disposal(row),
        owner: of_the_home(row, Field::Owner),
        rent,
        status: status.unwrap_or(DwellingStatus::Let),
        status_since: row.day(Field::StatusSince).or(said_since),
        external_number: of_the_home(row, Field::ExternalNumber),
        note,
        address: place?.address,
    };
    Some(DwellingRow { dwelling, tenancy })
}

/// `Omsorgsbolig 2-r` says both; a column of its own for rooms decides over the rooms in it.
fn category_and_rooms(row: &mut RowReader<'_>) -> (Option<Category>, Option<Rooms>) {
    let care_home = row.yes_no(Field::CareHome).filter(|care_home| *care_home).map(|_| Category::CareHome);
    let vocabulary = row.vocabulary;
    let own = row.read(Field::Rooms, |text| rooms_and_category(text, vocabulary));
    let (in_rooms, own_rooms) = own.unwrap_or_default();
    let own_rooms = own_rooms.or_else(|| row.read(Field::Bedrooms, or_dash(written::bedrooms)).flatten());
    let Some(kind) = row.text(Field::Kind).filter(|text| !is_dash(text)) else {
        return (care_home.or(in_rooms), own_rooms);
    };
    let (category, rest) = row.vocabulary.take_out::<Category>("category", &kind);
    let rooms_in_kind = if rest.is_empty() { None } else { written::rooms(&rest).ok() };
    if category.is_none() && rooms_in_kind.is_none() {
        let problem = match written::rooms(&kind) {
            Err(unreadable) if kind.starts_with(|letter: char| letter.is_ascii_digit()) => unreadable.into(),
            _ => Problem::KindUnknown { found: kind.into_owned() },
        };
        row.reject(Some(Field::Kind), problem);
    }
    (care_home.or(category).or(in_rooms), own_rooms.or(rooms_in_kind))
}

/// What a column for rooms says: rooms, and often the kind of home before them.
fn rooms_and_category(
    text: &str,
    vocabulary: &Vocabulary,
) -> Result<(Option<Category>, Option<Rooms>), written::Unreadable> {
    if is_dash(text) {
        return Ok((None, None));
    }
    written::rooms(text).map(|rooms| (None, Some(rooms))).or_else(|unreadable| {
        let (category, rest) = vocabulary.take_out::<Category>("category", text);
        let rooms = if rest.is_empty() { None } else { Some(written::rooms(&rest).map_err(|_| unreadable.clone())?) };
        category.map(|category| (Some(category), rooms)).ok_or(unreadable)
    })
}

/// What is true of the home, and the day that stands beside it: `Ledig fra 01.02`. Where no column says it, a home with a tenant is let, and one whose column
/// for tenants is empty is vacant.
fn status(row: &mut RowReader<'_>, has_tenant: bool, nobody: bool) -> (Option<DwellingStatus>, Option<Date>) {
    let nobody = nobody || row_names_tenants(row);
    let by_tenant = || match (has_tenant, nobody) {
        (true, _) => Some(DwellingStatus::Let),
        (false, true) => Some(DwellingStatus::Vacant),
        (false, false) => None,
    };
    let for_name = if has_tenant { None } else { people::status_for_name(row) };
    let by_tenant = for_name.or_else(by_tenant);
    let Some(text) = row.text(Field::Status).filter(|text| !is_dash(text)) else { return (by_tenant, None) };
    // A column "Utleid" or "Ledig?" with yes and no is answered, not worded.
    if let Ok(yes) = written::yes_no(&text) {
        let asks = row.columns.label_of(Field::Status).and_then(|label| row.vocabulary.code("dwelling-status", label));
        let is_vacant = (asks == Some(DwellingStatus::Vacant)) == yes;
        return (Some(if is_vacant { DwellingStatus::Vacant } else { DwellingStatus::Let }), None);
    }
    let status = row.vocabulary.code("dwelling-status", &text);
    if status.is_none() {
        row.reject(Some(Field::Status), Problem::StatusUnknown { found: text.into_owned() });
        return (None, None);
    }
    let since = written::since(&text, row.today.year());
    if let Some(Err(_)) = since {
        row.note_unknown(Field::Status, &text);
    }
    (status, since.and_then(Result::ok))
}

fn row_names_tenants(row: &RowReader<'_>) -> bool {
    row.has(Field::Name) || row.has(Field::FamilyName)
}

/// The row's note, on the home or on the tenancy. Beside a tenant it is of the tenancy, and restricted with it: the home's
/// page is read by all, and who lives there can become protected later (`L7.2`).
fn notes(row: &mut RowReader<'_>, has_tenant: bool) -> (Option<String>, Option<String>) {
    let note = row.note();
    if has_tenant {
        return (None, note);
    }
    let protects = note.as_ref().is_some_and(|note| written::protection(note).is_some());
    if !protects {
        return (note, None);
    }
    row.note_unknown(Field::Note, &note.unwrap_or_default());
    (None, None)
}

/// A text about the home itself; one that protects somebody is about a person, and is left out.
fn of_the_home(row: &mut RowReader<'_>, field: Field) -> Option<String> {
    row.owned(field).filter(|text| written::protection(text).is_none())
}

fn tenancy(row: &mut RowReader<'_>, tenant: Option<PersonFacts>, note: Option<String>) -> Option<TenancyFacts> {
    let year = row.today.year();
    let from = row.first_day(Field::LeaseFrom).or_else(|| {
        // "3 år fra 01.06.2025"
        let said = row.text(Field::LeaseKind)?;
        written::since(&said, year)?.ok()
    });
    let length = [Field::LeaseUntil, Field::LeaseKind].into_iter().find_map(|field| {
        let Cell::Text(said) = row.cell(field) else { return None };
        written::months(said).map(|months| (field, months))
    });
    let is_a_length = length.is_some_and(|(field, _)| field == Field::LeaseUntil);
    let lease_until = if is_a_length { None } else { row.end_day(Field::LeaseUntil) };
    let moved_out = row.end_day(Field::MovedOut);
    for (until, field) in [(lease_until, Field::LeaseUntil), (moved_out, Field::MovedOut)] {
        if let (Some(from), Some(until)) = (from, until)
            && until < from
        {
            row.reject(Some(field), Problem::TenancyEndsBeforeStart { from, until });
        }
    }
    // A column for the kind of lease often holds its period: "1/3-24 – 28/2-27".
    let period = row.text(Field::LeaseKind).and_then(|text| written::period(&text).ok());
    let (from, lease_until) = period.map_or((from, lease_until), |(start, end)| (from.or(start), lease_until.or(end)));
    let lease_until = lease_until.or_else(|| last_day_after(from?, length?.1));
    let by_end = if lease_until.is_some() || is_a_length { LeaseKind::FixedTerm } else { LeaseKind::OpenEnded };
    let said = if period.is_some() { None } else { row.code(Field::LeaseKind, "lease-kind") };
    let kind = said.unwrap_or(by_end);
    Some(TenancyFacts { tenant: tenant?, from, lease_until, kind, moved_out, move_out_reason: None, rent: None, note })
}

/// The last day of a lease of so many months.
fn last_day_after(from: Date, months: u16) -> Option<Date> {
    from.checked_add(jiff::Span::new().months(months)).and_then(|after| after.yesterday()).ok()
}

fn cadastre(row: &mut RowReader<'_>) -> Option<Cadastre> {
    let malformed = |text: &str| Problem::Cadastre { found: text.to_owned() };
    let whole = row
        .read(Field::Cadastre, |text| {
            if is_dash(text) { Ok(None) } else { text.parse().map(Some).map_err(|_| malformed(text)) }
        })
        .flatten();
    if whole.is_some() {
        return whole;
    }
    let (gnr, bnr) = (row.number(Field::Gnr, 99_999)?, row.number(Field::Bnr, 99_999)?);
    let snr = row.number(Field::Section, 9_999).filter(|section| *section > 0);
    Some(Cadastre { gnr, bnr, fnr: None, snr })
}

fn floor_area(row: &mut RowReader<'_>) -> Option<housing::dwellings::FloorArea> {
    let read = match row.cell(Field::FloorArea) {
        Cell::Number(number) => {
            let text = format!("{number:.1}");
            written::floor_area(&text).map_err(|unreadable| row.reject(Some(Field::FloorArea), unreadable.into())).ok()
        }
        Cell::Blank | Cell::Text(_) | Cell::Day(_) | Cell::Bool(_) | Cell::Error | Cell::NoValue => {
            row.read(Field::FloorArea, or_dash(written::floor_area)).flatten()
        }
    }?;
    if read.0 == 0 || read.0 > LARGEST_AREA * 10 {
        let found = row.text(Field::FloorArea).unwrap_or_default().into_owned();
        row.reject(Some(Field::FloorArea), Problem::OutOfReason { found, largest: LARGEST_AREA });
        return None;
    }
    Some(read)
}

fn built_year(row: &mut RowReader<'_>) -> Option<i16> {
    let latest = row.today.year().saturating_add(5);
    let problem = |text: &str| Problem::YearOutOfReason { found: text.to_owned(), earliest: OLDEST_BUILDING, latest };
    row.read(Field::BuiltYear, |text| {
        if is_dash(text) {
            return Ok(None);
        }
        let year = written::whole_number(text).ok().and_then(|year| i16::try_from(year).ok());
        year.filter(|year| (OLDEST_BUILDING..=latest).contains(year)).map(Some).ok_or_else(|| problem(text))
    })
    .flatten()
}

fn floor(row: &mut RowReader<'_>) -> Option<i8> {
    row.read(Field::Floor, |text| {
        let lower = text.to_lowercase();
        match lower.trim_matches([' ', '.']) {
            "-" | "–" => Ok(None),
            "u" | "u1" | "kjeller" | "sokkel" | "underetasje" | "u.etg" => Ok(Some(-1)),
            "loft" | "l" => Ok(None),
            plain => match written::whole_number(plain.trim_start_matches(['h', 'k'])) {
                Ok(floor) if (-5..=HIGHEST_FLOOR).contains(&floor) => Ok(i8::try_from(floor).ok()),
                Ok(_) => {
                    Err(Problem::OutOfReason { found: text.to_owned(), largest: HIGHEST_FLOOR.unsigned_abs() as u32 })
                }
                Err(unreadable) => Err(unreadable.into()),
            },
        }
    })
    .flatten()
}

/// How the home is disposed: its own column decides, else what the owner's name tells.
fn disposal(row: &mut RowReader<'_>) -> Option<housing::dwellings::Disposal> {
    if row.has(Field::Disposal) {
        return row.code(Field::Disposal, "disposal");
    }
    let owner = row.text(Field::Owner)?;
    row.vocabulary.code("disposal", &owner)
}
