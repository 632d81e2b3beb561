//! What to decide next, and what follows from deciding it.

use std::collections::BTreeMap;

use super::Search;
use super::guide::doubt;
use super::tree::Tree;
use crate::simplex::Outcome;

/// Something to decide: first it is taken for sure, then it is left for sure.
#[derive(Clone, Copy)]
pub(super) enum Choice {
    Column(usize),
    /// A household's fit, in whatever column; with the row that says the household gets one home.
    Fit(u32, usize),
}

/// A fit the guide uses in part, and how much; with the row of its household.
#[derive(Clone, Copy)]
pub(super) struct Doubted {
    pub fit: u32,
    pub row: usize,
    pub used: f64,
}

/// What is to be done next in the tree.
pub(super) enum Next {
    Try(Choice),
    /// Something was decided on the way.
    AskAgain,
    /// There is nothing better here.
    TurnBack,
    /// All is decided.
    Nothing,
}

/// How much was decided at some point.
#[derive(Clone, Copy, Default)]
pub(super) struct Mark {
    held: usize,
    tightened: usize,
}

impl Tree {
    pub(super) fn mark(&self) -> Mark {
        Mark { held: self.trail.len(), tightened: self.tightened.len() }
    }
}

impl Search<'_> {
    /// Has a household placed for sure, or lets it be open again.
    pub(super) fn set_tight(&mut self, row: usize, tight: bool) {
        self.tight[row] = tight;
        self.simplex.set_tight(row, tight);
    }

    /// What to decide next: what the guide doubts and what, either way, costs most.
    pub(super) fn next_choice(&mut self, tree: &mut Tree, outcome: Outcome, out_of_time: &dyn Fn() -> bool) -> Next {
        let doubted = if outcome == Outcome::Optimal { self.doubted_fits() } else { Vec::new() };
        if doubted.is_empty() {
            return self.branching_column().map_or(Next::Nothing, |column| Next::Try(Choice::Column(column)));
        }
        self.try_out(&doubted, tree, out_of_time)
    }

    /// Fits the guide uses in part, and how much, of households not yet decided on.
    #[expect(clippy::float_arithmetic, reason = "what to decide next is a choice")]
    fn doubted_fits(&self) -> Vec<Doubted> {
        let mut uses: BTreeMap<u32, f64> = BTreeMap::new();
        for (column, line) in self.exchange.columns.iter().enumerate() {
            let value = self.simplex.value(column);
            if value > 1e-9 {
                line.fits.iter().for_each(|&fit| *uses.entry(fit).or_default() += value);
            }
        }
        let open = |(fit, used): (u32, f64)| {
            let row = self.household_row[self.problem.fits[fit as usize].household]?;
            (doubt(used) > 1e-5 && !self.tight[row]).then_some(Doubted { fit, row, used })
        };
        uses.into_iter().filter_map(open).collect()
    }

    pub(super) fn take(&mut self, choice: Choice, tree: &mut Tree) {
        match choice {
            Choice::Column(column) => self.hold(column, true, tree),
            Choice::Fit(fit, row) => {
                self.set_tight(row, true);
                tree.tightened.push(row);
                let wanted = self.problem.fits[fit as usize];
                for column in 0..self.held.len() {
                    let in_the_way = |other: &u32| {
                        let line = self.problem.fits[*other as usize];
                        *other != fit && (line.household == wanted.household || line.home == wanted.home)
                    };
                    if self.held[column].is_none() && self.exchange.columns[column].fits.iter().any(in_the_way) {
                        self.hold(column, false, tree);
                    }
                }
            }
        }
    }

    pub(super) fn leave(&mut self, choice: Choice, tree: &mut Tree) {
        match choice {
            Choice::Column(column) => self.hold(column, false, tree),
            Choice::Fit(fit, _) => {
                for column in 0..self.held.len() {
                    if self.held[column].is_none() && self.exchange.columns[column].fits.contains(&fit) {
                        self.hold(column, false, tree);
                    }
                }
            }
        }
    }

    /// The open column the guide is most in doubt about; any open one if it is in no doubt.
    fn branching_column(&self) -> Option<usize> {
        let open = (0..self.held.len()).filter(|&column| self.held[column].is_none());
        open.map(|column| (column, doubt(self.simplex.value(column))))
            .max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0)))
            .map(|(column, _)| column)
    }

    pub(super) fn hold(&mut self, column: usize, taken: bool, tree: &mut Tree) {
        self.held[column] = Some(taken);
        let at = if taken { 1.0 } else { 0.0 };
        self.simplex.set_bounds(column, at, at);
        tree.trail.push(column);
    }

    /// Takes back all that was decided since.
    pub(super) fn release(&mut self, tree: &mut Tree, before: Mark) {
        self.release_rows(tree, before.tightened);
        for column in tree.trail.drain(before.held..) {
            self.free(column);
        }
    }

    /// Lets all but the first so many households be open again.
    pub(super) fn release_rows(&mut self, tree: &mut Tree, kept: usize) {
        for row in tree.tightened.drain(kept..) {
            self.set_tight(row, false);
        }
    }

    pub(super) fn free(&mut self, column: usize) {
        self.held[column] = None;
        self.simplex.set_bounds(column, 0.0, 1.0);
    }
}
