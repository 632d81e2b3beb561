//! Weights that have no value per profile. All are assumptions of ours, no facts about any place.

use housing::applications::{ApplicationStatus, HousingSituation};
use housing::dwellings::{Category, Disposal, DwellingStatus};
use housing::people::TargetGroup;
use housing::tenancies::MoveOutReason;

/// Kinds of home other than ordinary and care homes, in ‰ of the homes that are not care homes.
pub const SPECIAL_CATEGORIES: &[(Category, u32)] = &[
    (Category::RefugeeHome, 80),
    (Category::SharedHousing, 50),
    (Category::TransitionHome, 35),
    (Category::PensionersHome, 20),
    (Category::ClarificationHome, 15),
    (Category::EmergencyHome, 10),
    (Category::StaffHome, 10),
];

/// How the municipality decides over homes it does not own.
pub const OTHER_DISPOSALS: &[(Disposal, u32)] = &[
    (Disposal::Foundation, 400),
    (Disposal::RentedIn, 320),
    (Disposal::AllocationRight, 180),
    (Disposal::Referral, 60),
    (Disposal::UserOwned, 40),
];

/// Monthly rent in kroner for a bed-sitter, a one-room home, and so on up to five rooms.
pub const RENT_BY_ROOMS: [i64; 6] = [5_200, 5_900, 7_100, 8_600, 10_200, 11_900];

/// Floor area in m², from and to, by rooms as above.
pub const AREA_BY_ROOMS: [(i32, i32); 6] = [(14, 22), (24, 38), (40, 58), (58, 78), (78, 98), (98, 130)];

/// Weight of families with children in a home of so many rooms (0 to 5).
pub const CHILDREN_BY_ROOMS: [u32; 6] = [0, 0, 50, 600, 950, 1000];

/// Why a household leaves before its lease runs out.
pub const REASONS_MID_LEASE: &[(MoveOutReason, u32)] = &[
    (MoveOutReason::RentsPrivately, 250),
    (MoveOutReason::LeftMunicipality, 200),
    (MoveOutReason::Unknown, 120),
    (MoveOutReason::MovedInWithOthers, 110),
    (MoveOutReason::CareOrInstitution, 90),
    (MoveOutReason::Died, 70),
    (MoveOutReason::Bought, 60),
    (MoveOutReason::Evicted, 50),
    (MoveOutReason::Prison, 35),
    (MoveOutReason::BoughtMunicipal, 15),
];

/// Why a household leaves when its lease runs out.
pub const REASONS_AT_LEASE_END: &[(MoveOutReason, u32)] = &[
    (MoveOutReason::NotRenewed, 450),
    (MoveOutReason::RentsPrivately, 290),
    (MoveOutReason::Bought, 160),
    (MoveOutReason::LeftMunicipality, 60),
    (MoveOutReason::MovedInWithOthers, 40),
];

/// Why a household leaves a care home.
pub const REASONS_CARE: &[(MoveOutReason, u32)] = &[
    (MoveOutReason::Died, 560),
    (MoveOutReason::CareOrInstitution, 330),
    (MoveOutReason::LeftMunicipality, 40),
    (MoveOutReason::MovedInWithOthers, 30),
    (MoveOutReason::Unknown, 40),
];

/// Why a home is out of use after a move.
pub const OUT_OF_USE: &[(DwellingStatus, u32)] =
    &[(DwellingStatus::UnderRehabilitation, 700), (DwellingStatus::Blocked, 220), (DwellingStatus::ForSale, 80)];

/// How applicants without a home of their own live.
pub const HOMELESS_SITUATIONS: &[(HousingSituation, u32)] = &[
    (HousingSituation::WithFriends, 340),
    (HousingSituation::Temporary, 300),
    (HousingSituation::Institution, 150),
    (HousingSituation::Prison, 90),
    (HousingSituation::Rough, 60),
    (HousingSituation::Emergency, 40),
    (HousingSituation::CrisisCentre, 20),
];

/// How other applicants for an ordinary home live.
pub const OTHER_SITUATIONS: &[(HousingSituation, u32)] = &[
    (HousingSituation::LeaseEnding, 230),
    (HousingSituation::CostTooHigh, 170),
    (HousingSituation::TooSmall, 150),
    (HousingSituation::PoorStandard, 110),
    (HousingSituation::WithParents, 90),
    (HousingSituation::NotAdapted, 80),
    (HousingSituation::NoValidLease, 60),
    (HousingSituation::EvictionRequested, 40),
    (HousingSituation::StrainedNeighbourhood, 40),
    (HousingSituation::Reception, 30),
];

/// How applicants for a care home live.
pub const CARE_SITUATIONS: &[(HousingSituation, u32)] = &[
    (HousingSituation::NotAdapted, 480),
    (HousingSituation::Owner, 240),
    (HousingSituation::WithRelatives, 120),
    (HousingSituation::PrivateRental, 90),
    (HousingSituation::Institution, 70),
];

/// Groups of applicants for an ordinary home.
pub const TARGET_GROUPS: &[(TargetGroup, u32)] = &[
    (TargetGroup::Economic, 330),
    (TargetGroup::Refugee, 200),
    (TargetGroup::MentalHealth, 110),
    (TargetGroup::Substance, 90),
    (TargetGroup::Social, 80),
    (TargetGroup::Physical, 60),
    (TargetGroup::Young, 50),
    (TargetGroup::OtherDisability, 30),
    (TargetGroup::NoGroup, 50),
];

/// Groups of applicants for a care home.
pub const CARE_TARGET_GROUPS: &[(TargetGroup, u32)] = &[
    (TargetGroup::Elderly, 660),
    (TargetGroup::Physical, 130),
    (TargetGroup::Intellectual, 110),
    (TargetGroup::MentalHealth, 100),
];

/// Where an undecided application stands.
pub const UNDECIDED: &[(ApplicationStatus, u32)] = &[
    (ApplicationStatus::Received, 380),
    (ApplicationStatus::InProgress, 330),
    (ApplicationStatus::AwaitingDocuments, 170),
    (ApplicationStatus::WithAllocationTeam, 120),
];

/// How a decided application that gave no home ended.
pub const NOT_GRANTED: &[(ApplicationStatus, u32)] =
    &[(ApplicationStatus::Refused, 940), (ApplicationStatus::Dismissed, 60)];

/// Months of unpaid rent in a household that owes.
pub const UNPAID_MONTHS: &[(i32, u32)] = &[(2, 450), (3, 230), (4, 140), (5, 100), (6, 80)];
