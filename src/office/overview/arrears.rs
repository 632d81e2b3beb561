//! Arrears by how late they are.

use crate::store::overview::OpenInvoice;
use housing::Date;
use housing::arrears::ArrearsAge;
use housing::calendar::days_between;
use housing::money::Ore;
use std::collections::HashSet;

/// What is outstanding of one age; credits are not deducted.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct ArrearsCount {
    /// `None` when the due day is not known.
    pub age: Option<ArrearsAge>,
    pub invoices: i64,
    /// Debtors who owe something of this age; somebody can owe of several.
    pub households: i64,
    #[serde(rename = "outstanding_ore")]
    pub outstanding: Ore,
}

/// Every age with what is outstanding of it; invoices without a due day only when there are any.
pub(super) fn count(open_invoices: &[OpenInvoice], on: Date) -> Vec<ArrearsCount> {
    let of_age = |age: Option<ArrearsAge>| {
        let is_of_age = |invoice: &&OpenInvoice| {
            let age_of_this = invoice.due.map(|due| ArrearsAge::of_days(days_between(due, on)));
            invoice.outstanding > Ore(0) && age_of_this == age
        };
        let owed: Vec<&OpenInvoice> = open_invoices.iter().filter(is_of_age).collect();
        let debtors: HashSet<&str> = owed.iter().map(|invoice| invoice.debtor.as_str()).collect();
        ArrearsCount {
            age,
            invoices: super::count(owed.len()),
            households: super::count(debtors.len()),
            outstanding: owed.iter().map(|invoice| invoice.outstanding).sum(),
        }
    };
    let unknown = Some(of_age(None)).filter(|unknown| unknown.invoices > 0);
    ArrearsAge::ALL.iter().map(|age| of_age(Some(*age))).chain(unknown).collect()
}
