//! What a decision lacks, in words.

use crate::office::Problem;
use housing::decisions::{ConditionProblem, DecisionProblem, WritingProblem};

/// What is missing, in words.
pub fn worded(problem: WritingProblem) -> Problem {
    let (field, text) = match problem {
        WritingProblem::NoOutcome => ("outcome", "decision-problem-no-outcome"),
        WritingProblem::NoConclusion => ("conclusion", "decision-problem-no-conclusion"),
        WritingProblem::NoRefusalGround => ("refusal_grounds", "decision-problem-no-refusal-ground"),
        WritingProblem::ForwardInstead => ("refusal_grounds", "decision-problem-forward-instead"),
        WritingProblem::NoFollowUpLevel => ("follow_up_level", "decision-problem-no-level"),
        WritingProblem::NoFollowUpReason => ("follow_up_reason", "decision-problem-no-follow-up-reason"),
        WritingProblem::Condition { position, problem } => {
            let text = match problem {
                ConditionProblem::NoText => "decision-problem-condition-text",
                ConditionProblem::NoLegalBasis => "decision-problem-condition-basis",
                ConditionProblem::NoReason => "decision-problem-condition-reason",
            };
            return Problem { field: "conditions", text, facts: vec![("number", position.to_string())] };
        }
        WritingProblem::Draft(problem) => match problem {
            DecisionProblem::NoReasons => ("reasons", "decision-problem-no-reasons"),
            DecisionProblem::NoContent => ("content", "decision-problem-no-content"),
            DecisionProblem::NoTerms | DecisionProblem::NoSize => ("square_metres", "decision-problem-no-size"),
            DecisionProblem::NoRooms => ("rooms", "decision-problem-no-rooms"),
            DecisionProblem::NoLeaseLength => ("lease", "decision-problem-no-lease"),
            DecisionProblem::NoAccessNeeds => ("access", "decision-problem-no-access"),
            DecisionProblem::FollowUpUnanswered => ("follow_up", "decision-problem-follow-up"),
            DecisionProblem::FollowUpIncomplete => ("follow_up_kinds", "decision-problem-follow-up-incomplete"),
        },
    };
    Problem::plain(field, text)
}
