//! Every plan there is, tried one by one.

use crate::problem::Problem;

type Value = (Vec<i64>, i64, i64);

/// The best value of all plans that keep the rules: counts by class, score, minus moves.
pub fn best(problem: &Problem) -> Value {
    let mut best = None;
    every_plan(problem, &mut |value, _| best = best.take().max(Some(value)));
    best.expect("moving nobody is a plan")
}

/// Shows every plan that keeps the rules: its value, and where each household goes.
pub fn every_plan(problem: &Problem, show: &mut dyn FnMut(Value, &[Option<usize>])) {
    Trying { problem, goes_to: vec![None; problem.households.len()], show }.from(0);
}

struct Trying<'a> {
    problem: &'a Problem,
    goes_to: Vec<Option<usize>>,
    show: &'a mut dyn FnMut(Value, &[Option<usize>]),
}

impl Trying<'_> {
    fn from(&mut self, household: usize) {
        if household == self.goes_to.len() {
            if self.keeps_the_rules() {
                let value = self.value();
                (self.show)(value, &self.goes_to);
            }
            return;
        }
        self.goes_to[household] = None;
        self.from(household + 1);
        for fit in self.problem.fits.iter().filter(|fit| fit.household == household) {
            if !self.goes_to[..household].contains(&Some(fit.home)) {
                self.goes_to[household] = Some(fit.home);
                self.from(household + 1);
            }
        }
        self.goes_to[household] = None;
    }

    fn home(&self, household: usize) -> Option<usize> {
        self.problem.households[household].home
    }

    fn keeps_the_rules(&self) -> bool {
        let count = self.goes_to.len();
        let after: Vec<Option<usize>> = (0..count).map(|at| self.goes_to[at].or(self.home(at))).collect();
        let no_sharing = (0..count).all(|at| after[at].is_none() || !after[..at].contains(&after[at]));
        let moves = (0..count).filter(|&at| self.goes_to[at].is_some() && self.home(at).is_some()).count();
        let caps = self.problem.caps.iter().all(|cap| {
            let counted = |where_they_live: &dyn Fn(usize) -> Option<usize>| {
                let counted = |&&at: &&usize| where_they_live(at).is_some_and(|home| cap.homes.contains(&home));
                cap.households.iter().filter(counted).count() as i64
            };
            counted(&|at| after[at]) <= cap.at_most.max(counted(&|at| self.home(at)))
        });
        no_sharing && self.problem.max_moves.allows(moves) && caps && self.lengths_are_kept()
    }

    fn lengths_are_kept(&self) -> bool {
        (0..self.goes_to.len()).filter(|&at| self.goes_to[at].is_some()).all(|last| {
            let mut moves = 0;
            let mut household = last;
            loop {
                moves += usize::from(self.home(household).is_some());
                let to = self.goes_to[household].expect("who is followed moves");
                match self.problem.households.iter().position(|other| other.home == Some(to)) {
                    None => return self.problem.max_chain.allows(moves),
                    Some(before) if before == last => return self.problem.max_ring.allows(moves),
                    Some(before) => household = before,
                }
                if moves > self.goes_to.len() {
                    return true;
                }
            }
        })
    }

    fn value(&self) -> Value {
        let mut classes: Vec<u32> = self.problem.households.iter().filter_map(|line| line.need_class).collect();
        classes.sort_unstable();
        classes.dedup();
        let mut value = (vec![0; classes.len()], 0, 0);
        for (at, to) in self.goes_to.iter().enumerate() {
            let Some(to) = to else { continue };
            let fit = self.problem.fits.iter().find(|fit| fit.household == at && fit.home == *to);
            value.1 += fit.expect("only fits are tried").score;
            value.2 -= i64::from(self.home(at).is_some());
            if let Some(class) = self.problem.households[at].need_class {
                value.0[classes.iter().position(|other| *other == class).expect("listed")] += 1;
            }
        }
        value
    }
}
