//! Which pieces join.

use super::Growing;
use super::settled::Settled;
use crate::exchange::{TooMany, fits_of};
use crate::plan::Plan;

/// So many pieces join at once, or two for each home, and so many of one household.
const JOIN_AT_ONCE: usize = 600;
const JOIN_OF_ONE: usize = 3;
/// To begin with, so many pieces for each home.
const FIRST_PER_HOME: usize = 4;
/// Looking for them is given up at so many times their number.
const SHOWN_FOR_ONE: usize = 20;
/// The first exact search is given about so many pieces, or so many for each home.
const FIRST_SEARCHED: usize = 1500;

const FIRST_OF_A_HOME: usize = 5;
/// The exact search is given no more pieces than this.
const MOST_SEARCHED: usize = 60_000;
/// More pieces than this are not looked through.
pub(super) const MOST_SHOWN: usize = 3_000_000;

impl Growing<'_> {
    /// The pieces that lose least at the first prices.
    pub(super) fn join_first(&mut self, scaled: &[i64]) -> Result<(), TooMany> {
        let profits = self.pieces.profits(scaled, &self.first_prices);
        let few = FIRST_PER_HOME * self.problem.homes.len();
        let mut loss = self.parts;
        let mut found = self.paying(&profits, 0, few, MOST_SHOWN)?;
        while found.len() < few && loss < 1 << 54 {
            match self.paying(&profits, -loss, few, SHOWN_FOR_ONE * few) {
                Ok(more) => found = more,
                // Fewer to begin with will do.
                Err(TooMany) => break,
            }
            loss *= 2;
        }
        self.join(found);
        Ok(())
    }

    /// Pieces to let join at once.
    pub(super) fn paying_now(&self, profits: &[i64], least: i64) -> Result<Vec<Vec<u32>>, TooMany> {
        self.paying(profits, least, JOIN_AT_ONCE.max(2 * self.problem.homes.len()), MOST_SHOWN)
    }

    /// Pieces that profit at least so much and are not at hand yet: the best, not too many of one household.
    fn paying(&self, profits: &[i64], least: i64, most: usize, most_shown: usize) -> Result<Vec<Vec<u32>>, TooMany> {
        let mut found: Vec<(i64, Vec<u32>)> = Vec::new();
        self.pieces.each(profits, least, &mut |fits, profit| {
            found.push((profit, fits.to_vec()));
            if found.len() > most_shown { Err(TooMany) } else { Ok(()) }
        })?;
        found.sort_unstable_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
        let mut times = vec![0; self.problem.households.len()];
        let mut chosen = Vec::new();
        for (_, fits) in found {
            let households = || fits.iter().map(|&fit| self.problem.fits[fit as usize].household);
            if households().all(|household| times[household] >= JOIN_OF_ONE) || self.known.contains(&sorted(&fits)) {
                continue;
            }
            households().for_each(|household| times[household] += 1);
            chosen.push(fits);
            if chosen.len() >= most {
                break;
            }
        }
        Ok(chosen)
    }

    /// Lets every piece join that loses at most so much.
    pub fn join_within(&mut self, settled: &Settled, loss: i64) -> Result<(), TooMany> {
        let found = self.losing(settled, loss, MOST_SEARCHED)?;
        self.join(found);
        Ok(())
    }

    /// A loss that few pieces keep within.
    pub fn first_loss(&self, settled: &Settled) -> i64 {
        let few = FIRST_SEARCHED.max(FIRST_OF_A_HOME * self.problem.homes.len());
        let mut loss = settled.parts;
        while loss < 1 << 54 && self.losing(settled, 2 * loss, few).is_ok() {
            loss *= 2;
        }
        loss
    }

    fn losing(&self, settled: &Settled, loss: i64, most: usize) -> Result<Vec<Vec<u32>>, TooMany> {
        let mut found = Vec::new();
        self.pieces.each(&settled.profits, -loss, &mut |fits, _| {
            found.push(fits.to_vec());
            if found.len() > most { Err(TooMany) } else { Ok(()) }
        })?;
        Ok(found)
    }

    pub(super) fn join(&mut self, found: Vec<Vec<u32>>) {
        let new: Vec<_> = found.into_iter().filter(|fits| self.known.insert(sorted(fits))).collect();
        self.search.add(new.iter().map(|fits| self.pieces.column(fits)).collect());
    }

    /// The pieces of a plan join.
    pub(super) fn join_plan(&mut self, plan: &Plan) {
        let mut found = Vec::new();
        for group in plan.groups(self.problem) {
            let (moves, placement) = fits_of(self.problem, plan, &group);
            found.extend(placement.map(|fit| vec![fit]));
            if self.pieces.any_length() {
                found.extend(moves.into_iter().map(|fit| vec![fit]));
            } else if !moves.is_empty() {
                found.push(moves);
            }
        }
        self.join(found);
    }
}

fn sorted(fits: &[u32]) -> Vec<u32> {
    let mut fits = fits.to_vec();
    fits.sort_unstable();
    fits
}
