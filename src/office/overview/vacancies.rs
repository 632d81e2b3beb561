//! Vacancies (*tomgang*): how long homes have stood empty, and the rent that is lost.

use crate::store::overview::{Vacancy, vacancies};
use crate::store::{StoreError, Tx};
use housing::Date;
use housing::calendar::days_between;
use housing::dwellings::{Category, DwellingStatus, Rooms, VacancyLength};
use housing::money::Ore;

/// Every home that stands empty, and sums of them.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Vacancies {
    pub homes: i64,
    /// Rent a month that is not earned, as far as the rents are known.
    #[serde(rename = "loss_a_month_ore")]
    pub loss_a_month: Ore,
    pub by_status: Vec<VacancyByStatus>,
    pub by_length: Vec<VacancyByLength>,
    /// The longest first.
    pub longest: Vec<VacantHome>,
}

/// Homes that stand empty for one reason.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct VacancyByStatus {
    pub status: DwellingStatus,
    pub homes: i64,
    /// Of those that are known to have stood empty since a day, half have done so for so many days or fewer.
    pub median_days: Option<i32>,
    #[serde(rename = "loss_a_month_ore")]
    pub loss_a_month: Ore,
}

/// Homes that have stood empty about as long.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct VacancyByLength {
    /// `None` when nobody knows since when.
    pub length: Option<VacancyLength>,
    pub homes: i64,
    #[serde(rename = "loss_a_month_ore")]
    pub loss_a_month: Ore,
}

/// A home that stands empty.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct VacantHome {
    pub id: String,
    pub place: String,
    pub category: Category,
    pub rooms: Option<Rooms>,
    pub status: DwellingStatus,
    /// Days it has stood empty …
    pub days: i32,
    /// … at least, when nobody knows since when.
    pub at_least: bool,
    #[serde(rename = "rent_ore")]
    pub rent: Option<Ore>,
}

impl Vacancies {
    pub(super) fn read(tx: &mut Tx<'_>, on: Date) -> Result<Self, StoreError> {
        let mut longest: Vec<VacantHome> = vacancies(tx, on)?.into_iter().map(|home| vacant_home(home, on)).collect();
        longest.sort_by(|one, other| (other.days, &one.place).cmp(&(one.days, &other.place)));
        let empty = DwellingStatus::ALL.iter().copied().filter(|status| status.counts_as_vacant());
        Ok(Self {
            homes: super::count(longest.len()),
            loss_a_month: loss(&longest, |_| true),
            by_status: empty.map(|status| by_status(&longest, status)).collect(),
            by_length: by_length(&longest),
            longest,
        })
    }
}

fn vacant_home(home: Vacancy, on: Date) -> VacantHome {
    VacantHome {
        days: days_between(home.since, on).max(0),
        at_least: !home.since_known,
        id: home.id,
        place: home.place,
        category: home.category,
        rooms: home.rooms,
        status: home.status,
        rent: home.rent,
    }
}

fn by_status(homes: &[VacantHome], status: DwellingStatus) -> VacancyByStatus {
    let of_status = || homes.iter().filter(|home| home.status == status);
    // The homes are sorted by days, so that the middle one has the median.
    let days: Vec<i32> = of_status().filter(|home| !home.at_least).map(|home| home.days).collect();
    VacancyByStatus {
        status,
        homes: super::count(of_status().count()),
        median_days: days.get(days.len() / 2).copied(),
        loss_a_month: loss(homes, |home| home.status == status),
    }
}

/// Every length; the unknown one only where there is something.
fn by_length(homes: &[VacantHome]) -> Vec<VacancyByLength> {
    let of = |length: Option<VacancyLength>| {
        let is_so_long = |home: &VacantHome| VacancyLength::known(home.days, !home.at_least) == length;
        VacancyByLength {
            length,
            homes: super::count(homes.iter().filter(|home| is_so_long(home)).count()),
            loss_a_month: loss(homes, is_so_long),
        }
    };
    let unknown = Some(of(None)).filter(|unknown| unknown.homes > 0);
    VacancyLength::ALL.iter().map(|length| of(Some(*length))).chain(unknown).collect()
}

fn loss(homes: &[VacantHome], counts: impl Fn(&VacantHome) -> bool) -> Ore {
    homes.iter().filter(|home| counts(home)).filter_map(|home| home.rent).sum()
}
