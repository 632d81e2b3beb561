//! The cases that an application opens (`L1.2`), and that follow when the application changes.

use crate::office::{OfficeError, Work, new_id};
use crate::store::accounts;
use crate::store::applications::Application;
use crate::store::cases::{self as store, Case};
use crate::store::{StoreError, Tx};
use housing::Date;
use housing::applications::{ApplicationKind, ApplicationStatus, Clock};
use housing::cases::{HousingRequest, cases_opened_by};
use housing::decisions::{DecisionKind, Outcome};
use std::collections::HashMap;

/// Who an application's short name for its officer means: the one who logs in by it.
#[derive(Default)]
pub(in crate::office) struct Staff {
    /// Id and unit, by login.
    officers: HashMap<String, (String, Option<String>)>,
}

impl Staff {
    /// Everybody who works here.
    pub(in crate::office) fn read(tx: &mut Tx<'_>) -> Result<Self, StoreError> {
        let officers = accounts::officers(tx)?.into_iter().filter(|officer| !officer.closed);
        Ok(Self { officers: officers.map(|officer| (officer.login, (officer.id, officer.unit))).collect() })
    }

    fn of(&self, application: &Application) -> Option<&(String, Option<String>)> {
        self.officers.get(application.officer.as_deref()?)
    }
}

/// What an application asks for, as far as its form says it. One that does not say is for a home: that is
/// what the office's lists of applicants are lists of.
pub(in crate::office) fn request_of(application: &Application) -> HousingRequest {
    HousingRequest::on_form(application.kind.unwrap_or(ApplicationKind::New))
}

/// Opens the cases of an application that is open; where a home was granted, they were decided with it.
///
/// # Errors
/// When the store fails.
pub(in crate::office) fn open(
    tx: &mut Tx<'_>,
    application: &Application,
    request: &HousingRequest,
    staff: &Staff,
) -> Result<Vec<Case>, StoreError> {
    let mut opened = Vec::new();
    if application.status.is_open() {
        for (kind, position) in cases_opened_by(request).into_iter().zip(1..) {
            let case = Case { position, ..new(application, kind, staff.of(application)) };
            let case = match end(application.status) {
                None => case,
                Some(code) => Case {
                    closed: Some(application.decided.unwrap_or(application.received)),
                    closed_as: Some(code.to_owned()),
                    ..case
                },
            };
            store::insert(tx, &case)?;
            opened.push(case);
        }
    }
    Ok(opened)
}

/// An application's first case of a kind, with the officer and unit who have it.
fn new(application: &Application, kind: DecisionKind, owner: Option<&(String, Option<String>)>) -> Case {
    Case {
        id: new_id(),
        application: application.id.clone(),
        position: 1,
        kind,
        applicant: application.applicant.clone(),
        household: application.household.clone(),
        received: application.received,
        unit: owner.and_then(|(_, unit)| unit.clone()),
        officer: owner.map(|(id, _)| id.clone()),
        promised: None,
        interim_sent: None,
        closed: None,
        closed_as: None,
        restricted: application.restricted,
        version: 1,
    }
}

/// What a status of the application says its cases ended as; `None` while they wait for a decision.
fn end(status: ApplicationStatus) -> Option<&'static str> {
    match status {
        ApplicationStatus::Refused => Some(Outcome::Refusal.code()),
        ApplicationStatus::Dismissed => Some(Outcome::Dismissal.code()),
        ApplicationStatus::Withdrawn => Some(Outcome::Withdrawal.code()),
        ApplicationStatus::Lapsed => Some(ApplicationStatus::Lapsed.code()),
        ApplicationStatus::Housed
        | ApplicationStatus::Granted
        | ApplicationStatus::WaitingForHome
        | ApplicationStatus::Offered
        | ApplicationStatus::OfferDeclined => Some(Outcome::Grant.code()),
        ApplicationStatus::Received
        | ApplicationStatus::AwaitingDocuments
        | ApplicationStatus::Forwarded
        | ApplicationStatus::InProgress
        | ApplicationStatus::WithAllocationTeam
        | ApplicationStatus::Appealed => None,
    }
}

/// The application's facts were changed: its cases have the same day, and what is now applied for has its case.
///
/// # Errors
/// When the store fails.
pub(in crate::office) fn follow(
    work: &mut Work<'_, '_>,
    (before, changed): (&Application, &Application),
    why_later: &str,
) -> Result<(), OfficeError> {
    let known = store::of_application(work.tx, &changed.id)?;
    let kinds: Vec<_> = known.iter().map(|case| case.kind).collect();
    let mut position = known.iter().map(|case| case.position).max().unwrap_or(0);
    if changed.status.clock() == Some(Clock::AwaitsDecision) {
        let owner = known.iter().find_map(|case| Some((case.officer.clone()?, case.unit.clone())));
        for kind in cases_opened_by(&request_of(changed)).into_iter().filter(|kind| !kinds.contains(kind)) {
            position += 1;
            let case = Case { position, ..new(changed, kind, owner.as_ref()) };
            store::insert(work.tx, &case)?;
            super::note(work, "create", &case, &serde_json::json!({"after": {"kind": kind.code()}}));
        }
    }
    if changed.received != before.received {
        for case in &known {
            let after = serde_json::json!({"received": changed.received.to_string(), "reason": why_later});
            let details = serde_json::json!({"before": {"received": case.received.to_string()}, "after": after});
            super::note(work, "change", case, &details);
        }
    }
    Ok(store::set_received(work.tx, &changed.id, changed.received)?)
}

/// The application was moved to a status by hand or by a file: cases that nobody decided end with it.
///
/// # Errors
/// When the store fails.
pub(in crate::office) fn follow_status(
    tx: &mut Tx<'_>,
    application: &str,
    status: ApplicationStatus,
    day: Date,
) -> Result<(), StoreError> {
    let Some(code) = end(status) else { return Ok(()) };
    for case in store::of_application(tx, application)?.into_iter().filter(|case| case.closed.is_none()) {
        store::set_closed(tx, &case.id, Some(day), Some(code))?;
        store::end_hold(tx, &case.id, day)?;
    }
    Ok(())
}
