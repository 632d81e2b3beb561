//! Who can move at all, and how far.

use crate::problem::Problem;

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

    /// Chains and rings may be as long as they come.
    pub fn any_length(&self) -> bool {
        self.chain >= self.moves && self.ring >= self.moves
    }
}
