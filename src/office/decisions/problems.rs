//! What a decision lacks, in words.

use crate::office::Problem;
use crate::texts::short_day;
use housing::decisions::{ConditionProblem, DecisionProblem, WritingProblem};

/// What is missing, in words.
pub fn worded(problem: WritingProblem) -> Problem {
    let (field, text) = match problem {
        WritingProblem::NoOutcome => ("outcome", "decision-problem-no-outcome"),
        WritingProblem::NoConclusion => ("conclusion", "decision-problem-no-conclusion"),
        WritingProblem::NoRefusalGround => ("refusal_grounds", "decision-problem-no-refusal-ground"),
        WritingProblem::ForwardInstead => ("refusal_grounds", "decision-problem-forward-instead"),
        WritingProblem::NoReversal => ("comes_to", "decision-problem-no-reversal"),
        WritingProblem::GroundOfAnotherLaw { .. } => ("refusal_grounds", "decision-problem-other-law"),
        WritingProblem::NoGuardian => ("outcome", "decision-problem-no-guardian"),
        WritingProblem::NotHeard => ("unheard_because", "decision-problem-not-heard"),
        WritingProblem::NoticeRuns { answer_by } => {
            return with("unheard_because", "decision-problem-notice-runs", vec![("day", short_day(answer_by))]);
        }
        WritingProblem::AnswerOutOfReason { sent } => {
            return with("answered", "decision-problem-answered", vec![("sent", short_day(sent))]);
        }
        WritingProblem::ReasonsFromNothing => ("reasons", "decision-problem-reasons-from-nothing"),
        WritingProblem::GroundUnexplained => ("reasons", "decision-problem-ground-unexplained"),
        WritingProblem::TooManyRooms { rooms } => {
            return with("rooms", "decision-problem-too-many-rooms", vec![("rooms", rooms.to_string())]);
        }
        WritingProblem::SizeOutOfReason { square_metres } => {
            return with("square_metres", "decision-problem-size", vec![("size", square_metres.to_string())]);
        }
        WritingProblem::LeaseOutOfReason { months } => {
            return with("lease_months", "decision-problem-lease", vec![("months", months.to_string())]);
        }
        WritingProblem::ShortLeaseUnexplained { years } => {
            return with("short_lease_because", "decision-problem-short-lease", vec![("years", years.to_string())]);
        }
        WritingProblem::FromOutOfReason { earliest, latest, .. } => {
            let facts = vec![("earliest", short_day(earliest)), ("latest", short_day(latest))];
            return with("from", "decision-problem-from", facts);
        }
        WritingProblem::NoPeriod => ("until", "decision-problem-no-period"),
        WritingProblem::EndsFirst { from, .. } => {
            return with("until", "decision-problem-ends-first", vec![("from", short_day(from))]);
        }
        WritingProblem::NoAmount => ("amount", "decision-problem-no-amount"),
        WritingProblem::NoFollowUpLevel => ("follow_up_level", "decision-problem-no-level"),
        WritingProblem::NoFollowUpReason => ("follow_up_reason", "decision-problem-no-follow-up-reason"),
        WritingProblem::Condition { position, problem } => {
            let text = match problem {
                ConditionProblem::NoText => "decision-problem-condition-text",
                ConditionProblem::NoLegalBasis => "decision-problem-condition-basis",
                ConditionProblem::NotALaw => "decision-problem-condition-not-a-law",
                ConditionProblem::NoReason => "decision-problem-condition-reason",
            };
            return Problem { field: "conditions", text, facts: vec![("number", position.to_string())] };
        }
        WritingProblem::Draft(problem) => match problem {
            DecisionProblem::NoReasons => ("reasons", "decision-problem-no-reasons"),
            DecisionProblem::NoContent => ("content", "decision-problem-no-content"),
            DecisionProblem::NoTerms | DecisionProblem::NoSize => ("square_metres", "decision-problem-no-size"),
            DecisionProblem::NoRooms => ("rooms", "decision-problem-no-rooms"),
            DecisionProblem::NoLeaseLength => ("lease_months", "decision-problem-no-lease"),
            DecisionProblem::NoAccessNeeds => ("access", "decision-problem-no-access"),
            DecisionProblem::FollowUpUnanswered => ("follow_up", "decision-problem-follow-up"),
            DecisionProblem::FollowUpIncomplete => ("follow_up_kinds", "decision-problem-follow-up-incomplete"),
        },
    };
    Problem::plain(field, text)
}

const fn with(field: &'static str, text: &'static str, facts: Vec<(&'static str, String)>) -> Problem {
    Problem { field, text, facts }
}
