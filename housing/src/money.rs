//! Money in whole øre.

use std::iter::Sum;
use std::ops::{Add, Neg, Sub};

/// An amount of Norwegian money in whole øre (1 krone = 100 øre). Never floating point.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(transparent)]
pub struct Ore(pub i64);

impl Ore {
    /// The amount of so many whole kroner.
    pub const fn kroner(kroner: i64) -> Self {
        Self(kroner * 100)
    }
}

impl Add for Ore {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl Sub for Ore {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }
}

impl Neg for Ore {
    type Output = Self;
    fn neg(self) -> Self {
        Self(-self.0)
    }
}

impl Sum for Ore {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        amounts.fold(Self(0), Add::add)
    }
}
