//! The days of an eviction for unpaid rent (`law.md` 5.2, *tvangsfullbyrdelsesloven* §§ 4-18 and 13-6).

use crate::Date;
use crate::calendar::{add_days, add_weeks, roll};

/// What follows from a notice under § 4-18.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EvictionNotice {
    /// The last day to pay after the notice.
    pub last_payment_day: Date,
    /// The first day eviction can be requested. It is not moved: "at the earliest".
    pub earliest_request: Date,
    /// The first working day on or after it, when it can be done in practice.
    pub in_practice: Date,
}

/// The days that follow from a notice sent on a day.
pub fn eviction_notice(sent: Date, days: i32) -> EvictionNotice {
    let last_payment_day = roll(add_days(sent, days));
    let earliest_request = add_days(last_payment_day, 1);
    EvictionNotice { last_payment_day, earliest_request, in_practice: roll(earliest_request) }
}

/// The first day a request should be sent after the social services were told (§ 9-11 of the tenancy
/// act).
pub fn request_after_social_services(told: Date, weeks: i32) -> Date {
    add_days(add_weeks(told, weeks), 1)
}

/// The last day to object to the request once it is presented (§ 13-6).
pub fn objection_by(presented: Date, weeks: i32) -> Date {
    roll(add_weeks(presented, weeks))
}
