//! Beginning a decision and writing it, a draft at a time.

use super::{approval, completing, content, rules, sealed, wording, written_of};
use crate::access::{Action, Thing};
use crate::office::assessments::{self, Subject};
use crate::office::cases::known_case;
use crate::office::letters::{self, Form, Words};
use crate::office::{About, Actor, Office, OfficeError, Problem, Work, new_id, rule_sets};
use crate::store::applications::Application;
use crate::store::cases::Case;
use crate::store::decisions::{self as store, Decision, State, Step};
use crate::store::people::{self, Person};
use crate::store::{StoreError, households};
use housing::Date;
use housing::assessment::{Answer, Assessment};
use housing::decisions::{
    DecisionKind, HomeAccess, LeaseLength, Outcome, RefusalGround, WrittenDecision, WrittenReversal, outcomes_of,
    reversals_of,
};
use housing::people::age_on;

/// Begins a decision with an outcome (and, for a reversal, what it comes to) and a written form; its words are proposed from the facts. The answer is
/// its id.
///
/// # Errors
/// [`OfficeError::Invalid`] when one is being written already, or the outcome does not fit the case.
pub fn begin(
    office: &Office,
    actor: &Actor,
    case: &str,
    (outcome, comes_to): (Outcome, Option<Outcome>),
    form: Option<Form>,
) -> Result<String, OfficeError> {
    actor.may(Action::Change, Thing::Decision)?;
    office.change(actor, |work| {
        let (case, application, applicant) = known_case(work.tx, actor, case)?;
        let known = store::of_case(work.tx, &case.id)?;
        let refused = |field, text| Err(OfficeError::Invalid(vec![Problem::plain(field, text)]));
        if known.iter().any(|decision| decision.state.is_open()) {
            return refused("", "decision-problem-being-written");
        }
        let standing = known.iter().find(|decision| decision.stands);
        if standing.is_none() && case.closed.is_some() {
            return refused("", "decision-problem-case-closed");
        }
        if !outcomes_of(case.kind, standing.is_some()).contains(&outcome) {
            return refused("outcome", "decision-problem-outcome");
        }
        if outcome == Outcome::Reversal && comes_to.is_none_or(|it| !reversals_of(case.kind).contains(&it)) {
            return refused("comes_to", "decision-problem-no-reversal");
        }
        let form = form.map_or_else(|| letters::settings(work.tx).map(|settings| settings.form), Ok)?;
        let id = new_id();
        let subject = (&case, &application, &applicant);
        let reversal = WrittenReversal { comes_to, ..WrittenReversal::default() };
        let chosen =
            WrittenDecision { outcome: Some(outcome), reversal, form: Some(form), ..WrittenDecision::default() };
        let written = proposed(work, subject, chosen)?;
        let decision = Decision {
            case: case.id.clone(),
            position: known.iter().map(|decision| decision.position).max().unwrap_or(0) + 1,
            kind: case.kind,
            outcome: Some(outcome),
            state: State::Draft,
            prepared_by: actor.id.clone(),
            signed_by: None,
            decided: None,
            written: sealed(work.secrets, &id, &written)?,
            frozen: None,
            seal: None,
            rules: Some(rules::assessed_on(work.tx, subject, work.today)?.mark()),
            replaces: standing.map(|decision| decision.id.clone()),
            stands: false,
            reasons_demanded: None,
            reasons_arrived: None,
            document: None,
            review_on: None,
            version: 1,
            id,
        };
        store::insert(work.tx, &decision).map_err(one_at_a_time)?;
        step(work, &decision.id, State::Draft, "")?;
        let details = serde_json::json!({"after": {"outcome": outcome.code(), "state": "draft"}}).to_string();
        work.note("create", About { thing: Thing::Decision, id: &decision.id, person: &applicant.id }, details);
        Ok(decision.id)
    })
}

/// Two who begin at once: the database lets one of them.
fn one_at_a_time(error: StoreError) -> OfficeError {
    match error {
        StoreError::Constraint { .. } => OfficeError::Stale,
        other => other.into(),
    }
}

