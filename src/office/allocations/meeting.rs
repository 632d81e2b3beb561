//! The meeting: it is called, is solved again each time something is laid down, and says who takes part.

use super::choices::{Choice, choices, limits_in_force};
use super::problem::ProblemFile;
use super::rules::fit_rules_in_force;
use super::scene::Scene;
use super::solving::{Answer, search};
use super::under_way::Search;
use super::what_if::Imagined;
use crate::access::{Action, Thing};
use crate::office::{About, Actor, Office, OfficeError, Problem, new_id};
use crate::secrets::Secrets;
use crate::store::allocations::{self as store, Meeting, Participant, Run};
use crate::store::{Tx, households};
use housing::Date;
use serde_json::json;

/// Every meeting, the newest first.
///
/// # Errors
/// When the actor may not look at allocations.
pub fn list(office: &Office, actor: &Actor) -> Result<Vec<Meeting>, OfficeError> {
    actor.may(Action::Look, Thing::Allocation)?;
    Ok(office.store().read(store::all)?)
}

/// Calls a meeting for a day, to be solved; the answer is its id.
///
/// # Errors
/// [`OfficeError::Invalid`] when the day has passed.
pub fn call(office: &Office, actor: &Actor, day: Date) -> Result<String, OfficeError> {
    actor.may(Action::Change, Thing::Allocation)?;
    if day < office.today() {
        return Err(OfficeError::Invalid(vec![Problem::plain("day", "allocation-problem-past")]));
    }
    office.change(actor, |work| {
        let rules = fit_rules_in_force(work.tx, work.today)?;
        let meeting = Meeting {
            id: new_id(),
            day,
            called_by: work.actor.id.clone(),
            rules: rules.id().to_owned(),
            limits: rules.rules.moves,
            closed: None,
            minutes: None,
            version: 1,
        };
        store::insert(work.tx, &meeting)?;
        let caller = Participant { name: work.actor.name.clone(), part: String::new(), steps_aside_for: Vec::new() };
        store::set_participants(work.tx, &meeting.id, &[caller])?;
        let details = json!({"after": {"day": day, "rules": meeting.rules}}).to_string();
        work.note("create", About::thing(Thing::Allocation, &meeting.id), details);
        Ok(meeting.id)
    })
}

/// A meeting that is not closed, with the limits that count and what it has laid down.
pub(super) fn open(tx: &mut Tx<'_>, secrets: &Secrets, id: &str) -> Result<(Meeting, Vec<Choice>), OfficeError> {
    let (meeting, choices) = as_laid_down(tx, secrets, id)?;
    if meeting.closed.is_some() { Err(OfficeError::Stale) } else { Ok((meeting, choices)) }
}

/// A meeting with the limits that count and what it has laid down.
pub(super) fn as_laid_down(
    tx: &mut Tx<'_>,
    secrets: &Secrets,
    id: &str,
) -> Result<(Meeting, Vec<Choice>), OfficeError> {
    let meeting = store::find(tx, id)?.ok_or(OfficeError::NotFound)?;
    let choices = choices(tx, secrets, id)?;
    Ok((Meeting { limits: limits_in_force(meeting.limits, &choices), ..meeting }, choices))
}

/// Solves the meeting as the register and its choices stand now, and keeps the problem with its answer: the first one
/// soon, and a better one when it is found.
///
/// # Errors
/// [`OfficeError::Stale`] when the meeting is closed.
pub fn solve_again(office: &Office, actor: &Actor, id: &str) -> Result<(), OfficeError> {
    actor.may(Action::Change, Thing::Allocation)?;
    let going_on = office.searches().begin(id, office.now());
    let (meeting, choices) = office.store().read(|tx| open(tx, office.secrets(), id))?;
    let scene = Scene::gather(office)?;
    solve_as_it_stands(office, actor, (&meeting, &going_on.search), (&scene, &choices)).map(|_| ())
}

/// Solves the meeting on a scene, unless the best plan is known already, and keeps the problem with each answer. The
/// answer is the newest run's number.
pub(super) fn solve_as_it_stands(
    office: &Office,
    actor: &Actor,
    (meeting, going_on): (&Meeting, &Search),
    (scene, choices): (&Scene, &[Choice]),
) -> Result<i64, OfficeError> {
    let problem = ProblemFile::of(scene, &scene.pairs().all, (choices, meeting.limits), &Imagined::default()).text();
    let last = office.store().read(|tx| store::last_run(tx, &meeting.id))?;
    if let Some(last) = last.filter(|last| last.problem == problem)
        && Answer::read(&last.answer)?.optimal
    {
        return keep_run(office, actor, meeting, (&problem, &last.answer));
    }
    let mut newest = 0;
    // Outside the transaction: nobody else need wait for the solver.
    search(office, going_on, &problem, &mut |answer| {
        newest = keep_run(office, actor, meeting, (&problem, answer))?;
        Ok(())
    })?;
    Ok(newest)
}

