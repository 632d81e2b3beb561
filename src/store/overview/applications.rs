//! Applications counted by what was asked for and where they stand.

use crate::params;
use crate::store::{StoreError, Tx};
use housing::Date;
use housing::applications::ApplicationKind;

/// Applications of one kind that came in on the same day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ApplicationsReceived {
    pub kind: Option<ApplicationKind>,
    pub received: Date,
    pub applications: i64,
    /// Children in the households that applied.
    pub children: i64,
}

/// Every application that had come in by the day, whatever became of it.
///
/// # Errors
/// When the store fails.
pub fn received(tx: &mut Tx<'_>, on: Date) -> Result<Vec<ApplicationsReceived>, StoreError> {
    let municipality = tx.municipality();
    let sql = "SELECT kind, received, count(*), CAST(coalesce(sum(children), 0) AS BIGINT) FROM application \
               WHERE municipality = $1 AND received <= $2 GROUP BY received, kind";
    let rows = tx.query(sql, params![municipality, on])?;
    let read = rows.iter().map(|row| {
        Ok(ApplicationsReceived {
            kind: row.get::<Option<String>>(0)?.map(|code| code.parse()).transpose()?,
            received: row.get(1)?,
            applications: row.get(2)?,
            children: row.get(3)?,
        })
    });
    read.collect()
}
