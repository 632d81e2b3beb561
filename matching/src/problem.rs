//! The problem: who needs a home, which homes fit whom and how well, and the limits to keep.
//!
//! A [`Problem`] is put in one fixed order when it is made (ids sorted, indices into the sorted lists), so that
//! nothing later can depend on the order of the lists in the file it came from.

use crate::contradictions::{self, Contradiction};
use crate::file::ProblemFile;
use crate::ids::Ids;

/// An allocation run: everything the answer depends on, free of contradictions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    pub(crate) homes: Vec<String>,
    pub(crate) households: Vec<Household>,
    pub(crate) fits: Vec<Fit>,
    pub(crate) caps: Vec<Cap>,
    pub(crate) max_moves: Limit,
    pub(crate) max_ring: Limit,
    pub(crate) max_chain: Limit,
    /// Who lives in each home today.
    pub(crate) lives_in: Vec<Option<usize>>,
    /// By household: where its fits begin in the list of all. One more at the end.
    pub(crate) first_fits: Vec<usize>,
    /// What the file has that means nothing.
    pub(crate) not_read: Vec<String>,
}

/// Somebody on the list: waiting for a home, or living in one and willing to move.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Household {
    pub(crate) id: String,
    /// 1 is the most urgent. `None` counts only through its score.
    pub(crate) need_class: Option<u32>,
    /// Where it lives today, if that is one of the homes.
    pub(crate) home: Option<usize>,
}

/// This household can live in that home, and the office finds it this good.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fit {
    pub(crate) household: usize,
    pub(crate) home: usize,
    pub(crate) score: i64,
}

/// At most so many of these households in these homes: spread settlement, an entrance, a staffed building.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Cap {
    pub(crate) name: String,
    pub(crate) homes: Vec<usize>,
    pub(crate) households: Vec<usize>,
    pub(crate) at_most: i64,
}

/// An upper limit that may be lacking.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Limit {
    /// At most this many.
    AtMost(u32),
    /// As many as one likes.
    None,
}

impl Limit {
    /// Is `count` within the limit?
    pub fn allows(self, count: usize) -> bool {
        match self {
            Self::AtMost(most) => count <= most as usize,
            Self::None => true,
        }
    }

    /// The limit as a number, never more than what is possible at all.
    pub(crate) fn within(self, possible: usize) -> usize {
        match self {
            Self::AtMost(most) => possible.min(most as usize),
            Self::None => possible,
        }
    }
}

impl Problem {
    /// Reads a problem file. Fields the format does not know are passed over, so that a file may carry notes of its
    /// own; everything that contradicts itself is reported at once.
    ///
    /// A fit of a household with the home it already lives in says nothing: staying is always possible and earns no
    /// score.
    ///
    /// # Errors
    /// All the contradictions of the file, in a fixed order.
    pub fn from_json(bytes: &[u8]) -> Result<Self, Vec<Contradiction>> {
        let file: ProblemFile<'_> = serde_json::from_slice(bytes)
            .map_err(|error| vec![Contradiction::NotAProblemFile { reason: error.to_string() }])?;
        let ids = Ids::new(&file);
        let found = contradictions::find(&file, &ids);
        if found.is_empty() { Ok(file.to_problem(&ids)) } else { Err(found) }
    }

    /// The keys of the file that mean nothing and were not read, each once: `max_move`, or `fits: weight`.
    pub fn not_read(&self) -> &[String] {
        &self.not_read
    }

    /// How many homes, households and fits there are.
    pub fn size(&self) -> (usize, usize, usize) {
        (self.homes.len(), self.households.len(), self.fits.len())
    }

    /// What a cap lets through in the resulting state: never less than lives there today, for nobody is forced out.
    pub(crate) fn effective_limit(&self, cap: &Cap) -> i64 {
        cap.at_most.max(self.count_today(cap))
    }

    /// How many of the cap's households live in its homes today.
    pub(crate) fn count_today(&self, cap: &Cap) -> i64 {
        let counted = cap.households.iter().filter(|&&household| {
            self.households[household].home.is_some_and(|home| cap.homes.binary_search(&home).is_ok())
        });
        counted.map(|_| 1).sum()
    }

    /// The need classes in use, most urgent first.
    pub(crate) fn classes(&self) -> Vec<u32> {
        let mut classes: Vec<u32> = self.households.iter().filter_map(|household| household.need_class).collect();
        classes.sort_unstable();
        classes.dedup();
        classes
    }

    /// The fits of one household, by home.
    pub(crate) fn fits_of(&self, household: usize) -> &[Fit] {
        &self.fits[self.first_fit_of(household)..self.first_fit_of(household + 1)]
    }

    /// Where the fits of a household begin in the list of all.
    pub(crate) fn first_fit_of(&self, household: usize) -> usize {
        self.first_fits[household]
    }
}
