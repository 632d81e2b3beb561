//! The code lists of offers.

code_list! {
    /// Where an offer stands.
    OfferStep "offer-step" {
        /// Made, and the home is promised; its letter has not left.
        Drafted = "UTKAST",
        Sent = "SENDT",
        /// The household has seen the home.
        Viewed = "SETT",
        /// The home is reserved.
        Accepted = "JA",
        /// A tenancy has been agreed.
        Housed = "KONTRAKT",
        Declined = "NEI",
        /// Nobody answered in time.
        Lapsed = "BORTFALT",
        Withdrawn = "TRUKKET",
    }
}

code_list! {
    /// Why a household says no. Which of them never count is the municipality's rule.
    DeclineReason "decline-reason" {
        TooSmall = "FOR_LITEN", Stairs = "TRAPPER", Health = "HELSE", Unsafe = "UTRYGT", TooFarAway = "AVSTAND",
        RentTooHigh = "HUSLEIE", FoundAnother = "ANNEN_BOLIG", Area = "OMRADE", Standard = "STANDARD",
        Neighbours = "NABOER", NoPets = "HUSDYR", NotNow = "TIDSPUNKT", ChangedMind = "OMBESTEMT",
        NotSaid = "IKKE_OPPGITT",
    }
}

code_list! {
    /// Why the office takes an offer back.
    WithdrawReason "withdraw-reason" {
        HomeCannotBeUsed = "BOLIGEN_KAN_IKKE_BRUKES", DecisionGone = "VEDTAKET_GJELDER_IKKE",
        CircumstancesChanged = "ENDREDE_FORHOLD", Protection = "SKJERMING", ChainBroke = "KJEDEN_BRAST",
        Mistake = "FEIL", Other = "ANNET",
    }
}

impl DeclineReason {
    /// The reasons that never count against a household unless the municipality says otherwise: those
    /// where the home does not do for it [project assumption, mild on purpose].
    pub fn usually_good() -> Vec<Self> {
        vec![
            Self::TooSmall,
            Self::Stairs,
            Self::Health,
            Self::Unsafe,
            Self::TooFarAway,
            Self::RentTooHigh,
            Self::FoundAnother,
        ]
    }
}

impl OfferStep {
    /// Whether the home is promised to the household and nobody else can be offered it.
    pub const fn holds_the_home(self) -> bool {
        match self {
            Self::Drafted | Self::Sent | Self::Viewed | Self::Accepted => true,
            Self::Housed | Self::Declined | Self::Lapsed | Self::Withdrawn => false,
        }
    }
}
