//! A rule set in words: what stands in the fields of its form, without the form.

use super::fields::{Field, GROUPS, Group, Kind, choices, ground_of, parts, text_name};
use super::written;
use crate::web::{FormValues, Frame};
use housing::assessment::RuleSet;

/// A group of rules that the set has.
pub struct ShownGroup {
    pub title: String,
    pub facts: Vec<(String, String)>,
}

/// What a group is called: a ground by its own name.
pub fn title(frame: &Frame, group: &Group) -> String {
    let own = || frame.t(&format!("rule-set-group-{}", text_name(group.name)));
    ground_of(group.name).map_or_else(own, |ground| frame.t(&ground.text_key()))
}

/// What a field is called.
pub fn label(frame: &Frame, name: &str) -> String {
    let rest = name.rsplit('.').next().unwrap_or(name);
    let shared = ["clause", "waivable"].contains(&rest);
    frame.t(&format!("rule-set-field-{}", text_name(if shared { rest } else { name })))
}

/// Every group that the rules have something in.
pub fn groups(frame: &Frame, rules: &RuleSet) -> Vec<ShownGroup> {
    let values = written::values(rules);
    let held = GROUPS.iter().filter(|group| !group.toggle || values.filled(group.name).is_some());
    held.map(|group| {
        let facts = group.fields.iter().flat_map(|field| facts(frame, &values, rules, field)).collect();
        ShownGroup { title: title(frame, group), facts }
    })
    .collect()
}

fn facts(frame: &Frame, values: &FormValues, rules: &RuleSet, field: &Field) -> Vec<(String, String)> {
    if let Kind::Row(row) = field.kind {
        let filled = parts(frame, values, rules, row).into_iter().filter(|part| !part.value.is_empty());
        return filled
            .map(|part| {
                let word = part.options.iter().find(|(code, _)| *code == part.value).map(|(_, word)| word.clone());
                (part.label, word.unwrap_or(part.value))
            })
            .collect();
    }
    let shown = shown(frame, values, field);
    if shown.is_empty() { Vec::new() } else { vec![(label(frame, field.name), shown)] }
}

/// What stands in a field, in words; empty when nothing does.
pub fn shown(frame: &Frame, values: &FormValues, field: &Field) -> String {
    let typed = values.get(field.name);
    match field.kind {
        Kind::Line | Kind::Text | Kind::Row(_) => typed.to_owned(),
        Kind::Day => frame.typed_day(typed),
        Kind::Number(unit) if unit.is_empty() || typed.is_empty() => typed.to_owned(),
        Kind::Number(unit) => format!("{typed} {}", frame.t(unit)),
        Kind::Check => frame.t(if typed.is_empty() { "rule-set-no" } else { "rule-set-yes" }),
        Kind::One(list) | Kind::Any(list) => {
            let chosen = choices(frame, list).into_iter().filter(|(code, _)| values.has(field.name, code));
            chosen.map(|(_, word)| word).collect::<Vec<_>>().join(", ")
        }
    }
}
