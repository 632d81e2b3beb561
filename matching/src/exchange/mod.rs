//! The problem as columns and rows: every column is taken or not, every row is a limit to keep.
//!
//! What ties columns together: a household moves at most once, a vacant home takes at most one, and a home that is
//! lived in takes one only if whoever lives there moves out. Lengths of chains and rings are kept in one of two ways:
//!
//! - by *pieces* (`pieces`): a column is a whole chain of sitting households, a whole ring, or one placement, and only
//!   those are written out that can be part of a plan better than the best known. The tightest form, for short chains.
//! - by *places* (`places`): a column is one move in a chain's first, second, … place. Grows little with the length.

mod pieces;
mod places;
mod rings;
mod rows;
mod scope;

use std::collections::HashMap;

pub(crate) use pieces::{Pieces, TooMany};
pub(crate) use rows::Rows;
pub(crate) use scope::Scope;

use crate::plan::{Group, Plan, Value};
use crate::problem::Problem;

/// One column: what happens if it is taken.
#[derive(Clone, Debug)]
pub(crate) struct Column {
    /// Indices into the fits of the problem: one, or all those of a chain or ring, sorted.
    pub fits: Vec<u32>,
    /// A single move's place in its chain, where places are kept; 1 where they are not; 0 for what closes a ring, and
    /// for pieces.
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
    Household(usize),
    /// A home takes one household at most, and only when it is empty.
    Home(usize),
    /// A move stands one place behind the one that made room for it.
    Position,
    /// A ring closes.
    Ring,
    Cap(usize),
    MoveLimit,
    /// The placements of the most urgent classes together, the last of these classes counted once, the first so often.
    Counts(i32),
    /// So many placements of a class there must be.
    AtLeast,
}

/// How a plan falls into columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    /// Single moves; rings as a whole if they are listed.
    Singles,
    /// Moves in their places.
    Places,
    /// Whole chains of sitting households, whole rings, single placements.
    Pieces,
}

/// The columns and rows of a problem.
pub(crate) struct Exchange {
    pub columns: Vec<Column>,
    pub rows: Vec<Row>,
    /// Single moves are free to form chains and rings that are too long; the search must cut these off.
    pub needs_cuts: bool,
    form: Form,
}

impl Exchange {
    /// These columns and rows, whose lengths are known to be kept.
    pub fn of(columns: Vec<Column>, rows: Vec<Row>) -> Self {
        Self { columns, rows, needs_cuts: false, form: Form::Pieces }
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
        let columns: HashMap<(&[u32], usize), usize> =
            (0..).zip(&self.columns).map(|(at, column)| ((column.fits.as_slice(), column.place), at)).collect();
        let mut taken = vec![false; self.columns.len()];
        for group in plan.groups(problem) {
            let (moves, placement) = fits_of(problem, plan, &group);
            if let Some(fit) = placement {
                let place = usize::from(self.form != Form::Pieces);
                taken[*columns.get(&(&[fit][..], place))?] = true;
            }
            let mut whole = moves.clone();
            whole.sort_unstable();
            if let Some(&column) = columns.get(&(whole.as_slice(), 0)) {
                taken[column] = true;
                continue;
            }
            let place = |behind: usize| match (self.form, &group) {
                (Form::Places, Group::Chain(_)) => behind + 1,
                (Form::Places, Group::Ring(_)) | (Form::Pieces, _) => 0,
                (Form::Singles, _) => 1,
            };
            for (behind, fit) in moves.iter().enumerate() {
                taken[*columns.get(&(&[*fit][..], place(behind)))?] = true;
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

/// The fits of the sitting households of a group, in their order, and that of the household without a home that comes
/// last.
pub(crate) fn fits_of(problem: &Problem, plan: &Plan, group: &Group) -> (Vec<u32>, Option<u32>) {
    let (Group::Chain(households) | Group::Ring(households)) = group;
    let fit = |household: usize| {
        let home = plan.goes_to[household].expect("who is part of a group moves");
        let among = problem.fits_of(household).binary_search_by_key(&home, |fit| fit.home);
        let at = problem.first_fit_of(household) + among.expect("a plan uses listed fits only");
        u32::try_from(at).expect("fewer fits than 32 bits can count")
    };
    let sits = |household: usize| problem.households[household].home.is_some();
    let moves = households.iter().copied().filter(|&household| sits(household)).map(fit).collect();
    let placement = households.iter().copied().find(|&household| !sits(household)).map(fit);
    (moves, placement)
}
