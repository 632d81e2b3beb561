//! Whom a limit for spread settlement counts, today and once the plan is carried out.

use super::meeting::as_laid_down;
use super::problem::ProblemFile;
use super::scene::{Candidate, Home, Scene};
use super::solving::Answer;
use super::what_if::Imagined;
use crate::access::{Action, Thing};
use crate::office::{About, Actor, Office, OfficeError};
use crate::store::allocations as store;
use serde_json::json;

/// What the plan does with whom a limit counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Counted {
    /// They come to a home that it counts.
    Comes,
    /// They live in one today, and in the plan.
    Stays,
    /// They leave one.
    Leaves,
}

/// A household that a limit counts.
#[derive(Clone, Debug)]
pub struct CountedHome {
    /// Who it is, and where they live once the plan is carried out, or which home they leave. Of a tenant who is not in
    /// the meeting neither is told: a limit counts by what is nobody else's business.
    pub known: Option<(Candidate, Home)>,
    pub counted: Counted,
}

/// Whom a limit of an open meeting counts, as the plan stands. Whoever may not be tied to a home is not counted.
///
/// # Errors
/// [`OfficeError::NotFound`] when no such meeting is open, or it has no limit of that name.
pub fn counted_by(office: &Office, actor: &Actor, (id, name): (&str, &str)) -> Result<Vec<CountedHome>, OfficeError> {
    actor.may(Action::Look, Thing::Allocation)?;
    let scene = Scene::gather(office)?;
    let (meeting, choices, run) = office.store().read(|tx| {
        let (meeting, choices) = as_laid_down(tx, office.secrets(), id)?;
        Ok::<_, OfficeError>((meeting, choices, store::last_run(tx, id)?))
    })?;
    let run = run.filter(|_| meeting.closed.is_none()).ok_or(OfficeError::NotFound)?;
    let problem = ProblemFile::of(&scene, &scene.pairs().all, (&choices, meeting.limits), &Imagined::default());
    let answer = Answer::read(&run.answer)?;
    let cap = problem.of_policy().find(|cap| cap.name == name).ok_or(OfficeError::NotFound)?;
    let is_there = |home: &&str| cap.homes.iter().any(|other| other == home);
    let counted = problem.households.iter().filter(|line| cap.counts(&line.id)).filter_map(|line| {
        let before = line.home.as_deref();
        let after = answer.home_of(&line.id).map(|placed| placed.to.as_str()).or(before).filter(is_there);
        let before = before.filter(is_there);
        let counted = match (before, after) {
            (None, Some(_)) => Counted::Comes,
            (Some(_), Some(_)) => Counted::Stays,
            (Some(_), None) => Counted::Leaves,
            (None, None) => return None,
        };
        let known = scene.candidate(&line.id).cloned().zip(after.or(before).and_then(|home| scene.home(home)).cloned());
        Some(CountedHome { known, counted })
    });
    let mut counted: Vec<CountedHome> = counted.collect();
    counted.sort_by_key(|one| (one.counted, one.known.is_none()));
    let details = json!({"run": run.position, "limit": name}).to_string();
    office.looked(actor, About::thing(Thing::Allocation, id), details)?;
    Ok(counted)
}
