//! Applications for a home as they came in.

use crate::Date;
use crate::dwellings::Rooms;
use crate::money::Ore;
use crate::people::{HouseholdSize, PersonFacts, TargetGroup};

mod answers;
mod check;
mod clock;
mod incomes;
mod mandate;
mod stated;
#[cfg(test)]
mod tests;

pub use answers::{
    AlsoKnown, Answers, AskedInWords, Channel, ConsentTo, Contact, ContactWay, Custody, Economy, Enclosure, Health,
    HelpWanted, HomeNow, LeavesPlace, Leaving, Missing, NeedReason, NoticeBy, OwnEffort, RepresentativeRole, Signed,
    StayHere, Wish,
};
pub use check::ApplicationProblem;
pub use clock::Clock;
pub use incomes::{Income, IncomeSource, MemberSaid};
pub use mandate::{GuardianMandates, Mandate, Reach};

code_list! {
    /// What is applied for (*søknadstype*). Renewal and exchange come from those who already live in a
    /// municipal home, and do not count as new applicants.
    #[doc(alias = "søknadstype")]
    ApplicationKind "application-kind" {
        New = "NY", Exchange = "BYTTE", Renewal = "FORL", NewMember = "OPPTAK", CareHome = "OMS", HousingHelp = "BOSL",
    }
}

code_list! {
    /// Where an application stands (*søknadsstatus*).
    ApplicationStatus "application-status" {
        Received = "MOTTATT", AwaitingDocuments = "MANGLER", Forwarded = "VIDERESENDT", InProgress = "KARTLEGGES",
        WithAllocationTeam = "TILTEAM", Granted = "VEDTATT_JA", Refused = "VEDTATT_NEI", Dismissed = "AVVIST",
        WaitingForHome = "VENTELISTE", Offered = "TILBUD", OfferDeclined = "TAKKETNEI", Housed = "KONTRAKT",
        Withdrawn = "TRUKKET", Lapsed = "BORTFALT", Appealed = "KLAGE",
    }
}

code_list! {
    /// How an application was decided, as the overview and the list tell it.
    Outcome "application-outcome" {
        Granted = "INNVILGET", Refused = "AVSLATT",
    }
}

code_list! {
    /// How the applicant lives today (*boligsituasjon*).
    HousingSituation "situation" {
        Rough = "UTE", Emergency = "AKUTTOV", Temporary = "MIDL", CrisisCentre = "KRISE", Prison = "FENGSEL2",
        Institution = "INST2", WithFriends = "VENNER", Reception = "MOTTAK", EvictionRequested = "BEGJAERT",
        NoValidLease = "UGYLDIG", LeaseEnding = "UTLOP", CostTooHigh = "BOUTGIFT", PoorStandard = "DARLIG",
        NotAdapted = "UTILPASSET", TooSmall = "TRANGT", WithParents = "FORELDRE", StrainedNeighbourhood = "BELASTET",
        MunicipalHome = "KOMMUNAL", PrivateRental = "PRIVLEIE", Owner = "EIER", WithRelatives = "PARORENDE",
    }
}

/// An application as it came in.
#[doc(alias = "søknad")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ApplicationFacts {
    pub applicant: PersonFacts,
    /// `None` when the file or form does not say.
    pub kind: Option<ApplicationKind>,
    /// The day it reached the municipality.
    pub received: Date,
    pub size: Option<HouseholdSize>,
    pub situation: Option<HousingSituation>,
    pub target_groups: Vec<TargetGroup>,
    /// Rooms asked for, when the file or form says so.
    pub rooms: Option<Rooms>,
    pub wished_area: Option<String>,
    /// `None` when the question was not asked.
    pub wheelchair: Option<bool>,
    /// Net income per month.
    pub income: Option<Ore>,
    pub status: ApplicationStatus,
    pub decided: Option<Date>,
    /// The officer's short name in the office's own list.
    pub officer: Option<String>,
    pub note: Option<String>,
}
