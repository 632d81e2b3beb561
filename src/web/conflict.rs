//! Two people saved the same thing: what each of them wrote, side by side.

use super::FormValues;

/// One field of the two, in words.
pub struct ConflictRow {
    pub label: String,
    pub yours: String,
    pub theirs: String,
    pub differs: bool,
}

/// Every field that either wrote something in; `word` says its name and reads a value of it.
pub fn rows(
    fields: &[&'static str],
    yours: &FormValues,
    theirs: &FormValues,
    word: impl Fn(&'static str, &str) -> (String, String),
) -> Vec<ConflictRow> {
    let row = |field: &&'static str| {
        let (mine, other) = (yours.get(field), theirs.get(field));
        let ((label, yours), (_, theirs)) = (word(field, mine), word(field, other));
        ConflictRow { label, yours, theirs, differs: mine != other }
    };
    fields.iter().map(row).filter(|row| !row.yours.is_empty() || !row.theirs.is_empty()).collect()
}
