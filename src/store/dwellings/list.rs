//! The list of homes, today or as it was on another day.

use super::standing_empty::{self, empty_statuses};
use super::{Row, StoreError, Tx};
use crate::params;
use crate::store::wanted::{Known, ORDINARY, Slice, Wanted, on_day};
use housing::Date;
use housing::calendar::add_days;
use housing::dwellings::{Category, Disposal, DwellingStatus, FloorArea, Rooms, VacancyLength};
use housing::money::Ore;

/// Which homes to list; everything that is not said matches.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    pub status: Option<StatusFilter>,
    /// By size category: five is five rooms or more.
    pub rooms: Option<Known<Rooms>>,
    pub category: Option<CategoryFilter>,
    pub area: Option<String>,
    pub disposal: Option<Disposal>,
    pub owner: Option<String>,
    pub wheelchair: Option<Known<bool>>,
    /// Nobody lives there, and has not for so long; unknown when nobody knows since when.
    pub empty_for: Option<Known<VacancyLength>>,
    /// Whether what it was that day was written down only later, and is taken to have held before too.
    pub assumed: bool,
    /// The key of a street address ([`housing::address::Address::key`]).
    pub building: Option<String>,
    /// Folded words that the address, area or number holds, all of them.
    pub words: String,
    /// As it was on this day; today's columns when not said.
    pub on: Option<Date>,
}

/// One status, or the statuses that are counted together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StatusFilter {
    InStock,
    CountsAsVacant,
    Is(DwellingStatus),
}

/// One category, or every home that is no care home.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CategoryFilter {
    Ordinary,
    Is(Category),
}

impl CategoryFilter {
    /// As it stands in the address of a list and in the trace.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Ordinary => ORDINARY,
            Self::Is(category) => category.code(),
        }
    }

    /// Only homes (of row `d`) of the category.
    pub(in crate::store) fn narrow(filter: Option<Self>, wanted: &mut Wanted) {
        match filter {
            Some(Self::Is(category)) => wanted.and("d.category =", category.code()),
            Some(Self::Ordinary) => wanted.and("d.category <>", Category::CareHome.code()),
            None => {}
        }
    }
}

impl std::str::FromStr for CategoryFilter {
    type Err = housing::UnknownCode;

    fn from_str(code: &str) -> Result<Self, Self::Err> {
        if code == ORDINARY { Ok(Self::Ordinary) } else { code.parse().map(Self::Is) }
    }
}

impl serde::Serialize for CategoryFilter {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}

/// What the list is sorted by; homes that are alike in it stand by address.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SortBy {
    #[default]
    Address,
    Rooms,
    FloorArea,
    Rent,
    StatusSince,
}

/// A home as a list shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    pub id: String,
    /// Street and house number.
    pub street_line: String,
    pub unit: String,
    pub area: Option<String>,
    pub rooms: Option<Rooms>,
    pub floor_area: Option<FloorArea>,
    pub category: Category,
    pub rent: Option<Ore>,
    pub status: DwellingStatus,
    /// From when the status is known …
    pub since: Date,
    /// … and whether that was its first day.
    pub since_known: bool,
    /// While nobody lives there: from when it has stood empty, and whether that was its first empty day.
    pub empty_since: Option<(Date, bool)>,
    pub wheelchair: Option<bool>,
}

/// Where the dated facts are read: the home's own row, or its history.
struct Facts {
    status: String,
    since: String,
    since_known: String,
    rent: String,
}

impl Facts {
    fn read_on(day: Option<Date>, wanted: &mut Wanted) -> Self {
        let Some(day) = day else {
            let own = |column: &str| format!("d.{column}");
            let (status, since) = (own("status"), own("status_since"));
            return Self { status, since, since_known: own("status_since_known"), rent: own("rent") };
        };
        let day = wanted.param(day);
        let status = |column: &str| on_day("dwelling_status", "dwelling", "d", column, &day);
        let facts = Self {
            status: status("status"),
            since: status("from_day"),
            since_known: status("from_known"),
            rent: on_day("dwelling_rent", "dwelling", "d", "rent", &day),
        };
        // What nobody knew of then was not on the register.
        wanted.and_that(&format!("{} IS NOT NULL", facts.status));
        facts
    }
}

