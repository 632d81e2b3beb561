//! Columns as single moves in their places of a chain, with rings as a whole.
//!
//! A move stands in a chain's first, second, … place, and only a home left by a move in place k can be taken by a move
//! in place k+1. Where there would be too many places or rings, single moves are taken freely instead and the search
//! cuts off what is too long when it meets it.

use super::rows::merged;
use super::{Column, Exchange, Form, RowKind, Rows, Scope, rings};
use crate::problem::Problem;

/// More columns than this are not written out for positions and rings.
const MOST_COLUMNS: usize = 400_000;

impl Exchange {
    /// Writes the problem out, with only those fits that `keep` lets through.
    pub fn new(problem: &Problem, keep: &dyn Fn(usize) -> bool) -> Self {
        let scope = Scope::new(problem);
        let fits: Vec<usize> =
            (0..problem.fits.len()).filter(|&fit| scope.possible(problem, fit) && keep(fit)).collect();
        let is_move = |fit: usize| problem.households[problem.fits[fit].household].home.is_some();
        let to_vacant = |fit: usize| problem.lives_in[problem.fits[fit].home].is_none();
        let links = fits.iter().filter(|&&fit| is_move(fit) && !to_vacant(fit)).count();

        let any_length = scope.any_length();
        let in_places = links.saturating_mul(scope.chain.saturating_sub(1));
        let ring_limit = MOST_COLUMNS.saturating_sub(in_places);
        let rings_flow = scope.ring >= scope.moves && scope.ring > 3;
        let listed = match scope.ring {
            0 => Some(Vec::new()),
            _ if rings_flow => None,
            longest => rings::list(problem, &fits, longest, ring_limit),
        };
        let by_places = !any_length && in_places < MOST_COLUMNS && (rings_flow || listed.is_some());

        let mut writing = Writing::new(problem, &scope);
        if by_places {
            writing.open_positions(scope.chain);
        }
        for &fit in &fits {
            if by_places && is_move(fit) {
                let places = if to_vacant(fit) { 1..=scope.chain.min(1) } else { 2..=scope.chain };
                places.for_each(|place| writing.single(fit, place));
            } else {
                writing.single(fit, 1);
            }
        }
        if by_places {
            match listed {
                Some(listed) => listed.into_iter().for_each(|ring| writing.ring(ring)),
                None => {
                    writing.open_circulation();
                    let links = fits.iter().copied().filter(|&fit| is_move(fit) && !to_vacant(fit));
                    links.for_each(|fit| writing.link_in_ring(fit));
                }
            }
        }
        let form = if by_places { Form::Places } else { Form::Singles };
        writing.finish(!any_length && !by_places, form)
    }
}

/// The rows and columns while they are being written.
struct Writing<'a> {
    problem: &'a Problem,
    scope: &'a Scope,
    rows: Rows<'a>,
    columns: Vec<Column>,
    /// By sitting household: the row of its first position, if positions are kept.
    position_row: Vec<Option<u32>>,
    positions: usize,
    ring_row: Vec<Option<u32>>,
}

impl<'a> Writing<'a> {
    fn new(problem: &'a Problem, scope: &'a Scope) -> Self {
        let households = problem.households.len();
        Self {
            problem,
            scope,
            rows: Rows::new(problem, scope),
            columns: Vec::new(),
            position_row: vec![None; households],
            positions: 0,
            ring_row: vec![None; households],
        }
    }

    /// A row for every place in a chain that can be followed by another, for everybody who might move.
    fn open_positions(&mut self, chain: usize) {
        self.positions = chain;
        if chain < 2 {
            return;
        }
        for household in (0..self.problem.households.len()).filter(|&at| self.scope.movable[at]) {
            let first = self.rows.add(RowKind::Position, 0);
            (2..chain).for_each(|_| {
                self.rows.add(RowKind::Position, 0);
            });
            self.position_row[household] = Some(first);
        }
    }

    fn open_circulation(&mut self) {
        for household in (0..self.problem.households.len()).filter(|&at| self.scope.movable[at]) {
            self.ring_row[household] = Some(self.rows.add(RowKind::Ring, 0));
        }
    }

    /// A placement, or a move at this place of a chain.
    fn single(&mut self, fit: usize, place: usize) {
        let Self { problem, .. } = *self;
        let household = problem.fits[fit].household;
        let sitting = problem.lives_in[problem.fits[fit].home];
        let mut entries = self.rows.entries(fit);
        if problem.households[household].home.is_some() {
            let offset = |place: usize| u32::try_from(place - 1).expect("positions are few");
            if place < self.positions {
                entries.extend(self.position_row[household].map(|row| (row + offset(place), -1)));
            }
            if let (Some(sitting), true) = (sitting, place >= 2) {
                entries.extend(self.position_row[sitting].map(|row| (row + offset(place - 1), 1)));
            }
        }
        self.push(vec![fit], place, entries);
    }

    /// A move that is part of some ring of any length.
    fn link_in_ring(&mut self, fit: usize) {
        let mut entries = self.rows.shared_entries(fit);
        entries.extend(self.ring_row[self.problem.fits[fit].household].map(|row| (row, -1)));
        let sitting = self.problem.lives_in[self.problem.fits[fit].home];
        entries.extend(sitting.and_then(|sitting| self.ring_row[sitting]).map(|row| (row, 1)));
        self.push(vec![fit], 0, entries);
    }

    fn ring(&mut self, fits: Vec<usize>) {
        let mut entries = Vec::new();
        for &fit in &fits {
            entries.extend(self.rows.shared_entries(fit));
        }
        self.push(fits, 0, entries);
    }

    fn push(&mut self, fits: Vec<usize>, place: usize, entries: Vec<(u32, i32)>) {
        let index = |fit: usize| u32::try_from(fit).expect("fewer fits than 32 bits can count");
        let mut fits: Vec<u32> = fits.into_iter().map(index).collect();
        fits.sort_unstable();
        self.columns.push(Column { fits, place, entries: merged(entries) });
    }

    /// Leaves out the rows that no choice of columns can break.
    fn finish(self, needs_cuts: bool, form: Form) -> Exchange {
        let mut most = vec![0_i64; self.rows.rows.len()];
        let mut uses = vec![0_usize; self.rows.rows.len()];
        for &(row, count) in self.columns.iter().flat_map(|column| &column.entries) {
            most[row as usize] += i64::from(count.max(0));
            uses[row as usize] += 1;
        }
        let mut new_row = vec![None; self.rows.rows.len()];
        let mut rows = Vec::new();
        for (at, row) in self.rows.rows.into_iter().enumerate() {
            if most[at] > row.limit {
                new_row[at] = Some(u32::try_from(rows.len()).expect("fewer rows than 32 bits can count"));
                rows.push(row);
            }
        }
        let mut columns = self.columns;
        for column in &mut columns {
            let kept = column.entries.iter().filter_map(|&(row, count)| new_row[row as usize].map(|row| (row, count)));
            column.entries = kept.collect();
        }
        Exchange { columns, rows, needs_cuts, form }
    }
}
