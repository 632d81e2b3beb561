//! Rows of unpaid invoices and credit notes.

use housing::arrears::InvoiceFacts;
use housing::people::PersonFacts;

use super::row::RowReader;
use super::{people, places};
use crate::exchange::fields::Field;
use crate::exchange::problem::Problem;

pub fn read(row: &mut RowReader<'_>) -> Option<InvoiceFacts> {
    let debtor = people::read(row);
    if debtor.is_none() && row.text(Field::Name).is_none() && row.text(Field::Identity).is_none() {
        row.reject(Some(Field::Name), Problem::NameMissing);
    }
    let has_address = row.text(Field::Address).is_some() || row.text(Field::Street).is_some();
    let place = if has_address { places::read(row) } else { None };
    let (address, unit_in_address) = place.map(|place| (place.address, place.unit)).unzip();
    let unit = places::unit(row).or(unit_in_address.flatten());
    let amount = row.amount(Field::Amount);
    let outstanding = if row.has(Field::Outstanding) { row.amount(Field::Outstanding) } else { amount };
    let asked = if row.has(Field::Outstanding) { Field::Outstanding } else { Field::Amount };
    if outstanding.is_none() && row.text(asked).is_none() {
        row.reject(Some(asked), Problem::AmountMissing);
    }
    let due = row.day(Field::Due);
    let step = row.code(Field::CollectionStep, "collection-step");
    let number = number(row, debtor.as_ref(), due);
    if number.is_none() && debtor.is_some() {
        row.reject(Some(Field::InvoiceNumber), Problem::InvoiceNumberMissing);
    }
    let facts =
        InvoiceFacts { debtor: debtor?, address, unit, number: number?, due, amount, outstanding: outstanding?, step };
    Some(facts)
}

/// The invoice's number; in lists without one, its KID, or customer and due date, which together stay the
/// same from list to list.
fn number(row: &mut RowReader<'_>, debtor: Option<&PersonFacts>, due: Option<housing::Date>) -> Option<String> {
    let own = row.owned(Field::InvoiceNumber).or_else(|| row.owned(Field::Kid));
    own.or_else(|| {
        let customer = row.owned(Field::CustomerNumber).or_else(|| debtor.map(|person| person.name.key()))?;
        let per_debtor = !row.has(Field::Due) && !row.has(Field::InvoiceNumber);
        match due {
            Some(due) => Some(format!("{customer} {due}")),
            None if per_debtor => Some(customer),
            None => None,
        }
    })
}
