//! An appeal comes in.

use super::{Told, add_step, dismissals, letter, progress_of, progress_text, sealed};
use crate::access::{Action, Thing};
use crate::office::cases::known_case;
use crate::office::{About, Actor, Office, OfficeError, Problem, decisions, new_id};
use crate::parameters::DECISION_RULES;
use crate::store::appeals::{self as store, Appeal as Row};
use crate::store::decisions::Decision;
use housing::Date;
use housing::appeals::{Appeal, AppealedDecision};
use housing::officers::OfficerId;

/// An appeal as it is registered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewAppeal {
    /// The day it reached the municipality, whichever unit it came to.
    pub received: Date,
    pub told: Told,
    /// The earlier appeal in the case whose dismissal it is on; on the decision that stands when there is none.
    pub dismissal_of: Option<String>,
}

/// Registers an appeal on the decision that stands in a case, or on a dismissal there, and tells the party that it has come. The answer is
/// its id.
///
/// # Errors
/// [`OfficeError::Invalid`] when nothing can be appealed, one is under way, or the day cannot be.
pub fn receive(office: &Office, actor: &Actor, case: &str, new: &NewAppeal) -> Result<String, OfficeError> {
    actor.may(Action::Change, Thing::Appeal)?;
    office.change(actor, |work| {
        let (case, _, applicant) = known_case(work.tx, actor, case)?;
        let refused = |field, text| Err(OfficeError::Invalid(vec![Problem::plain(field, text)]));
        let Some(decision) = decisions::standing(work.tx, &case.id)? else {
            return refused("", "appeal-problem-no-decision");
        };
        let known = store::of_case(work.tx, &case.id)?;
        let first = new.dismissal_of.as_ref().and_then(|first| known.iter().find(|row| row.id == *first));
        let of_first = first.map(|row| row.decision.clone());
        if known.iter().any(|row| row.open) {
            return refused("", "appeal-problem-under-way");
        }
        let appealed = match &new.dismissal_of {
            Some(_) => first.map(|row| dismissals::dismissal(&progress_of(row)?, work.today)).transpose()?.flatten(),
            None => appealed_decision(&decision)?,
        };
        let Some(appealed) = appealed else {
            return refused("", "appeal-problem-no-decision");
        };
        let mut problems = Vec::new();
        if new.received > work.today || new.received < appealed.decided {
            problems.push(Problem::plain("received", "appeal-problem-received"));
        }
        if new.told.wanted.trim().is_empty() {
            problems.push(Problem::plain("wanted", "appeal-problem-wanted"));
        }
        if !problems.is_empty() {
            return Err(OfficeError::Invalid(problems));
        }
        let appeal = Appeal::receive(appealed, new.received);
        let id = new_id();
        let row = Row {
            case: case.id.clone(),
            decision: of_first.unwrap_or(decision.id),
            position: i64::try_from(known.len()).expect("few appeals") + 1,
            received: new.received,
            state: appeal.state().word().to_owned(),
            handler: None,
            progress: progress_text(&appeal),
            told: sealed(work.secrets, &id, &new.told)?,
            open: true,
            version: 1,
            letter: None,
            dismissal_of: new.dismissal_of.clone(),
            id,
        };
        store::insert(work.tx, &row)?;
        add_step(work, &row.id, appeal.state())?;
        let details = serde_json::json!({"after": {"received": new.received.to_string()}}).to_string();
        work.note("create", About { thing: Thing::Appeal, id: &row.id, person: &applicant.id }, details);
        letter::received(office, work, &row, &appeal)?;
        Ok(row.id)
    })
}

/// The decision that stands, as one that is appealed; `None` when it is not signed.
fn appealed_decision(decision: &Decision) -> Result<Option<AppealedDecision>, OfficeError> {
    let Some((decided, signed_by)) = decision.decided.zip(decision.signed_by.as_ref()) else { return Ok(None) };
    let rule = DECISION_RULES.on(decision.kind, decided);
    let rule = rule.map_err(|_| OfficeError::Invalid(vec![Problem::plain("", "appeal-problem-no-decision")]))?;
    Ok(Some(AppealedDecision {
        kind: decision.kind,
        decided,
        prepared_by: OfficerId::new(&decision.prepared_by),
        signed_by: OfficerId::new(signed_by),
        body: rule.value.appeal_body,
        is_dismissal: false,
    }))
}
