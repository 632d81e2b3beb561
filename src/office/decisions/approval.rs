//! Who stands behind a decision: submitted, returned with remarks, or signed and frozen.

use super::problems::worded;
use super::writing::{own_draft, step};
use super::{closing, completing, content, frozen_row, review, rules, written_of};
use crate::access::{Action, Thing};
use crate::office::assessments::Subject;
use crate::office::cases::known_case;
use crate::office::delegations::InForce;
use crate::office::letters::{self, Writing};
use crate::office::{About, Actor, Office, OfficeError, Problem, Work, applications, assessments, delegations, offers};
use crate::store::cases::Case;
use crate::store::decisions::{self as store, Decision, State};
use crate::store::documents::Channel;
use crate::store::{StoreError, accounts};
use housing::Date;
use housing::decisions::approval::{Approval, ApprovalRefused, Signer};
use housing::decisions::{DecisionDraft, WrittenDecision};
use housing::officers::OfficerId;

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
fn complete(
    work: &mut Work<'_, '_>,
    decision: &Decision,
    written: &WrittenDecision,
    subject: Subject<'_>,
) -> Result<DecisionDraft, OfficeError> {
    let today = work.today;
    let passed = written.review_on.filter(|day| *day <= today).map(|_| review::has_passed());
    match (completing::complete(work.tx, work.secrets, (decision, written), (subject, today))?, passed) {
        (Ok(draft), None) => Ok(draft),
        (Ok(_), Some(passed)) => Err(OfficeError::Invalid(vec![passed])),
        (Err(lacks), passed) => Err(OfficeError::Invalid(lacks.into_iter().map(worded).chain(passed).collect())),
    }
}

/// Hands a complete decision over for approval.
///
/// # Errors
/// [`OfficeError::Invalid`] with everything that it lacks; [`OfficeError::Stale`] when somebody saved after
/// `version` was opened.
pub(super) fn submit(office: &Office, work: &mut Work<'_, '_>, decision: (&str, i64)) -> Result<(), OfficeError> {
    let (before, case, ..) = own_draft(work, decision)?;
    let written = written_of(work.secrets, &before)?;
    let writing = writing(work, &before, &written)?;
    complete(work, &before, &written, (&writing.case, &writing.application, &writing.party))?;
    let falls = closing::offer_that_falls(work.tx, (&case.id, &written), work.today)?;
    let letter = writing.letter(content::of(&writing, &written, falls)?);
    office.letters().pdf(&letter).map_err(letters::refused)?;
    let moved = approval(work, &before)?.submit(&OfficerId::new(&work.actor.id), work.today);
    if let Err(refusal) = moved {
        return Err(refused(work, refusal)?);
    }
    let changed = Decision { state: State::Submitted, ..before.clone() };
    move_to(work, &before, &changed, ("submit", ""), &case.applicant)
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
    office.change(actor, |work| sign_as(office, work, decision, rules_seen))
}

/// As [`sign`], as part of what somebody does.
pub(super) fn sign_as(
    office: &Office,
    work: &mut Work<'_, '_>,
    decision: (&str, i64),
    rules_seen: &str,
) -> Result<(), OfficeError> {
    let (before, case, stands) = of_version(work, decision)?;
    let written = written_of(work.secrets, &before)?;
    let writing = writing(work, &before, &written)?;
    let draft = complete(work, &before, &written, (&writing.case, &writing.application, &writing.party))?;
    let delegation = delegations::in_force(work.tx, work.today)?;
    if let Err(refusal) = signed(stands, work.actor, &draft, (&delegation, work.today))? {
        return Err(refused(work, refusal)?);
    }
    let rules = rules::in_force(work.tx, case.kind, work.today)?.mark();
    if before.rules.as_ref() != Some(&rules) && rules_seen != rules {
        return Err(OfficeError::Invalid(vec![Problem::plain("rules", "decision-problem-rules-changed")]));
    }
    let falls = closing::offer_that_falls(work.tx, (&case.id, &written), work.today)?;
    let told = content::of(&writing, &written, falls)?;
    let document = letters::keep_letters(office, work, &writing, told, Channel::Post)?;
    let frozen = frozen(work, &writing, (&before, &rules, &delegation), (&written, &draft))?;
    if let Some(reversed) = &before.replaces {
        closing::reverse(work, reversed)?;
    }
    let changed = Decision {
        state: State::Signed,
        signed_by: Some(work.actor.id.clone()),
        decided: Some(work.today),
        seal: Some(crate::office::documents::sha256(frozen.as_bytes())),
        frozen: Some(work.secrets.encrypt(&frozen_row(&before.id), &frozen)?),
        rules: Some(rules),
        stands: true,
        document: Some(document),
        review_on: written.review_on,
        ..before.clone()
    };
    move_to(work, &before, &changed, ("sign", ""), &case.applicant)?;
    store::insert_conditions(work.tx, &before.id, &draft.conditions)?;
    if falls.is_some() {
        offers::fall_with_decision(work, &case.id)?;
    }
    closing::close(work, &case, &written)
}

/// The move that a signature is: alone where the mandate allows it, otherwise of another's decision.
fn signed(
    stands: Approval,
    actor: &Actor,
    draft: &DecisionDraft,
    (delegation, today): (&InForce, Date),
) -> Result<Result<Approval, ApprovalRefused>, OfficeError> {
    let officer = OfficerId::new(&actor.id);
    let signer = Signer { officer: &officer, role: actor.role.code() };
    let mandate = delegation
        .delegation
        .mandate(draft.kind, draft.outcome)
        .map_err(|_| OfficeError::Invalid(vec![Problem::plain("", "decision-problem-no-mandate")]))?;
    let submitted = matches!(stands, Approval::Submitted { .. });
    Ok(if submitted { stands.approve(signer, mandate, today) } else { stands.sign_alone(signer, mandate, today) })
}

/// What is signed, with the facts, the assessment and the rules it stood on: JSON that is never changed.
fn frozen(
    work: &mut Work<'_, '_>,
    writing: &Writing,
    (before, rules, delegation): (&Decision, &str, &InForce),
    (written, draft): (&WrittenDecision, &DecisionDraft),
) -> Result<String, OfficeError> {
    let recipients =
        std::iter::once(&writing.recipients.first).chain(writing.recipients.copies.iter().map(|it| &it.recipient));
    let subject = (&writing.case, &writing.application, &writing.party);
    let how_far = assessments::how_far(work.tx, work.secrets, subject, work.today)?;
    let frozen = serde_json::json!({
        "case": writing.number(),
        "decision": draft,
        "written": written,
        "facts": applications::as_facts(&writing.application),
        "assessment": how_far.made(),
        "party": writing.party.name.to_string(),
        "received": writing.case.received.to_string(),
        "delegation": {
            "revision": delegation.stored.as_ref().map(|stored| &stored.id),
            "mandate": delegation.delegation.mandate(draft.kind, draft.outcome).ok(),
        },
        "rules": {"assessed_on": before.rules, "in_force": rules},
        "prepared_by": before.prepared_by,
        "signed_by": work.actor.id,
        "signed_on": writing.today.to_string(),
        "recipients": recipients.flat_map(|recipient| recipient.names.clone()).collect::<Vec<_>>(),
    });
    Ok(frozen.to_string())
}
