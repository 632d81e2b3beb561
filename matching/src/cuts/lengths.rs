//! Chains and rings that are too long, met on the way and cut off.

use crate::exchange::{Exchange, Scope};
use crate::plan::Group;
use crate::problem::Problem;

/// For every chain and ring that is too long among the taken columns: columns of which not all can be taken.
pub(crate) fn too_long(problem: &Problem, exchange: &Exchange, taken: &[bool]) -> Vec<Vec<u32>> {
    if !exchange.needs_cuts {
        return Vec::new();
    }
    let scope = Scope::new(problem);
    let mut column_of = vec![None; problem.households.len()];
    for (at, column) in exchange.columns.iter().enumerate().filter(|(at, _)| taken[*at]) {
        for &fit in &column.fits {
            column_of[problem.fits[fit as usize].household] = u32::try_from(at).ok();
        }
    }
    let columns = |households: &[usize]| households.iter().filter_map(|&at| column_of[at]).collect::<Vec<u32>>();
    let groups = exchange.plan(problem, taken).groups(problem);
    let cut = |group: Group| match group {
        Group::Ring(ring) if ring.len() > scope.ring => Some(columns(&ring)),
        Group::Chain(chain) => {
            let moves = chain.iter().filter(|&&household| problem.households[household].home.is_some()).count();
            (moves > scope.chain).then(|| columns(&chain[..=scope.chain]))
        }
        Group::Ring(_) => None,
    };
    groups.into_iter().filter_map(cut).collect()
}
