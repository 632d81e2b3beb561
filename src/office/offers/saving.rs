//! Where an offer has come to stand, saved with its step, its entry and what follows for the home and the application.

use super::{progress_of, rule_of, text};
use crate::access::Thing;
use crate::office::changes::{Facts, difference};
use crate::office::{About, OfficeError, Work, applications, decisions, dwellings, letters};
use crate::store::cases::{self, Case};
use crate::store::offers::{self as store, Offer as Row, Step};
use crate::store::{applications as store_applications, documents, dwellings as homes};
use housing::Date;
use housing::applications::{ApplicationStatus, Clock};
use housing::dwellings::DwellingStatus;
use housing::offers::{Offer, OfferState, answer_by};
use serde_json::json;

/// What the note of a step is bound to.
pub(super) fn note_row(offer: &str, position: i64) -> String {
    format!("offer_step.note:{offer}:{position}")
}

/// Adds the newest step of an offer.
pub(super) fn record(work: &mut Work<'_, '_>, id: &str, state: OfferState, note: &str) -> Result<(), OfficeError> {
    let position = i64::try_from(store::steps(work.tx, id)?.len()).expect("few steps") + 1;
    let note = match note.trim() {
        "" => None,
        note => Some(work.secrets.encrypt(&note_row(id, position), note)?),
    };
    let (at, officer) = (work.now, work.actor.id.clone());
    let step = Step { at, day: state.on(), officer, step: state.step(), facts: text(&state), note };
    Ok(store::add_step(work.tx, id, position, step)?)
}

/// The row of an offer that has come to stand elsewhere.
pub(super) fn row_after(row: &Row, after: &Offer) -> Row {
    let state = after.state();
    let (ended, ended_as) = match state {
        OfferState::Declined { on, reason } => (Some(on), Some(reason.code().to_owned())),
        OfferState::Withdrawn { on, reason } => (Some(on), Some(reason.code().to_owned())),
        OfferState::Lapsed { on, .. } | OfferState::Housed { on, .. } => (Some(on), None),
        OfferState::Drafted { .. }
        | OfferState::Sent { .. }
        | OfferState::Viewed { .. }
        | OfferState::Accepted { .. } => (None, None),
    };
    let move_in = match state {
        OfferState::Accepted { move_in, .. } => move_in,
        OfferState::Housed { from, .. } => Some(from),
        OfferState::Drafted { .. }
        | OfferState::Sent { .. }
        | OfferState::Viewed { .. }
        | OfferState::Declined { .. }
        | OfferState::Lapsed { .. }
        | OfferState::Withdrawn { .. } => None,
    };
    let answer_by = state.answer_by().or(row.answer_by);
    Row { step: state.step(), answer_by, move_in, ended, ended_as, progress: text(after), ..row.clone() }
}

/// Saves a changed row with its entry in the journal.
pub(super) fn save(work: &mut Work<'_, '_>, before: &Row, changed: &Row, person: &str) -> Result<(), OfficeError> {
    if !store::update(work.tx, changed)? {
        return Err(OfficeError::Stale);
    }
    let details = difference(&as_facts(before), &as_facts(changed));
    work.note("change", About { thing: Thing::Offer, id: &before.id, person }, details);
    Ok(())
}

/// An offer's facts as the journal tells them: never who or where, which the entry's own columns guard.
fn as_facts(row: &Row) -> Facts {
    let day = |day: Option<Date>| day.map(|day| day.to_string());
    let told = json!({
        "step": row.step.code(),
        "answer_by": day(row.answer_by),
        "move_in": day(row.move_in),
        "reason": row.ended_as,
        "reminded": day(row.reminded),
    });
    told.as_object().cloned().unwrap_or_default()
}

/// Notes that an offer has lapsed, when nobody answered in time: its home is free.
pub(super) fn lapse_if_due(work: &mut Work<'_, '_>, row: &Row) -> Result<(), OfficeError> {
    let Ok(lapsed) = progress_of(row)?.lapse(work.today) else { return Ok(()) };
    let case = cases::find(work.tx, &row.case)?.ok_or(OfficeError::NotFound)?;
    let changed = row_after(row, &lapsed);
    save(work, row, &changed, &case.applicant)?;
    record(work, &row.id, lapsed.state(), "")?;
    end_placement(work, &case, &changed)?;
    stands(work, &case, ApplicationStatus::WaitingForHome)
}

