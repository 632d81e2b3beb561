//! Invoices and what is left of them, day by day.

mod list;

pub use list::{DebtorSum, OpenInvoice, debtors, owed};

use super::protected::person_is_open;
use super::{Row, StoreError, Tx};
use crate::{params, values};
use housing::Date;
use housing::arrears::CollectionStep;
use housing::money::Ore;

/// An invoice on the register; a credit note is negative.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invoice {
    pub id: String,
    /// The finance department's number.
    pub number: String,
    pub debtor: String,
    /// The home it is for, when it is on the register.
    pub dwelling: Option<String>,
    pub due: Option<Date>,
    pub amount: Option<Ore>,
    pub outstanding: Ore,
    pub step: Option<CollectionStep>,
    pub version: i64,
}

/// Every column of an invoice, in the order [`invoice`] reads them.
pub(super) const COLUMNS: &str = "id, number, debtor, dwelling, due, amount, outstanding, step, version";

pub(super) fn invoice(row: &Row) -> Result<Invoice, StoreError> {
    let step: Option<String> = row.get(7)?;
    Ok(Invoice {
        id: row.get(0)?,
        number: row.get(1)?,
        debtor: row.get(2)?,
        dwelling: row.get(3)?,
        due: row.get(4)?,
        amount: row.get(5)?,
        outstanding: row.get(6)?,
        step: step.map(|code| code.parse()).transpose()?,
        version: row.get(8)?,
    })
}

/// Whether there is any invoice on the register.
///
/// # Errors
/// When the store fails.
pub fn any(tx: &mut Tx<'_>) -> Result<bool, StoreError> {
    let municipality = tx.municipality();
    Ok(tx.query_one("SELECT 1 FROM invoice WHERE municipality = $1 LIMIT 1", params![municipality])?.is_some())
}

/// The invoice with this id.
///
/// # Errors
/// When the store fails.
pub fn find(tx: &mut Tx<'_>, id: &str) -> Result<Option<Invoice>, StoreError> {
    let municipality = tx.municipality();
    let sql = format!("SELECT {COLUMNS} FROM invoice WHERE municipality = $1 AND id = $2");
    tx.query_one(&sql, params![municipality, id])?.as_ref().map(invoice).transpose()
}

/// The invoice with this number.
///
/// # Errors
/// When the store fails.
pub fn find_by_number(tx: &mut Tx<'_>, number: &str) -> Result<Option<Invoice>, StoreError> {
    let municipality = tx.municipality();
    let sql = format!("SELECT {COLUMNS} FROM invoice WHERE municipality = $1 AND number = $2");
    tx.query_one(&sql, params![municipality, number])?.as_ref().map(invoice).transpose()
}

/// A person's invoices, the oldest first.
///
/// # Errors
/// When the store fails.
pub fn of_debtor(tx: &mut Tx<'_>, debtor: &str) -> Result<Vec<Invoice>, StoreError> {
    let municipality = tx.municipality();
    let sql = format!(
        "SELECT {COLUMNS} FROM invoice WHERE municipality = $1 AND debtor = $2 ORDER BY coalesce(due, ''), number"
    );
    tx.query(&sql, params![municipality, debtor])?.iter().map(invoice).collect()
}

/// What is left to pay or to credit for a home, the oldest first; a strictly protected debtor only
/// for those who may see the tie (`L7.2`).
///
/// # Errors
/// When the store fails.
pub fn of_dwelling(tx: &mut Tx<'_>, dwelling: &str, sees_protected: bool) -> Result<Vec<Invoice>, StoreError> {
    let municipality = tx.municipality();
    let open = if sees_protected { "1 = 1".to_owned() } else { person_is_open("p") };
    let sql = format!(
        "SELECT {} FROM invoice i JOIN person p ON p.municipality = i.municipality AND p.id = i.debtor \
         WHERE i.municipality = $1 AND i.dwelling = $2 AND i.outstanding <> 0 AND {open} \
         ORDER BY coalesce(i.due, ''), i.number",
        COLUMNS.split(", ").map(|column| format!("i.{column}")).collect::<Vec<_>>().join(", ")
    );
    tx.query(&sql, params![municipality, dwelling])?.iter().map(invoice).collect()
}

