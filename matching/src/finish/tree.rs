//! The tree of choices: gone into as deep as it goes, and then on from the place that promises most.
//!
//! So plans are found on the way down, and no place is looked at that promises less than the best plan there is, but
//! for those on the way to one that promised more.

use super::Search;
use super::choices::{Choice, Next};
use super::guide::no_better;
use crate::bound::{Bound, Held};
use crate::cuts;
use crate::simplex::{Outcome, Standing};

/// Between dives for a better plan, so many steps of the search.
const DIVE_EVERY: usize = 50;
/// Of so few columns, a good plan is found as soon as the search begins; it need not be sought before. Of more, plans are
/// sought by short cuts at all times.
pub(super) const FEW_COLUMNS: usize = 3000;
/// Rounds of rows to help the guide, before the first choice.
const MOST_CUT_ROUNDS: usize = 4;
const CUTS_AT_ONCE: usize = 60;
/// When so many places wait, the latest is looked at first: they take room.
const MOST_OPEN: usize = 1000;
/// If a plan can be better by so little only, very many places promise the same: going deep finds one.
const NEARLY_THERE: i64 = 3;

/// The tree of choices for one part of the objective.
pub(super) struct Tree {
    pub(super) objective: Vec<i64>,
    pub(super) unit: i64,
    pub(super) best: i64,
    pub(super) root: Option<(Bound, Vec<f64>)>,
    /// It is part of a larger tree.
    pub(super) is_part: bool,
    /// It looks between the guide and the best plan.
    pub(super) is_between: bool,
    /// No plan better than the best has more than this.
    pub(super) at_most: i64,
    pub(super) cut_rounds: usize,
    last_bounds: [i64; 3],
    /// No choice has been made yet where the search is.
    pub(super) at_root: bool,
    open: Vec<Open>,
    opened: usize,
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
            is_between: false,
            at_most: i64::MAX,
            cut_rounds: 0,
            last_bounds: [i64::MAX; 3],
            at_root: true,
            open: Vec::new(),
            opened: 0,
            trail: Vec::new(),
            tightened: Vec::new(),
        }
    }

    /// The guide's cost beyond which no plan is better than the best, with room for its round-off.
    pub(super) fn cutoff(&self) -> f64 {
        if self.root.is_none() { f64::INFINITY } else { no_better(self.best, self.unit) }
    }

    /// The most there can be in any place that waits.
    fn most_open(&self) -> i64 {
        self.open.iter().map(|open| open.promise.at_most).max().unwrap_or(i64::MIN)
    }

    fn wait(&mut self, promise: Promise, place: Place, other_side: Choice) {
        self.opened += 1;
        self.open.push(Open { promise, opened: self.opened, place, other_side });
    }

    /// Is the latest place looked at first?
    fn goes_deep(&self) -> bool {
        self.open.len() >= MOST_OPEN || self.at_most.saturating_sub(self.best) <= NEARLY_THERE
    }

    /// The most promising place that waits, if there can be anything better than the best.
    fn next_open(&mut self) -> Option<Open> {
        self.open.retain(|open| open.promise.at_most > self.best);
        let goes_deep = self.goes_deep();
        let rank = |open: &Open| (if goes_deep { 0 } else { open.promise.thousandths }, open.opened);
        let next = (0..self.open.len()).max_by_key(|&at| rank(&self.open[at]))?;
        Some(self.open.swap_remove(next))
    }
}

/// Somewhere in the tree: all that is decided there, and where the guide stands.
struct Place {
    held: Vec<Held>,
    tightened: Vec<usize>,
    standing: Standing,
}

/// How good a plan there can be in a place.
#[derive(Clone, Copy)]
struct Promise {
    at_most: i64,
    /// The same before it is rounded down.
    thousandths: i64,
}

/// A place that waits to be looked at.
struct Open {
    promise: Promise,
    /// The later, the greater.
    opened: usize,
    place: Place,
    /// This choice is left there; it has been taken elsewhere.
    other_side: Choice,
}

