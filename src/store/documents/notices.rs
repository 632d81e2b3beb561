//! Advance notices: the last day to answer each, as its letter says it (*forvaltningsloven* § 16).

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
