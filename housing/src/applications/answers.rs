//! What an application says, section by section (`practice.md` B2, A and C–N). Everything may be unanswered.

use super::incomes::{Income, IncomeSource, MemberSaid};
use crate::Date;
use crate::assessment::{StayBasis, TimeException};
use crate::decisions::FollowUpKind;
use crate::dwellings::Rooms;
use crate::money::Ore;
use crate::needs::{Access, HistoryRow, NeedKind};
use serde::{Deserialize, Serialize};

code_list! {
    /// How the application reached the office.
    Channel "channel" { Paper = "PAPIR", Spoken = "MUNTLIG", Digital = "DIGITAL" }
}

code_list! {
    /// How the applicant wants to hear from the office. Decisions are letters all the same.
    ContactWay "contact-way" { Letter = "BREV", Telephone = "TELEFON", Text = "SMS", Email = "EPOST" }
}

code_list! {
    /// Why somebody needs another home (*behovsårsak*).
    #[doc(alias = "behovsårsak")]
    NeedReason "need-reason" {
        Eviction = "UTKAST", LeaseEnds = "KONTRAKT", Separation = "SAMLIV", Violence = "VOLD", Discharge = "UTSKRIV",
        Release = "LOSLAT", Settlement = "BOSETT", FamilyReunion = "FAMGJEN", Health = "HELSE", Crowded = "TRANGT",
        Cost = "OKONOMI", Neighbourhood = "BOMILJO", LeavesCare = "UNGLOS", Damage = "BRANN", Other = "ANNET",
    }
}

code_list! {
    /// Where somebody comes from who will need a home on the day they leave.
    LeavesPlace "leaves-place" {
        Prison = "FENGSEL", Hospital = "SYKEHUS", Institution = "INSTITUSJON", Reception = "MOTTAK",
        ChildWelfare = "BARNEVERN",
    }
}

code_list! {
    /// What is handed in with an application (*dokumentasjon*).
    #[doc(alias = "dokumentasjon")]
    Enclosure "enclosure" {
        Identity = "LEGITIM", Income = "LONN", Tax = "SKATT", LeaseEnds = "OPPHOR", Lease = "KONTRAKT", ResidencePermit = "OPPHOLD",
        Separation = "SEPARASJON", ContactAgreement = "SAMVAER", Health = "HELSE", Authority = "FULLMAKT",
        Loans = "GJELD", Other = "ANNET",
    }
}

code_list! {
    /// Whom the applicant lets the office ask.
    ConsentTo "consent-to" { PopulationRegister = "FOLKEREG", Tax = "SKATT", Nav = "NAV", Health = "HELSE" }
}

code_list! {
    /// In what right somebody acts for the applicant (`L1.6`).
    RepresentativeRole "representative-role" { Guardian = "GUARDIAN", Authorised = "AUTHORISED", Lawyer = "LAWYER" }
}

impl RepresentativeRole {
    /// Whether a written authority must be shown; a lawyer's word is enough.
    pub const fn must_show_authority(self) -> bool {
        matches!(self, Self::Guardian | Self::Authorised)
    }
}

code_list! {
    /// What is asked for in words beside the form, each of which opens its own case (`L1.2`).
    AskedInWords "asked-in-words" {
        /// Nowhere to be tonight (*sosialtjenesteloven* § 27).
        RoofTonight = "AKUTT", Dwelling = "BOLIG", StartLoan = "STARTLAAN", Grant = "TILSKUDD",
    }
}

/// A: how it came, and how the applicant is reached and spoken with.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contact {
    pub channel: Option<Channel>,
    pub contact_way: Option<ContactWay>,
    pub address: Option<String>,
    pub language: Option<String>,
    /// The language of the interpreter, when one is needed.
    pub interpreter: Option<String>,
    pub asked_in_words: Vec<AskedInWords>,
}

/// C: the right to stay, and since when they live here.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct StayHere {
    pub citizenship: Option<String>,
    pub stay_basis: Option<StayBasis>,
    pub stay_until: Option<Date>,
    pub here_since: Option<Date>,
    pub time_exception: Option<TimeException>,
}

/// D: children who live in the home part of the time (*delt bosted, samvær*; `L2.2`). Each is a member of the household
/// too, when the office knows who they are.
#[doc(alias = "samvær")]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Custody {
    pub part_time_children: Option<u8>,
    /// Days they are here in an ordinary month.
    pub days_a_month: Option<u8>,
}

impl Custody {
    /// Whether any child lives here part of the time.
    pub fn is_shared(self) -> bool {
        self.part_time_children.is_some_and(|children| children > 0)
    }
}

code_list! {
    /// Who gave notice on the home they have now.
    NoticeBy "notice-by" { Landlord = "UTLEIER", Applicant = "SOKER" }
}

