//! Who has a case: taken, given to a colleague, sent to another unit.

use super::{Colleagues, may_have, note, open_case};
use crate::access::{Action, Thing};
use crate::office::people::refuse;
use crate::office::{Actor, Office, OfficeError, Problem, Work};
use crate::store::cases::{self as store, Case, Handover};
use serde_json::json;

/// Takes a case on oneself.
///
/// # Errors
/// [`OfficeError::Stale`] when somebody changed or closed it after `version` was shown.
pub fn take(office: &Office, actor: &Actor, case: (&str, i64)) -> Result<(), OfficeError> {
    actor.may(Action::Change, Thing::Case)?;
    office.change(actor, |work| {
        let before = open_case(work, case)?;
        let own = Colleagues::read(work.tx)?.officers.into_iter().find(|officer| officer.id == work.actor.id);
        let unit = own.and_then(|officer| officer.unit).or_else(|| before.unit.clone());
        pass(work, "take", &before, (unit, Some(work.actor.id.clone())), None)
    })
}

/// Who gets a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Receiver {
    Officer(String),
    /// Whoever takes it there.
    Unit(String),
}

/// Gives a case to a colleague or sends it to another unit, unasked when it came to the wrong one; the day it
/// was received stays (`L1.2`). One who takes over from somebody is told what to know.
///
/// # Errors
/// [`OfficeError::Invalid`] when there is no such receiver, or the note is missing; [`OfficeError::Stale`] as
/// for [`take`].
pub fn hand_over(
    office: &Office,
    actor: &Actor,
    case: (&str, i64),
    to: &Receiver,
    told: &str,
) -> Result<(), OfficeError> {
    actor.may(Action::Change, Thing::Case)?;
    office.change(actor, |work| {
        let before = open_case(work, case)?;
        let colleagues = Colleagues::read(work.tx)?;
        let mut problems = Vec::new();
        let (action, unit, officer) = match to {
            Receiver::Officer(id) => {
                let found = colleagues.officers.iter().find(|it| it.id == *id && may_have(it, before.restricted));
                if found.is_none() {
                    problems.push(Problem::plain("officer", "case-problem-officer"));
                }
                let unit = found.and_then(|officer| officer.unit.clone()).or_else(|| before.unit.clone());
                let action = if before.officer.is_none() { "assign" } else { "hand-over" };
                if before.officer.is_some() && told.is_empty() {
                    problems.push(Problem::plain("note", "case-problem-note"));
                }
                (action, unit, Some(id.clone()))
            }
            Receiver::Unit(id) => {
                if colleagues.units.iter().all(|unit| unit.id != *id) {
                    problems.push(Problem::plain("unit", "case-problem-unit"));
                }
                if told.is_empty() {
                    problems.push(Problem::plain("unit-note", "case-problem-note"));
                }
                ("forward", Some(id.clone()), None)
            }
        };
        refuse(problems)?;
        pass(work, action, &before, (unit, officer), Some(told.to_owned()).filter(|told| !told.is_empty()))
    })
}

fn pass(
    work: &mut Work<'_, '_>,
    action: &str,
    before: &Case,
    (unit, officer): (Option<String>, Option<String>),
    told: Option<String>,
) -> Result<(), OfficeError> {
    let to = Handover { at: work.now, unit, officer, handed_by: work.actor.id.clone(), note: told };
    if !store::hand_over(work.tx, (&before.id, before.version), &to)? {
        return Err(OfficeError::Stale);
    }
    let details = json!({
        "before": {"officer": before.officer, "unit": before.unit},
        "after": {"officer": to.officer, "unit": to.unit, "note": to.note},
    });
    note(work, action, before, &details);
    Ok(())
}