impl Search<'_> {
    /// Goes through the tree of choices. True if it was gone through whole.
    pub(super) fn explore(&mut self, tree: &mut Tree, out_of_time: &dyn Fn() -> bool) -> bool {
        let mut nodes = 0;
        // No plan here has more.
        let mut here = Promise { at_most: i64::MAX, thousandths: i64::MAX };
        loop {
            if out_of_time() || nodes >= self.most_nodes {
                tree.at_most = tree.at_most.min(here.at_most.max(tree.most_open()));
                return false;
            }
            nodes += 1;
            self.nodes += 1;
            let outcome = self.simplex.solve(tree.cutoff(), out_of_time);
            if outcome == Outcome::Stopped && out_of_time() {
                tree.at_most = tree.at_most.min(here.at_most.max(tree.most_open()));
                return false;
            }
            let (bound, prices) = self.bound(tree);
            here.at_most = here.at_most.min(bound.at_most());
            here.thousandths = here.thousandths.min(bound.in_thousandths());
            if here.at_most > tree.best {
                self.hold_by_price(&bound, tree);
            }
            tree.root.get_or_insert((bound, prices));
            if tree.at_root {
                tree.at_most = tree.at_most.min(here.at_most);
            }
            if here.at_most > tree.best
                && outcome == Outcome::Optimal
                && tree.at_root
                && self.add_cuts(here.at_most, tree)
            {
                continue;
            }
            let dives = (self.takes_short_cuts || self.held.len() > FEW_COLUMNS)
                && !(self.is_growing && self.held.len() <= FEW_COLUMNS)
                && ((tree.at_root && !tree.is_part) || self.nodes % DIVE_EVERY == 1);
            if here.at_most > tree.best && outcome == Outcome::Optimal && dives {
                let before = tree.best;
                self.dive(tree, out_of_time);
                self.simplex.solve(tree.cutoff(), out_of_time);
                let is_worth_it = !tree.is_between && (!tree.is_part || self.held.len() > FEW_COLUMNS);
                if here.at_most > tree.best && is_worth_it {
                    self.search_between(tree, out_of_time);
                }
                if tree.best > before {
                    continue;
                }
            }
            if here.at_most > tree.best && outcome == Outcome::Cutoff {
                here.at_most = here.at_most.min(self.bound_along_ray(tree));
            }
            if here.at_most > tree.best {
                if self.try_what_the_guide_says(tree) {
                    continue;
                }
                if here.at_most > tree.best {
                    if tree.at_root
                        && let Some(finished) = self.search_open_part(tree, out_of_time)
                    {
                        return finished;
                    }
                    match self.next_choice(tree, outcome, out_of_time) {
                        Next::Try(choice) => {
                            tree.wait(here, self.place(tree), choice);
                            tree.at_root = false;
                            self.take(choice, tree);
                            continue;
                        }
                        Next::AskAgain => continue,
                        Next::Nothing => self.consider_what_is_held(tree),
                        Next::TurnBack => {}
                    }
                }
            }
            let Some(next) = tree.next_open() else { return true };
            here = next.promise;
            self.go_to(&next, tree);
        }
    }

    /// Where the search is now.
    fn place(&self, tree: &Tree) -> Place {
        let standing = self.simplex.standing().for_later();
        Place { held: self.held.clone(), tightened: tree.tightened.clone(), standing }
    }

    /// Decides what is decided in a place, and nothing else.
    fn go_to(&mut self, open: &Open, tree: &mut Tree) {
        self.release_rows(tree, 0);
        for &row in &open.place.tightened {
            self.set_tight(row, true);
            tree.tightened.push(row);
        }
        for column in std::mem::take(&mut tree.trail) {
            if self.held[column] == open.place.held[column] {
                tree.trail.push(column);
            } else {
                self.free(column);
            }
        }
        for (column, held) in open.place.held.iter().enumerate() {
            if let (Some(taken), None) = (held, self.held[column]) {
                self.hold(column, *taken, tree);
            }
        }
        // From one place to the next the guide finds its way as well from where it is.
        if !tree.goes_deep() {
            self.simplex.stand_at(&open.place.standing);
        }
        self.leave(open.other_side, tree);
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
}
