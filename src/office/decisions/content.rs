//! A decision as its letter tells it.

use super::wording;
use crate::office::OfficeError;
use crate::office::letters::{Words, Writing};
use crate::parameters::DECISION_RULES;
use ::letters::{AppealRight, Condition, Content, Counted, Decision as DecisionLetter, FollowUp, Outcome as Told};
use housing::Date;
use housing::appeals::{Arrival, appeal_period};
use housing::decisions::{AppealBody, DecisionKind, DecisionRule, FollowUpChoice, Outcome, WrittenDecision};

/// The rule for a kind of decision on a day (`L1.1`).
///
/// # Errors
/// [`OfficeError::Invalid`] when the kind did not exist yet.
pub(in crate::office) fn rule(kind: DecisionKind, day: Date) -> Result<&'static DecisionRule, OfficeError> {
    DECISION_RULES.on(kind, day).map(|since| &since.value).map_err(|none| {
        let facts = vec![("cause", none.to_string())];
        OfficeError::Invalid(vec![crate::office::Problem { field: "", text: "decision-problem-no-rule", facts }])
    })
}

/// The name of an appeal body as it stands in a letter: what the municipality's rules call their own, otherwise the
/// letter settings, otherwise the law's word.
pub(in crate::office) fn body_name(writing: &Writing, body: AppealBody) -> String {
    let settings = &writing.settings;
    let own = match body {
        AppealBody::CountyGovernor => settings.county_governor.trim(),
        AppealBody::MunicipalBoard => writing.own_body.as_deref().unwrap_or(settings.appeal_board.trim()),
        AppealBody::Husbanken | AppealBody::SameAsMainDecision => "",
    };
    if !own.is_empty() {
        return own.to_owned();
    }
    writing.words().t(match body {
        AppealBody::CountyGovernor => "letter-body-county-governor",
        AppealBody::MunicipalBoard => "letter-body-municipal-board",
        AppealBody::Husbanken => "letter-body-husbanken",
        AppealBody::SameAsMainDecision => "letter-body-same",
    })
}

/// What the letter of a decision says, with the last day to appeal as it is presumed when it is sent today; `falls` is the
/// day of the offer that falls with the decision it reverses.
pub(super) fn of(writing: &Writing, written: &WrittenDecision, falls: Option<Date>) -> Result<Content, OfficeError> {
    let kind = writing.case.kind;
    let rule = rule(kind, writing.today)?;
    let words = writing.words();
    let fallen = falls.map(|day| words.ta("decision-offer-falls", &[("day", &words.day(day))]));
    let outcome = written.outcome.unwrap_or(Outcome::Grant);
    let gives = written.comes_to().is_some_and(Outcome::gives);
    let (is_help, terms) = (kind == DecisionKind::HousingHelp, wording::terms(words, kind, written));
    Ok(Content::Decision(Box::new(DecisionLetter {
        outcome: told(outcome),
        received: writing.case.received,
        text: std::iter::once(written.conclusion.trim().to_owned()).chain(fallen).collect(),
        terms: (gives && !(is_help && terms.is_empty())).then_some(terms),
        legal_basis: rule.legal_basis.in_form(words.0).to_owned(),
        reasons: vec![written.reasons.trim().to_owned()],
        conditions: conditions(written),
        help: (is_help && gives).then(|| vec![written.content.clone()]),
        follow_up: follow_up(words, kind, written),
        appeal: appeal_right(writing, rule, outcome),
        may_be_carried_out_first: written.can_harm_before_appeal,
        costs_may_be_covered: outcome.is_on_the_merits(),
    })))
}

const fn told(outcome: Outcome) -> Told {
    match outcome {
        Outcome::Grant => Told::Grant,
        Outcome::Refusal => Told::Refusal,
        Outcome::Partial => Told::Partial,
        Outcome::Extension => Told::Extension,
        Outcome::Dismissal => Told::Dismissal,
        Outcome::Withdrawal => Told::Withdrawal,
        Outcome::Reversal => Told::Reversal,
    }
}

fn conditions(written: &WrittenDecision) -> Vec<Condition> {
    let filled = written.conditions.iter().filter(|condition| !condition.is_empty());
    filled
        .map(|condition| Condition {
            text: condition.text.clone(),
            legal_basis: condition.legal_basis.clone(),
            reason: condition.reason.clone(),
        })
        .collect()
}

fn follow_up(words: Words, kind: DecisionKind, written: &WrittenDecision) -> Option<FollowUp> {
    if !housing::decisions::asks_for_follow_up(kind, written.outcome) {
        return None;
    }
    let reason = written.follow_up_reason.trim().to_owned();
    Some(match written.follow_up {
        Some(FollowUpChoice::Granted) => {
            let level = written.follow_up_level.map(|level| words.t(&format!("follow-up-amount-{level}")));
            let kinds = written.follow_up_kinds.iter().map(|kind| words.t(&kind.text_key()));
            FollowUp::Granted { what: kinds.chain(level).collect() }
        }
        Some(FollowUpChoice::Refused) => FollowUp::Refused { reason },
        Some(FollowUpChoice::NotNeeded) => FollowUp::NotNeeded { reason },
        None => FollowUp::NotNeeded { reason: String::new() },
    })
}

fn appeal_right(writing: &Writing, rule: &DecisionRule, outcome: Outcome) -> Option<AppealRight> {
    if outcome == Outcome::Withdrawal {
        return None;
    }
    Some(AppealRight {
        weeks: u8::try_from(rule.appeal_weeks).ok()?,
        last_day: presumed_last_day(writing, rule.appeal_weeks)?,
        counted: Counted::Presumed { arrives: presumed(writing).begins() },
        body: body_name(writing, rule.appeal_body),
    })
}

/// When a letter that is sent today is presumed to arrive (`L1.8`).
const fn presumed(writing: &Writing) -> Arrival {
    Arrival::Presumed { sent: writing.today, post_days: writing.settings.post_days }
}

/// The last day to appeal what a letter of today says, so many weeks after it is presumed to arrive.
pub(in crate::office) fn presumed_last_day(writing: &Writing, weeks: i32) -> Option<Date> {
    appeal_period(presumed(writing), weeks, None, None).ok()?.last_day()
}
