//! What the rules answer: ground by ground, with the facts that were used.

use super::facts::{Basis, Purchase, StayBasis};
use super::{AgeException, TimeException};
use crate::Date;
use crate::applications::HousingSituation;
use crate::both_forms::BothForms;
use crate::money::Ore;
use crate::people::HouseholdSize;

code_list! {
    /// A ground that a municipality's rules may ask for (*vilkår*). The codes are those of refusals.
    #[doc(alias = "vilkår")]
    #[doc(alias = "grunnvilkår")]
    Ground "ground" {
        Age = "ALDER", TimeHere = "BOTID", LawfulStay = "OPPHOLD", WithoutHome = "EGNET", Income = "INNTEKT",
        Wealth = "FORMUE", KeptAgreements = "MISLIGHOLD", Quarantine = "KARANTENE", CannotBuy = "STARTLAN",
        TargetGroup = "MAALGR", OwnEffort = "EGENINNSATS",
    }
}

code_list! {
    /// What a ground answers.
    Answer "answer" {
        Met = "OPPFYLT", NotMet = "IKKE_OPPFYLT",
        /// The facts are there, and a person must weigh them.
        JudgementNeeded = "SKJONN",
        /// A fact is not known. Never a no.
        Missing = "MANGLER",
    }
}

code_list! {
    /// A fact that a ground looks at, or a limit that it compares with.
    FactName "fact" {
        Age = "ALDER", LeastAge = "MINSTE_ALDER", AgeException = "UNNTAK_ALDER", HereSince = "BODD_SIDEN",
        LeastMonths = "MINSTE_BOTID", TimeException = "UNNTAK_BOTID", StayBasis = "OPPHOLD",
        StayUntil = "OPPHOLD_TIL", Situation = "SITUASJON", LeaseUntil = "LEIEKONTRAKT_TIL",
        LeaseMonths = "KONTRAKT_REST", Household = "HUSSTAND", Income = "INNTEKT", IncomeBasis = "INNTEKT_ART",
        IncomeLimit = "INNTEKTSGRENSE", Wealth = "FORMUE", WealthLimit = "FORMUESGRENSE", OverdueLoan = "SKYLDIG_LAN",
        OverdueRent = "SKYLDIG_HUSLEIE", OverdueOther = "SKYLDIG_ANNET", Evicted = "UTKASTET",
        QuarantineUntil = "KARANTENE_TIL", Purchase = "KJOP",
    }
}

/// A fact with its value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Fact {
    pub name: FactName,
    pub value: FactValue,
}

/// What a fact is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FactValue {
    /// Nobody has asked, or been told.
    Unknown,
    /// It was asked, and there is none.
    Nothing,
    Day(Date),
    Years(i16),
    Months(i16),
    Money(Ore),
    Household(HouseholdSize),
    AgeException(AgeException),
    TimeException(TimeException),
    Stay(StayBasis),
    Situation(HousingSituation),
    Basis(Basis),
    Purchase(Purchase),
}

/// What one ground answered, from which facts, by which clause.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct GroundResult {
    pub ground: Ground,
    /// What the rule says by itself.
    pub by_rule: Answer,
    pub facts: Vec<Fact>,
    /// Where the rule stands written, as the municipality words it.
    pub clause: BothForms,
    /// Counts only where the rule leaves it to a person.
    pub judgement: Option<Judgement>,
}

/// What a person found on a ground that the rules leave to judgement.
#[doc(alias = "skjønn")]
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Judgement {
    pub ground: Ground,
    pub met: bool,
    pub reasons: String,
    /// The officer.
    pub by: String,
    pub day: Date,
}

/// Which rules an assessment was made by: a decision keeps it.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct RulesUsed {
    pub name: String,
    pub valid_from: Date,
    pub source: String,
}

/// The rules held against the facts of a case on a day.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Assessment {
    pub rules: RulesUsed,
    pub day: Date,
    pub grounds: Vec<GroundResult>,
}

code_list! {
    /// What the grounds say together. It proposes; a person decides.
    Reading "reading" {
        MayBeGranted = "KAN_INNVILGES", GroundInTheWay = "VILKAR_MANGLER", JudgementNeeded = "SKJONN",
        FactsMissing = "OPPLYSNINGER_MANGLER",
    }
}

impl GroundResult {
    /// What counts: the rule's answer, or the judgement where the rule asks for one.
    pub fn answer(&self) -> Answer {
        match (self.by_rule, &self.judgement) {
            (Answer::JudgementNeeded, Some(judgement)) if judgement.met => Answer::Met,
            (Answer::JudgementNeeded, Some(_)) => Answer::NotMet,
            (by_rule, _) => by_rule,
        }
    }

    /// The facts that nobody has told us yet.
    pub fn missing(&self) -> impl Iterator<Item = FactName> {
        self.facts.iter().filter(|fact| fact.value == FactValue::Unknown).map(|fact| fact.name)
    }
}

impl Assessment {
    /// The assessment with what people have found. The newest judgement of a ground counts, and only
    /// where the rule leaves the ground to a person: what a fact settles, nobody can judge away.
    #[must_use]
    pub fn with_judgements(mut self, judgements: &[Judgement]) -> Self {
        for result in &mut self.grounds {
            let of_ground = judgements.iter().filter(|judgement| judgement.ground == result.ground);
            let newest = of_ground.max_by_key(|judgement| judgement.day).cloned();
            result.judgement = newest.filter(|_| result.by_rule == Answer::JudgementNeeded);
        }
        self
    }

    /// What the grounds say together: a ground that is not met goes before facts that are missing, and
    /// those before what is left to judge.
    pub fn reading(&self) -> Reading {
        let any = |answer| self.grounds.iter().any(|result| result.answer() == answer);
        if any(Answer::NotMet) {
            Reading::GroundInTheWay
        } else if any(Answer::Missing) {
            Reading::FactsMissing
        } else if any(Answer::JudgementNeeded) {
            Reading::JudgementNeeded
        } else {
            Reading::MayBeGranted
        }
    }

    /// The result of one ground, when the rules ask for it.
    pub fn of(&self, ground: Ground) -> Option<&GroundResult> {
        self.grounds.iter().find(|result| result.ground == ground)
    }
}
