//! The list of homes.

use super::{categories, category_words, choices, rooms_text, tone, yes_no};
use crate::access::{Action, Thing};
use crate::exchange::sheet::Value;
use crate::office::dwellings;
use crate::store::dwellings::{Filter, Listed, SortBy, StatusFilter};
use crate::store::{Known, UNKNOWN};
use crate::web::export::{self, Format};
use crate::web::lists::{self, Cell, Chip, Column, Contents, Field, Fields, ListAddress, Row, Way, Words, as_they_are};
use crate::web::{App, Frame, Visitor, WebError};
use axum::extract::State;
use axum::response::Response;
use housing::Date;
use housing::calendar::days_between;
use housing::dwellings::{Disposal, DwellingStatus, Rooms, VacancyLength};
use housing::text::fold;

/// Statuses that are counted together, as the filter says them.
const IN_STOCK: &str = "stock";
const COUNTS_AS_VACANT: &str = "vacant";
/// Homes whose status was written down only later, as the filter says it.
const ASSUMED: &str = "later";

const WORDS: Words = Words {
    title: "dwellings-title",
    none_match: ["dwellings-none-match", "dwellings-none-match-text", "dwellings-show-all"],
    none: ["dwellings-none", "dwellings-none-text"],
};

pub(super) async fn list(State(app): State<App>, visitor: Visitor, address: ListAddress) -> Result<Response, WebError> {
    let (actor, filter, slice) = (visitor.actor(), read_filter(&address), export::slice(&address));
    let order = order(&address);
    let may_change = actor.may(Action::Change, Thing::Dwelling).is_ok();
    let asked = filter.clone();
    let (listing, lost, (areas, owners)) = app
        .office(move |office| {
            let listing = dwellings::list(office, &actor, &asked, order, slice)?;
            let lost = is_of_empty(&asked).then(|| dwellings::rent_of(office, &actor, &asked)).transpose()?;
            Ok::<_, crate::office::OfficeError>((listing, lost, dwellings::areas_and_owners(office, &actor)?))
        })
        .await?;
    let frame = visitor.frame();
    if let Some(format) = Format::asked(&address) {
        return take_out(&frame, format, &filter, listing.rows);
    }
    let on = filter.on.unwrap_or(frame.today);
    let begin = may_change.then(|| Way { href: "/dwellings/new", text: frame.t("dwellings-new") });
    let list = Contents {
        filters: fields(&frame, &address, areas, owners),
        chips: chips(&frame, &address, &filter),
        columns: columns(&frame, &address),
        rows: listing.rows.iter().map(|row| row_of(&frame, row, on)).collect(),
        total: listing.total,
        narrowed: filter != Filter::default(),
        begin,
        sums: lost.map(|lost| frame.t1("dwellings-lost", "rent", lost.in_kroner())).unwrap_or_default(),
        ..Contents::default()
    };
    lists::show(frame, address, WORDS, list)
}

/// What the address narrows the list to; what cannot be read narrows nothing.
fn read_filter(address: &ListAddress) -> Filter {
    let text = |name: &str| address.filled(name).map(str::to_owned);
    let status = address.filled("status").and_then(|code| match code {
        IN_STOCK => Some(StatusFilter::InStock),
        COUNTS_AS_VACANT => Some(StatusFilter::CountsAsVacant),
        code => code.parse().ok().map(StatusFilter::Is),
    });
    Filter {
        status,
        category: address.read_as("category"),
        rooms: address.read_as::<Known<u8>>("rooms").map(|rooms| rooms.map(Rooms)),
        area: text("area"),
        disposal: address.read_as("disposal"),
        owner: text("owner"),
        wheelchair: address.read_as("wheelchair"),
        empty_for: address.read_as("empty"),
        assumed: address.filter("known") == ASSUMED,
        building: address.filled("building").map(fold),
        words: fold(address.filter("q")),
        on: address.day("on"),
    }
}

/// Whether the list holds none but homes that nobody lives in: then their rents are what is lost.
fn is_of_empty(filter: &Filter) -> bool {
    let by_status = match filter.status {
        Some(StatusFilter::CountsAsVacant) => true,
        Some(StatusFilter::Is(status)) => status.counts_as_vacant(),
        Some(StatusFilter::InStock) | None => false,
    };
    by_status || filter.empty_for.is_some()
}

fn order(address: &ListAddress) -> (SortBy, bool) {
    let (key, descending) = address.order(&["address", "rooms", "floor_area", "rent", "since"]);
    let by = match key {
        "rooms" => SortBy::Rooms,
        "floor_area" => SortBy::FloorArea,
        "rent" => SortBy::Rent,
        "since" => SortBy::StatusSince,
        _ => SortBy::Address,
    };
    (by, descending)
}

