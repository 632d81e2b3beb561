//! National identity numbers: fødselsnummer, D-number, and synthetic ones for tests.
//!
//! Eleven digits: day, month and year of birth, three individual digits and two check digits. The
//! kinds of number other than the ordinary are told apart by what is added to the day or the month:
//!
//! | kind | day | month |
//! |---|---|---|
//! | D-number (foreign citizens) | + 40 | |
//! | H-number (given by a hospital) | | + 40 |
//! | synthetic, NAV's test data | | + 65 |
//! | synthetic, the national test data | | + 80 |
//!
//! Numbers that carry no day (FH-numbers, which begin with 8 or 9) are not identity numbers here.

use std::borrow::Cow;

use crate::Date;

mod kind;
#[cfg(test)]
mod tests;

use kind::Birthday;

/// From this day the tax administration gives out numbers whose first check digit may leave any of
/// four remainders; until then only remainder 0 exists.
const MORE_REMAINDERS_FROM: Date = Date::constant(2032, 1, 1);

const FIRST_WEIGHTS: [u8; 9] = [3, 7, 6, 1, 8, 9, 4, 5, 2];
const SECOND_WEIGHTS: [u8; 10] = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2];

/// A valid eleven-digit identity number. The only way in is [`IdentityNumber::parse`] and its kin.
///
/// It has no `Display` and its `Debug` is masked, so that it cannot slip into a log line.
#[doc(alias = "fødselsnummer")]
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct IdentityNumber([u8; 11]);

/// Which first check digits are accepted.
#[derive(Clone, Copy)]
enum Form {
    /// As given out until 2032: the individual digits also say the century.
    Classic,
    /// That, and as given out from 2032.
    Any,
}

/// Why a text is no identity number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum InvalidIdentityNumber {
    #[error("an identity number has 11 digits; this has fewer")]
    TooFewDigits,
    #[error("an identity number has 11 digits; this has more")]
    TooManyDigits,
    #[error("an identity number has only digits")]
    NotDigits,
    #[error("the check digits do not match the others")]
    CheckDigits,
    #[error("the first six digits are not a day of birth")]
    NoSuchDay,
}

impl IdentityNumber {
    /// Reads a number as people write it, spaces allowed: `020190 12345`. Numbers of the form given
    /// out from 2032 are refused; use [`IdentityNumber::parse_on`] where the day is known.
    pub fn parse(text: &str) -> Result<Self, InvalidIdentityNumber> {
        Self::checked(text, Form::Classic)
    }

    /// Reads a number on a day: from 2032 the new form of the first check digit is accepted too.
    pub fn parse_on(text: &str, day: Date) -> Result<Self, InvalidIdentityNumber> {
        Self::checked(text, if day < MORE_REMAINDERS_FROM { Form::Classic } else { Form::Any })
    }

    /// Reads a number that was valid when it was stored, whatever the day was.
    pub fn parse_stored(text: &str) -> Result<Self, InvalidIdentityNumber> {
        Self::checked(text, Form::Any)
    }

    /// Reads a number from a spreadsheet, which loses a leading zero when it takes the number for an
    /// amount. Ten digits that do not become valid with a zero in front are one digit short.
    pub fn parse_lenient_leading_zero(text: &str) -> Result<Self, InvalidIdentityNumber> {
        let digits = text.chars().filter(char::is_ascii_digit).count();
        if digits != 10 {
            return Self::parse(text);
        }
        match Self::parse(&format!("0{}", text.trim())) {
            Ok(number) => Ok(number),
            Err(InvalidIdentityNumber::NotDigits) => Err(InvalidIdentityNumber::NotDigits),
            Err(
                InvalidIdentityNumber::TooFewDigits
                | InvalidIdentityNumber::TooManyDigits
                | InvalidIdentityNumber::CheckDigits
                | InvalidIdentityNumber::NoSuchDay,
            ) => Err(InvalidIdentityNumber::TooFewDigits),
        }
    }

