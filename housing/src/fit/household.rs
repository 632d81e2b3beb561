//! What is known of a household that needs a home, as far as a home can fit it.

use crate::dwellings::Rooms;
use crate::money::Ore;
use crate::needs::{Access, FollowUpLevel, NeedKind};
use crate::people::HouseholdSize;

/// A household that waits for a home or would move. What is not known is `None`, which is never "no".
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FitHousehold {
    pub size: Option<HouseholdSize>,
    /// Children who stay part of the time (*samvær*), beside those of the size.
    pub contact_children: u8,
    /// Another number of rooms than the norm gives, where somebody has written why.
    pub rooms: Option<Rooms>,
    /// `None` when nobody has asked what the home must be like; empty when nothing is needed.
    pub access: Option<Vec<Access>>,
    /// After tax, a month.
    pub income: Option<Ore>,
    pub wished_areas: Vec<String>,
    /// In the household's own words.
    pub cannot_live_in: Option<String>,
    /// What must be near: school, workplace, network, staff.
    pub near: Option<String>,
    /// What must be far: a place, a milieu.
    pub far_from: Option<String>,
    pub kind: Option<NeedKind>,
    pub follow_up: Option<FollowUpLevel>,
    pub pets: Option<bool>,
    /// Known for one home: set it anew for each.
    pub stay_away: StayAway,
    /// The lease they are granted.
    pub lease_months: Option<u16>,
    pub months_waited: u16,
    /// The home they leave, when they live in one of ours.
    pub lives_now: Option<LivesNow>,
}

/// Whether a home is closed to a household for somebody's safety.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum StayAway {
    #[default]
    No,
    /// Somebody they must not live near lives in this building, or the building or the area itself is closed to them.
    Here,
    /// Whom they must not live near has a strictly confidential address: only the named group may tell where, and the
    /// answer is the same for every home, so that it tells nothing (*law.md* 7.2).
    NamedGroupKnows,
}

/// Where a household that would move lives today.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LivesNow {
    pub rooms: Option<Rooms>,
}
