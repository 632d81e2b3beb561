//! Homes nobody gains from are better lived in than empty.

use crate::plan::Plan;
use crate::problem::Problem;

/// Gives homes that the plan leaves empty to households without one, where the objective is silent: their score is
/// nought and they have no need class. First come by id, first served, as long as no cap is full.
pub(crate) fn fill(problem: &Problem, plan: &mut Plan) {
    let mut lives_in = plan.lives_in(problem);
    if lives_in.iter().all(Option::is_some) {
        return;
    }
    let mut caps_of = vec![Vec::new(); problem.households.len()];
    for (at, cap) in problem.caps.iter().enumerate() {
        cap.households.iter().for_each(|&household| caps_of[household].push(at));
    }
    let mut room: Vec<i64> =
        problem.caps.iter().map(|cap| problem.effective_limit(cap) - plan.count(problem, cap)).collect();
    for fit in &problem.fits {
        let waits = problem.households[fit.household].home.is_none() && plan.goes_to[fit.household].is_none();
        if !waits || lives_in[fit.home].is_some() {
            continue;
        }
        let counting = || {
            let caps = caps_of[fit.household].iter().copied();
            caps.filter(|&cap| problem.caps[cap].homes.binary_search(&fit.home).is_ok())
        };
        if counting().all(|cap| room[cap] > 0) {
            counting().for_each(|cap| room[cap] -= 1);
            plan.goes_to[fit.household] = Some(fit.home);
            lives_in[fit.home] = Some(fit.household);
        }
    }
}
