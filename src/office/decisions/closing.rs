//! What follows from a signature: the decision that is reversed, the case and its application.

use crate::access::Thing;
use crate::office::{About, OfficeError, Work, applications, changes, offers};
use crate::store::Tx;
use crate::store::applications as store_applications;
use crate::store::cases::{self, Case};
use crate::store::decisions::{self as store, Decision};
use housing::Date;
use housing::applications::ApplicationStatus;
use housing::decisions::{DecisionKind, Outcome, WrittenDecision};

/// The decision that is reversed stands no longer.
pub(super) fn reverse(work: &mut Work<'_, '_>, id: &str) -> Result<(), OfficeError> {
    let reversed = store::find(work.tx, id)?.filter(|decision| decision.stands).ok_or(OfficeError::Stale)?;
    let changed = Decision { stands: false, ..reversed };
    if store::update(work.tx, &changed)? { Ok(()) } else { Err(OfficeError::Stale) }
}

/// The day of the offer that falls when a decision is signed: one that rests on a grant which is taken away.
///
/// # Errors
/// When the store fails.
pub(super) fn offer_that_falls(
    tx: &mut Tx<'_>,
    (case, written): (&str, &WrittenDecision),
    today: Date,
) -> Result<Option<Date>, OfficeError> {
    let takes_away =
        written.outcome == Some(Outcome::Reversal) && written.comes_to().is_some_and(|comes_to| !comes_to.gives());
    if takes_away { offers::open_since(tx, case, today) } else { Ok(None) }
}

/// The case is closed with what the party is left with, and the application stands where its leading case does.
pub(super) fn close(work: &mut Work<'_, '_>, case: &Case, written: &WrittenDecision) -> Result<(), OfficeError> {
    let today = work.today;
    let Some(outcome) = written.comes_to() else { return Ok(()) };
    cases::set_closed(work.tx, &case.id, Some(today), Some(outcome.code()))?;
    cases::end_hold(work.tx, &case.id, today)?;
    let details = serde_json::json!({"after": {"closed": today.to_string(), "closed_as": outcome.code()}});
    work.note("close", About { thing: Thing::Case, id: &case.id, person: &case.applicant }, details.to_string());
    let all = cases::of_application(work.tx, &case.application)?;
    let leads = all.iter().find(|other| is_for_a_home(other.kind)).or_else(|| all.first());
    let status = status_after(outcome, written.waiting_list);
    let (Some(status), true) = (status, leads.is_some_and(|leading| leading.id == case.id)) else { return Ok(()) };
    let before = store_applications::find(work.tx, &case.application)?.ok_or(OfficeError::NotFound)?;
    if outcome.gives() && is_past_waiting(before.status) {
        return Ok(());
    }
    let decided = Some(today).filter(|_| status != ApplicationStatus::Withdrawn).or(before.decided);
    let changed = store_applications::Application { status, decided, ..before.clone() };
    if !store_applications::update(work.tx, &before, &changed, today)? {
        return Err(OfficeError::Stale);
    }
    let told = changes::difference(&applications::as_facts(&before), &applications::as_facts(&changed));
    work.note("change", About { thing: Thing::Application, id: &before.id, person: &before.applicant }, told);
    Ok(())
}

/// Whether a case of this kind is about the home that was applied for: the application stands where it does.
const fn is_for_a_home(kind: DecisionKind) -> bool {
    matches!(kind, DecisionKind::MunicipalHome | DecisionKind::Renewal | DecisionKind::CareHome)
}

/// Whether the household has been offered a home or has one: a grant that is made anew does not put it back in line.
const fn is_past_waiting(status: ApplicationStatus) -> bool {
    matches!(status, ApplicationStatus::Offered | ApplicationStatus::OfferDeclined | ApplicationStatus::Housed)
}

/// Where an application stands after its leading case was decided; `None` when it stands as it did.
const fn status_after(outcome: Outcome, waits: bool) -> Option<ApplicationStatus> {
    match outcome {
        Outcome::Grant | Outcome::Partial if waits => Some(ApplicationStatus::WaitingForHome),
        Outcome::Grant | Outcome::Partial | Outcome::Extension => Some(ApplicationStatus::Granted),
        Outcome::Refusal => Some(ApplicationStatus::Refused),
        Outcome::Dismissal => Some(ApplicationStatus::Dismissed),
        Outcome::Withdrawal => Some(ApplicationStatus::Withdrawn),
        Outcome::Reversal => None,
    }
}
