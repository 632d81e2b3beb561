//! What to decide next, and what follows from deciding it.

use std::collections::BTreeMap;

use super::Search;
use super::guide::doubt;
use super::tree::Tree;

/// Something to decide: first it is taken for sure, then it is left for sure.
#[derive(Clone, Copy)]
pub(super) enum Choice {
    Column(usize),
    /// A household's fit, in whatever column; with the row that says the household gets one home.
    Fit(u32, usize),
}

impl Search<'_> {
    pub(super) fn set_tight(&mut self, row: usize, tight: bool) {
        self.tight[row] = tight;
        self.simplex.set_tight(row, tight);
    }

    /// What the guide is most in doubt about: placements of who waits first, then who begins a chain, for these decide
    /// most of what follows.
    #[expect(clippy::float_arithmetic, reason = "what to decide next is a choice")]
    pub(super) fn next_choice(&self) -> Option<Choice> {
        let mut uses: BTreeMap<u32, f64> = BTreeMap::new();
        for (column, line) in self.exchange.columns.iter().enumerate() {
            let value = self.simplex.value(column);
            if value > 1e-9 {
                line.fits.iter().for_each(|&fit| *uses.entry(fit).or_default() += value);
            }
        }
        let rank = |fit: u32| {
            let line = self.problem.fits[fit as usize];
            let waits = self.problem.households[line.household].home.is_none();
            2 * u8::from(waits) + u8::from(self.problem.lives_in[line.home].is_none())
        };
        let doubted = uses.into_iter().map(|(fit, used)| (fit, doubt(used))).filter(|(_, doubt)| *doubt > 1e-5);
        let most = doubted
            .map(|(fit, doubt)| (rank(fit), doubt, fit))
            .max_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)).then(b.2.cmp(&a.2)));
        let choice = most.and_then(|(_, _, fit)| {
            let row = self.household_row[self.problem.fits[fit as usize].household];
            row.filter(|row| !self.tight[*row]).map(|row| Choice::Fit(fit, row))
        });
        choice.or_else(|| self.branching_column().map(Choice::Column))
    }

    pub(super) fn take(&mut self, choice: Choice, tree: &mut Tree) {
        match choice {
            Choice::Column(column) => self.hold(column, true, tree),
            Choice::Fit(fit, row) => {
                self.set_tight(row, true);
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

    pub(super) fn release(&mut self, tree: &mut Tree, held_before: usize) {
        for column in tree.trail.drain(held_before..) {
            self.held[column] = None;
            self.simplex.set_bounds(column, 0.0, 1.0);
        }
    }
}
