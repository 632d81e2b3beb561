//! What a home and a household are found to be to each other.

use super::rules::OpenQuestions;
use super::score::Score;
use crate::Date;
use crate::dwellings::{Category, Rooms};
use crate::money::Ore;
use crate::needs::{Access, FollowUpLevel, NeedKind};
use crate::people::HouseholdSize;

code_list! {
    /// What is looked at, in the order that people would ask.
    Clause "fit-clause" {
        Category = "KATEGORI", Rooms = "ROM", Access = "TILGJENGELIGHET", Rent = "HUSLEIE",
        ImpossibleArea = "UMULIG_OMRAADE", WishedArea = "ONSKET_OMRAADE", NearAndFar = "NAERHET",
        FollowUp = "OPPFOLGING", Pets = "HUSDYR", Neighbours = "NABOER", Lease = "LEIETID",
    }
}

code_list! {
    /// What a clause answers.
    FitAnswer "fit-answer" {
        Fits = "PASSER", DoesNot = "PASSER_IKKE",
        /// The facts are there, and a person must weigh them.
        NeedsJudgement = "SKJONN",
        /// A fact is not known. Never a no.
        Missing = "MANGLER",
    }
}

code_list! {
    /// What a clause found: a sentence for people, to which its facts give the figures.
    Found "fit-found" {
        RightCategory = "RETT_KATEGORI", WrongCategory = "FEIL_KATEGORI", KindUnknown = "BEHOVSTYPE_UKJENT",
        RightRooms = "PASSE_ROM", SpareRooms = "ROM_TIL_OVERS", TooFewRooms = "FOR_FAA_ROM",
        TooManyRooms = "FOR_MANGE_ROM", RoomsUnknown = "ROM_UKJENT", SizeUnknown = "HUSSTAND_UKJENT",
        NoAccessNeeded = "INGEN_KRAV", AccessMet = "KRAV_OPPFYLT", AccessLacks = "KRAV_MANGLER",
        AccessOfHomeUnknown = "BOLIG_UKJENT", AccessNotAsked = "KRAV_UKJENT",
        WithinMeans = "RAAD_TIL", AboveMeans = "IKKE_RAAD", IncomeUnknown = "INNTEKT_UKJENT",
        RentUnknown = "LEIE_UKJENT",
        AreaPossible = "MULIG_OMRAADE", AreaImpossible = "UMULIG_OMRAADE", AreaUnknown = "OMRAADE_UKJENT",
        AreaInWords = "OMRAADE_FRITEKST",
        NoAreaWished = "INGEN_ONSKER", InWishedArea = "I_ONSKET", OutsideWishedArea = "UTENFOR_ONSKET",
        NothingNearOrFar = "INGEN_NAERHET", NearToWeigh = "NAER_NOE", FarToWeigh = "UNNA_NOE",
        FollowUpComes = "OPPFOLGING_KOMMER", FollowUpOffered = "OPPFOLGING_GIS",
        TooLittleFollowUp = "FOR_LITE_OPPFOLGING", StaffNotNeeded = "BEMANNING_UNODIG",
        FollowUpOfHomeUnknown = "BEMANNING_UKJENT", FollowUpUnknown = "OPPFOLGING_UKJENT",
        NoPets = "INGEN_DYR", PetsAllowed = "DYR_TILLATT", PetsNotAllowed = "DYR_FORBUDT",
        PetsOfHouseholdUnknown = "DYR_UKJENT", PetsOfHomeUnknown = "DYREREGEL_UKJENT",
        NobodyToAvoid = "INGEN_UNNGAAS", SomebodyToAvoid = "NOEN_UNNGAAS",
        NamedGroupDecides = "NAVNGITT_GRUPPE",
        LeaseNotLimited = "LEIETID_FRI", LeaseLongEnough = "LEIETID_NOK", LeaseTooShort = "LEIETID_KORT",
    }
}

code_list! {
    /// A fact that a clause used.
    FactName "fit-fact" {
        Category = "KATEGORI", Kind = "BEHOV", Rooms = "ROM", Least = "MINST", Most = "HOYST", Household = "HUSSTAND",
        ContactChildren = "SAMVAER", Needs = "KRAV", Floor = "ETASJE", Rent = "LEIE", Income = "INNTEKT",
        Share = "ANDEL", Limit = "GRENSE", Area = "OMRAADE", Words = "ORD", Needed = "TRENGER", Offered = "TILBYR",
        Until = "TIL", Months = "MAANEDER",
    }
}

impl FactName {
    /// Whether it tells something of the household beyond how many they are; the others tell of the home or the rule.
    pub const fn is_of_household(self) -> bool {
        match self {
            Self::Kind
            | Self::ContactChildren
            | Self::Needs
            | Self::Income
            | Self::Share
            | Self::Words
            | Self::Needed
            | Self::Months => true,
            Self::Category
            | Self::Rooms
            | Self::Least
            | Self::Most
            | Self::Household
            | Self::Floor
            | Self::Rent
            | Self::Limit
            | Self::Area
            | Self::Offered
            | Self::Until => false,
        }
    }
}

