//! The problem as columns and rows: every column is taken or not, every row is a limit to keep.
//!
//! Columns are placements and moves, and rings as a whole. What ties them together: a household moves at most once,
//! a vacant home takes at most one, and a home that is lived in takes one only if whoever lives there moves out. The
//! lengths of chains are kept by *positions*: a move stands in a chain's first, second, … place, and only a home left
//! by a move in place k can be taken by a move in place k+1. Where there would be too many positions or rings, single
//! moves are taken freely instead and the search cuts off what is too long when it meets it (`cuts`).

use std::collections::HashMap;

use crate::plan::{Group, Plan, Value};
use crate::problem::Problem;
use crate::rings;

/// More columns than this are not written out for positions and rings.
const MOST_COLUMNS: usize = 400_000;

/// One column: what happens if it is taken.
#[derive(Clone, Debug)]
pub(crate) struct Column {
    /// Indices into the fits of the problem: one, or all those of a ring.
    pub fits: Vec<u32>,
    /// A single move's place in its chain, where places are kept; 1 where they are not; 0 for what closes a ring.
    pub place: usize,
    pub entries: Vec<(u32, i32)>,
}

/// One limit, `Σ entries ≤ limit`, the entries standing with the columns.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    pub kind: RowKind,
    pub limit: i64,
}

/// Where a row comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum RowKind {
    /// A household gets one home at most.
    Household,
    /// A home takes one household at most, and only when it is empty.
    Home(usize),
    /// A move stands one place behind the one that made room for it.
    Position,
    /// A ring closes.
    Ring,
    Cap(usize),
    MoveLimit,
}

/// The columns and rows of a problem.
pub(crate) struct Exchange {
    pub columns: Vec<Column>,
    pub rows: Vec<Row>,
    /// Single moves are free to form chains and rings that are too long; the search must cut these off.
    pub needs_cuts: bool,
    by_places: bool,
}

/// Who can move at all, and how far it can go.
pub(crate) struct Scope {
    /// By household: it lives in one of the homes and might move.
    pub movable: Vec<bool>,
    /// By home: it might be moved into.
    pub open: Vec<bool>,
    /// Sitting households that might move.
    pub movers: usize,
    /// Moves there can be at most, in a plan, a chain and a ring.
    pub moves: usize,
    pub chain: usize,
    pub ring: usize,
}

impl Scope {
    pub fn new(problem: &Problem) -> Self {
        let any_move = problem.max_moves.allows(1) && (problem.max_chain.allows(1) || problem.max_ring.allows(2));
        let movable: Vec<bool> = (0..problem.households.len())
            .map(|at| any_move && problem.households[at].home.is_some() && !problem.fits_of(at).is_empty())
            .collect();
        let open = problem.lives_in.iter().map(|sitting| sitting.is_none_or(|household| movable[household])).collect();
        let movers = movable.iter().filter(|movable| **movable).count();
        let moves = problem.max_moves.within(movers);
        let (chain, ring) = (problem.max_chain.within(moves), problem.max_ring.within(moves));
        Self { movable, open, movers, moves, chain, ring: if ring < 2 { 0 } else { ring } }
    }

    /// Could this fit be part of any plan?
    pub fn possible(&self, problem: &Problem, fit: usize) -> bool {
        let fit = problem.fits[fit];
        let vacant = problem.lives_in[fit.home].is_none();
        match problem.households[fit.household].home {
            None => vacant || (self.open[fit.home] && self.chain >= 1),
            Some(_) if !self.movable[fit.household] => false,
            Some(_) if vacant => self.chain >= 1,
            Some(_) => self.open[fit.home] && (self.chain >= 2 || self.ring >= 2),
        }
    }
}

impl Exchange {
    /// Writes the problem out, with only those fits that `keep` lets through.
    pub fn new(problem: &Problem, keep: &dyn Fn(usize) -> bool) -> Self {
        let scope = Scope::new(problem);
        let fits: Vec<usize> =
            (0..problem.fits.len()).filter(|&fit| scope.possible(problem, fit) && keep(fit)).collect();
        let is_move = |fit: usize| problem.households[problem.fits[fit].household].home.is_some();
        let to_vacant = |fit: usize| problem.lives_in[problem.fits[fit].home].is_none();
        let links = fits.iter().filter(|&&fit| is_move(fit) && !to_vacant(fit)).count();

        let any_length = scope.chain >= scope.moves && scope.ring >= scope.moves;
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
        writing.finish(!any_length && !by_places, by_places)
    }