/// Adds an invoice (`version` is not read). What was left of it is known from `known_day`, and held
/// before it too, back to the day it fell due.
///
/// # Errors
/// [`StoreError::Constraint`] when the number is there already.
pub fn insert(tx: &mut Tx<'_>, new: &Invoice, known_day: Date) -> Result<(), StoreError> {
    let municipality = tx.municipality();
    tx.add(
        "INSERT INTO invoice (municipality, id, number, debtor, dwelling, due, amount, outstanding, step, version) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 1)",
        values![
            municipality,
            &new.id,
            &new.number,
            &new.debtor,
            new.dwelling.clone(),
            new.due,
            new.amount,
            new.outstanding,
            new.step.map(CollectionStep::code)
        ],
    )?;
    record_balance(tx, &new.id, known_day, false, new.outstanding)
}

/// Saves a changed invoice; a new balance is true from `day`. `false` when somebody else saved first.
///
/// # Errors
/// When the store fails.
pub fn update(tx: &mut Tx<'_>, before: &Invoice, changed: &Invoice, day: Date) -> Result<bool, StoreError> {
    let municipality = tx.municipality();
    let touched = tx.execute(
        "UPDATE invoice SET debtor = $3, dwelling = $4, due = $5, amount = $6, outstanding = $7, step = $8, \
         version = version + 1 WHERE municipality = $1 AND id = $2 AND version = $9",
        params![
            municipality,
            &before.id,
            &changed.debtor,
            changed.dwelling.clone(),
            changed.due,
            changed.amount,
            changed.outstanding,
            changed.step.map(CollectionStep::code),
            before.version
        ],
    )?;
    if touched == 0 {
        return Ok(false);
    }
    if changed.outstanding != before.outstanding {
        record_balance(tx, &before.id, day, true, changed.outstanding)?;
    }
    Ok(true)
}

/// Notes what is left of an invoice from a day on.
///
/// # Errors
/// When the store fails.
pub fn record_balance(
    tx: &mut Tx<'_>,
    id: &str,
    from: Date,
    from_known: bool,
    outstanding: Ore,
) -> Result<(), StoreError> {
    let municipality = tx.municipality();
    tx.add(
        "INSERT INTO invoice_balance (municipality, invoice, from_day, from_known, outstanding) \
         VALUES ($1, $2, $3, $4, $5) ON CONFLICT (municipality, invoice, from_day) DO UPDATE SET \
         outstanding = excluded.outstanding",
        values![municipality, id, from, from_known, outstanding],
    )?;
    Ok(())
}

/// What was left of each invoice of a debtor, day by day: the invoice's id, from when, whether that was the first day,
/// and how much.
///
/// # Errors
/// When the store fails.
pub fn balances(tx: &mut Tx<'_>, debtor: &str) -> Result<Vec<(String, Date, bool, Ore)>, StoreError> {
    let municipality = tx.municipality();
    let sql = "SELECT b.invoice, b.from_day, b.from_known, b.outstanding FROM invoice_balance b \
               JOIN invoice i ON i.municipality = b.municipality AND i.id = b.invoice \
               WHERE b.municipality = $1 AND i.debtor = $2 ORDER BY b.from_day, b.invoice";
    let rows = tx.query(sql, params![municipality, debtor])?;
    rows.iter().map(|row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))).collect()
}

/// The invoices that are not settled.
///
/// # Errors
/// When the store fails.
pub fn ids_unsettled(tx: &mut Tx<'_>) -> Result<Vec<String>, StoreError> {
    let municipality = tx.municipality();
    let sql = "SELECT id FROM invoice WHERE municipality = $1 AND outstanding <> 0 ORDER BY coalesce(due, ''), number";
    let rows = tx.query(sql, params![municipality])?;
    rows.iter().map(|row| row.get(0)).collect()
}
