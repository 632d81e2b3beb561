//! The register in thirteen numbers.

use super::Seen;
use crate::store::overview::{
    ApplicationSum, HomeGroup, LeaseEnds, OpenInvoice, all_received, homes, lease_ends, open_invoices,
};
use crate::store::{StoreError, Tx};
use housing::Date;
use housing::money::Ore;
use std::collections::HashSet;

/// The whole register as it stands on a day, as imports and `husrom stats` report it.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct RegisterTotals {
    /// Homes in the stock: all but those sold, demolished or given up.
    pub homes: i64,
    /// Of them care homes (*omsorgsboliger*).
    pub care_homes: i64,
    /// Of them ready to let (*ledige*).
    pub vacant: i64,
    /// Homes lived in.
    pub tenancies: i64,
    /// Of them on a lease with a last day.
    pub fixed_term: i64,
    /// Of them past the last day of the lease.
    pub expired_contracts: i64,
    /// Rent a month over all homes in the stock, the empty ones too.
    #[serde(rename = "rent_ore")]
    pub rent: Ore,
    /// Homes that a wheelchair user can live in.
    pub wheelchair: i64,
    /// Applications that have come in, whatever became of them.
    pub applications: i64,
    /// Children in the households that applied.
    pub children: i64,
    /// Debtors who owe something, their credits not deducted.
    pub arrears_households: i64,
    /// Everything outstanding, credits not deducted.
    #[serde(rename = "arrears_ore")]
    pub arrears: Ore,
    /// Credits, as a positive amount.
    #[serde(rename = "credit_ore")]
    pub credit: Ore,
}

/// Counts the whole register on a day, strictly protected people too: for imports and the command line.
///
/// # Errors
/// When the store fails.
pub fn register(tx: &mut Tx<'_>, on: Date) -> Result<RegisterTotals, StoreError> {
    Ok(RegisterTotals::of(&Counted::read(tx, Seen { on, with_protected: true })?, on))
}

/// What the store counted for the register of a day.
pub(super) struct Counted {
    /// Homes in the stock.
    pub homes: Vec<HomeGroup>,
    pub lease_ends: Vec<LeaseEnds>,
    pub received: ApplicationSum,
    pub open_invoices: Vec<OpenInvoice>,
}

impl Counted {
    pub fn read(tx: &mut Tx<'_>, Seen { on, with_protected }: Seen) -> Result<Self, StoreError> {
        let mut homes = homes(tx, on)?;
        homes.retain(|group| group.status.is_in_stock());
        let lease_ends = lease_ends(tx, on, with_protected)?;
        let received = all_received(tx, on, with_protected)?;
        Ok(Self { homes, lease_ends, received, open_invoices: open_invoices(tx, on, with_protected)? })
    }
}

impl RegisterTotals {
    pub(super) fn of(counted: &Counted, on: Date) -> Self {
        let mut totals = Self::default();
        totals.count_homes(&counted.homes);
        totals.count_tenancies(&counted.lease_ends, on);
        totals.applications = counted.received.applications;
        totals.children = counted.received.children;
        totals.count_arrears(&counted.open_invoices);
        totals
    }

    /// Every number with its name, amounts in kroner: for reading at the command line.
    pub fn lines(&self) -> [(&'static str, String); 13] {
        [
            ("homes", self.homes.to_string()),
            ("care homes", self.care_homes.to_string()),
            ("vacant", self.vacant.to_string()),
            ("tenancies", self.tenancies.to_string()),
            ("fixed term", self.fixed_term.to_string()),
            ("expired leases", self.expired_contracts.to_string()),
            ("rent a month", self.rent.exact()),
            ("wheelchair homes", self.wheelchair.to_string()),
            ("applications", self.applications.to_string()),
            ("children in them", self.children.to_string()),
            ("households in arrears", self.arrears_households.to_string()),
            ("arrears", self.arrears.exact()),
            ("credit", self.credit.exact()),
        ]
    }

    fn count_homes(&mut self, groups: &[HomeGroup]) {
        for group in groups {
            self.homes += group.homes;
            self.rent = self.rent + group.rent;
            if group.category.is_care_home() {
                self.care_homes += group.homes;
            }
            if group.status.is_ready_to_let() {
                self.vacant += group.homes;
            }
            if group.wheelchair == Some(true) {
                self.wheelchair += group.homes;
            }
        }
    }

    fn count_tenancies(&mut self, lease_ends: &[LeaseEnds], on: Date) {
        for ends in lease_ends {
            self.tenancies += ends.tenancies;
            if let Some(until) = ends.until {
                self.fixed_term += ends.tenancies;
                self.expired_contracts += if until < on { ends.tenancies } else { 0 };
            }
        }
    }

    fn count_arrears(&mut self, open_invoices: &[OpenInvoice]) {
        let mut debtors = HashSet::new();
        for invoice in open_invoices {
            if invoice.outstanding < Ore(0) {
                self.credit = self.credit - invoice.outstanding;
            } else {
                self.arrears = self.arrears + invoice.outstanding;
                debtors.insert(invoice.debtor.as_str());
            }
        }
        self.arrears_households = super::count(debtors.len());
    }
}
