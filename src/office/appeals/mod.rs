//! Appeals: received, found in time or late, looked at again, forwarded with the whole file, decided, told.

mod bundle;
mod dismissals;
mod due;
mod file;
mod letter;
mod moving;
mod reading;
mod receiving;
mod records;

pub use bundle::{AccessBundle, Masked, access_bundle, appeal_bundle, pages};
pub use dismissals::Appealable;
pub(in crate::office) use due::due_on;
pub use due::{Due, DueWhat, due};
pub use file::{Contents, Listed, Origin, file_contents, typed_record};
pub use moving::{Move, make};
pub use reading::{StepTold, Under, Whole, whole};
pub use receiving::{NewAppeal, receive};
pub use records::ThirdPerson;

use super::decisions::{self, Deadline};
use super::{OfficeError, Work};
use crate::secrets::Secrets;
use crate::store::appeals::{self as store, Appeal as Row, Step};
use crate::store::decisions as store_decisions;
use crate::store::{StoreError, Tx};
use housing::Date;
use housing::appeals::{Appeal, AppealPeriod, AppealState};
use serde::{Deserialize, Serialize};

/// What the party wrote.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    /// In whose name it is, when another wrote it.
    pub in_the_name_of: String,
    /// The change that is wanted, and why.
    pub wanted: String,
    pub signed: bool,
    /// What came when they were asked to mend it, in the order it came.
    #[serde(default)]
    pub mended: Vec<Mended>,
}

/// What came in when a party was asked to mend an appeal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mended {
    pub on: Date,
    /// It is signed now.
    pub signed: bool,
    /// The authority of whoever appeals for the party is shown.
    pub authorised: bool,
    /// What they wrote.
    pub wanted: String,
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

/// Adds where an appeal has come to stand to its steps.
fn add_step(work: &mut Work<'_, '_>, appeal: &str, state: &AppealState) -> Result<(), OfficeError> {
    let step = Step {
        at: work.now,
        day: state.on(),
        officer: work.actor.id.clone(),
        state: state.word().to_owned(),
        facts: serde_json::to_string(state).expect("a state becomes JSON"),
    };
    Ok(store::add_step(work.tx, appeal, &step)?)
}

/// The period to make an appeal in, from when the letter that it is on arrived: a decision's, or a dismissal's.
fn period(tx: &mut Tx<'_>, row: &Row, appeal: &Appeal) -> Result<AppealPeriod, OfficeError> {
    let deadline = match &row.dismissal_of {
        Some(first) => dismissals::deadline(tx, first, &appeal.decision)?,
        None => {
            let decision = store_decisions::find(tx, &row.decision)?.ok_or(OfficeError::NotFound)?;
            decisions::deadline_of(tx, &decision)?
        }
    };
    Ok(match deadline {
        Some(Deadline::Runs(deadline)) => AppealPeriod::Runs(deadline),
        Some(Deadline::Interrupted { since }) => AppealPeriod::Interrupted { since },
        // Nothing has begun to run: an appeal cannot be too late.
        Some(Deadline::NotSent) | None => AppealPeriod::Interrupted { since: row.received },
    })
}
