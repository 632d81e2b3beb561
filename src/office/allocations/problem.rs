//! The problem file that the solver reads: who, which homes, what fits, and the limits, as the meeting has laid down.

use super::choices::{Choice, in_force};
use super::pairs::Pair;
use super::scene::{Candidate, Home, Scene, Stays};
use super::solving::Answer;
use super::what_if::Imagined;
use crate::store::StoreError;
use crate::store::allocations::ChoiceKind;
use housing::fit::{Cap, CapHome, CapHousehold, MoveLimits, caps};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

/// The problem as `husrom match` reads it. Lists are in one order, so that the same facts make the same file.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ProblemFile {
    pub(super) homes: Vec<HomeLine>,
    pub(super) households: Vec<HouseholdLine>,
    pub(super) fits: Vec<FitLine>,
    caps: Vec<CapLine>,
    pub(super) max_moves: Option<u32>,
    max_ring: Option<u32>,
    max_chain: Option<u32>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct HomeLine {
    pub(super) id: String,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct HouseholdLine {
    pub(super) id: String,
    pub(super) need_class: Option<u32>,
    pub(super) home: Option<String>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct FitLine {
    pub(super) household: String,
    pub(super) home: String,
    pub(super) score: u32,
}

/// A limit for one place.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct CapLine {
    pub name: String,
    pub homes: Vec<String>,
    pub households: Vec<String>,
    pub at_most: u32,
}

impl CapLine {
    /// Whether it counts a household that lives in one of its homes.
    pub(super) fn counts(&self, household: &str) -> bool {
        self.households.binary_search_by(|one| one.as_str().cmp(household)).is_ok()
    }

    /// Whether it would count this household in this home.
    pub(super) fn is_about(&self, household: &str, home: &str) -> bool {
        self.counts(household) && self.homes.iter().any(|one| one == home)
    }
}

impl Scene {
    /// The limits of every place where one of the homes lies, as the rules have them.
    fn caps(&self, imagined: &Imagined) -> Vec<Cap> {
        let buildings: BTreeMap<&str, String> =
            self.all_homes().map(|home| (home.id(), home.dwelling.facts.address.street_line())).collect();
        let known = self.all_homes().map(|home| CapHome {
            id: home.id(),
            building: &buildings[home.id()],
            entrance: home.facts.traits.entrance.as_deref(),
            area: home.facts.area.as_deref(),
        });
        // A home that is only imagined stands in a building of its own.
        let beside = imagined.homes.iter().map(|(id, facts)| CapHome {
            id,
            building: id,
            entrance: None,
            area: facts.area.as_deref(),
        });
        let homes: Vec<CapHome<'_>> = known.chain(beside).collect();
        let candidates = self.candidates.iter().map(|it| CapHousehold {
            id: &it.household,
            groups: &it.groups,
            follow_up: it.facts.follow_up,
        });
        let stay =
            self.stays.iter().map(|it| CapHousehold { id: &it.household, groups: &it.groups, follow_up: it.follow_up });
        let newcomers = imagined.households.iter().map(|it| CapHousehold {
            id: &it.id,
            groups: &it.groups,
            follow_up: it.facts.follow_up,
        });
        let households: Vec<CapHousehold<'_>> = candidates.chain(stay).chain(newcomers).collect();
        caps(&self.rules.rules, &homes, &households)
    }

    /// Whether the rules have a limit of this name for one of the places.
    pub(super) fn has_cap(&self, name: &str) -> bool {
        self.caps(&Imagined::default()).iter().any(|cap| cap.name == name)
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
                households: [one.clone(), other.clone()].into(),
                at_most: 1,
            })
        });
        caps.collect()
    }
}

/// What the names of limits that keep households apart begin with.
pub const KEPT_APART: &str = "Skjerming";

