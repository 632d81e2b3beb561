//! How many rooms a household of a size needs.

use super::HouseholdSize;
use crate::dwellings::Rooms;

/// The municipality's norm for rooms by household size (*romnorm*). The rules vary from place to
/// place and over time, so it is part of the municipality's rule sets: [`super::RoomNorms`] is asked by day.
///
/// [`RoomNorm::default`] is a common norm written down from memory, for an office that has not
/// entered its own.
#[doc(alias = "romnorm")]
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct RoomNorm {
    /// The first row that covers the household counts.
    pub rows: Vec<NormRow>,
    /// For households with more children than any row covers.
    pub larger: Bedrooms,
    /// Bedrooms for each adult more than any row covers.
    pub per_further_adult: u8,
}

/// One line of a norm: households of up to so many, and the bedrooms they need.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct NormRow {
    pub most_adults: u8,
    pub most_children: u8,
    pub bedrooms: Bedrooms,
}

/// From so few bedrooms to so many.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Bedrooms {
    pub least: u8,
    pub most: u8,
}

/// The homes that fit a household by the norm, from the smallest to the largest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RoomNeed {
    pub least: Rooms,
    pub most: Rooms,
}

impl Default for RoomNorm {
    /// From memory, to be checked against the municipality's own rules: a single person lives in one
    /// or two rooms, a couple in two; with children there is a bedroom more, from the second child on
    /// one or two; from four children on four bedrooms or five.
    fn default() -> Self {
        let row = |most_adults, most_children, least, most| NormRow {
            most_adults,
            most_children,
            bedrooms: Bedrooms { least, most },
        };
        Self {
            rows: vec![
                row(1, 0, 0, 1),
                row(2, 0, 1, 1),
                row(1, 1, 1, 2),
                row(2, 1, 2, 2),
                row(2, 2, 2, 3),
                row(2, 3, 3, 4),
            ],
            larger: Bedrooms { least: 4, most: 5 },
            per_further_adult: 1,
        }
    }
}

impl RoomNorm {
    /// What a household needs. Somebody asks for the home, so a household of nobody is one adult.
    pub fn need(&self, size: HouseholdSize) -> RoomNeed {
        let covered = self.rows.iter().map(|row| row.most_adults).max().unwrap_or(1);
        let adults = size.adults.clamp(1, covered.max(1));
        let further = size.adults.saturating_sub(adults).saturating_mul(self.per_further_adult);
        let covers = |row: &&NormRow| adults <= row.most_adults && size.children <= row.most_children;
        let Bedrooms { least, most } = self.rows.iter().find(covers).map_or(self.larger, |row| row.bedrooms);
        RoomNeed {
            least: Rooms::with_bedrooms(least.saturating_add(further)),
            most: Rooms::with_bedrooms(most.saturating_add(further)),
        }
    }

    /// The smallest home that is large enough: what the office counts need by.
    pub fn room_need(&self, size: HouseholdSize) -> Rooms {
        self.need(size).least
    }
}
