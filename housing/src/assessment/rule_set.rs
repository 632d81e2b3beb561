//! A municipality's own rules for municipal homes, as data: who may be granted one, in which order they
//! wait, how long the lease is.

use crate::Date;
use crate::applications::HousingSituation;
use crate::both_forms::BothForms;
use crate::dated::NothingInForce;
use crate::needs::FollowUpLevel;
use crate::offers::DeclineReason;
use crate::people::RoomNorm;
use crate::waiting_list::PriorityGround;

use super::base_amount::BaseAmounts;
use super::exceptions::{AgeException, TimeException};
use super::facts::{Basis, StayBasis};

mod check;
mod written;

pub use check::RuleSetProblem;
pub use written::BadRuleSet;

/// The rules that hold from a day (*regelsett*). A ground without a rule is not asked for.
///
/// Every rule has a `clause`, where it stands written, and most can be `waivable`: the rules say "as a
/// main rule", so that whoever does not meet it is left to judgement instead of refused.
#[doc(alias = "regelsett")]
#[doc(alias = "tildelingskriterier")]
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RuleSet {
    pub name: String,
    pub valid_from: Date,
    /// Who adopted the rules and when, or where they can be read.
    pub source: String,
    /// What letters call the municipality's own appeal body; empty when the letter settings say it.
    pub appeal_body: String,
    /// Whether those who are otherwise alike wait in order of time.
    pub time_counts: bool,
    pub age: Option<AgeRule>,
    pub time_here: Option<TimeHereRule>,
    pub stay: Option<StayRule>,
    pub home: Option<HomeRule>,
    pub income: Option<IncomeRule>,
    pub wealth: Option<WealthRule>,
    pub overdue: Option<OverdueRule>,
    pub quarantine: Option<QuarantineRule>,
    pub purchase: Option<PurchaseRule>,
    pub target_group: Option<JudgedRule>,
    pub own_effort: Option<JudgedRule>,
    pub lease: LeaseRule,
    pub offer: OfferRule,
    #[serde(default)]
    pub room_norm: RoomNorm,
    /// Which grounds go before others; a ground that is not here does not count.
    #[serde(default)]
    pub priority: Vec<PriorityRow>,
    /// Used instead of the order of grounds, where the municipality counts points.
    pub points: Option<PointsTable>,
    #[serde(default = "FollowUpRow::usual")]
    pub follow_up: Vec<FollowUpRow>,
}

/// How old an applicant must be.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AgeRule {
    pub clause: BothForms,
    #[serde(default)]
    pub waivable: bool,
    pub least_years: u8,
    #[serde(default)]
    pub exceptions: Vec<AgeException>,
}

/// How long one must have lived in the municipality (*botid*).
#[doc(alias = "botid")]
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TimeHereRule {
    pub clause: BothForms,
    #[serde(default)]
    pub waivable: bool,
    pub least_months: u8,
    #[serde(default)]
    pub exceptions: Vec<TimeException>,
}

/// On which basis one must stay in Norway.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StayRule {
    pub clause: BothForms,
    #[serde(default)]
    pub waivable: bool,
    pub accepted: Vec<StayBasis>,
}

/// When somebody is without a suitable home.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HomeRule {
    pub clause: BothForms,
    #[serde(default)]
    pub waivable: bool,
    pub situations: Vec<HousingSituation>,
    /// Situations that may be as bad, and that somebody must look at.
    #[serde(default)]
    pub judged_situations: Vec<HousingSituation>,
    /// A lease with less left than this counts as no home.
    pub lease_months_left: Option<u8>,
}

/// How much a household may earn in a year.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct IncomeRule {
    pub clause: BothForms,
    #[serde(default)]
    pub waivable: bool,
    pub basis: Basis,
    /// What members younger than this earn is left out.
    pub counted_from_age: Option<u8>,
    pub limits: IncomeLimits,
}

/// What the limit is counted in. The first limit is for one person, the last for all larger households;
/// an income at the limit is within it.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(tag = "unit", deny_unknown_fields)]
pub enum IncomeLimits {
    /// Base amounts of the national insurance.
    #[serde(rename = "G")]
    BaseAmounts { by_persons: Vec<BaseAmounts> },
    #[serde(rename = "kr")]
    Kroner { by_persons: Vec<u32> },
    /// No figure: somebody weighs whether the income is enough to find a home.
    #[serde(rename = "judgement")]
    Judgement,
}

/// How much a household may own; weighed when no figure is given.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WealthRule {
    pub clause: BothForms,
    #[serde(default)]
    pub waivable: bool,
    pub most_kroner: Option<u32>,
}

