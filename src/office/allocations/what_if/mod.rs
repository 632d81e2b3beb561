//! What if: the same week with more homes, other limits or new households, solved beside the plan and held against it.

mod changes;
mod compared;
mod imagined;
mod solved;

pub use changes::{Changes, MoreHomes, MoreHouseholds, OtherCap};
pub use compared::{CapRow, CapSide, Compared, Fate, HomeFate, HomeRow, HouseholdRow, Outcome, Place, Side, Turn, Who};
pub(super) use imagined::Imagined;

use super::meeting::{as_laid_down, open, solve_as_it_stands};
use super::problem::ProblemFile;
use super::scene::Scene;
use super::showing::limits;
use super::solving::{Answer, search};
use crate::access::{Action, Thing};
use crate::office::{About, Actor, Office, OfficeError, Problem};
use crate::store::allocations::{self as store, Meeting, Run, WhatIf};
use crate::store::households;
use housing::fit::MoveLimits;
use serde_json::json;

/// The what-ifs of a meeting, and what new ones can change.
#[derive(Debug)]
pub struct WhatIfs {
    pub meeting: Meeting,
    pub kept: Vec<Summary>,
    /// Limits by rule and by place, with how many each allows today.
    pub caps: Vec<(String, u32)>,
    pub limits: MoveLimits,
    /// The need classes in use, the most urgent first.
    pub classes: Vec<u32>,
}

/// A what-if in a line: what was changed, and what came of it beside the plan.
#[derive(Debug)]
pub struct Summary {
    pub position: i64,
    pub changes: Changes,
    pub plan: Totals,
    pub imagined: Totals,
}

/// What a plan comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Totals {
    pub placed: usize,
    pub moves: i64,
    pub without: usize,
    pub score: i64,
    pub optimal: bool,
}

impl Totals {
    fn of(answer: &Answer) -> Self {
        Self {
            placed: answer.placements.iter().filter(|placed| placed.from.is_none()).count(),
            moves: answer.moves,
            without: answer.unplaced.len(),
            score: answer.score,
            optimal: answer.optimal,
        }
    }
}

/// The what-ifs of a meeting, the newest first, but for those with somebody in them whom the actor may not see beside a
/// home any more.
///
/// # Errors
/// [`OfficeError::NotFound`] when there is no such meeting.
pub fn what_ifs(office: &Office, actor: &Actor, meeting: &str) -> Result<WhatIfs, OfficeError> {
    actor.may(Action::Look, Thing::Allocation)?;
    let scene = Scene::gather(office)?;
    let (meeting, choices, all, restricted) = office.store().read(|tx| {
        let (found, choices) = as_laid_down(tx, office.secrets(), meeting)?;
        let mut all = Vec::new();
        for what_if in store::what_ifs(tx, meeting)? {
            let run = store::find_run(tx, meeting, what_if.run)?.ok_or(OfficeError::NotFound)?;
            all.push((what_if, run));
        }
        Ok::<_, OfficeError>((found, choices, all, households::restricted(tx)?))
    })?;
    let mut kept = Vec::new();
    for (what_if, run) in all {
        let hidden = restricted.iter().any(|household| what_if.problem.contains(household));
        if actor.may_tie(hidden).is_err() {
            continue;
        }
        let (plan, imagined) = (Answer::read(&run.answer)?, Answer::read(&what_if.answer)?);
        kept.push(Summary {
            position: what_if.position,
            changes: Changes::read(&what_if.changes)?,
            plan: Totals::of(&plan),
            imagined: Totals::of(&imagined),
        });
    }
    let mut classes: Vec<u32> = scene.candidates.iter().filter_map(super::Candidate::need_class).collect();
    classes.sort_unstable();
    classes.dedup();
    office.looked(actor, About::thing(Thing::Allocation, &meeting.id), json!({"what_ifs": kept.len()}).to_string())?;
    let caps = limits(&scene, (&choices, meeting.limits));
    let by_rule = scene.rules.rules.caps.iter().map(|rule| (rule.name.trim().to_owned(), rule.at_most));
    let caps = by_rule.chain(caps).collect();
    Ok(WhatIfs { caps, limits: meeting.limits, classes, kept, meeting })
}

