//! The day a notice reached the party: proven, or presumed until it is (`L1.8`).

use crate::Date;
use crate::calendar::add_days;

/// Days by post within the country that we presume when nothing is proven; a setting.
pub const DEFAULT_POST_DAYS: i32 = 5;

/// How, and when, the notice of a decision reached the party. Never counted from the decision's own day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(tag = "channel", rename_all = "kebab-case")]
pub enum Arrival {
    /// On paper, with proof of the day: receipt, handed over, or the party's own word.
    Proven { on: Date },
    /// Available to the party and a notification sent that a *decision* has been made
    /// (*eForvaltningsforskriften* §§ 8 and 11): both are needed.
    Digital { available: Date, notified: Date },
    /// On paper by ordinary post. A proven day that turns up later takes its place.
    Presumed { sent: Date, post_days: i32 },
    /// No notice came; the party knew, or should have known, on the day.
    Known { on: Date },
}

impl Arrival {
    /// The day the period begins; that day itself is not counted.
    pub fn begins(self) -> Date {
        match self {
            Self::Proven { on } | Self::Known { on } => on,
            Self::Digital { available, notified } => available.max(notified),
            Self::Presumed { sent, post_days } => add_days(sent, post_days),
        }
    }

    /// Whether the day is presumed: letters and pages say so.
    pub const fn is_presumed(self) -> bool {
        match self {
            Self::Presumed { .. } => true,
            Self::Proven { .. } | Self::Digital { .. } | Self::Known { .. } => false,
        }
    }
}
