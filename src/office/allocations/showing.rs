//! What the meeting sees: the homes with who is proposed for them and why, and what the limits cost.

use super::cards::{Card, Found, chosen};
use super::choices::{Choice, in_force};
use super::meeting::as_laid_down;
use super::problem::ProblemFile;
use super::scene::{Candidate, Home, Scene};
use super::solving::{Answer, Moved, Placed};
use super::unmet::{Unmet, unmet};
use super::what_if::Imagined;
use crate::access::{Action, Thing};
use crate::office::dwellings::address_and_unit;
use crate::office::{About, Actor, Office, OfficeError};
use crate::store::allocations::{self as store, Chosen, Meeting, Participant};
use crate::store::cases::{self, Case};
use crate::store::{StoreError, Tx, applications, offers};
use housing::decisions::DecisionKind;
use housing::fit::MoveLimits;
use housing::offers::leads_to_an_offer;
use serde_json::json;
use std::collections::BTreeSet;
use std::ops::Range;

/// A limit as the plan keeps it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CapUse {
    pub name: String,
    pub at_most: u32,
    /// How many it counts in the plan.
    pub used: usize,
    /// How many it counts today: nobody is forced out, so it allows that many at least.
    pub today: usize,
}

/// A household that gets nothing, and the solver's words for why.
#[derive(Clone, Debug)]
pub struct Without {
    pub candidate: Candidate,
    pub why: String,
}

/// A change of the plan since it was solved for something else.
#[derive(Clone, Debug)]
pub struct Change {
    /// `lives_in` is where a tenant stays who gets no other home.
    pub candidate: Candidate,
    pub before: Option<Home>,
    pub after: Option<Home>,
}

/// A placement that waits for its offer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenPlacement {
    pub id: String,
    pub next: NextForPlacement,
    pub number: String,
    pub dwelling: String,
    pub address: String,
}

/// What comes next for a placement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NextForPlacement {
    /// A tenant who has not applied: the exchange is applied for and decided first.
    OpenExchange,
    /// A home is not granted yet.
    Decide {
        case: String,
    },
    /// The offer is made in the case.
    Offer {
        case: String,
    },
    Offered {
        offer: String,
    },
    /// No case of the application leads to an offer.
    Nothing,
}

/// Everything the page of a meeting shows.
#[derive(Debug)]
pub struct Shown {
    pub meeting: Meeting,
    pub participants: Vec<Participant>,
    pub cards: Vec<Card>,
    pub without: Vec<Without>,
    pub caps: Vec<CapUse>,
    pub choices: Vec<Choice>,
    pub changes: Vec<Change>,
    /// What was locked or left for somebody, and is not in the plan.
    pub unmet: Vec<Unmet>,
    pub answer: Option<Answer>,
    /// The newest run, from 1.
    pub run: i64,
    /// The program that found its answer.
    pub program: String,
    /// Whether the newest run is solved for all that the meeting has laid down.
    pub is_solved: bool,
    /// Placements that no longer hold: something has changed in the register since it was solved.
    pub stale: usize,
    /// What was decided and waits for its offer.
    pub open: Vec<OpenPlacement>,
    pub candidates: Vec<Candidate>,
    /// Those whose home the named group finds.
    pub for_named_group: Vec<Candidate>,
    /// In a register so large that not everything can be tried: so many homes were tried for each household.
    pub homes_each: Option<usize>,
}

impl Shown {
    /// Whether a choice counts, and no later one in its place.
    pub fn counts(&self, choice: &Choice) -> bool {
        in_force(&self.choices).contains(&choice)
    }
}

/// A meeting with its plan as it stands; `part` tells which cards are looked at, for what calls for work is found for
/// those only.
///
/// # Errors
/// [`OfficeError::NotFound`] when there is no such meeting.
pub fn show(
    office: &Office,
    actor: &Actor,
    id: &str,
    part: impl Fn(&[Card]) -> Range<usize>,
) -> Result<Shown, OfficeError> {
    actor.may(Action::Look, Thing::Allocation)?;
    let scene = Scene::gather(office)?;
    let (meeting, participants, choices, runs, open) = office.store().read(|tx| {
        let (meeting, choices) = as_laid_down(tx, office.secrets(), id)?;
        let (participants, run) = (store::participants(tx, id)?, store::last_run(tx, id)?);
        let before = run.as_ref().map(|run| store::last_run_of_another(tx, id, &run.problem)).transpose()?.flatten();
        let runs = (run, before);
        Ok::<_, OfficeError>((meeting, participants, choices, runs, open_placements(tx, actor, id)?))
    })?;
    let read = |run: Option<&store::Run>| run.map(|run| Answer::read(&run.answer)).transpose();
    let (run, before) = (runs.0.as_ref(), read(runs.1.as_ref())?);
    let pairs = scene.pairs();
    let problem = ProblemFile::of(&scene, &pairs.all, (&choices, meeting.limits), &Imagined::default());
    let answer = read(run)?;
    let mut shown = Shown {
        cards: Vec::new(),
        without: Vec::new(),
        caps: Vec::new(),
        changes: Vec::new(),
        unmet: Vec::new(),
        run: run.map_or(0, |run| run.position),
        program: run.map(|run| run.program.clone()).unwrap_or_default(),
        is_solved: run.is_some_and(|run| run.meeting_version == meeting.version),
        stale: 0,
        meeting,
        participants,
        choices,
        open,
        answer: None,
        candidates: scene.candidates.clone(),
        for_named_group: scene.for_named_group.clone(),
        homes_each: pairs.homes_each,
    };
    if let Some(answer) = answer {
        let found = Found { scene: &scene, pairs: &pairs.all, problem: &problem, answer: &answer };
        shown.cards = found.cards(&shown.choices);
        let looked_at = part(&shown.cards);
        found.look_closer(shown.cards.get_mut(looked_at).unwrap_or_default(), &shown.choices);
        shown.unmet = unmet(&scene, &problem, (&answer, &shown.choices));
        shown.without = without(&scene, &answer);
        shown.caps = caps(&problem, &answer);
        shown.changes = before.map(|before| changes(&scene, answer.since(&before))).unwrap_or_default();
        shown.stale = answer.placements.iter().filter(|placed| !stands(&scene, &shown.choices, placed)).count();
        shown.answer = Some(answer);
    }
    office.looked(actor, About::thing(Thing::Allocation, id), json!({"run": shown.run}).to_string())?;
    Ok(shown)
}

