//! The tenancies of people and homes that a search has found.

use crate::store::wanted::Wanted;
use crate::store::{Row, StoreError, Tx};
use housing::Date;
use housing::people::Name;

/// A tenancy that is lived in, as a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    pub id: String,
    /// `Granlia 7 H0101`
    pub home: String,
    pub tenant: Name,
    pub from: Option<Date>,
    /// Whether only the named group may know of it (`L7.2`).
    pub restricted: bool,
}

/// The tenancies that these people have or that are lived in in these homes, one after another as they are asked for.
///
/// # Errors
/// When the store fails.
pub fn found(tx: &mut Tx<'_>, tenants: &[&str], dwellings: &[&str]) -> Result<Vec<Found>, StoreError> {
    let mut all = of_some(tx, "t.tenant", tenants)?;
    for tenancy in of_some(tx, "t.dwelling", dwellings)? {
        if all.iter().all(|known| known.id != tenancy.id) {
            all.push(tenancy);
        }
    }
    Ok(all)
}

/// Those whose `column` is one of the ids, in the ids' order, the newest first.
fn of_some(tx: &mut Tx<'_>, column: &str, ids: &[&str]) -> Result<Vec<Found>, StoreError> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let mut wanted = Wanted::of(tx.municipality(), "t.municipality");
    wanted.and_that("t.moved_out IS NULL");
    wanted.and_one_of(column, ids);
    let sql = format!(
        "SELECT {column}, t.id, d.street, d.street_number, d.unit, p.family, p.given, t.from_day, t.restricted, \
         p.restricted FROM tenancy t JOIN dwelling d ON d.municipality = $1 AND d.id = t.dwelling \
         JOIN person p ON p.municipality = $1 AND p.id = t.tenant WHERE {} ORDER BY t.from_day DESC, t.id DESC",
        wanted.sql()
    );
    let rows = tx.query(&sql, wanted.params())?;
    let mut all =
        rows.iter().map(|row| Ok((row.get(0)?, read(row)?))).collect::<Result<Vec<(String, _)>, StoreError>>()?;
    all.sort_by_key(|(of, _)| ids.iter().position(|id| id == of));
    Ok(all.into_iter().map(|(_, found)| found).collect())
}

fn read(row: &Row) -> Result<Found, StoreError> {
    let parts: [String; 3] = [row.get(2)?, row.get(3)?, row.get(4)?];
    let home: Vec<&str> = parts.iter().filter(|part| !part.is_empty()).map(String::as_str).collect();
    let (of_tenancy, of_tenant): (bool, bool) = (row.get(8)?, row.get(9)?);
    Ok(Found {
        id: row.get(1)?,
        home: home.join(" "),
        tenant: Name { family: row.get(5)?, given: row.get(6)? },
        from: row.get(7)?,
        restricted: of_tenancy || of_tenant,
    })
}
