//! The problem file that the solver reads: who, which homes, what fits, and the limits, as the meeting has laid down.

use super::meeting::Choice;
use super::scene::{Candidate, Home, Scene};
use crate::store::allocations::ChoiceKind;
use housing::fit::{Cap, CapHome, CapHousehold, FitReading, MoveLimits, caps};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// A household and a home that have been held against each other. A week has many thousand pairs, so that only what
/// the plan needs is kept; whoever shows one holds them against each other again.
#[derive(Debug)]
pub struct Pair<'a> {
    pub candidate: &'a Candidate,
    pub home: &'a Home,
    pub reading: FitReading,
    pub may_be_proposed: bool,
    pub score: u32,
}

/// The problem as `husrom match` reads it. Lists are in one order, so that the same facts make the same file.
#[derive(Debug, Serialize)]
pub struct ProblemFile {
    homes: Vec<HomeLine>,
    households: Vec<HouseholdLine>,
    fits: Vec<FitLine>,
    caps: Vec<CapLine>,
    max_moves: Option<u32>,
    max_ring: Option<u32>,
    max_chain: Option<u32>,
}

#[derive(Debug, Serialize)]
struct HomeLine {
    id: String,
}

#[derive(Debug, Serialize)]
struct HouseholdLine {
    id: String,
    need_class: Option<u32>,
    home: Option<String>,
}

#[derive(Debug, Serialize)]
struct FitLine {
    household: String,
    home: String,
    score: u32,
}

/// A limit for one place.
#[derive(Clone, Debug, Serialize)]
pub struct CapLine {
    pub name: String,
    pub homes: Vec<String>,
    pub households: Vec<String>,
    pub at_most: u32,
}

impl Scene {
    /// Every household against every home that can be given or freed, but for its own.
    pub(super) fn pairs(&self) -> Vec<Pair<'_>> {
        let freed: BTreeSet<&str> = self
            .candidates
            .iter()
            .filter_map(|it| it.lives_in.as_ref())
            .map(|living| living.dwelling.as_str())
            .collect();
        let lived_in = self.lived_in.iter().filter(|home| freed.contains(home.id()));
        let targets: Vec<&Home> = self.homes.iter().chain(lived_in).collect();
        let mut pairs = Vec::with_capacity(self.candidates.len() * targets.len());
        for candidate in &self.candidates {
            let own = candidate.lives_in.as_ref().map(|living| living.dwelling.as_str());
            for home in targets.iter().filter(|home| Some(home.id()) != own) {
                let fit = self.fit(candidate, home);
                let (reading, may_be_proposed) = (fit.reading(), fit.may_be_proposed());
                pairs.push(Pair { candidate, home, reading, may_be_proposed, score: fit.score.total });
            }
        }
        pairs
    }

    /// The limits that could bind, before the meeting has changed any.
    fn caps(&self, targets: &BTreeSet<&str>) -> Vec<Cap> {
        let buildings: BTreeMap<&str, String> =
            self.all_homes().map(|home| (home.id(), home.dwelling.facts.address.street_line())).collect();
        let homes: Vec<CapHome<'_>> = self
            .all_homes()
            .map(|home| CapHome {
                id: home.id(),
                building: &buildings[home.id()],
                entrance: home.facts.traits.entrance.as_deref(),
                area: home.facts.area.as_deref(),
            })
            .collect();
        let candidates = self.candidates.iter().map(|it| CapHousehold {
            id: &it.household,
            groups: &it.groups,
            follow_up: it.facts.follow_up,
        });
        let stay =
            self.stays.iter().map(|it| CapHousehold { id: &it.household, groups: &it.groups, follow_up: it.follow_up });
        let households: Vec<CapHousehold<'_>> = candidates.chain(stay).collect();
        let could_bind = |cap: &Cap| {
            cap.households.len() > cap.at_most as usize && cap.homes.iter().any(|home| targets.contains(home.as_str()))
        };
        caps(&self.rules.rules, &homes, &households).into_iter().filter(could_bind).collect()
    }

    /// Those who must be kept apart get at most one home in a building between them. The names say nothing of whom.
    fn keeping_apart(&self, targets: &BTreeSet<&str>) -> Vec<Cap> {
        let mut buildings: BTreeMap<&str, Vec<String>> = BTreeMap::new();
        for home in self.all_homes().filter(|home| targets.contains(home.id())) {
            buildings.entry(&home.building).or_default().push(home.id().to_owned());
        }
        let both_wait =
            |pair: &&(String, String)| self.candidate(&pair.0).is_some() && self.candidate(&pair.1).is_some();
        let pairs = self.apart.iter().filter(both_wait).enumerate();
        let caps = pairs.flat_map(|(at, (one, other))| {
            let several = buildings.values().filter(|homes| homes.len() > 1).enumerate();
            several.map(move |(place, homes)| Cap {
                name: format!("{KEPT_APART} {}-{}", at + 1, place + 1),
                homes: homes.clone(),
                households: vec![one.clone(), other.clone()],
                at_most: 1,
            })
        });
        caps.collect()
    }
}

