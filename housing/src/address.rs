//! Where a home is: street address, dwelling number and cadastre.

use std::fmt;

use crate::text::fold;

mod cadastre;
mod line;
#[cfg(test)]
mod tests;
mod unit;

pub use cadastre::{Cadastre, InvalidCadastre};
pub use unit::{DwellingNumber, InvalidDwellingNumber};

/// A street address: `Strandgata 10 B`, `9951 FJORDVIK`.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
pub struct Address {
    /// Street with white space folded, as written otherwise: `Nedre Torggate`.
    pub street: String,
    /// House number with letter, `10` or `10B`; empty when the address has none.
    pub number: String,
    /// Four digits, when known.
    pub postcode: Option<String>,
    /// Postal place, when known.
    pub place: Option<String>,
}

impl Address {
    /// Reads an address written on one line, and the dwelling number if it stands there too:
    /// `Nedre Torggate 33 H0403`, `Strandgata 10 B, 9951 FJORDVIK`, `Granlia 7`.
    ///
    /// Nothing is lost: what is no house number, postcode, place or dwelling number stays in the street.
    pub fn read(line: &str) -> (Self, Option<DwellingNumber>) {
        line::read(line)
    }

    /// Two addresses with the same key are the same house: case, white space and `10B` for `10 B`
    /// make no difference. Postcode and place are left out, because many lists leave them out and a
    /// street name is used once in a municipality.
    pub fn key(&self) -> String {
        let number: String = self.number.split_whitespace().collect();
        fold(&format!("{} {number}", self.street))
    }

    /// Street and house number alone, `Strandgata 10B`.
    pub fn street_line(&self) -> String {
        if self.number.is_empty() { self.street.clone() } else { format!("{} {}", self.street, self.number) }
    }

    /// Postcode and place, `9951 FJORDVIK`; empty when neither is known.
    pub fn postal_line(&self) -> String {
        [&self.postcode, &self.place].into_iter().flatten().map(String::as_str).collect::<Vec<_>>().join(" ")
    }

    /// Reads `9951 FJORDVIK` into postcode and place, as lists keep them in a column of their own.
    pub fn with_postal_line(self, text: &str) -> Self {
        let (postcode, place) = line::read_postal(text);
        Self { postcode: postcode.or(self.postcode), place: place.or(self.place), ..self }
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (street, postal) = (self.street_line(), self.postal_line());
        let comma = if street.is_empty() || postal.is_empty() { "" } else { ", " };
        write!(f, "{street}{comma}{postal}")
    }
}
