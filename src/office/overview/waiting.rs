//! Who waits, and for what.

use super::Seen;
use crate::store::overview::{WaitingGroup, waiting};
use crate::store::{StoreError, Tx};
use housing::applications::{ApplicationKind, Clock, HousingSituation};
use housing::dwellings::Rooms;
use housing::people::TargetGroup;
use std::collections::BTreeMap;

/// What an open application waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
pub enum Awaits {
    /// The office has not decided, or looks at its decision again.
    #[serde(rename = "DECISION")]
    Decision,
    /// Granted; the household waits for a home.
    #[serde(rename = "HOME")]
    Home,
}

/// Open applications that are alike.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
pub struct WaitingCount {
    pub awaits: Awaits,
    /// Whether a care home was applied for; every other application counts as one for an ordinary home.
    pub care_home: bool,
    /// Renewal of a lease: the household has a home, and needs none of those that stand empty.
    pub renewal: bool,
    /// A household may belong to several; one that belongs to none is counted all the same.
    pub target_groups: Vec<TargetGroup>,
    /// By the municipality's room norm; `None` when the size of the household is not known.
    pub room_need: Option<Rooms>,
    pub situation: Option<HousingSituation>,
    pub with_children: bool,
    pub applications: i64,
}

/// The applications that were open on the day.
pub(super) fn read(tx: &mut Tx<'_>, seen: Seen) -> Result<Vec<WaitingCount>, StoreError> {
    let mut alike: BTreeMap<WaitingCount, i64> = BTreeMap::new();
    for group in waiting(tx, seen.on, seen.with_protected)? {
        let applications = group.applications;
        if let Some(kind) = kind_of(group) {
            *alike.entry(kind).or_default() += applications;
        }
    }
    Ok(alike.into_iter().map(|(kind, applications)| WaitingCount { applications, ..kind }).collect())
}

/// What the overview tells apart, not counted yet; `None` for an application nobody waits for.
fn kind_of(group: WaitingGroup) -> Option<WaitingCount> {
    let awaits = match group.status.clock()? {
        Clock::AwaitsDecision => Awaits::Decision,
        Clock::AwaitsHome => Awaits::Home,
    };
    Some(WaitingCount {
        awaits,
        care_home: is_for_care_home(group.kind),
        renewal: group.kind == Some(ApplicationKind::Renewal),
        target_groups: group.target_groups,
        room_need: group.room_need.map(Rooms::category),
        situation: group.situation,
        with_children: group.children.is_some_and(|children| children > 0),
        applications: 0,
    })
}

/// Whether the application is counted with those for care homes.
pub(super) fn is_for_care_home(kind: Option<ApplicationKind>) -> bool {
    kind == Some(ApplicationKind::CareHome)
}
