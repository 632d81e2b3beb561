//! Unpaid invoices in files.

use super::save::Saving;
use super::{dwellings, people};
use crate::access::Thing;
use crate::exchange::{CheckedSheet, Record, SheetReading};
use crate::office::arrears::as_facts;
use crate::office::changes::difference;
use crate::office::{About, OfficeError, new_id};
use crate::store::arrears::{self as store, Invoice};
use housing::arrears::InvoiceFacts;
use std::collections::HashSet;

/// Saves the invoices of the sheets and answers which they are; `None` when no sheet has any.
pub(super) fn save<'sheets>(
    saving: &mut Saving<'_, '_, '_>,
    sheets: impl Iterator<Item = &'sheets (SheetReading, CheckedSheet)>,
) -> Result<Option<HashSet<String>>, OfficeError> {
    let mut seen = None;
    for (_, checked) in sheets {
        let seen = seen.get_or_insert_with(HashSet::new);
        for accepted in &checked.accepted {
            if let Record::Invoice(facts) = &accepted.record {
                seen.insert(save_row(saving, facts)?);
                saving.saved()?;
            }
        }
    }
    Ok(seen)
}

/// The same number is the same invoice.
fn save_row(saving: &mut Saving<'_, '_, '_>, facts: &InvoiceFacts) -> Result<String, OfficeError> {
    let debtor = people::save(saving, &facts.debtor)?;
    let dwelling = match &facts.address {
        Some(address) => dwellings::find(saving, address, facts.unit.as_ref())?,
        None => None,
    };
    let known = match saving.invoices.may_have(&facts.number) {
        true => store::find_by_number(saving.work.tx, &facts.number)?,
        false => None,
    };
    let invoice = Invoice {
        id: known.as_ref().map_or_else(new_id, |known| known.id.clone()),
        number: facts.number.clone(),
        debtor: debtor.person.id,
        dwelling: dwelling.map(|home| home.id).or_else(|| known.as_ref().and_then(|known| known.dwelling.clone())),
        due: facts.due.or(known.as_ref().and_then(|known| known.due)),
        amount: facts.amount.or(known.as_ref().and_then(|known| known.amount)),
        outstanding: facts.outstanding,
        step: facts.step.or(known.as_ref().and_then(|known| known.step)),
        version: known.as_ref().map_or(1, |known| known.version),
    };
    let details = match &known {
        None => {
            store::insert(saving.work.tx, &invoice, saving.as_of)?;
            saving.invoices.add(invoice.number.clone());
            saving.outcome.invoices.new += 1;
            String::new()
        }
        Some(known) if *known == invoice => {
            saving.outcome.invoices.unchanged += 1;
            return Ok(invoice.id);
        }
        Some(known) => {
            if !store::update(saving.work.tx, known, &invoice, saving.as_of)? {
                return Err(OfficeError::Stale);
            }
            saving.outcome.invoices.changed += 1;
            difference(&as_facts(known), &as_facts(&invoice))
        }
    };
    let action = if known.is_none() { "create" } else { "change" };
    let about = About { thing: Thing::Arrears, id: &invoice.id, person: &invoice.debtor };
    saving.work.note(action, about, details);
    Ok(invoice.id)
}
