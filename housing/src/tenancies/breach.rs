//! Termination for breach (*heving*, *husleieloven* § 9-9).

/// What the tenant has done, by the letters of § 9-9.
#[doc(alias = "hevingsgrunn")]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BreachGround {
    /// Letter a: rent or other claims.
    UnpaidRent,
    /// Letter b: neglect or serious nuisance.
    Neglect,
    /// Letter c.
    UnlawfulTransfer,
    /// Letter d.
    OtherUse,
    /// Letter e.
    OtherBreach,
}

impl BreachGround {
    /// Whether the law asks for a written warning first; without a stored one the step is closed.
    pub const fn needs_warning(self) -> bool {
        match self {
            Self::Neglect | Self::UnlawfulTransfer | Self::OtherUse => true,
            Self::UnpaidRent | Self::OtherBreach => false,
        }
    }
}
