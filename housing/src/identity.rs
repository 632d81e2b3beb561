//! National identity numbers: fødselsnummer, D-number, and synthetic ones for tests.

/// A valid eleven-digit identity number. The only way in is [`IdentityNumber::parse`].
///
/// It has no `Display` and its `Debug` is masked, so that it cannot slip into a log line.
#[doc(alias = "fødselsnummer")]
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct IdentityNumber([u8; 11]);

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
    /// The digits, for encryption and lookup only: never for a page, a log or an export.
    pub fn reveal(&self) -> &str {
        std::str::from_utf8(&self.0).expect("only ASCII digits are ever stored")
    }
}

impl std::fmt::Debug for IdentityNumber {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("IdentityNumber(masked)")
    }
}
