//! The parts a letter must have, and the law that asks for each.

/// A part of a letter that the law, or the office's own rules, ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Block {
    /// When the application or appeal came in.
    Received,
    /// When the answer comes.
    AnswerExpected,
    /// What is asked for, and by when.
    Documents,
    /// Which unit has the case now.
    Forwarded,
    /// What the office considers.
    Notice,
    /// The right to say one's view, and by when.
    Comment,
    Decision,
    /// The main content of the help.
    Help,
    Conditions,
    FollowUp,
    Reasons,
    /// The right to appeal: deadline, body, how.
    Appeal,
    /// The right to ask that the decision waits for the appeal.
    Deferral,
    /// The right to see the case's documents.
    Access,
    /// The duty to guide, and where to get help.
    Guidance,
    Costs,
    /// How to reach the office, and who handles the case.
    Contact,
    Offer,
    OfferAnswer,
    AppealReceived,
    /// What an appeal lacks, by when it must come, and what happens otherwise.
    Mending,
    AppealForwarded,
    Statement,
    Result,
    /// What the party can do after the appeal is decided.
    Onward,
}

impl Block {
    /// All of them.
    pub const ALL: [Self; 25] = [
        Self::Received,
        Self::AnswerExpected,
        Self::Documents,
        Self::Forwarded,
        Self::Notice,
        Self::Comment,
        Self::Decision,
        Self::Help,
        Self::Conditions,
        Self::FollowUp,
        Self::Reasons,
        Self::Appeal,
        Self::Deferral,
        Self::Access,
        Self::Guidance,
        Self::Costs,
        Self::Contact,
        Self::Offer,
        Self::OfferAnswer,
        Self::AppealReceived,
        Self::Mending,
        Self::AppealForwarded,
        Self::Statement,
        Self::Result,
        Self::Onward,
    ];

    /// Its name in the templates, between `[` and `]`.
    pub const fn name(self) -> &'static str {
        self.rule().0
    }

    /// The law or requirement that asks for it: `L1.2` and `1.4(3)` are those of `law.md`.
    pub const fn law(self) -> &'static str {
        self.rule().1
    }

    /// The placeholders without which it does not say what it must.
    pub const fn placeholders(self) -> &'static [&'static str] {
        self.rule().2
    }

    /// The block of a name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|block| block.name() == name)
    }

    /// Name, law, placeholders.
    const fn rule(self) -> (&'static str, &'static str, &'static [&'static str]) {
        match self {
            Self::Received => ("mottatt", "fvl. § 11 a, L1.2", &["mottatt_dato"]),
            Self::AnswerExpected => ("svar", "fvl. § 11 a, L1.5", &["svar_innen"]),
            Self::Documents => ("dokumenter", "fvl. §§ 11 og 17", &["dokumenter", "frist"]),
            Self::Forwarded => ("videresendt", "fvl. § 11, L1.2", &["mottatt_dato", "ny_enhet"]),
            Self::Notice => ("varsel", "fvl. § 16", &["varsel", "grunnlag", "hjemmel"]),
            Self::Comment => ("uttalerett", "fvl. §§ 16 og 17", &["frist"]),
            Self::Decision => ("vedtak", "fvl. §§ 23 og 27, 1.4(1)", &["vedtak"]),
            Self::Help => ("hjelpen", "boligsosialloven § 7, 1.4(7)", &["hjelpen"]),
            Self::Conditions => ("vilkår", "fvl. § 27, L1.3", &["vilkår"]),
            Self::FollowUp => (
                "oppfølging",
                "boligsosialloven §§ 6 og 7",
                &["oppfølging", "oppfølging_avslag", "oppfølging_ikke_behov"],
            ),
            Self::Reasons => ("begrunnelse", "fvl. §§ 24 og 25, L1.7", &["begrunnelse"]),
            Self::Appeal => (
                "klagerett",
                "fvl. §§ 27–29 og 32, L1.1, L1.8, 1.4(2)",
                &["klagefrist_lengde", "klagefrist_dato", "klagefrist_regnes_fra", "klageinstans", "klage_sendes_til"],
            ),
            Self::Deferral => ("utsatt-iverksetting", "fvl. § 42, 1.4(4)", &[]),
            Self::Access => ("innsyn", "fvl. §§ 18 og 19, 1.4(3)", &[]),
            Self::Guidance => ("veiledning", "fvl. §§ 11 og 27, 1.4(5)", &[]),
            Self::Costs => ("sakskostnader", "fvl. §§ 27 og 36, 1.4(5)", &[]),
            Self::Contact => ("kontakt", "fvl. § 27, ny fvl. § 59, 1.4(6)", &["saksbehandler", "kontakt"]),
            Self::Offer => ("tilbud", "L1.3", &["bolig", "husleie", "innflytting", "leietid"]),
            Self::OfferAnswer => ("svar-på-tilbud", "fvl. § 11", &["svar_innen", "takker_du_nei"]),
            Self::AppealReceived => ("klage-mottatt", "fvl. § 33", &["klage_mottatt", "klaget_på", "klageinstans"]),
            Self::Mending => ("mangler", "fvl. §§ 32 og 33", &["klage_mangler", "rettes_innen", "hjemmel"]),
            Self::AppealForwarded => {
                ("oversendt", "fvl. § 33", &["klage_mottatt", "klaget_på", "oversendt_dato", "klageinstans"])
            }
            Self::Statement => ("uttalelse", "fvl. § 33", &["uttalelse"]),
            Self::Result => {
                ("resultat", "fvl. §§ 27 og 34", &["klage_resultat", "resultat", "avgjort_av", "avgjort_dato"])
            }
            Self::Onward => ("videre", "fvl. §§ 27 og 28", &["videre"]),
        }
    }

    /// Beginnings of words of which one must stand in it, in either written form: what it speaks of where it has no facts
    /// of the case to tell. None where the placeholders are enough.
    pub(crate) const fn speaks_of(self) -> &'static [&'static str] {
        match self {
            Self::Access => &["dokument"],
            Self::Guidance => &["veiled", "rettlei"],
            Self::Costs => &["kostnad", "utgift"],
            Self::Deferral => &["iverks", "vente"],
            Self::Received
            | Self::AnswerExpected
            | Self::Documents
            | Self::Forwarded
            | Self::Notice
            | Self::Comment
            | Self::Decision
            | Self::Help
            | Self::Conditions
            | Self::FollowUp
            | Self::Reasons
            | Self::Appeal
            | Self::Contact
            | Self::Offer
            | Self::OfferAnswer
            | Self::AppealReceived
            | Self::Mending
            | Self::AppealForwarded
            | Self::Statement
            | Self::Result
            | Self::Onward => &[],
        }
    }

    /// Placeholders of which one is enough in a letter, since the others say the opposite.
    pub(crate) const fn one_is_enough(self) -> bool {
        matches!(self, Self::FollowUp)
    }
}
