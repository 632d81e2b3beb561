//! What is known of a home, as far as it can fit somebody.

use crate::Date;
use crate::dwellings::{Category, Rooms};
use crate::money::Ore;
use crate::needs::{Access, FollowUpLevel};

/// A home that can be given. What is not known is `None`, which is never "no".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FitHome {
    pub category: Category,
    pub rooms: Option<Rooms>,
    /// 1 is at street level.
    pub floor: Option<i8>,
    pub lift: Option<bool>,
    pub step_free: Option<bool>,
    pub wheelchair: Option<bool>,
    pub area: Option<String>,
    /// A month.
    pub rent: Option<Ore>,
    pub traits: HomeTraits,
}

impl FitHome {
    /// A home of which nothing but the category is known.
    pub fn of(category: Category) -> Self {
        Self {
            category,
            rooms: None,
            floor: None,
            lift: None,
            step_free: None,
            wheelchair: None,
            area: None,
            rent: None,
            traits: HomeTraits::default(),
        }
    }
}

/// What a home and its building have beside what every register of homes tells (*egenskaper*).
#[doc(alias = "egenskaper")]
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct HomeTraits {
    /// The most follow-up that can be given there: by staff in the building, or by those who come to it.
    pub follow_up: Option<FollowUpLevel>,
    pub pets: Option<bool>,
    /// What somebody has seen that the home has, and has not; the rest is not known.
    pub has: Vec<Access>,
    pub lacks: Vec<Access>,
    /// The last day that the municipality may let it, for one it rents itself.
    pub let_until: Option<Date>,
    /// Tells apart the entrances of a building; limits can be set for each.
    pub entrance: Option<String>,
}
