//! Protected addresses (`L7.1`–`L7.4`).

code_list! {
    /// How secret the tie between a person and an address is (`L7.1`–`L7.4`). Ordered from least to
    /// most strict.
    #[doc(alias = "adressebeskyttelse")]
    Protection "protection" {
        Ungraded = "UGRADERT", Confidential = "FORTROLIG", StrictlyConfidential = "STRENGT",
        StrictlyConfidentialAbroad = "STRENGT_UTLAND",
    }
}

/// Only a change in the population register lowers a level (`L7.1`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the protection is {from:?} and cannot be lowered to {to:?} by hand")]
pub struct CannotLower {
    pub from: Protection,
    pub to: Protection,
}

impl Protection {
    /// What an unknown level is taken for until somebody has looked (`L7.1`).
    pub const UNTIL_CHECKED: Self = Self::Confidential;

    /// Whether nobody outside the named group may tie the person to the home, anywhere: lists,
    /// search, counts, exports, journal (`L7.2`).
    pub const fn hides_home(self) -> bool {
        match self {
            Self::Ungraded | Self::Confidential => false,
            Self::StrictlyConfidential | Self::StrictlyConfidentialAbroad => true,
        }
    }

    /// Whether the address may leave the office: not to contractors, housing co-operatives,
    /// collectors or neighbours when it is protected at any level.
    pub const fn address_may_leave_the_office(self) -> bool {
        match self {
            Self::Ungraded => true,
            Self::Confidential | Self::StrictlyConfidential | Self::StrictlyConfidentialAbroad => false,
        }
    }

    /// Sets the level by hand, which may raise it and never lower it (`L7.1`).
    pub fn raise(self, to: Self) -> Result<Self, CannotLower> {
        if to >= self { Ok(to) } else { Err(CannotLower { from: self, to }) }
    }

    /// The level of a household's address: that of its strictest member (`L7.3`).
    pub fn of_household(members: impl IntoIterator<Item = Self>) -> Self {
        members.into_iter().max().unwrap_or(Self::Ungraded)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_level_is_raised_by_hand_but_never_lowered() {
        for (at, &from) in Protection::ALL.iter().enumerate() {
            for (other, &to) in Protection::ALL.iter().enumerate() {
                let expected = if other >= at { Ok(to) } else { Err(CannotLower { from, to }) };
                assert_eq!(from.raise(to), expected);
            }
        }
    }

    #[test]
    fn one_protected_member_protects_the_household() {
        use Protection::{Confidential, StrictlyConfidential, Ungraded};
        assert_eq!(Protection::of_household([Ungraded, StrictlyConfidential, Confidential]), StrictlyConfidential);
        assert!(Protection::of_household([Ungraded, StrictlyConfidential]).hides_home());
        assert!(!Confidential.hides_home() && !Confidential.address_may_leave_the_office());
        assert_eq!(Protection::of_household([]), Ungraded);
    }
}
