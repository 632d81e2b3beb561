//! The invoices that are owed, one by one: the rows behind the arrears of an age.

use super::changes;
use crate::access::{Action, Thing};
use crate::office::dwellings::Listing;
use crate::office::{About, Actor, Office, OfficeError};
use crate::store::arrears::{OpenInvoice, owed};
use crate::store::{Known, Slice};
use housing::Date;
use housing::arrears::ArrearsAge;
use housing::calendar::days_between;
use housing::money::Ore;
use std::sync::Arc;

/// Which invoices to list.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct InvoiceFilter {
    /// As it was on this day; today when not said.
    pub on: Option<Date>,
    /// So late on that day; unknown when there is no due day.
    pub age: Option<Known<ArrearsAge>>,
}

/// The invoices that are owed and match, the longest unpaid first, and what is left of them all together. The look at
/// the list is noted.
///
/// # Errors
/// When the actor may not look at arrears.
pub fn invoices(
    office: &Office,
    actor: &Actor,
    filter: &InvoiceFilter,
    slice: Slice,
) -> Result<(Listing<OpenInvoice>, Ore), OfficeError> {
    actor.may(Action::Look, Thing::Arrears)?;
    let (on, as_of, protected) =
        (filter.on.unwrap_or_else(|| office.today()), filter.on.is_some(), actor.sees_protected);
    let question = format!("invoices owed {on} {as_of} {protected}");
    let all: Arc<Vec<OpenInvoice>> = office.remembered(&question, |tx| owed(tx, on, as_of, protected).map(Arc::new))?;
    let is_so_late = |invoice: &&OpenInvoice| {
        let age = invoice.due.map(|due| ArrearsAge::of_days(days_between(due, on)));
        filter.age.as_ref().is_none_or(|asked| match asked {
            Known::Is(asked) => age == Some(*asked),
            Known::Unknown => age.is_none(),
        })
    };
    let matching: Vec<&OpenInvoice> = all.iter().filter(is_so_late).collect();
    let sum = matching.iter().map(|invoice| invoice.outstanding).sum();
    let total = i64::try_from(matching.len()).unwrap_or(i64::MAX);
    let part = |number: i64| usize::try_from(number).unwrap_or(usize::MAX);
    let rows = matching.into_iter().skip(part(slice.offset)).take(part(slice.most)).cloned();
    let rows: Vec<OpenInvoice> = rows.collect();
    let details = serde_json::json!({"filter": changes::asked(filter), "from": slice.offset, "shown": rows.len()});
    office.looked(actor, About::thing(Thing::Arrears, ""), details.to_string())?;
    Ok((Listing { rows, total }, sum))
}
