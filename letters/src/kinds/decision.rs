use jiff::civil::Date;

use crate::blocks::Block;
use crate::letter::Language;
use crate::values::Values;
use crate::words;

/// What was decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Outcome {
    #[doc(alias = "innvilgelse")]
    Grant,
    #[doc(alias = "delvis innvilget")]
    Partial,
    #[doc(alias = "avslag")]
    Refusal,
    #[doc(alias = "forlengelse")]
    Extension,
    #[doc(alias = "avvisning")]
    Dismissal,
    /// The applicant took the application back: the case is closed, nothing is decided about a right.
    #[doc(alias = "trukket")]
    Withdrawal,
    #[doc(alias = "omgjøring")]
    Reversal,
}

/// A decision as its letter tells it (`law.md` 1.4).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    pub outcome: Outcome,
    /// The day the application came in.
    pub received: Date,
    /// What is decided: whole sentences, a paragraph each.
    pub text: Vec<String>,
    /// What, from when and for how long: size, rooms, lease, what the home must have (`L1.3`). `None` when nothing is
    /// given, or when [`Self::help`] tells it all.
    pub terms: Option<Vec<String>>,
    /// The law or rule the decision stands on.
    pub legal_basis: String,
    /// Rules, facts and considerations (*fvl.* §§ 24–25, `L1.7`): a paragraph each.
    pub reasons: Vec<String>,
    pub conditions: Vec<Condition>,
    /// The main content of the help. `None` unless the decision is made under *boligsosialloven* § 7.
    pub help: Option<Vec<String>>,
    /// `None` when the decision is not about a home.
    pub follow_up: Option<FollowUp>,
    /// `None` only where nothing can be appealed.
    pub appeal: Option<AppealRight>,
    /// It can be carried out to the party's harm before an appeal is decided (*fvl.* § 42).
    pub may_be_carried_out_first: bool,
    /// Costs may be covered when a decision is changed in the party's favour (*fvl.* § 36).
    pub costs_may_be_covered: bool,
}

/// The placeholder of what is given.
pub(super) const TERMS: &str = "vedtaket_gjelder";

/// A condition and what allows it.
#[doc(alias = "vilkår")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Condition {
    pub text: String,
    pub legal_basis: String,
    /// Why it is set in this case.
    pub reason: String,
}

/// What was decided about help to live in the home.
#[doc(alias = "booppfølging")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FollowUp {
    Granted { what: Vec<String> },
    Refused { reason: String },
    NotNeeded { reason: String },
}

/// The right to appeal, as a calculated rule (`L1.1`, `L1.8`).
#[doc(alias = "klagerett")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AppealRight {
    /// Three weeks, or four for 24-hour care.
    pub weeks: u8,
    /// The last day to appeal.
    pub last_day: Date,
    pub counted: Counted,
    /// Who decides the appeal.
    #[doc(alias = "klageinstans")]
    pub body: String,
}

/// From when the time to appeal is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counted {
    /// From when the letter is presumed to arrive by post.
    Presumed { arrives: Date },
    /// From when the letter was known to arrive.
    Arrived { on: Date },
    /// From when the decision was ready and the notification of it was sent.
    Digitally { on: Date },
}

impl Decision {
    pub(super) fn prints(&self, block: Block) -> bool {
        match block {
            Block::Help => self.help.is_some(),
            Block::Conditions => !self.conditions.is_empty(),
            Block::FollowUp => self.follow_up.is_some(),
            Block::Deferral => self.may_be_carried_out_first,
            Block::Costs => self.costs_may_be_covered,
            Block::Received
            | Block::AnswerExpected
            | Block::Documents
            | Block::Forwarded
            | Block::Notice
            | Block::Comment
            | Block::Decision
            | Block::Reasons
            | Block::Appeal
            | Block::Access
            | Block::Guidance
            | Block::Contact
            | Block::Offer
            | Block::OfferAnswer
            | Block::AppealReceived
            | Block::Mending
            | Block::AppealForwarded
            | Block::Statement
            | Block::Result
            | Block::Onward => true,
        }
    }

    /// Whether the letter has to fill a placeholder that letters of its kind have.
    pub(super) fn must_say(&self, placeholder: &str) -> bool {
        placeholder != TERMS || self.terms.is_some()
    }

    pub(super) fn values(&self, language: Language) -> Values {
        let conditions: Vec<String> = self.conditions.iter().map(Condition::told).collect();
        let (granted, refused, not_needed) = match &self.follow_up {
            Some(FollowUp::Granted { what }) => (what.as_slice(), "", ""),
            Some(FollowUp::Refused { reason }) => (&[][..], reason.as_str(), ""),
            Some(FollowUp::NotNeeded { reason }) => (&[][..], "", reason.as_str()),
            None => (&[][..], "", ""),
        };
        Values::default()
            .date("mottatt_dato", self.received)
            .list("vedtak", &self.text)
            .list(TERMS, self.terms.as_deref().unwrap_or_default())
            .text("hjemmel", &self.legal_basis)
            .list("begrunnelse", &self.reasons)
            .list("vilkår", &conditions)
            .list("hjelpen", self.help.as_deref().unwrap_or_default())
            .list("oppfølging", granted)
            .text("oppfølging_avslag", refused)
            .text("oppfølging_ikke_behov", not_needed)
            .all(AppealRight::values(self.appeal.as_ref(), language))
    }
}

impl Condition {
    /// What is asked, by which law, and why here.
    fn told(&self) -> String {
        let asked = format!("{} ({}).", self.text.trim().trim_end_matches('.'), self.legal_basis.trim());
        [asked.as_str(), self.reason.trim()].join(" ").trim_end().to_owned()
    }
}

impl AppealRight {
    fn values(right: Option<&Self>, language: Language) -> Values {
        let length = right.map(|right| words::weeks(right.weeks, language)).unwrap_or_default();
        let explained = right.map(|right| right.counted.explained(language)).unwrap_or_default();
        Values::default()
            .text("klagefrist_lengde", &length)
            .text("klagefrist_dato", &right.map(|right| words::date(right.last_day)).unwrap_or_default())
            .text("klagefrist_regnes_fra", &explained)
            .text("klageinstans", right.map(|right| right.body.as_str()).unwrap_or_default())
    }
}

impl Counted {
    /// How the day was found, in plain words.
    fn explained(self, language: Language) -> String {
        match (self, language) {
            (Self::Presumed { arrives }, Language::Bokmal) => {
                let day = words::date(arrives);
                format!(
                    "Vi har regnet med at brevet når deg senest {day}. Får du det senere, har du tilsvarende lengre \
                     tid."
                )
            }
            (Self::Presumed { arrives }, Language::Nynorsk) => {
                let day = words::date(arrives);
                format!(
                    "Vi har rekna med at brevet når deg seinast {day}. Får du det seinare, har du tilsvarande lengre \
                     tid."
                )
            }
            (Self::Arrived { on }, Language::Bokmal) => format!("Brevet nådde deg {}.", words::date(on)),
            (Self::Arrived { on }, Language::Nynorsk) => format!("Brevet nådde deg {}.", words::date(on)),
            (Self::Digitally { on }, Language::Bokmal) => {
                format!("Fristen regnes fra {}, da du fikk melding om at vedtaket lå klart.", words::date(on))
            }
            (Self::Digitally { on }, Language::Nynorsk) => {
                format!("Fristen blir rekna frå {}, då du fekk melding om at vedtaket låg klart.", words::date(on))
            }
        }
    }
}