fn narrow(filter: &Filter, today: Date, municipality: String) -> (Wanted, Facts) {
    let mut wanted = Wanted::of(municipality, "d.municipality");
    let facts = Facts::read_on(filter.on, &mut wanted);
    let codes = |holds: fn(DwellingStatus) -> bool| {
        DwellingStatus::ALL.iter().copied().filter(move |status| holds(*status)).map(DwellingStatus::code)
    };
    match filter.status {
        Some(StatusFilter::Is(status)) => wanted.and(&format!("{} =", facts.status), status.code()),
        Some(StatusFilter::InStock) => wanted.and_in(&facts.status, codes(DwellingStatus::is_in_stock)),
        Some(StatusFilter::CountsAsVacant) => wanted.and_in(&facts.status, codes(DwellingStatus::counts_as_vacant)),
        None => {}
    }
    wanted.and_rooms("d.rooms", filter.rooms.as_ref());
    CategoryFilter::narrow(filter.category, &mut wanted);
    for (comparison, text) in
        [("d.area =", &filter.area), ("d.owner =", &filter.owner), ("d.building =", &filter.building)]
    {
        if let Some(text) = text {
            wanted.and(comparison, text);
        }
    }
    if let Some(disposal) = filter.disposal {
        wanted.and("d.disposal =", disposal.code());
    }
    wanted.and_known("d.wheelchair", filter.wheelchair.clone());
    let day = filter.on.unwrap_or(today);
    if let Some(length) = &filter.empty_for {
        narrow_to_empty(&mut wanted, filter.on, day, length);
    }
    if filter.assumed {
        let day = wanted.param(day);
        wanted.and_that(&format!(
            "(SELECT min(h.from_day) FROM dwelling_status h WHERE h.municipality = d.municipality \
             AND h.dwelling = d.id) > {day}"
        ));
    }
    wanted.and_words("d.search", &filter.words);
    (wanted, facts)
}

/// Only homes that have stood empty so long on the day.
fn narrow_to_empty(wanted: &mut Wanted, as_of: Option<Date>, day: Date, length: &Known<VacancyLength>) {
    let mut empty_for = |days: i32| wanted.param(add_days(day, -days));
    let so_long = match length {
        Known::Unknown => format!("since_known = 0 AND since > {}", empty_for(VacancyLength::OverYear.days().0)),
        Known::Is(length) => match length.days() {
            (fewest, Some(most)) => {
                format!("since_known = 1 AND since <= {} AND since >= {}", empty_for(fewest), empty_for(most))
            }
            (fewest, None) => format!("since <= {}", empty_for(fewest)),
        },
    };
    let day = wanted.param(day);
    let status = match as_of {
        Some(_) => on_day("dwelling_status", "dwelling", "e", "status", &day),
        None => "e.status".to_owned(),
    };
    let empty = standing_empty::statement(&day, &format!("{status} IN ({})", empty_statuses()));
    wanted.and_that(&format!("d.id IN (SELECT id FROM ({empty}) stands WHERE {so_long})"));
}

/// The order, written so that an index can be walked either way: what is unknown counts as least.
fn order(by: SortBy, descending: bool, facts: &Facts) -> String {
    let (direction, nulls) = if descending { ("DESC", "LAST") } else { ("ASC", "FIRST") };
    let first = match by {
        SortBy::Address => return format!("d.sort_key {direction}, d.id {direction}"),
        SortBy::Rooms => "d.rooms",
        SortBy::FloorArea => "d.floor_area",
        SortBy::Rent => &facts.rent,
        SortBy::StatusSince => &facts.since,
    };
    format!("{first} {direction} NULLS {nulls}, d.sort_key {direction}, d.id {direction}")
}

