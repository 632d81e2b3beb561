//! The code lists of decisions.

code_list! {
    /// What is decided, and after which act (*vedtakstype*, `law.md` 1.2). One request can need several:
    /// help under *boligsosialloven* and a municipal dwelling are two decisions with two appeal bodies.
    #[doc(alias = "vedtakstype")]
    DecisionKind "decision-kind" {
        HousingHelp = "BSL_BISTAND", MunicipalHome = "KOMM_BOLIG", Renewal = "KOMM_BOLIG_FORLENGELSE",
        HomeOffered = "TILBUD_KONKRET", TemporaryStay = "NAV_MIDL_BOTILBUD", Advice = "NAV_RAAD",
        CareHome = "HELDOGN_OMSORG", StartLoan = "STARTLAAN", HousingGrant = "BOLIGTILSKUDD",
        HousingAllowance = "BOSTOTTE", PartyAccessRefused = "PARTSINNSYN_AVSLAG",
        PublicAccessRefused = "OFFL_INNSYN_AVSLAG", AppealDismissed = "KLAGE_AVVIST_KOMM", Costs = "SAKSKOSTNADER",
    }
}

code_list! {
    /// What came of it (*utfall*).
    #[doc(alias = "utfall")]
    Outcome "decision-outcome" {
        /// Granted as applied for.
        Grant = "INNVILGET",
        Refusal = "AVSLAG",
        /// Granted in part, refused in part.
        Partial = "DELVIS",
        /// A tenancy goes on.
        Extension = "FORLENGET",
        /// Not taken up on its merits.
        Dismissal = "AVVIST",
        /// Closed because the applicant withdrew.
        Withdrawal = "TRUKKET",
        /// An earlier decision is changed or set aside.
        #[doc(alias = "omgjøring")]
        Reversal = "OMGJORT",
    }
}

code_list! {
    /// Who looks at an appeal when the deciding unit keeps its decision (*klageinstans*).
    #[doc(alias = "klageinstans")]
    AppealBody "appeal-body" {
        CountyGovernor = "STATSFORVALTER",
        /// The municipality's appeal board, or the council or executive board if so decided.
        MunicipalBoard = "KLAGENEMND",
        Husbanken = "HUSBANKEN",
        /// The body that hears appeals on the decision this one belongs to.
        SameAsMainDecision = "SOM_HOVEDVEDTAKET",
    }
}

code_list! {
    /// Whether a decision of a kind can be appealed.
    Appealable "appealable" {
        Always = "JA",
        /// Only when what is offered is plainly unsuitable, such as a fourth floor without a lift for a
        /// wheelchair user.
        WhenPlainlyUnsuitable = "UEGNET",
        /// Where the act opens for it.
        WhereTheActAllows = "LOVEN",
    }
}

/// What a grant of a kind gives, and so what its decision tells (*forvaltningsloven* § 27, `law.md` 1.4(1)).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Given {
    /// A lease: size, rooms, length, and what the home must have (`L1.3`).
    Lease,
    /// Somewhere to stay for a while: where, from when and until when (`L3.1`).
    Stay,
    /// So many kroner.
    Money,
    /// Help of another kind, told in words.
    Help,
}

impl DecisionKind {
    /// What a grant of the kind gives.
    pub const fn given(self) -> Given {
        match self {
            Self::MunicipalHome | Self::Renewal => Given::Lease,
            Self::TemporaryStay => Given::Stay,
            Self::StartLoan | Self::HousingGrant | Self::HousingAllowance | Self::Costs => Given::Money,
            Self::HousingHelp
            | Self::HomeOffered
            | Self::Advice
            | Self::CareHome
            | Self::PartyAccessRefused
            | Self::PublicAccessRefused
            | Self::AppealDismissed => Given::Help,
        }
    }

    /// Whether it gives, refuses or prolongs somewhere to live: such a decision must answer the
    /// question of follow-up too.
    pub const fn is_about_a_home(self) -> bool {
        match self {
            Self::HousingHelp | Self::MunicipalHome | Self::Renewal | Self::TemporaryStay | Self::CareHome => true,
            Self::HomeOffered
            | Self::Advice
            | Self::StartLoan
            | Self::HousingGrant
            | Self::HousingAllowance
            | Self::PartyAccessRefused
            | Self::PublicAccessRefused
            | Self::AppealDismissed
            | Self::Costs => false,
        }
    }
}

impl Outcome {
    /// Whether the applicant gets something: then the decision says what, how long, and on which terms.
    pub const fn gives(self) -> bool {
        match self {
            Self::Grant | Self::Partial | Self::Extension => true,
            Self::Refusal | Self::Dismissal | Self::Withdrawal | Self::Reversal => false,
        }
    }

    /// Whether the merits were decided; a dismissed or withdrawn application was not assessed.
    pub const fn is_on_the_merits(self) -> bool {
        match self {
            Self::Grant | Self::Refusal | Self::Partial | Self::Extension | Self::Reversal => true,
            Self::Dismissal | Self::Withdrawal => false,
        }
    }
}

impl DecisionKind {
    /// Whether the municipality's own rules for its homes decide it; otherwise an act does.
    pub const fn is_by_own_rules(self) -> bool {
        match self {
            Self::MunicipalHome | Self::Renewal | Self::HomeOffered => true,
            Self::HousingHelp
            | Self::TemporaryStay
            | Self::Advice
            | Self::CareHome
            | Self::StartLoan
            | Self::HousingGrant
            | Self::HousingAllowance
            | Self::PartyAccessRefused
            | Self::PublicAccessRefused
            | Self::AppealDismissed
            | Self::Costs => false,
        }
    }

    /// Whether money for a home of one's own is asked for.
    pub const fn is_money(self) -> bool {
        match self {
            Self::StartLoan | Self::HousingGrant | Self::HousingAllowance => true,
            Self::HousingHelp
            | Self::MunicipalHome
            | Self::Renewal
            | Self::HomeOffered
            | Self::TemporaryStay
            | Self::Advice
            | Self::CareHome
            | Self::PartyAccessRefused
            | Self::PublicAccessRefused
            | Self::AppealDismissed
            | Self::Costs => false,
        }
    }
}
