//! The municipality's rules for what fits whom, with all their revisions.

use crate::params;
use crate::store::rule_sets::{COLUMNS, StoredRuleSet, rule_set};
use crate::store::{StoreError, Tx};
use housing::Date;

/// Every revision, the newest rules and revision first.
///
/// # Errors
/// When the store fails.
pub fn fit_rules(tx: &mut Tx<'_>) -> Result<Vec<StoredRuleSet>, StoreError> {
    let municipality = tx.municipality();
    let sql =
        format!("SELECT {COLUMNS} FROM fit_rule_set WHERE municipality = $1 ORDER BY valid_from DESC, revision DESC");
    tx.query(&sql, params![municipality])?.iter().map(rule_set).collect()
}

/// The rules that hold on a day; `None` before the first.
///
/// # Errors
/// When the store fails.
pub fn fit_rules_in_force(tx: &mut Tx<'_>, day: Date) -> Result<Option<StoredRuleSet>, StoreError> {
    let municipality = tx.municipality();
    let sql = format!(
        "SELECT {COLUMNS} FROM fit_rule_set WHERE municipality = $1 AND valid_from <= $2 \
         ORDER BY valid_from DESC, revision DESC LIMIT 1"
    );
    tx.query_one(&sql, params![municipality, day])?.as_ref().map(rule_set).transpose()
}

/// Adds a revision.
///
/// # Errors
/// [`StoreError::Constraint`] when somebody has added the same revision.
pub fn insert_fit_rules(tx: &mut Tx<'_>, new: &StoredRuleSet) -> Result<(), StoreError> {
    let municipality = tx.municipality();
    tx.execute(
        "INSERT INTO fit_rule_set (municipality, id, valid_from, revision, name, body, officer, at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        params![municipality, &new.id, new.valid_from, new.revision, &new.name, &new.body, &new.officer, new.at],
    )?;
    Ok(())
}
