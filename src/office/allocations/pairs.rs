//! Who was held against which home, and could get it as far as the rules go.

use super::scene::{Candidate, Home, Scene};
use housing::dwellings::{Category, Rooms};
use housing::fit::{FitReading, could_fit};
use std::collections::BTreeMap;

/// A household and a home that have been held against each other. A week has many thousand pairs, so that only what
/// the plan needs is kept; whoever shows one holds them against each other again.
#[derive(Clone, Copy, Debug)]
pub struct Pair<'a> {
    pub candidate: &'a Candidate,
    pub home: &'a Home,
    pub may_be_proposed: bool,
    pub score: u32,
}

/// Everything that was held against each other and could be proposed or cleared up.
#[derive(Debug)]
pub struct Pairs<'a> {
    pub all: Vec<Pair<'a>>,
    /// In a register so large that not everything can be tried: so many homes were tried for each household.
    pub homes_each: Option<usize>,
}

/// The most that is tried, a household and a home at a time: a few seconds' work and some hundred megabytes. A
/// municipality's week has some ten thousand.
const MOST_TRIED: usize = 1_000_000;

/// What is tried first where not everything can be: homes in a wished area, then those with the lowest rent.
fn at_a_glance<'a>(candidate: &Candidate, home: &'a Home) -> (bool, i64, &'a str) {
    let area = home.facts.area.as_deref();
    let is_wished = area.is_some_and(|area| candidate.facts.wished_areas.iter().any(|wished| wished == area));
    (!is_wished, home.facts.rent.map_or(i64::MAX, |rent| rent.0), home.id())
}

impl Scene {
    /// Every household against the homes it could get, those that do not fit left out.
    pub(super) fn pairs(&self) -> Pairs<'_> {
        let kinds = self.kinds();
        let could_get: Vec<Vec<&Home>> = self.candidates.iter().map(|it| self.could_get(it, &kinds)).collect();
        let tried: usize = could_get.iter().map(Vec::len).sum();
        let homes_each = (tried > MOST_TRIED).then(|| (MOST_TRIED / self.candidates.len()).max(1));
        let mut all = Vec::new();
        for (candidate, mut homes) in self.candidates.iter().zip(could_get) {
            if let Some(each) = homes_each.filter(|each| homes.len() > *each) {
                homes.select_nth_unstable_by_key(each, |home| at_a_glance(candidate, home));
                homes.truncate(each);
            }
            for home in homes {
                let fit = self.fit(candidate, home);
                if fit.reading() != FitReading::DoesNot {
                    let (may_be_proposed, score) = (fit.may_be_proposed(), fit.score.total);
                    all.push(Pair { candidate, home, may_be_proposed, score });
                }
            }
        }
        Pairs { all, homes_each }
    }

    /// The homes that can be given or freed, by what rules most of them out.
    fn kinds(&self) -> BTreeMap<(Category, Option<Rooms>), Vec<&Home>> {
        let mut kinds: BTreeMap<_, Vec<&Home>> = BTreeMap::new();
        for home in self.targets() {
            kinds.entry((home.facts.category, home.facts.rooms)).or_default().push(home);
        }
        kinds
    }

    /// The homes that a household could get as far as their category and size go, but for its own.
    fn could_get<'a>(
        &'a self,
        candidate: &Candidate,
        kinds: &BTreeMap<(Category, Option<Rooms>), Vec<&'a Home>>,
    ) -> Vec<&'a Home> {
        let own = candidate.lives_in.as_ref().map(|living| living.dwelling.as_str());
        let could = |kind| could_fit(&self.rules.rules, &self.norm, &candidate.facts, kind);
        let fitting = kinds.iter().filter(|(kind, _)| could(**kind)).flat_map(|(_, homes)| homes);
        fitting.copied().filter(|home| Some(home.id()) != own).collect()
    }
}
