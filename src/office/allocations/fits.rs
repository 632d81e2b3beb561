//! Why and why not: any household against any home, all homes for a household, all households for a home.

use super::scene::{Candidate, Home, Scene};
use super::solving::Answer;
use crate::access::{Action, Denied, Thing};
use crate::office::applications::known_application;
use crate::office::{About, Actor, Office, OfficeError};
use crate::store::allocations as store;
use crate::store::applications::Application;
use housing::fit::{Before, Fit, Standing};
use housing::people::Name;
use serde_json::json;

/// What was asked for.
#[derive(Debug)]
pub enum Look {
    /// One household and one home, clause by clause.
    Pair { candidate: Box<Candidate>, home: Box<Home>, fit: Fit, in_the_meeting: Option<InTheMeeting> },
    /// The homes that can be given, the best first.
    Homes { candidate: Box<Candidate>, rows: Vec<(Home, Fit)> },
    /// Those who wait, the best first.
    Households { home: Box<Home>, rows: Vec<(Candidate, Fit)> },
}

/// What the newest meeting that is not closed would do with the home.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InTheMeeting {
    /// It is proposed for this household.
    Proposed,
    /// Another household came before.
    Another(Before),
    /// Nobody is proposed for it.
    Nobody,
}

/// Holds what was asked for against each other. An application that must not be tied to homes is not found.
///
/// # Errors
/// [`OfficeError::NotFound`] when there is no such application or home, or neither was asked for.
pub fn look(
    office: &Office,
    actor: &Actor,
    (application, dwelling): (Option<&str>, Option<&str>),
) -> Result<Look, OfficeError> {
    actor.may(Action::Look, Thing::Allocation)?;
    let applicant = application.map(|id| office.store().read(|tx| known_application(tx, actor, id))).transpose()?;
    if applicant.as_ref().is_some_and(|(application, person)| application.restricted || person.protection.hides_home())
    {
        return Err(OfficeError::Denied(Denied::Hidden));
    }
    let person = applicant.as_ref().map(|(_, person)| person.id.clone()).unwrap_or_default();
    let asked = applicant.map(|(application, person)| (application, person.name));
    let household = asked.as_ref().map(|(application, _)| application.household.clone());
    let scene = Scene::around(office, asked, dwelling)?;
    let candidate = household.and_then(|household| scene.candidate(&household)).cloned();
    let home = dwelling.and_then(|id| scene.home(id)).cloned();
    let look = match (candidate, home) {
        (Some(candidate), Some(home)) => {
            let fit = scene.fit(&candidate, &home);
            let in_the_meeting = in_the_meeting(office, &scene, (&candidate, &home))?;
            Look::Pair { candidate: Box::new(candidate), home: Box::new(home), fit, in_the_meeting }
        }
        (Some(candidate), None) if dwelling.is_none() => Look::Homes {
            rows: best_first(scene.homes.iter().map(|home| (home.clone(), scene.fit(&candidate, home))), |_| 0),
            candidate: Box::new(candidate),
        },
        (None, Some(home)) if application.is_none() => {
            let class = |candidate: &Candidate| candidate.need_class().unwrap_or(u32::MAX);
            let waiting = scene.candidates.iter().filter(|candidate| candidate.waits.is_some());
            let fits = waiting.map(|candidate| (candidate.clone(), scene.fit(candidate, &home)));
            Look::Households { rows: best_first(fits, class), home: Box::new(home) }
        }
        (Some(_) | None, Some(_) | None) => return Err(OfficeError::NotFound),
    };
    let details = json!({"fit": {"application": application, "dwelling": dwelling}}).to_string();
    let about = About { thing: Thing::Allocation, id: application.or(dwelling).unwrap_or_default(), person: &person };
    office.looked(actor, about, details)?;
    Ok(look)
}

/// How a home suits the household of an application as both stand today, for a page that has noted who it shows.
///
/// # Errors
/// When the store fails.
pub(in crate::office) fn fit_of(
    office: &Office,
    applicant: (Application, Name),
    dwelling: &str,
) -> Result<Option<Fit>, OfficeError> {
    let scene = Scene::of_pair(office, applicant, dwelling)?;
    let pair = scene.candidates.first().zip(scene.home(dwelling));
    Ok(pair.map(|(candidate, home)| scene.fit(candidate, home)))
}

/// What can be proposed first, then by class and score.
fn best_first<T>(rows: impl Iterator<Item = (T, Fit)>, class: impl Fn(&T) -> u32) -> Vec<(T, Fit)> {
    let mut rows: Vec<(T, Fit)> = rows.collect();
    rows.sort_by_key(|(one, fit)| (fit.reading(), class(one), std::cmp::Reverse(fit.score.total)));
    rows
}

fn in_the_meeting(
    office: &Office,
    scene: &Scene,
    (candidate, home): (&Candidate, &Home),
) -> Result<Option<InTheMeeting>, OfficeError> {
    let run = office.store().read(|tx| {
        let open = store::all(tx)?.into_iter().find(|meeting| meeting.closed.is_none());
        open.map_or(Ok(None), |meeting| store::last_run(tx, &meeting.id))
    })?;
    let Some(run) = run else { return Ok(None) };
    let answer = Answer::read(&run.answer)?;
    let standing = |one: &Candidate| Standing { need_class: one.need_class(), score: scene.fit(one, home).score.total };
    let who = answer.who_gets(home.id()).map(|placed| placed.household.as_str());
    Ok(Some(match who {
        None => InTheMeeting::Nobody,
        Some(household) if household == candidate.household => InTheMeeting::Proposed,
        Some(household) => match scene.candidate(household) {
            Some(other) => InTheMeeting::Another(Before::why(standing(candidate), standing(other))),
            None => InTheMeeting::Nobody,
        },
    }))
}
