//! Why a home, or help, is refused.

use super::DecisionKind;
use crate::assessment::Ground;

code_list! {
    /// The ground of a refusal (*avslagsgrunn*).
    #[doc(alias = "avslagsgrunn")]
    RefusalGround "refusal-ground" {
        UnderAge = "ALDER", TimeHere = "BOTID", LegalStay = "OPPHOLD", HasSuitableHome = "EGNET", Means = "OKONOMI",
        Breach = "MISLIGHOLD", Quarantine = "KARANTENE", CanBuy = "STARTLAN", NoCapacity = "KAPASITET",
        OutsideTargetGroup = "MAALGR", NotInformed = "OPPLYST",
        /// Belongs with those who allocate care homes: forwarded, never refused.
        CareHomeInstead = "OMSORG",
        Other = "ANNET",
    }
}

impl RefusalGround {
    /// Whether an application can be refused on it; one that came the wrong way is sent on instead.
    pub const fn can_refuse(self) -> bool {
        match self {
            Self::UnderAge
            | Self::TimeHere
            | Self::LegalStay
            | Self::HasSuitableHome
            | Self::Means
            | Self::Breach
            | Self::Quarantine
            | Self::CanBuy
            | Self::NoCapacity
            | Self::OutsideTargetGroup
            | Self::NotInformed
            | Self::Other => true,
            Self::CareHomeInstead => false,
        }
    }

    /// Whether a decision of a kind can rest on it. Help under *boligsosialloven*, a roof tonight, care and loans are
    /// refused on grounds of their acts, most often in the officer's own words: how long somebody has lived here, what
    /// they once owed and what homes there are belong to the municipality's rules for its own homes.
    pub const fn refuses(self, kind: DecisionKind) -> bool {
        match kind {
            DecisionKind::HousingHelp => match self {
                Self::LegalStay
                | Self::HasSuitableHome
                | Self::Means
                | Self::CanBuy
                | Self::OutsideTargetGroup
                | Self::NotInformed
                | Self::Other => true,
                Self::UnderAge
                | Self::TimeHere
                | Self::Breach
                | Self::Quarantine
                | Self::NoCapacity
                | Self::CareHomeInstead => false,
            },
            DecisionKind::MunicipalHome | DecisionKind::Renewal | DecisionKind::HomeOffered => self.can_refuse(),
            DecisionKind::TemporaryStay
            | DecisionKind::CareHome
            | DecisionKind::Advice
            | DecisionKind::StartLoan
            | DecisionKind::HousingGrant
            | DecisionKind::HousingAllowance
            | DecisionKind::PartyAccessRefused
            | DecisionKind::PublicAccessRefused
            | DecisionKind::AppealDismissed
            | DecisionKind::Costs => match self {
                Self::HasSuitableHome | Self::NotInformed | Self::Other => true,
                Self::Means => kind.is_money(),
                Self::UnderAge
                | Self::TimeHere
                | Self::LegalStay
                | Self::Breach
                | Self::Quarantine
                | Self::CanBuy
                | Self::NoCapacity
                | Self::OutsideTargetGroup
                | Self::CareHomeInstead => false,
            },
        }
    }

    /// What a ground that is not met is called when it refuses; `None` when it has no name of its own there.
    pub const fn of(ground: Ground) -> Option<Self> {
        match ground {
            Ground::Age => Some(Self::UnderAge),
            Ground::TimeHere => Some(Self::TimeHere),
            Ground::LawfulStay => Some(Self::LegalStay),
            Ground::WithoutHome => Some(Self::HasSuitableHome),
            Ground::Income | Ground::Wealth => Some(Self::Means),
            Ground::KeptAgreements => Some(Self::Breach),
            Ground::Quarantine => Some(Self::Quarantine),
            Ground::CannotBuy => Some(Self::CanBuy),
            Ground::TargetGroup => Some(Self::OutsideTargetGroup),
            Ground::OwnEffort => None,
        }
    }
}
