//! People and the households they make up.

use crate::Date;
use crate::identity::IdentityNumber;

mod name;

pub use name::Name;

code_list! {
    /// How secret the tie between a person and an address is (`L7.1`–`L7.4`).
    #[doc(alias = "adressebeskyttelse")]
    Protection "protection" {
        Ungraded = "UGRADERT", Confidential = "FORTROLIG", StrictlyConfidential = "STRENGT",
        StrictlyConfidentialAbroad = "STRENGT_UTLAND",
    }
}

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
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, serde::Serialize)]
pub struct HouseholdSize {
    pub adults: u8,
    pub children: u8,
}
