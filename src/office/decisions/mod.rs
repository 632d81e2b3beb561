//! Decisions: written, approved by somebody else where it takes two, signed and frozen, sent.

mod approval;
mod closing;
mod completing;
mod content;
mod deadline;
mod problems;
mod reading;
mod review;
mod rules;
mod wording;
mod writing;

pub use approval::{return_with, sign, withdraw};
pub use deadline::{Deadline, deadline, demand_reasons};
pub use problems::worded;
pub use reading::{Opened, Standing, StepTold, Whole, whole};
pub use review::review;
pub use rules::{OtherAnswer, RulesChanged};
pub use writing::{Next, begin, save};

pub(in crate::office) use content::{body_name, presumed_last_day, rule};
pub(in crate::office) use deadline::{arrival, of as deadline_of, of_letter as deadline_of_letter};
pub(in crate::office) use reading::standing;
pub(in crate::office) use rules::{own_body_of, set_of as rule_set_of};
pub(in crate::office) use wording::terms;

use super::OfficeError;
use crate::secrets::Secrets;
use crate::store::StoreError;
use crate::store::decisions::Decision;
use housing::decisions::WrittenDecision;

/// What the words of a decision being written are bound to.
fn written_row(id: &str) -> String {
    format!("decision.written:{id}")
}

/// What the frozen words of a signed decision are bound to.
fn frozen_row(id: &str) -> String {
    format!("decision.frozen:{id}")
}

fn sealed(secrets: &Secrets, id: &str, written: &WrittenDecision) -> Result<Vec<u8>, OfficeError> {
    let text = serde_json::to_string(written).expect("what is written becomes JSON");
    Ok(secrets.encrypt(&written_row(id), &text)?)
}

/// What is written of a decision.
///
/// # Errors
/// When it does not open with this key.
pub fn written_of(secrets: &Secrets, decision: &Decision) -> Result<WrittenDecision, StoreError> {
    let corrupt = || StoreError::Corrupt { what: "decision", found: decision.id.clone() };
    let text = secrets.decrypt(&written_row(&decision.id), &decision.written).map_err(|_| corrupt())?;
    serde_json::from_str(&text).map_err(|_| corrupt())
}

/// The frozen words of a signed decision, when they are what was sealed.
///
/// # Errors
/// When they do not open, or are not what was signed.
pub fn frozen_of(secrets: &Secrets, decision: &Decision) -> Result<Option<String>, StoreError> {
    let (Some(frozen), Some(seal)) = (&decision.frozen, &decision.seal) else { return Ok(None) };
    let corrupt = || StoreError::Corrupt { what: "signed decision", found: decision.id.clone() };
    let text = secrets.decrypt(&frozen_row(&decision.id), frozen).map_err(|_| corrupt())?;
    if super::documents::sha256(text.as_bytes()) == *seal { Ok(Some(text.to_string())) } else { Err(corrupt()) }
}
