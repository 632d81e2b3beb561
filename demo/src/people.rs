//! Made-up people with synthetic identity numbers, no two alike.

use std::collections::HashMap;

use housing::Date;
use housing::identity::IdentityNumber;
use housing::people::{Name, PersonFacts, Protection};

use crate::names::{self, Sex};
use crate::random::Random;
use housing::calendar::add_days;

/// Which half of each day's numbers to give out, so that tenants and applicants, made independently
/// of each other, never share one.
#[derive(Clone, Copy, Debug)]
pub enum Half {
    Tenants,
    Applicants,
}

/// Gives out people, and remembers which numbers are taken.
#[derive(Debug)]
pub struct People {
    half: Half,
    given_out: HashMap<(Date, bool), u16>,
}

impl People {
    pub fn new(half: Half) -> Self {
        Self { half, given_out: HashMap::new() }
    }

    /// A person who is so many years old on a day.
    pub fn person(&mut self, random: &mut Random, family: &str, sex: Sex, age: i32, on: Date) -> PersonFacts {
        let born = born(random, age, on);
        let given = names::given(random, sex);
        let adult = age >= 18;
        PersonFacts {
            telephone: (adult && random.chance(800)).then(|| telephone(random)),
            email: (adult && random.chance(450)).then(|| email(&given, family)),
            name: Name { family: family.to_owned(), given },
            identity: Some(self.number(born, sex)),
            born: Some(born),
            protection: Protection::Ungraded,
            protection_to_check: false,
        }
    }

    /// The next free number of somebody born that day. The individual digits are odd for men, and
    /// 000–499 in the 1900s, 500–999 from 2000.
    fn number(&mut self, born: Date, sex: Sex) -> IdentityNumber {
        let taken = self.given_out.entry((born, sex == Sex::Man)).or_insert(0);
        let century = if born.year() < 2000 { 0 } else { 500 };
        let half = match self.half {
            Half::Tenants => 0,
            Half::Applicants => 250,
        };
        loop {
            assert!(*taken < 125, "one day's 125 numbers are enough for anything we make up");
            let individual = century + half + 2 * *taken + u16::from(sex == Sex::Man);
            *taken += 1;
            if let Some(number) = IdentityNumber::synthetic(born, individual) {
                return number;
            }
        }
    }
}

/// A day of birth of somebody who is that old on a day.
fn born(random: &mut Random, age: i32, on: Date) -> Date {
    let years_ago = housing::calendar::add_months(on, -12 * age);
    add_days(years_ago, -random.between(0, 364)).max(Date::constant(1912, 1, 1))
}

/// Eight digits that begin with 1, which no subscriber in Norway has.
fn telephone(random: &mut Random) -> String {
    format!("1{:02} {:02} {:03}", random.below(100), random.below(100), random.below(1000))
}

fn email(given: &str, family: &str) -> String {
    let plain = |text: &str| -> String {
        text.to_lowercase()
            .chars()
            .map(|letter| match letter {
                'æ' => 'e',
                'ø' => 'o',
                'å' => 'a',
                other => other,
            })
            .filter(char::is_ascii_alphanumeric)
            .collect()
    };
    format!("{}.{}@husrom.example", plain(given), plain(family))
}
