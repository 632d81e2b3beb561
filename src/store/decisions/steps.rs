//! What was done with a decision, step by step; and the decisions that wait for somebody.

use crate::clock::Instant;
use crate::params;
use crate::store::decisions::State;
use crate::store::{Row, StoreError, Tx};
use housing::Date;
use housing::decisions::{Condition, DecisionKind, Outcome};

/// One thing that somebody did with a decision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    pub at: Instant,
    pub day: Date,
    pub officer: String,
    pub state: State,
    /// What the one who returned it said, or why it was withdrawn; otherwise empty.
    pub remarks: String,
}

/// Adds a step after those that are there.
///
/// # Errors
/// When the store fails.
pub fn add_step(tx: &mut Tx<'_>, decision: &str, step: &Step) -> Result<(), StoreError> {
    let municipality = tx.municipality();
    tx.execute(
        "INSERT INTO decision_step (municipality, decision, position, at, day, officer, state, remarks) \
         SELECT $1, $2, coalesce(max(position), 0) + 1, $3, $4, $5, $6, $7 FROM decision_step \
         WHERE municipality = $1 AND decision = $2",
        params![municipality, decision, step.at, step.day, &step.officer, step.state.code(), &step.remarks],
    )?;
    Ok(())
}

/// Every step of a decision, the oldest first.
///
/// # Errors
/// When the store fails.
pub fn steps(tx: &mut Tx<'_>, decision: &str) -> Result<Vec<Step>, StoreError> {
    let municipality = tx.municipality();
    let sql = "SELECT at, day, officer, state, remarks FROM decision_step \
               WHERE municipality = $1 AND decision = $2 ORDER BY position";
    let rows = tx.query(sql, params![municipality, decision])?;
    let step = |row: &Row| {
        Ok(Step {
            at: row.get(0)?,
            day: row.get(1)?,
            officer: row.get(2)?,
            state: State::from_code(&row.get::<String>(3)?)?,
            remarks: row.get(4)?,
        })
    };
    rows.iter().map(step).collect()
}

/// Keeps the conditions of a signed decision.
///
/// # Errors
/// When the store fails.
pub fn insert_conditions(tx: &mut Tx<'_>, decision: &str, conditions: &[Condition]) -> Result<(), StoreError> {
    let municipality = tx.municipality();
    for (position, condition) in (1_i64..).zip(conditions) {
        tx.add(
            "INSERT INTO decision_condition (municipality, decision, position, text, legal_basis, reason) \
             VALUES ($1, $2, $3, $4, $5, $6)",
            params![
                municipality.as_str(),
                decision,
                position,
                condition.text(),
                condition.legal_basis(),
                condition.reason()
            ],
        )?;
    }
    Ok(())
}

/// The conditions of a signed decision, in their order.
///
/// # Errors
/// When the store fails, or holds a condition that lacks something.
pub fn conditions(tx: &mut Tx<'_>, decision: &str) -> Result<Vec<Condition>, StoreError> {
    let municipality = tx.municipality();
    let sql = "SELECT text, legal_basis, reason FROM decision_condition \
               WHERE municipality = $1 AND decision = $2 ORDER BY position";
    let rows = tx.query(sql, params![municipality, decision])?;
    let condition = |row: &Row| {
        let (text, legal_basis, reason): (String, String, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
        Condition::new(&text, &legal_basis, &reason)
            .map_err(|_| StoreError::Corrupt { what: "condition", found: text.clone() })
    };
    rows.iter().map(condition).collect()
}

/// A decision that waits for a signature.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ForApproval {
    pub decision: String,
    pub case: String,
    pub kind: DecisionKind,
    pub outcome: Option<Outcome>,
    pub prepared_by: String,
    pub unit: Option<String>,
    /// The day it was submitted.
    pub since: Date,
}

