//! Why a home is refused.

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
}
