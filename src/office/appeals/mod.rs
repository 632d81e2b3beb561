//! Appeals: received, found in time or late, looked at again, forwarded with the whole file, decided, told.

mod bundle;
mod due;
mod file;
mod letter;
mod moving;
mod reading;
mod receiving;
mod records;

pub use bundle::{AccessBundle, Masked, access_bundle, appeal_bundle, pages};
pub(in crate::office) use due::due_on;
pub use due::{Due, DueWhat, due};
pub use file::{Contents, Listed, Origin, file_contents, typed_record};
pub use moving::{Move, make};
pub use reading::{StepTold, Under, Whole, whole};
pub use receiving::{NewAppeal, receive};
pub use records::ThirdPerson;

use super::OfficeError;
use crate::secrets::Secrets;
use crate::store::StoreError;
use crate::store::appeals::Appeal as Row;
use housing::appeals::Appeal;
use serde::{Deserialize, Serialize};

/// What the party wrote.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    /// In whose name it is, when another wrote it.
    pub in_the_name_of: String,
    /// The change that is wanted, and why.
    pub wanted: String,
    pub signed: bool,
}

/// What the words of an appeal are bound to.
fn told_row(id: &str) -> String {
    format!("appeal.told:{id}")
}

fn sealed(secrets: &Secrets, id: &str, told: &Told) -> Result<Vec<u8>, OfficeError> {
    let text = serde_json::to_string(told).expect("plain texts become JSON");
    Ok(secrets.encrypt(&told_row(id), &text)?)
}

fn told_of(secrets: &Secrets, row: &Row) -> Result<Told, StoreError> {
    let corrupt = || StoreError::Corrupt { what: "appeal", found: row.id.clone() };
    let text = secrets.decrypt(&told_row(&row.id), &row.told).map_err(|_| corrupt())?;
    serde_json::from_str(&text).map_err(|_| corrupt())
}

/// The appeal as the rules know it.
fn progress_of(row: &Row) -> Result<Appeal, StoreError> {
    serde_json::from_str(&row.progress).map_err(|_| StoreError::Corrupt { what: "appeal", found: row.id.clone() })
}

fn progress_text(appeal: &Appeal) -> String {
    serde_json::to_string(appeal).expect("an appeal becomes JSON")
}
