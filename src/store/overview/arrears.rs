//! What is left to pay, invoice by invoice.

use super::{newest_holds, on_day};
use crate::params;
use crate::store::protected::person_is_open_by_id;
use crate::store::{StoreError, Tx};
use housing::Date;
use housing::money::Ore;

/// An invoice with something left of it on the day; a credit is negative.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenInvoice {
    pub debtor: String,
    pub due: Option<Date>,
    pub outstanding: Ore,
}

/// Every invoice that was open on the day; those of strictly protected debtors only when asked for (`L7.2`). What was first known of an invoice held back to the day
/// it fell due.
///
/// # Errors
/// When the store fails.
pub fn open_invoices(tx: &mut Tx<'_>, on: Date, with_protected: bool) -> Result<Vec<OpenInvoice>, StoreError> {
    let municipality = tx.municipality();
    let seen = match with_protected {
        true => String::new(),
        false => format!(" AND {}", person_is_open_by_id("i.debtor")),
    };
    let rows = if newest_holds(tx, "invoice_balance", on)? {
        let sql = format!(
            "SELECT i.debtor, i.due, i.outstanding FROM invoice i \
             WHERE i.municipality = $1 AND i.outstanding <> 0{seen}"
        );
        tx.query(&sql, params![municipality])?
    } else {
        let balance = on_day("invoice_balance", "outstanding", "invoice", "i.id");
        let sql = format!(
            "SELECT debtor, due, outstanding FROM (SELECT i.debtor, i.due, {balance} AS outstanding, \
             (SELECT min(b.from_day) FROM invoice_balance b WHERE b.municipality = $1 AND b.invoice = i.id) AS known_from \
             FROM invoice i WHERE i.municipality = $1{seen}) known \
             WHERE outstanding <> 0 AND (known_from <= $2 OR due IS NULL OR due <= $2)"
        );
        tx.query(&sql, params![municipality, on])?
    };
    rows.iter().map(|row| Ok(OpenInvoice { debtor: row.get(0)?, due: row.get(1)?, outstanding: row.get(2)? })).collect()
}
