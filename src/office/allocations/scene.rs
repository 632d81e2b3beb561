//! Everything an allocation is made from, as it stands this moment: the homes, those who could get them, and the
//! rules.

use super::rules::KnownFitRules;
use crate::store::allocations::{CandidateHome, Living};
use crate::store::applications::Application;
use crate::store::dwellings::Dwelling;
use housing::Date;
use housing::dwellings::DwellingStatus;
use housing::fit::{Fit, FitHome, FitHousehold, StayAway, fit};
use housing::needs::FollowUpLevel;
use housing::people::{Name, RoomNorm, TargetGroup};
use std::collections::HashSet;

/// When somebody can move in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Free {
    Now,
    On(Date),
    /// The tenant leaves, or it is made ready; nobody has said until when.
    NoDay,
}

/// A home that can be given, or that is freed when its tenant moves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Home {
    pub dwelling: Dwelling,
    /// Folded street and number.
    pub building: String,
    pub free: Free,
    pub facts: FitHome,
}

/// A household that could get a home.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    pub household: String,
    /// What it waits on; for a tenant who is only asked, the newest they have made.
    pub application: Application,
    pub name: Name,
    /// Its place on the waiting list and its need class; `None` for a tenant who is only asked.
    pub waits: Option<(usize, u32)>,
    pub lives_in: Option<Living>,
    pub facts: FitHousehold,
    pub groups: Vec<TargetGroup>,
    pub closed: Closed,
}

/// Where a household may not live.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Closed {
    /// Folded street and number.
    pub buildings: HashSet<String>,
    pub areas: HashSet<String>,
    /// One of those they must not live near has a strictly confidential address.
    pub by_protected: bool,
}

/// A tenant who stays, and whom a limit may count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stays {
    pub household: String,
    pub dwelling: String,
    pub groups: Vec<TargetGroup>,
    pub follow_up: Option<FollowUpLevel>,
}

/// What an allocation is made from.
#[derive(Clone, Debug)]
pub struct Scene {
    pub rules: KnownFitRules,
    pub norm: RoomNorm,
    pub day: Date,
    /// Those that can be given, by address.
    pub homes: Vec<Home>,
    /// Where those live who would move, and where those live whom limits count.
    pub lived_in: Vec<Home>,
    /// By household id.
    pub candidates: Vec<Candidate>,
    /// Those whose home the named group finds, because they must be kept apart from somebody with a strictly
    /// confidential address: in a plan for everybody, what they do not get would tell where that is.
    pub for_named_group: Vec<Candidate>,
    /// Whether whoever asks may know where somebody with a strictly confidential address lives.
    pub sees_protected: bool,
    pub stays: Vec<Stays>,
    /// Pairs of candidates who must not live in one building.
    pub apart: Vec<(String, String)>,
}

impl Home {
    pub(super) fn new(home: CandidateHome, today: Date) -> Self {
        let facts = &home.dwelling.facts;
        let free = match (facts.status, home.leaves.filter(|day| *day > today)) {
            (_, Some(day)) => Free::On(day),
            (DwellingStatus::Vacant, None) => Free::Now,
            (
                DwellingStatus::Let
                | DwellingStatus::NoticeGiven
                | DwellingStatus::BeingPrepared
                | DwellingStatus::Reserved
                | DwellingStatus::UnderRehabilitation
                | DwellingStatus::ForSale
                | DwellingStatus::Blocked
                | DwellingStatus::Disposed,
                None,
            ) => Free::NoDay,
        };
        let fit = FitHome {
            category: facts.category,
            rooms: facts.rooms,
            floor: facts.floor,
            lift: facts.lift,
            step_free: facts.step_free,
            wheelchair: facts.wheelchair,
            area: facts.area.clone(),
            rent: facts.rent,
            traits: home.traits,
        };
        Self { building: home.building, free, facts: fit, dwelling: home.dwelling }
    }

    /// The id of the home.
    pub fn id(&self) -> &str {
        &self.dwelling.id
    }
}

impl Closed {
    /// `building` is folded; `None` for a home that is only imagined.
    fn is_closed(&self, building: Option<&str>, home: &FitHome) -> bool {
        let area = home.area.as_deref().map(housing::text::fold);
        building.is_some_and(|building| self.buildings.contains(building))
            || area.is_some_and(|area| self.areas.contains(&area))
    }
}

impl Candidate {
    /// The need class that the solver counts.
    pub fn need_class(&self) -> Option<u32> {
        self.waits.map(|(_, class)| class)
    }
}

impl Scene {
    /// A household and a home, held against each other.
    pub fn fit(&self, candidate: &Candidate, home: &Home) -> Fit {
        self.fit_in(candidate, Some(&home.building), &home.facts)
    }

    /// As [`Scene::fit`], for what is known of any home; without a building, one that is only imagined.
    pub(super) fn fit_in(&self, candidate: &Candidate, building: Option<&str>, home: &FitHome) -> Fit {
        let stay_away = if candidate.closed.by_protected && !self.sees_protected {
            StayAway::NamedGroupKnows
        } else if candidate.closed.is_closed(building, home) {
            StayAway::Here
        } else {
            return self.against(&candidate.facts, home);
        };
        self.against(&FitHousehold { stay_away, ..candidate.facts.clone() }, home)
    }

    /// What is known of a household and of a home, held against each other by the rules of the day.
    pub(super) fn against(&self, household: &FitHousehold, home: &FitHome) -> Fit {
        fit(&self.rules.rules, &self.norm, (household, home), self.day)
    }

    /// The homes that can be given or freed: those somebody in the plan could get.
    pub(super) fn targets(&self) -> Vec<&Home> {
        let lives_in = self.candidates.iter().filter_map(|candidate| candidate.lives_in.as_ref());
        let freed: HashSet<&str> = lives_in.map(|living| living.dwelling.as_str()).collect();
        self.homes.iter().chain(self.lived_in.iter().filter(|home| freed.contains(home.id()))).collect()
    }

    /// Every home, those that can be given first.
    pub fn all_homes(&self) -> impl Iterator<Item = &Home> {
        self.homes.iter().chain(&self.lived_in)
    }

    /// The home with this id.
    pub fn home(&self, id: &str) -> Option<&Home> {
        self.all_homes().find(|home| home.id() == id)
    }

    /// The candidate of this household.
    pub fn candidate(&self, household: &str) -> Option<&Candidate> {
        let found = self.candidates.binary_search_by(|candidate| candidate.household.as_str().cmp(household));
        found.ok().map(|at| &self.candidates[at])
    }
}
