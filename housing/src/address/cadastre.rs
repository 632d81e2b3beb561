//! The number of the property a home stands on.

use std::fmt;
use std::str::FromStr;

/// Cadastre number (*matrikkelnummer*): `gnr/bnr`, with lease (*fnr*) and section (*snr*) when there.
#[doc(alias = "matrikkel")]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
pub struct Cadastre {
    pub gnr: u32,
    pub bnr: u32,
    pub fnr: Option<u32>,
    pub snr: Option<u32>,
}

/// A text that is no cadastre number.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{text:?} is no cadastre number: gnr/bnr such as 12/34, or gnr/bnr/fnr/snr such as 12/34/0/5")]
pub struct InvalidCadastre {
    pub text: String,
}

impl FromStr for Cadastre {
    type Err = InvalidCadastre;

    /// A lease or section of 0 is none. Spaces around the strokes are forgiven, and so are dashes for strokes and the
    /// names of the parts: `gnr. 31 bnr. 847`.
    fn from_str(text: &str) -> Result<Self, InvalidCadastre> {
        let invalid = || InvalidCadastre { text: text.to_owned() };
        let plain = without_names(text);
        let parts: Vec<u32> = plain
            .split(['/', '-'])
            .map(|part| part.trim())
            .map(|part| if part.bytes().all(|byte| byte.is_ascii_digit()) { part.parse().ok() } else { None })
            .collect::<Option<_>>()
            .ok_or_else(invalid)?;
        let (gnr, bnr, fnr, snr) = match parts[..] {
            [gnr, bnr] => (gnr, bnr, 0, 0),
            [gnr, bnr, fnr] => (gnr, bnr, fnr, 0),
            [gnr, bnr, fnr, snr] => (gnr, bnr, fnr, snr),
            [] | [_] | [_, _, _, _, _, ..] => return Err(invalid()),
        };
        let some = |number| (number > 0).then_some(number);
        if gnr == 0 || bnr == 0 { Err(invalid()) } else { Ok(Self { gnr, bnr, fnr: some(fnr), snr: some(snr) }) }
    }
}

/// The numbers with strokes between them, where their names stand instead. A section without a lease comes after one.
fn without_names(text: &str) -> std::borrow::Cow<'_, str> {
    if !text.contains(char::is_alphabetic) {
        return text.into();
    }
    let lower = text.to_lowercase();
    let has_lease = lower.contains("fnr") || lower.contains("festenr");
    let named = ["gnr", "gårdsnr", "gardsnr", "bnr", "bruksnr", "festenr", "fnr"];
    let plain = named.iter().fold(lower, |text, name| text.replace(name, "/"));
    let plain = ["seksjonsnr", "seksjon", "snr"]
        .iter()
        .fold(plain, |text, name| text.replace(name, if has_lease { "/" } else { "/0/" }));
    let words = plain.split(['/', ' ', '.', ',', ':']).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("/").into()
}

impl fmt::Display for Cadastre {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.gnr, self.bnr)?;
        match (self.fnr, self.snr) {
            (None, None) => Ok(()),
            (Some(fnr), None) => write!(f, "/{fnr}"),
            (fnr, Some(snr)) => write!(f, "/{}/{snr}", fnr.unwrap_or(0)),
        }
    }
}
