//! The form of new fit rules, with what they would do shown before they are saved.

use super::fields::groups;
use super::written;
use crate::office::allocations::{self, FitEffects};
use crate::office::{OfficeError, Problem, rule_sets};
use crate::web::conflict::ConflictRow;
use crate::web::reading::Outcome;
use crate::web::rule_form::{self, Fields, GroupView, Reading};
use crate::web::{App, FormValues, Frame, ProtectedForm, Visitor, WebError, render};
use axum::extract::{RawQuery, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use housing::fit::{CAP_FIELDS, FitRules};

struct ClauseRow {
    clause: String,
    stopped: String,
    let_in: String,
}

/// What the change would do, in words.
struct EffectsView {
    text: String,
    stopped: String,
    let_in: String,
    without: String,
    clauses: Vec<ClauseRow>,
}

#[derive(askama::Template)]
#[template(path = "allocations/rules_form.html")]
struct FormPage {
    frame: Frame,
    /// The id of the revision that the form began with.
    from: String,
    form: FormValues,
    groups: Vec<GroupView>,
    effects: Option<EffectsView>,
    conflict: Vec<ConflictRow>,
}

impl FormPage {
    fn new(frame: Frame, from: String, form: FormValues) -> Self {
        let groups = groups(Fields { frame: &frame, form: &form });
        Self { frame, from, form, groups, effects: None, conflict: Vec::new() }
    }
}

/// The form, filled in with rules that hold, held or will hold.
pub async fn begin(State(app): State<App>, visitor: Visitor, RawQuery(query): RawQuery) -> Result<Response, WebError> {
    let asked = FormValues::parse(&query.unwrap_or_default())?;
    let from = asked.filled("from").unwrap_or(allocations::STANDARD_FIT_RULES).to_owned();
    let (actor, id) = (visitor.actor(), from.clone());
    let known = app
        .office(move |office| {
            rule_sets::may_change(&actor)?;
            allocations::find_fit_rules(office, &actor, &id)
        })
        .await?;
    let mut form = written::values(&known.rules, FitRules::shipped());
    if known.stored.is_none() {
        form.set("valid_from", app.today().to_string());
    }
    Ok(render(&FormPage::new(visitor.frame(), from, form))?.into_response())
}

/// What came of a form that was sent.
enum Sent {
    Previewed(Box<FitEffects>),
    Saved(Outcome<String>),
}

/// Shows what the rules in the form would do, or saves them.
pub async fn save(
    State(app): State<App>,
    visitor: Visitor,
    ProtectedForm(mut form): ProtectedForm,
) -> Result<Response, WebError> {
    let (actor, values) = (visitor.actor(), form.clone());
    let from = form.get("from").to_owned();
    let (sent, theirs) = app
        .office(move |office| {
            rule_sets::may_change(&actor)?;
            let begun_from = allocations::find_fit_rules(office, &actor, values.get("from"))?;
            let mut reading = Reading::of(&values);
            let rules = written::read(&mut reading, &begun_from.rules);
            let mut problems = reading.problems;
            problems.extend(beside(&values, allocations::fit_rule_problems(&rules)));
            let sent = if !problems.is_empty() {
                Sent::Saved(Outcome::Refused(problems))
            } else if values.get("do") == "preview" {
                Sent::Previewed(Box::new(allocations::fit_effects(office, &actor, &rules)?))
            } else {
                Sent::Saved(Outcome::of(allocations::save_fit_rules(office, &actor, &rules, Some(begun_from.id())))?)
            };
            let mut all = allocations::list_fit_rules(office, &actor)?.into_iter();
            Ok::<_, OfficeError>((sent, all.find(|known| known.rules.valid_from == rules.valid_from)))
        })
        .await?;
    let frame = visitor.frame();
    match sent {
        Sent::Previewed(effects) => {
            let effects = view(&frame, &effects);
            let mut page = FormPage::new(frame, from, form);
            page.effects = Some(effects);
            Ok(render(&page)?.into_response())
        }
        Sent::Saved(Outcome::Done(id)) => {
            Ok(Redirect::to(&format!("/allocations/rules?revision={id}")).into_response())
        }
        Sent::Saved(refused) => {
            let status = refused.kept(&frame, &mut form).unwrap_or(StatusCode::CONFLICT);
            let theirs = theirs.filter(|_| status == StatusCode::CONFLICT);
            let of = |form: &FormValues| groups(Fields { frame: &frame, form });
            let conflict = theirs.as_ref().map(|theirs| {
                let written = written::values(&theirs.rules, FitRules::shipped());
                rule_form::both(&frame, of(&form), of(&written))
            });
            let from = theirs.map_or(from, |theirs| theirs.id().to_owned());
            let mut page = FormPage::new(frame, from, form);
            page.conflict = conflict.unwrap_or_default();
            Ok((status, render(&page)?).into_response())
        }
    }
}

/// The rules number their limits; in the form some before them may be switched off.
fn beside(form: &FormValues, mut problems: Vec<Problem>) -> Vec<Problem> {
    let shown = CAP_FIELDS.iter().filter(|cap| form.filled(cap.cap).is_some());
    let places: Vec<_> =
        CAP_FIELDS.iter().zip(shown).flat_map(|(of, at)| [(of.name, at.name), (of.groups, at.groups)]).collect();
    for problem in &mut problems {
        if let Some((_, at)) = places.iter().find(|(of, _)| *of == problem.field) {
            problem.field = at;
        }
    }
    problems
}

fn view(frame: &Frame, effects: &FitEffects) -> EffectsView {
    let number = |count: usize| frame.number(&i64::try_from(count).unwrap_or(i64::MAX));
    let facts = [
        ("households", number(effects.households)),
        ("homes", number(effects.homes)),
        ("before", number(effects.before)),
        ("after", number(effects.after)),
    ];
    let facts: Vec<(&str, &str)> = facts.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let [before, after] = effects.without.map(number);
    let clauses = effects.by_clause.iter().map(|effect| ClauseRow {
        clause: frame.t(&effect.clause.text_key()),
        stopped: number(effect.stopped),
        let_in: number(effect.let_in),
    });
    EffectsView {
        text: frame.ta("fit-rules-effects-text", &facts),
        stopped: number(effects.stopped),
        let_in: number(effects.let_in),
        without: if before == after { after } else { format!("{before} → {after}") },
        clauses: clauses.collect(),
    }
}
