//! An offer is made: from now on the home is promised.

use super::{Terms, basis, empty, saving, text};
use crate::access::{Action, Thing};
use crate::office::cases::known_case;
use crate::office::{About, Actor, Office, OfficeError, Problem, Work, allocations, new_id, rule_sets};
use crate::store::offers::{self as store, Offer as Row};
use crate::store::{StoreError, Tx, dwellings as homes, tenancies};
use housing::Date;
use housing::applications::ApplicationStatus;
use housing::offers::{Offer, obstacles};

/// An offer as it is made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewOffer {
    pub case: String,
    pub dwelling: String,
    pub terms: Terms,
    /// The day the household can see the home.
    pub viewing: Option<Date>,
}

/// Offers a home to the household of a case. The answer is the offer's id. Its letter is written by
/// [`super::write_letter`]. A home that a meeting gave the household is offered as a part of the meeting's moves.
///
/// # Errors
/// [`OfficeError::Invalid`] with everything that stands in the way; [`OfficeError::NotFound`] when there is no such
/// case or home, or none that the actor may know of.
pub fn make(office: &Office, actor: &Actor, new: &NewOffer) -> Result<String, OfficeError> {
    actor.may(Action::Change, Thing::Offer)?;
    office.change(actor, |work| make_in(work, new))
}

fn make_in(work: &mut Work<'_, '_>, new: &NewOffer) -> Result<String, OfficeError> {
    let (case, application, applicant) = known_case(work.tx, work.actor, &new.case)?;
    let home = homes::find(work.tx, &new.dwelling)?.ok_or(OfficeError::NotFound)?;
    if let Some(open) = store::open_of_case(work.tx, &case.id)? {
        saving::lapse_if_due(work, &open)?;
    }
    let home_now = basis::home(work, &home, &application.id)?;
    let (basis, decision) = basis::of(work.tx, &case, &application)?;
    let found = obstacles(&basis, &home_now);
    let mut problems: Vec<Problem> = found.into_iter().map(|it| basis::worded(it, Some(&home))).collect();
    problems.extend(impossible(new, work.today));
    problems.extend(empty::too_early(work.tx, (&home.id, new.terms.from), work.today)?);
    if !work.actor.sees_protected && allocations::kept_from_protected(work.tx)?.contains(&case.household) {
        problems.push(Problem::plain("", "offer-problem-named-group"));
    }
    let (Some(granted), true) = (basis.granted(), problems.is_empty()) else {
        return Err(OfficeError::Invalid(problems));
    };
    let no_rules = || OfficeError::Invalid(vec![Problem::plain("", "offer-problem-no-rules")]);
    let rules = rule_sets::in_force(work.tx, work.today)?.ok_or_else(no_rules)?;
    let placed = store::placements(work.tx)?.remove(&home.id);
    let vacates = match placed.as_ref().and_then(|placed| placed.vacates.clone()) {
        Some(home) => Some(home),
        None => rents_now(work.tx, &case.household, &home.id)?,
    };
    let offer = Offer::draft(work.today, new.viewing);
    let row = Row {
        id: new_id(),
        case: case.id.clone(),
        dwelling: home.id.clone(),
        decision: decision.map(|decision| decision.id),
        granted,
        made: work.today,
        step: offer.state().step(),
        answer_by: None,
        move_in: None,
        ended: None,
        ended_as: None,
        progress: text(&offer),
        rule: text(&rules.rules.offer),
        terms: text(&new.terms),
        home_was: None,
        document: None,
        reminded: None,
        tenancy: None,
        chain: placed.as_ref().map(|placed| (placed.meeting.clone(), placed.step)),
        vacates,
        officer: work.actor.id.clone(),
        version: 1,
    };
    store::insert(work.tx, &row).map_err(somebody_was_first)?;
    saving::record(work, &row.id, offer.state(), "")?;
    let details =
        serde_json::json!({"after": {"step": row.step.code(), "rent": new.terms.rent, "from": new.terms.from}});
    work.note("create", About { thing: Thing::Offer, id: &row.id, person: &applicant.id }, details.to_string());
    saving::stands(work, &case, ApplicationStatus::Offered)?;
    Ok(row.id)
}

/// The home of ours that the household rents now, and leaves when it gets the other.
fn rents_now(tx: &mut Tx<'_>, household: &str, other: &str) -> Result<Option<String>, StoreError> {
    let tenancies = tenancies::of_household(tx, household)?.into_iter();
    let mut now = tenancies.filter(|tenancy| tenancy.moved_out.is_none() && tenancy.dwelling != other);
    Ok(now.next().map(|tenancy| tenancy.dwelling))
}

/// The database keeps a home to one household, and a household to one offer: whoever saves second is told.
fn somebody_was_first(error: StoreError) -> OfficeError {
    match error {
        StoreError::Constraint { .. } => {
            OfficeError::Invalid(vec![Problem::plain("dwelling", "offer-problem-somebody-was-first")])
        }
        other => other.into(),
    }
}

fn impossible(new: &NewOffer, today: Date) -> Vec<Problem> {
    let mut problems = Vec::new();
    if new.terms.from < today {
        problems.push(Problem::plain("from", "offer-problem-from"));
    }
    if new.viewing.is_some_and(|day| day < today) {
        problems.push(Problem::plain("viewing_day", "offer-problem-viewing"));
    }
    if new.terms.rent.0 < 0 || !new.terms.rent.is_believable() {
        problems.push(Problem::plain("rent", "offer-problem-rent"));
    }
    problems
}
