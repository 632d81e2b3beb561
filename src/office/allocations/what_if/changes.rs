//! What is changed in a what-if.

use super::problem;
use crate::office::Problem;
use crate::store::StoreError;
use housing::dwellings::{Category, Rooms};
use housing::fit::MoveLimits;
use housing::money::Ore;
use housing::needs::Access;
use housing::people::{HouseholdSize, TargetGroup};
use serde::{Deserialize, Serialize};

/// How a what-if differs from the week it was made from.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Changes {
    pub homes: Vec<MoreHomes>,
    pub households: Vec<MoreHouseholds>,
    pub caps: Vec<OtherCap>,
    /// Instead of the meeting's own.
    pub limits: Option<MoveLimits>,
}

/// Homes of one kind that are bought, built or rented.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MoreHomes {
    pub count: u32,
    pub category: Category,
    pub rooms: Rooms,
    /// At street level without a step, as a wheelchair needs it.
    pub wheelchair: bool,
    /// Reached without steps: at street level or by lift.
    pub step_free: bool,
    /// `None` when it is not known where.
    pub area: Option<String>,
    /// A month.
    pub rent: Option<Ore>,
}

/// Households of one kind that are granted a home, newly settled refugees for one (*bosatte flyktninger*).
#[doc(alias = "bosetting")]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MoreHouseholds {
    pub count: u32,
    pub size: HouseholdSize,
    pub need_class: u32,
    pub group: Option<TargetGroup>,
    /// What the home must be like.
    pub access: Vec<Access>,
    /// After tax, a month.
    pub income: Option<Ore>,
}

/// Another number within a limit, in one place or by a rule wherever it counts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OtherCap {
    /// The limit's name as the meeting shows it, or the rule's.
    pub name: String,
    pub at_most: u32,
}

/// The most homes or households of one kind: more is another plan than a week's.
const MOST: u32 = 200;
/// The most rooms of a home.
const MOST_ROOMS: u8 = 20;
/// The most adults, and the most children.
const MOST_PEOPLE: u8 = 20;

impl Changes {
    /// What cannot be changed so.
    pub(super) fn problems(&self) -> Vec<Problem> {
        let counts = |mut all: Box<dyn Iterator<Item = u32> + '_>| all.any(|count| count == 0 || count > MOST);
        let mut problems = Vec::new();
        let mut is_wrong = |wrong: bool, field, text| {
            if wrong {
                problems.push(problem(field, text));
            }
        };
        is_wrong(*self == Self::default(), "home1_count", "what-if-problem-nothing");
        let homes = counts(Box::new(self.homes.iter().map(|homes| homes.count)));
        is_wrong(homes, "home1_count", "what-if-problem-count");
        let rooms = self.homes.iter().any(|homes| homes.rooms.0 == 0 || homes.rooms.0 > MOST_ROOMS);
        is_wrong(rooms, "home1_rooms", "what-if-problem-rooms");
        let households = counts(Box::new(self.households.iter().map(|households| households.count)));
        is_wrong(households, "household1_count", "what-if-problem-count");
        let too_many = |size: HouseholdSize| size.adults == 0 || size.adults.max(size.children) > MOST_PEOPLE;
        let sizes = self.households.iter().any(|households| too_many(households.size));
        is_wrong(sizes, "household1_adults", "what-if-problem-size");
        problems
    }

    /// As it is kept.
    pub(super) fn text(&self) -> String {
        serde_json::to_string(self).expect("changes are codes, texts and whole numbers")
    }

    pub(super) fn read(text: &str) -> Result<Self, StoreError> {
        let corrupt = |_| StoreError::Corrupt { what: "changes of a what-if", found: text.to_owned() };
        serde_json::from_str(text).map_err(corrupt)
    }
}
