//! A what-if beside the plan: who gets what in each, which homes stand empty, and what the limits cost.

use super::changes::Changes;
use super::imagined::{home_of, household_of};
use super::solved::Solved;
use crate::office::allocations::scene::{Candidate, Home, Scene};
use crate::office::{Office, OfficeError};
use crate::store::allocations::{self as store, Meeting, Run, WhatIf};
use crate::store::applications;
use std::collections::{BTreeSet, HashMap};

/// Two plans of the same week, side by side.
#[derive(Debug)]
pub struct Compared {
    pub meeting: Meeting,
    pub position: i64,
    pub changes: Changes,
    /// The run of the meeting that it is held against.
    pub run: i64,
    pub at: i64,
    pub plan: Side,
    pub imagined: Side,
    /// Everybody who waits or could move, by need class.
    pub households: Vec<HouseholdRow>,
    /// Every home that could be given.
    pub homes: Vec<HomeRow>,
    /// The limits that count somebody in either.
    pub caps: Vec<CapRow>,
}

/// What one of the plans comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Side {
    pub score: i64,
    pub moves: i64,
    pub optimal: bool,
    /// What one more move would be worth, in points.
    pub one_more_move: Option<String>,
}

/// What a plan does for a household.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Fate {
    /// It had no home of ours and gets one.
    Placed,
    /// It moves from one of ours to another.
    Moved,
    /// It has no home of ours, and gets none.
    Left,
    /// It stays where it lives.
    Stays,
}

impl Fate {
    /// Every fate, in the order they are told.
    pub const ALL: [Self; 4] = [Self::Placed, Self::Moved, Self::Left, Self::Stays];

    /// The name in addresses; texts for people have the key `what-if-fate-CODE`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Placed => "placed",
            Self::Moved => "moved",
            Self::Left => "left",
            Self::Stays => "stays",
        }
    }

    /// Whether it gets a home, or another one.
    pub const fn has_got(self) -> bool {
        match self {
            Self::Placed | Self::Moved => true,
            Self::Left | Self::Stays => false,
        }
    }
}

/// What a plan does for a household, with the home or the reason.
#[derive(Debug)]
pub struct Outcome {
    pub fate: Fate,
    pub home: Option<Place>,
    /// What the placement counts for in the plan's sum.
    pub points: Option<u32>,
    /// The solver's words for why it gets none.
    pub why: Option<String>,
}

/// A household, as far as it may be told who it is.
#[derive(Debug)]
pub enum Who {
    Known(Box<Candidate>),
    /// It waits no more, or cannot be shown; the number of its application where there is one.
    Gone {
        number: Option<String>,
    },
    /// One of those that the what-if adds: which kind, and which number of it, from 0.
    Imagined {
        kind: usize,
        number: u32,
    },
}

/// A home of either plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    Known(Box<Home>),
    /// One of those that the what-if adds: which kind, and which number of it, from 0.
    Imagined {
        kind: usize,
        number: u32,
    },
}

/// How another plan turns out for a household.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    Gains,
    Loses,
    Elsewhere,
    Same,
    /// It is only in one of them.
    New,
}

/// A household in both plans; `None` where it is not in one.
#[derive(Debug)]
pub struct HouseholdRow {
    pub id: String,
    pub who: Who,
    pub class: Option<u32>,
    pub plan: Option<Outcome>,
    pub imagined: Option<Outcome>,
}

/// What a plan does with a home.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HomeFate {
    Given,
    Empty,
    /// Whoever lives there stays.
    LivedIn,
}

/// A home in both plans; `None` where it is not in one.
#[derive(Debug)]
pub struct HomeRow {
    pub place: Place,
    pub plan: Option<HomeFate>,
    pub imagined: Option<HomeFate>,
    /// What keeping it back would cost in points, by the what-if's prices.
    pub value: Option<String>,
}

/// A limit in a plan: how many it allows and counts, and what one more would be worth where it binds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CapSide {
    pub at_most: u32,
    /// Those it counts once the plan is carried out.
    pub counted: BTreeSet<String>,
    /// Those who get no home because it is full.
    pub stopped: BTreeSet<String>,
    pub one_more: Option<String>,
}

/// A limit in both plans; `None` where it cannot bind.
#[derive(Debug)]
pub struct CapRow {
    pub name: String,
    pub plan: Option<CapSide>,
    pub imagined: Option<CapSide>,
}

impl HouseholdRow {
    /// How the what-if turns out for the household.
    pub fn turn(&self) -> Turn {
        let (Some(plan), Some(imagined)) = (&self.plan, &self.imagined) else { return Turn::New };
        match (plan.fate.has_got(), imagined.fate.has_got()) {
            (false, true) => Turn::Gains,
            (true, false) => Turn::Loses,
            (true, true) if plan.home != imagined.home => Turn::Elsewhere,
            (true, true) | (false, false) => Turn::Same,
        }
    }
}

