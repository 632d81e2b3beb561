//! Whether a household may be granted a municipal home: the municipality's own rules held against the
//! facts of a case, ground by ground.
//!
//! The rules are data with a first day ([`RuleSet`]). What a ground cannot settle from facts is left to a
//! person ([`Answer::JudgementNeeded`]), and a fact nobody has asked for is never counted as a no
//! ([`Answer::Missing`]). The answer is a reading, never a decision.

mod answer;
mod base_amount;
mod economy;
mod exceptions;
mod facts;
mod grounds;
mod home;
mod rule_set;
#[cfg(test)]
mod tests;

pub use answer::{Answer, Assessment, Fact, FactName, FactValue, Ground, GroundResult, Judgement, Reading, RulesUsed};
pub use base_amount::{BaseAmount, BaseAmounts, NotBaseAmounts};
pub use exceptions::{AgeException, TimeException};
pub use facts::{Basis, CaseFacts, Earning, Eviction, LeaseEnd, Overdue, Purchase, Stay, StayBasis};
pub use grounds::InForce;
pub use rule_set::{
    AgeRule, BadRuleSet, FollowUpRow, HomeRule, IncomeLimits, IncomeRule, JudgedRule, LeaseRule, OfferRule,
    OverdueRule, PointsTable, PriorityRow, PurchaseRule, QuarantineRule, RuleSet, RuleSetProblem, RuleSets, StayRule,
    TimeHereRule, WealthRule,
};
