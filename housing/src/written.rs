//! What people write in cells and forms: amounts, days, rooms, yes and no.
//!
//! Every reader is strict: text it does not fully understand is an error that says what was found
//! and what would be right, never a guess.

mod amounts;
mod answers;
mod days;
mod households;
mod notes;
mod rooms;
#[cfg(test)]
mod tests;

pub use amounts::{amount, amount_a_month, floor_area, whole_number};
pub use answers::{open_ended, yes_no};
pub use days::{birth_day, day, days_in_order, last_day, month, months, period, since};
pub use households::{HouseholdTold, adults_or_children, household, household_as_told, persons};
pub use notes::protection;
pub use rooms::{bedrooms, rooms};

/// Why a text could not be read as what its column holds. Each carries the text as it stood.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    #[error("{found:?} is not an amount; write for example 7850 or 7 850,00")]
    Amount { found: String },
    #[error("{found:?} is not a date; write for example 01.03.2026")]
    Day { found: String },
    #[error("{found:?} is not a day in the calendar; write for example 28.02.2025")]
    NoSuchDay { found: String },
    #[error("{found:?} is not a number of rooms; write for example 2-roms or hybel")]
    Rooms { found: String },
    #[error("{found:?} is not a floor area in m²; write for example 54,5")]
    FloorArea { found: String },
    #[error("{found:?} is neither yes nor no; write Ja or Nei")]
    YesNo { found: String },
    #[error("{found:?} is not a household; write adults + children, for example 2+3")]
    Household { found: String },
    #[error("{found:?} is not a whole number")]
    Number { found: String },
}

impl Unreadable {
    /// A stable short name for programs that read our results.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Amount { .. } => "amount-unreadable",
            Self::Day { .. } => "date-unreadable",
            Self::NoSuchDay { .. } => "date-not-in-calendar",
            Self::Rooms { .. } => "rooms-unreadable",
            Self::FloorArea { .. } => "floor-area-unreadable",
            Self::YesNo { .. } => "yes-no-unreadable",
            Self::Household { .. } => "household-unreadable",
            Self::Number { .. } => "number-unreadable",
        }
    }
}

/// Lower case with every kind of white space (no-break and thin ones too) made one plain space.
fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !plain.is_empty() {
            plain.push(' ');
        }
        plain.extend(word.chars().flat_map(char::to_lowercase));
    }
    plain
}
