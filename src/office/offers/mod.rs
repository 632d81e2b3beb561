//! Offers of homes: made from a grant that holds, written, answered, and turned into a tenancy.
//!
//! While an offer is open its home is promised, and the database keeps it to one household. An offer that nobody
//! answers lapses by the calendar: it is worked out for today, and noted when somebody needs to.

mod basis;
mod candidates;
mod chain;
mod due;
mod empty;
mod exchange;
mod letter;
mod making;
mod moving;
mod numbers;
mod reading;
mod saving;

pub use candidates::{Candidate, ToOffer, to_offer};
pub use chain::{Chain, ChainLink};
pub(in crate::office) use due::of as due_of;
pub use due::{Due, due};
pub use empty::Empty;
pub use exchange::open_exchange;
pub use letter::{remind, write_letter};
pub use making::{NewOffer, make};
pub use moving::{Answer, Move, act};
pub(in crate::office) use moving::{fall_with_decision, open_since};
pub use numbers::numbers;
pub use reading::{Listing, Promise, StepTold, Told, Whole, colleagues, list, of_case, whole};

pub(in crate::office) use reading::promise;
pub(in crate::office) use saving::letter_left;

use crate::store::StoreError;
use crate::store::offers::Offer as Row;
use housing::Date;
use housing::assessment::OfferRule;
use housing::money::Ore;
use housing::offers::Offer;
use serde::{Deserialize, Serialize, de::DeserializeOwned};

/// What is offered, as the letter tells it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Terms {
    /// A month.
    pub rent: Ore,
    /// What else is paid, a line each.
    pub costs: String,
    /// The first day of the tenancy.
    pub from: Date,
    /// How long the lease is; `None` is open-ended.
    pub lease_months: Option<u16>,
    /// When and where the home can be seen, in words.
    pub viewing: String,
}

fn kept<T: DeserializeOwned>(row: &Row, text: &str) -> Result<T, StoreError> {
    serde_json::from_str(text).map_err(|_| StoreError::Corrupt { what: "offer", found: row.id.clone() })
}

/// The offer as it was saved.
fn progress_of(row: &Row) -> Result<Offer, StoreError> {
    kept(row, &row.progress)
}

fn rule_of(row: &Row) -> Result<OfferRule, StoreError> {
    kept(row, &row.rule)
}

fn terms_of(row: &Row) -> Result<Terms, StoreError> {
    kept(row, &row.terms)
}

/// A day as problems tell it.
fn worded_day(day: Date) -> String {
    day.strftime("%d.%m.%Y").to_string()
}

fn text<T: Serialize>(value: &T) -> String {
    serde_json::to_string(value).expect("plain facts become JSON")
}
