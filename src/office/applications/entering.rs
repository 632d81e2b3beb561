//! Applications entered and changed by hand, with the checks of the import.

use super::known_application;
use crate::access::{Action, Thing};
use crate::office::changes::{Facts, beginning, difference};
use crate::office::people::refuse;
use crate::office::{About, Actor, Office, OfficeError, Problem, Work, cases, households, new_id};
use crate::store::StoreError;
use crate::store::applications::{self as store, Application};
use crate::store::cases as store_cases;
use crate::store::people::Person;
use housing::Date;
use housing::applications::{
    ApplicationFacts, ApplicationKind, ApplicationProblem, ApplicationStatus, HousingSituation,
};
use housing::cases::HousingRequest;
use housing::people::PersonProblem;
use serde_json::json;

/// Everything about the facts that cannot be true, by field of the form. What is wrong with the applicant
/// is mended on the person's own page.
pub fn problems(facts: &ApplicationFacts, today: Date) -> Vec<Problem> {
    facts.check(today).into_iter().filter_map(worded).collect()
}

fn worded(problem: ApplicationProblem) -> Option<Problem> {
    let with = |field, text, fact, value| Some(Problem { field, text, facts: vec![(fact, value)] });
    match problem {
        ApplicationProblem::ReceivedInFuture { .. } => {
            Some(Problem::plain("received", "application-problem-received-in-future"))
        }
        ApplicationProblem::DecidedInFuture { .. } => {
            Some(Problem::plain("decided", "application-problem-received-in-future"))
        }
        ApplicationProblem::DecidedBeforeReceived { received, .. } => {
            let day = received.strftime("%d.%m.%Y").to_string();
            with("decided", "application-problem-decided-early", "day", day)
        }
        ApplicationProblem::ImpossibleHousehold { size } => {
            with("adults", "application-problem-household", "size", size.to_string())
        }
        ApplicationProblem::ImpossibleIncome { income } => {
            with("income", "application-problem-income", "income", income.in_kroner())
        }
        ApplicationProblem::Applicant(
            PersonProblem::NoName
            | PersonProblem::BornInFuture { .. }
            | PersonProblem::TooOld { .. }
            | PersonProblem::BornUnlikeIdentityNumber { .. },
        ) => None,
    }
}

/// Enters an application of `applicant`, as received, in the household they are the main member of, and opens the
/// cases of what is asked for (`L1.2`). Whether the facts can be true has been asked before.
///
/// # Errors
/// When the store fails.
pub(in crate::office) fn enter_in(
    work: &mut Work<'_, '_>,
    applicant: &Person,
    facts: &ApplicationFacts,
    request: &HousingRequest,
) -> Result<Application, OfficeError> {
    let household = households::of_main(work, applicant, facts.size, facts.received)?;
    let year = facts.received.year();
    let bare = Application {
        id: new_id(),
        year,
        serial: store::next_serial(work.tx, year)?,
        applicant: applicant.id.clone(),
        household: household.id,
        kind: None,
        received: facts.received,
        size: None,
        situation: None,
        target_groups: Vec::new(),
        rooms: None,
        room_need: None,
        wished_area: None,
        wheelchair: None,
        income: None,
        status: ApplicationStatus::Received,
        decided: None,
        officer: None,
        restricted: household.restricted,
        note: None,
        version: 1,
    };
    let application = with_facts(work, &bare, facts)?;
    store::insert(work.tx, &application, &[(facts.received, ApplicationStatus::Received)])?;
    note(work, "create", &application, beginning(&as_facts(&application)));
    let staff = cases::Staff::read(work.tx)?;
    cases::open(work.tx, &application, request, &staff)?;
    Ok(application)
}

/// The application with other facts; who applied, its number and where it stands are as they were.
fn with_facts(
    work: &mut Work<'_, '_>,
    application: &Application,
    facts: &ApplicationFacts,
) -> Result<Application, OfficeError> {
    Ok(Application {
        kind: facts.kind,
        received: facts.received,
        size: facts.size,
        situation: facts.situation,
        target_groups: facts.target_groups.clone(),
        rooms: facts.rooms,
        room_need: work.room_need(facts.size, facts.received)?,
        wished_area: facts.wished_area.clone(),
        wheelchair: facts.wheelchair,
        income: facts.income,
        officer: facts.officer.clone(),
        note: facts.note.clone(),
        ..application.clone()
    })
}

/// Saves a changed application; a later day of arrival needs a reason, `why_later` (`L1.2`). Where it stands is changed
/// with its day by [`set_status`].
///
/// # Errors
/// [`OfficeError::Stale`] when somebody saved after `version` was opened; [`OfficeError::Invalid`] names everything that cannot be
/// true.
pub fn change(
    office: &Office,
    actor: &Actor,
    (id, version): (&str, i64),
    facts: &ApplicationFacts,
    why_later: &str,
) -> Result<(), OfficeError> {
    actor.may(Action::Change, Thing::Application)?;
    office.change(actor, |work| change_in(work, (id, version), facts, why_later).map(|_| ()))
}

