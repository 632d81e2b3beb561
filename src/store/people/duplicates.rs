//! People who were registered twice: found, and what refers to them moved and moved back.

use super::{COLUMNS, Person, person};
use crate::params;
use crate::store::protected::person_is_open;
use crate::store::{StoreError, Tx, Value};
use serde::{Deserialize, Serialize};

/// What referred to one person and was moved to another: all that is needed to move it back.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Moved {
    pub tenancies: Vec<String>,
    pub applications: Vec<String>,
    pub invoices: Vec<String>,
    /// Merges from before there were cases moved none.
    #[serde(default)]
    pub cases: Vec<String>,
    /// Merges from before anybody could be expected moved none.
    #[serde(default)]
    pub expected: Vec<String>,
    /// Household and first day of each membership.
    pub memberships: Vec<(String, String)>,
}

/// Pairs of people who look like one: the same name and birth, or the same name where a birth and an
/// identity number are missing. Strictly protected people only for those who may know of them (`L7.2`).
///
/// # Errors
/// When the store fails.
pub fn namesakes(tx: &mut Tx<'_>, sees_protected: bool, most: i64) -> Result<Vec<(Person, Person)>, StoreError> {
    let municipality = tx.municipality();
    let is_open = |person: &str| if sees_protected { "1 = 1".to_owned() } else { person_is_open(person) };
    let same_birth = format!(
        "SELECT a.id, b.id FROM (SELECT sort_key, born FROM person WHERE municipality = $1 AND merged_into IS NULL \
         AND {} AND born IS NOT NULL GROUP BY sort_key, born HAVING count(*) > 1 ORDER BY sort_key, born LIMIT $2) \
         AS alike JOIN person a ON a.municipality = $1 AND a.sort_key = alike.sort_key AND a.born = alike.born \
         AND a.merged_into IS NULL JOIN person b ON b.municipality = $1 AND b.sort_key = alike.sort_key \
         AND b.born = alike.born AND b.merged_into IS NULL AND b.id > a.id WHERE {} AND {} \
         ORDER BY a.sort_key, a.id, b.id LIMIT $2",
        if sees_protected { "1 = 1" } else { "restricted = 0" },
        is_open("a"),
        is_open("b")
    );
    let birth_missing = format!(
        "SELECT a.id, b.id FROM person a JOIN person b ON b.municipality = a.municipality \
         AND b.sort_key = a.sort_key AND b.id <> a.id WHERE a.municipality = $1 AND a.born IS NULL \
         AND a.merged_into IS NULL AND b.merged_into IS NULL AND {} AND {} AND (b.born IS NOT NULL OR b.id > a.id) \
         AND (a.identity_index IS NULL OR b.identity_index IS NULL) ORDER BY a.sort_key, a.id, b.id LIMIT $2",
        is_open("a"),
        is_open("b")
    );
    let mut found = Vec::new();
    for sql in [same_birth, birth_missing] {
        for pair in tx.query(&sql, params![municipality.as_str(), most])? {
            let (one, other): (String, String) = (pair.get(0)?, pair.get(1)?);
            found.extend(super::find(tx, &one)?.zip(super::find(tx, &other)?));
        }
    }
    Ok(found)
}

/// Those who were found to be this person.
///
/// # Errors
/// When the store fails.
pub fn merged_into(tx: &mut Tx<'_>, id: &str) -> Result<Vec<Person>, StoreError> {
    let municipality = tx.municipality();
    let sql = format!("SELECT {COLUMNS} FROM person WHERE municipality = $1 AND merged_into = $2 ORDER BY id");
    tx.query(&sql, params![municipality, id])?.iter().map(person).collect()
}

/// The tables with one column that refers to a person.
const REFERENCES: [(&str, &str); 5] = [
    ("tenancy", "tenant"),
    ("application", "applicant"),
    ("invoice", "debtor"),
    ("housing_case", "applicant"),
    ("expected_person", "person"),
];

/// Everything that refers to `from` refers to `to` from now on; a membership that `to` has already stays.
///
/// # Errors
/// When the store fails.
pub fn take_over(tx: &mut Tx<'_>, from: &str, to: &str) -> Result<Moved, StoreError> {
    let municipality = tx.municipality();
    let [tenancies, applications, invoices, cases, expected] =
        REFERENCES.map(|(table, column)| move_all(tx, table, column, from, to));
    let sql = "SELECT household, from_day FROM household_member m WHERE municipality = $1 AND person = $2 \
               AND NOT EXISTS (SELECT 1 FROM household_member o WHERE o.municipality = m.municipality \
               AND o.household = m.household AND o.person = $3 AND o.from_day = m.from_day)";
    let rows = tx.query(sql, params![municipality, from, to])?;
    let memberships: Vec<(String, String)> =
        rows.iter().map(|row| Ok((row.get(0)?, row.get(1)?))).collect::<Result<_, StoreError>>()?;
    move_memberships(tx, &memberships, from, to)?;
    Ok(Moved {
        tenancies: tenancies?,
        applications: applications?,
        invoices: invoices?,
        cases: cases?,
        expected: expected?,
        memberships,
    })
}

/// Moves back from `kept` to `parted` what a merge had moved, as far as it still refers to `kept`.
///
/// # Errors
/// When the store fails.
pub fn part(tx: &mut Tx<'_>, moved: &Moved, kept: &str, parted: &str) -> Result<(), StoreError> {
    let ids = [&moved.tenancies, &moved.applications, &moved.invoices, &moved.cases, &moved.expected];
    for ((table, column), ids) in REFERENCES.into_iter().zip(ids) {
        for id in ids {
            move_one(tx, (table, column), id, kept, parted)?;
        }
    }
    move_memberships(tx, &moved.memberships, kept, parted)
}

fn move_all(tx: &mut Tx<'_>, table: &str, column: &str, from: &str, to: &str) -> Result<Vec<String>, StoreError> {
    let municipality = tx.municipality();
    let sql = format!("SELECT id FROM {table} WHERE municipality = $1 AND {column} = $2 ORDER BY id");
    let rows = tx.query(&sql, params![municipality, from])?;
    let ids = rows.iter().map(|row| row.get(0)).collect::<Result<Vec<String>, StoreError>>()?;
    for id in &ids {
        move_one(tx, (table, column), id, from, to)?;
    }
    Ok(ids)
}

fn move_one(tx: &mut Tx<'_>, (table, column): (&str, &str), id: &str, from: &str, to: &str) -> Result<(), StoreError> {
    let municipality = tx.municipality();
    let sql = format!(
        "UPDATE {table} SET {column} = $4, version = version + 1 \
         WHERE municipality = $1 AND id = $2 AND {column} = $3"
    );
    tx.execute(&sql, params![municipality, id, from, to])?;
    Ok(())
}

fn move_memberships(tx: &mut Tx<'_>, of: &[(String, String)], from: &str, to: &str) -> Result<(), StoreError> {
    for (household, day) in of {
        let params: [Value; 5] = [tx.municipality().into(), household.into(), day.into(), from.into(), to.into()];
        tx.execute(
            "UPDATE household_member SET person = $5 \
             WHERE municipality = $1 AND household = $2 AND from_day = $3 AND person = $4",
            &params,
        )?;
    }
    Ok(())
}
