//! Unpaid rent, as the finance department lists it.

use crate::Date;
use crate::address::{Address, DwellingNumber};
use crate::money::Ore;
use crate::people::PersonFacts;

mod age;
pub mod eviction;
pub mod fees;
mod household;
pub mod interest;
pub mod limitation;
#[cfg(test)]
mod tests;

pub use age::ArrearsAge;
pub use household::{ArrearsSum, Debtor, per_household};

code_list! {
    /// How far collection of an invoice has come.
    CollectionStep "collection-step" {
        NotReminded = "0", FirstReminder = "1", SecondReminder = "2", Collection = "INK",
    }
}

/// An open invoice; a credit note has a negative amount.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InvoiceFacts {
    pub debtor: PersonFacts,
    pub address: Option<Address>,
    pub unit: Option<DwellingNumber>,
    /// The finance department's invoice number: the same number is the same invoice.
    pub number: String,
    pub due: Option<Date>,
    pub amount: Option<Ore>,
    pub outstanding: Ore,
    pub step: Option<CollectionStep>,
}
