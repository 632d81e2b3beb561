//! The tree of choices, gone through depth first.

use super::Search;
use super::choices::{Choice, Mark, Next};
use super::guide::no_better;
use crate::bound::Bound;
use crate::cuts;
use crate::simplex::Outcome;

/// Between dives for a better plan, so many steps of the search.
const DIVE_EVERY: usize = 50;
/// Rounds of rows to help the guide, before the first choice.
const MOST_CUT_ROUNDS: usize = 4;
const CUTS_AT_ONCE: usize = 60;
/// Of so few columns, a good plan is found as soon as the search begins; it need not be sought before.
const FEW_COLUMNS: usize = 3000;

/// The tree of choices for one part of the objective.
pub(super) struct Tree {
    pub(super) objective: Vec<i64>,
    pub(super) unit: i64,
    pub(super) best: i64,
    pub(super) root: Option<(Bound, Vec<f64>)>,
    /// It is part of a larger tree.
    pub(super) is_part: bool,
    /// No plan better than the best has more than this.
    pub(super) at_most: i64,
    pub(super) cut_rounds: usize,
    last_bounds: [i64; 3],
    pub(super) stack: Vec<Branch>,
    pub(super) trail: Vec<usize>,
    pub(super) tightened: Vec<usize>,
}

impl Tree {
    pub(super) fn new(objective: Vec<i64>, unit: i64) -> Self {
        Self {
            objective,
            unit,
            best: 0,
            root: None,
            is_part: false,
            at_most: i64::MAX,
            cut_rounds: 0,
            last_bounds: [i64::MAX; 3],
            stack: Vec::new(),
            trail: Vec::new(),
            tightened: Vec::new(),
        }
    }

    /// The guide's cost beyond which no plan is better than the best, with room for its round-off.
    pub(super) fn cutoff(&self) -> f64 {
        if self.root.is_none() { f64::INFINITY } else { no_better(self.best, self.unit) }
    }
}

/// A choice that can be taken back.
pub(super) struct Branch {
    choice: Choice,
    /// What was decided before the choice.
    before: Mark,
    /// The other side has been looked at too.
    last: bool,
}

impl Search<'_> {
    /// Goes through the tree of choices, up-branches first. True if it was gone through whole.
    pub(super) fn explore(&mut self, tree: &mut Tree, out_of_time: &dyn Fn() -> bool) -> bool {
        let mut nodes = 0;
        loop {
            if out_of_time() || nodes >= self.most_nodes {
                return false;
            }
            nodes += 1;
            self.nodes += 1;
            let outcome = self.simplex.solve(tree.cutoff(), out_of_time);
            if outcome == Outcome::Stopped && out_of_time() {
                return false;
            }
            let (bound, prices) = self.bound(tree);
            let mut at_most = bound.at_most();
            if at_most > tree.best {
                self.hold_by_price(&bound, tree);
            }
            tree.root.get_or_insert((bound, prices));
            if tree.stack.is_empty() {
                tree.at_most = tree.at_most.min(at_most);
            }
            let at_root = tree.stack.is_empty();
            if at_most > tree.best && outcome == Outcome::Optimal && at_root && self.add_cuts(at_most, tree) {
                continue;
            }
            let dives = self.takes_short_cuts && ((at_root && !tree.is_part) || self.nodes % DIVE_EVERY == 1);
            if at_most > tree.best && outcome == Outcome::Optimal && dives {
                let before = tree.best;
                self.dive(tree, out_of_time);
                self.simplex.solve(tree.cutoff(), out_of_time);
                if at_most > tree.best && !tree.is_part && (!self.is_growing || self.held.len() > FEW_COLUMNS) {
                    self.search_between(tree, out_of_time);
                }
                if tree.best > before {
                    continue;
                }
            }
            if at_most > tree.best && outcome == Outcome::Cutoff {
                at_most = at_most.min(self.bound_along_ray(tree));
            }
            if at_most > tree.best {
                if self.try_what_the_guide_says(tree) {
                    continue;
                }
                if at_most > tree.best {
                    if tree.stack.is_empty()
                        && let Some(finished) = self.search_open_part(tree, out_of_time)
                    {
                        return finished;
                    }
                    match self.next_choice(tree, outcome) {
                        Next::Try(choice) => {
                            tree.stack.push(Branch { choice, before: tree.mark(), last: false });
                            self.take(choice, tree);
                            continue;
                        }
                        Next::AskAgain => continue,
                        Next::Nothing => self.consider_what_is_held(tree),
                        Next::TurnBack => {}
                    }
                }
            }
            if !self.turn_back(tree) {
                return true;
            }
        }
    }

    /// Adds rows that the guide's halves do not keep. False if it is no use.
    fn add_cuts(&mut self, at_most: i64, tree: &mut Tree) -> bool {
        let gains_nothing = tree.cut_rounds > 3 && at_most >= tree.last_bounds[0];
        if self.is_growing || tree.cut_rounds >= MOST_CUT_ROUNDS || gains_nothing {
            return false;
        }
        tree.last_bounds.rotate_left(1);
        tree.last_bounds[2] = at_most;
        tree.cut_rounds += 1;
        let values: Vec<f64> = (0..self.held.len()).map(|column| self.simplex.value(column)).collect();
        let found = cuts::halves(&self.exchange, &self.extra, &values, CUTS_AT_ONCE);
        let any = !found.is_empty();
        found.into_iter().for_each(|row| self.add_row(row));
        any
    }

    /// Goes back to the last choice whose other side has not been looked at. False if there is none.
    fn turn_back(&mut self, tree: &mut Tree) -> bool {
        while let Some(branch) = tree.stack.pop() {
            self.release(tree, branch.before);
            if !branch.last {
                let choice = branch.choice;
                tree.stack.push(Branch { last: true, ..branch });
                self.leave(choice, tree);
                return true;
            }
        }
        false
    }
}
