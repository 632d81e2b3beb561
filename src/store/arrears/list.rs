//! What each debtor owes and has to their credit.

use super::{Row, StoreError, Tx};
use crate::store::protected::person_is_open;
use crate::store::wanted::{Wanted, on_day};
use housing::Date;
use housing::arrears::{ArrearsSum, CollectionStep};
use housing::money::Ore;
use housing::people::Name;

/// A debtor with everything outstanding added up on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DebtorSum {
    pub debtor: String,
    pub name: Name,
    pub sort_key: String,
    pub sum: ArrearsSum,
}

/// What is left of invoice `i` on the day (of its debtor `p`), and only the invoices with something left. `as_of` reads
/// what was left then rather than what is left now; strictly protected debtors only when asked for (`L7.2`).
fn left_on(wanted: &mut Wanted, (on, as_of): (Date, bool), with_protected: bool) -> String {
    let outstanding = if as_of {
        let day = wanted.param(on);
        let known = "(SELECT min(b.from_day) FROM invoice_balance b \
                     WHERE b.municipality = i.municipality AND b.invoice = i.id)";
        // What was left before anybody wrote it down was left back to the day it fell due.
        wanted.and_that(&format!("({known} <= {day} OR i.due IS NULL OR i.due <= {day})"));
        on_day("invoice_balance", "invoice", "i", "outstanding", &day)
    } else {
        "i.outstanding".to_owned()
    };
    wanted.and_that(&format!("{outstanding} <> 0"));
    if !with_protected {
        wanted.and_that(&person_is_open("p"));
    }
    outstanding
}

/// Every debtor with something outstanding on the day, by name; the parameters as of [`left_on`].
///
/// # Errors
/// When the store fails.
pub fn debtors(tx: &mut Tx<'_>, on: Date, as_of: bool, with_protected: bool) -> Result<Vec<DebtorSum>, StoreError> {
    let mut wanted = Wanted::of(tx.municipality(), "i.municipality");
    let outstanding = left_on(&mut wanted, (on, as_of), with_protected);
    let sql = format!(
        "SELECT i.debtor, p.family, p.given, p.sort_key, i.due, {outstanding} FROM invoice i \
         JOIN person p ON p.municipality = i.municipality AND p.id = i.debtor WHERE {} ORDER BY p.sort_key, i.debtor",
        wanted.sql()
    );
    let mut debtors: Vec<DebtorSum> = Vec::new();
    tx.each(&sql, wanted.params(), &mut |row: Row| {
        let debtor: String = row.get(0)?;
        let (due, outstanding): (Option<Date>, Ore) = (row.get(4)?, row.get(5)?);
        if debtors.last().is_none_or(|last| last.debtor != debtor) {
            let name = Name { family: row.get(1)?, given: row.get(2)? };
            debtors.push(DebtorSum { debtor, name, sort_key: row.get(3)?, sum: ArrearsSum::default() });
        }
        if let Some(last) = debtors.last_mut() {
            last.sum.count(outstanding, due, on);
        }
        Ok(())
    })?;
    Ok(debtors)
}

/// An invoice with something left of it on a day, as a list shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenInvoice {
    pub id: String,
    pub number: String,
    pub debtor: String,
    pub name: Name,
    pub due: Option<Date>,
    /// Negative for a credit note.
    pub outstanding: Ore,
    pub step: Option<CollectionStep>,
}

/// Every invoice that is owed on the day, the longest unpaid first; the parameters as for [`debtors`].
///
/// # Errors
/// When the store fails.
pub fn owed(tx: &mut Tx<'_>, on: Date, as_of: bool, with_protected: bool) -> Result<Vec<OpenInvoice>, StoreError> {
    let mut wanted = Wanted::of(tx.municipality(), "i.municipality");
    let outstanding = left_on(&mut wanted, (on, as_of), with_protected);
    wanted.and_that(&format!("{outstanding} > 0"));
    let sql = format!(
        "SELECT i.id, i.number, i.debtor, p.family, p.given, i.due, {outstanding}, i.step FROM invoice i \
         JOIN person p ON p.municipality = i.municipality AND p.id = i.debtor \
         WHERE {} ORDER BY coalesce(i.due, ''), i.number",
        wanted.sql()
    );
    let read = |row: &Row| {
        Ok(OpenInvoice {
            id: row.get(0)?,
            number: row.get(1)?,
            debtor: row.get(2)?,
            name: Name { family: row.get(3)?, given: row.get(4)? },
            due: row.get(5)?,
            outstanding: row.get(6)?,
            step: row.get::<Option<String>>(7)?.map(|code| code.parse()).transpose()?,
        })
    };
    tx.query(&sql, wanted.params())?.iter().map(read).collect()
}
