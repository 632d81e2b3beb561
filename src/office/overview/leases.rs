//! Tenancies by how soon the lease runs out.

use crate::store::overview::LeaseEnds;
use housing::Date;
use housing::tenancies::LeaseWindow;

/// Where leases stand on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum LeaseStanding {
    /// The last day lies before the day; somebody lives there still.
    Expired,
    /// The last day comes within a year, counted in the narrowest window that holds it.
    RunsOut(LeaseWindow),
    /// The last day is more than a year away.
    Running,
    /// No last day was agreed.
    OpenEnded,
}

/// How many tenancies have leases that stand so.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct LeaseCount {
    pub standing: LeaseStanding,
    pub tenancies: i64,
}

impl serde::Serialize for LeaseStanding {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}

impl LeaseStanding {
    /// The word for it in files and addresses; a window has its own code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Expired => "EXPIRED",
            Self::RunsOut(window) => window.code(),
            Self::Running => "RUNNING",
            Self::OpenEnded => "OPEN_ENDED",
        }
    }

    fn of(until: Option<Date>, on: Date) -> Self {
        match until {
            None => Self::OpenEnded,
            Some(until) if until < on => Self::Expired,
            Some(until) => LeaseWindow::of(until, on).map_or(Self::Running, Self::RunsOut),
        }
    }

    fn all() -> impl Iterator<Item = Self> {
        let windows = LeaseWindow::ALL.iter().copied().map(Self::RunsOut);
        [Self::Expired].into_iter().chain(windows).chain([Self::Running, Self::OpenEnded])
    }
}

/// Every standing with its tenancies, those that none has too.
pub(super) fn count(lease_ends: &[LeaseEnds], on: Date) -> Vec<LeaseCount> {
    let of = |standing| {
        let same = lease_ends.iter().filter(|ends| LeaseStanding::of(ends.until, on) == standing);
        LeaseCount { standing, tenancies: same.map(|ends| ends.tenancies).sum() }
    };
    LeaseStanding::all().map(of).collect()
}
