//! A plan's order of moves: who can move into what whom leaves, and what still stands when a link breaks.

use crate::Date;
use std::collections::{BTreeMap, BTreeSet};

/// How far a move has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkState {
    Planned,
    /// The household has moved.
    Done,
    /// Declined, lapsed or withdrawn: the household stays where it is.
    Broken,
}

/// One household's move in a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// Whose offer it is.
    pub id: String,
    /// The home it leaves empty; `None` for a household without one.
    pub leaves: Option<String>,
    pub enters: String,
    pub state: LinkState,
    pub planned: Option<Date>,
}

/// What can become of a move.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outlook {
    /// It can go ahead: the home is empty, or will be.
    Stands,
    Done,
    Broken,
    /// Whoever lives in the home stays, since the move with this id is broken.
    Falls {
        because_of: String,
    },
}

/// Something wrong with the planned days.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PlanProblem {
    #[error("{id} is planned on {planned}, before {waits_for} moves out on {free}")]
    TooEarly { id: String, planned: Date, waits_for: String, free: Date },
    #[error("{id} has a day, and {waits_for}, whose home it enters, has none")]
    WaitsForNoDay { id: String, waits_for: String },
}

/// Who empties each home of the plan.
fn leavers(links: &[Link]) -> BTreeMap<&str, &Link> {
    links.iter().filter_map(|link| Some((link.leaves.as_deref()?, link))).collect()
}

/// The moves of a plan that hang together with one of them, through the homes they leave and enter; in their order.
pub fn hanging_together(links: &[Link], id: &str) -> Vec<Link> {
    let touches = |one: &Link, other: &Link| {
        one.leaves.as_ref() == Some(&other.enters) || other.leaves.as_ref() == Some(&one.enters)
    };
    let mut kept: BTreeSet<&str> = BTreeSet::from([id]);
    loop {
        let is_kept = |link: &Link| kept.contains(link.id.as_str());
        let next = links.iter().find(|link| !is_kept(link) && links.iter().any(|it| is_kept(it) && touches(it, link)));
        match next {
            Some(link) => drop(kept.insert(&link.id)),
            None => break,
        }
    }
    links.iter().filter(|link| kept.contains(link.id.as_str())).cloned().collect()
}

/// What can still stand, in the order of the plan. A closed ring stands or falls together.
pub fn outlooks(links: &[Link]) -> Vec<Outlook> {
    let leavers = leavers(links);
    links.iter().map(|link| outlook(link, &leavers)).collect()
}

/// Follows the moves that must come first until one is done, is broken, or the way closes on itself.
fn outlook(link: &Link, leavers: &BTreeMap<&str, &Link>) -> Outlook {
    match link.state {
        LinkState::Done => return Outlook::Done,
        LinkState::Broken => return Outlook::Broken,
        LinkState::Planned => {}
    }
    let (mut at, mut seen) = (link, BTreeSet::from([link.id.as_str()]));
    while let Some(first) = leavers.get(at.enters.as_str()) {
        match first.state {
            LinkState::Done => return Outlook::Stands,
            LinkState::Broken => return Outlook::Falls { because_of: first.id.clone() },
            LinkState::Planned if !seen.insert(&first.id) => return Outlook::Stands,
            LinkState::Planned => at = first,
        }
    }
    Outlook::Stands
}

/// The moves that close on themselves through one of them: they must be made on one day. Each enters the home that the
/// next one leaves; empty for a move that is in no ring.
pub fn ring(links: &[Link], id: &str) -> Vec<String> {
    let leavers = leavers(links);
    let Some(mut at) = links.iter().find(|link| link.id == id) else { return Vec::new() };
    let mut ring = Vec::new();
    while !ring.contains(&at.id) {
        ring.push(at.id.clone());
        match leavers.get(at.enters.as_str()) {
            Some(first) if first.id == id => return ring,
            Some(first) => at = first,
            None => break,
        }
    }
    Vec::new()
}

/// The homes that can be offered to others as the plan stands now: nobody of the plan enters them any
/// more, and whoever left them has moved or can.
pub fn homes_left(links: &[Link]) -> Vec<String> {
    let outlooks = outlooks(links);
    let goes = |outlook: &Outlook| matches!(outlook, Outlook::Stands | Outlook::Done);
    let entered: BTreeSet<&str> = links
        .iter()
        .zip(&outlooks)
        .filter(|(_, outlook)| goes(outlook))
        .map(|(link, _)| link.enters.as_str())
        .collect();
    let stay: BTreeSet<&str> = links
        .iter()
        .zip(&outlooks)
        .filter(|(_, outlook)| !goes(outlook))
        .filter_map(|(link, _)| link.leaves.as_deref())
        .collect();
    let wanted: BTreeSet<&str> = links.iter().map(|link| link.enters.as_str()).collect();
    wanted.into_iter().filter(|home| !entered.contains(home) && !stay.contains(home)).map(str::to_owned).collect()
}

/// Days that cannot be: a home is handed over no earlier than it is emptied. In a ring that is one day for all.
pub fn plan_problems(links: &[Link]) -> Vec<PlanProblem> {
    let leavers = leavers(links);
    let mut problems = Vec::new();
    for link in links.iter().filter(|link| link.state == LinkState::Planned) {
        let Some(first) = leavers.get(link.enters.as_str()).filter(|first| first.state == LinkState::Planned) else {
            continue;
        };
        match (link.planned, first.planned) {
            (Some(planned), Some(free)) if planned < free => {
                problems.push(PlanProblem::TooEarly { id: link.id.clone(), planned, waits_for: first.id.clone(), free })
            }
            (Some(_), None) => {
                problems.push(PlanProblem::WaitsForNoDay { id: link.id.clone(), waits_for: first.id.clone() })
            }
            (Some(_) | None, Some(_)) | (None, None) => {}
        }
    }
    problems
}
