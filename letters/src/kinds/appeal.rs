use jiff::civil::Date;

use crate::letter::Language;
use crate::values::Values;
use crate::words;

/// What an appeal is on, and the day of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Appealed {
    Decision(Date),
    /// An earlier appeal was dismissed.
    #[doc(alias = "avvisning")]
    Dismissal(Date),
}

/// Confirms that an appeal came in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AppealReceived {
    pub received: Date,
    pub appealed: Appealed,
    /// The day by which the office has looked at its decision again.
    pub answer_by: Date,
    /// Who decides the appeal if the office upholds its decision.
    pub body: String,
}

/// Asks the party to mend an appeal (*fvl.* § 32).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AppealMending {
    pub received: Date,
    pub appealed: Appealed,
    /// What is needed: an item each.
    pub needed: Vec<String>,
    pub mend_by: Date,
    /// What lets the office dismiss an appeal that is not mended.
    pub legal_basis: String,
}

/// Tells the party that the appeal was sent on, with the office's statement (*fvl.* § 33).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AppealForwarded {
    pub received: Date,
    pub appealed: Appealed,
    pub body: String,
    pub forwarded: Date,
    /// Why the office upholds its decision: a paragraph each.
    pub statement: Vec<String>,
}

/// What became of an appeal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AppealOutcome {
    #[doc(alias = "medhold")]
    Granted,
    #[doc(alias = "delvis medhold")]
    PartlyGranted,
    #[doc(alias = "opprettholdt")]
    Upheld,
    #[doc(alias = "endret til skade")]
    ChangedToHarm,
    /// The decision is set aside and is made anew.
    #[doc(alias = "opphevet")]
    Annulled,
    #[doc(alias = "avvist")]
    Dismissed,
}

/// The result of an appeal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AppealResult {
    pub outcome: AppealOutcome,
    pub received: Date,
    pub appealed: Appealed,
    /// Who decided the appeal: the office itself, or the appeal body.
    pub by: String,
    pub on: Date,
    /// What it means for the party: a paragraph each.
    pub text: Vec<String>,
    pub reasons: Vec<String>,
    /// What the party can do now: further appeal, courts, the ombud; a paragraph each.
    pub onward: Vec<String>,
    /// The last day of a further appeal, where there is one: `onward` names it.
    pub appeal_by: Option<Date>,
}

impl Appealed {
    const fn day(self) -> Date {
        match self {
            Self::Decision(day) | Self::Dismissal(day) => day,
        }
    }

    /// To follow "klagen gjelder".
    fn said(self, language: Language) -> String {
        let day = words::date(self.day());
        match (self, language) {
            (Self::Decision(_), Language::Bokmal) => format!("vedtaket fra {day}"),
            (Self::Decision(_), Language::Nynorsk) => format!("vedtaket frå {day}"),
            (Self::Dismissal(_), Language::Bokmal) => format!("avvisningen {day} av den første klagen din"),
            (Self::Dismissal(_), Language::Nynorsk) => format!("avvisinga {day} av den første klaga di"),
        }
    }

    fn values(self, language: Language) -> Values {
        Values::default().date("vedtak_dato", self.day()).text("klaget_på", &self.said(language))
    }
}

impl AppealReceived {
    pub(super) fn values(&self, language: Language) -> Values {
        Values::default()
            .date("klage_mottatt", self.received)
            .date("svar_innen", self.answer_by)
            .text("klageinstans", &self.body)
            .all(self.appealed.values(language))
    }
}

impl AppealMending {
    pub(super) fn values(&self, language: Language) -> Values {
        Values::default()
            .date("klage_mottatt", self.received)
            .list("klage_mangler", &self.needed)
            .date("rettes_innen", self.mend_by)
            .text("hjemmel", &self.legal_basis)
            .all(self.appealed.values(language))
    }
}

impl AppealForwarded {
    pub(super) fn values(&self, language: Language) -> Values {
        Values::default()
            .date("klage_mottatt", self.received)
            .text("klageinstans", &self.body)
            .date("oversendt_dato", self.forwarded)
            .list("uttalelse", &self.statement)
            .all(self.appealed.values(language))
    }
}

impl AppealOutcome {
    /// To follow "Resultatet er at": a clause.
    fn said(self, appealed: Appealed, language: Language) -> &'static str {
        if let Appealed::Dismissal(_) = appealed
            && let Some(said) = self.said_of_dismissal(language)
        {
            return said;
        }
        match (self, language) {
            (Self::Granted, Language::Bokmal) => "du har fått medhold i klagen",
            (Self::Granted, Language::Nynorsk) => "du har fått medhald i klaga",
            (Self::PartlyGranted, Language::Bokmal) => "du har fått delvis medhold i klagen",
            (Self::PartlyGranted, Language::Nynorsk) => "du har fått delvis medhald i klaga",
            (Self::Upheld, Language::Bokmal) => "vedtaket blir stående, og du har ikke fått medhold",
            (Self::Upheld, Language::Nynorsk) => "vedtaket blir ståande, og du har ikkje fått medhald",
            (Self::ChangedToHarm, Language::Bokmal) => "vedtaket er endret, og du får mindre enn før",
            (Self::ChangedToHarm, Language::Nynorsk) => "vedtaket er endra, og du får mindre enn før",
            (Self::Annulled, Language::Bokmal) => "vedtaket er opphevet, og saken skal behandles på nytt",
            (Self::Annulled, Language::Nynorsk) => "vedtaket er oppheva, og saka skal behandlast på nytt",
            (Self::Dismissed, Language::Bokmal) => "klagen er avvist",
            (Self::Dismissed, Language::Nynorsk) => "klaga er avvist",
        }
    }

    /// Where the appeal was on a dismissal and not on the decision itself, and that makes a difference.
    const fn said_of_dismissal(self, language: Language) -> Option<&'static str> {
        match (self, language) {
            (Self::Granted | Self::Annulled, Language::Bokmal) => {
                Some("avvisningen er opphevet, og den første klagen din skal behandles")
            }
            (Self::Granted | Self::Annulled, Language::Nynorsk) => {
                Some("avvisinga er oppheva, og den første klaga di skal behandlast")
            }
            (Self::Upheld, Language::Bokmal) => Some("avvisningen blir stående, og du har ikke fått medhold"),
            (Self::Upheld, Language::Nynorsk) => Some("avvisinga blir ståande, og du har ikkje fått medhald"),
            (Self::PartlyGranted | Self::ChangedToHarm | Self::Dismissed, Language::Bokmal | Language::Nynorsk) => None,
        }
    }
}

impl AppealResult {
    pub(super) fn values(&self, language: Language) -> Values {
        Values::default()
            .text("klage_resultat", self.outcome.said(self.appealed, language))
            .date("klage_mottatt", self.received)
            .all(self.appealed.values(language))
            .text("avgjort_av", &self.by)
            .date("avgjort_dato", self.on)
            .list("resultat", &self.text)
            .list("begrunnelse", &self.reasons)
            .list("videre", &self.onward)
    }
}
