//! The form of a new rule set, with whom it would affect shown before it is saved.

use super::effects::{EffectsView, view};
use super::words::{groups, lacks_nynorsk};
use super::written;
use crate::office::rule_sets::{self, Known};
use crate::office::{Actor, Office, OfficeError, Problem};
use crate::web::conflict::ConflictRow;
use crate::web::reading::Outcome;
use crate::web::rule_form::{self, Fields, GroupView, Reading};
use crate::web::{App, FormValues, Frame, ProtectedForm, Visitor, WebError, render};
use axum::extract::{RawQuery, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use housing::assessment::RuleSet;

#[derive(askama::Template)]
#[template(path = "rule_sets/form.html")]
struct FormPage {
    frame: Frame,
    /// What the form began with: the id of a revision, or the word of a sample.
    from: String,
    form: FormValues,
    groups: Vec<GroupView>,
    lacks_nynorsk: String,
    effects: Option<EffectsView>,
    conflict: Vec<ConflictRow>,
}

impl FormPage {
    fn new(frame: Frame, from: String, form: FormValues, rules: &RuleSet) -> Self {
        let groups = groups(Fields { frame: &frame, form: &form }, rules);
        let lacks_nynorsk = lacks_nynorsk(&frame, rules);
        Self { frame, from, form, groups, lacks_nynorsk, effects: None, conflict: Vec::new() }
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
            let of = |form: &FormValues, rules: &RuleSet| groups(Fields { frame: &frame, form }, rules);
            let conflict = theirs.as_ref().map(|theirs| {
                rule_form::both(&frame, of(&form, &rules), of(&written::values(&theirs.rules), &theirs.rules))
            });
            let conflict = conflict.unwrap_or_default();
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
