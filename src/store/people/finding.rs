//! Finding people by what somebody types of their name.

use super::{COLUMNS, Person, person};
use crate::store::protected::person_is_open;
use crate::store::wanted::Wanted;
use crate::store::{StoreError, Tx};
use crate::{params, values};
use housing::people::Name;
use housing::text::{fold, sort_key};
use std::collections::BTreeSet;

/// Longer than any text that begins with the same letters, byte by byte.
pub(in crate::store) const AFTER_ALL: char = '\u{10ffff}';

/// The folded words of a text, parted at spaces and hyphens.
pub(in crate::store) fn words(folded: &str) -> impl Iterator<Item = &str> {
    folded.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty())
}

/// The words of a name that neither the given nor the family name begins with: those that
/// `person.search` and `person.sort_key` do not find.
fn inner_words(name: &Name) -> Vec<String> {
    let (given, family) = (fold(&name.given), fold(&name.family));
    let mut inner: Vec<String> = words(&given).skip(1).chain(words(&family).skip(1)).map(str::to_owned).collect();
    inner.sort_unstable();
    inner.dedup();
    inner
}

pub(super) fn save_words(tx: &mut Tx<'_>, id: &str, name: &Name) -> Result<(), StoreError> {
    for word in inner_words(name) {
        let municipality = tx.municipality();
        tx.add(
            "INSERT INTO person_word (municipality, word, person) VALUES ($1, $2, $3)",
            values![municipality, word, id],
        )?;
    }
    Ok(())
}

pub(super) fn forget_words(tx: &mut Tx<'_>, id: &str) -> Result<(), StoreError> {
    let municipality = tx.municipality();
    tx.execute("DELETE FROM person_word WHERE municipality = $1 AND person = $2", params![municipality, id])?;
    Ok(())
}

/// Only people in whose names the longest of the folded words begins a word, as the indexes know them.
pub(super) fn begin_with_longest_word(wanted: &mut Wanted, person: &str, text: &str) {
    let Some(longest) = words(text).max_by_key(|word| word.len()) else { return };
    let key = sort_key(longest);
    let (from, to) = (wanted.param(longest), wanted.param(format!("{longest}{AFTER_ALL}")));
    let (key_from, key_to) = (wanted.param(key.as_str()), wanted.param(format!("{key}{AFTER_ALL}")));
    wanted.and_that(&format!(
        "{person}.id IN (SELECT id FROM person WHERE municipality = $1 AND search >= {from} AND search < {to} \
         UNION SELECT id FROM person WHERE municipality = $1 AND sort_key >= {key_from} AND sort_key < {key_to} \
         UNION SELECT person FROM person_word WHERE municipality = $1 AND word >= {from} AND word < {to})"
    ));
}

/// Only people in whose names every one of the folded words begins a word.
pub(super) fn have_words(wanted: &mut Wanted, person: &str, text: &str) {
    for word in words(text) {
        // A word is letters and digits, so nothing in it has a meaning of its own in a pattern.
        let (after_space, after_hyphen) = (wanted.param(format!("% {word}%")), wanted.param(format!("%-{word}%")));
        wanted.and_that(&format!("(' ' || {person}.search LIKE {after_space} OR {person}.search LIKE {after_hyphen})"));
    }
}

/// Where a word is looked for: each way has an index that gives its people in order.
#[derive(Clone, Copy)]
enum Way {
    Family,
    Given,
    Inner,
}

/// The first people in whose names the folded words are found, by name; strictly protected ones only
/// for those who may know of them (`L7.2`).
///
/// # Errors
/// When the store fails.
pub fn found_by_name(
    tx: &mut Tx<'_>,
    text: &str,
    sees_protected: bool,
    most: usize,
) -> Result<Vec<Person>, StoreError> {
    let typed: Vec<&str> = words(text).collect();
    let Some(longest) = typed.iter().max_by_key(|word| word.len()) else { return Ok(Vec::new()) };
    let others: Vec<&str> = typed.iter().copied().filter(|word| word != longest).collect();
    let mut first_of_all = BTreeSet::new();
    for way in [Way::Family, Way::Given, Way::Inner] {
        first_of_all.extend(first(tx, way, (longest, &others), sees_protected, most)?);
    }
    let ids: Vec<String> = first_of_all.into_iter().take(most).map(|(_, id)| id).collect();
    of_ids(tx, &ids)
}

/// The people with these ids, by name.
fn of_ids(tx: &mut Tx<'_>, ids: &[String]) -> Result<Vec<Person>, StoreError> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let mut wanted = Wanted::of(tx.municipality(), "municipality");
    wanted.and_one_of("id", &ids.iter().map(String::as_str).collect::<Vec<_>>());
    let sql = format!("SELECT {COLUMNS} FROM person WHERE {} ORDER BY sort_key, id", wanted.sql());
    tx.query(&sql, wanted.params())?.iter().map(person).collect()
}

/// The first people found one way by `word`, in whose names the other words are too: what they are sorted by, and
/// their ids.
fn first(
    tx: &mut Tx<'_>,
    way: Way,
    (word, others): (&str, &[&str]),
    sees_protected: bool,
    most: usize,
) -> Result<Vec<(String, String)>, StoreError> {
    let mut wanted = Wanted::of(tx.municipality(), "p.municipality");
    wanted.and_that("p.merged_into IS NULL");
    if !sees_protected {
        wanted.and_that(&person_is_open("p"));
    }
    let (table, column, word) = match way {
        Way::Family => ("person p", "p.sort_key", sort_key(word)),
        Way::Given => ("person p", "p.search", word.to_owned()),
        Way::Inner => {
            let joined = "person_word w JOIN person p ON p.municipality = w.municipality AND p.id = w.person";
            wanted.and_that("w.municipality = $1");
            (joined, "w.word", word.to_owned())
        }
    };
    wanted.and(&format!("{column} >="), word.as_str());
    wanted.and(&format!("{column} <"), format!("{word}{AFTER_ALL}"));
    for other in others {
        and_word(&mut wanted, way, other);
    }
    let most = wanted.param(i64::try_from(most).unwrap_or(i64::MAX));
    let sql =
        format!("SELECT p.sort_key, p.id FROM {table} WHERE {} ORDER BY {column}, p.id LIMIT {most}", wanted.sql());
    tx.query(&sql, wanted.params())?.iter().map(|row| Ok((row.get(0)?, row.get(1)?))).collect()
}

/// Only people with a word that begins so, read in the column that the way's index holds.
fn and_word(wanted: &mut Wanted, way: Way, word: &str) {
    // In a sort key the given name follows a space, and further words and parts an exclamation mark.
    let (column, word, before) = match way {
        Way::Family => ("p.sort_key", sort_key(word), [' ', '!']),
        Way::Given => ("p.search", word.to_owned(), [' ', '-']),
        Way::Inner => ("(' ' || p.search)", word.to_owned(), [' ', '-']),
    };
    let [one, other] = before.map(|sign| wanted.param(format!("%{sign}{word}%")));
    wanted.and_that(&format!("({column} LIKE {one} OR {column} LIKE {other})"));
}
