//! The question every housing decision answers: does the household get help to live there?

code_list! {
    /// What the follow-up consists of (*oppfølgingstype*).
    #[doc(alias = "oppfølgingstype")]
    FollowUpKind "follow-up-kind" {
        MoneyAdvice = "OKVEIL", LivingInNorway = "BOINORGE", Cleaning = "RENHOLD", Upkeep = "VEDL", Nutrition = "ERN",
        CopingWithIllness = "SYKMEST", DecisionFollowUp = "VEDTAKOPPF", Coordination = "KOORD", Occupation = "SYSSEL",
        Motivation = "MOTIV", LivingPractice = "BOTRENING", SocialPractice = "SOSTREN", Network = "NETTV",
        MealPlanning = "MATPLAN", Neighbours = "NABO",
    }
}

/// What was decided about follow-up.
#[doc(alias = "booppfølging")]
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(tag = "answer", rename_all = "kebab-case")]
pub enum FollowUpAnswer {
    /// These kinds, at least one.
    Granted { kinds: Vec<FollowUpKind> },
    /// Asked for or needed, and refused for this reason.
    Refused { reason: String },
    /// Found not needed.
    NotNeeded,
}

impl FollowUpAnswer {
    /// Whether it can stand as it is: a grant names a kind, a refusal its reason.
    pub fn is_complete(&self) -> bool {
        match self {
            Self::Granted { kinds } => !kinds.is_empty(),
            Self::Refused { reason } => !reason.trim().is_empty(),
            Self::NotNeeded => true,
        }
    }
}
