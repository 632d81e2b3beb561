//! When a lease runs out.

use super::TenancyFacts;
use crate::Date;
use crate::calendar::{add_months, days_between};

code_list! {
    /// How soon a lease runs out: the steps of the office's renewal watch.
    LeaseWindow "lease-window" {
        Within3Months = "M3", Within6Months = "M6", Within9Months = "M9", Within12Months = "M12",
    }
}

/// Where a lease stands on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LeaseState {
    /// No last day was agreed.
    OpenEnded,
    /// More than twelve months are left.
    Running { until: Date, days_left: i32 },
    /// Twelve months or less are left; on the last day itself none.
    RunsOut { until: Date, days_left: i32, window: LeaseWindow },
    /// The last day was `until`, so many days ago. The tenant may well live there still.
    Expired { until: Date, days_ago: i32 },
}

impl LeaseWindow {
    /// The months it reaches to, the last day included.
    pub const fn months(self) -> i32 {
        match self {
            Self::Within3Months => 3,
            Self::Within6Months => 6,
            Self::Within9Months => 9,
            Self::Within12Months => 12,
        }
    }

    /// The narrowest window that a last day falls in, seen from a day before it.
    pub fn of(until: Date, on: Date) -> Option<Self> {
        Self::ALL.iter().copied().find(|window| until <= add_months(on, window.months()))
    }
}

/// Where a lease with this last day (or none) stands on the day.
pub fn lease_state(lease_until: Option<Date>, on: Date) -> LeaseState {
    let Some(until) = lease_until else { return LeaseState::OpenEnded };
    let days_left = days_between(on, until);
    if days_left < 0 {
        return LeaseState::Expired { until, days_ago: -days_left };
    }
    match LeaseWindow::of(until, on) {
        Some(window) => LeaseState::RunsOut { until, days_left, window },
        None => LeaseState::Running { until, days_left },
    }
}

impl TenancyFacts {
    /// Where the lease stands on the day, by its last day alone.
    pub fn lease_state(&self, on: Date) -> LeaseState {
        lease_state(self.lease_until, on)
    }

    /// Whether the last day of the lease lies before the day: on its last day a lease still holds.
    pub fn is_expired(&self, on: Date) -> bool {
        matches!(self.lease_state(on), LeaseState::Expired { .. })
    }
}