/// The homes of a part of the list.
///
/// # Errors
/// When the store fails.
pub fn list(
    tx: &mut Tx<'_>,
    (filter, today): (&Filter, Date),
    (by, descending): (SortBy, bool),
    slice: Slice,
) -> Result<Vec<Listed>, StoreError> {
    let (mut wanted, facts) = narrow(filter, today, tx.municipality());
    let order = order(by, descending, &facts);
    let (most, offset) = (wanted.param(slice.most), wanted.param(slice.offset));
    let Facts { status, since, since_known, rent } = &facts;
    let day = wanted.param(filter.on.unwrap_or(today));
    let (empty, its_own) = (empty_statuses(), standing_empty::statement(&day, "e.id = d.id"));
    let empty_since =
        |column: &str| format!("CASE WHEN {status} IN ({empty}) THEN (SELECT its.{column} FROM ({its_own}) its) END");
    // The ids first, from an index alone; then the rows of those few.
    let sql = format!(
        "SELECT d.id, d.street, d.street_number, d.unit, d.area, d.rooms, d.floor_area, d.category, {rent}, \
         {status}, {since}, {since_known}, d.wheelchair, {}, {} \
         FROM (SELECT d.id AS listed FROM dwelling d WHERE {} ORDER BY {order} LIMIT {most} OFFSET {offset}) AS part \
         JOIN dwelling d ON d.municipality = $1 AND d.id = part.listed ORDER BY {order}",
        empty_since("since"),
        empty_since("since_known"),
        wanted.sql()
    );
    tx.query(&sql, wanted.params())?.iter().map(listed).collect()
}

/// How many homes match.
///
/// # Errors
/// When the store fails.
pub fn count(tx: &mut Tx<'_>, filter: &Filter, today: Date) -> Result<i64, StoreError> {
    let (wanted, _) = narrow(filter, today, tx.municipality());
    let row = tx.query_one(&format!("SELECT count(*) FROM dwelling d WHERE {}", wanted.sql()), wanted.params())?;
    row.map_or(Ok(0), |row| row.get(0))
}

/// The rent a month of all homes that match, as far as it is known.
///
/// # Errors
/// When the store fails.
pub fn rent_of(tx: &mut Tx<'_>, filter: &Filter, today: Date) -> Result<Ore, StoreError> {
    let (wanted, facts) = narrow(filter, today, tx.municipality());
    let sql = format!("SELECT CAST(coalesce(sum({}), 0) AS BIGINT) FROM dwelling d WHERE {}", facts.rent, wanted.sql());
    tx.query_one(&sql, wanted.params())?.map_or(Ok(Ore(0)), |row| row.get(0))
}

fn listed(row: &Row) -> Result<Listed, StoreError> {
    let (street, number): (String, String) = (row.get(1)?, row.get(2)?);
    Ok(Listed {
        id: row.get(0)?,
        street_line: if number.is_empty() { street } else { format!("{street} {number}") },
        unit: row.get(3)?,
        area: row.get(4)?,
        rooms: row.get::<Option<u8>>(5)?.map(Rooms),
        floor_area: row.get::<Option<u32>>(6)?.map(FloorArea),
        category: row.get::<String>(7)?.parse()?,
        rent: row.get(8)?,
        status: row.get::<String>(9)?.parse()?,
        since: row.get(10)?,
        since_known: row.get(11)?,
        wheelchair: row.get(12)?,
        empty_since: row
            .get::<Option<Date>>(13)?
            .map(|since| Ok::<_, StoreError>((since, row.get(14)?)))
            .transpose()?,
    })
}

/// The areas and the owners that homes have, each once, for choosing among.
///
/// # Errors
/// When the store fails.
pub fn areas_and_owners(tx: &mut Tx<'_>) -> Result<(Vec<String>, Vec<String>), StoreError> {
    let municipality = tx.municipality();
    let mut of = |column: &str| {
        let sql = format!("SELECT DISTINCT {column} FROM dwelling WHERE municipality = $1 AND {column} IS NOT NULL");
        let rows = tx.query(&sql, params![municipality.as_str()])?;
        let mut texts = rows.iter().map(|row| row.get(0)).collect::<Result<Vec<String>, StoreError>>()?;
        texts.sort_by_key(|text| housing::text::sort_key(text));
        Ok::<_, StoreError>(texts)
    };
    Ok((of("area")?, of("owner")?))
}