/// What one may not owe the municipality (*mislighold*).
#[doc(alias = "mislighold")]
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OverdueRule {
    pub clause: BothForms,
    #[serde(default)]
    pub waivable: bool,
    pub loan: bool,
    pub rent: bool,
    pub other: bool,
}

/// How long after an eviction one must wait (*karantene*).
#[doc(alias = "karantene")]
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct QuarantineRule {
    pub clause: BothForms,
    #[serde(default)]
    pub waivable: bool,
    pub months: u8,
}

/// Whoever can buy with a start loan or a grant is helped that way.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PurchaseRule {
    pub clause: BothForms,
    #[serde(default)]
    pub waivable: bool,
}

/// A ground that only a person can answer.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct JudgedRule {
    pub clause: BothForms,
}

/// How long leases are. With children means with a child no older than `child_until_age`.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LeaseRule {
    pub clause: BothForms,
    pub years: u8,
    pub years_with_children: u8,
    pub renewal_years: u8,
    pub renewal_years_with_children: u8,
    pub child_until_age: u8,
}

impl LeaseRule {
    /// How long a lease is, in months: a first one or a renewal, with children or without.
    pub const fn months(&self, renewal: bool, with_children: bool) -> u16 {
        let years = match (renewal, with_children) {
            (false, false) => self.years,
            (false, true) => self.years_with_children,
            (true, false) => self.renewal_years,
            (true, true) => self.renewal_years_with_children,
        };
        years as u16 * 12
    }

    /// Whether somebody of this age counts as a child.
    pub fn is_child(&self, age: i16) -> bool {
        age <= i16::from(self.child_until_age)
    }
}

/// How an offer of a home is answered.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OfferRule {
    pub clause: BothForms,
    pub answer_days: u8,
    /// Whether the days to answer are working days.
    #[serde(default)]
    pub in_workdays: bool,
    /// Days before the last one to remind whoever has not answered; 0 is not at all.
    #[serde(default = "OfferRule::usual_remind_days")]
    pub remind_days: u8,
    /// So many offers may be declined before somebody considers whether the grant shall lapse.
    pub most_declined: u8,
    /// Reasons for a no that never count.
    #[serde(default = "DeclineReason::usually_good")]
    pub good_reasons: Vec<DeclineReason>,
    /// Whether no answer counts as a no.
    #[serde(default)]
    pub no_answer_counts: bool,
}

impl OfferRule {
    /// Two days before the last one [project assumption].
    pub const fn usual_remind_days() -> u8 {
        2
    }
}

/// A ground of priority and its rank; 1 goes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PriorityRow {
    pub ground: PriorityGround,
    pub rank: u8,
}

/// A local table of points. Most municipalities have none, and none is needed.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PointsTable {
    pub clause: BothForms,
    /// For a rank, from rank 1 on.
    pub by_rank: Vec<u16>,
    /// For a child, for at most so many children.
    pub per_child: u16,
    pub most_children: u8,
    /// For a whole month waited, for at most so many months.
    pub per_month: u16,
    pub most_months: u16,
}

/// From which findings about living skills a level of follow-up is suggested. The highest level that
/// any row gives is the one suggested.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FollowUpRow {
    /// The hardest domain is rated at least this.
    pub highest: u8,
    /// And at least so many domains are rated three or more.
    pub domains_of_three: u8,
    pub level: FollowUpLevel,
}

impl FollowUpRow {
    /// Our own table, for a municipality that has none [project assumption].
    pub fn usual() -> Vec<Self> {
        let row = |highest, domains_of_three, level| Self { highest, domains_of_three, level };
        vec![
            row(2, 0, FollowUpLevel::OnRequest),
            row(3, 1, FollowUpLevel::Light),
            row(3, 4, FollowUpLevel::Medium),
            row(4, 1, FollowUpLevel::Medium),
            row(4, 4, FollowUpLevel::Close),
            row(5, 1, FollowUpLevel::Close),
            row(5, 6, FollowUpLevel::RoundTheClock),
        ]
    }
}

/// A municipality's rule sets over time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleSets(Vec<RuleSet>);

impl RuleSets {
    /// In any order; of two from the same day the last one given holds.
    pub fn new(mut rule_sets: Vec<RuleSet>) -> Self {
        rule_sets.sort_by_key(|rules| rules.valid_from);
        Self(rule_sets)
    }

    /// The rules that hold on a day.
    ///
    /// # Errors
    /// Before the first there are none.
    pub fn on(&self, day: Date) -> Result<&RuleSet, NothingInForce> {
        let begun = self.0.partition_point(|rules| rules.valid_from <= day);
        self.0[..begun].last().ok_or_else(|| NothingInForce { name: "rule set".to_owned(), day })
    }
}
