//! What a what-if changes, and what it adds, in words.

use crate::office::allocations::{Changes, MoreHomes, MoreHouseholds, Place, Who};
use crate::web::Frame;
use crate::web::allocations::{cards, words};
use crate::web::dwellings::rooms_text;
use housing::fit::MoveLimits;

/// With its sign, as differences are written.
pub(super) fn signed(difference: i64) -> String {
    match difference {
        0 => "0".to_owned(),
        more if more > 0 => format!("+{more}"),
        less => format!("−{}", less.unsigned_abs()),
    }
}

/// Everything that is changed, each in its own words.
pub(super) fn changes(frame: &Frame, changes: &Changes) -> Vec<String> {
    let homes = changes.homes.iter().map(|homes| {
        let count = homes.count.to_string();
        frame.ta("what-if-homes", &[("count", &count), ("what", &homes_facts(frame, homes))])
    });
    let households = changes.households.iter().map(|households| {
        let count = households.count.to_string();
        frame.ta("what-if-households", &[("count", &count), ("who", &households_facts(frame, households))])
    });
    let caps = changes.caps.iter().map(|cap| {
        let at_most = cap.at_most.to_string();
        frame.ta("what-if-cap", &[("name", &cap.name), ("at_most", &at_most)])
    });
    homes.chain(households).chain(caps).chain(changes.limits.map(|it| limits(frame, it))).collect()
}

/// The name of a what-if: what it changes.
pub(super) fn title(frame: &Frame, what_if: &Changes) -> String {
    changes(frame, what_if).join("; ")
}

fn limits(frame: &Frame, limits: MoveLimits) -> String {
    let word = |limit: Option<u32>| limit.map_or_else(|| frame.t("what-if-no-limit"), |limit| limit.to_string());
    let (moves, ring, chain) = (word(limits.moves), word(limits.ring), word(limits.chain));
    frame.ta("what-if-limits", &[("moves", &moves), ("ring", &ring), ("chain", &chain)])
}

fn homes_facts(frame: &Frame, homes: &MoreHomes) -> String {
    let flag = |holds: bool, key: &str| holds.then(|| frame.t(key));
    let words = [
        Some(rooms_text(frame, homes.rooms)),
        Some(frame.t(&homes.category.text_key())),
        flag(homes.wheelchair, "allocation-wheelchair"),
        flag(homes.step_free && !homes.wheelchair, "what-if-step-free"),
        homes.area.clone(),
        homes.rent.map(|rent| rent.in_kroner()),
    ];
    words.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

fn households_facts(frame: &Frame, households: &MoreHouseholds) -> String {
    let words = [
        Some(words::size(frame, households.size)),
        households.group.map(|group| frame.t(&group.text_key())),
        Some(frame.t1("allocation-class", "class", households.need_class)),
        (!households.access.is_empty()).then(|| frame.t("what-if-needs-wheelchair")),
        households.income.map(|income| frame.t1("what-if-earns", "income", income.in_kroner())),
    ];
    words.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// A household, as much as was asked for.
pub(super) fn who(frame: &Frame, changes: &Changes, who: &Who, named: bool) -> String {
    match who {
        Who::Known(candidate) => cards::who(frame, candidate, named),
        Who::Gone { number } => number.clone().unwrap_or_else(|| frame.t("what-if-gone")),
        Who::Imagined { kind, number } => {
            let size = changes.households.get(*kind).map(|households| words::size(frame, households.size));
            let number = (number + 1).to_string();
            frame.ta("what-if-new-household", &[("number", &number), ("size", &size.unwrap_or_default())])
        }
    }
}

/// A home, known or imagined.
pub(super) fn place(frame: &Frame, changes: &Changes, place: &Place) -> String {
    match place {
        Place::Known(home) => words::address(home),
        Place::Imagined { kind, number } => {
            let rooms = changes.homes.get(*kind).map(|homes| rooms_text(frame, homes.rooms)).unwrap_or_default();
            frame.ta("what-if-new-home", &[("number", &(number + 1).to_string()), ("rooms", &rooms)])
        }
    }
}
