//! The home a household needs.

use crate::dwellings::Rooms;
use crate::people::{HouseholdSize, RoomNeed, RoomNorm};

code_list! {
    /// What a household needs to be able to use the home (*tilgjengelighet*).
    #[doc(alias = "tilgjengelighet")]
    Access "access" {
        Wheelchair = "RULLESTOL", UniversalDesign = "UU", Lift = "HEIS", GroundFloor = "BAKKE", NoThresholds = "TERSKEL",
        AdaptedBathroom = "BAD", Secluded = "SKJERMET", NearStaff = "BASENAER", Central = "SENTRUM",
        Robust = "ROBUST", PetsAllowed = "DYR",
    }
}

code_list! {
    /// What kind of help would solve it (*behovstype*).
    #[doc(alias = "behovstype")]
    NeedKind "need-kind" {
        MunicipalHome = "SKAFFE_LEID_KOM", PrivateRental = "SKAFFE_LEID_PRIV", Purchase = "KJOPE",
        RentBeforeBuying = "LEIE_FOR_EIE", CareHome = "OMSORGSBOLIG", SharedHouse = "BOFELLESSKAP",
        RoomingHouse = "HYBELHUS", SmallHouse = "SMAAHUS", ClarifyingHome = "AVKLARING", Emergency = "AKUTTBOLIG",
        ChildrensHome = "BARNEBOLIG", Adaptation = "TILPASNING", KeepHome = "BEHOLDE", Exchange = "BYTTE",
        FollowUpOnly = "OPPFOLGING",
    }
}

/// What the home must be.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct HomeNeed {
    pub kind: Option<NeedKind>,
    /// Another number of rooms than the norm gives, with the reason.
    pub rooms: Option<(Rooms, String)>,
    pub access: Vec<Access>,
    pub areas: Vec<String>,
    /// What must be near: school, workplace, network, staff.
    pub near: Option<String>,
    /// What must be far: a person, a place, a milieu.
    pub far_from: Option<String>,
}

/// What the household wants, in its own words; asked also when it differs from the office's view.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct OwnWish {
    pub kind: Option<NeedKind>,
    pub words: Option<String>,
}

impl HomeNeed {
    /// The rooms it takes: what somebody has given a reason for, else what the norm gives the household.
    pub fn rooms(&self, size: Option<HouseholdSize>, norm: &RoomNorm) -> Option<RoomNeed> {
        match &self.rooms {
            Some((rooms, _)) => Some(RoomNeed { least: *rooms, most: *rooms }),
            None => size.map(|size| norm.need(size)),
        }
    }
}
