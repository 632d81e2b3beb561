//! What is on the register but no longer in the files: listed, never deleted.

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
