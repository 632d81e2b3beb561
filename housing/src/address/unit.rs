//! The number that tells homes at one address apart.

use std::fmt;
use std::str::FromStr;

/// The national dwelling number (*bruksenhetsnummer*), `H0204`: floor letter (H, K, L, U), two
/// digits for the floor and two for the place on it. Where the office has numbers of its own instead
/// (`101`, `2B`), those tell its homes apart just as well. The only way in is its parser.
#[doc(alias = "bruksenhetsnummer")]
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(transparent)]
pub struct DwellingNumber(String);

/// A text that is no dwelling number.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "{text:?} is no dwelling number: one of H, K, L or U and four digits, such as H0204, or the office's own number"
)]
pub struct InvalidDwellingNumber {
    pub text: String,
}

/// Longer texts are no numbers but descriptions.
const LONGEST_OWN_NUMBER: usize = 10;

impl DwellingNumber {
    /// Reads a national dwelling number and nothing else. Small letters and spaces are forgiven: `h 0204`.
    ///
    /// # Errors
    /// When it is not of that form.
    pub fn national(text: &str) -> Result<Self, InvalidDwellingNumber> {
        let number: String = text.split_whitespace().collect::<String>().to_ascii_uppercase();
        let well_formed = number.len() == 5
            && number.starts_with(['H', 'K', 'L', 'U'])
            && number.bytes().skip(1).all(|byte| byte.is_ascii_digit());
        if well_formed { Ok(Self(number)) } else { Err(InvalidDwellingNumber { text: text.to_owned() }) }
    }

    /// Reads a number of the office's own: `101`, `2B`, `leil. 3`. What looks like a national number with a slip
    /// in it (`H020`, `X0204`, `0204`) is none.
    fn own(text: &str) -> Option<Self> {
        let upper = text.trim().to_uppercase();
        let number = ["LEILIGHET", "LEILEGHEIT", "LEIL.", "LEIL", "NR.", "NR"]
            .iter()
            .fold(upper.as_str(), |rest, word| rest.strip_prefix(word).unwrap_or(rest).trim_start());
        let number: String = number.split_whitespace().collect();
        let digits = number.bytes().filter(u8::is_ascii_digit).count();
        let letters = number.chars().filter(|letter| letter.is_alphabetic()).count();
        let plain = number.chars().all(|letter| letter.is_alphanumeric() || "-./".contains(letter));
        let like_a_national_one = number.len() > 1 && number.starts_with(['H', 'K', 'L', 'U'])
            || digits >= 4 && number.starts_with(|first: char| first.is_alphabetic() || first == '0');
        let short = number.len() <= LONGEST_OWN_NUMBER && (digits > 0 || letters == 1) && letters <= 2;
        (plain && short && !like_a_national_one).then_some(Self(number))
    }

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

    fn from_str(text: &str) -> Result<Self, InvalidDwellingNumber> {
        Self::national(text).or_else(|invalid| Self::own(text).ok_or(invalid))
    }
}

impl fmt::Display for DwellingNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
