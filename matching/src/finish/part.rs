//! What is left of a problem when most of it is decided: a smaller search, with fewer columns and rows to carry along.

use super::Search;
use super::tree::{FEW_COLUMNS, Tree};
use crate::bound::ExtraRow;
use crate::exchange::{Exchange, Row};

/// A part is searched on its own if it has at most this share of the columns, in percent.
const SMALL_PART: usize = 70;
/// The guide takes a column whole, or leaves it, as far as round-off lets one see.
const TAKEN: f64 = 0.999_999;
const LEFT: f64 = 0.000_001;
/// The search between the guide and the best plan is given up after so many steps.
const NODES_BETWEEN: usize = 60;

impl<'a> Search<'a> {
    /// Searches what is still open on its own, if that is much less than the whole. True if it was gone through whole.
    pub(super) fn search_open_part(&mut self, tree: &mut Tree, out_of_time: &dyn Fn() -> bool) -> Option<bool> {
        let open = self.held.iter().filter(|held| held.is_none()).count();
        if self.exchange.needs_cuts || open * 100 > self.held.len() * SMALL_PART {
            return None;
        }
        let (finished, at_most) = self.search_part(tree, self.most_nodes, false, out_of_time);
        tree.at_most = tree.at_most.min(at_most);
        Some(finished)
    }

    /// Looks for a better plan around what the guide and the best plan so far both take: that is held, and what there is
    /// no room for beside it is left. Of few columns, what both leave is left too: that is quick, and mostly enough.
    pub(super) fn search_between(&mut self, tree: &mut Tree, out_of_time: &dyn Fn() -> bool) {
        if self.exchange.needs_cuts {
            return;
        }
        let before = tree.mark();
        let few = self.held.len() <= FEW_COLUMNS;
        for column in 0..self.held.len() {
            let (value, taken) = (self.simplex.value(column), self.taken[column]);
            let agree = if taken { value > TAKEN } else { few && value < LEFT };
            if agree && self.held[column].is_none() {
                self.hold(column, taken, tree);
            }
        }
        let agreed: Vec<bool> = self.held.iter().map(|held| *held == Some(true)).collect();
        let room = self.room(&agreed);
        for column in 0..self.held.len() {
            let mut entries = self.exchange.columns[column].entries.iter();
            let in_the_way = |&(row, entry): &(u32, i32)| i64::from(entry) > room[row as usize].max(0);
            if self.held[column].is_none() && entries.any(in_the_way) {
                self.hold(column, false, tree);
            }
        }
        self.search_part(tree, NODES_BETWEEN, true, out_of_time);
        self.release(tree, before);
    }

    /// Searches what is not held. Gives whether it was gone through whole, and what there can be at most.
    fn search_part(
        &mut self,
        tree: &mut Tree,
        most_nodes: usize,
        is_between: bool,
        out_of_time: &dyn Fn() -> bool,
    ) -> (bool, i64) {
        let open: Vec<usize> = (0..self.held.len()).filter(|&column| self.held[column].is_none()).collect();
        let mut taken: Vec<bool> = self.held.iter().map(|held| *held == Some(true)).collect();
        let decided = self.worth(&tree.objective, &taken);
        let mut part = self.open_part(&open, &taken);
        let mut part_tree = Tree::new(open.iter().map(|&column| tree.objective[column]).collect(), tree.unit);
        part_tree.best = tree.best - decided;
        part_tree.cut_rounds = tree.cut_rounds;
        part_tree.is_part = true;
        part_tree.is_between = is_between;
        part.taken = open.iter().map(|&column| self.taken[column]).collect();
        part.most_nodes = most_nodes;
        part.set_costs(&part_tree.objective, tree.unit);
        part.takes_short_cuts = self.takes_short_cuts;
        part.known = std::mem::take(&mut self.known);
        let finished = part.explore(&mut part_tree, out_of_time);
        self.known = part.known;
        self.nodes += part.nodes;
        if part_tree.best > tree.best - decided {
            open.iter().zip(&part.taken).for_each(|(&column, part_takes)| taken[column] = *part_takes);
            tree.best = decided + part_tree.best;
            self.taken = taken;
        }
        (finished, part_tree.at_most.saturating_add(decided))
    }

    fn open_part(&self, open: &[usize], taken: &[bool]) -> Search<'a> {
        let room = self.room(taken);
        let mut most = vec![0; self.exchange.rows.len()];
        for &(row, count) in open.iter().flat_map(|&column| &self.exchange.columns[column].entries) {
            most[row as usize] += i64::from(count.max(0));
        }
        let mut new_row = vec![None; most.len()];
        let mut rows = Vec::new();
        let mut kept = Vec::new();
        for (at, row) in self.exchange.rows.iter().enumerate().filter(|(at, _)| most[*at] > room[*at]) {
            new_row[at] = Some(u32::try_from(rows.len()).expect("fewer rows than 32 bits can count"));
            rows.push(Row { kind: row.kind, limit: room[at] });
            kept.push(at);
        }
        let mut columns = Vec::with_capacity(open.len());
        let mut new_column = vec![None; self.held.len()];
        for (new, &column) in (0..).zip(open) {
            let mut line = self.exchange.columns[column].clone();
            let entries = line.entries.iter();
            line.entries = entries.filter_map(|&(row, count)| new_row[row as usize].map(|row| (row, count))).collect();
            columns.push(line);
            new_column[column] = Some(new);
        }
        let mut part = Search::new(self.problem, Exchange::of(columns, rows));
        let first = self.exchange.rows.len();
        for (at, (row, &limit)) in (first..).zip(self.extra.iter().zip(&room[first..])) {
            if !row.halves.is_empty() && self.simplex.is_slack(at) {
                continue;
            }
            let entries = row.entries.iter();
            let entries: Vec<(u32, i64)> =
                entries.filter_map(|&(column, count)| new_column[column as usize].map(|at| (at, count))).collect();
            if entries.iter().map(|entry| entry.1.max(0)).sum::<i64>() > limit {
                part.add_row(ExtraRow { entries, limit, halves: Vec::new() });
                kept.push(at);
            }
        }
        part.simplex.stand_like(&self.simplex, open, &kept);
        part
    }
}
