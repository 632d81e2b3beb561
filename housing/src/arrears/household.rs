//! What each household owes.

use std::collections::BTreeMap;

use super::{ArrearsAge, InvoiceFacts};
use crate::Date;
use crate::calendar::days_between;
use crate::identity::IdentityNumber;
use crate::money::Ore;

/// Who an invoice is for, as a list that knows no households tells them apart.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Debtor {
    Person(IdentityNumber),
    /// Without an identity number: the same name at the same home. Keys, not for pages.
    NameAtHome {
        name: String,
        home: String,
    },
}

/// What a household owes, and has to its credit, added up on a day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ArrearsSum {
    /// Everything outstanding, credits not deducted.
    pub owed: Ore,
    /// Credits, as a positive amount. The finance department sets them off, not the register.
    pub credit: Ore,
    /// What is owed by how late it is; invoices without a due day are in `owed` alone.
    pub by_age: BTreeMap<ArrearsAge, Ore>,
    /// Invoices that are owed.
    pub invoices: u32,
    /// The longest unpaid due day.
    pub oldest_due: Option<Date>,
}

impl ArrearsSum {
    /// Adds up invoices as they stand on the day.
    pub fn of<'a>(invoices: impl IntoIterator<Item = &'a InvoiceFacts>, on: Date) -> Self {
        let mut sum = Self::default();
        for invoice in invoices {
            sum.add(invoice, on);
        }
        sum
    }

    /// Whether anything is owed.
    pub fn owes(&self) -> bool {
        self.owed > Ore(0)
    }

    /// Whether something is owed that nobody knows the due day of.
    pub fn owes_without_due_day(&self) -> bool {
        self.owed > self.by_age.values().copied().sum()
    }

    /// What is owed when credits are deducted; negative when the credits are larger.
    pub fn net(&self) -> Ore {
        self.owed - self.credit
    }

    fn add(&mut self, invoice: &InvoiceFacts, on: Date) {
        self.count(invoice.outstanding, invoice.due, on);
    }

    /// Counts what is left of one more invoice, as it stands on the day.
    pub fn count(&mut self, outstanding: Ore, due: Option<Date>, on: Date) {
        if outstanding < Ore(0) {
            self.credit = self.credit - outstanding;
            return;
        }
        if outstanding == Ore(0) {
            return;
        }
        self.owed = self.owed + outstanding;
        self.invoices += 1;
        self.oldest_due = [self.oldest_due, due].into_iter().flatten().min();
        if let Some(due) = due {
            let of_age = self.by_age.entry(ArrearsAge::of_days(days_between(due, on))).or_default();
            *of_age = *of_age + outstanding;
        }
    }
}

impl InvoiceFacts {
    /// Who it is for.
    pub fn debtor(&self) -> Debtor {
        match &self.debtor.identity {
            Some(identity) => Debtor::Person(identity.clone()),
            None => {
                let address = self.address.as_ref().map(crate::address::Address::key).unwrap_or_default();
                let unit = self.unit.as_ref().map(|unit| unit.as_str()).unwrap_or_default();
                Debtor::NameAtHome { name: self.debtor.name.key(), home: format!("{address} {unit}") }
            }
        }
    }
}

/// What each debtor owes and has to their credit on the day.
pub fn per_household<'a>(
    invoices: impl IntoIterator<Item = &'a InvoiceFacts>,
    on: Date,
) -> BTreeMap<Debtor, ArrearsSum> {
    let mut households: BTreeMap<Debtor, ArrearsSum> = BTreeMap::new();
    for invoice in invoices {
        households.entry(invoice.debtor()).or_default().add(invoice, on);
    }
    households
}
