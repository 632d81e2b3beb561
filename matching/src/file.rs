//! The problem file as it is written, before anything in it is believed.
//!
//! `homes` and `households` must be there, with an `id` for each; `fits` and `caps` may be left out. A score is a whole
//! number from 0 to [`LARGEST_SCORE`](crate::LARGEST_SCORE), a need class one from 1, and every other number one from 0.
//! `max_moves` is 0 where it is left out, `max_ring` 2 and `max_chain` 3; `null` is no limit. A key that means nothing is
//! not read, and [`Problem::not_read`] tells of it: a misspelt limit is no limit.

mod lines;

use std::borrow::Cow;
use std::collections::BTreeSet;

use crate::ids::Ids;
use crate::problem::{Cap, Fit, Household, Limit, Problem};

pub(crate) use lines::{FitLine, Id, LimitField, ProblemFile, Whole};

impl LimitField {
    fn or_default(&self, default: u32) -> Limit {
        match self {
            Self::Absent => Limit::AtMost(default),
            Self::Null => Limit::None,
            Self::Given(whole) => Limit::AtMost(u32::try_from(whole.number()).unwrap_or(u32::MAX)),
        }
    }
}

impl ProblemFile<'_> {
    /// Puts the file in its fixed order. Only for a file in which no contradiction was found.
    pub fn to_problem(&self, ids: &Ids<'_>) -> Problem {
        let (by_id, home_at) = ranked(self.homes.iter().map(|line| line.id.known()));
        let homes: Vec<String> = by_id.into_iter().map(|line| self.homes[line].id.known().to_owned()).collect();
        let (by_id, household_at) = ranked(self.households.iter().map(|line| line.id.known()));
        let home = |id: &Id<'_>| home_at[ids.home(id.known()).expect(KNOWN) as usize];
        let household = |id: &Id<'_>| household_at[ids.household(id.known()).expect(KNOWN) as usize];
        let class =
            |class: &Whole| u32::try_from(class.number()).expect("need classes out of range are contradictions");
        let households: Vec<Household> = by_id
            .into_iter()
            .map(|line| &self.households[line])
            .map(|line| Household {
                id: line.id.known().to_owned(),
                need_class: line.need_class.as_ref().map(class),
                home: line.home.as_ref().map(home),
            })
            .collect();
        let fits = self.fits.iter().zip(&ids.fits).map(|(line, &(household, home))| Fit {
            household: household_at[household.expect(KNOWN) as usize],
            home: home_at[home.expect(KNOWN) as usize],
            score: line.score.number(),
        });
        let mut fits: Vec<Fit> = fits.filter(|fit| households[fit.household].home != Some(fit.home)).collect();
        fits.sort_unstable_by_key(|fit| (fit.household, fit.home));
        let mut caps: Vec<Cap> = self
            .caps
            .iter()
            .map(|line| Cap {
                name: line.name.known().to_owned(),
                homes: sorted_set(line.homes.iter().map(home)),
                households: sorted_set(line.households.iter().map(household)),
                at_most: line.at_most.number(),
            })
            .collect();
        caps.sort_unstable();
        let mut lives_in = vec![None; homes.len()];
        for (at, household) in households.iter().enumerate() {
            if let Some(home) = household.home {
                lives_in[home] = Some(at);
            }
        }
        let mut first_fits = vec![0; households.len() + 1];
        for fit in &fits {
            first_fits[fit.household + 1] += 1;
        }
        for household in 0..households.len() {
            first_fits[household + 1] += first_fits[household];
        }
        let max_moves = self.max_moves.or_default(0);
        let (max_ring, max_chain) = (self.max_ring.or_default(2), self.max_chain.or_default(3));
        Problem {
            homes,
            households,
            fits,
            caps,
            max_moves,
            max_ring,
            max_chain,
            lives_in,
            first_fits,
            not_read: self.not_read(),
        }
    }
}

impl ProblemFile<'_> {
    /// The keys that mean nothing, each once: `max_move`, or `fits: weight`.
    fn not_read(&self) -> Vec<String> {
        fn of<'a>(part: &str, unknown: impl Iterator<Item = &'a [Cow<'a, str>]>) -> Vec<String> {
            let keys: BTreeSet<&str> = unknown.flatten().map(|key| &**key).collect();
            keys.into_iter().map(|key| format!("{part}: {key}")).collect()
        }
        let mut keys: Vec<String> = self.unknown.iter().map(|key| key.to_string()).collect();
        keys.extend(of("homes", self.homes.iter().map(|line| line.unknown.as_slice())));
        keys.extend(of("households", self.households.iter().map(|line| line.unknown.as_slice())));
        keys.extend(of("fits", self.fits.iter().map(|line| line.unknown.as_slice())));
        keys.extend(of("caps", self.caps.iter().map(|line| line.unknown.as_slice())));
        keys
    }
}

const KNOWN: &str = "an id that is not listed is a contradiction and was refused";

/// The lines in the order of their ids, and where in that order each stands.
fn ranked<'a>(ids: impl Iterator<Item = &'a str>) -> (Vec<usize>, Vec<usize>) {
    let ids: Vec<&str> = ids.collect();
    let mut order: Vec<usize> = (0..ids.len()).collect();
    order.sort_unstable_by_key(|&line| ids[line]);
    let mut rank = vec![0; ids.len()];
    order.iter().enumerate().for_each(|(at, &line)| rank[line] = at);
    (order, rank)
}

fn sorted_set(set: impl Iterator<Item = usize>) -> Vec<usize> {
    let mut set: Vec<usize> = set.collect();
    set.sort_unstable();
    set.dedup();
    set
}
