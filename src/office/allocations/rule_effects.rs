//! What a change of the rules for what fits whom would do: everybody who waits held against every home that can be
//! given, by the rules as they would otherwise be and as they would become.

use super::rules::{KnownFitRules, fit_rules_in_force};
use super::scene::{Candidate, Home, Scene};
use crate::access::{Action, Thing};
use crate::office::{Actor, Office, OfficeError};
use housing::Date;
use housing::fit::{Clause, Fit, FitAnswer, FitReading, FitRules, could_fit};

/// How many pairs of a household and a home a clause would now stand between, or no longer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ClauseEffect {
    pub clause: Clause,
    pub stopped: usize,
    pub let_in: usize,
}

/// What a change of rules would do to those who wait and the homes that can be given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FitEffects {
    pub households: usize,
    pub homes: usize,
    /// Pairs that could be given before, as far as it goes, and after.
    pub before: usize,
    pub after: usize,
    /// Pairs that would not fit any more.
    pub stopped: usize,
    /// Pairs that would come to fit.
    pub let_in: usize,
    /// Households that none of the homes fits, before and after.
    pub without: [usize; 2],
    /// Clauses that answer otherwise for some pair.
    pub by_clause: Vec<ClauseEffect>,
}

/// What rules that are being written would do. It tells how many, and of nobody in particular; whoever must not be tied
/// to a home is not counted, for anybody.
///
/// # Errors
/// When the actor may not look at rules.
pub fn fit_effects(office: &Office, actor: &Actor, rules: &FitRules) -> Result<FitEffects, OfficeError> {
    actor.may(Action::Look, Thing::RuleSet)?;
    let day: Date = rules.valid_from.max(office.today());
    let otherwise = office.store().read(|tx| fit_rules_in_force(tx, day))?;
    let mut before = Scene::gather(office)?;
    before.candidates.retain(|candidate| candidate.waits.is_some());
    before.rules = otherwise;
    let after = Scene { rules: KnownFitRules { rules: rules.clone(), stored: None }, ..before.clone() };
    let mut effects = FitEffects {
        households: before.candidates.len(),
        homes: before.homes.len(),
        before: 0,
        after: 0,
        stopped: 0,
        let_in: 0,
        without: [0, 0],
        by_clause: Clause::ALL.iter().map(|&clause| ClauseEffect { clause, stopped: 0, let_in: 0 }).collect(),
    };
    for candidate in &before.candidates {
        effects.tell(candidate, (&before, &after));
    }
    effects.by_clause.retain(|effect| effect.stopped + effect.let_in > 0);
    Ok(effects)
}

impl FitEffects {
    /// Counts every home for a household.
    fn tell(&mut self, candidate: &Candidate, (before, after): (&Scene, &Scene)) {
        let mut fits_any = [false, false];
        for home in &before.homes {
            // What both rules say no to by category and size alone need not be tried.
            if ![before, after].into_iter().any(|scene| could(scene, candidate, home)) {
                continue;
            }
            let tried = [before, after].map(|scene| scene.fit(candidate, home));
            let fits = [&tried[0], &tried[1]].map(|fit| fit.reading() != FitReading::DoesNot);
            self.before += usize::from(fits[0]);
            self.after += usize::from(fits[1]);
            self.stopped += usize::from(fits[0] && !fits[1]);
            self.let_in += usize::from(!fits[0] && fits[1]);
            if fits[0] != fits[1] {
                self.tell_clauses(&tried);
            }
            fits_any = [fits_any[0] || fits[0], fits_any[1] || fits[1]];
        }
        for (count, fits) in self.without.iter_mut().zip(fits_any) {
            *count += usize::from(!fits);
        }
    }

    /// What made the difference: each clause that says no by the one and not by the other.
    fn tell_clauses(&mut self, [before, after]: &[Fit; 2]) {
        for effect in &mut self.by_clause {
            let says_no = [before, after].map(|fit| says_no(fit, effect.clause));
            effect.stopped += usize::from(says_no == [false, true]);
            effect.let_in += usize::from(says_no == [true, false]);
        }
    }
}

fn could(scene: &Scene, candidate: &Candidate, home: &Home) -> bool {
    could_fit(&scene.rules.rules, &scene.norm, &candidate.facts, (home.facts.category, home.facts.rooms))
}

fn says_no(fit: &Fit, clause: Clause) -> bool {
    fit.clauses.iter().any(|result| result.clause == clause && result.answer == FitAnswer::DoesNot)
}
