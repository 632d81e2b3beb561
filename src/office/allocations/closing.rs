//! Closing a meeting: the plan becomes placements, and what was decided becomes minutes.

use super::cards::chosen;
use super::choices::{Choice, in_force};
use super::meeting::open;
use super::minutes::{Decided, Laid, Minutes};
use super::paper;
use super::scene::Scene;
use super::showing::stands;
use super::solving::{Answer, Placed};
use crate::access::{Action, Thing};
use crate::office::dwellings::address_and_unit;
use crate::office::{About, Actor, Office, OfficeError, Problem, Work, new_id};
use crate::store::StoreError;
use crate::store::allocations::{self as store, Meeting, Placement};
use serde_json::json;

/// What the grounds of a placement are bound to: they open in their own row only.
pub(super) fn grounds_name(placement: &str) -> String {
    format!("allocation_placement.grounds:{placement}")
}

/// Decides the plan that was seen: each placement is open from now on, and no other meeting can give the same home or
/// the same household one.
///
/// # Errors
/// [`OfficeError::Stale`] when the meeting was changed or solved again meanwhile, or another has given one of the homes;
/// [`OfficeError::Invalid`] when it is not solved since the last choice, or a placement no longer holds.
pub fn close(
    office: &Office,
    actor: &Actor,
    (id, version, seen_run): (&str, i64, i64),
) -> Result<Vec<String>, OfficeError> {
    actor.may(Action::Change, Thing::Allocation)?;
    let closed = office.change(actor, |work| {
        let (meeting, choices) = open(work.tx, work.secrets, id)?;
        let run = store::last_run(work.tx, id)?.filter(|run| run.position == seen_run).ok_or(OfficeError::Stale)?;
        if meeting.version != version {
            return Err(OfficeError::Stale);
        }
        if run.meeting_version != version {
            return Err(OfficeError::Invalid(vec![Problem::plain("close", "allocation-problem-not-solved")]));
        }
        let answer = Answer::read(&run.answer)?;
        // As the register is in this transaction: nobody becomes protected, and no home is given, meanwhile.
        let scene = Scene::gather_in(work.tx, office)?;
        if answer.placements.iter().any(|placed| !stands(&scene, &choices, placed)) {
            return Err(OfficeError::Invalid(vec![Problem::plain("close", "allocation-problem-stale")]));
        }
        let mut decided = Vec::new();
        let mut ids = Vec::new();
        for placed in &answer.placements {
            let (placement, line) = place(work, (&meeting, &scene), (&answer, placed, &choices))?;
            decided.push(line);
            ids.push(placement);
        }
        decided.sort_by_key(|line| line.step);
        let minutes = Minutes {
            day: work.today,
            closed_by: work.actor.name.clone(),
            participants: participants(work, &scene, id)?,
            choices: laid(&scene, &choices),
            limits: Some(meeting.limits),
            without_home: answer.unplaced.len(),
            run: run.position,
            program: run.program,
            optimal: answer.optimal,
            score: answer.score,
            decided,
        };
        if !store::close(work.tx, (id, version), (work.today, minutes.sealed(work.secrets, id)?))? {
            return Err(OfficeError::Stale);
        }
        let mark = paper::keep(work, &meeting, &minutes)?;
        let details = json!({"after": {"closed": work.today, "run": minutes.run, "placements": ids, "sha256": mark}});
        let details = details.to_string();
        work.note("change", About::thing(Thing::Allocation, id), details);
        Ok(ids)
    });
    match closed {
        // Another meeting was first with a home or a household.
        Err(OfficeError::Store(StoreError::Constraint { .. })) => Err(OfficeError::Stale),
        other => other,
    }
}

fn place(
    work: &mut Work<'_, '_>,
    (meeting, scene): (&Meeting, &Scene),
    (answer, placed, choices): (&Answer, &Placed, &[Choice]),
) -> Result<(String, Decided), OfficeError> {
    let candidate = scene.candidate(&placed.household).ok_or(OfficeError::Stale)?;
    let home = scene.home(&placed.to).ok_or(OfficeError::Stale)?;
    let fit = scene.fit(candidate, home);
    let (chosen, _) = chosen(choices, placed);
    let id = new_id();
    let grounds = serde_json::to_string(&fit).expect("a fit is codes, texts and numbers");
    let placement = Placement {
        meeting: meeting.id.clone(),
        household: placed.household.clone(),
        application: candidate.waits.map(|_| candidate.application.id.clone()),
        dwelling: placed.to.clone(),
        from_dwelling: placed.from.clone(),
        step: answer.step_of(&placed.household),
        chosen,
        grounds: work.secrets.encrypt(&grounds_name(&id), &grounds)?,
        decided: work.today,
        officer: work.actor.id.clone(),
        restricted: false,
        is_open: true,
        version: 1,
        id,
    };
    store::insert_placement(work.tx, &placement)?;
    let details = json!({"after": {"placement": placement.id, "dwelling": placement.dwelling}}).to_string();
    let person = &candidate.application.applicant;
    work.note("change", About { thing: Thing::Allocation, id: &meeting.id, person }, details);
    let decided = Decided {
        number: candidate.application.number(),
        home: address_and_unit(&home.dwelling.facts),
        from: placed.from.as_deref().and_then(|id| scene.home(id)).map(|home| address_and_unit(&home.dwelling.facts)),
        step: placement.step,
        chosen: chosen.code().to_owned(),
        score: fit.score.total,
        open: fit.open().map(|result| result.clause.code().to_owned()).collect(),
    };
    Ok((placement.id, decided))
}

type Listed = Vec<(String, String, Vec<String>)>;

fn participants(work: &mut Work<'_, '_>, scene: &Scene, meeting: &str) -> Result<Listed, OfficeError> {
    let number = |household: &String| scene.candidate(household).map(|candidate| candidate.application.number());
    let all = store::participants(work.tx, meeting)?;
    let listed = all.into_iter().map(|one| {
        let aside = one.steps_aside_for.iter().filter_map(number).collect();
        (one.name, one.part, aside)
    });
    Ok(listed.collect())
}

fn laid(scene: &Scene, choices: &[Choice]) -> Vec<Laid> {
    let counting = in_force(choices);
    let laid = |choice: &Choice| {
        let candidate = choice.household.as_deref().and_then(|household| scene.candidate(household));
        let home = choice.dwelling.as_deref().and_then(|id| scene.home(id));
        Laid {
            kind: choice.kind.code().to_owned(),
            number: candidate.map(|candidate| candidate.application.number()),
            home: home.map(|home| address_and_unit(&home.dwelling.facts)),
            cap: choice.cap.clone(),
            at_most: choice.at_most,
            reason: choice.reason.clone(),
            taken_back: choice.taken_back,
            overridden: !choice.taken_back && !counting.contains(&choice),
        }
    };
    choices.iter().map(laid).collect()
}

/// Lets an open placement go: no offer is made on it, and the home and the household can be in another meeting.
///
/// # Errors
/// [`OfficeError::NotFound`] when the meeting has no such open placement.
pub fn release(office: &Office, actor: &Actor, (meeting, placement): (&str, &str)) -> Result<(), OfficeError> {
    actor.may(Action::Change, Thing::Allocation)?;
    office.change(actor, |work| {
        let all = store::placements_of(work.tx, meeting)?;
        let is_ours = all.iter().any(|it| it.id == placement);
        if !(is_ours && store::end_placement(work.tx, placement)?) {
            return Err(OfficeError::NotFound);
        }
        let details = json!({"before": {"placement": placement}}).to_string();
        work.note("change", About::thing(Thing::Allocation, meeting), details);
        Ok(())
    })
}
