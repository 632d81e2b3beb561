//! What cannot be true of a home.

use super::{DwellingFacts, FloorArea, Rooms};
use crate::Date;
use crate::money::Ore;

/// More than any home is let for by the month: above it the amount is a year's, or a slip of the key.
pub const HIGHEST_RENT: Ore = Ore::kroner(150_000);

/// Above these a number stands in the wrong column.
const MOST_ROOMS: Rooms = Rooms(20);
const LARGEST_AREA: FloorArea = FloorArea(10_000);
const HIGHEST_FLOOR: i8 = 40;
const LOWEST_FLOOR: i8 = -5;

/// The oldest house that people live in, and how far ahead homes are planned.
const OLDEST_HOUSE: i16 = 1150;
const PLANNED_YEARS: i16 = 10;

/// A fact about a home that cannot be true.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DwellingProblem {
    #[error("the home has no street address")]
    NoStreet,
    #[error("the rent {rent} is negative")]
    NegativeRent { rent: Ore },
    #[error("the rent {rent} a month is larger than anybody pays")]
    UnbelievableRent { rent: Ore },
    #[error("no home has an area of {area}")]
    ImpossibleArea { area: FloorArea },
    #[error("no home has {} rooms", rooms.0)]
    ImpossibleRooms { rooms: Rooms },
    #[error("no home was built in {year}")]
    ImpossibleBuiltYear { year: i16 },
    #[error("no home is on floor {floor}")]
    ImpossibleFloor { floor: i8 },
}

impl DwellingFacts {
    /// Everything that cannot be true of the home on the day. A status from a day to come is possible:
    /// the office knows in May that a home is sold in July.
    pub fn check(&self, today: Date) -> Vec<DwellingProblem> {
        let no_street = self.address.street.trim().is_empty().then_some(DwellingProblem::NoStreet);
        let area = self.floor_area.filter(|area| !(FloorArea(1)..=LARGEST_AREA).contains(area));
        let rooms = self.rooms.filter(|rooms| *rooms > MOST_ROOMS);
        let year = self.built_year.filter(|year| !(OLDEST_HOUSE..=today.year() + PLANNED_YEARS).contains(year));
        let floor = self.floor.filter(|floor| !(LOWEST_FLOOR..=HIGHEST_FLOOR).contains(floor));
        [
            no_street,
            self.rent.and_then(impossible_rent),
            area.map(|area| DwellingProblem::ImpossibleArea { area }),
            rooms.map(|rooms| DwellingProblem::ImpossibleRooms { rooms }),
            year.map(|year| DwellingProblem::ImpossibleBuiltYear { year }),
            floor.map(|floor| DwellingProblem::ImpossibleFloor { floor }),
        ]
        .into_iter()
        .flatten()
        .collect()
    }
}

fn impossible_rent(rent: Ore) -> Option<DwellingProblem> {
    if rent < Ore(0) {
        Some(DwellingProblem::NegativeRent { rent })
    } else if rent > HIGHEST_RENT {
        Some(DwellingProblem::UnbelievableRent { rent })
    } else {
        None
    }
}
