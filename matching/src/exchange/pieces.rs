//! What can be done as a whole: a chain of sitting households, a ring, one placement.
//!
//! With prices on all limits, every fit has a *profit*: its weight less what it counts in, the home it takes being paid
//! for and the one it leaves being paid out. So the profit of a chain or ring is the sum of its fits' profits, and
//! those that profit enough are found by walking from home to home, turning back where even the best way on would not
//! do. What lengths allow is listed; what does not profit is never seen.

use super::Column;
use super::rows::merged;
use super::{Rows, Scope};
use crate::problem::Problem;

/// A walk that looks at more fits than this is given up.
const MOST_WORK: usize = 200_000_000;

/// The moves and placements of a problem, laid out for walking.
pub(crate) struct Pieces {
    /// Fits that are pieces of their own: placements, and moves too where lengths do not matter.
    singles: Vec<u32>,
    /// By home: sitting households that could move in.
    into: Vec<Vec<Step>>,
    vacant: Vec<usize>,
    chain: usize,
    ring: usize,
    any_length: bool,
    /// What each fit counts in, laid end to end.
    starts: Vec<usize>,
    entries: Vec<(u32, i32)>,
}

#[derive(Clone, Copy)]
struct Step {
    fit: u32,
    household: u32,
    /// The home it leaves.
    left: u32,
}

/// Is shown a piece, by its fits, and its profit.
type Show<'a> = dyn FnMut(&[u32], i64) -> Result<(), TooMany> + 'a;

/// The walk was too long.
pub(crate) struct TooMany;

impl Pieces {
    pub fn new(problem: &Problem, scope: &Scope, rows: &Rows<'_>) -> Self {
        let index = |at: usize| u32::try_from(at).expect("fewer fits, homes and households than 32 bits can count");
        let mut pieces = Self {
            singles: Vec::new(),
            into: vec![Vec::new(); problem.homes.len()],
            vacant: (0..problem.homes.len()).filter(|&home| problem.lives_in[home].is_none()).collect(),
            chain: scope.chain,
            ring: scope.ring,
            any_length: scope.any_length(),
            starts: vec![0],
            entries: Vec::new(),
        };
        for (at, fit) in problem.fits.iter().enumerate() {
            if !scope.possible(problem, at) {
                pieces.starts.push(pieces.entries.len());
                continue;
            }
            pieces.entries.extend(rows.entries(at));
            pieces.starts.push(pieces.entries.len());
            match problem.households[fit.household].home {
                Some(left) if !scope.any_length() => pieces.into[fit.home].push(Step {
                    fit: index(at),
                    household: index(fit.household),
                    left: index(left),
                }),
                Some(_) | None => pieces.singles.push(index(at)),
            }
        }
        pieces
    }

    /// Every move is a piece of its own.
    pub fn any_length(&self) -> bool {
        self.any_length
    }

    /// The column that does these fits together.
    pub fn column(&self, fits: &[u32]) -> Column {
        let mut fits = fits.to_vec();
        fits.sort_unstable();
        let entries = fits.iter().flat_map(|&fit| self.entries(fit as usize).iter().copied()).collect();
        Column { fits, place: 0, entries: merged(entries) }
    }

    /// What each fit brings beyond the prices of what it counts in. Fits that cannot be used bring nothing.
    pub fn profits(&self, weights: &[i64], prices: &[i64]) -> Vec<i64> {
        let paid = |fit: usize| -> i64 {
            self.entries(fit).iter().map(|&(row, count)| prices[row as usize] * i64::from(count)).sum()
        };
        weights.iter().enumerate().map(|(fit, weight)| weight - paid(fit)).collect()
    }

    /// How much each fit counts in this row.
    pub fn counted_in(&self, row: usize) -> Vec<i64> {
        let count = |fit: usize| self.entries(fit).iter().filter(|entry| entry.0 as usize == row);
        (0..self.starts.len() - 1).map(|fit| count(fit).map(|entry| i64::from(entry.1)).sum()).collect()
    }

    fn entries(&self, fit: usize) -> &[(u32, i32)] {
        &self.entries[self.starts[fit]..self.starts[fit + 1]]
    }