    /// The plan that taking these columns makes.
    pub fn plan(&self, problem: &Problem, taken: &[bool]) -> Plan {
        let mut plan = Plan::nobody_moves(problem);
        for (column, _) in self.columns.iter().zip(taken).filter(|(_, taken)| **taken) {
            for &fit in &column.fits {
                let fit = problem.fits[fit as usize];
                plan.goes_to[fit.household] = Some(fit.home);
            }
        }
        plan
    }

    /// The columns that make this plan; `None` if some of it is not among them.
    pub fn taking(&self, problem: &Problem, plan: &Plan) -> Option<Vec<bool>> {
        let columns: HashMap<(Vec<u32>, usize), usize> = (0..)
            .zip(&self.columns)
            .map(|(at, column)| {
                let mut fits = column.fits.clone();
                fits.sort_unstable();
                ((fits, column.place), at)
            })
            .collect();
        let mut taken = vec![false; self.columns.len()];
        let fit = |household: usize| {
            let first = problem.first_fit_of(household);
            let home = plan.goes_to[household]?;
            let among = problem.fits_of(household).binary_search_by_key(&home, |fit| fit.home).ok()?;
            u32::try_from(first + among).ok()
        };
        for group in plan.groups(problem) {
            match group {
                Group::Chain(chain) => {
                    for (behind, household) in chain.into_iter().enumerate() {
                        let sits = problem.households[household].home.is_some();
                        let place = if sits && self.by_places { behind + 1 } else { 1 };
                        taken[*columns.get(&(vec![fit(household)?], place))?] = true;
                    }
                }
                Group::Ring(ring) => {
                    let mut fits = ring.into_iter().map(fit).collect::<Option<Vec<u32>>>()?;
                    fits.sort_unstable();
                    if let Some(&column) = columns.get(&(fits.clone(), 0)) {
                        taken[column] = true;
                        continue;
                    }
                    let place = usize::from(!self.by_places);
                    for fit in fits {
                        taken[*columns.get(&(vec![fit], place))?] = true;
                    }
                }
            }
        }
        Some(taken)
    }

    /// What a column adds to each part of the objective.
    pub fn value(&self, problem: &Problem, classes: &[u32], column: usize) -> Value {
        let mut value = Value { counts: vec![0; classes.len()], score: 0, minus_moves: 0 };
        for &fit in &self.columns[column].fits {
            let fit = problem.fits[fit as usize];
            let household = &problem.households[fit.household];
            value.score += fit.score;
            value.minus_moves -= i64::from(household.home.is_some());
            if let Some(class) = household.need_class {
                value.counts[classes.binary_search(&class).expect("classes are all listed")] += 1;
            }
        }
        value
    }
}

/// The rows and columns while they are being written.
struct Writing<'a> {
    problem: &'a Problem,
    scope: &'a Scope,
    columns: Vec<Column>,
    rows: Vec<Row>,
    household_row: Vec<Option<u32>>,
    home_row: Vec<Option<u32>>,
    /// By sitting household: the row of its first position, if positions are kept.
    position_row: Vec<Option<u32>>,
    positions: usize,
    ring_row: Vec<Option<u32>>,
    move_row: Option<u32>,
    /// The caps that count each household, with their rows.
    caps_of: Vec<Vec<(usize, u32)>>,
}

impl<'a> Writing<'a> {
    fn new(problem: &'a Problem, scope: &'a Scope) -> Self {
        let households = problem.households.len();
        let mut writing = Self {
            problem,
            scope,
            columns: Vec::new(),
            rows: Vec::new(),
            household_row: vec![None; households],
            home_row: vec![None; problem.homes.len()],
            position_row: vec![None; households],
            positions: 0,
            ring_row: vec![None; households],
            move_row: None,
            caps_of: vec![Vec::new(); households],
        };
        for household in 0..households {
            writing.household_row[household] = Some(writing.row(RowKind::Household, 1));
        }
        for home in (0..problem.homes.len()).filter(|&home| scope.open[home]) {
            let limit = i64::from(problem.lives_in[home].is_none());
            writing.home_row[home] = Some(writing.row(RowKind::Home(home), limit));
        }
        if scope.moves < scope.movers {
            let limit = i64::try_from(scope.moves).expect("counts of households are small");
            writing.move_row = Some(writing.row(RowKind::MoveLimit, limit));
        }
        for (at, cap) in problem.caps.iter().enumerate() {
            let left = problem.effective_limit(cap) - problem.count_today(cap);
            let row = writing.row(RowKind::Cap(at), left);
            cap.households.iter().for_each(|&household| writing.caps_of[household].push((at, row)));
        }
        writing
    }

