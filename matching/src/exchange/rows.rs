//! The limits of a problem as rows, and what each fit counts in.

use super::{Row, RowKind, Scope};
use crate::caps::CapIndex;
use crate::problem::Problem;
use crate::relaxed::{Assigned, CLASSES_AT_ONCE};

/// The rows while they are being written, and where to find them.
pub(crate) struct Rows<'a> {
    pub problem: &'a Problem,
    pub rows: Vec<Row>,
    household: Vec<Option<u32>>,
    home: Vec<Option<u32>>,
    moves: Option<u32>,
    caps: CapIndex,
    /// The row of the first cap; the others follow.
    first_cap: u32,
    counts: Option<Counts>,
    /// Classes of which so many must be placed, and the rows that say so.
    at_least: Vec<(u32, u32)>,
}

/// Rows that count placements by need class: the first class, the first two, and so on.
struct Counts {
    classes: Vec<u32>,
    first: u32,
    steepness: i32,
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
            caps: CapIndex::new(problem),
            first_cap: 0,
            counts: None,
            at_least: Vec::new(),
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
        rows.first_cap = u32::try_from(rows.rows.len()).expect("fewer rows than 32 bits can count");
        for (at, cap) in problem.caps.iter().enumerate() {
            let left = problem.effective_limit(cap) - problem.count_today(cap);
            rows.add(RowKind::Cap(at), left);
        }
        rows
    }

    /// Adds a row that keeps so many placements of a class.
    pub fn hold(&mut self, class: u32, count: i64) {
        let row = self.add(RowKind::AtLeast, -count);
        self.at_least.push((class, row));
    }

    /// Adds rows that count placements by class, in each a class for `steepness` of the next. They limit nothing yet.
    pub fn count_classes(&mut self, steepness: i32) {
        let classes = self.problem.classes();
        if classes.len() > CLASSES_AT_ONCE {
            return;
        }
        let first = u32::try_from(self.rows.len()).expect("fewer rows than 32 bits can count");
        let mut most = 0;
        let mut heaviest = 1;
        for &class in &classes {
            let members = self.problem.households.iter().filter(|household| household.need_class == Some(class));
            most =
                most * i64::from(steepness) + i64::try_from(members.count()).expect("counts of households are small");
            self.add(RowKind::Counts(heaviest), most);
            heaviest *= steepness;
        }
        self.counts = Some(Counts { classes, first, steepness });
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
        let changes = self.caps.changes(fit.household, from, fit.home);
        let row = |cap: usize| self.first_cap + u32::try_from(cap).expect("fewer rows than 32 bits can count");
        entries.extend(changes.map(|(cap, count)| (row(cap), i32::from(count))));
        let class = self.problem.households[fit.household].need_class;
        let held = self.at_least.iter().filter(|(held, _)| Some(*held) == class);
        entries.extend(held.map(|&(_, row)| (row, -1)));
        if let (Some(counts), Some(class)) = (&self.counts, class) {
            let at = counts.classes.binary_search(&class).expect("classes are all listed");
            let mut count = 1;
            for row in (counts.first..).take(counts.classes.len()).skip(at) {
                entries.push((row, count));
                count *= counts.steepness;
            }
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
