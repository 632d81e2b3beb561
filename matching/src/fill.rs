//! Homes nobody gains from are better lived in than empty.

use crate::caps::CapRoom;
use crate::plan::Plan;
use crate::problem::Problem;

/// Gives homes that the plan leaves empty to households without one, where the objective is silent: their score is
/// nought and they have no need class. First come by id, first served, as long as no cap is full.
pub(crate) fn fill(problem: &Problem, plan: &mut Plan) {
    let mut lives_in = plan.lives_in(problem);
    if lives_in.iter().all(Option::is_some) {
        return;
    }
    let mut room = CapRoom::new(problem, |cap| plan.count(problem, cap));
    for fit in &problem.fits {
        let waits = problem.households[fit.household].home.is_none() && plan.goes_to[fit.household].is_none();
        if !waits || lives_in[fit.home].is_some() {
            continue;
        }
        if room.takes_in(fit.household, fit.home) {
            plan.goes_to[fit.household] = Some(fit.home);
            lives_in[fit.home] = Some(fit.household);
        }
    }
}
