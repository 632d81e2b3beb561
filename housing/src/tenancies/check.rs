//! What cannot be true of a tenancy.

use super::{LeaseKind, TenancyFacts};
use crate::Date;
use crate::money::Ore;

/// A fact about a tenancy that cannot be true, or two that contradict each other.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TenancyProblem {
    #[error("the lease ends {until}, before it starts {from}")]
    EndsBeforeItStarts { from: Date, until: Date },
    #[error("the tenant moved out {moved_out}, before the tenancy started {from}")]
    MovedOutBeforeItStarts { from: Date, moved_out: Date },
    #[error("a fixed-term lease needs a last day")]
    FixedTermWithoutEnd,
    #[error("an open-ended lease has no last day, but {until} is given")]
    OpenEndedWithEnd { until: Date },
    #[error("the rent {rent} is negative")]
    NegativeRent { rent: Ore },
    #[error("the rent {rent} is larger than anybody pays")]
    UnbelievableRent { rent: Ore },
}

impl TenancyFacts {
    /// Everything that cannot be true of the tenancy; the tenant is checked apart
    /// ([`crate::people::PersonFacts::check`]).
    pub fn check(&self) -> Vec<TenancyProblem> {
        [self.impossible_term(), self.impossible_move(), self.kind_against_term(), self.impossible_rent()]
            .into_iter()
            .flatten()
            .collect()
    }

    fn impossible_term(&self) -> Option<TenancyProblem> {
        let (from, until) = (self.from?, self.lease_until?);
        (until < from).then_some(TenancyProblem::EndsBeforeItStarts { from, until })
    }

    fn impossible_move(&self) -> Option<TenancyProblem> {
        let (from, moved_out) = (self.from?, self.moved_out?);
        (moved_out < from).then_some(TenancyProblem::MovedOutBeforeItStarts { from, moved_out })
    }

    /// Only the two ordinary kinds say by their name whether there is a last day.
    fn kind_against_term(&self) -> Option<TenancyProblem> {
        match (self.kind, self.lease_until) {
            (LeaseKind::FixedTerm, None) => Some(TenancyProblem::FixedTermWithoutEnd),
            (LeaseKind::OpenEnded, Some(until)) => Some(TenancyProblem::OpenEndedWithEnd { until }),
            (LeaseKind::FixedTerm, Some(_)) | (LeaseKind::OpenEnded, None) => None,
            (
                LeaseKind::Temporary
                | LeaseKind::Clarification
                | LeaseKind::Sublet
                | LeaseKind::RentToOwn
                | LeaseKind::Special,
                _,
            ) => None,
        }
    }

    fn impossible_rent(&self) -> Option<TenancyProblem> {
        let rent = self.rent?;
        if rent < Ore(0) {
            Some(TenancyProblem::NegativeRent { rent })
        } else if rent > crate::dwellings::HIGHEST_RENT {
            Some(TenancyProblem::UnbelievableRent { rent })
        } else {
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::people::{Name, PersonFacts, Protection};
    use jiff::civil::date;

    fn tenancy(kind: LeaseKind, from: Option<Date>, lease_until: Option<Date>) -> TenancyFacts {
        let tenant = PersonFacts {
            name: Name::read("Espevoll, Samira").unwrap(),
            identity: None,
            born: None,
            telephone: None,
            email: None,
            protection: Protection::Ungraded,
            protection_to_check: false,
        };
        let (moved_out, move_out_reason, rent, note) = (None, None, None, None);
        TenancyFacts { tenant, from, lease_until, kind, moved_out, move_out_reason, rent, note }
    }

    #[test]
    fn everything_impossible_is_named_at_once() {
        let (from, until) = (date(2021, 10, 2), date(2021, 8, 23));
        let wrong = TenancyFacts {
            moved_out: Some(until),
            rent: Some(Ore(-1)),
            ..tenancy(LeaseKind::OpenEnded, Some(from), Some(until))
        };
        assert_eq!(
            wrong.check(),
            [
                TenancyProblem::EndsBeforeItStarts { from, until },
                TenancyProblem::MovedOutBeforeItStarts { from, moved_out: until },
                TenancyProblem::OpenEndedWithEnd { until },
                TenancyProblem::NegativeRent { rent: Ore(-1) },
            ]
        );
    }

    #[test]
    fn a_lease_of_a_single_day_and_one_without_days_are_possible() {
        let day = Some(date(2026, 3, 1));
        assert_eq!(tenancy(LeaseKind::FixedTerm, day, day).check(), []);
        assert_eq!(tenancy(LeaseKind::OpenEnded, None, None).check(), []);
        assert_eq!(tenancy(LeaseKind::FixedTerm, day, None).check(), [TenancyProblem::FixedTermWithoutEnd]);
    }

    #[test]
    fn a_home_is_lived_in_from_the_first_day_until_the_keys_come_back() {
        let first = date(2026, 3, 1);
        let tenancy =
            TenancyFacts { moved_out: Some(date(2026, 6, 1)), ..tenancy(LeaseKind::OpenEnded, Some(first), None) };
        let lived_in =
            [date(2026, 2, 28), first, date(2026, 5, 31), date(2026, 6, 1)].map(|on| tenancy.is_lived_in(on));
        assert_eq!(lived_in, [false, true, true, false]);
    }
}
