//! What two rule sets say otherwise, in words.

use super::words::groups;
use super::written;
use crate::web::Frame;
use crate::web::rule_form::{self, Difference, Fields};
use housing::assessment::RuleSet;

/// Every rule that differs, in the order of the form.
pub fn differences(frame: &Frame, before: Option<&RuleSet>, now: Option<&RuleSet>) -> Vec<Difference> {
    let [before, now] = [before, now].map(|rules| rules.map(|rules| lines(frame, rules)).unwrap_or_default());
    rule_form::differences(&before, &now)
}

fn lines(frame: &Frame, rules: &RuleSet) -> Vec<(String, String)> {
    let form = written::values(rules);
    rule_form::lines(frame, groups(Fields { frame, form: &form }, rules))
}