fn columns(frame: &Frame, address: &ListAddress) -> Vec<Column> {
    let order = address.order(&["address", "rooms", "floor_area", "rent", "since"]);
    let sorted = |text: &str, key: &str| Column::sorted(address, order, frame.t(text), key);
    vec![
        sorted("dwelling-address", "address"),
        Column::plain(frame.t("dwelling-area")),
        sorted("dwelling-rooms", "rooms"),
        sorted("dwelling-floor-area", "floor_area").numeric(),
        Column::plain(frame.t("dwelling-category")),
        sorted("dwelling-rent", "rent").numeric(),
        sorted("dwelling-status", "since"),
        Column::plain(frame.t("dwelling-wheelchair")),
    ]
}

fn fields(frame: &Frame, address: &ListAddress, areas: Vec<String>, owners: Vec<String>) -> Vec<Field> {
    let mut statuses = vec![
        (IN_STOCK.to_owned(), frame.t("dwellings-in-stock")),
        (COUNTS_AS_VACANT.to_owned(), frame.t("dwellings-counts-as-vacant")),
    ];
    statuses.extend(choices(frame, DwellingStatus::ALL, DwellingStatus::code, DwellingStatus::text_key));
    let unknown = |key: &str| (UNKNOWN.to_owned(), frame.t(key));
    let rooms = Rooms::CATEGORIES.map(|rooms| (rooms.0.to_string(), frame.t(&rooms.text_key()))).into_iter();
    let lengths = choices(frame, VacancyLength::ALL, VacancyLength::code, VacancyLength::text_key).into_iter();
    let disposals = choices(frame, Disposal::ALL, Disposal::code, Disposal::text_key);
    let wheelchair = [true, false].map(|yes| (yes.to_string(), yes_no(frame, Some(yes)))).into_iter();
    Fields::of(frame, address)
        .words("dwellings-search", "q")
        .choice("dwelling-status", "status", statuses)
        .choice("dwelling-rooms", "rooms", rooms.chain([unknown("dwellings-unknown-rooms")]).collect())
        .choice("dwelling-category", "category", categories(frame))
        .choice("dwelling-area", "area", as_they_are(areas))
        .choice("dwelling-wheelchair", "wheelchair", wheelchair.chain([unknown("dwelling-unknown")]).collect())
        .choice("dwellings-empty-for", "empty", lengths.chain([unknown("dwellings-empty-unknown")]).collect())
        .choice("dwelling-disposal", "disposal", disposals)
        .choice("dwelling-owner", "owner", as_they_are(owners))
        .day("dwellings-as-of", "on")
        .done()
}

fn chips(frame: &Frame, address: &ListAddress, filter: &Filter) -> Vec<Chip> {
    let status = filter.status.map(|status| match status {
        StatusFilter::InStock => frame.t("dwellings-in-stock"),
        StatusFilter::CountsAsVacant => frame.t("dwellings-counts-as-vacant"),
        StatusFilter::Is(status) => frame.t(&status.text_key()),
    });
    let wheelchair = filter.wheelchair.as_ref().map(|known| match known {
        Known::Is(true) => frame.t("dwellings-with-wheelchair"),
        Known::Is(false) => frame.t("dwellings-without-wheelchair"),
        Known::Unknown => frame.t("dwellings-unknown-wheelchair"),
    });
    let rooms = filter.rooms.as_ref().map(|known| match known {
        Known::Is(rooms) => frame.t(&rooms.text_key()),
        Known::Unknown => frame.t("dwellings-unknown-rooms"),
    });
    let empty_for = filter.empty_for.as_ref().map(|known| match known {
        Known::Is(length) => frame.t1("dwellings-empty", "length", frame.t(&length.text_key())),
        Known::Unknown => frame.t("dwellings-empty-unknown"),
    });
    let on = filter.on.map(|day| frame.t1("dwellings-on", "day", frame.day(&day)));
    let building = filter.building.as_ref().map(|_| address.filter("building").to_owned());
    let words = Some(&filter.words).filter(|words| !words.is_empty());
    let worded = [
        ("on", on),
        ("status", status),
        ("rooms", rooms),
        ("empty", empty_for),
        ("known", filter.assumed.then(|| frame.t("dwellings-assumed"))),
        ("category", filter.category.map(|category| category_words(frame, category))),
        ("area", filter.area.clone()),
        ("disposal", filter.disposal.map(|disposal| frame.t(&disposal.text_key()))),
        ("owner", filter.owner.clone()),
        ("wheelchair", wheelchair),
        ("building", building),
        ("q", words.map(|_| format!("«{}»", address.filter("q")))),
    ];
    Chip::all(address, worded)
}

