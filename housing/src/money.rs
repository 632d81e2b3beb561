//! Money in whole øre.

use std::fmt;
use std::iter::Sum;
use std::ops::{Add, Neg, Sub};

/// No line of thousands may break in the middle of an amount.
const NO_BREAK_SPACE: char = '\u{a0}';

/// An amount of Norwegian money in whole øre (1 krone = 100 øre). Never floating point.
///
/// Adding never wraps round or sticks at a limit, since either would be a wrong figure that looks
/// right: it panics. Amounts from outside are at most [`Ore::LARGEST`], and no register has the
/// 92 million of those that it takes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(transparent)]
pub struct Ore(pub i64);

impl Ore {
    /// The largest single amount that is believed when somebody writes it: a milliard kroner.
    pub const LARGEST: Self = Self::kroner(1_000_000_000);

    /// The amount of so many whole kroner.
    pub const fn kroner(kroner: i64) -> Self {
        Self(kroner * 100)
    }

    /// Whole kroner as lists show them, `7 850 kr`; half a krone rounds away from zero.
    pub fn in_kroner(self) -> String {
        let kroner = (self.0.unsigned_abs() + 50) / 100;
        let sign = if self.0 < 0 && kroner > 0 { "−" } else { "" };
        format!("{sign}{}{NO_BREAK_SPACE}kr", grouped(kroner))
    }

    /// Kroner and øre as an invoice shows them, `7 850,00`.
    pub fn exact(self) -> String {
        let (sign, ore) = (if self.0 < 0 { "−" } else { "" }, self.0.unsigned_abs());
        format!("{sign}{},{:02}", grouped(ore / 100), ore % 100)
    }

    /// Whether somebody may have meant it: no more than [`Ore::LARGEST`] either way.
    pub const fn is_believable(self) -> bool {
        self.0.unsigned_abs() <= Self::LARGEST.0.unsigned_abs()
    }
}

/// Kroner and øre; see [`Ore::exact`].
impl fmt::Display for Ore {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.exact())
    }
}

impl Add for Ore {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0.checked_add(other.0).expect("amounts are at most Ore::LARGEST, so sums fit in 64 bits"))
    }
}

impl Sub for Ore {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0.checked_sub(other.0).expect("amounts are at most Ore::LARGEST, so differences fit in 64 bits"))
    }
}

impl Neg for Ore {
    type Output = Self;
    fn neg(self) -> Self {
        Self(0) - self
    }
}

impl Sum for Ore {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        amounts.fold(Self(0), Add::add)
    }
}

impl<'a> Sum<&'a Ore> for Ore {
    fn sum<I: Iterator<Item = &'a Self>>(amounts: I) -> Self {
        amounts.copied().sum()
    }
}

/// Digits in groups of three, `7 850`.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 2);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(NO_BREAK_SPACE);
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check(ore: i64, in_kroner: &str, exact: &str) {
        let shown = [Ore(ore).in_kroner(), Ore(ore).exact()].map(|text| text.replace(NO_BREAK_SPACE, " "));
        assert_eq!(shown, [in_kroner, exact]);
    }

    #[test]
    fn amounts_are_shown_as_norwegians_write_them() {
        check(785_000, "7 850 kr", "7 850,00");
        check(123_456_789, "1 234 568 kr", "1 234 567,89");
        check(99_950, "1 000 kr", "999,50");
        check(5, "0 kr", "0,05");
        check(-5, "0 kr", "−0,05");
        check(-107_000, "−1 070 kr", "−1 070,00");
        check(0, "0 kr", "0,00");
        check(i64::MIN, "−92 233 720 368 547 758 kr", "−92 233 720 368 547 758,08");
    }

    #[test]
    #[should_panic(expected = "sums fit in 64 bits")]
    fn a_sum_too_large_stops_rather_than_lies() {
        let _ = Ore(i64::MAX) + Ore(1);
    }

    proptest! {
        #[test]
        fn an_amount_shown_exactly_says_every_ore(ore in any::<i64>()) {
            let digits: String = Ore(ore).exact().replace('−', "-").chars().filter(|c| !", \u{a0}".contains(*c)).collect();
            prop_assert_eq!(digits.parse(), Ok(ore));
        }

        #[test]
        fn the_order_of_a_sum_does_not_matter(amounts in proptest::collection::vec(-1_000_000_i64..1_000_000, 0..20)) {
            let forward: Ore = amounts.iter().map(|&ore| Ore(ore)).sum();
            let backward: Ore = amounts.iter().rev().map(|&ore| Ore(ore)).sum();
            prop_assert_eq!(forward, backward);
        }
    }
}
