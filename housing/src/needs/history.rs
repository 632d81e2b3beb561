//! Where somebody has lived, and how it ended (*bohistorikk*).

use crate::Date;
use crate::calendar::{add_years, days_between};

/// How far back a tenancy that failed still counts.
const YEARS_BACK: i16 = 5;

code_list! {
    /// How somebody lived.
    StayKind "stay-kind" {
        Owned = "EID", PrivateRental = "PRIV", MunicipalHome = "KOM", WithParents = "FORELDRE", Institution = "INST",
        Prison = "FENGSEL", Temporary = "MIDL", Homeless = "BOSTEDSLOS", Reception = "MOTTAK",
        ChildWelfare = "BARNEVERN",
    }
}

code_list! {
    /// How it ended.
    StayEnding "stay-ending" {
        Voluntary = "FRIVILLIG", LeaseEnded = "UTLOP", GivenNotice = "OPPSAGT", Evicted = "UTKAST",
        Abandoned = "FORLATT", Admitted = "INSTITUSJON", Died = "DOD", NotKnown = "UKJENT",
    }
}

/// One place somebody has lived.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct HistoryRow {
    pub from: Date,
    /// The day they left; `None` while they live there.
    pub until: Option<Date>,
    pub kind: StayKind,
    pub municipality: Option<String>,
    pub landlord: Option<String>,
    pub ending: Option<StayEnding>,
}

/// Where somebody has lived.
#[doc(alias = "bohistorikk")]
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct HousingHistory {
    pub rows: Vec<HistoryRow>,
}

/// The longest time in one home.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StableStay {
    pub row: HistoryRow,
    pub days: i32,
}

impl StayKind {
    /// Whether it is a home: owned, rented, or with parents.
    pub const fn is_home(self) -> bool {
        match self {
            Self::Owned | Self::PrivateRental | Self::MunicipalHome | Self::WithParents => true,
            Self::Institution
            | Self::Prison
            | Self::Temporary
            | Self::Homeless
            | Self::Reception
            | Self::ChildWelfare => false,
        }
    }
}

impl StayEnding {
    /// Whether the home was lost: notice from the landlord, eviction, or left behind.
    pub const fn is_failed(self) -> bool {
        match self {
            Self::GivenNotice | Self::Evicted | Self::Abandoned => true,
            Self::Voluntary | Self::LeaseEnded | Self::Admitted | Self::Died | Self::NotKnown => false,
        }
    }
}

impl HousingHistory {
    /// The homes that were lost within the five years before the day.
    pub fn failed(&self, day: Date) -> impl Iterator<Item = &HistoryRow> {
        let since = add_years(day, -YEARS_BACK);
        self.rows.iter().filter(move |row| {
            let lately = row.until.is_some_and(|left| since <= left && left <= day);
            row.kind.is_home() && lately && row.ending.is_some_and(StayEnding::is_failed)
        })
    }

    /// The longest time in one home until the day, however it ended.
    pub fn longest_stable(&self, day: Date) -> Option<StableStay> {
        let homes = self.rows.iter().filter(|row| row.kind.is_home() && row.from <= day);
        let stays = homes.map(|row| {
            let until = row.until.map_or(day, |left| left.min(day));
            StableStay { row: row.clone(), days: days_between(row.from, until) }
        });
        stays.max_by_key(|stay| stay.days)
    }
}
