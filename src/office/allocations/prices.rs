//! What a home and a limit are worth in a plan. Nothing is reckoned from the solver's own prices, which say only how much
//! it can be at most: the week is solved again without the home, or with one more within the limit.

use super::problem::{CapLine, ProblemFile};
use super::solving::Answer;
use crate::access::{Action, Thing};
use crate::office::{About, Actor, Instant, Office, OfficeError};
use crate::store::allocations::{self as store, Meeting};
use crate::store::dwellings::Dwelling;
use crate::store::{StoreError, Tx};
use matching::{Problem, solve};
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// How long everything may take together, in microseconds: a municipality's week takes a part of it.
const ALL: i64 = 1_500_000;

/// How long the one that is asked for may take, in microseconds.
const ONE: i64 = 10_000_000;

/// How another plan differs from the meeting's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Worth {
    /// Households more or fewer by need class, without those that are the same, and points more or fewer.
    Differs { classes: BTreeMap<u32, i64>, score: i64 },
    /// It was not solved in the time there was.
    NotSolved,
}

/// What keeping a home back would lead to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HomePrice {
    pub home: Dwelling,
    /// Somebody is proposed for it.
    pub given: bool,
    pub held_back: Worth,
}

/// What one more within a limit would lead to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CapPrice {
    pub name: String,
    pub at_most: u32,
    /// How many it counts today. When they are more than it allows, nobody more comes in before they are fewer.
    pub today: usize,
    pub one_more: Worth,
}

/// What the homes and limits of a meeting are worth.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prices {
    pub meeting: Meeting,
    /// The plan is the best: without that there is nothing to compare with.
    pub is_proven: bool,
    /// Those that are given first, each that nobody lives in.
    pub homes: Vec<HomePrice>,
    pub caps: Vec<CapPrice>,
    /// How many tenants may move, and what one more would lead to; `None` where there is no limit.
    pub moves: Option<(u32, Worth)>,
}

/// What is asked for alone, in a register so large that not everything can be solved at once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Asked {
    Home(String),
    Cap(String),
    Moves,
}

/// What the homes and limits are worth in the plan that a meeting has found last. With `alone` one of them is solved for,
/// for as long as it takes.
///
/// # Errors
/// [`OfficeError::NotFound`] when there is no such meeting, or it is not solved.
pub fn prices(office: &Office, actor: &Actor, id: &str, alone: Option<&Asked>) -> Result<Prices, OfficeError> {
    actor.may(Action::Look, Thing::Allocation)?;
    let (meeting, problem, answer, mut homes) = office.store().read(|tx| {
        let meeting = store::find(tx, id)?.ok_or(OfficeError::NotFound)?;
        let run = store::last_run(tx, id)?.ok_or(OfficeError::NotFound)?;
        let (problem, answer) = (ProblemFile::read(&run.problem)?, Answer::read(&run.answer)?);
        let homes = vacant(tx, &problem)?;
        Ok::<_, OfficeError>((meeting, problem, answer, homes))
    })?;
    homes.sort_by_cached_key(|home| answer.who_gets(&home.id).is_none());
    let solving =
        Solving { office, answer: &answer, until: office.now() + if alone.is_some() { ONE } else { ALL }, alone };
    let home = |home: Dwelling| HomePrice {
        given: answer.who_gets(&home.id).is_some(),
        held_back: solving.worth(&Asked::Home(home.id.clone()), || problem.without_home(&home.id)),
        home,
    };
    let cap = |cap: &CapLine| CapPrice {
        name: cap.name.clone(),
        at_most: cap.at_most,
        today: problem.counted_today(cap),
        one_more: solving.worth(&Asked::Cap(cap.name.clone()), || problem.with_one_more_in(&cap.name)),
    };
    let moves = problem.max_moves().map(|most| (most, solving.worth(&Asked::Moves, || problem.with_one_more_move())));
    let prices = Prices {
        is_proven: answer.optimal,
        caps: problem.of_policy().map(cap).collect(),
        homes: homes.into_iter().map(home).collect(),
        moves,
        meeting,
    };
    office.looked(actor, About::thing(Thing::Allocation, id), json!({"prices": true}).to_string())?;
    Ok(prices)
}

/// The homes of a problem in which nobody lives.
fn vacant(tx: &mut Tx<'_>, problem: &ProblemFile) -> Result<Vec<Dwelling>, StoreError> {
    let lived_in: BTreeSet<&str> = problem.households.iter().filter_map(|it| it.home.as_deref()).collect();
    let vacant = problem.homes.iter().map(|line| line.id.as_str()).filter(|id| !lived_in.contains(id));
    let vacant: Vec<&str> = vacant.collect();
    let known = store::homes_by_id(tx, &vacant)?.into_iter().map(|home| home.dwelling);
    let mut known: HashMap<String, Dwelling> = known.map(|home| (home.id.clone(), home)).collect();
    Ok(vacant.into_iter().filter_map(|id| known.remove(id)).collect())
}

/// Solving again and again, for as long as there is time.
struct Solving<'a> {
    office: &'a Office,
    answer: &'a Answer,
    until: Instant,
    alone: Option<&'a Asked>,
}

impl Solving<'_> {
    /// How the best plan of another problem differs from the meeting's.
    fn worth(&self, of: &Asked, other: impl Fn() -> ProblemFile) -> Worth {
        let is_over = || self.office.now() > self.until;
        if !self.answer.optimal || self.alone.is_some_and(|alone| alone != of) || is_over() {
            return Worth::NotSolved;
        }
        // A problem that was solved does not contradict itself with one home less, or one more within a limit.
        let Ok(problem) = Problem::from_json(other().text().as_bytes()) else { return Worth::NotSolved };
        let found = solve(&problem, &is_over);
        if !found.optimal {
            return Worth::NotSolved;
        }
        let mut classes = found.counts.clone();
        for (class, count) in &self.answer.counts {
            *classes.entry(*class).or_insert(0) -= count;
        }
        classes.retain(|_, count| *count != 0);
        Worth::Differs { classes, score: found.score - self.answer.score }
    }
}
