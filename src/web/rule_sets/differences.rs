//! What two rule sets say otherwise, in words.

use super::words::groups;
use crate::web::Frame;
use housing::assessment::RuleSet;

/// A rule that is another than it was.
pub struct Difference {
    /// The group and the field: *Alder: Minste alder*.
    pub what: String,
    /// Empty where there was none.
    pub before: String,
    /// Empty where there is none any more.
    pub now: String,
}

/// Every rule that differs, in the order of the form.
pub fn differences(frame: &Frame, before: Option<&RuleSet>, now: Option<&RuleSet>) -> Vec<Difference> {
    let [before, now] = [before, now].map(|rules| rules.map(|rules| lines(frame, rules)).unwrap_or_default());
    let value = |lines: &[(String, String)], what: &str| {
        lines.iter().find(|(known, _)| known == what).map(|(_, value)| value.clone()).unwrap_or_default()
    };
    let gone = before.iter().filter(|(what, _)| now.iter().all(|(known, _)| known != what));
    let all = now.iter().chain(gone).map(|(what, _)| Difference {
        what: what.clone(),
        before: value(&before, what),
        now: value(&now, what),
    });
    all.filter(|difference| difference.before != difference.now).collect()
}

fn lines(frame: &Frame, rules: &RuleSet) -> Vec<(String, String)> {
    let groups = groups(frame, rules).into_iter();
    let of_group = groups.flat_map(|group| {
        let title = group.title;
        group.facts.into_iter().map(move |(name, value)| (format!("{title}: {name}"), value))
    });
    of_group.collect()
}
