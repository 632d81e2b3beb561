//! What stops each household from getting a home that the meeting does not propose for it: by the rules, or by what the
//! meeting does.

use super::in_meeting::{InTheMeeting, Kept};
use super::meeting::as_laid_down;
use super::problem::ProblemFile;
use super::scene::{Candidate, Home, Scene};
use super::solving::Answer;
use super::what_if::Imagined;
use crate::access::{Action, Thing};
use crate::office::{About, Actor, Office, OfficeError};
use crate::store::allocations::{self as store, Meeting};
use housing::fit::{Fit, Found};
use serde_json::json;
use std::cmp::Reverse;
use std::collections::HashMap;

/// What stops a household from getting a home.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Obstacle {
    /// The household is proposed for another home.
    Elsewhere,
    /// Another household comes before it there.
    Another,
    /// A limit for spread settlement leaves no room.
    CapFull(String),
    /// No more tenants may move.
    MovesUsed,
    /// The meeting has laid down that it does not get it.
    Forbidden,
    /// The meeting gives the home to somebody it has named.
    SetAside,
    /// The meeting holds the home back.
    HeldBack,
    /// Whoever lives there stays.
    LivedIn,
    /// The plan has no place for it within its other limits.
    LeftOut,
    /// It was not tried: the register is too large for everything to be.
    NotTried,
    /// The first thing that stands in the way by the rules.
    Rule(Found),
}

impl Obstacle {
    /// What stands for it in an address; a limit has its name there.
    pub fn code(&self) -> String {
        let code = match self {
            Self::Elsewhere => "elsewhere",
            Self::Another => "another",
            Self::CapFull(cap) => return format!("cap-{cap}"),
            Self::MovesUsed => "moves",
            Self::Forbidden => "forbidden",
            Self::SetAside => "set-aside",
            Self::HeldBack => "held",
            Self::LivedIn => "lived-in",
            Self::LeftOut => "left-out",
            Self::NotTried => "not-tried",
            Self::Rule(found) => return format!("rule-{}", found.code()),
        };
        code.to_owned()
    }

    /// Whether the home suits the household, so that only the meeting stands in the way.
    pub fn suits(&self) -> bool {
        !matches!(self, Self::Rule(_) | Self::NotTried)
    }
}

/// What stops a household from getting a home; `None` when it is proposed for it, or lives there.
pub(super) fn obstacle(scene: &Scene, kept: &Kept<'_>, candidate: &Candidate, home: &Home) -> Option<Obstacle> {
    if candidate.lives_in.as_ref().is_some_and(|living| living.dwelling == home.id()) {
        return None;
    }
    Some(match kept.why(&candidate.household, home.id()) {
        Some(InTheMeeting::Proposed) => return None,
        Some(InTheMeeting::HeldBack) => Obstacle::HeldBack,
        Some(InTheMeeting::Forbidden) => Obstacle::Forbidden,
        Some(InTheMeeting::SetAside) => Obstacle::SetAside,
        Some(InTheMeeting::Elsewhere(_)) => Obstacle::Elsewhere,
        Some(InTheMeeting::Another(_)) => Obstacle::Another,
        Some(InTheMeeting::CapFull(cap)) => Obstacle::CapFull(cap),
        Some(InTheMeeting::MovesUsed) => Obstacle::MovesUsed,
        Some(InTheMeeting::LivedIn) => Obstacle::LivedIn,
        Some(InTheMeeting::Nobody) => Obstacle::LeftOut,
        Some(InTheMeeting::DoesNotFit) | None => by_the_rules(&scene.fit(candidate, home)),
    })
}

fn by_the_rules(fit: &Fit) -> Obstacle {
    let in_the_way = fit.in_the_way().filter(|_| !fit.may_be_proposed());
    in_the_way.map_or(Obstacle::NotTried, |result| Obstacle::Rule(result.found))
}

/// How many each obstacle stops: first those whom the home suits, then what stops most.
pub(super) fn count(obstacles: impl Iterator<Item = Obstacle>) -> Vec<(Obstacle, usize)> {
    let mut counts: HashMap<Obstacle, usize> = HashMap::new();
    for obstacle in obstacles {
        *counts.entry(obstacle).or_default() += 1;
    }
    let mut counts: Vec<(Obstacle, usize)> = counts.into_iter().collect();
    counts.sort_by_key(|(obstacle, count)| (!obstacle.suits(), Reverse(*count), obstacle.code()));
    counts
}

/// A household that does not get a home.
#[derive(Clone, Debug)]
pub struct Stopped {
    pub candidate: Candidate,
    pub fit: Fit,
    pub obstacle: Obstacle,
}

/// Everybody who does not get a home in a meeting, and what stops them.
#[derive(Clone, Debug)]
pub struct WhoCould {
    pub meeting: Meeting,
    pub home: Home,
    /// Whether somebody is proposed for it.
    pub is_given: bool,
    /// How many each obstacle stops.
    pub counts: Vec<(Obstacle, usize)>,
    /// As they come in the plan: by need class, then by score.
    pub stopped: Vec<Stopped>,
}

/// Who else could get a home in a meeting, as the plan stands. Whoever may not be tied to a home is not among them.
///
/// # Errors
/// [`OfficeError::NotFound`] when no such meeting is open, or the home is not in it.
pub fn who_could_have(office: &Office, actor: &Actor, (id, dwelling): (&str, &str)) -> Result<WhoCould, OfficeError> {
    actor.may(Action::Look, Thing::Allocation)?;
    let scene = Scene::gather(office)?;
    let (meeting, choices, run) = office.store().read(|tx| {
        let (meeting, choices) = as_laid_down(tx, office.secrets(), id)?;
        Ok::<_, OfficeError>((meeting, choices, store::last_run(tx, id)?))
    })?;
    let run = run.filter(|_| meeting.closed.is_none()).ok_or(OfficeError::NotFound)?;
    let home = scene.targets().into_iter().find(|home| home.id() == dwelling).ok_or(OfficeError::NotFound)?;
    let problem = ProblemFile::of(&scene, &scene.pairs().all, (&choices, meeting.limits), &Imagined::default());
    let answer = Answer::read(&run.answer)?;
    let kept = Kept::new(&problem, &answer, &choices);
    let stopped = scene.candidates.iter().filter_map(|candidate| {
        let obstacle = obstacle(&scene, &kept, candidate, home)?;
        Some(Stopped { fit: scene.fit(candidate, home), candidate: candidate.clone(), obstacle })
    });
    let mut stopped: Vec<Stopped> = stopped.collect();
    let class = |one: &Stopped| one.candidate.need_class().unwrap_or(u32::MAX);
    stopped.sort_by_key(|one| (class(one), Reverse(one.fit.score.total), one.candidate.waits));
    let counts = count(stopped.iter().map(|one| one.obstacle.clone()));
    let details = json!({"run": run.position, "who_could_have": dwelling}).to_string();
    office.looked(actor, About::thing(Thing::Allocation, id), details)?;
    Ok(WhoCould { is_given: answer.who_gets(dwelling).is_some(), home: home.clone(), meeting, counts, stopped })
}