/// Adds a step to a decision's history.
pub(super) fn step(work: &mut Work<'_, '_>, decision: &str, state: State, remarks: &str) -> Result<(), OfficeError> {
    let step =
        Step { at: work.now, day: work.today, officer: work.actor.id.clone(), state, remarks: remarks.to_owned() };
    Ok(store::add_step(work.tx, decision, &step)?)
}

/// What a decision begins with: what the application says of the need, and reasons from the facts and the
/// assessment. A refusal names the grounds that the assessment found in the way.
fn proposed(
    work: &mut Work<'_, '_>,
    subject: Subject<'_>,
    chosen: WrittenDecision,
) -> Result<WrittenDecision, OfficeError> {
    let (case, application, _) = subject;
    let gives = chosen.comes_to().is_some_and(Outcome::gives);
    let refuses = chosen.comes_to() == Some(Outcome::Refusal);
    let is_home = matches!(case.kind, DecisionKind::MunicipalHome | DecisionKind::Renewal);
    let how_far = assessments::how_far(work.tx, work.secrets, subject, work.today)?;
    let mut written = WrittenDecision {
        refusal_grounds: how_far.made().filter(|_| refuses).map(|made| in_the_way(made, case.kind)).unwrap_or_default(),
        rooms: application.room_need.filter(|_| gives && is_home),
        lease: if gives && is_home { Some(usual_lease(work, subject)?) } else { None },
        access: match application.wheelchair {
            Some(true) if gives => vec![HomeAccess::Wheelchair],
            Some(_) | None => Vec::new(),
        },
        waiting_list: gives && case.kind == DecisionKind::MunicipalHome,
        ..chosen
    };
    put_words(&mut written, subject, how_far.made(), work.today)?;
    Ok(written)
}

/// How long the lease is by the municipality's rules, for a first one or a renewal, with children or without; the law's
/// shortest term before it has any (*husleieloven* § 9-3).
fn usual_lease(work: &mut Work<'_, '_>, (case, application, _): Subject<'_>) -> Result<LeaseLength, OfficeError> {
    let Some(known) = rule_sets::in_force(work.tx, work.today)? else {
        return Ok(LeaseLength::Months(completing::shortest_lease(work.today)? * 12));
    };
    let lease = &known.rules.lease;
    let mut ages = Vec::new();
    for member in households::members(work.tx, &application.household)? {
        if member.until.is_none_or(|until| until > work.today) && member.person != application.applicant {
            let born = people::find(work.tx, &member.person)?.and_then(|person| person.born);
            ages.extend(born.and_then(|born| age_on(born, work.today)));
        }
    }
    // Where no birth is known, what was said of the household counts.
    let said = ages.is_empty() && application.size.is_some_and(|size| size.children > 0);
    let with_children = said || ages.iter().any(|age| lease.is_child(*age));
    Ok(LeaseLength::Months(lease.months(case.kind == DecisionKind::Renewal, with_children)))
}

/// The grounds of refusal that an assessment calls for. A fact that is missing is no ground.
fn in_the_way(assessment: &Assessment, kind: DecisionKind) -> Vec<RefusalGround> {
    let not_met = assessment.grounds.iter().filter(|result| result.answer() == Answer::NotMet);
    let grounds = not_met.filter_map(|result| RefusalGround::of(result.ground));
    let mut grounds: Vec<RefusalGround> = grounds.filter(|ground| ground.refuses(kind)).collect();
    grounds.dedup();
    grounds
}

/// Proposes the words from what is chosen now and what the assessment found.
fn put_words(
    written: &mut WrittenDecision,
    (case, application, _): Subject<'_>,
    assessment: Option<&Assessment>,
    today: Date,
) -> Result<(), OfficeError> {
    let words = Words(written.form.unwrap_or(Form::Bokmal));
    let basis = content::rule(case.kind, today)?.legal_basis.clone();
    let facts = wording::facts(case, application, assessment, basis);
    written.conclusion = wording::conclusion(words, case.kind, written);
    written.reasons = wording::reasons(words, &facts, written);
    written.grounds_told = written.refusal_grounds.clone();
    Ok(())
}