/// Solves the meeting's week with some changes, and keeps what came of it beside the plan as it stands now. The answer
/// is its number.
///
/// # Errors
/// [`OfficeError::Invalid`] when nothing is changed, or something cannot be; [`OfficeError::Stale`] when the meeting is
/// closed.
pub fn imagine(office: &Office, actor: &Actor, id: &str, changes: Changes) -> Result<i64, OfficeError> {
    actor.may(Action::Change, Thing::Allocation)?;
    let going_on = office.searches().begin(&search_of(id), office.now());
    let (meeting, choices) = office.store().read(|tx| open(tx, office.secrets(), id))?;
    // A limit that is set as it was, is not changed.
    let changes = Changes { limits: changes.limits.filter(|limits| *limits != meeting.limits), ..changes };
    let problems = changes.problems();
    if !problems.is_empty() {
        return Err(OfficeError::Invalid(problems));
    }
    let scene = Scene::gather(office)?;
    // The plan it is held against stands on the same facts.
    let run = solve_as_it_stands(office, actor, (&meeting, &going_on.search), (&scene, &choices))?;
    let laid = (choices.as_slice(), meeting.limits);
    let problem = ProblemFile::of(&scene, &scene.pairs().all, laid, &Imagined::of(&changes)).text();
    let mut answer = String::new();
    search(office, &going_on.search, &problem, &mut |better| {
        better.clone_into(&mut answer);
        Ok(())
    })?;
    office.change(actor, |work| {
        open(work.tx, work.secrets, id)?;
        let position = store::what_ifs(work.tx, id)?.len();
        let what_if = WhatIf {
            position: i64::try_from(position).unwrap_or(i64::MAX - 1) + 1,
            run,
            changes: changes.text(),
            officer: work.actor.id.clone(),
            at: work.now,
            program: matching::VERSION.to_owned(),
            problem: problem.clone(),
            answer: answer.clone(),
        };
        store::add_what_if(work.tx, id, &what_if)?;
        let details = json!({"after": {"what_if": what_if.position, "changes": changes}}).to_string();
        work.note("create", About::thing(Thing::Allocation, id), details);
        Ok(what_if.position)
    })
}

/// What the search for a what-if of this meeting is called.
pub fn search_of(meeting: &str) -> String {
    format!("{meeting}/what-if")
}

/// A what-if beside the plan it was made from. Where somebody in it has become protected since, only the named group
/// may see it.
///
/// # Errors
/// [`OfficeError::NotFound`] when there is none, or none that the actor may know of.
pub fn compare(office: &Office, actor: &Actor, (id, position): (&str, i64)) -> Result<Compared, OfficeError> {
    let (what_if, run) = found(office, actor, (id, position))?;
    let meeting = office.store().read(|tx| store::find(tx, id))?.ok_or(OfficeError::NotFound)?;
    let scene = Scene::gather(office)?;
    let compared = Compared::of(office, &scene, (meeting, &what_if, &run))?;
    let details = json!({"what_if": position}).to_string();
    office.looked(actor, About::thing(Thing::Allocation, id), details)?;
    Ok(compared)
}

/// The exact problem of a what-if and its answer.
///
/// # Errors
/// As [`compare`].
pub fn what_if_run(office: &Office, actor: &Actor, (id, position): (&str, i64)) -> Result<WhatIf, OfficeError> {
    let (what_if, _) = found(office, actor, (id, position))?;
    let details = json!({"what_if": position, "file": true}).to_string();
    office.looked(actor, About::thing(Thing::Allocation, id), details)?;
    Ok(what_if)
}

fn found(office: &Office, actor: &Actor, (id, position): (&str, i64)) -> Result<(WhatIf, Run), OfficeError> {
    actor.may(Action::Look, Thing::Allocation)?;
    let (what_if, run, restricted) = office.store().read(|tx| {
        let what_if = store::find_what_if(tx, id, position)?.ok_or(OfficeError::NotFound)?;
        let run = store::find_run(tx, id, what_if.run)?.ok_or(OfficeError::NotFound)?;
        Ok::<_, OfficeError>((what_if, run, households::restricted(tx)?))
    })?;
    let is_in = |household: &String| what_if.problem.contains(household) || run.problem.contains(household);
    actor.may_tie(restricted.iter().any(is_in))?;
    Ok((what_if, run))
}

/// Notes that the names of those in a what-if were asked for, each of them.
///
/// # Errors
/// When the trace cannot be written: then nothing may be shown.
pub fn show_names_compared(office: &Office, actor: &Actor, compared: &Compared) -> Result<(), OfficeError> {
    let known = compared.households.iter().filter_map(|row| match &row.who {
        Who::Known(candidate) => Some(candidate.application.applicant.as_str()),
        Who::Gone { .. } | Who::Imagined { .. } => None,
    });
    let about = |person| About { thing: Thing::Allocation, id: &compared.meeting.id, person };
    office.looked_at(actor, &known.map(about).collect::<Vec<_>>(), &json!({"names": true}).to_string())
}

fn problem(field: &'static str, text: &'static str) -> Problem {
    Problem::plain(field, text)
}
