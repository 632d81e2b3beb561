//! A document that was filed wrongly is taken out of its case; that it was there stands.

use super::{known_document, was_handed_in};
use crate::access::{Action, Thing};
use crate::office::{About, Actor, Office, OfficeError, Problem};
use crate::store::documents::{self as store, Withdrawal};

/// Takes a handed-in document out of its case, with the reason. It is neither listed, opened nor sent on any more.
///
/// # Errors
/// [`OfficeError::NotFound`] when there is none, or none that the actor may know of, or we wrote it ourselves;
/// [`OfficeError::Invalid`] without a reason; [`OfficeError::Stale`] when somebody else withdrew it first.
pub fn withdraw(office: &Office, actor: &Actor, id: &str, reason: &str) -> Result<(), OfficeError> {
    actor.may(Action::Change, Thing::Document)?;
    let reason = reason.trim();
    office.change(actor, |work| {
        let document = known_document(work.tx, actor, id)?;
        if !was_handed_in(&document) {
            return Err(OfficeError::NotFound);
        }
        if reason.is_empty() {
            return Err(OfficeError::Invalid(vec![Problem::plain("reason", "document-problem-reason")]));
        }
        let new = Withdrawal { at: work.now, officer: actor.id.clone(), reason: reason.to_owned() };
        if !store::withdraw(work.tx, id, &new)? {
            return Err(OfficeError::Stale);
        }
        let details = serde_json::json!({"after": {"withdrawn": reason}}).to_string();
        work.note("take-out", About { thing: Thing::Document, id, person: &document.person }, details);
        Ok(())
    })
}
