//! The answer: who goes where and in which order, how good it is, and why the others got nothing.

use std::collections::BTreeMap;

use serde::{Serialize, Serializer};

use crate::plan::{Group, Plan};
use crate::problem::Problem;
use crate::why::{self, Why};

/// The best set of placements, or the best found before time was up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Solution {
    /// Who goes where, by household id.
    pub placements: Vec<Placement>,
    /// Steps in the order they can be carried out; who is in the same step moves on the same day.
    pub order: Vec<Vec<String>>,
    /// Households placed or moved, by need class.
    pub counts: BTreeMap<u32, i64>,
    /// The sum of the scores of all placements and moves.
    pub score: i64,
    /// Moves of households that have a home today.
    pub moves: i64,
    /// Proven: no plan is better.
    pub optimal: bool,
    /// How good the best plan can be at most, if it is not proven that this is it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bound: Option<Bound>,
    /// Who is without a home still, by household id.
    pub unplaced: Vec<Unplaced>,
    /// What the limits cost.
    pub prices: Prices,
}

/// One household gets or changes home.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Placement {
    pub household: String,
    pub from: Option<String>,
    pub to: String,
}

/// Somebody who is without a home still.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Unplaced {
    pub household: String,
    #[serde(serialize_with = "as_text")]
    pub why: Why,
}

/// The part of the objective the search was on when time was up, and what it can be at the very most. Everything
/// weightier is proven; everything lighter is as it came.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Bound {
    #[serde(serialize_with = "as_text")]
    pub level: Level,
    /// No plan that is as good in everything weightier has more than this (for moves: fewer than this).
    pub best_possible: i64,
    /// What this plan has.
    pub found: i64,
}

/// A part of the objective.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// Households of this need class placed.
    Class(u32),
    /// The sum of scores.
    Score,
    /// Moves of sitting households.
    Moves,
}

impl std::fmt::Display for Level {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Class(class) => write!(formatter, "class {class}"),
            Self::Score => formatter.write_str("score"),
            Self::Moves => formatter.write_str("moves"),
        }
    }
}

/// What each limit costs, in score, with the placements by need class held as they are. A price tells what one more
/// (or one less) is worth for a small change; it is no promise for a large one.
///
/// The prices belong to the relaxed problem, in which a placement may be made in part, and there they are exact. What
/// they promise of whole placements, `relaxed_score` says.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Prices {
    /// What one more would be worth, for each cap that binds.
    pub caps: Vec<CapPrice>,
    /// What one more move would be worth.
    pub move_limit: Price,
    /// For each home that is vacant today, what it adds: the score it would cost to keep it back.
    pub homes: Vec<HomeValue>,
    /// The score of the relaxed problem, which no plan exceeds. With one more within a cap, or one more move (while no
    /// chain or ring gets longer by it), no plan exceeds this and the price together; with a home kept back, none
    /// exceeds this less the home's value. Lacking where that is not proven: where there are need classes, or too many
    /// fits to price them all.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub relaxed_score: Option<Price>,
}

/// What one more within a cap would be worth.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CapPrice {
    pub cap: String,
    pub one_more: Price,
}

/// What keeping a vacant home back would cost.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct HomeValue {
    pub home: String,
    pub value: Price,
}

/// A price in thousandths of a score point.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Price {
    pub thousandths: i64,
}

impl Serialize for Price {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.thousandths % 1000 == 0 {
            return serializer.serialize_i64(self.thousandths / 1000);
        }
        #[expect(clippy::float_arithmetic, reason = "a price is shown with decimals and never counted with")]
        serializer.serialize_f64(self.thousandths as f64 / 1000.0)
    }
}

impl Solution {
    /// Words a plan as the answer to its problem.
    pub(crate) fn new(problem: &Problem, plan: &Plan, bound: Option<Bound>, prices: Prices) -> Self {
        let value = plan.value(problem);
        let id = |household: usize| problem.households[household].id.clone();
        let placements = plan.goes_to.iter().enumerate().filter_map(|(at, to)| {
            let from = problem.households[at].home.map(|home| problem.homes[home].clone());
            to.map(|to| Placement { household: id(at), from, to: problem.homes[to].clone() })
        });
        let order = plan.groups(problem).into_iter().flat_map(|group| match group {
            Group::Chain(chain) => chain.into_iter().map(|household| vec![id(household)]).collect(),
            Group::Ring(ring) => vec![ring.into_iter().map(id).collect()],
        });
        let unplaced = why::unplaced(problem, plan);
        Self {
            placements: placements.collect(),
            order: order.collect(),
            counts: problem.classes().into_iter().zip(value.counts).collect(),
            score: value.score,
            moves: -value.minus_moves,
            optimal: bound.is_none(),
            bound,
            unplaced: unplaced.into_iter().map(|(at, why)| Unplaced { household: id(at), why }).collect(),
            prices,
        }
    }

    /// The answer file: the same bytes for the same problem.
    pub fn to_json(&self) -> String {
        let mut text = serde_json::to_string_pretty(self).expect("an answer holds nothing JSON cannot say");
        text.push('\n');
        text
    }
}

fn as_text<T: ToString, S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&value.to_string())
}
