//! Why and why not: any household against any home, all homes for a household, all households for a home.

use super::choices::{Choice, choices};
use super::in_meeting::{InTheMeeting, Kept};
use super::problem::ProblemFile;
use super::scene::{Candidate, Home, Scene};
use super::solving::Answer;
use crate::access::{Action, Denied, Thing};
use crate::office::applications::known_application;
use crate::office::{About, Actor, Office, OfficeError};
use crate::store::Tx;
use crate::store::allocations::{self as store, Meeting, Run};
use crate::store::applications::Application;
use crate::store::dwellings::{self, Dwelling};
use housing::Date;
use housing::fit::Fit;
use housing::people::Name;
use serde_json::json;

/// What was asked for.
#[derive(Debug)]
pub enum Look {
    /// One household and one home, clause by clause.
    Pair { candidate: Box<Candidate>, home: Box<Home>, fit: Fit, met: Vec<Met> },
    /// The homes that can be given or freed, the best first.
    Homes { candidate: Box<Candidate>, rows: Vec<(Home, Fit)>, met: Vec<Met> },
    /// Those who wait, the best first.
    Households { home: Box<Home>, rows: Vec<(Candidate, Fit)> },
}

/// What a meeting does for a household, as it is kept with the meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Met {
    pub day: Date,
    /// It is over, and this is what it decided.
    pub closed: bool,
    /// The homes that could be proposed for the household, or the one that was asked about.
    pub homes: Vec<(Dwelling, MetHome)>,
}

/// What a meeting does with a home for a household.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MetHome {
    pub found: InTheMeeting,
    /// The home that the household gets instead.
    pub instead: Option<Dwelling>,
}

/// Holds what was asked for against each other. An application that must not be tied to homes is not found.
///
/// # Errors
/// [`OfficeError::NotFound`] when there is no such application or home, or neither was asked for.
pub fn look(
    office: &Office,
    actor: &Actor,
    (application, dwelling): (Option<&str>, Option<&str>),
    named: bool,
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
    let scene = Scene::around(office, actor, asked, dwelling)?;
    let candidate = household.and_then(|household| scene.candidate(&household)).cloned();
    let home = dwelling.and_then(|id| scene.home(id)).cloned();
    let look = match (candidate, home) {
        (Some(candidate), Some(home)) => {
            let fit = scene.fit(&candidate, &home);
            let met = met(office, &candidate, Some(home.id()))?;
            Look::Pair { candidate: Box::new(candidate), home: Box::new(home), fit, met }
        }
        (Some(candidate), None) if dwelling.is_none() => Look::Homes {
            rows: best_first(others_homes(&scene, &candidate), |_| 0),
            met: met(office, &candidate, None)?,
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
    let details = json!({"fit": {"application": application, "dwelling": dwelling}, "names": named}).to_string();
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
    actor: &Actor,
    applicant: (Application, Name),
    dwelling: &str,
) -> Result<Option<Fit>, OfficeError> {
    let scene = Scene::of_pair(office, actor, applicant, dwelling)?;
    let pair = scene.candidates.first().zip(scene.home(dwelling));
    Ok(pair.map(|(candidate, home)| scene.fit(candidate, home)))
}

/// The homes that can be given or freed, but for the household's own, each with how it suits.
fn others_homes(scene: &Scene, candidate: &Candidate) -> impl Iterator<Item = (Home, Fit)> {
    let own = candidate.lives_in.as_ref().map(|living| living.dwelling.as_str());
    let others = scene.targets().into_iter().filter(move |home| Some(home.id()) != own);
    others.map(|home| (home.clone(), scene.fit(candidate, home)))
}

/// What can be proposed first, then by class and score.
fn best_first<T>(rows: impl Iterator<Item = (T, Fit)>, class: impl Fn(&T) -> u32) -> Vec<(T, Fit)> {
    let mut rows: Vec<(T, Fit)> = rows.collect();
    rows.sort_by_key(|(one, fit)| (fit.reading(), class(one), std::cmp::Reverse(fit.points())));
    rows
}

/// What the meeting that is open, and the one that was closed last, do for a household: with one home, or with all that
/// could be proposed for it.
fn met(office: &Office, candidate: &Candidate, home: Option<&str>) -> Result<Vec<Met>, OfficeError> {
    // What a plan from before said of each home could tell where somebody lives whom only the named group may know of.
    if candidate.closed.by_protected {
        return Ok(Vec::new());
    }
    let household = candidate.household.as_str();
    office.store().read(|tx| {
        let all = store::all(tx)?;
        let open = all.iter().find(|meeting| meeting.closed.is_none());
        let closed = all.iter().filter(|meeting| meeting.closed.is_some()).max_by_key(|meeting| meeting.closed);
        let mut met = Vec::new();
        for meeting in [open, closed].into_iter().flatten() {
            if let Some(run) = store::last_run(tx, &meeting.id)? {
                let choices = choices(tx, office.secrets(), &meeting.id)?;
                met.extend(met_in(tx, (meeting, &run, &choices), household, home)?);
            }
        }
        Ok(met)
    })
}

/// `None` when the household, or the home that was asked about, was not in the meeting.
fn met_in(
    tx: &mut Tx<'_>,
    (meeting, run, choices): (&Meeting, &Run, &[Choice]),
    household: &str,
    home: Option<&str>,
) -> Result<Option<Met>, OfficeError> {
    let (problem, answer) = (ProblemFile::read(&run.problem)?, Answer::read(&run.answer)?);
    let kept = Kept::new(&problem, &answer, choices);
    let asked = home.map_or_else(|| kept.homes_for(household), |home| vec![home]);
    let mut homes = Vec::new();
    for id in asked {
        let Some((found, home)) = kept.why(household, id).zip(dwellings::find(tx, id)?) else { continue };
        let instead = match &found {
            InTheMeeting::Elsewhere(other) => dwellings::find(tx, other)?,
            InTheMeeting::Proposed
            | InTheMeeting::DoesNotFit
            | InTheMeeting::HeldBack
            | InTheMeeting::Forbidden
            | InTheMeeting::SetAside
            | InTheMeeting::Another(_)
            | InTheMeeting::CapFull(_)
            | InTheMeeting::MovesUsed
            | InTheMeeting::LivedIn
            | InTheMeeting::Nobody => None,
        };
        homes.push((home, MetHome { found, instead }));
    }
    Ok((!homes.is_empty()).then_some(Met { day: meeting.day, closed: meeting.closed.is_some(), homes }))
}
