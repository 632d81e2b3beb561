//! Which home fits which household, clause by clause: the municipality's own dated rules held against what is
//! known of both.
//!
//! A clause answers from facts, leaves what facts cannot settle to a person, and never counts a fact nobody has
//! asked for as a no. What fits gets a score: a plain sum of named parts that the office sets and sees. The answer
//! is a reading for those who allocate, never an allocation.

mod access;
mod answer;
mod before;
mod circumstances;
mod home;
mod household;
mod limits;
mod neighbourhood;
mod rules;
mod score;
mod size;
#[cfg(test)]
mod tests;

pub use answer::{Clause, ClauseResult, Fact, FactName, FactValue, Fit, FitAnswer, FitReading, Found};
pub use before::{Before, Standing};
pub use home::{FitHome, HomeTraits};
pub use household::{FitHousehold, LivesNow, StayAway};
pub use limits::{Cap, CapHome, CapHousehold, CapRule, CountedBy, caps};
pub use rules::{
    AccessRule, AreaRule, BadFitRules, CAP_FIELDS, CapFields, CapProblem, CategoryRow, CategoryRule, CustodyCounts,
    Demand, FitRules, FitRulesProblem, FollowUpRule, LeaseFitRule, MoveLimits, OpenQuestions, PlainRule, RentRule,
    RoomsRule,
};
pub use score::{Score, ScorePart, ScoreTable};

use crate::Date;
use crate::dwellings::{Category, Rooms};
use crate::people::RoomNorm;
use rules::Rule;

/// Whether a home of a category and a size could fit a household, whatever else it is: [`fit`] says no to every home
/// that this says no to.
pub fn could_fit(
    rules: &FitRules,
    norm: &RoomNorm,
    household: &FitHousehold,
    (category, rooms): (Category, Option<Rooms>),
) -> bool {
    let home = FitHome { rooms, ..FitHome::of(category) };
    let of_category = rules.category.as_ref();
    let found = [
        of_category.map(|r| r.result(Clause::Category, neighbourhood::category(r, household, &home))),
        rules.rooms.as_ref().map(|r| r.result(Clause::Rooms, size::rooms(r, norm, household, &home))),
    ];
    found.into_iter().flatten().all(|result| result.answer != FitAnswer::DoesNot)
}

/// Holds a household against a home on a day.
pub fn fit(rules: &FitRules, norm: &RoomNorm, (household, home): (&FitHousehold, &FitHome), day: Date) -> Fit {
    let impossible = rules.impossible_area.as_ref();
    let found = [
        rules.category.as_ref().map(|r| r.result(Clause::Category, neighbourhood::category(r, household, home))),
        rules.rooms.as_ref().map(|r| r.result(Clause::Rooms, size::rooms(r, norm, household, home))),
        rules.access.as_ref().map(|r| r.result(Clause::Access, access::access(household, home))),
        rules.rent.as_ref().map(|r| r.result(Clause::Rent, size::rent(r, household, home))),
        impossible.map(|r| r.result(Clause::ImpossibleArea, neighbourhood::impossible_area(household, home))),
        rules.wished_area.as_ref().map(|r| r.result(Clause::WishedArea, neighbourhood::wished_area(household, home))),
        rules.near_and_far.as_ref().map(|r| r.result(Clause::NearAndFar, neighbourhood::near_and_far(household))),
        rules.follow_up.as_ref().map(|r| r.result(Clause::FollowUp, circumstances::follow_up(r, household, home))),
        rules.pets.as_ref().map(|r| r.result(Clause::Pets, circumstances::pets(household, home))),
        rules.neighbours.as_ref().map(|r| r.result(Clause::Neighbours, circumstances::neighbours(household))),
        rules.lease.as_ref().map(|r| r.result(Clause::Lease, circumstances::lease(household, home, day))),
    ];
    let clauses: Vec<ClauseResult> = found.into_iter().flatten().collect();
    let score = Score::of(&rules.score, (household, home), &clauses);
    Fit { clauses, score, open_questions: rules.open_questions }
}
