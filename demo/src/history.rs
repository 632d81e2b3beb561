//! What a made-up municipality consists of: the register's facts, with the days things changed.

use housing::Date;
use housing::applications::{ApplicationFacts, ApplicationStatus};
use housing::arrears::{CollectionStep, InvoiceFacts};
use housing::dwellings::{DwellingFacts, DwellingStatus};
use housing::money::Ore;
use housing::people::{HouseholdSize, MemberRole, PersonFacts};
use housing::tenancies::TenancyFacts;

/// A home with everything that has happened in it, oldest first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DwellingHistory {
    /// As it stands today.
    pub facts: DwellingFacts,
    /// The day each status became true; the last is today's.
    pub statuses: Vec<(Date, DwellingStatus)>,
    /// The day each monthly rent took effect; the last is today's.
    pub rents: Vec<(Date, Ore)>,
    pub tenancies: Vec<TenancyHistory>,
}

/// A household's time in a home.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TenancyHistory {
    /// As it stands today: the end of the newest lease, and the day they moved out if they have.
    pub facts: TenancyFacts,
    /// Notice given but the household still lives there.
    pub notice: Option<Notice>,
    pub household: Household,
    /// The first lease and its renewals.
    pub leases: Vec<Lease>,
    /// Other applications from the household while it lived there, such as a renewal that was refused.
    pub applications: Vec<ApplicationHistory>,
    /// Invoices that are not settled today.
    pub invoices: Vec<InvoiceHistory>,
}

/// A household that is about to move out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Notice {
    pub given: Date,
    /// The first day nobody will live there.
    pub leaves: Date,
}

/// One lease, with the application that was granted before it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lease {
    pub from: Date,
    /// Last day of the term; `None` is open-ended.
    pub until: Option<Date>,
    pub granted: ApplicationHistory,
}

/// Somebody who applied and has no home from it, or not yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Applicant {
    pub household: Household,
    pub application: ApplicationHistory,
}

/// An application with the days its status changed; the last is today's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ApplicationHistory {
    pub facts: ApplicationFacts,
    pub steps: Vec<(Date, ApplicationStatus)>,
}

impl ApplicationHistory {
    /// The day it was withdrawn before anybody decided.
    pub fn withdrawn(&self) -> Option<Date> {
        self.steps.iter().find(|(_, status)| *status == ApplicationStatus::Withdrawn).map(|(day, _)| *day)
    }
}

/// An unsettled invoice with the days collection went a step further.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InvoiceHistory {
    pub facts: InvoiceFacts,
    pub steps: Vec<(Date, CollectionStep)>,
}

/// People who live together; the main person first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Household {
    pub members: Vec<Member>,
}

/// A person's time in a household.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    pub person: PersonFacts,
    pub role: MemberRole,
    pub from: Date,
    /// The last day, when they have left.
    pub until: Option<Date>,
}

impl Household {
    /// The person the lease or application is in the name of.
    pub fn main(&self) -> &PersonFacts {
        &self.members[0].person
    }

    /// Adults and children on a day; children on visits are not counted.
    pub fn size_on(&self, day: Date) -> HouseholdSize {
        let mut size = HouseholdSize::default();
        for member in self.members.iter().filter(|member| member.lives_there_on(day)) {
            match member.role {
                MemberRole::Main | MemberRole::Partner | MemberRole::OtherAdult => size.adults += 1,
                MemberRole::Child => size.children += 1,
                MemberRole::ContactChild => {}
            }
        }
        size
    }
}

impl Member {
    fn lives_there_on(&self, day: Date) -> bool {
        self.from <= day && self.until.is_none_or(|last| day <= last)
    }
}
