//! A rule set in words: what its groups and fields are called, and what stands in them without the form.

use super::fields::{Field, GROUPS, Group, Kind, choices, ground_of, parts, text_name};
use super::written;
use crate::web::Frame;
use crate::web::rule_form::{FieldView, Fields, GroupView};
use housing::assessment::RuleSet;

/// A group of rules that the set has.
pub struct ShownGroup {
    pub title: String,
    pub facts: Vec<(String, String)>,
}

/// What a group is called: a ground by its own name.
fn title(frame: &Frame, group: &Group) -> String {
    let own = || frame.t(&format!("rule-set-group-{}", text_name(group.name)));
    ground_of(group.name).map_or_else(own, |ground| frame.t(&ground.text_key()))
}

/// What a field is called.
fn label(frame: &Frame, name: &str) -> String {
    let rest = name.rsplit('.').next().unwrap_or(name);
    let shared = ["clause", "clause_nn", "waivable"].contains(&rest);
    frame.t(&format!("rule-set-field-{}", text_name(if shared { rest } else { name })))
}

/// The groups of the form; `rules` tells how many rows a norm or table has.
pub fn groups(fields: Fields<'_>, rules: &RuleSet) -> Vec<GroupView> {
    let group = |group: &Group| {
        let toggle = if group.toggle { "rule-set-asked-for" } else { "" };
        let of_group = group.fields.iter().map(|field| field_view(fields, rules, field)).collect();
        fields.group(group.name, title(fields.frame, group), toggle, of_group)
    };
    GROUPS.iter().map(group).collect()
}

fn field_view(fields: Fields<'_>, rules: &RuleSet, field: &Field) -> FieldView {
    let (name, label, frame) = (field.name, label(fields.frame, field.name), fields.frame);
    match field.kind {
        Kind::Line => fields.line(name, label),
        Kind::Text => fields.text(name, label),
        Kind::Day => fields.day(name, label),
        Kind::Number(unit) => fields.number(name, label, unit),
        Kind::Check => fields.check(name, label),
        Kind::One(list) => fields.one(name, label, choices(frame, list)),
        Kind::Any(list) => fields.any(name, label, choices(frame, list)),
        Kind::Row(row) => fields.row(name, label, parts(frame, fields.form, rules, row)),
    }
}

/// The rules that have no words in nynorsk, by the name of their group; empty when all have.
pub fn lacks_nynorsk(frame: &Frame, rules: &RuleSet) -> String {
    let lacks = rules.lacks_nynorsk();
    let is_lacking = |group: &&Group| lacks.iter().any(|field| field.split('.').next() == Some(group.name));
    let names: Vec<String> = GROUPS.iter().filter(is_lacking).map(|group| title(frame, group)).collect();
    names.join(", ")
}

/// Every group that the rules have something in.
pub fn shown(frame: &Frame, rules: &RuleSet) -> Vec<ShownGroup> {
    let form = written::values(rules);
    let held = groups(Fields { frame, form: &form }, rules).into_iter().filter(|group| group.on);
    held.map(|group| {
        let facts = group.fields.into_iter().flat_map(|field| field.facts(frame)).collect();
        ShownGroup { title: group.title, facts }
    })
    .collect()
}