impl Compared {
    pub(super) fn of(
        office: &Office,
        scene: &Scene,
        (meeting, what_if, run): (Meeting, &WhatIf, &Run),
    ) -> Result<Self, OfficeError> {
        let plan = Solved::read(&run.problem, &run.answer)?;
        let imagined = Solved::read(&what_if.problem, &what_if.answer)?;
        let places = places(office, scene, (&plan, &imagined))?;
        let values: HashMap<&str, String> = imagined
            .answer
            .prices
            .homes
            .iter()
            .map(|value| (value.home.as_str(), value.value.to_string()))
            .filter(|(_, value)| value != "0")
            .collect();
        let lived_in = |row: &HomeRow| [row.plan, row.imagined].iter().flatten().all(|it| *it == HomeFate::LivedIn);
        let row = |(id, place): (&String, &Place)| HomeRow {
            plan: plan.homes.get(id).copied(),
            imagined: imagined.homes.get(id).copied(),
            value: values.get(id.as_str()).cloned(),
            place: place.clone(),
        };
        let homes = places.iter().map(row).filter(|row| !lived_in(row));
        let mut homes: Vec<HomeRow> = homes.collect();
        homes.sort_by_key(|row| row.place.in_order());
        Ok(Self {
            households: households(office, scene, (&plan, &imagined), &places)?,
            caps: caps(&plan, &imagined),
            plan: plan.side(),
            imagined: imagined.side(),
            changes: Changes::read(&what_if.changes)?,
            position: what_if.position,
            run: what_if.run,
            at: what_if.at,
            meeting,
            homes,
        })
    }
}

impl Place {
    /// Those of the register by address, then the imagined as they were written.
    fn in_order(&self) -> (bool, String, usize, u32) {
        match self {
            Self::Known(home) => (false, home.building.clone(), 0, 0),
            Self::Imagined { kind, number } => (true, String::new(), *kind, *number),
        }
    }
}

/// Every home of either plan; those that have left the scene since are looked up.
fn places(
    office: &Office,
    scene: &Scene,
    (plan, imagined): (&Solved, &Solved),
) -> Result<HashMap<String, Place>, OfficeError> {
    let both = plan.problem.homes.iter().chain(&imagined.problem.homes);
    let ids: BTreeSet<&str> = both.map(|line| line.id.as_str()).collect();
    let known: HashMap<&str, &Home> = scene.all_homes().map(|home| (home.id(), home)).collect();
    let gone: Vec<&str> = ids.iter().copied().filter(|id| home_of(id).is_none() && !known.contains_key(id)).collect();
    let found = office.store().read(|tx| store::homes_by_id(tx, &gone))?;
    let found: Vec<Home> = found.into_iter().map(|home| Home::new(home, office.today())).collect();
    let mut places = HashMap::with_capacity(ids.len());
    for id in ids {
        if let Some((kind, number)) = home_of(id) {
            places.insert(id.to_owned(), Place::Imagined { kind, number });
        } else if let Some(home) = known.get(id).copied().or_else(|| found.iter().find(|home| home.id() == id)) {
            places.insert(id.to_owned(), Place::Known(Box::new(home.clone())));
        }
    }
    Ok(places)
}

fn households(
    office: &Office,
    scene: &Scene,
    (plan, imagined): (&Solved, &Solved),
    places: &HashMap<String, Place>,
) -> Result<Vec<HouseholdRow>, OfficeError> {
    let known: HashMap<&str, &Candidate> = scene.candidates.iter().map(|it| (it.household.as_str(), it)).collect();
    let ids: BTreeSet<&str> = plan.in_play().into_iter().chain(imagined.in_play()).collect();
    let mut rows = Vec::with_capacity(ids.len());
    for id in ids {
        let who = match (household_of(id), known.get(id)) {
            (Some((kind, number)), _) => Who::Imagined { kind, number },
            (None, Some(candidate)) => Who::Known(Box::new((*candidate).clone())),
            (None, None) => {
                let newest = office.store().read(|tx| applications::of_household(tx, id))?.into_iter().next();
                Who::Gone { number: newest.map(|application| application.number()) }
            }
        };
        rows.push(HouseholdRow {
            id: id.to_owned(),
            who,
            class: imagined.class.get(id).or(plan.class.get(id)).copied().flatten(),
            plan: plan.outcome(id, places),
            imagined: imagined.outcome(id, places),
        });
    }
    rows.sort_by_key(HouseholdRow::in_order);
    Ok(rows)
}

impl HouseholdRow {
    /// By need class, and as they stand on the waiting list.
    fn in_order(&self) -> (u32, usize, usize, u32) {
        let class = self.class.unwrap_or(u32::MAX);
        match &self.who {
            Who::Known(candidate) => (class, candidate.waits.map_or(usize::MAX, |(place, _)| place), 0, 0),
            Who::Gone { .. } => (class, usize::MAX, 0, 0),
            Who::Imagined { kind, number } => (class, usize::MAX, *kind, *number),
        }
    }
}

/// The limits of policy in either plan.
fn caps(plan: &Solved, imagined: &Solved) -> Vec<CapRow> {
    let (mut of_plan, mut of_imagined) = (plan.caps(), imagined.caps());
    let names: BTreeSet<&str> = of_plan.keys().chain(of_imagined.keys()).copied().collect();
    let rows = names.into_iter().map(|name| CapRow {
        name: name.to_owned(),
        plan: of_plan.remove(name),
        imagined: of_imagined.remove(name),
    });
    rows.collect()
}
