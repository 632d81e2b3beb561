//! What the office knows of a case when it holds the rules against it.
//!
//! `None` means that nobody has asked or been told. It is never read as a no.

use super::{AgeException, FactName, TimeException};
use crate::Date;
use crate::applications::HousingSituation;
use crate::money::Ore;
use crate::people::HouseholdSize;

/// The facts of a case that a rule may ask for.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(default)]
pub struct CaseFacts {
    /// The applicant's day of birth.
    pub born: Option<Date>,
    /// Empty when it was asked and nothing applies.
    pub age_exceptions: Option<Vec<AgeException>>,
    /// Lives in the municipality since (*botid*).
    pub here_since: Option<Date>,
    pub time_exceptions: Option<Vec<TimeException>>,
    pub stay: Option<Stay>,
    pub situation: Option<HousingSituation>,
    /// When the lease of the home they have today ends.
    pub lease: Option<LeaseEnd>,
    pub size: Option<HouseholdSize>,
    /// Empty when it was asked and nobody has an income.
    pub incomes: Option<Vec<Earning>>,
    pub wealth: Option<Ore>,
    pub overdue: Overdue,
    pub evicted: Option<Eviction>,
    pub purchase: Option<Purchase>,
}

impl CaseFacts {
    /// What was found out, and what the applicant stated where nobody has found anything yet.
    pub fn or_stated(self, stated: &Self) -> Self {
        let stated = stated.clone();
        Self {
            born: self.born.or(stated.born),
            age_exceptions: self.age_exceptions.or(stated.age_exceptions),
            here_since: self.here_since.or(stated.here_since),
            time_exceptions: self.time_exceptions.or(stated.time_exceptions),
            stay: self.stay.or(stated.stay),
            situation: self.situation.or(stated.situation),
            lease: self.lease.or(stated.lease),
            size: self.size.or(stated.size),
            incomes: self.incomes.or(stated.incomes),
            wealth: self.wealth.or(stated.wealth),
            overdue: Overdue {
                loan: self.overdue.loan.or(stated.overdue.loan),
                rent: self.overdue.rent.or(stated.overdue.rent),
                other: self.overdue.other.or(stated.overdue.other),
            },
            evicted: self.evicted.or(stated.evicted),
            purchase: self.purchase.or(stated.purchase),
        }
    }

    /// The facts of these that only the applicant has stated: nobody has found them out yet.
    pub fn only_stated(&self, stated: &Self) -> Vec<FactName> {
        let (stay, said) = (self.stay.is_none(), stated.stay);
        let income = self.incomes.is_none() && stated.incomes.is_some();
        let only = [
            (self.here_since.is_none() && stated.here_since.is_some(), FactName::HereSince),
            (self.time_exceptions.is_none() && stated.time_exceptions.is_some(), FactName::TimeException),
            (stay && said.is_some(), FactName::StayBasis),
            (stay && said.is_some_and(|said| said.until.is_some()), FactName::StayUntil),
            (self.lease.is_none() && stated.lease.is_some(), FactName::LeaseUntil),
            (income, FactName::Income),
            (income, FactName::IncomeBasis),
            (self.wealth.is_none() && stated.wealth.is_some(), FactName::Wealth),
            (self.evicted.is_none() && stated.evicted.is_some(), FactName::Evicted),
        ];
        only.into_iter().filter(|(only, _)| *only).map(|(_, name)| name).collect()
    }
}

code_list! {
    /// The right to stay in Norway (*oppholdsgrunnlag*).
    #[doc(alias = "oppholdsgrunnlag")]
    StayBasis "stay-basis" {
        Norwegian = "NORSK", Nordic = "NORDISK", Eea = "EOS", Permanent = "PERMANENT", Protection = "BESKYTTELSE",
        Temporary = "MIDLERTIDIG", Pending = "SOKT", NoPermit = "INGEN",
    }
}

/// The right to stay, and the last day of it when it is for a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Stay {
    pub basis: StayBasis,
    pub until: Option<Date>,
}

/// When the lease of the present home ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum LeaseEnd {
    /// It has no end, or they own the home.
    Open,
    /// Its last day.
    Until(Date),
}

code_list! {
    /// Whether an amount is before or after tax.
    Basis "income-basis" { Gross = "BRUTTO", Net = "NETTO" }
}

/// What one member of the household earns.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Earning {
    /// Rules may leave out what the young earn.
    pub born: Option<Date>,
    pub a_year: Ore,
    pub basis: Basis,
}

/// What the household owes the municipality and has not kept up with; zero when it owes nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(default)]
pub struct Overdue {
    pub loan: Option<Ore>,
    pub rent: Option<Ore>,
    /// Damages, deposits and other claims.
    pub other: Option<Ore>,
}

/// Whether somebody in the household was evicted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Eviction {
    Never,
    /// The day of the latest.
    On(Date),
}

code_list! {
    /// Whether they could buy a home of their own with a start loan or a grant.
    Purchase "purchase" { CannotBuy = "IKKE_MULIG", CanBuy = "MULIG" }
}
