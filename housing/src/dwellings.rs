//! Homes the municipality lets or decides over.

use crate::Date;
use crate::address::{Address, Cadastre, DwellingNumber};
use crate::money::Ore;

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

/// Number of rooms as a home is advertised: 0 is a *hybel* (bed-sitter), 2 is a two-room home,
/// which has one bedroom.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(transparent)]
pub struct Rooms(pub u8);

/// Floor area (BRA) in tenths of a square metre, so that 54,5 m² is exact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(transparent)]
pub struct FloorArea(pub u32);

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
