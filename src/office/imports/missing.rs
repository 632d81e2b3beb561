//! What is on the register but no longer in the files: listed, never deleted.

use crate::office::dwellings::address_and_unit;
use crate::store::{StoreError, Tx, applications, arrears, dwellings};
use serde::{Deserialize, Serialize};
use std::collections::HashSet;

/// Ids of what a newer file no longer has.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Missing {
    /// Homes in stock.
    pub dwellings: Vec<String>,
    /// Applications that are open.
    pub applications: Vec<String>,
    /// Invoices that are not settled.
    pub invoices: Vec<String>,
}

/// What the register has and the files no longer name; nothing of a kind that no sheet is about.
pub(super) fn find(
    tx: &mut Tx<'_>,
    homes: &Option<HashSet<String>>,
    open_applications: &Option<HashSet<String>>,
    invoices: &Option<HashSet<String>>,
) -> Result<Missing, StoreError> {
    let without =
        |known: Vec<String>, seen: &HashSet<String>| known.into_iter().filter(|id| !seen.contains(id)).collect();
    let mut missing = Missing::default();
    if let Some(seen) = homes {
        missing.dwellings = without(dwellings::ids_in_stock(tx)?, seen);
    }
    if let Some(seen) = open_applications {
        missing.applications = without(applications::ids_open(tx)?, seen);
    }
    if let Some(seen) = invoices {
        missing.invoices = without(arrears::ids_unsettled(tx)?, seen);
    }
    Ok(missing)
}

/// The things that are missing, each with what people call it and the id of its page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MissingNamed {
    pub dwellings: Vec<(String, String)>,
    pub applications: Vec<(String, String)>,
    /// Invoices by number, with their debtors' ids.
    pub invoices: Vec<(String, String)>,
}

/// The first of each kind by name, at most so many; what has gone from the register since is left out.
pub(super) fn named(tx: &mut Tx<'_>, missing: &Missing, most: usize) -> Result<MissingNamed, StoreError> {
    let mut named = MissingNamed::default();
    for id in missing.dwellings.iter().take(most) {
        let home = dwellings::find(tx, id)?;
        named.dwellings.extend(home.map(|home| (address_and_unit(&home.facts), home.id)));
    }
    for id in missing.applications.iter().take(most) {
        let application = applications::find(tx, id)?;
        named.applications.extend(application.map(|application| (application.number(), application.id)));
    }
    for id in missing.invoices.iter().take(most) {
        let invoice = arrears::find(tx, id)?;
        named.invoices.extend(invoice.map(|invoice| (invoice.number, invoice.debtor)));
    }
    Ok(named)
}