/// A row of the list as it stood on the day.
fn row_of(frame: &Frame, row: &Listed, on: Date) -> Row {
    Row {
        href: format!("/dwellings/{}", row.id),
        cells: vec![
            full_address(row).into(),
            row.area.clone().into(),
            row.rooms.map(|rooms| rooms_text(frame, rooms)).into(),
            row.floor_area.map(|area| area.to_string()).into(),
            frame.t(&row.category.text_key()).into(),
            row.rent.map(housing::money::Ore::in_kroner).into(),
            status_cell(frame, row, on),
            yes_no(frame, row.wheelchair).into(),
        ],
    }
}

/// A home of the same building, shorter than in the list.
pub(super) fn neighbour(frame: &Frame, row: &Listed) -> Row {
    Row {
        href: format!("/dwellings/{}", row.id),
        cells: vec![
            full_address(row).into(),
            row.rooms.map(|rooms| rooms_text(frame, rooms)).into(),
            row.floor_area.map(|area| area.to_string()).into(),
            status_cell(frame, row, frame.today),
        ],
    }
}

/// The heads over [`neighbour`].
pub(super) fn neighbour_columns(frame: &Frame) -> Vec<Column> {
    let plain = |key: &str| Column::plain(frame.t(key));
    vec![
        plain("dwelling-address"),
        plain("dwelling-rooms"),
        plain("dwelling-floor-area").numeric(),
        plain("dwelling-status"),
    ]
}

/// The status, and how long nobody has lived there.
fn status_cell(frame: &Frame, row: &Listed, on: Date) -> Cell {
    let status = Cell::badge(frame.t(&row.status.text_key()), tone(row.status));
    match days_vacant(row, on) {
        Some((days, since_known)) => status.and_text(vacant_text(frame, days, since_known)),
        None => status,
    }
}

fn full_address(row: &Listed) -> String {
    if row.unit.is_empty() { row.street_line.clone() } else { format!("{} {}", row.street_line, row.unit) }
}

/// Days nobody has lived there, and whether it is known that they are no more.
fn days_vacant(row: &Listed, on: Date) -> Option<(i32, bool)> {
    row.empty_since.map(|(since, known)| (days_between(since, on).max(0), known))
}

pub(super) fn vacant_text(frame: &Frame, days: i32, since_known: bool) -> String {
    frame.t1(if since_known { "dwelling-days" } else { "dwelling-days-at-least" }, "days", days)
}

fn take_out(frame: &Frame, format: Format, filter: &Filter, rows: Vec<Listed>) -> Result<Response, WebError> {
    let on = filter.on.unwrap_or(frame.today);
    let keys = [
        "dwelling-address",
        "dwelling-unit",
        "dwelling-area",
        "dwelling-rooms",
        "dwelling-floor-area",
        "dwelling-category",
        "dwelling-rent",
        "dwelling-status",
        "dwelling-status-since",
        "dwelling-days-vacant",
        "dwelling-wheelchair",
    ];
    let rows = rows.into_iter().map(|row| {
        let vacant = days_vacant(&row, on);
        vec![
            Value::Text(row.street_line),
            Value::Text(row.unit),
            Value::text(row.area.as_deref()),
            row.rooms.map_or(Value::Blank, |rooms| Value::Number(rooms.0.into())),
            row.floor_area.map_or(Value::Blank, square_metres),
            Value::Text(frame.t(&row.category.text_key())),
            row.rent.map_or(Value::Blank, Value::Amount),
            Value::Text(frame.t(&row.status.text_key())),
            if row.since_known { Value::Day(row.since) } else { Value::Blank },
            vacant.map_or(Value::Blank, |(days, _)| Value::Number(days.into())),
            row.wheelchair.map_or(Value::Blank, Value::YesNo),
        ]
    });
    export::download(frame, format, &frame.t("dwellings-title"), &keys.map(|key| frame.t(key)), rows)
}

/// Tenths of a square metre as a number with a decimal; read from its text, so that no arithmetic is done.
fn square_metres(area: housing::dwellings::FloorArea) -> Value {
    let text = format!("{}.{}", area.0 / 10, area.0 % 10);
    text.parse().map_or(Value::Blank, Value::Decimal)
}
