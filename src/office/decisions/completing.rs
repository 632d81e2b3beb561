//! What a decision lacks before anybody can be asked to sign it: by itself, and held against its case.

use super::{wording, written_of};
use crate::office::assessments::{self, Subject};
use crate::office::{OfficeError, Problem};
use crate::parameters::RATES;
use crate::secrets::Secrets;
use crate::store::decisions::{self as store, Decision};
use crate::store::intake::{Representative, representatives};
use crate::store::{StoreError, Tx, documents};
use ::letters::LetterKind;
use housing::Date;
use housing::applications::RepresentativeRole;
use housing::decisions::{
    Bounds, DecisionDraft, Notice, Outcome, RefusalGround, WritingProblem, WrittenDecision, harms,
};
use housing::people::{OF_AGE, age_on};
use housing::rates::LawNumber;

/// The decision as it would be signed, or everything that stands in the way of it.
///
/// # Errors
/// When the store fails.
pub(super) fn complete(
    tx: &mut Tx<'_>,
    secrets: &Secrets,
    (decision, written): (&Decision, &WrittenDecision),
    (subject, today): (Subject<'_>, Date),
) -> Result<Result<DecisionDraft, Vec<WritingProblem>>, OfficeError> {
    let case = subject.0;
    let bounds = Bounds { received: case.received, today, shortest_lease_years: shortest_lease(today)?.into() };
    let completed = written.complete(case.kind, &bounds);
    let mut problems = completed.as_ref().err().cloned().unwrap_or_default();
    problems.extend(reasons_lack(tx, secrets, (subject, today), written)?);
    if is_to_harm(tx, secrets, decision, written)? {
        problems.extend(written.reversal.unheard(notice(tx, subject, decision)?, today));
    }
    if written.comes_to().is_some_and(Outcome::is_on_the_merits) && is_child_alone(tx, subject, today)? {
        problems.push(WritingProblem::NoGuardian);
    }
    Ok(if problems.is_empty() { completed } else { Err(problems) })
}

/// The shortest term in years that a lease may have without special reasons (*husleieloven* § 9-3).
pub(super) fn shortest_lease(day: Date) -> Result<u16, OfficeError> {
    let years = RATES.numbers.on(LawNumber::MinTermYears, day).map_err(|none| {
        let facts = vec![("cause", none.to_string())];
        OfficeError::Invalid(vec![Problem { field: "", text: "decision-problem-no-rule", facts }])
    })?;
    Ok(u16::try_from(years.value).expect("the law counts its terms in few years"))
}

/// Whether the applicant is under age and nobody acts for them as guardian.
fn is_child_alone(tx: &mut Tx<'_>, (_, application, applicant): Subject<'_>, day: Date) -> Result<bool, StoreError> {
    if applicant.born.and_then(|born| age_on(born, day)).is_none_or(|age| age >= OF_AGE) {
        return Ok(false);
    }
    let guards = |one: &Representative| one.role == RepresentativeRole::Guardian && one.acts_on(day);
    Ok(!representatives(tx, &application.id)?.iter().any(guards))
}

/// Reasons never come from nothing: where nothing is assessed, and where the ground is "other", somebody has written
/// in their own words why.
fn reasons_lack(
    tx: &mut Tx<'_>,
    secrets: &Secrets,
    (subject, day): (Subject<'_>, Date),
    written: &WrittenDecision,
) -> Result<Option<WritingProblem>, OfficeError> {
    if written.comes_to() == Some(Outcome::Withdrawal) || written.reasons.trim().is_empty() {
        return Ok(None);
    }
    let unexplained =
        written.comes_to() == Some(Outcome::Refusal) && written.refusal_grounds.contains(&RefusalGround::Other);
    let how_far = assessments::how_far(tx, secrets, subject, day)?;
    if (how_far.made().is_some() && !unexplained) || wording::has_own_words(subject, written, day)? {
        return Ok(None);
    }
    Ok(Some(if unexplained { WritingProblem::GroundUnexplained } else { WritingProblem::ReasonsFromNothing }))
}

/// The decision that this one takes the place of.
fn reversed(tx: &mut Tx<'_>, decision: &Decision) -> Result<Option<Decision>, StoreError> {
    decision.replaces.as_ref().map_or(Ok(None), |id| store::find(tx, id))
}

/// Whether a decision is to leave the party worse off than the one it takes the place of.
pub(super) fn is_to_harm(
    tx: &mut Tx<'_>,
    secrets: &Secrets,
    decision: &Decision,
    written: &WrittenDecision,
) -> Result<bool, StoreError> {
    let reversed = reversed(tx, decision)?;
    Ok(match reversed {
        Some(reversed) => written.comes_to().is_some() && harms(&written_of(secrets, &reversed)?, written),
        None => false,
    })
}

/// The newest advance notice in the case since the decision that is reversed (*forvaltningsloven* § 16).
pub(super) fn notice(
    tx: &mut Tx<'_>,
    (case, ..): Subject<'_>,
    decision: &Decision,
) -> Result<Option<Notice>, StoreError> {
    let since = reversed(tx, decision)?.and_then(|reversed| reversed.decided);
    let mut newest = None;
    for document in documents::of_application(tx, &case.application)? {
        let of_case = document.case.as_ref() == Some(&case.id) && since.is_none_or(|since| document.day >= since);
        if !of_case || document.kind != LetterKind::AdvanceNotice.template() {
            continue;
        }
        // A copy has no day of its own: that of the letter it is a copy of holds.
        let answer_by = documents::answer_day(tx, &document.id)?;
        let sent = documents::of_document(tx, &document.id)?.into_iter().filter_map(|letter| letter.sent).min();
        if answer_by.is_some() || newest.is_none() {
            newest = Some(Notice { sent, answer_by });
        }
    }
    Ok(newest)
}
