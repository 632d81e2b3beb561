//! Who acts for an applicant (`L1.6`).

use crate::params;
use crate::store::{Row, StoreError, Tx};
use housing::Date;

/// Somebody who acts for the applicant.
#[doc(alias = "fullmektig")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Representative {
    /// `GUARDIAN`, `AUTHORISED` or `LAWYER`.
    pub role: String,
    pub name: String,
    /// As on an envelope, a line each.
    pub address: Option<String>,
    /// A written authority was shown; a guardian and a lawyer need none.
    pub authority_shown: bool,
    pub gets_copies: bool,
}

impl Representative {
    /// Whether notices go to them (*fvl.* § 12): a guardian, a lawyer, or somebody with written authority.
    pub fn is_notified(&self) -> bool {
        self.gets_copies && (self.role != "AUTHORISED" || self.authority_shown)
    }
}

/// Those who act for the applicant on a day, in the order they were named.
///
/// # Errors
/// When the store fails.
pub fn representatives(tx: &mut Tx<'_>, application: &str, on: Date) -> Result<Vec<Representative>, StoreError> {
    let municipality = tx.municipality();
    let sql = "SELECT role, name, address, authority_shown, gets_copies FROM representative \
               WHERE municipality = $1 AND application = $2 AND from_day <= $3 \
               AND (until_day IS NULL OR until_day > $3) ORDER BY position";
    let rows = tx.query(sql, params![municipality, application, on])?;
    let representative = |row: &Row| {
        Ok(Representative {
            role: row.get(0)?,
            name: row.get(1)?,
            address: row.get(2)?,
            authority_shown: row.get(3)?,
            gets_copies: row.get(4)?,
        })
    };
    rows.iter().map(representative).collect()
}
