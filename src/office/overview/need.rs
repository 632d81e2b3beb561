//! Need against stock: those who wait for a home beside the homes of the size they need.

use super::waiting::{Awaits, WaitingCount};
use crate::store::overview::HomeGroup;
use housing::dwellings::Rooms;

/// Applications and homes of one size, ordinary homes and care homes apart.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct NeedAndStock {
    pub care_home: bool,
    /// Size category; `None` where the size is not known.
    pub rooms: Option<Rooms>,
    /// Applications that wait for a decision; renewals, who have a home, are not counted.
    pub awaiting_decision: i64,
    /// Households that are granted a home and wait for it.
    pub awaiting_home: i64,
    /// Homes in the stock.
    pub homes: i64,
    /// Of them ready to let.
    pub vacant: i64,
}

/// Every size, also where there is neither need nor stock; the unknown only where there is something.
pub(super) fn compare(waiting: &[WaitingCount], homes: &[HomeGroup]) -> Vec<NeedAndStock> {
    let sizes = || Rooms::CATEGORIES.into_iter().map(Some).chain([None]);
    let of = |care_home: bool, rooms: Option<Rooms>| {
        let applications = |awaits: Awaits| {
            let same = waiting.iter().filter(|one| {
                one.awaits == awaits && one.care_home == care_home && one.room_need == rooms && !one.renewal
            });
            same.map(|one| one.applications).sum()
        };
        let same_homes = || {
            homes
                .iter()
                .filter(|home| home.category.is_care_home() == care_home && home.rooms.map(Rooms::category) == rooms)
        };
        NeedAndStock {
            care_home,
            rooms,
            awaiting_decision: applications(Awaits::Decision),
            awaiting_home: applications(Awaits::Home),
            homes: same_homes().map(|home| home.homes).sum(),
            vacant: same_homes().filter(|home| home.status.is_ready_to_let()).map(|home| home.homes).sum(),
        }
    };
    let all = [false, true].into_iter().flat_map(|care_home| sizes().map(move |rooms| (care_home, rooms)));
    all.map(|(care_home, rooms)| of(care_home, rooms))
        .filter(|one| one.rooms.is_some() || one.awaiting_decision + one.awaiting_home + one.homes > 0)
        .collect()
}