/// As [`change`], as part of what somebody does; the answer is the application as it is now.
///
/// # Errors
/// As [`change`].
pub(in crate::office) fn change_in(
    work: &mut Work<'_, '_>,
    (id, version): (&str, i64),
    facts: &ApplicationFacts,
    why_later: &str,
) -> Result<Application, OfficeError> {
    let before = of_version(work, id, version)?;
    let facts = ApplicationFacts { status: before.status, decided: before.decided, ..facts.clone() };
    let mut found = problems(&facts, work.today);
    // A later day moves every deadline of the applicant's.
    if facts.received > before.received && why_later.trim().is_empty() {
        found.push(Problem::plain("why_later", "application-problem-why-later"));
    }
    refuse(found)?;
    let changed = with_facts(work, &before, &facts)?;
    if changed.received < before.received {
        store::record_status(work.tx, id, changed.received, ApplicationStatus::Received)?;
    }
    save(work, &before, &changed, work.today)?;
    if changed.received > before.received {
        let details = json!({"after": {"why_later": why_later.trim()}}).to_string();
        note(work, "change", &before, details);
    }
    cases::follow(work, (&before, &changed), why_later.trim())?;
    Ok(changed)
}

/// Notes where an application stands from a day on. A day before the newest status goes into its history. What only a
/// decision leads to is never set by hand while a case waits for one: it follows from the decision in the case.
///
/// # Errors
/// [`OfficeError::Stale`] when somebody saved after `version` was opened; [`OfficeError::Invalid`] for a day
/// to come or before it came in, and for a case that is not decided.
pub fn set_status(
    office: &Office,
    actor: &Actor,
    (id, version): (&str, i64),
    status: ApplicationStatus,
    from: Date,
) -> Result<(), OfficeError> {
    actor.may(Action::Change, Thing::Application)?;
    office.change(actor, |work| {
        let before = of_version(work, id, version)?;
        if from > work.today {
            return refuse(vec![Problem::plain("from", "application-problem-received-in-future")]);
        }
        if from < before.received {
            return refuse(vec![Problem::plain("from", "application-problem-status-early")]);
        }
        if status.follows_a_decision() {
            refuse(undecided(work, &before)?)?;
        }
        let newest = store::statuses(work.tx, id)?.last().map(|(day, _)| *day);
        let mut changed = before.clone();
        if newest.is_none_or(|newest| from >= newest) {
            changed.status = status;
        } else {
            store::record_status(work.tx, id, from, status)?;
        }
        changed.decided = decided(&before, status, from);
        save(work, &before, &changed, from)
    })
}

/// The cases that wait for a decision, as what stands in the way of a status that follows from one.
fn undecided(work: &mut Work<'_, '_>, application: &Application) -> Result<Vec<Problem>, StoreError> {
    let cases = store_cases::of_application(work.tx, &application.id)?;
    let open = cases.iter().filter(|case| case.closed.is_none()).map(|case| cases::number(application, case));
    let numbers: Vec<String> = open.collect();
    let facts = vec![("cases", numbers.join(", "))];
    let problem = Problem { field: "status", text: "application-problem-status-undecided", facts };
    Ok(if numbers.is_empty() { Vec::new() } else { vec![problem] })
}

/// The day of the decision: the first day of a status that only a decision leads to.
fn decided(before: &Application, status: ApplicationStatus, from: Date) -> Option<Date> {
    match status {
        ApplicationStatus::Granted | ApplicationStatus::Refused | ApplicationStatus::Dismissed => Some(from),
        ApplicationStatus::WaitingForHome
        | ApplicationStatus::Offered
        | ApplicationStatus::OfferDeclined
        | ApplicationStatus::Housed => before.decided.or(Some(from)),
        ApplicationStatus::Received
        | ApplicationStatus::AwaitingDocuments
        | ApplicationStatus::Forwarded
        | ApplicationStatus::InProgress
        | ApplicationStatus::WithAllocationTeam
        | ApplicationStatus::Withdrawn
        | ApplicationStatus::Lapsed
        | ApplicationStatus::Appealed => before.decided,
    }
}

fn of_version(work: &mut Work<'_, '_>, id: &str, version: i64) -> Result<Application, OfficeError> {
    let (before, _) = known_application(work.tx, work.actor, id)?;
    if before.version == version { Ok(before) } else { Err(OfficeError::Stale) }
}

/// Saves a changed application with its journal entry; a new status is true from `day`. Cases that nobody decided end
/// with an application that is withdrawn or lapses; what a decision leads to ends none of them.
pub(in crate::office) fn save(
    work: &mut Work<'_, '_>,
    before: &Application,
    changed: &Application,
    day: Date,
) -> Result<(), OfficeError> {
    if !store::update(work.tx, before, changed, day)? {
        return Err(OfficeError::Stale);
    }
    if changed.status != before.status && !changed.status.follows_a_decision() {
        cases::follow_status(work.tx, &before.id, changed.status, day)?;
    }
    let (was, is) = (as_facts(before), as_facts(changed));
    if was != is {
        note(work, "change", before, difference(&was, &is));
    }
    Ok(())
}

fn note(work: &mut Work<'_, '_>, action: &str, application: &Application, details: String) {
    let about = About { thing: Thing::Application, id: &application.id, person: &application.applicant };
    work.note(action, about, details);
}

/// An application's facts as the journal tells them: codes and øre.
pub fn as_facts(application: &Application) -> Facts {
    let groups: Vec<&str> = application.target_groups.iter().map(|group| group.code()).collect();
    let told = json!({
        "number": application.number(),
        "kind": application.kind.map(ApplicationKind::code),
        "received": application.received.to_string(),
        "size": application.size.map(|size| size.to_string()),
        "situation": application.situation.map(HousingSituation::code),
        "target_groups": groups.join(" "),
        "rooms": application.rooms,
        "room_need": application.room_need,
        "wished_area": application.wished_area,
        "wheelchair": application.wheelchair,
        "income": application.income,
        "status": application.status.code(),
        "decided": application.decided.map(|day| day.to_string()),
        "officer": application.officer,
        "note": application.note,
    });
    told.as_object().cloned().unwrap_or_default()
}
