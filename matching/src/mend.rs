//! From a plan that passes some limits to one that keeps them all: quick, and good enough to aim by.

use crate::caps::CapRoom;
use crate::exchange::Scope;
use crate::plan::Plan;
use crate::problem::{Fit, Problem};
use crate::relaxed;

/// Nobody who has a home moves, unless the plan keeps every limit as it is; the rest of the plan stands as far as the
/// caps allow, the best first, and homes left empty go to whoever fits best.
pub(crate) fn mend(problem: &Problem, scope: &Scope, plan: &Plan) -> Plan {
    if relaxed::keeps_the_limits(problem, plan) {
        return plan.clone();
    }
    let mut room = CapRoom::new(problem, |cap| problem.count_today(cap));
    let mut mended = Plan::nobody_moves(problem);
    let mut taken: Vec<bool> = problem.lives_in.iter().map(Option::is_some).collect();
    let rank = |fit: &Fit| {
        let class = problem.households[fit.household].need_class.unwrap_or(u32::MAX);
        let planned = plan.goes_to[fit.household] == Some(fit.home);
        (class, !planned, std::cmp::Reverse(fit.score), fit.household, fit.home)
    };
    let can_be = |at: &usize| {
        let fit = problem.fits[*at];
        scope.possible(problem, *at) && problem.households[fit.household].home.is_none() && !taken[fit.home]
    };
    let mut order: Vec<usize> = (0..problem.fits.len()).filter(can_be).collect();
    order.sort_by_cached_key(|&at| rank(&problem.fits[at]));
    for fit in order.into_iter().map(|at| problem.fits[at]) {
        if taken[fit.home] || mended.goes_to[fit.household].is_some() {
            continue;
        }
        if room.takes_in(fit.household, fit.home) {
            mended.goes_to[fit.household] = Some(fit.home);
            taken[fit.home] = true;
        }
    }
    mended
}
