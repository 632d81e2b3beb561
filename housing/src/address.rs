//! Where a home is: street address, dwelling number and cadastre.

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

/// The national dwelling number (*bruksenhetsnummer*), `H0204`: floor letter (H, K, L, U), two
/// digits for the floor and two for the place on it. The only way in is its parser.
#[doc(alias = "bruksenhetsnummer")]
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(transparent)]
pub struct DwellingNumber(pub(crate) String);

impl DwellingNumber {
    /// The number as written on the register, `H0204`.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Cadastre number (*matrikkelnummer*): `gnr/bnr`, with lease (*fnr*) and section (*snr*) when there.
#[doc(alias = "matrikkel")]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
pub struct Cadastre {
    pub gnr: u32,
    pub bnr: u32,
    pub fnr: Option<u32>,
    pub snr: Option<u32>,
}
