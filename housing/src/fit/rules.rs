//! The municipality's own rules for what fits whom, as data with a first day.

use super::answer::{Clause, ClauseResult, Fact, FitAnswer, Found};
use super::limits::CapRule;
use super::score::ScoreTable;
use crate::Date;
use crate::dwellings::Category;
use crate::needs::{FollowUpLevel, NeedKind};
use std::sync::LazyLock;

mod check;

pub use check::{CAP_FIELDS, CapFields, CapProblem, FitRulesProblem};

/// What a clause found, before the rule says how much it weighs.
pub(super) type Finding = (FitAnswer, Found, Vec<Fact>);

/// The rules that hold from a day (*passregler*). A clause without a rule is not looked at.
///
/// Every rule has a `clause`, where it stands written, and a `demand`: what it means that a home is otherwise.
#[doc(alias = "passregler")]
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FitRules {
    pub name: String,
    pub valid_from: Date,
    /// Who adopted the rules and when, or where they can be read.
    pub source: String,
    pub open_questions: OpenQuestions,
    /// Tenants whose lease ends within so many months, and who live too crowded or too spaciously, are asked too.
    pub lease_ends_within_months: Option<u16>,
    pub category: Option<CategoryRule>,
    pub rooms: Option<RoomsRule>,
    pub access: Option<AccessRule>,
    pub rent: Option<RentRule>,
    pub impossible_area: Option<AreaRule>,
    pub wished_area: Option<AreaRule>,
    pub near_and_far: Option<PlainRule>,
    pub follow_up: Option<FollowUpRule>,
    pub pets: Option<PlainRule>,
    pub neighbours: Option<PlainRule>,
    pub lease: Option<LeaseFitRule>,
    pub score: ScoreTable,
    pub moves: MoveLimits,
    /// The limits that keep a neighbourhood good to live in (*spredt bosetting*).
    #[serde(default)]
    pub caps: Vec<CapRule>,
}

code_list! {
    /// What it means that a home is otherwise than a rule asks.
    Demand "demand" {
        /// It does not fit.
        Must = "KRAV",
        /// A person must weigh it.
        Weigh = "SKJONN",
        /// Only the score tells.
        Wish = "ONSKE",
    }
}

code_list! {
    /// Whether a home is proposed while something is to be cleared up.
    OpenQuestions "open-questions" { Propose = "FORESLAA", LeaveOut = "UTELAT" }
}

code_list! {
    /// How children who stay part of the time count in the need for rooms (*samvær*).
    #[doc(alias = "samvær")]
    CustodyCounts "custody-counts" { Whole = "HELE", EverySecond = "ANNETHVERT", NotAtAll = "INGEN" }
}

/// Which kinds of home are open to whom.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CategoryRule {
    pub clause: String,
    pub demand: Demand,
    /// Open to those of whom nobody has said what kind they need, and to needs that have no row.
    pub for_everybody: Vec<Category>,
    pub by_need: Vec<CategoryRow>,
}

/// The kinds of home that answer a need.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CategoryRow {
    pub need: NeedKind,
    pub categories: Vec<Category>,
}

/// Rooms by the municipality's norm.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RoomsRule {
    pub clause: String,
    pub demand: Demand,
    pub contact_children: CustodyCounts,
    /// Rooms beyond the norm that a home may have all the same.
    pub spare_rooms: u8,
}

/// What the household needs to be able to use the home.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AccessRule {
    pub clause: String,
    pub demand: Demand,
}

/// How much of the income after tax the rent may take. Housing allowance is not known, so the share is plain.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RentRule {
    pub clause: String,
    pub demand: Demand,
    pub most_percent: u16,
}

/// Where they wish to live, or cannot.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AreaRule {
    pub clause: String,
    pub demand: Demand,
}

/// A rule with nothing to set but how much it weighs.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlainRule {
    pub clause: String,
    pub demand: Demand,
}

/// From which level on follow-up takes a building with staff.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FollowUpRule {
    pub clause: String,
    pub demand: Demand,
    pub staffed_from: FollowUpLevel,
}

/// Whether the municipality can let the home for as long as the lease lasts.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LeaseFitRule {
    pub clause: String,
    pub demand: Demand,
}

/// How much may move at once. What is left out has no limit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MoveLimits {
    /// Tenants who move in one meeting.
    pub moves: Option<u32>,
    /// Tenants who trade homes among themselves.
    pub ring: Option<u32>,
    /// Tenants who move after each other.
    pub chain: Option<u32>,
}

