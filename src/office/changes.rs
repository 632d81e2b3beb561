//! What was done to a thing, as the journal tells it: who, when, and what stood there before.

use crate::access::Thing;
use crate::clock::Instant;
use crate::store::{StoreError, Tx, accounts, journal};
use serde_json::{Map, Value};
use std::collections::HashMap;

/// Facts by field, as they stand in the journal.
pub type Facts = Map<String, Value>;

/// One entry about a thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    pub at: Instant,
    /// The officer's name; empty for the command line.
    pub who: String,
    /// `create`, `change` …
    pub action: String,
    /// Each field that changed, with what stood there before and what stands there after.
    pub fields: Vec<(String, Value, Value)>,
}

/// The most entries a page shows.
const MOST: i64 = 100;

/// Everything done to a thing, the newest first; looks are not changes.
///
/// # Errors
/// When the store fails.
pub fn of(tx: &mut Tx<'_>, thing: Thing, id: &str) -> Result<Vec<Change>, StoreError> {
    let filter = journal::Filter {
        thing: Some((thing.word().to_owned(), id.to_owned())),
        changes_only: true,
        most: MOST,
        ..journal::Filter::default()
    };
    let mut names: HashMap<String, String> = HashMap::new();
    let mut changes = Vec::new();
    for sealed in journal::list(tx, &filter)? {
        let entry = sealed.entry;
        if !names.contains_key(&entry.actor) {
            let name = accounts::find(tx, &entry.actor)?.map(|officer| officer.name).unwrap_or_default();
            names.insert(entry.actor.clone(), name);
        }
        let who = names.get(&entry.actor).cloned().unwrap_or_default();
        changes.push(Change { at: entry.at, who, action: entry.action, fields: fields(&entry.details) });
    }
    Ok(changes)
}

/// What an entry says changed; entries written otherwise say nothing here.
pub fn fields(details: &str) -> Vec<(String, Value, Value)> {
    let Ok(Value::Object(details)) = serde_json::from_str(details) else { return Vec::new() };
    let part = |name: &str| details.get(name).and_then(Value::as_object).cloned().unwrap_or_default();
    let (before, after) = (part("before"), part("after"));
    let mut names: Vec<&String> =
        before.keys().chain(after.keys().filter(|name| !before.contains_key(*name))).collect();
    names.sort();
    let of = |facts: &Facts, name: &String| facts.get(name).cloned().unwrap_or_default();
    names.into_iter().map(|name| (name.clone(), of(&before, name), of(&after, name))).collect()
}

/// What a change says in the journal: the fields that differ, before and after.
pub fn difference(before: &Facts, after: &Facts) -> String {
    let differs = |name: &str| before.get(name) != after.get(name);
    let part = |facts: &Facts| -> Facts {
        facts.iter().filter(|(name, _)| differs(name)).map(|(name, value)| (name.clone(), value.clone())).collect()
    };
    serde_json::json!({"before": part(before), "after": part(after)}).to_string()
}

/// What a list was narrowed to, for the entry of the look at it: only what was asked for.
pub fn asked(filter: &impl serde::Serialize) -> Facts {
    let said = |value: &Value| !matches!(value, Value::Null | Value::Bool(false));
    match serde_json::to_value(filter) {
        Ok(Value::Object(filter)) => filter.into_iter().filter(|(_, value)| said(value)).collect(),
        Ok(_) | Err(_) => Facts::new(),
    }
}

/// What the first entry of a thing says: everything that is known.
pub fn beginning(facts: &Facts) -> String {
    let known: Facts =
        facts.iter().filter(|(_, value)| !value.is_null()).map(|(n, v)| (n.clone(), v.clone())).collect();
    serde_json::json!({"after": known}).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn facts(value: &Value) -> Facts {
        value.as_object().cloned().unwrap_or_default()
    }

    #[test]
    fn only_what_differs_is_told_and_it_reads_back() {
        let before = facts(&json!({"rent": 700_000, "rooms": 2, "area": null}));
        let after = facts(&json!({"rent": 785_000, "rooms": 2, "area": "Øra"}));
        let told = difference(&before, &after);
        let expected =
            [("area".to_owned(), Value::Null, json!("Øra")), ("rent".to_owned(), json!(700_000), json!(785_000))];
        assert_eq!(fields(&told), expected);
        assert_eq!(fields("not JSON"), []);
    }
}
