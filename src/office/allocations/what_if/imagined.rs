//! The homes and households of a what-if that the register does not know, as the problem counts them.

use super::changes::{Changes, MoreHomes, MoreHouseholds, OtherCap};
use crate::office::allocations::scene::Scene;
use housing::fit::{Fit, FitHome, FitHousehold, HomeTraits, MoveLimits};
use housing::people::TargetGroup;

/// What stands in a problem beside the register; the default is nothing.
#[derive(Debug, Default)]
pub(in crate::office::allocations) struct Imagined {
    pub homes: Vec<(String, FitHome)>,
    pub households: Vec<Newcomer>,
    pub limits: Option<MoveLimits>,
    caps: Vec<OtherCap>,
}

/// A household that is only imagined.
#[derive(Debug)]
pub(in crate::office::allocations) struct Newcomer {
    pub id: String,
    pub need_class: u32,
    pub groups: Vec<TargetGroup>,
    pub facts: FitHousehold,
}

/// What the ids of imagined homes and households begin with; no id of the register does.
const HOME: &str = "imagined-home";
const HOUSEHOLD: &str = "imagined-household";

/// Which of a what-if's kinds an id is of, and which number of that kind, both from 0.
pub(super) type Numbered = (usize, u32);

fn id(of: &str, (kind, number): Numbered) -> String {
    format!("{of}-{kind}-{number}")
}

fn numbered(id: &str, of: &str) -> Option<Numbered> {
    let (kind, number) = id.strip_prefix(of)?.strip_prefix('-')?.split_once('-')?;
    kind.parse().ok().zip(number.parse().ok())
}

/// Which imagined home has this id.
pub(super) fn home_of(id: &str) -> Option<Numbered> {
    numbered(id, HOME)
}

/// Which imagined household has this id.
pub(super) fn household_of(id: &str) -> Option<Numbered> {
    numbered(id, HOUSEHOLD)
}

impl Imagined {
    pub(super) fn of(changes: &Changes) -> Self {
        let homes = changes.homes.iter().enumerate();
        let households = changes.households.iter().enumerate();
        Self {
            homes: homes.flat_map(|(kind, homes)| homes.all(kind)).collect(),
            households: households.flat_map(|(kind, households)| households.all(kind)).collect(),
            limits: changes.limits,
            caps: changes.caps.clone(),
        }
    }

    /// What a limit allows now, if that is changed: for its place before everywhere.
    pub fn at_most(&self, cap: &str) -> Option<u32> {
        let everywhere = |other: &&OtherCap| cap.strip_prefix(&other.name).is_some_and(|rest| rest.starts_with(": "));
        let here = self.caps.iter().find(|other| other.name == cap);
        here.or_else(|| self.caps.iter().find(everywhere)).map(|other| other.at_most)
    }

    /// The imagined against each other and against the register: household, home, and how they fit.
    pub fn fits<'a>(&'a self, scene: &'a Scene) -> Vec<(&'a str, &'a str, Fit)> {
        let mut fits = Vec::new();
        for (home, facts) in &self.homes {
            for candidate in &scene.candidates {
                fits.push((candidate.household.as_str(), home.as_str(), scene.fit_in(candidate, None, facts)));
            }
        }
        let known = scene.targets();
        for newcomer in &self.households {
            let homes = known.iter().map(|home| (home.id(), &home.facts));
            for (home, facts) in homes.chain(self.homes.iter().map(|(id, facts)| (id.as_str(), facts))) {
                fits.push((newcomer.id.as_str(), home, scene.against(&newcomer.facts, facts)));
            }
        }
        fits
    }
}

impl MoreHomes {
    fn all(&self, kind: usize) -> impl Iterator<Item = (String, FitHome)> {
        let facts = FitHome {
            category: self.category,
            rooms: Some(self.rooms),
            floor: None,
            lift: None,
            step_free: Some(self.step_free || self.wheelchair),
            wheelchair: Some(self.wheelchair),
            area: self.area.clone(),
            rent: self.rent,
            traits: HomeTraits::default(),
        };
        (0..self.count).map(move |number| (id(HOME, (kind, number)), facts.clone()))
    }
}

impl MoreHouseholds {
    fn all(&self, kind: usize) -> impl Iterator<Item = Newcomer> {
        let facts = FitHousehold {
            size: Some(self.size),
            access: Some(self.access.clone()),
            income: self.income,
            pets: Some(false),
            ..FitHousehold::default()
        };
        let (need_class, groups) = (self.need_class, self.group.into_iter().collect::<Vec<_>>());
        (0..self.count).map(move |number| Newcomer {
            id: id(HOUSEHOLD, (kind, number)),
            facts: facts.clone(),
            groups: groups.clone(),
            need_class,
        })
    }
}
