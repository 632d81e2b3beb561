//! What a decision must hold before anybody can be asked to sign it.

use super::{Condition, DecisionKind, FollowUpAnswer, Given, Outcome};
use crate::dwellings::Rooms;

/// A decision being written.
#[doc(alias = "vedtak")]
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct DecisionDraft {
    pub kind: DecisionKind,
    pub outcome: Outcome,
    /// What the party is left with: another than `outcome` for a reversal alone.
    pub comes_to: Outcome,
    /// The rules, the facts and what was weighed (*forvaltningsloven* § 25). Full reasons are always given
    /// at once, for grants too (`L1.7`).
    pub reasons: String,
    /// What is given, in words for the person: the main content of the help (*boligsosialloven* § 7), or where somebody
    /// stays.
    pub content: String,
    /// What is granted, when something is.
    pub terms: Option<GrantTerms>,
    pub conditions: Vec<Condition>,
    /// `None` while the question is not answered.
    pub follow_up: Option<FollowUpAnswer>,
}

/// What a granted home shall be like (`L1.3`). The letter adds that the grant lapses if the facts change.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct GrantTerms {
    /// Approximate floor area in whole square metres.
    pub square_metres: Option<u16>,
    pub rooms: Option<Rooms>,
    pub lease: Option<LeaseLength>,
    /// Floor and lift needs; empty text is "not asked", so write that there are none.
    pub access: String,
}

/// How long the lease is to last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LeaseLength {
    Months(u16),
    OpenEnded,
}

/// Why a decision cannot be completed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DecisionProblem {
    #[error("the decision has no reasons (forvaltningsloven §§ 24–25, L1.7)")]
    NoReasons,
    #[error("a grant says what is given (forvaltningsloven § 27, boligsosialloven § 7)")]
    NoContent,
    #[error("a grant of a home says what is granted (L1.3)")]
    NoTerms,
    #[error("the grant does not say the approximate size (L1.3)")]
    NoSize,
    #[error("the grant does not say how many rooms (L1.3)")]
    NoRooms,
    #[error("the grant does not say how long the lease is (L1.3)")]
    NoLeaseLength,
    #[error("the grant does not say what is needed of floor and lift (L1.3)")]
    NoAccessNeeds,
    #[error("a housing decision answers whether follow-up is granted, refused or not needed")]
    FollowUpUnanswered,
    #[error("granted follow-up names its kinds, refused follow-up its reason")]
    FollowUpIncomplete,
}

impl DecisionDraft {
    /// Everything that stands in the way of completing it; empty when nothing does.
    pub fn problems(&self) -> Vec<DecisionProblem> {
        let mut problems = Vec::new();
        if self.reasons.trim().is_empty() {
            problems.push(DecisionProblem::NoReasons);
        }
        if self.needs_content() && self.content.trim().is_empty() {
            problems.push(DecisionProblem::NoContent);
        }
        if self.needs_terms() {
            problems.extend(self.terms.as_ref().map_or_else(|| vec![DecisionProblem::NoTerms], GrantTerms::problems));
        }
        problems.extend(self.follow_up_problem());
        problems
    }

    fn needs_terms(&self) -> bool {
        self.kind.given() == Given::Lease && self.comes_to.gives()
    }

    fn needs_content(&self) -> bool {
        matches!(self.kind.given(), Given::Stay | Given::Help) && self.comes_to.gives()
    }

    fn follow_up_problem(&self) -> Option<DecisionProblem> {
        if !self.kind.is_about_a_home() || !self.outcome.is_on_the_merits() {
            return None;
        }
        match &self.follow_up {
            None => Some(DecisionProblem::FollowUpUnanswered),
            Some(answer) if !answer.is_complete() => Some(DecisionProblem::FollowUpIncomplete),
            Some(_) => None,
        }
    }
}

impl GrantTerms {
    fn problems(&self) -> Vec<DecisionProblem> {
        let lacks = [
            (self.square_metres.is_none(), DecisionProblem::NoSize),
            (self.rooms.is_none(), DecisionProblem::NoRooms),
            (self.lease.is_none(), DecisionProblem::NoLeaseLength),
            (self.access.trim().is_empty(), DecisionProblem::NoAccessNeeds),
        ];
        lacks.into_iter().filter(|(lacks, _)| *lacks).map(|(_, problem)| problem).collect()
    }
}
