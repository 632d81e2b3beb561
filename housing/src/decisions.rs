//! Decisions: what kinds there are, what each must contain, and who must stand behind it.
//!
//! `law.md` 1.1–1.4. A housing decision is also a decision on follow-up: until that question is
//! answered, it cannot be completed ([`DecisionDraft::problems`]).

pub mod approval;
mod condition;
mod draft;
mod follow_up;
mod kind;
mod letter;
mod reasons;
mod refusal;
mod reversal;
mod rule;
#[cfg(test)]
mod tests;
mod written;

pub use condition::{Condition, ConditionProblem};
pub use draft::{DecisionDraft, DecisionProblem, GrantTerms, LeaseLength};
pub use follow_up::{FollowUpAnswer, FollowUpKind};
pub use kind::{AppealBody, Appealable, DecisionKind, Given, Outcome};
pub use letter::{LetterFacts, MandatoryBlock, RequiredBlock, mandatory_blocks, missing_blocks};
pub use reasons::{Reason, ReasonFact, ReasonFacts, compose as compose_reasons, refusal_text};
pub use refusal::RefusalGround;
pub use reversal::{Notice, WrittenReversal, harms, reversals_of};
pub use rule::{DecisionRule, DecisionRules};
pub use written::{
    Bounds, FollowUpChoice, HomeAccess, WritingProblem, WrittenCondition, WrittenDecision, WrittenForm,
    asks_for_follow_up, outcomes_of,
};
