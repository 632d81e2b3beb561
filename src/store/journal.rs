//! The journal: every change and every look, in one hash chain.

use super::{Row, StoreError, Tx};
use crate::clock::Instant;
use crate::{params, values};
use sha2::{Digest, Sha256};

/// One thing that was done, before it has its place in the chain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    pub at: Instant,
    /// The officer's id, or `operator` for the command line.
    pub actor: String,
    pub role: String,
    /// What was done, e.g. `look`, `create`, `change`, `import`.
    pub action: String,
    /// The kind of thing it was done to, e.g. `dwelling`.
    pub thing: String,
    pub thing_id: String,
    /// The person whose data it concerns; empty when nobody's.
    pub person: String,
    /// Before and after, or what was asked for, as JSON; empty when there is nothing to add.
    pub details: String,
}

/// An entry with its place and its seal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sealed {
    pub seq: i64,
    pub entry: Entry,
    pub hash: String,
}

/// What is wrong with the chain.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Broken {
    #[error("entry {seq} was altered: its content does not match its seal")]
    Altered { seq: i64 },
    #[error("entries {from} to {to} are missing")]
    Missing { from: i64, to: i64 },
    #[error("entry {seq} stands after the end of the chain: it was inserted from outside")]
    Inserted { seq: i64 },
}

/// The seal before the first entry.
const BEGINNING: &str = "";

/// Takes this writer's place in the line: from here to the end of the transaction no other writer
/// of this municipality changes anything. A change of facts is counted.
pub(super) fn take_turn(tx: &mut Tx<'_>, changes_facts: bool) -> Result<(), StoreError> {
    let municipality = tx.municipality();
    tx.execute(
        "UPDATE journal_head SET changes = changes + $2 WHERE municipality = $1",
        params![municipality, changes_facts],
    )?;
    Ok(())
}

/// Makes the chain's beginning for a new municipality.
///
/// # Errors
/// When it has one already, or the store fails.
pub fn begin(tx: &mut Tx<'_>) -> Result<(), StoreError> {
    let municipality = tx.municipality();
    tx.execute(
        "INSERT INTO journal_head (municipality, seq, hash, changes) VALUES ($1, 0, $2, 0)",
        params![municipality, BEGINNING],
    )?;
    Ok(())
}

/// How many times facts have changed: what was computed at one count is true until the next.
///
/// # Errors
/// When the store fails.
pub fn changes(tx: &mut Tx<'_>) -> Result<i64, StoreError> {
    let municipality = tx.municipality();
    let row = tx.query_one("SELECT changes FROM journal_head WHERE municipality = $1", params![municipality])?;
    row.map_or(Ok(0), |row| row.get(0))
}

/// Adds entries to the end of the chain, within the transaction that does what they tell.
///
/// # Errors
/// When the store fails.
pub fn append(tx: &mut Tx<'_>, entries: &[Entry]) -> Result<(), StoreError> {
    let mut chain = Chain::take_up(tx)?;
    chain.add(tx, entries)?;
    chain.close(tx)
}

/// The end of the chain in the hands of a transaction, which adds to it in several turns.
pub struct Chain {
    seq: i64,
    hash: String,
}

impl Chain {
    /// Takes up the chain where it ends.
    ///
    /// # Errors
    /// When the store fails.
    pub fn take_up(tx: &mut Tx<'_>) -> Result<Self, StoreError> {
        let municipality = tx.municipality();
        let head = tx.query_one("SELECT seq, hash FROM journal_head WHERE municipality = $1", params![municipality])?;
        let head = head.ok_or_else(|| StoreError::Corrupt { what: "journal", found: "no beginning".to_owned() })?;
        tx.gather();
        Ok(Self { seq: head.get(0)?, hash: head.get(1)? })
    }

    /// Adds entries; they are part of the chain when it is closed.
    ///
    /// # Errors
    /// When the store fails.
    pub fn add(&mut self, tx: &mut Tx<'_>, entries: &[Entry]) -> Result<(), StoreError> {
        let municipality = tx.municipality();
        for entry in entries {
            self.seq += 1;
            self.hash = seal(&municipality, self.seq, entry, &self.hash);
            insert(tx, &municipality, self.seq, entry, &self.hash)?;
        }
        Ok(())
    }

    /// Says where the chain ends now.
    ///
    /// # Errors
    /// When the store fails.
    pub fn close(self, tx: &mut Tx<'_>) -> Result<(), StoreError> {
        let municipality = tx.municipality();
        tx.execute(
            "UPDATE journal_head SET seq = $2, hash = $3 WHERE municipality = $1",
            params![municipality, self.seq, self.hash],
        )?;
        Ok(())
    }
}

/// The newest round of looks that is in the chain.
///
/// # Errors
/// When the store fails.
pub fn settled(tx: &mut Tx<'_>) -> Result<i64, StoreError> {
    let municipality = tx.municipality();
    let row = tx.query_one("SELECT settled FROM journal_head WHERE municipality = $1", params![municipality])?;
    row.map_or(Ok(0), |row| row.get(0))
}

/// Puts a round of looks in the chain, unless it is there already.
///
/// # Errors
/// When the store fails.
pub fn settle(tx: &mut Tx<'_>, round: i64, entries: &[Entry]) -> Result<(), StoreError> {
    if settled(tx)? >= round {
        return Ok(());
    }
    append(tx, entries)?;
    let municipality = tx.municipality();
    tx.execute("UPDATE journal_head SET settled = $2 WHERE municipality = $1", params![municipality, round])?;
    Ok(())
}

