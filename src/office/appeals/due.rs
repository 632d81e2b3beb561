//! What is due with decisions and appeals, for the work list: computed for today, no nightly job.

use super::progress_of;
use crate::access::{Action, Thing};
use crate::office::letters;
use crate::office::{Actor, Office, OfficeError};
use crate::store::{Tx, appeals, decisions};
use housing::Date;
use housing::appeals::AppealAlarm;

/// Something that is due with a decision or an appeal in a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Due {
    pub case: String,
    /// Who it waits for; nobody in particular when empty.
    pub officer: Option<String>,
    /// Who has the case, where another may be the one it waits for.
    pub has_case: Option<String>,
    /// The unit that has the case.
    pub unit: Option<String>,
    /// Who wrote or signed the decision: it does not wait for them (`L1.11`).
    pub not_officers: Vec<String>,
    pub what: DueWhat,
    /// The day it is due, or has waited since.
    pub day: Date,
    /// The day it began to wait: the appeal came, the decision was sent back.
    pub since: Date,
}

/// What is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DueWhat {
    /// A decision waits for a signature.
    Approval,
    /// A decision was sent back with what must be done.
    Returned,
    /// A decision is signed, and its letter has not left.
    Unsent,
    /// The day has come to look at a decision again.
    Review,
    Appeal(AppealAlarm),
    /// An appeal lies here and is to be forwarded by the day.
    ForwardBy,
}

impl DueWhat {
    /// The key of its text.
    pub const fn text_key(self) -> &'static str {
        match self {
            Self::Approval => "due-approval",
            Self::Returned => "due-returned",
            Self::Unsent => "due-unsent",
            Self::Review => "due-review",
            Self::ForwardBy => "due-forward-by",
            Self::Appeal(alarm) => match alarm {
                AppealAlarm::ToBeTimed { .. } => "due-to-be-timed",
                AppealAlarm::LatenessToRule { .. } => "due-lateness",
                AppealAlarm::DismissalToConfirm { .. } => "due-dismissal",
                AppealAlarm::MendingOverdue { .. } => "due-mending",
                AppealAlarm::ForwardingOverdue { .. } => "due-forwarding",
                AppealAlarm::ToBeNotified { .. } => "due-to-be-notified",
                AppealAlarm::HarmLimitNear { .. } => "due-harm-limit",
                AppealAlarm::HarmTooLate { .. } => "due-harm-too-late",
                AppealAlarm::SentBack { .. } => "due-sent-back",
            },
        }
    }
}

/// Everything that is due with decisions and appeals, of cases that the actor may know of.
///
/// # Errors
/// When the actor may not look at decisions and appeals.
pub fn due(office: &Office, actor: &Actor) -> Result<Vec<Due>, OfficeError> {
    actor.may(Action::Look, Thing::Decision)?;
    actor.may(Action::Look, Thing::Appeal)?;
    office.store().read(|tx| due_on(tx, actor, office.today()))
}

/// As [`due`], on a day.
///
/// # Errors
/// When the store fails.
pub(in crate::office) fn due_on(tx: &mut Tx<'_>, actor: &Actor, today: Date) -> Result<Vec<Due>, OfficeError> {
    let limits = letters::settings(tx)?.limits();
    let waiting = decisions::awaiting_approval(tx, !actor.sees_protected)?.into_iter().map(|waiting| Due {
        case: waiting.case,
        officer: None,
        has_case: None,
        unit: waiting.unit,
        not_officers: vec![waiting.prepared_by],
        what: DueWhat::Approval,
        day: waiting.since,
        since: waiting.since,
    });
    let to_review = decisions::to_review(tx, today, !actor.sees_protected)?.into_iter().map(|to_review| Due {
        case: to_review.case,
        has_case: None,
        officer: to_review.officer,
        unit: to_review.unit,
        not_officers: Vec::new(),
        what: DueWhat::Review,
        day: to_review.on,
        since: to_review.on,
    });
    let to_finish = decisions::to_finish(tx, !actor.sees_protected)?.into_iter().map(|to_finish| Due {
        case: to_finish.case,
        has_case: None,
        officer: to_finish.officer,
        unit: to_finish.unit,
        not_officers: Vec::new(),
        what: if to_finish.signed { DueWhat::Unsent } else { DueWhat::Returned },
        day: to_finish.since,
        since: to_finish.since,
    });
    let mut all: Vec<Due> = waiting.chain(to_review).chain(to_finish).collect();
    for row in appeals::unfinished(tx, !actor.sees_protected)? {
        let appeal = progress_of(&row.appeal)?;
        let item = |what, day| Due {
            case: row.appeal.case.clone(),
            officer: row.appeal.handler.clone(),
            has_case: row.officer.clone(),
            unit: row.unit.clone(),
            since: row.appeal.received,
            not_officers: appeal.not_for().map(|officer| officer.0.clone()).collect(),
            what,
            day,
        };
        let alarms = appeal.alarms(today, limits);
        if alarms.is_empty() {
            all.push(item(DueWhat::ForwardBy, appeal.forward_due(limits)));
        }
        all.extend(alarms.into_iter().map(|alarm| item(DueWhat::Appeal(alarm), day_of(alarm))));
    }
    all.sort_by(|one, other| one.day.cmp(&other.day).then_with(|| one.case.cmp(&other.case)));
    Ok(all)
}

const fn day_of(alarm: AppealAlarm) -> Date {
    match alarm {
        AppealAlarm::ToBeTimed { received } => received,
        AppealAlarm::LatenessToRule { deadline } => deadline,
        AppealAlarm::MendingOverdue { mend_by } => mend_by,
        AppealAlarm::ForwardingOverdue { due } => due,
        AppealAlarm::ToBeNotified { since }
        | AppealAlarm::SentBack { since }
        | AppealAlarm::DismissalToConfirm { since } => since,
        AppealAlarm::HarmTooLate { limit } => limit,
        AppealAlarm::HarmLimitNear { last_workday, .. } => last_workday,
    }
}
