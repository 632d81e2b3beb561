//! Applications as they are typed, and what they said.

mod representatives;

pub use representatives::{Representative, add_representative, end, representatives, show_authority};

use super::{Row, StoreError, Tx};
use crate::clock::Instant;
use crate::params;
use housing::Date;

/// A form that an officer is filling in; its content is encrypted for its row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    pub id: String,
    pub officer: String,
    pub saved_at: Instant,
    pub content: Vec<u8>,
}

fn draft(row: &Row) -> Result<Draft, StoreError> {
    Ok(Draft { id: row.get(0)?, officer: row.get(1)?, saved_at: row.get(2)?, content: row.get(3)? })
}

/// The draft with this id.
///
/// # Errors
/// When the store fails.
pub fn find_draft(tx: &mut Tx<'_>, id: &str) -> Result<Option<Draft>, StoreError> {
    let municipality = tx.municipality();
    let sql = "SELECT id, officer, saved_at, content FROM application_draft WHERE municipality = $1 AND id = $2";
    tx.query_one(sql, params![municipality, id])?.as_ref().map(draft).transpose()
}

/// An officer's drafts, the newest first.
///
/// # Errors
/// When the store fails.
pub fn drafts_of(tx: &mut Tx<'_>, officer: &str) -> Result<Vec<Draft>, StoreError> {
    let municipality = tx.municipality();
    let sql = "SELECT id, officer, saved_at, content FROM application_draft \
               WHERE municipality = $1 AND officer = $2 ORDER BY saved_at DESC, id";
    tx.query(sql, params![municipality, officer])?.iter().map(draft).collect()
}

/// Keeps what stands in a form.
///
/// # Errors
/// When the store fails.
pub fn save_draft(tx: &mut Tx<'_>, draft: &Draft) -> Result<(), StoreError> {
    let municipality = tx.municipality();
    tx.execute(
        "INSERT INTO application_draft (municipality, id, officer, saved_at, content) VALUES ($1, $2, $3, $4, $5) \
         ON CONFLICT (municipality, id) DO UPDATE SET saved_at = excluded.saved_at, content = excluded.content",
        params![municipality, &draft.id, &draft.officer, draft.saved_at, draft.content.clone()],
    )?;
    Ok(())
}

/// Forgets a draft.
///
/// # Errors
/// When the store fails.
pub fn forget_draft(tx: &mut Tx<'_>, id: &str) -> Result<(), StoreError> {
    let municipality = tx.municipality();
    tx.execute("DELETE FROM application_draft WHERE municipality = $1 AND id = $2", params![municipality, id])?;
    Ok(())
}

/// Adds what a section of an application said from a day on; said again for the same day, the last word holds.
///
/// # Errors
/// When the store fails.
pub fn save_answer(
    tx: &mut Tx<'_>,
    (application, section): (&str, &str),
    from: Date,
    facts: Vec<u8>,
) -> Result<(), StoreError> {
    let municipality = tx.municipality();
    tx.execute(
        "INSERT INTO application_answer (municipality, application, section, from_day, facts) \
         VALUES ($1, $2, $3, $4, $5) ON CONFLICT (municipality, application, section, from_day) \
         DO UPDATE SET facts = excluded.facts",
        params![municipality, application, section, from, facts],
    )?;
    Ok(())
}

/// The newest of each section: its name, since when, and its encrypted facts.
///
/// # Errors
/// When the store fails.
pub fn answers(tx: &mut Tx<'_>, application: &str) -> Result<Vec<(String, Date, Vec<u8>)>, StoreError> {
    let municipality = tx.municipality();
    let sql = "SELECT section, from_day, facts FROM application_answer WHERE municipality = $1 AND application = $2 \
               ORDER BY section, from_day DESC";
    let mut newest: Vec<(String, Date, Vec<u8>)> = Vec::new();
    for row in tx.query(sql, params![municipality, application])? {
        let section: String = row.get(0)?;
        if newest.last().is_none_or(|(last, _, _)| *last != section) {
            newest.push((section, row.get(1)?, row.get(2)?));
        }
    }
    Ok(newest)
}

/// Every section with all that was ever said in it, the first day first: its name, since when, and its encrypted facts.
///
/// # Errors
/// When the store fails.
pub fn every_answer(tx: &mut Tx<'_>, application: &str) -> Result<Vec<(String, Date, Vec<u8>)>, StoreError> {
    let municipality = tx.municipality();
    let sql = "SELECT section, from_day, facts FROM application_answer WHERE municipality = $1 AND application = $2 \
               ORDER BY from_day, section";
    let answer = |row: &Row| Ok((row.get(0)?, row.get(1)?, row.get(2)?));
    tx.query(sql, params![municipality, application])?.iter().map(answer).collect()
}

/// These sections of every open application: its id, the section and its encrypted facts, the newest last.
///
/// # Errors
/// When the store fails.
pub fn answers_of_open(tx: &mut Tx<'_>, sections: &[&str]) -> Result<Vec<(String, String, Vec<u8>)>, StoreError> {
    let municipality = tx.municipality();
    let still_open = Date::constant(9999, 12, 31);
    let sections: Vec<String> = sections.iter().map(|section| format!("'{section}'")).collect();
    let sql = format!(
        "SELECT a.application, a.section, a.facts FROM application o JOIN application_answer a \
         ON a.municipality = o.municipality AND a.application = o.id \
         WHERE o.municipality = $1 AND o.open_until = $2 AND a.section IN ({}) \
         ORDER BY a.application, a.section, a.from_day",
        sections.join(", ")
    );
    let mut answers = Vec::new();
    tx.each(&sql, params![municipality, still_open], &mut |row| {
        answers.push((row.get(0)?, row.get(1)?, row.get(2)?));
        Ok(())
    })?;
    Ok(answers)
}
