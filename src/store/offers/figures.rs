//! The offers as the figures need them: as they stood on a day, without saying whose they are.

use super::list::{FROM, Filter, wanted};
use crate::store::{Row, StoreError, Tx};
use housing::offers::{OfferFact, OfferStep};

/// The offers that match.
///
/// # Errors
/// When the store fails.
pub fn facts(tx: &mut Tx<'_>, filter: &Filter) -> Result<Vec<OfferFact>, StoreError> {
    let (mut wanted, step) = wanted(tx, filter);
    let on = wanted.param(filter.on);
    let sql = format!(
        "SELECT o.granted, o.made, {step}, o.move_in, o.ended_as, a.target_groups, \
         (SELECT min(s.day) FROM offer_step s WHERE s.municipality = o.municipality AND s.offer = o.id \
         AND s.step IN ('{}', '{}') AND s.day <= {on}) {FROM} WHERE {}",
        OfferStep::Accepted.code(),
        OfferStep::Declined.code(),
        wanted.sql()
    );
    tx.query(&sql, wanted.params())?.iter().map(fact).collect()
}

fn fact(row: &Row) -> Result<OfferFact, StoreError> {
    let step: OfferStep = row.get::<String>(2)?.parse()?;
    let reason = row.get::<Option<String>>(4)?.filter(|_| step == OfferStep::Declined);
    let groups: String = row.get(5)?;
    Ok(OfferFact {
        granted: row.get(0)?,
        made: row.get(1)?,
        step,
        answered: row.get(6)?,
        from: row.get::<Option<_>>(3)?.filter(|_| step == OfferStep::Housed),
        declined: reason.map(|code| code.parse()).transpose()?,
        groups: groups.split_whitespace().map(str::parse).collect::<Result<_, _>>()?,
    })
}
