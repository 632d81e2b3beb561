use jiff::civil::Date;

use crate::letter::Language;
use crate::values::Values;

/// Confirms that an appeal came in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AppealReceived {
    pub received: Date,
    /// The day of the decision that is appealed.
    pub decided: Date,
    /// The day by which the office has looked at its decision again.
    pub answer_by: Date,
    /// Who decides the appeal if the office upholds its decision.
    pub body: String,
    /// What the appeal lacks (*fvl.* § 32), with the last day to mend it.
    pub defects: Vec<String>,
    pub mend_by: Option<Date>,
}

/// Tells the party that the appeal was sent on, with the office's statement (*fvl.* § 33).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AppealForwarded {
    pub received: Date,
    pub decided: Date,
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
    pub decided: Date,
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

impl AppealReceived {
    pub(super) fn values(&self) -> Values {
        Values::default()
            .date("klage_mottatt", self.received)
            .date("vedtak_dato", self.decided)
            .date("svar_innen", self.answer_by)
            .text("klageinstans", &self.body)
            .list("klage_mangler", &self.defects)
            .maybe_date("rettes_innen", self.mend_by)
    }
}

impl AppealForwarded {
    pub(super) fn values(&self) -> Values {
        Values::default()
            .date("klage_mottatt", self.received)
            .date("vedtak_dato", self.decided)
            .text("klageinstans", &self.body)
            .date("oversendt_dato", self.forwarded)
            .list("uttalelse", &self.statement)
    }
}

impl AppealOutcome {
    /// To follow "Resultatet er at": a clause.
    fn said(self, language: Language) -> &'static str {
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
}

impl AppealResult {
    pub(super) fn values(&self, language: Language) -> Values {
        Values::default()
            .text("klage_resultat", self.outcome.said(language))
            .date("klage_mottatt", self.received)
            .date("vedtak_dato", self.decided)
            .text("avgjort_av", &self.by)
            .date("avgjort_dato", self.on)
            .list("resultat", &self.text)
            .list("begrunnelse", &self.reasons)
            .list("videre", &self.onward)
    }
}