/// E: the home they have now.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct HomeNow {
    /// Where it is, when letters go to another address.
    pub home_address: Option<String>,
    pub home_rooms: Option<Rooms>,
    pub home_rent: Option<Ore>,
    pub landlord: Option<String>,
    pub lease_until: Option<Date>,
    pub notice_by: Option<NoticeBy>,
    pub notice_day: Option<Date>,
    pub can_stay_until: Option<Date>,
    pub suitable: Option<bool>,
    pub unsuitable_why: Option<String>,
    pub need_reasons: Vec<NeedReason>,
}

/// G: what they live on.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Economy {
    /// What the applicant mostly lives on.
    pub income_source: Option<IncomeSource>,
    pub incomes: Vec<Income>,
    /// What the home costs in a month beside the rent: power, fees, loans on it.
    pub housing_costs: Option<Ore>,
    pub wealth: Option<Ore>,
    pub loans: Option<Ore>,
    pub arrears_here: Option<bool>,
    pub housing_allowance: Option<bool>,
    pub start_loan: Option<bool>,
}

/// H: only what matters for the home.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Health {
    pub access: Vec<Access>,
    pub health_note: Option<String>,
}

/// I: what they want, in their own words where those differ.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Wish {
    pub need_kind: Option<NeedKind>,
    /// The areas they want after the one they want most, in order.
    pub other_areas: Vec<String>,
    pub own_words: Option<String>,
    pub cannot_live_in: Option<String>,
    pub pets: Option<bool>,
    pub needed_by: Option<Date>,
}

impl Wish {
    /// The areas they want, in order; `first` is the one they want most, or several with commas between.
    pub fn areas(&self, first: Option<&str>) -> Vec<String> {
        let first = first.into_iter().flat_map(|words| words.split(',')).map(str::trim);
        let mut areas: Vec<String> = Vec::new();
        for area in first.chain(self.other_areas.iter().map(String::as_str)) {
            if !area.is_empty() && areas.iter().all(|known| known != area) {
                areas.push(area.to_owned());
            }
        }
        areas
    }
}

/// J: the help they have and want.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct HelpWanted {
    pub services: Option<String>,
    pub wants_follow_up: Option<bool>,
    pub follow_up_kinds: Vec<FollowUpKind>,
    pub contact_person: Option<String>,
}

/// K: somebody who leaves prison, hospital or the like.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Leaving {
    pub leaves_place: Option<LeavesPlace>,
    pub leaves_on: Option<Date>,
    pub responsible: Option<String>,
}

/// L: what they have tried themselves.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnEffort {
    pub homes_sought: Option<u16>,
    pub last_sought: Option<Date>,
}

/// M and N: what was handed in, whom the office may ask, and the signature.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signed {
    pub enclosed: Vec<Enclosure>,
    pub consents: Vec<ConsentTo>,
    pub signed_on: Option<Date>,
}

/// Everything an application says beside who applies, the household and the representative.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answers {
    pub contact: Contact,
    pub stay: StayHere,
    pub custody: Custody,
    pub members: Vec<MemberSaid>,
    pub home: HomeNow,
    /// F: where they have lived, five years back.
    pub history: Vec<HistoryRow>,
    pub economy: Economy,
    pub health: Health,
    pub wish: Wish,
    pub help: HelpWanted,
    pub leaving: Leaving,
    pub own_effort: OwnEffort,
    pub signed: Signed,
}

code_list! {
    /// What an application lacks before it can be assessed. None of it stops the application from being
    /// registered on the day it came.
    Missing "missing" {
        Identity = "IDENTITY", Birth = "BIRTH", Household = "HOUSEHOLD", Situation = "SITUATION",
        MemberBirth = "MEMBER_BIRTH", StayBasis = "STAY", HereSince = "HERE_SINCE", HousingCosts = "HOUSING_COSTS",
        IncomeSource = "INCOME_SOURCE", Income = "INCOME", IncomeShown = "INCOME_SHOWN",
        LeaseEndShown = "LEASE_END_SHOWN", PermitShown = "PERMIT_SHOWN", HealthShown = "HEALTH_SHOWN",
        CustodyShown = "CUSTODY_SHOWN",
        AuthorityShown = "AUTHORITY_SHOWN", Guardian = "GUARDIAN", Mandate = "MANDATE", Signature = "SIGNATURE",
    }
}

/// What is known of the applicant and the household beside the answers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct AlsoKnown {
    pub identity: bool,
    pub birth: bool,
    pub household: bool,
    pub situation: bool,
    pub income: bool,
    /// Somebody acts for the applicant and has not shown that they may.
    pub authority_lacks: bool,
    /// The applicant is under eighteen and nobody acts for them.
    pub child_alone: bool,
    /// A guardian acts for an adult, and nobody has noted what they are appointed for.
    pub mandate_unknown: bool,
}

