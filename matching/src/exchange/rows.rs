//! The limits of a problem as rows, and what each fit counts in.

use super::{Row, RowKind, Scope};
use crate::problem::Problem;
use crate::relaxed::Assigned;

/// The rows while they are being written, and where to find them.
pub(crate) struct Rows<'a> {
    pub problem: &'a Problem,
    pub rows: Vec<Row>,
    household: Vec<Option<u32>>,
    home: Vec<Option<u32>>,
    moves: Option<u32>,
    /// The caps that count each household, with their rows.
    caps_of: Vec<Vec<(usize, u32)>>,
}

impl<'a> Rows<'a> {
    pub fn new(problem: &'a Problem, scope: &Scope) -> Self {
        let households = problem.households.len();
        let mut rows = Self {
            problem,
            rows: Vec::new(),
            household: vec![None; households],
            home: vec![None; problem.homes.len()],
            moves: None,
            caps_of: vec![Vec::new(); households],
        };
        for household in 0..households {
            rows.household[household] = Some(rows.add(RowKind::Household(household), 1));
        }
        for home in (0..problem.homes.len()).filter(|&home| scope.open[home]) {
            let limit = i64::from(problem.lives_in[home].is_none());
            rows.home[home] = Some(rows.add(RowKind::Home(home), limit));
        }
        if scope.moves < scope.movers {
            let limit = i64::try_from(scope.moves).expect("counts of households are small");
            rows.moves = Some(rows.add(RowKind::MoveLimit, limit));
        }
        for (at, cap) in problem.caps.iter().enumerate() {
            let left = problem.effective_limit(cap) - problem.count_today(cap);
            let row = rows.add(RowKind::Cap(at), left);
            cap.households.iter().for_each(|&household| rows.caps_of[household].push((at, row)));
        }
        rows
    }

    pub fn add(&mut self, kind: RowKind, limit: i64) -> u32 {
        self.rows.push(Row { kind, limit });
        u32::try_from(self.rows.len() - 1).expect("fewer rows than 32 bits can count")
    }

    /// Prices of rows that an assignment without limits proves its worth by.
    pub fn prices_of(&self, assigned: &Assigned<i64>) -> Vec<i64> {
        let mut prices = vec![0; self.rows.len()];
        for (household, row) in self.household.iter().enumerate() {
            let stays = self.problem.households[household].home.filter(|&home| self.home[home].is_some());
            let price = assigned.household_prices[household] + stays.map_or(0, |home| assigned.home_prices[home]);
            row.iter().for_each(|row| prices[*row as usize] = price.max(0));
        }
        for (row, price) in self.home.iter().zip(&assigned.home_prices) {
            row.iter().for_each(|row| prices[*row as usize] = *price);
        }
        prices
    }

    /// Everything a fit counts in when it is used on its own: also the home it takes and the one it leaves.
    pub fn entries(&self, fit: usize) -> Vec<(u32, i32)> {
        let mut entries = self.shared_entries(fit);
        let fit = self.problem.fits[fit];
        entries.extend(self.home[fit.home].map(|row| (row, 1)));
        let left = self.problem.households[fit.household].home;
        entries.extend(left.and_then(|left| self.home[left]).map(|row| (row, -1)));
        entries
    }

    /// What every use of a fit counts in: the household, the move limit and the caps.
    pub fn shared_entries(&self, fit: usize) -> Vec<(u32, i32)> {
        let fit = self.problem.fits[fit];
        let from = self.problem.households[fit.household].home;
        let mut entries: Vec<(u32, i32)> = self.household[fit.household].map(|row| (row, 1)).into_iter().collect();
        if from.is_some() {
            entries.extend(self.moves.map(|row| (row, 1)));
        }
        for &(cap, row) in &self.caps_of[fit.household] {
            let counted = |home: usize| i32::from(self.problem.caps[cap].homes.binary_search(&home).is_ok());
            entries.push((row, counted(fit.home) - from.map_or(0, counted)));
        }
        entries
    }
}

/// Entries of the same row become one, and those that cancel out go.
pub(crate) fn merged(mut entries: Vec<(u32, i32)>) -> Vec<(u32, i32)> {
    entries.sort_unstable();
    entries.dedup_by(|next, kept| {
        let same = next.0 == kept.0;
        if same {
            kept.1 += next.1;
        }
        same
    });
    entries.retain(|&(_, count)| count != 0);
    entries
}
