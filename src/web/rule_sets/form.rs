//! The form of a new rule set, with whom it would affect shown before it is saved.

use super::effects::{EffectsView, view};
use super::fields::{Choice, Field, GROUPS, Kind, Part, choices, parts};
use super::read::Reading;
use super::words::{label, shown, title};
use super::written;
use crate::office::rule_sets::{self, Known};
use crate::office::{Actor, Office, OfficeError, Problem};
use crate::web::conflict::{self, ConflictRow};
use crate::web::reading::Outcome;
use crate::web::{App, FormValues, Frame, ProtectedForm, Visitor, WebError, render};
use axum::extract::{RawQuery, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use housing::assessment::RuleSet;

struct FieldView {
    name: &'static str,
    label: String,
    /// `line`, `text`, `day`, `number`, `check`, `one`, `any` or `row`.
    kind: &'static str,
    value: String,
    unit: String,
    /// Code, word, and whether it is chosen.
    options: Vec<(String, String, bool)>,
    parts: Vec<Part>,
    error: Option<String>,
}

struct GroupView {
    name: &'static str,
    title: String,
    toggle: bool,
    on: bool,
    error: Option<String>,
    fields: Vec<FieldView>,
}

#[derive(askama::Template)]
#[template(path = "rule_sets/form.html")]
struct FormPage {
    frame: Frame,
    /// What the form began with: the id of a revision, or the word of a sample.
    from: String,
    form: FormValues,
    groups: Vec<GroupView>,
    effects: Option<EffectsView>,
    conflict: Vec<ConflictRow>,
}

impl FormPage {
    fn new(frame: Frame, from: String, form: FormValues, rules: &RuleSet) -> Self {
        let group = |group: &super::fields::Group| GroupView {
            name: group.name,
            title: title(&frame, group),
            toggle: group.toggle,
            on: form.filled(group.name).is_some(),
            error: form.error(group.name).cloned(),
            fields: group.fields.iter().map(|field| field_view(&frame, &form, rules, field)).collect(),
        };
        let groups = GROUPS.iter().map(group).collect();
        Self { frame, from, form, groups, effects: None, conflict: Vec::new() }
    }
}

fn field_view(frame: &Frame, form: &FormValues, rules: &RuleSet, field: &Field) -> FieldView {
    let chosen = |options: Vec<Choice>| {
        let option = |(code, word): Choice| {
            let is_chosen = form.has(field.name, &code);
            (code, word, is_chosen)
        };
        options.into_iter().map(option).collect()
    };
    let (kind, unit, options, parts) = match field.kind {
        Kind::Line => ("line", "", Vec::new(), Vec::new()),
        Kind::Text => ("text", "", Vec::new(), Vec::new()),
        Kind::Day => ("day", "", Vec::new(), Vec::new()),
        Kind::Number(unit) => ("number", unit, Vec::new(), Vec::new()),
        Kind::Check => ("check", "", Vec::new(), Vec::new()),
        Kind::One(list) => ("one", "", chosen(choices(frame, list)), Vec::new()),
        Kind::Any(list) => ("any", "", chosen(choices(frame, list)), Vec::new()),
        Kind::Row(row) => ("row", "", Vec::new(), parts(frame, form, rules, row)),
    };
    FieldView {
        name: field.name,
        label: label(frame, field.name),
        kind,
        value: form.get(field.name).to_owned(),
        unit: if unit.is_empty() { String::new() } else { frame.t(unit) },
        options,
        parts,
        error: form.error(field.name).cloned(),
    }
}

/// The rules a form begins with, and the id of their revision when they are stored.
fn base(office: &Office, actor: &Actor, from: &str) -> Result<(RuleSet, Option<String>), OfficeError> {
    if let Some((_, rules)) = rule_sets::samples().iter().find(|(word, _)| *word == from) {
        return Ok((rules.clone(), None));
    }
    let Known { stored, rules } = rule_sets::find(office, actor, from)?;
    Ok((rules, Some(stored.id)))
}

/// The form, filled in with a sample or with rules that are stored.
pub async fn begin(State(app): State<App>, visitor: Visitor, RawQuery(query): RawQuery) -> Result<Response, WebError> {
    let asked = FormValues::parse(&query.unwrap_or_default())?;
    let from = asked.filled("from").unwrap_or("standard").to_owned();
    let (actor, word, today) = (visitor.actor(), from.clone(), app.today());
    let (rules, revision) = app
        .office(move |office| {
            rule_sets::may_change(&actor)?;
            base(office, &actor, &word)
        })
        .await?;
    let mut form = written::values(&rules);
    if revision.is_none() {
        form.set("valid_from", today.to_string());
    }
    Ok(render(&FormPage::new(visitor.frame(), from, form, &rules))?.into_response())
}

/// What came of a form that was sent.
enum Sent {
    Previewed(Box<rule_sets::Effects>),
    Saved(Outcome<String>),
}

/// Shows whom the rules in the form would affect, or saves them.
pub async fn save(
    State(app): State<App>,
    visitor: Visitor,
    ProtectedForm(mut form): ProtectedForm,
) -> Result<Response, WebError> {
    let (actor, values) = (visitor.actor(), form.clone());
    let from = form.filled("from").unwrap_or("standard").to_owned();
    let (rules, theirs, sent) = app
        .office(move |office| {
            rule_sets::may_change(&actor)?;
            let (base, revision) = base(office, &actor, values.filled("from").unwrap_or("standard"))?;
            let mut reading = Reading::of(&values);
            let rules = reading.rule_set(&base);
            let unread = reading.problems;
            let sent = sent(office, &actor, &values, (&rules, unread, revision.as_deref()))?;
            let newest =
                rule_sets::list(office, &actor)?.into_iter().find(|known| known.stored.valid_from == rules.valid_from);
            Ok::<_, OfficeError>((base, newest, sent))
        })
        .await?;
    let frame = visitor.frame();
    match sent {
        Sent::Previewed(effects) => {
            let effects = view(&frame, &effects, "");
            let mut page = FormPage::new(frame, from, form, &rules);
            page.effects = Some(effects);
            Ok(render(&page)?.into_response())
        }
        Sent::Saved(Outcome::Done(id)) => Ok(Redirect::to(&format!("/rule-sets/{id}")).into_response()),
        Sent::Saved(refused) => {
            let status = refused.kept(&frame, &mut form).unwrap_or(StatusCode::CONFLICT);
            let theirs = theirs.filter(|_| status == StatusCode::CONFLICT);
            let conflict = theirs.as_ref().map(|theirs| both(&frame, &form, &theirs.rules)).unwrap_or_default();
            let from = theirs.map_or(from, |theirs| theirs.stored.id);
            let mut page = FormPage::new(frame, from, form, &rules);
            page.conflict = conflict;
            Ok((status, render(&page)?).into_response())
        }
    }
}

fn sent(
    office: &Office,
    actor: &Actor,
    values: &FormValues,
    (rules, mut unread, revision): (&RuleSet, Vec<Problem>, Option<&str>),
) -> Result<Sent, OfficeError> {
    if !unread.is_empty() {
        unread.extend(rule_sets::problems(rules));
        return Ok(Sent::Saved(Outcome::Refused(unread)));
    }
    if values.get("do") != "preview" {
        return Ok(Sent::Saved(Outcome::of(rule_sets::save(office, actor, rules, revision))?));
    }
    let problems = rule_sets::problems(rules);
    if !problems.is_empty() {
        return Ok(Sent::Saved(Outcome::Refused(problems)));
    }
    match Outcome::of(rule_sets::effects(office, actor, rules, None))? {
        Outcome::Done(effects) => Ok(Sent::Previewed(Box::new(effects))),
        Outcome::Refused(problems) => Ok(Sent::Saved(Outcome::Refused(problems))),
        Outcome::Stale => Ok(Sent::Saved(Outcome::Stale)),
    }
}

/// What each of the two wrote, in words.
fn both(frame: &Frame, yours: &FormValues, theirs: &RuleSet) -> Vec<ConflictRow> {
    let theirs = written::values(theirs);
    let fields: Vec<&Field> = GROUPS.iter().flat_map(|group| group.fields).collect();
    let names: Vec<&'static str> = fields.iter().map(|field| field.name).collect();
    let word = |name: &'static str, value: &str| {
        let field = fields.iter().find(|field| field.name == name);
        let alone = FormValues::of([(name, value.to_owned())]);
        (label(frame, name), field.map_or(String::new(), |field| shown(frame, &alone, field)))
    };
    let rows = conflict::rows(&names, yours, &theirs, word);
    rows.into_iter().filter(|row| row.differs).collect()
}
