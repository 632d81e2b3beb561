//! The meeting: it is called, lays down what it wants, and is solved again each time.

use super::problem::ProblemFile;
use super::rules::fit_rules_in_force;
use super::scene::Scene;
use super::solving::{Answer, search};
use super::under_way::Search;
use super::what_if::Imagined;
use crate::access::{Action, Thing};
use crate::office::{About, Actor, Office, OfficeError, Problem, Work, new_id};
use crate::secrets::Secrets;
use crate::store::allocations::{self as store, ChoiceKind, Meeting, Participant, Run, SealedChoice};
use crate::store::{StoreError, Tx, households};
use housing::Date;
use housing::fit::MoveLimits;
use serde_json::json;

/// What a meeting laid down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    pub position: i64,
    pub kind: ChoiceKind,
    pub household: Option<String>,
    pub dwelling: Option<String>,
    pub cap: Option<String>,
    pub at_most: Option<u32>,
    pub reason: String,
    pub officer: String,
    pub taken_back: bool,
}

/// What the meeting would lay down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewChoice {
    pub kind: ChoiceKind,
    pub household: Option<String>,
    pub dwelling: Option<String>,
    pub cap: Option<String>,
    pub at_most: Option<u32>,
    pub reason: String,
}

/// What the reason of a choice is bound to: it opens in its own row only.
fn row_name(meeting: &str, position: i64) -> String {
    format!("allocation_choice.reason:{meeting}:{position}")
}

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

/// A meeting that is not closed.
pub(super) fn open(tx: &mut Tx<'_>, id: &str) -> Result<Meeting, OfficeError> {
    let meeting = store::find(tx, id)?.ok_or(OfficeError::NotFound)?;
    if meeting.closed.is_some() { Err(OfficeError::Stale) } else { Ok(meeting) }
}

/// The choices of a meeting with their reasons.
pub(super) fn choices(tx: &mut Tx<'_>, secrets: &Secrets, meeting: &str) -> Result<Vec<Choice>, OfficeError> {
    let opened = |sealed: SealedChoice| {
        let corrupt = |_| StoreError::WrongType { index: 6, wanted: "a reason sealed with this key" };
        let reason = secrets.decrypt(&row_name(meeting, sealed.position), &sealed.reason).map_err(corrupt)?;
        Ok(Choice {
            position: sealed.position,
            kind: sealed.kind,
            household: sealed.household,
            dwelling: sealed.dwelling,
            cap: sealed.cap,
            at_most: sealed.at_most,
            reason: reason.to_string(),
            officer: sealed.officer,
            taken_back: sealed.taken_back,
        })
    };
    store::choices(tx, meeting)?.into_iter().map(opened).collect()
}

/// Solves the meeting as the register and its choices stand now, and keeps the problem with its answer: the first one
/// soon, and a better one when it is found.
///
/// # Errors
/// [`OfficeError::Stale`] when the meeting is closed.
pub fn solve_again(office: &Office, actor: &Actor, id: &str) -> Result<(), OfficeError> {
    actor.may(Action::Change, Thing::Allocation)?;
    let going_on = office.searches().begin(id, office.now());
    let (meeting, choices) = office.store().read(|tx| {
        let meeting = open(tx, id)?;
        let choices = choices(tx, office.secrets(), id)?;
        Ok::<_, OfficeError>((meeting, choices))
    })?;
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
        return Ok(last.position);
    }
    let mut newest = 0;
    // Outside the transaction: nobody else need wait for the solver.
    search(office, going_on, &problem, &mut |answer| {
        newest = keep_run(office, actor, (meeting, choices), (&problem, answer))?;
        Ok(())
    })?;
    Ok(newest)
}

