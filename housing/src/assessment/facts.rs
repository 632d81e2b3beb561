//! What the office knows of a case when it holds the rules against it.
//!
//! `None` means that nobody has asked or been told. It is never read as a no.

use super::{AgeException, TimeException};
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
