//! Homes the municipality lets or decides over.

use crate::Date;
use crate::address::{Address, Cadastre, DwellingNumber};
use crate::money::Ore;

mod check;
mod measures;
#[cfg(test)]
mod tests;
mod vacancy;

pub use check::{DwellingProblem, HIGHEST_RENT};
pub use measures::{FloorArea, Rooms};
pub use vacancy::{EmptyTime, PhaseTime, PromisedTime, VacancyLength, VacancyPhase, vacancy_phases};

code_list! {
    /// What kind of home it is.
    #[doc(alias = "boligkategori")]
    Category "category" {
        Ordinary = "ORD", CareHome = "OMS", SharedHousing = "BOF", RefugeeHome = "FLY", SmallHouse = "SMA",
        ClarificationHome = "AVK", EmergencyHome = "AKU", TransitionHome = "GJE", PensionersHome = "TRY", StaffHome = "PER",
    }
}

code_list! {
    /// What is true of a home from a day on.
    #[doc(alias = "boligstatus")]
    DwellingStatus "dwelling-status" {
        Let = "UTLEID", NoticeGiven = "OPPSAGT", BeingPrepared = "KLARGJORES", Vacant = "LEDIG", Reserved = "RESERVERT",
        UnderRehabilitation = "REHAB", ForSale = "SALG", Blocked = "SPERRET", Disposed = "AVHENDET",
    }
}

code_list! {
    /// By what right the municipality decides over a home.
    #[doc(alias = "disposisjonsform")]
    Disposal "disposal" {
        Owned = "EID", RentedIn = "INNLEID", AllocationRight = "TILDELING", UserOwned = "BRUKEREID",
        Referral = "TILVISNING", Foundation = "STIFTELSE",
    }
}

impl Category {
    /// Whether it is a care home (*omsorgsbolig*); every other home is counted as ordinary.
    pub const fn is_care_home(self) -> bool {
        match self {
            Self::CareHome => true,
            Self::Ordinary
            | Self::SharedHousing
            | Self::RefugeeHome
            | Self::SmallHouse
            | Self::ClarificationHome
            | Self::EmergencyHome
            | Self::TransitionHome
            | Self::PensionersHome
            | Self::StaffHome => false,
        }
    }
}

impl DwellingStatus {
    /// Whether a household can be offered the home today: what the office's headline *ledige boliger*
    /// counts. Homes that stand empty for another reason are in [`DwellingStatus::counts_as_vacant`].
    pub const fn is_ready_to_let(self) -> bool {
        match self {
            Self::Vacant => true,
            Self::Let
            | Self::NoticeGiven
            | Self::BeingPrepared
            | Self::Reserved
            | Self::UnderRehabilitation
            | Self::ForSale
            | Self::Blocked
            | Self::Disposed => false,
        }
    }

    /// Whether nobody lives in the home and it earns no rent, whatever the reason: what vacancy
    /// (*tomgang*) and its loss are counted over.
    pub const fn counts_as_vacant(self) -> bool {
        match self {
            Self::BeingPrepared
            | Self::Vacant
            | Self::Reserved
            | Self::UnderRehabilitation
            | Self::ForSale
            | Self::Blocked => true,
            Self::Let | Self::NoticeGiven | Self::Disposed => false,
        }
    }

    /// Whether the home still belongs to the stock: it does until it is sold, demolished or given up.
    pub const fn is_in_stock(self) -> bool {
        match self {
            Self::Let
            | Self::NoticeGiven
            | Self::BeingPrepared
            | Self::Vacant
            | Self::Reserved
            | Self::UnderRehabilitation
            | Self::ForSale
            | Self::Blocked => true,
            Self::Disposed => false,
        }
    }
}

/// Everything the office may know of a home. What is not known is `None`, which is never "no".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DwellingFacts {
    pub address: Address,
    pub unit: Option<DwellingNumber>,
    pub cadastre: Option<Cadastre>,
    /// Named part of the municipality (*område*).
    pub area: Option<String>,
    pub category: Category,
    pub rooms: Option<Rooms>,
    pub floor_area: Option<FloorArea>,
    pub built_year: Option<i16>,
    pub floor: Option<i8>,
    pub lift: Option<bool>,
    pub step_free: Option<bool>,
    pub wheelchair: Option<bool>,
    /// Owner as the office names it, e.g. `Boligstiftelsen`.
    pub owner: Option<String>,
    pub disposal: Option<Disposal>,
    /// Rent per month.
    pub rent: Option<Ore>,
    pub status: DwellingStatus,
    /// The day the status became true, when somebody said so.
    pub status_since: Option<Date>,
    /// The office's own number for the home, when it has one.
    pub external_number: Option<String>,
    pub note: Option<String>,
}
