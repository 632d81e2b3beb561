//! The number that tells homes at one address apart.

use std::fmt;
use std::str::FromStr;

/// The national dwelling number (*bruksenhetsnummer*), `H0204`: floor letter (H, K, L, U), two
/// digits for the floor and two for the place on it. The only way in is its parser.
#[doc(alias = "bruksenhetsnummer")]
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(transparent)]
pub struct DwellingNumber(String);

/// A text that is no dwelling number.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{text:?} is no dwelling number: one of H, K, L or U and four digits, such as H0204")]
pub struct InvalidDwellingNumber {
    pub text: String,
}

impl DwellingNumber {
    /// The number as written on the register, `H0204`.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The floor the entrance door is on, when it is a main floor: `H0204` is on the second. Cellar,
    /// basement and loft are counted on their own and give `None`.
    pub fn main_floor(&self) -> Option<i8> {
        self.0.strip_prefix('H')?.get(..2)?.parse().ok()
    }
}

impl FromStr for DwellingNumber {
    type Err = InvalidDwellingNumber;

    /// Small letters and a space after the letter are forgiven: `h 0204`.
    fn from_str(text: &str) -> Result<Self, InvalidDwellingNumber> {
        let number: String = text.split_whitespace().collect::<String>().to_ascii_uppercase();
        let well_formed = number.len() == 5
            && number.starts_with(['H', 'K', 'L', 'U'])
            && number.bytes().skip(1).all(|byte| byte.is_ascii_digit());
        if well_formed { Ok(Self(number)) } else { Err(InvalidDwellingNumber { text: text.to_owned() }) }
    }
}

impl fmt::Display for DwellingNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
