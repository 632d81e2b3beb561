//! Who stands behind a decision: submitted, returned with remarks, or signed and frozen.

use super::writing::{own_draft, step};
use super::{content, frozen_row, written_of};
use crate::access::{Action, Thing};
use crate::office::cases::known_case;
use crate::office::letters::{self, Writing};
use crate::office::{About, Actor, Office, OfficeError, Problem, Work, applications};
use crate::parameters::DELEGATION;
use crate::store::cases::{self, Case};
use crate::store::decisions::{self as store, Decision, State};
use crate::store::documents::Channel;
use crate::store::{StoreError, accounts, applications as store_applications};
use housing::applications::ApplicationStatus;
use housing::decisions::approval::{Approval, ApprovalRefused, Signer};
use housing::decisions::{DecisionDraft, DecisionKind, Outcome, WritingProblem, WrittenDecision};
use housing::officers::OfficerId;

/// What is missing, in words.
pub fn worded(problem: WritingProblem) -> Problem {
    use housing::decisions::{ConditionProblem, DecisionProblem};
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

fn refused(work: &mut Work<'_, '_>, refusal: ApprovalRefused) -> Result<OfficeError, StoreError> {
    let with = |text, name, fact| Problem { field: "", text, facts: vec![(name, fact)] };
    let problem = match refusal {
        ApprovalRefused::OwnDecision { .. } => Problem::plain("", "decision-problem-own"),
        ApprovalRefused::NotDelegated { allowed, .. } => {
            let roles: Vec<String> =
                allowed.iter().map(|role| letters::Words(letters::Form::Bokmal).t(&format!("role-{role}"))).collect();
            with("decision-problem-not-delegated", "roles", roles.join(", ").to_lowercase())
        }
        ApprovalRefused::TakesTwo => Problem::plain("", "decision-problem-takes-two"),
        ApprovalRefused::SomebodyElses { prepared_by } => {
            let name = accounts::find(work.tx, &prepared_by.0)?.map(|officer| officer.name).unwrap_or_default();
            with("decision-problem-prepared-by", "name", name)
        }
        ApprovalRefused::NoRemarks => Problem::plain("remarks", "decision-problem-no-remarks"),
        ApprovalRefused::NoReason => Problem::plain("why", "decision-problem-no-why"),
        ApprovalRefused::WrongState { .. } => return Ok(OfficeError::Stale),
    };
    Ok(OfficeError::Invalid(vec![problem]))
}

/// Where the decision stands, as the rules know it.
fn approval(work: &mut Work<'_, '_>, decision: &Decision) -> Result<Approval, StoreError> {
    let last = store::steps(work.tx, &decision.id)?.pop();
    let last =
        last.ok_or_else(|| StoreError::Corrupt { what: "decision without steps", found: decision.id.clone() })?;
    let (prepared_by, by, on) = (OfficerId::new(&decision.prepared_by), OfficerId::new(last.officer), last.day);
    Ok(match decision.state {
        State::Draft => Approval::Draft { prepared_by, since: on },
        State::Submitted => Approval::Submitted { prepared_by, on },
        State::Returned => Approval::Returned { prepared_by, returned_by: by, on, remarks: last.remarks },
        State::Signed => Approval::Signed { prepared_by, signed_by: by, on },
        State::Withdrawn => Approval::Withdrawn { prepared_by, withdrawn_by: by, on, why: last.remarks },
    })
}

fn of_version(work: &mut Work<'_, '_>, (id, version): (&str, i64)) -> Result<(Decision, Case, Approval), OfficeError> {
    let decision = store::find(work.tx, id)?.ok_or(OfficeError::NotFound)?;
    let (case, _, _) = known_case(work.tx, work.actor, &decision.case)?;
    if decision.version != version {
        return Err(OfficeError::Stale);
    }
    let approval = approval(work, &decision)?;
    Ok((decision, case, approval))
}

/// Saves where a decision has come to stand, with its step and its entry.
fn move_to(
    work: &mut Work<'_, '_>,
    before: &Decision,
    changed: &Decision,
    (action, remarks): (&str, &str),
    person: &str,
) -> Result<(), OfficeError> {
    let saved = store::update(work.tx, changed).map_err(|error| match error {
        StoreError::Constraint { .. } => OfficeError::Stale,
        other => other.into(),
    })?;
    if !saved {
        return Err(OfficeError::Stale);
    }
    step(work, &before.id, changed.state, remarks)?;
    let details = serde_json::json!({
        "before": {"state": before.state.code()},
        "after": {"state": changed.state.code(), "remarks": remarks, "seal": changed.seal},
    });
    work.note(action, About { thing: Thing::Decision, id: &before.id, person }, details.to_string());
    Ok(())
}

/// The decision complete, or everything that it lacks.
fn complete(written: &WrittenDecision, kind: DecisionKind) -> Result<DecisionDraft, OfficeError> {
    written.complete(kind).map_err(|lacks| OfficeError::Invalid(lacks.into_iter().map(worded).collect()))
}

/// Hands a complete decision over for approval.
///
/// # Errors
/// [`OfficeError::Invalid`] with everything that it lacks; [`OfficeError::Stale`] when somebody saved after
/// `version` was opened.
pub fn submit(office: &Office, actor: &Actor, decision: (&str, i64)) -> Result<(), OfficeError> {
    actor.may(Action::Change, Thing::Decision)?;
    office.change(actor, |work| {
        let (before, case, _) = own_draft(work, decision)?;
        let written = written_of(work.secrets, &before)?;
        complete(&written, case.kind)?;
        let writing = writing(work, &before, &written)?;
        let letter = writing.letter(content::of(&writing, &written)?);
        office.letters().pdf(&letter).map_err(letters::refused)?;
        let moved = approval(work, &before)?.submit(&OfficerId::new(&actor.id), work.today);
        if let Err(refusal) = moved {
            return Err(refused(work, refusal)?);
        }
        let changed = Decision { state: State::Submitted, ..before.clone() };
        move_to(work, &before, &changed, ("submit", ""), &case.applicant)
    })
}

/// Sends a decision back with what must be done.
///
/// # Errors
/// [`OfficeError::Invalid`] without remarks, or when it is one's own.
pub fn return_with(office: &Office, actor: &Actor, decision: (&str, i64), remarks: &str) -> Result<(), OfficeError> {
    actor.may(Action::Change, Thing::Decision)?;
    office.change(actor, |work| {
        let (before, case, stands) = of_version(work, decision)?;
        let moved = stands.return_with(&OfficerId::new(&actor.id), remarks, work.today);
        if let Err(refusal) = moved {
            return Err(refused(work, refusal)?);
        }
        let changed = Decision { state: State::Returned, ..before.clone() };
        move_to(work, &before, &changed, ("return", remarks.trim()), &case.applicant)
    })
}

/// Takes back a decision that is not signed.
///
/// # Errors
/// [`OfficeError::Invalid`] when it is not said why.
pub fn withdraw(office: &Office, actor: &Actor, decision: (&str, i64), why: &str) -> Result<(), OfficeError> {
    actor.may(Action::Change, Thing::Decision)?;
    office.change(actor, |work| {
        let (before, case, stands) = of_version(work, decision)?;
        let moved = stands.withdraw(&OfficerId::new(&actor.id), why, work.today);
        if let Err(refusal) = moved {
            return Err(refused(work, refusal)?);
        }
        let changed = Decision { state: State::Withdrawn, ..before.clone() };
        move_to(work, &before, &changed, ("withdraw", why.trim()), &case.applicant)
    })
}

fn writing(work: &mut Work<'_, '_>, decision: &Decision, written: &WrittenDecision) -> Result<Writing, OfficeError> {
    let who = (decision.prepared_by.as_str(), Some(work.actor.id.as_str()));
    letters::writing(work.tx, work.actor, (&decision.case, work.today), written.form, who)
}

/// Signs a decision: it is frozen with the facts it stood on, its letter is made, and the case is closed.
/// `rules_seen` is the mark of the rules that whoever signs has seen.
///
/// # Errors
/// [`OfficeError::Stale`] when somebody saved after `version` was opened, or another decision stands;
/// [`OfficeError::Invalid`] when it lacks something, is one's own where it takes two, is outside the mandate, or
/// the rules have changed and nobody has said that it holds all the same.
pub fn sign(office: &Office, actor: &Actor, decision: (&str, i64), rules_seen: &str) -> Result<(), OfficeError> {
    actor.may(Action::Change, Thing::Decision)?;
    office.change(actor, |work| {
        let (before, case, stands) = of_version(work, decision)?;
        let written = written_of(work.secrets, &before)?;
        let draft = complete(&written, case.kind)?;
        if let Err(refusal) = signed(stands, actor, &draft, work.today)? {
            return Err(refused(work, refusal)?);
        }
        let rules = content::rules_now(case.kind, work.today)?;
        if before.rules.as_ref() != Some(&rules) && rules_seen != rules {
            return Err(OfficeError::Invalid(vec![Problem::plain("rules", "decision-problem-rules-changed")]));
        }
        let writing = writing(work, &before, &written)?;
        let told = content::of(&writing, &written)?;
        let document = letters::keep_letters(office, work, &writing, told, Channel::Post)?;
        let frozen = frozen(&writing, &before, &written, &draft, actor);
        if let Some(reversed) = &before.replaces {
            reverse(work, reversed)?;
        }
        let changed = Decision {
            state: State::Signed,
            signed_by: Some(actor.id.clone()),
            decided: Some(work.today),
            seal: Some(crate::office::documents::sha256(frozen.as_bytes())),
            frozen: Some(work.secrets.encrypt(&frozen_row(&before.id), &frozen)?),
            rules: Some(rules),
            stands: true,
            document: Some(document),
            ..before.clone()
        };
        move_to(work, &before, &changed, ("sign", ""), &case.applicant)?;
        store::insert_conditions(work.tx, &before.id, &draft.conditions)?;
        close(work, &case, draft.outcome, written.waiting_list)
    })
}

/// The move that a signature is: alone where the mandate allows it, otherwise of another's decision.
fn signed(
    stands: Approval,
    actor: &Actor,
    draft: &DecisionDraft,
    today: housing::Date,
) -> Result<Result<Approval, ApprovalRefused>, OfficeError> {
    let officer = OfficerId::new(&actor.id);
    let signer = Signer { officer: &officer, role: actor.role.code() };
    let mandate = DELEGATION
        .mandate(draft.kind, draft.outcome, today)
        .map_err(|_| OfficeError::Invalid(vec![Problem::plain("", "decision-problem-no-mandate")]))?;
    let submitted = matches!(stands, Approval::Submitted { .. });
    Ok(if submitted { stands.approve(signer, mandate, today) } else { stands.sign_alone(signer, mandate, today) })
}

/// What is signed, with the facts it stood on: JSON that is never changed.
fn frozen(
    writing: &Writing,
    before: &Decision,
    written: &WrittenDecision,
    draft: &DecisionDraft,
    actor: &Actor,
) -> String {
    let recipients =
        std::iter::once(&writing.recipients.first).chain(writing.recipients.copies.iter().map(|it| &it.recipient));
    serde_json::json!({
        "case": writing.number(),
        "decision": draft,
        "written": written,
        "facts": applications::as_facts(&writing.application),
        "party": writing.party.name.to_string(),
        "received": writing.case.received.to_string(),
        "rules": before.rules,
        "prepared_by": before.prepared_by,
        "signed_by": actor.id,
        "signed_on": writing.today.to_string(),
        "recipients": recipients.flat_map(|recipient| recipient.names.clone()).collect::<Vec<_>>(),
    })
    .to_string()
}

/// The decision that is reversed stands no longer.
fn reverse(work: &mut Work<'_, '_>, id: &str) -> Result<(), OfficeError> {
    let reversed = store::find(work.tx, id)?.filter(|decision| decision.stands).ok_or(OfficeError::Stale)?;
    let changed = Decision { stands: false, ..reversed };
    if store::update(work.tx, &changed)? { Ok(()) } else { Err(OfficeError::Stale) }
}

/// The case is closed, and the application stands where its leading case does.
fn close(work: &mut Work<'_, '_>, case: &Case, outcome: Outcome, waits: bool) -> Result<(), OfficeError> {
    let today = work.today;
    cases::set_closed(work.tx, &case.id, Some(today), Some(outcome.code()))?;
    cases::end_hold(work.tx, &case.id, today)?;
    let details = serde_json::json!({"after": {"closed": today.to_string(), "closed_as": outcome.code()}});
    work.note("close", About { thing: Thing::Case, id: &case.id, person: &case.applicant }, details.to_string());
    let all = cases::of_application(work.tx, &case.application)?;
    let leads = all.iter().find(|other| is_for_a_home(other.kind)).or_else(|| all.first());
    let status = status_after(outcome, waits);
    let (Some(status), true) = (status, leads.is_some_and(|leading| leading.id == case.id)) else { return Ok(()) };
    let before = store_applications::find(work.tx, &case.application)?.ok_or(OfficeError::NotFound)?;
    let decided = Some(today).filter(|_| status != ApplicationStatus::Withdrawn).or(before.decided);
    let changed = store_applications::Application { status, decided, ..before.clone() };
    if !store_applications::update(work.tx, &before, &changed, today)? {
        return Err(OfficeError::Stale);
    }
    let told = crate::office::changes::difference(&applications::as_facts(&before), &applications::as_facts(&changed));
    work.note("change", About { thing: Thing::Application, id: &before.id, person: &before.applicant }, told);
    Ok(())
}

/// Whether a case of this kind is about the home that was applied for: the application stands where it does.
const fn is_for_a_home(kind: DecisionKind) -> bool {
    matches!(kind, DecisionKind::MunicipalHome | DecisionKind::Renewal | DecisionKind::CareHome)
}

/// Where an application stands after its leading case was decided; `None` when it stands as it did.
const fn status_after(outcome: Outcome, waits: bool) -> Option<ApplicationStatus> {
    match outcome {
        Outcome::Grant | Outcome::Partial if waits => Some(ApplicationStatus::WaitingForHome),
        Outcome::Grant | Outcome::Partial | Outcome::Extension => Some(ApplicationStatus::Granted),
        Outcome::Refusal => Some(ApplicationStatus::Refused),
        Outcome::Dismissal => Some(ApplicationStatus::Dismissed),
        Outcome::Withdrawal => Some(ApplicationStatus::Withdrawn),
        Outcome::Reversal => None,
    }
}
