//! Rule sets as text: how files keep them, and what is wrong with one that cannot be read.

use super::{
    AgeRule, HomeRule, IncomeRule, OverdueRule, PurchaseRule, QuarantineRule, RuleSet, RuleSetProblem, StayRule,
    TimeHereRule, WealthRule,
};
use crate::assessment::Answer;

/// A written rule set that cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadRuleSet {
    /// Names the line and the field.
    #[error("the rule set cannot be read: {0}")]
    Unreadable(String),
    #[error("the rule set cannot hold: {}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "))]
    Impossible(Vec<RuleSetProblem>),
}

impl RuleSet {
    /// Reads a rule set written as TOML.
    ///
    /// # Errors
    /// A field that is missing, misspelt or of the wrong kind is named with its line; if all can be read,
    /// everything that cannot hold is told at once.
    pub fn from_toml(text: &str) -> Result<Self, BadRuleSet> {
        let rules: Self = toml::from_str(text).map_err(|error| BadRuleSet::Unreadable(error.to_string()))?;
        let problems = rules.check();
        if problems.is_empty() { Ok(rules) } else { Err(BadRuleSet::Impossible(problems)) }
    }

    /// The rule set as [`RuleSet::from_toml`] reads it.
    pub fn to_toml(&self) -> String {
        toml::to_string(self).expect("every field of a rule set can stand in TOML")
    }
}

/// Rules that can be set aside say `waivable`; then whoever does not meet them is left to judgement.
macro_rules! can_be_waived {
    ($($rule:ty),+) => {$(
        impl $rule {
            pub(in crate::assessment) const fn weighed(&self, answer: Answer) -> Answer {
                match answer {
                    Answer::NotMet if self.waivable => Answer::JudgementNeeded,
                    Answer::NotMet | Answer::Met | Answer::JudgementNeeded | Answer::Missing => answer,
                }
            }
        }
    )+};
}

can_be_waived!(
    AgeRule,
    TimeHereRule,
    StayRule,
    HomeRule,
    IncomeRule,
    WealthRule,
    OverdueRule,
    QuarantineRule,
    PurchaseRule
);
