//! Invoices entered and changed by hand.

use super::visible;
use crate::access::{Action, Thing};
use crate::office::changes::{Facts, beginning, difference};
use crate::office::{About, Actor, Office, OfficeError, Problem, Work, new_id};
use crate::store::arrears::{self as store, Invoice};
use housing::Date;
use housing::arrears::CollectionStep;
use housing::money::Ore;
use serde_json::json;

/// An invoice as it is entered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entered {
    pub number: String,
    pub dwelling: Option<String>,
    pub due: Option<Date>,
    pub amount: Option<Ore>,
    pub outstanding: Ore,
    pub step: Option<CollectionStep>,
}

fn problems(entered: &Entered) -> Vec<Problem> {
    let mut problems = Vec::new();
    if entered.number.is_empty() {
        problems.push(Problem::plain("number", "arrears-problem-number-needed"));
    }
    for (field, amount) in [("amount", entered.amount), ("outstanding", Some(entered.outstanding))] {
        if amount.is_some_and(|amount| !amount.is_believable()) {
            problems.push(Problem::plain(field, "arrears-problem-unbelievable"));
        }
    }
    // A credit note is negative; what is left of an invoice is never more than it was, either way.
    if let Some(amount) = entered.amount {
        let left = entered.outstanding;
        let possible = if amount < Ore(0) { (amount..=Ore(0)).contains(&left) } else { left <= amount };
        if !possible {
            let facts = vec![("amount", amount.exact())];
            problems.push(Problem { field: "outstanding", text: "arrears-problem-more-than-amount", facts });
        }
    }
    problems
}

fn refuse(problems: Vec<Problem>) -> Result<(), OfficeError> {
    if problems.is_empty() { Ok(()) } else { Err(OfficeError::Invalid(problems)) }
}

/// Adds an invoice to what somebody owes; the answer is its id.
///
/// # Errors
/// [`OfficeError::Invalid`] names everything that cannot be true; [`OfficeError::NotFound`] when the actor
/// may not know of the debtor.
pub fn enter(office: &Office, actor: &Actor, debtor: &str, entered: &Entered) -> Result<String, OfficeError> {
    actor.may(Action::Change, Thing::Arrears)?;
    office.change(actor, |work| {
        visible(work.tx, actor, debtor)?;
        let mut problems = problems(entered);
        if store::find_by_number(work.tx, &entered.number)?.is_some() {
            let facts = vec![("number", format!("«{}»", entered.number))];
            problems.push(Problem { field: "number", text: "arrears-problem-there-already", facts });
        }
        refuse(problems)?;
        let invoice = Invoice {
            id: new_id(),
            number: entered.number.clone(),
            debtor: debtor.to_owned(),
            dwelling: entered.dwelling.clone(),
            due: entered.due,
            amount: entered.amount,
            outstanding: entered.outstanding,
            step: entered.step,
            version: 1,
        };
        store::insert(work.tx, &invoice, work.today)?;
        note(work, "create", &invoice, beginning(&as_facts(&invoice)));
        Ok(invoice.id)
    })
}

/// Saves a changed invoice; a new balance holds from today. Its number stays.
///
/// # Errors
/// [`OfficeError::Stale`] when somebody saved after `version` was opened; otherwise as [`enter`].
pub fn change(
    office: &Office,
    actor: &Actor,
    (id, version): (&str, i64),
    entered: &Entered,
) -> Result<(), OfficeError> {
    actor.may(Action::Change, Thing::Arrears)?;
    office.change(actor, |work| {
        let before = store::find(work.tx, id)?.ok_or(OfficeError::NotFound)?;
        visible(work.tx, actor, &before.debtor)?;
        if before.version != version {
            return Err(OfficeError::Stale);
        }
        let entered = Entered { number: before.number.clone(), ..entered.clone() };
        refuse(problems(&entered))?;
        let after = Invoice {
            dwelling: entered.dwelling,
            due: entered.due,
            amount: entered.amount,
            outstanding: entered.outstanding,
            step: entered.step,
            ..before.clone()
        };
        if !store::update(work.tx, &before, &after, work.today)? {
            return Err(OfficeError::Stale);
        }
        note(work, "change", &before, difference(&as_facts(&before), &as_facts(&after)));
        Ok(())
    })
}

fn note(work: &mut Work<'_, '_>, action: &str, invoice: &Invoice, details: String) {
    work.note(action, About { thing: Thing::Arrears, id: &invoice.id, person: &invoice.debtor }, details);
}

/// An invoice's facts as the journal tells them: not which home it is for, which may be a secret.
pub fn as_facts(invoice: &Invoice) -> Facts {
    let told = json!({
        "number": invoice.number,
        "due": invoice.due.map(|due| due.to_string()),
        "amount": invoice.amount,
        "outstanding": invoice.outstanding,
        "step": invoice.step.map(CollectionStep::code),
    });
    told.as_object().cloned().unwrap_or_default()
}