    fn row(&mut self, kind: RowKind, limit: i64) -> u32 {
        self.rows.push(Row { kind, limit });
        u32::try_from(self.rows.len() - 1).expect("fewer rows than 32 bits can count")
    }

    /// A row for every place in a chain that can be followed by another, for everybody who might move.
    fn open_positions(&mut self, chain: usize) {
        self.positions = chain;
        if chain < 2 {
            return;
        }
        for household in (0..self.problem.households.len()).filter(|&at| self.scope.movable[at]) {
            let first = self.row(RowKind::Position, 0);
            (2..chain).for_each(|_| {
                self.row(RowKind::Position, 0);
            });
            self.position_row[household] = Some(first);
        }
    }

    fn open_circulation(&mut self) {
        for household in (0..self.problem.households.len()).filter(|&at| self.scope.movable[at]) {
            self.ring_row[household] = Some(self.row(RowKind::Ring, 0));
        }
    }

    /// A placement, or a move at this place of a chain.
    fn single(&mut self, fit: usize, place: usize) {
        let Self { problem, .. } = *self;
        let household = problem.fits[fit].household;
        let sitting = problem.lives_in[problem.fits[fit].home];
        let mut entries = self.shared_entries(fit);
        entries.extend(self.home_row[problem.fits[fit].home].map(|row| (row, 1)));
        if let Some(left) = problem.households[household].home {
            entries.extend(self.home_row[left].map(|row| (row, -1)));
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
        let mut entries = self.shared_entries(fit);
        entries.extend(self.ring_row[self.problem.fits[fit].household].map(|row| (row, -1)));
        let sitting = self.problem.lives_in[self.problem.fits[fit].home];
        entries.extend(sitting.and_then(|sitting| self.ring_row[sitting]).map(|row| (row, 1)));
        self.push(vec![fit], 0, entries);
    }

    fn ring(&mut self, fits: Vec<usize>) {
        let mut entries = Vec::new();
        for &fit in &fits {
            entries.extend(self.shared_entries(fit));
        }
        self.push(fits, 0, entries);
    }

    /// What every use of a fit counts in: the household, the move limit and the caps.
    fn shared_entries(&self, fit: usize) -> Vec<(u32, i32)> {
        let fit = self.problem.fits[fit];
        let from = self.problem.households[fit.household].home;
        let mut entries: Vec<(u32, i32)> = self.household_row[fit.household].map(|row| (row, 1)).into_iter().collect();
        if from.is_some() {
            entries.extend(self.move_row.map(|row| (row, 1)));
        }
        for &(cap, row) in &self.caps_of[fit.household] {
            let counted = |home: usize| i32::from(self.problem.caps[cap].homes.binary_search(&home).is_ok());
            entries.push((row, counted(fit.home) - from.map_or(0, counted)));
        }
        entries
    }

    fn push(&mut self, fits: Vec<usize>, place: usize, mut entries: Vec<(u32, i32)>) {
        entries.sort_unstable();
        entries.dedup_by(|next, kept| {
            let same = next.0 == kept.0;
            if same {
                kept.1 += next.1;
            }
            same
        });
        entries.retain(|&(_, count)| count != 0);
        let fits = fits.into_iter().map(|fit| u32::try_from(fit).expect("fewer fits than 32 bits can count")).collect();
        self.columns.push(Column { fits, place, entries });
    }

    /// Leaves out the rows that no choice of columns can break.
    fn finish(self, needs_cuts: bool, by_places: bool) -> Exchange {
        let mut most = vec![0_i64; self.rows.len()];
        let mut uses = vec![0_usize; self.rows.len()];
        for &(row, count) in self.columns.iter().flat_map(|column| &column.entries) {
            most[row as usize] += i64::from(count.max(0));
            uses[row as usize] += 1;
        }
        let mut new_row = vec![None; self.rows.len()];
        let mut rows = Vec::new();
        for (at, row) in self.rows.into_iter().enumerate() {
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
        Exchange { columns, rows, needs_cuts, by_places }
    }
}