/// What the names of limits that keep households apart begin with.
pub(super) const KEPT_APART: &str = "Skjerming";

impl ProblemFile {
    /// The problem of a scene under what a meeting has laid down.
    pub(super) fn of(scene: &Scene, pairs: &[Pair<'_>], (choices, limits): (&[Choice], MoveLimits)) -> Self {
        let standing: Vec<&Choice> = choices.iter().filter(|choice| !choice.taken_back).collect();
        let fits: Vec<FitLine> = pairs.iter().filter_map(|pair| allowed(pair, &standing)).collect();
        let held =
            |id: &str| standing.iter().any(|it| it.kind == ChoiceKind::Hold && it.dwelling.as_deref() == Some(id));
        let targets: BTreeSet<&str> =
            scene.all_homes().map(Home::id).filter(|id| !held(id) && scene.is_target(id)).collect();
        let mut caps = scene.caps(&targets);
        for cap in &mut caps {
            let changed = standing.iter().rfind(|it| it.kind == ChoiceKind::Cap && it.cap.as_ref() == Some(&cap.name));
            cap.at_most = changed.and_then(|choice| choice.at_most).unwrap_or(cap.at_most);
        }
        caps.extend(scene.keeping_apart(&targets));
        let counted: BTreeSet<&str> = caps.iter().flat_map(|cap| &cap.households).map(String::as_str).collect();
        let places: BTreeSet<&str> = caps.iter().flat_map(|cap| &cap.homes).map(String::as_str).collect();
        let stay: Vec<_> = scene
            .stays
            .iter()
            .filter(|it| counted.contains(it.household.as_str()) && places.contains(it.dwelling.as_str()))
            .collect();
        let known: BTreeSet<&str> = targets.iter().copied().chain(stay.iter().map(|it| it.dwelling.as_str())).collect();
        let mut households: Vec<HouseholdLine> = scene.candidates.iter().map(HouseholdLine::of).collect();
        households.extend(stay.iter().map(|it| HouseholdLine {
            id: it.household.clone(),
            need_class: None,
            home: Some(it.dwelling.clone()),
        }));
        households.sort_by(|one, other| one.id.cmp(&other.id));
        let in_it: BTreeSet<&str> = households.iter().map(|household| household.id.as_str()).collect();
        let kept = |ids: Vec<String>, known: &BTreeSet<&str>| {
            let mut ids: Vec<String> = ids.into_iter().filter(|id| known.contains(id.as_str())).collect();
            ids.sort();
            ids
        };
        let cap = |cap: Cap| CapLine {
            homes: kept(cap.homes, &known),
            households: kept(cap.households, &in_it),
            name: cap.name,
            at_most: cap.at_most,
        };
        Self {
            homes: known.iter().map(|id| HomeLine { id: (*id).to_owned() }).collect(),
            caps: caps.into_iter().map(cap).collect(),
            fits: fits.into_iter().filter(|fit| targets.contains(fit.home.as_str())).collect(),
            max_moves: limits.moves,
            max_ring: limits.ring,
            max_chain: limits.chain,
            households,
        }
    }

    /// The file, to the byte.
    pub(super) fn text(&self) -> String {
        let mut text = serde_json::to_string(self).expect("ids and whole numbers can be written as JSON");
        text.push('\n');
        text
    }

    /// The limits that are in the file.
    pub fn caps(&self) -> &[CapLine] {
        &self.caps
    }
}

impl Scene {
    /// Whether somebody can get the home: it is vacant soon, or whoever lives there would move.
    fn is_target(&self, id: &str) -> bool {
        let lives_there = |candidate: &Candidate| candidate.lives_in.as_ref().is_some_and(|it| it.dwelling == id);
        self.homes.iter().any(|home| home.id() == id) || self.candidates.iter().any(lives_there)
    }
}

impl HouseholdLine {
    fn of(candidate: &Candidate) -> Self {
        Self {
            id: candidate.household.clone(),
            need_class: candidate.need_class(),
            home: candidate.lives_in.as_ref().map(|living| living.dwelling.clone()),
        }
    }
}

/// The fit as the solver may use it: what the rules let be proposed, as far as nobody has laid down otherwise.
fn allowed(pair: &Pair<'_>, standing: &[&Choice]) -> Option<FitLine> {
    let (household, home) = (pair.candidate.household.as_str(), pair.home.id());
    let line = || FitLine { household: household.to_owned(), home: home.to_owned(), score: pair.score };
    for choice in standing.iter().rev() {
        let ours = choice.household.as_deref() == Some(household);
        let there = choice.dwelling.as_deref() == Some(home);
        match choice.kind {
            ChoiceKind::Lock | ChoiceKind::Reserve if ours && there => return Some(line()),
            ChoiceKind::Lock | ChoiceKind::Reserve if ours || there => return None,
            ChoiceKind::Forbid if ours && there => return None,
            ChoiceKind::Lock | ChoiceKind::Reserve | ChoiceKind::Forbid | ChoiceKind::Hold | ChoiceKind::Cap => {}
        }
    }
    pair.may_be_proposed.then(line)
}
