//! Days that letters give: the last one to answer an advance notice (*forvaltningsloven* § 16), and the one by which an
//! interim answer promises a decision (`L1.5`).

use crate::params;
use crate::store::{Row, StoreError, Tx};
use housing::Date;

/// Keeps the last day to answer the notice that a document is.
///
/// # Errors
/// When the store fails.
pub fn keep_answer_day(tx: &mut Tx<'_>, (document, case): (&str, &str), answer_by: Date) -> Result<(), StoreError> {
    let municipality = tx.municipality();
    tx.execute(
        "INSERT INTO advance_notice (municipality, document, housing_case, answer_by) VALUES ($1, $2, $3, $4)",
        params![municipality, document, case, answer_by],
    )?;
    Ok(())
}

/// The last day to answer the notice that a document is; `None` for one whose day was not kept.
///
/// # Errors
/// When the store fails.
pub fn answer_day(tx: &mut Tx<'_>, document: &str) -> Result<Option<Date>, StoreError> {
    let municipality = tx.municipality();
    let sql = "SELECT answer_by FROM advance_notice WHERE municipality = $1 AND document = $2";
    tx.query_one(sql, params![municipality, document])?.map(|row: Row| row.get(0)).transpose()
}

/// Keeps the day that the interim answer which a document is promises a decision by.
///
/// # Errors
/// When the store fails.
pub fn keep_promise(tx: &mut Tx<'_>, (document, case): (&str, &str), promised: Date) -> Result<(), StoreError> {
    let municipality = tx.municipality();
    tx.execute(
        "INSERT INTO interim_promise (municipality, document, housing_case, promised) VALUES ($1, $2, $3, $4)",
        params![municipality, document, case, promised],
    )?;
    Ok(())
}

/// The case that a document promises a decision in, and by which day; `None` when it is no interim answer.
///
/// # Errors
/// When the store fails.
pub fn promise(tx: &mut Tx<'_>, document: &str) -> Result<Option<(String, Date)>, StoreError> {
    let municipality = tx.municipality();
    let sql = "SELECT housing_case, promised FROM interim_promise WHERE municipality = $1 AND document = $2";
    tx.query_one(sql, params![municipality, document])?.map(|row: Row| Ok((row.get(0)?, row.get(1)?))).transpose()
}