/// A decision that somebody must go on with: returned with remarks, or signed with a letter that has not left.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ToFinish {
    pub case: String,
    /// Whoever wrote it when it was returned; otherwise whoever has the case, when somebody has.
    pub officer: Option<String>,
    /// The unit that has the case.
    pub unit: Option<String>,
    pub since: Date,
    /// It is signed, and its letter waits in the queue.
    pub signed: bool,
}

/// The decisions that were returned, and those whose letters have not left; without those of strictly protected people
/// when `only_open` is asked for.
///
/// # Errors
/// When the store fails.
pub fn to_finish(tx: &mut Tx<'_>, only_open: bool) -> Result<Vec<ToFinish>, StoreError> {
    let municipality = tx.municipality();
    let returned = "SELECT d.housing_case, d.prepared_by, c.unit, \
         (SELECT max(s.day) FROM decision_step s WHERE s.municipality = d.municipality AND s.decision = d.id) \
         FROM decision d JOIN housing_case c ON c.municipality = d.municipality AND c.id = d.housing_case \
         JOIN person p ON p.municipality = c.municipality AND p.id = c.applicant \
         WHERE d.municipality = $1 AND d.state = 'returned' AND d.is_open = 1 \
         AND (CAST($2 AS BIGINT) = 0 OR (c.restricted = 0 AND p.restricted = 0)) ORDER BY d.id";
    let unsent = "SELECT d.housing_case, c.officer, c.unit, d.decided \
         FROM dispatch q JOIN document o ON o.municipality = q.municipality AND o.id = q.document \
         JOIN decision d ON d.municipality = o.municipality AND d.housing_case = o.housing_case \
             AND d.document = o.id \
         JOIN housing_case c ON c.municipality = d.municipality AND c.id = d.housing_case \
         JOIN person p ON p.municipality = c.municipality AND p.id = c.applicant \
         WHERE q.municipality = $1 AND q.sent IS NULL AND d.stands = 1 \
         AND (CAST($2 AS BIGINT) = 0 OR (c.restricted = 0 AND p.restricted = 0)) ORDER BY d.id";
    let mut found = Vec::new();
    for (sql, signed) in [(returned, false), (unsent, true)] {
        let rows = tx.query(sql, params![municipality.as_str(), i64::from(only_open)])?;
        let read = |row: &Row| {
            let (case, officer, unit, since) = (row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?);
            Ok(ToFinish { case, officer, unit, since, signed })
        };
        found.extend(rows.iter().map(read).collect::<Result<Vec<_>, StoreError>>()?);
    }
    Ok(found)
}

/// The decisions that wait for a signature, the longest first; without those of strictly protected people
/// when `only_open` is asked for.
///
/// # Errors
/// When the store fails.
pub fn awaiting_approval(tx: &mut Tx<'_>, only_open: bool) -> Result<Vec<ForApproval>, StoreError> {
    let municipality = tx.municipality();
    let sql = "SELECT d.id, d.housing_case, d.kind, d.outcome, d.prepared_by, c.unit, \
         (SELECT max(s.day) FROM decision_step s WHERE s.municipality = d.municipality AND s.decision = d.id) \
         FROM decision d JOIN housing_case c ON c.municipality = d.municipality AND c.id = d.housing_case \
         JOIN person p ON p.municipality = c.municipality AND p.id = c.applicant \
         WHERE d.municipality = $1 AND d.state = 'submitted' AND d.is_open = 1 \
         AND (CAST($2 AS BIGINT) = 0 OR (c.restricted = 0 AND p.restricted = 0)) ORDER BY d.id";
    let rows = tx.query(sql, params![municipality, i64::from(only_open)])?;
    let waiting = |row: &Row| {
        Ok(ForApproval {
            decision: row.get(0)?,
            case: row.get(1)?,
            kind: row.get::<String>(2)?.parse()?,
            outcome: row.get::<Option<String>>(3)?.map(|code| code.parse()).transpose()?,
            prepared_by: row.get(4)?,
            unit: row.get(5)?,
            since: row.get(6)?,
        })
    };
    rows.iter().map(waiting).collect()
}