    /// Shows every piece whose profit is at least so much.
    pub fn each<'a>(&'a self, profits: &'a [i64], least: i64, show: &'a mut Show<'a>) -> Result<(), TooMany> {
        for fit in &self.singles {
            let profit = profits[*fit as usize];
            if profit >= least {
                show(&[*fit], profit)?;
            }
        }
        let longest = self.chain.max(self.ring);
        let mut walk = Walk {
            pieces: self,
            profits,
            least,
            ahead: self.best_ahead(profits, longest),
            path: Vec::new(),
            left: Vec::new(),
            work: 0,
            show,
        };
        if self.chain >= 1 {
            for &home in &self.vacant {
                walk.chain(home, 0)?;
            }
        }
        if self.ring >= 2 {
            walk.rings()?;
        }
        Ok(())
    }

    /// By number of moves and home: the most that up to so many moves, the first into this home, can profit. At least
    /// one move; `None` if nobody can move in.
    fn best_ahead(&self, profits: &[i64], longest: usize) -> Vec<Vec<Option<i64>>> {
        let mut ahead = vec![vec![None; self.into.len()]];
        for moves in 1..longest {
            let further = &ahead[moves - 1];
            let best = |steps: &Vec<Step>| {
                let on = |step: &Step| profits[step.fit as usize] + further[step.left as usize].unwrap_or(0).max(0);
                steps.iter().map(on).max()
            };
            let next = self.into.iter().map(best).collect();
            ahead.push(next);
        }
        ahead
    }
}

struct Walk<'a> {
    pieces: &'a Pieces,
    profits: &'a [i64],
    least: i64,
    ahead: Vec<Vec<Option<i64>>>,
    /// The fits of the walk, and the homes left.
    path: Vec<u32>,
    left: Vec<u32>,
    work: usize,
    show: &'a mut Show<'a>,
}

impl<'a> Walk<'a> {
    /// Goes on with everybody who can move into this home.
    fn chain(&mut self, home: usize, profit: i64) -> Result<(), TooMany> {
        let pieces: &'a Pieces = self.pieces;
        let steps = &pieces.into[home];
        self.count(steps.len())?;
        let further = pieces.chain - self.path.len() - 1;
        for step in steps {
            let profit = profit + self.profits[step.fit as usize];
            let goes_on = further > 0 && self.could_reach(further, step, profit);
            if (profit < self.least && !goes_on) || self.left.contains(&step.left) {
                continue;
            }
            self.path.push(step.fit);
            if profit >= self.least {
                (self.show)(&self.path, profit)?;
            }
            if goes_on {
                self.left.push(step.left);
                self.chain(step.left as usize, profit)?;
                self.left.pop();
            }
            self.path.pop();
        }
        Ok(())
    }

    fn could_reach(&self, further: usize, step: &Step, profit: i64) -> bool {
        self.ahead[further][step.left as usize].is_some_and(|ahead| profit + ahead >= self.least)
    }

    fn count(&mut self, work: usize) -> Result<(), TooMany> {
        self.work += work;
        if self.work > MOST_WORK { Err(TooMany) } else { Ok(()) }
    }

    /// Every ring, beginning with its first household.
    fn rings(&mut self) -> Result<(), TooMany> {
        let pieces: &'a Pieces = self.pieces;
        let mut closing: Vec<Vec<(usize, Step)>> = Vec::new();
        for (home, steps) in pieces.into.iter().enumerate() {
            for &step in steps {
                let household = step.household as usize;
                closing.resize_with(closing.len().max(household + 1), Vec::new);
                closing[household].push((home, step));
            }
        }
        let mut closes: Vec<Option<u32>> = vec![None; pieces.into.len()];
        for moves in closing {
            let Some(&(_, first)) = moves.first() else { continue };
            moves.iter().for_each(|(home, step)| closes[*home] = Some(step.fit));
            self.ring(first, first.left as usize, 0, &closes)?;
            moves.iter().for_each(|(home, _)| closes[*home] = None);
        }
        Ok(())
    }

    /// Goes on with everybody behind the first household who can move into this home, and closes the ring.
    fn ring(&mut self, first: Step, home: usize, profit: i64, closes: &[Option<u32>]) -> Result<(), TooMany> {
        let pieces: &'a Pieces = self.pieces;
        let steps = &pieces.into[home];
        self.count(steps.len())?;
        let further = pieces.ring - self.path.len() - 1;
        for step in steps {
            let profit = profit + self.profits[step.fit as usize];
            let could = step.household > first.household && self.could_reach(further, step, profit);
            if !could || self.left.contains(&step.left) {
                continue;
            }
            self.path.push(step.fit);
            if let Some(fit) = closes[step.left as usize] {
                let profit = profit + self.profits[fit as usize];
                if profit >= self.least {
                    self.path.push(fit);
                    (self.show)(&self.path, profit)?;
                    self.path.pop();
                }
            }
            if further >= 2 {
                self.left.push(step.left);
                self.ring(first, step.left as usize, profit, closes)?;
                self.left.pop();
            }
            self.path.pop();
        }
        Ok(())
    }
}
