//! The one place that reads the clock. Everything else is told what day it is.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

/// Tells the time: the system's, or a day that was set for trying things out.
#[derive(Clone, Copy, Debug, Default)]
pub struct Clock {
    fixed_day: Option<Date>,
}

/// An instant as it is stored: whole microseconds since 1970 in UTC.
pub type Instant = i64;

impl Clock {
    /// The system's clock.
    pub const fn system() -> Self {
        Self { fixed_day: None }
    }

    /// A clock on which it is always `day`, at the system's time of day.
    pub const fn fixed(day: Date) -> Self {
        Self { fixed_day: Some(day) }
    }

    /// Today in Norway: deadlines end with the day in Europe/Oslo.
    pub fn today(self) -> Date {
        self.fixed_day.unwrap_or_else(|| day_of(self.now()))
    }

    /// This instant.
    #[expect(clippy::disallowed_methods, reason = "this is the one place")]
    pub fn now(self) -> Instant {
        Timestamp::now().as_microsecond()
    }
}

/// The civil day of an instant in Norway.
pub fn day_of(instant: Instant) -> Date {
    local(instant).date()
}

/// The instant in Norwegian local time, for showing.
pub fn local(instant: Instant) -> jiff::civil::DateTime {
    Timestamp::from_microsecond(instant).unwrap_or_default().to_zoned(oslo()).datetime()
}

/// The instant of noon of a day in Norway.
pub fn noon_of(day: Date) -> Instant {
    let noon = day.at(12, 0, 0, 0).to_zoned(oslo());
    noon.map_or(0, |noon| noon.timestamp().as_microsecond())
}

fn oslo() -> TimeZone {
    TimeZone::get("Europe/Oslo").expect("the time zones are built in")
}
