//! Decisions, from the first draft to what stands. What is written and what was signed come here
//! encrypted.

mod reviews;
mod steps;

pub use reviews::{ToReview, to_review};
pub use steps::{
    ForApproval, Step, ToFinish, add_step, awaiting_approval, conditions, insert_conditions, steps, to_finish,
};

use super::{Row, StoreError, Tx};
use crate::params;
use housing::Date;
use housing::decisions::{DecisionKind, Outcome};

/// Where a decision stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    Draft,
    Submitted,
    Returned,
    Signed,
    Withdrawn,
}

impl State {
    const ALL: [Self; 5] = [Self::Draft, Self::Submitted, Self::Returned, Self::Signed, Self::Withdrawn];

    /// The stored code; texts for people have the key `decision-state-CODE`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Submitted => "submitted",
            Self::Returned => "returned",
            Self::Signed => "signed",
            Self::Withdrawn => "withdrawn",
        }
    }

    fn from_code(code: &str) -> Result<Self, StoreError> {
        Self::ALL
            .into_iter()
            .find(|state| state.code() == code)
            .ok_or_else(|| StoreError::Corrupt { what: "state of a decision", found: code.to_owned() })
    }

    /// Whether it is still written, or waits for a signature.
    pub const fn is_open(self) -> bool {
        match self {
            Self::Draft | Self::Submitted | Self::Returned => true,
            Self::Signed | Self::Withdrawn => false,
        }
    }
}

/// A decision on the register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    pub id: String,
    pub case: String,
    /// The first of the case is 1.
    pub position: i64,
    pub kind: DecisionKind,
    pub outcome: Option<Outcome>,
    pub state: State,
    pub prepared_by: String,
    pub signed_by: Option<String>,
    /// The day it was signed.
    pub decided: Option<Date>,
    /// What is written: encrypted JSON.
    pub written: Vec<u8>,
    /// What was signed, with the facts it stood on: encrypted JSON.
    pub frozen: Option<Vec<u8>>,
    /// SHA-256 of the frozen text as it is read.
    pub seal: Option<String>,
    /// The rule set the assessment was made on.
    pub rules: Option<String>,
    /// The signed decision that this one reverses.
    pub replaces: Option<String>,
    /// Signed, and not reversed since.
    pub stands: bool,
    /// The party asked for reasons, which interrupts the period for appeal.
    pub reasons_demanded: Option<Date>,
    pub reasons_arrived: Option<Date>,
    /// Its letter.
    pub document: Option<String>,
    /// The day somebody is to look at it again, once it is signed.
    pub review_on: Option<Date>,
    pub version: i64,
}

/// Every column of a decision, in the order [`decision`] reads them.
const COLUMNS: &str = "id, housing_case, position, kind, outcome, state, prepared_by, signed_by, decided, written, \
    frozen, seal, rules, replaces, stands, reasons_demanded, reasons_arrived, document, \
    review_on, version";

fn decision(row: &Row) -> Result<Decision, StoreError> {
    Ok(Decision {
        id: row.get(0)?,
        case: row.get(1)?,
        position: row.get(2)?,
        kind: row.get::<String>(3)?.parse()?,
        outcome: row.get::<Option<String>>(4)?.map(|code| code.parse()).transpose()?,
        state: State::from_code(&row.get::<String>(5)?)?,
        prepared_by: row.get(6)?,
        signed_by: row.get(7)?,
        decided: row.get(8)?,
        written: row.get(9)?,
        frozen: row.get(10)?,
        seal: row.get(11)?,
        rules: row.get(12)?,
        replaces: row.get(13)?,
        stands: row.get(14)?,
        reasons_demanded: row.get(15)?,
        reasons_arrived: row.get(16)?,
        document: row.get(17)?,
        review_on: row.get(18)?,
        version: row.get(19)?,
    })
}

/// The decision with this id.
///
/// # Errors
/// When the store fails.
pub fn find(tx: &mut Tx<'_>, id: &str) -> Result<Option<Decision>, StoreError> {
    let municipality = tx.municipality();
    let sql = format!("SELECT {COLUMNS} FROM decision WHERE municipality = $1 AND id = $2");
    tx.query_one(&sql, params![municipality, id])?.as_ref().map(decision).transpose()
}

/// The decisions of a case, the newest first.
///
/// # Errors
/// When the store fails.
pub fn of_case(tx: &mut Tx<'_>, case: &str) -> Result<Vec<Decision>, StoreError> {
    let municipality = tx.municipality();
    let sql =
        format!("SELECT {COLUMNS} FROM decision WHERE municipality = $1 AND housing_case = $2 ORDER BY position DESC");
    tx.query(&sql, params![municipality, case])?.iter().map(decision).collect()
}

/// The decision whose letter a document is.
///
/// # Errors
/// When the store fails.
pub fn of_letter(tx: &mut Tx<'_>, case: &str, document: &str) -> Result<Option<Decision>, StoreError> {
    Ok(of_case(tx, case)?.into_iter().find(|decision| decision.document.as_deref() == Some(document)))
}

/// Adds a decision that somebody begins to write (`version` is not read).
///
/// # Errors
/// [`StoreError::Constraint`] when one is being written in the case already.
pub fn insert(tx: &mut Tx<'_>, new: &Decision) -> Result<(), StoreError> {
    let municipality = tx.municipality();
    tx.execute(
        "INSERT INTO decision (municipality, id, housing_case, position, kind, outcome, state, prepared_by, written, \
         rules, replaces, is_open, stands, version) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 0, 1)",
        params![
            municipality,
            &new.id,
            &new.case,
            new.position,
            new.kind.code(),
            new.outcome.map(Outcome::code),
            new.state.code(),
            &new.prepared_by,
            new.written.clone(),
            new.rules.clone(),
            new.replaces.clone(),
            new.state.is_open()
        ],
    )?;
    Ok(())
}

/// Saves a changed decision. `false` when somebody else saved first.
///
/// # Errors
/// [`StoreError::Constraint`] when another decision stands in the case.
pub fn update(tx: &mut Tx<'_>, changed: &Decision) -> Result<bool, StoreError> {
    let municipality = tx.municipality();
    let touched = tx.execute(
        "UPDATE decision SET outcome = $3, state = $4, signed_by = $5, decided = $6, written = $7, frozen = $8, \
         seal = $9, rules = $10, is_open = $11, stands = $12, reasons_demanded = $13, reasons_arrived = $14, \
         document = $15, review_on = $16, version = version + 1 \
         WHERE municipality = $1 AND id = $2 AND version = $17",
        params![
            municipality,
            &changed.id,
            changed.outcome.map(Outcome::code),
            changed.state.code(),
            changed.signed_by.clone(),
            changed.decided,
            changed.written.clone(),
            changed.frozen.clone(),
            changed.seal.clone(),
            changed.rules.clone(),
            changed.state.is_open(),
            changed.stands,
            changed.reasons_demanded,
            changed.reasons_arrived,
            changed.document.clone(),
            changed.review_on,
            changed.version
        ],
    )?;
    Ok(touched == 1)
}