/// Written rules that cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadFitRules {
    /// Names the line and the field.
    #[error("the rules cannot be read: {0}")]
    Unreadable(String),
    #[error("the rules cannot hold: {}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "))]
    Impossible(Vec<FitRulesProblem>),
}

static SHIPPED: LazyLock<FitRules> = LazyLock::new(|| {
    FitRules::from_toml(include_str!("../../../parameters/fit_rules/standard.toml"))
        .expect("the rules to begin with are part of the program and tested")
});

impl FitRules {
    /// The rules a municipality begins with, until it has adopted its own.
    pub fn shipped() -> &'static Self {
        &SHIPPED
    }

    /// Reads rules written as TOML.
    ///
    /// # Errors
    /// A field that is missing, misspelt or of the wrong kind is named with its line; if all can be read, everything
    /// that cannot hold is told at once.
    pub fn from_toml(text: &str) -> Result<Self, BadFitRules> {
        let rules: Self = toml::from_str(text).map_err(|error| BadFitRules::Unreadable(error.to_string()))?;
        let problems = rules.check();
        if problems.is_empty() { Ok(rules) } else { Err(BadFitRules::Impossible(problems)) }
    }

    /// Each clause that is looked at, how much it weighs, and where it stands written.
    pub fn asked(&self) -> Vec<(Clause, Demand, &str)> {
        fn of<R: Rule>(clause: Clause, rule: Option<&R>) -> Option<(Clause, Demand, &str)> {
            rule.map(Rule::written).map(|(written, demand)| (clause, demand, written))
        }
        let asked = [
            of(Clause::Category, self.category.as_ref()),
            of(Clause::Rooms, self.rooms.as_ref()),
            of(Clause::Access, self.access.as_ref()),
            of(Clause::Rent, self.rent.as_ref()),
            of(Clause::ImpossibleArea, self.impossible_area.as_ref()),
            of(Clause::WishedArea, self.wished_area.as_ref()),
            of(Clause::NearAndFar, self.near_and_far.as_ref()),
            of(Clause::FollowUp, self.follow_up.as_ref()),
            of(Clause::Pets, self.pets.as_ref()),
            of(Clause::Neighbours, self.neighbours.as_ref()),
            of(Clause::Lease, self.lease.as_ref()),
        ];
        asked.into_iter().flatten().collect()
    }

    /// The rules as [`FitRules::from_toml`] reads them.
    pub fn to_toml(&self) -> String {
        toml::to_string(self).expect("every field of the rules can stand in TOML")
    }
}

impl CustodyCounts {
    /// How many rooms' worth of children so many are.
    pub(super) const fn of(self, contact_children: u8) -> u8 {
        match self {
            Self::Whole => contact_children,
            Self::EverySecond => contact_children.div_ceil(2),
            Self::NotAtAll => 0,
        }
    }
}

impl Demand {
    const fn weighed(self, answer: FitAnswer) -> FitAnswer {
        match (answer, self) {
            (FitAnswer::DoesNot, Self::Weigh) => FitAnswer::NeedsJudgement,
            (FitAnswer::DoesNot | FitAnswer::NeedsJudgement | FitAnswer::Missing, Self::Wish) => FitAnswer::Fits,
            (FitAnswer::DoesNot | FitAnswer::NeedsJudgement | FitAnswer::Missing, Self::Must)
            | (FitAnswer::NeedsJudgement | FitAnswer::Missing, Self::Weigh)
            | (FitAnswer::Fits, _) => answer,
        }
    }
}

/// A rule that answers one clause.
pub(super) trait Rule {
    fn written(&self) -> (&str, Demand);

    /// The clause's answer, by what was found and how much the rule weighs.
    fn result(&self, clause: Clause, (answer, found, facts): Finding) -> ClauseResult {
        let (rule, demand) = self.written();
        ClauseResult { clause, answer: demand.weighed(answer), found, facts, rule: rule.to_owned() }
    }
}

macro_rules! rules {
    ($($rule:ty),+) => {$(
        impl Rule for $rule {
            fn written(&self) -> (&str, Demand) {
                (&self.clause, self.demand)
            }
        }
    )+};
}

rules!(CategoryRule, RoomsRule, AccessRule, RentRule, AreaRule, PlainRule, FollowUpRule, LeaseFitRule);
