//! The order of those who are granted a home and wait for one.
//!
//! No secret points: ground of priority → how hard they live → children → time, each with the fact it
//! rests on. A municipality may count points instead, by a table that anyone can read. A case can be
//! moved by hand, with a reason that stays.

use std::cmp::Reverse;

use crate::Date;
use crate::applications::HousingSituation;
use crate::assessment::RuleSet;
use crate::calendar::days_between;
use crate::people::{HouseholdSize, TargetGroup};

mod points;
mod priority;
#[cfg(test)]
mod tests;

pub use points::{Points, PointsFor};
pub use priority::PriorityGround;

/// A household that waits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// The case.
    pub id: String,
    /// Its number, year and serial: settles the order when nothing else does.
    pub number: (i16, i64),
    pub situation: Option<HousingSituation>,
    pub size: Option<HouseholdSize>,
    pub target_groups: Vec<TargetGroup>,
    /// Granted, or as far back as the municipality counts.
    pub since: Date,
    pub moved: Option<Move>,
}

/// A case that somebody has moved.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Move {
    pub to: MovedTo,
    pub reason: String,
    pub by: String,
    pub day: Date,
}

/// Where it was moved. A place among the others would mean something else the day one of them gets a
/// home; ahead of a rank means the same as long as the reason stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum MovedTo {
    /// Ahead of all that nobody has moved.
    First,
    /// Ahead of the others of this rank; ahead of all where points are counted, since ranks then settle nothing.
    AheadOfRank(u8),
    /// Behind all that nobody has moved.
    Last,
}

code_list! {
    /// What settled that a case stands behind the one ahead of it.
    SettledBy "settled-by" {
        Moved = "FLYTTET", Priority = "PRIORITET", Points = "POENG", Severity = "SITUASJON", Children = "BARN",
        Time = "TID", Number = "NUMMER",
    }
}

/// A place in the order, with what it rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Position {
    pub waiting: Waiting,
    /// From 1.
    pub place: usize,
    /// The ground that goes before the others it has, with its rank.
    pub priority: Option<(PriorityGround, u8)>,
    pub points: Option<Points>,
    pub children: Option<u8>,
    pub days: i32,
    /// `None` for the first.
    pub settled_by: Option<SettledBy>,
}

/// Unranked cases come after every rank, which are 1 to 9.
const NO_RANK: u8 = u8::MAX;

/// What the order compares, in this order; less goes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    /// Moved first of all, not moved so far, moved last.
    moved: i8,
    /// Fewer than none when points are not counted: then all are alike here.
    points: Reverse<u32>,
    rank: u8,
    /// Moved ahead of its rank.
    behind_moved: bool,
    severity: usize,
    children: Reverse<u8>,
    /// The same for all when time does not count.
    since: Date,
    number: (i16, i64),
}

/// The order of all who wait, on a day. The same cases always come in the same order.
pub fn in_order(waiting: Vec<Waiting>, rules: &RuleSet, day: Date) -> Vec<Position> {
    let mut ordered: Vec<(Key, Position)> = waiting.into_iter().map(|waiting| placed(waiting, rules, day)).collect();
    ordered.sort_by(|(key, position), (other_key, other)| {
        key.cmp(other_key).then_with(|| position.waiting.id.cmp(&other.waiting.id))
    });
    let mut ahead: Option<Key> = None;
    let mut positions = Vec::with_capacity(ordered.len());
    for (key, mut position) in ordered {
        position.place = positions.len() + 1;
        position.settled_by = ahead.map(|ahead| key.behind(&ahead));
        ahead = Some(key);
        positions.push(position);
    }
    positions
}

/// The need class of each place, from 1: those whom no ground, point or move by hand tells apart are one class, and
/// how well a home fits decides among them. How hard they live, children and time settle only who stands first.
pub fn need_classes(ordered: &[Position]) -> Vec<u32> {
    let mut class = 1;
    let of_place = |position: &Position| {
        class += match position.settled_by {
            Some(SettledBy::Moved | SettledBy::Priority | SettledBy::Points) => 1,
            Some(SettledBy::Severity | SettledBy::Children | SettledBy::Time | SettledBy::Number) | None => 0,
        };
        class
    };
    ordered.iter().map(of_place).collect()
}

fn placed(waiting: Waiting, rules: &RuleSet, day: Date) -> (Key, Position) {
    let priority = PriorityGround::first_of(&waiting, rules);
    let children = waiting.size.map(|size| size.children);
    let days = days_between(waiting.since, day).max(0);
    let points = rules.points.as_ref().map(|table| Points::of(table, priority.map(|(_, rank)| rank), &waiting, day));
    let moved = waiting.moved.as_ref().map(|moved| moved.to);
    let rank = priority.map_or(NO_RANK, |(_, rank)| rank);
    let key = Key {
        moved: match moved {
            Some(MovedTo::First) => -1,
            Some(MovedTo::AheadOfRank(_)) if points.is_some() => -1,
            Some(MovedTo::AheadOfRank(_)) | None => 0,
            Some(MovedTo::Last) => 1,
        },
        points: Reverse(points.as_ref().map_or(0, |points| points.total)),
        rank: if let Some(MovedTo::AheadOfRank(rank)) = moved { rank } else { rank },
        behind_moved: !matches!(moved, Some(MovedTo::AheadOfRank(_))),
        severity: severity(waiting.situation),
        children: Reverse(children.unwrap_or(0)),
        since: if rules.time_counts { waiting.since } else { Date::MAX },
        number: waiting.number,
    };
    (key, Position { waiting, place: 0, priority, points, children, days, settled_by: None })
}

/// The harder, the less: situations stand in that order in their list. An unknown one comes last until
/// somebody has asked.
fn severity(situation: Option<HousingSituation>) -> usize {
    let place = |situation| HousingSituation::ALL.iter().position(|known| *known == situation);
    situation.and_then(place).unwrap_or(usize::MAX)
}

impl Key {
    fn behind(&self, ahead: &Self) -> SettledBy {
        if self.moved != ahead.moved || (self.rank == ahead.rank && self.behind_moved != ahead.behind_moved) {
            SettledBy::Moved
        } else if self.points != ahead.points {
            SettledBy::Points
        } else if self.rank != ahead.rank {
            SettledBy::Priority
        } else if self.severity != ahead.severity {
            SettledBy::Severity
        } else if self.children != ahead.children {
            SettledBy::Children
        } else if self.since != ahead.since {
            SettledBy::Time
        } else {
            SettledBy::Number
        }
    }
}