/// Keeps a problem with its answer, unless the meeting has changed since the problem was written: another is on its way.
fn keep_run(
    office: &Office,
    actor: &Actor,
    (meeting, solved): (&Meeting, &[Choice]),
    (problem, answer): (&str, &str),
) -> Result<i64, OfficeError> {
    let id = meeting.id.as_str();
    office.change(actor, |work| {
        let now = open(work.tx, id)?;
        let last = store::last_run(work.tx, id)?;
        let is_known = |last: &&Run| last.problem == problem && last.answer == answer;
        let is_another = now.limits != meeting.limits || choices(work.tx, work.secrets, id)? != solved;
        if let Some(last) = last.as_ref().filter(|last| is_known(last) || is_another) {
            return Ok(last.position);
        }
        let run = Run {
            position: last.map_or(1, |last| last.position + 1),
            officer: work.actor.id.clone(),
            at: work.now,
            program: env!("CARGO_PKG_VERSION").to_owned(),
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

/// Changes a meeting; it is to be solved again.
fn changed(
    office: &Office,
    actor: &Actor,
    id: &str,
    change: impl Fn(&mut Work<'_, '_>, Meeting) -> Result<(), OfficeError>,
) -> Result<(), OfficeError> {
    actor.may(Action::Change, Thing::Allocation)?;
    office.change(actor, |work| {
        let meeting = open(work.tx, id)?;
        change(work, meeting)
    })
}

/// Lays something down before the meeting is solved again: a placement locked or forbidden, a home held back or left for somebody, another limit.
///
/// # Errors
/// [`OfficeError::Invalid`] when a home is left for somebody or a limit changed without a reason, or something is
/// missing; [`OfficeError::NotFound`] when the household or home is not in the meeting.
pub fn choose(office: &Office, actor: &Actor, id: &str, new: &NewChoice) -> Result<(), OfficeError> {
    let problems = problems(new);
    if !problems.is_empty() {
        return Err(OfficeError::Invalid(problems));
    }
    let scene = Scene::gather(office)?;
    let known = new.household.as_deref().is_none_or(|household| scene.candidate(household).is_some())
        && new.dwelling.as_deref().is_none_or(|dwelling| scene.home(dwelling).is_some());
    if !known {
        return Err(OfficeError::NotFound);
    }
    changed(office, actor, id, |work, meeting| {
        let position = i64::try_from(store::choices(work.tx, &meeting.id)?.len()).unwrap_or(i64::MAX - 1) + 1;
        let sealed = SealedChoice {
            position,
            kind: new.kind,
            household: new.household.clone(),
            dwelling: new.dwelling.clone(),
            cap: new.cap.clone(),
            at_most: new.at_most,
            reason: work.secrets.encrypt(&row_name(&meeting.id, position), new.reason.trim())?,
            officer: work.actor.id.clone(),
            at: work.now,
            taken_back: false,
        };
        store::add_choice(work.tx, &meeting.id, &sealed)?;
        let details = json!({"after": {"choice": position, "kind": new.kind.code(), "household": new.household,
            "dwelling": new.dwelling, "cap": new.cap, "at_most": new.at_most}});
        work.note("change", About::thing(Thing::Allocation, &meeting.id), details.to_string());
        Ok(())
    })
}

fn problems(new: &NewChoice) -> Vec<Problem> {
    let needs_reason = match new.kind {
        ChoiceKind::Reserve | ChoiceKind::Cap => true,
        ChoiceKind::Lock | ChoiceKind::Forbid | ChoiceKind::Hold => false,
    };
    let is_whole = match new.kind {
        ChoiceKind::Lock | ChoiceKind::Forbid | ChoiceKind::Reserve => {
            new.household.is_some() && new.dwelling.is_some()
        }
        ChoiceKind::Hold => new.dwelling.is_some(),
        ChoiceKind::Cap => new.cap.is_some() && new.at_most.is_some(),
    };
    let mut problems = Vec::new();
    if !is_whole {
        problems.push(Problem::plain("household", "allocation-problem-whole"));
    }
    if needs_reason && new.reason.trim().is_empty() {
        problems.push(Problem::plain("reason", "allocation-problem-reason"));
    }
    problems
}

/// Takes a choice back. It stays in the minutes.
///
/// # Errors
/// [`OfficeError::NotFound`] when there is no such choice, or it is taken back already.
pub fn undo(office: &Office, actor: &Actor, id: &str, position: i64) -> Result<(), OfficeError> {
    changed(office, actor, id, |work, meeting| {
        if !store::take_back(work.tx, &meeting.id, position)? {
            return Err(OfficeError::NotFound);
        }
        let details = json!({"taken_back": position}).to_string();
        work.note("change", About::thing(Thing::Allocation, &meeting.id), details);
        Ok(())
    })
}

/// Sets how much may move at once.
///
/// # Errors
/// [`OfficeError::Stale`] when somebody else changed the meeting meanwhile.
pub fn set_limits(
    office: &Office,
    actor: &Actor,
    (id, version): (&str, i64),
    limits: MoveLimits,
) -> Result<(), OfficeError> {
    changed(office, actor, id, |work, meeting| {
        if !store::save_limits(work.tx, (id, version), limits)? {
            return Err(OfficeError::Stale);
        }
        let details = json!({"before": meeting.limits, "after": limits}).to_string();
        work.note("change", About::thing(Thing::Allocation, id), details);
        Ok(())
    })
}

/// Writes who takes part, and whom somebody does not decide about: a line each, `Kari Nordmann; Nav; 2026/00417`.
///
/// # Errors
/// [`OfficeError::Invalid`] when nobody takes part, or somebody steps aside for an application that is not in the
/// meeting.
pub fn set_participants(office: &Office, actor: &Actor, id: &str, lines: &str) -> Result<(), OfficeError> {
    actor.may(Action::Change, Thing::Allocation)?;
    let scene = Scene::gather(office)?;
    let mut problems = Vec::new();
    let written = lines.lines().filter(|line| !line.trim().is_empty());
    let all: Vec<Participant> = written.map(|line| participant(&scene, line, &mut problems)).collect();
    if all.is_empty() {
        problems.push(Problem::plain("participants", "allocation-problem-nobody"));
    }
    if !problems.is_empty() {
        return Err(OfficeError::Invalid(problems));
    }
    office.change(actor, |work| {
        open(work.tx, id)?;
        store::set_participants(work.tx, id, &all)?;
        let names: Vec<&str> = all.iter().map(|one| one.name.as_str()).collect();
        let details = json!({"after": {"participants": names}}).to_string();
        work.note("change", About::thing(Thing::Allocation, id), details);
        Ok(())
    })
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
