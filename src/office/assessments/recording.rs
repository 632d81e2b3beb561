//! Recording what was found out, and what was judged. Nothing is changed: what was recorded before stays.

use super::{judgements, of_case, row_name};
use crate::access::{Action, Thing};
use crate::office::cases::known_case;
use crate::office::{About, Actor, Office, OfficeError, Problem, Work};
use crate::store::applications::Application;
use crate::store::assessments::{self as store, RecordedFacts, SealedJudgement};
use crate::store::cases::Case;
use crate::store::people::Person;
use housing::assessment::{Answer, CaseFacts, Ground, GroundResult};
use housing::money::Ore;
use serde_json::json;

/// The case as it stands, when nobody has recorded anything since the form was opened.
fn open_case(
    work: &mut Work<'_, '_>,
    (id, seen): (&str, usize),
) -> Result<(Case, Application, Person, i64), OfficeError> {
    let (case, application, applicant) = known_case(work.tx, work.actor, id)?;
    let judged = judgements(work.tx, work.secrets, id)?.len();
    let recorded = store::facts(work.tx, &application.id)?.len() + judged;
    if recorded != seen || case.closed.is_some() {
        return Err(OfficeError::Stale);
    }
    let position = i64::try_from(judged).expect("a case has few judgements") + 1;
    Ok((case, application, applicant, position))
}

fn about(case: &Case) -> About<'_> {
    About { thing: Thing::Case, id: &case.id, person: &case.applicant }
}

/// Records what was found out about an application.
///
/// # Errors
/// [`OfficeError::Stale`] when somebody recorded something meanwhile, or the case is closed;
/// [`OfficeError::Invalid`] names what cannot be true.
pub fn record_facts(office: &Office, actor: &Actor, case: (&str, usize), facts: &CaseFacts) -> Result<(), OfficeError> {
    actor.may(Action::Change, Thing::Case)?;
    office.change(actor, |work| {
        let problems = impossible(facts, work);
        if !problems.is_empty() {
            return Err(OfficeError::Invalid(problems));
        }
        let (case, application, ..) = open_case(work, case)?;
        let before = store::facts(work.tx, &application.id)?.into_iter().next().map(|newest| newest.facts);
        let officer = work.actor.id.clone();
        let new = RecordedFacts { facts: facts.clone(), day: work.today, officer, at: work.now };
        store::record_facts(work.tx, &application.id, &new)?;
        let details = json!({"assessment": {"before": before, "after": facts}}).to_string();
        work.note("change", about(&case), details);
        Ok(())
    })
}

/// What cannot be true of the facts today.
fn impossible(facts: &CaseFacts, work: &Work<'_, '_>) -> Vec<Problem> {
    let in_future = facts.here_since.is_some_and(|since| since > work.today);
    let evicted_in_future = matches!(facts.evicted, Some(housing::assessment::Eviction::On(day)) if day > work.today);
    let amount = |field, amount: Option<Ore>| {
        let wrong = amount.is_some_and(|amount| amount < Ore(0) || !amount.is_believable());
        wrong.then(|| Problem::plain(field, "assessment-problem-amount"))
    };
    let income = facts.incomes.iter().flatten().map(|earning| earning.a_year).max();
    let days = [
        in_future.then(|| Problem::plain("here_since", "assessment-problem-future")),
        evicted_in_future.then(|| Problem::plain("evicted_on", "assessment-problem-future")),
    ];
    let amounts = [
        amount("income", income),
        amount("wealth", facts.wealth),
        amount("overdue_loan", facts.overdue.loan),
        amount("overdue_rent", facts.overdue.rent),
        amount("overdue_other", facts.overdue.other),
    ];
    days.into_iter().chain(amounts).flatten().collect()
}

/// Records what was judged on a ground that the rules leave to judgement, with the reasons.
///
/// # Errors
/// [`OfficeError::Invalid`] when no reasons are given, or a fact settles the ground; otherwise as
/// [`record_facts`].
pub fn judge(
    office: &Office,
    actor: &Actor,
    case: (&str, usize),
    (ground, met, reasons): (Ground, bool, &str),
) -> Result<(), OfficeError> {
    actor.may(Action::Change, Thing::Case)?;
    if reasons.trim().is_empty() {
        return Err(OfficeError::Invalid(vec![Problem::plain("reasons", "assessment-problem-reasons")]));
    }
    office.change(actor, |work| {
        let (case, application, applicant, position) = open_case(work, case)?;
        let assessment = of_case(work.tx, work.secrets, (&case, &application, &applicant), work.today)?;
        let by_rule =
            assessment.as_ref().and_then(|(made, _)| made.of(ground)).map(|result: &GroundResult| result.by_rule);
        if by_rule != Some(Answer::JudgementNeeded) {
            return Err(OfficeError::Invalid(vec![Problem::plain("reasons", "assessment-problem-settled")]));
        }
        let sealed = work.secrets.encrypt(&row_name(&case.id, position), reasons.trim())?;
        let (day, officer, at) = (work.today, work.actor.id.clone(), work.now);
        let new = SealedJudgement { position, ground, met, reasons: sealed, day, officer, at };
        store::judge(work.tx, &case.id, new)?;
        // The reasons are sealed in their row; the journal tells that they were written, and by whom.
        let details = json!({"after": {"ground": ground, "met": met}}).to_string();
        work.note("judge", about(&case), details);
        Ok(())
    })
}
