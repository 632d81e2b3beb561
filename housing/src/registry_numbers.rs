//! Numbers of organisations and bank accounts: both end in one modulus-11 check digit.

use std::fmt;
use std::str::FromStr;

/// Why a text is no organisation number or account number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum InvalidNumber {
    #[error("the number has {found} digits and should have {expected}")]
    Length { expected: usize, found: usize },
    #[error("the number has {found:?} in it, which is no digit")]
    NotDigits { found: char },
    #[error("the check digit does not match the others")]
    CheckDigit,
}

/// A number in the register of legal entities, nine digits.
#[doc(alias = "organisasjonsnummer")]
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(transparent)]
pub struct OrganisationNumber(String);

/// A Norwegian bank account number, eleven digits.
#[doc(alias = "kontonummer")]
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(transparent)]
pub struct AccountNumber(String);

impl FromStr for OrganisationNumber {
    type Err = InvalidNumber;

    /// Spaces are allowed: `123 456 785`.
    fn from_str(text: &str) -> Result<Self, InvalidNumber> {
        checked(text, &[3, 2, 7, 6, 5, 4, 3, 2], ' ').map(Self)
    }
}

impl FromStr for AccountNumber {
    type Err = InvalidNumber;

    /// Spaces and full stops are allowed: `1234.56.78903`.
    fn from_str(text: &str) -> Result<Self, InvalidNumber> {
        checked(text, &[5, 4, 3, 2, 7, 6, 5, 4, 3, 2], '.').map(Self)
    }
}

impl fmt::Display for OrganisationNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} {}", &self.0[..3], &self.0[3..6], &self.0[6..])
    }
}

impl fmt::Display for AccountNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}.{}", &self.0[..4], &self.0[4..6], &self.0[6..])
    }
}

/// The digits alone, when there are as many as weights and one more and the weighted sum is right.
/// A number whose check digit would be 10 is not given out.
fn checked(text: &str, weights: &[u32], separator: char) -> Result<String, InvalidNumber> {
    let number: String = text.chars().filter(|c| !c.is_whitespace() && *c != separator).collect();
    if let Some(found) = number.chars().find(|c| !c.is_ascii_digit()) {
        return Err(InvalidNumber::NotDigits { found });
    }
    let expected = weights.len() + 1;
    if number.len() != expected {
        return Err(InvalidNumber::Length { expected, found: number.len() });
    }
    let sum: u32 =
        number.bytes().zip(weights.iter().chain(&[1])).map(|(digit, weight)| u32::from(digit - b'0') * weight).sum();
    if sum.is_multiple_of(11) { Ok(number) } else { Err(InvalidNumber::CheckDigit) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_prints_as_it_is_written() {
        for text in ["123 456 785", "998 447 356", "940 155 223"] {
            assert_eq!(text.parse::<OrganisationNumber>().unwrap().to_string(), text);
        }
        for text in ["1234.56.78903", "7694.05.12057", "6177.05.46809"] {
            assert_eq!(text.parse::<AccountNumber>().unwrap().to_string(), text);
        }
    }

    #[test]
    fn each_fault_is_named() {
        assert_eq!("123456784".parse::<OrganisationNumber>(), Err(InvalidNumber::CheckDigit));
        assert_eq!("12345".parse::<OrganisationNumber>(), Err(InvalidNumber::Length { expected: 9, found: 5 }));
        assert_eq!("1234-5678903".parse::<AccountNumber>(), Err(InvalidNumber::NotDigits { found: '-' }));
    }
}