/// The meeting's placement ends with the offer: in a tenancy, or in nothing.
pub(super) fn end_placement(work: &mut Work<'_, '_>, case: &Case, after: &Row) -> Result<(), OfficeError> {
    if after.step.holds_the_home() {
        return Ok(());
    }
    Ok(store::end_placement(work.tx, &case.application, &after.dwelling)?)
}

/// The application stands where the offer has brought it, as long as the household waits for a home.
pub(super) fn stands(work: &mut Work<'_, '_>, case: &Case, status: ApplicationStatus) -> Result<(), OfficeError> {
    let before = store_applications::find(work.tx, &case.application)?.ok_or(OfficeError::NotFound)?;
    if before.status.clock() != Some(Clock::AwaitsHome) || before.status == status {
        return Ok(());
    }
    let changed = store_applications::Application { status, ..before.clone() };
    applications::save_in(work, &before, &changed, work.today)
}

/// The home is reserved from today; the answer is what it was, when that changed.
pub(super) fn reserve(work: &mut Work<'_, '_>, dwelling: &str) -> Result<Option<DwellingStatus>, OfficeError> {
    let home = homes::find(work.tx, dwelling)?.ok_or(OfficeError::NotFound)?;
    match home.facts.status {
        was @ (DwellingStatus::Vacant | DwellingStatus::BeingPrepared) => {
            let from = work.today.max(home.status_day);
            dwellings::status_from(work, &home, DwellingStatus::Reserved, from)?;
            Ok(Some(was))
        }
        DwellingStatus::Let
        | DwellingStatus::NoticeGiven
        | DwellingStatus::Reserved
        | DwellingStatus::UnderRehabilitation
        | DwellingStatus::ForSale
        | DwellingStatus::Blocked
        | DwellingStatus::Disposed => Ok(None),
    }
}

/// The home is again what it was before it was reserved, unless somebody has said otherwise since.
pub(super) fn free(work: &mut Work<'_, '_>, row: &Row) -> Result<(), OfficeError> {
    let Some(was) = row.home_was else { return Ok(()) };
    let home = homes::find(work.tx, &row.dwelling)?.ok_or(OfficeError::NotFound)?;
    if home.facts.status != DwellingStatus::Reserved {
        return Ok(());
    }
    let from = work.today.max(home.status_day);
    dwellings::status_from(work, &home, was, from)
}

/// A letter has left, or is proven to have arrived: when it offers a home, the household has until the day that
/// follows from it.
///
/// # Errors
/// When the store fails, or somebody else saved first.
pub(in crate::office) fn letter_left(work: &mut Work<'_, '_>, document: &str) -> Result<(), OfficeError> {
    let Some(row) = store::of_document(work.tx, document)?.filter(|row| row.step.holds_the_home()) else {
        return Ok(());
    };
    let Some(letter) = documents::of_document(work.tx, document)?.into_iter().next() else { return Ok(()) };
    let post_days = letters::settings(work.tx)?.post_days;
    let Some((sent, arrival)) = letter.sent.zip(decisions::arrival(&letter, post_days)) else { return Ok(()) };
    let by: Date = answer_by(arrival, &rule_of(&row)?, row.answer_by).last_day;
    let before = progress_of(&row)?;
    let first = sent.max(row.made);
    let after = match before.clone().send(first, by.max(housing::calendar::add_days(first, 1))) {
        Ok(sent) => sent,
        // It was answered on the telephone, or had left before: only the day can be later now.
        Err(_) => before.clone().open_until(by),
    };
    if after == before {
        return Ok(());
    }
    let case = cases::find(work.tx, &row.case)?.ok_or(OfficeError::NotFound)?;
    save(work, &row, &row_after(&row, &after), &case.applicant)?;
    if after.steps().len() > before.steps().len() { record(work, &row.id, after.state(), "") } else { Ok(()) }
}
