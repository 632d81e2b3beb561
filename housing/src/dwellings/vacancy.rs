//! How long a home has stood empty, and what it waited for meanwhile.

use super::DwellingStatus;
use crate::Date;
use crate::calendar::days_between;
use std::collections::BTreeSet;

code_list! {
    /// Days since a household last lived in the home, in the steps that vacancy is reported by.
    #[doc(alias = "tomgangstid")]
    VacancyLength "vacancy-length" {
        UpToMonth = "TIL_30", UpToQuarter = "TIL_90", UpToHalfYear = "TIL_180", UpToYear = "TIL_365", OverYear = "OVER_365",
    }
}

impl VacancyLength {
    /// The step that so many days fall in.
    pub const fn of_days(days: i32) -> Self {
        match days {
            ..=30 => Self::UpToMonth,
            31..=90 => Self::UpToQuarter,
            91..=180 => Self::UpToHalfYear,
            181..=365 => Self::UpToYear,
            366.. => Self::OverYear,
        }
    }

    /// The step of a home that has stood empty for so many days at least; `None` when nobody knows since when, unless it
    /// is so long that more days would change nothing.
    pub fn known(days: i32, since_known: bool) -> Option<Self> {
        let step = Self::of_days(days);
        (since_known || step == Self::OverYear).then_some(step)
    }

    /// The fewest and the most days of the step; the last one has no most.
    pub const fn days(self) -> (i32, Option<i32>) {
        match self {
            Self::UpToMonth => (0, Some(30)),
            Self::UpToQuarter => (31, Some(90)),
            Self::UpToHalfYear => (91, Some(180)),
            Self::UpToYear => (181, Some(365)),
            Self::OverYear => (366, None),
        }
    }
}

code_list! {
    /// What an empty home waits for: the furthest it has come on the way to the next household.
    #[doc(alias = "tomgang")]
    VacancyPhase "vacancy-phase" {
        /// It is made ready or mended.
        Ready = "KLARGJORING",
        /// It can be let, and nobody has been offered it.
        Offer = "TILBUD",
        /// An offer awaits its answer.
        Answer = "SVAR",
        /// Somebody has said yes.
        MoveIn = "INNFLYTTING",
        /// It is for sale, or closed.
        KeptBack = "HOLDT_TILBAKE",
    }
}

/// A time with one status that nobody lives in a home with; `until` is the first day it no longer holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EmptyTime {
    pub status: DwellingStatus,
    pub from: Date,
    pub until: Option<Date>,
}

/// An offer as an empty home sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PromisedTime {
    pub made: Date,
    pub accepted: Option<Date>,
    /// The first day it no longer promises the home to anybody; the day they move in when they do.
    pub until: Option<Date>,
}

/// Days that an empty home waits for one thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PhaseTime {
    pub phase: VacancyPhase,
    pub from: Date,
    /// The first day after.
    pub until: Date,
}

impl PhaseTime {
    /// How many days.
    pub fn days(&self) -> i32 {
        days_between(self.from, self.until)
    }
}

impl PromisedTime {
    fn holds(&self, day: Date) -> bool {
        self.made <= day && self.until.is_none_or(|until| day < until)
    }
}

/// What a home waited for while nobody lived there, from a day until another (the first that is not asked for). Each
/// day is in one phase, so that days add up.
pub fn vacancy_phases(empty: &[EmptyTime], offers: &[PromisedTime], (from, until): (Date, Date)) -> Vec<PhaseTime> {
    let mut times: Vec<PhaseTime> = Vec::new();
    for time in empty {
        let (first, last) = (time.from.max(from), time.until.map_or(until, |ends| ends.min(until)));
        // What a home waits for changes on no other days than these.
        let turns = offers.iter().flat_map(|offer| [Some(offer.made), offer.accepted, offer.until]).flatten();
        let turns = turns.chain([first]).filter(|day| first <= *day && *day < last);
        let turns: BTreeSet<Date> = turns.collect();
        for (at, &day) in turns.iter().enumerate() {
            let ends = turns.iter().nth(at + 1).copied().unwrap_or(last);
            let phase = phase_on(day, time.status, offers);
            match times.last_mut().filter(|before| before.phase == phase && before.until == day) {
                Some(before) => before.until = ends,
                None => times.push(PhaseTime { phase, from: day, until: ends }),
            }
        }
    }
    times
}

