//! The form of a new delegation: a row for each mandate, and some to fill in.

use crate::access::{Action, Thing};
use crate::office::delegations::{self, Known};
use crate::office::{Actor, Office, OfficeError};
use crate::web::dwellings::choices;
use crate::web::reading::{Outcome, needed_day};
use crate::web::{App, FormValues, Frame, ProtectedForm, Visitor, WebError, render};
use axum::extract::{RawQuery, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use housing::decisions::approval::{Delegated, Delegation, Mandate};
use housing::decisions::{DecisionKind, Outcome as DecisionOutcome};

/// Rows to fill in after those that are there.
const TO_FILL_IN: usize = 3;
/// More mandates than there are kinds and outcomes to give.
const MOST_ROWS: usize = 120;

#[derive(askama::Template)]
#[template(path = "delegations/form.html")]
struct FormPage {
    frame: Frame,
    /// The revision that the form began with; empty for what the program ships with.
    from: String,
    rows: Vec<RowView>,
    kinds: Vec<(String, String)>,
    outcomes: Vec<(String, String)>,
    stale: bool,
    form: FormValues,
}

/// A mandate as it stands in the form.
struct RowView {
    at: usize,
    kind: String,
    outcome: String,
    /// Code, name, and whether it is ticked.
    roles: Vec<(&'static str, String, bool)>,
    two_people: bool,
}

/// A delegation as the form has it.
fn values(delegation: &Delegation) -> Vec<(String, String)> {
    let mut pairs = Vec::new();
    for (at, row) in delegation.rows().iter().enumerate() {
        pairs.push((format!("kind-{at}"), row.kind.map(|kind| kind.code().to_owned()).unwrap_or_default()));
        pairs.push((format!("outcome-{at}"), row.outcome.map(|it| it.code().to_owned()).unwrap_or_default()));
        pairs.extend(row.mandate.roles.iter().map(|role| (format!("role-{at}"), role.clone())));
        if row.mandate.two_people {
            pairs.push((format!("two-{at}"), "true".to_owned()));
        }
    }
    pairs
}

/// What stands in the form; a row without a role is none.
fn read(form: &FormValues) -> Delegation {
    let row = |at: usize| {
        let roles: Vec<String> = form.all(&format!("role-{at}")).map(str::to_owned).collect();
        (!roles.is_empty()).then(|| Delegated {
            kind: form.get(&format!("kind-{at}")).parse().ok(),
            outcome: form.get(&format!("outcome-{at}")).parse().ok(),
            mandate: Mandate { roles, two_people: form.get(&format!("two-{at}")) == "true" },
        })
    };
    Delegation::new((0..MOST_ROWS).filter_map(row).collect())
}

fn page(frame: Frame, from: String, form: FormValues, stale: bool) -> FormPage {
    let told = |at: &usize| {
        let kind = format!("kind-{at}");
        form.pairs().iter().any(|(name, _)| *name == kind)
    };
    let filled = (0..MOST_ROWS).filter(told).max().map_or(0, |last| last + 1);
    let blank = (0..filled).rev().take_while(|at| form.all(&format!("role-{at}")).next().is_none()).count();
    let count = (filled + TO_FILL_IN.saturating_sub(blank)).min(MOST_ROWS);
    let row = |at: usize| RowView {
        at,
        kind: form.get(&format!("kind-{at}")).to_owned(),
        outcome: form.get(&format!("outcome-{at}")).to_owned(),
        roles: delegations::roles()
            .map(|role| {
                let code = role.code();
                (code, frame.t(&format!("role-{code}")), form.has(&format!("role-{at}"), code))
            })
            .collect(),
        two_people: form.get(&format!("two-{at}")) == "true",
    };
    FormPage {
        rows: (0..count).map(row).collect(),
        kinds: choices(&frame, DecisionKind::ALL, DecisionKind::code, DecisionKind::text_key),
        outcomes: choices(&frame, DecisionOutcome::ALL, DecisionOutcome::code, DecisionOutcome::text_key),
        frame,
        from,
        stale,
        form,
    }
}

fn known(office: &Office, actor: &Actor, id: &str) -> Result<Option<Known>, OfficeError> {
    actor.may(Action::Change, Thing::RuleSet)?;
    Ok(delegations::list(office, actor)?.into_iter().find(|known| known.stored.id == id))
}

/// The form, filled in with a delegation that is stored, or with what the program ships with.
pub async fn begin(State(app): State<App>, visitor: Visitor, RawQuery(query): RawQuery) -> Result<Response, WebError> {
    let asked = FormValues::parse(&query.unwrap_or_default())?;
    let (actor, from, today) = (visitor.actor(), asked.get("from").to_owned(), app.today());
    let id = from.clone();
    let base = app.office(move |office| known(office, &actor, &id)).await?;
    if base.is_none() && !from.is_empty() {
        return Err(WebError::NotFound);
    }
    let delegation = base.as_ref().map_or(delegations::shipped(), |known| &known.delegation);
    let pairs = values(delegation);
    let mut form = FormValues::of(pairs.iter().map(|(name, value)| (name.as_str(), value.clone())));
    form.set("valid_from", today.to_string());
    form.set("source", base.as_ref().map(|known| known.stored.source.clone()).unwrap_or_default());
    Ok(render(&page(visitor.frame(), from, form, false))?.into_response())
}

/// Saves what stands in the form.
pub async fn save(
    State(app): State<App>,
    visitor: Visitor,
    ProtectedForm(mut form): ProtectedForm,
) -> Result<Response, WebError> {
    let actor = visitor.actor();
    actor.may(Action::Change, Thing::RuleSet)?;
    let (delegation, from) = (read(&form), form.get("from").to_owned());
    let mut problems = Vec::new();
    let day = needed_day(&form, "valid_from", &mut problems);
    let (source, begun) = (form.get("source").to_owned(), Some(from.clone()).filter(|from| !from.is_empty()));
    let saved = app
        .office(move |office| match day {
            Some(day) => Outcome::of(delegations::save(office, &actor, (day, &source), &delegation, begun.as_deref())),
            None => Ok(Outcome::Refused(problems)),
        })
        .await?;
    if let Outcome::Done(_) = saved {
        return Ok(Redirect::to("/delegations").into_response());
    }
    let frame = visitor.frame();
    let status = saved.kept(&frame, &mut form).unwrap_or(StatusCode::CONFLICT);
    Ok((status, render(&page(frame, from, form, status == StatusCode::CONFLICT))?).into_response())
}
