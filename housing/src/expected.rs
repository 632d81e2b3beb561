//! Persons who are expected from prison, hospital, institution, reception centre or child welfare, and will need a
//! home on the day they leave: known before they apply, so that nobody is let out to nothing.

use crate::Date;
use crate::applications::{HousingSituation, LeavesPlace, NeedReason};
use crate::calendar::days_between;

code_list! {
    /// Why somebody is not expected any more without having applied.
    EndedBecause "expected-ended" {
        /// They have a home by their own means.
        HasHome = "HAR_BOLIG",
        /// They settle in another municipality.
        Elsewhere = "ANNEN_KOMMUNE",
        /// They stay on where they are.
        StaysOn = "BLIR",
        /// They do not want help.
        DoesNotWant = "ONSKER_IKKE",
        /// They cannot be reached.
        OutOfReach = "NAS_IKKE",
        Died = "DOD",
        /// Registered by mistake.
        Mistake = "FEIL",
    }
}

/// What is known of somebody who is expected.
#[doc(alias = "varslet behov")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExpectedFacts {
    /// What kind of place they come from.
    pub place: LeavesPlace,
    /// Which one, as people call it.
    pub place_name: Option<String>,
    /// The day they leave.
    pub day: Date,
    /// The day is not settled: about then.
    pub about: bool,
    /// Who is responsible for them there.
    pub contact: String,
    pub contact_telephone: Option<String>,
    /// What they will need, in the words of whoever told.
    pub need: Option<String>,
    /// The officer here who follows it up.
    pub officer: Option<String>,
}

/// The furthest ahead that somebody can be expected, in days: ten years. Further is a year mistyped.
const FURTHEST: i32 = 3_653;

/// A fact that cannot be true of somebody who is expected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ExpectedProblem {
    #[error("the day {day} has passed")]
    DayPassed { day: Date },
    #[error("the day {day} lies more than ten years ahead")]
    DayFarAhead { day: Date },
    #[error("nobody is responsible where they come from")]
    NoContact,
}

impl ExpectedFacts {
    /// Everything that cannot be true on the day it is written down.
    pub fn check(&self, today: Date) -> Vec<ExpectedProblem> {
        let day = self.day;
        let problems = [
            (day < today, ExpectedProblem::DayPassed { day }),
            (days_between(today, day) > FURTHEST, ExpectedProblem::DayFarAhead { day }),
            (self.contact.trim().is_empty(), ExpectedProblem::NoContact),
        ];
        problems.into_iter().filter(|(wrong, _)| *wrong).map(|(_, problem)| problem).collect()
    }
}

/// How near the day is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Nearness {
    /// The day has passed, and nobody has said what became of them.
    Passed,
    /// Within the days that the office wants to know ahead.
    Near,
    Later,
}

impl Nearness {
    /// How near `day` is when the office wants to know `ahead` days before.
    pub fn of(day: Date, today: Date, ahead: i32) -> Self {
        match days_between(today, day) {
            ..0 => Self::Passed,
            days if days <= ahead => Self::Near,
            _ => Self::Later,
        }
    }
}

/// How somebody lives who is at such a place, as an application says it; child welfare is no such answer.
pub const fn situation_at(place: LeavesPlace) -> Option<HousingSituation> {
    match place {
        LeavesPlace::Prison => Some(HousingSituation::Prison),
        LeavesPlace::Hospital | LeavesPlace::Institution => Some(HousingSituation::Institution),
        LeavesPlace::Reception => Some(HousingSituation::Reception),
        LeavesPlace::ChildWelfare => None,
    }
}

/// Why somebody who leaves such a place needs a home.
pub const fn reason_after(place: LeavesPlace) -> NeedReason {
    match place {
        LeavesPlace::Prison => NeedReason::Release,
        LeavesPlace::Hospital | LeavesPlace::Institution => NeedReason::Discharge,
        LeavesPlace::Reception => NeedReason::Settlement,
        LeavesPlace::ChildWelfare => NeedReason::LeavesCare,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    const TODAY: Date = date(2026, 3, 1);

    fn expected(day: Date) -> ExpectedFacts {
        ExpectedFacts {
            place: LeavesPlace::Prison,
            place_name: None,
            day,
            about: false,
            contact: "Kontaktbetjenten".to_owned(),
            contact_telephone: None,
            need: None,
            officer: None,
        }
    }

    #[test]
    fn the_day_lies_ahead_but_not_beyond_reason() {
        assert_eq!(expected(TODAY).check(TODAY), []);
        let day = date(2026, 2, 28);
        assert_eq!(expected(day).check(TODAY), [ExpectedProblem::DayPassed { day }]);
        assert_eq!(expected(date(2036, 3, 1)).check(TODAY), []);
        let day = date(2036, 3, 2);
        let nobody = ExpectedFacts { contact: " ".to_owned(), ..expected(day) };
        assert_eq!(nobody.check(TODAY), [ExpectedProblem::DayFarAhead { day }, ExpectedProblem::NoContact]);
    }

    #[test]
    fn it_is_near_from_the_day_the_office_wants_to_know() {
        let near = |day| Nearness::of(day, TODAY, 60);
        assert_eq!(near(date(2026, 4, 30)), Nearness::Near);
        assert_eq!(near(date(2026, 5, 1)), Nearness::Later);
        assert_eq!(near(TODAY), Nearness::Near);
        assert_eq!(near(date(2026, 2, 28)), Nearness::Passed);
    }
}
