//! What cannot be true of a person.

use super::{PersonFacts, age_on};
use crate::Date;

/// Nobody known has lived longer.
const OLDEST: i16 = 122;

/// A fact about a person that cannot be true, or two that contradict each other.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PersonProblem {
    #[error("the name is empty")]
    NoName,
    #[error("the birth {born} lies in the future")]
    BornInFuture { born: Date },
    #[error("somebody born {born} would be {age} years old")]
    TooOld { born: Date, age: i16 },
    #[error("the birth is {born}, but the identity number says {by_number}")]
    BornUnlikeIdentityNumber { born: Date, by_number: Date },
}

impl PersonFacts {
    /// The day of birth: as known, or as the identity number says it.
    pub fn birth_date(&self) -> Option<Date> {
        self.born.or_else(|| self.identity.as_ref()?.born())
    }

    /// Everything that cannot be true of the person on the day.
    pub fn check(&self, today: Date) -> Vec<PersonProblem> {
        let no_name = self.name.family.trim().is_empty().then_some(PersonProblem::NoName);
        let impossible_age = self.birth_date().and_then(|born| match age_on(born, today) {
            None => Some(PersonProblem::BornInFuture { born }),
            Some(age @ OLDEST..) => Some(PersonProblem::TooOld { born, age }),
            Some(_) => None,
        });
        [no_name, impossible_age, self.contradicted_birth()].into_iter().flatten().collect()
    }

    fn contradicted_birth(&self) -> Option<PersonProblem> {
        let (born, by_number) = (self.born?, self.identity.as_ref()?.born()?);
        (born != by_number).then_some(PersonProblem::BornUnlikeIdentityNumber { born, by_number })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::identity::IdentityNumber;
    use crate::people::{Name, Protection};
    use jiff::civil::date;

    fn person(born: Option<Date>, identity: Option<&str>) -> PersonFacts {
        PersonFacts {
            name: Name::read("Heggelund, Cecilie").unwrap(),
            identity: identity.map(|number| IdentityNumber::parse(number).unwrap()),
            born,
            telephone: None,
            email: None,
            protection: Protection::Ungraded,
            protection_to_check: false,
        }
    }

    #[test]
    fn everything_impossible_is_named_at_once() {
        let mut somebody = person(Some(date(2026, 3, 2)), Some("10915596784"));
        somebody.name.family.clear();
        assert_eq!(
            somebody.check(date(2026, 3, 1)),
            [
                PersonProblem::NoName,
                PersonProblem::BornInFuture { born: date(2026, 3, 2) },
                PersonProblem::BornUnlikeIdentityNumber { born: date(2026, 3, 2), by_number: date(1955, 11, 10) },
            ]
        );
    }

    #[test]
    fn somebody_of_a_hundred_is_believed_and_of_a_hundred_and_thirty_is_not() {
        let today = date(2026, 3, 1);
        assert_eq!(person(Some(date(1926, 3, 1)), None).check(today), []);
        let born = date(1896, 3, 1);
        assert_eq!(person(Some(born), None).check(today), [PersonProblem::TooOld { born, age: 130 }]);
    }

    #[test]
    fn a_birthday_counts_from_its_day() {
        let age = |born: Date, day| age_on(born, day);
        assert_eq!(age(date(2000, 6, 15), date(2018, 6, 14)), Some(17));
        assert_eq!(age(date(2000, 6, 15), date(2018, 6, 15)), Some(18));
        assert_eq!(age(date(2008, 2, 29), date(2026, 2, 28)), Some(17));
        assert_eq!(age(date(2008, 2, 29), date(2026, 3, 1)), Some(18));
        assert_eq!(age(date(2026, 3, 2), date(2026, 3, 1)), None);
    }
}