/// A decision that the actor writes, as it stood when `version` was shown.
pub(super) fn own_draft(
    work: &mut Work<'_, '_>,
    (id, version): (&str, i64),
) -> Result<(Decision, Case, Application, Person), OfficeError> {
    let decision = store::find(work.tx, id)?.ok_or(OfficeError::NotFound)?;
    let (case, application, applicant) = known_case(work.tx, work.actor, &decision.case)?;
    if decision.version != version || !matches!(decision.state, State::Draft | State::Returned) {
        return Err(OfficeError::Stale);
    }
    if decision.prepared_by != work.actor.id {
        return Err(OfficeError::Invalid(vec![Problem::plain("", "decision-problem-somebody-elses")]));
    }
    Ok((decision, case, application, applicant))
}

/// What is done with a decision as it is saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Next {
    /// It stays a draft, as it is typed.
    Keep,
    /// It stays a draft; the reasons say something of every ground that is ticked.
    Save,
    /// Conclusion and reasons are proposed anew from the facts, the assessment and what is chosen now.
    Propose,
    /// It is handed over for approval.
    Submit,
    /// It is signed by whoever wrote it, who has seen the rules with this mark.
    Sign { rules_seen: String },
}

/// Keeps what is written, with where the party gets letters when that was said, and does what comes next: both or
/// neither. When what comes next is refused, what was written is kept all the same. The answer is the version that was
/// kept.
///
/// # Errors
/// [`OfficeError::Stale`] when somebody saved after `version` was opened; [`OfficeError::Invalid`] with everything
/// that stands in the way of what comes next.
pub fn save(
    office: &Office,
    actor: &Actor,
    decision: (&str, i64),
    (written, post_address): (&WrittenDecision, Option<&[String]>),
    next: &Next,
) -> Result<i64, OfficeError> {
    actor.may(Action::Change, Thing::Decision)?;
    let write = |next: &Next| {
        office.change(actor, |work| {
            let version = keep_as(work, decision, (written, post_address), next)?;
            match next {
                Next::Keep | Next::Save | Next::Propose => {}
                Next::Submit => approval::submit(office, work, (decision.0, version))?,
                Next::Sign { rules_seen } => approval::sign_as(office, work, (decision.0, version), rules_seen)?,
            }
            Ok(version)
        })
    };
    match write(next) {
        Err(OfficeError::Invalid(problems)) if *next != Next::Keep => {
            write(&Next::Keep)?;
            Err(OfficeError::Invalid(problems))
        }
        done => done,
    }
}

/// Keeps what is written, with the words that what comes next asks for; the answer is the new version.
fn keep_as(
    work: &mut Work<'_, '_>,
    decision: (&str, i64),
    (written, post_address): (&WrittenDecision, Option<&[String]>),
    next: &Next,
) -> Result<i64, OfficeError> {
    let (before, case, application, applicant) = own_draft(work, decision)?;
    if let Some(lines) = post_address {
        letters::note_post_address(work, &application, lines, work.today)?;
    }
    let known = written_of(work.secrets, &before)?;
    let (mut written, mut rules) = (written.clone(), before.rules.clone());
    written.grounds_told.clone_from(&known.grounds_told);
    match next {
        Next::Keep => {}
        Next::Save | Next::Submit | Next::Sign { .. } => {
            wording::tell_grounds(Words(written.form.unwrap_or(Form::Bokmal)), case.kind, &mut written);
        }
        Next::Propose => {
            let subject = (&case, &application, &applicant);
            let how_far = assessments::how_far(work.tx, work.secrets, subject, work.today)?;
            put_words(&mut written, subject, how_far.made(), work.today)?;
            rules = Some(rules::assessed_on(work.tx, subject, work.today)?.mark());
        }
    }
    if known == written && rules == before.rules {
        return Ok(before.version);
    }
    let changed = Decision {
        outcome: written.outcome,
        written: sealed(work.secrets, &before.id, &written)?,
        rules,
        ..before.clone()
    };
    if !store::update(work.tx, &changed)? {
        return Err(OfficeError::Stale);
    }
    let (was, is) = (before.outcome.map(Outcome::code), written.outcome.map(Outcome::code));
    let details = serde_json::json!({"before": {"outcome": was}, "after": {"outcome": is}}).to_string();
    work.note("change", About { thing: Thing::Decision, id: &before.id, person: &case.applicant }, details);
    Ok(before.version + 1)
}