    /// A synthetic number (month + 80) for made-up people and tests: never a real person's.
    /// `None` when the individual digits (0–999) do not fit the year or give no check digits.
    pub fn synthetic(born: Date, individual: u16) -> Option<Self> {
        let first_nine =
            format!("{:02}{:02}{:02}{individual:03}", born.day(), born.month() + 80, born.year().rem_euclid(100));
        let mut digits = digits_of(&first_nine)?;
        let first = check_digit(&FIRST_WEIGHTS, &digits)?;
        digits.push(first);
        let second = check_digit(&SECOND_WEIGHTS, &digits)?;
        digits.push(second);
        let text: String = digits.iter().map(|&digit| char::from(b'0' + digit)).collect();
        Self::parse(&text).ok().filter(|number| number.born() == Some(born))
    }

    /// The digits, for encryption and lookup only: never for a page, a log or an export.
    pub fn reveal(&self) -> &str {
        std::str::from_utf8(&self.0).expect("only ASCII digits are ever stored")
    }

    /// How the number may be shown: the six first digits, `020190 *****`.
    pub fn masked(&self) -> String {
        format!("{} *****", &self.reveal()[..6])
    }

    /// The day of birth the digits say, to propose when nothing better is known. A person's birth
    /// date is a fact of its own: from 2032 the century no longer follows from the individual
    /// digits, so a number of the new form says no day at all.
    pub fn born(&self) -> Option<Date> {
        let digits = self.values();
        if first_remainder(&digits) == 0 { Birthday::read(&digits)?.date() } else { None }
    }

    /// Whether it is made for tests and belongs to nobody.
    pub fn is_synthetic(&self) -> bool {
        Birthday::read(&self.values()).is_some_and(|birthday| birthday.synthetic)
    }

    /// Whether it is a D-number, which foreign citizens have before (or instead of) an ordinary one.
    #[doc(alias = "D-nummer")]
    pub fn is_d_number(&self) -> bool {
        Birthday::read(&self.values()).is_some_and(|birthday| birthday.d_number)
    }

    fn checked(text: &str, form: Form) -> Result<Self, InvalidIdentityNumber> {
        let text = without_spaces(text);
        let digits = digits_of(&text).ok_or(InvalidIdentityNumber::NotDigits)?;
        let digits: [u8; 11] = digits.try_into().map_err(|digits: Vec<u8>| match digits.len() {
            0..11 => InvalidIdentityNumber::TooFewDigits,
            11.. => InvalidIdentityNumber::TooManyDigits,
        })?;
        if !check_digits_match(&digits, form) {
            return Err(InvalidIdentityNumber::CheckDigits);
        }
        let birthday = Birthday::read(&digits).ok_or(InvalidIdentityNumber::NoSuchDay)?;
        let day_exists = match form {
            Form::Classic => birthday.date().is_some(),
            Form::Any => true,
        };
        if !day_exists {
            return Err(InvalidIdentityNumber::NoSuchDay);
        }
        Ok(Self(digits.map(|digit| b'0' + digit)))
    }

    fn values(&self) -> [u8; 11] {
        self.0.map(|digit| digit - b'0')
    }
}

impl std::fmt::Debug for IdentityNumber {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("IdentityNumber(masked)")
    }
}

fn without_spaces(text: &str) -> Cow<'_, str> {
    if text.contains(char::is_whitespace) { text.split_whitespace().collect::<String>().into() } else { text.into() }
}

fn digits_of(text: &str) -> Option<Vec<u8>> {
    text.bytes().map(|byte| byte.is_ascii_digit().then(|| byte - b'0')).collect()
}

fn weighted_sum(weights: &[u8], digits: &[u8]) -> u16 {
    weights.iter().zip(digits).map(|(&weight, &digit)| u16::from(weight) * u16::from(digit)).sum()
}

/// The classic check digit, which makes the sum divisible by 11; `None` when it would be 10.
fn check_digit(weights: &[u8], digits: &[u8]) -> Option<u8> {
    let digit = (11 - weighted_sum(weights, digits) % 11) % 11;
    u8::try_from(digit).ok().filter(|&digit| digit < 10)
}

/// What the first check digit leaves: 0 in the classic form, 0–3 from 2032.
fn first_remainder(digits: &[u8; 11]) -> u16 {
    (weighted_sum(&FIRST_WEIGHTS, digits) + u16::from(digits[9])) % 11
}

fn check_digits_match(digits: &[u8; 11], form: Form) -> bool {
    let most = match form {
        Form::Classic => 0,
        Form::Any => 3,
    };
    let second = (weighted_sum(&SECOND_WEIGHTS, digits) + u16::from(digits[10])) % 11;
    second == 0 && first_remainder(digits) <= most
}
