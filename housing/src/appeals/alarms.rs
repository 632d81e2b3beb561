//! What an appeal calls for on a day.

use super::codes::{AppealResult, Reconsideration};
use super::state::{Appeal, AppealState};
use crate::Date;
use crate::calendar::{add_days, work_on_or_before};

/// How long we let an appeal lie; settings, since the law says only "as soon as it is ready".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AppealLimits {
    /// Days from it was received until it should have been forwarded.
    pub forward_days: i32,
    /// Days before the three-month limit that we begin to warn of it.
    pub harm_warning_days: i32,
}

impl Default for AppealLimits {
    fn default() -> Self {
        Self { forward_days: 21, harm_warning_days: 14 }
    }
}

/// Something that is due or late.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(tag = "alarm", rename_all = "kebab-case")]
pub enum AppealAlarm {
    /// Nobody has said whether it came in time.
    ToBeTimed { received: Date },
    /// Late, and not yet ruled on.
    LatenessToRule { deadline: Date },
    /// Somebody would dismiss it, and another is to look at that.
    DismissalToConfirm { since: Date },
    /// The day to mend by has passed.
    MendingOverdue { mend_by: Date },
    /// It should have been forwarded by the day.
    ForwardingOverdue { due: Date },
    /// The appeal body's change to harm was told, or would be told, after the limit: it does not stand.
    HarmTooLate { limit: Date },
    /// The appeal body is to look again at its change to harm.
    SentBack { since: Date },
    /// The result is there and the party has not been told.
    ToBeNotified { since: Date },
    /// From the last working day on or before this one the decision can no longer be changed to harm.
    HarmLimitNear { limit: Date, last_workday: Date },
}

impl Appeal {
    /// The last day to forward it by our own limit.
    pub fn forward_due(&self, limits: AppealLimits) -> Date {
        add_days(self.received, limits.forward_days)
    }

    /// Everything that is due or late on the day, most binding first.
    pub fn alarms(&self, on: Date, limits: AppealLimits) -> Vec<AppealAlarm> {
        let mut alarms = Vec::new();
        match self.state() {
            AppealState::Received { on: received } => alarms.push(AppealAlarm::ToBeTimed { received: *received }),
            AppealState::Late { deadline, .. } => alarms.push(AppealAlarm::LatenessToRule { deadline: *deadline }),
            AppealState::ToBeDismissed { on: since, .. } => {
                alarms.push(AppealAlarm::DismissalToConfirm { since: *since });
            }
            AppealState::Defective { mend_by, .. } if on > *mend_by => {
                alarms.push(AppealAlarm::MendingOverdue { mend_by: *mend_by });
            }
            AppealState::Reconsidered { result: Reconsideration::Granted, on: since, .. } => {
                alarms.push(AppealAlarm::ToBeNotified { since: *since });
            }
            AppealState::Decided { on: decided, arrived, .. } => {
                let too_late = self.harm_limit_broken(on);
                alarms.extend(too_late.map(|limit| AppealAlarm::HarmTooLate { limit }));
                alarms.push(AppealAlarm::ToBeNotified { since: arrived.unwrap_or(*decided) });
            }
            AppealState::SentBack { on: since, .. } => alarms.push(AppealAlarm::SentBack { since: *since }),
            AppealState::Timely { .. }
            | AppealState::Excused { .. }
            | AppealState::Defective { .. }
            | AppealState::Mended { .. }
            | AppealState::TakenUp { .. }
            | AppealState::Reconsidered { .. }
            | AppealState::Forwarded { .. }
            | AppealState::Notified { .. }
            | AppealState::Dismissed { .. }
            | AppealState::Withdrawn { .. } => {}
        }
        let due = self.forward_due(limits);
        if self.waits_to_be_forwarded() && on > due {
            alarms.push(AppealAlarm::ForwardingOverdue { due });
        }
        let limit = self.harm_limit();
        if self.may_be_changed_to_harm() && on >= add_days(limit, -limits.harm_warning_days) && on <= limit {
            alarms.push(AppealAlarm::HarmLimitNear { limit, last_workday: work_on_or_before(limit) });
        }
        alarms
    }

    fn waits_to_be_forwarded(&self) -> bool {
        match self.state() {
            AppealState::Received { .. }
            | AppealState::Timely { .. }
            | AppealState::Late { .. }
            | AppealState::Excused { .. }
            | AppealState::Defective { .. }
            | AppealState::Mended { .. }
            | AppealState::TakenUp { .. }
            | AppealState::ToBeDismissed { .. }
            | AppealState::Reconsidered { result: Reconsideration::Partly | Reconsideration::Upheld, .. } => true,
            AppealState::Reconsidered { result: Reconsideration::Granted, .. }
            | AppealState::Forwarded { .. }
            | AppealState::Decided { .. }
            | AppealState::SentBack { .. }
            | AppealState::Notified { .. }
            | AppealState::Dismissed { .. }
            | AppealState::Withdrawn { .. } => false,
        }
    }

    fn may_be_changed_to_harm(&self) -> bool {
        matches!(
            self.state(),
            AppealState::Forwarded { .. }
                | AppealState::Decided { result: AppealResult::ChangedToHarm, told: None, .. }
        )
    }
}