fn insert(tx: &mut Tx<'_>, municipality: &str, seq: i64, entry: &Entry, hash: &str) -> Result<(), StoreError> {
    tx.add(
        "INSERT INTO journal (municipality, seq, at, actor, role, action, thing, thing_id, person, details, hash) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        values![
            municipality,
            seq,
            entry.at,
            &entry.actor,
            &entry.role,
            &entry.action,
            &entry.thing,
            &entry.thing_id,
            &entry.person,
            &entry.details,
            hash
        ],
    )?;
    Ok(())
}

/// The seal of an entry: SHA-256 over every field, each with its length before it so that no two
/// entries read alike, and over the seal before.
fn seal(municipality: &str, seq: i64, entry: &Entry, before: &str) -> String {
    let mut hasher = Sha256::new();
    let (seq, at) = (seq.to_string(), entry.at.to_string());
    let fields = [
        municipality,
        &seq,
        &at,
        &entry.actor,
        &entry.role,
        &entry.action,
        &entry.thing,
        &entry.thing_id,
        &entry.person,
        &entry.details,
        before,
    ];
    for field in fields {
        hasher.update((field.len() as u64).to_be_bytes());
        hasher.update(field.as_bytes());
    }
    crate::secrets::hex(&hasher.finalize())
}

fn sealed(row: &Row) -> Result<Sealed, StoreError> {
    Ok(Sealed {
        seq: row.get(0)?,
        entry: Entry {
            at: row.get(1)?,
            actor: row.get(2)?,
            role: row.get(3)?,
            action: row.get(4)?,
            thing: row.get(5)?,
            thing_id: row.get(6)?,
            person: row.get(7)?,
            details: row.get(8)?,
        },
        hash: row.get(9)?,
    })
}

const COLUMNS: &str = "seq, at, actor, role, action, thing, thing_id, person, details, hash";

/// Walks the whole chain and names everything that does not hold; an empty answer proves it whole.
/// The second answer is how many entries there are.
///
/// # Errors
/// When the store fails.
pub fn verify(tx: &mut Tx<'_>) -> Result<(Vec<Broken>, i64), StoreError> {
    let municipality = tx.municipality();
    let sql = format!("SELECT {COLUMNS} FROM journal WHERE municipality = $1 ORDER BY seq");
    let (mut broken, mut count, mut last, mut before) = (Vec::new(), 0, 0, BEGINNING.to_owned());
    tx.each(&sql, params![municipality.as_str()], &mut |row| {
        let found = sealed(&row)?;
        if found.seq != last + 1 {
            broken.push(Broken::Missing { from: last + 1, to: found.seq - 1 });
        } else if seal(&municipality, found.seq, &found.entry, &before) != found.hash {
            broken.push(Broken::Altered { seq: found.seq });
        }
        (last, count, before) = (found.seq, count + 1, found.hash);
        Ok(())
    })?;
    let head = tx.query_one("SELECT seq, hash FROM journal_head WHERE municipality = $1", params![municipality])?;
    if let Some(head) = head {
        let (seq, hash): (i64, String) = (head.get(0)?, head.get(1)?);
        if seq > last {
            broken.push(Broken::Missing { from: last + 1, to: seq });
        } else if seq < last {
            broken.push(Broken::Inserted { seq: seq + 1 });
        } else if hash != before && broken.is_empty() {
            broken.push(Broken::Altered { seq });
        }
    }
    Ok((broken, count))
}

/// Which entries to show.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    pub person: Option<String>,
    /// The kind of thing.
    pub kind: Option<String>,
    /// The kind of thing and its id.
    pub thing: Option<(String, String)>,
    pub actor: Option<String>,
    /// Leave out looks.
    pub changes_only: bool,
    /// Entries before this number; newest first.
    pub before: Option<i64>,
    pub most: i64,
}

/// Entries that match, newest first.
///
/// # Errors
/// When the store fails.
pub fn list(tx: &mut Tx<'_>, filter: &Filter) -> Result<Vec<Sealed>, StoreError> {
    let mut params: Vec<super::Value> = vec![tx.municipality().into(), filter.most.into()];
    let mut wanted = String::new();
    let mut and = |column: &str, operator: &str, value: super::Value| {
        params.push(value);
        wanted.push_str(&format!(" AND {column} {operator} ${}", params.len()));
    };
    if let Some(person) = &filter.person {
        // Said in so many words, so that the index of those who are somebody is used.
        and("person <> '' AND person", "=", person.into());
    }
    if let Some(kind) = &filter.kind {
        and("thing", "=", kind.into());
    }
    if let Some((thing, id)) = &filter.thing {
        and("thing", "=", thing.into());
        and("thing_id", "=", id.into());
    }
    if let Some(actor) = &filter.actor {
        and("actor", "=", actor.into());
    }
    if let Some(before) = filter.before {
        and("seq", "<", before.into());
    }
    if filter.changes_only {
        // In so many words, for the index of changes.
        wanted.push_str(" AND action <> 'look'");
    }
    let sql = format!("SELECT {COLUMNS} FROM journal WHERE municipality = $1{wanted} ORDER BY seq DESC LIMIT $2");
    tx.query(&sql, &params)?.iter().map(sealed).collect()
}
