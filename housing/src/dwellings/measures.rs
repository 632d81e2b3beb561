//! How large a home is.

use std::fmt;

/// Number of rooms as a home is advertised: 0 is a *hybel* (bed-sitter), 2 is a two-room home,
/// which has one bedroom.
#[doc(alias = "romkategori")]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(transparent)]
pub struct Rooms(pub u8);

/// Floor area (BRA) in tenths of a square metre, so that 54,5 m² is exact.
#[doc(alias = "bruksareal")]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(transparent)]
pub struct FloorArea(pub u32);

impl Rooms {
    /// The largest size that overviews tell apart: five rooms or more.
    pub const LARGEST_CATEGORY: Self = Self(5);

    /// The sizes that overviews count by, from *hybel* to five rooms or more.
    pub const CATEGORIES: [Self; 6] = [Self(0), Self(1), Self(2), Self(3), Self(4), Self::LARGEST_CATEGORY];

    /// The ordinary home with so many bedrooms: a living room and those.
    pub const fn with_bedrooms(bedrooms: u8) -> Self {
        Self(bedrooms.saturating_add(1))
    }

    /// Bedrooms: every room but the living room; none in a *hybel* and in a one-room home.
    pub const fn bedrooms(self) -> u8 {
        self.0.saturating_sub(1)
    }

    /// The size an overview counts it under: six rooms are *five or more*.
    pub fn category(self) -> Self {
        self.min(Self::LARGEST_CATEGORY)
    }

    /// The key of the size category's name in the text catalogue, `rooms-0` to `rooms-5`.
    pub fn text_key(self) -> String {
        format!("rooms-{}", self.category().0)
    }
}

/// `54,5 m²`, without a decimal when it is none.
impl fmt::Display for FloorArea {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.0 / 10, self.0 % 10) {
            (metres, 0) => write!(f, "{metres}\u{a0}m²"),
            (metres, tenths) => write!(f, "{metres},{tenths}\u{a0}m²"),
        }
    }
}
