//! Choices tried out before one is made: the one that costs most, whichever way it goes, leaves the smallest tree.
#![expect(
    clippy::float_arithmetic,
    reason = "what to decide next is a choice; what a trial rules out is counted whole"
)]

use std::collections::HashMap;

use super::Search;
use super::choices::{Choice, Doubted, Next};
use super::guide::doubt;
use super::tree::Tree;
use crate::simplex::{Outcome, Standing};

/// A choice that was tried so often needs no more trials.
const TRIALS_OF_ONE: u32 = 2;
/// Trials before one choice, steps of the guide in each, and how many without a better choice are enough.
const TRIALS_AT_ONCE: usize = 6;
const STEPS: usize = 15;
const TRIALS_IN_VAIN: usize = 4;

/// No cost is taken for less.
const LEAST: f64 = 1e-9;

/// What it has cost to leave a fit and to take it, for each whole that the guide had to change its mind by.
#[derive(Default)]
pub(super) struct Known {
    of_fit: HashMap<u32, [Cost; 2]>,
    of_all: [Cost; 2],
}

#[derive(Clone, Copy, Default)]
struct Cost {
    total: f64,
    times: u32,
}

impl Cost {
    fn note(&mut self, cost: f64) {
        self.total += cost;
        self.times += 1;
    }

    fn mean(self) -> Option<f64> {
        (self.times > 0).then(|| self.total / f64::from(self.times))
    }
}

impl Known {
    fn times(&self, fit: u32) -> u32 {
        self.of_fit.get(&fit).map_or(0, |costs| costs[0].times.min(costs[1].times))
    }

    fn expected(&self, fit: u32, used: f64) -> f64 {
        let of_fit = self.of_fit.get(&fit).copied().unwrap_or_default();
        let per_whole = |side: usize| of_fit[side].mean().or(self.of_all[side].mean()).unwrap_or(1.0);
        product(per_whole(0) * used, per_whole(1) * (1.0 - used))
    }

    fn note(&mut self, one: Doubted, leaving: f64, taking: f64) {
        let of_fit = self.of_fit.entry(one.fit).or_default();
        for (side, per_whole) in [leaving / one.used, taking / (1.0 - one.used)].into_iter().enumerate() {
            of_fit[side].note(per_whole);
            self.of_all[side].note(per_whole);
        }
    }
}

fn product(leaving: f64, taking: f64) -> f64 {
    leaving.max(LEAST) * taking.max(LEAST)
}

/// Where the guide stands before the trials.
struct Trying {
    cost: f64,
    standing: Standing,
}

enum Side {
    /// So much worse.
    Costs(f64),
    /// Nothing better than the best plan is on this side: proven.
    Closed,
}

impl Search<'_> {
    /// Of these fits, the one that promises the smallest tree.
    pub(super) fn try_out(&mut self, doubted: &[Doubted], tree: &mut Tree, out_of_time: &dyn Fn() -> bool) -> Next {
        let mut ranked: Vec<(f64, Doubted)> =
            doubted.iter().map(|&one| (self.known.expected(one.fit, one.used), one)).collect();
        ranked.sort_by(|(one, a), (other, b)| {
            other.total_cmp(one).then(doubt(b.used).total_cmp(&doubt(a.used))).then(a.fit.cmp(&b.fit))
        });
        let trying = Trying { cost: self.simplex.total_cost(), standing: self.simplex.standing() };
        let mut best: Option<(f64, Choice)> = None;
        let (mut trials, mut in_vain) = (0, 0);
        for (mut promise, one) in ranked {
            let choice = Choice::Fit(one.fit, one.row);
            if self.known.times(one.fit) < TRIALS_OF_ONE {
                if trials >= TRIALS_AT_ONCE {
                    continue;
                }
                if out_of_time() {
                    return Next::AskAgain;
                }
                trials += 1;
                promise = match [false, true].map(|taken| self.try_side(choice, taken, &trying, tree)) {
                    [Side::Closed, Side::Closed] => return Next::TurnBack,
                    [Side::Closed, Side::Costs(_)] => {
                        self.take(choice, tree);
                        return Next::AskAgain;
                    }
                    [Side::Costs(_), Side::Closed] => {
                        self.leave(choice, tree);
                        return Next::AskAgain;
                    }
                    [Side::Costs(leaving), Side::Costs(taking)] => {
                        self.known.note(one, leaving, taking);
                        product(leaving, taking)
                    }
                };
            }
            if best.is_none_or(|(most, _)| promise > most) {
                best = Some((promise, choice));
                in_vain = 0;
            } else {
                in_vain += 1;
            }
            if in_vain >= TRIALS_IN_VAIN {
                break;
            }
        }
        best.map_or(Next::Nothing, |(_, choice)| Next::Try(choice))
    }

    /// Asks the guide what one side of a choice costs, and goes back.
    fn try_side(&mut self, choice: Choice, taken: bool, trying: &Trying, tree: &mut Tree) -> Side {
        let before = tree.mark();
        if taken {
            self.take(choice, tree);
        } else {
            self.leave(choice, tree);
        }
        let outcome = self.simplex.solve_for(STEPS, tree.cutoff(), &|| false);
        let closed = outcome == Outcome::Cutoff
            && (self.bound(tree).0.at_most() <= tree.best || self.bound_along_ray(tree) <= tree.best);
        let side = if closed { Side::Closed } else { Side::Costs((self.simplex.total_cost() - trying.cost).max(0.0)) };
        self.release(tree, before);
        self.simplex.stand_at(&trying.standing);
        side
    }
}