impl ProblemFile {
    /// The problem of a scene under what a meeting has laid down, and what is imagined beside it.
    pub(super) fn of(
        scene: &Scene,
        pairs: &[Pair<'_>],
        (choices, limits): (&[Choice], MoveLimits),
        imagined: &Imagined,
    ) -> Self {
        let standing = in_force(choices);
        let held =
            |id: &str| standing.iter().any(|it| it.kind == ChoiceKind::Hold && it.dwelling.as_deref() == Some(id));
        let known = scene.targets().into_iter().map(Home::id).filter(|id| !held(id));
        let targets: BTreeSet<&str> = known.chain(imagined.homes.iter().map(|(id, _)| id.as_str())).collect();
        let tried = imagined.fits(scene);
        let tried = tried.into_iter().map(|(household, home, fit)| Tried {
            household,
            home,
            may_be_proposed: fit.may_be_proposed(),
            score: fit.score.total,
        });
        let given = given(scene, &standing);
        let is_given =
            |it: &Tried<'_>| given.iter().any(|other| other.household == it.household && other.home == it.home);
        let others = pairs.iter().map(Tried::of).filter(|tried| !is_given(tried));
        let mut fits: Vec<FitLine> = others.chain(tried).filter_map(|tried| allowed(&tried, &standing)).collect();
        fits.extend(given.iter().filter_map(|tried| allowed(tried, &standing)));
        fits.retain(|fit| targets.contains(fit.home.as_str()));
        fits.sort_unstable_by(|one, other| (&one.household, &one.home).cmp(&(&other.household, &other.home)));
        let mut caps = scene.caps(imagined);
        for cap in &mut caps {
            let changed = standing.iter().rfind(|it| it.kind == ChoiceKind::Cap && it.cap.as_ref() == Some(&cap.name));
            let meeting = changed.and_then(|choice| choice.at_most);
            cap.at_most = imagined.at_most(&cap.name).or(meeting).unwrap_or(cap.at_most);
        }
        caps.extend(scene.keeping_apart(&targets));
        let mut caps = counted(scene, caps, &fits);
        caps.retain(|cap| could_bind(cap, &targets));
        Self::with(scene, (imagined, limits), (&targets, fits, caps))
    }

    /// As [`ProblemFile::of`], once it is known what fits whom and which limits there are.
    fn with(
        scene: &Scene,
        (imagined, limits): (&Imagined, MoveLimits),
        (targets, fits, mut caps): (&BTreeSet<&str>, Vec<FitLine>, Vec<CapLine>),
    ) -> Self {
        let limits = imagined.limits.unwrap_or(limits);
        let counted: BTreeSet<&str> = caps.iter().flat_map(|cap| &cap.households).map(String::as_str).collect();
        let places: BTreeSet<&str> = caps.iter().flat_map(|cap| &cap.homes).map(String::as_str).collect();
        let is_counted = |it: &&Stays| counted.contains(it.household.as_str()) && places.contains(it.dwelling.as_str());
        let stay: Vec<&Stays> = scene.stays.iter().filter(is_counted).collect();
        let known: BTreeSet<&str> = targets.iter().copied().chain(stay.iter().map(|it| it.dwelling.as_str())).collect();
        let mut households: Vec<HouseholdLine> = scene.candidates.iter().map(HouseholdLine::of).collect();
        households.extend(stay.iter().map(|it| HouseholdLine {
            id: it.household.clone(),
            need_class: None,
            home: Some(it.dwelling.clone()),
        }));
        households.extend(imagined.households.iter().map(|it| HouseholdLine {
            id: it.id.clone(),
            need_class: Some(it.need_class),
            home: None,
        }));
        households.sort_by(|one, other| one.id.cmp(&other.id));
        for cap in &mut caps {
            cap.homes.retain(|id| known.contains(id.as_str()));
        }
        Self {
            homes: known.iter().map(|id| HomeLine { id: (*id).to_owned() }).collect(),
            caps,
            fits,
            max_moves: limits.moves,
            max_ring: limits.ring,
            max_chain: limits.chain,
            households,
        }
    }

    /// Every limit for spread settlement, those that keep households apart too.
    pub(super) fn caps(&self) -> &[CapLine] {
        &self.caps
    }

    /// How many tenants may move; `None` is no limit.
    pub(super) fn max_moves(&self) -> Option<u32> {
        self.max_moves
    }

    /// Reads a problem as it was kept.
    pub(super) fn read(text: &str) -> Result<Self, StoreError> {
        let unreadable =
            |error: serde_json::Error| StoreError::Corrupt { what: "allocation problem", found: error.to_string() };
        serde_json::from_str(text).map_err(unreadable)
    }

    /// The file, to the byte.
    pub(super) fn text(&self) -> String {
        let mut text = serde_json::to_string(self).expect("ids and whole numbers can be written as JSON");
        text.push('\n');
        text
    }

    /// The limits of policy; those that keep households apart are nobody's business.
    pub(super) fn of_policy(&self) -> impl Iterator<Item = &CapLine> {
        self.caps.iter().filter(|cap| !cap.name.starts_with(KEPT_APART))
    }

    /// How many a limit counts today.
    pub(super) fn counted_today(&self, cap: &CapLine) -> usize {
        let lives_there = |it: &&HouseholdLine| it.home.as_ref().is_some_and(|home| cap.homes.contains(home));
        self.households.iter().filter(lives_there).filter(|it| cap.households.contains(&it.id)).count()
    }

    /// The same problem without a home in which nobody lives.
    pub(super) fn without_home(&self, id: &str) -> Self {
        let mut without = self.clone();
        without.homes.retain(|home| home.id != id);
        without.fits.retain(|fit| fit.home != id);
        for cap in &mut without.caps {
            cap.homes.retain(|home| home != id);
        }
        without
    }

    /// The same problem with room for one more under a limit, whatever it counts today.
    pub(super) fn with_one_more_in(&self, name: &str) -> Self {
        let mut with = self.clone();
        for cap in with.caps.iter_mut().filter(|cap| cap.name == name) {
            let today = u32::try_from(self.counted_today(cap)).unwrap_or(u32::MAX - 1);
            cap.at_most = cap.at_most.max(today) + 1;
        }
        with
    }

    /// The same problem with one more move.
    pub(super) fn with_one_more_move(&self) -> Self {
        Self { max_moves: self.max_moves.map(|most| most.saturating_add(1)), ..self.clone() }
    }

    /// Whom each limit of policy counts once an answer is carried out, by its name.
    pub(super) fn counted(&self, answer: &Answer) -> HashMap<&str, BTreeSet<String>> {
        let goes: HashMap<&str, &str> =
            answer.placements.iter().map(|placed| (placed.household.as_str(), placed.to.as_str())).collect();
        let lives = |it: &'_ HouseholdLine| goes.get(it.id.as_str()).copied().map(str::to_owned).or(it.home.clone());
        let lives: HashMap<String, &str> =
            self.households.iter().filter_map(|it| Some((lives(it)?, it.id.as_str()))).collect();
        let counted = |cap: &CapLine| {
            let live_there = cap.homes.iter().filter_map(|home| lives.get(home).copied());
            live_there.filter(|one| cap.counts(one)).map(str::to_owned).collect()
        };
        self.of_policy().map(|cap| (cap.name.as_str(), counted(cap))).collect()
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

/// The limits with those they can come to count: whoever lives in one of the homes, or could get one.
fn counted(scene: &Scene, caps: Vec<Cap>, fits: &[FitLine]) -> Vec<CapLine> {
    let mut could_live: HashMap<&str, Vec<&str>> = HashMap::new();
    for fit in fits {
        could_live.entry(&fit.home).or_default().push(&fit.household);
    }
    let sits = scene.candidates.iter().filter_map(|it| Some((it.lives_in.as_ref()?.dwelling.as_str(), &it.household)));
    let stays = scene.stays.iter().map(|it| (it.dwelling.as_str(), &it.household));
    for (home, household) in sits.chain(stays) {
        could_live.entry(home).or_default().push(household);
    }
    let line = |cap: Cap| {
        let near = cap.homes.iter().filter_map(|home| could_live.get(home.as_str())).flatten();
        let near: BTreeSet<&str> = near.copied().collect();
        let mut households: Vec<String> = if near.len() < cap.households.len() {
            let all: HashSet<&str> = cap.households.iter().map(String::as_str).collect();
            near.into_iter().filter(|household| all.contains(household)).map(str::to_owned).collect()
        } else {
            cap.households.iter().filter(|household| near.contains(household.as_str())).cloned().collect()
        };
        households.sort_unstable();
        let mut homes = cap.homes;
        homes.sort_unstable();
        CapLine { name: cap.name, homes, households, at_most: cap.at_most }
    };
    caps.into_iter().map(line).collect()
}

/// Whether a limit can make a difference: it counts more than it allows, where one of them can move in.
fn could_bind(cap: &CapLine, targets: &BTreeSet<&str>) -> bool {
    let at_most = cap.at_most as usize;
    let is_alone = cap.homes.len() == 1 && at_most > 0;
    !is_alone && cap.households.len() > at_most && cap.homes.iter().any(|home| targets.contains(home.as_str()))
}

/// What the meeting gives to somebody, whether it fits or not.
fn given<'a>(scene: &'a Scene, standing: &[&Choice]) -> Vec<Tried<'a>> {
    let mut given: Vec<Tried<'a>> = Vec::new();
    for choice in standing {
        let known = choice.given_to().and_then(|(household, home)| scene.candidate(household).zip(scene.home(home)));
        let Some((candidate, home)) = known else { continue };
        let (household, home_id) = (candidate.household.as_str(), home.id());
        if given.iter().all(|other| other.household != household || other.home != home_id) {
            let fit = scene.fit(candidate, home);
            let (may_be_proposed, score) = (fit.may_be_proposed(), fit.score.total);
            given.push(Tried { household, home: home_id, may_be_proposed, score });
        }
    }
    given
}

/// A household and a home as they were tried, known or imagined.
struct Tried<'a> {
    household: &'a str,
    home: &'a str,
    may_be_proposed: bool,
    score: u32,
}