impl Answers {
    /// What is missing, in the order of the form.
    pub fn missing(&self, known: AlsoKnown) -> Vec<Missing> {
        let enclosed = |what| self.signed.enclosed.contains(&what);
        let lease_ends = self.home.lease_until.is_some() || self.home.notice_day.is_some();
        let needs_permit = self.stay.stay_basis.is_some_and(|basis| {
            matches!(basis, StayBasis::Permanent | StayBasis::Protection | StayBasis::Temporary | StayBasis::Pending)
        });
        let income_shown =
            enclosed(Enclosure::Income) || enclosed(Enclosure::Tax) || self.signed.consents.contains(&ConsentTo::Tax);
        let lacks = [
            (!known.identity, Missing::Identity),
            (!known.birth && !known.identity, Missing::Birth),
            (!known.household, Missing::Household),
            (!known.situation, Missing::Situation),
            (self.members.iter().any(|member| member.born.is_none()), Missing::MemberBirth),
            (self.stay.stay_basis.is_none(), Missing::StayBasis),
            (self.stay.here_since.is_none(), Missing::HereSince),
            (self.home.home_rent.is_none() && self.economy.housing_costs.is_none(), Missing::HousingCosts),
            (self.economy.income_source.is_none(), Missing::IncomeSource),
            (!known.income, Missing::Income),
            (!income_shown, Missing::IncomeShown),
            (lease_ends && !enclosed(Enclosure::LeaseEnds), Missing::LeaseEndShown),
            (needs_permit && !enclosed(Enclosure::ResidencePermit), Missing::PermitShown),
            (!self.health.access.is_empty() && !enclosed(Enclosure::Health), Missing::HealthShown),
            (self.custody.is_shared() && !enclosed(Enclosure::ContactAgreement), Missing::CustodyShown),
            (known.authority_lacks && !enclosed(Enclosure::Authority), Missing::AuthorityShown),
            (known.child_alone, Missing::Guardian),
            (known.mandate_unknown, Missing::Mandate),
            (self.signed.signed_on.is_none(), Missing::Signature),
        ];
        lacks.into_iter().filter(|(lacks, _)| *lacks).map(|(_, what)| what).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    const ALL: AlsoKnown = AlsoKnown {
        identity: true,
        birth: true,
        household: true,
        situation: true,
        income: true,
        authority_lacks: false,
        child_alone: false,
        mandate_unknown: false,
    };

    #[test]
    fn an_empty_application_lacks_much_and_is_still_one() {
        let missing = Answers::default().missing(AlsoKnown::default());
        assert_eq!(missing.len(), 11, "{missing:?}");
        assert_eq!((missing[0], missing[10]), (Missing::Identity, Missing::Signature));
    }

    #[test]
    fn papers_are_asked_for_where_what_is_said_calls_for_them() {
        let mut answers = Answers::default();
        answers.stay =
            StayHere { stay_basis: Some(StayBasis::Protection), here_since: Some(date(2025, 1, 1)), ..answers.stay };
        answers.home.notice_day = Some(date(2026, 2, 1));
        answers.home.home_rent = Some(Ore::kroner(9_000));
        answers.economy.income_source = Some(IncomeSource::Work);
        answers.health.access = vec![Access::Wheelchair];
        answers.signed = Signed {
            consents: vec![ConsentTo::Tax],
            signed_on: Some(date(2026, 2, 10)),
            enclosed: vec![Enclosure::Health],
        };
        assert_eq!(answers.missing(ALL), [Missing::LeaseEndShown, Missing::PermitShown]);
        answers.custody = Custody { part_time_children: Some(2), days_a_month: Some(14) };
        answers.signed.enclosed = vec![Enclosure::LeaseEnds, Enclosure::ResidencePermit, Enclosure::Health];
        assert_eq!(answers.missing(ALL), [Missing::CustodyShown]);
        answers.custody = Custody::default();
        answers.signed.enclosed = vec![Enclosure::LeaseEnds, Enclosure::ResidencePermit, Enclosure::Health];
        assert_eq!(answers.missing(AlsoKnown { authority_lacks: true, ..ALL }), [Missing::AuthorityShown]);
        assert_eq!(answers.missing(AlsoKnown { child_alone: true, ..ALL }), [Missing::Guardian]);
    }

    #[test]
    fn what_was_answered_reads_back() {
        let answers = Answers {
            signed: Signed { signed_on: Some(date(2026, 2, 10)), ..Signed::default() },
            ..Answers::default()
        };
        let written = serde_json::to_string(&answers).unwrap();
        assert_eq!(serde_json::from_str::<Answers>(&written).unwrap(), answers);
    }
}