fn phase_on(day: Date, status: DwellingStatus, offers: &[PromisedTime]) -> VacancyPhase {
    let holds = || offers.iter().filter(|offer| offer.holds(day));
    let has_a_yes = holds().any(|offer| offer.accepted.is_some_and(|accepted| accepted <= day));
    if has_a_yes {
        return VacancyPhase::MoveIn;
    }
    if holds().next().is_some() && status != DwellingStatus::Reserved {
        return VacancyPhase::Answer;
    }
    match status {
        DwellingStatus::Reserved => VacancyPhase::MoveIn,
        DwellingStatus::Vacant => VacancyPhase::Offer,
        DwellingStatus::BeingPrepared | DwellingStatus::UnderRehabilitation => VacancyPhase::Ready,
        DwellingStatus::ForSale
        | DwellingStatus::Blocked
        | DwellingStatus::Let
        | DwellingStatus::NoticeGiven
        | DwellingStatus::Disposed => VacancyPhase::KeptBack,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn the_last_day_of_a_step_belongs_to_it() {
        let steps = [0, 30, 31, 90, 91, 180, 181, 365, 366].map(VacancyLength::of_days);
        let codes = steps.map(VacancyLength::code);
        assert_eq!(
            codes,
            ["TIL_30", "TIL_30", "TIL_90", "TIL_90", "TIL_180", "TIL_180", "TIL_365", "TIL_365", "OVER_365"]
        );
    }

    #[test]
    fn a_step_holds_its_own_days() {
        for step in VacancyLength::ALL.iter().copied() {
            let (fewest, most) = step.days();
            assert_eq!(VacancyLength::of_days(fewest), step);
            assert_eq!(VacancyLength::of_days(most.unwrap_or(i32::MAX)), step);
        }
        assert_eq!(VacancyLength::known(400, false), Some(VacancyLength::OverYear));
        assert_eq!(VacancyLength::known(12, false), None, "twelve days or more can be any number of them");
    }

    fn march(day: i8) -> Date {
        date(2026, 3, day)
    }

    #[test]
    fn each_day_a_home_stands_empty_is_in_one_phase() {
        let time = |status, from, until| EmptyTime { status, from, until };
        let empty = [
            time(DwellingStatus::BeingPrepared, date(2026, 2, 20), Some(march(5))),
            time(DwellingStatus::Vacant, march(5), Some(march(16))),
            time(DwellingStatus::Reserved, march(16), Some(march(25))),
        ];
        let offers = [
            PromisedTime { made: march(8), accepted: None, until: Some(march(11)) },
            PromisedTime { made: march(13), accepted: Some(march(15)), until: Some(march(25)) },
        ];
        let told = vacancy_phases(&empty, &offers, (march(1), date(2026, 4, 1)));
        let told: Vec<_> = told.iter().map(|time| (time.phase, time.days())).collect();
        use VacancyPhase::{Answer, MoveIn, Offer, Ready};
        assert_eq!(told, [(Ready, 4), (Offer, 3), (Answer, 3), (Offer, 2), (Answer, 2), (MoveIn, 10)]);
    }

    #[test]
    fn an_earlier_offer_that_led_to_a_tenancy_says_nothing_of_the_next_vacancy() {
        let empty = [EmptyTime { status: DwellingStatus::ForSale, from: march(10), until: None }];
        let offers = [PromisedTime { made: march(1), accepted: Some(march(2)), until: Some(march(5)) }];
        let told = vacancy_phases(&empty, &offers, (march(1), march(12)));
        assert_eq!(told, [PhaseTime { phase: VacancyPhase::KeptBack, from: march(10), until: march(12) }]);
        assert_eq!(vacancy_phases(&empty, &offers, (march(1), march(8))), []);
    }
}
