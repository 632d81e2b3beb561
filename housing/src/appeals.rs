//! Appeals: when they must come, when they come too late, and the way they go (`law.md` 1.5).

mod alarms;
mod arrival;
mod codes;
mod deadline;
mod state;
#[cfg(test)]
mod tests;

pub use alarms::{AppealAlarm, AppealLimits};
pub use arrival::{Arrival, DEFAULT_POST_DAYS};
pub use codes::{AppealDefect, AppealResult, DismissalGround, LateGround, Reconsideration};
pub use deadline::{
    AppealDeadline, AppealPeriod, PeriodProblem, ReasonsDemand, UNNOTIFIED_MONTHS, appeal_period, final_when,
    first_barred_day, harm_limit, is_barred, last_day_without_notice, repeat_by,
};
pub use state::{Appeal, AppealRefused, AppealState, AppealedDecision, BodyDecision, Mending};