/// What waits for its offer, but for households that the actor may not see beside a home.
fn open_placements(tx: &mut Tx<'_>, actor: &Actor, meeting: &str) -> Result<Vec<OpenPlacement>, StoreError> {
    let mut shown = Vec::new();
    for placement in store::placements_of(tx, meeting)?.into_iter().filter(|placement| placement.is_open) {
        let applications = applications::of_household(tx, &placement.household)?;
        let ours = applications.iter().find(|it| placement.application.as_ref().is_none_or(|id| *id == it.id));
        let Some(application) = ours.filter(|application| actor.may_tie(application.restricted).is_ok()) else {
            continue;
        };
        let cases = cases::of_application(tx, &application.id)?;
        let home = store::homes_by_id(tx, &[&placement.dwelling])?.into_iter().next();
        shown.push(OpenPlacement {
            next: next(tx, &placement, &cases)?,
            number: application.number(),
            address: home.map(|home| address_and_unit(&home.dwelling.facts)).unwrap_or_default(),
            dwelling: placement.dwelling,
            id: placement.id,
        });
    }
    Ok(shown)
}

/// What comes next for what a meeting decided.
fn next(tx: &mut Tx<'_>, placement: &store::Placement, cases: &[Case]) -> Result<NextForPlacement, StoreError> {
    if placement.application.is_none() {
        return Ok(NextForPlacement::OpenExchange);
    }
    let kinds: Vec<DecisionKind> = cases.iter().map(|case| case.kind).collect();
    let Some(case) = cases.iter().find(|case| leads_to_an_offer(case.kind, &kinds)) else {
        return Ok(NextForPlacement::Nothing);
    };
    let offer = offers::open_of_case(tx, &case.id)?;
    Ok(match offer.filter(|offer| offer.dwelling == placement.dwelling) {
        Some(offer) => NextForPlacement::Offered { offer: offer.id },
        None if case.closed.is_some() => NextForPlacement::Offer { case: case.id.clone() },
        None => NextForPlacement::Decide { case: case.id.clone() },
    })
}

/// Notes that the names of households in a meeting were asked for, each of them.
///
/// # Errors
/// When the trace cannot be written: then nothing may be shown.
pub fn show_names<'a>(
    office: &Office,
    actor: &Actor,
    meeting: &str,
    named: impl Iterator<Item = &'a Candidate>,
) -> Result<(), OfficeError> {
    let people: BTreeSet<&str> = named.map(|candidate| candidate.application.applicant.as_str()).collect();
    let people = people.into_iter().map(|person| About { thing: Thing::Allocation, id: meeting, person });
    office.looked_at(actor, &people.collect::<Vec<_>>(), &json!({"names": true}).to_string())
}

/// Whether a placement can still be made.
pub(super) fn stands(scene: &Scene, choices: &[Choice], placed: &Placed) -> bool {
    let (Some(candidate), Some(home)) = (scene.candidate(&placed.household), scene.home(&placed.to)) else {
        return false;
    };
    let lives_in = candidate.lives_in.as_ref().map(|living| &living.dwelling);
    lives_in == placed.from.as_ref()
        && (chosen(choices, placed).0 != Chosen::Proposed || scene.fit(candidate, home).may_be_proposed())
}

fn without(scene: &Scene, answer: &Answer) -> Vec<Without> {
    let mut without: Vec<Without> = answer
        .unplaced
        .iter()
        .filter_map(|one| Some(Without { candidate: scene.candidate(&one.household)?.clone(), why: one.why.clone() }))
        .collect();
    without.sort_by_key(|one| one.candidate.waits);
    without
}

fn caps(problem: &ProblemFile, answer: &Answer) -> Vec<CapUse> {
    let counted = problem.counted(answer);
    let uses = problem.of_policy().map(|cap| CapUse {
        used: counted.get(cap.name.as_str()).map_or(0, BTreeSet::len),
        today: problem.counted_today(cap),
        name: cap.name.clone(),
        at_most: cap.at_most,
    });
    uses.collect()
}

/// The limits of policy that could bind, with how many each allows.
pub(super) fn limits(scene: &Scene, laid: (&[Choice], MoveLimits)) -> Vec<(String, u32)> {
    let problem = ProblemFile::of(scene, &scene.pairs().all, laid, &Imagined::default());
    problem.of_policy().map(|cap| (cap.name.clone(), cap.at_most)).collect()
}

fn changes(scene: &Scene, moved: Vec<Moved>) -> Vec<Change> {
    let home = |id: Option<String>| id.and_then(|id| scene.home(&id)).cloned();
    let change = |moved: Moved| {
        let candidate = scene.candidate(&moved.household)?.clone();
        Some(Change { candidate, before: home(moved.before), after: home(moved.after) })
    };
    moved.into_iter().filter_map(change).collect()
}
