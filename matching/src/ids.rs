//! Where the ids of a problem file stand in its lists. A file may have a million fits, so each is looked up once.

use std::collections::HashMap;

use crate::file::ProblemFile;

/// The ids of a file, and what its fits refer to.
pub(crate) struct Ids<'a> {
    homes: HashMap<&'a str, u32>,
    households: HashMap<&'a str, u32>,
    /// By fit: its household and its home, by their lines in the file; `None` if there is no such line.
    pub fits: Vec<(Option<u32>, Option<u32>)>,
}

impl<'a> Ids<'a> {
    pub fn new(file: &'a ProblemFile<'_>) -> Self {
        let mut ids = Self {
            homes: (0..).zip(&file.homes).filter_map(|(at, line)| Some((line.id.text()?, at))).collect(),
            households: (0..).zip(&file.households).filter_map(|(at, line)| Some((line.id.text()?, at))).collect(),
            fits: Vec::with_capacity(file.fits.len()),
        };
        // Fits of one household mostly follow each other.
        let mut last = ("", None);
        for line in &file.fits {
            let household = line.household.text().unwrap_or_default();
            if last.1.is_none() || last.0 != household {
                last = (household, ids.household(household));
            }
            ids.fits.push((last.1, line.home.text().and_then(|home| ids.home(home))));
        }
        ids
    }

    pub fn home(&self, id: &str) -> Option<u32> {
        self.homes.get(id).copied()
    }

    pub fn household(&self, id: &str) -> Option<u32> {
        self.households.get(id).copied()
    }
}