/// A fact with its value.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Fact {
    pub name: FactName,
    pub value: FactValue,
}

/// What a fact is.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FactValue {
    Category(Category),
    Kind(NeedKind),
    Rooms(Rooms),
    Household(HouseholdSize),
    Access(Access),
    Level(FollowUpLevel),
    Money(Ore),
    Percent(u16),
    Number(i32),
    Day(Date),
    Text(String),
}

/// What one clause answered, from which facts.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct ClauseResult {
    pub clause: Clause,
    pub answer: FitAnswer,
    pub found: Found,
    pub facts: Vec<Fact>,
    /// Where the rule stands written, as the municipality words it.
    pub rule: String,
}

impl ClauseResult {
    /// The home is otherwise than the rule asks, or nobody knows, and the rule lets only the score tell.
    pub fn is_only_scored(&self) -> bool {
        self.answer == FitAnswer::Fits && !self.found.is_as_asked()
    }
}

impl Found {
    /// The home is as the clause asks.
    const fn is_as_asked(self) -> bool {
        match self {
            Self::RightCategory
            | Self::RightRooms
            | Self::SpareRooms
            | Self::NoAccessNeeded
            | Self::AccessMet
            | Self::WithinMeans
            | Self::AreaPossible
            | Self::NoAreaWished
            | Self::InWishedArea
            | Self::NothingNearOrFar
            | Self::FollowUpComes
            | Self::FollowUpOffered
            | Self::NoPets
            | Self::PetsAllowed
            | Self::NobodyToAvoid
            | Self::LeaseNotLimited
            | Self::LeaseLongEnough => true,
            Self::WrongCategory
            | Self::KindUnknown
            | Self::TooFewRooms
            | Self::TooManyRooms
            | Self::RoomsUnknown
            | Self::SizeUnknown
            | Self::AccessLacks
            | Self::AccessOfHomeUnknown
            | Self::AccessNotAsked
            | Self::AboveMeans
            | Self::IncomeUnknown
            | Self::RentUnknown
            | Self::AreaImpossible
            | Self::AreaUnknown
            | Self::AreaInWords
            | Self::OutsideWishedArea
            | Self::NearToWeigh
            | Self::FarToWeigh
            | Self::TooLittleFollowUp
            | Self::StaffNotNeeded
            | Self::FollowUpOfHomeUnknown
            | Self::FollowUpUnknown
            | Self::PetsNotAllowed
            | Self::PetsOfHouseholdUnknown
            | Self::PetsOfHomeUnknown
            | Self::SomebodyToAvoid
            | Self::NamedGroupDecides
            | Self::LeaseTooShort => false,
        }
    }
}

/// A household and a home, held against each other.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Fit {
    /// In the order of [`Clause`].
    pub clauses: Vec<ClauseResult>,
    pub score: Score,
    pub open_questions: OpenQuestions,
}

code_list! {
    /// What the clauses say together.
    FitReading "fit-reading" { Fits = "PASSER", ToClarify = "MA_AVKLARES", DoesNot = "PASSER_IKKE" }
}

impl Fit {
    /// What the clauses say together: one that does not fit is enough, and a question that is open stays open.
    pub fn reading(&self) -> FitReading {
        match self.in_the_way().map(|result| result.answer) {
            Some(FitAnswer::DoesNot) => FitReading::DoesNot,
            Some(FitAnswer::NeedsJudgement | FitAnswer::Missing) => FitReading::ToClarify,
            Some(FitAnswer::Fits) | None => FitReading::Fits,
        }
    }

    /// Whether the household can be proposed for the home, by what the rules say of open questions.
    pub fn may_be_proposed(&self) -> bool {
        match (self.reading(), self.open_questions) {
            (FitReading::Fits, _) | (FitReading::ToClarify, OpenQuestions::Propose) => true,
            (FitReading::ToClarify, OpenQuestions::LeaveOut) | (FitReading::DoesNot, _) => false,
        }
    }

    /// The points, for a home that can come to be proposed.
    pub fn points(&self) -> Option<u32> {
        (self.reading() != FitReading::DoesNot).then_some(self.score.total)
    }

    /// The first thing that stands in the way: what does not fit goes before what is not known, and that before
    /// what somebody must weigh.
    pub fn in_the_way(&self) -> Option<&ClauseResult> {
        let first = |answer| self.clauses.iter().find(move |result| result.answer == answer);
        first(FitAnswer::DoesNot).or_else(|| first(FitAnswer::Missing)).or_else(|| first(FitAnswer::NeedsJudgement))
    }

    /// Everything that must be cleared up before the home can be given.
    pub fn open(&self) -> impl Iterator<Item = &ClauseResult> {
        let is_open = |result: &&ClauseResult| match result.answer {
            FitAnswer::NeedsJudgement | FitAnswer::Missing => true,
            FitAnswer::Fits | FitAnswer::DoesNot => false,
        };
        self.clauses.iter().filter(is_open)
    }

    /// The result of one clause, when the rules ask for it.
    pub fn of(&self, clause: Clause) -> Option<&ClauseResult> {
        self.clauses.iter().find(|result| result.clause == clause)
    }
}
