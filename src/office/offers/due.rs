//! What is due with offers, for the work list: computed for today, no nightly job.

use super::{progress_of, rule_of};
use crate::access::{Action, Thing};
use crate::office::{Actor, Office, OfficeError, decisions, letters};
use crate::store::offers::{self as store, Offer as Row};
use crate::store::{Tx, documents};
use housing::Date;
use housing::offers::OfferDue;

/// Something that is due with an offer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Due {
    pub offer: String,
    pub case: String,
    /// Who has the case; nobody when empty.
    pub officer: Option<String>,
    pub what: OfferDue,
}

/// Everything that is due with the offers that the actor may know of, the most pressing first.
///
/// # Errors
/// When the actor may not look at offers.
pub fn due(office: &Office, actor: &Actor) -> Result<Vec<Due>, OfficeError> {
    actor.may(Action::Look, Thing::Offer)?;
    office.store().read(|tx| of(tx, actor.sees_protected, office.today()))
}

/// As [`due`], for a list that shows more.
///
/// # Errors
/// When the store fails.
pub(in crate::office) fn of(tx: &mut Tx<'_>, with_protected: bool, today: Date) -> Result<Vec<Due>, OfficeError> {
    let mut all = Vec::new();
    for (row, officer) in store::open(tx, with_protected)? {
        let begins = arrived(tx, &row)?;
        let due = progress_of(&row)?.on_day(today).due(today, begins, &rule_of(&row)?);
        let reminded = |due: &OfferDue| matches!(due, OfferDue::Remind { .. }) && row.reminded.is_some();
        let due = due.into_iter().filter(|due| !reminded(due)).chain(new_decision(tx, &row)?);
        all.extend(due.map(|what| Due {
            offer: row.id.clone(),
            case: row.case.clone(),
            officer: officer.clone(),
            what,
        }));
    }
    all.sort_by(|one, other| one.what.day().cmp(&other.what.day()).then_with(|| one.offer.cmp(&other.offer)));
    Ok(all)
}

/// The grant that an offer rests on stands no more: nobody can say yes to the offer as it is.
fn new_decision(tx: &mut Tx<'_>, row: &Row) -> Result<Option<OfferDue>, OfficeError> {
    let Some(decision) = &row.decision else { return Ok(None) };
    let standing = decisions::standing(tx, &row.case)?.filter(|standing| standing.id != *decision);
    Ok(standing.and_then(|standing| standing.decided).map(|on| OfferDue::NewDecision { on }))
}

/// The day the letter of an offer arrived, or is presumed to have.
fn arrived(tx: &mut Tx<'_>, row: &Row) -> Result<Option<Date>, OfficeError> {
    let Some(document) = &row.document else { return Ok(None) };
    let Some(letter) = documents::of_document(tx, document)?.into_iter().next() else { return Ok(None) };
    let post_days = letters::settings(tx)?.post_days;
    Ok(decisions::arrival(&letter, post_days).map(housing::appeals::Arrival::begins))
}
