//! Looking at a decision again: the day it is due, and the next one.

use super::standing;
use crate::access::{Action, Thing};
use crate::office::cases::known_case;
use crate::office::{About, Actor, Office, OfficeError, Problem};
use crate::store::decisions::{self as store, Decision};
use housing::Date;
use serde_json::json;

/// A day of review lies ahead.
pub(super) const fn has_passed() -> Problem {
    Problem::plain("review_on", "decision-problem-review")
}

/// Somebody has looked at the decision that stands in a case, or plans to: it is looked at again on `next`, or not any
/// more.
///
/// # Errors
/// [`OfficeError::Invalid`] for a day that does not lie ahead; [`OfficeError::Stale`] when somebody else saved first;
/// [`OfficeError::NotFound`] when no decision stands in the case, or the actor may not know of it.
pub fn review(
    office: &Office,
    actor: &Actor,
    (case, version): (&str, i64),
    next: Option<Date>,
) -> Result<(), OfficeError> {
    actor.may(Action::Change, Thing::Decision)?;
    office.change(actor, |work| {
        let (case, _, applicant) = known_case(work.tx, actor, case)?;
        let before = standing(work.tx, &case.id)?.ok_or(OfficeError::NotFound)?;
        if next.is_some_and(|day| day <= work.today) {
            return Err(OfficeError::Invalid(vec![has_passed()]));
        }
        let changed = Decision { review_on: next, ..before.clone() };
        if before.version != version || !store::update(work.tx, &changed)? {
            return Err(OfficeError::Stale);
        }
        let details = json!({"before": {"review_on": before.review_on}, "after": {"review_on": next}}).to_string();
        work.note("change", About { thing: Thing::Decision, id: &before.id, person: &applicant.id }, details);
        Ok(())
    })
}
