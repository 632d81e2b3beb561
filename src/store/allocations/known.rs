//! What households are known by, long after they waited.

use super::{MANY, listed};
use crate::store::{StoreError, Tx};
use housing::people::TargetGroup;

/// A household by its newest application.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownBy {
    pub household: String,
    pub application: String,
    /// As people see it.
    pub number: String,
    pub groups: Vec<TargetGroup>,
    pub restricted: bool,
}

/// The households by their newest applications; those that have none are left out.
///
/// # Errors
/// When the store fails.
pub fn known_by(tx: &mut Tx<'_>, households: &[&str]) -> Result<Vec<KnownBy>, StoreError> {
    let municipality = tx.municipality();
    let mut known: Vec<KnownBy> = Vec::with_capacity(households.len());
    for ids in households.chunks(MANY) {
        let (places, values) = listed(&municipality, ids);
        let sql = format!(
            "SELECT household, id, year, serial, target_groups, restricted FROM application \
             WHERE municipality = $1 AND household IN ({places}) ORDER BY household, received DESC, id DESC"
        );
        for row in tx.query(&sql, &values)? {
            let household: String = row.get(0)?;
            if known.last().is_some_and(|newest| newest.household == household) {
                continue;
            }
            let (year, serial): (i16, i64) = (row.get(2)?, row.get(3)?);
            let groups: String = row.get(4)?;
            known.push(KnownBy {
                household,
                application: row.get(1)?,
                number: format!("{year}/{serial:05}"),
                groups: groups.split_whitespace().map(str::parse).collect::<Result<_, _>>()?,
                restricted: row.get(5)?,
            });
        }
    }
    Ok(known)
}
