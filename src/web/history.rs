//! What was done to a thing, as its page tells it.

use super::Frame;
use crate::office::changes::Change;
use serde_json::Value;

/// One entry: when, who, what, and each field before and after.
pub struct ChangeView {
    pub iso: String,
    pub when: String,
    pub who: String,
    pub title: String,
    pub lines: Vec<Line>,
}

/// Something that happened, on the time line of a page.
pub struct EventView {
    pub iso: String,
    pub day: String,
    pub title: String,
    pub note: String,
    pub who: String,
    pub tone: &'static str,
}

/// A field that changed, in words.
pub struct Line {
    pub label: String,
    pub before: String,
    pub after: String,
}

/// The changes in words. `word` says a field's name and how a value of it is read; fields it does not
/// know are left out.
pub fn views(
    frame: &Frame,
    changes: &[Change],
    word: impl Fn(&str, &Value) -> Option<(String, String)>,
) -> Vec<ChangeView> {
    let line = |(field, before, after): &(String, Value, Value)| {
        let (label, after) = word(field, after)?;
        let (_, before) = word(field, before)?;
        Some(Line { label, before, after })
    };
    let view = |change: &Change| ChangeView {
        iso: crate::clock::day_of(change.at).to_string(),
        when: frame.instant(&change.at),
        who: if change.who.is_empty() { frame.t("role-operator") } else { change.who.clone() },
        title: frame.t(title(&change.action)),
        lines: change.fields.iter().filter_map(line).collect(),
    };
    changes.iter().map(view).collect()
}

fn title(action: &str) -> &'static str {
    match action {
        "create" => "history-create",
        "import" => "history-import",
        "renew" => "history-renew",
        "move-out" => "history-move-out",
        "take" | "assign" | "hand-over" => "case-event-handover",
        "forward" => "case-forward",
        "hold" => "case-event-hold",
        "resume" => "case-event-resumed",
        "withdraw" => "case-withdraw",
        "take-out" => "document-taken-out",
        _ => "history-change",
    }
}