/// Keeps a problem with its answer, unless it is kept already, or the meeting has laid down something else since the
/// problem was written: another is on its way.
fn keep_run(
    office: &Office,
    actor: &Actor,
    meeting: &Meeting,
    (problem, answer): (&str, &str),
) -> Result<i64, OfficeError> {
    let id = meeting.id.as_str();
    office.change(actor, |work| {
        let now = open(work.tx, work.secrets, id)?.0;
        let last = store::last_run(work.tx, id)?;
        let is_known =
            |last: &&Run| last.problem == problem && last.answer == answer && last.meeting_version == meeting.version;
        let is_another = now.version != meeting.version;
        if let Some(last) = last.as_ref().filter(|last| is_known(last) || is_another) {
            return Ok(last.position);
        }
        let run = Run {
            position: last.map_or(1, |last| last.position + 1),
            officer: work.actor.id.clone(),
            at: work.now,
            meeting_version: meeting.version,
            program: matching::VERSION.to_owned(),
            problem: problem.to_owned(),
            answer: answer.to_owned(),
        };
        store::add_run(work.tx, id, &run)?;
        let details = json!({"run": run.position, "program": run.program}).to_string();
        work.note("change", About::thing(Thing::Allocation, id), details);
        Ok(run.position)
    })
}

/// Ends the search for a better plan; the best found so far is kept, with how good a better one could be.
///
/// # Errors
/// When the actor may not change allocations.
pub fn stop_search(office: &Office, actor: &Actor, what: &str) -> Result<(), OfficeError> {
    actor.may(Action::Change, Thing::Allocation)?;
    if let Some(search) = office.searches().of(what) {
        search.stop();
    }
    Ok(())
}

/// Writes who takes part, and whom somebody does not decide about: a line each, `Kari Nordmann; Nav; 2026/00417`; `seen`
/// is how they stood on the page where they were written.
///
/// # Errors
/// [`OfficeError::Stale`] when somebody else has written them meanwhile; [`OfficeError::Invalid`] when nobody takes part, or somebody steps aside for an application that is not in the
/// meeting.
pub fn set_participants(
    office: &Office,
    actor: &Actor,
    id: &str,
    (lines, seen): (&str, &str),
) -> Result<(), OfficeError> {
    actor.may(Action::Change, Thing::Allocation)?;
    let scene = Scene::gather(office)?;
    let mut problems = Vec::new();
    let all = participants_in(&scene, lines, &mut problems);
    // Whoever has left the meeting since is not wrong in what was seen.
    let seen = participants_in(&scene, seen, &mut Vec::new());
    if all.is_empty() {
        problems.push(Problem::plain("participants", "allocation-problem-nobody"));
    }
    if !problems.is_empty() {
        return Err(OfficeError::Invalid(problems));
    }
    office.change(actor, |work| {
        open(work.tx, work.secrets, id)?;
        let known = |mut one: Participant| {
            one.steps_aside_for.retain(|household| scene.candidate(household).is_some());
            one
        };
        if store::participants(work.tx, id)?.into_iter().map(known).ne(seen.iter().cloned()) {
            return Err(OfficeError::Stale);
        }
        store::set_participants(work.tx, id, &all)?;
        let names: Vec<&str> = all.iter().map(|one| one.name.as_str()).collect();
        let details = json!({"after": {"participants": names}}).to_string();
        work.note("change", About::thing(Thing::Allocation, id), details);
        Ok(())
    })
}

fn participants_in(scene: &Scene, lines: &str, problems: &mut Vec<Problem>) -> Vec<Participant> {
    let written = lines.lines().filter(|line| !line.trim().is_empty());
    written.map(|line| participant(scene, line, problems)).collect()
}

fn participant(scene: &Scene, line: &str, problems: &mut Vec<Problem>) -> Participant {
    let mut parts = line.splitn(3, ';').map(str::trim);
    let (name, part) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
    let numbers = parts.next().unwrap_or_default().split([',', ' ']).filter(|number| !number.is_empty());
    let mut steps_aside_for = Vec::new();
    for number in numbers {
        match scene.candidates.iter().find(|one| one.application.number() == number) {
            Some(candidate) => steps_aside_for.push(candidate.household.clone()),
            None => problems.push(Problem {
                field: "participants",
                text: "allocation-problem-number-unknown",
                facts: vec![("found", number.to_owned())],
            }),
        }
    }
    Participant { name: name.to_owned(), part: part.to_owned(), steps_aside_for }
}

/// One run of a meeting: the exact problem and its answer. Where somebody in it has become protected since, only the
/// named group may see it.
///
/// # Errors
/// [`OfficeError::NotFound`] when there is none, or none that the actor may know of.
pub fn run(office: &Office, actor: &Actor, id: &str, position: i64) -> Result<Run, OfficeError> {
    actor.may(Action::Look, Thing::Allocation)?;
    let (run, restricted) = office.store().read(|tx| {
        let run = store::find_run(tx, id, position)?.ok_or(OfficeError::NotFound)?;
        Ok::<_, OfficeError>((run, households::restricted(tx)?))
    })?;
    actor.may_tie(restricted.iter().any(|household| run.problem.contains(household)))?;
    let details = json!({"run": position}).to_string();
    office.looked(actor, About::thing(Thing::Allocation, id), details)?;
    Ok(run)
}
