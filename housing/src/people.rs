//! People and the households they make up.

use crate::Date;
use crate::identity::IdentityNumber;

mod check;
mod name;
mod protection;
mod room_norm;
mod room_norms;

pub use check::PersonProblem;
pub use name::Name;
pub use protection::{CannotLower, Protection};
pub use room_norm::{Bedrooms, NormRow, RoomNeed, RoomNorm};
pub use room_norms::RoomNorms;

code_list! {
    /// Groups the need survey counts (*målgruppe*). A person may be in several.
    #[doc(alias = "målgruppe")]
    TargetGroup "target-group" {
        Economic = "OKON", Refugee = "FLYKT", Physical = "FYSISK", Intellectual = "UTVH", MentalHealth = "PSYK",
        Substance = "RUS", SubstanceAndMentalHealth = "ROP", Social = "SOSIAL", OtherDisability = "ANNENF",
        Elderly = "ELDRE", Young = "UNG", Emergency = "AKUTT", NoGroup = "INGEN",
    }
}

code_list! {
    /// What a member is to the household's main person.
    MemberRole "member-role" {
        Main = "HOVED", Partner = "PARTNER", Child = "BARN", ContactChild = "SAMVAER", OtherAdult = "VOKSEN",
    }
}

/// Everything the office may know of a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonFacts {
    pub name: Name,
    pub identity: Option<IdentityNumber>,
    /// Known without an identity number too.
    pub born: Option<Date>,
    pub telephone: Option<String>,
    pub email: Option<String>,
    pub protection: Protection,
    /// The level comes from a note and somebody must look at it.
    pub protection_to_check: bool,
}

/// How many live in a household, as an applicant states it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub struct HouseholdSize {
    pub adults: u8,
    pub children: u8,
}

impl HouseholdSize {
    /// Everybody in it.
    pub fn persons(self) -> u16 {
        u16::from(self.adults) + u16::from(self.children)
    }
}

/// As offices write it: `2+3` is two adults and three children.
impl std::fmt::Display for HouseholdSize {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}+{}", self.adults, self.children)
    }
}

impl PersonFacts {
    /// Whole years on a day, when the day of birth is known and not after it.
    pub fn age_on(&self, day: Date) -> Option<i16> {
        age_on(self.born?, day)
    }
}

/// From this age on somebody acts for themselves (*myndig*); a guardian acts for those who are younger.
#[doc(alias = "myndig")]
pub const OF_AGE: i16 = 18;

/// From this age on a child who is a party is told in person too, and sees what is secret in their own case
/// (*forvaltningsloven* §§ 16, 18 and 27).
pub const HEARD_FROM: i16 = 15;

/// Whole years from a birth to a day; somebody born on 29 February is a year older on 1 March in
/// common years. `None` before the birth.
pub fn age_on(born: Date, day: Date) -> Option<i16> {
    let had_birthday = (day.month(), day.day()) >= (born.month(), born.day());
    let years = day.year() - born.year() - i16::from(!had_birthday);
    (day >= born).then_some(years)
}