impl<'a> Tried<'a> {
    fn of(pair: &Pair<'a>) -> Self {
        let (household, home) = (pair.candidate.household.as_str(), pair.home.id());
        Self { household, home, may_be_proposed: pair.may_be_proposed, score: pair.score }
    }
}

/// The fit as the solver may use it: what the rules let be proposed, as far as nobody has laid down otherwise.
fn allowed(tried: &Tried<'_>, standing: &[&Choice]) -> Option<FitLine> {
    let line = || FitLine { household: tried.household.to_owned(), home: tried.home.to_owned(), score: tried.score };
    for choice in standing.iter().rev() {
        let ours = choice.household.as_deref() == Some(tried.household);
        let there = choice.dwelling.as_deref() == Some(tried.home);
        match choice.kind {
            ChoiceKind::Lock | ChoiceKind::Reserve if ours && there => return Some(line()),
            ChoiceKind::Lock | ChoiceKind::Reserve if ours || there => return None,
            ChoiceKind::Forbid if ours && there => return None,
            ChoiceKind::Lock
            | ChoiceKind::Reserve
            | ChoiceKind::Forbid
            | ChoiceKind::Hold
            | ChoiceKind::Cap
            | ChoiceKind::Moves
            | ChoiceKind::Ring
            | ChoiceKind::Chain => {}
        }
    }
    tried.may_be_proposed.then(line)
}
