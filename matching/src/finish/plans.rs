//! Plans found on the way: by following the guide, or near what it says.

use super::Search;
use super::guide::doubt;
use super::tree::Tree;
use crate::bound::ExtraRow;
use crate::cuts;
use crate::simplex::Outcome;

/// Between plans made by rounding what the guide says, so many steps of the search.
const ROUND_EVERY: usize = 10;
/// A dive ends after so many questions to the guide.
const LONGEST_DIVE: usize = 60;
/// What a dive takes without more ado.
const NEARLY_SURE: f64 = 0.7;

impl Search<'_> {
    /// Follows the guide to a plan: takes what it is nearly sure of, asks again, until nothing is in doubt.
    pub(super) fn dive(&mut self, tree: &mut Tree, out_of_time: &dyn Fn() -> bool) {
        let before = tree.mark();
        for _ in 0..LONGEST_DIVE {
            let open = (0..self.held.len()).filter(|&column| self.held[column].is_none());
            let liked: Vec<(usize, f64)> =
                open.map(|column| (column, self.simplex.value(column))).filter(|(_, value)| *value > 1e-6).collect();
            let unsure = liked.iter().filter(|(_, value)| doubt(*value) > 1e-6);
            let Some(surest) = unsure.max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0))).copied() else {
                let taken = (0..self.held.len()).map(|column| self.simplex.value(column) > 0.5).collect::<Vec<bool>>();
                if cuts::too_long(self.problem, &self.exchange, &taken).is_empty() {
                    self.consider(taken, tree);
                }
                break;
            };
            let nearly_sure = liked.iter().filter(|(column, value)| *value > NEARLY_SURE || *column == surest.0);
            nearly_sure.for_each(|&(column, _)| self.hold(column, true, tree));
            if self.simplex.solve(tree.cutoff(), out_of_time) != Outcome::Optimal {
                break;
            }
        }
        self.release(tree, before);
    }

    /// Takes the guide's solution if it is whole, or makes a plan near it. True if it broke a length limit that is
    /// now cut off, so that the guide must be asked again.
    pub(super) fn try_what_the_guide_says(&mut self, tree: &mut Tree) -> bool {
        let values: Vec<f64> = (0..self.held.len()).map(|column| self.simplex.value(column)).collect();
        let whole = values.iter().all(|value| doubt(*value) < 1e-6);
        if whole {
            let taken: Vec<bool> = values.iter().map(|value| *value > 0.5).collect();
            let cuts = cuts::too_long(self.problem, &self.exchange, &taken);
            if cuts.is_empty() {
                self.consider(taken, tree);
            } else {
                for columns in cuts {
                    let limit = i64::try_from(columns.len()).expect("chains are short") - 1;
                    let entries = columns.into_iter().map(|at| (at, 1)).collect();
                    self.add_row(ExtraRow { entries, limit, halves: Vec::new() });
                }
                return true;
            }
        }
        if (!whole && self.nodes % ROUND_EVERY == 1) || tree.at_root {
            let taken = self.round(&values, &tree.objective);
            if cuts::too_long(self.problem, &self.exchange, &taken).is_empty() {
                self.consider(taken, tree);
            }
        }
        false
    }

    /// Nothing is left open: whatever the guide made of it, this is the one choice here.
    pub(super) fn consider_what_is_held(&mut self, tree: &mut Tree) {
        let taken: Vec<bool> = self.held.iter().map(|held| *held == Some(true)).collect();
        if cuts::too_long(self.problem, &self.exchange, &taken).is_empty() {
            self.consider(taken, tree);
        }
    }

    /// Keeps this choice if it is allowed and better than the best so far.
    fn consider(&mut self, taken: Vec<bool>, tree: &mut Tree) {
        let value = self.worth(&tree.objective, &taken);
        if value > tree.best && self.room(&taken).iter().all(|room| *room >= 0) {
            tree.best = value;
            self.taken = taken;
        }
    }

    pub(super) fn worth(&self, objective: &[i64], taken: &[bool]) -> i64 {
        objective.iter().zip(taken).filter(|(_, taken)| **taken).map(|(value, _)| value).sum()
    }

    /// What is left of every limit when these columns are taken.
    pub(super) fn room(&self, taken: &[bool]) -> Vec<i64> {
        let mut room: Vec<i64> = self.exchange.rows.iter().map(|row| row.limit).collect();
        for (column, _) in self.exchange.columns.iter().zip(taken).filter(|(_, taken)| **taken) {
            column.entries.iter().for_each(|&(row, entry)| room[row as usize] -= i64::from(entry));
        }
        room.extend(self.extra.iter().map(|row| {
            let used = row.entries.iter().filter(|(column, _)| taken[*column as usize]);
            row.limit - used.map(|(_, entry)| entry).sum::<i64>()
        }));
        room
    }

    /// A plan near the guide's: the columns it likes most first, as long as there is room.
    fn round(&self, values: &[f64], objective: &[i64]) -> Vec<bool> {
        let mut order: Vec<usize> = (0..values.len()).filter(|&at| self.held[at] != Some(false)).collect();
        order.sort_by(|&a, &b| values[b].total_cmp(&values[a]).then(objective[b].cmp(&objective[a])).then(a.cmp(&b)));
        let mut taken = vec![false; values.len()];
        let mut room: Vec<i64> = self.exchange.rows.iter().map(|row| row.limit).collect();
        loop {
            let before = taken.iter().filter(|taken| **taken).count();
            for &at in &order {
                let entries = &self.exchange.columns[at].entries;
                let fits = |&(row, entry): &(u32, i32)| entry <= 0 || room[row as usize] >= i64::from(entry);
                let wanted = values[at] > 0.5 || objective[at] > 0;
                if !taken[at] && wanted && entries.iter().all(fits) {
                    taken[at] = true;
                    entries.iter().for_each(|&(row, entry)| room[row as usize] -= i64::from(entry));
                }
            }
            if before == taken.iter().filter(|taken| **taken).count() {
                return taken;
            }
        }
    }
}
